"""The sentences about who reads along, or is in an open group: how many, how sure that is, and of when."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication, QDate, QLocale

from app.audience import Audience, Organisation, Reader
from app.members import Members

translate = QCoreApplication.translate
_DAY_MS = 86_400_000


class Headline(NamedTuple):
    """A sentence in three parts: whether it is closed, how many people, and the rest."""

    kind: str
    people: str
    rest: str

    def whole(self) -> str:
        """The sentence as it is read out."""
        told = f"{self.people} {self.rest}".strip()
        return f"{self.kind} · {told}" if told else self.kind


def headline(audience: Audience, *, reading: bool = True) -> Headline:
    """Who reads along, in one line; without ``reading`` the shorter line for beside a button."""
    kind = translate("audience", "Closed") if audience.closed else translate("audience", "Open")
    count = audience.count
    if not audience.closed:
        if count is None:
            return Headline(kind, "", translate("audience", "everyone in the community can read along"))
        told = translate("audience", "{0} members of the community can read along")
        return Headline(kind, "", told.format(QLocale().toString(count)))
    if count is None:
        return Headline(kind, "", translate("audience", "not known yet who reads along"))
    if audience.sure == "unknown":
        unknown = translate("audience", "in the group; not known yet who reads along")
        return Headline(kind, _people(count), unknown)
    people = _people(count)
    if audience.sure == "at_least":
        people = translate("audience", "at least {0}").format(people)
    return Headline(kind, people, _from(audience.organisations, one=count <= 1, reading=reading))


def of_when(audience: Audience | Members, now: int) -> str:
    """From when the list is; moments in ms."""
    if audience.as_of is None:
        return translate("audience", "The list is not fetched yet.")
    then, today = datetime.fromtimestamp(audience.as_of / 1000), datetime.fromtimestamp(now / 1000)
    if then.date() == today.date():
        return translate("audience", "List of today {0}.").format(f"{then:%H:%M}")
    return translate("audience", "List of {0}.").format(f"{_day(audience.as_of)} {then:%H:%M}")


def old(audience: Audience, now: int) -> str:
    """The day of a list that is more than a day old, to say so where its date is not in sight."""
    if audience.as_of is None or now - audience.as_of < _DAY_MS:
        return ""
    return translate("audience", "as of {0}").format(_day(audience.as_of))


def how_sure(audience: Audience) -> str:
    """What the community does not tell, if anything."""
    if not audience.closed:
        return translate("audience", "This is open: everyone in the community can read it.")
    if audience.sure == "exact":
        return ""
    if audience.by_organisation:
        return translate("audience", "There may be more: the community does not tell everyone.")
    return translate("audience", "The community does not tell who they are.")


def foot(audience: Audience, now: int) -> str:
    """The line under the list."""
    parts = [how_sure(audience), of_when(audience, now)]
    if audience.closed and audience.count is not None:
        parts.append(translate("audience", "You are not counted."))
    return " ".join(part for part in parts if part)


def members(found: Members) -> str:
    """The name of a list of members."""
    return translate("audience", "Members of the group, {0}").format(QLocale().toString(found.known))


def members_foot(found: Members, now: int) -> str:
    """The line under a list of members: whether they are all of them, and of when it is."""
    return " ".join(part for part in (_how_whole(found), of_when(found, now)) if part)


def _how_whole(found: Members) -> str:
    if found.complete or found.as_of is None:
        return ""
    if not found.known:
        return translate("audience", "The community does not tell who is in this group.")
    if found.total is None or found.total <= found.known:
        return translate("audience", "There may be more members than these.")
    told, total = QLocale().toString(found.known), QLocale().toString(found.total)
    return translate("audience", "These are {0} of the {1} members.").format(told, total)


def search_label(by_organisation: Sequence[Organisation]) -> str:
    """What the search field of the list says."""
    count = sum(len(one.readers) for one in by_organisation)
    return translate("audience", "Search in these {0}").format(QLocale().toString(count))


def organisation(one: Organisation) -> str:
    """The name above its people."""
    if one.manages and not one.name:
        return translate("audience", "Community team")
    return one.name or translate("audience", "Organisation not known")


def manages() -> str:
    """What is said of the team."""
    return translate("audience", "looks after the group")


def note(reader: Reader) -> str:
    """What is special about someone: new since the last look, or not in the group itself."""
    if reader.new:
        return translate("audience", "new")
    if reader.by == "parent":
        return translate("audience", "through the group above")
    return ""


def names(one: Organisation) -> str:
    """The people of an organisation on one line."""
    told = ((reader.name or reader.username, note(reader)) for reader in one.readers)
    return ", ".join(f"{name} ({mark})" if mark else name for name, mark in told)


def spoken(one: Organisation) -> str:
    """An organisation with its people as it is read out."""
    told = f"{organisation(one)}, {manages()}" if one.manages else organisation(one)
    return f"{told}: {names(one)}"


def list_state(is_open: bool) -> str:
    """Whether the names are shown, for who does not see it."""
    return translate("audience", "List is open") if is_open else translate("audience", "List is closed")


def nobody(text: str) -> str:
    """No one in the list matches what was typed."""
    return translate("audience", "No one here is called ‘{0}’").format(text)


def _people(count: int) -> str:
    if count == 0:
        return translate("audience", "no one else")
    if count == 1:
        return translate("audience", "1 person")
    return translate("audience", "{0} people").format(QLocale().toString(count))


def _from(organisations: int | None, *, one: bool, reading: bool) -> str:
    if not organisations:
        told, reads = "", translate("audience", "read along")
        alone = translate("audience", "reads along")
        return (alone if one else reads) if reading else told
    if organisations == 1:
        told = translate("audience", "from 1 organisation read along")
        alone = translate("audience", "from 1 organisation reads along")
        short = translate("audience", "from 1 organisation")
    else:
        told = translate("audience", "from {0} organisations read along")
        alone, short = told, translate("audience", "from {0} organisations")
    return ((alone if one else told) if reading else short).format(organisations)


def _day(moment: int) -> str:
    then = datetime.fromtimestamp(moment / 1000)
    return str(QLocale().toString(QDate(then.year, then.month, then.day), "d MMMM"))
