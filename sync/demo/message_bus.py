"""The message bus: numbered messages per channel, and polls that wait until one arrives."""

from __future__ import annotations

import asyncio
import contextlib
import threading
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

KEPT_PER_CHANNEL = 1000


@dataclass(frozen=True)
class Message:
    """One message; `category_id` limits it to members who see that category."""

    global_id: int
    message_id: int
    channel: str
    data: Mapping[str, Any]
    category_id: int | None


class MessageBus:
    """Publishing from any thread; waiting on the server's event loop."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._channels: dict[str, list[Message]] = defaultdict(list)
        self._last_ids: dict[str, int] = defaultdict(int)
        self._global_id = 0
        self._listeners: set[tuple[asyncio.AbstractEventLoop, asyncio.Event]] = set()
        self._closed = False

    def publish(self, channel: str, data: Mapping[str, Any], category_id: int | None = None) -> None:
        """Add a message and wake every waiting poll."""
        with self._lock:
            self._global_id += 1
            self._last_ids[channel] += 1
            message = Message(self._global_id, self._last_ids[channel], channel, data, category_id)
            self._channels[channel] = [*self._channels[channel][1 - KEPT_PER_CHANNEL :], message]
        self._wake()

    def close(self) -> None:
        """Let every waiting poll answer now; the server stops."""
        self._closed = True
        self._wake()

    def _wake(self) -> None:
        with self._lock:
            listeners = list(self._listeners)
        for loop, event in listeners:
            if not loop.is_closed():
                loop.call_soon_threadsafe(event.set)

    def last_id(self, channel: str) -> int:
        """The number of the newest message of a channel, 0 when it has none."""
        with self._lock:
            return self._last_ids[channel]

    def backlog(self, positions: Mapping[str, int], category_ids: frozenset[int]) -> list[dict[str, Any]]:
        """Messages after the given position of each channel that a member may see, oldest first.

        A position below zero asks, as in Discourse, only for the channel's current number (in /__status).
        """
        found: list[Message] = []
        status: dict[str, int] = {}
        with self._lock:
            for channel, position in positions.items():
                if position < 0:
                    status[channel] = self._last_ids[channel]
                    continue
                found += [m for m in self._channels[channel] if m.message_id > position]
        visible = [m for m in found if m.category_id is None or m.category_id in category_ids]
        answers: list[dict[str, Any]] = [
            {"global_id": m.global_id, "message_id": m.message_id, "channel": m.channel, "data": dict(m.data)}
            for m in sorted(visible, key=lambda m: m.global_id)
        ]
        if status:
            answers.append({"global_id": -1, "message_id": -1, "channel": "/__status", "data": status})
        return answers

    async def collect(
        self, positions: Mapping[str, int], category_ids: frozenset[int], seconds: float
    ) -> list[dict[str, Any]]:
        """As `backlog`, but waits up to `seconds` until there is something to tell."""
        loop = asyncio.get_running_loop()
        listener, end = (loop, asyncio.Event()), loop.time() + seconds
        with self._lock:
            self._listeners.add(listener)
        try:
            while True:
                listener[1].clear()
                messages, left = self.backlog(positions, category_ids), end - loop.time()
                if messages or left <= 0 or self._closed:
                    return messages
                with contextlib.suppress(TimeoutError):
                    await asyncio.wait_for(listener[1].wait(), left)
        finally:
            with self._lock:
                self._listeners.discard(listener)
