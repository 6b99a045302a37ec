"""A member's cache, a draft that is kept in it, and the editor alone on the screen: fixtures."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app import drafts
from app.composer.complete import Completions, complete
from app.composer.preview import rendered
from app.drafts import Keeper
from app.reading import Reading
from sync.connectors.base import PostLimits
from sync.images import ImageFolder
from sync.model import Batch, Group, Member
from sync.store.apply import apply
from sync.store.database import Store
from widgets.background import Background
from widgets.composer.desk import EditorDesk
from widgets.composer.editor import Editor
from widgets.faces import Faces
from widgets.theme import Theme, light_theme

ADDRESS = "https://community.test"
LIMITS = PostLimits(file_bytes=40_000, image_bytes=40_000, extensions=("jpg", "jpeg", "png", "pdf", "txt"))

PEOPLE = (
    Member(11, "joost.vandijk", "Joost van Dijk", "Ministerie van BZK", avatar_url=f"{ADDRESS}/joost.png"),
    Member(12, "jolanda", "Jolanda Prins", "Kadaster"),
    Member(13, "petra", "Petra Nijhuis", "Rijkswaterstaat"),
)
GROUPS = (Group(1, "participatie", "Participatie", True), Group(2, "web", "Webredactie", False))


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """A cache that knows three people and two groups."""
    opened = Store(tmp_path / "account")
    opened.write(lambda conn: apply(conn, Batch(members=PEOPLE, groups=GROUPS)))
    yield opened
    opened.close()


@pytest.fixture
def theme(qapp: QApplication) -> Theme:  # noqa: ARG001 - fonts need an application
    return light_theme("Inter", "DejaVu Sans Mono")


@pytest.fixture
def background(qapp: QApplication) -> Iterator[Background]:
    made = Background(qapp)
    yield made
    made.close()


@pytest.fixture
def keeper(store: Store) -> Keeper:
    """Keeps the draft that is being written."""
    return Keeper(store, drafts.begin())


@pytest.fixture
def desk(store: Store, keeper: Keeper) -> EditorDesk:
    """What an owner hands the editor: the cache's names, the cleaner, the draft's keeper."""

    def names(before: str) -> Completions | None:
        with store.reading() as conn:
            return complete(conn, before)

    return EditorDesk(names, lambda raw: rendered(raw, ADDRESS), keeper.attach, LIMITS)


@pytest.fixture
def faces(store: Store, background: Background) -> Faces:
    return Faces(ImageFolder(store.images).find, background)


@pytest.fixture
def editor(
    qtbot: QtBot, background: Background, theme: Theme, faces: Faces, store: Store, desk: EditorDesk
) -> Iterator[Editor]:
    """The editor in a window of its own, with the keyboard in its text; it must meet no fault."""
    made = Editor(background, theme, faces, Reading(store, ADDRESS), desk)
    faults: list[Exception] = []
    made.failed.connect(faults.append)
    qtbot.addWidget(made)
    made.resize(600, 420)
    made.show()
    made.activateWindow()
    made.setFocus()
    qtbot.waitUntil(made.field.hasFocus)
    yield made
    background.close()
    assert faults == []
    made.close()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
