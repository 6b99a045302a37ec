"""Views as screens use them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from app.accounts import Account
from app.client import Client
from app.filters.parse import QueryError
from app.paths import Profile
from app.places import overview
from app.settings import Settings
from app.viewing import Viewing, shown_text
from app.views import View
from sync.model import Batch
from sync.store import topics
from sync.store.rows import Place
from tests.sync.store.samples import people, places, post, topic, write

LINKS = View(0, "Links", "link", "soort:link", "replied", "group")


@pytest.fixture
def client(tmp_path: Path) -> Iterator[Client]:
    """An account with six topics, two of them links, that never touches the network."""
    profile = Profile(tmp_path)
    made = Client(
        profile, Account("test", "discourse", "https://c.test", "fatima", "tests"), Settings(profile)
    )
    told = tuple(
        topic(number, group_id=1 + number % 2, kind="link" if number < 3 else "question", replies=number)
        for number in range(1, 7)
    )
    posts = tuple(post(number, number, author=2) for number in range(1, 7))
    write(made.store, Batch(groups=places(), members=people(), topics=told, posts=posts))
    made.index_all()
    yield made
    made.close()


@pytest.fixture
def viewing(client: Client) -> Viewing:
    return Viewing(client)


def names(client: Client) -> list[str]:
    return [view.name for view in overview(client.store, client.judge.known).views]


def test_a_view_is_kept_counted_and_opened(client: Client, viewing: Viewing) -> None:
    assert viewing.count(LINKS) == 2
    kept = viewing.keep(LINKS)
    assert kept.text == "kind:link"
    assert shown_text(kept, "nl") == "soort:link"
    opened = viewing.opened(kept.id)
    assert opened is not None
    assert opened.topics == 2
    assert [section.topics for section in opened.sections] == [1, 1]
    with client.store.reading() as conn:
        rows = topics.page(conn, opened.place, opened.view.order)
    assert [row.topic_id for row in rows] == [2, 1]
    assert [row.when for row in rows] == [row.created for row in rows]
    shown = overview(client.store, client.judge.known).views
    assert [(view.name, view.unread) for view in shown] == [("Links", 2)]


def test_what_is_no_query_is_refused_and_what_cannot_be_read_is_shown_as_it_is(viewing: Viewing) -> None:
    with pytest.raises(QueryError):
        viewing.keep(LINKS._replace(text="kind:"))
    with pytest.raises(QueryError):
        viewing.count(LINKS._replace(text="kind:"))
    assert shown_text(LINKS._replace(text="kind:"), "nl") == "kind:"


def test_views_move_within_their_list_and_come_back(client: Client, viewing: Viewing) -> None:
    kept = [viewing.keep(LINKS._replace(name=name)) for name in "abc"]
    assert viewing.step(kept[0].id, 1) == (2, 3)
    assert names(client) == ["b", "a", "c"]
    assert viewing.step(kept[1].id, -1) == (1, 3)
    assert viewing.step(kept[2].id, 5) == (3, 3)
    before = viewing.remove(kept[0].id)
    assert names(client) == ["b", "c"]
    assert viewing.opened(kept[0].id) is None
    with pytest.raises(KeyError):
        viewing.step(kept[0].id, 1)
    viewing.save(before)
    assert names(client) == ["b", "a", "c"]


def test_built_in_views_can_be_looked_into(viewing: Viewing) -> None:
    found = viewing.view(-2, "nl")
    assert found is not None
    assert (found.name, found.text) == ("Vragen", "kind:question")
    assert viewing.view(99, "nl") is None


def test_where_rules_do_not_count_nothing_is_hidden(client: Client, viewing: Viewing) -> None:
    from app.filters.rules import Rule
    from app.ruling import Ruling

    ruling = Ruling(client)
    ruling.keep(Rule(0, "No links", "kind:link", "hide"))
    kept = viewing.keep(LINKS._replace(follows_rules=False))
    opened = viewing.opened(kept.id)
    assert opened is not None
    assert opened.topics == 2
    assert ruling.hidden(opened.place).topics == 0
    assert ruling.hidden(Place()).topics == 2
