"""When the engine asks who is in the open groups, and that a list of members is never one of readers."""

from __future__ import annotations

import json
from typing import Any

import pytest

from sync import members, readers
from sync.demo.server import DemoServer
from sync.errors import CommunityError, NetworkError, ServerFailed
from sync.model import Batch, Changes, Group
from sync.store import audience, cursors, group_members
from sync.store.apply import apply
from sync.store.group_members import Listed
from tests.sync.engine_kit import Kit

REFUSED = {"status": 403, "body": '{"errors": ["nee"]}', "content_type": "application/json"}


def own(kit: Kit) -> list[tuple[int, str]]:
    """The open groups that the member is in: place, and the platform's name."""
    found = kit.rows(
        "SELECT f.group_id, f.remote_name FROM group_facts AS f JOIN groups AS g USING (group_id)"
        " WHERE f.state = 'member' AND NOT g.closed ORDER BY f.group_id"
    )
    assert len(found) > 1
    return found


def others(kit: Kit) -> tuple[int, str]:
    """An open group that the member is not in."""
    [first, *_] = kit.rows(
        "SELECT f.group_id, f.remote_name FROM group_facts AS f JOIN groups AS g USING (group_id)"
        " WHERE f.state = 'open' AND NOT g.closed ORDER BY f.group_id"
    )
    return int(first[0]), str(first[1])


def listed(kit: Kit, group_id: int) -> Listed | None:
    with kit.store.reading() as conn:
        return group_members.listed(conn, group_id)


def inside(demo: DemoServer, name: str) -> frozenset[int]:
    rows = demo.community.database.rows(
        "SELECT user_id FROM group_users gu JOIN groups g ON g.id = gu.group_id WHERE g.name = ?", name
    )
    return frozenset(row[0] for row in rows)


def asked(kit: Kit) -> list[str]:
    return [one.path for one in kit.requests if one.path.endswith("/members.json")]


def ask_again(kit: Kit, moments: dict[int, int] | None = None) -> None:
    """As if the lists were asked for at these moments (ms), and at no other."""
    noted = None if moments is None else json.dumps(moments)
    kit.store.write(lambda conn: cursors.put(conn, members.TRIED, noted))


def test_looking_at_an_open_group_fetches_its_members_once_an_hour(synced: Kit, demo: DemoServer) -> None:
    group_id, name = others(synced)
    assert group_id in synced.engine.refresh_members(group_id).groups
    found = listed(synced, group_id)
    assert found is not None
    assert (found.ids, found.complete) == (inside(demo, name), True)
    before = len(demo.requests)
    assert synced.engine.refresh_members(group_id) == Changes()
    assert len(demo.requests) == before
    ask_again(synced)
    assert synced.engine.refresh_members(group_id) == Changes(), "nothing is different"
    assert len(demo.requests) == before + 1


def test_members_are_no_readers(synced: Kit) -> None:
    group_id, _ = others(synced)
    fact = synced.rows("SELECT * FROM group_facts WHERE group_id = ?", group_id)
    rights = synced.rows("SELECT * FROM group_readers")
    synced.engine.refresh_members(group_id)
    assert synced.rows("SELECT * FROM group_facts WHERE group_id = ?", group_id) == fact
    assert synced.rows("SELECT * FROM group_readers") == rights
    with synced.store.reading() as conn:
        assert readers.TRIED != members.TRIED
        assert str(group_id) not in json.loads(cursors.get(conn, readers.TRIED) or "{}")
        assert audience.readers(conn, group_id) == []


def test_a_list_tells_less_than_a_profile(synced: Kit) -> None:
    before = synced.rows("SELECT member_id, organisation FROM members WHERE organisation <> ''")
    for group_id, _ in own(synced):
        synced.engine.refresh_members(group_id)
    after = dict(synced.rows("SELECT member_id, organisation FROM members"))
    assert [after[key] for key, _ in before] == [organisation for _, organisation in before]


def test_closed_and_unknown_groups_are_not_asked_about(synced: Kit, demo: DemoServer) -> None:
    [closed, *_] = synced.rows("SELECT group_id FROM groups WHERE closed")
    [unseen, *_] = synced.rows("SELECT group_id FROM group_facts WHERE group_id < 0")
    nobodys = others(synced)
    synced.store.write(lambda conn: conn.execute("DELETE FROM group_facts WHERE group_id = ?", nobodys[:1]))
    before = len(demo.requests)
    for group_id in (closed[0], unseen[0], nobodys[0], 10**6):
        assert synced.engine.refresh_members(group_id) == Changes()
    assert len(demo.requests) == before


def test_ones_own_groups_come_by_one_at_a_time_and_seldom(synced: Kit) -> None:
    groups = dict(own(synced))
    known = [group_id for group_id in groups if listed(synced, group_id)]
    assert len(known) == 1, "the first sync takes one"
    assert synced.synced().requests == 1
    for count in range(2, len(groups) + 1):
        with synced.store.reading() as conn:
            tried = json.loads(cursors.get(conn, members.TRIED) or "{}")
        ask_again(synced, {int(key): at - members.SLOWLY_MS for key, at in tried.items()})
        assert synced.synced().requests == 2
        assert len(asked(synced)) == 1
        assert sum(listed(synced, one) is not None for one in groups) == count
        assert synced.synced().requests == 1
    with synced.store.reading() as conn:
        tried = json.loads(cursors.get(conn, members.TRIED) or "{}")
    ask_again(synced, {int(key): at - members.SLOWLY_MS for key, at in tried.items()})
    assert synced.synced().requests == 1, "each at most once a day"


def test_hidden_members_are_said_to_be_so_and_not_asked_for_again(synced: Kit, demo: DemoServer) -> None:
    group_id, name = others(synced)
    demo.faults.add(f"/groups/{name}/members.json", **REFUSED)
    assert synced.engine.refresh_members(group_id).groups == {group_id}
    found = listed(synced, group_id)
    assert found is not None
    assert (found.ids, found.complete) == (frozenset(), False)
    before = len(demo.requests)
    synced.engine.refresh_members(group_id)
    assert len(demo.requests) == before
    demo.faults.clear()
    ask_again(synced)
    synced.engine.refresh_members(group_id)
    demo.faults.add(f"/groups/{name}/members.json", **REFUSED)
    ask_again(synced)
    synced.engine.refresh_members(group_id)
    found = listed(synced, group_id)
    assert found is not None
    assert (found.ids, found.complete) == (inside(demo, name), False)


@pytest.mark.parametrize(
    ("path", "fault"),
    [
        ("/groups/*", {"login_page": True}),
        ("*", {"login_page": True, "status": 403}),
        ("/groups/*", {"drop": True}),
        ("/groups/*", {"status": 502}),
    ],
    ids=str,
)
def test_nothing_in_between_changes_what_is_known(
    path: str, fault: dict[str, Any], synced: Kit, demo: DemoServer
) -> None:
    group_id, _ = others(synced)
    synced.engine.refresh_members(group_id)
    before = listed(synced, group_id)
    ask_again(synced)
    demo.faults.add(path, **fault)
    with pytest.raises((NetworkError, CommunityError)):
        synced.engine.refresh_members(group_id)
    assert listed(synced, group_id) == before


def test_a_list_over_which_the_community_fails_does_not_end_every_round(
    synced: Kit, demo: DemoServer
) -> None:
    demo.faults.add("/groups/*/members.json", status=500)
    ask_again(synced)
    assert isinstance(synced.round().error, ServerFailed)
    synced.synced()
    assert synced.synced().requests == 1


def test_a_group_that_was_closed_while_the_answer_came_keeps_no_list(
    synced: Kit, monkeypatch: pytest.MonkeyPatch
) -> None:
    group_id, name = others(synced)
    ask = synced.engine.connector.members

    def closed_meanwhile(one: str) -> Any:
        told = ask(one)
        closed = Batch(groups=(Group(group_id, name, name, closed=True),))
        synced.store.write(lambda conn: apply(conn, closed))
        return told

    monkeypatch.setattr(synced.engine.connector, "members", closed_meanwhile)
    assert synced.engine.refresh_members(group_id) == Changes()
    assert listed(synced, group_id) is None
