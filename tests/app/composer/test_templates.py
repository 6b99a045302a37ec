"""Templates: in both languages, without anything left over when they are sent."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.composer.preview import rendered
from app.composer.templates import (
    STARTS,
    is_untouched,
    template,
    title_example,
    title_label,
    without_empty_parts,
)
from app.language import Language
from app.titles import hints
from sync.model import KINDS, Kind

LANGUAGES: tuple[Language, ...] = ("nl", "en")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_has_a_start_in_both_languages(kind: Kind, language: Language) -> None:
    other: Language = "en" if language == "nl" else "nl"
    assert title_label(kind, language) != title_label(kind, other)
    example = title_example(kind, language)
    assert hints(example, kind, language) == []
    text = template(kind, language)
    assert text.count("**") == 2 * len(STARTS[kind].headings)
    assert is_untouched(text)
    assert all(heading.say(language) in rendered(text, "https://a.nl") for heading in STARTS[kind].headings)


def test_what_nothing_was_written_under_goes() -> None:
    first, second = (heading.nl for heading in STARTS["question"].headings)
    raw = template("question", "nl").replace(f"**{first}**\n", f"**{first}**\n\nHoe het moet.")
    assert without_empty_parts(raw).strip() == f"**{first}**\n\nHoe het moet."
    raw = template("question", "nl") + "Niets."
    assert without_empty_parts(raw).strip() == f"**{second}**\n\n\n\nNiets.".replace("\n\n\n\n", "\n\n")


def test_a_spotlight_thanks_by_name_and_a_link_stands_alone() -> None:
    assert "@petra" in template("spotlight", "nl", person="petra")
    assert not is_untouched(template("spotlight", "nl", person="petra"))
    assert template("link", "en", link="https://a.nl").split("\n")[:2] == ["https://a.nl", ""]
    assert "@" not in template("question", "en", person="petra")


def test_headings_of_ones_own_stay() -> None:
    assert without_empty_parts("**Mijn kop**\n\n") == "**Mijn kop**\n\n"
    assert is_untouched("  \n")
    assert not is_untouched("x")


@given(st.text(alphabet="ab*\n ", max_size=60))
def test_other_texts_are_left_as_they_are(raw: str) -> None:
    assert without_empty_parts(raw) == raw
