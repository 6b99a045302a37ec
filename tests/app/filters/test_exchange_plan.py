"""An import is told before it is done, done as chosen, and done whole or not at all."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from sqlite3 import Connection, IntegrityError
from typing import Any

import pytest

from app import views
from app.filters import rules
from app.filters.exchange import read, written
from app.filters.exchange_document import Document, Pack, SharedRule, SharedView
from app.filters.exchange_plan import (
    Choice,
    Imported,
    Plan,
    apply_import,
    of_member,
    plan_import,
)
from app.filters.exchange_texts import REASONS, STATES
from app.filters.rules import Rule
from app.filters.verdicts import Judge
from app.views import View
from sync.model import Batch
from sync.store.database import Store
from sync.store.rows import Place
from sync.store.topics import page
from tests.sync.store.samples import people, places, post, topic, write

HERE = "https://community.example.nl"


class Desk:
    """A member's cache with a few topics, and what they do with files."""

    def __init__(self, store: Store) -> None:
        self.store = store
        self.judge = Judge()
        store.judge = self.judge.judge
        topics = tuple(topic(number, title=f"Plan {number}") for number in range(1, 7))
        posts = tuple(post(number, number) for number in range(1, 7))
        write(store, Batch(groups=places(), members=people(), topics=topics, posts=posts))

    def have(self, *wanted: Rule | View) -> None:
        """Make these the member's rules and views."""

        def saved(conn: Connection) -> None:
            rules.save(conn, self.judge, [one for one in wanted if isinstance(one, Rule)])
            views.save(conn, [one for one in wanted if isinstance(one, View)])
            self.judge.catch_up(conn)

        self.store.write(saved)

    def plan(self, *theirs: SharedRule | SharedView, **more: Any) -> Plan:
        """What importing these would do."""
        shared = Document(
            tuple(one for one in theirs if isinstance(one, SharedRule)),
            tuple(one for one in theirs if isinstance(one, SharedView)),
            **more,
        )
        with self.store.reading() as conn:
            return plan_import(conn, shared, HERE)

    def take(self, plan: Plan, choices: dict[int, Choice] | None = None) -> Imported:
        """Import as planned."""

        def taken(conn: Connection) -> Imported:
            done = apply_import(conn, self.judge, plan, choices, community=HERE)
            self.judge.catch_up(conn)
            return done

        return self.store.write(taken)

    def export(self) -> str:
        """All rules and views as a file."""
        with self.store.reading() as conn:
            return written(of_member(conn, HERE))

    def timeline(self) -> list[int]:
        """The topics that are shown."""
        with self.store.reading() as conn:
            return [row.topic_id for row in page(conn, Place(), "newest")]

    def names(self) -> list[str]:
        """The names of the rules, in order."""
        with self.store.reading() as conn:
            return [rule.name for rule in rules.rules(conn)]


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    """A member with a few topics and no rules."""
    store = Store(tmp_path)
    yield Desk(store)
    store.close()


RULE = SharedRule("Geen plan 3", "title:3", "hide")
OTHER = SharedRule("Geen plan 4", "title:4", "hide")
VIEW = SharedView("Vragen", "kind:question", "bookmark", "longest", "group", False)


def test_every_entry_is_marked_before_anything_is_done(desk: Desk) -> None:
    desk.have(
        Rule(0, "Geen plan 3", "title:3", "hide"),
        Rule(0, "GEEN  PLAN 4", "title:4", "dim"),
        View(0, "Vragen", "bookmark", "kind:question", "longest", "group", False),
    )
    plan = desk.plan(
        SharedRule("Geen plan 3", "titel:3", "hide"),
        OTHER,
        SharedRule("Nieuw", "tag:vacature", "dim"),
        SharedRule("Kapot", "tag:(", "hide"),
        SharedRule("Later", "tag:vacature", "summarise"),
        VIEW,
        VIEW._replace(name="Anders", order="random"),
        VIEW._replace(name="Ook anders", grouping="moon"),
    )
    assert [(entry.state, entry.reason) for entry in plan.entries] == [
        ("same", ""),
        ("conflict", "differs"),
        ("new", ""),
        ("conflict", "text"),
        ("conflict", "action"),
        ("same", ""),
        ("conflict", "order"),
        ("conflict", "grouping"),
    ]
    assert (plan.count("same"), plan.count("new"), plan.count("conflict")) == (2, 1, 5)
    broken = plan.entries[3]
    assert broken.error is not None
    assert broken.choices == ()
    assert [entry.kind for entry in plan.entries] == ["rule"] * 5 + ["view"] * 3
    for entry in plan.entries:
        assert STATES[entry.state].nl
        assert bool(REASONS[entry.reason].nl) == (entry.state == "conflict")
    assert desk.names() == ["Geen plan 3", "GEEN  PLAN 4"], "nothing was done"


@pytest.mark.parametrize(
    ("choice", "names", "texts"),
    [
        (None, ["Geen plan 3"], ["title:5"]),
        ("mine", ["Geen plan 3"], ["title:5"]),
        ("theirs", ["Geen plan 3"], ["title:3"]),
        ("both", ["Geen plan 3", "Geen plan 3 (2)"], ["title:5", "title:3"]),
    ],
)
def test_a_conflict_ends_as_chosen(
    choice: Choice | None, names: list[str], texts: list[str], desk: Desk
) -> None:
    desk.have(Rule(0, "Geen plan 3", "title:5", "hide"))
    desk.take(desk.plan(RULE), None if choice is None else {0: choice})
    with desk.store.reading() as conn:
        found = rules.rules(conn)
    assert [rule.name for rule in found] == names
    assert [rule.text for rule in found] == texts
    hidden = {int(text[-1]) for text in texts}
    assert desk.timeline() == [number for number in (6, 5, 4, 3, 2, 1) if number not in hidden]


def test_what_is_replaced_stays_where_it_stood(desk: Desk) -> None:
    desk.have(
        Rule(0, "Een", "title:1", "hide"),
        Rule(0, "Geen plan 3", "title:5", "hide"),
        Rule(0, "Drie", "title:3", "dim"),
    )
    done = desk.take(desk.plan(RULE, OTHER), {0: "theirs"})
    assert desk.names() == ["Een", "Geen plan 3", "Drie", "Geen plan 4"]
    assert (done.added, done.replaced) == (1, 1)
    assert done.edited is not None
    assert [rule.text for rule in done.edited.before] == ["title:1", "title:5", "title:3"]


def test_what_cannot_be_used_is_never_taken_whatever_is_chosen(desk: Desk) -> None:
    plan = desk.plan(SharedRule("Kapot", "tag:(", "hide"), SharedRule("Later", "", "summarise"))
    desk.take(plan, {0: "theirs", 1: "theirs"})
    desk.take(plan, {0: "both", 1: "both"})
    assert desk.names() == []


def test_importing_twice_changes_nothing_the_second_time(desk: Desk) -> None:
    desk.take(desk.plan(RULE, OTHER, VIEW))
    again = desk.plan(RULE, OTHER, VIEW)
    assert again.count("same") == 3
    done = desk.take(again)
    assert (done.added, done.replaced, done.edited) == (0, 0, None)


def test_the_same_name_twice_in_a_file_comes_in_twice_and_is_known_again(desk: Desk) -> None:
    desk.take(desk.plan(RULE, RULE._replace(when="title:4"), RULE))
    assert desk.names() == ["Geen plan 3"] * 3
    assert desk.plan(RULE, RULE._replace(when="title:4"), RULE).count("same") == 3


def test_an_import_is_whole_or_not_there(desk: Desk) -> None:
    plan = desk.plan(RULE, OTHER, VIEW)
    refuse = "CREATE TRIGGER full BEFORE INSERT ON views BEGIN SELECT raise(ABORT, 'no room'); END"
    desk.store.write(lambda conn: conn.execute(refuse))
    with pytest.raises(IntegrityError):
        desk.take(plan)
    assert desk.names() == []
    assert desk.timeline() == [6, 5, 4, 3, 2, 1]


def test_a_plan_that_grew_old_is_compared_again(desk: Desk) -> None:
    plan = desk.plan(RULE, OTHER)
    desk.have(Rule(0, "Geen plan 3", "title:5", "hide"))
    desk.take(plan)
    with desk.store.reading() as conn:
        assert [(rule.name, rule.text) for rule in rules.rules(conn)] == [
            ("Geen plan 3", "title:5"),
            ("Geen plan 4", "title:4"),
        ]


def test_what_is_exported_removed_and_imported_gives_the_same_timeline(desk: Desk) -> None:
    desk.have(
        Rule(0, "Houden", "title:3", "keep", note="Omdat het mag"),
        Rule(0, "Weg", "title:1,3,5,6", "hide", exceptions=frozenset({5})),
        Rule(0, "Uit", "title:2", "hide", on=False),
        Rule(0, "Voorbij", "title:2", "hide", until=1_000),
        View(0, "Vragen", "bookmark", "kind:question", "longest", "group", False),
    )
    before, file = desk.timeline(), desk.export()
    assert before == [5, 4, 3, 2]
    desk.have()
    assert desk.timeline() == [6, 5, 4, 3, 2, 1]
    document = read(file.encode(), now=0, groups={})
    desk.take(desk.plan(*document.rules, *document.views, community=document.community))
    assert desk.timeline() == before
    assert desk.export() == file


def test_exceptions_are_about_one_community(desk: Desk) -> None:
    excepting = SharedRule("Weg", "title:1,3", "hide", exceptions=frozenset({3}))
    desk.take(desk.plan(excepting, community="https://elsewhere.example.org"))
    assert desk.timeline() == [6, 5, 4, 2]
    desk.have()
    desk.take(desk.plan(excepting, community=HERE))
    assert desk.timeline() == [6, 5, 4, 3, 2]


def test_rules_of_a_pack_say_where_they_came_from(desk: Desk) -> None:
    pack = Pack("Redactie", "Team Web")
    desk.take(desk.plan(RULE, OTHER._replace(note="Omdat"), pack=pack))
    with desk.store.reading() as conn:
        assert [rule.note for rule in rules.rules(conn)] == ["Redactie", "Redactie: Omdat"]
    assert desk.plan(RULE, OTHER._replace(note="Omdat"), pack=pack).count("same") == 2


def test_a_rule_that_cannot_be_read_any_more_goes_along_and_is_known_again(desk: Desk) -> None:
    desk.have(Rule(0, "Oud", "title:3", "hide"))
    desk.store.write(lambda conn: conn.execute("UPDATE rules SET text = 'moon:full'"))
    document = read(desk.export().encode(), now=0, groups={})
    assert desk.plan(*document.rules).count("same") == 1
    desk.have()
    assert [entry.reason for entry in desk.plan(*document.rules).entries] == ["text"]


def test_a_full_file_is_compared_and_taken_in_reasonable_time(desk: Desk) -> None:
    shared = [SharedRule(f"Regel {number}", f"title:{number}", "hide") for number in range(2_000)]
    desk.take(desk.plan(*shared))
    assert len(desk.names()) == 2_000
    other = [rule._replace(action="dim") for rule in shared]
    plan = desk.plan(*other)
    assert plan.count("conflict") == 2_000
    desk.take(plan, dict.fromkeys(range(2_000), "both"))
    assert len(set(desk.names())) == 4_000
