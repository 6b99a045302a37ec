"""Read, saved and visited: what the member did stays, whatever the sync brings."""

from __future__ import annotations

import pytest

from sync.model import Batch
from sync.store import marks, posts
from sync.store.database import Store
from sync.store.rows import Counts, Place
from tests.sync.store.samples import DAY, START, STATUS, dump, pages, people, places, post, read, topic, write


def unread(store: Store) -> set[int]:
    return {row[0] for row in read(store, lambda conn: conn.execute("SELECT post_id FROM unread").fetchall())}


def three_posts(store: Store) -> None:
    """Topic 1 with posts 1 to 3, all unread."""
    write(store, Batch(groups=places(), members=people(), topics=(topic(),)))
    write(store, Batch(posts=tuple(post(number, number=number) for number in (1, 2, 3))))


def test_what_is_older_than_a_week_at_the_first_sync_counts_as_read(store: Store) -> None:
    write(store, Batch(topics=(topic(), topic(2)), posts=(post(100, created=START),)))
    write(store, Batch(posts=(post(50, 2, created=START - 6 * DAY), post(40, 2, created=START - 8 * DAY))))
    assert unread(store) == {100, 50}


def test_posts_of_a_gap_that_is_filled_later_are_unread_too(store: Store) -> None:
    write(store, Batch(topics=(topic(),), posts=(post(1),)))
    write(store, Batch(posts=(post(9, number=9),)))
    write(store, Batch(posts=(post(5, number=5),)))
    assert unread(store) == {1, 5, 9}


def test_the_members_own_posts_are_never_unread(store: Store) -> None:
    write(
        store, Batch(cursors=(("me", "2"),), topics=(topic(),), posts=(post(1, author=1), post(2, author=2)))
    )
    assert unread(store) == {1}


def test_what_was_read_elsewhere_is_read_here_and_unread_again_only_by_hand(store: Store) -> None:
    three_posts(store)
    changes = write(store, Batch(topics=(topic(last_read_number=2),)))
    assert changes.marks == {1, 2}
    assert unread(store) == {3}
    store.write(lambda conn: marks.mark_unread(conn, [1]))
    write(store, Batch(topics=(topic(last_read_number=2),)))
    assert unread(store) == {1, 3}
    assert read(store, lambda conn: marks.pending_reads(conn, 10)) == []


def test_new_posts_below_what_the_community_says_was_read_come_in_read(store: Store) -> None:
    write(
        store,
        Batch(topics=(topic(last_read_number=2),), posts=(post(1), post(2, number=2), post(3, number=3))),
    )
    assert unread(store) == {3}


def test_reading_is_queued_until_the_community_was_told(store: Store) -> None:
    three_posts(store)
    changes = store.write(lambda conn: marks.mark_read(conn, [1, 2, 77]))
    assert changes.marks == {1, 2}
    assert changes.topics == {1}
    assert unread(store) == {3}
    assert read(store, lambda conn: marks.pending_reads(conn, 10)) == [(1, [1, 2], 1000)]
    store.write(lambda conn: marks.reads_sent(conn, 1, [1, 2]))
    assert read(store, lambda conn: marks.pending_reads(conn, 10)) == []


def test_reading_a_topic_can_be_undone_before_it_is_sent(store: Store) -> None:
    three_posts(store)
    before = dump(store, STATUS)
    changes = store.write(lambda conn: marks.mark_topic_read(conn, 1))
    assert changes.marks == {1, 2, 3}
    assert unread(store) == set()
    store.write(lambda conn: marks.mark_unread(conn, changes.marks))
    assert dump(store, STATUS) == before


def test_a_place_is_read_as_a_whole(store: Store) -> None:
    for batch in pages():
        write(store, batch)
    in_closed_group = read(store, marks.counts).groups[2]
    assert in_closed_group > 0
    store.write(lambda conn: marks.mark_place_read(conn, Place("group", 1)))
    assert read(store, marks.counts).groups == {2: in_closed_group}
    store.write(lambda conn: marks.mark_place_read(conn, Place()))
    assert read(store, marks.counts) == Counts(0, 0, 0, {})


def test_counts_are_topics_with_something_unread(store: Store) -> None:
    write(
        store, Batch(topics=(topic(1, kind="question"), topic(2, kind="question", answered=True), topic(3)))
    )
    write(
        store, Batch(topics=(topic(4, group_id=2),), posts=tuple(post(n, 1 + n % 4, n) for n in range(1, 9)))
    )
    store.write(lambda conn: marks.save(conn, 3))
    assert read(store, marks.counts) == Counts(timeline=4, questions=1, saved=1, groups={1: 3, 2: 1})
    store.write(lambda conn: marks.mark_topic_read(conn, 3))
    assert read(store, marks.counts) == Counts(timeline=3, questions=1, saved=0, groups={1: 2, 2: 1})


def test_saving_waits_for_the_community_and_survives_its_older_word(store: Store) -> None:
    three_posts(store)
    store.write(lambda conn: marks.save(conn, 1))
    write(store, Batch(topics=(topic(saved=False),)))
    assert read(store, marks.pending_saves) == [(1, True)]
    store.write(lambda conn: marks.save_sent(conn, 1, 55))
    assert read(store, lambda conn: (marks.pending_saves(conn), marks.saved_remote_id(conn, 1))) == ([], 55)
    store.write(lambda conn: marks.unsave(conn, 1))
    write(store, Batch(topics=(topic(saved=True),)))
    assert read(store, marks.pending_saves) == [(1, False)]
    store.write(lambda conn: marks.save_sent(conn, 1, None))
    assert dump(store, ("saved",)) == {"saved": []}


def test_saving_and_taking_it_back_before_sending_sends_nothing(store: Store) -> None:
    three_posts(store)
    store.write(lambda conn: marks.save(conn, 1))
    store.write(lambda conn: marks.unsave(conn, 1))
    assert read(store, marks.pending_saves) == []
    write(store, Batch(topics=(topic(saved=True),)))
    store.write(lambda conn: marks.unsave(conn, 1))
    store.write(lambda conn: marks.save(conn, 1))
    assert [(row[1]) for row in dump(store, ("saved",))["saved"]] == [1]


def test_bookmarks_made_and_withdrawn_elsewhere_are_followed(store: Store) -> None:
    write(store, Batch(topics=(topic(saved=True),), posts=(post(1),)))
    assert read(store, lambda conn: posts.head(conn, 1).saved) == 1  # type: ignore[union-attr]
    write(store, Batch(topics=(topic(saved=False),)))
    assert read(store, lambda conn: posts.head(conn, 1).saved) == 0  # type: ignore[union-attr]


@pytest.mark.parametrize(("second", "kept"), [(START + 5, START + 5), (START - 5, START)])
def test_a_visit_is_not_moved_back_by_a_clock_that_jumps(store: Store, second: int, kept: int) -> None:
    three_posts(store)
    store.write(lambda conn: marks.visit(conn, 1, START))
    store.write(lambda conn: marks.visit(conn, 1, second))
    assert read(store, lambda conn: posts.head(conn, 1).last_visit) == kept  # type: ignore[union-attr]


def test_the_first_unread_post_is_found(store: Store) -> None:
    three_posts(store)
    store.write(lambda conn: marks.mark_read(conn, [1]))
    assert read(store, lambda conn: posts.first_unread(conn, 1)) == 2
    store.write(lambda conn: marks.mark_topic_read(conn, 1))
    assert read(store, lambda conn: posts.first_unread(conn, 1)) is None
