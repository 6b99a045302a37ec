"""The commands that take rules and views in from a file, and write them to one."""

from __future__ import annotations

import json
import sys
import time
from argparse import Namespace
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from app import cli_rules_texts as rule_texts
from app import cli_texts as texts
from app.cli_context import Context, Failure, opened

if TYPE_CHECKING:
    from app.client import Client
    from app.filters.exchange_document import Document
    from app.filters.exchange_plan import Choice, Entry, Plan

CHOICES = ("mine", "theirs", "both")
_STANDARD = "-"


def take_in(context: Context, options: Namespace) -> int:
    """``stamtafel rules import``: tell what a file would do, and do it unless it is a dry run."""
    from app.filters.exchange_checks import RulesRefused
    from app.filters.exchange_plan import apply_import, plan_import
    from app.filters.exchange_texts import refused_sentence

    data = _bytes(options.file)
    with opened(context, options) as client:
        community = client.account.url
        try:
            document = _document(client, data, context)
        except RulesRefused as refused:
            print(refused_sentence(refused, context.language), file=sys.stderr)
            return 1
        with client.store.reading() as conn:
            plan = plan_import(conn, document, community)
        choices: dict[int, Choice] = {
            index: options.take for index, entry in enumerate(plan.entries) if options.take in entry.choices
        }
        added = replaced = 0
        if not options.dry_run:
            done = client.store.write(
                lambda conn: apply_import(conn, client.judge, plan, choices, community=community)
            )
            client.settle_rules()
            added, replaced = done.added, done.replaced
    _tell(context, plan, choices)
    outcome = rule_texts.RULES_NOT_IMPORTED if options.dry_run else rule_texts.RULES_IMPORTED
    facts = {"applied": not options.dry_run, "added": added, "replaced": replaced}
    context.show(
        {**facts, **_plan_facts(plan, choices, context)},
        [outcome.say(context.language, added=added, replaced=replaced)],
    )
    return 0


def write_out(context: Context, options: Namespace) -> int:
    """``stamtafel rules export``: all rules and views as a file, or as a pack to share."""
    from app.filters.exchange import written
    from app.filters.exchange_document import Pack
    from app.filters.exchange_plan import of_member

    pack = Pack(options.pack, options.by, options.about) if options.pack else None
    with opened(context, options) as client, client.store.reading() as conn:
        document = of_member(conn, client.account.url, pack)
    text = written(document)
    if options.file == _STANDARD:
        print(text, end="") if not context.as_json else print(
            json.dumps(json.loads(text), ensure_ascii=False)
        )
        return 0
    try:
        Path(options.file).write_text(text, encoding="utf-8")
    except OSError as error:
        raise Failure(texts.FILE_UNWRITABLE, 1, reason=error.strerror or "") from error
    facts = {"rules": len(document.rules), "views": len(document.views), "file": options.file}
    context.show(facts, [rule_texts.RULES_EXPORTED.say(context.language, **facts)])
    return 0


def _bytes(name: str) -> bytes:
    from app.filters.exchange_checks import MOST_BYTES

    try:
        # One byte more than is taken: that there is more is all that has to be known.
        if name == _STANDARD:
            return sys.stdin.buffer.read(MOST_BYTES + 1)
        with Path(name).open("rb") as file:
            return file.read(MOST_BYTES + 1)
    except OSError as error:
        raise Failure(texts.FILE_UNREADABLE, 2, reason=error.strerror or "") from error


def _document(client: Client, data: bytes, context: Context) -> Document:
    from app.filters.exchange import read
    from sync.store import groups as group_rows

    with client.store.reading() as conn:
        groups: Mapping[int, tuple[str, str]] = {
            row.group_id: (row.name, row.slug) for row in group_rows.groups(conn)
        }
    return read(data, now=int(time.time() * 1000), groups=groups, language=context.language)


def _tell(context: Context, plan: Plan, choices: Mapping[int, Choice]) -> None:
    """The plan for a person, on standard error: it is there before anything is asked of it."""
    from app.filters.exchange_texts import REASONS, STATES, left_sentence

    if context.as_json:
        return
    for index, entry in enumerate(plan.entries):
        parts = [STATES[entry.state].say(context.language)]
        if entry.reason:
            parts.append(REASONS[entry.reason].say(context.language))
        if entry.choices:
            parts.append(choices.get(index, "mine"))
        print(f"{entry.theirs.name}: {' · '.join(parts)}", file=sys.stderr)
    for left in plan.document.left:
        print(f"- {left_sentence(left, context.language)}", file=sys.stderr)


def _plan_facts(plan: Plan, choices: Mapping[int, Choice], context: Context) -> dict[str, object]:
    from app.filters.exchange_texts import left_sentence

    return {
        "entries": [
            {**_entry_facts(entry), "choice": choices.get(index, "mine") if entry.choices else None}
            for index, entry in enumerate(plan.entries)
        ],
        "left": [left_sentence(left, context.language) for left in plan.document.left],
    }


def _entry_facts(entry: Entry) -> dict[str, object]:
    return {
        "kind": entry.kind,
        "name": entry.theirs.name,
        "when": entry.theirs.when,
        "state": entry.state,
        "reason": entry.reason or None,
    }
