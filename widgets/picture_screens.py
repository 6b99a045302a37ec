"""The screens that ``stamtafel pictures`` draws: for each, the way a member would get there."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import NamedTuple

from PySide6.QtWidgets import QApplication, QDialog, QWidget

from app.filters.rules import Rule
from app.language import Language
from app.sentences import error_sentence
from app.views import View
from app.welcome import SignIn
from sync.errors import CacheFromNewerVersion, InterceptedAnswer, SignInNeeded
from sync.store.rows import Place
from widgets.background import Background
from widgets.fault_window import FaultWindow
from widgets.first_run import FirstRun
from widgets.main_window import MainWindow
from widgets.reader.dialect import image_texts
from widgets.status_line import Status

WAIT_SECONDS = 20.0
_QUIET_WEEK = "kind:announcement,link replies:<3 (title:nieuwsbrief,intranet OR tag:intern-nieuws)"


class Screen(NamedTuple):
    """What a picture needs: the window, and the person's language."""

    window: MainWindow
    language: Language


def until(reached: Callable[[], bool]) -> None:
    """Let the event loop run until ``reached()``. Raises ``TimeoutError``."""
    end = time.monotonic() + WAIT_SECONDS
    while not reached():
        if time.monotonic() > end:
            raise TimeoutError
        QApplication.processEvents()
        time.sleep(0.005)


def settle(seconds: float = 0.15) -> None:
    """Give pictures and second passes of layout the time that a person would."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        QApplication.processEvents()
        time.sleep(0.005)


def read_first(screen: Screen) -> MainWindow:
    """Have the newest topic open, as someone who begins to read would."""
    window = screen.window
    window.view.select(0)
    until(lambda: window.topic is not None and window.topic.reader.topic is not None)
    window.setFocus()
    settle()
    return window


def _open(screen: Screen, words: str) -> MainWindow:
    """Open the newest topic whose search finds ``words``."""
    window = screen.window
    hits = window.client.search(words)
    window.open_topic(hits[0].topic_id)
    settle()
    return window


def _main(screen: Screen) -> QWidget:
    window = read_first(screen)
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
    settle()
    return window


def _search(screen: Screen) -> QWidget:
    window = screen.window
    window.pane.field.setText("beleid")
    until(lambda: window.pane.shown == "results")
    window.pane.results.step(0)
    settle()
    return window


def _people(screen: Screen) -> QWidget:
    screen.window.go("people")
    return screen.window


def _profile(screen: Screen) -> QWidget:
    window = read_first(screen)
    window.topic_pane().show_member("fatima_elamrani")
    until(lambda: window.topic_pane().card is not None)
    return window


def _group(screen: Screen) -> QWidget:
    window = screen.window
    assert window.overview is not None  # noqa: S101 - the window waited for it
    closed = next(group for group in window.overview.groups if group.closed)
    window.go(Place("group", closed.group_id))
    settle()
    return read_first(screen)


def _saved_empty(screen: Screen) -> QWidget:
    screen.window.go(Place("saved"))
    until(lambda: screen.window.pane.shown == "empty")
    return screen.window


def _compact(screen: Screen) -> QWidget:
    screen.window.view.set_compact(True)
    return read_first(screen)


def _large_text(screen: Screen) -> QWidget:
    screen.window.appearance.set_text_scale(2.0)
    return read_first(screen)


def _narrow(screen: Screen) -> QWidget:
    screen.window.resize(900, 700)
    return read_first(screen)


def _one_pane(screen: Screen) -> QWidget:
    screen.window.resize(600, 800)
    return screen.window


def _fault(screen: Screen) -> QWidget:
    window = read_first(screen)
    error = InterceptedAnswer(method="GET", path="/posts.json", status=200, type="text/html", size=14_208)
    assert window.work is not None  # noqa: S101 - the window waited for it
    window.work.show_fault(error)
    window.pane.banner.show_details()
    window.status.show_status(Status("failed", window.clock()))
    return window


def _sign_in_again(screen: Screen) -> QWidget:
    window = read_first(screen)
    assert window.work is not None  # noqa: S101 - the window waited for it
    window.work.show_fault(SignInNeeded(method="GET", path="/posts.json", status=403))
    window.status.show_status(Status("failed", window.clock()))
    return window


def _offline(screen: Screen) -> QWidget:
    window = read_first(screen)
    window.actions_["offline"].setChecked(True)
    settle()
    return window


def _fetching(screen: Screen) -> QWidget:
    window = read_first(screen)
    window.status.show_status(Status("fetching", window.clock(), posts=1250, done=1250, total=4800))
    return window


def _toast(screen: Screen) -> QWidget:
    window = read_first(screen)
    assert window.work is not None  # noqa: S101 - the window waited for it
    window.work.marks.save(window.view.current_topic or 0, True)
    until(lambda: bool(window.toast.text))
    return window


def _keys(screen: Screen) -> QWidget:
    screen.window.actions_["keys"].trigger()
    settle()
    return screen.window.findChild(QWidget, "key-sheet") or screen.window


def _help(screen: Screen) -> QWidget:
    screen.window.actions_["help"].trigger()
    settle()
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
    until(lambda: page.found is not None)


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
        settle()
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
    settle()
    window.work.rules.changes.switch(window.work.rules.ruling.listed().rules[0], False)
    settle(0.5)
    page.edit(window.work.rules.ruling.listed().rules[0]._replace(on=True))
    settle(1.0)
    window.toast.dismiss()
    return window


def _hidden(screen: Screen) -> QWidget:
    window = _keep_rules(screen)
    assert window.work is not None  # noqa: S101 - the window waited for it
    first = window.work.rules.ruling.listed().rules[0]
    if not first.on:
        window.work.rules.ruling.switch(first.id, True)
    window.look(window.place._replace(sight="reveal"))
    settle()
    return read_first(screen)


def _hide_like(screen: Screen) -> QWidget:
    _keep_rules(screen)
    window = read_first(screen)
    window.actions_["hide_like"].trigger()
    settle()
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
        until(lambda: window.overview is not None and bool(window.overview.views))
    views.go(1)
    until(lambda: views.view is not None)
    settle()
    return read_first(screen)


def _view_editor(screen: Screen) -> QWidget:
    _view(screen)
    window = screen.window
    assert window.overview is not None  # noqa: S101 - the window waited for it
    window.views_work().edit(window.overview.views[0].id)
    until(lambda: window.findChild(QDialog, "view-editor") is not None)
    settle(0.5)
    return window.findChild(QDialog, "view-editor") or window


def _query(screen: Screen) -> QWidget:
    window = screen.window
    window.pane.field.setText("soort:vraag" if screen.language == "nl" else "kind:question")
    until(lambda: window.pane.shown == "results")
    settle()
    return window


SCREENS: dict[str, Callable[[Screen], QWidget]] = {
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
