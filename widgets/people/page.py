"""The people of the community: a list to search, of which each row leads to a profile card."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QLabel, QListView, QVBoxLayout, QWidget

from app.reading import Reading
from sync.model import Changes
from sync.store.rows import MemberCard
from widgets.background import Background
from widgets.faces import Faces
from widgets.find_field import FindField
from widgets.people import wording
from widgets.people.rows import PeopleModel, PersonDelegate
from widgets.style import mark
from widgets.theme import Theme

LIMIT = 1000
_KEY = "people"


class PeoplePage(QWidget):
    """Finds people. ``member_requested`` carries a username; ``left`` follows Escape in an empty field."""

    member_requested = Signal(str)
    left = Signal()

    def __init__(
        self,
        background: Background,
        theme: Theme,
        faces: Faces,
        source: Reading,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._background = background
        self._source = source
        self._count: int | None = None
        self._title = QLabel(self)
        mark(self._title, "pane-title")
        self.field = FindField(theme, self)
        self.setFocusProxy(self.field)
        self._note = QLabel(self)
        mark(self._note, "list-heading")
        self._model = PeopleModel(self)
        self._delegate = PersonDelegate(faces, theme, self)
        self.list = QListView(self)
        self._set_up_list()
        self._column = QVBoxLayout(self)
        for widget in (self._title, self.field, self._note):
            self._column.addWidget(widget)
        self._column.addWidget(self.list, 1)
        self.field.textChanged.connect(lambda _text: self.read())
        faces.ready.connect(self._model.picture_ready)
        self.set_theme(theme)
        self.retranslate()

    def read(self) -> None:
        """Reads who matches the field from the cache."""
        text = self.field.text()
        self._background.run(lambda: self._source.people(text, LIMIT), self._show, key=_KEY)

    def refresh(self, changes: Changes) -> None:
        """Something changed in the cache."""
        if changes.members and self._count is not None:
            self.read()

    def set_theme(self, theme: Theme) -> None:
        """Another look or text size."""
        self._delegate.set_theme(theme)
        self.field.set_theme(theme)
        side = theme.px(24)
        self._column.setContentsMargins(side, theme.px(16), theme.px(8), 0)
        self._column.setSpacing(theme.px(8))
        self.list.doItemsLayout()

    def retranslate(self) -> None:
        """The words, in the language as it is now."""
        translate = QCoreApplication.translate
        self._title.setText(translate("people", "People"))
        self.field.setPlaceholderText(translate("people", "Search by name or organisation"))
        self.field.setAccessibleName(translate("people", "Search people by name or organisation"))
        self.list.setAccessibleName(translate("people", "People"))
        self._tell_count()

    def changeEvent(self, event: QEvent) -> None:
        """Another language was chosen."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Down goes from the field to the list; Escape empties the field, then leaves."""
        if event.key() == Qt.Key.Key_Down and self.field.hasFocus():
            self.list.setFocus(Qt.FocusReason.OtherFocusReason)
            self.list.setCurrentIndex(self._model.index(0))
        elif event.key() == Qt.Key.Key_Escape:
            if self.field.text():
                self.field.clear()
            else:
                self.left.emit()
        else:
            super().keyPressEvent(event)

    def _set_up_list(self) -> None:
        self.list.setModel(self._model)
        self.list.setItemDelegate(self._delegate)
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setUniformItemSizes(True)
        self.list.setMouseTracking(True)
        self.list.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.list.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.activated.connect(self._chosen)
        self.list.clicked.connect(self._chosen)

    def _show(self, cards: list[MemberCard]) -> None:
        self._count = len(cards)
        self._model.show_cards(cards)
        self._tell_count()

    def _tell_count(self) -> None:
        if self._count is None:
            self._note.setText("")
        elif self._count == 0 and self.field.text():
            self._note.setText(QCoreApplication.translate("people", "Nobody found by that name"))
        else:
            self._note.setText(wording.found(self._count, LIMIT))

    def _chosen(self, index: QModelIndex) -> None:
        card = self._model.card(index.row())
        if card is not None:
            self.member_requested.emit(card.username)
