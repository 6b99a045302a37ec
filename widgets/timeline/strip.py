"""Where a long list of rows of unequal height stands, without knowing the height of more than what is seen.

The truth is the row at the top and how far its card has moved above the edge; everything else follows from
the heights of nearby rows. A row is its card (``body``) and, above that, perhaps a day heading (``lead``).
"""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

# Rows that are worth measuring one by one; beyond that a move is a jump.
_NEAR = 64


class Placed(NamedTuple):
    """A visible row by number: where its card begins, how tall its heading and card are (pixels)."""

    row: int
    y: int
    lead: int
    body: int


class Strip:
    """The position in a list of ``total`` rows seen through ``height`` pixels.

    ``lead`` and ``body`` measure a row by number; ``known`` gives its height without measuring, as a guess
    if need be, so that the scroll bar costs nothing. ``offset`` counts from the top of the top row's card, so
    that a heading that turns up above it later moves nothing; it is negative while that heading is in view.
    """

    def __init__(
        self,
        lead: Callable[[int], int],
        body: Callable[[int], int],
        nominal: int,
        known: Callable[[int], int] | None = None,
    ) -> None:
        self._lead = lead
        self._body = body
        self._known = known or (lambda row: lead(row) + body(row))
        self.nominal = nominal
        self.total = 0
        self.height = 0
        self.top = 0
        self.offset = 0

    def visible(self) -> list[Placed]:
        """The rows that show at least one pixel, from the top."""
        found: list[Placed] = []
        index, y = self.top, -self.offset
        while index < self.total:
            lead = self._lead(index)
            if found:
                y += lead
            if y - lead >= self.height:
                break
            body = self._body(index)
            found.append(Placed(index, y, lead, body))
            y += body
            index += 1
        return found

    def move(self, pixels: int) -> int:
        """Scroll down (or up, below zero) and return by how much the content really moved."""
        if not self.total:
            return 0
        wanted = self.offset + pixels
        top, offset = self._settled(self.top, wanted)
        excess = self._gap_below(top, offset)
        if excess:
            top, offset = self._settled(top, offset - excess)
        short = 0
        if top == 0 and offset < -self._lead(0):
            short = -self._lead(0) - offset
            offset = -self._lead(0)
        self.top, self.offset = top, offset
        return pixels - excess + short

    def jump(self, index: int, offset: int | None = None) -> None:
        """Put a row at the top: its card ``offset`` pixels above the edge, or its heading just in view."""
        self.top = min(max(0, index), max(0, self.total - 1))
        self.offset = 0
        if self.total:
            self.offset = -self._lead(self.top) if offset is None else offset
            self.move(0)

    def reveal(self, index: int) -> int:
        """Scroll just enough to show a row whole; return by how much that moved the content."""
        if abs(index - self.top) > _NEAR:
            self.jump(index)
            return self.height
        if index < self.top or (index == self.top and self.offset > -self._lead(index)):
            return self.move(-self._distance(index, self.top) - self.offset - self._lead(index))
        below = self._distance(self.top, index) - self.offset + self._body(index) - self.height
        return self.move(below) if below > 0 else 0

    def span(self, start: tuple[int, int]) -> int | None:
        """How many pixels lie between an earlier (top, offset) and now; None when they are far apart."""
        top, offset = start
        if abs(self.top - top) > _NEAR:
            return None
        low, high = sorted((top, self.top))
        distance = self._distance(low, high)
        return (distance if self.top >= top else -distance) + self.offset - offset

    @property
    def value(self) -> int:
        """The position as a scroll bar's value: rows by their nominal height."""
        if not self.total:
            return 0
        lead = self._lead(self.top)
        share = (self.offset + lead) / max(1, lead + self._body(self.top))
        return round((self.top + share) * self.nominal)

    @property
    def maximum(self) -> int:
        """The scroll bar's value at the end of the list."""
        room = self.height
        index = self.total
        while index > 0:
            index -= 1
            whole = self._known(index)
            if whole >= room:
                return round((index + (whole - room) / whole) * self.nominal)
            room -= whole
        return 0

    def show(self, value: int) -> None:
        """Go where the scroll bar says."""
        if not self.total:
            return
        self.top = min(max(0, value // self.nominal), self.total - 1)
        lead = self._lead(self.top)
        share = value / self.nominal - self.top
        self.offset = round(min(share, 1.0) * (lead + self._body(self.top))) - lead
        self.move(0)

    def _settled(self, top: int, offset: int) -> tuple[int, int]:
        while offset >= self._body(top) and top + 1 < self.total:
            offset -= self._body(top) + self._lead(top + 1)
            top += 1
        while top > 0 and offset < -self._lead(top):
            offset += self._lead(top) + self._body(top - 1)
            top -= 1
        return top, offset

    def _gap_below(self, top: int, offset: int) -> int:
        """How many pixels of nothing would show between the end of the list and the lower edge."""
        bottom = -offset + self._body(top)
        index = top
        while bottom < self.height:
            index += 1
            if index >= self.total:
                return self.height - bottom
            bottom += self._lead(index) + self._body(index)
        return 0

    def _distance(self, low: int, high: int) -> int:
        """Pixels from the top of one card to the top of a later one."""
        return sum(self._body(index) + self._lead(index + 1) for index in range(low, high))
