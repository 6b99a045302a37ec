"""Rows under headings, as many at once as one looks at; the keyboard stays with the row it was on."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from widgets.filters.controls import label, link
from widgets.outbox.row import Row
from widgets.outbox.shown import Section, Shown
from widgets.read_as import read_as
from widgets.theme import Theme

translate = QCoreApplication.translate

AT_ONCE = 25


class _Sight(NamedTuple):
    """What of a section is in sight, and how many are not."""

    name: str
    heading: str
    keys: tuple[int, ...]
    left: int


class Rows(QWidget):
    """Lists sections. ``acted(key, name)`` when the member chose something in a row; ``reached(Row)`` when
    the keyboard came to one."""

    acted = Signal(int, str)
    reached = Signal(QWidget)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        read_as(self, "list")
        self._sections: tuple[Section, ...] = ()
        self._rows: dict[int, Row] = {}
        self._order: list[_Sight] = []
        self._most: dict[str, int] = {}
        self._other: list[QWidget] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)

    @property
    def rows(self) -> list[Row]:
        """The rows in sight, from top to bottom."""
        return [self._rows[key] for sight in self._order for key in sight.keys]

    def show_sections(self, sections: Sequence[Section]) -> None:
        """Show these; what is the same stays as it is."""
        self._sections = tuple(one for one in sections if one.rows)
        order = [_in_sight(one, self._most.get(one.name, AT_ONCE)) for one in self._sections]
        shown = {row.key: row for one in self._sections for row in one.rows}
        wanted = {key: shown[key] for sight in order for key in sight.keys}
        had = self._focused()
        self._update(wanted)
        if order != self._order:
            self._order = order
            self._arrange()
            self._refocus(had, wanted)

    def focus_row(self, key: int | None = None) -> bool:
        """Give the keyboard to a row, or to the first; whether there is one."""
        rows = self.rows
        target = self._rows.get(key) if key is not None else None
        if target is None and rows:
            target = rows[0]
        if target is not None:
            target.setFocus(Qt.FocusReason.OtherFocusReason)
        return target is not None

    def set_theme(self, theme: Theme) -> None:
        """Draw in another theme from now on."""
        self._theme = theme
        key = self._focused()[0]
        for row in self._rows.values():
            _throw_away(row)
        self._rows, self._order = {}, []
        self.show_sections(self._sections)
        if key is not None:
            self.focus_row(key)

    def _update(self, wanted: dict[int, Shown]) -> None:
        for key, shown in wanted.items():
            if (row := self._rows.get(key)) is not None:
                row.show_row(shown)
            else:
                made = self._rows[key] = Row(shown, self._theme, self)
                made.acted.connect(self.acted)
                made.moved.connect(self._move)
                made.reached.connect(self.reached)

    def _arrange(self) -> None:
        while self._column.takeAt(0) is not None:
            pass
        for widget in self._other:
            _throw_away(widget)
        self._other = []
        before: QWidget | None = None
        for place, sight in enumerate(self._order):
            head = label(sight.heading, "list-heading")
            head.setContentsMargins(self._theme.px(8), 0, 0, 0)
            self._other.append(head)
            self._column.addSpacing(self._theme.px(20 if place else 0))
            self._column.addWidget(head)
            self._column.addSpacing(self._theme.px(4))
            for key in sight.keys:
                row = self._rows[key]
                self._column.addWidget(row)
                row.show()
                if before is not None:
                    QWidget.setTabOrder(before, row)
                before = row.stops()[-1]
            if sight.left:
                more = self._more(sight)
                self._column.addWidget(more, 0, Qt.AlignmentFlag.AlignLeft)
                if before is not None:
                    QWidget.setTabOrder(before, more)
                before = more
        self._column.addStretch(1)

    def _more(self, sight: _Sight) -> QPushButton:
        made = link(partial(self._show_more, sight))
        made.setText(translate("outbox", "Show {0} more").format(min(sight.left, AT_ONCE)))
        self._other.append(made)
        return made

    def _show_more(self, sight: _Sight) -> None:
        had = len(sight.keys)
        self._most[sight.name] = had + AT_ONCE
        self.show_sections(self._sections)
        now = next((one for one in self._order if one.name == sight.name), sight)
        if len(now.keys) > had:
            self._rows[now.keys[had]].setFocus(Qt.FocusReason.TabFocusReason)

    def _focused(self) -> tuple[int | None, int]:
        """The key of the row that has the keyboard, itself or in a link, and its place; -1 for none."""
        for at, row in enumerate(self.rows):
            widget = self.focusWidget() if self.window().isAncestorOf(self) else None
            if row.hasFocus() or (widget is not None and row.isAncestorOf(widget) and widget.hasFocus()):
                return row.shown.key, at
        return None, -1

    def _refocus(self, had: tuple[int | None, int], wanted: dict[int, Shown]) -> None:
        """Take away what is gone; the keyboard goes on with what took its place."""
        key, at = had
        gone = [row for key_, row in self._rows.items() if key_ not in wanted]
        if key is not None and key not in wanted:
            rows = self.rows
            if rows:
                rows[min(at, len(rows) - 1)].setFocus(Qt.FocusReason.OtherFocusReason)
        for row in gone:
            del self._rows[row.shown.key]
            _throw_away(row)

    def _move(self, key: int, step: int) -> None:
        rows = self.rows
        at = next((at for at, row in enumerate(rows) if row.shown.key == key), -1) + step
        if 0 <= at < len(rows):
            rows[at].setFocus(Qt.FocusReason.TabFocusReason)


def _in_sight(section: Section, most: int) -> _Sight:
    keys = tuple(row.key for row in section.rows[:most])
    return _Sight(section.name, section.heading, keys, len(section.rows) - len(keys))


def _throw_away(widget: QWidget) -> None:
    widget.hide()
    widget.deleteLater()
