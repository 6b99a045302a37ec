"""A group of conditions in the builder: how they hold together, and the rows and groups within it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from widgets.filters import fields
from widgets.filters.condition import Condition, Handle
from widgets.filters.controls import Choice, draw_cross, label, name_tool, tool
from widgets.filters.form import Block, Item, Path

if TYPE_CHECKING:
    from widgets.filters.builder import Builder

translate = QCoreApplication.translate


class Group(QWidget):
    """Some conditions and how they hold together; within another group it is set in, behind a line."""

    def __init__(self, builder: Builder, path: Path, block: Block) -> None:
        super().__init__()
        self._builder = builder
        self._theme = builder.theme
        self.path = path
        self.joined = Choice(self)
        self.parts: list[Group | Condition] = []
        self._after = label()
        self._inner = QVBoxLayout()
        self._lay_out()
        self._show(block)
        for index, item in enumerate(block.items):
            self._add((*path, index), item)
        self.joined.picked.connect(lambda value: builder.joined_picked(self.path, value))

    def keep(self, count: int, block: Block) -> None:
        """Show ``block``, of which the first ``count`` items look as they do now."""
        for part in self.parts[count:]:
            self._inner.removeWidget(part)
            part.hide()
            part.deleteLater()
        del self.parts[count:]
        for index, item in enumerate(block.items[count:], count):
            self._add((*self.path, index), item)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The line along what stands within a group."""
        if not self.path or not self.parts:
            return
        top = self.parts[0].mapTo(self, self.parts[0].rect().topLeft()).y()
        painter = QPainter(self)
        bottom = self.parts[-1].mapTo(self, self.parts[-1].rect().bottomLeft()).y()
        painter.fillRect(self._theme.px(31), top, 2, bottom - top, self._theme.line)

    def _lay_out(self) -> None:
        px = self._theme.px
        head = QHBoxLayout()
        head.setSpacing(8)
        if self.path:
            head.setSpacing(0)
            self._after.setIndent(px(8))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        if self.path:
            self.handle = Handle(self.path, self._theme, self)
            self.handle.setAccessibleName(translate("rules", "move this group of conditions"))
            self.handle.moved.connect(lambda step: self._builder.shift(self.path, step))
            head.addWidget(self.handle)
            self.remove = tool(lambda: self._builder.remove(self.path))
            name_tool(self.remove, translate("rules", "Take this group of conditions away"))
            draw_cross(self.remove, self._theme)
        else:
            head.addWidget(label(translate("rules", "If")))
        head.addWidget(self.joined)
        head.addWidget(self._after)
        head.addStretch(1)
        if self.path:
            head.addWidget(self.remove)
        column.addLayout(head)
        column.addSpacing(0 if self.path else px(4))
        self._inner.setContentsMargins(px(46) if self.path else 0, 0, 0, 0)
        self._inner.setSpacing(8)
        column.addLayout(self._inner)

    def _show(self, block: Block) -> None:
        self.joined.offer(
            [(value, fields.joined_name(value)) for value in ("all", "any", "none")], block.joined
        )
        self.joined.setAccessibleName(translate("rules", "which of these conditions must hold"))
        plural = block.joined != "any"
        if self.path:
            words = translate("rules", "of these hold:") if plural else translate("rules", "of these holds:")
        else:
            words = (
                translate("rules", "conditions hold:") if plural else translate("rules", "conditions holds:")
            )
        self._after.setText(words)

    def _add(self, path: Path, item: Item) -> None:
        builder = self._builder
        if isinstance(item, Block):
            group = Group(builder, path, item)
            self._inner.addWidget(group)
            self.parts.append(group)
            return
        row = Condition(item, path, self._theme, builder.words, builder.suggesting, self)
        row.changed.connect(lambda value: builder.row_changed(row, value))
        row.removed.connect(lambda: builder.remove(row.path))
        row.moved.connect(lambda step: builder.shift(row.path, step))
        self._inner.addWidget(row)
        self.parts.append(row)
