"""What a word of a query looks for: folded words in a row, and expressions of the word index for them.

A word of three letters or more is also found inside longer words, as in ``sync.store.search``.
"""

from __future__ import annotations

from collections.abc import Iterable
from sqlite3 import Connection
from typing import NamedTuple

from app.filters.tree import Form, Term, Words
from sync.markup_text import fold
from sync.store import words as cached_words
from sync.store.search_index import WORD
from sync.store.words import PART_LENGTH

# Many words in one expression cost each step a look at every one of them; few at a time are quicker.
_TOGETHER = 4
_MOST_WORDS = 1_000


class Sought(NamedTuple):
    """Folded words that stand in a row; ``form`` says how the last of them may go on."""

    words: tuple[str, ...]
    form: Form


def sought(term: Term) -> Sought:
    """The folded words of ``term``; none when nothing of it is left, and then nothing matches."""
    words = tuple(WORD.findall(fold(term.text)))
    if term.form == "word" and (len(words) != 1 or len(words[0]) < PART_LENGTH):
        return Sought(words, "phrase")
    return Sought(words, term.form)


def expressions(conn: Connection, node: Words, *, lowest: int | None = None) -> list[str]:
    """FTS5 expressions for the word index: what matches any of them matches ``node``, and nothing else does.

    Good for the words that the index holds now. Letters and digits in quotes: nothing in them is syntax.
    ``lowest``: for the index of topics, of which only those from this id on will be read.
    """
    titled = lowest if lowest is not None and node.where == "title" else 0
    found: dict[str, None] = {}
    for term in node.terms:
        words, form = sought(term)
        if not words:
            continue
        if form == "prefix" and lowest is not None and len(words) == 1:
            longer = cached_words.starting(conn, words[0], titled)
            # FTS5 puts all that a start stands for together first, however little of it is asked for.
            if len(longer) <= _MOST_WORDS:
                found.update(dict.fromkeys(f'"{word}"' for word in longer))
                continue
        found[f'"{" ".join(words)}"{"*" if form == "prefix" else ""}'] = None
        if form == "word":
            found.update(
                dict.fromkeys(f'"{word}"' for word in cached_words.containing(conn, words[0], titled))
            )
    column = "" if node.where == "any" else f"{{{node.where}}} : "
    return [f"{column}({' OR '.join(some)})" for some in _few(list(found))]


def _few(quoted: list[str]) -> Iterable[list[str]]:
    return (quoted[start : start + _TOGETHER] for start in range(0, len(quoted), _TOGETHER))
