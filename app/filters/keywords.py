"""The words of the language in English and Dutch, and what each stands for."""

from __future__ import annotations

from typing import Literal, NamedTuple

from app.filters.tree import State, Unit
from app.language import Language, Text

FieldType = Literal["name", "kind", "words", "is", "in", "date", "number"]


class Field(NamedTuple):
    """A field: what it is called inside, its two keywords, and what may follow it."""

    name: str
    keyword: Text
    type: FieldType


FIELDS: tuple[Field, ...] = (
    Field("group", Text("group", "groep"), "name"),
    Field("from", Text("from", "van"), "name"),
    Field("org", Text("org", "organisatie"), "name"),
    Field("tag", Text("tag", "tag"), "name"),
    Field("kind", Text("kind", "soort"), "kind"),
    Field("title", Text("title", "titel"), "words"),
    Field("text", Text("text", "tekst"), "words"),
    Field("is", Text("is", "is"), "is"),
    Field("in", Text("in", "in"), "in"),
    Field("since", Text("since", "sinds"), "date"),
    Field("before", Text("before", "voor"), "date"),
    Field("replies", Text("replies", "antwoorden"), "number"),
    Field("likes", Text("likes", "hartjes"), "number"),
)

KINDS: dict[str, Text] = {
    "question": Text("question", "vraag"),
    "experience": Text("experience", "ervaring"),
    "link": Text("link", "link"),
    "spotlight": Text("spotlight", "zonnetje"),
    "event": Text("event", "agenda"),
    "announcement": Text("announcement", "mededeling"),
    "discussion": Text("discussion", "gesprek"),
}

STATES: dict[State, Text] = {
    "unread": Text("unread", "ongelezen"),
    "read": Text("read", "gelezen"),
    "saved": Text("saved", "bewaard"),
    "answered": Text("answered", "beantwoord"),
    "unanswered": Text("unanswered", "onbeantwoord"),
    "closed": Text("closed", "besloten"),
    "open": Text("open", "open"),
    "mine": Text("mine", "mijn"),
    "new-member": Text("new-member", "nieuw-lid"),
    "team": Text("team", "team"),
    "pinned": Text("pinned", "vastgezet"),
    "locked": Text("locked", "op-slot"),
    "liked": Text("liked", "leuk-gevonden"),
}

PLACES: dict[str, Text] = {"title": Text("title", "titel"), "text": Text("text", "tekst")}

UNITS: dict[Unit, Text] = {"d": Text("d", "d"), "w": Text("w", "w"), "m": Text("m", "m"), "y": Text("y", "j")}
LAST_VISIT = Text("last-visit", "vorig-bezoek")
TODAY = Text("today", "vandaag")
YESTERDAY = Text("yesterday", "gisteren")

OR = Text("OR", "OF")
NOT = Text("NOT", "NIET")


def field_named(keyword: str) -> Field | None:
    """The field that ``keyword`` names in either language, case aside."""
    return _FIELDS.get(keyword.casefold())


def value_named(words: dict[str, Text], word: str) -> str | None:
    """The key whose English or Dutch word is ``word``, case aside."""
    wanted = word.casefold()
    return next((key for key, text in words.items() if wanted in (text.en, text.nl)), None)


def keyword(name: str, language: Language) -> str:
    """The keyword of a field in ``language``."""
    return next(field.keyword.say(language) for field in FIELDS if field.name == name)


_FIELDS = {word: field for field in FIELDS for word in field.keyword}
