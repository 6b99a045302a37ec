"""Stretches of post ids that the cache does not have yet, kept as a cursor of the cache.

A stretch runs from ``high`` (a known post, or one past the newest) down to ``low`` (a known post, or 0 for
the beginning of the community). The first page leaves one stretch below it, the backfill; a page that does
not reach what was known leaves another, a gap. Both are filled the same way: newest first, one page at a
time.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from sqlite3 import Connection
from typing import NamedTuple

from sync.store import cursors, known

# Older Discourse versions answer with a window of this many ids, however few of them the member may see.
WINDOW = 50

GAPS = "gaps"
PAGING = "paging"
BELOW = "below"
KEPT_DAYS = "kept_days"


class Gap(NamedTuple):
    """Ids above ``low`` and below ``high`` that were not fetched yet; ``tries`` counts failures."""

    high: int
    low: int
    tries: int = 0


class OpenGap(NamedTuple):
    """A gap as shown to the member: between which moments (ms) posts may be missing."""

    high: int
    low: int
    newer: int | None
    older: int | None
    failed: bool


class Step(NamedTuple):
    """What a page means for the gap it was asked for: what is left, and whether it proves paging by id."""

    left: Gap | None
    by_id: bool


def load(conn: Connection) -> list[Gap]:
    """All stretches, newest first."""
    return [Gap(*entry) for entry in json.loads(cursors.get(conn, GAPS) or "[]")]


def note(gaps: Sequence[Gap]) -> tuple[str, str | None]:
    """The cursor to write for these stretches."""
    ordered = sorted(gaps, reverse=True)
    return GAPS, json.dumps(ordered) if ordered else None


def replaced(gaps: Sequence[Gap], old: Gap, *new: Gap | None) -> list[Gap]:
    """``gaps`` with ``new`` in the place of ``old``."""
    return [gap for gap in gaps if gap[:2] != old[:2]] + [gap for gap in new if gap is not None]


def after(gap: Gap, ids: Sequence[int], by_id: bool) -> Step:
    """What is left of ``gap`` after a page asked for with ``before=gap.high`` that listed ``ids``.

    ``by_id``: it is known already that the community selects by id (newer versions), where a short page is
    the last one. Otherwise a short page may be a window of ids that holds little for this member, and the
    next window has to be looked at. A page that reaches further than a window proves the newer selection.
    """
    inside = [one for one in ids if one < gap.high]
    lowest = min(inside, default=gap.high)
    by_id = by_id or lowest < gap.high - WINDOW
    if by_id and len(inside) < WINDOW:
        return Step(None, by_id)
    high = lowest if by_id or len(inside) >= WINDOW else min(lowest, gap.high - WINDOW + 1)
    if high <= gap.low + 1 or high <= 1:
        return Step(None, by_id)
    return Step(Gap(high, gap.low), by_id)


def split(gap: Gap) -> tuple[Gap, Gap | None]:
    """A gap that fails as its topmost window, to be tried again later, and the rest, to go on with."""
    middle = gap.high - WINDOW
    if middle <= gap.low:
        return gap, None
    return gap._replace(low=middle), Gap(middle + 1, gap.low)


def shown(conn: Connection) -> list[OpenGap]:
    """Gaps between posts that are known, and stretches that failed; not the backfill under way."""
    return [
        OpenGap(
            gap.high,
            gap.low,
            known.moment_at(conn, gap.high, above=True),
            known.moment_at(conn, gap.low, above=False),
            gap.tries > 0,
        )
        for gap in load(conn)
        if gap.low > 0 or gap.tries > 0
    ]
