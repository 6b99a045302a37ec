"""The files that go along, as chips under the text, and what is to be said about files."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from sync.outbox import placeholder
from widgets.composer.file_chip import FileChip
from widgets.composer.file_notes import FileNote, Tone
from widgets.filters.flow import Flow
from widgets.theme import Theme

if TYPE_CHECKING:
    from sync.store.uploads import Upload

_MOST_NOTES = 4
_WAITS = r"upload://waiting-[0-9a-f]{32}"
_PICTURE = re.compile(rf"!\[([^\]\n]{{0,300}})\]\(({_WAITS})\)")
_FILE = re.compile(rf"\[([^\]\n]{{0,300}})\|attachment\]\(({_WAITS})\)")
_AT_THE_END = re.compile(rf"(?:(?:\A|\n)\[[^\]\n]{{0,300}}\|attachment\]\({_WAITS}\))+\s*\Z")


class Attached(NamedTuple):
    """A file that goes along: its name, its size in bytes (0 when not known), and its address.

    ``line`` is what is written for it below the text; empty for a picture, which stands in the text.
    """

    name: str
    bytes: int
    address: str
    line: str = ""


def parted(text: str, known: Sequence[Attached] = ()) -> tuple[str, list[Attached]]:
    """A text without the lines of files at its end, and the files that wait here for it to be sent.

    ``known`` are files of which more is known than the text tells.
    """
    facts = {file.address: file for file in known}
    end = _AT_THE_END.search(text)
    own = text[: end.start()] if end else text
    files = [Attached(name, 0, address) for name, address in _PICTURE.findall(own)]
    if end is not None:
        files += [Attached(found[1], 0, found[2], found[0]) for found in _FILE.finditer(end[0])]
    return own, [_joined(file, facts.get(file.address)) for file in files]


def attached(file: Upload) -> Attached:
    """A file of a draft, by its address in the community or, while it waits, by the one in the text."""
    return Attached(file.name, file.bytes, file.remote or placeholder(file.file))


def _joined(file: Attached, known: Attached | None) -> Attached:
    return file if known is None else file._replace(name=known.name, bytes=known.bytes)


class Tray(QWidget):
    """Chips for the files and what the owner adds.

    By hand: ``changed(chip)`` when a file was taken away, ``cancelled(chip)`` when it was on its way still,
    ``removed(address)`` when a picture is to be taken out of the text.
    """

    changed = Signal(object)
    cancelled = Signal(object)
    removed = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._chips: list[FileChip] = []
        self._extras = 0
        self.notes: list[FileNote] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(8)
        self._flow = Flow(gap=8, stretched=True)
        self._column.addLayout(self._flow)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._settle()

    @property
    def chips(self) -> list[FileChip]:
        """The files in sight, those on their way too."""
        return [chip for chip in self._chips if not chip.isHidden()]

    def lines_below(self, text: str) -> str:
        """What is written below ``text`` for the files that do not stand in it."""
        return "\n".join(chip.line for chip in self._chips if chip.line and chip.address not in text)

    @property
    def length_below(self) -> int:
        """How many characters the files take below the text."""
        return sum(len(chip.line) + 2 for chip in self._chips if chip.line)

    @property
    def has_pictures(self) -> bool:
        """Whether any picture was added, also one that the text no longer has."""
        return any(chip.address and not chip.line for chip in self._chips)

    def add_extra(self, widget: QWidget) -> None:
        """A widget of the owner behind the files: the tags, for example."""
        self._flow.addWidget(widget)
        self._extras += 1
        self._settle()

    def begin(self, name: str) -> FileChip:
        """A chip for a file that is on its way."""
        chip = FileChip(name, self._theme, self)
        chip.clicked.connect(lambda: self._clicked(chip))
        QWidget.setTabOrder(self._chips[-1] if self._chips else self, chip)
        self._flow.insert(len(self._chips), chip)
        self._chips.append(chip)
        chip.show()
        self._settle()
        return chip

    def drop(self, chip: FileChip) -> None:
        """Take a chip away."""
        if chip in self._chips:
            self._chips.remove(chip)
            self._flow.drop(chip)
            self._settle()

    def show_files(self, files: Sequence[Attached]) -> None:
        """Show these files, and no notes."""
        for chip in list(self._chips):
            self.drop(chip)
        for note in list(self.notes):
            self._forget(note)
        for file in files:
            self.begin(file.name).show_file(*file)

    def keep_to(self, text: str) -> None:
        """Show a picture only while the text has it; what an undo brings back is shown again."""
        shown = [not chip.address or bool(chip.line) or chip.address in text for chip in self._chips]
        if shown != [not chip.isHidden() for chip in self._chips]:
            for chip, here in zip(self._chips, shown, strict=True):
                chip.setVisible(here)
            self._settle()

    def say(self, words: str, tone: Tone) -> None:
        """Say something about a file; the same words stand there once, a fault until it is taken away."""
        for older in [note for note in self.notes if note.words == words]:
            self._forget(older)
        note = FileNote(words, tone, self._theme)
        note.closed.connect(lambda: self._forget(note))
        self.notes.append(note)
        self._column.addWidget(note)
        for older in self.notes[:-_MOST_NOTES]:
            self._forget(older)
        self._settle()
        note.announce()

    def set_theme(self, theme: Theme) -> None:
        """Draw in another theme from now on."""
        self._theme = theme
        for chip in self._chips:
            chip.set_theme(theme)
        for note in self.notes:
            note.set_theme(theme)

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change of language at once."""
        if event.type() == QEvent.Type.LanguageChange:
            for chip in self._chips:
                chip.retranslate()
        super().changeEvent(event)

    def _clicked(self, chip: FileChip) -> None:
        if chip.address and not chip.line:
            self.removed.emit(chip.address)
            return
        self.drop(chip)
        (self.changed if chip.line else self.cancelled).emit(chip)

    def _forget(self, note: FileNote) -> None:
        if note in self.notes:
            self.notes.remove(note)
            self._column.removeWidget(note)
            note.hide()
            note.deleteLater()
            self._settle()

    def _settle(self) -> None:
        self.setVisible(bool(self._extras or self.notes or self.chips))
        self._flow.invalidate()
        self.updateGeometry()
