"""Names offered while one types ``@`` or ``#``: people with their faces, groups and tags, from the cache."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING
from zlib import crc32

from PySide6.QtCore import (
    QCoreApplication,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QSize,
    Qt,
)
from PySide6.QtGui import (
    QKeyEvent,
    QPainter,
    QPixmap,
    QStandardItem,
    QStandardItemModel,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QCompleter,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from widgets.announcing import announce
from widgets.background import Background
from widgets.composer.desk import EditorDesk
from widgets.composer.field import MarkdownField
from widgets.faces import Faces
from widgets.icons import pixmap
from widgets.painting import paint_words
from widgets.theme import Theme

if TYPE_CHECKING:
    from app.composer.complete import Completion, Completions

translate = QCoreApplication.translate

_MOST = 8
_FACE = 20
_ROW = 32
_INSET = 10
_WIDTH = 320
_SIGNS = frozenset("@#")
_INSERT = Qt.ItemDataRole.UserRole
_DETAIL = Qt.ItemDataRole.UserRole + 1
_FOR_THE_LIST = frozenset(
    {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab, Qt.Key.Key_Backtab, Qt.Key.Key_Escape}
)


class NameRow(QStyledItemDelegate):
    """One name: a face or an icon, what it is called, and quieter what is beside it."""

    def __init__(self, theme: Theme, picture: Callable[[int], QPixmap], parent: QObject) -> None:
        super().__init__(parent)
        self.theme = theme
        self._picture = picture

    def sizeHint(self, _option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex) -> QSize:
        """32 high at 100% text."""
        return QSize(0, self.theme.px(_ROW))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """The row; the marked one on the colour of a selection."""
        theme = self.theme
        area: QRect = option.rect
        state: QStyle.StateFlag = option.state
        painter.save()
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(area, theme.selection)
            if theme.outlined:
                painter.setPen(theme.accent)
                painter.drawRect(area.adjusted(0, 0, -1, -1))
        size, inset = theme.px(_FACE), theme.px(_INSET)
        picture = self._picture(index.row())
        room = QRect(area.left() + inset, area.top(), size, area.height())
        shown = QRect(QPoint(0, 0), picture.deviceIndependentSize().toSize())
        shown.moveCenter(room.center())
        painter.drawPixmap(shown, picture)
        words = area.adjusted(2 * inset + size, 0, -inset, 0)
        label = str(index.data())
        paint_words(painter, words, label, theme.font("body", 500), theme.text)
        words.setLeft(words.left() + painter.fontMetrics().horizontalAdvance(label) + theme.px(8))
        paint_words(painter, words, str(index.data(_DETAIL)), theme.font("dense"), theme.muted)
        painter.restore()


class NameCompletion(QObject):
    """Offers names at the cursor of ``field``; Enter, Tab or a click puts the marked one in."""

    def __init__(
        self, field: MarkdownField, background: Background, faces: Faces, theme: Theme, desk: EditorDesk
    ) -> None:
        super().__init__(field)
        self.desk = desk
        self._field = field
        self._background = background
        self._faces = faces
        self._asked = ""
        self._refused = -1
        self._offered: list[Completion] = []
        self._start = 0
        self._model = QStandardItemModel(self)
        self._rows = NameRow(theme, self._picture, self)
        self.popup = QListView()
        self._completer = self._make_completer()
        self.set_theme(theme)
        field.before_key = self.takes_key
        field.edited.connect(self._edited)
        field.cursorPositionChanged.connect(self._moved)
        faces.ready.connect(self._face_ready)

    @property
    def shown(self) -> bool:
        """Whether the list is open."""
        return self.popup.isVisible()

    @property
    def labels(self) -> list[str]:
        """What is offered now, as it reads."""
        return [one.label for one in self._offered] if self.shown else []

    def close(self) -> None:
        """Take the list away."""
        self._asked = ""
        self.popup.hide()

    def set_theme(self, theme: Theme) -> None:
        """Draw in another theme from now on."""
        self._rows.theme = theme
        edge = theme.text if theme.outlined else theme.line
        self.popup.setStyleSheet(
            f"QListView {{ background: {theme.raised.name()}; border: 1px solid {edge.name()};"
            f" border-radius: {theme.px(8)}px; padding: 2px 4px; outline: none; }}"
        )

    def takes_key(self, event: QKeyEvent) -> bool:
        """Whether a key is the list's: Qt hands it to the field first."""
        if not self.shown or event.key() not in _FOR_THE_LIST or event.modifiers() & ~_HARMLESS:
            return False
        if event.key() in (Qt.Key.Key_Escape, Qt.Key.Key_Backtab):
            self._refused = self._start
        elif not self.popup.currentIndex().isValid():
            self.close()
            return False
        event.ignore()
        return True

    def _make_completer(self) -> QCompleter:
        made = QCompleter(self._model, self)
        made.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        made.setMaxVisibleItems(_MOST)
        made.setCompletionRole(_INSERT)
        made.setWidget(self._field)
        self.popup.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.popup.setUniformItemSizes(True)
        self.popup.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.popup.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        made.setPopup(self.popup)
        self.popup.setItemDelegate(self._rows)
        self.popup.selectionModel().currentChanged.connect(self._tell_marked)
        made.activated.connect(self._chosen)
        return made

    def _edited(self) -> None:
        before = self._field.before_cursor()
        if not _SIGNS.intersection(before) or self._field.in_code():
            self._refused = -1
            self.close()
            return
        self._asked = before
        complete = self.desk.complete
        self._background.run(
            lambda: (before, complete(before)), self._take, self._failed, key=f"names-{id(self)}"
        )

    def _moved(self) -> None:
        # A step away from the name closes the list; typing moves the cursor too, and asks anew.
        if self.shown and self._field.before_cursor() != self._asked:
            self.popup.hide()

    def _failed(self, _error: Exception) -> None:
        """Names are a help; without them one types on."""
        self.close()

    def _take(self, answer: tuple[str, Completions | None]) -> None:
        before, found = answer
        if before != self._asked or before != self._field.before_cursor() or not self._field.hasFocus():
            return
        if found is None or _complete_already(before[found.start :], found.items):
            self.popup.hide()
            return
        self._start = self._field.textCursor().position() - (len(before) - found.start)
        if self._start == self._refused:
            return
        self._refused = -1
        self._offered = list(found.items)
        self._show(typed=len(before) - found.start > 1)

    def _show(self, *, typed: bool) -> None:
        self._model.clear()
        for one in self._offered:
            item = QStandardItem(one.label)
            item.setData(one.insert, _INSERT)
            item.setData(one.detail, _DETAIL)
            item.setData(_spoken(one), _SPOKEN)
            self._model.appendRow(item)
        spot = self._field.cursorRect().translated(self._field.viewport().pos())
        width = self._rows.theme.px(_WIDTH)
        left = min(spot.left(), max(self._field.width() - width, 0))
        self._completer.complete(QRect(left, spot.top(), width, spot.height()))
        # After the sign alone nothing is marked: Enter must not take what nobody began to write.
        self.popup.setCurrentIndex(self.popup.model().index(0, 0) if typed else QModelIndex())
        self.popup.setAccessibleName(translate("editor", "Names"))
        words = translate("editor", "{count} names. Arrows choose, Enter takes one.")
        announce(self._field, words.format(count=len(self._offered)))
        self._tell_marked(self.popup.currentIndex())

    def _picture(self, row: int) -> QPixmap:
        one, theme, dpr = self._offered[row], self._rows.theme, self._field.devicePixelRatioF()
        if one.insert.startswith("@"):
            seed = crc32(one.label.encode())
            return self._faces.face(one.avatar, one.label, seed, theme.px(_FACE), theme, dpr)
        if one.closed:
            return pixmap("lock", theme.px(16), theme.closed, dpr)
        drawing = "hash" if one.label.startswith("#") else "users"
        return pixmap(drawing, theme.px(16), theme.muted, dpr)

    def _face_ready(self, _key: str) -> None:
        # Only drawn anew: a change in the model would make the list forget which name is marked.
        if self.shown:
            self.popup.viewport().update()

    def _chosen(self, insert: str) -> None:
        self.close()
        field = self._field
        after = field.textCursor().block().text()[field.textCursor().positionInBlock() :]
        field.put(insert.rstrip() if after[:1].isspace() else insert, self._start)

    def _tell_marked(self, index: QModelIndex) -> None:
        if index.isValid() and self.shown:
            announce(self._field, str(index.data(_SPOKEN)))


_SPOKEN = Qt.ItemDataRole.AccessibleTextRole
_HARMLESS = Qt.KeyboardModifier.KeypadModifier | Qt.KeyboardModifier.ShiftModifier


def _spoken(one: Completion) -> str:
    closed = translate("editor", "closed group") if one.closed else ""
    return ", ".join(part for part in (one.label, closed, one.detail) if part)


def _complete_already(written: str, items: list[Completion]) -> bool:
    return not items or (len(items) == 1 and items[0].insert.strip() == written.strip())
