"""A member at a desk: a profile that was fetched from a demo community, and the program started on it."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QMainWindow
from pytestqt.qtbot import QtBot

from app import accounts
from app.accounts import Account
from app.client import Client
from app.paths import Profile
from app.settings import Settings
from sync.connectors.base import WritingPace
from sync.connectors.discourse_writing import DiscourseWriting
from sync.credentials import Key
from sync.demo.server import DemoServer
from tests.conftest import NOW
from widgets.application import Session
from widgets.main_window import MainWindow
from widgets.window_work import WindowWork

WAIT_MS = 20_000


class Desk:
    """One computer, and the program on it. ``session`` is the program as it runs now."""

    def __init__(self, qtbot: QtBot, application: QApplication, server: DemoServer, profile: Profile) -> None:
        self.qtbot = qtbot
        self.application = application
        self.server = server
        self.profile = profile
        self.key = Key(server.key, "")
        self.session: Session | None = None

    @property
    def window(self) -> MainWindow:
        """The window on the account."""
        window = self.any_window
        assert isinstance(window, MainWindow)
        return window

    @property
    def any_window(self) -> QMainWindow:
        """Whatever window is open."""
        assert self.session is not None
        assert self.session.window is not None
        return self.session.window

    @property
    def work(self) -> WindowWork:
        """What the window does beyond its first paint."""
        assert self.window.work is not None
        return self.window.work

    def start(self, *, account: bool = True) -> None:
        """Start the program and wait for its first paint."""
        self.session = Session(self.application, self.profile)
        assert self.session.claim("")
        self.session.open(accounts.named(self.profile, None) if account else None, self.key)
        if isinstance(self.session.window, MainWindow):
            self.until(lambda: self.window.work is not None and self.window.overview is not None)
            self.window.activateWindow()

    def start_and_fetch(self) -> None:
        """Start the program and wait for its first round."""
        self.start()
        self.until_quiet()

    def until_quiet(self) -> None:
        """Wait for the round under way; one that is due begins now."""
        self.until(lambda: self.window.status.status.phase != "fetching")
        self.work.rounds.start()
        self.until(lambda: not self.work.rounds.running)

    def until(self, reached: Callable[[], bool]) -> None:
        """Let the program run until ``reached()``."""
        self.qtbot.waitUntil(reached, timeout=WAIT_MS)

    def settle(self, milliseconds: int) -> None:
        """Let the program run for some time."""
        self.qtbot.wait(milliseconds)

    def stop(self) -> None:
        """Close the window and end the program."""
        session, self.session = self.session, None
        if session is None:
            return
        if session.window is not None:
            session.window.close()
            session.window.deleteLater()
        session.close()
        # The next program in this process speaks its own language.
        session.languages.choose("en")
        session.appearance.deleteLater()
        session.deleteLater()
        self.qtbot.wait(1)


@pytest.fixture(scope="session")
def fetched(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The profile of a member whose first round is done; to be copied."""
    folder = tmp_path_factory.mktemp("fetched")
    profile = Profile(folder)
    profile.create()
    with DemoServer(requests_per_minute=0, now=NOW) as server:
        settings = Settings(profile)
        settings.set("sync.requests_per_minute", 600)
        settings.set("sync.images", False)
        settings.set("appearance.language", "en")
        account = accounts.add(profile, Account("demo", "discourse", server.url, server.username, "desk"))
        client = Client(profile, account, settings, Key(server.key, "desk"))
        report = client.round()
        assert report.error is None
        client.close()
    return folder


@pytest.fixture
def desk(qtbot: QtBot, qapp: QApplication, demo: DemoServer, fetched: Path, tmp_path: Path) -> Iterator[Desk]:
    """A desk in front of the demo community, with everything fetched and the program not yet started."""
    folder = tmp_path / "member"
    shutil.copytree(fetched, folder)
    profile = Profile(folder)
    listed = profile.accounts_file.read_text()
    profile.accounts_file.write_text(listed.replace(accounts.accounts(profile)[0].url, demo.url))
    qapp.setQuitOnLastWindowClosed(False)
    made, font = Desk(qtbot, qapp, demo, profile), qapp.font()
    yield made
    made.stop()
    qapp.setFont(font)
    qapp.setStyleSheet("")


@pytest.fixture
def unhurried(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> Desk:
    """The same, in a community that takes posts as fast as they come; and the program knows so."""
    desk.server.settings.create_post_interval = desk.server.settings.create_topic_interval = 0
    desk.server.settings.unique_posts_mins = 0
    monkeypatch.setattr(DiscourseWriting, "pace", WritingPace(0, 0, 0))
    return desk
