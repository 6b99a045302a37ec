"""Who can read what is written in a group, as far as the community told."""

from __future__ import annotations

from sqlite3 import Connection
from typing import NamedTuple


class Readers(NamedTuple):
    """How many people, of how many organisations; ``as_of`` (ms) and ``complete`` say how sure that is."""

    readers: int
    organisations: int
    as_of: int | None
    complete: bool


_COUNT = "SELECT count(*), count(DISTINCT nullif(m.organisation, '')) FROM"


def of_group(conn: Connection, group_id: int) -> Readers:
    """The readers of a group by name; 0 when the community did not tell any."""
    query = f"{_COUNT} group_readers AS r LEFT JOIN members AS m USING (member_id) WHERE r.group_id = ?"
    readers, organisations = conn.execute(query, (group_id,)).fetchone()
    facts = "SELECT fetched_at, complete FROM group_facts WHERE group_id = ?"
    as_of, complete = conn.execute(facts, (group_id,)).fetchone() or (None, 0)
    return Readers(readers, organisations, as_of, bool(complete))


def of_community(conn: Connection) -> Readers:
    """Everyone who is known; the community's own list of members may be longer."""
    readers, organisations = conn.execute(f"{_COUNT} members AS m WHERE m.member_id > 0").fetchone()
    return Readers(readers, organisations, None, False)
