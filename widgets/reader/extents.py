"""How high the items of a topic are: measured once seen, estimated before. No Qt, only arithmetic."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate


class Extents:
    """Heights in pixels by index, and the positions that follow from them."""

    def __init__(self, heights: Sequence[int] = ()) -> None:
        self._heights = list(heights)
        self._tops: list[int] | None = None

    def __len__(self) -> int:
        return len(self._heights)

    def height(self, index: int) -> int:
        """The height of one item."""
        return self._heights[index]

    def put(self, index: int, height: int) -> None:
        """An item was measured."""
        if self._heights[index] != height:
            self._heights[index] = height
            self._tops = None

    def top(self, index: int) -> int:
        """Where an item begins; the index after the last is where everything ends."""
        if self._tops is None:
            self._tops = list(accumulate(self._heights, initial=0))
        return self._tops[index]

    @property
    def total(self) -> int:
        """The height of all items together."""
        return self.top(len(self._heights))

    def at(self, y: int) -> tuple[int, int]:
        """The item at ``y`` and how far into it that is; beyond the ends, the nearest item."""
        if not self._heights:
            return 0, 0
        y = min(max(y, 0), max(self.total - 1, 0))
        tops = self._tops or [0]
        index = min(bisect_right(tops, y) - 1, len(self._heights) - 1)
        return index, y - tops[index]
