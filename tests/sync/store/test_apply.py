"""Whatever the order and however often pages arrive, the cache ends the same."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from sync.model import Batch, ImageWanted, Member
from sync.store import cursors, images, people, posts, topics
from sync.store.database import Store
from sync.store.groups import groups
from sync.store.rows import Place, TopicRow
from tests.sync.store.samples import DAY, STATUS, dump, index_all, pages, post, read, topic, write
from tests.sync.store.samples import people as three_members


def card(store: Store, topic_id: int = 1) -> TopicRow:
    return read(store, lambda conn: topics.rows(conn, [topic_id], "newest"))[0]


def test_the_same_pages_twice_change_nothing(store: Store) -> None:
    for batch in pages():
        write(store, batch)
    before = dump(store) | dump(store, STATUS)
    for batch in pages():
        assert not write(store, batch)
    assert dump(store) | dump(store, STATUS) == before


@pytest.mark.parametrize("seed", range(25))
def test_pages_in_any_order_end_in_the_same_content(tmp_path: Path, seed: int) -> None:
    straight, shuffled = Store(tmp_path / "straight"), Store(tmp_path / "shuffled")
    for batch in pages():
        write(straight, batch)
    mixed = list(pages()) * 2
    random.Random(seed).shuffle(mixed)
    for batch in mixed:
        write(shuffled, batch)
    assert dump(shuffled) == dump(straight)
    straight.close()
    shuffled.close()


def test_changes_name_what_is_new(store: Store) -> None:
    changes = write(
        store, Batch(topics=(topic(),), posts=(post(1), post(2, number=2)), members=three_members())
    )
    assert changes.posts_new == {1, 2}
    assert changes.topics == {1}
    assert changes.members == {1, 2, 3}
    assert changes.marks == {1, 2}
    edited = post(2, number=2, version=2, words="Verbeterd")
    changes = write(store, Batch(posts=(edited,)))
    assert changes.posts_new == changes.marks == frozenset()
    assert changes.posts_changed == {2}
    assert changes.topics == {1}


def test_an_older_version_of_a_post_does_not_come_back(store: Store) -> None:
    write(store, Batch(topics=(topic(),), posts=(post(1, version=3, words="Derde"),)))
    assert not write(store, Batch(posts=(post(1, version=2, words="Tweede"),)))
    assert "Derde" in read(store, lambda conn: posts.thread(conn, 1))[0].html


def test_what_was_not_told_stays(store: Store) -> None:
    write(
        store,
        Batch(topics=(topic(tags=("a", "b"), kind="question", views=9, closed=True),), posts=(post(1),)),
    )
    write(store, Batch(topics=(topic(title="Nieuwe titel"),)))
    row = card(store)
    assert (row.title, row.tags, row.kind, row.locked) == ("Nieuwe titel", "a b", "question", 1)
    write(store, Batch(members=three_members()))
    write(store, Batch(members=(Member(3, "renee", title="Adviseur"),)))
    found = read(store, lambda conn: people.card(conn, "RENEE"))
    assert found is not None
    assert (found.name, found.title, found.find) == ("Renée Smit", "Adviseur", "Kamer 4.12")


def test_a_topic_without_its_opening_post_shows_its_first_known_post(store: Store) -> None:
    write(
        store,
        Batch(
            topics=(topic(),), posts=(post(5, number=4, author=2, words="Vierde"),), members=three_members()
        ),
    )
    row = card(store)
    assert (row.title, row.excerpt, row.author, row.replies) == ("Onderwerp 1", "Vierde", "Jan Bakker", 1)
    write(store, Batch(posts=(post(1, author=1, words="Opening"),)))
    row = card(store)
    assert (row.excerpt, row.author, row.replies) == ("Opening", "Fatima el Amrani", 1)
    assert row.created < row.last_posted


def test_the_platforms_counts_win_and_later_posts_add_to_them(store: Store) -> None:
    write(
        store,
        Batch(topics=(topic(replies=5, highest_number=6, likes=7),), posts=(post(6, number=6, likes=3),)),
    )
    assert (card(store).replies, card(store).likes) == (5, 7)
    write(store, Batch(posts=(post(7, number=7, likes=2),)))
    assert (card(store).replies, card(store).likes) == (6, 9)
    write(store, Batch(topics=(topic(replies=5, highest_number=6, likes=7),)))
    assert (card(store).replies, card(store).likes) == (6, 9)


def test_an_accepted_post_makes_its_topic_answered_until_it_is_withdrawn(store: Store) -> None:
    write(store, Batch(topics=(topic(kind="question"),), posts=(post(1), post(2, number=2, accepted=True))))
    assert card(store).answered == 1
    write(store, Batch(posts=(post(2, number=2, accepted=False),)))
    assert card(store).answered == 0


def test_a_removed_post_leaves_counts_and_excerpt_behind_in_order(store: Store) -> None:
    first, second = post(1, words="Eerste"), post(2, number=2, words="Tweede", likes=4)
    write(store, Batch(topics=(topic(),), posts=(first, second)))
    changes = write(store, Batch(removed_posts=(2, 99)))
    assert changes.posts_removed == {2}
    assert changes.topics == {1}
    row = card(store)
    assert (row.replies, row.likes, row.unread, row.last_posted) == (0, 0, 1, first.created)
    assert not write(store, Batch(removed_posts=(2,)))
    write(store, Batch(removed_posts=(1,)))
    assert read(store, lambda conn: topics.page(conn, Place(), "newest")) == []


def test_a_removed_topic_takes_everything_with_it(store: Store) -> None:
    picture = ImageWanted("beeld", "https://c.test/u/1.png")
    write(store, Batch(topics=(topic(), topic(2)), posts=(post(1, images=(picture,)), post(2, 2))))
    index_all(store)
    changes = write(store, Batch(removed_topics=(1,)))
    assert changes.posts_removed == changes.topics == {1}
    left = dump(store) | dump(store, (*STATUS, "search_posts", "search_queue"))
    assert len(left["posts"]) == len(left["topics"]) == len(left["unread"]) == len(left["search_posts"]) == 1
    assert left["images"] == left["image_uses"] == []


def test_a_post_that_moves_to_another_topic_is_in_one_place_only(store: Store) -> None:
    moving = post(2, number=2, likes=1)
    write(store, Batch(topics=(topic(), topic(2)), posts=(post(1), moving, post(3, 2))))
    write(store, Batch(posts=(post(2, 2, 2, likes=1),)))
    assert (card(store).replies, card(store).unread) == (0, 1)
    assert (card(store, 2).replies, card(store, 2).unread, card(store, 2).likes) == (1, 2, 1)
    assert len(dump(store)["posts"]) == 3


def test_pictures_follow_the_post_that_shows_them(store: Store) -> None:
    one, two = (ImageWanted(name, f"https://c.test/u/{name}.png") for name in ("een", "twee"))
    write(
        store, Batch(topics=(topic(),), posts=(post(1, images=(one,)), post(2, number=2, images=(one, two))))
    )
    wanted = read(store, lambda conn: images.wanted(conn, 10, now=0))
    assert {key for key, _ in wanted} == {"een", "twee"}
    write(store, Batch(posts=(post(2, number=2, version=2, images=()),)))
    assert [row[0] for row in dump(store)["images"]] == ["een"]


def test_groups_come_in_the_communitys_order_with_unread_topics(store: Store) -> None:
    for batch in pages():
        write(store, batch)
    rows = read(store, groups)
    assert [(row.name, row.closed, row.topics) for row in rows] == [
        ("Algemeen", 0, 6),
        ("Participatie", 1, 6),
    ]
    assert all(row.unread > 0 and row.last_posted > 0 for row in rows)


def test_cursors_are_written_with_the_content(store: Store) -> None:
    write(store, Batch(cursors=(("newest", "17"), ("gap", "3"))))
    write(store, Batch(cursors=(("gap", None),)))
    assert read(store, lambda conn: (cursors.get(conn, "newest"), cursors.get(conn, "gap"))) == ("17", None)


def test_a_post_of_an_unknown_topic_is_kept_until_the_topic_is_told(store: Store) -> None:
    write(store, Batch(posts=(post(1, 7),)))
    write(store, Batch(topics=(topic(7),)))
    assert (card(store, 7).title, card(store, 7).excerpt) == ("Onderwerp 7", "Bijdrage 1")


def test_the_thread_shows_who_is_answered_and_what_is_missing(store: Store) -> None:
    write(store, Batch(members=three_members(), topics=(topic(replies=3, highest_number=4),)))
    write(store, Batch(posts=(post(1, author=3), post(4, number=4, author=2, reply_to=1, created=10 * DAY))))
    head = read(store, lambda conn: posts.head(conn, 1))
    thread = read(store, lambda conn: posts.thread(conn, 1))
    assert head is not None
    assert (head.missing, head.words) == (2, 4)
    assert [(row.number, row.reply_to_author) for row in thread] == [(1, ""), (4, "Renée Smit")]
    assert read(store, lambda conn: posts.head(conn, 99)) is None
