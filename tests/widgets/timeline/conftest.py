"""A timeline on the screen over a real cache, for the tests of this folder."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from app.timeline import PAGE, Timeline
from sync.store.database import Store
from tests.listed import NEWEST, fill
from widgets import wording
from widgets.background import Background
from widgets.faces import Faces
from widgets.theme import Theme, light_theme
from widgets.timeline.model import TimelineModel
from widgets.timeline.view import TimelineView

# Ten pages and a bit: what lies in the middle is not loaded when the list opens.
COUNT = 10 * PAGE + 7


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    opened = Store(tmp_path / "account")
    fill(opened, COUNT)
    yield opened
    opened.close()


@pytest.fixture
def background(qapp: QApplication) -> Iterator[Background]:
    made = Background(qapp)
    yield made
    made.close()


@pytest.fixture
def theme(qapp: QApplication) -> Theme:  # noqa: ARG001 - fonts need an application
    return light_theme("Inter", "DejaVu Sans Mono")


@pytest.fixture
def view(qtbot: QtBot, store: Store, background: Background, theme: Theme) -> Iterator[TimelineView]:
    """The whole timeline, measured, at its top, seen just after its newest topic was written."""
    model = TimelineModel(background)
    faces = Faces(lambda _key: None, background)
    made = TimelineView(model, theme, wording, faces, clock=lambda: NEWEST + 60_000)
    model.setParent(made)
    faces.setParent(made)
    made.resize(520, 760)
    made.show()
    with qtbot.waitSignal(model.measured):
        made.open(Timeline(store))
    yield made
    if isValid(made):
        made.close()
        made.deleteLater()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
