"""What is put in the outbox while the window is open leaves by itself, when its time to be undone is over."""

from __future__ import annotations

from app import share
from sync import outbox
from sync.store import outbox as rows
from tests.end2end.conftest import Desk

TITLE = "Wie heeft een draaiboek voor een open dag?"
GROUP = 8


def states(desk: Desk) -> list[str]:
    with desk.window.client.store.reading() as conn:
        return [item.state for item in rows.items(conn)]


def test_what_is_shared_leaves_when_it_can_no_longer_be_undone(desk: Desk) -> None:
    desk.start_and_fetch()
    store = desk.window.client.store
    item = share.share(store, GROUP, TITLE, "Wij beginnen er binnenkort aan, graag tips.", wait_ms=600)
    thought_better = share.share(store, GROUP, TITLE + "!", "Toch maar niet, denk ik nu.", wait_ms=600)
    assert store.write(lambda conn: outbox.withdraw(conn, thought_better.item_id, 1)) is not None
    desk.work.rounds.send_at(item.not_before)
    desk.until(lambda: states(desk) == ["sent"])
    query = "SELECT count(*) FROM topics WHERE title = ?"
    assert desk.server.community.database.value(query, TITLE) == 1
    desk.until_quiet()
