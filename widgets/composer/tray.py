"""The files that go along, as chips under the text, and what is to be said about files."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication, QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QVBoxLayout, QWidget

from app.composer.filetypes import PICTURES
from widgets.composer.file_notes import FileNote, Tone
from widgets.composer.refusals import size_words
from widgets.filters.flow import Flow
from widgets.icons import pixmap
from widgets.theme import Theme

translate = QCoreApplication.translate

_HEIGHT, _LEFT, _GAP, _CROSS, _ICON = 28, 10, 6, 14, 16
_WIDEST_NAME = 240
_TRACK = 2
_MOST_NOTES = 4
_WAITS = r"upload://waiting-[0-9a-f]{32}"
_PICTURE = re.compile(rf"!\[([^\]\n]{{0,300}})\]\(({_WAITS})\)")
_FILE = re.compile(rf"\[([^\]\n]{{0,300}})\|attachment\]\(({_WAITS})\)")
_AT_THE_END = re.compile(rf"(?:(?:\A|\n)\[[^\]\n]{{0,300}}\|attachment\]\({_WAITS}\))+\s*\Z")
_TAKES_AWAY = frozenset({Qt.Key.Key_Delete, Qt.Key.Key_Backspace, Qt.Key.Key_Return, Qt.Key.Key_Enter})


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


def _joined(file: Attached, known: Attached | None) -> Attached:
    return file if known is None else file._replace(name=known.name, bytes=known.bytes)


class FileChip(QAbstractButton):
    """One file; a click, Delete or Backspace takes it away. ``address`` is empty until it is kept."""

    def __init__(self, name: str, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.address = ""
        self.line = ""
        self._name = name
        self._bytes = 0
        self._share = 0.0
        self._theme = theme
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.retranslate()

    def show_share(self, share: float) -> None:
        """How far the file is on its way, from 0 to 1."""
        if share != self._share:
            self._share = share
            self.update()

    def show_file(self, file: Attached) -> None:
        """The file is kept; this is it."""
        self._name, self._bytes, self.address, self.line = file
        self.retranslate()

    def set_theme(self, theme: Theme) -> None:
        """Draw in another theme from now on."""
        self._theme = theme
        self.updateGeometry()
        self.update()

    def retranslate(self) -> None:
        """Say everything in the language of now."""
        self.setAccessibleName(
            translate("editor", "File {0}, take away").format(f"{self._name} {self._said()}")
        )
        self.setToolTip(translate("editor", "Take away {0}").format(self._name))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """The icon, the name, the size and the cross on one line, 28 high at 100% text."""
        px, theme = self._theme.px, self._theme
        said = QFontMetrics(theme.font("meta")).horizontalAdvance(self._said())
        width = px(_LEFT) + px(_ICON) + px(_GAP) + self._name_width() + px(_GAP)
        return QSize(width + (said + px(_GAP) if said else 0) + px(_CROSS) + px(8), px(_HEIGHT))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Delete and Backspace do what the cross does."""
        if event.key() in _TAKES_AWAY:
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """A sunken chip; while the file is on its way a track along its foot."""
        theme, px, dpr = self._theme, self._theme.px, self.devicePixelRatioF()
        middle = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(theme.sunken)
        painter.setPen(theme.text if theme.outlined else Qt.PenStyle.NoPen)
        painter.drawRoundedRect(self.rect().adjusted(0, 0, -1, -1), px(8), px(8))
        ending = self._name.rpartition(".")[2].lower()
        drawing = "image" if ending in PICTURES or (self.address and not self.line) else "file"
        drawn = pixmap(drawing, px(_ICON), theme.muted, dpr)
        painter.drawPixmap(px(_LEFT), (self.height() - px(_ICON)) // 2, drawn)
        room = self.rect().adjusted(px(_LEFT) + px(_ICON) + px(_GAP), 0, 0, 0)
        painter.setFont(theme.font("dense"))
        painter.setPen(theme.text)
        name = painter.fontMetrics().elidedText(self._name, Qt.TextElideMode.ElideMiddle, px(_WIDEST_NAME))
        painter.drawText(room, middle, name)
        room.setLeft(room.left() + self._name_width() + px(_GAP))
        painter.setFont(theme.font("meta"))
        painter.setPen(theme.muted)
        painter.drawText(room, middle, self._said())
        cross = pixmap("x", px(_CROSS), theme.muted, dpr)
        painter.drawPixmap(self.width() - px(8) - px(_CROSS), (self.height() - px(_CROSS)) // 2, cross)
        if not self.address:
            self._paint_track(painter)

    def _paint_track(self, painter: QPainter) -> None:
        theme, left = self._theme, self._theme.px(_LEFT)
        width = float(self.width() - 2 * left)
        track = QRectF(left, self.height() - _TRACK - 2, width, _TRACK)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.quiet)
        painter.drawRect(track)
        track.setWidth(width * self._share)
        painter.setBrush(theme.accent)
        painter.drawRect(track)

    def _name_width(self) -> int:
        advance = QFontMetrics(self._theme.font("dense")).horizontalAdvance(self._name)
        return min(advance + 1, self._theme.px(_WIDEST_NAME))

    def _said(self) -> str:
        if not self.address:
            return translate("editor", "being added")
        return size_words(self._bytes) if self._bytes else ""


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
        self._flow.insert(len(self._chips), chip)
        self._chips.append(chip)
        chip.show()
        self._settle()
        return chip

    def drop(self, chip: FileChip) -> None:
        """Take a chip away."""
        if chip in self._chips:
            self._chips.remove(chip)
            self._flow.removeWidget(chip)
            chip.hide()
            chip.deleteLater()
            self._settle()

    def show_files(self, files: Sequence[Attached]) -> None:
        """Show these files, and no notes."""
        for chip in list(self._chips):
            self.drop(chip)
        for note in list(self.notes):
            self._forget(note)
        for file in files:
            self.begin(file.name).show_file(file)

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
