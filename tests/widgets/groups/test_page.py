"""The page of all groups: chips, search, the panel beside the list, and narrow windows."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from app.client import Client
from app.joining import Joining
from sync.store import audience, group_members
from sync.store.group_members import Listed
from tests.widgets.groups.conftest import (
    BEHAVIOUR,
    CLOSED,
    ESTHER,
    FATIMA,
    GUUS,
    JOOST,
    ME,
    NOW,
    SPOKEN,
    WEB,
    readers,
)
from widgets.groups.page import GroupsPage
from widgets.theme import dark_theme


def listed(page: GroupsPage) -> list[str]:
    return [row.card.name for row in page.list.rows() if row.card is not None]


def said(page: GroupsPage) -> str:
    """What the panel says."""
    labels = [label for label in page.panel.findChildren(QLabel) if label.isVisibleTo(page.panel)]
    return "\n".join(label.accessibleName() or label.text() for label in labels)


def buttons(page: GroupsPage) -> list[str]:
    return [one.text() for one in (page.panel.first, page.panel.second) if one.isVisibleTo(page.panel)]


def show(page: GroupsPage, joining: Joining, group_id: int) -> None:
    opened = joining.opened(group_id)
    assert opened is not None
    page.show_group(opened)


def test_chips_count_and_choose(page: GroupsPage) -> None:
    assert [chip.text().split() for chip in page.chips.values()] == [
        ["All", "4"],
        ["My", "groups", "2"],
        ["Open", "2"],
        ["Closed", "2"],
    ]
    assert page.chips["closed"].accessibleName() == "Closed, groups: 2"
    assert listed(page) == ["Participatie", "Webredactie", "Gedrag & taal", "Woordvoering"]
    page.chips["closed"].click()
    assert listed(page) == ["Participatie", "Woordvoering"]
    page.chips["mine"].click()
    assert listed(page) == ["Participatie", "Webredactie"]
    page.chips["open"].click()
    assert listed(page) == ["Webredactie", "Gedrag & taal"]


def test_typing_finds_by_name_and_purpose(page: GroupsPage) -> None:
    QTest.keyClicks(page.field, "pers")
    assert listed(page) == ["Woordvoering"]
    page.field.setText("bestaat niet")
    assert listed(page) == []
    assert page.empty.isVisible()
    QTest.keyClick(page.field, Qt.Key.Key_Escape)
    assert len(listed(page)) == 4
    QTest.keyClick(page.field, Qt.Key.Key_Down)
    assert page.list.hasFocus()


def test_escape_leaves(qtbot: QtBot, page: GroupsPage) -> None:
    with qtbot.waitSignal(page.left):
        QTest.keyClick(page.list, Qt.Key.Key_Escape)


def test_the_panel_says_who_reads_in_a_closed_group(page: GroupsPage, joining: Joining) -> None:
    show(page, joining, CLOSED)
    assert "Closed · you and 3 people from 3 organisations. Only they read what you write here." in said(page)
    assert buttons(page) == ["Open group", "Write here"]
    assert page.panel.readers.isVisible()
    assert "new since" not in said(page)


def test_who_came_since_the_last_look_is_named(page: GroupsPage, joining: Joining, client: Client) -> None:
    joining.looked(CLOSED)
    more = readers(ME, FATIMA, JOOST, ESTHER, GUUS)
    client.store.write(lambda conn: audience.put_readers(conn, CLOSED, more, NOW))
    show(page, joining, CLOSED)
    assert "Guus Veldman is new since you last looked" in said(page)


@pytest.mark.parametrize(
    ("group", "sentence", "steps"),
    [
        (
            WEB,
            "Open · everyone in the community reads along. There are 287 members.",
            ["Open group", "Write here"],
        ),
        (BEHAVIOUR, "Open · everyone in the community reads along.", ["Open group", "Join"]),
        (SPOKEN, "Closed · There are 22 members. You read along once you are a member.", ["Ask for access…"]),
    ],
)
def test_the_panel_offers_the_nearest_steps(
    page: GroupsPage, joining: Joining, group: int, sentence: str, steps: list[str]
) -> None:
    show(page, joining, group)
    assert sentence in said(page)
    assert buttons(page) == steps
    assert page.panel.readers.isVisible() == (group != SPOKEN)
    assert page.panel.readers.lines == []


def test_the_panel_lists_the_members_of_an_open_group(
    page: GroupsPage, joining: Joining, client: Client
) -> None:
    show(page, joining, WEB)
    assert page.panel.readers.foot == "The list is not fetched yet."
    told = Listed(frozenset((ME, FATIMA)), NOW, complete=False)
    client.store.write(lambda conn: group_members.put(conn, WEB, told))
    show(page, joining, WEB)
    assert "There are 287 members from 2 organisations." in said(page)
    assert page.panel.readers.lines == [
        "NVWA, 1",
        "Noor Wijnands, NVWA",
        "Rijkswaterstaat, 1",
        "Fatima El Amrani, Rijkswaterstaat",
    ]
    assert page.panel.readers.foot.startswith("These are 2 of the 287 members. List of ")


def test_a_step_is_asked_from_the_list_and_from_the_panel(
    qtbot: QtBot, page: GroupsPage, joining: Joining
) -> None:
    page.list.select(BEHAVIOUR)
    with qtbot.waitSignal(page.wanted) as wanted:
        QTest.keyClick(page.list, Qt.Key.Key_Space)
    assert wanted.args is not None
    assert (wanted.args[0], wanted.args[1].group_id) == ("step", BEHAVIOUR)
    show(page, joining, SPOKEN)
    with qtbot.waitSignal(page.wanted) as wanted:
        page.panel.first.click()
    assert wanted.args is not None
    assert (wanted.args[0], wanted.args[1].group_id) == ("ask", SPOKEN)


def test_in_a_narrow_page_the_panel_takes_the_place_of_the_list(page: GroupsPage, joining: Joining) -> None:
    show(page, joining, CLOSED)
    assert page.panel.isVisible()
    page.resize(600, 800)
    assert not page.panel.isVisible()
    page.cover()
    assert page.panel.isVisible()
    assert not page.list.isVisible()
    QTest.keyClick(page.panel.to_list, Qt.Key.Key_Escape)
    assert page.list.isVisible()
    assert page.list.hasFocus()
    page.cover()
    page.resize(1208, 872)
    assert page.list.isVisible()
    assert page.panel.isVisible()


def test_a_name_is_never_taken_for_markup(page: GroupsPage, joining: Joining) -> None:
    opened = joining.opened(CLOSED)
    assert opened is not None
    page.show_group(opened._replace(new=(opened.audience.readers[0]._replace(name="<h1>Eve</h1>"),)))
    assert "&lt;h1&gt;Eve" in page.panel.newcomers.words.text()


def test_another_look_keeps_what_is_shown(page: GroupsPage, joining: Joining) -> None:
    show(page, joining, CLOSED)
    before = listed(page)
    page.set_theme(dark_theme("Inter", "DejaVu Sans Mono", 2.0))
    assert listed(page) == before
    assert all(one.accessibleName() or one.text() for one in page.findChildren(QPushButton))
