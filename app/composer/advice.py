"""What is worth knowing about what was written so far: the title, topics like it, groups where it fits."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple, cast

if TYPE_CHECKING:
    from app.composer.suggest import Suggestion
    from app.language import Language
    from app.titles import Hint
    from sync.model import Kind
    from sync.store.database import Store
    from sync.store.rows import GroupRow
    from sync.store.topic_lookup import Gist

_ABBREVIATION = re.compile(r"\b[A-Z]{2,6}\b")
# Who is mentioned, and what a template asks, say nothing of what it is about.
_NO_SUBJECT = re.compile(r"^.{0,30}@[\w.-]+\W*$|@[\w.-]+|^\*\*.+\*\*\s*$", re.MULTILINE)


class Advice(NamedTuple):
    """Hints on the title, topics that may answer it already, and groups where it fits."""

    hints: list[Hint]
    similar: list[Gist]
    suggestions: list[Suggestion]


def advise(
    store: Store, title: str, raw: str, kind: str, group: GroupRow | None, language: Language
) -> Advice:
    """Advice on a title and a text for ``group``. Blocks: call it from the background."""
    # Loaded in the background, so that the composer opens without them.
    from app import titles
    from app.composer import similar, suggest

    known = () if group is None else _ABBREVIATION.findall(f"{group.name} {group.purpose}")
    spoken = titles.language_of(title, language)
    hints = titles.hints(title, cast("Kind", kind), spoken, frozenset(known))
    with store.reading() as conn:
        alike = similar.similar(conn, title) if title.strip() else []
        told = _NO_SUBJECT.sub(" ", raw)
        fitting = suggest.suggest(conn, title, told) if title.strip() or told.strip() else []
    return Advice(hints, alike, fitting)
