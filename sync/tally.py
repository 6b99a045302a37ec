"""Adds up what a long round changed: sets that grow, as joining frozen ones would cost more every page."""

from __future__ import annotations

from sync.model import Changes


class Tally:
    """What changed in all, and what changed since the last time it was asked."""

    def __init__(self) -> None:
        self._all: dict[str, set[int | str]] = {name: set() for name in Changes.__slots__}
        self._recent = Changes()

    def add(self, changes: Changes) -> None:
        """Count ``changes`` in."""
        if not changes:
            return
        for name, ids in self._all.items():
            ids.update(getattr(changes, name))
        self._recent |= changes

    def count(self, name: str) -> int:
        """How many ids changed under one of the names of ``Changes``."""
        return len(self._all[name])

    def recent(self) -> Changes:
        """What changed since this was asked last."""
        recent, self._recent = self._recent, Changes()
        return recent

    def changes(self) -> Changes:
        """What changed in all."""
        return Changes(*(frozenset(ids) for ids in self._all.values()))  # type: ignore[arg-type]
