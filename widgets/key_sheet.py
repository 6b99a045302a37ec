"""The sheet with all keys, on ``?``: read from the actions themselves, so that it cannot be out of date."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QGridLayout,
    QLabel,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from widgets.style import mark
from widgets.theme import Theme

Section = tuple[str, list[tuple[str, str]]]


class KeySheet(QDialog):
    """A list of keys in sections of (name, [(keys, what they do)]); Escape closes it."""

    def __init__(self, sections: list[Section], theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("key-sheet")
        self.setWindowTitle(QCoreApplication.translate("keys", "All keys"))
        page = QWidget()
        grid = QGridLayout(page)
        grid.setContentsMargins(24, 16, 24, 16)
        grid.setHorizontalSpacing(24)
        grid.setVerticalSpacing(6)
        row = 0
        for name, keys in sections:
            grid.addWidget(_heading(name, theme), row, 0, 1, 2)
            row += 1
            for key, what in keys:
                grid.addWidget(_key(key, theme), row, 0, Qt.AlignmentFlag.AlignLeft)
                grid.addWidget(QLabel(what), row, 1)
                row += 1
        grid.setColumnStretch(1, 1)
        area = QScrollArea()
        area.setWidget(page)
        area.setWidgetResizable(True)
        area.setFrameShape(QScrollArea.Shape.NoFrame)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.button(QDialogButtonBox.StandardButton.Close).setText(
            QCoreApplication.translate("keys", "Close")
        )
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 12)
        column.addWidget(area, 1)
        column.addWidget(buttons)
        column.setAlignment(buttons, Qt.AlignmentFlag.AlignHCenter)
        area.setAccessibleName(self.windowTitle())
        area.setFocus()
        room = theme.px(860) if parent is None else parent.window().height() - theme.px(48)
        # Wide enough for its longest line, beside the bar by which it scrolls.
        wide = page.sizeHint().width() + area.verticalScrollBar().sizeHint().width()
        self.resize(max(theme.px(480), wide), min(theme.px(860), room))


def section(name: str, actions: Iterable[QAction]) -> Section:
    """A section of the sheet from actions that have keys."""
    keys = [(_all_keys(action), action.text().replace("&", "")) for action in actions if action.shortcuts()]
    return name, keys


def _all_keys(action: QAction) -> str:
    either = QCoreApplication.translate("keys", " or ")
    texts = [keys.toString(QKeySequence.SequenceFormat.NativeText) for keys in action.shortcuts()]
    return either.join(dict.fromkeys(texts))


def _heading(name: str, theme: Theme) -> QLabel:
    label = QLabel(name)
    mark(label, "list-heading")
    label.setContentsMargins(0, theme.px(12), 0, theme.px(2))
    return label


def _key(keys: str, theme: Theme) -> QLabel:
    label = QLabel(keys)
    label.setFont(theme.font("dense", 500))
    label.setStyleSheet(
        f"background: {theme.sunken.name()}; border: 1px solid {theme.quiet.name()};"
        f" border-radius: {theme.px(6)}px; padding: 1px 8px;"
    )
    return label
