"""The help page on rules: each of its examples is run, and touches what the page says it touches."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

import pytest

from app.accounts import Account
from app.client import Client
from app.filters.parse import parse
from app.filters.sql import compile_query
from app.filters.text import to_text
from app.filters.tree import Node
from app.language import Language
from app.paths import Profile
from app.settings import Settings
from sync.credentials import Key
from sync.demo.server import DemoServer
from tests.conftest import NOW
from tests.house import ROOT

LANGUAGES: tuple[Language, ...] = ("nl", "en")
EXAMPLES = 10
_MOMENT = int(NOW.timestamp() * 1000)
_EXAMPLE = re.compile(r"### (\d+)\. ([^\n]+)\n\n```\n(.+?)\n```\n\n\w+: “(.+?)”")


class Example(NamedTuple):
    """An example of the page: its number and heading, the query, and a topic that it touches."""

    number: int
    heading: str
    query: str
    title: str


def examples(language: Language) -> list[Example]:
    """The worked examples of the page in one language."""
    page = (ROOT / "resources" / "help" / language / "rules.md").read_text(encoding="utf-8")
    found = _EXAMPLE.findall(page)
    return [Example(int(number), heading, query, title) for number, heading, query, title in found]


@pytest.fixture(scope="module")
def client(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Client]:
    """A member of the demo community who has fetched everything."""
    profile = Profile(tmp_path_factory.mktemp("help"))
    profile.create()
    settings = Settings(profile)
    settings.set("sync.requests_per_minute", 600)
    settings.set("sync.images", False)
    with DemoServer(requests_per_minute=0, now=NOW) as server:
        account = Account("demo", "discourse", server.url, server.username, "help")
        made = Client(profile, account, settings, Key(server.key, "help"))
        assert made.round().error is None
        yield made
        made.close()


def touched(client: Client, node: Node) -> list[str]:
    """The titles of the topics that a query is about."""
    with client.store.reading() as conn:
        query = compile_query(conn, node, now=_MOMENT, me=client.judge.known(conn).me)
        return [
            title
            for (title,) in conn.execute(
                f"SELECT title FROM topics WHERE topic_id IN ({query.topics.sql})",  # noqa: S608
                query.topics.values,
            )
        ]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_has_ten_examples(language: Language) -> None:
    found = examples(language)
    assert [example.number for example in found] == list(range(1, EXAMPLES + 1))
    assert len({example.query for example in found}) == EXAMPLES


@pytest.mark.parametrize("number", range(1, EXAMPLES + 1))
def test_an_example_touches_what_the_page_says(number: int, client: Client) -> None:
    for language in LANGUAGES:
        example = examples(language)[number - 1]
        titles = touched(client, parse(example.query))
        assert example.title in titles, f"{language} {example.number}. {example.heading}: {titles}"
        with client.store.reading() as conn:
            everything = conn.execute("SELECT count(*) FROM topics").fetchone()[0]
        assert len(titles) < everything / 2, "an example picks something out"


@pytest.mark.parametrize("number", range(1, EXAMPLES + 1))
def test_both_languages_mean_the_same(number: int) -> None:
    dutch, english = (examples(language)[number - 1] for language in LANGUAGES)
    assert parse(dutch.query) == parse(english.query)
    assert dutch.title == english.title
    assert to_text(parse(english.query), "nl") == to_text(parse(dutch.query), "nl")


def test_every_word_of_the_list_of_fields_is_a_word_of_the_language() -> None:
    for language in LANGUAGES:
        page = (ROOT / "resources" / "help" / language / "rules.md").read_text(encoding="utf-8")
        states = re.search(r"`is:` ([^\n]+)", page)
        kinds = re.search(r"`(?:soort|kind):` ([^\n]+)", page)
        assert states is not None
        assert kinds is not None
        for word in states[1].split(", "):
            parse(f"is:{word}")
        for word in kinds[1].split(", "):
            parse(f"kind:{word}")
