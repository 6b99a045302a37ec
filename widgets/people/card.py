"""A person on a card: who they are, what they do, where to find them, and the way to what they wrote."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from sync.store.rows import MemberCard
from widgets.faces import Faces
from widgets.icons import pixmap
from widgets.people import wording
from widgets.style import mark
from widgets.theme import Theme

FACE = 64
WIDTH = 320
_PADDING = 24


class ProfileCard(QFrame):
    """A popover within ``window``. ``posts_requested`` carries the member's id.

    Escape, a click elsewhere, or the keyboard going elsewhere closes it.
    """

    posts_requested = Signal(int)

    def __init__(self, card: MemberCard, faces: Faces, theme: Theme, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._before: QWidget | None = None
        self._card = card
        self._faces = faces
        self._theme = theme
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        mark(self, "card")
        self.setFixedWidth(theme.px(WIDTH))
        self.setAccessibleName(QCoreApplication.translate("people", "Profile of {0}").format(card.name))
        self.setAccessibleDescription(wording.person(card))
        column = QVBoxLayout(self)
        column.setContentsMargins(*(theme.px(_PADDING),) * 4)
        column.setSpacing(theme.px(12))
        column.addLayout(self._top())
        if card.bio:
            column.addWidget(self._label(card.bio, "body"))
        for drawing, text in self._facts():
            column.addLayout(self._fact(drawing, text))
        self.posts = QPushButton(QCoreApplication.translate("people", "Their contributions"), self)
        mark(self.posts, "secondary")
        self.posts.setVisible(card.posts > 0)
        self.posts.clicked.connect(self._ask_posts)
        column.addWidget(self.posts, alignment=Qt.AlignmentFlag.AlignLeft)
        faces.ready.connect(self._picture_ready)

    def pop_up(self, at: QPoint) -> None:
        """Shows the card near ``at`` (on the screen), wholly within the window, with the keyboard in it."""
        self.adjustSize()
        place, room = self._window.mapFromGlobal(at), self._window.rect().adjusted(8, 8, -8, -8)
        x = max(min(place.x(), room.right() - self.width()), room.left())
        y = max(min(place.y(), room.bottom() - self.height()), room.top())
        self.move(x, y)
        self._before = QApplication.focusWidget()
        self.raise_()
        self.show()
        (self.posts if self._card.posts else self).setFocus(Qt.FocusReason.PopupFocusReason)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.installEventFilter(self)
            application.focusChanged.connect(self._focus_went)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A click elsewhere closes the card, and does there what it does."""
        pressed = event.type() == QEvent.Type.MouseButtonPress
        if pressed and isinstance(watched, QWidget) and not (watched is self or self.isAncestorOf(watched)):
            self.close()
        return super().eventFilter(watched, event)

    def closeEvent(self, event: QCloseEvent) -> None:
        """The keyboard goes back to where it came from."""
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.removeEventFilter(self)
        if self.isAncestorOf(QApplication.focusWidget() or self._window) and self._before is not None:
            self._before.setFocus(Qt.FocusReason.PopupFocusReason)
        super().closeEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape closes."""
        if event.key() == Qt.Key.Key_Escape:
            self.close()
        else:
            super().keyPressEvent(event)

    def _focus_went(self, _old: QWidget | None, now: QWidget | None) -> None:
        if self.isVisible() and now is not None and now is not self and not self.isAncestorOf(now):
            self.close()

    def _top(self) -> QHBoxLayout:
        theme, card = self._theme, self._card
        row = QHBoxLayout()
        row.setSpacing(theme.px(16))
        self._face = QLabel(self)
        self._draw_face()
        row.addWidget(self._face, alignment=Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.setSpacing(theme.px(2))
        words.addStretch(1)
        words.addWidget(self._label(card.name, "pane-title"))
        for text in (card.title, card.organisation):
            if text:
                words.addWidget(self._label(text, "muted"))
        words.addStretch(1)
        row.addLayout(words, 1)
        return row

    def _facts(self) -> list[tuple[str, str]]:
        card = self._card
        team = QCoreApplication.translate("people", "Member of the community team") if card.team else ""
        facts = [
            ("users-round", team),
            ("map-pin", card.find or card.location),
            ("calendar", wording.member_since(card)),
            ("message-square", wording.contributions(card.posts)),
        ]
        return [(drawing, text) for drawing, text in facts if text]

    def _fact(self, drawing: str, text: str) -> QHBoxLayout:
        theme = self._theme
        row = QHBoxLayout()
        row.setSpacing(theme.px(8))
        mark_label = QLabel(self)
        size = theme.px(16)
        mark_label.setPixmap(pixmap(drawing, size, theme.muted, self.devicePixelRatioF()))
        row.addWidget(mark_label, alignment=Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._label(text, "dense"), 1)
        return row

    def _label(self, text: str, role: str) -> QLabel:
        label = QLabel(self)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setWordWrap(True)
        label.setText(text)
        label.setProperty("role", role)
        return label

    def _draw_face(self) -> None:
        card, size, ratio = self._card, self._theme.px(FACE), self.devicePixelRatioF()
        self._face.setPixmap(
            self._faces.face(card.avatar, card.name, card.member_id, size, self._theme, ratio)
        )

    def _picture_ready(self, key: str) -> None:
        if key == self._card.avatar:
            self._draw_face()

    def _ask_posts(self) -> None:
        self.posts_requested.emit(self._card.member_id)
        self.close()
