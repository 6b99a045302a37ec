"""The first page: name your community and sign in, now or again, or look around in the demo community."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QResizeEvent
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from app.language import Language
from app.sentences import Sentence, error_sentence, note_sentence
from sync.errors import Rejected, SignInNeeded
from widgets.background import Background
from widgets.banner import Banner
from widgets.centred import Centred
from widgets.first_run_steps import AddressStep, KeyStep, button
from widgets.style import mark
from widgets.theme import Theme

if TYPE_CHECKING:
    from app.welcome import Found, SignedIn, SignIn

_WIDTH = 440
# Below this the controls stand under each other; with large text a window is soon narrow.
_NARROW = 480


class FirstRun(QWidget):
    """Leads a member in. ``signed_in(SignedIn)`` when done, ``demo_wanted()`` for the demo community.

    With ``again``, the address of a community that one is a member of already, it begins with the key of
    that community, and ``back_wanted()`` goes back to reading without it.
    """

    signed_in = Signal(object)
    demo_wanted = Signal()
    back_wanted = Signal()

    def __init__(
        self,
        sign_in: SignIn,
        background: Background,
        theme: Theme,
        language: Callable[[], Language],
        parent: QWidget | None = None,
        *,
        again: str | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("first-run")
        self._sign_in = sign_in
        self._background = background
        self._language = language
        self._theme = theme
        self._again = again is not None
        self.found: Found | None = None
        self._make_controls(theme)
        self._lay_out(theme)
        self.set_theme(theme)
        self.retranslate()
        self._show_step()
        if again is not None:
            self.address_step.address.setText(again)
            self.look_for(again)

    def set_theme(self, theme: Theme) -> None:
        """Draw in another theme from now on."""
        self._theme = theme
        self._column.setMaximumWidth(theme.px(_WIDTH))
        self._banner.set_theme(theme)
        self.key_step.set_theme(theme)
        self._fit()

    def retranslate(self) -> None:
        """Say everything in the language of now."""
        translate = QCoreApplication.translate
        if self._again:
            self._title.setText(translate("first-run", "Sign in again"))
            self._lead.setText(
                translate("first-run", "Your community asks for a new key. What is here stays as it is.")
            )
        else:
            self._title.setText(translate("first-run", "Welcome to the Stamtafel"))
            self._lead.setText(
                translate("first-run", "What matters in your field, in five minutes. Also without internet.")
            )
        self._back.setText(translate("first-run", "Back to reading"))
        self.address_step.retranslate()
        self.key_step.retranslate()

    def look_for(self, address: str) -> None:
        """Look for a community at ``address``; when there is one, show how to sign in."""
        self.show_busy(QCoreApplication.translate("first-run", "Looking for the community ..."))
        self._background.run(
            lambda: self._sign_in.find(address), self.show_found, self._on_fault, key="first-run"
        )

    def show_found(self, found: Found) -> None:
        """Go on with the community that was found: the steps to sign in there."""
        self._busy(False)
        self.found = found
        self.key_step.show_community(found.title)
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
        self._step().take_focus()

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change of language at once."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the rows to the width."""
        super().resizeEvent(event)
        self._fit()

    def _make_controls(self, theme: Theme) -> None:
        self._title, self._lead, self._progress = QLabel(), QLabel(), QLabel()
        mark(self._title, "page-title")
        mark(self._lead, "muted")
        mark(self._progress, "muted")
        for label in (self._title, self._lead, self._progress):
            label.setWordWrap(True)
            label.setTextFormat(Qt.TextFormat.PlainText)
        self._progress.hide()
        self._banner = Banner(theme)
        self.address_step, self.key_step = AddressStep(), KeyStep()
        self.address_step.offer_demo(not self._again)
        self._back = button("quiet")
        self._back.setProperty("inline", True)
        self._back.setVisible(self._again)
        self._back.clicked.connect(self.back_wanted)
        self.address_step.wanted.connect(self.look_for)
        self.address_step.demo_wanted.connect(self.demo_wanted)
        self.key_step.page_wanted.connect(self._open_browser)
        self.key_step.pasted.connect(self._sign_in_with)
        self.key_step.other_wanted.connect(self._start_over)

    def _lay_out(self, theme: Theme) -> None:
        self._column = QWidget()
        column = QVBoxLayout(self._column)
        column.setSpacing(8)
        column.addWidget(self._title)
        column.addWidget(self._lead)
        column.addSpacing(theme.px(16))
        for widget in (self._banner, self.address_step, self.key_step, self._progress):
            column.addWidget(widget)
        column.addWidget(self._back, 0, Qt.AlignmentFlag.AlignLeft)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(Centred(self._column))

    def _step(self) -> AddressStep | KeyStep:
        return self.address_step if self.found is None else self.key_step

    def _show_step(self) -> None:
        self.address_step.setVisible(self.found is None)
        self.key_step.setVisible(self.found is not None)
        self._step().take_focus()

    def _fit(self) -> None:
        narrow = self.width() < self._theme.px(_NARROW)
        self.address_step.set_narrow(narrow)
        self.key_step.set_narrow(narrow)

    def _busy(self, busy: bool) -> None:
        self.address_step.set_busy(busy)
        self.key_step.set_busy(busy)
        self._progress.hide()

    def _open_browser(self) -> None:
        if self.found is not None:
            QDesktopServices.openUrl(QUrl(self.found.page))

    def _sign_in_with(self, pasted: str) -> None:
        found = self.found
        if found is None:
            return
        self.show_busy(QCoreApplication.translate("first-run", "Signing in ..."))
        self._background.run(
            lambda: self._sign_in.finish(found, pasted), self._on_signed_in, self._on_fault, key="first-run"
        )

    def _on_signed_in(self, done: SignedIn) -> None:
        self._busy(False)
        self.key_step.paste.clear()
        self.signed_in.emit(done)

    def _on_fault(self, error: Exception) -> None:
        if self.found is not None and isinstance(error, Rejected | SignInNeeded):
            self._busy(False)
            refused = isinstance(error, SignInNeeded)
            why = note_sentence("key-refused" if refused else "key-unreadable", self._language())
            self.key_step.refuse(why)
        else:
            self.show_fault(error_sentence(error, self._language()))

    def _start_over(self) -> None:
        self.found = None
        self.key_step.paste.clear()
        self._banner.hide()
        self._show_step()
