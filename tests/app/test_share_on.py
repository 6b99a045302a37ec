"""A topic on its way to someone else."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from urllib.parse import parse_qs, unquote, urlsplit

import pytest

from app import share_on
from app.reading import Reading
from app.share_on import Handed
from sync.model import Batch, Group, Member, Post, Topic
from sync.store.apply import apply
from sync.store.database import Store

ADDRESS = "https://community.example"


def batch(
    text: str = "Wij gaan de straat op.", *, closed: bool = False, title: str = "Straat & stoep?"
) -> Batch:
    return Batch(
        groups=(Group(1, "participatie", "Participatie", closed),),
        members=(Member(7, "fatima", "Fatima El Amrani", "Rijkswaterstaat"),),
        topics=(Topic(5, title, 1, slug="straat", author_id=7, created=1_000, last_posted=1_000),),
        posts=(Post(50, 5, 1, 7, 1_000, f"<p>{text}</p>", text, text),),
    )


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    opened = Store(tmp_path)
    yield opened
    opened.close()


def topic(store: Store, told: Batch) -> Handed:
    store.write(lambda conn: apply(conn, told))
    found = share_on.handed(Reading(store, ADDRESS), 5)
    assert found is not None
    return found


def mailed(address: str) -> tuple[str, str]:
    parts = urlsplit(address)
    assert parts.scheme == "mailto"
    asked = parse_qs(parts.query)
    return asked["subject"][0], asked["body"][0]


def test_a_mail_names_the_topic_and_where_it_is(store: Store) -> None:
    subject, body = mailed(share_on.mail(topic(store, batch())))
    assert subject == "Straat & stoep?"
    assert body == f"Wij gaan de straat op.\n\n{ADDRESS}/t/straat/5"


def test_a_mail_about_a_closed_topic_has_only_its_address(store: Store) -> None:
    parts = urlsplit(share_on.mail(topic(store, batch(closed=True))))
    assert (parts.scheme, parse_qs(parts.query)) == ("mailto", {"body": [f"{ADDRESS}/t/-/5"]})


@pytest.mark.parametrize("title", ["x%0D%0ABcc: a@b.nl", "x&bcc=a@b.nl", "x\r\nBcc: a@b.nl", "x?cc=a@b.nl#"])
def test_a_title_adds_no_reader_to_a_mail(store: Store, title: str) -> None:
    parts = urlsplit(share_on.mail(topic(store, batch(title=title))))
    assert (parts.path, parts.fragment) == ("", "")
    assert {name: len(told) for name, told in parse_qs(parts.query).items()} == {"subject": 1, "body": 1}
    assert parse_qs(parts.query)["subject"] == [title]


@pytest.mark.parametrize("text", ["lang verhaal " * 500, "é" * 5_000, "日" * 900])
def test_a_mail_is_short_enough_for_every_mail_program(store: Store, text: str) -> None:
    address = share_on.mail(topic(store, batch(text)))
    assert len(address) < 2_000
    assert mailed(address)[1].endswith("/t/straat/5")


@pytest.mark.parametrize("sign", ["日", "é", "👋", "%"])
def test_a_long_title_leaves_room_for_the_address(store: Store, sign: str) -> None:
    address = share_on.mail(topic(store, batch(title=sign * 255)))
    assert len(address) < 2_000
    subject, body = mailed(address)
    assert subject == sign * len(subject)
    assert body.endswith("/t/straat/5")


def test_a_quote_says_who_and_where_and_is_cut_between_words(store: Store) -> None:
    told = share_on.quoted(topic(store, batch("woord " * 500)))
    assert told.startswith("> **Fatima El Amrani (Rijkswaterstaat)**\n>\n> woord woord")
    assert "woord…" in told
    assert told.rstrip().endswith("/t/straat/5")


def test_a_new_topic_has_room_for_a_sentence_of_ones_own(store: Store) -> None:
    assert share_on.as_new_topic(topic(store, batch())).startswith("\n\n> **Fatima")


def test_a_new_topic_about_a_closed_one_has_only_its_address(store: Store) -> None:
    told = share_on.as_new_topic(topic(store, batch(closed=True)))
    assert told.strip() == f"{ADDRESS}/t/-/5"


def test_the_title_of_a_closed_topic_stays_in_its_group(store: Store) -> None:
    closed, opened = topic(store, batch(closed=True)), topic(store, batch())
    assert (share_on.new_title(closed), share_on.new_title(opened)) == ("", "Straat & stoep?")
    assert "straat" not in share_on.quoted(closed).rpartition("https")[2]


def test_the_text_leaves_by_some_ways_only() -> None:
    assert {one for one in share_on.CHOICES if share_on.reveals_text(one)} == {"quote", "markdown", "pdf"}


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Hoe bereik je wie nooit een enquête invult?", "Hoe bereik je wie nooit een enquête invult.md"),
        ("../../etc/passwd", "etc passwd.md"),
        ("a\u202egpj.exe", "a gpj.exe.md"),
        ("???", "stamtafel.md"),
        ("con", "_con.md"),
        ("..", "stamtafel.md"),
        ("x" * 300, "x" * 80 + ".md"),
    ],
)
def test_files_have_names_that_every_system_takes(title: str, name: str) -> None:
    assert share_on.file_name(title, "md") == name


def test_a_topic_that_left_is_not_handed_on(store: Store) -> None:
    assert share_on.handed(Reading(store, ADDRESS), 99) is None


def test_an_address_survives_being_coded_twice(store: Store) -> None:
    address = share_on.mail(topic(store, batch(title="100% zeker & klaar?")))
    assert unquote(address.partition("subject=")[2].partition("&")[0]) == "100% zeker & klaar?"
