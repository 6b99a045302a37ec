"""A member with twelve topics in a real cache, for the tests of views on the screen."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from app.accounts import Account
from app.client import Client
from app.paths import Profile
from app.settings import Settings
from app.viewing import Viewing
from sync.model import KINDS, Batch
from tests.sync.store.samples import people, places, post, topic, write
from widgets.background import Background
from widgets.theme import Theme, light_theme

TOPICS = 12


@pytest.fixture
def client(tmp_path: Path) -> Iterator[Client]:
    """An account that never touches the network; every kind but one has two topics."""
    profile = Profile(tmp_path)
    made = Client(
        profile, Account("test", "discourse", "https://c.test", "fatima", "tests"), Settings(profile)
    )
    told = tuple(
        topic(number, group_id=1 + number % 2, kind=KINDS[number % len(KINDS)], replies=number)
        for number in range(1, TOPICS + 1)
    )
    posts = tuple(post(number, number, author=1 + number % 3) for number in range(1, TOPICS + 1))
    write(made.store, Batch(groups=places(), members=people(), topics=told, posts=posts))
    made.index_all()
    yield made
    made.close()


@pytest.fixture
def viewing(client: Client) -> Viewing:
    return Viewing(client)


@pytest.fixture
def theme(qapp: QApplication) -> Theme:  # noqa: ARG001 - fonts need an application
    return light_theme("Inter", "DejaVu Sans Mono")


@pytest.fixture
def background(qapp: QApplication) -> Iterator[Background]:
    made = Background(qapp)
    yield made
    made.close()
