"""The list of search results and the field above it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QToolButton
from pytestqt.qtbot import QtBot

from sync.store.rows import SearchHit
from widgets.search.field import SearchField
from widgets.search.results import SearchResults
from widgets.theme import light_theme

THEME = light_theme("Inter", "DejaVu Sans Mono")


def hit(number: int, *, closed: bool = False) -> SearchHit:
    return SearchHit(
        post_id=number,
        topic_id=100 + number,
        number=number,
        title=f"Beleid in het kort, deel {number}",
        author="Fatima El Amrani",
        organisation="Rijkswaterstaat",
        avatar="",
        group_id=1,
        group="Participatie",
        closed=int(closed),
        kind="question",
        created=0,
        snippet="Het woonbeleid van volgend jaar",
        matches=((7, 6),),
        title_matches=((0, 6),),
    )


@pytest.fixture
def results(qtbot: QtBot) -> SearchResults:
    made = SearchResults(THEME, lambda _moment: "2 h")
    qtbot.addWidget(made)
    made.resize(520, 600)
    made.show_hits([hit(number, closed=number == 1) for number in range(1, 6)])
    made.show()
    return made


def test_a_hit_is_read_as_one_sentence(results: SearchResults) -> None:
    first = results.hits.data(results.hits.index(0), Qt.ItemDataRole.AccessibleTextRole)
    assert first == (
        "Beleid in het kort, deel 1, Fatima El Amrani, Rijkswaterstaat, Participatie, closed group, 2 h,"
        " Het woonbeleid van volgend jaar"
    )


def test_the_keyboard_opens_and_leads_back(qtbot: QtBot, results: SearchResults) -> None:
    with qtbot.waitSignal(results.chosen) as chosen:
        results.step(1)
    assert chosen.args == [102, 2]
    with qtbot.waitSignal(results.chosen) as chosen:
        QTest.keyClick(results, Qt.Key.Key_Return)
    assert chosen.args == [102, 2]
    QTest.keyClick(results, Qt.Key.Key_Up)
    with qtbot.waitSignal(results.left):
        QTest.keyClick(results, Qt.Key.Key_Up)


def test_what_matched_is_marked(results: SearchResults) -> None:
    image = results.viewport().grab().toImage()
    colours = {
        QColor(image.pixelColor(x, y)).name() for x in range(20, 300) for y in range(0, image.height(), 2)
    }
    assert THEME.warning_soft.name() in colours


def test_the_field_empties_then_leaves(qtbot: QtBot) -> None:
    field = SearchField(THEME)
    qtbot.addWidget(field)
    field.show()
    QTest.keyClicks(field, "beleid")
    clear = field.findChild(QToolButton)
    assert clear is not None
    assert clear.isVisible()
    QTest.keyClick(field, Qt.Key.Key_Escape)
    assert field.text() == ""
    assert not clear.isVisible()
    with qtbot.waitSignal(field.left):
        QTest.keyClick(field, Qt.Key.Key_Escape)
    with qtbot.waitSignal(field.down):
        QTest.keyClick(field, Qt.Key.Key_Down)
