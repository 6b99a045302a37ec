"""Names of files made safe: for the community, and for whoever saves the file on any system later."""

from __future__ import annotations

import re
import unicodedata

from sync.markup_text import without_unseen

MOST_BYTES = 255
"""What the file systems of Windows, macOS and Linux hold in one name."""
NAMELESS = "file"
_LONGEST_READ = 4_096
_LONGEST_EXTENSION = 20
# Characters that Windows does not allow in a name, the one before a stream's name (:) among them.
_FORBIDDEN = re.compile(r'[<>:"|?*\x00-\x1f\x7f]')
# Windows: "Naming Files, Paths, and Namespaces". Superscript digits count as digits there.
_RESERVED = re.compile(r"(?:con|prn|aux|nul|conin\$|conout\$|(?:com|lpt)[0-9¹²³])", re.IGNORECASE)


def safe_name(name: str) -> str:
    """``name`` as one that every system takes, 1 to 255 bytes of UTF-8, with its extension kept.

    What stands before the last path separator goes, as do characters that do not show or turn the reading
    direction round, full stops and blanks at either end, and the special meaning of Windows' device names.
    """
    name = unicodedata.normalize("NFC", without_unseen(name[-_LONGEST_READ:]))
    name = re.split(r"[/\\\u2044\u2215\u29f8\uff0f\uff3c]", name)[-1]
    name = " ".join(_FORBIDDEN.sub("_", " ".join(name.split())).split())
    stem, extension = parted(name.strip(" ."))
    stem = stem.strip(" .") or NAMELESS
    if _RESERVED.fullmatch(stem.partition(".")[0].rstrip(" ")):
        stem = "_" + stem
    tail = f".{extension}" if extension else ""
    return _cut(stem, MOST_BYTES - len(tail.encode())) + tail


def parted(name: str) -> tuple[str, str]:
    """A name without its extension, and the extension without its full stop, as it is written."""
    stem, stop, extension = name.rpartition(".")
    if not stop or not extension or len(extension) > _LONGEST_EXTENSION or not extension.isalnum():
        return name, ""
    return stem, extension


def _cut(stem: str, most: int) -> str:
    return stem.encode("utf-8", "replace")[:most].decode("utf-8", "ignore").rstrip(" .") or NAMELESS
