"""Pictures without what they tell about their maker: where and when they were taken, with what, by whom.

Pixels, colour profiles and animation stay byte for byte. Of the rest only what is known to be harmless is
kept, and which way up the picture is. What follows the picture in the file goes: telephones put films there.
"""

from __future__ import annotations

import struct
import zlib
from collections.abc import Callable, Iterator

Picture = str
"""``jpg``, ``png``, ``webp`` or ``gif``."""


class DamagedPicture(Exception):
    """The file does not hold together as a picture of its kind."""


def stripped(kind: Picture, content: bytes) -> bytes:
    """The picture without personal data. Raises ``DamagedPicture``, and ``KeyError`` for another kind."""
    try:
        return _STRIPPERS[kind](content)
    except (IndexError, struct.error) as cause:
        raise DamagedPicture from cause


# JPEG (ITU-T T.81, annex B)

_SOI, _EOI, _SOS, _COM = 0xD8, 0xD9, 0xDA, 0xFE
_APP0, _APP1, _APP2, _APP14, _APP15 = 0xE0, 0xE1, 0xE2, 0xEE, 0xEF
_STANDALONE = frozenset((0x01, *range(0xD0, 0xD8)))


def _jpeg(content: bytes) -> bytes:
    kept: list[bytes] = []
    turned = 1
    for marker, piece in _segments(content):
        body = piece[4:]
        if marker == _APP1 and body.startswith(b"Exif\x00"):
            turned = _orientation(body[6:]) if turned == 1 else turned
        elif marker == _APP0 and body.startswith(b"JFIF\x00"):
            # Without the small picture that may be in it.
            kept.append(b"\xff\xe0\x00\x10" + body[:12].ljust(12, b"\x00") + b"\x00\x00")
        elif _harmless(marker, body):
            kept.append(piece)
    place = 1 if kept and kept[0].startswith(b"\xff\xe0") else 0
    if turned != 1:
        body = b"Exif\x00\x00" + _turned(turned)
        kept.insert(place, b"\xff\xe1" + struct.pack(">H", len(body) + 2) + body)
    return b"\xff\xd8" + b"".join(kept) + b"\xff\xd9"


def _harmless(marker: int, body: bytes) -> bool:
    if _APP0 <= marker <= _APP15:
        # Colours: the profile, and how Adobe's programs stored them.
        profile = marker == _APP2 and body.startswith(b"ICC_PROFILE\x00")
        return profile or (marker == _APP14 and body.startswith(b"Adobe"))
    return marker != _COM


def _segments(content: bytes) -> Iterator[tuple[int, bytes]]:
    """The segments between start and end of the picture, each with its marker; a scan with its data."""
    if content[:2] != b"\xff\xd8":
        raise DamagedPicture
    at, scans = 2, 0
    while True:
        if content[at] != 0xFF:
            raise DamagedPicture
        while content[at + 1] == 0xFF:
            at += 1
        marker = content[at + 1]
        if marker == _EOI:
            if not scans:
                raise DamagedPicture
            return
        if marker in _STANDALONE:
            at += 2
            continue
        if marker in (0x00, _SOI):
            raise DamagedPicture
        length = struct.unpack_from(">H", content, at + 2)[0]
        end = at + 2 + length
        if length < 2 or end > len(content):
            raise DamagedPicture
        if marker == _SOS:
            scans += 1
            end = _end_of_scan(content, end)
        yield marker, content[at:end]
        at = end


def _end_of_scan(content: bytes, at: int) -> int:
    """Where the next marker is that does not belong to the data of a scan."""
    while True:
        at = content.find(b"\xff", at)
        if at < 0 or at + 1 >= len(content):
            raise DamagedPicture
        if content[at + 1] == 0xFF:
            at += 1
        elif content[at + 1] == 0x00 or content[at + 1] in _STANDALONE:
            at += 2
        else:
            return at


# PNG (W3C Recommendation, third edition): chunks that say how the picture looks.
_PNG_START = b"\x89PNG\r\n\x1a\n"
_PNG_KEPT = frozenset(
    b"IHDR PLTE IDAT IEND tRNS cHRM gAMA iCCP sBIT sRGB cICP mDCV cLLI bKGD hIST pHYs sPLT"
    b" acTL fcTL fdAT".split()
)


def _png(content: bytes) -> bytes:
    if not content.startswith(_PNG_START):
        raise DamagedPicture
    kept = [_PNG_START]
    at, turned, name = len(_PNG_START), 1, b""
    while name != b"IEND":
        length, name = struct.unpack_from(">I4s", content, at)
        end = at + 12 + length
        if end > len(content) or (len(kept) == 1 and name != b"IHDR"):
            raise DamagedPicture
        body = content[at + 8 : end - 4]
        if zlib.crc32(name + body) != struct.unpack_from(">I", content, end - 4)[0]:
            raise DamagedPicture
        if name == b"eXIf":
            turned = _orientation(body)
        elif name in _PNG_KEPT:
            kept.append(content[at:end])
        at = end
    if turned != 1:
        body = _turned(turned)
        chunk = struct.pack(">I", len(body)) + b"eXIf" + body
        kept.insert(2, chunk + struct.pack(">I", zlib.crc32(b"eXIf" + body)))
    return b"".join(kept)


# WebP (RFC 9649)
_WEBP_KEPT = frozenset((b"VP8 ", b"VP8L", b"VP8X", b"ANIM", b"ANMF", b"ALPH", b"ICCP"))
_HAS_XMP, _HAS_EXIF = 0x04, 0x08


def _webp(content: bytes) -> bytes:
    size = struct.unpack_from("<I", content, 4)[0]
    if content[:4] != b"RIFF" or content[8:12] != b"WEBP" or size + 8 > len(content):
        raise DamagedPicture
    kept: list[tuple[bytes, bytes]] = []
    at, turned = 12, 1
    while at < size + 8:
        name, length = struct.unpack_from("<4sI", content, at)
        if at + 8 + length > size + 8:
            raise DamagedPicture
        body = content[at + 8 : at + 8 + length]
        if name == b"EXIF":
            turned = _orientation(body.removeprefix(b"Exif\x00\x00"))
        elif name in _WEBP_KEPT:
            kept.append((name, body))
        at += 8 + length + length % 2
    return _riff(kept, turned)


def _riff(chunks: list[tuple[bytes, bytes]], turned: int) -> bytes:
    if not chunks:
        raise DamagedPicture
    name, body = chunks[0]
    if name == b"VP8X":
        extended = turned != 1
        flags = body[0] & ~(_HAS_XMP | _HAS_EXIF) | (_HAS_EXIF if extended else 0)
        chunks = [(name, bytes((flags,)) + body[1:]), *chunks[1:]]
        chunks += [(b"EXIF", _turned(turned))] if extended else []
    written = b"".join(
        name + struct.pack("<I", len(body)) + body + b"\x00" * (len(body) % 2) for name, body in chunks
    )
    return b"RIFF" + struct.pack("<I", len(written) + 4) + b"WEBP" + written


# GIF (GIF89a specification)
_GIF_EXTENSION, _GIF_IMAGE, _GIF_END = 0x21, 0x2C, 0x3B
_GIF_COMMENT, _GIF_APPLICATION = 0xFE, 0xFF
_GIF_KEPT = (b"NETSCAPE2.0", b"ANIMEXTS1.0", b"ICCRGBG1012")


def _gif(content: bytes) -> bytes:
    if content[:6] not in (b"GIF87a", b"GIF89a"):
        raise DamagedPicture
    at = 13 + _colours(content[10])
    kept = [content[:at]]
    while content[at] != _GIF_END:
        start, block = at, content[at]
        if block == _GIF_IMAGE:
            at = _blocks_end(content, at + 11 + _colours(content[at + 9]))
            kept.append(content[start:at])
        elif block == _GIF_EXTENSION:
            label, name = content[at + 1], content[at + 3 : at + 14]
            at = _blocks_end(content, at + 2)
            if label != _GIF_COMMENT and (label != _GIF_APPLICATION or name in _GIF_KEPT):
                kept.append(content[start:at])
        else:
            raise DamagedPicture
    return b"".join(kept) + b"\x3b"


def _colours(flags: int) -> int:
    """How many bytes a table of colours takes, by the flags before it."""
    return 3 << ((flags & 7) + 1) if flags & 0x80 else 0


def _blocks_end(content: bytes, at: int) -> int:
    while content[at]:
        at += content[at] + 1
    return at + 1


# Exif (CIPA DC-008): only which way up.
_ORIENTATION = 0x0112


def _orientation(tiff: bytes) -> int:
    """Which way up a picture is, 1 to 8, by its Exif data; 1 when that is not told."""
    order = {b"II": "<", b"MM": ">"}.get(tiff[:2])
    if order is None:
        return 1
    try:
        start = struct.unpack_from(f"{order}I", tiff, 4)[0]
        count = struct.unpack_from(f"{order}H", tiff, start)[0]
        for entry in range(start + 2, start + 2 + 12 * count, 12):
            tag, kind, _, value = struct.unpack_from(f"{order}HHIH", tiff, entry)
            if tag == _ORIENTATION:
                return value if kind == 3 and 1 <= value <= 8 else 1
    except struct.error:
        pass
    return 1


def _turned(orientation: int) -> bytes:
    """Exif data that says which way up, and nothing else."""
    return struct.pack(">2sHIHHHIHHI", b"MM", 42, 8, 1, _ORIENTATION, 3, 1, orientation, 0, 0)


_STRIPPERS: dict[Picture, Callable[[bytes], bytes]] = {"jpg": _jpeg, "png": _png, "webp": _webp, "gif": _gif}
