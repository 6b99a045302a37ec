"""Everything the community can do wrong on request."""

from __future__ import annotations

import gzip
import json
import time
from pathlib import Path

import httpx
import pytest

from sync.demo.faults import Faults
from sync.demo.server import DemoServer
from tests.sync.demo.conftest import signed_in


def test_a_status_for_some_requests_of_one_path(demo: DemoServer, member: httpx.Client) -> None:
    """Twice, then properly; other paths are not touched; `clear` ends it."""
    demo.faults.add("/posts.json", status=503, times=2)
    assert [member.get("/posts.json").status_code for _ in range(3)] == [503, 503, 200]
    demo.faults.add("/t/*", status=500, body="kapot", content_type="text/plain")
    broken = member.get("/t/11.json")
    assert (broken.status_code, broken.text, broken.headers["content-type"]) == (500, "kapot", "text/plain")
    assert member.get("/site.json").status_code == 200
    demo.faults.clear()
    assert member.get("/t/11.json").status_code == 200


def test_a_fault_can_start_later_and_mean_one_method(demo: DemoServer, member: httpx.Client) -> None:
    """`skip` and `method`, and a regular expression."""
    demo.faults.add("^/(latest|top)[.]json$", status=502, skip=1)
    assert [member.get("/latest.json").status_code, member.get("/top.json").status_code] == [200, 502]
    demo.faults.add("/posts.json", method="POST", status=500)
    assert member.get("/posts.json").status_code == 200
    assert member.post("/posts.json").status_code == 500


def test_too_many_requests_says_when_to_come_back(demo: DemoServer, member: httpx.Client) -> None:
    """429 with Retry-After in Discourse's form."""
    demo.faults.add("/posts.json", status=429, retry_after=7)
    reply = member.get("/posts.json")
    assert reply.headers["retry-after"] == "7"
    assert reply.json()["extras"]["wait_seconds"] == 7


def test_broken_json_and_a_login_page(demo: DemoServer, member: httpx.Client) -> None:
    """JSON that stops, and a company's sign-in page with status 200."""
    demo.faults.add("/posts.json", bad_json=True)
    with pytest.raises(json.JSONDecodeError):
        member.get("/posts.json").json()
    demo.faults.add("/latest.json", login_page=True)
    page = member.get("/latest.json")
    assert page.status_code == 200
    assert page.headers["content-type"].startswith("text/html")
    demo.faults.add("/site.json", content_type="text/html")
    assert member.get("/site.json").headers["content-type"] == "text/html"


def test_a_reply_breaks_off(demo: DemoServer, member: httpx.Client) -> None:
    """The promised length does not arrive; a dropped connection brings nothing at all."""
    demo.faults.add("/posts.json", truncate=300)
    with pytest.raises(httpx.RemoteProtocolError):
        member.get("/posts.json")
    demo.faults.add("/posts.json", drop=True)
    with pytest.raises((httpx.RemoteProtocolError, httpx.ReadError)):
        member.get("/posts.json")
    assert demo.requests[-1].status == 0


def test_a_delay_and_a_trickle(demo: DemoServer, member: httpx.Client) -> None:
    """The whole reply later; then byte by byte, to the end or for ever."""
    demo.faults.add("/site/basic-info.json", delay=0.3)
    started = time.monotonic()
    assert member.get("/site/basic-info.json").json()["title"]
    assert time.monotonic() - started >= 0.3
    demo.faults.add("/site/basic-info.json", trickle=1)
    assert member.get("/site/basic-info.json").json()["title"]
    demo.faults.add("/site/basic-info.json", trickle=1, endless=True)
    with member.stream("GET", "/site/basic-info.json") as reply:
        assert len([b for b, _ in zip(reply.iter_raw(1), range(20), strict=False)]) == 20


def test_the_server_stops_while_a_trickle_runs() -> None:
    """An endless reply does not hold the end up."""
    with DemoServer() as server, signed_in(server) as client:
        server.faults.add("/site.json", trickle=20, endless=True)
        with client.stream("GET", "/site.json") as reply:
            next(reply.iter_raw(1))
            started = time.monotonic()
            server.stop()
            assert time.monotonic() - started < 3


def test_huge_bodies_plain_and_packed(demo: DemoServer, member: httpx.Client) -> None:
    """Megabytes of valid JSON; compressed they are small on the wire."""
    demo.faults.add("/posts.json", huge=3)
    assert len(member.get("/posts.json").json()["filler"]) == 3 * 1024 * 1024
    demo.faults.add("/posts.json", huge=3, gzip=True)
    with member.stream("GET", "/posts.json") as reply:
        packed = b"".join(reply.iter_raw())
    assert len(packed) < 20_000
    assert len(json.loads(gzip.decompress(packed))["filler"]) == 3 * 1024 * 1024


@pytest.mark.parametrize("spoil", [{"drop": True}, {"status": 504}, {"bad_json": True}])
def test_a_post_is_stored_although_its_reply_is_lost(
    demo: DemoServer, member: httpx.Client, spoil: dict[str, bool | int]
) -> None:
    """After commit: the community has it, the client does not know."""
    topic = demo.add_topic()
    demo.faults.add("/posts.json", method="POST", after_commit=True, times=1, **spoil)
    raw = "Deze bijdrage komt aan, maar het antwoord niet."
    try:
        assert member.post("/posts.json", json={"raw": raw, "topic_id": topic}).text.find('"id"') <= 20
    except httpx.TransportError:
        assert "drop" in spoil
    assert member.get("/posts.json").json()["latest_posts"][0]["raw"] == raw


def test_faults_come_from_a_file(tmp_path: Path) -> None:
    """A JSON list; anything else is refused with what is wrong."""
    file = tmp_path / "faults.json"
    file.write_text('[{"path": "/site.json", "status": 500, "times": 1}]', encoding="utf-8")
    with DemoServer(faults=Faults.load(file)) as server, signed_in(server) as client:
        assert [client.get("/site.json").status_code for _ in range(2)] == [500, 200]
    for text in ('{"path": "/"}', '[{"status": 500}]', '[{"path": "/", "explode": true}]', "["):
        file.write_text(text, encoding="utf-8")
        with pytest.raises(ValueError, match=r"fault|list|Expecting"):
            Faults.load(file)
