"""The wire under ``sync/http.py``: a wait on a socket ends at the overall deadline or when the member stops.

httpx counts its timeouts anew for every read, so a server that sends a byte now and then holds a request for
ever, already in the headers. This network backend cuts each read into short slices and looks at the deadline
between them.
"""

from __future__ import annotations

import ipaddress
import ssl
import threading
import time
import urllib.request
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing, contextmanager
from contextvars import ContextVar
from typing import Any, NamedTuple
from urllib.parse import urlsplit

import httpcore
import httpx
import truststore

from sync.errors import ProxyFailed, Stopped, TimedOut
from sync.work import SLICE, Work

CONNECT_SECONDS = 10.0


def _never() -> bool:
    return False


class Deadline(NamedTuple):
    """The moment (monotonic seconds) at which a request is over; its work and its client may end earlier."""

    until: float
    work: Work
    closing: Callable[[], bool] = _never

    def left(self) -> float:
        """Seconds left. Raises ``TimedOut`` when there are none, ``Stopped`` when it should end earlier."""
        self.work.check()
        if self.closing():
            raise Stopped
        left = self.until - time.monotonic()
        if left <= 0:
            raise TimedOut
        return left


deadline: ContextVar[Deadline | None] = ContextVar("deadline", default=None)


class Connections:
    """The connections to one host, for several threads; they may be closed while some of them are in use.

    Without what ``httpx.Client`` adds, such as cookies: the key says who asks. A pool that is closed while a
    connection of it is being made, or answers, forgets that connection and leaves it open. So whoever is the
    last to use a pool that is to be closed shuts it.
    """

    def __init__(self, pool: httpx.HTTPTransport) -> None:
        self._pool = pool
        self._lock = threading.Lock()
        self._users = 0
        self._closing = False

    def closing(self) -> bool:
        """Whether requests under way should end."""
        return self._closing

    @contextmanager
    def answer(self, request: httpx.Request) -> Iterator[httpx.Response]:
        """Send ``request``; inside, its answer can be read.

        Raises ``Stopped`` once the connections are closed, and the errors of httpx.
        """
        with self._lock:
            if self._closing:
                raise Stopped
            self._users += 1
        try:
            with closing(self._pool.handle_request(request)) as response:
                yield response
        finally:
            with self._lock:
                self._users -= 1
                last = self._closing and self._users == 0
            if last:
                self._pool.close()

    def close(self) -> None:
        """Close now, or with the end of the last request under way; does not wait for it."""
        with self._lock:
            self._closing = True
            unused = self._users == 0
        if unused:
            self._pool.close()


class _Stream(httpcore.NetworkStream):
    """A connection whose waits are cut into slices."""

    def __init__(self, inner: httpcore.NetworkStream) -> None:
        self._inner = inner

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        bound = deadline.get()
        if bound is None:
            return self._inner.read(max_bytes, timeout)
        while True:
            try:
                return self._inner.read(max_bytes, min(bound.left(), SLICE))
            except httpcore.ReadTimeout:
                continue

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        # A half-written buffer cannot be repeated, so a write is one wait up to the deadline.
        bound = deadline.get()
        self._inner.write(buffer, timeout if bound is None else bound.left())

    def close(self) -> None:
        self._inner.close()

    def start_tls(
        self,
        ssl_context: ssl.SSLContext,
        server_hostname: str | None = None,
        timeout: float | None = None,
    ) -> httpcore.NetworkStream:
        try:
            left = _bounded(timeout)
        except BaseException:
            # Nobody else knows this connection yet.
            self._inner.close()
            raise
        return _Stream(self._inner.start_tls(ssl_context, server_hostname, left))

    def get_extra_info(self, info: str) -> Any:
        return self._inner.get_extra_info(info)


class _Backend(httpcore.NetworkBackend):
    """Opens connections that know the deadline."""

    def __init__(self) -> None:
        self._inner = httpcore.SyncBackend()

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[Any] | None = None,
    ) -> httpcore.NetworkStream:
        stream = self._inner.connect_tcp(host, port, _bounded(timeout), local_address, socket_options)
        return _Stream(stream)

    def sleep(self, seconds: float) -> None:
        time.sleep(seconds)


def _bounded(timeout: float | None) -> float | None:
    bound = deadline.get()
    if bound is None:
        return timeout
    return min(bound.left(), CONNECT_SECONDS if timeout is None else timeout)


def transport(proxy: str | None) -> httpx.HTTPTransport:
    """A transport with the system's certificates, TLS 1.2 or newer, through ``proxy`` or straight.

    Raises ``ProxyFailed`` when that address is none, or of a proxy that is not spoken here.
    """
    context = truststore.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    context.minimum_version = ssl.TLSVersion.TLSv1_2
    try:
        made = httpx.HTTPTransport(verify=context, proxy=proxy, trust_env=False)
    except (ValueError, ImportError, httpx.InvalidURL):
        # No address, or a kind of proxy that is not spoken here (SOCKS). It may hold a password.
        raise ProxyFailed from None
    # httpx offers no parameter for httpcore's network backend; tests/sync/test_http.py trickles headers to
    # notice should this name ever change.
    made._pool._network_backend = _Backend()
    return made


def is_loopback(host: str) -> bool:
    """Whether ``host`` names this machine."""
    if host.lower().rstrip(".") == "localhost":
        return True
    try:
        return ipaddress.ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return False


def proxy_for(url: str, setting: str | None) -> str | None:
    """The proxy's address for ``url``, or ``None`` for a straight connection.

    ``setting`` is the member's own choice: ``None`` follows the system (environment, Windows registry, macOS
    settings, with their exceptions), an empty text means none, anything else is the proxy's address. Loopback
    never goes through a proxy.
    """
    parts = urlsplit(url)
    host = parts.hostname or ""
    if is_loopback(host):
        return None
    if setting is not None:
        return _address(setting) if setting else None
    found = urllib.request.getproxies()
    proxy = found.get(parts.scheme) or found.get("all")
    if not proxy or urllib.request.proxy_bypass(host):
        return None
    return _address(proxy)


def _address(proxy: str) -> str:
    return proxy if "://" in proxy else f"http://{proxy}"
