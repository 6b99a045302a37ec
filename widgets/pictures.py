"""Draws every screen as PNG from the demo community, without a display."""

from __future__ import annotations

import os
import shutil
import tempfile
import time
import uuid
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from itertools import product
from pathlib import Path
from typing import NamedTuple

from PySide6.QtWidgets import QApplication, QDialog, QWidget

from app.accounts import Account
from app.client import Client
from app.filters.rules import Rule
from app.language import Language
from app.paths import Profile
from app.sentences import error_sentence
from app.settings import Settings
from app.views import View
from app.welcome import SignIn
from sync.credentials import Key
from sync.errors import CacheFromNewerVersion, InterceptedAnswer, SignInNeeded
from sync.store.rows import Place
from widgets.appearance import Appearance
from widgets.background import Background
from widgets.fault_window import FaultWindow
from widgets.first_run import FirstRun
from widgets.language import Languages
from widgets.main_window import MainWindow
from widgets.reader.dialect import image_texts
from widgets.status_line import Status

WAIT_SECONDS = 20.0
_WIDE, _HIGH = 1440, 900
_QUIET_WEEK = "kind:announcement,link replies:<3 (title:nieuwsbrief,intranet OR tag:intern-nieuws)"


class Screen(NamedTuple):
    """What a picture needs: the window, and the person's language."""

    window: MainWindow
    language: Language


def draw_window(profile: Profile, account: Account, path: Path) -> Path:
    """Draw the window on an account's cache as it would open, and write it to ``path``."""
    with _application() as application:
        settings = Settings(profile)
        languages = Languages(application, settings.text("appearance.language"))
        appearance = Appearance(application, "light")
        with _window(Client(profile, account, settings), appearance, languages.now) as screen:
            _read_first(screen)
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
            for name, draw in _SCREENS.items():
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

    application = make_application(["stamtafel"])
    yield application
    application.processEvents()


@contextmanager
def _window(client: Client, appearance: Appearance, language: Language) -> Iterator[Screen]:
    window = MainWindow(client, appearance, place=Place("timeline"))
    window.resize(_WIDE, _HIGH)
    window.show()
    try:
        _until(lambda: window.work is not None and window.overview is not None)
        window.status.show_status(Status("idle", window.clock()))
        yield Screen(window, language)
    finally:
        window.close()
        window.deleteLater()
        client.close()
        QApplication.processEvents()


def _until(reached: Callable[[], bool]) -> None:
    """Let the event loop run until ``reached()``."""
    end = time.monotonic() + WAIT_SECONDS
    while not reached():
        if time.monotonic() > end:
            raise TimeoutError
        QApplication.processEvents()
        time.sleep(0.005)


def _settle(seconds: float = 0.15) -> None:
    """Give pictures and second passes of layout the time that a person would."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        QApplication.processEvents()
        time.sleep(0.005)


def _save(widget: QWidget, path: Path) -> None:
    _settle()
    if not widget.grab().save(str(path)):
        raise OSError(str(path))


def _read_first(screen: Screen) -> MainWindow:
    window = screen.window
    window.view.select(0)
    _until(lambda: window.topic is not None and window.topic.reader.topic is not None)
    window.setFocus()
    _settle()
    return window


def _open(screen: Screen, words: str) -> MainWindow:
    """Open the newest topic whose search finds ``words``."""
    window = screen.window
    hits = window.client.search(words)
    window.open_topic(hits[0].topic_id)
    _settle()
    return window


def _main(screen: Screen) -> QWidget:
    window = _read_first(screen)
    window.sidebar.clearFocus()
    return window


def _reader(screen: Screen) -> QWidget:
    return _open(screen, '"Draaiboek: een middag gesprekken op straat"')


def _code_and_picture(screen: Screen) -> QWidget:
    return _open(screen, '"Kaart met gesprekken"')


def _lightbox(screen: Screen) -> QWidget:
    window = _open(screen, '"Kaart met gesprekken"')
    reader = window.topic_pane().reader
    view, key = next(
        (view, key) for view in reader.thread_view.views() for key in image_texts(view.body.html())
    )
    view.body.followed.emit(f"image:{key}")
    _settle()
    return window


def _search(screen: Screen) -> QWidget:
    window = screen.window
    window.pane.field.setText("beleid")
    _until(lambda: window.pane.shown == "results")
    window.pane.results.step(0)
    _settle()
    return window


def _people(screen: Screen) -> QWidget:
    screen.window.go("people")
    return screen.window


def _profile(screen: Screen) -> QWidget:
    window = _read_first(screen)
    window.topic_pane().show_member("fatima_elamrani")
    _until(lambda: window.topic_pane().card is not None)
    return window


def _group(screen: Screen) -> QWidget:
    window = screen.window
    assert window.overview is not None  # noqa: S101 - the window waited for it
    closed = next(group for group in window.overview.groups if group.closed)
    window.go(Place("group", closed.group_id))
    _settle()
    return _read_first(screen)


def _saved_empty(screen: Screen) -> QWidget:
    screen.window.go(Place("saved"))
    _until(lambda: screen.window.pane.shown == "empty")
    return screen.window


def _compact(screen: Screen) -> QWidget:
    screen.window.view.set_compact(True)
    return _read_first(screen)


def _large_text(screen: Screen) -> QWidget:
    screen.window.appearance.set_text_scale(2.0)
    return _read_first(screen)


def _narrow(screen: Screen) -> QWidget:
    screen.window.resize(900, 700)
    return _read_first(screen)


def _one_pane(screen: Screen) -> QWidget:
    screen.window.resize(600, 800)
    return screen.window


def _fault(screen: Screen) -> QWidget:
    window = _read_first(screen)
    error = InterceptedAnswer(method="GET", path="/posts.json", status=200, type="text/html", size=14_208)
    assert window.work is not None  # noqa: S101 - the window waited for it
    window.work.show_fault(error)
    window.pane.banner.show_details()
    window.status.show_status(Status("failed", window.clock()))
    return window


def _sign_in_again(screen: Screen) -> QWidget:
    window = _read_first(screen)
    assert window.work is not None  # noqa: S101 - the window waited for it
    window.work.show_fault(SignInNeeded(method="GET", path="/posts.json", status=403))
    window.status.show_status(Status("failed", window.clock()))
    return window


def _offline(screen: Screen) -> QWidget:
    window = _read_first(screen)
    window.actions_["offline"].setChecked(True)
    _settle()
    return window


def _fetching(screen: Screen) -> QWidget:
    window = _read_first(screen)
    window.status.show_status(Status("fetching", window.clock(), posts=1250, done=1250, total=4800))
    return window


def _toast(screen: Screen) -> QWidget:
    window = _read_first(screen)
    assert window.work is not None  # noqa: S101 - the window waited for it
    window.work.marks.save(window.view.current_topic or 0, True)
    _until(lambda: bool(window.toast.text))
    return window


def _keys(screen: Screen) -> QWidget:
    screen.window.actions_["keys"].trigger()
    _settle()
    return screen.window.findChild(QWidget, "key-sheet") or screen.window


def _help(screen: Screen) -> QWidget:
    screen.window.actions_["help"].trigger()
    _settle()
    return screen.window.findChild(QWidget, "help") or screen.window


def _first_run(screen: Screen) -> QWidget:
    return _first_run_page(screen)


def _first_run_key(screen: Screen) -> QWidget:
    page = _first_run_page(screen)
    url = screen.window.client.account.url
    _until_found(page, url)
    return page


def _first_run_page(screen: Screen) -> FirstRun:
    window = screen.window
    sign_in = SignIn(window.client.profile, window.client.settings)
    page = FirstRun(
        sign_in, Background(window), window.appearance.theme, lambda: screen.language, window.centralWidget()
    )
    page.setAutoFillBackground(True)
    page.resize(960, 640)
    page.show()
    return page


def _until_found(page: FirstRun, address: str) -> None:
    page.look_for(address)
    _until(lambda: page.found is not None)


def _newer_cache(screen: Screen) -> QWidget:
    sentence = error_sentence(CacheFromNewerVersion(), screen.language)
    window = FaultWindow(sentence, screen.window.appearance.theme)
    window.show()
    return window


def _keep_rules(screen: Screen) -> MainWindow:
    """Give the member the rules that the pictures show, once."""
    window = screen.window
    assert window.work is not None  # noqa: S101 - the window waited for it
    rules = window.work.rules
    if not rules.ruling.listed().rules:
        dutch = screen.language == "nl"
        for rule in (
            Rule(0, "Rustige week" if dutch else "Quiet week", _QUIET_WEEK, "hide"),
            Rule(0, "Titels gedimd" if dutch else "Titles dimmed", "tag:titels", "dim"),
            Rule(0, "Over AI" if dutch else "About AI", "tag:ai", "highlight"),
        ):
            rules.ruling.keep(rule)
        rules.count_hidden()
        window.go(window.place)
        _settle()
    return window


def _rules(screen: Screen) -> QWidget:
    _keep_rules(screen).go("rules")
    return screen.window


def _rule_editor(screen: Screen) -> QWidget:
    window = _keep_rules(screen)
    window.go("rules")
    assert window.work is not None  # noqa: S101 - the window waited for it
    page = window.work.rules.page
    assert page is not None  # noqa: S101 - going there made it
    _settle()
    window.work.rules.changes.switch(window.work.rules.ruling.listed().rules[0], False)
    _settle(0.5)
    page.edit(window.work.rules.ruling.listed().rules[0]._replace(on=True))
    _settle(1.0)
    window.toast.dismiss()
    return window


def _hidden(screen: Screen) -> QWidget:
    window = _keep_rules(screen)
    assert window.work is not None  # noqa: S101 - the window waited for it
    first = window.work.rules.ruling.listed().rules[0]
    if not first.on:
        window.work.rules.ruling.switch(first.id, True)
    window.look(window.place._replace(sight="reveal"))
    _settle()
    return _read_first(screen)


def _hide_like(screen: Screen) -> QWidget:
    _keep_rules(screen)
    window = _read_first(screen)
    window.actions_["hide_like"].trigger()
    _settle()
    return window


def _view(screen: Screen) -> QWidget:
    """The first of two views, kept once."""
    window = screen.window
    views = window.views_work()
    assert window.overview is not None  # noqa: S101 - the window waited for it
    if not window.overview.views:
        dutch = screen.language == "nl"
        longest = View(
            0,
            "Langst onbeantwoord" if dutch else "Waiting longest",
            "list-filter",
            "kind:question is:unanswered",
            "longest",
            "group",
        )
        views.viewing().keep(longest)
        views.viewing().keep(
            View(
                0,
                "Van Rijkswaterstaat" if dutch else "From Rijkswaterstaat",
                "list-filter",
                "org:rijkswaterstaat",
            )
        )
        window.read_overview()
        _until(lambda: window.overview is not None and bool(window.overview.views))
    views.go(1)
    _until(lambda: views.view is not None)
    _settle()
    return _read_first(screen)


def _view_editor(screen: Screen) -> QWidget:
    _view(screen)
    window = screen.window
    assert window.overview is not None  # noqa: S101 - the window waited for it
    window.views_work().edit(window.overview.views[0].id)
    _until(lambda: window.findChild(QDialog, "view-editor") is not None)
    _settle(0.5)
    return window.findChild(QDialog, "view-editor") or window


def _query(screen: Screen) -> QWidget:
    window = screen.window
    window.pane.field.setText("soort:vraag" if screen.language == "nl" else "kind:question")
    _until(lambda: window.pane.shown == "results")
    _settle()
    return window


_SCREENS: dict[str, Callable[[Screen], QWidget]] = {
    "main": _main,
    "reader": _reader,
    "reader-code": _code_and_picture,
    "lightbox": _lightbox,
    "search": _search,
    "people": _people,
    "profile": _profile,
    "group": _group,
    "empty": _saved_empty,
    "compact": _compact,
    "large-text": _large_text,
    "narrow": _narrow,
    "one-pane": _one_pane,
    "fault": _fault,
    "sign-in-again": _sign_in_again,
    "offline": _offline,
    "fetching": _fetching,
    "toast": _toast,
    "keys": _keys,
    "help": _help,
    "first-run": _first_run,
    "first-run-key": _first_run_key,
    "newer-cache": _newer_cache,
    "rules": _rules,
    "rule-editor": _rule_editor,
    "hidden": _hidden,
    "hide-like": _hide_like,
    "view": _view,
    "view-editor": _view_editor,
    "query": _query,
}
