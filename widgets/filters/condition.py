"""One condition of a rule as a row: field, comparison and values, read as a sentence."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QMimeData, QPoint, QPointF, Qt, Signal
from PySide6.QtGui import QDrag, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QHBoxLayout, QVBoxLayout, QWidget

from widgets.filters import fields
from widgets.filters.controls import Choice, draw_cross, name_tool, tool
from widgets.filters.fields import Words
from widgets.filters.form import FIELDS, NUMBERS, FieldName, Path, Row, comparisons, understood
from widgets.filters.number_field import NumberField
from widgets.filters.suggesting import Suggesting
from widgets.filters.value_field import ValueField
from widgets.theme import Theme

translate = QCoreApplication.translate

MIME = "application/x-stamtafel-condition"


class Handle(QAbstractButton):
    """What a row is moved by: dragged, or with the arrows. ``moved(step)`` asks for a place up or down."""

    moved = Signal(int)

    def __init__(self, path: Path, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._path = path
        self._theme = theme
        self._pressed = QPoint()
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.OpenHandCursor)
        self.setFixedSize(theme.px(24), theme.px(32))
        self.setToolTip(translate("rules", "Drag to move, or press Alt with an arrow"))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Up and down move the row."""
        step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()))
        if step is None or event.modifiers() & ~Qt.KeyboardModifier.AltModifier:
            super().keyPressEvent(event)
        else:
            self.moved.emit(step)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Where a drag would begin."""
        self._pressed = event.position().toPoint()
        super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Far enough from where it was pressed, the row comes along."""
        far = (event.position().toPoint() - self._pressed).manhattanLength()
        if event.buttons() & Qt.MouseButton.LeftButton and far >= QApplication.startDragDistance():
            carried = QMimeData()
            carried.setData(MIME, ",".join(map(str, self._path)).encode())
            drag = QDrag(self)
            drag.setMimeData(carried)
            row = self.parentWidget()
            if row is not None:
                drag.setPixmap(row.grab())
            self.setDown(False)
            drag.exec(Qt.DropAction.MoveAction)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Six dots."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.control)
        dot, gap = self._theme.scale * 2, self._theme.scale * 4
        left, middle = self._theme.px(5), self.height() / 2
        for column in (0, 1):
            for line in (-1, 0, 1):
                spot = QPointF(left + column * gap, middle + line * gap)
                painter.drawEllipse(spot, dot / 2, dot / 2)


class Condition(QWidget):
    """A row of the builder. ``changed(Row)`` while it is edited; ``removed()``; ``moved(step)``."""

    changed = Signal(object)
    removed = Signal()
    moved = Signal(int)

    def __init__(
        self, row: Row, path: Path, theme: Theme, words: Words, suggesting: Suggesting, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.path = path
        self._theme = theme
        self._words = words
        self._suggesting = suggesting
        self._row = row
        self._place = ""
        self.handle = Handle(path, theme, self)
        self.field, self.comparison = Choice(self), Choice(self)
        self.value = self._make_value()
        self.remove = tool(self.removed.emit)
        name_tool(self.remove, translate("rules", "Take this condition away"))
        self.handle.moved.connect(self.moved)
        self.field.picked.connect(self._field_picked)
        self.comparison.picked.connect(self._comparison_picked)
        self._lay_out()
        self._show_row()

    @property
    def row(self) -> Row:
        """What the row says."""
        return self._row

    def set_row(self, row: Row) -> None:
        """Say another thing about the same field; says nothing itself."""
        self._row = row
        self.value.set_values(row.values)
        self._show_row()

    def name(self, place: str) -> None:
        """Where the row stands among the others, for a screen reader."""
        self._place = place
        self._name()

    def _lay_out(self) -> None:
        theme, px = self._theme, self._theme.px
        narrow = theme.scale >= 1.5
        self.field.setFixedWidth(px(132 if len(self.path) == 1 else 108))
        self.comparison.setFixedWidth(px(128))
        draw_cross(self.remove, theme)
        line = QHBoxLayout()
        line.setSpacing(0)
        line.addWidget(self.handle, 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(self.field, 0, Qt.AlignmentFlag.AlignTop)
        line.addSpacing(8)
        line.addWidget(self.comparison, 0, Qt.AlignmentFlag.AlignTop)
        line.addSpacing(8)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(line)
        if narrow:
            line.addStretch(1)
            below = QHBoxLayout()
            below.setContentsMargins(px(24), 0, px(24) + 8, 0)
            below.addWidget(self.value, 1)
            column.addLayout(below)
        else:
            line.addWidget(self.value, 1)
        line.addSpacing(8)
        line.addWidget(self.remove, 0, Qt.AlignmentFlag.AlignTop)

    def _make_value(self) -> ValueField | NumberField:
        field, words = self._row.field, self._words
        made: ValueField | NumberField
        if field in NUMBERS:
            made = NumberField(self)
        else:
            made = ValueField(
                self._theme,
                lambda value: fields.shown(field, value, words),
                lambda typed: self._suggesting.offers(field, typed, words),
                lambda typed: understood(field, typed),
                self,
            )
        made.set_values(self._row.values)
        made.changed.connect(self._value_changed)
        return made

    def _show_row(self) -> None:
        row = self._row
        self.field.offer([(field, fields.field_name(field)) for field in FIELDS], row.field)
        self.comparison.offer(
            [
                (choice, fields.comparison_name(row.field, choice, len(row.values)))
                for choice in comparisons(row.field)
            ],
            row.comparison,
        )
        self._name()

    def _name(self) -> None:
        whole = fields.read_row(self._row, self._words)
        self.setAccessibleName(f"{self._place}: {whole}" if self._place else whole)
        # Read at every stop in the row, so that one always knows which sentence is being changed.
        self.field.setAccessibleName(translate("rules", "field of {0}").format(self.accessibleName()))
        self.comparison.setAccessibleName(translate("rules", "comparison"))
        self.value.name(translate("rules", "value"))
        self.handle.setAccessibleName(translate("rules", "move {0}").format(self.accessibleName()))

    def _field_picked(self, value: str) -> None:
        field: FieldName = value  # type: ignore[assignment] # the choice offers fields only
        if field == self._row.field:
            return
        # Words stay words; another sort of value starts empty.
        same = {"any", "title", "text"}
        values = self._row.values if {field, self._row.field} <= same else ()
        self._row = Row(field, comparisons(field)[0], values)
        self.changed.emit(self._row)

    def _comparison_picked(self, value: str) -> None:
        self._row = self._row._replace(comparison=value)  # type: ignore[arg-type] # from comparisons()
        self._show_row()
        self.changed.emit(self._row)

    def _value_changed(self) -> None:
        self._row = self._row._replace(values=self.value.values)
        self._show_row()
        self.changed.emit(self._row)
