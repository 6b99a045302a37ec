"""The commands about groups and who reads along in them: groups, audience."""

from __future__ import annotations

import time
from argparse import Namespace
from typing import TYPE_CHECKING

from app import cli_groups_texts as group_texts
from app import cli_texts as texts
from app.cli_context import Context, Failure, iso, local_time, opened
from app.language import Text

if TYPE_CHECKING:
    from sqlite3 import Connection

    from app.audience import Audience, Organisation, Reader
    from app.groups import GroupCard

WRONG_USAGE = 2


def groups(context: Context, options: Namespace) -> int:
    """``stamtafel groups``: every group the member can see, join or ask for, their own first."""
    from app.groups import cards

    with opened(context, options) as client, client.store.reading() as conn:
        found = cards(conn, int(time.time() * 1000))
    lines = [line for card in found for line in _card_lines(card, context)]
    context.show([card_facts(card) for card in found], lines or [texts.NOTHING.say(context.language)])
    return 0


def audience(context: Context, options: Namespace) -> int:
    """``stamtafel audience``: who reads along in a group, as far as this computer knows."""
    from app import audience as readers

    with opened(context, options) as client, client.store.reading() as conn:
        group_id = known_group(conn, options.group)
        if group_id is None:
            raise Failure(texts.NO_SUCH_GROUP, WRONG_USAGE)
        found = readers.of_group(conn, group_id)
    document = {
        "id": found.group_id,
        "group": found.group,
        "closed": found.closed,
        **audience_facts(found),
        "sure": found.sure,
        "by_organisation": [_organisation_facts(one) for one in found.by_organisation],
    }
    context.show(document, _audience_lines(found, context))
    return 0


def known_group(conn: Connection, name: str) -> int | None:
    """A group by what ``groups`` calls it, also one of which this member sees no posts."""
    from app.share import group_named
    from sync.store import audience as facts

    if (group := group_named(conn, name)) is not None:
        return group.group_id
    asked = name.casefold()
    known = facts.register(conn)
    return next(
        (
            fact.group_id
            for fact in known
            if asked in (fact.remote_name.casefold(), fact.name.casefold(), str(fact.group_id))
        ),
        None,
    )


def card_facts(card: GroupCard) -> dict[str, object]:
    """A group as the command line shows it; ``id`` is below zero when none of its posts can be seen."""
    return {
        "id": card.group_id,
        "slug": card.slug or card.remote_name,
        "name": card.name,
        "purpose": card.purpose,
        "closed": card.closed,
        "topics": card.topics,
        "members": card.members,
        "unread": card.unread,
        "state": card.state,
        "organisations": card.organisations,
        "activity": list(card.activity),
        "last_visit": None if card.last_visit is None else iso(card.last_visit),
        "last_posted": iso(card.last_posted) if card.last_posted else None,
        "visible": card.visible,
    }


def audience_facts(found: Audience) -> dict[str, object]:
    """Who reads along in counts, the member left out."""
    return {
        "open": not found.closed,
        "readers": found.count,
        "organisations": found.organisations,
        "as_of": None if found.as_of is None else iso(found.as_of),
        "exact": found.sure == "exact",
    }


def audience_line(found: Audience, context: Context) -> str:
    """Who reads along in one sentence."""
    if found.count is None:
        unknown = group_texts.READERS_UNKNOWN_CLOSED if found.closed else group_texts.READERS_UNKNOWN_OPEN
        return unknown.say(context.language)
    who = _counted(found.count, group_texts.ONE_OTHER, group_texts.OTHERS, context)
    if found.organisations:
        places = _counted(
            found.organisations, group_texts.ONE_ORGANISATION, group_texts.ORGANISATIONS, context
        )
        who = group_texts.READERS_IN.say(context.language, others=who, organisations=places)
    if found.sure != "exact":
        who = group_texts.AT_LEAST.say(context.language, who=who)
    elif not found.count:
        who = group_texts.NOBODY_ELSE.say(context.language)
    return (group_texts.READERS_CLOSED if found.closed else group_texts.READERS_OPEN).say(
        context.language, who=who
    )


def _counted(count: int, one: Text, many: Text, context: Context) -> str:
    return (one if count == 1 else many).say(context.language, count=count)


def _organisation_facts(one: Organisation) -> dict[str, object]:
    return {
        "name": one.name or None,
        "manages": one.manages,
        "readers": [_reader_facts(reader) for reader in one.readers],
    }


def _reader_facts(reader: Reader) -> dict[str, object]:
    return {
        "id": reader.member_id,
        "username": reader.username,
        "name": reader.name,
        "organisation": reader.organisation or None,
        "by": reader.by,
        "new": reader.new,
    }


def _audience_lines(found: Audience, context: Context) -> list[str]:
    lines = [found.group, audience_line(found, context)]
    for one in found.by_organisation:
        name = (group_texts.TEAM if one.manages else group_texts.NO_ORGANISATION).say(context.language)
        lines += ["", f"{one.name or name} ({len(one.readers)})"]
        lines += [f"    {_reader_line(reader, context)}" for reader in one.readers]
    if found.as_of is None:
        # The number of a group that this member cannot look into is below zero.
        inside = found.group_id is None or found.group_id > 0
        said = group_texts.LIST_COMES_WITH_SYNC if inside else group_texts.LIST_IS_FOR_MEMBERS
        return [*lines, said.say(context.language)]
    return [*lines, "", group_texts.LIST_OF.say(context.language, when=local_time(found.as_of))]


def _reader_line(reader: Reader, context: Context) -> str:
    marks = [group_texts.READS_BY_PARENT] if reader.by == "parent" else []
    marks += [group_texts.READER_NEW] if reader.new else []
    told = [mark.say(context.language) for mark in marks]
    return f"{reader.name} (@{reader.username}){''.join(f' · {mark}' for mark in told)}"


def _card_lines(card: GroupCard, context: Context) -> list[str]:
    def say(text: Text, **values: object) -> str:
        return text.say(context.language, **values)

    closed = f" ({say(texts.CLOSED)})" if card.closed else ""
    purpose = f" · {card.purpose}" if card.purpose else ""
    about = [
        say(group_texts.GROUP_STATES[card.state]) if card.state in group_texts.GROUP_STATES else "",
        ""
        if card.members is None
        else _counted(card.members, group_texts.ONE_MEMBER, group_texts.MEMBERS, context),
        _counted(card.organisations, group_texts.ONE_ORGANISATION, group_texts.ORGANISATIONS, context)
        if card.organisations
        else "",
        say(group_texts.GROUP_VISITED, when=local_time(card.last_visit))
        if card.last_visit is not None
        else "",
    ]
    told = " · ".join(part for part in about if part)
    head = f"{card.name}{closed}{purpose}  [{card.slug or card.remote_name}]"
    return [head, f"    {told}"] if told else [head]
