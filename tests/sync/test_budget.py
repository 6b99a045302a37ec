"""The budget holds for any minute and any day, honours a request for silence, and hears a stop."""

from __future__ import annotations

import pytest

from sync.budget import Budget
from sync.errors import Stopped, TooManyRequests
from sync.work import working


class FakeClock:
    """Seconds that pass only when somebody sleeps."""

    def __init__(self) -> None:
        self.now = 1_000.0

    def __call__(self) -> float:
        return self.now

    def sleep(self, seconds: float) -> None:
        self.now += seconds


@pytest.fixture
def clock() -> FakeClock:
    return FakeClock()


def test_no_minute_holds_more_than_the_budget(clock: FakeClock) -> None:
    budget = Budget(15, 10_000, clock=clock, sleep=clock.sleep)
    moments = []
    for number in range(100):
        if number % 7 == 0:
            clock.sleep(3.0)
        budget.take()
        moments.append(clock.now)
    for moment in moments:
        assert sum(moment <= other < moment + 60 for other in moments) <= 15


def test_a_patient_piece_of_work_leaves_some_for_another(clock: FakeClock) -> None:
    budget = Budget(15, clock=clock, sleep=clock.sleep)
    with working(spare=2):
        for _ in range(13):
            budget.take()
        began = clock.now
        with working():
            budget.take()
            budget.take()
        assert clock.now == began
        budget.take()
    assert clock.now - began == pytest.approx(60.0)


def test_no_day_holds_more_than_the_budget(clock: FakeClock) -> None:
    budget = Budget(100, 200, clock=clock, sleep=clock.sleep)
    assert budget.spare_today() == 150
    for _ in range(200):
        budget.take()
    assert budget.spare_today() == -50
    clock.sleep(60)
    with pytest.raises(TooManyRequests) as caught:
        budget.take()
    assert 86_200 < caught.value.retry_after < 86_400
    clock.sleep(caught.value.retry_after)
    budget.take()


def test_silence_that_was_asked_for_is_kept(clock: FakeClock) -> None:
    budget = Budget(15, clock=clock, sleep=clock.sleep)
    budget.hold(42.0)
    assert budget.free() == 0
    assert budget.wait() == pytest.approx(42.0)
    began = clock.now
    budget.take()
    assert clock.now - began >= 42.0


def test_waiting_ends_when_the_work_should(clock: FakeClock) -> None:
    budget = Budget(1, clock=clock, sleep=clock.sleep)
    budget.take()
    began = clock.now
    with pytest.raises(Stopped), working(lambda: clock.now - began > 5):
        budget.take()
    assert clock.now - began < 6
    with pytest.raises(Stopped), working(lambda: clock.now - began > 10):
        budget.pause(1_000)
    assert clock.now - began < 11


def test_what_is_free_comes_back_with_time(clock: FakeClock) -> None:
    budget = Budget(3, clock=clock, sleep=clock.sleep)
    for _ in range(3):
        budget.take()
    assert budget.free() == 0
    clock.sleep(60.0)
    assert budget.free() == 3
