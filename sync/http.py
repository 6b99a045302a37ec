"""The way to the network: one blocking client per account, with a deadline, a cap and the error tree."""

from __future__ import annotations

import logging
import time
import zlib
from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple
from urllib.parse import urlsplit

import httpx

from sync.answers import Answer, Facts, failure, moment, parsed, refusal
from sync.budget import Budget
from sync.errors import (
    AnswerTooLarge,
    ConnectionLost,
    InterceptedAnswer,
    NotACommunity,
    PlainHttpRefused,
    StamtafelError,
    UnreadableAnswer,
)
from sync.markup_links import host_and_port
from sync.transport import (
    CONNECT_SECONDS,
    Connections,
    Deadline,
    deadline,
    is_loopback,
    proxy_for,
    transport,
)
from sync.work import current

VERSION = "0.1.0"
DEADLINE_SECONDS = 30.0
BODY_CAP = 10 * 1024 * 1024
REDIRECTS = 3

log = logging.getLogger("stamtafel.http")

Params = Mapping[str, str | int | list[int] | list[str]]


class Reply(NamedTuple):
    """A successful answer's JSON. ``unchanged``: the validator sent along still holds; there is no JSON."""

    json: Any
    etag: str | None
    unchanged: bool


class Http:
    """One client for one community; may be used from several threads.

    ``url`` is the community's address (https, or http on loopback). ``headers`` go only to that address, on
    every request. ``budget`` (a default one without it) is taken from before every request. ``proxy`` is as
    in ``proxy_for``. All waits look at the current ``Work``. ``server_time`` is the community's clock (ms)
    at its last answer.

    Every call raises from ``sync.errors``: a fault on the way, a refusal of the community, or ``Stopped``.
    """

    def __init__(
        self,
        url: str,
        *,
        headers: Mapping[str, str] | None = None,
        budget: Budget | None = None,
        proxy: str | None = None,
        deadline_seconds: float = DEADLINE_SECONDS,
        body_cap: int = BODY_CAP,
    ) -> None:
        self.url = base_address(url)
        self.budget = budget or Budget()
        self.server_time: int | None = None
        self._deadline_seconds = deadline_seconds
        self._body_cap = body_cap
        self._headers = {
            "User-Agent": f"Stamtafel/{VERSION}",
            "Accept-Encoding": "gzip",
            **(headers or {}),
        }
        timeout = httpx.Timeout(deadline_seconds, connect=CONNECT_SECONDS)
        self._extensions = {"timeout": timeout.as_dict()}
        self._connections = Connections(transport(proxy_for(self.url, proxy)))

    def get(self, path: str, params: Params | None = None, *, etag: str | None = None) -> Reply:
        """The JSON at ``path``. With ``etag`` the question is conditional."""
        headers = {"Accept": "application/json"}
        if etag:
            headers["If-None-Match"] = etag
        return self._json("GET", path, params=params, headers=headers)

    def post(
        self,
        path: str,
        form: Params,
        *,
        headers: Mapping[str, str] | None = None,
        seconds: float | None = None,
    ) -> Reply:
        """Send a form to ``path``; ``seconds`` replaces the overall deadline."""
        return self._json("POST", path, form=form, headers=headers, seconds=seconds)

    def upload(self, path: str, form: Params, name: str, kind: str, content: bytes) -> Reply:
        """Send a file called ``name``, of the MIME type ``kind``, as the field ``file`` of a form."""
        return self._json("POST", path, form=form, file=(name, content, kind))

    def put(self, path: str, form: Params | None = None) -> Reply:
        """Send a form to ``path`` as a replacement."""
        return self._json("PUT", path, form=form or {})

    def delete(self, path: str, params: Params | None = None) -> Reply:
        """Remove what is at ``path``."""
        return self._json("DELETE", path, params=params)

    def download(self, url: str, *, budget: Budget | None = None) -> bytes:
        """The bytes at an absolute address of the community's own host. ``budget`` replaces the client's own.

        Raises ``NotACommunity`` for any other host: the client's headers carry the key.
        """
        if origin(url) != origin(self.url):
            raise NotACommunity(host=urlsplit(url).hostname or "")
        wish = {"headers": {**self._headers, "Accept": "image/*"}}
        answer, facts = self._follow("GET", url, wish, budget or self.budget)
        if error := refusal(answer, facts):
            raise error
        if "html" in answer.content_type:
            raise InterceptedAnswer(**facts)
        return answer.body

    def close(self) -> None:
        """Close the connections. Requests of other threads end with ``Stopped`` within a moment, later ones
        at once."""
        self._connections.close()

    def _json(
        self,
        method: str,
        path: str,
        *,
        params: Params | None = None,
        form: Params | None = None,
        file: tuple[str, bytes, str] | None = None,
        headers: Mapping[str, str] | None = None,
        seconds: float | None = None,
    ) -> Reply:
        wish: dict[str, Any] = {"headers": {**self._headers, **(headers or {"Accept": "application/json"})}}
        if params is not None:
            wish["params"] = dict(params)
        if form is not None:
            wish["data"] = dict(form)
        if file is not None:
            wish["files"] = {"file": file}
        answer, facts = self._follow(method, self.url + path, wish, self.budget, seconds)
        if error := refusal(answer, facts):
            raise error
        if answer.status == 304:
            return Reply(None, answer.etag, True)
        return Reply(parsed(answer, facts), answer.etag, False)

    def _follow(
        self,
        method: str,
        url: str,
        wish: dict[str, Any],
        budget: Budget,
        seconds: float | None = None,
    ) -> tuple[Answer, Facts]:
        """Ask, following redirects within the community's own origin: the key goes nowhere else."""
        for _ in range(REDIRECTS + 1):
            budget.take()
            answer, facts, location = self._once(method, url, wish, seconds)
            if location is None:
                return answer, facts
            target = _joined(url, location)
            if target is None or origin(target) != origin(self.url) or method != "GET":
                raise InterceptedAnswer(**facts, host=target and urlsplit(target).hostname)
            url = target
            wish = {key: value for key, value in wish.items() if key != "params"}
        raise InterceptedAnswer(**facts)

    def _once(
        self, method: str, url: str, wish: dict[str, Any], seconds: float | None
    ) -> tuple[Answer, Facts, str | None]:
        facts: Facts = {"method": method, "path": urlsplit(url).path}
        began = time.monotonic()
        work = current()
        bound = Deadline(began + (seconds or self._deadline_seconds), work, self._connections.closing)
        token = deadline.set(bound)
        work.requests += 1
        try:
            request = httpx.Request(method, url, **wish, extensions=self._extensions)
            with self._connections.answer(request) as response:
                facts |= {
                    "status": response.status_code,
                    "type": response.headers.get("content-type", "").partition(";")[0].strip().lower()[:80],
                }
                body = self._body(response, bound, facts)
                answer = self._answer(response, body, facts)
                # The community's clock decides what is old: this machine's may jump.
                self.server_time = answer.date or self.server_time
                location = response.headers.get("location") if response.has_redirect_location else None
                return answer, facts, location
        except StamtafelError as error:
            error.facts = {**facts, **error.facts}
            raise
        except (httpx.HTTPError, httpx.InvalidURL, OSError) as cause:
            raise failure(cause, facts) from cause
        finally:
            deadline.reset(token)
            facts["milliseconds"] = round((time.monotonic() - began) * 1000)
            log.debug("%s", facts)

    def _body(self, response: httpx.Response, bound: Deadline, facts: Facts) -> bytes:
        """The decoded body, never more than the cap in memory however well it is packed."""
        told = response.headers.get("content-length", "")
        if told.isdigit() and int(told) > self._body_cap:
            raise AnswerTooLarge(size=int(told))
        pieces = []
        size = 0
        for piece in self._decoded(response):
            bound.left()
            size += len(piece)
            if size > self._body_cap:
                raise AnswerTooLarge(size=size)
            pieces.append(piece)
        facts["size"] = size
        return b"".join(pieces)

    def _decoded(self, response: httpx.Response) -> Iterator[bytes]:
        encoding = response.headers.get("content-encoding", "identity").strip().lower()
        if encoding in ("", "identity"):
            yield from response.iter_raw()
            return
        if encoding not in ("gzip", "x-gzip"):
            raise UnreadableAnswer(encoding=encoding)
        unpacker = zlib.decompressobj(wbits=31)
        # One byte over the cap is enough to know.
        room = self._body_cap + 1
        try:
            for chunk in response.iter_raw():
                piece = unpacker.decompress(chunk, room)
                room -= len(piece)
                yield piece
                if room <= 0:
                    return
        except zlib.error as cause:
            raise UnreadableAnswer(encoding=encoding) from cause
        if not unpacker.eof:
            raise ConnectionLost

    def _answer(self, response: httpx.Response, body: bytes, facts: Facts) -> Answer:
        headers = response.headers
        return Answer(
            status=response.status_code,
            content_type=str(facts.get("type") or ""),
            etag=headers.get("etag"),
            date=moment(headers.get("date")),
            retry_after=headers.get("retry-after"),
            body=body,
        )


def base_address(url: str) -> str:
    """A community's address in one form: scheme and host in lower case, no trailing slash, query or fragment.

    An international host is in punycode, and the scheme's own port is left out. A bare host name is taken as
    https. Raises ``NotACommunity`` when it is no web address, ``PlainHttpRefused`` for http to anything but
    loopback.
    """
    text = url.strip()
    try:
        parts = urlsplit(text if "://" in text else f"https://{text}")
        address = host_and_port(parts)
    except ValueError:
        raise NotACommunity from None
    if parts.scheme not in ("http", "https") or parts.username is not None:
        raise NotACommunity
    host = parts.hostname or ""
    if parts.scheme == "http" and not is_loopback(host):
        raise PlainHttpRefused(host=host)
    return f"{parts.scheme}://{address}{parts.path.rstrip('/')}"


def origin(url: str) -> tuple[str, str, int]:
    """Scheme, host and port of an address: what the key may be sent to."""
    parts = urlsplit(url)
    port = parts.port or {"https": 443, "http": 80}.get(parts.scheme, 0)
    return parts.scheme, parts.hostname or "", port


def _joined(url: str, location: str) -> str | None:
    """Where a redirect leads; ``None`` when that is no address."""
    try:
        target = str(httpx.URL(url).join(location))
        origin(target)
    except (httpx.InvalidURL, ValueError):
        return None
    return target
