"""The first page: name your community and sign in, or look around in the demo community."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from app.language import Language
from app.sentences import Sentence, error_sentence
from widgets.background import Background
from widgets.banner import Banner
from widgets.style import mark
from widgets.theme import Theme

if TYPE_CHECKING:
    from app.welcome import Found, SignedIn, SignIn

_WIDTH = 440


class FirstRun(QWidget):
    """Leads a new member in. ``signed_in(SignedIn)`` when done, ``demo_wanted()`` for the demo community."""

    signed_in = Signal(object)
    demo_wanted = Signal()

    def __init__(
        self,
        sign_in: SignIn,
        background: Background,
        theme: Theme,
        language: Callable[[], Language],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("first-run")
        self._sign_in = sign_in
        self._background = background
        self._language = language
        self.found: Found | None = None
        self._make_controls(theme)
        self._lay_out(theme)
        self.set_theme(theme)
        self.retranslate()
        self._show_step()

    def set_theme(self, theme: Theme) -> None:
        """Draw in another theme from now on."""
        self._column.setFixedWidth(theme.px(_WIDTH))
        self._banner.set_theme(theme)
        self._paste.setFixedHeight(theme.px(96))

    def retranslate(self) -> None:
        """Say everything in the language of now."""
        translate = QCoreApplication.translate
        self._title.setText(translate("first-run", "Welcome to the Stamtafel"))
        self._lead.setText(
            translate("first-run", "What matters in your field, in five minutes. Also without internet.")
        )
        self._address_label.setText(translate("first-run", "Address of your community"))
        self._address.setPlaceholderText(translate("first-run", "community.example.org"))
        self._next.setText(translate("first-run", "Continue"))
        self._no_address.setText(translate("first-run", "No address yet?"))
        self._demo.setText(translate("first-run", "Look around in the demo community"))
        self._steps.setText(
            translate(
                "first-run",
                "1. Open the sign-in page and say yes.\n2. Copy the key it shows you.\n3. Paste it here.",
            )
        )
        self._browser.setText(translate("first-run", "Open the sign-in page"))
        self._paste.setPlaceholderText(translate("first-run", "Paste the key here"))
        self._paste.setAccessibleName(translate("first-run", "Key from the sign-in page"))
        self._finish.setText(translate("first-run", "Sign in"))
        self._back.setText(translate("first-run", "Another address"))
        self._safe.setText(
            translate("first-run", "The key goes into the keyring of this computer, and nowhere else.")
        )
        self._name_community()

    def show_found(self, found: Found) -> None:
        """Go on with the community that was found: the steps to sign in there."""
        self._busy(False)
        self.found = found
        self._show_step()

    def show_busy(self, words: str) -> None:
        """Say that something takes a moment."""
        self._busy(True)
        self._banner.hide()
        self._progress.setText(words)
        self._progress.show()

    def show_fault(self, sentence: Sentence) -> None:
        """Say what went wrong; what was typed stays."""
        self._busy(False)
        self._banner.show_sentence(sentence, [])

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change of language at once."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _make_controls(self, theme: Theme) -> None:
        self._title, self._lead, self._address_label = QLabel(), QLabel(), QLabel()
        self._no_address, self._community, self._steps, self._safe = QLabel(), QLabel(), QLabel(), QLabel()
        self._progress = QLabel()
        self._progress.hide()
        mark(self._title, "page-title")
        mark(self._address_label, "dense")
        mark(self._community, "section-title")
        for label in (self._lead, self._no_address, self._safe, self._progress):
            mark(label, "muted")
        for label in (self._lead, self._steps, self._safe, self._community):
            label.setWordWrap(True)
            label.setTextFormat(Qt.TextFormat.PlainText)
        self._address = QLineEdit()
        self._address_label.setBuddy(self._address)
        self._paste = QPlainTextEdit()
        self._paste.setTabChangesFocus(True)
        self._next, self._finish = QPushButton(), QPushButton()
        self._demo, self._browser, self._back = QPushButton(), QPushButton(), QPushButton()
        mark(self._next, "primary")
        mark(self._finish, "primary")
        mark(self._browser, "secondary")
        mark(self._demo, "quiet")
        mark(self._back, "quiet")
        self._banner = Banner(theme)
        self._address.returnPressed.connect(self._look_for_typed)
        self._next.clicked.connect(self._look_for_typed)
        self._demo.clicked.connect(self.demo_wanted)
        self._browser.clicked.connect(self._open_browser)
        self._finish.clicked.connect(self._sign_in_now)
        self._back.clicked.connect(self._start_again)

    def _lay_out(self, theme: Theme) -> None:
        self._column = QWidget()
        column = QVBoxLayout(self._column)
        column.setSpacing(8)
        for widget in (self._title, self._lead):
            column.addWidget(widget)
        column.addSpacing(theme.px(16))
        column.addWidget(self._banner)
        self._first = QWidget()
        first = _column(self._first)
        first.addWidget(self._address_label)
        first.addLayout(_row(self._address, self._next))
        first.addLayout(_row(self._no_address, self._demo, stretch=True))
        self._second = QWidget()
        second = _column(self._second)
        second.addWidget(self._community)
        second.addWidget(self._steps)
        second.addLayout(_row(self._browser, stretch=True))
        second.addWidget(self._paste)
        second.addWidget(self._safe)
        second.addLayout(_row(self._finish, self._back, stretch=True))
        column.addWidget(self._first)
        column.addWidget(self._second)
        column.addWidget(self._progress)
        # Not centred by an alignment flag: that would cut off labels that wrap.
        middle = QHBoxLayout()
        middle.addStretch(1)
        middle.addWidget(self._column)
        middle.addStretch(1)
        outer = QVBoxLayout(self)
        outer.addStretch(2)
        outer.addLayout(middle)
        outer.addStretch(3)

    def _show_step(self) -> None:
        self._first.setVisible(self.found is None)
        self._second.setVisible(self.found is not None)
        self._name_community()
        (self._address if self.found is None else self._browser).setFocus()

    def _name_community(self) -> None:
        if self.found is not None:
            translate = QCoreApplication.translate
            self._community.setText(translate("first-run", "Found: {name}").format(name=self.found.title))

    def _busy(self, busy: bool) -> None:
        for control in (self._next, self._finish, self._address, self._paste, self._demo):
            control.setEnabled(not busy)
        self._progress.hide()

    def _look_for_typed(self) -> None:
        address = self._address.text().strip()
        if address:
            self.look_for(address)
        else:
            self._address.setFocus()

    def look_for(self, address: str) -> None:
        """Look for a community at ``address``; when there is one, show how to sign in."""
        self.show_busy(QCoreApplication.translate("first-run", "Looking for the community ..."))
        self._background.run(
            lambda: self._sign_in.find(address), self.show_found, self._on_fault, key="first-run"
        )

    def _open_browser(self) -> None:
        if self.found is not None:
            QDesktopServices.openUrl(QUrl(self.found.page))

    def _sign_in_now(self) -> None:
        found, pasted = self.found, self._paste.toPlainText()
        if found is None or not pasted.strip():
            self._paste.setFocus()
            return
        self.show_busy(QCoreApplication.translate("first-run", "Signing in ..."))
        self._background.run(
            lambda: self._sign_in.finish(found, pasted), self._on_signed_in, self._on_fault, key="first-run"
        )

    def _on_signed_in(self, done: SignedIn) -> None:
        self._busy(False)
        self._paste.clear()
        self.signed_in.emit(done)

    def _on_fault(self, error: Exception) -> None:
        self.show_fault(error_sentence(error, self._language()))

    def _start_again(self) -> None:
        self.found = None
        self._paste.clear()
        self._banner.hide()
        self._show_step()


def _column(widget: QWidget) -> QVBoxLayout:
    column = QVBoxLayout(widget)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(8)
    return column


def _row(*widgets: QWidget, stretch: bool = False) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(8)
    for widget in widgets:
        row.addWidget(widget)
    if stretch:
        row.addStretch(1)
    return row
