"""The colleague who is put in the spotlight: found by a part of the name, then shown with face and name."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QToolButton, QVBoxLayout, QWidget

from sync.store.rows import MemberCard
from widgets.background import Background
from widgets.delaying import rings_once
from widgets.faces import Faces
from widgets.filters.completing import Completing, Offer
from widgets.filters.controls import draw_cross, label, name_tool, tool
from widgets.theme import Theme

translate = QCoreApplication.translate

MOST = 8
_REST_MS = 120
_FACE = 24


class PersonField(QWidget):
    """A field that finds people. ``picked(MemberCard)``; ``changed()`` when the person comes or goes.

    ``people(text, limit)`` blocks: it is called in the background.
    """

    picked = Signal(object)
    changed = Signal()

    def __init__(
        self,
        theme: Theme,
        faces: Faces,
        background: Background,
        people: Callable[[str, int], Sequence[MemberCard]],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme, self._faces, self._background, self._people = theme, faces, background, people
        self._found: Sequence[MemberCard] = ()
        self.person: MemberCard | None = None
        self.label = label(role="list-heading")
        self.edit = QLineEdit()
        self.edit.setMaxLength(100)
        self.label.setBuddy(self.edit)
        self.face = QLabel()
        self.who = label(role="dense")
        self.remove: QToolButton = tool(self._remove)
        self.completing = Completing(self.edit, theme, self._take)
        self._resting = rings_once(self, self._look, _REST_MS)
        self.edit.textEdited.connect(lambda _text: self._resting.start())
        self.edit.installEventFilter(self)
        faces.ready.connect(self._face_ready)
        self._chosen = QWidget()
        self._lay_out()
        self.set_theme(theme)
        self.retranslate()

    def show_person(self, person: MemberCard | None) -> None:
        """Show this person, or the field; says nothing."""
        self.person = person
        self.edit.clear()
        self.edit.setVisible(person is None)
        self._chosen.setVisible(person is not None)
        if person is not None:
            self.who.setText(f"{person.name or person.username}  {person.organisation}".strip())
            self._draw_face()

    def set_theme(self, theme: Theme) -> None:
        """Draw in another theme from now on."""
        self._theme = theme
        self._column.setSpacing(theme.px(6))
        self._chosen.setMinimumHeight(theme.px(32))
        self.completing.set_theme(theme)
        draw_cross(self.remove, theme)
        self._draw_face()

    def retranslate(self) -> None:
        """The words, in the language of now."""
        self.label.setText(translate("composer", "Who do you want to thank?"))
        self.edit.setAccessibleName(self.label.text())
        self.edit.setPlaceholderText(translate("composer", "A part of the name is enough"))
        name_tool(self.remove, translate("composer", "Choose someone else"))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter takes who is marked, or the only one there is."""
        enter = event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent)
        if enter and isinstance(event, QKeyEvent) and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if not self.completing.take_current() and len(self._found) == 1:
                self._choose(self._found[0])
            return True
        return super().eventFilter(watched, event)

    def _lay_out(self) -> None:
        row = QHBoxLayout(self._chosen)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.face)
        row.addWidget(self.who)
        row.addWidget(self.remove)
        row.addStretch(1)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(self.label)
        self._column.addWidget(self.edit)
        self._column.addWidget(self._chosen)
        self._chosen.hide()

    def _look(self) -> None:
        text = self.edit.text().strip().lstrip("@")
        if not text:
            self.completing.close()
            return
        self._background.run(lambda: self._people(text, MOST), self._offer, key="composer-person")

    def _offer(self, found: Sequence[MemberCard]) -> None:
        self._found = found
        if not self.edit.hasFocus():
            return
        offers = [
            Offer(one.username, one.name or one.username, "user-round", one.organisation) for one in found
        ]
        self.completing.offer(offers, QPoint(0, self.edit.height() + self._theme.px(4)))

    def _take(self, username: str) -> None:
        person = next((one for one in self._found if one.username == username), None)
        if person is not None:
            self._choose(person)

    def _choose(self, person: MemberCard) -> None:
        self.completing.close()
        self.show_person(person)
        self.picked.emit(person)
        self.changed.emit()

    def _remove(self) -> None:
        self.show_person(None)
        self.edit.setFocus(Qt.FocusReason.OtherFocusReason)
        self.changed.emit()

    def _face_ready(self, key: str) -> None:
        if self.person is not None and self.person.avatar == key:
            self._draw_face()

    def _draw_face(self) -> None:
        person = self.person
        if person is not None:
            size, ratio = self._theme.px(_FACE), self.devicePixelRatioF()
            name = person.name or person.username
            self.face.setPixmap(
                self._faces.face(person.avatar, name, person.member_id, size, self._theme, ratio)
            )
