"""The strip: what it says, how sure, and that it opens to the names."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.audience import Audience
from tests.widgets.audience.people import CLOSED, NOW, OPEN, UNKNOWN
from widgets.audience.line import AudienceLine
from widgets.audience.strip import AudienceStrip
from widgets.faces import Faces
from widgets.theme import Theme, light_theme

DAY = 86_400_000


@pytest.fixture
def strip(qtbot: QtBot, theme: Theme, faces: Faces) -> AudienceStrip:
    made = AudienceStrip(theme, faces)
    qtbot.addWidget(made)
    made.resize(640, 40)
    made.show()
    return made


@pytest.mark.parametrize(
    ("audience", "said"),
    [
        (CLOSED, "Closed · 14 people from 6 organisations read along"),
        (CLOSED._replace(sure="at_least"), "Closed · at least 14 people from 6 organisations read along"),
        (CLOSED._replace(count=1, organisations=1), "Closed · 1 person from 1 organisation reads along"),
        (CLOSED._replace(count=0, organisations=0, by_organisation=()), "Closed · no one else reads along"),
        (CLOSED._replace(sure="unknown"), "Closed · 14 people in the group; not known yet who reads along"),
        (UNKNOWN, "Closed · not known yet who reads along"),
        (OPEN._replace(count=241), "Open · 241 members of the community can read along"),
        (OPEN._replace(count=None), "Open · everyone in the community can read along"),
    ],
)
def test_what_it_says(strip: AudienceStrip, audience: Audience, said: str) -> None:
    strip.show_audience(audience)
    assert strip.head.accessibleName() == said


def test_a_list_of_some_days_ago_says_so(strip: AudienceStrip) -> None:
    strip.show_audience(CLOSED._replace(as_of=NOW - 5 * DAY))
    assert ", as of " in strip.head.accessibleName()
    strip.show_audience(CLOSED)
    assert "as of" not in strip.head.accessibleName()


def test_it_opens_and_closes_by_mouse_and_keyboard(qtbot: QtBot, strip: AudienceStrip) -> None:
    strip.show_audience(CLOSED)
    closed = strip.height_at(640)
    with qtbot.waitSignal(strip.opened):
        QTest.mouseClick(strip.head, Qt.MouseButton.LeftButton)
    assert strip.readers is not None
    assert strip.readers.isVisible()
    assert len(strip.readers.lines) == 6
    assert strip.height_at(640) > closed + 200
    assert "open" in strip.head.accessibleDescription()
    strip.head.setFocus()
    QTest.keyClick(strip.head, Qt.Key.Key_Space)
    assert not strip.is_open
    assert strip.height_at(640) == closed


@pytest.mark.parametrize("audience", [OPEN, UNKNOWN])
def test_without_names_there_is_nothing_to_open(strip: AudienceStrip, audience: Audience) -> None:
    strip.show_audience(audience)
    QTest.mouseClick(strip.head, Qt.MouseButton.LeftButton)
    assert not strip.is_open
    assert strip.head.focusPolicy() == Qt.FocusPolicy.NoFocus


def test_where_names_are_no_longer_known_the_list_closes(strip: AudienceStrip) -> None:
    strip.show_audience(CLOSED)
    strip.set_open(True)
    strip.show_audience(UNKNOWN)
    assert not strip.is_open


def test_an_open_list_follows_the_audience(strip: AudienceStrip) -> None:
    strip.show_audience(CLOSED)
    strip.set_open(True)
    strip.show_audience(CLOSED._replace(by_organisation=CLOSED.by_organisation[:2], count=6, organisations=2))
    assert strip.readers is not None
    assert len(strip.readers.lines) == 2


def test_large_text_takes_more_lines_and_hides_nothing(strip: AudienceStrip) -> None:
    strip.show_audience(CLOSED)
    one_line = strip.height_at(640)
    strip.set_theme(light_theme("Inter", "DejaVu Sans Mono", 2.0))
    assert strip.height_at(400) > 3 * one_line


def test_the_line_beside_a_button_is_shorter(qtbot: QtBot, theme: Theme) -> None:
    line = AudienceLine(theme)
    qtbot.addWidget(line)
    line.show_audience(CLOSED)
    assert line.accessibleName() == "Closed · 14 people from 6 organisations"
    assert line.heightForWidth(100) > line.heightForWidth(600)
