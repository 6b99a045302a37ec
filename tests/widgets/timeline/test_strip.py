"""Positions in a long list of rows of unequal height."""

from __future__ import annotations

import itertools
import random

import pytest

from widgets.timeline.strip import Strip

HEIGHT = 500
NOMINAL = 136


def lead(index: int) -> int:
    return 28 if index % 4 == 0 else 0


def body(index: int) -> int:
    return (136, 116, 160)[index % 3]


def make(total: int, height: int = HEIGHT) -> Strip:
    strip = Strip(lead, body, NOMINAL)
    strip.total, strip.height = total, height
    strip.jump(0)
    return strip


def pixels_above(strip: Strip) -> int:
    """How far the upper edge is from the top of the list, counted row by row."""
    whole = sum(lead(index) + body(index) for index in range(strip.top))
    return whole + lead(strip.top) + strip.offset


def test_the_first_heading_is_in_sight_at_the_top() -> None:
    first = make(100).visible()[0]
    assert (first.row, first.y, first.lead, first.body) == (0, 28, 28, 136)


def test_an_empty_list_shows_nothing_and_goes_nowhere() -> None:
    strip = make(0)
    assert strip.visible() == []
    assert strip.move(100) == 0
    assert (strip.value, strip.maximum) == (0, 0)


def test_a_short_list_does_not_scroll() -> None:
    strip = make(2)
    assert strip.move(300) == 0
    assert strip.maximum == 0
    assert strip.visible()[0].y == 28


def test_visible_rows_fill_the_height_and_touch_each_other() -> None:
    strip = make(1000)
    strip.move(12_345)
    rows = strip.visible()
    for above, below in itertools.pairwise(rows):
        assert below.row == above.row + 1
        assert below.y - below.lead == above.y + above.body
    assert rows[0].y - rows[0].lead <= 0
    assert rows[-1].y + rows[-1].body >= HEIGHT


def test_random_moves_add_up_to_the_pixel() -> None:
    chance = random.Random(7)
    strip = make(300)
    for _ in range(500):
        before = pixels_above(strip)
        moved = strip.move(chance.randint(-900, 1000))
        assert pixels_above(strip) - before == moved


def test_both_ends_stop_the_move() -> None:
    strip = make(50)
    whole = sum(lead(index) + body(index) for index in range(50))
    assert strip.move(10**6) == whole - HEIGHT
    last = strip.visible()[-1]
    assert (last.row, last.y + last.body) == (49, HEIGHT)
    assert strip.value == strip.maximum
    assert strip.move(-(10**6)) == -(whole - HEIGHT)
    assert strip.value == 0


def test_a_million_rows_measure_only_those_near() -> None:
    asked: set[int] = set()

    def counted(index: int) -> int:
        asked.add(index)
        return body(index)

    strip = Strip(lead, counted, NOMINAL)
    strip.total, strip.height = 1_000_000, HEIGHT
    strip.show(500_000 * NOMINAL)
    assert strip.top == 500_000
    strip.visible()
    assert strip.maximum > 900_000 * NOMINAL
    assert len(asked) < 30


@pytest.mark.parametrize("value", [0, 1, 136, 5_000, 12_345])
def test_the_scroll_bar_and_the_position_agree(value: int) -> None:
    strip = make(200)
    strip.show(value)
    assert abs(strip.value - value) <= 1


def test_reveal_moves_no_more_than_needed() -> None:
    strip = make(200)
    assert strip.reveal(1) == 0
    assert strip.reveal(5) > 0
    last = next(placed for placed in strip.visible() if placed.row == 5)
    assert last.y + last.body == HEIGHT
    strip.reveal(4)
    assert next(placed for placed in strip.visible() if placed.row == 5) == last
    strip.reveal(2)
    assert strip.visible()[0].row == 2
    strip.reveal(150)
    assert 150 in [placed.row for placed in strip.visible()]


def test_a_heading_that_turns_up_above_moves_no_card() -> None:
    leads = {3: 0}
    strip = Strip(lambda index: leads.get(index, 0), body, NOMINAL)
    strip.total, strip.height = 100, HEIGHT
    strip.jump(3, 40)
    before = [(placed.row, placed.y) for placed in strip.visible()]
    leads[3] = 28
    assert [(placed.row, placed.y) for placed in strip.visible()] == before


def test_span_tells_the_distance_of_a_near_move_only() -> None:
    strip = make(1000)
    strip.move(3_000)
    before = (strip.top, strip.offset)
    moved = strip.move(-777)
    assert strip.span(before) == moved
    strip.show(900 * NOMINAL)
    assert strip.span(before) is None
