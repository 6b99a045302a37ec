"""Search finds words, phrases and parts of compounds, and the index follows every change."""

from __future__ import annotations

from dataclasses import replace

import pytest

from sync.model import Batch, Member
from sync.store import search_index
from sync.store.database import Store
from sync.store.rows import SearchHit
from sync.store.search import index_batch, index_state, search
from tests.sync.store.samples import index_all, people, places, post, read, topic, write


def find(store: Store, text: str, *, ranked: bool = False, limit: int = 50) -> list[int]:
    return [hit.post_id for hit in read(store, lambda conn: search(conn, text, ranked=ranked, limit=limit))]


def hit(store: Store, text: str) -> SearchHit:
    return read(store, lambda conn: search(conn, text))[0]


@pytest.fixture
def library(store: Store) -> Store:
    """Five posts in two topics, indexed."""
    told = (
        topic(1, title="Woonbeleid in de wijk", tags=("inwoners",)),
        topic(2, title="Coördinatie van crisiscommunicatie", group_id=2),
    )
    found = (
        post(1, 1, 1, author=1, words="Hoe betrek je bewoners?"),
        post(2, 1, 2, author=2, words="Wij hielden een bijeenkomst over beleid."),
        post(3, 2, 1, author=3, words="De één zegt: financiën &amp; reünies eerst."),
        post(4, 2, 2, author=1, words="Een bewonersbijeenkomst over parkeerbeleid werkt."),
        post(5, 2, 3, author=2, words="Over een bijeenkomst met hr gesproken"),
    )
    write(store, Batch(groups=places(), members=people(), topics=told, posts=found))
    index_all(store)
    return store


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("bijeenkomst", [5, 4, 2]),
        ("BELEID", [4, 2, 1]),
        ("woonbeleid", [1]),
        ("coordinatie", [3]),
        ("coördinatie", [3]),
        ("een", [5, 4, 3, 2]),
        ("financien reunies", [3]),
        ("renee financiën", [3]),
        ("fatima", [4, 1]),
        ("inwoners", [1]),
        ("hr", [5]),
        ("h", []),
        ('"bijeenkomst over beleid"', [2]),
        ('"over beleid', [2]),
        ("beleid bijeenkomst over", [4, 2]),
        ("bestaatniet", []),
        ("", []),
        ("  ", []),
        ("?! *", []),
    ],
)
def test_words_phrases_and_parts_are_found_newest_first(
    library: Store, text: str, expected: list[int]
) -> None:
    assert find(library, text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "a OR b",
        "NEAR(een over)",
        "title:woonbeleid",
        'een"',
        '"""',
        "een*",
        "(een",
        "-een",
        "^een",
        "een AND",
        "{x}: y",
    ],
)
def test_what_a_person_types_is_never_syntax_of_the_index(library: Store, text: str) -> None:
    assert isinstance(find(library, text), list)


def test_ranked_puts_titles_and_whole_words_first(library: Store) -> None:
    assert find(library, "beleid", ranked=True) == [1, 2, 4]
    assert find(library, "beleid", ranked=True, limit=2) == [1, 2]


def test_a_hit_tells_where_it_matches_in_the_text_as_written(library: Store) -> None:
    found = hit(library, "financien reunies")
    assert found.snippet == "De één zegt: financiën & reünies eerst."
    assert [found.snippet[start : start + length] for start, length in found.matches] == [
        "financiën",
        "reünies",
    ]
    assert (found.author, found.group, found.closed, found.number) == ("Renée Smit", "Participatie", 1, 1)
    [(start, length)] = hit(library, "crisis").title_matches
    assert found.title[start : start + length] == "crisis"


def test_a_long_post_is_shown_around_its_first_match(store: Store) -> None:
    words = " ".join(["vooraf é"] * 60 + ["Naald"] + ["daarna"] * 60)
    write(store, Batch(topics=(topic(),), posts=(post(1, words=words),)))
    index_all(store)
    found = hit(store, "naald")
    [(start, length)] = found.matches
    assert found.snippet[start : start + length] == "Naald"
    assert found.snippet.startswith("…")
    assert found.snippet.endswith("…")
    assert len(found.snippet) <= 210


def test_an_edit_is_found_by_its_new_words_only(library: Store) -> None:
    write(library, Batch(posts=(post(2, 1, 2, author=2, version=2, words="Wij hielden een borrel."),)))
    assert find(library, '"bijeenkomst over beleid"') == []
    index_all(library)
    assert (find(library, "borrel"), 2 in find(library, "bijeenkomst")) == ([2], False)


def test_renamed_topics_and_members_are_found_by_their_new_names(library: Store) -> None:
    write(
        library,
        Batch(topics=(topic(1, title="Nieuw hoofdstuk"),), members=(Member(3, "renee", name="Noor"),)),
    )
    index_all(library)
    assert (find(library, "woonbeleid"), find(library, "hoofdstuk")) == ([], [1])
    assert (find(library, "smit"), find(library, "noor")) == ([], [3])


def test_removed_posts_leave_the_index(library: Store) -> None:
    write(library, Batch(removed_posts=(4,), removed_topics=(1,)))
    assert find(library, "beleid") == []
    assert find(library, "een") == [5, 3]


def test_the_index_is_filled_in_batches_newest_first(store: Store) -> None:
    write(
        store, Batch(topics=(topic(),), posts=tuple(post(n, number=n, words="zelfde") for n in range(1, 8)))
    )
    assert store.write(lambda conn: index_batch(conn, 3)) == 4
    assert find(store, "zelfde") == [7, 6, 5]
    assert store.write(lambda conn: index_batch(conn, 3)) == 1
    assert store.write(lambda conn: index_batch(conn, 3)) == 0
    assert read(store, index_state)[:2] == (7, 0)


def test_a_new_way_of_deriving_words_indexes_everything_again(
    library: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(search_index, "DERIVATION", "next")
    assert read(library, index_state).outdated
    # An edit in between must not take words out that the old index never had.
    write(library, Batch(posts=(post(2, 1, 2, author=2, version=2, words="Wij hielden een borrel."),)))
    index_all(library)
    assert (find(library, "borrel"), find(library, "bijeenkomst")) == ([2], [5, 4])
    assert read(library, index_state) == (5, 0, False)


def test_a_topic_without_its_opening_post_is_found_by_its_title(store: Store) -> None:
    write(store, Batch(topics=(topic(title="Alleen een reactie"),), posts=(post(9, number=4, words="Ja."),)))
    index_all(store)
    assert find(store, "reactie") == [9]
    write(store, Batch(posts=(replace(post(2, words="Opening"), created=1),)))
    index_all(store)
    assert 2 in find(store, "reactie")
