"""Images are real, sized as asked, and may be kept."""

from __future__ import annotations

import io
import re

import httpx
from PIL import Image

from sync.demo.server import DemoServer


def size_of(content: bytes) -> tuple[int, int]:
    """The pixels of an image."""
    with Image.open(io.BytesIO(content)) as image:
        return image.size


def test_avatars_come_in_the_size_asked_for(story: DemoServer, reader: httpx.Client) -> None:
    """Every member has one."""
    for item in reader.get("/directory_items.json").json()["directory_items"][:8]:
        for size in (48, 120):
            reply = reader.get(item["user"]["avatar_template"].replace("{size}", str(size)))
            assert reply.headers["content-type"] == "image/png"
            assert size_of(reply.content) == (size, size)
    assert reader.get("/user_avatar/demo/niemand/48/1_2.png").status_code == 404
    assert reader.get(f"/user_avatar/demo/{story.username}/5000/1_2.png").status_code == 404


def test_pictures_in_posts_are_served_from_the_community(story: DemoServer, reader: httpx.Client) -> None:
    """Lightbox and image address lead to a real picture on this host."""
    rows = story.community.database.rows("SELECT id FROM posts WHERE raw LIKE '%demo-image:%'")
    shown = [reader.get(f"/posts/{r['id']}.json") for r in rows]
    cooked = next(s.json()["cooked"] for s in shown if s.status_code == 200)
    address = re.search(r'<img src="//([^"]+)" alt="[^"]*" width="(\d+)"', cooked)
    assert address is not None
    assert address[1].startswith(story.url.removeprefix("http://"))
    assert size_of(reader.get(f"http://{address[1]}").content)[0] >= int(address[2])


def test_images_may_be_kept(story: DemoServer, reader: httpx.Client) -> None:
    """An ETag, a long life, and 304 for who has it."""
    first = reader.get(f"/user_avatar/demo/{story.username}/48/2_2.png")
    assert "immutable" in first.headers["cache-control"]
    again = reader.get(
        f"/user_avatar/demo/{story.username}/48/2_2.png", headers={"If-None-Match": first.headers["etag"]}
    )
    assert (again.status_code, again.content) == (304, b"")
