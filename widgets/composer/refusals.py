"""Why a file cannot go along, in plain words."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from app.composer.attaching import Refused

translate = QCoreApplication.translate

# As many kinds of file as one reads in a sentence.
_NAMED = 12


class NotReadable(Exception):
    """A file that cannot be read here. ``reason``: folder, gone, or too_many (files at once)."""

    def __init__(self, reason: str, name: str) -> None:
        super().__init__(reason)
        self.reason = reason
        self.name = name


def size_words(size: int) -> str:
    """A size in bytes as people write it."""
    if size < 1_000:
        return translate("editor", "{0} bytes").format(size)
    if size < 999_500:
        return translate("editor", "{0} kB").format(round(size / 1_000))
    tenths = round(size / 100_000)
    if tenths % 10 == 0:
        return translate("editor", "{0} MB").format(tenths // 10)
    return translate("editor", "{0}.{1} MB").format(tenths // 10, tenths % 10)


def refusal(error: Exception, name: str) -> str | None:
    """The sentence for a file that was refused; None for a fault that is none of the file's."""
    if isinstance(error, Refused):
        return _refused(error)
    if isinstance(error, NotReadable):
        return _not_readable(error)
    if isinstance(error, OSError):
        return translate("editor", "There is no room on this computer to keep {name}.").format(name=name)
    return None


def _refused(error: Refused) -> str:
    sentences = {
        "empty": translate("editor", "{name} is empty."),
        "too_large": translate("editor", "{name} is too large. It may be {size} at most."),
        "wrong_type": translate("editor", "{name} is not the kind of file that its name says."),
        "not_allowed": translate("editor", "{name} cannot go along. What can: {kinds}."),
        "program": translate("editor", "{name} is a program. Programs cannot go along."),
        "broken": translate("editor", "{name} is damaged. Try to save the picture again."),
        "too_many_pixels": translate("editor", "{name} has too many pixels. It may have {pixels} million."),
    }
    kinds = ", ".join(error.extensions[:_NAMED])
    if len(error.extensions) > _NAMED:
        kinds = translate("editor", "{kinds} and more").format(kinds=kinds)
    return sentences[error.reason].format(
        name=error.name, size=size_words(error.limit), pixels=error.limit // 1_000_000, kinds=kinds
    )


def _not_readable(error: NotReadable) -> str:
    sentences = {
        "folder": translate("editor", "{name} is a folder. Add the files in it instead."),
        "gone": translate("editor", "{name} cannot be read."),
        "too_many": translate("editor", "That is too much at once. Add at most {name} files."),
    }
    return sentences[error.reason].format(name=error.name)
