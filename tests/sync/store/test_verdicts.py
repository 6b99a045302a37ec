"""What is queued to be judged, and that it is judged in the transaction that queued it."""

from __future__ import annotations

from sqlite3 import Connection

import pytest

from sync.model import Batch, Group, Member
from sync.store import counts, marks, rule_effects, topics, verdicts
from sync.store.database import Store
from sync.store.groups import groups
from sync.store.rows import Place, Where
from sync.store.search import search
from sync.store.verdicts import Need, Verdict
from tests.sync.store.samples import START, index_all, pages, people, places, post, read, topic, write


def need(store: Store, *needs: Need) -> None:
    """As if rule 1 were in force and depended on these."""
    store.write(lambda conn: verdicts.set_needs(conn, [(one, 1) for one in ("any", *needs)]))


def queued(store: Store) -> dict[int, bool]:
    """The queue, which is empty afterwards."""
    return store.write(verdicts.take_queue)


@pytest.fixture
def filled(store: Store) -> Store:
    """The small community of the samples."""
    for batch in pages():
        write(store, batch)
    return store


def test_without_rules_nothing_is_queued(filled: Store) -> None:
    write(filled, Batch(topics=(topic(1, title="Anders"),), posts=(post(99, 1, 9),)))
    filled.write(lambda conn: marks.save(conn, 1))
    assert queued(filled) == {}


def test_what_arrives_changes_or_goes_is_queued(filled: Store) -> None:
    need(filled)
    write(filled, Batch(topics=(topic(1, title="Anders"),), posts=(post(99, 2, 9), post(100, 40, 1))))
    assert queued(filled) == {1: True, 2: True, 40: True}
    write(filled, Batch(posts=(post(99, 2, 9),)))
    assert queued(filled) == {}
    write(filled, Batch(removed_posts=(99,), removed_topics=(1,)))
    assert queued(filled) == {2: False}


def test_marks_are_queued_only_for_rules_that_look_at_them(filled: Store) -> None:
    need(filled)
    filled.write(lambda conn: marks.mark_topic_read(conn, 3))
    filled.write(lambda conn: marks.save(conn, 3))
    assert queued(filled) == {}
    need(filled, "unread", "saved")
    filled.write(lambda conn: marks.mark_topic_read(conn, 4))
    filled.write(lambda conn: marks.save(conn, 5))
    filled.write(lambda conn: marks.unsave(conn, 3))
    write(filled, Batch(topics=(topic(6, saved=True, group_id=1, slug="t6"),)))
    assert {3, 4, 5, 6} <= set(queued(filled))


def test_people_are_followed_where_a_rule_looks_at_them(filled: Store) -> None:
    written = read(filled, lambda conn: topics.top(conn, Place("member", 2), "newest", 99))
    need(filled)
    write(filled, Batch(members=(Member(2, "jan", team=True),)))
    assert queued(filled) == {}
    need(filled, "people")
    write(filled, Batch(members=(Member(2, "jan", organisation="RWS"), Member(3, "renee", last_seen=START))))
    assert set(queued(filled)) == set(written)


def test_groups_that_change_have_their_rules_judged_again(filled: Store) -> None:
    need(filled, "groups")
    write(filled, Batch(groups=places()))
    assert read(filled, verdicts.unsettled) == {}
    write(filled, Batch(groups=(Group(1, "algemeen", "Anders", closed=False),)))
    assert read(filled, verdicts.unsettled) == {1: False}


def test_the_queue_is_judged_in_the_same_transaction_or_nothing_is_kept(filled: Store) -> None:
    need(filled)
    seen: list[dict[int, bool]] = []

    def judge(conn: Connection) -> None:
        seen.append(verdicts.take_queue(conn))
        if len(seen) > 1:
            raise RuntimeError

    filled.judge = judge
    write(filled, Batch(topics=(topic(1, title="Anders"),)))
    filled.write(lambda conn: marks.visit(conn, 1, START))
    assert seen == [{1: True}]
    with pytest.raises(RuntimeError):
        write(filled, Batch(topics=(topic(1, title="Weer anders"),)))
    assert [row.title for row in read(filled, lambda conn: topics.rows(conn, [1], "newest"))] == ["Anders"]


def test_hidden_topics_count_nowhere_and_search_tells_of_them(filled: Store) -> None:
    index_all(filled)
    before = read(filled, counts.counts)
    filled.write(lambda conn: verdicts.write(conn, {3: Verdict("hide", 7), 4: Verdict("dim", 8)}))
    after = read(filled, counts.counts)
    assert before.timeline - after.timeline == 1
    assert sum(before.groups.values()) - sum(after.groups.values()) == 1
    assert {row.group_id: row.unread for row in read(filled, groups) if row.unread} == after.groups
    everything = Place("view", 1, Where("1"))
    assert read(filled, lambda conn: counts.unread_in(conn, everything)) == after.timeline
    revealed = everything._replace(sight="reveal")
    assert read(filled, lambda conn: counts.unread_in(conn, revealed)) == before.timeline
    hits = read(filled, lambda conn: search(conn, "bijdrage", limit=99))
    assert {(hit.verdict, hit.rule) for hit in hits if hit.topic_id == 3} == {("hide", 7)}
    assert {(hit.verdict, hit.rule) for hit in hits if hit.topic_id == 5} == {("", 0)}
    filled.write(lambda conn: marks.mark_place_read(conn, Place()))
    assert read(filled, counts.counts).timeline == 0
    assert read(filled, lambda conn: counts.unread_in(conn, revealed)) == 1


def test_what_is_forgotten_of_a_topic(filled: Store) -> None:
    need(filled)
    filled.write(lambda conn: verdicts.write(conn, {3: Verdict("hide", 7)}))
    write(filled, Batch(removed_topics=(3,)))
    assert read(filled, lambda conn: verdicts.of(conn, [3])) == {}
    assert read(filled, lambda conn: rule_effects.hidden_by_rule(conn, Place())) == []


def test_the_last_visit_is_the_one_before(store: Store) -> None:
    write(store, Batch(members=people()))
    assert read(store, marks.last_visit) is None
    store.write(marks.begin_visit)
    store.write(lambda conn: marks.stay(conn, START))
    assert read(store, marks.last_visit) is None
    store.write(lambda conn: verdicts.set_needs(conn, [("visit", 4)]))
    store.write(marks.begin_visit)
    store.write(lambda conn: marks.stay(conn, START + 5))
    assert read(store, marks.last_visit) == START
    assert read(store, verdicts.unsettled) == {4: False}
