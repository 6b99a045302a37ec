"""Rounds in bad weather: what was applied stays, gaps are recorded and filled, and nothing doubles."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from sync.demo.limits import RateLimiter
from sync.demo.server import DemoServer
from sync.engine import Progress
from sync.errors import (
    AccessDenied,
    AnswerTooLarge,
    ConnectionLost,
    InterceptedAnswer,
    NotACommunity,
    NotFound,
    ServerFailed,
    StamtafelError,
    TooManyRequests,
    Unreachable,
    UnreadableAnswer,
)
from tests.sync.engine_kit import Kit, visible_post_ids

Kits = Callable[..., Kit]


@pytest.mark.parametrize(
    ("options", "error"),
    [
        ({"status": 403, "body": '{"errors": ["nee"], "error_type": "invalid_access"}'}, AccessDenied),
        ({"status": 404, "body": '{"errors": ["nee"]}'}, NotFound),
        ({"status": 404, "body": "<html>404</html>", "content_type": "text/html"}, NotACommunity),
        ({"status": 503, "body": "later"}, ServerFailed),
        ({"bad_json": True}, UnreadableAnswer),
        ({"status": 200, "body": "[]", "content_type": "application/json"}, UnreadableAnswer),
        (
            {"status": 200, "body": '{"latest_posts": 3}', "content_type": "application/json"},
            UnreadableAnswer,
        ),
        ({"truncate": 300}, ConnectionLost),
        ({"drop": True}, ConnectionLost),
        ({"huge": 11}, AnswerTooLarge),
        ({"login_page": True}, InterceptedAnswer),
    ],
)
def test_each_fault_is_reported_and_recovered_from(
    demo: DemoServer, make: Kits, options: dict[str, Any], error: type[StamtafelError]
) -> None:
    kit = make()
    demo.faults.add("/posts.json", skip=2, times=1, **options)
    report = kit.round()
    assert type(report.error) is error
    assert len(kit.post_ids()) == 100
    kit.synced()
    assert kit.post_ids() == visible_post_ids(demo)


def test_an_unreachable_community_keeps_the_cache(demo: DemoServer, make: Kits) -> None:
    kit = make()
    kit.synced()
    before = kit.content()
    demo.stop()
    report = kit.round()
    assert isinstance(report.error, Unreachable)
    assert kit.content() == before
    demo.start()
    kit.synced()


def test_a_short_429_is_sat_out(demo: DemoServer, make: Kits) -> None:
    kit = make()
    demo.faults.add("/posts.json", status=429, retry_after=20, times=2, skip=1)
    kit.synced()
    assert kit.clock.slept >= 40
    assert kit.post_ids() == visible_post_ids(demo)


def test_a_long_429_ends_the_round_and_says_when(demo: DemoServer, make: Kits) -> None:
    kit = make()
    demo.faults.add("/posts.json", status=429, retry_after=3_600, skip=3, times=1)
    report = kit.round()
    assert isinstance(report.error, TooManyRequests)
    assert report.wait == pytest.approx(3_600)
    # Silence is kept, and nobody hangs on it.
    early = kit.round()
    assert isinstance(early.error, TooManyRequests)
    assert early.requests == len(kit.requests) == 0
    assert kit.clock.slept < 3_600
    with pytest.raises(TooManyRequests):
        kit.engine.refresh_topic(1)
    kit.clock.sleep(3_600)
    kit.synced()
    assert kit.post_ids() == visible_post_ids(demo)


def test_a_backfill_of_days_leaves_requests_for_news(demo: DemoServer, make: Kits) -> None:
    kit = make(per_minute=100, per_day=100)
    for _ in range(70):
        kit.budget.take()
    kit.synced()
    assert kit.post_ids() < visible_post_ids(demo)
    reply = demo.add_reply(demo.add_topic())
    kit.synced()
    assert reply in kit.post_ids()
    kit.clock.sleep(86_400)
    kit.synced()
    assert kit.post_ids() == visible_post_ids(demo)


def test_the_communitys_own_limit_is_lived_with(demo: DemoServer, make: Kits) -> None:
    kit = make(per_minute=15)
    # Both by the clock on which the engine waits.
    demo.community.limiter = RateLimiter(kit.clock)
    demo.set_requests_per_minute(16)
    kit.synced()
    assert kit.clock.slept > 0
    assert all(one.status != 429 for one in demo.requests)


def test_a_gap_is_recorded_shown_and_filled(demo: DemoServer, make: Kits) -> None:
    kit = make()
    kit.synced()
    known = max(kit.post_ids())
    for _ in range(40):
        topic = demo.add_topic()
        for _ in range(3):
            demo.add_reply(topic)
    demo.faults.add("/posts.json", status=503, skip=1)
    report = kit.round()
    assert isinstance(report.error, ServerFailed)
    assert len(report.gaps) == 1
    gap = report.gaps[0]
    assert gap.low == known
    assert gap.newer is not None
    assert gap.older is not None
    assert gap.newer >= gap.older
    with kit.store.reading() as conn:
        assert kit.engine.gaps(conn) == list(report.gaps)
    demo.faults.clear()
    demo.add_reply(demo.add_topic())
    assert kit.synced().gaps == ()
    assert kit.post_ids() == visible_post_ids(demo)


def test_a_page_that_keeps_failing_does_not_hold_up_the_rest(demo: DemoServer, make: Kits) -> None:
    kit = make()
    ids = sorted(visible_post_ids(demo), reverse=True)

    demo.faults.add("/posts.json", status=500, skip=2)
    first = kit.round()
    assert isinstance(first.error, ServerFailed)
    demo.faults.clear()
    demo.faults.add("/posts.json", status=500, skip=1, times=1)
    second = kit.round()
    assert second.error is None
    assert len(second.gaps) == 1
    assert second.gaps[0].failed
    assert len(kit.post_ids()) >= len(ids) - 50
    demo.faults.clear()
    third = kit.synced()
    assert third.gaps == ()
    assert kit.post_ids() == set(ids)


def test_a_broken_item_is_skipped_and_counted_not_the_page(demo: DemoServer, make: Kits) -> None:
    newest = sorted(visible_post_ids(demo), reverse=True)[:3]
    demo.community.database.run("UPDATE posts SET created_at = 'gisteren' WHERE id = ?", newest[1])
    kit = make()
    report = kit.synced()
    assert report.skipped >= 1
    assert newest[0] in kit.post_ids()
    assert newest[1] not in kit.post_ids()
    assert newest[2] in kit.post_ids()
    assert kit.synced().requests == 1


def test_a_round_broken_off_between_any_two_requests_loses_and_doubles_nothing(make: Kits) -> None:
    whole = make("whole")
    whole.synced()
    total = len(whole.requests)

    class Broken(Exception):
        pass

    for cut in range(1, len(whole.told)):
        kit = make(f"cut{cut}")
        seen = 0

        def breaking(_: Progress, cut: int = cut) -> None:
            nonlocal seen
            seen += 1
            if seen == cut:
                raise Broken

        with pytest.raises(Broken):
            kit.round(progress=breaking)
        report = kit.synced()
        assert report.requests <= total + 3
        for name in ("chores_rested", "topics_at", "people_at"):
            kit.forget_moment(name)
        kit.synced()
        assert kit.content()["posts"] == whole.content()["posts"]
        assert kit.content()["groups"] == whole.content()["groups"]
        assert kit.content()["members"] == whole.content()["members"]
        assert kit.content()["topics"] == whole.content()["topics"]
        kit.close()


def test_a_clock_that_jumps_does_no_harm(make: Kits, monkeypatch: pytest.MonkeyPatch) -> None:
    kit = make(retention_days=4_000)
    kit.synced()
    before = kit.content()
    for years in (40, -40):
        monkeypatch.setattr("time.time", lambda years=years: 1_795_000_000 + years * 31_557_600)
        kit.forget_moment("retention_at")
        kit.synced()
        assert kit.content()["posts"] == before["posts"]
