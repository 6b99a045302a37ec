"""What is offered while typing."""

from __future__ import annotations

import time

import pytest

from app.filters.complete import Vocabulary, completions, vocabulary
from app.filters.parse import parse
from app.language import Language
from sync.store.database import Store
from tests.app.filters.village import Village


@pytest.fixture(scope="module")
def known(tmp_path_factory: pytest.TempPathFactory) -> Vocabulary:
    store = Store(tmp_path_factory.mktemp("village"))
    Village(store, seed=3)
    with store.reading() as conn:
        found = vocabulary(conn)
    store.close()
    return found


def _offered(text: str, known: Vocabulary, language: Language = "nl") -> list[str]:
    """The whole texts that could be, each with what is offered in its place."""
    return [text[: one.start] + one.text for one in completions(text, len(text), known, language)]


@pytest.mark.parametrize(
    ("typed", "offered"),
    [
        ("so", ["soort:"]),
        ("x -so", ["x -soort:"]),
        ("kin", ["kind:"]),
        ("soort:vr", ["soort:vraag"]),
        ("kind:vr", ["kind:vraag"]),
        ("soort:link,erv", ["soort:link,ervaring"]),
        ("is:ong", ["is:ongelezen"]),
        ("in:", ["in:titel", "in:tekst"]),
        ("sinds:vo", ["sinds:vorig-bezoek"]),
        ("groep:cafe", ["groep:Café"]),
        ("groep:besl", ['groep:"Besloten  kring"']),
        ('van:"jan b', ['van:"Jan Bakker"']),
        ("van:bakker", ['van:"Jan Bakker"']),
        ("van:amra", ['van:"Fatima el Amrani"']),
        ("org:een", ['org:"Café Één"']),
        ("tag:nai", ["tag:naïef"]),
        ("tag:beleid,web", ["tag:beleid,web-3"]),
        ('"so', []),
        ('"in a phrase tag:b', []),
        ("", []),
        ("onbekend:x", []),
        ("antwoorden:", []),
    ],
)
def test_what_is_offered(known: Vocabulary, typed: str, offered: list[str]) -> None:
    assert _offered(typed, known) == offered


def test_the_language_of_the_member_comes_first(known: Vocabulary) -> None:
    assert _offered("t", known, "nl")[:3] == ["tag:", "titel:", "tekst:"]
    assert _offered("t", known, "en")[:3] == ["tag:", "title:", "text:"]
    assert _offered("kind:e", known, "en") == ["kind:experience", "kind:event"]


def test_whatever_is_offered_can_be_read(known: Vocabulary) -> None:
    for field in ("groep", "van", "org", "tag", "soort", "is", "in", "sinds"):
        found = _offered(f"{field}:", known)
        assert found
        for text in found:
            parse(text)


def test_many_names_are_looked_through_between_two_keys() -> None:
    many = tuple((f"Naam {number} Achternaam", f"naam {number} achternaam") for number in range(3000))
    known = Vocabulary(people=many)
    before = time.process_time()
    for end in range(20):
        completions("van:2999 achternaam", end, known)
    assert (time.process_time() - before) / 20 < 0.005
