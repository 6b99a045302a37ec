"""The commands that write: share, and the outbox. What they put in goes out with the next sync."""

from __future__ import annotations

import json
import sys
from argparse import Namespace
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from app import cli_share_texts as share_texts
from app import cli_texts as texts
from app.cli_context import Context, Failure, iso, local_time, opened

if TYPE_CHECKING:
    from sqlite3 import Connection

    from app.audience import Reader
    from app.client import Client
    from sync.outbox import Item

WRONG_USAGE = 2
KINDS = tuple(texts.KINDS)


def share(context: Context, options: Namespace) -> int:
    """``stamtafel share``: a new topic, in the outbox."""
    from app import audience, share_guard
    from app import share as sharing
    from app.cli_groups import audience_facts, audience_line, known_group
    from sync.store import groups as group_rows

    title = " ".join(options.title.split())
    if not title:
        raise Failure(share_texts.TITLE_NEEDED, WRONG_USAGE)
    raw = title if options.text is None else _text(options.text)
    with opened(context, options) as client:
        with client.store.reading() as conn:
            group = sharing.group_named(conn, options.group)
            if group is None:
                unknown = known_group(conn, options.group) is None
                raise Failure(texts.NO_SUCH_GROUP if unknown else share_texts.NOT_IN_GROUP, WRONG_USAGE)
            if all(one.group_id != group.group_id for one in group_rows.writable(conn)):
                raise Failure(share_texts.CANNOT_WRITE_THERE, WRONG_USAGE)
            readers = audience.of_group(conn, group.group_id)
            guard = share_guard.wider(conn, f"{title}\n\n{raw}", group.group_id)
        item = sharing.share(
            client.store,
            group.group_id,
            title,
            raw,
            kind=options.kind or "",
            tags=options.tag or (),
            wait_ms=0,
        )
    document = {"id": item.item_id, "state": item.state, "audience": audience_facts(readers)}
    line = share_texts.IN_OUTBOX.say(context.language, id=item.item_id, title=title, group=group.name)
    context.show(document, [line, audience_line(readers, context)])
    if guard is not None:
        names = {"origin": guard.origin_group, "target": group.name, "id": item.item_id}
        context.say(share_texts.FROM_CLOSED_GROUP, **names)
    return 0


def _text(file: str) -> str:
    """The text in a file, or for ``-`` on standard input. Raises ``Failure`` when it cannot be read."""
    try:
        return sys.stdin.read() if file == "-" else Path(file).read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise Failure(texts.FILE_UNREADABLE, WRONG_USAGE, reason=error) from None


def outbox_list(context: Context, options: Namespace) -> int:
    """``stamtafel outbox``: what waits, what came back, and what arrived in the last week."""
    from sync.store import outbox

    with opened(context, options) as client, client.store.reading() as conn:
        found = [(item, _joined(conn, item)) for item in outbox.items(conn)]
        names = _group_names(conn)
    lines = [line for item, joined in found for line in _item_lines(item, names, joined, context)]
    document = [item_facts(item, names, joined) for item, joined in found]
    context.show(document, lines or [texts.NOTHING.say(context.language)])
    return 0


def outbox_retry(context: Context, options: Namespace) -> int:
    """``stamtafel outbox retry``: send it, or look for it, with the next sync."""
    from app.share import send_anyway

    return _change(context, options, lambda client: send_anyway(client.store, options.item))


def outbox_discard(context: Context, options: Namespace) -> int:
    """``stamtafel outbox discard``: throw it away."""
    from app.share import now_ms
    from sync import outbox

    return _change(
        context,
        options,
        lambda client: client.store.write(
            lambda conn: outbox.discard(conn, options.item, now_ms()), durable=True
        ),
    )


def _change(context: Context, options: Namespace, change: Callable[[Client], bool]) -> int:
    """Change one item and show it. Raises ``Failure`` when it is not there, or not to be changed any more."""
    from sync.store import outbox

    with opened(context, options) as client:
        with client.store.reading() as conn:
            before = outbox.get(conn, options.item)
        if before is None or before.discarded is not None:
            raise Failure(share_texts.NO_SUCH_ITEM, WRONG_USAGE)
        if not change(client):
            raise Failure(share_texts.ITEM_IS_OUT)
        with client.store.reading() as conn:
            item, names = outbox.get(conn, options.item), _group_names(conn)
            assert item is not None  # noqa: S101 - items are only ever removed after a week
            joined = _joined(conn, item)
    context.show(item_facts(item, names, joined), _item_lines(item, names, joined, context))
    return 0


def _joined(conn: Connection, item: Item) -> Sequence[Reader]:
    """Who reads along since an item was written, for one that is held for that."""
    from app.audience import changed_for
    from sync.outbox import AUDIENCE_GREW

    if item.reason != AUDIENCE_GREW:
        return ()
    return changed_for(conn, item).joined


def item_facts(item: Item, groups: dict[int, str], joined: Sequence[Reader] = ()) -> dict[str, object]:
    """An item as the command line shows it; ``groups`` are the names of the groups."""
    moving = item.state in ("queued", "unknown") and not item.held and item.discarded is None
    return {
        "id": item.item_id,
        "action": item.action,
        "state": item.state if item.discarded is None else "discarded",
        "title": item.title,
        "text": item.raw,
        "group": groups.get(item.group_id or 0),
        "topic": item.remote_topic or item.topic_id,
        "post": item.remote_post or item.post_id,
        "created": iso(item.created),
        "next": iso(max(item.not_before, item.next_try, item.created)) if moving else None,
        "attempts": item.attempts,
        "held": bool(item.held),
        "reason": item.reason or None,
        "told": json.loads(item.told),
        "joined": [one.name for one in joined],
    }


def _item_lines(item: Item, groups: dict[int, str], joined: Sequence[Reader], context: Context) -> list[str]:
    state = (
        share_texts.HELD
        if item.held
        else share_texts.STATES[item.state if item.discarded is None else "discarded"]
    )
    about = [
        share_texts.DEEDS[item.action].say(context.language),
        groups.get(item.group_id or 0, ""),
        state.say(context.language),
        local_time(item.created),
    ]
    lines = [
        f"{item.item_id}. {item.title or item.raw[:70]}",
        f"    {' · '.join(part for part in about if part)}",
    ]
    if item.reason:
        told = " ".join(json.loads(item.told))
        lines.append(f"    {share_texts.REASONS[item.reason].say(context.language)} {told}".rstrip())
    if joined:
        people = [f"{one.name} ({one.organisation})" if one.organisation else one.name for one in joined]
        lines.append(f"    {share_texts.JOINED_SINCE.say(context.language, people=', '.join(people))}")
    return lines


def _group_names(conn: Connection) -> dict[int, str]:
    from sync.store import groups

    return {row.group_id: row.name for row in groups.groups(conn)}
