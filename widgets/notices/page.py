"""The page of notifications: their list, and beside it what the member wants to be told of."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QEvent, QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from app.settings import Settings
from sync.store.notices import NoticeRow
from widgets.faces import Faces
from widgets.filters.controls import button, label
from widgets.keyboard_list import KeyboardList
from widgets.notices.choices import Choices
from widgets.notices.list import Age, NoticeDelegate, NoticesModel
from widgets.reader.empty import Empty
from widgets.theme import Theme

translate = QCoreApplication.translate

_CHOICES = 320
# The choices stand beside the list where that leaves it this much.
_LEAST_LIST = 440


class NoticesPage(QWidget):
    """Lists notifications.

    ``opened(NoticeRow)`` to go where one is about, ``all_read()`` to be done with all, ``chosen(key, value)``
    for a setting, ``left()`` after Escape.
    """

    opened = Signal(object)
    all_read = Signal()
    chosen = Signal(str, str)
    left = Signal()

    def __init__(
        self, settings: Settings, theme: Theme, faces: Faces, age: Age, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._title = label(role="page-title")
        self.read = button("secondary", self.all_read.emit)
        self.list = KeyboardList()
        self.model = NoticesModel(age, self)
        self._delegate = NoticeDelegate(faces, theme, self)
        self.empty = Empty(theme)
        self.choices = Choices(settings, theme)
        self._beside = QScrollArea()
        # Tab goes through what is in it, which keeps itself in sight.
        self._beside.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._set_up_list()
        self._lay_out()
        faces.ready.connect(self.model.picture_ready)
        self.choices.chosen.connect(self.chosen)
        self.set_theme(theme)
        self.retranslate()

    def show_notices(self, rows: Sequence[NoticeRow]) -> None:
        """Show these, newest first; the keyboard stays where it was."""
        self.model.show_notices(rows)
        self.read.setEnabled(any(not row.read for row in rows))
        self.list.setVisible(bool(rows))
        self.empty.setVisible(not rows)
        if rows and not self.list.currentIndex().isValid():
            self.list.setCurrentIndex(self.model.index(0))

    def focus_list(self) -> None:
        """Give the keyboard to the list, or to what stands in its stead."""
        target = (
            self.list if self.list.isVisibleTo(self) else self.choices.switches["notifications.addressed"]
        )
        target.setFocus(Qt.FocusReason.OtherFocusReason)

    def set_theme(self, theme: Theme) -> None:
        """Draw in another theme from now on."""
        self._theme = self._delegate.theme = theme
        self.empty.set_theme(theme)
        self.choices.set_theme(theme)
        self._head.setContentsMargins(theme.px(40), theme.px(24), theme.px(24), theme.px(12))
        self._rows.setContentsMargins(theme.px(24), 0, theme.px(8), 0)
        self._beside.setFixedWidth(theme.px(_CHOICES))
        self.list.scheduleDelayedItemsLayout()
        self._fold()

    def retranslate(self) -> None:
        """Say everything in the language of now."""
        self._title.setText(translate("notices", "Notifications"))
        self.read.setText(translate("notices", "Mark all as read"))
        self.list.setAccessibleName(translate("notices", "Notifications"))
        self.empty.tell(
            "bell",
            translate("notices", "Nobody called you yet"),
            translate("notices", "When someone answers, names or quotes you, it comes here."),
        )
        self.choices.retranslate()

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change of language at once."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape goes back."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The choices need room beside the list."""
        super().resizeEvent(event)
        self._fold()

    def _set_up_list(self) -> None:
        self.list.setModel(self.model)
        self.list.setItemDelegate(self._delegate)
        self.list.setUniformItemSizes(True)
        self.list.activated.connect(self._open)
        self.list.clicked.connect(self._open)

    def _lay_out(self) -> None:
        self._beside.setWidget(self.choices)
        self._beside.setWidgetResizable(True)
        self._beside.setFrameShape(QFrame.Shape.NoFrame)
        self._beside.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._head, self._rows = QHBoxLayout(), QVBoxLayout()
        self._head.addWidget(self._title, 1)
        self._head.addWidget(self.read)
        self._rows.addWidget(self.list, 1)
        self._rows.addWidget(self.empty, 1)
        self.empty.hide()
        left = QVBoxLayout()
        left.setSpacing(0)
        left.addLayout(self._head)
        left.addLayout(self._rows, 1)
        whole = QHBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addLayout(left, 1)
        whole.addWidget(self._beside)

    def _fold(self) -> None:
        self._beside.setVisible(self.width() >= self._theme.px(_CHOICES + _LEAST_LIST))

    def _open(self, index: QModelIndex) -> None:
        self.opened.emit(self.model.notices[index.row()])
