"""What is said about something that is being written, on the demo community's story."""

from __future__ import annotations

from app.composer.advice import advise
from sync.store import groups
from sync.store.database import Store


def test_a_title_brings_hints_topics_like_it_and_groups(story: Store) -> None:
    found = advise(story, "Hoe maak je een pdf toegankelijk", "", "question", None, "nl")
    assert [hint.code for hint in found.hints] == ["question-mark"]
    assert found.similar[0].title == "Heeft een toegankelijke pdf nog zin?"
    assert found.suggestions[0].name == "Toegankelijkheid"


def test_nothing_is_said_about_nothing(story: Store) -> None:
    found = advise(story, "", "", "question", None, "nl")
    assert (found.similar, found.suggestions) == ([], [])


def test_whom_a_text_mentions_and_what_a_template_asks_is_no_subject(story: Store) -> None:
    found = advise(story, "", "@toegankelijkheid\n\n**Welke brieven?**\n", "experience", None, "nl")
    assert found.suggestions == []


def test_an_abbreviation_of_the_group_itself_needs_no_explanation(story: Store) -> None:
    with story.reading() as conn:
        group = groups.groups(conn)[0]._replace(name="Alles over de WOO")
    title = "Hoe gaan jullie om met de WOO op het intranet?"
    codes = {
        chosen: [hint.code for hint in advise(story, title, "", "question", chosen, "nl").hints]
        for chosen in (None, group)
    }
    assert "abbreviation" in codes[None]
    assert "abbreviation" not in codes[group]
