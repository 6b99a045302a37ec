"""The places at the left: timeline, questions, saved, people and groups, each with what is unread there."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from app.places import Overview
from sync.store.rows import Place
from widgets.icons import pixmap
from widgets.keyboard_list import KeyboardList
from widgets.painting import paint_row_ring, paint_words
from widgets.sidebar_rows import Entry, Index, PlacesModel, Target
from widgets.theme import Theme

_ROW = 32
_HEADING = 44
_ICON = 18
_INSET = 8
_ABOVE = 12
_LEAST_SPRING = 12


class PlacesDelegate(QStyledItemDelegate):
    """Draws a row: icon, name, count; and headings."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.theme = theme

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        entry = _entry(index)
        return QSize(0, self.theme.px(_HEADING) if entry.heading else self._spring(index))

    def _spring(self, index: Index) -> int:
        """The height of a row, or of a spring all that the others leave."""
        row = self.theme.px(_ROW)
        if _entry(index).target is not None:
            return row
        model, view = index.model(), self.parent()
        assert isinstance(model, PlacesModel) and isinstance(view, QAbstractItemView)  # noqa: S101, PT018
        others = sum(self.theme.px(_HEADING) if one.heading else row for one in model.entries()) - row
        # The last row does not stand on the very edge.
        room = view.viewport().height() - self.theme.px(_INSET)
        return max(room - others, self.theme.px(_LEAST_SPRING))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        entry = _entry(index)
        area: QRect = option.rect.adjusted(_INSET, 0, -_INSET, 0)
        state: QStyle.StateFlag = option.state
        painter.save()
        if entry.target is None:
            self._paint_heading(painter, area, entry)
        else:
            self._paint_row(painter, area, entry, state)
            paint_row_ring(painter, option, area, self.theme)
        painter.restore()

    def _paint_heading(self, painter: QPainter, area: QRect, entry: Entry) -> None:
        painter.setFont(self.theme.font("meta", 600))
        painter.setPen(self.theme.muted)
        words = area.adjusted(_INSET, 0, 0, -self.theme.px(6))
        painter.drawText(words, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom, entry.label)

    def _paint_row(self, painter: QPainter, area: QRect, entry: Entry, state: QStyle.StateFlag) -> None:
        theme = self.theme
        current = bool(state & QStyle.StateFlag.State_Selected)
        hovered = bool(state & QStyle.StateFlag.State_MouseOver)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if current or hovered:
            self._paint_fill(painter, area, theme.selection if current else theme.sunken)
        colour = theme.accent if current else theme.closed if entry.closed else theme.text
        self._paint_icon(painter, area, entry.icon, colour)
        count = self._paint_count(painter, area, entry)
        left = _INSET + theme.px(_ICON) + theme.px(12)
        words = area.adjusted(left, 0, -count - theme.px(12), 0)
        paint_words(painter, words, entry.label, theme.font("body", 600 if current else 400), theme.text)

    def _paint_fill(self, painter: QPainter, area: QRect, colour: QColor) -> None:
        painter.setPen(QPen(self.theme.text, 1) if self.theme.outlined else Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        painter.drawRoundedRect(area, self.theme.px(6), self.theme.px(6))

    def _paint_icon(self, painter: QPainter, area: QRect, name: str, colour: QColor) -> None:
        size = self.theme.px(_ICON)
        drawing = pixmap(name, size, colour, painter.device().devicePixelRatioF())
        painter.drawPixmap(area.left() + _INSET, area.top() + (area.height() - size) // 2, drawing)

    def _paint_count(self, painter: QPainter, area: QRect, entry: Entry) -> int:
        count = entry.unread or entry.size
        if not count:
            return 0
        painter.setFont(self.theme.font("meta", 600 if entry.urgent else 400, tabular=True))
        painter.setPen(self.theme.danger if entry.urgent else self.theme.muted)
        text = str(count)
        inside = area.adjusted(0, 0, -_INSET, 0)
        painter.drawText(inside, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, text)
        return painter.fontMetrics().horizontalAdvance(text) + _INSET


def _entry(index: Index) -> Entry:
    model = index.model()
    assert isinstance(model, PlacesModel)  # noqa: S101 - this delegate draws no other model
    return model.entry(index)


def _named(target: Target) -> Target:
    """A place by what it is called, whatever its query and whether hidden topics are shown."""
    return Place(target.name, target.id) if isinstance(target, Place) else target


class Sidebar(KeyboardList):
    """The list of places. ``chosen(target)`` tells where the member wants to go."""

    chosen = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("sidebar")
        self.places = PlacesModel(self)
        self.setModel(self.places)
        self._delegate = PlacesDelegate(theme, self)
        self.setItemDelegate(self._delegate)
        # One background for the list and the space above it.
        self.setAutoFillBackground(True)
        self.viewport().setAutoFillBackground(False)
        self.clicked.connect(self._go)
        self.activated.connect(self._go)
        self._current: Target = Place("timeline")
        self.set_theme(theme)
        self.retranslate()

    def set_theme(self, theme: Theme) -> None:
        """Draw in another theme from now on."""
        self._delegate.theme = theme
        self.setViewportMargins(0, theme.px(_ABOVE), 0, 0)
        colours = self.palette()
        colours.setColor(self.backgroundRole(), theme.window)
        self.setPalette(colours)
        self.scheduleDelayedItemsLayout()

    def show_overview(self, overview: Overview) -> None:
        """Take in new counts, groups and views; the current place stays current.

        Where the keyboard is at another row, it stays at that one.
        """
        index = self.currentIndex()
        at = self.places.entry(index).target if index.isValid() and self.hasFocus() else None
        self.places.show(overview)
        row = -1 if at is None else self.places.row_of(at)
        if row >= 0:
            self.setCurrentIndex(self.places.index(row))
        else:
            self._mark_current()

    def select(self, target: Target) -> None:
        """Make ``target`` the current place without going there."""
        self._current = _named(target)
        self._mark_current()

    def name_of(self, target: Target) -> tuple[str, bool]:
        """What a place is called, and whether it is a closed group; empty where it is not in the list."""
        wanted = _named(target)
        found = next((entry for entry in self.places.entries() if entry.target == wanted), None)
        return ("", False) if found is None else (found.label, found.closed)

    def targets(self) -> list[tuple[Target, str]]:
        """Every place in the list with its name."""
        return [(entry.target, entry.label) for entry in self.places.entries() if entry.target is not None]

    def step(self, by: int) -> None:
        """Go to the next or previous place."""
        row = self.currentIndex().row() + by
        while 0 <= row < self.places.rowCount():
            if self.places.entry(self.places.index(row)).target is not None:
                self._go(self.places.index(row))
                return
            row += by

    def retranslate(self) -> None:
        """Name everything in the language of now."""
        self.setAccessibleName(QCoreApplication.translate("sidebar", "Places"))
        self.places.rebuild()

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change of language at once."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The spring fills what is left."""
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()

    def _go(self, index: Index) -> None:
        target = self.places.entry(index).target
        if target is not None:
            self.select(target)
            self.chosen.emit(target)

    def _mark_current(self) -> None:
        row = self.places.row_of(self._current)
        if row >= 0:
            self.setCurrentIndex(self.places.index(row))
        else:
            self.clearSelection()
