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
