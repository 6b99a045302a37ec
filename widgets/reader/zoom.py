"""The sizes that the text of the reader goes through."""

from __future__ import annotations

STEPS = (80, 90, 100, 110, 125, 150, 175, 200)


def bounded(percent: int) -> int:
    """A size in percent that the reader can show."""
    return min(max(percent, STEPS[0]), STEPS[-1])


def stepped(percent: int, steps: int) -> int:
    """The size so many steps larger, or smaller, than the one nearest to ``percent``."""
    nearest = min(range(len(STEPS)), key=lambda index: abs(STEPS[index] - percent))
    return STEPS[min(max(nearest + steps, 0), len(STEPS) - 1)]
