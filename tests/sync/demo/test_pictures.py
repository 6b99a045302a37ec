"""The pictures in posts are real PNG files, the same every time, and sized as the posts say."""

from __future__ import annotations

import io
import re

import pytest
from PIL import Image

from sync.demo import pictures
from sync.demo.story import load_story


def _size(name: str) -> tuple[int, int]:
    return Image.open(io.BytesIO(pictures.draw(name))).size


@pytest.mark.parametrize("name", pictures.NAMES)
def test_a_picture_is_a_png_with_something_on_it(name: str) -> None:
    data = pictures.draw(name)
    picture = Image.open(io.BytesIO(data))
    assert picture.format == "PNG"
    assert min(picture.size) >= 400
    assert len(picture.convert("RGB").getcolors(picture.width * picture.height) or []) > 50
    assert len(data) < 400_000


def test_a_picture_is_the_same_every_time_and_like_no_other() -> None:
    drawn = [pictures.draw(name) for name in pictures.NAMES]
    assert len(set(drawn)) == len(pictures.NAMES)
    assert pictures.draw(pictures.NAMES[0]) == drawn[0]


def test_an_unknown_name_is_refused() -> None:
    with pytest.raises(KeyError):
        pictures.draw("../people.toml")


def test_posts_show_pictures_in_their_own_proportions() -> None:
    topics = load_story().topics
    texts = [t.text for t in topics] + [reply.text for t in topics for reply in t.replies]
    shown = [m for text in texts for m in re.findall(r"\|(\d+)x(\d+)\]\(demo-image:([\w-]+)\)", text)]
    assert shown
    for width, height, name in shown:
        real_width, real_height = _size(name)
        assert abs(int(width) / int(height) - real_width / real_height) < 0.02, name
