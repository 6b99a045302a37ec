"""The parts of a grouped view above its list."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.views import Section
from sync.store.rows import Place, Where
from widgets.theme import Theme
from widgets.views.sections import SectionChips

WHOLE = Place("view", 1, Where("1"))


def part(number: int) -> Section:
    return Section(f"Group {number}", 10 - number, WHOLE._replace(where=Where(str(number))))


@pytest.fixture
def chips(qtbot: QtBot, theme: Theme) -> SectionChips:
    made = SectionChips(theme)
    qtbot.addWidget(made)
    made.resize(500, 100)
    return made


def test_a_part_narrows_the_list_and_all_is_one_click_away(qtbot: QtBot, chips: SectionChips) -> None:
    chips.show_sections(WHOLE, 17, [part(1), part(2)], kinds=False)
    assert chips.isVisible()
    assert [chip.text() for chip in chips.chips] == ["All  17", "Group 1  9", "Group 2  8"]
    assert chips.chips[0].isChecked()
    assert chips.chips[1].accessibleName() == "Group 1, topics: 9"
    with qtbot.waitSignal(chips.chosen) as chosen:
        QTest.mouseClick(chips.chips[2], Qt.MouseButton.LeftButton)
    assert chosen.args == [part(2).place]
    assert [chip.isChecked() for chip in chips.chips] == [False, False, True]
    with qtbot.waitSignal(chips.chosen) as chosen:
        QTest.mouseClick(chips.chips[0], Qt.MouseButton.LeftButton)
    assert chosen.args == [WHOLE]


def test_arrows_go_from_part_to_part(qtbot: QtBot, chips: SectionChips) -> None:
    chips.show_sections(WHOLE, 17, [part(1), part(2)], kinds=False)
    chips.activateWindow()
    qtbot.waitUntil(chips.isActiveWindow)
    chips.chips[0].setFocus()
    with qtbot.waitSignal(chips.chosen) as chosen:
        QTest.keyClick(chips.chips[0], Qt.Key.Key_Right)
    assert chosen.args == [part(1).place]


def test_many_parts_are_in_a_menu(qtbot: QtBot, chips: SectionChips) -> None:
    chips.show_sections(WHOLE, 45, [part(number) for number in range(1, 9)], kinds=False)
    more = chips.chips[-1]
    assert len(chips.chips) == 7
    assert more.text() == "More"
    entries = chips.menu.actions()
    assert [entry.text() for entry in entries] == ["Group 6  4", "Group 7  3", "Group 8  2"]
    with qtbot.waitSignal(chips.chosen) as chosen:
        entries[1].trigger()
    assert chosen.args == [part(7).place]
    assert more.text() == "Group 7  3"
    assert more.isChecked()
    assert not chips.chips[0].isChecked()


def test_kinds_have_their_words_and_what_is_unknown_says_so(chips: SectionChips) -> None:
    chips.show_sections(WHOLE, 3, [Section("question", 2, WHOLE), Section("spotlight", 1, WHOLE)], kinds=True)
    assert chips.chips[1].text() == "Question  2"
    chips.show_sections(WHOLE, 3, [Section("", 2, WHOLE), Section("A & B", 1, WHOLE)], kinds=False)
    assert [chip.text() for chip in chips.chips[1:]] == ["Unknown  2", "A && B  1"]


def test_without_parts_there_is_nothing(chips: SectionChips) -> None:
    chips.show_sections(WHOLE, 3, [part(1)], kinds=False)
    chips.show_sections(WHOLE, 3, [], kinds=False)
    assert not chips.isVisible()
    assert chips.chips == []
