"""The list of groups: its rows, the keys and the mouse in it, and how quick it is."""

from __future__ import annotations

import time
from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible, QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.groups import GroupCard
from widgets.groups.list import GroupList
from widgets.groups.sections import Row, rows, sections, stay
from widgets.theme import Theme, light_theme

Many = Callable[[int], list[GroupCard]]


def fill(listed: GroupList, cards: list[GroupCard], *, everything: bool = False) -> None:
    listed.show_rows(rows(cards, sections(cards), everything=everything))


def row_of(listed: GroupList, name: str) -> int:
    return next(
        number for number, row in enumerate(listed.rows()) if row.card is not None and row.card.name == name
    )


def on_button(listed: GroupList, name: str) -> QPoint:
    """The middle of the button in the row of a group, at the right edge of its text."""
    area = listed.visualRect(listed.model().index(row_of(listed, name), 0))
    return QPoint(area.right() - 60, area.center().y())


def names(made: list[Row]) -> list[str]:
    return [row.card.name if row.card is not None else row.text or f"+{row.more}" for row in made]


def test_the_own_groups_come_first_then_some_to_join_and_the_rest_behind_a_row(many: Many) -> None:
    cards = many(20)
    made = rows(cards, sections(cards), everything=False)
    assert [row.text for row in made if row.text] == ["My groups", "Maybe also for you"]
    assert made[-1].more == 6
    assert [row.position for row in made if row.card is not None] == list(range(1, 15))
    everything = rows(cards, sections(cards), everything=True)
    assert [row.text for row in everything if row.text] == ["My groups", "Maybe also for you", "Other groups"]
    assert sum(row.card is not None for row in everything) == 20


def test_a_row_behind_which_one_group_is_would_only_be_in_its_place(many: Many) -> None:
    cards = many(10)
    assert not any(row.more for row in rows(cards, sections(cards), everything=False))


def test_what_was_asked_for_is_in_sight(many: Many) -> None:
    cards = [card._replace(state="asked") if card.group_id == 11 else card for card in many(20)]
    shown = names(rows(cards, sections(cards), everything=False))
    assert shown[-2:] == ["Groep 0011", "+6"]


def test_a_group_that_is_joined_stays_where_it_is(many: Many) -> None:
    cards = many(8)
    before = sections(cards)
    joined = [card._replace(state="joining") if card.group_id == 8 else card for card in cards]
    joined.sort(key=lambda card: not card.mine)
    assert names(rows(joined, stay(before, sections(joined)), everything=False)) == names(
        rows(cards, before, everything=False)
    )


def test_groups_that_come_and_go_do(many: Many) -> None:
    cards = many(6)
    before = sections(cards[:5])
    after = stay(before, sections(cards[1:]))
    shown = names(rows(cards[1:], after, everything=True))
    assert "Groep 0001" not in shown
    assert "Groep 0006" in shown


def test_a_row_is_read_out_whole(listed: GroupList, many: Many) -> None:
    fill(listed, many(20))
    index = listed.model().index(1, 0)
    assert listed.accessibleName() == ""
    assert index.data(Qt.ItemDataRole.AccessibleTextRole) == (
        "Groep 0001; open group; Member; Waar groep 1 over gaat, in niet te veel woorden; 1 member; "
        "1 organisation; visited yesterday; 1 of 14"
    )
    index = listed.model().index(row_of(listed, "Groep 0020"), 0)
    assert "you can join" in index.data(Qt.ItemDataRole.AccessibleTextRole)
    assert index.data(Qt.ItemDataRole.AccessibleDescriptionRole) == "Press Space to join"


def test_every_row_is_one_item_for_a_screen_reader(listed: GroupList, many: Many) -> None:
    fill(listed, many(6))
    found = QAccessible.queryAccessibleInterface(listed)
    texts = [found.child(number).text(QAccessible.Text.Name) for number in range(found.childCount())]
    assert [text.split(";")[0] for text in texts if text] == [
        *("My groups", "Groep 0001", "Groep 0002", "Groep 0003"),
        *("Maybe also for you", "Groep 0006", "Groep 0005", "Groep 0004"),
    ]


def test_the_keys_walk_over_headings_and_do_what_the_row_offers(
    qtbot: QtBot, listed: GroupList, many: Many
) -> None:
    fill(listed, many(20))
    assert listed.current is not None
    assert listed.current.name == "Groep 0001"
    for _ in range(10):
        QTest.keyClick(listed, Qt.Key.Key_Down)
    assert listed.current.state == "open"
    with qtbot.waitSignal(listed.acted) as acted:
        QTest.keyClick(listed, Qt.Key.Key_Space)
    with qtbot.waitSignal(listed.opened) as opened:
        QTest.keyClick(listed, Qt.Key.Key_Return)
    assert acted.args == opened.args == [listed.current.group_id]


def test_the_last_row_asks_for_the_others(qtbot: QtBot, listed: GroupList, many: Many) -> None:
    fill(listed, many(20))
    listed.more_wanted.connect(lambda: fill(listed, many(20), everything=True))
    QTest.keyClick(listed, Qt.Key.Key_End)
    assert listed.current is None
    with qtbot.waitSignal(listed.more_wanted):
        QTest.keyClick(listed, Qt.Key.Key_Return)
    assert listed.current is not None
    assert listed.rows()[row_of(listed, listed.current.name) - 1].text == "Other groups"


def test_a_click_on_the_button_acts_and_elsewhere_picks(qtbot: QtBot, listed: GroupList, many: Many) -> None:
    fill(listed, many(6))
    left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    with qtbot.waitSignal(listed.acted) as acted, qtbot.assertNotEmitted(listed.picked):
        QTest.mouseClick(listed.viewport(), left, none, on_button(listed, "Groep 0005"))
    assert acted.args == [5]
    area = listed.visualRect(listed.model().index(row_of(listed, "Groep 0005"), 0))
    with qtbot.waitSignal(listed.picked) as picked, qtbot.assertNotEmitted(listed.acted):
        QTest.mouseClick(listed.viewport(), left, none, area.center())
    assert picked.args == [5]
    with qtbot.assertNotEmitted(listed.acted):
        QTest.mouseClick(listed.viewport(), left, none, on_button(listed, "Groep 0001"))


def test_a_double_click_opens(qtbot: QtBot, listed: GroupList, many: Many) -> None:
    fill(listed, many(6))
    area = listed.visualRect(listed.model().index(1, 0))
    with qtbot.waitSignal(listed.opened) as opened:
        QTest.mouseDClick(
            listed.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, area.center()
        )
    assert opened.args == [1]


def test_the_menu_key_asks_for_what_one_can_do(qtbot: QtBot, listed: GroupList, many: Many) -> None:
    fill(listed, many(6))
    with qtbot.waitSignal(listed.menu_wanted) as wanted:
        event = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(), QPoint())
        QApplication.sendEvent(listed.viewport(), event)
    assert wanted.args is not None
    assert wanted.args[0] == 1


def test_the_list_stays_at_its_group_when_others_come(listed: GroupList, many: Many) -> None:
    cards = many(30)
    fill(listed, cards[5:])
    listed.select(10)
    fill(listed, cards)
    assert listed.current is not None
    assert listed.current.group_id == 10


def test_names_are_no_markup(listed: GroupList, many: Many) -> None:
    card = many(1)[0]._replace(name="<b>A & B</b>", purpose="<img src=x>")
    fill(listed, [card])
    tip = listed.model().index(1, 0).data(Qt.ItemDataRole.ToolTipRole)
    assert tip == "<span>&lt;b&gt;A &amp; B&lt;/b&gt;<br>&lt;img src=x&gt;</span>"


@pytest.mark.parametrize(("width", "scale"), [(860, 1.0), (560, 1.0), (320, 1.0), (900, 2.0), (420, 2.0)])
def test_nothing_in_a_row_is_outside_it_or_over_something_else(
    listed: GroupList, many: Many, width: int, scale: float
) -> None:
    theme: Theme = light_theme("Inter", "DejaVu Sans Mono", scale)
    listed.set_theme(theme)
    listed.resize(width, 700)
    states = ("member", "open", "asks", "asked", "joining", "leaving", "none")
    cards = [card._replace(state=state) for card, state in zip(many(7), states, strict=True)]  # type: ignore[arg-type]
    fill(listed, cards, everything=True)
    for row in listed.rows():
        if row.card is None:
            continue
        at = listed.placed(row.card)
        parts = [at.icon, at.name, at.purpose, at.members, at.organisations, at.spark, at.facts, at.state]
        shown = [part for part in parts if not part.isEmpty()]
        for part in shown:
            assert part.left() >= 0
            assert part.right() <= listed.viewport().width()
            assert part.top() >= 0
            assert part.bottom() < at.height
            assert not any(part.intersects(other) for other in shown if other is not part), row.card.state


def test_a_thousand_groups_are_listed_at_once(listed: GroupList, many: Many) -> None:
    cards = many(1000)
    began = time.perf_counter()
    fill(listed, cards, everything=True)
    listed.grab()
    # A tenth of a second on the slowest of the computers that are in use, some times over.
    assert time.perf_counter() - began < 0.5
    QTest.keyClick(listed, Qt.Key.Key_End)
    assert listed.current is not None
