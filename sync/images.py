"""The folder of cached images: what is let in, how it is kept, and what goes first when it grows too large.

Bytes from a server are hostile: an image is known by its header, never by its name or declared type.
"""

from __future__ import annotations

import os
import re
import tempfile
import time
import warnings
from collections.abc import Iterable
from io import BytesIO
from pathlib import Path
from typing import Literal, NamedTuple

MAX_PIXELS = 16_000_000
MAX_BYTES = 10_000_000

Format = Literal["png", "jpeg", "webp", "gif"]

_STARTS: tuple[tuple[bytes, Format], ...] = (
    (b"\x89PNG\r\n\x1a\n", "png"),
    (b"\xff\xd8\xff", "jpeg"),
    (b"GIF87a", "gif"),
    (b"GIF89a", "gif"),
)
_EXTENSIONS: dict[Format, str] = {"png": ".png", "jpeg": ".jpg", "webp": ".webp", "gif": ".gif"}
_KEY = re.compile(r"[0-9a-f]{8,64}")
UNFINISHED = ".part"


class UnsafeImage(Exception):
    """The bytes are no image that may be shown. `reason` says why: format, pixels, bytes or damaged."""

    def __init__(self, reason: Literal["format", "pixels", "bytes", "damaged"]) -> None:
        super().__init__(reason)
        self.reason = reason


class ImageFacts(NamedTuple):
    """What an image's header says; sizes in pixels, both at least 1."""

    format: Format
    width: int
    height: int


def probe(data: bytes, *, most_pixels: int = MAX_PIXELS, most_bytes: int = MAX_BYTES) -> ImageFacts:
    """Return what the header of an image says, without decoding its pixels.

    Raises UnsafeImage for anything but PNG, JPEG, WebP and GIF, for more than 16 megapixels or 10 MB
    (or other bounds given), and for a header that cannot be read. A file of a few kilobytes can decode to
    gigabytes, so the size is judged before any decoder sees the pixels.
    """
    if len(data) > most_bytes:
        raise UnsafeImage("bytes")
    kind = _kind(data)
    if kind is None:
        raise UnsafeImage("format")
    width, height = _size(data, kind)
    if width < 1 or height < 1:
        raise UnsafeImage("damaged")
    if width * height > most_pixels:
        raise UnsafeImage("pixels")
    return ImageFacts(kind, width, height)


def _kind(data: bytes) -> Format | None:
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        return "webp"
    return next((kind for start, kind in _STARTS if data.startswith(start)), None)


def _size(data: bytes, kind: Format) -> tuple[int, int]:
    # Pillow warns of and refuses large sizes by its own measure while opening; ours is the stricter one.
    from PIL import Image

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            with Image.open(BytesIO(data), formats=[kind.upper()]) as image:
                return image.size
    except Image.DecompressionBombError:
        raise UnsafeImage("pixels") from None
    except Exception:
        # Pillow's readers raise many kinds of errors on damaged headers, SyntaxError among them.
        raise UnsafeImage("damaged") from None


class ImageFolder:
    """Images on disk, one file per key (`sync.markup_links.image_key`): the key and the format's extension.

    Files are whole or absent: each is written beside its place and renamed. The time of last use is kept as
    the file's access time, set by `find`, because many file systems do not keep it themselves.
    """

    def __init__(self, path: Path) -> None:
        """Use `path`, which is made, readable by the member alone, when it is not there. Raises OSError."""
        self.path = path
        path.mkdir(mode=0o700, parents=True, exist_ok=True)

    def store(self, key: str, data: bytes) -> Path:
        """Keep `data` under `key`, in place of what was there, and return its file.

        Raises UnsafeImage when it may not be shown, ValueError for a key that is no image key, and OSError
        when it cannot be written (then nothing of it is left).
        """
        _check(key)
        place = self.path / (key + _EXTENSIONS[probe(data).format])
        handle, name = tempfile.mkstemp(suffix=UNFINISHED, dir=self.path)
        unfinished = Path(name)
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(data)
            unfinished.replace(place)
        except BaseException:
            unfinished.unlink(missing_ok=True)
            raise
        for other in self._places(key):
            if other != place:
                other.unlink(missing_ok=True)
        return place

    def find(self, key: str) -> Path | None:
        """Return the file of `key` and note that it was used now, or None when it is not here."""
        if not _KEY.fullmatch(key):
            return None
        for place in self._places(key):
            try:
                os.utime(place, (time.time(), place.stat().st_mtime))
            except FileNotFoundError:
                continue
            except OSError:
                # A folder that has become read-only still serves its images.
                pass
            return place
        return None

    def remove(self, keys: Iterable[str]) -> int:
        """Delete the images of `keys`, those not here passed over; return how many files went."""
        gone = 0
        for key in keys:
            _check(key)
            for place in self._places(key):
                if place.exists():
                    place.unlink(missing_ok=True)
                    gone += 1
        return gone

    def size(self) -> int:
        """Return the bytes of all images together."""
        return sum(size for _, size, _ in self._files())

    def trim(self, limit_bytes: int) -> list[str]:
        """Delete the images unused longest until at most `limit_bytes` remain; return the keys that went.

        What an interrupted write left behind goes too.
        """
        for unfinished in self.path.glob("*" + UNFINISHED):
            unfinished.unlink(missing_ok=True)
        files = sorted(self._files())
        total = sum(size for _, size, _ in files)
        gone: list[str] = []
        for _, size, place in files:
            if total <= limit_bytes:
                break
            place.unlink(missing_ok=True)
            total -= size
            gone.append(place.stem)
        return gone

    def _places(self, key: str) -> list[Path]:
        return [self.path / (key + extension) for extension in _EXTENSIONS.values()]

    def _files(self) -> list[tuple[float, int, Path]]:
        """Return last use, bytes and place of every image here."""
        files: list[tuple[float, int, Path]] = []
        for entry in os.scandir(self.path):
            place = Path(entry.path)
            if place.suffix in _EXTENSIONS.values() and _KEY.fullmatch(place.stem) and entry.is_file():
                facts = entry.stat()
                files.append((facts.st_atime, facts.st_size, place))
        return files


def _check(key: str) -> None:
    if not _KEY.fullmatch(key):
        raise ValueError("not an image key")
