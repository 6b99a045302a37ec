"""The list by name: who is in it, in which order, and how one finds somebody."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.members import Members
from tests.widgets.audience.people import CLOSED, NOW, ORGANISATIONS, UNKNOWN
from widgets.audience.readers_list import ReadersList
from widgets.faces import Faces
from widgets.theme import Theme, light_theme


@pytest.fixture
def shown(qtbot: QtBot, theme: Theme, faces: Faces) -> ReadersList:
    made = ReadersList(theme, faces)
    qtbot.addWidget(made)
    made.show_audience(CLOSED)
    made.resize(320, made.height_at(320))
    made.show()
    return made


def test_by_organisation_the_team_last(shown: ReadersList) -> None:
    assert shown.lines[0] == "Rijkswaterstaat: Fatima El Amrani, Petra Nijhuis, Mees Jonker"
    assert shown.lines[-1] == "Community team, looks after the group: Esther Molenaar, Jelle Postma"
    assert shown.lines[-2] == "Ministerie van IenW: Karim Haddou (new), Guus Veldman (new)"


def test_by_person_with_a_heading_for_each_organisation(qtbot: QtBot, theme: Theme, faces: Faces) -> None:
    made = ReadersList(theme, faces, form="people")
    qtbot.addWidget(made)
    made.show_audience(CLOSED)
    assert made.lines[:3] == [
        "Rijkswaterstaat, 3",
        "Fatima El Amrani, Rijkswaterstaat",
        "Petra Nijhuis, Rijkswaterstaat",
    ]
    assert "Guus Veldman, Ministerie van IenW, new" in made.lines
    assert len(made.lines) == 20


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("timmer", ["Ministerie van BZK: Rosa Timmer"]),
        ("MINISTERIE guus", ["Ministerie van IenW: Guus Veldman (new)"]),
        ("kadaster", ["Kadaster: Hugo ten Brink, Olaf Prins"]),
        ("nobody", ["No one here is called ‘nobody’"]),
    ],
)
def test_searching_by_name_or_organisation(shown: ReadersList, typed: str, found: list[str]) -> None:
    QTest.keyClicks(shown.field, typed)
    assert shown.lines == found


def test_escape_shows_everyone_again(shown: ReadersList) -> None:
    QTest.keyClicks(shown.field, "timmer")
    QTest.keyClick(shown.field, Qt.Key.Key_Escape)
    assert len(shown.lines) == 6


def test_another_group_forgets_what_was_typed(shown: ReadersList) -> None:
    QTest.keyClicks(shown.field, "timmer")
    shown.show_audience(CLOSED)
    assert shown.field.text() == "timmer"
    shown.show_audience(CLOSED._replace(group_id=4))
    assert shown.field.text() == ""


def test_the_foot_says_how_sure_and_of_when(shown: ReadersList) -> None:
    assert shown.foot.startswith("List of today ")
    assert shown.foot.endswith("You are not counted.")
    shown.show_audience(CLOSED._replace(sure="at_least"))
    assert shown.foot.startswith("There may be more")
    shown.show_audience(UNKNOWN)
    assert shown.foot == "The community does not tell who they are. The list is not fetched yet."
    assert not shown.field.isVisible()


def test_names_take_the_lines_they_need(shown: ReadersList) -> None:
    wide = shown.view.height()
    shown.resize(160, 900)
    assert shown.view.height() > wide
    shown.set_theme(light_theme("Inter", "DejaVu Sans Mono", 2.0))
    assert shown.view.height() > 2 * wide


def test_a_long_list_scrolls_by_itself_where_that_is_wanted(qtbot: QtBot, theme: Theme, faces: Faces) -> None:
    made = ReadersList(theme, faces, form="people", most_height=200)
    qtbot.addWidget(made)
    made.show_audience(CLOSED)
    made.resize(300, 400)
    made.show()
    assert made.view.height() == 200


def test_the_keyboard_goes_through_the_rows(shown: ReadersList) -> None:
    shown.view.setFocus(Qt.FocusReason.TabFocusReason)
    began = shown.view.currentIndex().row()
    QTest.keyClick(shown.view, Qt.Key.Key_Down)
    QTest.keyClick(shown.view, Qt.Key.Key_Down)
    assert shown.view.currentIndex().row() == began + 2
    assert shown.view.accessibleName() == "Closed · 14 people from 6 organisations read along"


@pytest.mark.parametrize(
    ("found", "says"),
    [
        (Members(5), "The list is not fetched yet."),
        (Members(5, ORGANISATIONS, 14, complete=True, as_of=NOW), "List of today "),
        (Members(5, ORGANISATIONS, 412, as_of=NOW), "These are 14 of the 412 members. List of today "),
        (Members(5, ORGANISATIONS, 14, as_of=NOW), "There may be more members than these. List of "),
        (Members(5, (), 14, as_of=NOW), "The community does not tell who is in this group. List of "),
    ],
)
def test_members_of_an_open_group_with_what_is_not_told(
    qtbot: QtBot, theme: Theme, faces: Faces, found: Members, says: str
) -> None:
    made = ReadersList(theme, faces, form="people")
    qtbot.addWidget(made)
    made.show_members(found)
    assert made.foot.startswith(says)
    assert made.view.accessibleName() == f"Members of the group, {found.known}"
    assert bool(made.lines) == bool(found.by_organisation)
