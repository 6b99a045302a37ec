"""A preview says what saving will do, no more and no less."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from app.filters import rules
from app.filters.parse import QueryError
from app.filters.preview import LISTED, PERIODS, WEEKS, Previews
from app.filters.rules import ACTIONS, Rule
from sync.errors import Stopped
from sync.model import Batch
from sync.store import marks
from sync.store.database import Store
from tests.app.filters.community import TEXTS, Life
from tests.sync.store.samples import DAY, post, topic, write

MANY = 120


def hidden(life: Life) -> dict[int, int]:
    """The hidden topics, with their moment of creation."""
    with life.store.reading() as conn:
        return dict(
            conn.execute(
                "SELECT topic_id, created FROM topics JOIN verdicts USING (topic_id) WHERE verdict = 'hide'"
            ).fetchall()
        )


@pytest.mark.parametrize("seed", range(8))
def test_what_was_previewed_is_what_saving_does(seed: int, tmp_path: Path) -> None:
    store = Store(tmp_path)
    life, chance = Life(store, seed), random.Random(seed)
    previews = Previews(life.judge)
    for _ in range(14):
        for _ in range(6):
            life.step()
        life.settle()
        with store.reading() as conn:
            known = rules.rules(conn)
            wanted = _changed(chance, known)
            told = previews.preview(conn, wanted)
            sooner = previews.preview(conn, wanted, days=30)
        before = hidden(life)
        store.write(lambda conn: _save(conn, life, wanted))  # noqa: B023
        life.settle()
        after = hidden(life)
        now = life.judge_moment()
        for period in told.periods:
            since = now - period.days * DAY
            gone = {key for key in after.keys() - before.keys() if after[key] >= since}
            back = {key for key in before.keys() - after.keys() if before[key] >= since}
            assert (period.hidden, period.shown) == (len(gone), len(back)), (wanted, period)
        assert {one.topic.topic_id for one in told.gone} == after.keys() - before.keys()
        assert {one.topic.topic_id for one in told.back} == before.keys() - after.keys()
        assert sooner.periods == told.periods[:2]
    store.close()


def test_a_preview_tells_what_matched_and_what_the_member_would_miss(tmp_path: Path) -> None:
    store, life = _filled(tmp_path)
    store.write(lambda conn: marks.save(conn, 3))
    with store.reading() as conn:
        told = Previews(life.judge).preview(conn, Rule(0, "", "intra tag:nieuws", "hide"))
    assert [period.days for period in told.periods] == list(PERIODS)
    assert told.periods[-1].hidden == told.periods[-1].touched == MANY
    assert len(told.gone) == LISTED
    assert [one.topic.topic_id for one in told.gone[:2]] == [MANY, MANY - 1]
    assert told.gone[0].words == ("intranet", "nieuws")
    assert (told.saved, told.liked) == (1, 2)
    assert len(told.weeks) == WEEKS
    assert sum(told.weeks) == MANY
    store.close()


def test_a_preview_can_be_stopped_and_says_what_is_no_query(tmp_path: Path) -> None:
    store, life = _filled(tmp_path)
    with store.reading() as conn:
        with pytest.raises(QueryError):
            Previews(life.judge).preview(conn, Rule(0, "", "tag:", "hide"))
        with pytest.raises(Stopped):
            Previews(life.judge).preview(conn, Rule(0, "", "intranet", "hide"), stop=lambda: True)
        assert Previews(life.judge).preview(conn, Rule(0, "", "intranet", "dim")).gone == ()
    store.close()


def _filled(folder: Path) -> tuple[Store, Life]:
    store = Store(folder)
    life = Life(store, 1)
    told = tuple(topic(number, title="Het intranet", tags=("nieuws",)) for number in range(1, MANY + 1))
    posts = tuple(
        post(number, number, created=life.now - (MANY - number) * DAY, liked=number in (5, 6))
        for number in range(1, MANY + 1)
    )
    write(store, Batch(topics=told, posts=posts))
    store.write(lambda conn: life.judge.settle(conn))
    life.index_all()
    return store, life


def _changed(chance: random.Random, known: list[Rule]) -> Rule:
    text, action = chance.choice(TEXTS), chance.choice(ACTIONS)
    if not known or chance.random() < 0.4:
        return Rule(0, "nieuw", text, action)
    rule = chance.choice(known)
    changed = (
        rule._replace(text=text),
        rule._replace(action=action),
        rule._replace(on=not rule.on),
        rule._replace(position=chance.randrange(len(known))),
    )
    return chance.choice(changed)


def _save(conn, life: Life, wanted: Rule) -> None:  # type: ignore[no-untyped-def]
    if wanted.id == 0:
        rules.add(conn, life.judge, wanted)
        return
    others = [rule for rule in rules.rules(conn) if rule.id != wanted.id]
    others.insert(wanted.position, wanted)
    rules.save(conn, life.judge, others)
