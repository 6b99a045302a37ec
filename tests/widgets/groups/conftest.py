"""A member of a small community whose groups are on the screen: real cache, real outbox, real widgets."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.accounts import Account
from app.client import Client
from app.groups import GroupCard
from app.joining import Joining
from app.paths import Profile
from app.settings import Settings
from sync.connectors.base import GroupFact, GroupReaders, ReadsBy
from sync.model import Batch, Group, Kind, Member, Post, Topic
from sync.store import audience, cursors
from sync.store.apply import apply
from widgets.background import Background
from widgets.faces import Faces
from widgets.groups.list import GroupList
from widgets.groups.page import GroupsPage
from widgets.groups.wording import Moment
from widgets.theme import Theme, light_theme

NOW = 1_790_000_000_000
DAY = 86_400_000
ME, FATIMA, JOOST, ESTHER, GUUS = 1, 2, 3, 4, 5
CLOSED, WEB, BEHAVIOUR, SPOKEN = 10, 11, 12, -13

MEMBERS = (
    Member(ME, "noor", "Noor Wijnands", "NVWA"),
    Member(FATIMA, "fatima", "Fatima El Amrani", "Rijkswaterstaat"),
    Member(JOOST, "joost", "Joost van Dijk", "Ministerie van BZK"),
    Member(ESTHER, "esther", "Esther Molenaar", "Communityteam", team=True),
    Member(GUUS, "guus", "Guus Veldman", "Ministerie van BZK"),
)
FACTS = (
    GroupFact(CLOSED, 1, "participatie", "Participatie", "Gesprekken met bewoners", True, "member", 4),
    GroupFact(WEB, 2, "web", "Webredactie", "Vindbaar en bijgewerkt", False, "member", 287),
    GroupFact(BEHAVIOUR, 3, "gedrag", "Gedrag & taal", "Wat werkt in een <b>brief</b>", False, "open", 164),
    GroupFact(None, 13, "woordvoering", "Woordvoering", "Vragen van de pers", True, "asks", 22),
)


def _topic(number: int, group_id: int, kind: Kind, *, answered: bool = False) -> Topic:
    created = NOW - number * DAY
    return Topic(
        id=number,
        title=f"Onderwerp {number}",
        kind=kind,
        created=created,
        last_posted=created,
        group_id=group_id,
        author_id=FATIMA,
        replies=0,
        answered=answered,
    )


TOPICS = (
    _topic(1, CLOSED, "question"),
    _topic(2, CLOSED, "question", answered=True),
    _topic(3, CLOSED, "experience"),
    _topic(4, WEB, "question"),
)


def readers(*members: int) -> GroupReaders:
    """These people, as the community would tell."""
    told = tuple(member for member in MEMBERS if member.id in members)
    by: dict[int, ReadsBy] = {member.id: "staff" if member.team else "member" for member in told}
    return GroupReaders(told, by, True, len(told))


@pytest.fixture
def client(tmp_path: Path) -> Iterator[Client]:
    """Two groups the member is in, one to join and one to ask for."""
    profile = Profile(tmp_path)
    profile.create()
    account = Account("desk", "discourse", "https://community.test", "noor", "id")
    made = Client(profile, account, Settings(profile))
    batch = Batch(
        groups=(
            Group(CLOSED, "participatie", "Participatie", True, joined=True),
            Group(WEB, "web", "Webredactie", False, joined=True),
            Group(BEHAVIOUR, "gedrag", "Gedrag & taal", False),
        ),
        members=MEMBERS,
        topics=TOPICS,
        posts=tuple(
            Post(topic.id * 10, topic.id, 1, FATIMA, topic.created or 0, "<p>x</p>", "x", topic.title)
            for topic in TOPICS
        ),
    )
    made.store.write(lambda conn: apply(conn, batch))
    made.store.write(lambda conn: cursors.put(conn, cursors.ME, str(ME)))
    made.store.write(lambda conn: audience.put_register(conn, FACTS))
    made.store.write(lambda conn: audience.put_readers(conn, CLOSED, readers(ME, FATIMA, JOOST, ESTHER), NOW))
    made.index_all()
    yield made
    made.close()


@pytest.fixture
def joining(client: Client) -> Joining:
    return Joining(client, lambda: NOW)


@pytest.fixture
def theme(qapp: QApplication) -> Theme:  # noqa: ARG001 - fonts need an application
    return light_theme("Inter", "DejaVu Sans Mono")


@pytest.fixture
def background(qapp: QApplication) -> Iterator[Background]:
    made = Background(qapp)
    yield made
    made.close()


@pytest.fixture
def faces(background: Background) -> Faces:
    return Faces(lambda _key: None, background)


@pytest.fixture
def many() -> Callable[[int], list[GroupCard]]:
    """Groups to join, as many as asked for."""

    def make(count: int) -> list[GroupCard]:
        return [
            GroupCard(
                number,
                f"Groep {number:04}",
                f"Waar groep {number} over gaat, in niet te veel woorden",
                number % 3 == 0,
                "member" if number <= count // 2 else "open",
                f"groep{number}",
                number,
                number % 40,
                tuple(range(12)),
                NOW - number * DAY,
                NOW,
                number,
                0,
                visible=True,
            )
            for number in range(1, count + 1)
        ]

    return make


@pytest.fixture
def listed(qtbot: QtBot, theme: Theme) -> GroupList:
    """An empty list in a wide window."""
    made = GroupList(theme, lambda: Moment(NOW))
    qtbot.addWidget(made)
    made.resize(860, 700)
    made.show()
    return made


@pytest.fixture
def page(qtbot: QtBot, theme: Theme, faces: Faces, joining: Joining) -> GroupsPage:
    """The page with the groups of the cache, in a wide window."""
    made = GroupsPage(theme, faces, lambda: Moment(NOW))
    qtbot.addWidget(made)
    made.resize(1208, 872)
    made.show()
    made.activateWindow()
    made.show_cards(joining.cards(), anew=True)
    made.focus_list()
    return made
