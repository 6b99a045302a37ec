"""What goes wrong, told in the window, and how it goes on from there."""

from __future__ import annotations

from PySide6.QtWidgets import QPlainTextEdit

from app import accounts
from sync.errors import NotACommunity
from tests.end2end.conftest import Desk
from tests.end2end.hands import choose, said
from widgets.application import Session
from widgets.fault_window import FaultWindow
from widgets.first_run_window import FirstRunWindow
from widgets.main_window import MainWindow


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
    desk.until(lambda: desk.window.pane.banner.title == "Stamtafel cannot write here")


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
