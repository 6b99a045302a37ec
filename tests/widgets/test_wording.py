"""Small texts on cards: ages, headings, kinds, and a card as one sentence."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from sync.model import KINDS
from sync.store.rows import TopicRow
from widgets import wording

# A Wednesday afternoon, wherever the tests run.
NOW = int(datetime(2026, 11, 25, 14, 0).timestamp() * 1000)
MINUTE, HOUR, DAY = 60_000, 3_600_000, 86_400_000


@pytest.mark.parametrize(
    ("ago", "text"),
    [
        (0, "now"),
        (59_000, "now"),
        (-5 * HOUR, "now"),
        (3 * MINUTE, "3 min"),
        (59 * MINUTE, "59 min"),
        (2 * HOUR, "2 h"),
        (13 * HOUR, "13 h"),
        (20 * HOUR + 20 * MINUTE, "Tue 17:40"),
        (5 * DAY, "Fri 14:00"),
        (8 * DAY, "17 Nov"),
    ],
)
def test_ages_are_short(ago: int, text: str) -> None:
    assert wording.age(NOW - ago, NOW) == text


def test_an_age_in_another_year_names_it() -> None:
    assert wording.age(int(datetime(2024, 3, 5).timestamp() * 1000), NOW) == "5 Mar 2024"


@pytest.mark.parametrize("moment", [-(10**15), -1, 0, 10**15, 10**18])
def test_an_impossible_moment_is_still_said(moment: int) -> None:
    assert wording.age(moment, NOW)


@pytest.mark.parametrize(
    ("day", "text"),
    [
        (date(2026, 11, 25), "Today"),
        (date(2026, 11, 26), "Today"),
        (date(2026, 11, 24), "Yesterday"),
        (date(2026, 11, 23), "Monday 23 November"),
        (date(2026, 11, 18), "November"),
        (date(2026, 5, 1), "May"),
        (date(2025, 12, 31), "December 2025"),
    ],
)
def test_headings_go_from_days_to_months(day: date, text: str) -> None:
    assert wording.day_heading(day, date(2026, 11, 25)) == text


def test_every_kind_has_a_word_of_its_own() -> None:
    assert len({wording.kind_name(kind) for kind in KINDS}) == len(KINDS)
    assert wording.kind_name("something else") == wording.kind_name("discussion")


def test_the_pill_counts() -> None:
    assert wording.new_contributions(1) == "1 new contribution"
    assert wording.new_contributions(12) == "12 new contributions"


def test_a_card_is_read_out_as_one_sentence() -> None:
    row = TopicRow(
        topic_id=1,
        moment=NOW - 2 * HOUR,
        title="Who has a script?",
        kind="question",
        excerpt="",
        tags="",
        author_id=1,
        author="Fatima El Amrani",
        organisation="Rijkswaterstaat",
        avatar="",
        group_id=1,
        group="Participatie",
        closed=1,
        created=NOW - 2 * HOUR,
        last_posted=NOW - 2 * HOUR,
        replies=3,
        likes=1,
        unread=2,
        saved=1,
        answered=1,
        pinned=0,
        locked=0,
    )
    said = wording.describe_topic(row, NOW, 4, 100)
    for part in (
        "Who has a script?",
        "Fatima El Amrani, Rijkswaterstaat",
        "Participatie, closed group",
        "Question",
        "2 h",
        "3 replies",
        "2 unread",
        "answered",
        "saved",
        "4 of 100",
    ):
        assert part in said
    plain = wording.describe_topic(
        row._replace(closed=0, unread=0, saved=0, answered=0, replies=0, organisation=""), NOW, 1, 1
    )
    for part in ("closed", "unread", "saved", "answered"):
        assert part not in plain
    assert "no replies" in plain
