"""A client that is closed while it is in use: nothing waits for it, and no connection stays behind."""

from __future__ import annotations

import select
import socket
import threading
import time
from typing import Any

import pytest

from sync.errors import Stopped
from sync.http import Http
from sync.work import working
from tests.sync.raw_server import raw_server

KEPT_OPEN = b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 2\r\n\r\n{}"


def ended(listener: socket.socket) -> bool:
    """Whether the other side let go of the connection it made to ``listener``."""
    connection, _ = listener.accept()
    with connection:
        connection.settimeout(20)
        return connection.recv(1) == b""


def test_a_request_under_way_ends_soon_after_closing() -> None:
    asked, over = threading.Event(), threading.Event()
    errors: list[Exception] = []

    def silent(_connection: socket.socket, _head: str) -> None:
        asked.set()
        over.wait(20)

    with raw_server(silent) as (url, _):
        http = Http(url)

        def ask() -> None:
            try:
                http.get("/posts.json")
            except Stopped as error:
                errors.append(error)

        thread = threading.Thread(target=ask)
        thread.start()
        assert asked.wait(20)
        began = time.monotonic()
        http.close()
        assert time.monotonic() - began < 0.2
        thread.join(20)
        assert time.monotonic() - began < 1.5
        assert len(errors) == 1
        over.set()


def test_closing_while_a_connection_is_being_made_lets_go_of_it(monkeypatch: pytest.MonkeyPatch) -> None:
    connect = socket.create_connection
    with socket.create_server(("127.0.0.1", 0)) as listener:
        http = Http(f"http://127.0.0.1:{listener.getsockname()[1]}", deadline_seconds=5)

        def connect_late(*args: Any, **options: Any) -> socket.socket:
            http.close()
            return connect(*args, **options)

        monkeypatch.setattr(socket, "create_connection", connect_late)
        with pytest.raises(Stopped):
            http.get("/posts.json")
        assert ended(listener)
        with pytest.raises(Stopped):
            http.get("/posts.json")


def test_an_idle_connection_is_closed_at_once() -> None:
    let_go = threading.Event()

    def answer(connection: socket.socket, _head: str) -> None:
        connection.sendall(KEPT_OPEN)
        connection.settimeout(20)
        if connection.recv(1) == b"":
            let_go.set()

    with raw_server(answer) as (url, _):
        http = Http(url)
        assert http.get("/posts.json").json == {}
        http.close()
        http.close()
        assert let_go.wait(20)


def test_stopping_between_connecting_and_tls_lets_go_of_the_connection() -> None:
    with socket.create_server(("127.0.0.1", 0)) as listener:

        def connected() -> bool:
            return bool(select.select([listener], [], [], 0)[0])

        http = Http(f"https://127.0.0.1:{listener.getsockname()[1]}")
        with pytest.raises(Stopped), working(connected):
            http.get("/posts.json")
        assert ended(listener)
        http.close()
