"""Names while one types: when they are offered, how one is taken, and that they never stand in the way."""

from __future__ import annotations

import threading
from dataclasses import replace

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.composer.complete import Completion, Completions
from sync.images import ImageFolder
from sync.store.database import Store
from tests.widgets.reader.topics import png
from widgets.background import Background
from widgets.composer.completing import NameCompletion
from widgets.composer.editor import Editor
from widgets.faces import Faces
from widgets.theme import dark_theme


def type_and_wait(qtbot: QtBot, editor: Editor, keys: str, labels: list[str]) -> NameCompletion:
    """Type, and wait until exactly these names are offered."""
    QTest.keyClicks(editor.field, keys)
    qtbot.waitUntil(lambda: editor.names.labels == labels)
    return editor.names


def settle(qtbot: QtBot, background: Background) -> None:
    """Let everything that was asked in the background come back."""
    told: list[None] = []
    background.run(lambda: None, told.append)
    qtbot.waitUntil(lambda: bool(told))


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Tab])
def test_enter_and_tab_take_the_marked_name(editor: Editor, qtbot: QtBot, key: Qt.Key) -> None:
    names = type_and_wait(qtbot, editor, "vraag @jo", ["Joost van Dijk", "Jolanda Prins"])
    QTest.keyClick(names.popup, key)
    assert editor.text() == "vraag @joost.vandijk "
    assert not names.shown
    assert editor.field.hasFocus()


def test_taking_a_name_is_one_step_to_undo(editor: Editor, qtbot: QtBot) -> None:
    names = type_and_wait(qtbot, editor, "@jo", ["Joost van Dijk", "Jolanda Prins"])
    QTest.keyClick(names.popup, Qt.Key.Key_Down)
    QTest.keyClick(names.popup, Qt.Key.Key_Return)
    assert editor.text() == "@jolanda "
    editor.field.undo()
    assert editor.text() == "@jo"


def test_a_click_takes_a_name(editor: Editor, qtbot: QtBot) -> None:
    names = type_and_wait(qtbot, editor, "@jo", ["Joost van Dijk", "Jolanda Prins"])
    place = names.popup.visualRect(names.popup.model().index(1, 0)).center()
    QTest.mouseClick(names.popup.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place)
    assert editor.text() == "@jolanda "


def test_typing_goes_on_under_the_list_and_narrows_it(editor: Editor, qtbot: QtBot) -> None:
    names = type_and_wait(qtbot, editor, "@jo", ["Joost van Dijk", "Jolanda Prins"])
    QTest.keyClick(names.popup, Qt.Key.Key_L)
    qtbot.waitUntil(lambda: names.labels == ["Jolanda Prins"])
    assert editor.text() == "@jol"


def test_a_name_goes_in_between_words_without_a_second_blank(editor: Editor, qtbot: QtBot) -> None:
    editor.set_text("vraag  of zij")
    cursor = editor.field.textCursor()
    cursor.setPosition(6)
    editor.field.setTextCursor(cursor)
    names = type_and_wait(qtbot, editor, "@pet", ["Petra Nijhuis"])
    QTest.keyClick(names.popup, Qt.Key.Key_Return)
    assert editor.text() == "vraag @petra of zij"


def test_groups_are_offered_too(editor: Editor, qtbot: QtBot) -> None:
    names = type_and_wait(qtbot, editor, "zie #part", ["Participatie"])
    spoken = names.popup.currentIndex().data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "Participatie, closed group"
    QTest.keyClick(names.popup, Qt.Key.Key_Return)
    assert editor.text() == "zie #participatie "


def test_after_the_sign_alone_enter_is_a_new_line(editor: Editor, qtbot: QtBot) -> None:
    QTest.keyClicks(editor.field, "@")
    qtbot.waitUntil(lambda: editor.names.shown)
    QTest.keyClick(editor.names.popup, Qt.Key.Key_Return)
    assert editor.text() == "@\n"
    assert not editor.names.shown


def test_escape_closes_the_list_and_it_stays_closed_for_this_name(
    editor: Editor, qtbot: QtBot, background: Background
) -> None:
    names = type_and_wait(qtbot, editor, "@jo", ["Joost van Dijk", "Jolanda Prins"])
    QTest.keyClick(names.popup, Qt.Key.Key_Escape)
    assert not names.shown
    QTest.keyClicks(editor.field, "o")
    settle(qtbot, background)
    assert not names.shown
    QTest.keyClick(editor.field, Qt.Key.Key_Return)
    type_and_wait(qtbot, editor, "@pet", ["Petra Nijhuis"])


@pytest.mark.parametrize("typed", ["gewone woorden", "petra@joo", "@joost.vandijk", "@zzz"])
def test_nothing_is_offered_where_nothing_is_asked(
    editor: Editor, qtbot: QtBot, background: Background, typed: str
) -> None:
    QTest.keyClicks(editor.field, typed)
    settle(qtbot, background)
    assert not editor.names.shown


def test_code_is_left_alone(editor: Editor, qtbot: QtBot, background: Background) -> None:
    editor.set_text("```\n")
    QTest.keyClicks(editor.field, "@jo")
    settle(qtbot, background)
    assert not editor.names.shown


def test_a_step_away_closes_the_list(editor: Editor, qtbot: QtBot) -> None:
    names = type_and_wait(qtbot, editor, "@jo", ["Joost van Dijk", "Jolanda Prins"])
    QTest.keyClick(names.popup, Qt.Key.Key_Left)
    assert not names.shown
    assert editor.text() == "@jo"


def test_an_answer_that_comes_too_late_is_not_shown(
    editor: Editor, qtbot: QtBot, background: Background
) -> None:
    may_answer = threading.Event()
    asked = editor.desk.complete

    def slow(before: str) -> Completions | None:
        may_answer.wait(10)
        return asked(before)

    editor.desk = replace(editor.desk, complete=slow)
    QTest.keyClicks(editor.field, "@jo")
    editor.set_text("iets anders")
    may_answer.set()
    settle(qtbot, background)
    assert not editor.names.shown
    assert editor.text() == "iets anders"


def test_names_that_cannot_be_read_do_not_stop_the_typing(
    editor: Editor, qtbot: QtBot, background: Background
) -> None:
    def broken(_before: str) -> Completions | None:
        raise OSError

    editor.desk = replace(editor.desk, complete=broken)
    QTest.keyClicks(editor.field, "@jo")
    settle(qtbot, background)
    assert editor.text() == "@jo"


def test_a_screen_reader_hears_name_and_organisation(editor: Editor, qtbot: QtBot) -> None:
    names = type_and_wait(qtbot, editor, "@jo", ["Joost van Dijk", "Jolanda Prins"])
    spoken = names.popup.currentIndex().data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "Joost van Dijk, Ministerie van BZK"
    assert names.popup.accessibleName()


def test_rows_are_drawn_with_face_name_and_organisation(editor: Editor, qtbot: QtBot) -> None:
    editor.set_theme(dark_theme("Inter", "DejaVu Sans Mono"))
    names = type_and_wait(qtbot, editor, "@jo", ["Joost van Dijk", "Jolanda Prins"])
    picture = names.popup.grab().toImage()
    colours = {picture.pixelColor(x, y).name() for x in range(0, 300, 2) for y in range(4, 30, 2)}
    assert dark_theme("Inter", "DejaVu Sans Mono").selection.name() in colours
    assert names.popup.height() >= 2 * 32


def test_a_face_that_comes_later_leaves_the_mark_where_it_is(
    editor: Editor, qtbot: QtBot, store: Store, faces: Faces
) -> None:
    with store.reading() as conn:
        key = conn.execute("SELECT avatar FROM members WHERE username = 'joost.vandijk'").fetchone()[0]
    names = type_and_wait(qtbot, editor, "@jo", ["Joost van Dijk", "Jolanda Prins"])
    QTest.keyClick(names.popup, Qt.Key.Key_Down)
    names.popup.grab()
    ImageFolder(store.images).store(key, png(40, 40))
    with qtbot.waitSignal(faces.ready):
        faces.forget({key})
        names.popup.grab()
    QTest.keyClick(names.popup, Qt.Key.Key_Return)
    assert editor.text() == "@jolanda "


def test_the_mention_tool_asks_for_names(editor: Editor, qtbot: QtBot) -> None:
    answers = Completions(0, [Completion("@petra ", "Petra Nijhuis")])
    editor.desk = replace(editor.desk, complete=lambda _before: answers)
    editor.actions_["mention"].trigger()
    qtbot.waitUntil(lambda: editor.names.labels == ["Petra Nijhuis"])
    assert editor.names.popup.currentIndex() == QModelIndex()
