"""What could come next while a query is being typed: keywords, kinds, states, and names from the cache."""

from __future__ import annotations

import re
from collections.abc import Iterable
from sqlite3 import Connection
from typing import Literal, NamedTuple

from app.filters import keywords
from app.filters.names import name_key
from app.filters.text import quoted
from app.language import Language, Text
from sync.store import groups, people, tags

CompletionKind = Literal["field", "group", "from", "org", "tag", "kind", "is", "in", "date"]
_MOST_NAMES = 3000
_TOKEN = re.compile(
    r"(?:^|[\s(])-?(?:(?P<field>[^\W\d_][\w-]*):(?:(?:\"[^\"]*\"|[^\s(),\"]+),)*)?(?P<begun>\"[^\"]*|[^\s(),\"]*)$"
)
_MOMENTS = (keywords.TODAY, keywords.YESTERDAY, Text("7d", "7d"), Text("3m", "3m"), keywords.LAST_VISIT)


class Completion(NamedTuple):
    """``text`` replaces what stands from ``start`` to the cursor; ``label`` is what the list shows."""

    start: int
    text: str
    label: str
    kind: CompletionKind


class Vocabulary(NamedTuple):
    """Names of the cache, most used first, each with the folded form that typing is compared with."""

    groups: tuple[tuple[str, str], ...] = ()
    people: tuple[tuple[str, str], ...] = ()
    organisations: tuple[tuple[str, str], ...] = ()
    tags: tuple[tuple[str, str], ...] = ()


def vocabulary(conn: Connection) -> Vocabulary:
    """The names to complete with, at most 3000 of each; to be read now and then, not at each key."""
    return Vocabulary(
        _keyed(groups.own_first(conn, _MOST_NAMES)),
        _keyed(people.most_active(conn, _MOST_NAMES)),
        _keyed(people.largest_organisations(conn, _MOST_NAMES)),
        _keyed(tags.most_used(conn, _MOST_NAMES)),
    )


def completions(
    text: str, position: int, known: Vocabulary, language: Language = "en", limit: int = 12
) -> list[Completion]:
    """What could replace the word before ``position`` (characters), best first."""
    before = text[:position]
    found = _TOKEN.search(before)
    if found is None or before[: found.start("begun")].count('"') % 2:
        return []
    start, begun = found.start("begun"), name_key(found["begun"].lstrip('"'))
    if found["field"] is None:
        return _fields(start, begun, language)[:limit] if begun and '"' not in found["begun"] else []
    field = keywords.field_named(found["field"])
    if field is None:
        return []
    names = _names(field, known)
    if names is not None:
        kind: CompletionKind = field.name  # type: ignore[assignment] # fields of names are kinds too
        return [Completion(start, quoted(name), name, kind) for name in _matching(names, begun, limit)]
    return _words(field, start, begun, language)[:limit]


def _fields(start: int, begun: str, language: Language) -> list[Completion]:
    """Keywords in the member's language first, then those of the other that they began to type."""
    other: Language = "en" if language == "nl" else "nl"
    words = [field.keyword.say(chosen) for chosen in (language, other) for field in keywords.FIELDS]
    fitting = [word for word in dict.fromkeys(words) if name_key(word).startswith(begun)]
    return [Completion(start, f"{word}:", f"{word}:", "field") for word in fitting]


def _words(field: keywords.Field, start: int, begun: str, language: Language) -> list[Completion]:
    listed: dict[keywords.FieldType, tuple[CompletionKind, Iterable[Text]]] = {
        "kind": ("kind", keywords.KINDS.values()),
        "is": ("is", keywords.STATES.values()),
        "in": ("in", keywords.PLACES.values()),
        "date": ("date", _MOMENTS),
    }
    if field.type not in listed:
        return []
    kind, texts = listed[field.type]
    fitting = [text.say(language) for text in texts if any(name_key(word).startswith(begun) for word in text)]
    return [Completion(start, word, word, kind) for word in fitting]


def _names(field: keywords.Field, known: Vocabulary) -> tuple[tuple[str, str], ...] | None:
    return {
        "group": known.groups,
        "from": known.people,
        "org": known.organisations,
        "tag": known.tags,
    }.get(field.name)


def _matching(names: tuple[tuple[str, str], ...], begun: str, limit: int) -> list[str]:
    """Names that begin so, then those of which a later word does, then those that hold it anywhere."""
    ranked: tuple[list[str], ...] = ([], [], [])
    for name, key in names:
        if begun in key:
            ranked[0 if key.startswith(begun) else 1 if f" {begun}" in key else 2].append(name)
            if len(ranked[0]) == limit:
                break
    return [name for some in ranked for name in some][:limit]


def _keyed(names: Iterable[str]) -> tuple[tuple[str, str], ...]:
    return tuple((name, key) for name in dict.fromkeys(names) if (key := name_key(name)))
