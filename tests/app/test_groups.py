"""The groups as a list shows them: whose, how alive, and what the member asked for."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from app import groups, share
from app.groups import WEEK_MS, GroupCard
from sync import delivery
from sync.connectors.base import GroupFact
from sync.model import Batch, Group, Member
from sync.store import audience, group_members, marks
from sync.store.database import Store
from sync.store.group_members import Listed
from tests.sync.store.samples import DAY, START, people, places, post, read, topic, write

OPEN, CLOSED, LIVELY = 1, 2, 3
NOW = START + 12 * WEEK_MS


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    opened = Store(tmp_path / "account")
    lively = Group(LIVELY, "webredactie", "Webredactie", closed=False, purpose="Vindbaar en bijgewerkt")
    posts = [post(1, 1, created=NOW - 13 * WEEK_MS), post(2, 2, created=NOW - 3 * WEEK_MS)]
    posts += [post(10 + day, 3, 1 + day, created=NOW - day * DAY) for day in range(28)]
    topics = (topic(1), topic(2, group_id=CLOSED), topic(3, group_id=LIVELY, last_posted=NOW))
    write(opened, Batch(groups=(*places(), lively), members=people(), topics=topics, posts=tuple(posts)))
    yield opened
    opened.close()


def register(store: Store, *told: GroupFact) -> None:
    store.write(lambda conn: audience.put_register(conn, told))


def fact(name: str, state: str, *, group_id: int | None = None, closed: bool = False) -> GroupFact:
    remote_id = 50 + len(name)
    return GroupFact(group_id, remote_id, name.lower(), name, f"Over {name}", closed, state, 12)  # type: ignore[arg-type]


def cards(store: Store) -> list[GroupCard]:
    return read(store, lambda conn: groups.cards(conn, NOW))


def card(store: Store, group_id: int) -> GroupCard:
    found = read(store, lambda conn: groups.card(conn, group_id, NOW))
    assert found is not None
    return found


def test_without_a_register_a_closed_group_that_can_be_read_is_ones_own(store: Store) -> None:
    assert [(one.name, one.state, one.visible) for one in cards(store)] == [
        ("Participatie", "member", True),
        ("Algemeen", "none", True),
        ("Webredactie", "none", True),
    ]


def test_ones_own_come_first_closed_ones_before_open_ones_then_the_others_by_name(store: Store) -> None:
    register(
        store,
        fact("Webredactie", "member", group_id=LIVELY),
        fact("Algemeen", "member", group_id=OPEN),
        fact("Participatie", "member", group_id=CLOSED, closed=True),
        fact("zorg", "open"),
        fact("Éénloket", "asks", closed=True),
    )
    names = [one.name for one in cards(store)]
    assert names == ["Participatie", "Webredactie", "Algemeen", "Éénloket", "zorg"]


def test_a_group_that_cannot_be_read_has_a_number_below_zero(store: Store) -> None:
    register(store, fact("Loopbaan", "asks", closed=True))
    found = card(store, -58)
    assert (found.name, found.purpose, found.remote_name) == ("Loopbaan", "Over Loopbaan", "loopbaan")
    assert (found.state, found.closed, found.visible, found.members) == ("asks", True, False, 12)
    assert (found.pace, found.last_visit, sum(found.activity)) == ("", None, 0)


def test_activity_is_counted_by_week_this_one_last(store: Store) -> None:
    assert card(store, OPEN).activity == (0,) * 12, "thirteen weeks ago is too long ago"
    assert card(store, CLOSED).activity == (0,) * 9 + (1, 0, 0)
    assert card(store, LIVELY).activity == (0,) * 8 + (6, 7, 7, 8)
    assert [card(store, one).pace for one in (OPEN, CLOSED, LIVELY)] == ["quiet", "quiet", "growing"]


def test_a_post_from_a_clock_that_is_ahead_counts_for_this_week(store: Store) -> None:
    write(store, Batch(topics=(topic(4),), posts=(post(99, 4, created=NOW + 3 * WEEK_MS),)))
    assert card(store, OPEN).activity[-1] == 1


@pytest.mark.parametrize(
    ("activity", "pace"),
    [
        ((20,) * 12, "daily"),
        ((1,) * 12, "weekly"),
        ((0,) * 12, "quiet"),
        ((0,) * 8 + (2, 2, 2, 2), "growing"),
    ],
)
def test_how_alive_a_group_is(store: Store, activity: tuple[int, ...], pace: str) -> None:
    assert card(store, OPEN)._replace(activity=activity).pace == pace


def test_the_last_visit_is_when_a_topic_of_it_was_opened(store: Store) -> None:
    store.write(lambda conn: marks.visit(conn, 2, NOW - 5))
    assert card(store, CLOSED).last_visit == NOW - 5
    assert card(store, OPEN).last_visit is None


def test_members_and_organisations_as_the_community_told(store: Store) -> None:
    told = {1: "member", 2: "member", 3: "staff"}
    readers = "INSERT INTO group_readers VALUES (2, ?, ?)"
    store.write(lambda conn: conn.executemany(readers, list(told.items())))
    register(store, fact("Participatie", "member", group_id=CLOSED, closed=True))
    assert (card(store, CLOSED).members, card(store, CLOSED).organisations) == (12, 3)
    assert (card(store, OPEN).members, card(store, OPEN).organisations) == (None, None)
    write(store, Batch(members=(Member(4, "els", organisation="BZK", team=True),)))
    store.write(lambda conn: conn.execute(readers, (4, "member")))
    assert card(store, CLOSED).organisations == 3, "the team is one, whatever it works for"


def test_the_organisations_of_an_open_group_are_those_of_its_members(store: Store) -> None:
    def listed(*ids: int) -> None:
        told = Listed(frozenset(ids), NOW, complete=True)
        store.write(lambda conn: group_members.put(conn, OPEN, told))

    write(store, Batch(members=(Member(7, "g", organisation="KNMI"), Member(8, "h", organisation="UWV"))))
    listed(7, 8)
    assert (card(store, OPEN).organisations, card(store, CLOSED).organisations) == (2, None)
    # Once it is closed they are not those who read there.
    closed = Group(OPEN, "algemeen", "Algemeen", closed=True)
    write(store, Batch(groups=(closed,)))
    assert card(store, OPEN).organisations is None


def test_what_waits_in_the_outbox_is_shown_as_it_will_be(store: Store) -> None:
    register(
        store,
        fact("Webredactie", "open", group_id=LIVELY),
        fact("Algemeen", "member", group_id=OPEN),
        fact("Loopbaan", "asks", closed=True),
    )
    item = share.join(store, LIVELY, "webredactie")
    assert share.leave(store, OPEN, "algemeen") is not None
    assert share.ask_to_join(store, -58, "loopbaan", "Ik werk er.") is not None
    assert [card(store, one).state for one in (LIVELY, OPEN, -58)] == ["joining", "leaving", "asked"]
    assert {one.group_id for one in cards(store) if one.mine} == {CLOSED, LIVELY, OPEN}
    assert item is not None
    store.write(lambda conn: delivery.note_rejected(conn, item.item_id, "denied"))
    assert card(store, LIVELY).state == "open"


def test_suggestions_are_groups_to_join_where_one_looked_before_first(store: Store) -> None:
    register(
        store,
        fact("Webredactie", "open", group_id=LIVELY),
        fact("Algemeen", "open", group_id=OPEN),
        fact("Loopbaan", "asks", closed=True),
        fact("Dicht", "none", closed=True),
    )
    assert [one.name for one in groups.suggested(cards(store))] == ["Webredactie", "Algemeen", "Loopbaan"]
    store.write(lambda conn: marks.visit(conn, 1, NOW))
    assert [one.name for one in groups.suggested(cards(store), 1)] == ["Algemeen"]


def test_a_closed_group_to_ask_for_has_a_place_among_the_suggestions(store: Store) -> None:
    lively = [fact(name, "open") for name in ("Aa", "Bbb", "Cccc", "Ddddd")]
    small = fact("Klein kring", "asks", closed=True)._replace(members=5)
    register(store, *(one._replace(members=500) for one in lively), small, fact("Kring", "asks", closed=True))
    assert [one.name for one in groups.suggested(cards(store))][-1] == "Kring", "the largest of them"
    assert len(groups.suggested(cards(store))) == 4
    assert [one.name for one in groups.suggested(cards(store), 1)] != ["Kring"]
    register(store, *lively, fact("Kring", "asked", closed=True))
    assert len(groups.suggested(cards(store))) == 4


def test_a_group_is_found_by_words_of_its_name_and_purpose(store: Store) -> None:
    found = cards(store)
    assert [one.name for one in groups.matching(found, "WEB vindbaar")] == ["Webredactie"]
    assert [one.name for one in groups.matching(found, "sámen")] == ["Participatie"]
    assert groups.matching(found, "xyzzy") == []
    assert groups.matching(found, "  ") == found


def test_a_group_that_is_nowhere(store: Store) -> None:
    assert read(store, lambda conn: groups.card(conn, 77, NOW)) is None
