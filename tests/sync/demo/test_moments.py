"""Relative moments of the story."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from sync.demo.moments import iso, parse_iso, relative

NOW = datetime(2026, 3, 31, 8, 15, 30, tzinfo=UTC)  # two days into summer time


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        ("-2h", "2026-03-31T06:15:30.000Z"),
        ("-45m", "2026-03-31T07:30:30.000Z"),
        ("-20min", "2026-03-31T07:55:30.000Z"),
        ("-0d 09:00", "2026-03-31T07:00:00.000Z"),
        ("-3d 14:05", "2026-03-28T13:05:00.000Z"),  # before the clock went forward
        ("-1m 09:30", "2026-02-28T08:30:00.000Z"),  # February has no 31st
        ("-1y2m4d 09:30", "2025-01-27T08:30:00.000Z"),
        ("+16d 16:00", "2026-04-16T14:00:00.000Z"),
    ],
)
def test_story_moments(text: str, moment: str) -> None:
    """Calendar steps in Amsterdam, clock times kept over summer time and short months."""
    assert iso(relative(text, NOW)) == moment


def test_a_lone_m_means_months_where_that_is_asked() -> None:
    """As in "joined"."""
    assert iso(relative("-3m", NOW, short_m_is_minutes=False))[:10] == "2025-12-31"
    assert iso(relative("-2y3m", NOW, short_m_is_minutes=False))[:10] == "2023-12-31"


@pytest.mark.parametrize("text", ["", "2h", "-2x", "gisteren", "-3d 9"])
def test_other_forms_are_refused(text: str) -> None:
    """With what was written."""
    with pytest.raises(ValueError, match="relative moment"):
        relative(text, NOW)


def test_iso_texts_read_back() -> None:
    """To the millisecond."""
    assert parse_iso(iso(NOW)) == NOW
