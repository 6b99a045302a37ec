"""Every way in which a request can go wrong has its name, ends in time, and never sends the key elsewhere."""

from __future__ import annotations

import contextlib
import gzip
import json
import logging
import socket
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from sync.budget import Budget
from sync.demo.server import DemoServer
from sync.errors import (
    AccessDenied,
    AnswerTooLarge,
    CertificateRejected,
    ConnectionLost,
    InterceptedAnswer,
    NetworkError,
    NotACommunity,
    NotFound,
    PlainHttpRefused,
    ProxyFailed,
    Rejected,
    ServerFailed,
    SignInNeeded,
    StamtafelError,
    Stopped,
    TimedOut,
    TooManyRequests,
    Unreachable,
    UnreadableAnswer,
)
from sync.http import Http, base_address
from sync.transport import proxy_for
from sync.work import working
from tests.sync.raw_server import Answer, raw_server, saying, self_signed, whole

SECRET = "s3cr3t-key-that-nobody-may-see"
JSON = "Content-Type: application/json"
HTML = "Content-Type: text/html; charset=utf-8"


Client = Callable[..., Http]


@pytest.fixture
def client() -> Iterator[Client]:
    """Makes clients with a secret key for an address, and closes them."""
    with contextlib.ExitStack() as closing:

        def make(url: str, seconds: float = 10.0, proxy: str | None = None) -> Http:
            http = Http(
                url,
                headers={"User-Api-Key": SECRET},
                budget=Budget(10_000, 100_000),
                deadline_seconds=seconds,
                proxy=proxy,
            )
            closing.callback(http.close)
            return http

        yield make


@pytest.fixture
def http(demo: DemoServer) -> Iterator[Http]:
    found = Http(demo.url, headers={"User-Api-Key": demo.key}, budget=Budget(10_000, 100_000))
    yield found
    found.close()


def test_json_arrives_with_the_servers_clock(http: Http, demo: DemoServer) -> None:
    reply = http.get("/posts.json")
    assert len(reply.json["latest_posts"]) == 50
    assert http.server_time is not None
    assert abs(http.server_time - demo.community.now().timestamp() * 1000) < 60_000


@pytest.mark.parametrize(
    ("options", "error"),
    [
        ({"status": 401, "body": '{"errors": ["nee"]}'}, SignInNeeded),
        ({"status": 403, "body": '{"errors": ["nee"], "error_type": "invalid_access"}'}, AccessDenied),
        ({"status": 403, "body": '{"errors": ["nee"], "error_type": "not_logged_in"}'}, SignInNeeded),
        ({"status": 404, "body": '{"errors": ["weg"], "error_type": "not_found"}'}, NotFound),
        ({"status": 410, "body": '{"errors": ["weg"]}'}, NotFound),
        ({"status": 422, "body": '{"errors": ["te kort", "te vaak"]}'}, Rejected),
        ({"status": 500, "body": "oops", "content_type": "text/plain"}, ServerFailed),
        ({"status": 502, "body": "<html>bad gateway</html>", "content_type": "text/html"}, ServerFailed),
        ({"status": 407, "body": "proxy", "content_type": "text/plain"}, ProxyFailed),
        ({"status": 403, "body": "<html>geblokkeerd</html>", "content_type": "text/html"}, InterceptedAnswer),
        ({"status": 401, "body": "<html>inloggen</html>", "content_type": "text/html"}, InterceptedAnswer),
        ({"status": 404, "body": "<html>niets hier</html>", "content_type": "text/html"}, NotACommunity),
        ({"login_page": True}, InterceptedAnswer),
        ({"bad_json": True}, UnreadableAnswer),
        ({"truncate": 200}, ConnectionLost),
        ({"drop": True}, ConnectionLost),
        ({"huge": 12}, AnswerTooLarge),
    ],
)
def test_each_outcome_has_its_name(
    demo: DemoServer, http: Http, options: dict[str, object], error: type[StamtafelError]
) -> None:
    demo.faults.add("/posts.json", **options)
    with pytest.raises(error) as caught:
        http.get("/posts.json", {"before": 10})
    assert type(caught.value) is error
    assert caught.value.facts["path"] == "/posts.json"
    demo.faults.clear()
    assert http.get("/posts.json").json["latest_posts"]


def test_a_refusal_carries_the_communitys_reasons(demo: DemoServer, http: Http) -> None:
    demo.faults.add("/posts.json", status=422, body='{"errors": ["te kort", "te vaak"]}')
    with pytest.raises(Rejected) as caught:
        http.get("/posts.json")
    assert caught.value.reasons == ("te kort", "te vaak")


def test_a_revoked_key_is_refused(demo: DemoServer, http: Http) -> None:
    demo.revoke_key(demo.key)
    with pytest.raises((SignInNeeded, AccessDenied)):
        http.get("/session/current.json")


@pytest.mark.parametrize(
    ("headers", "body", "seconds"),
    [
        (("Retry-After: 7",), b"{}", 7.0),
        ((), b'{"errors": ["rustig"], "extras": {"wait_seconds": 12}}', 12.0),
        ((), b"slow down", 30.0),
        (
            ("Date: Fri, 20 Nov 2026 09:00:00 GMT", "Retry-After: Fri, 20 Nov 2026 09:01:00 GMT"),
            b"{}",
            60.0,
        ),
        (("Retry-After: \u00b2",), b"{}", 30.0),
        ((), b'{"extras": {"wait_seconds": NaN}}', 30.0),
        ((), b'{"extras": {"wait_seconds": 1' + b"0" * 400 + b"}}", 30.0),
        ((), b"[" * 100_000, 30.0),
    ],
)
def test_a_429_says_how_long_to_wait(
    headers: tuple[str, ...], body: bytes, seconds: float, client: Client
) -> None:
    with raw_server(saying("429 Too Many Requests", body, JSON, *headers)) as (url, _):
        with pytest.raises(TooManyRequests) as caught:
            client(url).get("/posts.json")
        assert caught.value.retry_after == seconds


def test_a_gzip_bomb_stays_below_the_cap(demo: DemoServer, http: Http) -> None:
    demo.faults.add("/posts.json", huge=300, gzip=True)
    with pytest.raises(AnswerTooLarge) as caught:
        http.get("/posts.json")
    size = caught.value.facts["size"]
    assert isinstance(size, int)
    assert size <= 10 * 1024 * 1024 + 1


def test_gzip_is_read_and_half_a_gzip_is_not(client: Client) -> None:
    packed = gzip.compress(b'{"a": 1}')
    with raw_server(saying("200 OK", packed, JSON, "Content-Encoding: gzip")) as (url, _):
        assert client(url).get("/a").json == {"a": 1}
    with (
        raw_server(saying("200 OK", packed[:-6], JSON, "Content-Encoding: gzip")) as (url, _),
        pytest.raises(ConnectionLost),
    ):
        client(url).get("/a")
    with (
        raw_server(saying("200 OK", b"no gzip", JSON, "Content-Encoding: gzip")) as (url, _),
        pytest.raises(UnreadableAnswer),
    ):
        client(url).get("/a")


def _drip(start: bytes) -> Answer:
    def answer(connection: socket.socket, _: str) -> None:
        connection.sendall(start)
        while True:
            connection.sendall(b"x")
            time.sleep(0.05)

    return answer


@pytest.mark.parametrize(
    "start",
    [
        pytest.param(b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n\r\n", id="body"),
        pytest.param(b"HTTP/1.1 200 OK\r\nX-Slow: ", id="headers"),
        pytest.param(b"", id="status line"),
    ],
)
def test_a_trickle_ends_at_the_deadline(start: bytes, client: Client) -> None:
    with raw_server(_drip(start)) as (url, _):
        began = time.monotonic()
        with pytest.raises((TimedOut, ConnectionLost)) as caught:
            client(url, 1.0).get("/posts.json")
        # An endless status line is cut off for its length; everything else by the clock.
        assert isinstance(caught.value, TimedOut) or start == b""
        assert time.monotonic() - began < 2.0


def _silent(over: threading.Event) -> Answer:
    def answer(_: socket.socket, __: str) -> None:
        over.wait(10)

    return answer


def test_silence_ends_at_the_deadline(client: Client) -> None:
    over = threading.Event()
    with raw_server(_silent(over)) as (url, _):
        began = time.monotonic()
        with pytest.raises(TimedOut):
            client(url, 0.7).get("/posts.json")
        assert time.monotonic() - began < 1.7
        over.set()


def test_stop_is_heard_within_a_second_while_the_server_is_silent(client: Client) -> None:
    over = threading.Event()
    stopping = threading.Event()
    with raw_server(_silent(over)) as (url, _):
        threading.Timer(0.2, stopping.set).start()
        began = time.monotonic()
        with pytest.raises(Stopped), working(stopping.is_set):
            client(url).get("/posts.json")
        assert time.monotonic() - began < 1.2
        over.set()


def test_an_untrusted_certificate_is_rejected_before_the_key_is_sent(tmp_path: Path, client: Client) -> None:
    with raw_server(saying("200 OK", b"{}", JSON), self_signed(tmp_path)) as (url, heads):
        with pytest.raises(CertificateRejected):
            client(url).get("/site.json")
        assert heads == []


def test_a_host_without_address_is_unreachable(client: Client) -> None:
    with pytest.raises(Unreachable):
        client("https://nergens.invalid").get("/site.json")


def test_a_closed_port_is_unreachable(client: Client) -> None:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        port = listener.getsockname()[1]
    with pytest.raises(Unreachable):
        client(f"http://127.0.0.1:{port}").get("/site.json")


def test_a_redirect_within_the_community_is_followed(client: Client) -> None:
    def answer(connection: socket.socket, head: str) -> None:
        if head.startswith("GET /old"):
            connection.sendall(whole("302 Found", b"", "Location: /new"))
        else:
            connection.sendall(whole("200 OK", b'{"here": true}', JSON))

    with raw_server(answer) as (url, _):
        assert client(url).get("/old").json == {"here": True}


def test_the_key_does_not_follow_a_redirect_to_another_host(client: Client) -> None:
    with raw_server(saying("200 OK", b"{}", JSON)) as (other, stolen):
        location = other.replace("127.0.0.1", "localhost")
        elsewhere = saying("302 Found", b"", f"Location: {location}/login")
        with raw_server(elsewhere) as (url, _), pytest.raises(InterceptedAnswer):
            client(url).get("/posts.json")
        assert stolen == []


@pytest.mark.parametrize(
    "location", ["http://[", "https://127.0.0.1:99999/", "//:x@[::1", "http://\u00e9\u00b2:/"]
)
def test_a_redirect_to_no_address_is_not_the_communitys_answer(location: str, client: Client) -> None:
    def answer(connection: socket.socket, _: str) -> None:
        head = f"HTTP/1.1 302 Found\r\nContent-Length: 0\r\nLocation: {location}\r\n\r\n"
        connection.sendall(head.encode("latin-1"))

    with raw_server(answer) as (url, _), pytest.raises(NetworkError):
        client(url).get("/posts.json")


def test_a_date_that_cannot_be_is_no_clock(client: Client) -> None:
    date = "Date: Mon, 01 Jan 99999999999999 00:00:00 GMT"
    with raw_server(saying("200 OK", b"{}", JSON, date)) as (url, _):
        http = client(url)
        assert http.get("/posts.json").json == {}
        assert http.server_time is None


@pytest.mark.parametrize("body", [b'{"errors": [[1], {"a": 2}, "te kort"]}', b'{"message": "te kort"}'])
def test_only_texts_are_reasons(body: bytes, client: Client) -> None:
    with raw_server(saying("422 No", body, JSON)) as (url, _), pytest.raises(Rejected) as caught:
        client(url).get("/posts.json")
    assert caught.value.reasons == ("te kort",)


def test_reasons_are_short_lines_of_what_shows(client: Client) -> None:
    told = ["\x1b]0;titel\x07te \u202ekort\n\nnu", "", "a" * 90_000, *"bcdefgh"]
    body = json.dumps({"errors": told}).encode()
    with raw_server(saying("422 No", body, JSON)) as (url, _), pytest.raises(Rejected) as caught:
        client(url).get("/posts.json")
    assert caught.value.reasons == ("]0;titelte kort nu", "a" * 500, "b", "c", "d")


def test_a_community_below_a_path_is_asked_there(client: Client) -> None:
    with raw_server(saying("200 OK", b"{}", JSON)) as (url, heads):
        client(f"{url}/forum/").get("/site.json")
    assert heads[0].startswith("GET /forum/site.json ")


def test_a_circle_of_redirects_ends(client: Client) -> None:
    with raw_server(saying("302 Found", b"", "Location: /posts.json")) as (url, heads):
        with pytest.raises(InterceptedAnswer):
            client(url).get("/posts.json")
        assert len(heads) <= 5


def test_pictures_come_from_the_communitys_own_host_only(demo: DemoServer, http: Http) -> None:
    with raw_server(saying("200 OK", b"x")) as (other, stolen):
        with pytest.raises(NotACommunity):
            http.download(f"{other}/tracker.png")
        assert stolen == []
    template = http.get("/posts.json").json["latest_posts"][0]["avatar_template"]
    assert http.download(demo.url + template.replace("{size}", "96")).startswith(b"\x89PNG")


def test_a_login_page_is_no_picture(demo: DemoServer, http: Http) -> None:
    demo.faults.add("/uploads/*", login_page=True)
    with pytest.raises(InterceptedAnswer):
        http.download(f"{demo.url}/uploads/a.png")


def test_a_validator_that_holds_saves_the_body(client: Client) -> None:
    def answer(connection: socket.socket, head: str) -> None:
        if 'if-none-match: "a1"' in head.lower():
            connection.sendall(b'HTTP/1.1 304 Not Modified\r\nETag: "a1"\r\nConnection: close\r\n\r\n')
        else:
            connection.sendall(whole("200 OK", b"[1]", JSON, 'ETag: "a1"'))

    with raw_server(answer) as (url, _):
        http = client(url)
        first = http.get("/posts.json")
        assert (first.json, first.etag, first.unchanged) == ([1], '"a1"', False)
        assert http.get("/posts.json", etag=first.etag).unchanged


@pytest.mark.parametrize(
    ("typed", "address"),
    [
        ("community.example.nl", "https://community.example.nl"),
        (" HTTPS://Community.Example.nl/ ", "https://community.example.nl"),
        ("https://example.nl/forum/?x=1#y", "https://example.nl/forum"),
        ("https://example.nl:8443", "https://example.nl:8443"),
        ("http://localhost:3000/", "http://localhost:3000"),
        ("http://[::1]:3000", "http://[::1]:3000"),
        ("http://127.0.0.2", "http://127.0.0.2"),
        ("https://example.nl:443/", "https://example.nl"),
        ("http://localhost:80", "http://localhost"),
        ("https://[2001:DB8::1]:8443/forum", "https://[2001:db8::1]:8443/forum"),
        ("https://Één.example.nl", "https://xn--n-9faa.example.nl"),
    ],
)
def test_addresses_have_one_form(typed: str, address: str) -> None:
    assert base_address(typed) == address


@pytest.mark.parametrize(
    "typed",
    [
        "",
        "   ",
        "ftp://example.nl",
        "https://",
        "https://me:pw@example.nl",
        "https://a:b",
        "https://[::1",
        "https://exa mple.nl",
        "https://exa%6dple.nl",
        "https://straße.nl",
        f"https://{'a' * 300}.nl",
    ],
)
def test_what_is_no_address_is_no_community(typed: str) -> None:
    with pytest.raises(NotACommunity):
        base_address(typed)


@pytest.mark.parametrize("typed", ["http://example.nl", "http://127.0.0.1.example.nl", "http://10.0.0.1"])
def test_plain_http_is_for_this_machine_only(typed: str) -> None:
    with pytest.raises(PlainHttpRefused):
        base_address(typed)


def test_a_refusing_proxy_is_told_apart(client: Client) -> None:
    refusing = saying("407 Proxy Authentication Required", b"", "Proxy-Authenticate: Negotiate")
    with raw_server(refusing) as (proxy, heads):
        http = client("https://community.example.nl", proxy=proxy)
        with pytest.raises(ProxyFailed):
            http.get("/site.json")
        assert heads[0].startswith("CONNECT community.example.nl:443")
        assert SECRET not in heads[0]


@pytest.mark.parametrize("proxy", ["socks5://127.0.0.1:1", "ftp://me:geheim@proxy.example.nl"])
def test_a_proxy_that_cannot_be_used_is_said_so(proxy: str, client: Client) -> None:
    with pytest.raises(ProxyFailed) as caught:
        client("https://community.example.nl", proxy=proxy).get("/site.json")
    assert "geheim" not in repr(caught.value.__cause__)
    assert "geheim" not in str(caught.value.facts)


def test_the_systems_proxy_is_followed_but_not_for_this_machine(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("https_proxy", "proxy.example.nl:8080")
    monkeypatch.setenv("http_proxy", "http://proxy.example.nl:8080")
    monkeypatch.setenv("no_proxy", "intern.example.nl")
    assert proxy_for("https://community.example.nl", None) == "http://proxy.example.nl:8080"
    assert proxy_for("https://intern.example.nl", None) is None
    assert proxy_for("https://community.example.nl", "") is None
    assert proxy_for("https://community.example.nl", "http://other:1") == "http://other:1"
    for here in ("http://localhost:3", "http://127.0.0.1:3", "http://[::1]:3"):
        assert proxy_for(here, "http://other:1") is None


def test_neither_errors_nor_the_log_hold_the_key(
    demo: DemoServer, caplog: pytest.LogCaptureFixture, client: Client
) -> None:
    caplog.set_level(logging.DEBUG)
    demo.faults.add("/posts.json", status=403, body='{"errors": ["nee"]}')
    http = client(demo.url)
    with pytest.raises(AccessDenied) as caught:
        http.get("/posts.json", {"before": 99})
    told = f"{caught.value!r} {caught.value} {caught.value.facts} {caplog.text}"
    assert SECRET not in told
    assert "before=99" not in str(caught.value.facts)
    assert caught.value.facts["status"] == 403


def test_requests_are_counted_per_piece_of_work(http: Http) -> None:
    with working() as work:
        http.get("/posts.json")
        with working() as other:
            http.get("/site.json")
        http.get("/site.json")
    assert (work.requests, other.requests) == (2, 1)
