"""The title coach: calm hints that help a title invite people. It advises and never stands in the way."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Literal, NamedTuple

from app.language import Language, Text
from app.readability import WORD, ease, syllables
from app.titles_questions import asks, inviting_question
from app.titles_texts import (
    DOTTED,
    EMPTY,
    FAMILIAR,
    FUNCTION_WORDS,
    OFFICIALESE,
    PASSIVE,
    SHOUTED,
    SPELLINGS,
    TEXTS,
)
from sync.model import Kind

__all__ = ["Code", "Hint", "hints", "inviting_question", "language_of"]

Code = Literal["empty", "short", "shouting", "question-mark", "abbreviation", "officialese", "long", "hard"]

MOST_HINTS = 3
LEAST_CHARACTERS = 15
"""What Discourse asks of a title unless the community set another length (``min_topic_title_length``)."""
LEAST_WORDS = 3
MOST_CHARACTERS = 80
MOST_READ = 255
"""Longer than a title can be on the platforms: a pasted text, of which only its length is said."""
HARD_FROM_WORDS = 8
HARD_BELOW = 15.0


class Hint(NamedTuple):
    """One piece of advice on a title.

    ``text`` is complete: show ``text.say(language)`` without values. ``suggestion`` is the whole title as it
    would become, None where only the member can tell. ``start`` and ``length`` mark the part it is about, in
    characters of the title (code points).
    """

    code: Code
    text: Text
    suggestion: str | None
    start: int
    length: int


class _Title(NamedTuple):
    text: str
    words: list[re.Match[str]]
    kind: Kind
    language: Language
    known: frozenset[str]


def hints(title: str, kind: Kind, language: Language, known: frozenset[str] = frozenset()) -> list[Hint]:
    """At most three hints on ``title``, the most useful first; none for a good title or an empty field.

    ``language`` is the title's own (see ``language_of``); each hint speaks both languages. ``known`` are
    abbreviations that the readers know, such as a group's own, in any case and with or without full stops.

    The reading level is the formula of ``app.readability.ease``. It was made for samples of a hundred words:
    in a title a single long word decides it, and the subject is often such a word. So it is asked only from
    eight words on, leaves the longest word out, and speaks only far below the formula's own limit for "very
    hard" (15 instead of 30), and only where no office word was found that explains it better.
    """
    if not title.strip():
        return []
    if len(title) > MOST_READ:
        return [_hint("long", (MOST_CHARACTERS, len(title)), most=MOST_CHARACTERS)]
    plain = frozenset(_letters(word) for word in known)
    subject = _Title(title, list(WORD.finditer(title)), kind, language, plain)
    found = [hint for check in _CHECKS if (hint := check(subject))]
    plainly = all(hint.code != "officialese" for hint in found)
    return [hint for hint in found if hint.code != "hard" or plainly][:MOST_HINTS]


def language_of(title: str, otherwise: Language = "nl") -> Language:
    """The language ``title`` is written in, by its little words, else by its spelling.

    ``otherwise`` where neither tells, best the language the member reads.
    """
    words = [match.group().lower() for match in WORD.finditer(title)]
    dutch, english = (sum(word in FUNCTION_WORDS[tongue] for word in words) for tongue in ("nl", "en"))
    if dutch == english:
        lower = title.lower()
        dutch, english = (len(SPELLINGS[tongue].findall(lower)) for tongue in ("nl", "en"))
    if dutch == english:
        return otherwise
    return "nl" if dutch > english else "en"


def _hint(code: Code, span: tuple[int, int], suggestion: str | None = None, **values: object) -> Hint:
    return _worded(code, code, span, suggestion, **values)


def _worded(
    code: Code, name: str, span: tuple[int, int], suggestion: str | None = None, **values: object
) -> Hint:
    """A hint whose sentence has another name than its code."""
    text = Text(TEXTS[name].say("en", **values), TEXTS[name].say("nl", **values))
    return Hint(code, text, suggestion, span[0], span[1] - span[0])


def _whole(title: _Title) -> tuple[int, int]:
    return 0, len(title.text)


def _empty(title: _Title) -> Hint | None:
    if title.words and all(word.group().lower() in EMPTY for word in title.words):
        return _hint("empty", _whole(title), words=" ".join(title.text.split()).rstrip(" .!?:…"))
    return None


def _short(title: _Title) -> Hint | None:
    if _empty(title):
        return None
    # Thanks and links are named by what they are about: two words can say it all.
    least = 2 if title.kind in ("spotlight", "link") else LEAST_WORDS
    words = title.text.split()
    if len(words) < least or len(" ".join(words)) < LEAST_CHARACTERS:
        return _hint("short", _whole(title))
    return None


def _long(title: _Title) -> Hint | None:
    if len(title.text.rstrip()) > MOST_CHARACTERS:
        return _hint("long", (MOST_CHARACTERS, len(title.text)), most=MOST_CHARACTERS)
    return None


_MARKS = re.compile(r"[!?]*(?:!!|\?\?|!\?|\?!)[!?]*")


def _shouting(title: _Title) -> Hint | None:
    loud = _loud(title)
    if loud:
        return _worded("shouting", "shouting", (loud[0].start(), loud[-1].end()), _lowered(title, loud))
    if match := _MARKS.search(title.text):
        mark = "?" if "?" in match.group() else "!"
        return _worded("shouting", "shouting-marks", match.span(), _replaced(title.text, match.span(), mark))
    return None


def _loud(title: _Title) -> list[re.Match[str]]:
    """The words in capitals that are no abbreviations, in order."""
    capitals = [word for word in title.words if _is_capitals(word.group()) and not _is_familiar(title, word)]
    letters = sum(len(word.group()) for word in title.words)
    if len(capitals) >= LEAST_WORDS and sum(len(word.group()) for word in capitals) > 0.6 * letters:
        return capitals
    return [word for word in capitals if word.group() in SHOUTED or len(word.group()) >= 8]


def _is_capitals(word: str) -> bool:
    return len(word) > 1 and word.isupper()


def _is_familiar(title: _Title, word: re.Match[str]) -> bool:
    letters = _letters(word.group())
    return letters in FAMILIAR or letters in title.known


def _lowered(title: _Title, loud: list[re.Match[str]]) -> str | None:
    text = title.text
    # From the end: lowering a letter such as İ changes the length of what follows.
    for word in reversed(loud):
        calm = word.group().capitalize() if word is title.words[0] else word.group().lower()
        text = _replaced(text, word.span(), calm)
    return text if text != title.text else None


def _replaced(text: str, span: tuple[int, int], words: str) -> str:
    return text[: span[0]] + words + text[span[1] :]


def _question_mark(title: _Title) -> Hint | None:
    if title.kind != "question" or "?" in title.text or _empty(title):
        return None
    suggestion = inviting_question(title.text, title.language)
    name = "question-mark-only" if asks(title.text, title.language) else "question-mark"
    return _worded("question-mark", name, _whole(title), suggestion)


_CAPITALS = re.compile(r"(?<![\w.@#/])[A-ZÀ-ÖØ-Þ]{2,6}\d?(?=s?(?!\w|[@.]\w))")
_STOPS = re.compile(r"(?<![\w.@#/-])[^\W\d_](?:\.[^\W\d_])+\b(?:\.(?!\w)|(?![\w.@]))")
_NUMERAL = re.compile(r"[IVX]+")
_NAME = re.compile(r"\s+[^\W\d_]\w*[a-zß-öø-ÿ]")


def _abbreviation(title: _Title) -> Hint | None:
    found = sorted((*_capital_ones(title), *_dotted_ones(title)), key=lambda one: one[0])
    if not found:
        return None
    span, plain = found[0]
    suggestion = None if plain is None else _plainer(title.text, span, plain)
    return _hint("abbreviation", span, suggestion, words=title.text[span[0] : span[1]])


def _capital_ones(title: _Title) -> Iterator[tuple[tuple[int, int], str | None]]:
    loud = [word.span() for word in _loud(title)]
    for match in _CAPITALS.finditer(title.text):
        letters = _letters(match.group())
        shouted = any(start <= match.start() < end for start, end in loud)
        if not (shouted or letters in FAMILIAR or letters in title.known or _NUMERAL.fullmatch(letters)):
            yield match.span(), None


def _dotted_ones(title: _Title) -> Iterator[tuple[tuple[int, int], str | None]]:
    for match in _STOPS.finditer(title.text):
        letters = _letters(match.group())
        plain = DOTTED.get(letters.lower())
        known = letters in title.known or letters in FAMILIAR or (letters.lower() in DOTTED and plain is None)
        # Capitals with full stops before a name are somebody's initials.
        initials = letters == match.group().replace(".", "") and _NAME.match(title.text[match.end() :])
        if not known and not initials:
            yield match.span(), plain


def _letters(word: str) -> str:
    return word.replace(".", "").upper()


def _plainer(text: str, span: tuple[int, int], plain: str) -> str:
    """``text`` with ``plain`` at ``span``, with the capital that was there."""
    if text[span[0]].isupper():
        plain = plain[0].upper() + plain[1:]
    return _replaced(text, span, plain)


def _officialese(title: _Title) -> Hint | None:
    rules = OFFICIALESE[title.language]
    found = [(match, plain) for pattern, plain in rules if (match := pattern.search(title.text))]
    if found:
        match, plain = min(found, key=lambda one: one[0].start())
        suggestion = None if plain is None else _plainer(title.text, match.span(), plain)
        return _hint("officialese", match.span(), suggestion, words=match.group())
    if match_passive := PASSIVE[title.language].search(title.text):
        return _worded("officialese", "passive", match_passive.span())
    return None


def _hard(title: _Title) -> Hint | None:
    if len(title.words) < HARD_FROM_WORDS:
        return None
    longest = max(title.words, key=lambda word: syllables(word.group(), title.language))
    score = ease(_replaced(title.text, longest.span(), ""), title.language)
    if score is None or score >= HARD_BELOW:
        return None
    return _hint("hard", longest.span(), words=longest.group())


_CHECKS: tuple[Callable[[_Title], Hint | None], ...] = (
    _empty,
    _short,
    _shouting,
    _question_mark,
    _abbreviation,
    _officialese,
    _long,
    _hard,
)
"""The checks, the most useful first: what keeps people from reacting comes before what reads slowly."""
