"""The telling words of what a member writes, in the forms in which the local index has them."""

from __future__ import annotations

import math
import re
from sqlite3 import Connection
from typing import NamedTuple

from app.titles_texts import EMPTY, FUNCTION_WORDS
from sync.markup_text import fold
from sync.store import words
from sync.store.search_index import WORD
from sync.store.topic_lookup import Extent

LEAST_LETTERS = 3
_STEM_LETTERS = 5
_PART_LETTERS, _PART_WORTH = 5, 0.75
_FORMS = 12
# Candidates for words that contain another one; the common ones were met first.
_LOOKED_THROUGH = 400
_READ = 4_000
_ENDINGS = re.compile(r"(?:tjes|tje|jes|je|ingen|ing|en|es|s|e|n)\Z")
_DOUBLED = re.compile(r"([bdfgklmnprst])\1\Z")
_MORE = (
    "graag weten weet iemand jullie doen doet gaan gaat komt komen maken maakt maak willen mogen mag"
    " eigen andere ander veel meer minder heel goed goede beter beste nieuw nieuwe eerste tweede vandaag"
    " morgen gisteren week maand jaar dag onder boven binnen buiten tijdens volgens samen alleen alles"
    " allemaal alle iets niets altijd nooit soms vaak weer nog eens want dus omdat zodat hebt heb had bent"
    " was waren deed wordt werd gebruik gebruiken gebruikt inzet inzetten toepassing zoek zoeken zoekt vind"
    " vinden staan staat zit"
    " zet zetten vooral echt eigenlijk gewoon per tot uit een twee drie vier vijf zes zeven acht negen"
    " tien elf twaalf with like just more most some many good best one two three four five six ten time"
    " year month day today know does make made work works using used find look looking help all any our"
    " out get got can may its his her"
)
STOP = frozenset(
    fold(word) for word in (*FUNCTION_WORDS["nl"], *FUNCTION_WORDS["en"], *EMPTY, *_MORE.split())
)


class Term(NamedTuple):
    """A telling word: as it was written, and its folded forms in the index, itself first.

    ``worth`` is less than 1 where only parts of it are known, which may be about something else.
    """

    written: str
    forms: tuple[str, ...]
    worth: float = 1.0

    @property
    def match(self) -> str:
        """The forms as an FTS5 expression: within quotes nothing in them is syntax."""
        return "(" + " OR ".join(f'"{form}"' for form in self.forms) + ")"


class Hits(NamedTuple):
    """The newest topics with a term, newest first, and how telling it is: rare words are."""

    term: Term
    topics: list[int]
    weight: float


def telling(text: str, most: int) -> list[str]:
    """The first ``most`` different telling words of a text, as they are written there."""
    found: dict[str, str] = {}
    for match in re.finditer(r"[^\W_]+(?:['’][^\W\d_]+)?", text[:_READ]):
        folded = fold(match[0])
        long_enough = len(folded) >= LEAST_LETTERS or (match[0].isupper() and len(folded) == 2)
        if long_enough and folded not in STOP and not folded.isdigit() and WORD.fullmatch(folded):
            found.setdefault(folded, match[0])
        if len(found) == most:
            break
    return list(found.values())


def term(conn: Connection, written: str, *, broken: bool = False) -> Term:
    """A word with its inflections and the longer words that it is part of, as far as the index has them.

    Of a compound that the index does not have, or that is to be ``broken`` up, the words that it begins and
    ends with.
    """
    word = fold(written)
    if broken and len(word) >= 2 * _PART_LETTERS and (parts := _parts(conn, word)):
        return Term(written, (word, *parts), _PART_WORTH)
    stem = _stem(word)
    forms = [word]
    if len(stem) >= _STEM_LETTERS:
        forms += words.shortest_starting(conn, stem, _FORMS)
        forms += words.first_containing(conn, stem, _LOOKED_THROUGH, _FORMS)
    if len(set(forms)) == 1 and len(word) >= 2 * _PART_LETTERS and (parts := _parts(conn, word)):
        return Term(written, (word, *parts), _PART_WORTH)
    return Term(written, tuple(dict.fromkeys(forms))[:_FORMS])


def _parts(conn: Connection, word: str) -> list[str]:
    """The longest known words that a compound begins and ends with."""
    # No longer than leaves another part: "straatgesprek" is none of "straatgesprekken".
    lengths = range(_PART_LETTERS, len(word) - _PART_LETTERS + 2)
    pieces = {word[:length] for length in lengths} | {word[-length:] for length in lengths}
    known = words.known(conn, pieces - STOP - {word})
    starts = sorted((one for one in known if word.startswith(one)), key=len)
    ends = sorted((one for one in known if word.endswith(one)), key=len)
    return starts[-1:] + ends[-1:]


def newest(conn: Connection, one: Term, limit: int, all_topics: Extent) -> Hits:
    """The newest topics with a term in their opening post, at most ``limit``."""
    ids = words.newest_topics(conn, one.match, limit)
    span = max(1, all_topics.top - all_topics.low)
    looked = span if len(ids) < limit else max(1, all_topics.top - ids[-1])
    return Hits(one, ids, one.worth * math.log(1 + looked / (len(ids) + 1)))


def _stem(word: str) -> str:
    """A word without its Dutch or English ending, as long as enough of it is left."""
    stem = _ENDINGS.sub("", word)
    stem = _DOUBLED.sub(r"\1", stem) if stem != word else stem
    return stem if len(stem) >= _STEM_LETTERS else word
