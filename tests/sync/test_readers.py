"""When the engine asks who reads along and which groups there are, and what a refusal takes away."""

from __future__ import annotations

from collections.abc import Callable
from sqlite3 import IntegrityError
from typing import Any

import pytest

from sync import outbox, readers
from sync.demo.server import DemoServer
from sync.errors import CommunityError, NetworkError, ServerFailed
from sync.model import Changes
from sync.outbox import Item
from sync.store import audience, cursors, images
from sync.store import outbox as rows
from tests.sync.engine_kit import Kit

Kits = Callable[..., Kit]
REFUSED = {"status": 403, "body": '{"errors": ["nee"]}', "content_type": "application/json"}
RAW = "Dit is alleen voor ons, en het gaat over de planning van morgen."


@pytest.fixture(autouse=True)
def _at_ease(demo: DemoServer) -> None:
    demo.settings.create_post_interval = demo.settings.create_topic_interval = 0


def closed(kit: Kit) -> tuple[int, str]:
    [first, *_] = kit.rows("SELECT group_id, slug FROM groups WHERE closed ORDER BY group_id")
    return int(first[0]), str(first[1])


def known(kit: Kit, group_id: int) -> tuple[set[int], audience.Readers]:
    with kit.store.reading() as conn:
        ids = {row.member_id for row in audience.readers(conn, group_id)}
        return ids, audience.of_group(conn, group_id)


def state(kit: Kit, group_id: int) -> str | None:
    with kit.store.reading() as conn:
        found = audience.facts(conn, group_id)
    return None if found is None else found.state


def stranger(demo: DemoServer, slug: str) -> tuple[int, str]:
    """Someone who does not read the closed group with this slug."""
    row = demo.community.database.row(
        "SELECT id, username FROM users WHERE NOT admin AND id > 0 AND id NOT IN (SELECT user_id FROM"
        " group_users gu JOIN groups g ON g.id = gu.group_id WHERE g.name = ?)",
        slug,
    )
    assert row is not None
    return int(row["id"]), str(row["username"])


def put(kit: Kit, **fields: Any) -> Item:
    new = Item(
        **{"action": "topic", "title": "Wie doet er morgen mee aan het overleg?", "raw": RAW, **fields}
    )
    item = kit.store.write(lambda conn: outbox.put(conn, new))
    assert item is not None
    return item


def asked(kit: Kit) -> list[str]:
    return [one.path for one in kit.requests if one.path.endswith(("/show.json", "/members.json"))]


def test_a_first_sync_knows_who_reads_every_closed_group(synced: Kit, demo: DemoServer) -> None:
    groups = synced.rows("SELECT group_id, slug FROM groups WHERE closed")
    assert groups
    for group_id, slug in groups:
        ids, found = known(synced, group_id)
        inside = demo.community.database.value(
            "SELECT count(*) FROM group_users gu JOIN groups g ON g.id = gu.group_id WHERE g.name = ?", slug
        )
        assert len(ids) >= inside
        assert found.complete
        assert found.organisations > 1
        assert found.as_of is not None
    with synced.store.reading() as conn:
        assert {one.group_id for one in audience.register(conn)} >= {row[0] for row in groups}
        assert images.wanted(conn, 1, 0)
    unpictured = (
        "SELECT 1 FROM group_readers JOIN members USING (member_id)"
        " WHERE avatar NOT IN (SELECT key FROM images)"
    )
    assert synced.rows(unpictured) == []


def test_lists_are_asked_for_again_after_a_day(synced: Kit, demo: DemoServer) -> None:
    group_id, slug = closed(synced)
    newcomer, username = stranger(demo, slug)
    demo.add_to_group(username, slug)
    assert synced.synced().requests == 1
    synced.store.write(lambda conn: cursors.put(conn, readers.TRIED, None))
    report = synced.synced()
    assert newcomer in known(synced, group_id)[0]
    assert group_id in report.changes.groups
    assert report.requests <= 12
    synced.forget_moment(cursors.REGISTER_AT)
    synced.synced()
    assert "/groups.json" in [one.path for one in synced.requests]


def test_looking_asks_at_once_and_tells_what_changed(synced: Kit, demo: DemoServer) -> None:
    group_id, slug = closed(synced)
    newcomer, username = stranger(demo, slug)
    demo.add_to_group(username, slug)
    assert synced.engine.refresh_audience(group_id).groups == {group_id}
    assert newcomer in known(synced, group_id)[0]
    demo.remove_from_group(username, slug)
    synced.engine.refresh_audience(group_id)
    assert newcomer not in known(synced, group_id)[0]
    before = len(demo.requests)
    [open_group, *_] = synced.rows("SELECT group_id FROM groups WHERE NOT closed")
    assert synced.engine.refresh_audience(open_group[0]) == Changes()
    assert synced.engine.refresh_audience(-70) == Changes()
    assert len(demo.requests) == before


def test_a_refusal_by_the_community_keeps_the_list_and_makes_it_less_sure(
    synced: Kit, demo: DemoServer
) -> None:
    group_id, _ = closed(synced)
    ids, before = known(synced, group_id)
    demo.faults.add(f"/c/{group_id}/show.json", **REFUSED)
    assert synced.engine.refresh_audience(group_id).groups == {group_id}
    assert known(synced, group_id) == (ids, before._replace(complete=False))
    demo.faults.clear()
    synced.engine.refresh_audience(group_id)
    assert known(synced, group_id)[1].complete


@pytest.mark.parametrize(
    ("path", "fault"),
    [
        ("*", {"login_page": True}),
        ("*", {"login_page": True, "status": 403}),
        ("*", {"status": 403, "body": "Verboden", "content_type": "text/plain"}),
        ("/c/*", {"login_page": True, "status": 403}),
        ("/groups/*", {"login_page": True}),
        ("/groups/*", {"drop": True}),
        ("*/show.json", {"status": 502}),
    ],
    ids=str,
)
def test_nothing_in_between_changes_what_is_known(
    path: str, fault: dict[str, Any], synced: Kit, demo: DemoServer
) -> None:
    group_id, _ = closed(synced)
    before = known(synced, group_id)
    demo.faults.add(path, **fault)
    with pytest.raises((NetworkError, CommunityError)):
        synced.engine.refresh_audience(group_id)
    synced.store.write(
        lambda conn: cursors.put_all(conn, ((readers.TRIED, None), (cursors.REGISTER_AT, None)))
    )
    register = synced.rows("SELECT * FROM group_facts")
    synced.round()
    assert known(synced, group_id) == before
    assert synced.rows("SELECT * FROM group_facts") == register


def test_a_list_over_which_the_community_fails_does_not_end_every_round(
    synced: Kit, demo: DemoServer
) -> None:
    group_id, _ = closed(synced)
    before = known(synced, group_id)
    demo.faults.add(f"/c/{group_id}/show.json", status=500)
    demo.faults.add("/groups.json", status=500)
    later = ((readers.TRIED, None), (cursors.REGISTER_AT, None))
    synced.store.write(lambda conn: cursors.put_all(conn, later))
    failed = [synced.round().error for _ in range(2)]
    assert all(isinstance(error, ServerFailed) for error in failed)
    synced.synced()
    assert synced.synced().requests == 1
    assert known(synced, group_id) == before


def test_a_register_for_the_staff_only_leaves_what_was_known(synced: Kit, demo: DemoServer) -> None:
    register = synced.rows("SELECT * FROM group_facts")
    assert register
    demo.faults.add("/groups.json", **REFUSED)
    synced.forget_moment(cursors.REGISTER_AT)
    synced.synced()
    assert synced.rows("SELECT * FROM group_facts") == register
    assert synced.synced().requests == 1


def test_before_something_leaves_for_a_closed_group_its_readers_are_known(
    make: Kits, demo: DemoServer
) -> None:
    seen: list[set[int]] = []

    def consent(item: Item) -> str | None:
        seen.append(known(kit, item.group_id or 0)[0])
        return outbox.AUDIENCE_GREW if newcomer in seen[-1] else None

    newcomer = 0
    kit = make(consent=consent)
    kit.synced()
    group_id, slug = closed(kit)
    newcomer, username = stranger(demo, slug)
    demo.add_to_group(username, slug)
    # The list of the first sync is from long ago.
    kit.store.write(lambda conn: cursors.put(conn, readers.TRIED, f'{{"{group_id}": 1}}'))
    item, more = put(kit, group_id=group_id), put(kit, group_id=group_id, raw=RAW + " Nog iets.")
    kit.synced()
    assert len(seen) == 2
    assert newcomer in seen[0]
    with kit.store.reading() as conn:
        held = [one.item_id for one in rows.items(conn) if one.held and one.reason == outbox.AUDIENCE_GREW]
    assert held == [item.item_id, more.item_id]
    # Asked once for both.
    assert asked(kit).count(f"/c/{group_id}/show.json") == 1


def test_nothing_is_asked_before_what_goes_to_an_open_group_or_is_no_text(synced: Kit) -> None:
    [open_group, *_] = synced.rows("SELECT group_id FROM groups WHERE NOT closed")
    put(synced, group_id=open_group[0])
    put(synced, action="like", post_id=max(synced.post_ids()), title="", raw="")
    assert synced.synced().outbox_sent == 2
    assert asked(synced) == []


def test_joining_leaving_and_asking_show_at_once(synced: Kit) -> None:
    group_id, name = next(
        iter(
            synced.rows("SELECT group_id, remote_name FROM group_facts WHERE state = 'open' AND group_id > 0")
        )
    )
    put(synced, action="join", group_id=group_id, title=name, raw="")
    report = synced.synced()
    assert state(synced, group_id) == "member"
    assert group_id in report.changes.groups
    put(synced, action="leave", group_id=group_id, title=name, raw="")
    synced.synced()
    assert state(synced, group_id) == "open"


def test_what_was_asked_arrives_together_with_what_it_changes(synced: Kit) -> None:
    group_id, name = next(
        iter(synced.rows("SELECT group_id, remote_name FROM group_facts WHERE state = 'asks'"))
    )
    item = put(synced, action="ask", group_id=group_id, title=name, raw="Mag ik erbij?")
    broken = "CREATE TRIGGER broken BEFORE UPDATE ON group_facts BEGIN SELECT RAISE(ABORT, 'killed'); END"
    synced.store.write(lambda conn: conn.execute(broken))
    with pytest.raises(IntegrityError):
        synced.round()
    assert synced.rows("SELECT state FROM outbox WHERE item_id = ?", item.item_id) == [("sending",)]
    assert state(synced, group_id) == "asks"


def test_leaving_a_closed_group_takes_it_away_in_the_same_round(synced: Kit) -> None:
    group_id, slug = closed(synced)
    put(synced, action="leave", group_id=group_id, title=slug, raw="")
    report = synced.synced()
    assert group_id in report.changes.groups
    assert synced.rows("SELECT * FROM groups WHERE group_id = ?", group_id) == []
    assert synced.rows("SELECT * FROM group_readers WHERE group_id = ?", group_id) == []
    assert synced.rows("SELECT * FROM group_facts WHERE group_id = ?", group_id) == []


def test_a_list_that_arrives_after_the_group_was_lost_is_not_kept(
    synced: Kit, monkeypatch: pytest.MonkeyPatch
) -> None:
    group_id, _ = closed(synced)
    ask = synced.engine.connector.readers

    def lost_meanwhile(one: int) -> Any:
        told = ask(one)
        synced.store.write(lambda conn: conn.execute("DELETE FROM groups WHERE group_id = ?", (one,)))
        synced.store.write(lambda conn: audience.forget(conn, one))
        return told

    monkeypatch.setattr(synced.engine.connector, "readers", lost_meanwhile)
    assert synced.engine.refresh_audience(group_id) == Changes()
    assert known(synced, group_id)[0] == set()
