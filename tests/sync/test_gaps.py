"""Stretches of ids are walked down to their end on both kinds of paging, whatever is hidden in between."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from sync.gaps import Gap, after, split


def by_id(ids: list[int], before: int) -> list[int]:
    """Newer Discourse: the 50 newest below."""
    return sorted((one for one in ids if one < before), reverse=True)[:50]


def by_window(ids: list[int], before: int) -> list[int]:
    """Older Discourse: what is visible of the window of 50 ids up to and including ``before``."""
    return sorted((one for one in ids if before - 50 < one <= before), reverse=True)


def walk(ids: list[int], gap: Gap, page: object) -> tuple[set[int], int]:
    seen: set[int] = set()
    asked, proven = 0, False
    left: Gap | None = gap
    while left is not None:
        listed = page(ids, left.high)  # type: ignore[operator]
        seen.update(listed)
        step = after(left, listed, proven)
        assert step.left is None or step.left.high < left.high
        left, proven = step.left, step.by_id
        asked += 1
    return seen, asked


visible = st.sets(st.integers(1, 900), max_size=400).map(sorted)


@given(visible, st.integers(0, 300))
def test_paging_by_id_misses_nothing(ids: list[int], low: int) -> None:
    seen, _ = walk(ids, Gap(901, low), by_id)
    assert {one for one in ids if low < one < 901} <= seen


@given(visible, st.integers(0, 300))
def test_paging_by_window_misses_nothing(ids: list[int], low: int) -> None:
    seen, _ = walk(ids, Gap(901, low), by_window)
    assert {one for one in ids if low < one < 901} <= seen


def test_a_thousand_posts_take_twenty_pages() -> None:
    seen, asked = walk(list(range(1, 1001)), Gap(1001, 0), by_id)
    assert (len(seen), asked) == (1000, 20)


def test_a_short_page_below_a_large_hole_ends_the_walk_at_once() -> None:
    ids = [5_000, 90_000, *range(100_000, 100_060)]
    seen, asked = walk(ids, Gap(100_060, 0), by_id)
    assert seen == set(ids)
    assert asked == 2


def test_a_failing_gap_is_set_aside_by_one_window() -> None:
    aside, rest = split(Gap(1_000, 10, tries=2))
    assert aside == Gap(1_000, 950, 2)
    assert rest == Gap(951, 10)
    assert split(Gap(40, 0, 2)) == (Gap(40, 0, 2), None)
