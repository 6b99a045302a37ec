"""When the next round is due."""

from __future__ import annotations

import random

from app import schedule
from app.schedule import Schedule, seconds_after_news, seconds_until_sending


def many(**options: float) -> list[float]:
    rng = random.Random(1)
    return [Schedule().seconds(rng, **options) for _ in range(200)]  # type: ignore[arg-type]


def test_rounds_are_spread() -> None:
    spread = many()
    assert min(spread) >= schedule.ACTIVE_SECONDS * 0.75
    assert max(spread) <= schedule.ACTIVE_SECONDS * 1.25
    assert max(spread) - min(spread) > schedule.ACTIVE_SECONDS * 0.4


def test_a_quiet_community_is_asked_less() -> None:
    quiet = Schedule()
    for _ in range(4):
        quiet = quiet.after(failed=False, brought_news=False)
    assert quiet.seconds(random.Random(2)) >= schedule.IDLE_SECONDS * 0.75
    busy = quiet.after(failed=False, brought_news=True)
    assert busy.seconds(random.Random(2)) <= schedule.ACTIVE_SECONDS * 1.25


def test_a_community_that_tells_is_hardly_asked() -> None:
    assert min(many(live=True)) >= schedule.LIVE_SECONDS * 0.75


def test_failures_are_retried_soon_then_patiently() -> None:
    rng = random.Random(3)
    failing = Schedule().after(failed=True, brought_news=False)
    assert failing.seconds(rng) <= schedule.FIRST_RETRY_SECONDS * 1.25
    for _ in range(20):
        failing = failing.after(failed=True, brought_news=False)
    assert failing.seconds(rng) <= schedule.LONGEST_RETRY_SECONDS * 1.25
    assert failing.after(failed=False, brought_news=False).failures == 0


def test_a_round_that_failed_half_way_is_followed_soon() -> None:
    failing = Schedule()
    for _ in range(6):
        failing = failing.after(failed=True, brought_news=False)
    assert failing.seconds(random.Random(5)) > 5 * schedule.FIRST_RETRY_SECONDS
    got_through = failing.after(failed=True, brought_news=True)
    assert got_through.seconds(random.Random(5)) <= schedule.FIRST_RETRY_SECONDS * 1.25


def test_what_the_platform_asks_goes_first() -> None:
    assert min(many(asked_to_wait=5000.0)) == 5000.0


def test_news_is_fetched_soon_but_not_all_the_time() -> None:
    rng = random.Random(4)
    assert seconds_after_news(rng, 1000.0) <= schedule.NEWS_SPREAD_SECONDS
    assert seconds_after_news(rng, 10.0) >= schedule.NEWS_APART_SECONDS - 10.0


def test_the_outbox_is_sent_when_it_is_due() -> None:
    assert seconds_until_sending(60.0, None, 5_000) == 60.0
    assert seconds_until_sending(60.0, 15_000, 5_000) == 10.0
    assert seconds_until_sending(60.0, 900_000, 5_000) == 60.0
    assert seconds_until_sending(60.0, 0, 5_000) == schedule.SENDING_SOONEST_SECONDS
