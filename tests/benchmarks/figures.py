"""One row of the table of speed: what was measured, what it must reach, and how it is shown."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple


class Row(NamedTuple):
    """A figure and its bound, both in ``unit``; ``details`` are the figures it was made of."""

    name: str
    what: str
    value: float
    bound: float
    unit: str
    how: str
    details: dict[str, float]

    @property
    def holds(self) -> bool:
        """Whether the figure is within its bound."""
        return self.value <= self.bound

    def document(self) -> dict[str, Any]:
        """The row for ``--json``."""
        return {**self._asdict(), "holds": self.holds}


def table(rows: Sequence[Row]) -> str:
    """All rows as text, one line each, with how they were measured below them."""
    width = max(len(row.what) for row in rows)
    lines = []
    for row in rows:
        verdict = "ok   " if row.holds else "SHORT"
        reached = f"{_number(row.value):>8} of at most {_number(row.bound)} {row.unit}"
        lines.append(f"{verdict}  {row.what:<{width}}  {reached}")
    lines.append("")
    for row in rows:
        details = ", ".join(f"{name} {_number(value)}" for name, value in row.details.items())
        lines.append(f"{row.what}: {row.how}" + (f" ({details})" if details else ""))
    return "\n".join(lines)


def _number(value: float) -> str:
    if value == int(value):
        return f"{int(value):,}"
    return f"{value:.2f}" if value < 100 else f"{value:,.0f}"
