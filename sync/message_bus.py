"""Waits for something to happen in the community instead of asking again and again, where that is allowed."""

from __future__ import annotations

from sync.connectors.base import Connector
from sync.errors import AccessDenied, NotACommunity, NotFound, Rejected, SignInNeeded, TimedOut
from sync.work import current

# A poll costs a request: it waits for the platform's own long poll to end, and leaves the rest to the rounds.
SPARE = 4
MARGIN_SECONDS = 5.0


class MessageBus:
    """Listens on behalf of one account, on the thread that calls ``wait``."""

    def __init__(self, connector: Connector) -> None:
        self.connector = connector
        self.allowed = connector.can.live
        self._positions: dict[str, int] = {}

    def wait(self, seconds: float) -> frozenset[str]:
        """Wait at most ``seconds`` for news; returns the channels that moved, empty when nothing happened.

        The first call asks where the channels stand and returns at once. Once the platform has said that
        this key may not listen, or while the budget is needed for rounds, ``wait`` only waits. Raises
        network errors, ``TooManyRequests``, and ``Stopped``.
        """
        budget = self.connector.budget
        if not self.allowed or budget.free() < SPARE or budget.spare_today() <= 0:
            budget.pause(seconds)
            return frozenset()
        current().check()
        try:
            moved = self.connector.listen(self._positions, seconds + MARGIN_SECONDS)
        except TimedOut:
            return frozenset()
        except (AccessDenied, NotFound, NotACommunity, Rejected, SignInNeeded):
            self.allowed = False
            return frozenset()
        self._positions = moved.positions
        return moved.channels
