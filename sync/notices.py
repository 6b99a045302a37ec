"""Asks the community what concerns the member in person: soon after new posts came, else now and then."""

from __future__ import annotations

from collections.abc import Callable
from sqlite3 import Connection

from sync import checks
from sync.connectors.base import Notice
from sync.errors import AccessDenied, AnswerTooLarge, NotFound, ServerFailed, UnreadableAnswer
from sync.model import Changes
from sync.round import Round
from sync.store import cursors
from sync.store import notices as rows

AT = "notices_at"
READ_WANTED = "notices_read_wanted"
_BEGUN = "notices_begun"
_REFUSED = "notices_refused"

_AFTER_NEWS_MS = 30_000
_PERIOD_MS = 5 * 60_000
# A key that may not ask today is asked for again tomorrow: scopes and plugins change.
_REFUSED_MS = 86_400_000
# Told to be read one by one in one round; the rest waits for the next.
_READ_AT_ONCE = 5


def due(round_: Round) -> bool:
    """Whether it is time to ask."""
    if not round_.connector.can.notices:
        return False
    if round_.cursor(_REFUSED) is not None and not round_.due(_REFUSED, _REFUSED_MS):
        return False
    news = round_.tally.count("posts_new") > 0 or round_.cursor(READ_WANTED) is not None
    return round_.due(AT, _AFTER_NEWS_MS if news else _PERIOD_MS)


def fetch(round_: Round) -> None:
    """Fetch what is new, and then tell the community what was read, if that waits.

    What is there at the very first time is history: nobody wants to be told of it one by one. That it was
    asked is noted, also when the community failed over it, which must not end round after round.
    """
    try:
        told = round_.ask(round_.connector.notices)
    except (AccessDenied, NotFound):
        _note(round_, AT)
        if round_.trust():
            _note(round_, _REFUSED)
        return
    except (ServerFailed, UnreadableAnswer, AnswerTooLarge):
        _note(round_, AT)
        raise
    first, now = round_.cursor(_BEGUN) is None, str(round_.now())

    def write(conn: Connection) -> Changes:
        new = rows.put(conn, told, int(now), quietly=first)
        cursors.put_all(conn, ((AT, now), (_BEGUN, "1"), (_REFUSED, None)))
        if not first and any(one.kind == "welcome" and one.remote_id in new for one in told):
            # The member was let in somewhere: have looked at what there is to see now.
            cursors.put_all(conn, ((checks.ACCESS_AT, None), (cursors.REGISTER_AT, None)))
        return Changes()

    round_.write(write)
    wanted = round_.cursor(READ_WANTED)
    if wanted is not None:
        _tell_read(round_, told, wanted)


def want_read(conn: Connection) -> None:
    """Have the community told that everything was seen, with the next round."""
    cursors.put(conn, READ_WANTED, str(int(cursors.get(conn, READ_WANTED) or 0) + 1))


def _tell_read(round_: Round, told: tuple[Notice, ...], wanted: str) -> None:
    """Tell what was read here: all at once, or one by one where something else came in since."""
    unread = {one.remote_id for one in told if not one.read}
    news = round_.read(lambda conn: rows.unread_here(conn, unread))
    ids: list[int | None] = [*sorted(unread - news)] if news else [None]
    try:
        for remote_id in ids[:_READ_AT_ONCE]:
            round_.ask(_reading(round_, remote_id))
    except (AccessDenied, NotFound):
        if not round_.trust():
            return
    if len(ids) <= _READ_AT_ONCE:
        round_.write(lambda conn: _told_read(conn, wanted))


def _reading(round_: Round, remote_id: int | None) -> Callable[[], None]:
    return lambda: round_.connector.send_notices_read(remote_id)


def _told_read(conn: Connection, wanted: str) -> Changes:
    # Unless the member read more while it was told.
    if cursors.get(conn, READ_WANTED) == wanted:
        cursors.put(conn, READ_WANTED, None)
    return Changes()


def _note(round_: Round, name: str) -> None:
    now = str(round_.now())
    round_.store.write(lambda conn: cursors.put(conn, name, now))
