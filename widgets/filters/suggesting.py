"""What could complete a value in the builder, or the text: words of the language, names from the cache."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from app.filters import keywords
from app.filters.complete import Vocabulary, completions
from app.language import Language
from sync.markup_text import fold
from widgets.filters import fields
from widgets.filters.completing import Offer
from widgets.filters.fields import Words
from widgets.filters.form import FieldName
from widgets.filters.text_editor import TextOffer

_MOST = 8
_ICONS = {"group": "users", "from": "user-round", "org": "building-2", "tag": "hash", "date": "calendar"}
_MOMENTS = ("last-visit", "1d", "7d", "14d", "30d", "3m", "1y")


class Suggesting:
    """Completions with the names of ``vocabulary``, which may be another one at any time."""

    def __init__(self, vocabulary: Vocabulary | None = None) -> None:
        self.vocabulary = vocabulary or Vocabulary()

    def in_text(self, text: str, position: int, language: Language) -> list[TextOffer]:
        """What could stand in the text of a rule at ``position``."""
        found = completions(text, position, self.vocabulary, language, _MOST)
        begun = found[0].start if found else position
        # What is there already needs no offer.
        return [
            TextOffer(one.start, Offer(one.text, one.label, _ICONS.get(one.kind, "")))
            for one in found
            if one.text != text[begun:position]
        ]

    def offers(self, field: FieldName, typed: str, words: Words) -> list[Offer]:
        """At most eight values that begin with, or contain, what is typed."""
        wanted = fold(typed)
        found: list[tuple[bool, Offer]] = []
        for value in self._values(field):
            what = fields.shown(field, value, words)
            place = fold(what.text).find(wanted)
            if place >= 0:
                found.append((place > 0, Offer(value, what.text, what.icon)))
        found.sort(key=lambda item: item[0])
        return [offer for _, offer in found[:_MOST]]

    def _values(self, field: FieldName) -> Sequence[str]:
        if field == "kind":
            return list(keywords.KINDS)
        if field == "is":
            return list(keywords.STATES)
        if field == "written":
            month = date.today().replace(day=1)
            days = [month, (month - timedelta(days=1)).replace(day=1)]
            return [*_MOMENTS, *(day.isoformat() for day in days)]
        names = {
            "group": self.vocabulary.groups,
            "from": self.vocabulary.people,
            "org": self.vocabulary.organisations,
            "tag": self.vocabulary.tags,
        }.get(field, ())
        return [name for name, _ in names]
