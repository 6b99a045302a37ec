"""The editor of a view: what is wrong and how much matches, said while one types."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.language import Language
from app.viewing import Viewing
from app.views import View, built_in
from sync.model import KINDS
from widgets.background import Background
from widgets.theme import Theme
from widgets.views.editor import ViewEditor

QUESTION = View(7, "Questions of mine", "clock", "kind:question", "replied", "kind", follows_rules=False)
Open = Callable[..., ViewEditor]


@pytest.fixture
def opened(qtbot: QtBot, viewing: Viewing, background: Background, theme: Theme) -> Open:
    def make(view: View, language: Language = "en") -> ViewEditor:
        editor = ViewEditor(view, viewing, background, theme, language)
        editor.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
        qtbot.addWidget(editor)
        editor.open()
        editor.activateWindow()
        qtbot.waitUntil(editor.isActiveWindow)
        return editor

    return make


def typed(editor: ViewEditor, text: str) -> None:
    editor.text.selectAll()
    QTest.keyClicks(editor.text, text)
    editor.text.completing.close()


def test_a_view_is_shown_as_it_is_and_comes_back_unchanged(qtbot: QtBot, opened: Open) -> None:
    editor = opened(QUESTION)
    assert editor.view == QUESTION
    with qtbot.waitSignal(editor.kept) as kept:
        QTest.keyClick(editor.name, Qt.Key.Key_Return)
    assert kept.args == [QUESTION]
    assert not editor.isVisible()


def test_the_query_speaks_the_language_of_the_member(opened: Open) -> None:
    assert opened(QUESTION, "nl").text.toPlainText() == "soort:vraag"


def test_topics_are_counted_as_the_query_changes(qtbot: QtBot, opened: Open) -> None:
    editor = opened(QUESTION)
    of_kind = sum(KINDS[number % len(KINDS)] == "question" for number in range(1, 13))
    words = "1 topic matches now" if of_kind == 1 else f"{of_kind} topics match now"
    qtbot.waitUntil(lambda: editor.told.text() == words)
    typed(editor, "replies:>10")
    qtbot.waitUntil(lambda: editor.told.text() == "2 topics match now")
    assert editor.text.accessibleDescription() == "2 topics match now"


def test_what_is_no_query_is_said_and_cannot_be_kept(qtbot: QtBot, opened: Open) -> None:
    editor = opened(QUESTION)
    typed(editor, "kind:questoin")
    assert "Did you mean question?" in editor.told.text()
    assert editor.text.extraSelections()
    assert not editor.save.isEnabled()
    QTest.keyClick(editor, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert editor.text.toPlainText() != "kind:questoin"
    typed(editor, "kind:question")
    assert editor.save.isEnabled()
    assert not editor.text.extraSelections()
    qtbot.waitUntil(lambda: "now" in editor.told.text())


def test_a_view_needs_a_name(opened: Open) -> None:
    editor = opened(View(0, "", "list-filter", "kind:link"))
    assert editor.focusWidget() is editor.name
    assert not editor.save.isEnabled()
    QTest.keyClicks(editor.name, "Links")
    assert editor.save.isEnabled()
    assert editor.view.name == "Links"


def test_words_are_offered_while_one_types(qtbot: QtBot, opened: Open) -> None:
    editor = opened(View(0, "New", "list-filter", ""))
    editor.text.setFocus()
    QTest.keyClicks(editor.text, "kin")
    qtbot.waitUntil(lambda: "kind:" in editor.text.completing.labels)
    editor.text.completing.close()


def test_a_place_that_is_always_there_is_looked_into_and_copied(qtbot: QtBot, opened: Open) -> None:
    questions = built_in()[1]
    editor = opened(questions)
    assert editor.text.toPlainText() == "kind:question"
    typed(editor, "kind:link")
    assert editor.text.toPlainText() == "kind:question"
    assert not editor.order.isEnabled()
    with qtbot.waitSignal(editor.copy_wanted) as wanted:
        editor.save.click()
    assert wanted.args == [questions]


def test_everything_has_a_name_and_is_reached_by_tab(opened: Open) -> None:
    editor = opened(QUESTION)
    controls = (editor.name, editor.icon, editor.text, editor.order, editor.grouping, editor.follows)
    for control in controls:
        assert control.accessibleName()
        assert control.focusPolicy() & Qt.FocusPolicy.TabFocus
    reached = []
    for _ in range(10):
        reached.append(editor.focusWidget())
        QTest.keyClick(editor.focusWidget(), Qt.Key.Key_Tab)
    assert {*controls, editor.save, editor.cancel} <= set(reached)
