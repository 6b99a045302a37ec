"""Small controls of the editor in one place: drop-downs that know their values, quiet tools, labels."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QPainter, QPaintEvent
from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit, QPushButton, QSizePolicy, QToolButton, QWidget

from widgets.icons import icon
from widgets.plain_text import as_tip
from widgets.style import Role, mark
from widgets.theme import Theme


class Choice(QComboBox):
    """A drop-down of values with words. ``picked(value)`` when the member chose another one."""

    picked = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.activated.connect(lambda index: self.picked.emit(str(self.itemData(index))))
        self.installEventFilter(self)

    @property
    def value(self) -> str:
        """The value that is chosen."""
        return str(self.currentData())

    def offer(self, values: Sequence[tuple[str, str]], chosen: str) -> None:
        """Offer these values with their words, ``chosen`` picked; says nothing."""
        if [(self.itemData(at), self.itemText(at)) for at in range(self.count())] != list(values):
            self.clear()
            for value, words in values:
                self.addItem(words, value)
        self.setCurrentIndex(max(0, self.findData(chosen)))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Scrolling over a page must not change what it says."""
        if event.type() == QEvent.Type.Wheel and not self.view().isVisible():
            event.ignore()
            return True
        return super().eventFilter(watched, event)


class Field(QLineEdit):
    """A field of which undo and redo are those of the page around it."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Steps back and forth go on to the page."""
        if event.matches(QKeySequence.StandardKey.Undo) or event.matches(QKeySequence.StandardKey.Redo):
            event.ignore()
        else:
            super().keyPressEvent(event)


class Elided(QLabel):
    """A label of one line that ends in an ellipsis where it has no room; its whole text is read out."""

    def minimumSizeHint(self) -> QSize:
        """As narrow as need be."""
        return QSize(0, super().minimumSizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """As much as fits."""
        painter = QPainter(self)
        painter.setFont(self.font())
        painter.setPen(self.palette().color(self.foregroundRole()))
        words = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, self.width())
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, words)


def label(words: str = "", role: Role | None = None) -> QLabel:
    """A label of plain text."""
    made = QLabel(words)
    made.setTextFormat(Qt.TextFormat.PlainText)
    if role is not None:
        mark(made, role)
    return made


def link(do: Callable[[], object]) -> QPushButton:
    """A button that looks like a link in a line of text."""
    made = button("quiet", do)
    made.setProperty("inline", True)
    made.setProperty("small", True)
    return made


def button(role: Role, do: Callable[[], object]) -> QPushButton:
    """A button that calls ``do``."""
    made = QPushButton()
    mark(made, role)
    made.clicked.connect(lambda _checked=False: do())
    return made


def tool(do: Callable[[], object]) -> QToolButton:
    """A square button with an icon that calls ``do``."""
    made = QToolButton()
    mark(made, "tool")
    made.clicked.connect(lambda _checked=False: do())
    return made


def name_tool(made: QToolButton, words: str) -> None:
    """What a button with an icon is called, seen and read out."""
    made.setToolTip(as_tip(words))
    made.setAccessibleName(words)


def draw_cross(made: QToolButton, theme: Theme) -> None:
    """The narrow button at the end of a row that takes it away."""
    draw_icon(made, "x", 18, theme, "text")
    made.setStyleSheet(f"QToolButton {{ min-width: {theme.px(24)}px; max-width: {theme.px(24)}px; }}")


def draw_icon(made: QPushButton | QToolButton, drawing: str, size: int, theme: Theme, role: str) -> None:
    """Put an icon on a button, ``size`` pixels at 100% text, in a colour of the theme."""
    made.setIcon(icon(drawing, theme.px(size), getattr(theme, role)))
    made.setIconSize(QSize(theme.px(size), theme.px(size)))
