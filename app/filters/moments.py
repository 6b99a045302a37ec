"""When a moment of the language is: days begin at local midnight, so relative dates change once a day."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

from app.filters.tree import Ago, AllOf, AnyOf, Before, Day, LastVisit, Moment, Node, Not, Since, Unit

EARLIEST = -(2**53)
"""Before anything that was ever written (ms)."""
_DAYS: dict[Unit, int] = {"d": 1, "w": 7, "m": 30, "y": 365}


def start_of(moment: Moment, now: int, last_visit: int | None) -> int:
    """``moment`` in ms since 1970, for a reader at ``now`` (ms); an unknown last visit is ``EARLIEST``."""
    if isinstance(moment, LastVisit):
        return EARLIEST if last_visit is None else last_visit
    if isinstance(moment, Day):
        return _midnight(date.fromisoformat(moment.date))
    today = datetime.fromtimestamp(now / 1000).date()
    try:
        return _midnight(today - timedelta(days=moment.amount * _DAYS[moment.unit]))
    except OverflowError:
        return EARLIEST


def depends_on_today(node: Node) -> bool:
    """Whether the answer of ``node`` can change by the mere passing of days."""
    if isinstance(node, Since | Before):
        return isinstance(node.moment, Ago)
    if isinstance(node, Not):
        return depends_on_today(node.part)
    return isinstance(node, AllOf | AnyOf) and any(map(depends_on_today, node.parts))


def _midnight(day: date) -> int:
    try:
        moment = datetime(day.year, day.month, day.day).timestamp()
    except (ValueError, OverflowError, OSError):
        # At the ends of the calendar the local time zone cannot be told.
        moment = datetime(day.year, day.month, day.day, tzinfo=UTC).timestamp()
    return int(moment * 1000)
