"""What a topic's page needs: its portions, the ways through it, and what counts as read."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from app.reading import (
    FIRST_PORTION,
    Attention,
    Link,
    Reading,
    accepted_answer,
    as_quote,
    first_unread,
    gaps,
    link_within,
    minutes_to_read,
    new_since,
    page_of,
    topic_address,
)
from sync.model import Batch, Group, Member, Post, Topic
from sync.store.apply import apply
from sync.store.database import Store
from sync.store.rows import PostRow

ADDRESS = "https://community.example.nl"
NOW = 1_790_000_000_000


def row(number: int, *, unread: int = 0, accepted: int = 0, reply_to: int = 0) -> PostRow:
    """A post of topic 7, written ``number`` ms after the beginning."""
    to = "Joost van Dijk" if reply_to else ""
    return PostRow(
        post_id=100 + number,
        topic_id=7,
        number=number,
        author_id=1,
        author="Fatima El Amrani",
        username="fatima",
        organisation="Rijkswaterstaat",
        avatar="",
        team=0,
        created=NOW + number,
        updated=NOW + number,
        version=1,
        html="<p>a</p>",
        likes=0,
        liked=0,
        reply_to=reply_to,
        reply_to_author=to,
        accepted=accepted,
        oversize=0,
        unread=unread,
    )


@pytest.fixture
def reading(tmp_path: Path) -> Iterator[Reading]:
    store = Store(tmp_path)
    posts = tuple(
        Post(1000 + n, 7, n, 1, NOW + n, f"<p>{n}</p>", str(n), str(n), updated=NOW + n)
        for n in range(1, 1001)
    )
    batch = Batch(
        groups=(Group(3, "participatie", "Participatie", closed=True),),
        members=(Member(1, "fatima", "Fatima El Amrani", "Rijkswaterstaat"),),
        topics=(Topic(7, "Titel", 3, slug="titel", author_id=1, created=NOW, replies=999),),
        posts=posts,
    )
    store.write(lambda conn: apply(conn, batch))
    yield Reading(store, ADDRESS + "/")
    store.close()


def test_a_topic_opens_with_a_small_portion_around_the_post_asked_for(reading: Reading) -> None:
    top, middle, end = reading.open(7), reading.open(7, 500), reading.open(7, 1000)
    assert top is not None
    assert middle is not None
    assert end is not None
    assert [post.number for post in top.posts] == list(range(1, FIRST_PORTION + 1))
    assert (top.earlier, top.later) == (False, True)
    assert 500 in [post.number for post in middle.posts]
    assert (middle.earlier, middle.later) == (True, True)
    assert end.posts[-1].number == 1000
    assert (end.earlier, end.later) == (True, False)


def test_a_topic_that_is_not_cached_is_none(reading: Reading) -> None:
    assert reading.open(404) is None
    assert reading.again(404) is None


def test_the_whole_topic_is_read_again_in_order(reading: Reading) -> None:
    found = reading.again(7)
    assert found is not None
    assert [post.number for post in found[1]] == list(range(1, 1001))
    assert [post.number for post in reading.portion(7, 990)] == list(range(990, 1001))


def test_a_visit_is_remembered(reading: Reading) -> None:
    reading.visited(7, NOW + 5)
    opening = reading.open(7)
    assert opening is not None
    assert opening.head.last_visit == NOW + 5


def test_people_are_found_by_name_and_id(reading: Reading) -> None:
    assert reading.card("Fatima") == reading.card(1) == reading.people("rijks")[0]
    assert reading.card("niemand") is None


def test_first_unread_and_the_answer() -> None:
    rows = [row(1), row(2, accepted=1), row(3, unread=1), row(4, unread=1)]
    assert first_unread(rows) == rows[2]
    assert accepted_answer(rows) == rows[1]
    assert first_unread(rows[:2]) is None
    assert accepted_answer(rows[2:]) is None


@pytest.mark.parametrize(
    ("last_visit", "expected"),
    [(0, None), (NOW + 2, 3), (NOW + 4, None), (NOW - 1, None)],
    ids=["first visit", "two are new", "nothing is new", "all is new"],
)
def test_new_since_the_last_visit(last_visit: int, expected: int | None) -> None:
    assert new_since([row(1), row(2), row(3), row(4)], last_visit) == expected


@pytest.mark.parametrize(
    ("numbers", "missing", "expected"),
    [
        ([1, 2, 3], 0, {}),
        ([1, 2, 5], 2, {5: 2}),
        ([1, 2, 5], 0, {}),
        ([1, 2, 5], 1, {5: 1}),
        ([3, 4], 2, {3: 2}),
        ([1, 2], 7, {0: 7}),
        ([1, 4, 9], 10, {4: 2, 9: 4, 0: 4}),
        ([], 3, {0: 3}),
    ],
    ids=["whole", "gap", "deleted", "one of them deleted", "beginning", "end", "all over", "nothing here"],
)
def test_gaps_are_never_more_than_what_is_missing(
    numbers: list[int], missing: int, expected: dict[int, int]
) -> None:
    assert gaps([row(number) for number in numbers], missing) == expected


def test_the_page_knows_its_lines(reading: Reading) -> None:
    opening = reading.open(7)
    assert opening is not None
    head = opening.head._replace(replies=4, missing=1)
    rows = [row(1), row(2, reply_to=1), row(4, reply_to=2), row(5, reply_to=2)]
    shown = page_of(rows, head, 4, complete=True)
    assert [item.position for item in shown] == [1, 2, 3, 4]
    assert {item.total for item in shown} == {5}
    assert [item.new_from_here for item in shown] == [False, False, True, False]
    assert [item.missing_above for item in shown] == [0, 0, 1, 0]
    assert [item.reply_line for item in shown] == [False, False, False, True]
    assert not any(item.missing_above for item in page_of(rows, head, 4, complete=False))


@pytest.mark.parametrize(("words", "minutes"), [(0, 1), (1, 1), (238, 1), (239, 2), (2380, 10)])
def test_minutes_to_read(words: int, minutes: int) -> None:
    assert minutes_to_read(words) == minutes


def test_addresses_for_a_browser() -> None:
    assert topic_address(ADDRESS + "/", 7, "titel") == f"{ADDRESS}/t/titel/7"
    assert topic_address(ADDRESS, 7, "titel", 3) == f"{ADDRESS}/t/titel/7/3"
    assert topic_address(ADDRESS, 7, "", 3) == f"{ADDRESS}/t/-/7/3"
    assert topic_address(ADDRESS, 7, "a/../b?c") == f"{ADDRESS}/t/a%2F..%2Fb%3Fc/7"


@pytest.mark.parametrize(
    ("address", "target", "expected"),
    [
        (ADDRESS, f"{ADDRESS}/t/titel/7/3", Link(7, 3)),
        (ADDRESS, f"{ADDRESS}/t/titel/7?u=x#y", Link(7, 1)),
        (ADDRESS, f"{ADDRESS}/t/7/3", Link(7, 3)),
        (f"{ADDRESS}/forum", f"{ADDRESS}/forum/t/titel/7", Link(7, 1)),
        (f"{ADDRESS}/forum", f"{ADDRESS}/t/titel/7", None),
        (ADDRESS, f"{ADDRESS}/t/titel", None),
        (ADDRESS, f"{ADDRESS}/t/titel/7/3/print", None),
        (ADDRESS, f"{ADDRESS}/u/joost", None),
        (ADDRESS, f"{ADDRESS}:8443/t/titel/7", None),
        (ADDRESS, "http://community.example.nl/t/titel/7", None),
        (ADDRESS, "https://[bad/t/titel/7", None),
        (ADDRESS, f"{ADDRESS}/t/titel/{'9' * 5_000}", None),
    ],
)
def test_links_to_topics_of_the_same_community(address: str, target: str, expected: Link | None) -> None:
    assert link_within(address, target) == expected


def test_a_quote_names_who_said_it_and_where() -> None:
    quoted = as_quote(row(3), "een\n\ntwee  ", f"{ADDRESS}/t/titel/7/3")
    assert quoted.splitlines() == [
        "> **Fatima El Amrani (Rijkswaterstaat)**",
        ">",
        "> een",
        ">",
        "> twee",
        ">",
        f"> {ADDRESS}/t/titel/7/3",
    ]


class TestAttention:
    """Time is given, so that nothing here waits."""

    def test_a_second_in_sight_is_read_and_told_once(self) -> None:
        attention = Attention()
        attention.look(0, [1, 2], [])
        attention.look(900, [1, 2], [])
        assert attention.take_read([1, 2, 3]) == {}
        attention.look(1100, [2], [])
        assert attention.take_read([1, 2, 3]) == {1: 1100, 2: 1100}
        attention.look(3000, [2], [])
        assert attention.take_read([1, 2, 3]) == {}

    def test_passed_by_scrolling_is_read_at_once(self) -> None:
        attention = Attention()
        attention.look(0, [1, 2], [])
        attention.look(50, [2], [])
        attention.look(100, [2, 3], [1])
        assert attention.take_read([1, 2, 3]) == {1: 1000}

    def test_scrolled_back_down_out_of_sight_is_not_passed(self) -> None:
        attention = Attention()
        attention.look(0, [5, 6], [4])
        attention.look(50, [4, 5], [])
        assert attention.take_read([4, 5, 6]) == {}

    def test_what_a_jump_skips_stays_unread(self) -> None:
        attention = Attention()
        attention.look(0, [1, 2], [])
        attention.away()
        attention.look(50, [9], [1, 2, 3, 4, 5, 6, 7, 8])
        assert attention.take_read(range(1, 10)) == {}

    def test_time_away_does_not_count_and_neither_does_sleep(self) -> None:
        attention = Attention()
        attention.look(0, [1], [])
        attention.away()
        attention.look(60_000, [1], [])
        assert attention.take_read([1]) == {}
        attention.look(3_600_000, [1], [])
        assert attention.take_read([1]) == {1: Attention.LONGEST_STEP}

    def test_what_was_marked_unread_again_rests_until_it_comes_back(self) -> None:
        attention = Attention()
        attention.look(0, [1, 2], [])
        attention.look(1500, [1, 2], [])
        assert set(attention.take_read([1, 2])) == {1, 2}
        attention.forget([1])
        attention.look(3000, [1, 2], [])
        attention.look(4500, [1, 2], [])
        assert attention.take_read([1]) == {}
        attention.look(5000, [2], [])
        attention.look(6000, [1, 2], [])
        attention.look(7500, [1, 2], [])
        assert attention.take_read([1]) == {1: 1500}
