"""Search in the language, as the window and the command line ask for it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from app.filters.find import Asked, find
from app.filters.parse import QueryError
from sync.store.database import Store
from sync.store.rows import SearchHit
from sync.store.search import search
from tests.app.filters.village import ME, NOW, Village, index_everything


@pytest.fixture(scope="module")
def village(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Village]:
    store = Store(tmp_path_factory.mktemp("village"))
    found = Village(store, seed=5)
    store.write(index_everything)
    yield found
    store.close()


def _found(village: Village, text: str, limit: int = 500) -> list[SearchHit]:
    with village.store.reading() as conn:
        return find(conn, text, Asked(NOW, ME), limit=limit)


@pytest.mark.parametrize("text", ["beleid", "de kort", '"de kort"', "e-mail", "reunie niets", "ai", "straße"])
def test_plain_words_are_searched_as_ever(village: Village, text: str) -> None:
    with village.store.reading() as conn:
        assert _found(village, text) == search(conn, text, limit=500)


def test_words_and_fields_together_are_marked_in_what_is_found(village: Village) -> None:
    hits = _found(village, 'brief soort:vraag,link -van:"Jan Bakker"')
    assert hits
    for hit in hits:
        assert hit.kind in ("question", "link")
        assert hit.author != "Jan Bakker"
        marked = [hit.snippet[start : start + length].lower() for start, length in hit.matches]
        marked += [hit.title[start : start + length].lower() for start, length in hit.title_matches]
        assert not marked or set(marked) == {"brief"}


def test_a_query_without_words_lists_the_newest_posts(village: Village) -> None:
    hits = _found(village, "soort:vraag", limit=5)
    assert len(hits) == 5
    assert [hit.post_id for hit in hits] == sorted((hit.post_id for hit in hits), reverse=True)
    assert all(hit.kind == "question" and hit.matches == () and hit.title_matches == () for hit in hits)


def test_nothing_asked_is_nothing_found(village: Village) -> None:
    assert _found(village, "  ") == []


def test_what_is_no_query_is_said_so(village: Village) -> None:
    with pytest.raises(QueryError):
        _found(village, "soort:")


@pytest.mark.parametrize(
    "text",
    [
        "tag:'; van:\"x' OR 1=1; --\"",
        'groep:"a\') UNION SELECT html FROM posts --"',
        '"x\' ) OR (title : y"',
        "titel:y}:* org:NEAR(a,b)",
        'tag:"a\x00b",%,_,?',
    ],
)
def test_what_a_person_types_is_never_sql(village: Village, text: str) -> None:
    before = _contents(village)
    assert _found(village, text) == []
    assert _contents(village) == before


def _contents(village: Village) -> list[tuple[str, int]]:
    with village.store.reading() as conn:
        sql = "SELECT name FROM sqlite_schema WHERE type = 'table' AND sql NOT LIKE '%VIRTUAL%'"
        tables = [row[0] for row in conn.execute(sql)]
        return [(name, conn.execute(f"SELECT count(*) FROM {name}").fetchone()[0]) for name in tables]  # noqa: S608
