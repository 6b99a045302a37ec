"""What other programs hand over, hostile ones among them."""

from __future__ import annotations

from urllib.parse import quote, urlencode

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.composer.handed_over import LONGEST, MOST_TEXT, MOST_TITLE, NOTHING, HandedOver, read

HOME = "https://praat.example.nl/forum"


def share(**given_: str) -> str:
    return f"stamtafel:share?{urlencode(given_)}"


@pytest.mark.parametrize(
    ("address", "found"),
    [
        ("stamtafel:topic/12/3", HandedOver("topic", 12, 3)),
        ("stamtafel://topic/12", HandedOver("topic", 12)),
        ("STAMTAFEL:Topic/12/0/", HandedOver("topic", 12)),
        (f"{HOME}/t/een-titel/12/3?u=jan", HandedOver("topic", 12, 3)),
        (f"{HOME}/t/12", HandedOver("topic", 12)),
        (
            "https://elders.example/t/12",
            HandedOver("compose", link="https://elders.example/t/12", kind_of_topic="link"),
        ),
        (f"{HOME}/u/jan", HandedOver("compose", link=f"{HOME}/u/jan", kind_of_topic="link")),
        (
            share(title="Een vraag", kind="question"),
            HandedOver("compose", title="Een vraag", kind_of_topic="question"),
        ),
        (
            share(url="https://a.nl/x", title="De\ngids", text="Mooi\r\nstuk"),
            HandedOver(
                "compose", title="De gids", raw="Mooi\nstuk", link="https://a.nl/x", kind_of_topic="link"
            ),
        ),
        (share(text=" https://a.nl/x "), HandedOver("compose", link="https://a.nl/x", kind_of_topic="link")),
        (f"stamtafel://share/?{urlencode({'text': 'Hé +1'})}", HandedOver("compose", raw="Hé +1")),
    ],
)
def test_what_is_asked_for(address: str, found: HandedOver) -> None:
    assert read(f"  {address}\n", HOME) == found


@pytest.mark.parametrize(
    "address",
    [
        "",
        "stamtafel:",
        "stamtafel:share",
        "stamtafel:share?",
        "stamtafel:share/x?text=a",
        "stamtafel:topic/",
        "stamtafel:topic/-1",
        "stamtafel:topic/0",
        "stamtafel:topic/99999999999999999",
        "stamtafel:topic/\u0661\u0662",
        "stamtafel:topic/12/3/4",
        "stamtafel:delete?topic=12",
        "javascript:alert(1)",
        "file:///etc/passwd",
        "ftp://a.nl/x",
        "https://jan:geheim@a.nl/",
        "https://[kapot/",
        "--profile=/etc",
        "hallo",
        share(url="javascript:alert(1)"),
        share(url="file:///etc/passwd"),
        "stamtafel:share?" + "&".join(f"a{number}=1" for number in range(50)),
        "stamtafel:share?text=" + "x" * LONGEST,
    ],
)
def test_what_is_nothing(address: str) -> None:
    assert read(address, HOME) == NOTHING


def test_no_community_yet() -> None:
    assert read("https://praat.example.nl/t/12").kind == "compose"


def test_tricks_and_lengths_are_bounded() -> None:
    found = read(
        "stamtafel:share?title=" + quote("a\u202eb\x00c " * 99) + "&text=" + quote("\u200bx" * 4_000)
    )
    assert (len(found.title) <= MOST_TITLE, "\u202e" in found.title, "\u200b" in found.raw) == (
        True,
        False,
        False,
    )
    assert len(read("stamtafel:share?text=" + "x" * 20_000).raw) == MOST_TEXT


@given(st.text(max_size=200) | st.text(max_size=60).map(lambda text: f"stamtafel:{text}"))
def test_any_text_is_understood_or_nothing(address: str) -> None:
    found = read(address, HOME)
    assert (found.kind == "topic") == (found.topic_id is not None)
    assert found.kind != "nothing" or found == NOTHING
