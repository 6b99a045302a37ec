"""The window around the first-run page; also where one signs in again, and where the demo starts."""

from __future__ import annotations

from contextlib import ExitStack

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QMainWindow

from app.accounts import Account
from app.demo import Demo, running_demo
from app.language import Language, chosen
from app.paths import Profile
from app.sentences import error_sentence
from app.settings import Settings
from app.welcome import SignIn
from widgets.appearance import Appearance
from widgets.background import Background
from widgets.centred import resize_within_screen
from widgets.first_run import FirstRun


class FirstRunWindow(QMainWindow):
    """``signed_in(SignedIn)`` when there is an account; ``demo_ready(Profile, Demo, ExitStack)`` when the
    demo community runs: whoever takes it closes the stack to end it. ``left()`` when the window closes.

    ``again`` is the account to sign in to again.
    """

    signed_in = Signal(object)
    demo_ready = Signal(object, object, object)
    left = Signal()

    def __init__(
        self, profile: Profile, settings: Settings, appearance: Appearance, *, again: Account | None = None
    ) -> None:
        super().__init__()
        self._profile = profile
        self._settings = settings
        self._background = Background(self)
        self._held = ExitStack()
        theme = appearance.theme
        self.page = FirstRun(
            SignIn(profile, settings),
            self._background,
            theme,
            self._language,
            again=None if again is None else again.url,
        )
        self.page.signed_in.connect(self.signed_in)
        self.page.demo_wanted.connect(self._start_demo)
        self.page.back_wanted.connect(self.close)
        appearance.changed.connect(self.page.set_theme)
        self.setCentralWidget(self.page)
        self.setWindowTitle("Stamtafel")
        resize_within_screen(self, theme.px(960), theme.px(640))

    def closeEvent(self, event: QCloseEvent) -> None:
        """End what runs."""
        self.left.emit()
        super().closeEvent(event)
        self.hide()
        self._background.close()
        self._held.close()

    def _language(self) -> Language:
        return chosen(self._settings.text("appearance.language"))

    def _start_demo(self) -> None:
        self.page.show_busy(QCoreApplication.translate("first-run", "The demo community starts ..."))
        self._background.run(self._demo, self._hand_over, self._missed, key="demo")

    def _demo(self) -> tuple[Profile, Demo]:
        # Held here: a window that closes while the demo starts ends it again.
        profile = Profile(self._profile.root / "demo")
        return profile, self._held.enter_context(running_demo(profile))

    def _hand_over(self, started: tuple[Profile, Demo]) -> None:
        self.demo_ready.emit(*started, self._held.pop_all())

    def _missed(self, error: Exception) -> None:
        self.page.show_fault(error_sentence(error, self._language()))
