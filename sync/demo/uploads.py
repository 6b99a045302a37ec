"""What members upload: pictures, and the files that a community of civil servants sends along."""

from __future__ import annotations

import hashlib
import io

from PIL import Image

from sync.demo.database import Database

PICTURES = ("jpg", "jpeg", "png", "gif", "webp")
FILES = ("pdf", "docx", "xlsx")
EXTENSIONS = PICTURES + FILES


def upload_url(sha1: str, extension: str) -> str:
    """Where an upload is served, relative to the site."""
    return f"/uploads/default/original/1X/{sha1}.{extension}"


def short_name(sha1: str, extension: str) -> str:
    """What stands for an upload in a text (`upload://NAME`) and in `/uploads/short-url/NAME`."""
    return f"{sha1[:27]}.{extension}"


def store_upload(
    database: Database,
    content: bytes,
    *,
    filename: str,
    user_id: int,
    created_at: str,
    name: str | None = None,
) -> int:
    """Keep an upload; its id, or that of the same content kept before.

    Only pictures have a width and a height. Raises OSError when something named as a picture is none.
    """
    sha1 = hashlib.sha1(content, usedforsecurity=False).hexdigest()
    known = database.value("SELECT id FROM uploads WHERE sha1 = ?", sha1)
    if known is not None:
        return int(known)
    extension = filename.rsplit(".", 1)[-1].lower() if "." in filename else "png"
    width, height = (None, None) if extension in FILES else _size(content)
    return database.run(
        "INSERT INTO uploads (user_id, name, filename, sha1, extension, width, height, filesize,"
        " content, created_at)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        user_id,
        name,
        filename,
        sha1,
        extension,
        width,
        height,
        len(content),
        content,
        created_at,
    )


def _size(content: bytes) -> tuple[int, int]:
    with Image.open(io.BytesIO(content)) as image:
        return image.size
