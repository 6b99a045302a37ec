"""The time that goes into a text."""

from __future__ import annotations

import time

import pytest

from sync.store.drafts import Draft
from widgets.composer.time_spent import TimeSpent, TypingTime


@pytest.fixture
def now(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """The clock of the computer, in seconds."""
    moment = [100.0]
    monkeypatch.setattr(time, "monotonic", lambda: moment[0])
    return moment


def test_typing_time_is_the_time_between_keys_and_not_a_pause(now: list[float]) -> None:
    typing = TypingTime()
    for pause in (0.0, 0.2, 0.3, 60.0, 0.1):
        now[0] += pause
        typing.note_key()
    assert typing.ms == 600
    typing.restart()
    now[0] += 0.5
    typing.note_key()
    assert typing.ms == 0


def test_a_draft_goes_on_with_what_it_took_before(now: list[float]) -> None:
    title, text = TypingTime(), TypingTime()
    spent = TimeSpent(title, text)
    text.note_key()
    spent.begin(Draft(typing_ms=4_000, open_ms=9_000))
    for field in (title, text):
        field.note_key()
        now[0] += 0.25
        field.note_key()
    assert spent.so_far() == {"typing_ms": 4_500, "open_ms": 9_500}
