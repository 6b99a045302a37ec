"""A rule in the list: its switch, its name and words, what it does, and how much it touched lately."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QCoreApplication, QMimeData, QPoint, QRectF, Qt, Signal
from PySide6.QtGui import QDrag, QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QApplication, QBoxLayout, QHBoxLayout, QMenu, QSizePolicy, QVBoxLayout, QWidget

from widgets.filters import fields
from widgets.filters.condition import Handle
from widgets.filters.controls import Elided, draw_icon, label, name_tool, tool
from widgets.filters.toggle import Toggle
from widgets.icons import pixmap
from widgets.theme import Theme
from widgets.wording import short_day

translate = QCoreApplication.translate

MIME = "application/x-stamtafel-rule"
_WRAPS_AT, _ENDS = 1.5, 240
_ICONS = {
    "hide": "eye-off",
    "dim": "minus",
    "highlight": "sun",
    "read": "check",
    "keep": "eye",
    "notify": "message-square",
}


class ListedRule(NamedTuple):
    """A rule as the list shows it. ``hits``: topics of the last 30 days, ``None`` while not counted."""

    rule_id: int
    name: str
    text: str
    action: str
    on: bool
    until: int | None = None
    hits: int | None = None
    readable: bool = True
    over: bool = False


class RuleRow(QWidget):
    """One rule. Signals carry its id: ``opened``, ``switched(id, on)``, ``moved(id, step)``, and others."""

    opened = Signal(int)
    switched = Signal(int, bool)
    moved = Signal(int, int)
    copied = Signal(int)
    removed = Signal(int)

    def __init__(self, rule: ListedRule, index: int, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rule = rule
        self._theme = theme
        self._pressed = QPoint()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.handle = Handle((index,), theme, self)
        self.handle.moved.connect(lambda step: self.moved.emit(self.rule.rule_id, step))
        self.toggle = Toggle(theme, self)
        wraps = theme.scale >= _WRAPS_AT
        self._name, self._words = (label(), label()) if wraps else (Elided(), Elided())
        self._sign, self._action, self._note = label(), label(role="dense"), label(role="meta")
        self.more = tool(self.open_menu)
        self._lay_out()
        self._fill()
        self.toggle.toggled.connect(lambda on: self.switched.emit(self.rule.rule_id, on))

    def show_hits(self, hits: int) -> None:
        """How many topics of the last 30 days the rule touches."""
        self.rule = self.rule._replace(hits=hits)
        self._fill()

    def open_menu(self) -> None:
        """What else one can do with a rule."""
        rule_id = self.rule.rule_id
        menu = QMenu(self)
        menu.addAction(translate("rules", "Change…")).triggered.connect(lambda: self.opened.emit(rule_id))
        menu.addAction(translate("rules", "Duplicate")).triggered.connect(lambda: self.copied.emit(rule_id))
        menu.addSeparator()
        menu.addAction(translate("rules", "Move up")).triggered.connect(lambda: self.moved.emit(rule_id, -1))
        menu.addAction(translate("rules", "Move down")).triggered.connect(lambda: self.moved.emit(rule_id, 1))
        menu.addSeparator()
        menu.addAction(translate("rules", "Remove")).triggered.connect(lambda: self.removed.emit(rule_id))
        menu.exec(self.more.mapToGlobal(QPoint(0, self.more.height())))
        menu.deleteLater()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter changes, Space switches, Alt and arrows move, Delete removes, the menu key opens the menu."""
        key, rule_id = event.key(), self.rule.rule_id
        step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(key))
        if step is not None and event.modifiers() == Qt.KeyboardModifier.AltModifier:
            self.moved.emit(rule_id, step)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.opened.emit(rule_id)
        elif key == Qt.Key.Key_Space:
            self.toggle.toggle()
        elif key == Qt.Key.Key_Delete:
            self.removed.emit(rule_id)
        elif key == Qt.Key.Key_Menu:
            self.open_menu()
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Where a drag would begin."""
        self._pressed = event.position().toPoint()
        event.accept()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Far enough from where it was pressed, the rule comes along."""
        far = (event.position().toPoint() - self._pressed).manhattanLength()
        if event.buttons() & Qt.MouseButton.LeftButton and far >= QApplication.startDragDistance():
            carried = QMimeData()
            carried.setData(MIME, str(self.rule.rule_id).encode())
            drag = QDrag(self)
            drag.setMimeData(carried)
            drag.setPixmap(self.grab())
            drag.exec(Qt.DropAction.MoveAction)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click opens the rule."""
        if event.button() == Qt.MouseButton.LeftButton and self.rect().contains(event.position().toPoint()):
            self.opened.emit(self.rule.rule_id)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show where the keyboard is."""
        super().focusInEvent(event)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """A hairline below; a fill under the pointer, a ring for the keyboard."""
        theme = self._theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = QRectF(self.rect()).adjusted(1, 1, -1, -2)
        if self.hasFocus() or self.underMouse():
            painter.setBrush(theme.hover)
            painter.setPen(QPen(theme.accent, 2) if self.hasFocus() else Qt.PenStyle.NoPen)
            painter.drawRoundedRect(area, theme.px(8), theme.px(8))
        painter.fillRect(theme.px(8), self.height() - 1, self.width() - theme.px(16), 1, theme.line)

    def _lay_out(self) -> None:
        theme, px = self._theme, self._theme.px
        wraps = theme.scale >= _WRAPS_AT
        texts = QVBoxLayout()
        texts.setSpacing(2)
        texts.addWidget(self._name)
        texts.addWidget(self._words)
        self._name.setFont(theme.font("list", 600))
        self._words.setFont(theme.font("dense"))
        for words in (self._name, self._words):
            words.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
            words.setWordWrap(wraps)
        what = QHBoxLayout()
        what.setSpacing(px(5))
        what.addWidget(self._sign)
        what.addWidget(self._action)
        what.addStretch(1)
        ends = QVBoxLayout()
        ends.setSpacing(2)
        ends.addLayout(what)
        ends.addWidget(self._note)
        draw_icon(self.more, "ellipsis", 18, theme, "muted")
        row = QHBoxLayout(self)
        row.setContentsMargins(px(8), px(11), px(8), px(12))
        row.setSpacing(px(12))
        row.addWidget(self.handle)
        row.addWidget(self.toggle)
        middle = QBoxLayout(QBoxLayout.Direction.TopToBottom if wraps else QBoxLayout.Direction.LeftToRight)
        middle.setSpacing(px(12))
        middle.addLayout(texts, 1)
        middle.addLayout(ends)
        row.addLayout(middle, 1)
        row.addWidget(self.more)
        if not wraps:
            # The same for every rule, so that actions and figures stand below each other.
            self._note.setFixedWidth(px(_ENDS))

    def _fill(self) -> None:
        theme, rule = self._theme, self.rule
        self.toggle.blockSignals(True)
        self.toggle.setChecked(rule.on and rule.readable)
        self.toggle.blockSignals(False)
        self.toggle.setEnabled(rule.readable)
        self.toggle.setAccessibleName(translate("rules", "{0} is in force").format(rule.name))
        self._name.setText(rule.name)
        self._words.setText(" ".join(rule.text.split()) if rule.readable else self._unreadable())
        live = rule.on and rule.readable and not rule.over
        ink = theme.text if live else theme.muted
        self._name.setStyleSheet(f"color: {ink.name()};")
        words_ink = theme.muted if rule.readable else theme.danger
        self._words.setStyleSheet(f"color: {words_ink.name()};")
        self._sign.setPixmap(pixmap(_ICONS[rule.action], theme.px(16), ink, self.devicePixelRatioF()))
        self._action.setText(fields.action_name(rule.action))
        self._action.setStyleSheet(f"color: {ink.name()};")
        self._note.setText(self._remarks())
        name_tool(self.more, translate("rules", "More about {0}").format(rule.name))
        self.handle.setAccessibleName(translate("rules", "move {0}").format(rule.name))
        on = translate("rules", "on") if live else translate("rules", "off")
        parts = (rule.name, on, self._action.text(), self._words.text(), self._note.text())
        self.setAccessibleName("; ".join(part for part in parts if part))

    def _unreadable(self) -> str:
        return translate("rules", "This version cannot read the rule, so it is off. Open it to mend it.")

    def _remarks(self) -> str:
        rule = self.rule
        parts = []
        if rule.until is not None:
            day = short_day(fields.day_of(rule.until))
            over = translate("rules", "over since {0}") if rule.over else translate("rules", "until {0}")
            parts.append(over.format(day))
        if rule.hits is not None:
            if rule.hits == 1:
                parts.append(translate("rules", "1 in 30 days"))
            else:
                parts.append(translate("rules", "{0} in 30 days").format(rule.hits))
        return " · ".join(parts)
