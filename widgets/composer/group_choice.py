"""The group that something is shared in: a field that opens a list of groups with a search of its own."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QIcon, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QFrame,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from sync.markup_text import fold
from sync.store.rows import GroupRow
from widgets.icons import icon, pixmap
from widgets.painting import paint_words
from widgets.style import mark
from widgets.theme import Theme

translate = QCoreApplication.translate

_HEIGHT, _ICON, _INSET = 40, 18, 14
_ROW, _MOST_ROWS = 36, 8
_GROUP = Qt.ItemDataRole.UserRole


class GroupPopup(QFrame):
    """The groups below the field. ``picked(int)`` with the chosen one; Escape or a click elsewhere closes."""

    picked = Signal(int)

    def __init__(self, theme: Theme, field: QWidget, within: QWidget) -> None:
        super().__init__(within)
        self._theme = theme
        self._field = field
        self._within = within
        mark(self, "card")
        self.search = QLineEdit()
        self.list = QListWidget()
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setUniformItemSizes(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setMouseTracking(True)
        self.list.itemClicked.connect(self._pick)
        self.search.textChanged.connect(self._filter)
        self.search.installEventFilter(self)
        self._groups: Sequence[GroupRow] = ()
        self._column = QVBoxLayout(self)
        self._column.addWidget(self.search)
        self._column.addWidget(self.list)
        self.hide()

    def pop_up(self, groups: Sequence[GroupRow], chosen: int | None) -> None:
        """Show the list with the keyboard in its search."""
        self._groups = groups
        self.search.setPlaceholderText(translate("composer", "Search a group"))
        self.search.setAccessibleName(translate("composer", "Search a group"))
        self.list.setAccessibleName(translate("composer", "Groups"))
        self.search.clear()
        self._filter("", chosen)
        self._place()
        self.show()
        self.raise_()
        self.search.setFocus(Qt.FocusReason.PopupFocusReason)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._focus_went)

    def close_up(self, *, back: bool = True) -> None:
        """Take the list away; the keyboard goes back to the field."""
        if self.isHidden():
            return
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.disconnect(self._focus_went)
        self.hide()
        if back:
            self._field.setFocus(Qt.FocusReason.PopupFocusReason)

    def set_theme(self, theme: Theme) -> None:
        """Draw in another theme from now on."""
        self._theme = theme
        px = theme.px
        self._column.setContentsMargins(px(8), px(8), px(8), px(8))
        self._column.setSpacing(px(8))
        self.list.setIconSize(QSize(px(_ICON), px(_ICON)))
        self.list.setStyleSheet(
            "QListWidget { background: transparent; border: none; outline: none; }"
            f"QListWidget::item {{ border-radius: {px(6)}px; color: {theme.text.name()};"
            f" padding: 0 {px(8)}px; }}"
            f"QListWidget::item:hover {{ background: {theme.hover.name()}; }}"
            f"QListWidget::item:selected {{ background: {theme.selection.name()};"
            f" color: {theme.text.name()};"
            f" {f'border: 2px solid {theme.accent.name()};' if theme.outlined else ''} }}"
        )

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Arrows walk through the list while one types; Enter takes, Escape leaves."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            key = event.key()
            step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: 7, Qt.Key.Key_PageUp: -7}
            if Qt.Key(key) in step:
                row = self.list.currentRow() + step[Qt.Key(key)]
                self.list.setCurrentRow(max(0, min(row, self.list.count() - 1)))
                self._say_current()
                return True
            if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                if (item := self.list.currentItem()) is not None:
                    self._pick(item)
                return True
            if key in (Qt.Key.Key_Escape, Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
                self.close_up()
                return True
        return super().eventFilter(watched, event)

    def _filter(self, text: str, chosen: int | None = None) -> None:
        wanted = fold(text).split()
        self.list.clear()
        for group in self._groups:
            if not all(word in fold(group.name) for word in wanted):
                continue
            drawing, ink = ("lock", self._theme.closed) if group.closed else ("users", self._theme.muted)
            sign = icon(drawing, self._theme.px(_ICON), ink)
            # Qt would tint it in a marked row; a lock keeps its colour.
            sign.addPixmap(pixmap(drawing, self._theme.px(_ICON), ink), QIcon.Mode.Selected)
            item = QListWidgetItem(sign, group.name)
            item.setData(_GROUP, group.group_id)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, told(group))
            item.setSizeHint(QSize(0, self._theme.px(_ROW)))
            self.list.addItem(item)
            if group.group_id == chosen:
                self.list.setCurrentItem(item)
        if self.list.currentRow() < 0:
            self.list.setCurrentRow(0)
        self._say_current()

    def _say_current(self) -> None:
        item = self.list.currentItem()
        said = str(item.data(Qt.ItemDataRole.AccessibleTextRole)) if item is not None else ""
        self.search.setAccessibleDescription(said or translate("composer", "No group with this name"))

    def _pick(self, item: QListWidgetItem) -> None:
        group_id = int(item.data(_GROUP))
        self.close_up()
        self.picked.emit(group_id)

    def _place(self) -> None:
        px = self._theme.px
        rows = min(max(len(self._groups), 1), _MOST_ROWS)
        self.list.setFixedHeight(px(_ROW) * rows)
        self.ensurePolished()
        self._column.activate()
        corner = self._field.mapTo(self._within, QPoint(0, self._field.height() + px(4)))
        high = min(self._column.sizeHint().height(), self._within.height() - 16)
        top = min(corner.y(), self._within.height() - high - 8)
        self.setGeometry(QRect(corner.x(), max(8, top), self._field.width(), high))

    def _focus_went(self, _old: QWidget | None, now: QWidget | None) -> None:
        if now is not None and now is not self and not self.isAncestorOf(now):
            self.close_up(back=False)


class GroupChoice(QAbstractButton):
    """Shows the group; opens the list by a click, Space, Enter or an arrow. ``picked(int)``."""

    picked = Signal(int)

    def __init__(self, theme: Theme, within: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._groups: Sequence[GroupRow] = ()
        self._group: GroupRow | None = None
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.list = GroupPopup(theme, self, within)
        self.list.picked.connect(self.picked)
        self.clicked.connect(lambda _checked=False: self.open_list())
        self.set_theme(theme)

    @property
    def chosen(self) -> GroupRow | None:
        """The group that is chosen."""
        return self._group

    def offer(self, groups: Sequence[GroupRow]) -> None:
        """The groups that can be chosen."""
        self._groups = groups

    def show_group(self, group_id: int | None) -> None:
        """Show this group as the chosen one; says nothing."""
        self._group = next((one for one in self._groups if one.group_id == group_id), None)
        self.retranslate()
        self.update()

    def open_list(self) -> None:
        """Let the member choose."""
        self.list.pop_up(self._groups, None if self._group is None else self._group.group_id)

    def retranslate(self) -> None:
        """Its name, in the language of now."""
        chosen = told(self._group) if self._group is not None else translate("composer", "Choose a group")
        self.setAccessibleName(translate("composer", "Group: {0}").format(chosen))
        self.setAccessibleDescription(translate("composer", "Opens a list of groups"))

    def set_theme(self, theme: Theme) -> None:
        """Draw in another theme from now on."""
        self._theme = theme
        self.list.set_theme(theme)
        self.setMinimumHeight(theme.px(_HEIGHT))
        self.update()

    def sizeHint(self) -> QSize:
        """40 high, as wide as there is room."""
        return QSize(self._theme.px(200), self._theme.px(_HEIGHT))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """A key that begins a name, or an arrow, opens the list."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            super().keyPressEvent(event)
        elif event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.open_list()
        elif event.text().strip():
            self.open_list()
            self.list.search.setText(event.text())
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """A field with the lock or people, the name, and an arrow."""
        theme, px = self._theme, self._theme.px
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(theme.surface)
        painter.setPen(QPen(theme.control, 1))
        painter.drawRoundedRect(self.rect().adjusted(0, 0, -1, -1), px(8), px(8))
        size, ratio = px(_ICON), self.devicePixelRatioF()
        top, left = (self.height() - size) // 2, px(_INSET)
        right = self.width() - px(_INSET) - size
        painter.drawPixmap(right, top, pixmap("chevron-down", size, theme.text, ratio))
        group = self._group
        if group is not None:
            drawing, ink = ("lock", theme.closed) if group.closed else ("users", theme.muted)
            painter.drawPixmap(left, top, pixmap(drawing, size, ink, ratio))
            left += size + px(8)
        room = QRect(left, 0, right - left - px(8), self.height())
        words = group.name if group is not None else translate("composer", "Choose a group")
        ink = theme.text if group is not None else theme.muted
        paint_words(painter, room, words, theme.font("body", 500), ink)


def told(group: GroupRow) -> str:
    """A group as it is read out."""
    if group.closed:
        return translate("composer", "{0}, closed group").format(group.name)
    return group.name
