"""Asks the community what concerns the member in person: soon after new posts came, else now and then."""

from __future__ import annotations

from sqlite3 import Connection

from sync.errors import AccessDenied, NotFound
from sync.model import Changes
from sync.round import Round
from sync.store import cursors
from sync.store import notices as rows

AT = "notices_at"
READ_WANTED = "notices_read_wanted"
_REFUSED = "notices_refused"

_AFTER_NEWS_MS = 30_000
_PERIOD_MS = 5 * 60_000
# A key that may not ask today is asked for again tomorrow: scopes and plugins change.
_REFUSED_MS = 86_400_000


def due(round_: Round) -> bool:
    """Whether it is time to ask."""
    if not round_.connector.can.notices:
        return False
    if round_.cursor(_REFUSED) is not None and not round_.due(_REFUSED, _REFUSED_MS):
        return False
    news = round_.tally.count("posts_new") > 0 or round_.cursor(READ_WANTED) is not None
    return round_.due(AT, _AFTER_NEWS_MS if news else _PERIOD_MS)


def fetch(round_: Round) -> None:
    """Tell the community what was read, if that waits, and fetch what is new.

    What is there at the very first time is history: nobody wants to be told of it one by one.
    """
    try:
        if round_.cursor(READ_WANTED) is not None:
            round_.ask(round_.connector.send_notices_read)
            round_.write(lambda conn: _note(conn, READ_WANTED, None))
        told = round_.ask(round_.connector.notices)
    except (AccessDenied, NotFound):
        refused = str(round_.now())
        round_.write(lambda conn: _note(conn, _REFUSED, refused))
        return
    first, now, here = round_.cursor(AT) is None, round_.now(), round_.wall()

    def write(conn: Connection) -> Changes:
        rows.put(conn, told, here, quietly=first)
        _note(conn, _REFUSED, None)
        return _note(conn, AT, str(now))

    round_.write(write)


def want_read(conn: Connection) -> None:
    """Have the community told that everything was seen, with the next round."""
    cursors.put(conn, READ_WANTED, "1")


def _note(conn: Connection, name: str, value: str | None) -> Changes:
    cursors.put(conn, name, value)
    return Changes()
