"""A small community in which everything that rules look at changes at random, for the tests of rules."""

from __future__ import annotations

import random
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from sqlite3 import Connection

from app.filters import match, rules
from app.filters.rules import ACTIONS, Rule
from app.filters.verdicts import Judge
from sync.model import KINDS, Batch, Member
from sync.store import cursors, maintenance, marks, verdicts
from sync.store.database import Store
from sync.store.rows import Place
from sync.store.search_index import index_batch
from sync.store.verdicts import Verdict
from tests.sync.store.samples import DAY, START, people, places, post, topic, write

ME = 3
_WORDS = [
    "beleid",
    "woonbeleid",
    "communicatieplan",
    "plan",
    "intranet",
    "campagne",
    "Renée",
    "inwoners",
    "vraag",
    "zorgplan",
    "ab",
]
TEXTS = (
    "beleid",
    "plan",
    '"plan intranet"',
    "woon*",
    "title:campagne",
    "text:inwoners",
    "renee",
    "-beleid kind:question",
    "group:participatie",
    "group:algemeen -tag:plan",
    "from:jan",
    "from:ME OR is:mine",
    "org:rws replies:>1",
    "tag:beleid,vraag",
    "kind:event,link",
    "is:unread",
    "is:read likes:>2",
    "is:saved",
    "is:unanswered",
    "is:answered",
    "is:closed",
    "is:new-member",
    "is:team",
    "is:liked,locked",
    "since:3d",
    "before:5d beleid",
    "since:last-visit",
    "since:2d is:unread OR tag:campagne",
    "replies:0 (plan OR tag:intranet)",
    "",
)


class Life:
    """One store with a judge, and random things that happen in it. Time only goes on with ``later``."""

    def __init__(self, store: Store, seed: int, now: int = START + 30 * DAY) -> None:
        self.store = store
        self.chance = random.Random(seed)
        self.now = now
        self.judge = Judge(lambda: self.now)
        self.store.judge = self.judge.judge
        self._topics = 0
        self._posts = 0
        self._versions: dict[int, int] = {}
        write(store, Batch(groups=places(), members=people()))
        store.write(lambda conn: cursors.put(conn, cursors.ME, str(ME)))
        self.happenings: tuple[Callable[[], None], ...] = (
            self.arrive,
            self.arrive,
            self.edit,
            self.people_change,
            self.groups_change,
            self.mark,
            self.mark,
            self.remove,
            self.move_post,
            self.index,
            self.later,
            self.visit,
            self.change_rules,
            self.change_rules,
            self.change_rules,
        )

    def step(self) -> None:
        """Let one thing happen, and sometimes a part of the judging that waits."""
        self.chance.choice(self.happenings)()
        if self.chance.random() < 0.3:
            self.store.write(lambda conn: self.judge.settle(conn, 0))

    def settle(self) -> None:
        """Judge all that waits, a rule at a time or at once."""
        seconds = self.chance.choice((0, 60))
        self.store.write(self.judge.due)
        while self.store.write(lambda conn: self._settled(conn, seconds)):
            pass

    def verdicts(self) -> dict[int, Verdict]:
        with self.store.reading() as conn:
            return _all(conn)

    def by_hand(self) -> dict[int, Verdict]:
        """What each rule in its order says of each topic, one by one."""
        with self.store.reading() as conn:
            known, found = self.judge.known(conn), {}
            ids = [row[0] for row in conn.execute("SELECT topic_id FROM topics")]
            for topic_id, facts in match.facts(conn, ids, known.me).items():
                for rule in self.judge.in_force(conn):
                    holds = match.matcher(rule.node, now=known.now, last_visit=known.last_visit)
                    if holds(facts) and topic_id not in rule.exceptions:
                        found[topic_id] = Verdict(rule.decider.action, rule.decider.rule_id)
                        break
            return found

    def from_scratch(self) -> dict[int, Verdict]:
        """What judging all topics anew would give; nothing is kept of it."""
        found: dict[int, Verdict] = {}

        def anew(conn: Connection) -> None:
            conn.execute("DELETE FROM verdicts")
            conn.execute("DELETE FROM judge_state WHERE name = 'judged'")
            self.judge.settle(conn)
            found.update(_all(conn))
            raise _Enough

        with suppress(_Enough):
            self.store.write(anew)
        return found

    def judge_moment(self) -> int:
        """The moment verdicts are of."""
        with self.store.reading() as conn:
            return self.judge.known(conn).now

    def index_all(self) -> None:
        """Take every post into the word index."""
        while self.store.write(index_batch):
            pass

    def arrive(self) -> None:
        """New topics and new replies, some of them the member's own."""
        told, posts = [], []
        for _ in range(self.chance.randrange(1, 5)):
            if self._topics and self.chance.random() < 0.4:
                # Numbers are unique within a topic, and replies do not come in their order.
                number, topic_id = 2 + (self._posts * 7) % 997, self._some_topic()
            else:
                self._topics += 1
                number, topic_id = 1, self._topics
                told.append(self._topic(topic_id))
            self._posts += 1
            posts.append(self._post(self._posts, topic_id, number))
        write(self.store, Batch(topics=tuple(told), posts=tuple(posts)))

    def edit(self) -> None:
        """A topic gets another title, group, kind, or answer; a post another text."""
        if not self._topics:
            return
        topic_id = self._some_topic()
        changed = self._topic(topic_id)
        cached = self._ask("SELECT post_id, topic_id, number FROM posts")
        posts = [self._post(*self.chance.choice(cached))] if cached else []
        write(self.store, Batch(topics=(changed,), posts=tuple(posts)))

    def people_change(self) -> None:
        member = self.chance.choice(people())
        write(
            self.store,
            Batch(
                members=(
                    replace(
                        member,
                        name=self.chance.choice((member.name, "Plan B", "Jan")),
                        organisation=self.chance.choice(("RWS", "BZK", "VWS")),
                        team=self.chance.random() < 0.3,
                        joined=START + self.chance.randrange(-90, 10) * DAY,
                    ),
                    Member(9 + self.chance.randrange(3), "nieuw", "Nieuw Lid", organisation="RWS"),
                )
            ),
        )

    def groups_change(self) -> None:
        group = self.chance.choice(places())
        name = self.chance.choice(("Algemeen", "Participatie", "Overig"))
        write(self.store, Batch(groups=(replace(group, name=name, closed=self.chance.random() < 0.5),)))

    def mark(self) -> None:
        topic_id = self._some_topic()
        known = [row[0] for row in self._ask("SELECT post_id FROM posts")]
        some = self.chance.sample(known, min(4, len(known)))
        self.store.write(
            self.chance.choice(
                (
                    lambda conn: marks.mark_read(conn, some),
                    lambda conn: marks.mark_unread(conn, some),
                    lambda conn: marks.mark_topic_read(conn, topic_id),
                    lambda conn: marks.save(conn, topic_id),
                    lambda conn: marks.unsave(conn, topic_id),
                    lambda conn: marks.mark_place_read(conn, Place("group", 1)),
                )
            )
        )

    def remove(self) -> None:
        if self.chance.random() < 0.2:
            self.store.write(lambda conn: maintenance.apply_retention(conn, 25, self.now))
            return
        known = [row[0] for row in self._ask("SELECT post_id FROM posts")]
        gone = tuple(self.chance.sample(known, min(2, len(known))))
        topics = (self._some_topic(),) if self.chance.random() < 0.3 else ()
        write(self.store, Batch(removed_posts=gone, removed_topics=topics))

    def move_post(self) -> None:
        cached = self._ask("SELECT post_id, number FROM posts")
        if cached:
            post_id, number = self.chance.choice(cached)
            write(self.store, Batch(posts=(self._post(post_id, self._some_topic(), number + 1000),)))

    def index(self) -> None:
        self.store.write(lambda conn: index_batch(conn, 5))

    def later(self) -> None:
        self.now += self.chance.choice((60_000, DAY // 2, 2 * DAY, -DAY))
        self.store.write(self.judge.due)

    def visit(self) -> None:
        self.store.write(lambda conn: marks.stay(conn, self.now - DAY))
        self.store.write(marks.begin_visit)

    def change_rules(self) -> None:
        with self.store.reading() as conn:
            known = rules.rules(conn)
        judge, chance = self.judge, self.chance
        if not known or (len(known) < 8 and chance.random() < 0.4):
            self.store.write(lambda conn: rules.add(conn, judge, self._rule()))
            return
        rule, topic_id = chance.choice(known), self._some_topic()
        self.store.write(
            chance.choice(
                (
                    lambda conn: rules.change(conn, judge, self._rule()._replace(id=rule.id)),
                    lambda conn: rules.remove(conn, judge, rule.id),
                    lambda conn: rules.move(conn, judge, rule.id, chance.randrange(len(known))),
                    lambda conn: rules.set_on(conn, judge, rule.id, not rule.on),
                    lambda conn: rules.except_topic(conn, judge, rule.id, topic_id),
                    lambda conn: rules.duplicate(conn, judge, rule.id, "kopie"),
                    lambda conn: rules.save(conn, judge, rules.save(conn, judge, []).before),
                    lambda conn: rules.save(conn, judge, chance.sample(known, len(known))),
                )
            )
        )

    def _settled(self, conn: Connection, seconds: float) -> bool:
        self.judge.settle(conn, seconds)
        return bool(verdicts.unsettled(conn))

    def _rule(self) -> Rule:
        until = self.now + DAY if self.chance.random() < 0.2 else None
        text = self.chance.choice(TEXTS)
        return Rule(0, text, text, self.chance.choice(ACTIONS), self.chance.random() < 0.9, until)

    def _topic(self, topic_id: int):  # type: ignore[no-untyped-def]
        some = self.chance
        return topic(
            topic_id,
            title=" ".join(some.choices(_WORDS, k=3)),
            group_id=some.choice((1, 2)),
            kind=some.choice(KINDS),
            tags=tuple(set(some.choices(_WORDS, k=2))),
            closed=some.random() < 0.2,
            answered=some.choice((None, True, False)),
            saved=some.choice((None, None, True, False)),
            likes=some.choice((None, 3)),
            last_read_number=some.choice((None, None, 2)),
        )

    def _post(self, post_id: int, topic_id: int, number: int):  # type: ignore[no-untyped-def]
        self._versions[post_id] = version = self._versions.get(post_id, 0) + 1
        return post(
            post_id,
            topic_id,
            number,
            author=1 + post_id % 4,
            created=START + 20 * DAY + post_id * DAY // 8,
            version=version,
            words=" ".join(self.chance.choices(_WORDS, k=4)),
            liked=self.chance.random() < 0.2,
            likes=self.chance.randrange(4),
            accepted=self.chance.random() < 0.1,
        )

    def _some_topic(self) -> int:
        return self.chance.randrange(1, self._topics + 2)

    def _ask(self, query: str) -> list[tuple[int, ...]]:
        with self.store.reading() as conn:
            return conn.execute(query).fetchall()


class _Enough(Exception):
    """Ends a write without keeping it."""


def _all(conn: Connection) -> dict[int, Verdict]:
    rows = conn.execute("SELECT topic_id, verdict, rule_id FROM verdicts")
    return {row[0]: Verdict(row[1], row[2]) for row in rows}
