"""An account judges what arrives, and settles its rules a part at a time."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from app.accounts import Account
from app.client import Client
from app.filters import rules
from app.filters.rules import Rule
from app.paths import Profile
from app.settings import Settings
from sync.model import Batch
from sync.store import topics, verdicts
from sync.store.rows import Place
from tests.sync.store.samples import people, places, post, topic, write

MANY = 600


@pytest.fixture
def client(tmp_path: Path) -> Iterator[Client]:
    """An account with 600 topics, that never touches the network."""
    profile = Profile(tmp_path)
    made = Client(
        profile, Account("test", "discourse", "https://c.test", "fatima", "tests"), Settings(profile)
    )
    told = tuple(topic(number, title="Borrel" if number % 2 else "Beleid") for number in range(1, MANY + 1))
    posts = tuple(post(number, number) for number in range(1, MANY + 1))
    write(made.store, Batch(groups=places(), members=people(), topics=told, posts=posts))
    yield made
    made.close()


def shown(client: Client) -> int:
    with client.store.reading() as conn:
        return topics.count(conn, Place(), "newest")


def test_rules_are_settled_until_every_count_is_right(client: Client) -> None:
    assert not client.settle_rules()
    wanted = [Rule(0, "", f"title:borrel likes:{number}", "hide") for number in range(3)]
    client.store.write(lambda conn: rules.save(conn, client.judge, wanted))
    assert MANY // 2 < shown(client) < MANY
    assert client.settle_rules().topics
    assert shown(client) == MANY // 2
    assert not client.settle_rules()


def test_what_arrives_is_judged_at_once(client: Client) -> None:
    client.store.write(lambda conn: rules.add(conn, client.judge, Rule(0, "", "title:nieuws", "dim")))
    client.settle_rules()
    write(client.store, Batch(topics=(topic(MANY + 1, title="Nieuws"),), posts=(post(9999, MANY + 1),)))
    with client.store.reading() as conn:
        assert set(verdicts.of(conn, [MANY + 1])) == {MANY + 1}


def test_a_repaired_account_judges_again(client: Client) -> None:
    client.store.write(lambda conn: rules.add(conn, client.judge, Rule(0, "", "title:borrel", "hide")))
    client.settle_rules()
    client.repair()
    assert shown(client) == MANY
    client.settle_rules()
    assert shown(client) == MANY // 2
