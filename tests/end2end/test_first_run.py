"""The first time: signing in, or looking around in the demo community."""

from __future__ import annotations

import shutil
from urllib.parse import parse_qsl, urlsplit

import httpx
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QDesktopServices
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit

from app import accounts
from app.paths import Profile
from app.settings import Settings
from tests.end2end.conftest import Desk
from tests.end2end.hands import button, choose, said
from widgets.first_run_window import FirstRunWindow
from widgets.main_window import MainWindow


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
    assert desk.window.pane.banner.title == "You are signed in for this session only"
    assert "never goes to disk" in said(desk.window.pane.banner)
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
    desk.until(lambda: "not the key from the sign-in page" in said(first))
    assert paste.toPlainText() == "this is no key, but a shopping list"
    choose(desk, first, "Another address")
    address = first.findChild(QLineEdit)
    assert address is not None
    assert address.isVisible()


def test_a_key_that_is_refused_says_so_beside_the_field(desk: Desk) -> None:
    empty_profile(desk)
    desk.start(account=False)
    first = desk.any_window
    assert isinstance(first, FirstRunWindow)
    first.page.look_for(desk.server.url)
    desk.until(lambda: first.page.found is not None)
    first.page.key_step.paste.setPlainText("0123456789abcdef0123456789abcdef")
    choose(desk, first, "Sign in")
    desk.until(lambda: "did not accept this key" in said(first.page.key_step))
    assert first.page.key_step.paste.toPlainText() == "0123456789abcdef0123456789abcdef"
    assert "did not accept this key" in first.page.key_step.paste.accessibleDescription()
    # A better key is taken at once, and Ctrl+Enter does as well as the button.
    first.page.key_step.paste.setPlainText(desk.server.key)
    first.activateWindow()
    desk.until(first.page.key_step.paste.hasFocus)
    QTest.keyClick(first.page.key_step.paste, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    desk.until(lambda: isinstance(desk.any_window, MainWindow))


def refused(desk: Desk) -> tuple[FirstRunWindow, MainWindow]:
    """The page to sign in again, and the window with an open topic from which it was asked for."""
    desk.start_and_fetch()
    desk.window.view.select(3)
    desk.until(lambda: desk.window.topic_pane().reader.loaded)
    desk.server.revoke_key(desk.server.key)
    desk.work.rounds.start()
    desk.until(lambda: desk.window.pane.banner.title == "Sign in again")
    reading = desk.window
    choose(desk, reading.pane.banner, "Sign in")
    page = desk.any_window
    assert isinstance(page, FirstRunWindow)
    return page, reading


def test_signing_in_again_begins_with_the_key_and_the_window_stays_as_it_was(desk: Desk) -> None:
    first, reading = refused(desk)
    assert "Sign in again" in said(first)
    desk.until(lambda: first.page.found is not None)
    assert desk.server.settings.title in said(first)
    assert first.page.address_step.address.text() == desk.server.url
    assert button(first, "Look around in the demo community") is None
    first.page.key_step.paste.setPlainText(desk.server.new_key(desk.server.username))
    topic = reading.topic_pane().reader.topic
    assert topic is not None
    choose(desk, first, "Sign in")
    desk.until(lambda: desk.any_window is reading)
    assert reading.isVisible()
    desk.until(lambda: desk.window.status.status.phase == "idle")
    assert desk.window.topic_pane().reader.topic == topic
    assert len(accounts.accounts(desk.profile)) == 1


@pytest.mark.parametrize("way", ["button", "window"])
def test_one_can_go_back_to_reading_without_a_key(desk: Desk, way: str) -> None:
    first, _ = refused(desk)
    if way == "button":
        choose(desk, first, "Back to reading")
    else:
        first.close()
    assert isinstance(desk.any_window, MainWindow)
    assert desk.window.isVisible()
    assert desk.window.pane.banner.title == "Sign in again"
    choose(desk, desk.window.pane.banner, "Sign in")
    assert isinstance(desk.any_window, FirstRunWindow)


def test_closing_the_program_while_signing_in_again_ends_all_of_it(desk: Desk) -> None:
    refused(desk)
    desk.stop()
    assert all(not window.isVisible() for window in desk.application.topLevelWidgets())


def test_somebody_else_signing_in_gets_a_window_of_their_own(desk: Desk) -> None:
    first, _ = refused(desk)
    desk.until(lambda: first.page.found is not None)
    first.page.key_step.paste.setPlainText(desk.server.new_member("nieuweling"))
    choose(desk, first, "Sign in")
    desk.until(lambda: isinstance(desk.any_window, MainWindow))
    desk.until(lambda: desk.window.client.account.username == "nieuweling")
    desk.until(lambda: desk.window.model.total > 50)


def test_closing_while_the_demo_starts_leaves_nothing_running(desk: Desk) -> None:
    empty_profile(desk)
    desk.start(account=False)
    choose(desk, desk.any_window, "Look around in the demo community")
    # By then its process is under way, and does not answer yet.
    desk.settle(150)
    desk.stop()
    [demo] = accounts.accounts(Profile(desk.profile.root / "demo"))
    with pytest.raises(httpx.ConnectError):
        httpx.get(demo.url)


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
