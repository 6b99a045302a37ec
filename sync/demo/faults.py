"""Misbehaviour on request: what the server does wrong, and on which paths.

A faults file is a JSON list of objects whose names are the fields of `Fault`, for example

    [{"path": "/posts.json", "status": 503, "times": 2},
     {"path": "/t/*", "delay": 5.0},
     {"path": "^/uploads/.*[.]png$", "drop": true}]
"""

from __future__ import annotations

import asyncio
import fnmatch
import gzip
import io
import json
import re
import threading
from collections.abc import Awaitable, Callable, Iterator
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any

from starlette.types import ASGIApp, Message, Receive, Scope, Send

LOGIN_PAGE = (
    '<!doctype html><html><head><title>Inloggen</title></head><body><form method="post" action="/login">'
    '<h1>Inloggen op het bedrijfsnetwerk</h1><input name="user"><input name="password" type="password">'
    "</form></body></html>"
)
BAD_JSON = b'{"latest_posts": [{"id": 1, "raw": "half'
MEGABYTE = 1024 * 1024


@dataclass
class Fault:
    """One thing that goes wrong.

    `path` is a glob over the path without query ("/t/*.json"), or a regular expression if it starts with "^".
    `method` limits it to one method, `times` to that many requests, `skip` lets that many pass first.
    `delay` (seconds) may stand alone or before another fault. `after_commit` lets the server work first
    (a post is stored) and then spoils the reply. At most one of these decides the reply:

    - `status`, with `body`, `content_type` and `retry_after` (seconds)
    - `truncate`: only that many bytes of the true reply arrive
    - `bad_json`, or `login_page`: the HTML of a company's sign-in page
    - `trickle`: a byte of the true reply every so many milliseconds, or of nothing for ever with `endless`
    - `drop`: the connection breaks without a byte
    - `huge`: so many megabytes of JSON; with `gzip` they only appear when decoded
    - `content_type` alone: the true reply with that header
    """

    path: str
    method: str | None = None
    times: int | None = None
    skip: int = 0
    delay: float = 0.0
    after_commit: bool = False
    status: int | None = None
    body: str | None = None
    content_type: str | None = None
    retry_after: int | None = None
    truncate: int | None = None
    bad_json: bool = False
    login_page: bool = False
    trickle: int | None = None
    endless: bool = False
    drop: bool = False
    huge: int | None = None
    gzip: bool = False

    def matches(self, method: str, path: str) -> bool:
        """Whether this request is meant."""
        if self.method is not None and self.method.upper() != method:
            return False
        return (
            bool(re.search(self.path, path))
            if self.path.startswith("^")
            else fnmatch.fnmatchcase(path, self.path)
        )

    @property
    def needs_true_reply(self) -> bool:
        """Whether the reply is made from what the server would have said."""
        return self.truncate is not None or (self.trickle is not None and not self.endless)


class Faults:
    """The faults in force; may be changed from any thread while the server runs."""

    def __init__(self, faults: list[Fault] | None = None) -> None:
        self._lock = threading.Lock()
        self._faults = list(faults or [])

    @classmethod
    def load(cls, file: Path) -> Faults:
        """Read a faults file (see the module). Raises OSError or ValueError when it cannot be used."""
        items = json.loads(Path(file).read_text(encoding="utf-8"))
        if not isinstance(items, list):
            raise ValueError("a faults file is a list of objects")
        return cls([_fault(item) for item in items])

    def add(self, path: str, **options: Any) -> Fault:
        """Add one fault, with the fields of `Fault` as keywords; the newest that matches decides."""
        fault = _fault({"path": path, **options})
        with self._lock:
            self._faults.insert(0, fault)
        return fault

    def clear(self) -> None:
        """Behave again."""
        with self._lock:
            self._faults.clear()

    def take(self, method: str, path: str) -> Fault | None:
        """The fault for this request, counted; None when it is to be answered properly."""
        with self._lock:
            for fault in self._faults:
                if fault.times == 0 or not fault.matches(method, path):
                    continue
                if fault.skip > 0:
                    fault.skip -= 1
                    continue
                if fault.times is not None:
                    fault.times -= 1
                return fault
        return None


def _fault(item: Any) -> Fault:
    known = {f.name for f in fields(Fault)}
    if not isinstance(item, dict) or "path" not in item or set(item) - known:
        raise ValueError(f"not a fault: {item!r}")
    return Fault(**item)


class FaultyApp:
    """Wraps the community so that requests with a fault go wrong and all others pass."""

    def __init__(self, app: ASGIApp, faults: Callable[[], Faults], stopping: Callable[[], bool]) -> None:
        self._app = app
        self._faults = faults
        self._stopping = stopping

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request, properly or not."""
        fault = self._faults().take(scope["method"], scope["path"]) if scope["type"] == "http" else None
        if fault is None:
            await self._app(scope, receive, send)
            return
        if fault.delay:
            await self._pause(fault.delay)
        reply = _Recorded()
        if fault.after_commit or fault.needs_true_reply:
            await self._app(scope, receive, reply.keep)
        if fault.drop:
            _connection(send).abort()
        elif fault.truncate is not None:
            await self._truncated(reply, fault.truncate, send)
        elif fault.trickle is not None:
            await self._trickled(reply, fault, send)
        elif fault.huge is not None:
            await _send(send, _huge_headers(fault), _huge_body(fault))
        elif fault.status is not None or fault.bad_json or fault.login_page:
            await _send_once(send, *_spoiled(fault))
        elif fault.after_commit:
            await reply.replay(send)
        else:
            await self._app(scope, receive, _retyped(send, fault.content_type))

    async def _pause(self, seconds: float) -> None:
        end = asyncio.get_running_loop().time() + seconds
        while not self._stopping() and (left := end - asyncio.get_running_loop().time()) > 0:
            await asyncio.sleep(min(left, 0.1))

    async def _truncated(self, reply: _Recorded, length: int, send: Send) -> None:
        await send(reply.start)
        await send({"type": "http.response.body", "body": reply.body[:length], "more_body": True})
        _connection(send).close()

    async def _trickled(self, reply: _Recorded, fault: Fault, send: Send) -> None:
        if fault.endless:
            await send(_start(200, [(b"content-type", b"application/json; charset=utf-8")]))
        else:
            await send(reply.start)
        place = 0
        while (fault.endless or place < len(reply.body)) and not self._stopping():
            byte = b" " if fault.endless else reply.body[place : place + 1]
            await send({"type": "http.response.body", "body": byte, "more_body": True})
            place += 1
            await self._pause((fault.trickle or 1) / 1000)
            if _connection(send).is_closing():
                return
        if self._stopping():
            _connection(send).abort()
        else:
            await send({"type": "http.response.body", "body": b""})


class _Recorded:
    """A reply that was made but not sent."""

    def __init__(self) -> None:
        self.start: Message = _start(500, [])
        self.body = b""

    async def keep(self, message: Message) -> None:
        if message["type"] == "http.response.start":
            self.start = message
        else:
            self.body += message.get("body", b"")

    async def replay(self, send: Send) -> None:
        await send(self.start)
        await send({"type": "http.response.body", "body": self.body})


def _connection(send: Send) -> Any:
    """The transport under a uvicorn request: the only way to break a connection without answering."""
    return send.__self__.transport  # type: ignore[attr-defined]


def _start(status: int, headers: list[tuple[bytes, bytes]]) -> Message:
    return {"type": "http.response.start", "status": status, "headers": headers}


async def _send_once(send: Send, start: Message, body: bytes) -> None:
    await send(start)
    await send({"type": "http.response.body", "body": body})


async def _send(send: Send, start: Message, chunks: Iterator[bytes]) -> None:
    await send(start)
    for chunk in chunks:
        await send({"type": "http.response.body", "body": chunk, "more_body": True})
        await asyncio.sleep(0)
    await send({"type": "http.response.body", "body": b""})


def _spoiled(fault: Fault) -> tuple[Message, bytes]:
    kind, status = "application/json; charset=utf-8", fault.status or 200
    if fault.login_page:
        kind, body = "text/html; charset=utf-8", LOGIN_PAGE.encode()
    elif fault.bad_json:
        body = BAD_JSON
    else:
        body = (fault.body if fault.body is not None else _error_body(fault)).encode()
    headers = [
        (b"content-type", (fault.content_type or kind).encode()),
        (b"content-length", b"%d" % len(body)),
    ]
    if fault.retry_after is not None:
        headers.append((b"retry-after", b"%d" % fault.retry_after))
    return _start(status, headers), body


def _error_body(fault: Fault) -> str:
    error: dict[str, Any] = {"errors": [f"Fout {fault.status}"], "error_type": f"fault_{fault.status}"}
    if fault.status == 429:
        error |= {"error_type": "rate_limit", "extras": {"wait_seconds": fault.retry_after or 1}}
    return json.dumps(error)


def _huge_headers(fault: Fault) -> Message:
    headers = [(b"content-type", b"application/json; charset=utf-8")]
    if fault.gzip:
        headers.append((b"content-encoding", b"gzip"))
    return _start(fault.status or 200, headers)


def _huge_body(fault: Fault) -> Iterator[bytes]:
    """`huge` megabytes of a JSON string; compressed it is about a thousandth of that on the wire."""
    filler = b"a" * MEGABYTE
    if not fault.gzip:
        yield b'{"filler": "'
        for _ in range(fault.huge or 0):
            yield filler
        yield b'"}'
        return
    packed = io.BytesIO()
    with gzip.GzipFile(fileobj=packed, mode="wb", mtime=0) as archive:
        archive.write(b'{"filler": "')
        for _ in range(fault.huge or 0):
            archive.write(filler)
        archive.write(b'"}')
    yield packed.getvalue()


def _retyped(send: Send, content_type: str | None) -> Callable[[Message], Awaitable[None]]:
    async def with_type(message: Message) -> None:
        if content_type is not None and message["type"] == "http.response.start":
            others = [(n, v) for n, v in message["headers"] if n.lower() != b"content-type"]
            message = {**message, "headers": [*others, (b"content-type", content_type.encode())]}
        await send(message)

    return with_type
