"""How the rows of the list of readers are drawn: names in full, over as many lines as they need."""

from __future__ import annotations

from PySide6.QtCore import QObject, QPoint, QRect, QSize
from PySide6.QtGui import QColor, QFontMetrics, QPainter
from PySide6.QtWidgets import QListView, QStyledItemDelegate, QStyleOptionViewItem

from app.audience import Organisation, Reader
from widgets.audience import wording
from widgets.audience.faces_row import faces_width, paint_faces
from widgets.audience.rows import ROW, Index, Row
from widgets.faces import Faces
from widgets.painting import RIGHT, paint_row_ring, paint_words, paint_wrapped, wrapped_height
from widgets.theme import Theme

_FACE = 20
_GROUPED_FACE = 24
_GAP = 8
_FACES = 3
_PERSON = 26
_HEADING = 16
_ABOVE_HEADING = 16


class ReadersDelegate(QStyledItemDelegate):
    """Draws on ``ground``, the colour behind the list. ``of_people`` says that people have rows."""

    def __init__(self, theme: Theme, faces: Faces, *, of_people: bool, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme, self._faces, self._of_people = theme, faces, of_people
        self._ground = theme.surface

    def set_theme(self, theme: Theme, ground: QColor) -> None:
        """Another look or text size, on another ground."""
        self._theme, self._ground = theme, ground

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """As high as the words need at the list's width."""
        view = option.widget
        width = view.viewport().width() if isinstance(view, QListView) else option.rect.width()
        return QSize(width, self.height(index, width))

    def height(self, index: Index, width: int) -> int:
        """How high a row is in a list of ``width`` pixels."""
        row = index.data(ROW)
        return self._height(row, width, first=index.row() == 0) if isinstance(row, Row) else 0

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """One row."""
        row = index.data(ROW)
        if not isinstance(row, Row):
            return
        painter.save()
        area = QRect(option.rect)
        if row.organisation is None:
            paint_wrapped(painter, area, row.text, self._theme.font("dense"), self._theme.muted)
        elif row.reader is not None:
            self._paint_person(painter, area, row.reader)
        elif self._of_people:
            self._paint_heading(painter, area, row.organisation)
        else:
            self._paint_organisation(painter, area, row.organisation)
        paint_row_ring(painter, option, area, self._theme)
        painter.restore()

    def _height(self, row: Row, width: int, *, first: bool) -> int:
        theme = self._theme
        if row.organisation is None:
            return wrapped_height(row.text, theme.font("dense"), width) + theme.px(8)
        if row.reader is not None:
            return max(theme.px(_PERSON), self._person_height(row.reader, width))
        if self._of_people:
            words = self._heading_words(row.organisation, width)
            return words + theme.px(4) + (0 if first else theme.px(_ABOVE_HEADING - 4))
        room = width - self._faces_room(row.organisation)
        title = wrapped_height(self._title(row.organisation), theme.font("dense", 500), room)
        names = wrapped_height(wording.names(row.organisation), theme.font("dense"), room)
        return title + names + theme.px(12)

    def _paint_organisation(self, painter: QPainter, area: QRect, one: Organisation) -> None:
        theme = self._theme
        taken = self._faces_room(one)
        room = area.adjusted(0, theme.px(6), -taken, 0)
        title, bold = self._title(one), theme.font("dense", 500)
        height = wrapped_height(title, bold, room.width())
        if one.manages and QFontMetrics(bold).horizontalAdvance(title) <= room.width():
            # What the team does is not part of its name.
            name = wording.organisation(one)
            paint_wrapped(painter, room, name, bold, theme.text)
            rest = room.adjusted(QFontMetrics(bold).horizontalAdvance(name), 0, 0, 0)
            paint_wrapped(painter, rest, title[len(name) :], theme.font("dense"), theme.muted)
        else:
            paint_wrapped(painter, room, title, bold, theme.text)
        room.setTop(room.top() + height)
        paint_wrapped(painter, room, wording.names(one), theme.font("dense"), theme.muted)
        if one.readers:
            left = area.right() + 1 - taken + theme.px(_GAP)
            top = area.y() + (min(area.height(), theme.px(44)) - theme.px(_GROUPED_FACE)) // 2
            shown = one.readers[:_FACES]
            paint_faces(painter, QPoint(left, top), shown, self._faces, theme, self._ground, _GROUPED_FACE)

    def _paint_heading(self, painter: QPainter, area: QRect, one: Organisation) -> None:
        theme = self._theme
        bold, figures = theme.font("meta", 600), theme.font("meta", tabular=True)
        name, end = wording.organisation(one), self._heading_end(one)
        room = QRect(area.x(), area.y(), area.width(), area.height() - theme.px(4))
        room.setTop(room.bottom() + 1 - self._heading_words(one, area.width()))
        if self._heading_fits(one, area.width()):
            paint_words(painter, room, end, figures, theme.muted, RIGHT)
            paint_words(painter, room, name, bold, theme.muted)
            return
        paint_wrapped(painter, room, name, bold, theme.muted)
        room.setTop(room.top() + wrapped_height(name, bold, room.width()))
        paint_words(painter, room, end, figures, theme.muted)

    def _heading_end(self, one: Organisation) -> str:
        return wording.manages() if one.manages else str(len(one.readers))

    def _heading_fits(self, one: Organisation, width: int) -> bool:
        theme = self._theme
        name = QFontMetrics(theme.font("meta", 600)).horizontalAdvance(wording.organisation(one))
        end = QFontMetrics(theme.font("meta", tabular=True)).horizontalAdvance(self._heading_end(one))
        return name + theme.px(_GAP) + end <= width

    def _heading_words(self, one: Organisation, width: int) -> int:
        theme = self._theme
        if self._heading_fits(one, width):
            return theme.px(_HEADING)
        name = wrapped_height(wording.organisation(one), theme.font("meta", 600), width)
        return name + theme.line_height("meta")

    def _paint_person(self, painter: QPainter, area: QRect, reader: Reader) -> None:
        theme = self._theme
        side = theme.px(_FACE)
        name = reader.name or reader.username
        face = self._faces.face(
            reader.avatar, name, reader.member_id, side, theme, painter.device().devicePixelRatioF()
        )
        painter.drawPixmap(area.x(), area.y() + (theme.px(_PERSON) - side) // 2, face)
        room = area.adjusted(side + theme.px(_GAP), theme.px(3), 0, 0)
        note = wording.note(reader)
        if note:
            bold = theme.font("meta", 600 if reader.new else 400)
            line = QRect(room.x(), room.y(), room.width(), theme.line_height("body"))
            ink = theme.accent if reader.new else theme.muted
            paint_words(painter, line, note, bold, ink, RIGHT)
            room.setWidth(room.width() - QFontMetrics(bold).horizontalAdvance(note) - theme.px(_GAP))
        paint_wrapped(painter, room, name, theme.font("body"), theme.text)

    def _person_height(self, reader: Reader, width: int) -> int:
        theme = self._theme
        room = width - theme.px(_FACE + _GAP)
        if note := wording.note(reader):
            room -= QFontMetrics(theme.font("meta", 600)).horizontalAdvance(note) + theme.px(_GAP)
        return wrapped_height(reader.name or reader.username, theme.font("body"), room) + theme.px(6)

    def _title(self, one: Organisation) -> str:
        name = wording.organisation(one)
        return f"{name} · {wording.manages()}" if one.manages else name

    def _faces_room(self, one: Organisation) -> int:
        shown = min(len(one.readers), _FACES)
        return faces_width(shown, self._theme, _GROUPED_FACE) + self._theme.px(_GAP) if shown else 0
