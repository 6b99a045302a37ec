"""The builder: rows and groups by keyboard, tokens, and what a screen reader hears."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.filters.complete import Vocabulary
from app.filters.parse import parse
from app.filters.text import to_text
from widgets.filters.builder import Builder
from widgets.filters.fields import Words
from widgets.filters.form import Block, Row, form_of, tree_of
from widgets.filters.suggesting import Suggesting
from widgets.filters.value_field import ValueField
from widgets.theme import Theme

Show = Callable[[str], Builder]
ALT = Qt.KeyboardModifier.AltModifier


@pytest.fixture
def show(qtbot: QtBot, theme: Theme) -> Show:
    def made(text: str) -> Builder:
        names = Vocabulary(groups=(("Crisis", "crisis"), ("Web", "web")), tags=(("zorg", "zorg"),))
        builder = Builder(theme, Words("en", frozenset({"crisis"})), Suggesting(names))
        qtbot.addWidget(builder)
        builder.show_form(form_of(parse(text)))
        builder.resize(560, 400)
        builder.show()
        qtbot.waitExposed(builder)
        builder.activateWindow()
        return builder

    return made


def text(builder: Builder) -> str:
    return to_text(tree_of(builder.form))


def test_rows_are_read_out_as_sentences_with_their_place(show: Show) -> None:
    builder = show("kind:announcement,link replies:<3 (title:news OR tag:zorg) -group:Crisis")
    assert [row.accessibleName() for row in builder.conditions] == [
        "condition 1 of 5: kind is one of announcement or link",
        "condition 2 of 5: replies less than 3",
        "condition 3 of 5: title contains news",
        "condition 4 of 5: tag is zorg",
        "condition 5 of 5: group is not Crisis",
    ]


def test_everything_in_a_row_has_a_name(show: Show) -> None:
    row = show("replies:<3").conditions[0]
    parts = (row.handle, row.field, row.comparison, row.value, row.remove)
    assert all(part.accessibleName() for part in parts)


def test_typed_words_become_tokens(show: Show) -> None:
    builder = show("title:news")
    field = builder.conditions[0].value
    assert isinstance(field, ValueField)
    field.edit.setFocus()
    QTest.keyClicks(field.edit, "two words")
    QTest.keyClick(field.edit, Qt.Key.Key_Return)
    assert text(builder) == 'title:news,"two words"'
    QTest.keyClicks(field.edit, "more,")
    assert text(builder) == 'title:news,"two words",more'
    QTest.keyClick(field.edit, Qt.Key.Key_Backspace)
    assert text(builder) == 'title:news,"two words"'


def test_a_value_that_means_nothing_stays_to_be_mended(show: Show) -> None:
    builder = show("kind:link")
    field = builder.conditions[0].value
    assert isinstance(field, ValueField)
    QTest.keyClicks(field.edit, "nonsense")
    field.completing.close()
    QTest.keyClick(field.edit, Qt.Key.Key_Return)
    assert (field.edit.text(), text(builder)) == ("nonsense", "kind:link")


def test_completions_come_from_the_cache_and_enter_takes_only_what_is_marked(show: Show) -> None:
    builder = show("tag:a")
    field = builder.conditions[0].value
    assert isinstance(field, ValueField)
    field.edit.setFocus()
    QTest.keyClicks(field.edit, "zo")
    assert field.completing.labels == ["zorg"]
    QTest.keyClick(field.completing.list, Qt.Key.Key_Return)
    assert text(builder) == "tag:a,zo"
    QTest.keyClicks(field.edit, "zo")
    QTest.keyClick(field.completing.list, Qt.Key.Key_Down)
    QTest.keyClick(field.completing.list, Qt.Key.Key_Return)
    assert text(builder) == "tag:a,zo,zorg"


def test_tokens_are_walked_and_taken_away_by_keyboard(qtbot: QtBot, show: Show) -> None:
    builder = show("tag:a,b")
    field = builder.conditions[0].value
    assert isinstance(field, ValueField)
    field.edit.setFocus()
    qtbot.waitUntil(field.edit.hasFocus)
    QTest.keyClick(field.edit, Qt.Key.Key_Left)
    token = builder.focusWidget()
    assert token is not None
    assert token.accessibleName() == "b, take away"
    QTest.keyClick(token, Qt.Key.Key_Left)
    first = builder.focusWidget()
    assert first is not None
    QTest.keyClick(first, Qt.Key.Key_Delete)
    assert text(builder) == "tag:b"
    assert field.edit.hasFocus()


def test_adding_and_taking_away_keeps_the_keyboard_in_place(qtbot: QtBot, show: Show) -> None:
    builder = show("kind:link")
    builder.add_row()
    assert builder.form.items[1] == Row("title", "is")
    value = builder.conditions[1].value
    assert isinstance(value, ValueField)
    qtbot.waitUntil(value.edit.hasFocus)
    QTest.keyClicks(value.edit, "news")
    QTest.keyClick(value.edit, Qt.Key.Key_Return)
    assert text(builder) == "kind:link title:news"
    builder.conditions[0].remove.click()
    assert text(builder) == "title:news"


def test_a_group_stands_within_and_goes_when_it_is_empty(show: Show) -> None:
    builder = show("kind:link")
    builder.add_group()
    assert builder.form.items[1] == Block("any", (Row("title", "is"),))
    assert text(builder) == "kind:link"
    builder.conditions[1].remove.click()
    assert builder.form.items == (Row("kind", "is", ("link",)),)


def test_alt_and_arrows_move_a_row_into_a_group_and_out_of_it(show: Show) -> None:
    builder = show("tag:a (tag:b OR tag:c) tag:d")
    steps = []
    for _ in range(4):
        handle = next(row.handle for row in builder.conditions if row.row.values == ("a",))
        QTest.keyClick(handle, Qt.Key.Key_Down, ALT)
        steps.append(text(builder))
    assert steps == [
        "(tag:a OR tag:b OR tag:c) tag:d",
        "(tag:b OR tag:a OR tag:c) tag:d",
        "(tag:b OR tag:c OR tag:a) tag:d",
        "(tag:b OR tag:c) tag:a tag:d",
    ]


def test_another_field_begins_with_its_own_comparison(show: Show) -> None:
    builder = show("tag:a")
    builder.conditions[0].field.picked.emit("replies")
    assert builder.form.items == (Row("replies", "<"),)
    builder.conditions[0].field.picked.emit("written")
    assert builder.form.items == (Row("written", "since"),)


def test_words_stay_when_they_are_looked_for_elsewhere(show: Show) -> None:
    builder = show("title:a,b")
    builder.conditions[0].field.picked.emit("text")
    assert text(builder) == "text:a,b"


def test_how_a_group_holds_together_can_be_changed(show: Show) -> None:
    builder = show("tag:a tag:b")
    builder.joined_picked((), "none")
    assert text(builder) == "-(tag:a OR tag:b)"


def test_values_that_change_from_outside_leave_the_keyboard_where_it_is(qtbot: QtBot, show: Show) -> None:
    builder = show("tag:a replies:<3")
    number = builder.conditions[1].value
    number.setFocus()
    qtbot.waitUntil(number.hasFocus)
    builder.show_form(form_of(parse("tag:a,b replies:<30")))
    assert number.hasFocus()
    assert number.values == ("30",)
