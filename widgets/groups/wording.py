"""Sentences about groups: what there is to see of one, where the member stands, and what one can do."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication, QLocale

from app.audience import Reader
from app.groups import GroupCard
from app.joining import Opened
from widgets import wording

translate = QCoreApplication.translate


class Moment(NamedTuple):
    """When something is drawn (ms), and whether the community is in reach then."""

    now: int
    online: bool = True


def members(card: GroupCard) -> str:
    """How many people are in a group; empty when that is not known."""
    if card.members is None:
        return ""
    if card.members == 1:
        return translate("groups", "1 member")
    return translate("groups", "{0} members").format(QLocale().toString(card.members))


def organisations(card: GroupCard) -> str:
    """Of how many organisations they are; empty when that is not known."""
    if not card.organisations:
        return ""
    if card.organisations == 1:
        return translate("groups", "1 organisation")
    return translate("groups", "{0} organisations").format(QLocale().toString(card.organisations))


def visit(card: GroupCard, now: int) -> str:
    """When the member last looked, or, where that is never, how busy the group is; moments in ms."""
    if card.last_visit is None:
        return pace(card)
    then, today = datetime.fromtimestamp(card.last_visit / 1000), datetime.fromtimestamp(now / 1000)
    days = (today.date() - then.date()).days
    if days <= 0:
        return translate("groups", "visited today")
    if days == 1:
        return translate("groups", "visited yesterday")
    if days < 14:
        return translate("groups", "{0} days ago").format(days)
    if days < 60:
        return translate("groups", "{0} weeks ago").format(days // 7)
    return translate("groups", "{month} {year}").format(month=wording.month_name(then.month), year=then.year)


def pace(card: GroupCard) -> str:
    """How alive a group was in the last weeks; empty when nothing is known of it."""
    words = {
        "growing": translate("groups", "growing fast"),
        "daily": translate("groups", "active daily"),
        "weekly": translate("groups", "active weekly"),
        "quiet": translate("groups", "quiet lately"),
    }
    return words.get(card.pace, "")


def state(card: GroupCard) -> str:
    """Where the member stands, or what the button says."""
    words = {
        "member": translate("groups", "Member"),
        "open": translate("groups", "Join"),
        "asks": translate("groups", "Ask for access"),
        "asked": translate("groups", "Asked"),
        "joining": translate("groups", "Joining"),
        "leaving": translate("groups", "Leaving"),
    }
    return words.get(card.state, translate("groups", "By invitation"))


def standing(card: GroupCard, *, online: bool) -> str:
    """Where the member stands, in words that need no button beside them."""
    if card.state == "open":
        return translate("groups", "you can join")
    if card.state == "asks":
        return translate("groups", "you can ask for access")
    return ", ".join(part for part in (state(card), waits(card, online=online)) if part)


def waits(card: GroupCard, *, online: bool) -> str:
    """The line below the state of what is still to be sent."""
    if card.state not in ("joining", "leaving"):
        return ""
    return translate("groups", "in a moment") if online else translate("groups", "waits for connection")


def on_space(card: GroupCard) -> str:
    """What the space bar does at a group, told to who listens; empty when it does nothing."""
    words = {
        "open": translate("groups", "Press Space to join"),
        "asks": translate("groups", "Press Space to ask for access"),
        "joining": translate("groups", "Press Space not to join after all"),
        "leaving": translate("groups", "Press Space to stay a member"),
    }
    return words.get(card.state, "")


def kind(card: GroupCard) -> str:
    """Whether a group is closed."""
    return translate("groups", "closed group") if card.closed else translate("groups", "open group")


def spoken(card: GroupCard, moment: Moment, position: int, total: int) -> str:
    """A row of the list read out as one sentence; ``position`` counts from 1."""
    parts = [card.name, kind(card), standing(card, online=moment.online), card.purpose]
    parts += [members(card), organisations(card)]
    if card.unread:
        parts.append(translate("groups", "{0} unread").format(card.unread))
    parts.append(visit(card, moment.now))
    parts.append(translate("groups", "{0} of {1}").format(position, total))
    return "; ".join(part for part in parts if part)


def more(count: int) -> str:
    """The last row, behind which other groups are."""
    if count == 1:
        return translate("groups", "Show 1 more group")
    return translate("groups", "Show {0} more groups").format(count)


def audience(opened: Opened) -> tuple[str, str]:
    """Who reads here, as a word and the rest of the sentence."""
    card, told = opened.card, opened.audience
    if not card.closed:
        return translate("groups", "Open"), _open_readers(opened)
    kind = translate("groups", "Closed")
    if card.state not in ("member", "leaving"):
        inside = _people_of(card.members, card.organisations)
        behind = translate("groups", "You read along once you are a member.")
        return kind, f"{inside} {behind}".strip()
    if told.count is None or told.sure == "unknown":
        return kind, translate("groups", "it is not known yet who reads along.")
    if told.count == 0:
        return kind, translate("groups", "only you read what is here.")
    who = translate("groups", "you and {0}.").format(_people(told.count, told.organisations))
    if told.sure == "at_least":
        who = translate("groups", "you and at least {0}.").format(_people(told.count, told.organisations))
        return kind, who
    return kind, f"{who} " + translate("groups", "Only they read what you write here.")


def _open_readers(opened: Opened) -> str:
    everyone = translate("groups", "everyone in the community reads along.")
    inside = _people_of(opened.card.members, opened.card.organisations)
    return f"{everyone} {inside}".strip()


def _people_of(count: int | None, houses: int | None) -> str:
    """A sentence on the members; empty when their number is not known."""
    if count is None:
        return ""
    if count == 1:
        return translate("groups", "There is 1 member.")
    number = QLocale().toString(count)
    if not houses:
        return translate("groups", "There are {0} members.").format(number)
    if houses == 1:
        return translate("groups", "There are {0} members from 1 organisation.").format(number)
    return translate("groups", "There are {0} members from {1} organisations.").format(number, houses)


def _people(count: int, houses: int | None) -> str:
    number = QLocale().toString(count)
    people = (
        translate("groups", "1 person") if count == 1 else translate("groups", "{0} people").format(number)
    )
    if not houses:
        return people
    if houses == 1:
        return translate("groups", "{people} from 1 organisation").format(people=people)
    return translate("groups", "{people} from {count} organisations").format(people=people, count=houses)


def newcomers(new: Sequence[Reader]) -> tuple[str, str]:
    """Who is new since the member last looked: the names, and what is said of them."""
    names = [reader.name or reader.username for reader in new]
    if len(names) == 1:
        return names[0], translate("groups", "is new since you last looked")
    if len(names) == 2:
        both = translate("groups", "{0} and {1}").format(*names)
        return both, translate("groups", "are new since you last looked")
    rest = translate("groups", "{0}, {1} and {2} more").format(names[0], names[1], len(names) - 2)
    return rest, translate("groups", "are new since you last looked")
