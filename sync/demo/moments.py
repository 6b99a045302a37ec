"""Moments: the story's relative times ("-3d 14:05") and the form in which Discourse writes them."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

AMSTERDAM = ZoneInfo("Europe/Amsterdam")

_RELATIVE = re.compile(
    r"^(?P<sign>[+-])"
    r"(?:(?P<y>\d+)y)?(?:(?P<m>\d+)m(?!in))?(?:(?P<w>\d+)w)?(?:(?P<d>\d+)d)?(?:(?P<h>\d+)h)?(?:(?P<min>\d+)min)?"
    r"(?: (?P<clock>\d{1,2}:\d{2}))?$"
)


def iso(moment: datetime) -> str:
    """The moment as Discourse writes it: UTC, milliseconds, a Z. Such texts sort by time."""
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.") + f"{moment.microsecond // 1000:03d}Z"


def parse_iso(text: str) -> datetime:
    """The moment that `iso` wrote. Raises ValueError for other forms."""
    return datetime.fromisoformat(text.replace("Z", "+00:00"))


def relative(text: str, now: datetime, *, short_m_is_minutes: bool = True) -> datetime:
    """The moment a story text such as "-2h", "-3d 14:05" or "-1y2m4d 09:30" means, seen from `now`.

    y, m, w and d step over the calendar in Amsterdam time and keep the clock, unless a clock time is given.
    A lone "-45m" means minutes, or months with `short_m_is_minutes=False` (used for "joined").
    Raises ValueError when the text has another form.
    """
    match = _RELATIVE.match(text.strip())
    if match is None:
        raise ValueError(f"not a relative moment: {text!r}")
    counts = {unit: int(match[unit] or 0) for unit in ("y", "m", "w", "d", "h", "min")}
    if (
        short_m_is_minutes
        and counts["m"]
        and not match["clock"]
        and not any(counts[u] for u in ("y", "w", "d"))
    ):
        counts["min"], counts["m"] = counts["min"] + counts["m"], 0
    direction = -1 if match["sign"] == "-" else 1
    local = _add_months(now.astimezone(AMSTERDAM), direction * (counts["y"] * 12 + counts["m"]))
    local += timedelta(days=direction * (counts["w"] * 7 + counts["d"]))
    if match["clock"]:
        hour, minute = match["clock"].split(":")
        local = local.replace(hour=int(hour), minute=int(minute), second=0, microsecond=0)
    return local.astimezone(UTC) + direction * timedelta(hours=counts["h"], minutes=counts["min"])


def _add_months(moment: datetime, months: int) -> datetime:
    month = moment.year * 12 + moment.month - 1 + months
    day = moment.day
    while True:
        try:
            return moment.replace(year=month // 12, month=month % 12 + 1, day=day)
        except ValueError:  # 31 in a shorter month: its last day
            day -= 1
