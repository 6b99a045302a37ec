"""Topics that may already answer what is asked, on the demo community's story."""

from __future__ import annotations

from pathlib import Path
from sqlite3 import Connection

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.composer.similar import similar
from sync.store.database import Store


@pytest.mark.parametrize(
    ("asked", "title"),
    [
        ("Heeft een toegankelijke pdf nog zin?", "Heeft een toegankelijke pdf nog zin?"),
        ("Hoe maak je een pdf toegankelijk?", "Heeft een toegankelijke pdf nog zin?"),
        (
            "Directeur voor de camera zonder autocue",
            "Hoe krijg je een directeur voor de camera zonder autocue?",
        ),
        ("Hoeveel vragen in een vragenlijst?", "Hoeveel vragen mag een vragenlijst hebben?"),
        ("pictogrammen die iedereen begrijpt", "Welke pictogrammen begrijpt echt iedereen?"),
        ("Mensen bereiken die geen enquête invullen", "Hoe bereik je wie nooit een enquête invult?"),
    ],
)
def test_a_question_that_was_asked_before_finds_its_answer(cache: Connection, asked: str, title: str) -> None:
    found = similar(cache, asked)[0]
    assert (found.title, found.kind, found.answered) == (title, "question", True)
    assert found.author
    assert found.replies > 0


def test_words_in_a_text_find_it_too(cache: Connection) -> None:
    found = [one.title for one in similar(cache, "Wie heeft ervaring met straatgesprekken?")]
    assert "Draaiboek: een middag gesprekken op straat" in found


def test_a_compound_is_broken_up_where_it_finds_nothing_whole(cache: Connection) -> None:
    found = [one.title for one in similar(cache, "Inzet straatgesprekken t.b.v. omgevingsvisie")]
    assert "Draaiboek: een middag gesprekken op straat" in found


@pytest.mark.parametrize(
    "title", ["", "Hallo allemaal", "Hoe?", "een de het", "xyzzyqwv plugh", "\x00\ud7ff"]
)
def test_a_title_that_says_nothing_finds_nothing(cache: Connection, title: str) -> None:
    assert similar(cache, title) == []


def test_no_more_than_asked_for_and_each_once(cache: Connection) -> None:
    found = similar(cache, "Brief intranet nieuwsbrief bijeenkomst webinar", limit=5)
    assert len({one.topic_id for one in found}) == len(found) <= 5
    assert len(similar(cache, "Brief intranet nieuwsbrief bijeenkomst webinar", limit=1)) <= 1


def test_an_empty_cache(tmp_path: Path) -> None:
    store = Store(tmp_path)
    with store.reading() as conn:
        assert similar(conn, "Hoe maak je een pdf toegankelijk?") == []
    store.close()


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(max_size=120) | st.text(alphabet='"()*:^-{}+ ANDORNOTNEARbrief', max_size=80))
def test_any_text_is_a_title(cache: Connection, title: str) -> None:
    assert len(similar(cache, title)) <= 3
