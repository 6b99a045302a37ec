"""Facts about rules and topics as the page shows them: rows of lists, checks of a test, remarks."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from PySide6.QtCore import QCoreApplication

from app.filters.explain import Reason
from app.filters.parse import parse
from app.filters.preview import Affected, Preview
from app.filters.query_error import QueryError
from app.filters.rules import Rule
from app.filters.tree import AllOf, AnyOf, Node
from app.ruling import Listed, Tried, telling
from sync.markup_text import fold
from sync.store.rows import TopicRow
from widgets.filters import fields, form
from widgets.filters.changed_topics import ChangedTopic
from widgets.filters.difference import Change, Difference
from widgets.filters.draft import Draft, draft_of, laid_out
from widgets.filters.fields import Words
from widgets.filters.missed import Missed
from widgets.filters.rule_row import ListedRule
from widgets.filters.test_post import Check, Tested
from widgets.wording import short_day

translate = QCoreApplication.translate

_DAY, _WEEK = 86_400_000, 7


def listed_rules(listed: Listed, words: Words) -> list[ListedRule]:
    """The rules as the list shows them."""
    return [_listed(rule, listed, words) for rule in listed.rules]


def missed_topics(listed: Listed) -> list[Missed]:
    """Hidden topics worth a look, with who hid them and why they are worth it."""
    names = {rule.id: rule.name for rule in listed.rules}
    found = []
    for row in listed.missed:
        hidden = translate("rules", "hidden by {0}").format(names.get(row.rule, ""))
        worth = translate("rules", "has an answer") if row.answered else replies(row.replies)
        found.append(Missed(row.topic_id, row.title, row.rule, f"{hidden} · {worth}"))
    return found


def tested(tried: Tried, action: str, words: Words) -> Tested:
    """What came of trying a rule with ``action`` on a topic."""
    checks = [_check(reason, words) for reason in _leaves(tried.reason)]
    verdict = action if tried.reason.value else "show"
    return Tested(tried.topic.topic_id, tried.topic.title, checks, verdict)


def difference(preview: Preview, node: Node, now: int, words: Words) -> Difference:
    """What a rule that says ``node`` would change, as the pane shows it; only the periods asked for."""
    tags = {
        fold(name) for _, row in form.rows(form.form_of(node)) if row.field == "tag" for name in row.values
    }
    longest = max(period.days for period in preview.periods)
    gone = [(affected.topic.created, _changed(affected, words, tags)) for affected in preview.gone]
    back = [(affected.topic.created, _changed(affected, words, tags)) for affected in preview.back]
    periods = {}
    for period in preview.periods:
        since = now - period.days * _DAY
        periods[period.days] = Change(
            period.hidden,
            period.shown,
            tuple(row for created, row in gone if created >= since),
            tuple(row for created, row in back if created >= since),
            preview.saved if period.days == longest else 0,
            preview.liked if period.days == longest else 0,
            period.touched,
        )
    if longest < len(preview.weeks) * _WEEK:
        return Difference(periods)
    first = now - len(preview.weeks) * _WEEK * _DAY
    weeks = [
        (fields.day_of(first + number * _WEEK * _DAY), count) for number, count in enumerate(preview.weeks)
    ]
    return Difference(periods, weeks)


def preset(rule: Rule, words: Words) -> Draft:
    """The draft that a preset begins with."""
    return draft_of(rule, words.language)


def byline(row: TopicRow) -> str:
    """Where a topic stands, whose it is, and of which day."""
    day = short_day(fields.day_of(row.created))
    return " · ".join(part for part in (row.group, row.author, day) if part)


def replies(count: int) -> str:
    """How many replies."""
    if count == 1:
        return translate("rules", "1 reply")
    return translate("rules", "{0} replies").format(count)


def _changed(affected: Affected, words: Words, tags: Collection[str]) -> ChangedTopic:
    """A topic with what matched; a kind in words, a tag with its sign, and the rest as it is."""
    row = affected.topic
    icon = ""
    if affected.words:
        word = telling(affected.words)[0]
        why = f"#{word}" if fold(word) in tags else fields.shown("kind", word, words).text
    elif row.closed:
        why, icon = translate("rules", "closed"), "lock"
    else:
        why = replies(row.replies)
    token, saved = bool(affected.words), bool(row.saved)
    return ChangedTopic(row.topic_id, row.title, row.kind, byline(row), why, icon, token, saved)


def _listed(rule: Rule, listed: Listed, words: Words) -> ListedRule:
    try:
        text, readable = laid_out(parse(rule.text), words.language), True
    except QueryError:
        text, readable = rule.text, False
    return ListedRule(
        rule.id,
        rule.name,
        text or translate("rules", "everything"),
        rule.action,
        rule.on,
        rule.until,
        listed.hits.get(rule.id, 0),
        readable,
        rule.until is not None and rule.until <= listed.now,
    )


def _leaves(reason: Reason) -> Iterable[Reason]:
    """The conditions one can point at, in reading order."""
    if not isinstance(reason.node, AllOf | AnyOf):
        yield reason
        return
    for part in reason.parts:
        yield from _leaves(part)


def _check(reason: Reason, words: Words) -> Check:
    block = form.form_of(reason.node)
    rows = [row for _, row in form.rows(block)]
    name = fields.field_name(rows[0].field) if rows else ""
    if block.joined == "none":
        name = translate("rules", "none of: {0}").format(name)
    sentence = "; ".join(fields.read_row(row, words) for row in rows)
    if reason.words:
        found = translate("rules", "found: {0}").format(", ".join(reason.words))
        sentence = f"{sentence} ({found})"
    return Check(name, sentence, reason.value)
