"""Journeys of a member through the real window, against a demo community over real HTTP."""

from __future__ import annotations

import shutil
from time import monotonic
from urllib.parse import parse_qsl, urlsplit

import httpx
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QDesktopServices
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit, QPlainTextEdit, QPushButton, QWidget

from app import accounts
from app.client import Client
from app.settings import Settings
from sync.errors import NotACommunity
from sync.store import marks, search_index
from sync.store.rows import Place, PlaceName, SearchHit, TopicRow
from tests.end2end.conftest import Desk
from widgets.application import Session
from widgets.fault_window import FaultWindow
from widgets.first_run_window import FirstRunWindow
from widgets.main_window import MainWindow


def button(widget: QWidget, text: str) -> QPushButton | None:
    """The visible button that says ``text``."""
    buttons = widget.findChildren(QPushButton)
    return next((one for one in buttons if one.text() == text and one.isVisible()), None)


def click(widget: QWidget) -> None:
    QTest.mouseClick(widget, Qt.MouseButton.LeftButton)


def choose(desk: Desk, widget: QWidget, text: str) -> None:
    """Click the button in ``widget`` that says ``text``, once it is there."""
    desk.until(lambda: button(widget, text) is not None)
    found = button(widget, text)
    assert found is not None
    click(found)


def press(desk: Desk, *keys: str) -> None:
    """Keys as they are pressed anywhere in the window."""
    for key in keys:
        desk.qtbot.keySequence(desk.application.focusWidget() or desk.window, key)


def said(widget: QWidget) -> str:
    """All that can be read in ``widget`` now."""
    return "\n".join(one.text() for one in widget.findChildren(QLabel) if one.isVisible())


# The first time


def empty_profile(desk: Desk) -> None:
    shutil.rmtree(desk.profile.root)
    settings = Settings(desk.profile)
    settings.set("appearance.language", "en")
    settings.set("sync.requests_per_minute", 600)
    settings.set("sync.images", False)


def test_a_new_member_signs_in_by_address_and_pasted_key(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    empty_profile(desk)
    shown: list[str] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: shown.append(url.toString()))
    desk.start(account=False)
    first = desk.any_window
    assert isinstance(first, FirstRunWindow)
    assert "Welcome to the Stamtafel" in said(first)
    address = first.findChild(QLineEdit)
    assert address is not None
    QTest.keyClicks(address, desk.server.url)
    QTest.keyClick(address, Qt.Key.Key_Return)
    desk.until(lambda: desk.server.settings.title in said(first))
    choose(desk, first, "Open the sign-in page")
    page = urlsplit(shown[0])
    fields = dict(parse_qsl(page.query))
    approved = httpx.post(f"{desk.server.url}/user-api-key", data=fields, headers={"Accept": "*/*"})
    paste = first.findChild(QPlainTextEdit)
    assert paste is not None
    paste.setPlainText(approved.json()["payload"])
    choose(desk, first, "Sign in")
    desk.until(lambda: isinstance(desk.any_window, MainWindow))
    desk.until(lambda: desk.window.work is not None)
    desk.until(lambda: desk.window.model.total > 50)
    # These tests have no keyring: the member is told what that means.
    assert desk.window.pane.banner.title == "This computer has no keyring"
    choose(desk, desk.window.pane.banner, "Understood")
    assert desk.window.pane.banner.title == ""
    [account] = accounts.accounts(desk.profile)
    assert account.username == desk.server.username


def test_a_key_that_is_nonsense_says_so_and_keeps_what_was_typed(desk: Desk) -> None:
    empty_profile(desk)
    desk.start(account=False)
    first = desk.any_window
    assert isinstance(first, FirstRunWindow)
    first.page.look_for(desk.server.url)
    desk.until(lambda: first.page.found is not None)
    paste = first.findChild(QPlainTextEdit)
    assert paste is not None
    paste.setPlainText("this is no key, but a shopping list")
    choose(desk, first, "Sign in")
    desk.until(lambda: "did not accept" in said(first))
    assert paste.toPlainText() == "this is no key, but a shopping list"
    choose(desk, first, "Another address")
    address = first.findChild(QLineEdit)
    assert address is not None
    assert address.isVisible()


def test_an_address_without_a_community_says_so(desk: Desk) -> None:
    empty_profile(desk)
    desk.server.faults.add("/site/basic-info.json", status=404)
    desk.start(account=False)
    first = desk.any_window
    assert isinstance(first, FirstRunWindow)
    first.page.look_for(desk.server.url)
    desk.until(lambda: "No community at this address" in said(first))
    assert button(first, "Continue") is not None


def test_the_demo_community_is_one_click_away(desk: Desk) -> None:
    empty_profile(desk)
    desk.start(account=False)
    first = desk.any_window
    choose(desk, first, "Look around in the demo community")
    desk.until(lambda: isinstance(desk.any_window, MainWindow))
    desk.until(lambda: desk.window.model.total > 10)
    assert desk.window.client.profile.root == desk.profile.root / "demo"
    assert accounts.accounts(desk.profile) == []


# Reading


def row_at(desk: Desk, number: int) -> TopicRow:
    """A row of the timeline, once it is read."""
    desk.until(lambda: desk.window.model.row(number) is not None)
    row = desk.window.model.row(number)
    assert row is not None
    return row


def unread_row(desk: Desk) -> int:
    return next(
        row for row in range(40) if (found := desk.window.model.row(row)) is not None and found.unread
    )


def test_what_is_read_is_marked_and_reaches_the_community(desk: Desk) -> None:
    desk.start_and_fetch()
    window = desk.window
    row = unread_row(desk)
    topic = row_at(desk, row)
    window.view.select(row)
    desk.until(lambda: row_at(desk, row).unread < topic.unread)
    sent = len(desk.server.requests)
    desk.until_quiet()
    assert any("/topics/timings" in request.path for request in desk.server.requests[sent:])


def test_reading_a_topic_is_one_step_back(desk: Desk) -> None:
    desk.start_and_fetch()
    window = desk.window
    row = unread_row(desk)
    topic = row_at(desk, row)
    window.view.select(row)
    desk.until(lambda: row_at(desk, row).unread < topic.unread)
    press(desk, "Ctrl+Z")
    desk.until(lambda: row_at(desk, row).unread == topic.unread)
    assert window.toast.text == "Undone"


def test_save_and_undo(desk: Desk) -> None:
    desk.start_and_fetch()
    window = desk.window
    window.view.select(0)
    desk.until(lambda: window.view.current_topic is not None)
    topic = window.view.current_topic
    desk.until(lambda: window.topic_pane().reader.loaded)
    press(desk, "S")
    desk.until(lambda: window.toast.text == "Saved for later")
    desk.until(lambda: row_at(desk, 0).saved == 1)
    choose(desk, window.toast, "Undo")
    desk.until(lambda: row_at(desk, 0).saved == 0)
    press(desk, "S")
    desk.until(lambda: row_at(desk, 0).saved == 1)
    sent = len(desk.server.requests)
    desk.until_quiet()
    assert any(request.path == "/bookmarks.json" for request in desk.server.requests[sent:])
    press(desk, "G", "B")
    desk.until(lambda: window.place == Place("saved") and window.model.total == 1)
    assert row_at(desk, 0).topic_id == topic


def test_undo_in_a_toast_takes_back_what_the_toast_says(desk: Desk) -> None:
    desk.start_and_fetch()
    window = desk.window
    row = unread_row(desk)
    first = row_at(desk, row)
    desk.work.marks.save(first.topic_id, True)
    desk.until(lambda: window.toast.text == "Saved for later")
    # Reading goes on under the message.
    with window.client.store.reading() as conn:
        posts = [found[0] for found in conn.execute("SELECT post_id FROM unread LIMIT 3")]
    desk.work.marks.seen(dict.fromkeys(posts, 1500))
    desk.until(lambda: not still_unread(desk, posts))
    choose(desk, window.toast, "Undo")
    desk.until(lambda: row_at(desk, row).saved == 0)
    assert not still_unread(desk, posts)


def still_unread(desk: Desk, posts: list[int]) -> bool:
    with desk.window.client.store.reading() as conn:
        listed = ",".join(map(str, posts))
        return bool(conn.execute(f"SELECT 1 FROM unread WHERE post_id IN ({listed})").fetchone())  # noqa: S608


def test_everything_here_is_read_in_one_go(desk: Desk) -> None:
    desk.start_and_fetch()
    window = desk.window
    with window.client.store.reading() as conn:
        before = marks.counts(conn).timeline
    assert before > 5
    press(desk, "Shift+M")
    desk.until(lambda: window.toast.text == "Everything here is marked as read")
    desk.until(lambda: window.sidebar.places.entries()[0].unread == 0)
    press(desk, "Ctrl+Z")
    desk.until(lambda: window.sidebar.places.entries()[0].unread == before)


# Finding


def test_search_finds_as_one_types_and_marks_what_matched(desk: Desk) -> None:
    desk.start_and_fetch()
    window = desk.window
    press(desk, "/")
    assert window.pane.field.hasFocus()
    QTest.keyClicks(window.pane.field, "beleid")
    desk.until(lambda: window.pane.shown == "results")
    results = window.pane.results
    desk.until(lambda: all("beleid" in _text(hit).casefold() for hit in _hits(desk)))
    assert len(_hits(desk)) > 1
    created = [hit.created for hit in _hits(desk)]
    assert created == sorted(created, reverse=True)
    assert all(hit.matches or hit.title_matches for hit in _hits(desk))
    QTest.keyClick(window.pane.field, Qt.Key.Key_Down)
    assert results.hasFocus()
    QTest.keyClick(results, Qt.Key.Key_Return)
    assert window.topic is not None
    desk.until(lambda: window.topic_pane().reader.topic == _hits(desk)[0].topic_id)
    QTest.keyClick(results, Qt.Key.Key_Escape)
    QTest.keyClick(window.pane.field, Qt.Key.Key_Escape)
    assert window.pane.shown == "list"


def test_a_search_without_hits_says_what_to_try(desk: Desk) -> None:
    desk.start()
    desk.window.pane.field.setText("zzqqxx")
    desk.until(lambda: desk.window.pane.shown == "empty")
    assert "Nothing found" in said(desk.window.pane)
    desk.window.pane.field.clear()
    assert desk.window.pane.shown == "list"


def _hits(desk: Desk) -> list[SearchHit]:
    model = desk.window.pane.results.hits
    return [model.hit(model.index(row)) for row in range(model.rowCount())]


def _text(hit: SearchHit) -> str:
    return hit.title + hit.snippet


# What the community does meanwhile


def test_new_activity_waits_behind_the_pill(desk: Desk) -> None:
    desk.start_and_fetch()
    window = desk.window
    top = row_at(desk, 0).topic_id
    title = "Wie heeft een draaiboek voor een open dag?"
    desk.server.add_topic(title=title)
    desk.until_quiet()
    desk.until(lambda: window.model.waiting == 1)
    assert row_at(desk, 0).topic_id == top
    assert window.view.pill.isVisible()
    click(window.view.pill)
    desk.until(lambda: window.model.waiting == 0)
    assert row_at(desk, 0).topic_id != top
    assert row_at(desk, 0).title == title


def test_news_of_the_message_bus_starts_a_round(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("app.schedule.NEWS_APART_SECONDS", 0.0)
    monkeypatch.setattr("app.schedule.NEWS_SPREAD_SECONDS", 0.0)
    desk.start_and_fetch()
    # The first question of the bus tells where it stands; the next one waits.
    desk.until(lambda: any("/message-bus/" in one.path for one in desk.server.requests))
    desk.settle(500)
    waiting = desk.window.model.waiting
    desk.server.add_topic()
    desk.until(lambda: desk.window.model.waiting == waiting + 1)


def test_out_of_reach_is_a_quiet_line_and_reading_goes_on(desk: Desk) -> None:
    desk.start_and_fetch()
    window = desk.window
    desk.server.stop()
    desk.work.rounds.start()
    desk.until(lambda: window.status.status.phase == "offline")
    assert window.pane.banner.title.startswith("Offline. Everything up to today ")
    assert window.status.words().startswith("Offline · updated ")
    window.view.select(1)
    desk.until(lambda: window.topic_pane().reader.loaded)
    desk.server.start()
    choose(desk, window.pane.banner, "Try now")
    desk.until(lambda: window.status.status.phase == "idle")
    assert window.pane.banner.title == ""


def test_offline_by_choice_asks_nothing(desk: Desk) -> None:
    desk.start_and_fetch()
    desk.window.actions_["offline"].setChecked(True)
    desk.until(lambda: desk.window.status.status.phase == "offline")
    desk.settle(400)
    asked = len(desk.server.requests)
    desk.window.view.select(2)
    desk.work.rounds.start()
    desk.settle(1200)
    assert len(desk.server.requests) == asked
    desk.window.actions_["offline"].setChecked(False)
    desk.until(lambda: desk.window.status.status.phase == "idle")
    assert len(desk.server.requests) > asked


def test_the_last_update_is_known_before_the_first_round(desk: Desk) -> None:
    desk.server.stop()
    desk.start()
    desk.until(lambda: desk.window.status.status.phase == "offline")
    assert "updated " in desk.window.status.words()
    assert desk.window.pane.banner.title.startswith("Offline. Everything up to ")
    desk.server.start()


# What goes wrong


def test_a_revoked_key_asks_to_sign_in_and_the_cache_stays(desk: Desk) -> None:
    desk.start_and_fetch()
    desk.server.revoke_key(desk.server.key)
    desk.work.rounds.start()
    desk.until(lambda: desk.window.pane.banner.title == "Sign in again")
    assert desk.window.model.total > 50
    choose(desk, desk.window.pane.banner, "Sign in")
    first = desk.any_window
    assert isinstance(first, FirstRunWindow)
    first.page.look_for(desk.server.url)
    desk.until(lambda: first.page.found is not None)
    paste = first.findChild(QPlainTextEdit)
    assert paste is not None
    paste.setPlainText(desk.server.new_key(desk.server.username))
    choose(desk, first, "Sign in")
    desk.until(lambda: isinstance(desk.any_window, MainWindow))
    desk.until(lambda: desk.window.work is not None and desk.window.model.total > 50)
    desk.until(lambda: desk.window.status.status.phase == "idle")
    assert len(accounts.accounts(desk.profile)) == 1


def test_a_login_page_is_told_with_details_on_demand(desk: Desk) -> None:
    desk.start_and_fetch()
    desk.server.faults.add("/posts.json", login_page=True)
    desk.work.rounds.start()
    banner = desk.window.pane.banner
    desk.until(lambda: banner.title == "The community does not answer as expected")
    assert "/posts.json" not in said(banner)
    choose(desk, banner, "Details")
    assert "GET · /posts.json · 200" in said(banner)
    choose(desk, banner, "Less")
    assert "/posts.json" not in said(banner)
    desk.server.faults.clear()
    choose(desk, banner, "Try now")
    desk.until(lambda: banner.title == "")


def test_a_request_to_wait_is_honoured_and_told(desk: Desk) -> None:
    desk.start_and_fetch()
    desk.server.faults.add("*", status=429, retry_after=120)
    desk.work.rounds.start()
    desk.until(lambda: desk.window.status.status.phase == "waiting")
    assert "120" in desk.window.status.words()
    assert desk.window.pane.banner.title == "The community asks us to wait"


def test_an_error_that_nobody_takes_ends_in_a_sentence(desk: Desk) -> None:
    desk.start_and_fetch()

    def fails() -> None:
        raise NotACommunity

    desk.window.background.run(fails, lambda _: None)
    desk.until(lambda: desk.window.pane.banner.title == "No community at this address")


def test_a_setting_that_cannot_be_kept_ends_in_a_sentence(desk: Desk) -> None:
    desk.start_and_fetch()
    # A folder in the place of the file: it cannot be written, whoever runs this.
    desk.profile.settings_file.unlink()
    desk.profile.settings_file.mkdir()
    (desk.profile.settings_file / "in the way").touch()
    desk.window.actions_.theme.actions["dark"].trigger()
    desk.until(lambda: desk.window.pane.banner.title == "Stamtafel cannot write here")
    desk.window.pane.banner.hide()
    desk.window.set_order("activity")
    assert desk.window.pane.banner.title == "Stamtafel cannot write here"


def test_a_damaged_cache_is_repaired_at_start(desk: Desk) -> None:
    [file] = desk.profile.root.rglob("cache.sqlite")
    file.write_bytes(b"not a database at all" * 500)
    desk.start()
    desk.until(lambda: desk.window.model.total > 50)
    assert desk.window.client.repaired


def test_damage_that_shows_later_is_repaired_on_request(desk: Desk) -> None:
    [file] = desk.profile.root.rglob("cache.sqlite")
    content = bytearray(file.read_bytes())
    # The first page stays: the file opens, and breaks when it is read.
    for place in range(4096, len(content), 4096):
        content[place : place + 64] = b"\xff" * 64
    file.write_bytes(bytes(content))
    desk.session = None
    _start_without_paint(desk)
    desk.until(lambda: desk.window.pane.banner.title == "The file on this computer is damaged")
    choose(desk, desk.window.pane.banner, "Repair now")
    desk.until(lambda: desk.window.model.total > 50)
    assert desk.window.client.repaired
    desk.until(lambda: desk.window.status.status.phase == "idle")


def _start_without_paint(desk: Desk) -> None:
    desk.session = Session(desk.application, desk.profile)
    assert desk.session.claim("")
    desk.session.open(accounts.named(desk.profile, None), desk.key)


def test_a_cache_from_a_newer_version_is_left_alone(desk: Desk) -> None:
    [file] = desk.profile.root.rglob("cache.sqlite")
    content = bytearray(file.read_bytes())
    content[60:64] = (999).to_bytes(4, "big")
    file.write_bytes(bytes(content))
    desk.start()
    window = desk.any_window
    assert isinstance(window, FaultWindow)
    assert "belongs to a newer Stamtafel" in said(window)
    assert file.read_bytes() == bytes(content)
    content[60:64] = (1).to_bytes(4, "big")
    file.write_bytes(bytes(content))
    choose(desk, window, "Try again")
    desk.until(lambda: isinstance(desk.any_window, MainWindow))


# The look


def test_language_and_theme_follow_without_a_restart(desk: Desk) -> None:
    desk.start_and_fetch()
    window = desk.window
    assert "My timeline" in said(window)
    window.actions_.language.actions["nl"].trigger()
    desk.until(lambda: "Mijn tijdlijn" in said(window))
    assert window.status.words().startswith("Online")
    window.actions_.language.actions["en"].trigger()
    desk.until(lambda: "My timeline" in said(window))
    window.actions_.theme.actions["dark"].trigger()
    assert window.appearance.theme.dark
    window.view.select(0)
    desk.settle(50)
    image = window.grab().toImage()
    for where in (QPoint(4, 4), QPoint(100, 800), QPoint(400, 4), QPoint(1430, 4)):
        assert image.pixelColor(where).lightness() < 80, where
    window.actions_.theme.actions["light"].trigger()
    assert not window.appearance.theme.dark
    assert Settings(desk.profile).get("appearance.theme") == "light"


def test_size_panes_and_place_are_remembered(desk: Desk) -> None:
    desk.start_and_fetch()
    window = desk.window
    window.resize(790, 640)
    window.panes.widths = (260, 600)
    window.go(Place("questions"))
    window.topic_pane().reader.set_zoom(125)
    desk.stop()
    desk.start()
    window = desk.window
    assert (window.width(), window.height()) == (790, 640)
    assert window.panes.widths == (260, 600)
    assert window.place == Place("questions")
    assert window.topic_pane().reader.zoom() == 125


@pytest.mark.parametrize(
    ("width", "places", "reader"), [(1440, True, True), (900, False, True), (600, False, False)]
)
def test_a_narrow_window_shows_fewer_panes(desk: Desk, width: int, places: bool, reader: bool) -> None:
    desk.start()
    window = desk.window
    window.resize(width, 700)
    desk.settle(20)
    assert window.width() == width
    assert window.sidebar.isVisible() == places
    assert window.pane.fold.isVisible() != places
    assert window.panes.right.isVisible() == reader
    assert window.view.isVisible()


def test_where_one_pane_fits_the_reader_covers_and_gives_back(desk: Desk) -> None:
    desk.start()
    window = desk.window
    window.resize(600, 700)
    window.view.select(0)
    desk.until(lambda: window.view.current_topic is not None)
    press(desk, "Return")
    desk.until(lambda: window.panes.right.isVisible())
    assert not window.view.isVisible()
    back = next(
        one for one in window.panes.findChildren(QWidget) if getattr(one, "text", str)() == "Back to the list"
    )
    click(back)
    assert window.view.isVisible()
    assert window.view.hasFocus()


def test_large_text_makes_room_for_itself(desk: Desk) -> None:
    desk.start()
    window = desk.window
    window.resize(1440, 900)
    window.actions_.text.actions["200"].trigger()
    desk.settle(50)
    assert window.width() == 1440
    assert not window.sidebar.isVisible()
    title = next(one for one in window.pane.findChildren(QLabel) if one.text() == "My timeline")
    assert title.width() >= title.sizeHint().width()
    window.actions_.text.actions["100"].trigger()
    desk.settle(50)
    assert window.panes.sizes()[:2] == [232, 520]


# By the keyboard alone


def test_places_by_keys(desk: Desk) -> None:
    desk.start()
    window = desk.window
    places: tuple[tuple[str, PlaceName], ...] = (("V", "questions"), ("B", "saved"), ("T", "timeline"))
    for keys, place in places:
        press(desk, "G", keys)
        assert window.place == Place(place)
    press(desk, "G", "P")
    assert window.topic is not None
    assert window.topic.currentWidget() is window.topic.people
    press(desk, "Escape")
    window.go(Place("timeline"))
    press(desk, "Ctrl+Down")
    assert window.place == Place("questions")
    press(desk, "Ctrl+Up")
    assert window.place == Place("timeline")


def test_topics_by_keys(desk: Desk) -> None:
    desk.start_and_fetch()
    window = desk.window
    press(desk, "J")
    desk.until(lambda: window.view.current == 0)
    press(desk, "J", "J", "K")
    desk.until(lambda: window.view.current == 1)
    press(desk, "Return")
    assert window.topic is not None
    desk.until(lambda: window.topic_pane().isAncestorOf(window.focusWidget() or window))
    press(desk, "Escape")
    assert window.view.hasFocus()
    row = row_at(desk, 1)
    press(desk, "M")
    desk.until(lambda: bool(row_at(desk, 1).unread) != bool(row.unread))
    press(desk, "Ctrl++")
    desk.until(lambda: window.topic_pane().reader.zoom() == 110)
    press(desk, "Ctrl+0")
    desk.until(lambda: window.topic_pane().reader.zoom() == 100)


def test_all_keys_are_on_the_sheet(desk: Desk) -> None:
    desk.start()
    window = desk.window
    press(desk, "?")
    sheet = window.findChild(QWidget, "key-sheet")
    assert sheet is not None
    words = said(sheet)
    everything = [*window.actions_.by_name.values(), *window.topic_pane().reader.actions_.all]
    for action in everything:
        if action.shortcuts():
            assert action.text().replace("&", "") in words
    QTest.keyClick(sheet, Qt.Key.Key_Escape)
    desk.until(lambda: not sheet.isVisible())


def open_menu(desk: Desk) -> QWidget:
    menu = desk.application.activePopupWidget()
    assert menu is not None
    return menu


def test_the_menu_bar_comes_on_alt_and_goes_again(desk: Desk) -> None:
    desk.start()
    bar = desk.window.menuBar()
    assert not bar.isVisible()
    QTest.keyClick(desk.window.view, Qt.Key.Key_Alt)
    assert bar.isVisible()
    assert desk.application.activePopupWidget() is bar.actions()[0].menu()
    QTest.keyClick(open_menu(desk), Qt.Key.Key_Escape)
    QTest.keyClick(bar, Qt.Key.Key_Escape)
    desk.until(lambda: not bar.isVisible())
    assert desk.window.focusWidget() is desk.window.view
    QTest.keyClick(desk.window.view, Qt.Key.Key_X, Qt.KeyboardModifier.AltModifier)
    assert not bar.isVisible()


def test_what_is_chosen_from_the_menu_bar_happens_and_the_bar_goes(desk: Desk) -> None:
    desk.start()
    bar = desk.window.menuBar()
    desk.window.actions_["menu"].trigger()
    assert bar.isVisible()
    QTest.keyClick(open_menu(desk), Qt.Key.Key_Right)
    places = open_menu(desk)
    assert places is bar.actions()[1].menu()
    QTest.keyClick(places, Qt.Key.Key_Down)
    QTest.keyClick(places, Qt.Key.Key_Return)
    assert desk.window.place == Place("questions")
    desk.until(lambda: not bar.isVisible())


def test_tab_walks_through_everything_from_left_to_right(desk: Desk) -> None:
    desk.start()
    window = desk.window
    window.resize(1440, 900)
    window.view.select(0)
    desk.until(lambda: window.topic_pane().reader.loaded)
    window.sidebar.setFocus()
    order: list[QWidget] = []
    while (focus := desk.application.focusWidget()) not in order:
        assert focus is not None
        order.append(focus)
        QTest.keyClick(focus, Qt.Key.Key_Tab)
    panes = [
        next(
            (
                pane
                for pane in (window.sidebar, window.pane, window.panes.right)
                if pane is one or pane.isAncestorOf(one)
            ),
            None,
        )
        for one in order
    ]
    places = [
        (window.sidebar, window.pane, window.panes.right).index(pane) for pane in panes if pane is not None
    ]
    assert places == sorted(places)
    assert set(places) == {0, 1, 2}
    for part in (window.pane.field, window.pane.options, window.pane.help, window.view):
        assert part in order


def test_a_profile_opens_where_the_keyboard_is(desk: Desk) -> None:
    desk.start_and_fetch()
    window = desk.window
    press(desk, "G", "P")
    pane = window.topic_pane()
    people = pane.people.list
    desk.until(lambda: people.model().rowCount() > 20)
    people.setFocus()
    people.setCurrentIndex(people.model().index(3, 0))
    QTest.keyClick(people, Qt.Key.Key_Return)
    desk.until(lambda: pane.card is not None and pane.card.isVisible())
    row = people.visualRect(people.currentIndex())
    assert pane.card is not None
    top = pane.card.mapToGlobal(QPoint(0, 0)).y() - people.mapToGlobal(row.topLeft()).y()
    assert 0 <= top <= 2 * row.height()


# Coming and going


def test_closing_while_a_round_runs_does_not_wait_for_it(desk: Desk) -> None:
    desk.start_and_fetch()
    desk.server.faults.add("/posts.json", delay=30.0)
    desk.work.rounds.start()
    desk.until(lambda: desk.work.rounds.running)
    desk.settle(200)
    began = monotonic()
    desk.stop()
    assert monotonic() - began < 3


def test_closing_while_listening_does_not_wait(desk: Desk) -> None:
    desk.start_and_fetch()
    desk.until(lambda: any("/message-bus/" in one.path for one in desk.server.requests))
    desk.settle(300)
    began = monotonic()
    desk.stop()
    assert monotonic() - began < 3


def test_a_second_start_hands_its_address_over(desk: Desk) -> None:
    desk.start_and_fetch()
    topic = row_at(desk, 4).topic_id
    second = Session(desk.application, desk.profile)
    assert not second.claim(f"{desk.server.url}/t/een-onderwerp/{topic}/2")
    second.close()
    second.appearance.deleteLater()
    second.deleteLater()
    desk.until(lambda: desk.window.topic is not None and desk.window.topic_pane().reader.topic == topic)


def test_what_waits_is_indexed_at_start(desk: Desk) -> None:
    account = accounts.accounts(desk.profile)[0]
    client = Client(desk.profile, account, Settings(desk.profile))
    client.store.write(search_index.start_again)
    assert client.search("beleid") == []
    client.close()
    desk.server.stop()
    desk.start()
    desk.until(lambda: bool(desk.window.client.search("beleid")))
    desk.server.start()
