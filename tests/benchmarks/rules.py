"""Rows about rules: what they cost the first page, a change of one, an arriving page, and the counts."""

from __future__ import annotations

import random
import shutil
import sqlite3
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from statistics import median

from app import views
from app.filters import rules
from app.filters.parse import parse
from app.filters.preview import Previews
from app.filters.rules import ACTIONS, Action, Rule
from app.filters.sql import compile_query
from app.filters.verdicts import Judge
from app.places import overview
from app.timeline import Timeline
from app.views import View
from sync.store import topics, verdicts
from sync.store.database import FILE_NAME, Store
from sync.store.rows import Place
from tests.benchmarks.corpus import NEWEST
from tests.benchmarks.figures import Row
from tests.benchmarks.timing import in_turn

RULES = 50
MANY_RULES = 200
ARRIVING = 50
# Twice as many as have a key of their own in the window.
VIEWS = 20
_TURNS = 40
_PAGES_A_TURN = 50
_CHANGES = 15
_DRAFTS = 30
_TYPED = ("b", "be", "bel", "bele", "beleid", "beleid kind:question", "title:bel", "woonb*", "-beleid")
_TIMELINE = Place("timeline")
_EVERYTHING = Place("timeline", sight="reveal")


def _listed(words: str) -> tuple[str, ...]:
    return tuple(words.split())


_NAMES = _listed("beleid plan visie aanpak overleg brief nota participatie campagne onderzoek team agenda")
_PLACES = _listed("Rijkswaterstaat BZK VWS OCW UWV RIVM Kadaster IenW Defensie")
_KINDS = _listed("question experience link spotlight event announcement")
_STEMS = _listed("woon zorg klimaat jeugd sport verkeer water bodem energie cultuur")


def made_rules(count: int, seed: int) -> list[Rule]:
    """Rules as members write them, of every kind, none of which is about most of the topics."""
    chance = random.Random(seed)
    texts: list[Callable[[], str]] = [
        lambda: f"tag:{chance.choice(_NAMES)} kind:{chance.choice(_KINDS)}",
        lambda: f"org:{chance.choice(_PLACES)} kind:{chance.choice(_KINDS)}",
        lambda: f"title:{chance.choice(_STEMS)}{chance.choice(_NAMES)}",
        lambda: f"{chance.choice(_STEMS)}{chance.choice(_NAMES)}",
        lambda: f"{chance.choice(_STEMS)}* kind:{chance.choice(_KINDS)} -tag:{chance.choice(_NAMES)}",
        lambda: f"group:groep-{chance.randint(4, 24)} -kind:question",
        lambda: f"from:lid{chance.randint(1, 400)}",
        lambda: f"from:lid{chance.randint(1, 400)} OR tag:{chance.choice(_NAMES)} replies:0",
        lambda: f"kind:{chance.choice(_KINDS)} likes:>{chance.randint(8, 10)}",
        lambda: f"(tag:{chance.choice(_NAMES)} OR title:{chance.choice(_NAMES)}) is:closed since:3m",
        lambda: f"kind:announcement replies:0 before:{chance.randint(1, 9)}m tag:{chance.choice(_NAMES)}",
        lambda: "is:unanswered before:1y is:closed",
    ]
    found = []
    for number in range(count):
        action: Action = ACTIONS[0] if number % 2 else chance.choice(ACTIONS)
        text = rules.canonical(texts[number % len(texts)]())
        found.append(Rule(0, f"Regel {number + 1}", text, action))
    return found


class Ruled:
    """A copy of the corpus's cache, with rules that were all judged."""

    def __init__(self, store: Store, count: int, seed: int) -> None:
        self.store = store
        self.judge = Judge(lambda: NEWEST)
        wanted = made_rules(count, seed)
        store.write(lambda conn: rules.save(conn, self.judge, wanted))
        self.settle()

    def settle(self) -> None:
        """Until every verdict follows from the rules."""
        self.store.write(self.judge.catch_up)
        with self.store.reading() as conn:
            assert not verdicts.unsettled(conn)

    def change(self, number: int, turn: int) -> None:
        """Change what one rule says, and have the first screen right."""

        def changed(conn: sqlite3.Connection) -> None:
            rule = rules.rules(conn)[number]
            other = made_rules(RULES, 1000 + turn)[(number + turn) % RULES]
            rules.change(conn, self.judge, rule._replace(text=other.text), _TIMELINE)

        self.store.write(changed)


@contextmanager
def ruled(cache: Path, count: int, seed: int) -> Iterator[Ruled]:
    """The corpus with ``count`` rules; a copy, so that the corpus itself stays without."""
    with tempfile.TemporaryDirectory(prefix="stamtafel-rules-") as folder:
        shutil.copy(cache / FILE_NAME, folder)
        store = Store(Path(folder))
        try:
            yield Ruled(store, count, seed)
        finally:
            store.close()


def rule_rows(cache: Path, seed: int) -> list[Row]:
    """All rows about rules."""
    with ruled(cache, RULES, seed) as own:
        rows = [first_page(own, cache), *change(own), *live_difference(own), counts(own)]
    with ruled(cache, MANY_RULES, seed) as own:
        return [*rows, arriving(own)]


def first_page(own: Ruled, cache: Path) -> Row:
    """The first page under the rules against the same page of a cache without rules."""
    plain = Store(cache)
    try:
        assert Timeline(own.store).first_page().rows

        def pages(store: Store) -> None:
            for _ in range(_PAGES_A_TURN):
                Timeline(store).first_page()

        pair = in_turn(lambda: pages(own.store), lambda: pages(plain), _TURNS)
    finally:
        plain.close()
    with own.store.reading() as conn:
        hidden = rules.hidden_summary(conn, _TIMELINE).topics
    details = {
        "with ms": pair.own * 1000 / _PAGES_A_TURN,
        "without ms": pair.bare * 1000 / _PAGES_A_TURN,
        "hidden": hidden,
    }
    how = f"CPU, least of {_TURNS} turns"
    return Row("rules", f"first page with {RULES} rules against none", pair.ratio, 1.2, "times", how, details)


def change(own: Ruled) -> list[Row]:
    """One rule of 50 says something else: until the first screen is right, and until every count is."""
    screens, wholes, bares = [], [], []
    for turn in range(_CHANGES):
        number = (turn * 7) % RULES
        began = time.perf_counter()
        own.change(number, turn)
        Timeline(own.store).first_page()
        screens.append((time.perf_counter() - began) * 1000)
        own.settle()
        with own.store.reading() as conn:
            topics.count(conn, _TIMELINE, "newest")
        wholes.append((time.perf_counter() - began) * 1000)
        bares.append(_bare_evaluation(own))
    how = f"wall clock of the write and the page, median of {_CHANGES} changes"
    every = (
        "wall clock until verdicts and counts are right, against one bare statement for each rule; medians"
    )
    details = {"own ms": median(wholes), "bare ms": median(bares), "most ms": max(wholes)}
    return [
        Row("rules", "a changed rule: first screen", median(screens), 100, "ms", how, {"most": max(screens)}),
        Row(
            "rules", "a changed rule: every count", median(wholes) / median(bares), 3, "times", every, details
        ),
    ]


def _bare_evaluation(own: Ruled) -> float:
    """Milliseconds to find what each rule matches and keep the first that does, in a table of its own."""
    conn = sqlite3.connect(own.store.path, isolation_level=None)
    try:
        conn.execute("CREATE TEMP TABLE found (topic_id INTEGER PRIMARY KEY, rule_id INTEGER)")
        compiled = [
            (rule.id, compile_query(conn, parse(rule.text), now=NEWEST, me=0).topics)
            for rule in rules.rules(conn)
        ]
        began = time.perf_counter()
        conn.execute("BEGIN")
        for rule_id, query in compiled:
            sql = f"INSERT OR IGNORE INTO found SELECT topic_id, {rule_id} FROM ({query.sql})"  # noqa: S608
            conn.execute(sql, query.values)
        conn.execute("COMMIT")
        return (time.perf_counter() - began) * 1000
    finally:
        conn.close()


def live_difference(own: Ruled) -> list[Row]:
    """What changes while someone writes: words letter by letter, new rules, other texts for a known rule."""
    with own.store.reading() as conn:
        known = rules.rules(conn)
        drafts = [Rule(0, "", text, "hide") for text in _TYPED] + made_rules(_DRAFTS, 7)
        drafts += [
            known[number * 5]._replace(text=other.text)
            for number, other in enumerate(made_rules(RULES // 5, 8))
        ]
        return [_difference(own, conn, drafts, 30, 16), _difference(own, conn, drafts, 365, 100)]


def _difference(own: Ruled, conn: sqlite3.Connection, drafts: list[Rule], days: int, bound: int) -> Row:
    times = []
    for draft in drafts:
        times.append(min(_typed(own, conn, draft, days) for _ in range(3)))
    slowest = max(zip(times, (draft.text for draft in drafts), strict=True))
    times.sort()
    how = f"wall clock, least of 3, 95th percentile of {len(times)} texts; slowest: {slowest[1]}"
    details = {"median": median(times), "most": times[-1]}
    worst = times[int(len(times) * 0.95)]
    return Row("rules", f"live difference, {days} days", worst, bound, "ms", how, details)


def _typed(own: Ruled, conn: sqlite3.Connection, draft: Rule, days: int) -> float:
    """Milliseconds as while typing: the rule was looked at before, nothing of its text was."""
    previews = Previews(own.judge)
    previews.preview(conn, draft._replace(text="from:nobody"), days=days)
    return _milliseconds(lambda: previews.preview(conn, draft, days=days))


def _milliseconds(work: Callable[[], object]) -> float:
    began = time.perf_counter()
    work()
    return (time.perf_counter() - began) * 1000


def counts(own: Ruled) -> Row:
    """Every number beside the places, groups and views of the sidebar."""
    texts = [rule.text for rule in made_rules(VIEWS, 21)]
    wanted = [
        View(0, f"Weergave {number}", "", text, follows_rules=bool(number % 3))
        for number, text in enumerate(texts, start=1)
    ]
    own.store.write(lambda conn: views.save(conn, wanted))
    times = []
    for _ in range(_CHANGES):
        began = time.perf_counter()
        overview(own.store)
        with own.store.reading() as conn:
            views.unread(conn, views.own(conn), own.judge.known(conn))
        times.append((time.perf_counter() - began) * 1000)
    with own.store.reading() as conn:
        unread = conn.execute("SELECT count(DISTINCT topic_id) FROM unread").fetchone()[0]
    how = f"wall clock, median of {_CHANGES}"
    details = {"most": max(times), "topics with something unread": unread}
    return Row("rules", f"sidebar counts, {VIEWS} views, all groups", median(times), 50, "ms", how, details)


def arriving(own: Ruled) -> Row:
    """Verdicts for a page of 50 arriving posts, within the transaction that brings them."""
    with own.store.reading() as conn:
        newest = topics.top(conn, _EVERYTHING, "newest", ARRIVING * _CHANGES)
    times = []

    def judged(conn: sqlite3.Connection, page: list[int]) -> None:
        verdicts.queue(conn, page, arrived=True)
        began = time.perf_counter()
        own.judge.judge(conn)
        times.append((time.perf_counter() - began) * 1000)

    for turn in range(_CHANGES):
        page = newest[turn * ARRIVING : (turn + 1) * ARRIVING]
        own.store.write(lambda conn, page=page: judged(conn, page))  # type: ignore[misc]
    how = f"wall clock within the transaction, median of {_CHANGES} pages"
    what = f"verdicts for {ARRIVING} arriving posts, {MANY_RULES} rules"
    return Row("rules", what, median(times), 20, "ms", how, {"most": max(times), "first": times[0]})
