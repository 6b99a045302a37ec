"""Pictures that tell where they were taken, in every way that their formats have for it."""

from __future__ import annotations

import struct
import zlib
from io import BytesIO

from PIL import Image, PngImagePlugin

SECRET = b"Kerkstraat 12"
ORIENTATION = 0x0112


def sample(kind: str, orientation: int = 1, size: tuple[int, int] = (48, 32), **options: object) -> bytes:
    """A picture of ``kind`` (jpg, png, webp, gif) that tells ``SECRET`` wherever it can."""
    picture = Image.effect_noise(size, 60).convert("RGB")
    exif = Image.Exif()
    exif[ORIENTATION] = orientation
    exif[0x013B] = SECRET.decode()
    exif.get_ifd(0x8825)[1] = "N"
    exif.get_ifd(0x8825)[2] = (52.0, 22.0, 30.0)
    file = BytesIO()
    if kind == "jpg":
        picture.save(file, "JPEG", exif=exif, comment=SECRET, xmp=b"<x>" + SECRET + b"</x>", **options)
        return _with_segments(file.getvalue())
    if kind == "png":
        told = PngImagePlugin.PngInfo()
        told.add_text("Author", SECRET.decode())
        told.add_text("Place", SECRET.decode(), zip=True)
        told.add_itxt("XML:com.adobe.xmp", SECRET.decode())
        picture.save(file, "PNG", exif=exif, pnginfo=told)
        return _with_chunks(file.getvalue())
    if kind == "webp":
        picture.save(file, "WEBP", exif=exif, xmp=SECRET, lossless=True)
        return file.getvalue()
    picture.quantize(16).save(file, "GIF", comment=SECRET, **options)
    return file.getvalue() + SECRET


def _with_segments(jpeg: bytes) -> bytes:
    photoshop = b"Photoshop 3.0\x008BIM\x04\x04" + SECRET
    extra = b"".join(
        bytes((0xFF, marker)) + struct.pack(">H", len(body) + 2) + body
        for marker, body in ((0xED, photoshop), (0xE4, SECRET), (0xE2, b"FPXR\x00" + SECRET), (0xEB, SECRET))
    )
    # A second picture behind the end, as telephones write one with depth or film.
    return jpeg[:2] + extra + jpeg[2:] + b"\xff\xd8" + SECRET + b"\xff\xd9"


def _with_chunks(png: bytes) -> bytes:
    extra = b"".join(
        struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))
        for name, body in ((b"tIME", struct.pack(">H5B", 2026, 11, 20, 9, 0, 0)), (b"prVt", SECRET))
    )
    return png[:33] + extra + png[33:] + SECRET


def pixels(content: bytes) -> tuple[tuple[int, int], list[bytes]]:
    """The size and the pixels of every frame."""
    frames = []
    with Image.open(BytesIO(content)) as picture:
        for number in range(getattr(picture, "n_frames", 1)):
            picture.seek(number)
            frames.append(picture.convert("RGBA").tobytes())
        return picture.size, frames


def exif(content: bytes) -> dict[int, object]:
    """All that the picture's Exif data tells."""
    with Image.open(BytesIO(content)) as picture:
        found = picture.getexif()
        return {**found, **{key: found.get_ifd(key) for key in (0x8825, 0x8769) if found.get_ifd(key)}}
