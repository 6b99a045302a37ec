"""The server as an object and from the command line."""

from __future__ import annotations

import json
import signal
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

import httpx
import pytest

from sync.demo.server import DemoServer
from tests.sync.demo.conftest import signed_in

SERVE = "import sys; from sync.demo.serve import serve_forever; serve_forever(0, 1, 0, 20, None, sys.stdout)"


def test_it_starts_on_a_free_port_and_stops(story: DemoServer) -> None:
    """Two at once do not meet; a stopped one answers no more."""
    with DemoServer() as other:
        assert other.url != story.url
        assert httpx.get(f"{other.url}/site/basic-info.json").status_code == 200
        address = other.url
    with pytest.raises(httpx.ConnectError):
        httpx.get(f"{address}/site/basic-info.json")


def test_a_taken_port_is_said(story: DemoServer) -> None:
    """As an OSError."""
    with pytest.raises(OSError, match="in use"):
        DemoServer(port=int(story.url.rsplit(":", 1)[1])).start()


def test_a_restart_keeps_port_key_and_content(tmp_path: Path) -> None:
    """Stopped and started again, also as another object on the same file."""
    server = DemoServer(database=tmp_path / "community.sqlite").start()
    topic, key = server.add_topic(), server.key
    server.stop()
    server.start()
    with signed_in(server, key) as client:
        assert client.get(f"/t/{topic}.json").status_code == 200
    server.stop()
    with DemoServer(database=tmp_path / "community.sqlite") as again, signed_in(again, key) as client:
        assert client.get(f"/t/{topic}.json").status_code == 200


def test_requests_are_noted(demo: DemoServer, member: httpx.Client) -> None:
    """Method, path without query, status."""
    member.get("/posts.json", params={"before": 20})
    member.get("/t/999999.json")
    assert demo.requests == [("GET", "/posts.json", 200), ("GET", "/t/999999.json", 404)]


def test_the_clock_is_the_one_that_was_given() -> None:
    """New content is written at the story's time."""
    now = datetime(2025, 6, 2, 10, tzinfo=UTC)
    with DemoServer(now=now) as server, signed_in(server) as client:
        topic = server.add_topic()
        assert client.get(f"/t/{topic}.json").json()["created_at"].startswith("2025-06-02T10:0")


@pytest.mark.parametrize("end", [signal.SIGINT, signal.SIGTERM])
def test_serving_from_the_command_line_says_where(end: signal.Signals) -> None:
    """The first line is JSON with url and key; an interrupt ends it cleanly."""
    with subprocess.Popen([sys.executable, "-c", SERVE], stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        told = json.loads(process.stdout.readline())
        reply = httpx.get(f"{told['url']}/session/current.json", headers={"User-Api-Key": told["key"]})
        assert reply.json()["current_user"]["username"] == told["username"]
        assert told["topics"] > 0
        process.send_signal(end)
        assert process.wait(10) == 0
