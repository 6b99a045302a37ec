"""The builder: a rule's conditions in plain sentences, in groups that can stand within each other."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent, QKeyEvent
from PySide6.QtWidgets import (
    QApplication,
    QHBoxLayout,
    QVBoxLayout,
    QWidget,
)

from widgets.filters import form, moves
from widgets.filters.condition import MIME, Condition
from widgets.filters.condition_group import Group
from widgets.filters.controls import button, draw_icon
from widgets.filters.fields import Words
from widgets.filters.form import Block, Path, Row
from widgets.filters.suggesting import Suggesting
from widgets.theme import Theme

translate = QCoreApplication.translate

_NEW = Row("title", "is")


class Builder(QWidget):
    """Edits a form. ``changed(Block)`` after each change by the member; ``show_form`` follows others."""

    changed = Signal(object)

    def __init__(
        self, theme: Theme, words: Words, suggesting: Suggesting, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.theme = theme
        self.words = words
        self.suggesting = suggesting
        self._form = Block()
        self._root: Group | None = None
        self._add_row = button("quiet", self.add_row)
        self._add_group = button("quiet", self.add_group)
        self.setAcceptDrops(True)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(8)
        adding = QHBoxLayout()
        adding.setSpacing(0)
        adding.addSpacing(theme.px(18))
        adding.addWidget(self._add_row)
        adding.addWidget(self._add_group)
        adding.addStretch(1)
        self._column.addLayout(adding)
        self.set_theme(theme)

    @property
    def form(self) -> Block:
        """What the rows say now."""
        return self._form

    @property
    def conditions(self) -> list[Condition]:
        """The rows from top to bottom."""
        return [] if self._root is None else _conditions(self._root)

    def show_form(self, form_: Block) -> None:
        """Show another form; the rows above the first that differs stay, and with them the keyboard."""
        if self._root is not None and form_.joined == self._form.joined:
            kept = moves.alike(self._form, form_)
            self._form = form_
            if kept < max(len(self._root.parts), len(form_.items)):
                self._root.keep(kept, form_)
                self._order_tabs()
            for condition in self.conditions:
                row = form.item_at(form_, condition.path)
                if isinstance(row, Row) and row != condition.row:
                    condition.set_row(row)
            self._name_rows()
        else:
            self._form = form_
            self._rebuild()

    def set_theme(self, theme: Theme) -> None:
        """Draw in another theme from now on."""
        self.theme = theme
        for made in (self._add_row, self._add_group):
            draw_icon(made, "plus", 18, theme, "accent")
        self.retranslate()

    def set_words(self, words: Words) -> None:
        """Name things by other words from now on."""
        self.words = words
        self.retranslate()

    def retranslate(self) -> None:
        """Say everything in the language of now."""
        self._add_row.setText(translate("rules", "Condition"))
        self._add_row.setAccessibleName(translate("rules", "Add a condition"))
        self._add_group.setText(translate("rules", "Group of conditions"))
        self._add_group.setAccessibleName(translate("rules", "Add a group of conditions"))
        self._rebuild()

    def add_row(self) -> None:
        """One more condition at the end, ready to be filled in."""
        self._set(self._form._replace(items=(*self._form.items, _NEW)))
        self._focus((len(self._form.items) - 1,))

    def add_group(self) -> None:
        """A group with one condition at the end: any of them, within all; the other way around within any."""
        joined: form.Joined = "any" if self._form.joined != "any" else "all"
        self._set(self._form._replace(items=(*self._form.items, Block(joined, (_NEW,)))))
        self._focus((len(self._form.items) - 1, 0))

    def remove(self, path: Path) -> None:
        """Take a condition or group away; the keyboard goes to what comes in its place."""
        self._set(moves.without_empty(form.replaced(self._form, path, None)))
        last = len(self._form.items) - 1
        self._focus((min(path[0], last),) if last >= 0 else ())

    def shift(self, path: Path, step: int) -> None:
        """Move a condition or group up or down: into a group on its way, and out of it at the end."""
        target = moves.target(self._form, path, step)
        if target is not None:
            self.put(path, target)

    def put(self, path: Path, target: Path) -> None:
        """Move the item at ``path`` to ``target``, a path in the form without that item."""
        item = form.item_at(self._form, path)
        self._set(moves.without_empty(form.inserted(form.replaced(self._form, path, None), target, item)))
        self._focus_handle(target)

    def joined_picked(self, path: Path, value: str) -> None:
        """Another word for how a group holds together."""
        block = form.item_at(self._form, path)
        if not isinstance(block, Block):
            return
        changed = block._replace(joined=value)  # type: ignore[arg-type] # from the choice's values
        self._set(form.replaced(self._form, path, changed) if path else changed)
        group = self._group(path)
        if group is not None:
            group.joined.setFocus(Qt.FocusReason.OtherFocusReason)

    def row_changed(self, condition: Condition, row: Row) -> None:
        """A row says something else."""
        before = form.item_at(self._form, condition.path)
        self._form = form.replaced(self._form, condition.path, row)
        if isinstance(before, Row) and before.field != row.field:
            self._rebuild()
            self._focus(condition.path, part="field")
        self._name_rows()
        self.changed.emit(self._form)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Alt with an arrow moves the condition that has the keyboard."""
        step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()))
        path = self._focused_path()
        if step is None or path is None or event.modifiers() != Qt.KeyboardModifier.AltModifier:
            super().keyPressEvent(event)
        else:
            self.shift(path, step)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Conditions may come in."""
        if event.mimeData().hasFormat(MIME):
            event.acceptProposedAction()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        """Anywhere in the builder will do."""
        event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """The condition stands where it was let go."""
        path = tuple(int(part) for part in bytes(event.mimeData().data(MIME).data()).decode().split(","))
        y = event.position().y()
        over = [row for row in self.conditions if row.path[: len(path)] != path]
        below = [row for row in over if row.mapTo(self, row.rect().center()).y() > y]
        if below:
            target = moves.after_removal(path, below[0].path)
        else:
            target = (len(self._form.items) - (1 if len(path) == 1 else 0),)
        if target != path:
            self.put(path, target)
        event.acceptProposedAction()

    def _set(self, form_: Block) -> None:
        self._form = form_
        self._rebuild()
        self.changed.emit(form_)

    def _rebuild(self) -> None:
        if self._root is not None:
            self._column.removeWidget(self._root)
            self._root.hide()
            self._root.deleteLater()
        self._root = Group(self, (), self._form)
        self._column.insertWidget(0, self._root)
        self._name_rows()
        self._order_tabs()

    def _order_tabs(self) -> None:
        self.setTabOrder(self._add_row, self._add_group)
        last: QWidget | None = None
        for widget in _stops(self._root) if self._root is not None else []:
            if last is not None:
                self.setTabOrder(last, widget)
            last = widget
        if last is not None:
            self.setTabOrder(last, self._add_row)

    def _name_rows(self) -> None:
        rows = self.conditions
        for number, row in enumerate(rows, 1):
            row.name(translate("rules", "condition {0} of {1}").format(number, len(rows)))

    def _focused_path(self) -> Path | None:
        widget = QApplication.focusWidget()
        while widget is not None and widget is not self:
            if isinstance(widget, Condition) or (isinstance(widget, Group) and widget.path):
                return widget.path
            widget = widget.parentWidget()
        return None

    def _focus(self, path: Path, part: str = "value") -> None:
        found = next((row for row in self.conditions if row.path[: len(path)] == path), None)
        if found is None:
            self._add_row.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        target: QWidget = found.field if part == "field" else found.value
        target.setFocus(Qt.FocusReason.OtherFocusReason)

    def _focus_handle(self, path: Path) -> None:
        group = self._group(path)
        row = next((row for row in self.conditions if row.path == path), None)
        handle = row.handle if row is not None else group.handle if group is not None else None
        if handle is not None:
            handle.setFocus(Qt.FocusReason.TabFocusReason)

    def _group(self, path: Path) -> Group | None:
        group = self._root
        for index in path:
            part = group.parts[index] if group is not None and index < len(group.parts) else None
            group = part if isinstance(part, Group) else None
        return group

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change of language at once."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)


def _conditions(group: Group) -> list[Condition]:
    found: list[Condition] = []
    for part in group.parts:
        found.extend([part] if isinstance(part, Condition) else _conditions(part))
    return found


def _stops(group: Group) -> list[QWidget]:
    """Where Tab stops in a group, in reading order."""
    found: list[QWidget] = [group.handle] if group.path else []
    found.append(group.joined)
    if group.path:
        found.append(group.remove)
    for part in group.parts:
        if isinstance(part, Condition):
            edit = getattr(part.value, "edit", part.value)
            found += [part.handle, part.field, part.comparison, edit, part.remove]
        else:
            found += _stops(part)
    return found
