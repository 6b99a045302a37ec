"""The time that goes into a text, of which the community is told: at the keys, and with the text open."""

from __future__ import annotations

import math
import time
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sync.store.drafts import Draft

# A longer pause is thinking, or lunch: not typing.
_PAUSE_MS = 5_000


class TypingTime:
    """True typing time in one field: the gaps between keys, those of five seconds and more left out."""

    def __init__(self) -> None:
        self.restart()

    @property
    def ms(self) -> int:
        """Milliseconds since ``restart``."""
        return math.ceil(round(self._total, 3))

    def restart(self) -> None:
        """Another text is in the field."""
        self._total = 0.0
        self._last_key: float | None = None

    def note_key(self) -> None:
        """A key was pressed that is typing."""
        now = time.monotonic() * 1000
        if self._last_key is not None and now - self._last_key < _PAUSE_MS:
            self._total += now - self._last_key
        self._last_key = now


class TimeSpent:
    """What one draft took: in the ``fields`` it is written in now, and before it was put aside."""

    def __init__(self, *fields: TypingTime) -> None:
        self._fields = fields
        self._typed_before = self._open_before = 0
        self._since = time.monotonic()

    def begin(self, draft: Draft) -> None:
        """Go on with a draft, whose text was just put in the fields."""
        self._typed_before, self._open_before = draft.typing_ms, draft.open_ms
        self._since = time.monotonic()
        for field in self._fields:
            field.restart()

    def so_far(self) -> dict[str, int]:
        """What of a draft tells it, in milliseconds."""
        typed = sum(field.ms for field in self._fields)
        opened = round((time.monotonic() - self._since) * 1000)
        return {"typing_ms": self._typed_before + typed, "open_ms": self._open_before + opened}
