"""Runs an ASGI application on a loopback port in its own thread."""

from __future__ import annotations

import logging
import socket
import threading
import time

import uvicorn
from starlette.types import ASGIApp

START_SECONDS = 30.0
STOP_SECONDS = 10.0


class Hosting:
    """One listening socket with uvicorn behind it."""

    def __init__(self, port: int) -> None:
        # named TCP so that asyncio turns Nagle's delay off
        self._listener = socket.socket(socket.AF_INET, socket.SOCK_STREAM, socket.IPPROTO_TCP)
        self._listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            self._listener.bind(("127.0.0.1", port))
        except OSError:
            self._listener.close()
            raise
        self.port: int = self._listener.getsockname()[1]
        self._server: uvicorn.Server | None = None
        self._thread: threading.Thread | None = None

    def start(self, app: ASGIApp) -> None:
        """Serve; returns when connections are accepted. Raises RuntimeError when that does not come about."""
        config = uvicorn.Config(
            app,
            lifespan="off",
            ws="none",
            log_config=None,
            access_log=False,
            proxy_headers=False,
            server_header=False,
            date_header=False,
            timeout_graceful_shutdown=2,
        )
        # broken connections are part of what is served here
        logging.getLogger("uvicorn.error").setLevel(logging.CRITICAL)
        self._server = uvicorn.Server(config)
        self._thread = threading.Thread(
            target=self._server.run, kwargs={"sockets": [self._listener]}, name="demo-server", daemon=True
        )
        self._thread.start()
        deadline = time.monotonic() + START_SECONDS
        while not self._server.started:
            if not self._thread.is_alive() or time.monotonic() > deadline:
                raise RuntimeError("the demo community did not start")
            time.sleep(0.005)

    @property
    def stopping(self) -> bool:
        """Whether the end was asked for, so that slow replies give up."""
        return self._server is None or self._server.should_exit

    def ask_to_stop(self) -> None:
        """Begin to end; new connections are refused soon."""
        if self._server is not None:
            self._server.should_exit = True

    def join(self) -> None:
        """Wait until everything is closed."""
        if self._thread is not None:
            self._thread.join(STOP_SECONDS)
        self._listener.close()
