"""Files to go with a post: checked against what the community takes, and rid of what nobody meant to tell."""

from __future__ import annotations

from typing import Literal, NamedTuple

from app.composer import metadata
from app.composer.filenames import parted, safe_name
from app.composer.filetypes import PICTURES, PROGRAMS, begins_as, fits, is_program, mime_type
from app.composer.metadata import DamagedPicture
from sync.connectors.base import PostLimits
from sync.images import UnsafeImage, probe

Reason = Literal["empty", "too_large", "wrong_type", "not_allowed", "program", "broken", "too_many_pixels"]

_STRIPPED = ("jpg", "png", "webp", "gif")
# Formats that may tell where something was made, or by whom, and that are sent as they are. Documents hold
# the name of who wrote them, often with what was changed or struck out.
_AS_IT_IS = (
    "heic heif avif tif tiff dng svg eps psd mov mp4 m4v m4a 3gp mp3 ogg webm"
    " pdf ai doc docx dotx xls xlsx xltx ppt pptx potx ppsx rtf odt ods odp odg epub pages numbers key zip"
)
_TELLING = frozenset(_AS_IT_IS.split())


class Attachment(NamedTuple):
    """A file that may go: its name made safe, its MIME type, and its content without personal data.

    ``telling``: it is of a kind that may hold a name, a place or a time, and which is left as it is.
    """

    name: str
    type: str
    content: bytes
    telling: bool = False


class Refused(Exception):
    """A file that cannot go. ``name`` is safe to show.

    ``reason``: empty; too_large (``limit`` in bytes); wrong_type (its content is another kind than its name
    says); not_allowed (the community does not take this kind; it takes ``extensions``); program; broken (a
    picture that is not whole); too_many_pixels (``limit`` in pixels).
    """

    def __init__(
        self, reason: Reason, name: str, *, limit: int = 0, extensions: tuple[str, ...] = ()
    ) -> None:
        super().__init__(reason)
        self.reason = reason
        self.name = name
        self.limit = limit
        self.extensions = extensions


def checked(name: str, content: bytes, limits: PostLimits) -> Attachment:
    """The file as it may go; a picture under another picture's extension gets its own. Raises ``Refused``."""
    name = safe_name(name)
    stem, written = parted(name)
    extension = written.lower()
    if not content:
        raise Refused("empty", name)
    if extension in PROGRAMS or is_program(content):
        raise Refused("program", name)
    found = begins_as(content)
    if found in PICTURES and extension in PICTURES | {""} and not fits(extension, content):
        extension = found
        name = safe_name(f"{stem}.{extension}")
    if "*" not in limits.extensions and extension not in limits.extensions:
        raise Refused("not_allowed", name, extensions=limits.extensions)
    if not fits(extension, content):
        raise Refused("wrong_type", name)
    if found in _STRIPPED:
        content = _picture(name, found, content, limits)
    most = limits.image_bytes if extension in PICTURES else limits.file_bytes
    if len(content) > most:
        raise Refused("too_large", name, limit=most)
    return Attachment(name, mime_type(extension), content, extension in _TELLING)


def written(file: Attachment, address: str) -> str:
    """What stands in a text for a file at ``address``: a picture, or a link to download it (Discourse)."""
    stem, extension = parted(file.name)
    shown = extension.lower() in PICTURES
    label = (stem if shown else file.name).translate(_MARKS)
    return f"![{label}]({address})" if shown else f"[{label}|attachment]({address})"


# Characters that would end or part the label.
_MARKS = str.maketrans("[]|\\`*_<>", "()--'--()")


def _picture(name: str, kind: str, content: bytes, limits: PostLimits) -> bytes:
    try:
        content = metadata.stripped(kind, content)
        probe(content, most_pixels=limits.image_pixels, most_bytes=len(content))
    except DamagedPicture as cause:
        raise Refused("broken", name) from cause
    except UnsafeImage as cause:
        if cause.reason == "pixels":
            raise Refused("too_many_pixels", name, limit=limits.image_pixels) from cause
        raise Refused("broken", name) from cause
    return content
