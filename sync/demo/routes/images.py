"""Avatars, uploads and emoji: real files that may be kept for ever.

They need no key: as on a Discourse without secure uploads, the address itself is what one must know.
"""

from __future__ import annotations

import hashlib
from urllib.parse import quote

from starlette.responses import Response

from sync.demo import images
from sync.demo.cook import EMOJI
from sync.demo.exchange import Call
from sync.demo.refusals import not_found

KINDS = {
    "png": "image/png",
    "jpg": "image/jpeg",
    "jpeg": "image/jpeg",
    "gif": "image/gif",
    "webp": "image/webp",
    "pdf": "application/pdf",
}


def avatar(call: Call) -> Response:
    """GET /user_avatar/HOST/NAME/SIZE/VERSION.png."""
    size = call.path("size")
    if size not in images.AVATAR_SIZES:
        raise not_found()
    content = images.avatar(call.community.database, call.path("username"), size)
    if content is None:
        raise not_found()
    return _file(call, content, "png")


def upload(call: Call) -> Response:
    """GET /uploads/default/original/1X/SHA1.EXT."""
    sha1 = str(call.path("name")).split(".")[0]
    row = call.community.database.row("SELECT content, extension FROM uploads WHERE sha1 = ?", sha1)
    if row is None:
        raise not_found()
    return _file(call, row["content"], row["extension"])


def short_upload(call: Call) -> Response:
    """GET /uploads/short-url/NAME: a file to keep, under the name that it was uploaded with."""
    short = str(call.path("name")).split(".")[0]
    query = "SELECT content, extension, filename FROM uploads WHERE substr(sha1, 1, 27) = ?"
    row = call.community.database.row(query, short)
    if row is None:
        raise not_found()
    reply = _file(call, row["content"], row["extension"])
    reply.headers["Content-Disposition"] = f"attachment; filename*=UTF-8''{quote(row['filename'], safe='')}"
    return reply


def emoji(call: Call) -> Response:
    """GET /images/emoji/SET/NAME.png."""
    name = str(call.path("name")).removesuffix(".png")
    if name not in EMOJI:
        raise not_found()
    return _file(call, images.emoji(name), "png")


def logo(call: Call) -> Response:
    """GET /images/logo.png."""
    return _file(call, images.emoji("coffee"), "png")


def _file(call: Call, content: bytes, extension: str) -> Response:
    """A file with the ETag a web server gives files; 304 when the client has it already."""
    tag = '"' + hashlib.sha1(content, usedforsecurity=False).hexdigest() + '"'
    headers = {"ETag": tag, "Cache-Control": "max-age=31556952, public, immutable"}
    if call.request.headers.get("if-none-match") == tag:
        return Response(status_code=304, headers=headers)
    return Response(content, headers=headers, media_type=KINDS.get(extension, "application/octet-stream"))
