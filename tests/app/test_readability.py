"""Syllables and reading ease, against figures worked out by hand."""

from __future__ import annotations

import pytest

from app.language import Language
from app.readability import ease, syllables


@pytest.mark.parametrize(
    ("word", "count"),
    [
        ("huis", 1),
        ("ideeën", 3),
        ("gemeente", 3),
        ("participatie", 5),
        ("sociaal", 3),
        ("beïnvloeden", 4),
        ("bijeenkomst", 3),
        ("moeilijk", 2),
        ("xkcd", 1),
    ],
)
def test_dutch_syllables(word: str, count: int) -> None:
    assert syllables(word, "nl") == count


@pytest.mark.parametrize(
    ("word", "count"),
    [
        ("house", 1),
        ("people", 2),
        ("asked", 1),
        ("wanted", 2),
        ("participation", 5),
        ("experience", 4),
        ("municipalities", 6),
        ("friend", 1),
        ("the", 1),
    ],
)
def test_english_syllables(word: str, count: int) -> None:
    assert syllables(word, "en") == count


def test_the_dutch_formula_is_doumas() -> None:
    # 6 words in 1 sentence, 7 syllables: only "tafel" has two.
    assert ease("De kat zit op de tafel.", "nl") == pytest.approx(206.84 - 0.77 * 100 * 7 / 6 - 0.93 * 6)


def test_the_english_formula_is_fleschs() -> None:
    assert ease("The cat sat. It ran off.", "en") == pytest.approx(206.835 - 1.015 * 3 - 84.6)


@pytest.mark.parametrize("language", ["nl", "en"])
def test_longer_words_and_longer_sentences_are_harder(language: Language) -> None:
    easy = ease("We eat bread. We drink tea.", language)
    one_sentence = ease("We eat bread we drink tea.", language)
    long_words = ease("Municipalities investigate opportunities.", language)
    assert easy is not None
    assert one_sentence is not None
    assert long_words is not None
    assert easy > one_sentence > long_words


@pytest.mark.parametrize("text", ["", "  ", "123", "?!", "🙂"])
def test_without_words_there_is_no_figure(text: str) -> None:
    assert ease(text, "nl") is None
