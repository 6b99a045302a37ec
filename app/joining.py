"""Groups as screens use them: read, joined, left, and looked at. Blocks: for the background."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import quote

from app import audience, groups, members, share
from app.audience import Audience, Reader
from app.groups import GroupCard
from app.members import Members
from sync import outbox
from sync.store import outbox as items
from sync.store import topics, view_counts
from sync.store.rows import Place, Where

if TYPE_CHECKING:
    from collections.abc import Callable
    from sqlite3 import Connection

    from app.client import Client
    from sync.model import Changes
    from sync.outbox import Item

_UNANSWERED = "kind:question is:unanswered"


class Opened(NamedTuple):
    """A group with who reads along, who of them is ``new`` since the member last looked, and what waits for
    an answer there: where those questions are, and how many. ``members`` are those of an open group."""

    card: GroupCard
    audience: Audience
    new: tuple[Reader, ...]
    unanswered: Place
    questions: int
    members: Members | None


class Joining:
    """Reads groups of ``client`` and puts in the outbox what the member wants of them. ``clock`` in ms."""

    def __init__(self, client: Client, clock: Callable[[], int]) -> None:
        self._client = client
        self._clock = clock

    def cards(self) -> list[GroupCard]:
        """Every group, the member's own first."""
        with self._client.store.reading() as conn:
            return groups.cards(conn, self._clock())

    def opened(self, group_id: int) -> Opened | None:
        """One group with all there is to say of it; ``None`` when it is not known here."""
        with self._client.store.reading() as conn:
            card = groups.card(conn, group_id, self._clock())
            if card is None:
                return None
            place = self._unanswered(conn, group_id)
            return Opened(
                card,
                audience.of_group(conn, group_id),
                audience.new_since_seen(conn, group_id),
                place,
                topics.count(conn, place, "newest"),
                members.of_group(conn, group_id),
            )

    def join(self, card: GroupCard) -> Item | None:
        """Become a member, or stay one that was leaving; ``None`` when that leaves nothing to send."""
        return share.join(self._client.store, card.group_id, card.remote_name)

    def leave(self, card: GroupCard) -> Item | None:
        """Leave, or do not join after all; ``None`` when that leaves nothing to send."""
        wait_ms = outbox.UNDO_MS
        return share.leave(self._client.store, card.group_id, card.remote_name, wait_ms=wait_ms)

    def ask(self, card: GroupCard, reason: str) -> Item | None:
        """Ask the owners to be let in."""
        return share.ask_to_join(self._client.store, card.group_id, card.remote_name, reason)

    def stay(self, card: GroupCard, left: Item | None) -> bool:
        """Undo leaving, which put ``left`` in the outbox; whether that was still possible.

        A closed group that has heard of it does not take one back without being asked.
        """
        if left is not None and card.closed:
            with self._client.store.reading() as conn:
                if items.among(conn, left.item_id, "queued") is None:
                    return False
        self.join(card)
        return True

    def take_back(self, item: Item) -> bool:
        """Do not send what was put in the outbox after all; whether there was time for that."""
        now = self._clock()
        return self._client.store.write(lambda conn: outbox.discard(conn, item.item_id, now))

    def looked(self, group_id: int) -> None:
        """The member saw who reads along in a group."""
        now = self._clock()
        self._client.store.write(lambda conn: audience.note_seen(conn, group_id, now))

    def fetch(self, group_id: int, stop: Callable[[], bool] | None = None) -> Changes:
        """Ask the community who reads along in a group now. Raises the network's errors."""
        return self._client.refresh_audience(group_id, stop)

    def fetch_members(self, group_id: int, stop: Callable[[], bool] | None = None) -> Changes:
        """Ask the community who is in an open group, unless lately. Raises the network's errors."""
        return self._client.refresh_members(group_id, stop)

    def address(self, card: GroupCard) -> str:
        """Where a group is on the web: its topics, or its members when those cannot be seen."""
        community = self._client.account.url.rstrip("/")
        if card.visible:
            return f"{community}/c/{quote(card.slug or '-', safe='')}/{card.group_id}"
        return f"{community}/g/{quote(card.remote_name, safe='')}"

    def _unanswered(self, conn: Connection, group_id: int) -> Place:
        """The questions of a group without an answer, by the query language as it is at this moment."""
        from app.filters.parse import parse
        from app.filters.sql import compile_query

        known = self._client.judge.known(conn)
        query = compile_query(
            conn, parse(_UNANSWERED), now=known.now, me=known.me, last_visit=known.last_visit
        )
        everywhere = Place("group", group_id, Where(query.condition.sql, query.condition.values))
        return view_counts.narrowed(everywhere, "group", group_id)
