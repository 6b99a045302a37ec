"""Rules to start from: each is plain text of the language that a member can read, change and learn from."""

from __future__ import annotations

from typing import NamedTuple

from app.filters.rules import Action, Rule
from app.filters.text import to_text
from app.filters.tree import Names, Not
from app.language import Language, Text
from sync.store.rows import GroupRow

_DAY = 86_400_000
QUIET_DAYS = 7


class Preset(NamedTuple):
    """A rule in the making: its name, when it holds, what it does, and for how many days (None: for good)."""

    key: str
    name: Text
    text: str
    action: Action
    days: int | None = None


_FIXED: tuple[Preset, ...] = (
    Preset(
        "quiet-week",
        Text("A quiet week", "Een rustige week"),
        "-(is:mine OR is:saved OR is:team OR kind:question)",
        "hide",
        QUIET_DAYS,
    ),
    Preset("questions-only", Text("Questions only", "Alleen vragen"), "-kind:question", "hide"),
    Preset(
        "no-announcements",
        Text("Without announcements", "Zonder mededelingen"),
        "kind:announcement -is:team",
        "hide",
    ),
)
_TEAM = Preset("from-team", Text("From the community team", "Van het communityteam"), "is:team", "highlight")


def presets(
    language: Language, *, groups: tuple[GroupRow, ...] | list[GroupRow], organisation: str, now: int
) -> list[Rule]:
    """Rules to start from, named in ``language``: made for a member of these groups and organisation.

    Those that need to know the member's groups or organisation are left out when that is not known.
    """
    made = [*_of_groups(groups), *_FIXED, *_of_organisation(organisation), _TEAM]
    return [
        Rule(
            0,
            one.name.say(language),
            one.text,
            one.action,
            until=None if one.days is None else now + one.days * _DAY,
        )
        for one in made
    ]


def _of_groups(groups: tuple[GroupRow, ...] | list[GroupRow]) -> list[Preset]:
    joined = tuple(group.name for group in groups if group.joined)
    if not joined or len(joined) == len(groups):
        return []
    text = to_text(Not(Names("group", joined)), "en")
    return [Preset("my-groups", Text("Only my groups", "Alleen mijn groepen"), text, "hide")]


def _of_organisation(organisation: str) -> list[Preset]:
    if not organisation:
        return []
    name = Text("My organisation first", "Mijn organisatie eerst")
    return [Preset("my-organisation", name, to_text(Names("org", (organisation,)), "en"), "highlight")]
