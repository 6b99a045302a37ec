"""Rules: their order, changing and undoing them, and what is told about what they do."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from sqlite3 import Connection
from typing import NamedTuple

import pytest

from app.filters import rules
from app.filters.parse import QueryError, parse
from app.filters.rules import Edited, Rule
from app.filters.verdicts import Judge
from sync.model import Batch
from sync.store import rules as kept
from sync.store import verdicts
from sync.store.database import Store
from sync.store.rows import Place
from tests.sync.store.samples import DAY, START, people, places, post, read, topic, write

TOPICS = 40
NOW = START + TOPICS * DAY


class Ruled(NamedTuple):
    store: Store
    judge: Judge

    def do(self, change: Callable[[Connection], Edited]) -> Edited:
        """One change of the rules, and all that follows from it."""
        edited = self.store.write(change)
        self.store.write(self.judge.settle)
        return edited

    def add(self, text: str, action: rules.Action = "hide", **more: object) -> Rule:
        rule = Rule(0, str(more.pop("name", text)), text, action)._replace(**more)  # type: ignore[arg-type]
        added = self.do(lambda conn: rules.add(conn, self.judge, rule)).rule
        assert added is not None
        return added

    def texts(self) -> list[str]:
        return [rule.text for rule in read(self.store, rules.rules)]

    def decided(self) -> dict[int, tuple[str, int]]:
        found = read(self.store, lambda conn: verdicts.of(conn, range(1, TOPICS + 1)))
        return {topic_id: (verdict.verdict, verdict.rule_id) for topic_id, verdict in found.items()}


@pytest.fixture
def ruled(tmp_path: Path) -> Iterator[Ruled]:
    """Forty topics, one a day, every fourth a question, every tenth tagged; group 1 and 2 in turn."""
    store, judge = Store(tmp_path), Judge(lambda: NOW)
    store.judge = judge.judge
    told = [
        topic(
            number,
            group_id=1 + number % 2,
            kind="question" if number % 4 == 0 else "discussion",
            tags=("beleid",) if number % 10 == 0 else (),
        )
        for number in range(1, TOPICS + 1)
    ]
    posts = [
        post(number, number, author=1 + number % 3, created=START + number * DAY)
        for number in range(1, TOPICS + 1)
    ]
    write(store, Batch(groups=places(), members=people(), topics=tuple(told), posts=tuple(posts)))
    yield Ruled(store, judge)
    store.close()


def test_the_first_rule_that_matches_decides_and_rules_that_keep_come_first(ruled: Ruled) -> None:
    first = ruled.add("kind:question", "dim")
    second = ruled.add("tag:beleid")
    third = ruled.add("kind:question tag:beleid group:participatie", "keep")
    assert ruled.texts() == [third.text, first.text, second.text]
    assert ruled.decided() == {
        **dict.fromkeys(range(4, TOPICS + 1, 4), ("dim", first.id)),
        **dict.fromkeys((10, 30), ("hide", second.id)),
    }
    moved = ruled.do(lambda conn: rules.move(conn, ruled.judge, second.id, 0))
    assert moved.rule is not None
    assert moved.rule.position == 1
    assert ruled.decided()[20] == ("hide", second.id)
    ruled.do(lambda conn: rules.change(conn, ruled.judge, third._replace(text="tag:beleid")))
    assert {ruled.decided()[number] for number in (10, 20, 30, 40)} == {("keep", third.id)}


def test_every_change_can_be_undone(ruled: Ruled) -> None:
    first, second = ruled.add("kind:question"), ruled.add("tag:beleid", "dim", until=NOW + DAY, note="Even")
    before, decided = read(ruled.store, rules.rules), ruled.decided()
    changes: list[Callable[[Connection], Edited]] = [
        lambda conn: rules.change(conn, ruled.judge, first._replace(text="org:bzk", name="Anders")),
        lambda conn: rules.remove(conn, ruled.judge, first.id),
        lambda conn: rules.move(conn, ruled.judge, second.id, 0),
        lambda conn: rules.set_on(conn, ruled.judge, first.id, False),
        lambda conn: rules.except_topic(conn, ruled.judge, first.id, 4),
        lambda conn: rules.duplicate(conn, ruled.judge, first.id, "Kopie"),
        lambda conn: rules.save(conn, ruled.judge, []),
    ]
    for change in changes:
        edited = ruled.do(change)
        assert list(edited.before) == before
        assert read(ruled.store, rules.rules) == list(edited.after) != before
        ruled.do(lambda conn, edited=edited: rules.save(conn, ruled.judge, edited.before))  # type: ignore[misc]
        assert read(ruled.store, rules.rules) == before
        assert ruled.decided() == decided


def test_a_change_tells_which_topics_in_sight_it_changed(ruled: Ruled) -> None:
    edited = ruled.store.write(lambda conn: rules.add(conn, ruled.judge, Rule(0, "", "tag:beleid", "hide")))
    assert edited.changes.topics == {10, 20, 30, 40}
    renamed = edited.after[0]._replace(name="Ander", note="Waarom")
    again = ruled.store.write(lambda conn: rules.change(conn, ruled.judge, renamed))
    assert not again.changes


def test_a_copy_is_off_and_stands_below(ruled: Ruled) -> None:
    first = ruled.add("kind:question")
    ruled.add("tag:beleid")
    copy = ruled.do(lambda conn: rules.duplicate(conn, ruled.judge, first.id, "Kopie")).rule
    assert copy is not None
    assert (copy.name, copy.text, copy.on, copy.position) == ("Kopie", first.text, False, 1)


def test_except_this_one(ruled: Ruled) -> None:
    rule = ruled.add("kind:question")
    ruled.do(lambda conn: rules.except_topic(conn, ruled.judge, rule.id, 8))
    assert 8 not in ruled.decided()
    assert read(ruled.store, lambda conn: rules.hidden_summary(conn, Place())) == ((9), ((rule.id, 9),))


def test_what_is_hidden_is_counted_per_rule_and_place(ruled: Ruled) -> None:
    first, second = ruled.add("kind:question"), ruled.add("tag:beleid")
    everywhere = read(ruled.store, lambda conn: rules.hidden_summary(conn, Place()))
    assert (everywhere.topics, everywhere.rules) == (12, 2)
    assert everywhere.by_rule == ((first.id, 10), (second.id, 2))
    assert read(ruled.store, lambda conn: rules.hidden_summary(conn, Place("questions"))).topics == 10
    assert read(ruled.store, lambda conn: rules.hidden_summary(conn, Place("group", 2))).topics == 0


def test_a_rule_that_hides_much_is_told_by_its_share(ruled: Ruled) -> None:
    def share(text: str) -> float:
        return read(ruled.store, lambda conn: rules.share(conn, parse(text), ruled.judge.known(conn)))

    ruled.add("x")
    assert share("") == 1
    assert share("kind:question") == pytest.approx(0.25, abs=0.03)
    assert share("kind:event") == 0
    assert share("group:algemeen") <= rules.UNUSUAL_SHARE + 0.02


def test_a_text_that_is_no_query_is_refused_and_nothing_changes(ruled: Ruled) -> None:
    ruled.add("tag:beleid")
    with pytest.raises(QueryError):
        ruled.store.write(lambda conn: rules.add(conn, ruled.judge, Rule(0, "", "tag:", "hide")))
    with pytest.raises(KeyError):
        ruled.store.write(lambda conn: rules.set_on(conn, ruled.judge, 99, False))
    assert ruled.texts() == ["tag:beleid"]


def test_a_kept_text_that_cannot_be_read_any_more_is_off_and_stays(ruled: Ruled) -> None:
    row = kept.RuleRow(7, "Oud", "nonsense:x", "hide", 1, None, "", 0)
    ruled.store.write(lambda conn: kept.write(conn, [row], []))
    (rule,) = read(ruled.store, rules.rules)
    assert not rule.readable
    added = ruled.add("tag:beleid")
    assert ruled.texts() == ["nonsense:x", "tag:beleid"]
    assert {rule_id for _, rule_id in ruled.decided().values()} == {added.id}


def test_looking_back_finds_hidden_topics_that_mattered_after_all(ruled: Ruled) -> None:
    ruled.add("group:participatie")
    answered, busy, usual, seen, young = 19, 21, 23, 22, 37
    replies = [
        post(100 + 10 * topic_id + extra, topic_id, 2 + extra, created=NOW)
        for topic_id in (busy, seen, young)
        for extra in range(6)
    ]
    write(ruled.store, Batch(topics=(topic(answered, group_id=2, answered=True),), posts=tuple(replies)))
    write(ruled.store, Batch(posts=(post(900, usual, 2, created=NOW),)))
    assert read(ruled.store, lambda conn: rules.looked_back(conn, NOW)) == [answered, busy]


def test_five_hundred_rules_work(ruled: Ruled) -> None:
    many = [Rule(0, f"r{number}", f"bijdrage{number} OR tag:t{number}", "hide") for number in range(499)]
    ruled.do(lambda conn: rules.save(conn, ruled.judge, [*many, Rule(0, "", "kind:question", "dim")]))
    assert len(ruled.texts()) == 500
    assert {verdict for verdict, _ in ruled.decided().values()} == {"dim"}
    write(ruled.store, Batch(topics=(topic(1, kind="question", tags=("t42",)),)))
    last = read(ruled.store, rules.rules)[42]
    assert ruled.decided()[1] == ("hide", last.id)
