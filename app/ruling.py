"""The member's rules as screens use them: read, changed, tried and undone. Blocks: for the background.

Every change returns an ``Edited``, whose ``before`` undoes it with ``save``.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING, NamedTuple

from app.filters import keywords
from app.filters import rules as ruling
from app.filters.alike import Alike, alike
from app.filters.complete import Vocabulary, vocabulary
from app.filters.explain import Reason, explain, matched
from app.filters.parse import parse
from app.filters.presets import presets
from app.filters.preview import Preview, Previews
from app.filters.rules import Edited, Hidden, Rule
from app.filters.tree import Node
from app.language import Language
from sync.markup_text import fold
from sync.store import cursors, people, rule_effects, topics
from sync.store import groups as group_rows
from sync.store.rows import Place, TopicRow

if TYPE_CHECKING:
    from app.client import Client
    from sync.model import Changes

_DAY = 86_400_000
_RECENT = 12
_LOOKED_BACK, _LOOK_BACK_DAYS = "looked_back", 7


class Listed(NamedTuple):
    """All rules in their order, how many topics of the last 30 days each decides about, and what was missed.

    ``missed`` are hidden topics that got many replies since, each with the id of the rule that hid it.
    """

    rules: list[Rule]
    hits: dict[int, int]
    missed: list[TopicRow]
    now: int


class Surroundings(NamedTuple):
    """Names of the cache, the folded names of closed groups, the newest topics, and rules to begin with."""

    vocabulary: Vocabulary = Vocabulary()
    closed_groups: frozenset[str] = frozenset()
    recent: Sequence[TopicRow] = ()
    presets: Sequence[Rule] = ()


class Tried(NamedTuple):
    """A topic a rule was tried on, and why the rule's conditions hold or not."""

    topic: TopicRow
    reason: Reason


def telling(words: Sequence[str]) -> tuple[str, ...]:
    """What matched, words and names first: that a topic is of some kind or in some state says least."""
    known = (*keywords.KINDS, *keywords.STATES)
    return tuple(sorted(words, key=lambda word: word in known))


class Ruling:
    """Reads and changes the rules of ``client``; ``clock`` gives the time in ms."""

    def __init__(self, client: Client, clock: Callable[[], int] | None = None) -> None:
        self._client = client
        self._clock = clock or (lambda: int(time.time() * 1000))
        self._previews = Previews(client.judge)

    def listed(self) -> Listed:
        """What the list of rules shows."""
        now = self._clock()
        with self._client.store.reading() as conn:
            hits = rule_effects.decided_by_rule(conn, now - ruling.SHARE_DAYS * _DAY)
            quiet = now - int(cursors.get(conn, _LOOKED_BACK) or 0) < _LOOK_BACK_DAYS * _DAY
            found = [] if quiet else ruling.looked_back(conn, now)[:_RECENT]
            rows = {row.topic_id: row for row in topics.rows(conn, found, "newest")}
            missed = [rows[topic_id] for topic_id in found if topic_id in rows]
            return Listed(ruling.rules(conn), hits, missed, now)

    def seen_missed(self) -> None:
        """The member saw what was missed: it is told again in a week."""
        now = str(self._clock())
        self._client.store.write(lambda conn: cursors.put(conn, _LOOKED_BACK, now))

    def rule(self, rule_id: int) -> Rule | None:
        """A rule by its id, or ``None`` when it is gone."""
        with self._client.store.reading() as conn:
            return next((rule for rule in ruling.rules(conn) if rule.id == rule_id), None)

    def hidden(self, place: Place) -> Hidden:
        """How much of a place is hidden, and by which rules."""
        with self._client.store.reading() as conn:
            return ruling.hidden_summary(conn, place)

    def surroundings(self, language: Language) -> Surroundings:
        """What an editor of rules offers: names to complete with, topics to try a rule on, presets."""
        with self._client.store.reading() as conn:
            groups = group_rows.groups(conn)
            member = people.card(conn, self._client.judge.known(conn).me)
            return Surroundings(
                vocabulary(conn),
                frozenset(fold(group.name) for group in groups if group.closed),
                topics.page(conn, Place("timeline", sight="reveal"), "newest", limit=_RECENT),
                presets(
                    language,
                    groups=groups,
                    organisation="" if member is None else member.organisation,
                    now=self._clock(),
                ),
            )

    def keep(self, rule: Rule, place: Place | None = None) -> Edited:
        """Keep a rule: a new one (id 0) at the end, a known one in its place. Raises ``QueryError``."""
        judge = self._client.judge
        if rule.id == 0:
            return self._client.store.write(lambda conn: ruling.add(conn, judge, rule, place))
        return self._client.store.write(lambda conn: ruling.change(conn, judge, rule, place))

    def save(self, rules: Iterable[Rule], place: Place | None = None) -> Edited:
        """Make the list of rules be this one; also how a change is undone."""
        wanted, judge = list(rules), self._client.judge
        return self._client.store.write(lambda conn: ruling.save(conn, judge, wanted, place))

    def order(self, rule_ids: Sequence[int], place: Place | None = None) -> Edited:
        """Put the rules in this order, as far as rules that keep stay on top."""
        judge = self._client.judge
        places = {rule_id: at for at, rule_id in enumerate(rule_ids)}

        def ordered(rule: Rule) -> int:
            return places.get(rule.id, len(places))

        return self._client.store.write(
            lambda conn: ruling.save(conn, judge, sorted(ruling.rules(conn), key=ordered), place)
        )

    def remove(self, rule_id: int, place: Place | None = None) -> Edited:
        """Take a rule away."""
        judge = self._client.judge
        return self._client.store.write(lambda conn: ruling.remove(conn, judge, rule_id, place))

    def duplicate(self, rule_id: int, name: str, place: Place | None = None) -> Edited:
        """Put a copy called ``name`` below a rule, switched off."""
        judge = self._client.judge
        return self._client.store.write(lambda conn: ruling.duplicate(conn, judge, rule_id, name, place))

    def switch(self, rule_id: int, on: bool, place: Place | None = None) -> Edited:
        """Switch a rule on or off."""
        judge = self._client.judge
        return self._client.store.write(lambda conn: ruling.set_on(conn, judge, rule_id, on, place))

    def leave_alone(self, rule_id: int, topic_id: int, place: Place | None = None) -> Edited:
        """Let a rule leave one topic alone."""
        judge = self._client.judge
        return self._client.store.write(
            lambda conn: ruling.except_topic(conn, judge, rule_id, topic_id, place)
        )

    def settle(self) -> Changes:
        """Judge what a change of the rules left for later: everything beyond the first screens."""
        return self._client.settle_rules()

    def try_on(self, node: Node, topic_id: int) -> Tried | None:
        """Why a rule's conditions hold or not for a topic; ``None`` when it is not in the cache."""
        with self._client.store.reading() as conn:
            known = self._client.judge.known(conn)
            reason = explain(conn, node, topic_id, now=known.now, me=known.me, last_visit=known.last_visit)
            rows = topics.rows(conn, [topic_id], "newest")
            return None if reason is None or not rows else Tried(rows[0], reason)

    def reasons(
        self, wanted: Sequence[tuple[int, int]]
    ) -> dict[tuple[int, int], tuple[str, tuple[str, ...]]]:
        """For pairs of topic and rule: the rule's name, and the words and names that matched."""
        found: dict[tuple[int, int], tuple[str, tuple[str, ...]]] = {}
        with self._client.store.reading() as conn:
            known = self._client.judge.known(conn)
            rules = {rule.id: rule for rule in ruling.rules(conn)}
            for topic_id, rule_id in wanted:
                rule = rules.get(rule_id)
                if rule is not None and rule.readable:
                    why = explain(
                        conn,
                        parse(rule.text),
                        topic_id,
                        now=known.now,
                        me=known.me,
                        last_visit=known.last_visit,
                    )
                    words = () if why is None else telling(matched(why))
                    found[topic_id, rule_id] = (rule.name, words)
        return found

    def preview(self, rule: Rule, days: int, stop: Callable[[], bool]) -> Preview:
        """What would change in the last ``days`` days if ``rule`` were kept. Raises ``Stopped``."""
        with self._client.store.reading() as conn:
            return self._previews.preview(conn, rule, days=days, stop=stop)

    def share(self, node: Node) -> float:
        """Which part of the topics of the last 30 days a rule with these conditions is about (0 to 1)."""
        with self._client.store.reading() as conn:
            return ruling.share(conn, node, self._client.judge.known(conn))

    def alike(self, topic_id: int) -> tuple[TopicRow, list[Alike]] | None:
        """A topic and the ready-made conditions from it; ``None`` when it is not in the cache."""
        with self._client.store.reading() as conn:
            rows = topics.rows(conn, [topic_id], "newest")
            return (rows[0], alike(conn, rows[0], self._client.judge.known(conn))) if rows else None
