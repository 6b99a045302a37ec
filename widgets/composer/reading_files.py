"""Files on their way into a text: read, checked and kept. Blocking work, run in the background."""

from __future__ import annotations

import os
import stat
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QBuffer, QIODevice
from PySide6.QtGui import QImage, QImageWriter

from app.composer.attaching import Refused, checked, written
from app.composer.filenames import safe_name
from app.drafts import LARGEST_FILE
from sync.connectors.base import PostLimits
from widgets.composer.desk import EditorDesk
from widgets.composer.refusals import NotReadable

# What a picture may lose when what it tells of place and camera is taken out.
_MAY_SHRINK = 1_000_000
_PIECE = 1_000_000
_QUALITY = 88
# Does not wait where it is a pipe that nobody writes to.
_READ = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)


class Kept(NamedTuple):
    """A file kept with the draft. ``text`` is what to write; ``stripped``: hidden data was removed."""

    name: str
    bytes: int
    address: str
    text: str
    stripped: bool
    telling: bool


class Progress:
    """How much of a file was read, from 0 to 1; written by a thread, read by the screen."""

    __slots__ = ("share",)

    def __init__(self) -> None:
        self.share = 0.0


def keep_file(path: Path, desk: EditorDesk, progress: Progress) -> Kept:
    """Read, check and keep a file. Raises ``Refused``, ``NotReadable``, or what the draft's keeper raises."""
    return _keep(path.name, _read(path, desk.limits, progress), desk, progress)


def keep_image(name: str, image: QImage, desk: EditorDesk, progress: Progress) -> Kept:
    """Keep a picture from the clipboard; where a PNG would be too large, as JPEG. Raises as ``keep_file``."""
    most = desk.limits.image_pixels
    if image.width() * image.height() > most:
        raise Refused("too_many_pixels", name, limit=most)
    content, ending = _encoded(image, b"png"), "png"
    if len(content) > desk.limits.image_bytes and not image.hasAlphaChannel():
        content, ending = _encoded(image, b"jpg"), "jpg"
    return _keep(f"{name}.{ending}", content, desk, progress)


def _keep(name: str, content: bytes, desk: EditorDesk, progress: Progress) -> Kept:
    file = checked(name, content, desk.limits)
    address = desk.attach(file.name, file.type, file.content)
    progress.share = 1.0
    return Kept(
        file.name,
        len(file.content),
        address,
        written(file, address),
        stripped=file.content != content,
        telling=file.telling,
    )


def _read(path: Path, limits: PostLimits, progress: Progress) -> bytes:
    """The content of a file that can be no larger than the community takes, judged before it is read."""
    name = safe_name(path.name)
    try:
        if path.is_dir():
            raise NotReadable("folder", name)
        most = min(max(limits.file_bytes, limits.image_bytes), LARGEST_FILE)
        pieces, size = [], 0
        with os.fdopen(os.open(path, _READ), "rb") as file:
            # Of what was opened: another thing may stand there since.
            facts = os.fstat(file.fileno())
            if not stat.S_ISREG(facts.st_mode):
                raise NotReadable("gone", name)
            _judge(name, facts.st_size, most)
            while piece := file.read(_PIECE):
                pieces.append(piece)
                size += len(piece)
                # A file may grow while it is read.
                _judge(name, size, most)
                progress.share = 0.9 * min(size / max(facts.st_size, 1), 1.0)
    except OSError as cause:
        raise NotReadable("gone", name) from cause
    return b"".join(pieces)


def _judge(name: str, size: int, most: int) -> None:
    if size > most + _MAY_SHRINK:
        raise Refused("too_large", name, limit=most)


def _encoded(image: QImage, form: bytes) -> bytes:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QImageWriter(buffer, form)
    if form == b"jpg":
        writer.setQuality(_QUALITY)
    writer.write(image)
    return bytes(buffer.data().data())
