"""Which group fits, on the demo community's story: with the words that are the reason."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from sqlite3 import Connection

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.composer.suggest import MOST, suggest
from sync.model import Batch, Group, Post, Topic
from sync.store.apply import apply
from sync.store.database import Store
from sync.store.search_index import index_batch


def test_a_title_on_conversations_in_the_street_belongs_to_participation(cache: Connection) -> None:
    raw = "In maart staan we vier middagen op straat. We willen geen enquête, maar een echt gesprek."
    best = suggest(cache, "Inzet straatgesprekken t.b.v. omgevingsvisie", raw)[0]
    assert (best.name, best.closed) == ("Participatie", True)
    assert best.words[0] == "straatgesprekken"


@pytest.mark.parametrize(
    ("title", "group", "word"),
    [
        ("Hoe schrijf je een begrijpelijke brief?", "Begrijpelijke taal", "begrijpelijke"),
        ("Welke camera gebruiken jullie voor filmpjes?", "Beeld en video", "camera"),
        ("Hoe maak je een pdf toegankelijk?", "Toegankelijkheid", "pdf"),
        ("Crisis: persconferentie met gebarentolk", "Crisiscommunicatie", "Crisis"),
        ("Nieuwe intranetsoftware kiezen", "Interne communicatie", "intranetsoftware"),
    ],
)
def test_the_group_that_talks_about_it_comes_first(
    cache: Connection, title: str, group: str, word: str
) -> None:
    best = suggest(cache, title)[0]
    assert best.name == group
    assert word in best.words


@pytest.mark.parametrize(
    "title", ["", "Hallo allemaal", "Vraag", "Wie weet dit?", "123 456", "xyzzyqwv plugh", "?!"]
)
def test_words_that_point_nowhere_suggest_nothing(cache: Connection, title: str) -> None:
    assert suggest(cache, title) == []


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    store = Store(tmp_path)
    groups = (
        Group(1, "a", "Een", closed=False, can_post=True),
        Group(2, "b", "Twee", closed=False, can_post=False),
        Group(3, "c", "Drie", closed=False),
    )
    texts = (
        [(1, "Brieven over water")] * 4 + [(2, "Brieven over dijken")] * 4 + [(3, "Iets over fietsen")] * 4
    )
    topics = tuple(Topic(number, title, group) for number, (group, title) in enumerate(texts, 1))
    posts = tuple(Post(one.id, one.id, 1, 1, one.id, "<p>x</p>", "x", "x") for one in topics)
    store.write(lambda conn: apply(conn, Batch(groups=groups, topics=topics, posts=posts)))
    store.write(lambda conn: index_batch(conn))
    yield store
    store.close()


def test_only_groups_that_can_be_written_in(store: Store) -> None:
    with store.reading() as conn:
        assert [one.name for one in suggest(conn, "Dijken en water")] == ["Een"]
        assert [one.words for one in suggest(conn, "Over fietsen")] == [("fietsen",)]


def test_an_empty_cache_suggests_nothing(tmp_path: Path) -> None:
    store = Store(tmp_path / "empty")
    with store.reading() as conn:
        assert suggest(conn, "Straatgesprekken in de wijk", "tekst") == []
    store.close()


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(title=st.text(max_size=80), raw=st.text(max_size=200))
def test_any_text_is_a_text(cache: Connection, title: str, raw: str) -> None:
    found = suggest(cache, title, raw)
    assert len(found) <= MOST
    assert all(one.words for one in found)
