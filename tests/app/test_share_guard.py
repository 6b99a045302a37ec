"""Text from a closed group on its way to people who cannot read it there."""

from __future__ import annotations

import random
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from app import share_guard
from app.share_guard import Guard, Passage
from sync.model import Batch, Group
from sync.store import cursors
from sync.store.database import Store
from tests.sync.store.samples import index_all, people, places, post, read, topic, write

OPEN, CLOSED, OTHER = 1, 2, 3
SECRET = "De wethouder wil pas na de zomer vertellen dat de brug over het kanaal nog twee jaar dicht blijft."
PUBLIC = "Volgende week dinsdag vergadert de redactie over de nieuwe huisstijl van alle brieven en folders."
BOTH = "Met vriendelijke groet van iedereen bij de afdeling communicatie aan het plein in de stad."


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    opened = Store(tmp_path / "account")
    other = Group(OTHER, "crisis", "Crisiscommunicatie", closed=True)
    topics = (
        topic(1),
        topic(2, group_id=CLOSED, title="Wat zeggen we over de brug en het kanaal als iemand belt"),
        topic(3, group_id=OTHER),
    )
    posts = (
        post(1, 1, words=f"{PUBLIC} {BOTH}"),
        post(2, 2, words=f"Tussen ons. {SECRET} Hou het nog even stil. {BOTH}"),
        post(3, 3, words="Een heel ander verhaal over oefenen met sirenes op de eerste maandag."),
    )
    write(opened, Batch(groups=(*places(), other), members=people(), topics=topics, posts=posts))
    index_all(opened)
    opened.write(lambda conn: cursors.put(conn, cursors.ME, "1"))
    yield opened
    opened.close()


def origins(store: Store, text: str) -> list[int]:
    return [one.group_id for one in read(store, lambda conn: share_guard.sources(conn, text))]


def wider(store: Store, text: str, target: int | None) -> Guard | None:
    return read(store, lambda conn: share_guard.wider(conn, text, target))


def readers(store: Store, group_id: int, *ids: int, complete: bool = True) -> None:
    told = [(group_id, one) for one in ids]
    store.write(lambda conn: conn.executemany("INSERT INTO group_readers VALUES (?, ?, 'member')", told))
    facts = "INSERT INTO group_facts VALUES (?, ?, 'p', 'P', '', 1, 'member', NULL, ?, 77)"
    store.write(lambda conn: conn.execute(facts, (group_id, group_id, int(complete))))


def test_a_passage_from_a_closed_group_is_recognised(store: Store) -> None:
    assert origins(store, f"Ik las dit:\n\n> {SECRET}\n\nWat vinden jullie?") == [CLOSED]
    assert origins(store, "**DE WETHOUDER** wil pas ná de zomer vertellen, dat de brug…") == [CLOSED]


@pytest.mark.parametrize("words_before", range(9))
def test_eight_words_are_enough_wherever_they_stand(store: Store, words_before: int) -> None:
    eight = "pas na de zomer vertellen dat de brug"
    seven = "na de zomer vertellen dat de brug"
    start = " ".join(["xyzzy"] * words_before)
    assert origins(store, f"{start} {eight}") == [CLOSED]
    assert origins(store, f"{start} {eight} en zo meer") == [CLOSED]
    assert origins(store, f"{start} {seven} en zo meer") == []


def test_a_title_is_a_passage_too(store: Store) -> None:
    assert origins(store, "Wat zeggen we over de brug en het kanaal?") == [CLOSED]


def test_what_an_open_group_tells_too_is_no_secret(store: Store) -> None:
    assert origins(store, PUBLIC) == []
    assert origins(store, BOTH) == []
    assert origins(store, f"{BOTH} {SECRET} {BOTH}") == [CLOSED]


@pytest.mark.parametrize("text", ["", "   ", "kort", '"*) OR NEAR(', "de " * 500, "\ud800" + "x" * 50])
def test_text_that_says_nothing(store: Store, text: str) -> None:
    assert origins(store, text) == []


def test_without_closed_groups_nothing_is_asked(tmp_path: Path) -> None:
    plain = Store(tmp_path / "plain")
    try:
        write(plain, Batch(groups=places()[:1], topics=(topic(1),), posts=(post(1, 1, words=SECRET),)))
        index_all(plain)
        assert origins(plain, SECRET) == []
    finally:
        plain.close()


def test_in_its_own_group_it_is_no_news(store: Store) -> None:
    assert wider(store, SECRET, CLOSED) is None
    assert wider(store, PUBLIC, OPEN) is None


@pytest.mark.parametrize("target", [OPEN, None])
def test_towards_the_community_both_groups_are_named(store: Store, target: int | None) -> None:
    readers(store, CLOSED, 1, 2)
    found = wider(store, SECRET, target)
    assert found is not None
    assert found.origin == Passage(CLOSED, 2, 1)
    assert (found.origin_group, found.target_id, found.target_closed) == ("Participatie", target, False)
    assert found.target_group == ("Algemeen" if target else "")
    assert (found.readers, found.count) == ((), 1), "Renée cannot read it there; Jan can, and the member"


def test_towards_another_closed_group_those_who_are_new_are_named(store: Store) -> None:
    readers(store, CLOSED, 1, 2)
    readers(store, OTHER, 1, 2, 3)
    found = wider(store, SECRET, OTHER)
    assert found is not None
    assert (found.target_group, found.target_closed, found.count) == ("Crisiscommunicatie", True, 1)
    assert [one.name for one in found.readers] == ["Renée Smit"]


def test_a_group_of_the_same_people_needs_no_warning(store: Store) -> None:
    readers(store, CLOSED, 1, 2, 3)
    readers(store, OTHER, 1, 2)
    assert wider(store, SECRET, OTHER) is None


def test_what_its_own_group_was_told_too_is_no_news_there(store: Store) -> None:
    readers(store, CLOSED, 1, 2)
    readers(store, OTHER, 1, 2, 3)
    write(store, Batch(posts=(post(4, 3, number=2, words=SECRET),)))
    index_all(store)
    assert origins(store, SECRET) == [OTHER, CLOSED] or origins(store, SECRET) == [CLOSED, OTHER]
    assert wider(store, SECRET, OTHER) is None
    assert wider(store, SECRET, OPEN) is not None


def test_nobody_is_called_new_when_the_list_of_the_first_group_has_gaps(store: Store) -> None:
    readers(store, CLOSED, 1, 2, complete=False)
    readers(store, OTHER, 1, 2, 3)
    for target in (OTHER, OPEN):
        found = wider(store, SECRET, target)
        assert found is not None
        assert (found.readers, found.count) == ((), None), "Renée may read it there too"


def test_the_same_word_over_and_over_is_quick(store: Store) -> None:
    write(store, Batch(posts=(post(5, 2, number=3, words="la " * 60_000),)))
    index_all(store)
    began = time.process_time()
    assert origins(store, "la " * 20_000) == [CLOSED]
    assert time.process_time() - began < 3


def test_where_readers_are_not_known_the_warning_says_so(store: Store) -> None:
    readers(store, CLOSED, 1, 2)
    found = wider(store, SECRET, OTHER)
    assert found is not None
    assert (found.readers, found.count) == ((), None)


def test_ten_thousand_lines_are_quick(store: Store) -> None:
    chance = random.Random(7)
    some = [*SECRET.split(), *PUBLIC.split(), *BOTH.split()]
    noise = "\n".join(" ".join(chance.choices(some, k=12)) for _ in range(10_000))
    began = time.process_time()
    assert origins(store, noise) == []
    assert origins(store, noise + "\n" + "\n".join([SECRET] * 10_000)) == [CLOSED]
    assert time.process_time() - began < 4


def test_a_link_alone_gives_nothing_away() -> None:
    assert share_guard.link_only("https://c.test/t/-/2") == "https://c.test/t/-/2\n"
