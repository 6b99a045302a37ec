"""Typing, pasting, previewing: lists that go on, keys that leave, plain text in, the reader's look out."""

from __future__ import annotations

import time
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from sync.connectors.base import PostLimits
from tests.widgets.composer.test_toolbar import show, shown
from widgets.background import Background
from widgets.composer.editor import Editor
from widgets.composer.field import MOST_PASTED
from widgets.theme import dark_theme

CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
ENTER, TAB = Qt.Key.Key_Return, Qt.Key.Key_Tab


def paste(editor: Editor, text: str, html: str = "") -> None:
    copied = QMimeData()
    copied.setText(text)
    if html:
        copied.setHtml(html)
    QGuiApplication.clipboard().setMimeData(copied)
    editor.field.paste()


def drop(editor: Editor, dragged: QMimeData) -> None:
    """Drag something over the text and let go of it."""
    place, left, none = QPoint(5, 5), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    viewport = editor.field.viewport()
    QApplication.sendEvent(viewport, QDragEnterEvent(place, Qt.DropAction.CopyAction, dragged, left, none))
    QApplication.sendEvent(viewport, QDropEvent(place, Qt.DropAction.CopyAction, dragged, left, none))


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("- een|", "- een\n- |"),
        ("* een|twee", "* een\n* |twee"),
        ("  - diep|", "  - diep\n  - |"),
        ("9. negen|", "9. negen\n10. |"),
        ("1) een|", "1) een\n2) |"),
        ("- [x] klaar|", "- [x] klaar\n- [ ] |"),
        ("> gezegd|", "> gezegd\n> |"),
        ("> - punt|", "> - punt\n> - |"),
        ("- een\n- |", "- een\n|"),
        ("- een\n  - |", "- een\n- |"),
        ("> |", "|"),
        ("gewoon|", "gewoon\n|"),
        ("-geen lijst|", "-geen lijst\n|"),
        ("|- een", "\n|- een"),
        ("```\n- code|", "```\n- code\n|"),
    ],
)
def test_enter_goes_on_with_a_list_and_ends_it(editor: Editor, before: str, after: str) -> None:
    show(editor, before)
    QTest.keyClick(editor.field, ENTER)
    assert shown(editor) == after


@pytest.mark.parametrize(
    ("before", "keys", "after"),
    [
        ("- een\n- tw|ee", [TAB], "- een\n  - tw|ee"),
        ("1. een\n2. tw|ee", [TAB], "1. een\n   2. tw|ee"),
        ("- een\n  - tw|ee", [Qt.Key.Key_Backtab], "- een\n- tw|ee"),
        ("- een\n- <twee\n- drie>", [TAB], "- een\n  - <twee\n  - drie>"),
    ],
)
def test_tab_moves_an_item_in_and_back(editor: Editor, before: str, keys: list[Qt.Key], after: str) -> None:
    show(editor, before)
    for key in keys:
        QTest.keyClick(editor.field, key, SHIFT if key == Qt.Key.Key_Backtab else Qt.KeyboardModifier(0))
    assert shown(editor) == after
    assert editor.field.hasFocus()


@pytest.fixture
def next_field(editor: Editor, qtbot: QtBot) -> Iterator[QLineEdit]:
    """A window with the editor and a field after it."""
    window = QWidget()
    column = QVBoxLayout(window)
    column.addWidget(editor)
    after = QLineEdit()
    column.addWidget(after)
    window.show()
    window.activateWindow()
    editor.setFocus()
    qtbot.waitUntil(editor.field.hasFocus)
    yield after
    editor.setParent(None)
    window.close()


@pytest.mark.parametrize(
    ("text", "keys"),
    [
        ("gewoon|", [(TAB, 0)]),
        ("- een|", [(TAB, 0)]),
        ("- een\n- twee|", [(TAB, CONTROL)]),
        ("- een\n- twee|", [(Qt.Key.Key_Escape, 0), (TAB, 0)]),
        # Whoever goes on pressing Tab comes out too: an item goes no deeper than below the one above it.
        ("- een\n- twee|", [(TAB, 0), (TAB, 0)]),
    ],
)
def test_tab_leaves_the_field_where_it_is_not_for_a_list(
    editor: Editor, next_field: QLineEdit, text: str, keys: list[tuple[Qt.Key, Qt.KeyboardModifier]]
) -> None:
    show(editor, text)
    for key, modifiers in keys:
        QTest.keyClick(editor.field, key, Qt.KeyboardModifier(modifiers))
    assert QApplication.focusWidget() is next_field
    assert "\t" not in editor.text()


def test_shift_tab_goes_back_to_the_tools(editor: Editor) -> None:
    show(editor, "gewoon|")
    QTest.keyClick(editor.field, Qt.Key.Key_Backtab, SHIFT)
    focus = QApplication.focusWidget()
    assert focus is not None
    assert focus is not editor.field
    assert editor.isAncestorOf(focus)


def test_control_enter_wants_it_sent(editor: Editor, qtbot: QtBot) -> None:
    show(editor, "klaar|")
    with qtbot.waitSignal(editor.send_wanted, timeout=0):
        QTest.keyClick(editor.field, ENTER, CONTROL)
    assert editor.text() == "klaar"


def test_a_change_is_told_once_for_each_key_and_not_for_a_text_that_is_shown(editor: Editor) -> None:
    told: list[str] = []
    editor.changed.connect(lambda: told.append(editor.text()))
    editor.set_text("een **vet** woord ")
    assert told == []
    QTest.keyClicks(editor.field, "ab")
    assert told == ["een **vet** woord a", "een **vet** woord ab"]


def test_keys_that_write_are_typing_and_those_that_move_are_not(
    editor: Editor, monkeypatch: pytest.MonkeyPatch
) -> None:
    now = [100.0]
    monkeypatch.setattr(time, "monotonic", lambda: now[0])
    for key, pause in ((Qt.Key.Key_A, 0.2), (Qt.Key.Key_Left, 0.3), (Qt.Key.Key_Backspace, 0.4)):
        QTest.keyClick(editor.field, key)
        now[0] += pause
    assert editor.field.typing.ms == 500


def test_a_paste_is_plain_text_and_is_told(editor: Editor, qtbot: QtBot) -> None:
    with qtbot.waitSignal(editor.pasted, timeout=0) as told:
        paste(editor, "gewone woorden", '<p style="color: red; font-size: 30px">gewone woorden</p>')
    assert told.args == ["gewone woorden"]
    assert editor.text() == "gewone woorden"


@pytest.mark.parametrize(
    ("html", "plain", "written"),
    [
        (
            '<p>Zie <a href="https://x.nl/a">de kaart</a>, <b>let op</b>.</p>'
            "<ul><li>een</li><li>twee</li></ul>",
            "Zie de kaart, let op.\n\neen\ntwee",
            "Zie [de kaart](https://x.nl/a), **let op**.\n\n- een\n- twee",
        ),
        ("<ol><li>een</li><li><i>twee</i></li></ol>", "een\ntwee", "1. een\n2. *twee*"),
        ("<b>vet </b>woord", "vet woord", "**vet** woord"),
        # A script's address, words that were hidden, a table, and marks that say nothing: the plain text.
        ('<a href="javascript:alert(1)">klik</a>', "klik", "klik"),
        ('<b>zicht</b><span style="display:none">geheim</span>', "zicht", "zicht"),
        ("<table><tr><td><b>a</b></td><td>b</td></tr></table>", "a\tb", "a\tb"),
        ('<b style="font-weight:normal">gewoon</b>', "gewoon", "gewoon"),
        ("<b>" * 40_000, "woord", "woord"),
    ],
)
def test_a_look_becomes_markdown_where_that_is_safe(
    editor: Editor, html: str, plain: str, written: str
) -> None:
    paste(editor, plain, html)
    assert editor.text() == written
    editor.field.undo()
    assert editor.text() == ""


def test_control_shift_v_pastes_without_any_look(editor: Editor) -> None:
    copied = QMimeData()
    copied.setText("vet")
    copied.setHtml("<b>vet</b>")
    QGuiApplication.clipboard().setMimeData(copied)
    QTest.keyClick(editor.field, Qt.Key.Key_V, CONTROL | SHIFT)
    assert editor.text() == "vet"


def test_an_address_pasted_over_words_makes_them_a_link(editor: Editor) -> None:
    show(editor, "zie <de kaart> hier")
    paste(editor, "https://x.nl/kaart")
    assert editor.text() == "zie [de kaart](https://x.nl/kaart) hier"


def test_a_dropped_link_is_text(editor: Editor) -> None:
    dragged = QMimeData()
    dragged.setUrls([QUrl("https://x.nl/kaart")])
    dragged.setText("https://x.nl/kaart")
    drop(editor, dragged)
    assert editor.text() == "https://x.nl/kaart"


def test_ten_thousand_lines_are_taken_in_at_once_and_typing_goes_on(editor: Editor) -> None:
    lines = "\n".join(f"regel {number} met **vette** woorden" for number in range(10_000))
    begun = time.perf_counter()
    paste(editor, lines)
    QApplication.processEvents()
    QTest.keyClicks(editor.field, "abc")
    assert time.perf_counter() - begun < 1.0
    assert editor.text() == f"{lines}abc"
    assert "too many" in editor.counter.text()
    editor.field.undo()
    editor.field.undo()
    assert editor.text() == ""


def test_a_paste_beyond_all_measure_is_refused_in_words(editor: Editor) -> None:
    paste(editor, "a" * (MOST_PASTED + 1))
    assert editor.text() == ""
    assert "1000001" in editor.tray.notes[0].words


def test_the_room_that_is_left_is_told_when_it_is_nearly_full(editor: Editor) -> None:
    editor.desk = replace(editor.desk, limits=PostLimits(post_most=100))
    editor.set_text("a" * 90)
    assert editor.counter.isHidden()
    QTest.keyClicks(editor.field, "bb")
    assert not editor.counter.isHidden()
    assert "8" in editor.counter.text()
    editor.insert("c" * 10)
    assert "2" in editor.counter.text()
    assert "too many" in editor.counter.text()


def test_a_quote_stands_on_lines_of_its_own(editor: Editor) -> None:
    show(editor, "Mijn antwoord.|")
    editor.quote('joost"]', "Wat hij\nschreef. ", 3, 12)
    assert shown(editor) == (
        'Mijn antwoord.\n\n[quote="joost), post:3, topic:12"]\nWat hij\nschreef.\n[/quote]\n\n|'
    )
    editor.field.undo()
    assert editor.text() == "Mijn antwoord."


def test_another_text_in_its_place_is_one_step_to_undo(editor: Editor) -> None:
    editor.set_text("eerst")
    editor.rewrite("daarna iets anders")
    assert editor.text() == "daarna iets anders"
    editor.field.undo()
    assert editor.text() == "eerst"


def test_the_preview_is_what_the_reader_shows(editor: Editor, qtbot: QtBot) -> None:
    editor.set_text("een **vet** woord\n\n- punt <script>alert(1)</script>")
    QTest.keyClick(editor.field, Qt.Key.Key_P, CONTROL | SHIFT)
    qtbot.waitUntil(lambda: "<b>vet</b>" in editor.preview.html)
    assert "<li>" in editor.preview.html
    assert "<script" not in editor.preview.html
    assert editor.field.isHidden()
    assert editor.switch.preview.isChecked()
    QTest.mouseClick(editor.switch.write, Qt.MouseButton.LeftButton)
    assert editor.preview.isHidden()
    assert editor.field.hasFocus()


def test_with_room_the_preview_stands_beside_the_text_and_follows_it(editor: Editor, qtbot: QtBot) -> None:
    editor.resize(1000, 420)
    assert not editor.preview.isHidden()
    assert not editor.field.isHidden()
    QTest.keyClicks(editor.field, "een *nieuw* woord")
    qtbot.waitUntil(lambda: "<i>nieuw</i>" in editor.preview.html)
    editor.resize(600, 420)
    assert editor.preview.isHidden()


def test_only_the_newest_preview_is_shown(editor: Editor, background: Background, qtbot: QtBot) -> None:
    slow = editor.desk.render
    asked: list[str] = []

    def render(raw: str) -> str:
        asked.append(raw)
        return slow(raw)

    editor.desk = replace(editor.desk, render=render)
    editor.resize(1000, 420)
    editor.set_text("oud")
    editor.set_text("nieuw")
    qtbot.waitUntil(lambda: "nieuw" in editor.preview.html)
    background.run(lambda: None, lambda _none: None)
    assert "oud" not in editor.preview.html


def test_markdown_is_lightly_coloured(editor: Editor) -> None:
    editor.set_text("een **vet** woord en `code` van @joost\n> gezegd")
    first = editor.field.document().firstBlock()
    bold = {
        first.text()[f.start : f.start + f.length]
        for f in first.layout().formats()
        if f.format.fontWeight() > 500
    }
    assert bold == {"vet"}
    assert len(first.layout().formats()) >= 5
    assert first.next().layout().formats()


def test_lines_are_as_high_as_the_reading_style(editor: Editor) -> None:
    editor.set_text("een\ntwee\n" + "woord " * 60)
    editor.field.moveCursor(QTextCursor.MoveOperation.Start)
    tops = []
    cursor = editor.field.textCursor()
    for position in (0, 4, 9):
        cursor.setPosition(position)
        tops.append(editor.field.cursorRect(cursor).top())
    assert [after - before for before, after in pairwise(tops)] == [24, 24]
    editor.set_theme(dark_theme("Inter", "DejaVu Sans Mono", 2.0))
    cursor.setPosition(0)
    top = editor.field.cursorRect(cursor).top()
    cursor.setPosition(4)
    assert editor.field.cursorRect(cursor).top() - top == 48
