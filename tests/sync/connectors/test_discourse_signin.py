"""Signing in by pasting: only the text that answers this very attempt gives a key."""

from __future__ import annotations

import base64
import json
import re
from urllib.parse import parse_qs, urlsplit

import httpx
import pytest
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import padding
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPublicKey
from cryptography.hazmat.primitives.serialization import load_pem_public_key

from sync.connectors import discourse
from sync.connectors.discourse_signin import SignIn
from sync.demo.server import DemoServer
from sync.errors import NotACommunity, PlainHttpRefused, Rejected

PADDINGS = [
    pytest.param(padding.PKCS1v15(), id="pkcs1"),
    pytest.param(padding.OAEP(padding.MGF1(hashes.SHA1()), hashes.SHA1(), None), id="oaep"),  # noqa: S303
    pytest.param(padding.OAEP(padding.MGF1(hashes.SHA256()), hashes.SHA256(), None), id="oaep-sha256"),
]


@pytest.fixture(scope="module")
def attempt() -> SignIn:
    return SignIn("https://gemeenschap.example.nl/")


def wish(attempt: SignIn) -> dict[str, str]:
    return {name: values[0] for name, values in parse_qs(urlsplit(attempt.address).query).items()}


def sealed(attempt: SignIn, scheme: padding.AsymmetricPadding, **payload: object) -> str:
    public = load_pem_public_key(wish(attempt)["public_key"].encode())
    assert isinstance(public, RSAPublicKey)
    told = json.dumps({"key": "abc123", "nonce": wish(attempt)["nonce"], "push": False, "api": 4, **payload})
    return base64.encodebytes(public.encrypt(told.encode(), scheme)).decode()


def test_the_address_asks_for_what_is_needed_and_no_more(attempt: SignIn) -> None:
    assert attempt.address.startswith("https://gemeenschap.example.nl/user-api-key/new?")
    asked = wish(attempt)
    assert asked["client_id"] == attempt.client_id
    assert "one_time_password" not in asked["scopes"]
    assert set(asked) == {"application_name", "client_id", "nonce", "scopes", "public_key"}


@pytest.mark.parametrize("scheme", PADDINGS)
def test_a_pasted_payload_gives_the_key(attempt: SignIn, scheme: padding.AsymmetricPadding) -> None:
    pasted = sealed(attempt, scheme)
    for text in (
        pasted,
        f"  {pasted}\r\n ",
        pasted.replace("\n", "  "),
        pasted.replace("\n", "\u00a0\n"),
        pasted.rstrip("=\n"),
    ):
        key = attempt.finish(text)
        assert (key.secret, key.client_id) == ("abc123", attempt.client_id)


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("", "payload"),
        ("hallo", "payload"),
        ("QUJD" * 86, "payload"),
        ("A" * 20_000, "payload"),
        ("é" * 40, "payload"),
    ],
)
def test_another_text_is_rejected(attempt: SignIn, text: str, what: str) -> None:
    with pytest.raises(Rejected) as caught:
        attempt.finish(text)
    assert caught.value.facts["what"] == what


def test_an_answer_to_another_attempt_is_rejected(attempt: SignIn) -> None:
    with pytest.raises(Rejected) as caught:
        attempt.finish(sealed(attempt, padding.PKCS1v15(), nonce="0" * 32))
    assert caught.value.facts["what"] == "nonce"
    with pytest.raises(Rejected):
        attempt.finish(sealed(SignIn("https://x.nl"), padding.PKCS1v15()))
    with pytest.raises(Rejected):
        attempt.finish(sealed(attempt, padding.PKCS1v15(), key=""))


def test_addresses_that_cannot_be_used_are_refused() -> None:
    with pytest.raises(PlainHttpRefused):
        SignIn("http://gemeenschap.example.nl")
    with pytest.raises(NotACommunity):
        SignIn("mailto:noor@example.nl")


def test_a_whole_sign_in_at_the_demo_community(demo: DemoServer) -> None:
    attempt = SignIn(demo.url)
    with httpx.Client(headers={"Accept": "text/html"}) as browser:
        page = browser.get(attempt.address)
        assert page.status_code == 200
        action = re.search(r'<form[^>]*action="([^"]+)"', page.text)
        assert action is not None
        shown = browser.post(demo.url + action[1], data=wish(attempt))
    found = re.search(r"<textarea[^>]*>([^<]+)<", shown.text)
    assert found is not None
    key = attempt.finish(found[1])
    with discourse.connect(demo.url, key.secret, key.client_id) as connector:
        assert connector.whoami().username == demo.username
