"""Tells the community what the member did: the outbox, posts read, topics saved. What fails stays waiting."""

from __future__ import annotations

from collections.abc import Callable
from sqlite3 import Connection

from sync import sending
from sync.errors import AccessDenied, CommunityError, NotFound, Rejected, TooManyRequests
from sync.model import Changes
from sync.round import Round
from sync.store import known, marks

# Topics told about in one round; the rest waits for the next, so that fetching gets its share of the budget.
READS_AT_ONCE = 5
SAVES_AT_ONCE = 5


def send(round_: Round) -> None:
    """Send what waits.

    A fault of the network ends the round; one of the community leaves the item waiting.
    """
    sending.send(round_)
    can = round_.connector.can
    reads = round_.read(lambda conn: marks.pending_reads(conn, READS_AT_ONCE)) if can.read_state else []
    saves = round_.read(marks.pending_saves)[:SAVES_AT_ONCE] if can.bookmarks else []
    if reads or saves:
        round_.report("sending")
    for topic_id, numbers, milliseconds in reads:
        _send_reads(round_, topic_id, numbers, milliseconds)
    for topic_id, wanted in saves:
        _send_save(round_, topic_id, wanted)


def _send_reads(round_: Round, topic_id: int, numbers: list[int], milliseconds: int) -> None:
    def question() -> None:
        round_.connector.send_reads(topic_id, numbers, milliseconds)

    if _delivered(round_, question):
        round_.store.write(lambda conn: marks.reads_sent(conn, topic_id, numbers))


def _send_save(round_: Round, topic_id: int, wanted: bool) -> None:
    remote: int | None = None

    def question() -> None:
        nonlocal remote
        if wanted:
            remote = round_.connector.send_save(topic_id)
        else:
            bookmark = round_.read(lambda conn: marks.saved_remote_id(conn, topic_id))
            round_.connector.send_unsave(topic_id, bookmark)

    if _delivered(round_, question):
        round_.store.write(lambda conn: _save_sent(conn, topic_id, wanted, remote))
        round_.tally.add(Changes(topics=frozenset((topic_id,))))


def _save_sent(conn: Connection, topic_id: int, wanted: bool, remote: int | None) -> None:
    if known.saved(conn, topic_id) == wanted:
        marks.save_sent(conn, topic_id, remote)
        return
    # The member thought otherwise while it was on its way: note what was sent, and then what they want.
    before, after = (marks.save, marks.unsave) if wanted else (marks.unsave, marks.save)
    before(conn, topic_id)
    marks.save_sent(conn, topic_id, remote)
    after(conn, topic_id)


def _delivered(round_: Round, question: Callable[[], None]) -> bool:
    """Whether there is nothing left to send: told, or refused for good by the community itself.

    A refusal counts only from a community that still knows this member: Discourse also refuses a key that it
    no longer takes. Raises ``SignInNeeded`` then.
    """
    try:
        round_.ask(question)
    except (NotFound, AccessDenied):
        return round_.trust()
    except Rejected:
        return True
    except TooManyRequests:
        raise
    except CommunityError:
        return False
    round_.sent += 1
    return True
