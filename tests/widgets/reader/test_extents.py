"""Positions that follow from measured and estimated heights."""

from __future__ import annotations

from widgets.reader.extents import Extents


def test_positions_follow_the_heights() -> None:
    extents = Extents([10, 20, 30])
    assert [extents.top(index) for index in range(4)] == [0, 10, 30, 60]
    assert extents.at(0) == (0, 0)
    assert extents.at(9) == (0, 9)
    assert extents.at(10) == (1, 0)
    assert extents.at(45) == (2, 15)


def test_a_measured_height_moves_what_follows() -> None:
    extents = Extents([10, 20, 30])
    extents.put(1, 100)
    assert extents.total == 140
    assert extents.at(109) == (1, 99)
    assert extents.at(110) == (2, 0)


def test_beyond_the_ends_is_the_nearest_item() -> None:
    extents = Extents([10, 20])
    assert extents.at(-5) == (0, 0)
    assert extents.at(999) == (1, 19)
    assert Extents().at(5) == (0, 0)
