"""The commands for the member's rules: list, check, preview, add, remove. They act as the window does."""

from __future__ import annotations

from argparse import Namespace
from datetime import date
from typing import TYPE_CHECKING

from app import cli_rules_texts as rule_texts
from app import cli_texts as texts
from app.cli_context import Context, Failure, iso, local_time, opened
from app.cli_reading import check_query

if TYPE_CHECKING:
    from app.filters.parse import QueryError
    from app.filters.preview import Affected, Period
    from app.filters.rules import Action, Rule
    from app.language import Language

# Those of app.filters.rules, which is not loaded before a command needs it.
ACTIONS = tuple(texts.ACTIONS)
WRONG_USAGE = 2


def rules_list(context: Context, options: Namespace) -> int:
    """``stamtafel rules list``: all rules in the order in which they decide."""
    from app.filters import rules

    with opened(context, options) as client, client.store.reading() as conn:
        found = rules.rules(conn)
    context.show([rule_facts(rule) for rule in found], _lines(found, context))
    return 0


def rule_facts(rule: Rule) -> dict[str, object]:
    """A rule as the command line promises it."""
    return {
        "name": rule.name,
        "when": rule.text,
        "action": rule.action,
        "on": rule.on,
        "readable": rule.readable,
        "until": None if rule.until is None else iso(rule.until),
        "note": rule.note,
    }


def _lines(found: list[Rule], context: Context) -> list[str]:
    lines: list[str] = []
    for number, rule in enumerate(found, start=1):
        about = [texts.ACTIONS[rule.action].say(context.language)]
        if not rule.readable:
            about.append(rule_texts.RULE_UNREADABLE.say(context.language))
        elif not rule.on:
            about.append(rule_texts.RULE_OFF.say(context.language))
        if rule.until is not None:
            about.append(rule_texts.RULE_UNTIL.say(context.language, moment=local_time(rule.until)))
        if rule.note:
            about.append(rule.note)
        lines.append(f"{number}. {rule.name}")
        lines.append(f"    {_shown(rule.text, context)}")
        lines.append(f"    {' · '.join(about)}")
    return lines or [texts.NOTHING.say(context.language)]


def _shown(text: str, context: Context) -> str:
    """The text of a rule in the member's language; as it is kept where it cannot be read."""
    from app.filters.text import to_text
    from app.filters.verdicts import parsed

    node = parsed(text)
    return text if node is None else to_text(node, context.language)


def check(context: Context, options: Namespace) -> int:
    """``stamtafel rules check``: the text as rules are kept, or where and why it cannot be read."""
    from app.filters.parse import QueryError, parse
    from app.filters.text import to_text

    try:
        node = parse(options.text)
    except QueryError as error:
        if context.as_json:
            context.show(_error_facts(error, options.text, context.language), [])
        check_query(options.text)
    context.show({"ok": True, "text": to_text(node, "en")}, [to_text(node, context.language)])
    return 0


def _error_facts(error: QueryError, text: str, language: Language) -> dict[str, object]:
    from app.filters.sentences import sentence

    return {
        "ok": False,
        "code": error.code,
        "position": error.position,
        "length": error.length,
        "expected": list(error.expected),
        "message": sentence(error, text, language),
    }


def preview(context: Context, options: Namespace) -> int:
    """``stamtafel rules preview``: what a new rule would change, in numbers and by the newest topics."""
    from app.filters.preview import Previews
    from app.filters.rules import Rule

    check_query(options.text)
    rule = Rule(0, "", options.text, options.action)
    with opened(context, options) as client, client.store.reading() as conn:
        found = Previews(client.judge).preview(conn, rule)
    gone, back = found.gone[: options.limit], found.back[: options.limit]
    document = {
        "periods": [period._asdict() for period in found.periods],
        "disappear": [_affected_facts(one) for one in gone],
        "appear": [_affected_facts(one) for one in back],
    }
    lines = [_period_line(period, context.language) for period in found.periods]
    lines += [f"- {_affected_line(one)}" for one in gone]
    lines += [f"+ {_affected_line(one)}" for one in back]
    context.show(document, lines)
    return 0


def _affected_facts(affected: Affected) -> dict[str, object]:
    topic = affected.topic
    return {
        "id": topic.topic_id,
        "title": topic.title,
        "created": iso(topic.created),
        "words": list(affected.words),
    }


def _affected_line(affected: Affected) -> str:
    topic = affected.topic
    words = f" ({', '.join(affected.words)})" if affected.words else ""
    return f"{topic.title}  [{topic.topic_id}]  {local_time(topic.created)}{words}"


def _period_line(period: Period, language: Language) -> str:
    return rule_texts.PERIOD.say(
        language, days=period.days, touched=period.touched, hidden=period.hidden, shown=period.shown
    )


def add(context: Context, options: Namespace) -> int:
    """``stamtafel rules add``: a rule at the end of the list."""
    from app.filters import rules
    from app.filters.names import name_key
    from app.filters.parse import parse

    check_query(options.when)
    name, until = _name(options.name), _until(options.until)
    action: Action = options.action
    node = parse(options.when)
    rule = rules.Rule(0, name, rules.canonical(options.when), action, True, until, options.note.strip())
    with opened(context, options) as client:
        with client.store.reading() as conn:
            if name_key(name) in {name_key(one.name) for one in rules.rules(conn)}:
                raise Failure(rule_texts.RULE_NAME_TAKEN, WRONG_USAGE)
            share = rules.share(conn, node, client.judge.known(conn)) if action == "hide" else 0.0
        edited = client.store.write(lambda conn: rules.add(conn, client.judge, rule))
        client.settle_rules()
    if share > rules.UNUSUAL_SHARE:
        context.say(rule_texts.RULE_HIDES_MUCH, percent=round(share * 100), name=name)
    added = edited.rule or rule
    context.show(
        rule_facts(added),
        [
            rule_texts.RULE_ADDED.say(
                context.language,
                name=name,
                when=_shown(added.text, context),
                action=texts.ACTIONS[action].say(context.language),
            )
        ],
    )
    return 0


def _name(name: str) -> str:
    from app.filters.exchange_checks import LONGEST_NAME, RulesRefused, a_line

    try:
        return a_line({"name": name}, "name", "")
    except RulesRefused:
        raise Failure(rule_texts.RULE_NAME_UNFIT, WRONG_USAGE, most=LONGEST_NAME) from None


def _until(day: str | None) -> int | None:
    from app.filters.exchange_checks import end_of

    if day is None:
        return None
    try:
        return end_of(date.fromisoformat(day))
    except (ValueError, OverflowError, OSError):
        raise Failure(rule_texts.NOT_A_DAY, WRONG_USAGE) from None


def remove(context: Context, options: Namespace) -> int:
    """``stamtafel rules remove``: take away the rule of a name; the first, when several have it."""
    from app.filters import rules
    from app.filters.names import name_key

    with opened(context, options) as client:
        with client.store.reading() as conn:
            wanted = name_key(options.name)
            found = next((rule for rule in rules.rules(conn) if name_key(rule.name) == wanted), None)
        if found is None:
            raise Failure(rule_texts.NO_SUCH_RULE)
        client.store.write(lambda conn: rules.remove(conn, client.judge, found.id))
        client.settle_rules()
    context.show({"removed": found.name}, [rule_texts.RULE_REMOVED.say(context.language, name=found.name)])
    return 0
