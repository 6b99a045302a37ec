"""Signing in: the page, the encrypted payload, keys and what they allow."""

from __future__ import annotations

import base64
import html
import json
import re
from typing import Any
from urllib.parse import parse_qs, urlsplit

import httpx
import pytest
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import padding, rsa
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

from sync.demo.server import DemoServer
from tests.sync.demo.conftest import signed_in

PRIVATE = rsa.generate_private_key(public_exponent=65537, key_size=2048)
PUBLIC = PRIVATE.public_key().public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo).decode()


def request_fields(**more: str) -> dict[str, str]:
    """What a client sends to ask for a key."""
    return {
        "application_name": "Stamtafel",
        "client_id": "deze-installatie",
        "nonce": "b1946ac9",
        "scopes": "read,write",
        "public_key": PUBLIC,
        **more,
    }


def opened(payload: str, oaep: bool = False) -> dict[str, Any]:
    """The payload as only the asker can read it."""
    scheme: padding.AsymmetricPadding = padding.PKCS1v15()
    if oaep:
        scheme = padding.OAEP(padding.MGF1(hashes.SHA1()), hashes.SHA1(), None)  # noqa: S303
    loaded: dict[str, Any] = json.loads(PRIVATE.decrypt(base64.b64decode(payload), scheme))
    return loaded


def test_a_member_approves_in_the_browser_and_copies_the_payload(demo: DemoServer) -> None:
    """The page's one button leads to a payload with newlines, whose key works."""
    with httpx.Client(base_url=demo.url, headers={"Accept": "text/html"}) as browser:
        page = browser.get("/user-api-key/new", params=request_fields())
        assert "Stamtafel vraagt toegang" in page.text
        assert page.headers["auth-api-version"] == "4"
        fields = {n: html.unescape(v) for n, v in re.findall(r'name="(\w+)" value="([^"]*)"', page.text)}
        shown = browser.post("/user-api-key", data=fields)
    payload = html.unescape(re.search(r"<textarea readonly>(.*?)</textarea>", shown.text, re.S)[1])  # type: ignore[index]
    assert "\n" in payload.strip()
    answer = opened(payload)
    assert (answer["nonce"], answer["push"], answer["api"]) == ("b1946ac9", False, 4)
    with signed_in(demo, answer["key"]) as client:
        assert client.get("/session/current.json").json()["current_user"]["username"] == demo.username


def test_oaep_padding_is_used_when_asked_for(demo: DemoServer) -> None:
    """Newer versions; older ones ignore the wish."""
    with httpx.Client(base_url=demo.url) as browser:
        asked = request_fields(padding="oaep")
        assert opened(browser.post("/user-api-key.json", data=asked).json()["payload"], oaep=True)["key"]
        demo.settings.oaep_padding = False
        assert opened(browser.post("/user-api-key.json", data=asked).json()["payload"])["key"]


def test_the_redirect_works_only_where_the_site_admits_it(demo: DemoServer) -> None:
    """By default only Discourse's own app."""
    with httpx.Client(base_url=demo.url) as browser:
        wanted = request_fields(auth_redirect="http://127.0.0.1:4711/klaar?x=1")
        assert browser.post("/user-api-key", data=wanted).status_code == 403
        demo.settings.allowed_auth_redirects = ("http://127.0.0.1:*",)
        reply = browser.post("/user-api-key", data=wanted)
    assert reply.status_code == 302
    query = parse_qs(urlsplit(reply.headers["location"]).query)
    assert query["x"] == ["1"]
    assert opened(query["payload"][0])["nonce"] == "b1946ac9"


@pytest.mark.parametrize(
    ("broken", "status"),
    [({"scopes": "read,alles"}, 403), ({"public_key": "geen sleutel"}, 400), ({"nonce": ""}, 200)],
)
def test_requests_are_checked(demo: DemoServer, broken: dict[str, str], status: int) -> None:
    """Unknown scopes and unusable keys are refused, on the page too."""
    with httpx.Client(base_url=demo.url) as browser:
        assert browser.post("/user-api-key.json", data=request_fields(**broken)).status_code == status
        assert browser.get("/user-api-key/new", params=request_fields(**broken)).status_code == status


def test_a_client_id_used_again_destroys_its_older_key(demo: DemoServer) -> None:
    """One key per installation and account."""
    with httpx.Client(base_url=demo.url) as browser:
        keys = [
            opened(browser.post("/user-api-key.json", data=request_fields()).json()["payload"]) for _ in "ab"
        ]
    for key, status in zip(keys, (403, 200), strict=True):
        with signed_in(demo, key["key"]) as client:
            assert client.get("/site.json").status_code == status


def test_a_revoked_key_is_refused(demo: DemoServer) -> None:
    """By the client itself, and by the member on the site."""
    first, second = demo.new_key(demo.username), demo.new_key(demo.username)
    with signed_in(demo, first) as client:
        assert client.post("/user-api-key/revoke").json() == {"success": "OK"}
        assert client.get("/site.json").status_code == 403
        assert client.get("/site.json").json()["error_type"] == "invalid_access"
    demo.revoke_key(second)
    with signed_in(demo, second) as client:
        assert client.get("/site.json").status_code == 403


def test_without_a_key_only_the_front_door_is_open(story: DemoServer) -> None:
    """The community's name; everything else asks to log in."""
    with httpx.Client(base_url=story.url) as nobody:
        assert nobody.get("/site/basic-info.json").json()["login_required"] is True
        assert nobody.get("/session/current.json").status_code == 404
        for path in ("/site.json", "/posts.json", "/latest.json", "/u/iemand.json"):
            assert nobody.get(path).status_code == 403
            assert nobody.get(path).json()["error_type"] == "not_logged_in"


@pytest.mark.parametrize(
    ("scopes", "read", "write", "session"),
    [
        ("read", 200, 403, 200),
        ("session_info", 403, 403, 200),
        ("write", 200, 200, 200),
        ("message_bus", 403, 403, 403),
    ],
)
def test_a_key_does_only_what_its_scopes_allow(
    demo: DemoServer, scopes: str, read: int, write: int, session: int
) -> None:
    """After Discourse's table; every key may revoke itself."""
    topic = demo.add_topic()
    with signed_in(demo, demo.new_key(demo.username, scopes)) as client:
        assert client.get("/posts.json").status_code == read
        assert client.post("/topics/timings", data={"topic_id": topic, "timings[1]": 10}).status_code == write
        assert client.get("/session/current.json").status_code == session
        assert client.post("/user-api-key/revoke").status_code == 200
