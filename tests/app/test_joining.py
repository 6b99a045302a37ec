"""Groups as screens use them, against the demo community."""

from __future__ import annotations

import shutil
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from app.accounts import Account
from app.client import Client
from app.groups import GroupCard
from app.joining import Joining
from app.paths import Profile
from app.settings import Settings
from sync.credentials import Key
from sync.demo.server import DemoServer
from sync.store import outbox as items
from sync.store import topics
from tests.conftest import NOW

NOW_MS = int(NOW.timestamp() * 1000)


def member(home: Profile, server: DemoServer) -> Client:
    """The member of the demo community, on the cache in ``home``."""
    settings = Settings(home)
    settings.set("sync.requests_per_minute", 600)
    settings.set("sync.images", False)
    account = Account("demo", "discourse", server.url, server.username, "desk")
    return Client(home, account, settings, Key(server.key, "desk"))


@pytest.fixture(scope="module")
def fetched(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A cache after its first round; to be copied."""
    folder = tmp_path_factory.mktemp("fetched")
    with DemoServer(requests_per_minute=0, now=NOW) as server:
        client = member(Profile(folder), server)
        assert client.round().error is None
        client.close()
    return folder


@pytest.fixture
def client(demo: DemoServer, fetched: Path, tmp_path: Path) -> Iterator[Client]:
    """A member whose first round is done."""
    shutil.copytree(fetched, tmp_path / "member")
    made = member(Profile(tmp_path / "member"), demo)
    yield made
    made.close()


@pytest.fixture
def joining(client: Client) -> Joining:
    return Joining(client, lambda: NOW_MS)


def named(joining: Joining, name: str) -> GroupCard:
    return next(card for card in joining.cards() if card.name == name)


def test_a_group_is_joined_with_the_next_round(client: Client, joining: Joining) -> None:
    assert named(joining, "Gedrag en taal").state == "open"
    assert joining.join(named(joining, "Gedrag en taal")) is not None
    assert named(joining, "Gedrag en taal").state == "joining"
    assert client.round().error is None
    assert named(joining, "Gedrag en taal").state == "member"


def test_who_thinks_better_of_joining_sends_nothing(joining: Joining) -> None:
    assert joining.join(named(joining, "Gedrag en taal")) is not None
    assert joining.leave(named(joining, "Gedrag en taal")) is None
    assert named(joining, "Gedrag en taal").state == "open"


def test_leaving_waits_so_long_that_it_can_be_undone(joining: Joining) -> None:
    item = joining.leave(named(joining, "Participatie"))
    assert item is not None
    assert item.not_before > time.time() * 1000
    card = named(joining, "Participatie")
    assert card.state == "leaving"
    assert joining.stay(card, item)
    assert named(joining, "Participatie").state == "member"


def test_a_closed_group_that_was_left_takes_nobody_back_unasked(client: Client, joining: Joining) -> None:
    card = named(joining, "Participatie")
    item = joining.leave(card)
    assert item is not None
    client.store.write(lambda conn: items.update(conn, item.item_id, not_before=0))
    assert client.round().error is None
    assert not joining.stay(card, item)
    with client.store.reading() as conn:
        assert items.items(conn, sent=False) == []


def test_asking_is_taken_back_before_it_leaves(joining: Joining) -> None:
    card = named(joining, "Gedrag en taal")
    item = joining.ask(card, "Ik schrijf brieven")
    assert item is not None
    assert named(joining, card.name).state == "asked"
    assert joining.take_back(item)
    assert named(joining, card.name).state == "open"


def test_a_group_is_opened_with_who_reads_there_and_what_waits(client: Client, joining: Joining) -> None:
    opened = joining.opened(named(joining, "Participatie").group_id)
    assert opened is not None
    assert (opened.audience.count, opened.audience.organisations) == (14, 6)
    assert opened.new == ()
    questions = 0
    for card in joining.cards():
        if card.visible:
            shown = joining.opened(card.group_id)
            assert shown is not None
            with client.store.reading() as conn:
                rows = topics.page(conn, shown.unanswered, "newest")
            assert all(row.kind == "question" and not row.answered for row in rows)
            assert {row.group_id for row in rows} <= {card.group_id}
            assert len(rows) == shown.questions
            questions += shown.questions
    assert questions > 0
    assert joining.opened(10**9) is None


def test_who_reads_along_is_asked_again(joining: Joining) -> None:
    card = named(joining, "Redactieraad")
    joining.fetch(card.group_id)
    opened = joining.opened(card.group_id)
    assert opened is not None
    assert opened.audience.by_organisation
    assert opened.audience.as_of is not None


def test_who_is_in_an_open_group_is_asked_when_one_looks(joining: Joining) -> None:
    card = named(joining, "Gedrag en taal")
    assert card.organisations is None
    before = joining.opened(card.group_id)
    assert before is not None
    joining.fetch_members(card.group_id)
    after = joining.opened(card.group_id)
    assert after is not None
    assert after.members is not None
    assert (after.members.known, after.members.complete) == (card.members, True)
    assert after.members.as_of is not None
    assert after.card.organisations
    assert (after.audience, after.new) == (before.audience, ()), "the whole community reads along"


def test_a_group_has_an_address(client: Client, joining: Joining) -> None:
    card = named(joining, "Participatie")
    assert joining.address(card) == f"{client.account.url}/c/participatie/{card.group_id}"
    unseen = card._replace(group_id=-7, visible=False, remote_name="woordvoering uitvoering")
    assert joining.address(unseen) == f"{client.account.url}/g/woordvoering%20uitvoering"
