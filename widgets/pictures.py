"""Draws every screen as PNG from the demo community, without a display."""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
import uuid
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from itertools import product
from pathlib import Path

from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler
from PySide6.QtWidgets import QApplication, QWidget

from app.accounts import Account
from app.client import Client
from app.language import Language
from app.paths import Profile
from app.settings import Settings
from sync.credentials import Key
from sync.store.rows import Place
from widgets.appearance import Appearance
from widgets.audience.screens import SCREENS as ANSWERING
from widgets.composer.editor_screens import SCREENS as EDITOR
from widgets.composer.screens import SCREENS as COMPOSER
from widgets.groups.screens import SCREENS as GROUPS
from widgets.language import Languages
from widgets.main_window import MainWindow
from widgets.notices.screens import SCREENS as NOTICES
from widgets.outbox.screens import SCREENS as OUTBOX
from widgets.picture_screens import SCREENS as READING
from widgets.picture_screens import Screen, read_first, settle, until
from widgets.status_line import Status

_WIDE, _HIGH = 1440, 900
# What the member wrote comes last: it stays for the pictures after it.
SCREENS = READING | GROUPS | NOTICES | OUTBOX | ANSWERING | COMPOSER | EDITOR


def draw_window(profile: Profile, account: Account, path: Path) -> Path:
    """Draw the window on an account's cache as it would open, and write it to ``path``."""
    with _application() as application:
        settings = Settings(profile)
        languages = Languages(application, settings.text("appearance.language"))
        appearance = Appearance(application, "light")
        with _window(Client(profile, account, settings), appearance, languages.now) as screen:
            read_first(screen)
            _save(screen.window, path)
    return path


def draw_all(folder: Path, *, themes: Sequence[str], languages: Sequence[str]) -> list[Path]:
    """Draw every screen for each theme (light, dark) and language (nl, en). Returns the files.

    The demo community is served on loopback for the time it takes. Raises ``TimeoutError`` when a screen does
    not come to rest.
    """
    from sync.demo.server import DemoServer

    folder.mkdir(parents=True, exist_ok=True)
    drawn: list[Path] = []
    with (
        DemoServer(requests_per_minute=0) as server,
        tempfile.TemporaryDirectory() as temporary,
        _application() as application,
    ):
        filled = Profile(Path(temporary) / "filled")
        account = Account("demo", "discourse", server.url, server.username, str(uuid.uuid4()))
        key = Key(server.key, account.client_id)
        _fetch(filled, account, key)
        appearance = Appearance(application, "light")
        speech = Languages(application, "en")
        for language, theme in product(languages, themes):
            profile = Profile(Path(temporary) / f"{language}-{theme}")
            shutil.copytree(filled.root, profile.root)
            settings = Settings(profile)
            settings.set("appearance.language", language)
            speech.choose(language)
            appearance.choose("dark" if theme == "dark" else "light")
            for name, draw in SCREENS.items():
                appearance.set_text_scale(1.0)
                path = folder / f"{name}-{theme}-{language}.png"
                with _window(Client(profile, account, settings, key), appearance, speech.now) as screen:
                    _save(draw(screen), path)
                drawn.append(path)
    return drawn


def _fetch(profile: Profile, account: Account, key: Key) -> None:
    settings = Settings(profile)
    settings.set("sync.requests_per_minute", 600)
    client = Client(profile, account, settings, key)
    try:
        report = client.round()
        if report.error is not None:
            raise report.error
    finally:
        client.close()


@contextmanager
def _application() -> Iterator[QApplication]:
    existing = QApplication.instance()
    if isinstance(existing, QApplication):
        yield existing
        return
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from widgets.application import make_application

    qInstallMessageHandler(_say)
    application = make_application(["stamtafel"])
    yield application
    application.processEvents()


def _say(_kind: QtMsgType, _context: QMessageLogContext, message: str) -> None:
    """Pass on what Qt says, but not what a platform without a screen says of every window."""
    if not message.startswith("This plugin does not support"):
        print(message, file=sys.stderr)


@contextmanager
def _window(client: Client, appearance: Appearance, language: Language) -> Iterator[Screen]:
    window = MainWindow(client, appearance, place=Place("timeline"))
    window.resize(_WIDE, _HIGH)
    window.show()
    try:
        until(lambda: window.work is not None and window.overview is not None)
        window.status.show_status(Status("idle", window.clock()))
        yield Screen(window, language)
    finally:
        window.close()
        window.deleteLater()
        client.close()
        QApplication.processEvents()


def _save(widget: QWidget, path: Path) -> None:
    settle()
    if not widget.grab().save(str(path)):
        raise OSError(str(path))
