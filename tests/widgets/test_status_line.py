"""The line at the bottom."""

from __future__ import annotations

import time
from datetime import datetime, timedelta

import pytest
from PySide6.QtWidgets import QLabel, QProgressBar, QPushButton
from pytestqt.qtbot import QtBot

from widgets.status_line import Status, StatusLine
from widgets.theme import light_theme


@pytest.fixture
def line(qtbot: QtBot) -> StatusLine:
    made = StatusLine(light_theme("Inter", "DejaVu Sans Mono"))
    qtbot.addWidget(made)
    made.resize(900, 28)
    made.show()
    return made


def buttons(line: StatusLine) -> list[str]:
    return [one.text() for one in line.findChildren(QPushButton) if one.isVisible()]


def test_it_says_when_the_cache_was_brought_up_to_date(line: StatusLine) -> None:
    now = datetime.now()
    line.show_status(Status("idle", int(time.time() * 1000)))
    assert line.words() in (f"Online · updated {now:%H:%M}", f"Online · updated {datetime.now():%H:%M}")
    yesterday = now - timedelta(days=1)
    line.show_status(Status("offline", int(yesterday.timestamp() * 1000)))
    assert line.words() == f"Offline · updated yesterday {yesterday:%H:%M}"
    line.show_status(Status("offline"))
    assert line.words() == "Offline"
    assert line.accessibleName() == "Offline"


def test_a_long_sync_shows_how_far_it_is_and_can_be_stopped(qtbot: QtBot, line: StatusLine) -> None:
    line.show_status(Status("fetching", None, posts=120, done=300, total=600))
    bar = line.findChild(QProgressBar)
    assert bar is not None
    assert bar.isVisible()
    assert (bar.value(), bar.maximum()) == (300, 600)
    assert bar.accessibleName()
    assert "120" in line.words()
    assert buttons(line) == ["Stop"]
    with qtbot.waitSignal(line.stop_requested):
        line.findChildren(QPushButton)[0].click()


@pytest.mark.parametrize("phase", ["offline", "failed", "waiting"])
def test_what_failed_can_be_tried_again(qtbot: QtBot, line: StatusLine, phase: str) -> None:
    line.show_status(Status(phase, wait_seconds=40))  # type: ignore[arg-type]
    assert buttons(line) == ["Try now"]
    with qtbot.waitSignal(line.retry_requested):
        next(one for one in line.findChildren(QPushButton) if one.isVisible()).click()


@pytest.mark.parametrize(
    ("waiting", "needs_you", "words"),
    [
        (1, 0, "1 contribution waits"),
        (2, 0, "2 contributions wait"),
        (0, 1, "1 needs you"),
        (3, 2, "3 contributions wait · 2 need you"),
    ],
)
def test_what_is_in_the_outbox_is_said_and_leads_there(
    qtbot: QtBot, line: StatusLine, waiting: int, needs_you: int, words: str
) -> None:
    line.show_outbox(waiting, needs_you)
    assert buttons(line) == [words]
    with qtbot.waitSignal(line.outbox_wanted):
        next(one for one in line.findChildren(QPushButton) if one.isVisible()).click()
    line.show_outbox(0, 0)
    assert buttons(line) == []


def test_a_hint_comes_and_goes(line: StatusLine) -> None:
    line.hint("https://community.example/t/12")
    assert [one.text() for one in line.findChildren(QLabel) if one.isVisible()][-1].endswith("/t/12")
    line.hint("")
    assert len([one for one in line.findChildren(QLabel) if one.isVisible()]) == 1
