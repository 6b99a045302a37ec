"""Starts the program with a window: one per profile, in the member's language and theme."""

from __future__ import annotations

import sys
from contextlib import ExitStack, suppress
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, Qt
from PySide6.QtWidgets import QApplication, QMainWindow

from app import accounts as account_book
from app.client import Client, repair_cache
from app.language import chosen
from app.paths import Profile
from app.sentences import error_sentence
from app.settings import Settings
from sync.errors import CacheDamaged, StamtafelError
from widgets.appearance import Appearance, Choice
from widgets.language import Languages
from widgets.main_window import MainWindow

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from app.accounts import Account
    from app.demo import Demo
    from app.language import Language
    from app.sentences import Sentence
    from app.welcome import SignedIn
    from sync.credentials import Key
    from widgets.fault_window import FaultWindow
    from widgets.single_instance import SingleInstance


def open_window(
    profile: Profile, *, url: str | None = None, account: Account | None = None, key: Key | None = None
) -> int:
    """Open the window on ``profile`` and stay until it is closed. Returns the exit status.

    ``account`` and ``key`` open one account with a key that is not kept; else the profile's first account is
    opened, or the first-run page. ``url`` is an address to show. A second start on the same profile hands the
    address to the first and returns at once; when the first does not answer it says so, and returns 1.
    """
    application = make_application(sys.argv[:1])
    session = Session(application, profile)
    if session.claim(url or ""):
        session.open(account, key)
        if url:
            session.show_address(url)
    elif session.heard:
        return 0
    else:
        session.show_unheard(url or "", lambda: session.open(account, key))
    status = application.exec()
    session.close()
    return status or (0 if session.claimed or session.heard else 1)


def draw_window(profile: Profile, account: Account, path: Path) -> Path:
    """Draw the window on an account's cache as a PNG at ``path``, without a screen. Returns ``path``."""
    from widgets.pictures import draw_window as draw

    return draw(profile, account, path)


def draw_all(folder: Path, *, themes: Sequence[str], languages: Sequence[str]) -> list[Path]:
    """Draw every screen from the demo community as PNG files in ``folder``, without a screen."""
    from widgets.pictures import draw_all as draw

    return draw(folder, themes=themes, languages=languages)


def make_application(arguments: list[str]) -> QApplication:
    """The Qt application, named as the system should know it."""
    QApplication.setHighDpiScaleFactorRoundingPolicy(Qt.HighDpiScaleFactorRoundingPolicy.PassThrough)
    # Asked for this way: to wrap a style that is made later, PySide loads QStyle with its hundreds of names.
    application = QApplication([*arguments, "-style", "Fusion"])
    application.setApplicationName("Stamtafel")
    application.setDesktopFileName("stamtafel")
    return application


class Session(QObject):
    """One run of the program: which window is open, and the step from one to the next."""

    def __init__(self, application: QApplication, profile: Profile) -> None:
        super().__init__(application)
        self.profile = profile
        self.settings = Settings(profile)
        self.languages = Languages(application, self.settings.text("appearance.language"))
        scale = self.settings.number("appearance.text_percent") / 100
        self.appearance = Appearance(application, theme_choice(self.settings), scale)
        self.window: QMainWindow | None = None
        self.claimed = False
        self.heard = False
        # The window that waits, as it was, while its member signs in again.
        self._behind: MainWindow | None = None
        # Where the account is: the demo community has a profile of its own within the member's.
        self._profile = profile
        self._client: Client | None = None
        self._key: Key | None = None
        self._instance: SingleInstance | None = None
        self._held = ExitStack()
        self._deaf = True

    def claim(self, address: str) -> bool:
        """Take the profile for this window. ``False``: another has it, and ``heard`` tells whether it took
        ``address``."""
        from widgets.single_instance import SingleInstance

        # A folder that cannot be made is a fault of opening it.
        with suppress(OSError):
            self.profile.create()
        if self._instance is None:
            self._instance = SingleInstance(self.profile, self)
        self.claimed = self._instance.claim()
        if not self.claimed:
            self.heard = self._instance.hand_over(address)
        return self.claimed

    def show_unheard(self, address: str, opened: Callable[[], None]) -> None:
        """Say that the window which has the profile does not answer.

        A new try that takes the profile calls ``opened``; one that is heard ends this start.
        """
        from app.sentences import note_sentence

        window = self._show_sentence(note_sentence("unheard", self._language()))

        def again() -> None:
            window.setEnabled(False)
            if self.claim(address):
                opened()
            elif self.heard:
                window.close()
            else:
                window.setEnabled(True)

        window.retry_wanted.connect(again)

    def open(self, account: Account | None = None, key: Key | None = None) -> None:
        """Open the window on ``account``, else on the profile's first account, else the first-run page.

        A cache that is seen to be damaged is put in order first, behind a window that says so.
        """
        found = account
        try:
            found = found or account_book.named(self._profile, None)
            if found is None:
                self._show_first_run()
                return
            self._key = key
            self._client = Client(self._profile, found, self.settings, key, mend=False)
        except StamtafelError as error:
            if found is not None and isinstance(error, CacheDamaged):
                self._mend(found, key)
            else:
                self._show_fault(error, lambda: self.open(account, key))
            return
        self._show_client(self._client)

    def show_address(self, address: str) -> None:
        """To the front; an address in the community opens its topic, another one the composer."""
        if self.window is None:
            return
        self.window.setWindowState(self.window.windowState() & ~Qt.WindowState.WindowMinimized)
        self.window.raise_()
        self.window.activateWindow()
        reading = self._behind or self.window
        if address and self._client is not None and isinstance(reading, MainWindow):
            if reading.work is not None:
                reading.rooms.hand_over(address)
            else:
                reading.ready.connect(lambda: reading.rooms.hand_over(address))

    def close(self) -> None:
        """Let go of everything, after the window is gone."""
        behind, self._behind = self._behind, None
        if behind is not None:
            behind.close()
        if self._client is not None:
            self._client.close()
            self._client = None
        self._held.close()
        if self._instance is not None:
            self._instance.release()

    def _show_client(self, client: Client) -> None:
        window = MainWindow(client, self.appearance)
        window.ready.connect(lambda: self._after_first_paint(window))
        # With no other window open, waiting for the first page costs nobody anything.
        self._replace(window, window.appear if self.window is None else window.show)

    def _listen(self) -> None:
        if self._instance is not None and self._deaf:
            self._deaf = False
            self._instance.handed_over.connect(self.show_address)
            self._instance.listen()

    def _after_first_paint(self, window: MainWindow) -> None:
        self._listen()
        if window.work is not None:
            window.work.setting_chosen.connect(self._change_setting)
            window.work.sign_in_wanted.connect(self._sign_in_again)
            window.work.repair_wanted.connect(self._repair)
            window.work.begin()

    def _show(self, window: QMainWindow) -> None:
        self._replace(window, window.show)

    def _replace(self, window: QMainWindow, show: Callable[[], None]) -> None:
        before, self.window = self.window, window
        show()
        if before is not None:
            before.close()
            before.deleteLater()

    def _show_first_run(self) -> None:
        from widgets.first_run_window import FirstRunWindow

        window = FirstRunWindow(self.profile, self.settings, self.appearance)
        window.signed_in.connect(self._signed_in)
        window.demo_ready.connect(self._demo_ready)
        self._show(window)
        self._listen()

    def _sign_in_again(self) -> None:
        from widgets.first_run_window import FirstRunWindow

        client, behind = self._client, self.window
        if client is None or not isinstance(behind, MainWindow):
            return
        window = FirstRunWindow(self._profile, self.settings, self.appearance, again=client.account)
        window.restoreGeometry(behind.saveGeometry())
        window.signed_in.connect(self._signed_in)
        window.left.connect(self._back_to_reading)
        self._behind, self.window = behind, window
        window.show()
        behind.hide()

    def _back_to_reading(self) -> None:
        behind, self._behind = self._behind, None
        if behind is None or self.window is None:
            return
        signing_in, self.window = self.window, behind
        behind.show()
        behind.activateWindow()
        signing_in.close()
        signing_in.deleteLater()

    def _signed_in(self, done: SignedIn) -> None:
        client, reading = self._client, self._behind
        self._back_to_reading()
        if client is not None and reading is not None and client.account.name == done.account.name:
            self._key = None
            reading.background.run(
                lambda: client.signed_in_again(done.account), lambda _nothing: self._go_on(reading, done)
            )
            return
        if reading is not None:
            reading.end_work()
        self._leave_client()
        if reading is None:
            self._profile = self.profile
        self.open(done.account)
        self._tell_of_key(done)

    def _go_on(self, reading: MainWindow, done: SignedIn) -> None:
        if reading.work is not None:
            reading.work.clear_fault()
            reading.work.rounds.start()
        self._tell_of_key(done)

    def _tell_of_key(self, done: SignedIn) -> None:
        window = self.window
        if done.key_kept or not isinstance(window, MainWindow):
            return
        from app.sentences import note_sentence

        banner = window.pane.banner
        understood = QCoreApplication.translate("fault", "Understood")
        sentence = note_sentence("session-key", self._language())
        banner.show_sentence(sentence, [(understood, banner.hide)], "warning")

    def _demo_ready(self, profile: Profile, demo: Demo, held: ExitStack) -> None:
        self._leave_client()
        self._held.push(held)
        self._profile = profile
        self.open(demo.account, demo.key)

    def _leave_client(self) -> None:
        if self._client is not None:
            self._client.close()
            self._client = None

    def _repair(self) -> None:
        client = self._client
        if client is None or self.window is None:
            return
        if self._behind is not None:
            self._back_to_reading()
        if isinstance(self.window, MainWindow):
            self.window.end_work()
        self._leave_client()
        self._mend(client.account, self._key)

    def _mend(self, account: Account, key: Key | None) -> None:
        from app.sentences import note_sentence
        from widgets.repair_window import RepairWindow

        window = RepairWindow(
            lambda: repair_cache(self._profile, account),
            lambda: note_sentence("repairing", self._language()),
            self.appearance,
        )
        window.mended.connect(lambda: self._open_mended(account, key))
        window.failed.connect(lambda error: self._show_fault(error, lambda: self.open(account, key)))
        self._show(window)
        self._listen()

    def _open_mended(self, account: Account, key: Key | None) -> None:
        self.open(account, key)
        if self._client is not None:
            self._client.repaired = True

    def _show_fault(self, error: Exception, again: Callable[[], None]) -> None:
        window = self._show_sentence(error_sentence(error, self._language()))
        window.retry_wanted.connect(again)
        self._listen()

    def _show_sentence(self, sentence: Sentence) -> FaultWindow:
        from widgets.fault_window import FaultWindow

        window = FaultWindow(sentence, self.appearance.theme)
        self.appearance.changed.connect(window.set_theme)
        self._show(window)
        return window

    def _language(self) -> Language:
        return chosen(self.settings.text("appearance.language"))

    def _change_setting(self, key: str, value: str) -> None:
        if isinstance(self.window, MainWindow):
            self.window.choose(key, value)
        if key == "appearance.theme":
            self.appearance.choose(theme_choice(self.settings))
        elif key == "appearance.language":
            self.languages.choose(value)
        elif key == "appearance.text_percent":
            self.appearance.set_text_scale(int(value) / 100)
        elif key == "timeline.density" and isinstance(self.window, MainWindow):
            self.window.view.set_compact(value == "compact")


def theme_choice(settings: Settings) -> Choice:
    """The theme that the member chose."""
    chosen_theme = settings.text("appearance.theme")
    return "light" if chosen_theme == "light" else "dark" if chosen_theme == "dark" else "system"
