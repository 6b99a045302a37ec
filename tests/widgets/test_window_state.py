"""What the window remembers."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QMainWindow, QWidget
from pytestqt.qtbot import QtBot

from app.paths import Profile
from sync.store.rows import Place
from widgets.panes import Panes
from widgets.theme import light_theme
from widgets.window_state import WindowState


@pytest.fixture
def member(tmp_path: Path) -> Profile:
    made = Profile(tmp_path / "member")
    made.create()
    return made


def window(qtbot: QtBot) -> tuple[QMainWindow, Panes]:
    made = QMainWindow()
    qtbot.addWidget(made)
    panes = Panes(QWidget(), QWidget(), light_theme("Inter", "DejaVu Sans Mono"))
    made.setCentralWidget(panes)
    return made, panes


def test_it_comes_back_as_it_was_left(qtbot: QtBot, member: Profile) -> None:
    made, panes = window(qtbot)
    made.resize(700, 500)
    panes.widths = (250, 480)
    WindowState(member).keep(made, panes, Place("group", 7), 125)
    again, fresh = window(qtbot)
    state = WindowState(member)
    state.restore(again, fresh)
    assert (again.width(), again.height()) == (700, 500)
    assert fresh.widths == (250, 480)
    assert state.place() == Place("group", 7)
    assert state.zoom() == 125


def test_the_first_time_has_sizes_too(qtbot: QtBot, member: Profile) -> None:
    made, panes = window(qtbot)
    state = WindowState(member)
    state.restore(made, panes)
    assert (made.width(), made.height()) == (1440, 900)
    assert (state.place(), state.zoom()) == (Place("timeline"), 100)


@pytest.mark.parametrize(
    "content", [b"", b"\x00\xff\xfe not ini", b"[General]\nplace=nowhere\nzoom=big\nsidebar=x\n"]
)
def test_a_file_that_cannot_be_read_is_as_good_as_none(qtbot: QtBot, member: Profile, content: bytes) -> None:
    member.window_file.write_bytes(content)
    made, panes = window(qtbot)
    state = WindowState(member)
    state.restore(made, panes)
    assert made.width() == 1440
    assert (state.place(), state.zoom()) == (Place("timeline"), 100)
