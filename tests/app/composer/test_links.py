"""Web addresses in texts, and what their pages are called without asking them."""

from __future__ import annotations

from sqlite3 import Connection

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.composer.links import (
    cached_title,
    is_public,
    is_web_address,
    link_in,
    only_link,
    title_from_address,
    trimmed,
)

HOME = "https://praat.example.nl"


@pytest.mark.parametrize(
    ("text", "link"),
    [
        ("https://a.nl/pad?x=1#y", "https://a.nl/pad?x=1#y"),
        ("Kijk eens (https://a.nl/x), mooi", "https://a.nl/x"),
        ("Zie https://a.nl/x_(y)!", "https://a.nl/x_(y)"),
        ("\nHTTPS://A.nl/B \n", "HTTPS://A.nl/B"),
        ("http://1.a.nl en https://2.a.nl", "http://1.a.nl"),
        ("https://fatima:geheim@a.nl/", None),
        ("https://a.nl@kwaad.example/", None),
        ("https:///pad", None),
        ("https://[kapot/", None),
        ("ftp://a.nl file:///etc/passwd javascript:x", None),
        ("gewone tekst", None),
        ("", None),
        ("https://a.nl/" + "x" * 3_000, None),
    ],
)
def test_the_first_address_in_a_text(text: str, link: str | None) -> None:
    found = link_in(text)
    assert found == link or (link is None and found is not None and len(found) <= 2_000 and len(text) > 2_000)


def test_a_text_that_is_only_a_link() -> None:
    assert only_link(" https://a.nl/x \n") == "https://a.nl/x"
    assert only_link("Zie https://a.nl/x") is None
    assert only_link("https://a.nl/" + "x" * 3_000) is None


@pytest.mark.parametrize("address", ["https://a.nl/x y", "https://a.nl/<b>", 'https://a.nl/"', "a.nl/x"])
def test_an_address_that_would_end_early_in_a_text_is_none(address: str) -> None:
    assert not is_web_address(address)


@given(st.text(max_size=200) | st.text(alphabet="htps:/.a()[]!?@%é\u202e ", max_size=80))
def test_any_text_can_be_looked_through(text: str) -> None:
    found = link_in(text)
    assert found is None or (found in text and found.lower().startswith("http") and trimmed(found) == found)


def test_a_topic_of_the_cache_has_its_title(cache: Connection) -> None:
    topic_id, title = cache.execute("SELECT topic_id, title FROM topics LIMIT 1").fetchone()
    assert cached_title(cache, HOME, f"{HOME}/t/iets/{topic_id}/3") == title
    assert cached_title(cache, HOME, f"https://elders.example/t/iets/{topic_id}") is None
    assert cached_title(cache, HOME, f"{HOME}/t/iets/999999999999999999999") is None
    assert cached_title(cache, HOME, f"{HOME}/u/fatima") is None


@pytest.mark.parametrize(
    ("address", "public"),
    [
        ("https://www.rijksoverheid.nl/x", True),
        ("https://93.184.216.34/", True),
        ("https://intranet/x", False),
        ("https://wiki.minbzk.intranet/x", False),
        ("http://127.0.0.1:8000/", False),
        ("http://10.1.2.3/", False),
        ("http://[::1]/", False),
        ("http://printer.local/", False),
        ("https://localhost/", False),
        ("http://printer.local./", False),
        ("http://127.1/", False),
        ("http://0x7f.0x1/", False),
        ("https://www.rijksoverheid.nl./x", True),
    ],
)
def test_addresses_of_an_internal_network_are_nobodys_business(address: str, public: bool) -> None:
    assert is_public(address) is public


@pytest.mark.parametrize(
    ("address", "title"),
    [
        ("https://www.a.nl/gids/korte-brieven_schrijven.html", "Korte brieven schrijven (a.nl)"),
        ("https://a.nl/", "a.nl"),
        ("https://a.nl/12345", "a.nl"),
        ("https://a.nl/%C3%A9%C3%A9n-idee", "Één idee (a.nl)"),
        ("https://a.nl/%E2%80%AEkorte-brieven%00", "Korte brieven (a.nl)"),
    ],
)
def test_what_an_address_says_itself(address: str, title: str) -> None:
    assert title_from_address(address) == title
