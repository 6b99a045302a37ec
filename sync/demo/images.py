"""Images of the demo community: those in posts, avatars and emoji, as real PNG bytes."""

from __future__ import annotations

import functools
import hashlib
import io
import json
from collections.abc import Callable
from datetime import UTC, datetime

from PIL import Image, ImageDraw

from sync.demo.avatars import draw_avatar
from sync.demo.cook import Picture
from sync.demo.database import Database
from sync.demo.moments import iso
from sync.demo.pictures import draw
from sync.demo.uploads import store_upload, upload_url

DRAWN_PREFIX = "demo-image:"
AVATAR_SIZES = range(8, 1001)
_DISCS = ("#d2e6e4", "#f0dcc4", "#dde5ea", "#e8d9ec", "#dbe7cf", "#f2d7d5")


def picture_finder(database: Database) -> Callable[[str], Picture | None]:
    """How cooking finds the upload behind `demo-image:NAME` and `upload://SHORT`; None for the rest."""

    def find(address: str) -> Picture | None:
        if address.startswith(DRAWN_PREFIX):
            return _drawn(database, address.removeprefix(DRAWN_PREFIX))
        if address.startswith("upload://"):
            short = address.removeprefix("upload://").split(".")[0]
            return _stored(database, "substr(sha1, 1, 27) = ?", short)
        return None

    return find


def _drawn(database: Database, name: str) -> Picture | None:
    found = _stored(database, "name = ?", name)
    if found is not None:
        return found
    try:
        content = draw(name)
    except KeyError:
        return None
    store_upload(database, content, filename=f"{name}.png", user_id=1, created_at=iso_epoch(), name=name)
    return _stored(database, "name = ?", name)


def iso_epoch() -> str:
    """When the story's own pictures were made: a fixed moment, so that replies stay the same."""
    return iso(datetime(2024, 1, 1, tzinfo=UTC))


def _stored(database: Database, where: str, value: str) -> Picture | None:
    query = f"SELECT * FROM uploads WHERE width IS NOT NULL AND {where}"  # noqa: S608 - `where` is ours
    row = database.row(query, value)
    if row is None:
        return None
    return Picture(
        upload_url(row["sha1"], row["extension"]), row["width"], row["height"], row["sha1"], row["filesize"]
    )


def avatar(database: Database, username: str, size: int) -> bytes | None:
    """The PNG of a member's avatar; None when there is no such member."""
    row = database.row("SELECT avatar, name FROM users WHERE username = ?", username)
    return None if row is None else _avatar(row["avatar"] or "{}", row["name"], size)


@functools.lru_cache(maxsize=2000)
def _avatar(spec: str, name: str, size: int) -> bytes:
    table = json.loads(spec) or _initials(name)
    return draw_avatar(table, size)


@functools.lru_cache(maxsize=100)
def emoji(name: str) -> bytes:
    """A small drawn stand-in for an emoji: a coloured disc with a face or a letter."""
    image = Image.new("RGBA", (72, 72), (0, 0, 0, 0))
    pen = ImageDraw.Draw(image)
    hue = hashlib.blake2b(name.encode(), digest_size=1).digest()[0]
    pen.ellipse((4, 4, 68, 68), fill=(255, 190 + hue % 30, 60 + hue % 60, 255))
    pen.ellipse((22, 24, 30, 34), fill=(90, 60, 20, 255))
    pen.ellipse((42, 24, 50, 34), fill=(90, 60, 20, 255))
    pen.arc((20, 26, 52, 54), 20, 160, fill=(90, 60, 20, 255), width=4)
    buffer = io.BytesIO()
    image.save(buffer, "PNG")
    return buffer.getvalue()


def _initials(name: str) -> dict[str, str]:
    shade = hashlib.blake2b(name.encode(), digest_size=1).digest()[0] % len(_DISCS)
    return {"initials": "".join(word[0] for word in name.split()[:2]).upper(), "background": _DISCS[shade]}
