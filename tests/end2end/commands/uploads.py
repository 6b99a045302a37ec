"""Pictures on the community, put there behind its back."""

from __future__ import annotations

import io

from PIL import Image

from sync.demo.uploads import store_upload
from tests.end2end.commands.journey import Member


def picture(width: int, height: int) -> bytes:
    """A PNG of one colour: a few kilobytes however large."""
    packed = io.BytesIO()
    Image.new("1", (width, height)).save(packed, "PNG")
    return packed.getvalue()


def upload(member: Member, content: bytes) -> str:
    """Put a picture on the community; its path."""
    database = member.server.community.database
    store_upload(database, content, filename="plaat.png", user_id=1, created_at="2026-11-19T09:00:00.000Z")
    sha1 = database.value("SELECT sha1 FROM uploads ORDER BY id DESC LIMIT 1")
    return f"/uploads/default/original/1X/{sha1}.png"
