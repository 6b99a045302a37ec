"""Written offline, sent, taken back or given back: the whole way of a contribution through the window."""

from __future__ import annotations

from app import share
from sync.outbox import Item
from sync.store import drafts as draft_rows
from sync.store import outbox as rows
from tests.end2end.conftest import Desk
from widgets.outbox.page import OutboxPage

OPEN = "webredactie"


def page(desk: Desk) -> OutboxPage:
    """The page of the outbox, opened."""
    desk.window.go("outbox")
    work = desk.window.rooms.outbox
    desk.until(lambda: work.page is not None and work.page.isVisible())
    assert work.page is not None
    return work.page


def shown(desk: Desk) -> list[tuple[str, str]]:
    """Title and state of every row."""
    return [(row.shown.title, row.shown.state) for row in page(desk).rows.rows]


def share_one(desk: Desk, title: str, *, wait_ms: int = 0) -> Item:
    store = desk.window.client.store
    with store.reading() as conn:
        group = share.group_named(conn, OPEN)
    assert group is not None
    return share.share(store, group.group_id, title, f"{title} Vertel het mij graag.", wait_ms=wait_ms)


def drafts(desk: Desk) -> list[str]:
    with desk.window.client.store.reading() as conn:
        return [draft.title for draft in draft_rows.drafts(conn)]


def titles(desk: Desk) -> set[str]:
    return {row[0] for row in desk.server.community.database.rows("SELECT title FROM topics")}


def test_what_was_written_offline_arrives_or_comes_back(desk: Desk) -> None:
    desk.server.settings.create_post_interval = desk.server.settings.create_topic_interval = 0
    topic = desk.server.add_topic(title="Wie wil er meelezen?", group=OPEN)
    desk.start_and_fetch()
    desk.window.actions_["offline"].setChecked(True)
    item = share_one(desk, "Hoe kort mag een brief zijn?")
    desk.window.rooms.outbox.sent(item)
    desk.window.rooms.outbox.sent(share.reply(desk.window.client.store, topic, "Ik lees mee!", wait_ms=0))
    reply = "Answer to “Wie wil er meelezen?”"
    desk.until(lambda: len(shown(desk)) == 2)
    assert shown(desk) == [(item.title, "Waits for connection"), (reply, "Waits for connection")]
    desk.server.close_topic(topic)
    desk.window.actions_["offline"].setChecked(False)
    desk.until(lambda: [state for _, state in shown(desk)][:1] == ["The topic is closed for new answers"])
    desk.until(lambda: dict(shown(desk)).get(item.title, "").startswith("Arrived"))
    desk.until(lambda: desk.window.toast.text == f"Came back: {reply}")
    assert item.title in titles(desk)


def test_what_is_taken_back_within_ten_seconds_never_leaves(desk: Desk) -> None:
    desk.start_and_fetch()
    item = share_one(desk, "Was dit wel zo slim?", wait_ms=10_000)
    desk.window.rooms.outbox.sent(item)
    assert desk.window.toast.text == "Shared with Webredactie"
    # A round under way waits for what may leave soon.
    desk.work.rounds.start()
    desk.until(lambda: desk.work.rounds.running)
    desk.settle(500)
    desk.window.toast.act()
    desk.until(lambda: item.title in drafts(desk))
    desk.work.rounds.stop()
    desk.until(lambda: not desk.work.rounds.running)
    assert item.title not in titles(desk)
    with desk.window.client.store.reading() as conn:
        assert rows.items(conn) == []
