"""The line under the search field."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from widgets.search.hint import SearchHint
from widgets.theme import light_theme


@pytest.fixture
def hint(qtbot: QtBot) -> SearchHint:
    made = SearchHint(light_theme("Inter", "DejaVu Sans Mono"))
    qtbot.addWidget(made)
    return made


def test_a_query_can_be_kept_by_mouse_and_keyboard(qtbot: QtBot, hint: SearchHint) -> None:
    assert not hint.isVisible()
    hint.offer("kind:question")
    assert hint.text == ""
    assert hint.save.focusPolicy() & Qt.FocusPolicy.TabFocus
    with qtbot.waitSignal(hint.save_wanted) as wanted:
        QTest.keyClick(hint.save, Qt.Key.Key_Space)
    assert wanted.args == ["kind:question"]


def test_what_is_no_query_says_why_and_cannot_be_kept(hint: SearchHint) -> None:
    hint.object_to("After kind: comes a kind.")
    assert hint.text == "After kind: comes a kind."
    assert not hint.save.isVisible()
    hint.offer("kind:link")
    assert hint.text == ""
    assert hint.save.isVisible()
