"""Verdicts follow from the rules, whatever changes and in whatever order, and also after a kill."""

from __future__ import annotations

import signal
import subprocess
import sys
from pathlib import Path

import pytest

from app.filters import rules
from app.filters.rules import Rule
from sync.model import Batch
from sync.store import counts, marks, topics, verdicts
from sync.store.database import Store
from sync.store.rows import Place
from tests.app.filters.community import ME, Life
from tests.sync.store.samples import DAY, START, post, topic, write


@pytest.mark.parametrize("seed", range(12))
def test_after_anything_that_can_happen_verdicts_are_as_if_judged_from_scratch(
    seed: int, tmp_path: Path
) -> None:
    store = Store(tmp_path)
    life = Life(store, seed)
    decided = 0
    for _ in range(12):
        for _ in range(8):
            life.step()
        life.settle()
        found = life.verdicts()
        assert found == life.by_hand()
        assert found == life.from_scratch()
        decided += len(found)
    assert decided
    store.close()


def test_what_arrives_is_judged_before_anyone_can_see_it(tmp_path: Path) -> None:
    store, life = _with_rules(tmp_path, Rule(0, "", "title:borrel", "hide"))
    told = write(store, Batch(topics=(topic(1, title="De borrel"), topic(2)), posts=(post(1, 1), post(2, 2))))
    assert told.topics == {1, 2}
    with store.reading() as conn:
        assert [row.topic_id for row in topics.page(conn, Place(), "newest")] == [2]
        assert topics.count(conn, Place(), "newest") == counts.counts(conn).timeline == 1
    write(store, Batch(topics=(topic(1, title="De vergadering"),)))
    assert life.verdicts() == {}
    store.close()


def test_a_rule_ends_by_itself(tmp_path: Path) -> None:
    store, life = _with_rules(tmp_path, Rule(0, "", "borrel", "hide", until=START + 31 * DAY))
    write(store, Batch(topics=(topic(1),), posts=(post(1, 1, words="borrel"),)))
    assert len(life.verdicts()) == 1
    life.now = START + 31 * DAY + 1
    store.write(life.judge.catch_up)
    assert life.verdicts() == {}
    write(store, Batch(topics=(topic(2),), posts=(post(2, 2, words="borrel"),)))
    assert life.verdicts() == {}
    store.close()


def test_days_that_pass_are_followed(tmp_path: Path) -> None:
    store, life = _with_rules(tmp_path, Rule(0, "", "before:10d", "hide"))
    write(store, Batch(topics=(topic(1),), posts=(post(1, 1, created=life.now - 9 * DAY),)))
    assert life.verdicts() == {}
    assert not store.write(life.judge.due)
    life.now += 3 * DAY
    assert store.write(life.judge.due)
    assert store.write(life.judge.settle).topics == {1}
    assert len(life.verdicts()) == 1
    store.close()


def test_a_rule_marks_as_read_what_is_there_and_what_comes_later(tmp_path: Path) -> None:
    store, life = _with_rules(tmp_path)
    write(store, Batch(topics=(topic(1), topic(2)), posts=(post(1, 1), post(2, 2))))
    edited = store.write(lambda conn: rules.add(conn, life.judge, Rule(0, "", "title:1", "read")))
    assert edited.changes.marks == {1}
    write(store, Batch(posts=(post(3, 1, 2), post(4, 2, 2))))
    assert _unread(store) == {2, 4}
    # What the member marks as unread stays so: it is theirs to say.
    store.write(lambda conn: marks.mark_unread(conn, [1]))
    assert _unread(store) == {1, 2, 4}
    with store.reading() as conn:
        told = {number for _, numbers, _ in marks.pending_reads(conn, 9) for number in numbers}
        assert told == {2}
    store.close()


def test_reading_a_topic_changes_what_a_rule_about_unread_decides(tmp_path: Path) -> None:
    store, life = _with_rules(tmp_path, Rule(0, "", "is:unread", "highlight"))
    write(store, Batch(topics=(topic(1),), posts=(post(1, 1, author=ME + 1),)))
    assert len(life.verdicts()) == 1
    store.write(lambda conn: marks.mark_topic_read(conn, 1))
    assert life.verdicts() == {}
    store.close()


def test_a_topic_that_leaves_the_cache_takes_its_verdict_along(tmp_path: Path) -> None:
    store, life = _with_rules(tmp_path, Rule(0, "", "", "dim"))
    write(store, Batch(topics=(topic(1),), posts=(post(1, 1),)))
    assert set(life.verdicts()) == {1}
    write(store, Batch(removed_topics=(1,)))
    assert life.verdicts() == {}
    store.close()


def test_in_sight_first_and_the_rest_in_parts(tmp_path: Path) -> None:
    store, life = _with_rules(tmp_path)
    many = range(1, 400)
    write(
        store,
        Batch(
            topics=tuple(topic(number, title="Borrel") for number in many),
            posts=tuple(post(number, number) for number in many),
        ),
    )
    wanted = [Rule(0, "", f"title:borrel replies:{number}", "hide") for number in range(3)]
    edited = store.write(lambda conn: rules.save(conn, life.judge, wanted))
    assert max(edited.changes.topics) == 399
    assert set(life.verdicts()) == edited.changes.topics != set(many)
    with store.reading() as conn:
        assert topics.page(conn, Place(), "newest", limit=1)[0].topic_id < min(edited.changes.topics)
        assert len(verdicts.unsettled(conn)) == 3
    for left in (2, 1, 0):
        store.write(lambda conn: life.judge.settle(conn, 0))
        with store.reading() as conn:
            assert len(verdicts.unsettled(conn)) == left
    assert set(life.verdicts()) == set(many)
    store.close()


_CHANGING = """
import sys
from pathlib import Path
from app.filters import rules
from app.filters.rules import Rule
from app.filters.verdicts import Judge
from sync.store import verdicts
from sync.store.database import Store

store = Store(Path(sys.argv[1]))
judge = Judge(lambda: {now})
store.judge = judge.judge
print("ready", flush=True)
for turn in range(100_000):
    words = ("plan", "beleid", "campagne", "is:unread", "kind:question")
    wanted = [Rule(0, "", words[(turn + place) % 5], ("hide", "dim")[turn % 2]) for place in range(3)]
    store.write(lambda conn: rules.save(conn, judge, wanted))
    with store.reading() as conn:
        waiting = len(verdicts.unsettled(conn))
    for _ in range(waiting):
        store.write(lambda conn: judge.settle(conn, 0))
"""


@pytest.mark.parametrize("moment", [0.02, 0.11, 0.23])
def test_killed_while_judging_the_next_start_makes_it_right(moment: float, tmp_path: Path) -> None:
    store = Store(tmp_path)
    life = Life(store, 5)
    for _ in range(40):
        life.arrive()
    now = life.now
    store.close()
    code = _CHANGING.format(now=now)
    process = subprocess.Popen([sys.executable, "-c", code, str(tmp_path)], stdout=subprocess.PIPE)
    assert process.stdout is not None
    assert process.stdout.readline() == b"ready\n"
    with pytest.raises(subprocess.TimeoutExpired):
        process.wait(moment)
    process.send_signal(signal.SIGKILL)
    process.wait()
    process.stdout.close()
    store = Store(tmp_path)
    life = Life(store, 6, now=now)
    life.settle()
    assert life.verdicts() == life.by_hand() == life.from_scratch()
    store.close()


def test_verdicts_of_another_meaning_are_made_anew(tmp_path: Path) -> None:
    store, life = _with_rules(tmp_path, Rule(0, "", "title:borrel", "hide"))
    write(store, Batch(topics=(topic(1, title="Borrel"),), posts=(post(1, 1),)))
    store.write(lambda conn: verdicts.set_state(conn, "judged", "0:0"))
    store.write(lambda conn: conn.execute("UPDATE verdicts SET rule_id = 99, topic_id = 7"))
    assert store.write(life.judge.due)
    store.write(life.judge.settle)
    assert set(life.verdicts()) == {1}
    store.close()


def _with_rules(folder: Path, *wanted: Rule) -> tuple[Store, Life]:
    store = Store(folder)
    life = Life(store, 1)
    store.write(lambda conn: rules.save(conn, life.judge, wanted))
    store.write(life.judge.settle)
    return store, life


def _unread(store: Store) -> set[int]:
    with store.reading() as conn:
        return {row[0] for row in conn.execute("SELECT post_id FROM unread")}
