"""Where the words of a search stand in a text as it is written, and a few lines around the first of them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from functools import lru_cache

from sync.markup_text import fold, plain

SNIPPET_CHARACTERS = 200
_LEAD = 60

Matches = tuple[tuple[int, int], ...]


def snippet(html: str, terms: list[list[str]]) -> tuple[str, Matches]:
    """One line of a post's plain text around the first match, and (start, length) of the matches in it."""
    text = plain(html).replace("\n", " ")
    first = _first_match(text, terms)
    start = 0
    if first > SNIPPET_CHARACTERS - _LEAD:
        start = text.rfind(" ", 0, first - _LEAD) + 1
    end = len(text)
    if end - start > SNIPPET_CHARACTERS:
        cut = text.rfind(" ", start + _LEAD, start + SNIPPET_CHARACTERS)
        end = cut if cut > 0 else start + SNIPPET_CHARACTERS
    lead = "…" if start else ""
    piece = text[start:end]
    matches = tuple((len(lead) + at, length) for at, length in matches_in(piece, terms))
    return lead + piece + ("…" if end < len(text) else ""), matches


def matches_in(text: str, terms: list[list[str]]) -> Matches:
    """(start, length) in ``text`` of everything that matches, case and diacritics aside, without overlaps."""
    if not terms:
        return ()
    pattern = _pattern(tuple(map(tuple, terms)))
    folded, places = _folded_with_places(text)
    return tuple(
        (places[found.start()], places[found.end()] - places[found.start()])
        for found in pattern.finditer(folded)
    )


def _first_match(text: str, terms: list[list[str]]) -> int:
    """Where the first match stands in ``text``, 0 when there is none (the match was in title or author)."""
    folded, places = _folded_with_places(text)
    found = _pattern(tuple(map(tuple, terms))).search(folded)
    return 0 if found is None else places[found.start()]


@lru_cache(maxsize=64)
def _pattern(terms: tuple[tuple[str, ...], ...]) -> re.Pattern[str]:
    """Short words as whole words, longer ones also within a word, phrases across spaces and signs."""
    parts = []
    for words in sorted(terms, key=lambda words: -sum(map(len, words))):
        joined = r"[\W_]+".join(map(re.escape, words))
        parts.append(joined if len(words) == 1 and len(words[0]) >= 3 else rf"(?<![^\W_]){joined}(?![^\W_])")
    return re.compile("|".join(parts))


def _folded_with_places(text: str) -> tuple[str, Sequence[int]]:
    """``text`` folded, and for each folded character (and the end) where it came from."""
    if text.isascii() or all(_folds_to_one(character) for character in set(text)):
        return fold(text), range(len(text) + 1)
    pieces: list[str] = []
    places: list[int] = []
    for position, character in enumerate(text):
        folded = fold(character)
        if not folded and pieces and unicodedata.combining(character):
            continue
        pieces.append(folded)
        places.extend([position] * len(folded))
    places.append(len(text))
    return "".join(pieces), places


@lru_cache(maxsize=1024)
def _folds_to_one(character: str) -> bool:
    return len(fold(character)) == 1
