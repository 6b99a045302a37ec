"""The commands that fetch and read: sync, timeline, show, search."""

from __future__ import annotations

import sys
from argparse import Namespace
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from typing import TYPE_CHECKING

from app import cli_share_texts as share_texts
from app import cli_texts as texts
from app.cli_context import Context, Failure, iso, local_time, opened
from app.client import Client
from app.language import Language, Text
from sync.errors import CacheInUse, CacheUnwritable, DiskFull
from sync.store.rows import Order, Place, PostRow, TopicHead, TopicRow

if TYPE_CHECKING:
    from sync.progress import Progress, RoundReport

_SHOWN = 100
_PLACES = ("timeline", "questions", "saved")


def sync(context: Context, options: Namespace) -> int:
    """``stamtafel sync``: one full round."""
    with opened(context, options) as client:
        done = client.round(_progress(context))
        if sys.stderr.isatty():
            print(file=sys.stderr)
        status = report_round(context, client.account.name, done)
        return status or _outbox_status(context, client)


def _outbox_status(context: Context, client: Client) -> int:
    """The exit status after a round without a fault: 5 when something came back, or is held."""
    from app.cli import NEEDS_ATTENTION
    from sync.store import outbox

    with client.store.reading() as conn:
        count = outbox.needing_attention(conn)
    if not count:
        return 0
    context.say(share_texts.OUTBOX_NEEDS_YOU, count=count)
    return NEEDS_ATTENTION


def report_round(context: Context, account: str, done: RoundReport) -> int:
    """Show what a round did; returns the exit status."""
    from app.cli import exit_status, report

    facts: dict[str, object] = {
        "account": account,
        "requests": done.requests,
        "posts_new": done.posts_new,
        "posts_changed": done.posts_changed,
        "posts_removed": done.posts_removed,
        "outbox_sent": done.outbox_sent,
        "seconds": round(done.seconds, 3),
    }
    context.show(facts, [texts.SYNCED.say(context.language, **facts)])
    if done.error is None:
        return 0
    report(done.error, context.language)
    return exit_status(done.error)


def _progress(context: Context) -> Callable[[Progress], None]:
    on_screen = sys.stderr.isatty()

    def tell(progress: Progress) -> None:
        if on_screen:
            print(f"\r{texts.SYNCING.say(context.language, posts=progress.posts)}", end="", file=sys.stderr)

    return tell


def _place(client: Client, name: str) -> tuple[Place, Order | None]:
    """Where a view, group or place called ``name`` is, and the order of a view of the member's own."""
    from app import views
    from app.cli_groups import known_group
    from sync.store import groups as group_rows

    if name in _PLACES:
        return Place(name), None  # type: ignore[arg-type]
    with client.store.reading() as conn:
        view = views.named(conn, name)
        if view is not None and view.id > 0:
            return views.place_of(conn, view, client.judge.known(conn)), view.order
        for row in group_rows.groups(conn):
            if name in (row.slug, row.name):
                return Place("group", row.group_id), None
        if view is not None:
            return views.place_of(conn, view, client.judge.known(conn)), None
        known = known_group(conn, name) is not None
    raise Failure(share_texts.NOT_IN_GROUP if known else texts.NO_SUCH_VIEW, 2)


def timeline(context: Context, options: Namespace) -> int:
    """``stamtafel timeline``: the first rows of a view; with ``--all`` also what rules hide there."""
    from app.timeline import Timeline
    from sync.store import rules

    with opened(context, options) as client:
        # A day may have turned since the last command; on a full disk what is there is read all the same.
        with suppress(DiskFull, CacheUnwritable, CacheInUse):
            client.settle_rules()
        place, own_order = _place(client, options.view)
        if options.all and place.sight == "follow":
            place = place._replace(sight="reveal")
        usual: Order = "activity" if context.settings.text("timeline.order") == "activity" else "newest"
        rows = Timeline(client.store, place, own_order or usual).first_page(options.limit).rows
        with client.store.reading() as conn:
            names = {rule.rule_id: rule.name for rule in rules.read(conn)}
    context.show([topic_facts(row, names) for row in rows], topic_lines(rows, context.language, names))
    return 0


def topic_facts(row: TopicRow, rules: Mapping[int, str]) -> dict[str, object]:
    """A topic as the command line promises it; ``rules`` are the names of the rules."""
    return {
        "id": row.topic_id,
        "title": row.title,
        "author": row.author,
        "organisation": row.organisation,
        "group": row.group,
        "closed": bool(row.closed),
        "kind": row.kind,
        "created": iso(row.created),
        "replies": row.replies,
        "unread": bool(row.unread),
        "verdict": row.verdict or "show",
        "rule": rules.get(row.rule),
    }


def topic_lines(
    rows: Sequence[TopicRow], language: Language, rules: Mapping[int, str] | None = None
) -> list[str]:
    """Topics for a person: title first, then who, where, what kind and when, and the rule that decided."""
    lines: list[str] = []
    for row in rows:
        group = f"{row.group} ({texts.CLOSED.say(language)})" if row.closed else row.group
        replies = texts.ONE_REPLY if row.replies == 1 else texts.REPLIES
        about = [
            ", ".join(part for part in (row.author, row.organisation) if part),
            group,
            texts.KINDS[row.kind].say(language),
            replies.say(language, count=row.replies),
            local_time(row.created),
            _decided(row, rules or {}, language),
        ]
        lines.append(f"{'*' if row.unread else ' '} {row.title}  [{row.topic_id}]")
        lines.append(f"    {' · '.join(part for part in about if part)}")
    return lines or [texts.NOTHING.say(language)]


def _decided(row: TopicRow, rules: Mapping[int, str], language: Language) -> str:
    """What a rule did to a topic, and the rule's name; empty where none did."""
    if row.rule not in rules:
        return ""
    return f"{texts.ACTIONS[row.verdict].say(language)}: {rules[row.rule]}"


def show(context: Context, options: Namespace) -> int:
    """``stamtafel show``: a topic with its posts as plain text."""
    from sync.store import posts

    with opened(context, options) as client, client.store.reading() as conn:
        head = posts.head(conn, options.topic)
        if head is None:
            raise Failure(texts.NO_SUCH_TOPIC)
        thread = posts.thread(conn, options.topic)
    document = {
        "id": head.topic_id,
        "title": head.title,
        "group": head.group,
        "closed": bool(head.closed),
        "kind": head.kind,
        "created": iso(head.created),
        "posts": [_post_facts(post) for post in thread],
    }
    context.show(document, _topic_text(head, thread, context.language))
    return 0


def _post_facts(post: PostRow) -> dict[str, object]:
    from sync.markup import plain

    return {
        "id": post.post_id,
        "number": post.number,
        "author": post.author,
        "organisation": post.organisation,
        "created": iso(post.created),
        "text": plain(post.html),
        "likes": post.likes,
        "accepted": bool(post.accepted),
        "unread": bool(post.unread),
    }


def _topic_text(head: TopicHead, thread: Sequence[PostRow], language: Language) -> list[str]:
    from sync.markup import plain

    closed = f" ({texts.CLOSED.say(language)})" if head.closed else ""
    lines = [head.title, f"{head.group}{closed} · {texts.KINDS[head.kind].say(language)}", ""]
    for post in thread:
        helped = f" · {texts.ACCEPTED.say(language)}" if post.accepted else ""
        who = ", ".join(part for part in (post.author, post.organisation) if part)
        lines += [f"{who} · {local_time(post.created)}{helped}", plain(post.html), ""]
    return lines


def search(context: Context, options: Namespace) -> int:
    """``stamtafel search``: posts that match the query, newest first."""
    text = " ".join(options.query)
    check_query(text)
    with opened(context, options) as client:
        # What cannot be written down now is left for later: the rest can be found.
        with suppress(DiskFull, CacheUnwritable, CacheInUse):
            client.index_all()
        hits = client.search(text, options.limit)
    document = [
        {
            "id": hit.topic_id,
            "post": hit.number,
            "title": hit.title,
            "author": hit.author,
            "organisation": hit.organisation,
            "group": hit.group,
            "closed": bool(hit.closed),
            "kind": hit.kind,
            "created": iso(hit.created),
            "snippet": hit.snippet,
        }
        for hit in hits
    ]
    lines = [f"{hit.title}  [{hit.topic_id}]\n    {hit.author} · {hit.group} · {hit.snippet}" for hit in hits]
    context.show(document, lines or [texts.NOTHING.say(context.language)])
    return 0


def check_query(text: str) -> None:
    """Raises ``Failure`` with what is wrong with ``text`` as a query, and a caret under the place."""
    from app.filters.parse import QueryError, parse
    from app.filters.sentences import sentence

    try:
        parse(text)
    except QueryError as error:
        start = max(text.rfind("\n", 0, error.position) + 1, error.position - _SHOWN // 2)
        line = text[start : start + _SHOWN].split("\n", 1)[0]
        at = error.position - start
        shown = "".join(letter if letter.isprintable() else " " for letter in line)
        caret = " " * at + "^" * max(1, min(error.length, len(line) - at))
        place = f"\n  {shown}\n  {caret}"
        said = Text(sentence(error, text, "en") + place, sentence(error, text, "nl") + place)
        raise Failure(said, 2) from None
