"""From what came back over HTTP to the error tree: the one place where an outcome gets its name."""

from __future__ import annotations

import json
import socket
import ssl
from collections.abc import Iterable
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from itertools import islice
from typing import Any, NamedTuple

import httpx

from sync.errors import (
    AccessDenied,
    CertificateRejected,
    ConnectionLost,
    InterceptedAnswer,
    NetworkError,
    NotACommunity,
    NotFound,
    ProxyFailed,
    Rejected,
    ServerFailed,
    SignInNeeded,
    StamtafelError,
    TimedOut,
    TooManyRequests,
    Unreachable,
    UnreadableAnswer,
)
from sync.markup_text import without_unseen

# What a community's 429 means when it does not say how long.
DEFAULT_WAIT = 30.0
LONGEST_WAIT = 86_400.0
_MOST_REASONS, _LONGEST_REASON = 5, 500

Facts = dict[str, str | int | float | None]


class Answer(NamedTuple):
    """A whole answer. ``content_type`` is without parameters; ``date`` is the server's clock (ms)."""

    status: int
    content_type: str
    etag: str | None
    date: int | None
    retry_after: str | None
    body: bytes


def refusal(answer: Answer, facts: Facts) -> StamtafelError | None:
    """The error that a status means, or ``None`` for a success (2xx, 304).

    A page where Discourse would answer in JSON comes from something in between, or from another kind of site,
    and is never taken for the community's own word.
    """
    status = answer.status
    if status < 300 or status == 304:
        return None
    if status == 429:
        return TooManyRequests(retry_after=seconds_to_wait(answer), **facts)
    if status >= 500:
        return ServerFailed(**facts)
    if status == 407:
        return ProxyFailed(**facts)
    told = reasons(answer)
    if told is None:
        return NotACommunity(**facts) if status in (404, 410) else InterceptedAnswer(**facts)
    if status == 401:
        return SignInNeeded(**facts)
    if status == 403:
        return SignInNeeded(**facts) if _not_logged_in(answer) else AccessDenied(**facts)
    if status in (404, 410):
        return NotFound(**facts)
    return Rejected(reasons=told, **facts)


def parsed(answer: Answer, facts: Facts) -> Any:
    """A success's JSON. Raises ``InterceptedAnswer`` for a page, ``UnreadableAnswer`` for anything else."""
    if not answer.body.strip():
        return None
    if _is_page(answer):
        raise InterceptedAnswer(**facts)
    try:
        return json.loads(answer.body)
    except (ValueError, RecursionError) as cause:
        raise UnreadableAnswer(**facts) from cause


def reasons(answer: Answer) -> tuple[str, ...] | None:
    """What a refusal says (``errors`` or ``message`` of its JSON); ``None`` when it is no JSON."""
    told = None if _is_page(answer) else _object(answer)
    if told is None:
        return None
    errors = told.get("errors") or told.get("message") or told.get("error")
    return sentences(errors if isinstance(errors, list) else [errors])


def sentences(told: Iterable[object]) -> tuple[str, ...]:
    """The server's own sentences, each on one line, without what does not show, and not without end."""
    found = (" ".join(without_unseen(one[:_LONGEST_REASON]).split()) for one in told if isinstance(one, str))
    return tuple(islice(filter(None, found), _MOST_REASONS))


def seconds_to_wait(answer: Answer) -> float:
    """How long a 429 asks to wait: ``Retry-After`` (seconds or a date) or ``extras.wait_seconds``."""
    told = _retry_after(answer) or _wait_seconds(answer) or DEFAULT_WAIT
    return min(max(1.0, told), LONGEST_WAIT)


def failure(cause: Exception, facts: Facts) -> StamtafelError:
    """The error for an exception of httpx."""
    root = _root(cause)
    if isinstance(cause, httpx.ProxyError):
        return ProxyFailed(**facts)
    if isinstance(root, ssl.SSLCertVerificationError):
        return CertificateRejected(**facts, reason=root.verify_message)
    if isinstance(cause, httpx.TimeoutException):
        return Unreachable(**facts) if isinstance(cause, httpx.ConnectTimeout) else TimedOut(**facts)
    if isinstance(root, socket.gaierror):
        return Unreachable(**facts, reason="name not found")
    if isinstance(cause, httpx.ConnectError):
        return Unreachable(**facts, reason=type(root).__name__)
    if isinstance(cause, (httpx.DecodingError, httpx.LocalProtocolError)):
        return UnreadableAnswer(**facts)
    if isinstance(cause, httpx.TransportError):
        return ConnectionLost(**facts)
    return NetworkError(**facts)


def moment(text: str | None) -> int | None:
    """An HTTP date as milliseconds since 1970, or ``None``."""
    if not text:
        return None
    try:
        when = parsedate_to_datetime(text)
    except (ValueError, OverflowError):
        return None
    if when.tzinfo is None:
        when = when.replace(tzinfo=UTC)
    return int(when.timestamp() * 1000)


def _is_page(answer: Answer) -> bool:
    return "html" in answer.content_type or answer.body.lstrip()[:1] == b"<"


def _object(answer: Answer) -> dict[str, Any] | None:
    try:
        told = json.loads(answer.body)
    except (ValueError, RecursionError):
        return None
    return told if isinstance(told, dict) else None


def _not_logged_in(answer: Answer) -> bool:
    return (_object(answer) or {}).get("error_type") == "not_logged_in"


def _retry_after(answer: Answer) -> float | None:
    text = (answer.retry_after or "").strip()
    if text.isascii() and text.isdigit():
        return float(text)
    when = moment(text)
    if when is None:
        return None
    now = answer.date if answer.date is not None else int(datetime.now(UTC).timestamp() * 1000)
    return (when - now) / 1000


def _wait_seconds(answer: Answer) -> float | None:
    extras = (_object(answer) or {}).get("extras")
    told = extras.get("wait_seconds") if isinstance(extras, dict) else None
    # Not a number, without end, or too large to be a number of seconds: as good as not told.
    return float(told) if isinstance(told, (int, float)) and 0 < told <= LONGEST_WAIT else None


def _root(cause: BaseException) -> BaseException:
    seen = cause
    while True:
        deeper = seen.__cause__ or seen.__context__
        if deeper is None or isinstance(seen, (ssl.SSLError, socket.gaierror)):
            return seen
        seen = deeper
