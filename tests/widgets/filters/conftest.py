"""A member with rules over a real cache, and the page on the screen, for the tests of this folder."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from app.accounts import Account
from app.client import Client
from app.filters.rules import Rule
from app.filters.verdicts import Judge
from app.paths import Profile
from app.ruling import Ruling
from app.settings import Settings
from sync.model import Batch, Group, Member, Post, Topic
from sync.store.apply import apply
from sync.store.rows import Place
from widgets.background import Background
from widgets.filters.changes import RuleChanges
from widgets.filters.page import RulesPage
from widgets.theme import Theme, light_theme
from widgets.toast import Toast

NOW = 1_790_000_000_000
DAY = 86_400_000

NEWSLETTER, CLOSURE, QUESTION, CRISIS, MEETING = 1, 2, 3, 4, 5
OPEN, CLOSED = 1, 2


def _topic(number: int, title: str, kind: str, days: int, **more: object) -> Topic:
    created = NOW - days * DAY
    facts: dict[str, object] = {"group_id": OPEN, "author_id": 11, "replies": 0, "tags": ()} | more
    return Topic(id=number, title=title, kind=kind, created=created, last_posted=created, **facts)  # type: ignore[arg-type]


TOPICS = (
    _topic(NEWSLETTER, "Newsletter week 47", "announcement", 2, tags=("internal",)),
    _topic(CLOSURE, "The intranet closes on Saturday", "announcement", 9, replies=1),
    _topic(QUESTION, "How do you reach people?", "question", 12, replies=9, answered=True),
    _topic(CRISIS, "Newsletter about the outage", "announcement", 20, group_id=CLOSED),
    _topic(MEETING, "Table in The Hague", "event", 100),
)


def _post(topic: Topic) -> Post:
    text = f"<p>{topic.title}</p>"
    return Post(topic.id * 10, topic.id, 1, 11, topic.created or 0, text, topic.title, topic.title)


@pytest.fixture
def client(tmp_path: Path) -> Iterator[Client]:
    """A member whose cache holds five topics of the last months."""
    profile = Profile(tmp_path)
    profile.create()
    made = Client(
        profile, Account("desk", "discourse", "https://community.test", "eva", "id"), Settings(profile)
    )
    made._judge = Judge(lambda: NOW)
    batch = Batch(
        groups=(Group(OPEN, "web", "Web", False), Group(CLOSED, "crisis", "Crisis", True)),
        members=(Member(11, "bram", "Bram Willems", "NVWA"),),
        topics=TOPICS,
        posts=tuple(map(_post, TOPICS)),
    )
    made.store.write(lambda conn: apply(conn, batch))
    made.index_all()
    yield made
    made.close()


@pytest.fixture
def theme(qapp: QApplication) -> Theme:  # noqa: ARG001 - fonts need an application
    return light_theme("Inter", "DejaVu Sans Mono")


@pytest.fixture
def background(qapp: QApplication) -> Iterator[Background]:
    made = Background(qapp)
    yield made
    made.close()


@pytest.fixture
def ruling(client: Client) -> Ruling:
    return Ruling(client, lambda: NOW)


@pytest.fixture
def keep(ruling: Ruling) -> Callable[..., Rule]:
    """Adds a rule and settles it."""

    def add(name: str, text: str, action: str = "hide", **more: object) -> Rule:
        edited = ruling.keep(Rule(0, name, text, action, **more))  # type: ignore[arg-type]
        ruling.settle()
        assert edited.rule is not None
        return edited.rule

    return add


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    made.resize(1210, 872)
    return made


@pytest.fixture
def toast(window: QWidget, theme: Theme) -> Toast:
    return Toast(window, theme)


@pytest.fixture
def changes(ruling: Ruling, background: Background, toast: Toast, window: QWidget) -> RuleChanges:
    return RuleChanges(ruling, background, toast, Place, window)


@pytest.fixture
def page(
    qtbot: QtBot, ruling: Ruling, changes: RuleChanges, background: Background, theme: Theme, window: QWidget
) -> Iterator[RulesPage]:
    """The page of rules in a window, its list read."""
    made = RulesPage(ruling, changes, background, theme, lambda: "en", lambda: NOW, window)
    made.resize(window.size())
    faults: list[Exception] = []
    made.failed.connect(faults.append)
    changes.failed.connect(faults.append)
    window.show()
    made.show_list()
    qtbot.waitUntil(lambda: made.list.presets != ())
    yield made
    background.close()
    assert faults == []
    made.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
