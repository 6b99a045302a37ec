"""What kind a file is: by its name, and by how its content begins."""

from __future__ import annotations

import mimetypes

PICTURES = frozenset(("jpg", "jpeg", "png", "gif", "webp", "avif", "heic", "heif", "bmp", "tif", "tiff"))
"""Extensions of pictures, for which a community has limits of their own."""

_PROGRAMS = (
    "exe com scr pif cpl dll sys drv ocx bat cmd ps1 psm1 psd1 vbs vbe js jse mjs wsf wsh wsc hta msi msp"
    " msix msixbundle appx appxbundle appinstaller application gadget inf reg lnk url scf chm hlp jar jnlp"
    " class sh bash zsh csh ksh run bin elf so dylib app command workflow dmg pkg deb rpm apk aab ipa"
    " appimage flatpakref desktop action py pyc pyw pyz pl rb lua php phtml asp aspx jsp cgi iso img vhd"
    " vhdx docm dotm xlsm xltm xlam xll pptm potm ppam ppsm sldm accde ade adp mde"
)
PROGRAMS = frozenset(_PROGRAMS.split())
"""Extensions of what runs, or makes another program run something, when it is opened."""

# How files begin whose kind is certain. A type that is absent here is taken at its word.
_STARTS: tuple[tuple[bytes, str], ...] = (
    (b"\xff\xd8\xff", "jpg"),
    (b"\x89PNG\r\n\x1a\n", "png"),
    (b"GIF87a", "gif"),
    (b"GIF89a", "gif"),
    (b"%PDF-", "pdf"),
    (b"PK\x03\x04", "zip"),
    (b"PK\x05\x06", "zip"),
    (b"II*\x00", "tif"),
    (b"MM\x00*", "tif"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "ole"),
    (b"7z\xbc\xaf\x27\x1c", "7z"),
    (b"Rar!\x1a\x07", "rar"),
    (b"\x1f\x8b", "gz"),
    (b"ID3", "mp3"),
    (b"OggS", "ogg"),
    (b"{\\rtf", "rtf"),
)
_PROGRAM_STARTS = (
    b"MZ",
    b"\x7fELF",
    b"\xfe\xed\xfa\xce",
    b"\xfe\xed\xfa\xcf",
    b"\xce\xfa\xed\xfe",
    b"\xcf\xfa\xed\xfe",
    b"\xca\xfe\xba\xbe",
    b"#!",
    b"L\x00\x00\x00\x01\x14\x02\x00",
)
_BRANDS = {
    b"avif": "avif",
    b"avis": "avif",
    b"heic": "heic",
    b"heix": "heic",
    b"mif1": "heic",
    b"msf1": "heic",
}
# Extensions that one beginning stands for; any other extension is a kind of its own.
_SAME = {
    "jpg": "jpg jpeg jpe jfif",
    "tif": "tif tiff dng",
    "heic": "heic heif avif",
    "avif": "avif heic heif",
    "zip": "zip docx xlsx pptx dotx xltx potx ppsx odt ods odp odg epub kmz pages numbers key",
    "ole": "doc xls ppt dot xlt pot pps msg vsd pub",
    "mp4": "mp4 m4a m4v mov 3gp",
    "gz": "gz tgz",
    "ogg": "ogg oga ogv opus",
    "pdf": "pdf ai",
}
_SIGNED = frozenset(_SAME) - {"ole"} | {one for some in _SAME.values() for one in some.split()}
_ALWAYS_SIGNED = _SIGNED | {"png", "gif", "webp", "7z", "rar", "rtf"}
# Documents of an older Word are also written as RTF or as a web page; sound may begin in several ways.
_LOOSE = frozenset(("doc", "xls", "dot", "mp3", "mov"))


def is_program(content: bytes) -> bool:
    """Whether the content begins as what a computer runs."""
    return content.startswith(_PROGRAM_STARTS)


def begins_as(content: bytes) -> str:
    """What the content certainly is, as an extension; empty when its beginning does not tell."""
    if content[:4] == b"RIFF":
        return {b"WEBP": "webp", b"WAVE": "wav", b"AVI ": "avi"}.get(content[8:12], "")
    if content[4:8] == b"ftyp":
        return _BRANDS.get(content[8:12], "mp4")
    return next((kind for start, kind in _STARTS if content.startswith(start)), "")


def fits(extension: str, content: bytes) -> bool:
    """Whether content may have this extension (lower case): it begins so, or nothing says otherwise."""
    found = begins_as(content)
    if not found:
        return extension not in _ALWAYS_SIGNED or extension in _LOOSE
    return extension in _SAME.get(found, found).split() or extension in _LOOSE


def mime_type(extension: str) -> str:
    """The MIME type for an extension, the same on every system."""
    return _TYPES.guess_type(f"x.{extension}", strict=False)[0] or "application/octet-stream"


_TYPES = mimetypes.MimeTypes()
for _extension, _type in (
    ("webp", "image/webp"),
    ("avif", "image/avif"),
    ("heic", "image/heic"),
    ("heif", "image/heif"),
    ("docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
    ("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    ("pptx", "application/vnd.openxmlformats-officedocument.presentationml.presentation"),
    ("odt", "application/vnd.oasis.opendocument.text"),
    ("ods", "application/vnd.oasis.opendocument.spreadsheet"),
    ("odp", "application/vnd.oasis.opendocument.presentation"),
    ("md", "text/markdown"),
):
    _TYPES.add_type(_type, f".{_extension}", strict=False)
