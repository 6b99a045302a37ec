"""Starting, closing, and a second start."""

from __future__ import annotations

from time import monotonic

from app import accounts
from app.client import Client
from app.settings import Settings
from sync.store import search_index
from tests.end2end.conftest import Desk
from tests.end2end.hands import row_at
from widgets.application import Session


def test_the_cached_timeline_is_there_without_the_network(desk: Desk) -> None:
    desk.server.stop()
    desk.start()
    assert row_at(desk, 0).title
    desk.until(lambda: desk.window.model.total > 50)
    desk.server.start()


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
