"""What the member is told, and when."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest

from app import notify
from app.paths import Profile
from app.settings import InvalidValue, Settings
from sync.connectors.base import Notice
from sync.model import Batch, Changes, Group, Member, Post, Topic
from sync.store import notices
from sync.store.apply import apply
from sync.store.database import Store

NOON = datetime(2026, 11, 24, 12, 0)
NOW = int(NOON.timestamp() * 1000)
ME = 1


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    opened = Store(tmp_path / "account")
    opened.write(
        lambda conn: apply(
            conn,
            Batch(
                groups=(Group(1, "open", "Webredactie", False), Group(2, "dicht", "Participatie", True)),
                members=(Member(ME, "noor"), Member(7, "fatima", "Fatima El Amrani", "Rijkswaterstaat")),
                cursors=(("me", str(ME)),),
            ),
        )
    )
    begun(opened, 10, 1, NOW - 3_600_000)
    notify.collect(opened, Changes(topics=frozenset((10,))), NOW)
    yield opened
    opened.close()


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    profile = Profile(tmp_path)
    profile.create()
    return Settings(profile)


def begun(store: Store, topic_id: int, group_id: int, created: int) -> Changes:
    """A topic of someone else, in the cache."""
    topic = Topic(
        topic_id, f"Onderwerp {topic_id}", group_id, author_id=7, created=created, last_posted=created
    )
    post = Post(topic_id * 10, topic_id, 1, 7, created, "<p>tekst</p>", "tekst", "tekst")
    return store.write(lambda conn: apply(conn, Batch(topics=(topic,), posts=(post,))))


def told(store: Store, *kinds: str, topic_id: int = 10, created: int = NOW - 1_000) -> None:
    """The community tells of something in a topic."""
    found = [
        Notice(hash((kind, topic_id, created, n)) % 10**9, kind, created + n, topic_id, n + 1, None, "fatima")  # type: ignore[arg-type]
        for n, kind in enumerate(kinds)
    ]
    store.write(lambda conn: notices.put(conn, found, NOW))


def due(store: Store, settings: Settings, now: datetime = NOON) -> list[list[str]]:
    return [[row.kind for row in one.rows] for one in notify.due(store, settings, now)]


def test_what_is_addressed_to_the_member_is_told_once(store: Store, settings: Settings) -> None:
    told(store, "reply")
    assert due(store, settings) == [["reply"]]
    assert due(store, settings) == []


def test_what_is_not_addressed_is_in_the_list_and_told_only_if_wanted(
    store: Store, settings: Settings
) -> None:
    told(store, "like")
    assert due(store, settings) == []
    assert [row.kind for row in notify.listed(store)] == ["like"]
    settings.set("notifications.likes", "yes")
    told(store, "like", created=NOW - 500)
    assert due(store, settings) == [["like"]]


def test_nothing_is_told_by_the_system_when_that_is_off(store: Store, settings: Settings) -> None:
    settings.set("notifications.system", "no")
    told(store, "reply", "mention")
    assert due(store, settings) == []


def test_answers_in_one_topic_are_one_message_that_leads_to_the_last(
    store: Store, settings: Settings
) -> None:
    told(store, "reply", "reply", "mention")
    (one,) = notify.due(store, settings, NOON)
    assert [row.kind for row in one.rows] == ["reply", "reply", "mention"]
    assert (one.topic_id, one.number) == (10, 3)


def test_much_at_once_is_one_message(store: Store, settings: Settings) -> None:
    for topic_id in range(20, 25):
        begun(store, topic_id, 1, NOW - 3_600_000)
        told(store, "reply", topic_id=topic_id)
    (one,) = notify.due(store, settings, NOON)
    assert len(one.rows) == 5
    assert one.topic_id is None


@pytest.mark.parametrize(
    ("hours", "hour", "quiet"),
    [
        ("18:00-08:00", 12, False),
        ("18:00-08:00", 18, True),
        ("18:00-08:00", 7, True),
        ("18:00-08:00", 8, False),
        ("9:30 – 17:00", 12, True),
        ("00:00-00:00", 12, True),
        ("", 12, False),
    ],
)
def test_quiet_hours(settings: Settings, hours: str, hour: int, quiet: bool) -> None:
    settings.set("notifications.quiet", hours)
    assert notify.quiet(settings, NOON.replace(hour=hour)) is quiet


@pytest.mark.parametrize(
    "hours", ["nooit", "18-8", "18:00", "25:00-08:00", "18:00-08:60", "25:00-26:00", "18:00-08:00 19:00"]
)
def test_what_is_no_quiet_hours_is_not_taken_for_them(settings: Settings, hours: str) -> None:
    assert notify.quiet_hours(hours) is None
    with pytest.raises(InvalidValue):
        settings.set("notifications.quiet", hours)
    assert not notify.quiet(settings, NOON)


def test_a_topic_dated_in_the_future_does_not_end_all_news(store: Store, settings: Settings) -> None:
    settings.set("notifications.groups", "yes")
    notify.collect(store, begun(store, 29, 1, NOW + 365 * 86_400_000), NOW)
    later = NOW + 2 * 86_400_000
    notify.collect(store, begun(store, 30, 2, later - 1_000), later)
    assert [one.topic_id for one in notify.due(store, settings, NOON)] == [30]


def test_a_quiet_weekend(settings: Settings) -> None:
    saturday = NOON.replace(day=28)
    assert not notify.quiet(settings, saturday)
    settings.set("notifications.quiet_weekend", "yes")
    assert notify.quiet(settings, saturday)
    assert not notify.quiet(settings, NOON)


def test_what_comes_in_quiet_hours_waits_for_their_end(store: Store, settings: Settings) -> None:
    settings.set("notifications.quiet", "11:00-13:00")
    told(store, "reply")
    assert due(store, settings) == []
    assert due(store, settings, NOON.replace(hour=13)) == [["reply"]]


def test_a_new_topic_in_a_closed_group_is_told_if_wanted(store: Store, settings: Settings) -> None:
    settings.set("notifications.groups", "yes")
    changes = begun(store, 30, 2, NOW - 1_000) | begun(store, 31, 1, NOW - 900)
    notify.collect(store, changes, NOW)
    (one,) = notify.due(store, settings, NOON)
    assert [(row.kind, row.topic_id) for row in one.rows] == [("group", 30)]
    assert one.closed


def test_an_old_topic_that_comes_late_is_no_news(store: Store, settings: Settings) -> None:
    settings.set("notifications.groups", "yes")
    notify.collect(store, begun(store, 30, 2, NOW - 7_200_000), NOW)
    assert notify.listed(store) == []


def test_reading_a_topic_takes_its_notification_along(store: Store, settings: Settings) -> None:
    told(store, "reply")
    store.write(lambda conn: conn.execute("DELETE FROM unread"))
    notify.collect(store, Changes(), NOW)
    assert due(store, settings) == []
    assert all(row.read for row in notify.listed(store))


def test_all_can_be_read_at_once(store: Store) -> None:
    told(store, "reply", "mention")
    assert notify.read_all(store) == 2
    assert notify.read_all(store) == 0


def test_some_can_be_read(store: Store) -> None:
    told(store, "reply", "mention")
    first = notify.listed(store)[0]
    assert notify.read(store, [first.notice_id]) == 1
    assert [row.read for row in notify.listed(store)] == [1, 0]


def test_a_topic_of_which_the_group_is_not_known_may_be_in_a_closed_one(
    store: Store, settings: Settings
) -> None:
    told(store, "reply", topic_id=999)
    [one] = notify.due(store, settings, NOON)
    assert one.closed
    told(store, "mention")
    [one] = notify.due(store, settings, NOON)
    assert not one.closed
