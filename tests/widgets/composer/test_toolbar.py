"""The tools above the text: what they make of a selection, that they take it back, and their keys."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from widgets.composer.editor import Editor

CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


def show(editor: Editor, marked: str) -> None:
    """Show a text; what stands between ``<`` and ``>`` is selected, or ``|`` is where the cursor is."""
    if "|" in marked:
        start = end = marked.index("|")
        text = marked.replace("|", "")
    else:
        start, end = marked.index("<"), marked.rindex(">") - 1
        text = marked[:start] + marked[start + 1 : end + 1] + marked[end + 2 :]
    editor.set_text(text)
    cursor = editor.field.textCursor()
    cursor.setPosition(start)
    cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
    editor.field.setTextCursor(cursor)


def shown(editor: Editor) -> str:
    """The text with its selection or cursor marked in the same way."""
    text, cursor = editor.text(), editor.field.textCursor()
    start, end = cursor.selectionStart(), cursor.selectionEnd()
    if start == end:
        return f"{text[:start]}|{text[start:]}"
    return f"{text[:start]}<{text[start:end]}>{text[end:]}"


@pytest.mark.parametrize(
    ("tool", "before", "after"),
    [
        ("bold", "een <goed> plan", "een **<goed>** plan"),
        ("bold", "een **<goed>** plan", "een <goed> plan"),
        ("bold", "een <**goed**> plan", "een <goed> plan"),
        ("bold", "een < goed > plan", "een  **<goed>**  plan"),
        ("bold", "een go|ed plan", "een **go|ed** plan"),
        ("bold", "een **go|ed** plan", "een go|ed plan"),
        ("bold", "een | plan", "een **|** plan"),
        ("bold", "een **|** plan", "een | plan"),
        ("bold", "*<schuin>*", "***<schuin>***"),
        ("italic", "***<beide>***", "**<beide>**"),
        ("italic", "**<vet>**", "***<vet>***"),
        ("italic", "een <goed> plan", "een *<goed>* plan"),
        ("italic", "een *<goed>* plan", "een <goed> plan"),
        ("bold", "- <een\n- twee>", "- <**een**\n- **twee**>"),
        ("bold", "- <**een**\n- **twee**>", "- <een\n- twee>"),
        ("list", "<een\ntwee>", "<- een\n- twee>"),
        ("list", "<- een\n- twee>", "<een\ntwee>"),
        ("list", "<- een\n\ntwee>", "<- een\n\n- twee>"),
        ("list", "<1. een\n2. twee>", "<een\ntwee>"),
        ("list", "ee|n", "- ee|n"),
        ("list", "|", "- |"),
        ("quote", "wat zij z|ei", "> wat zij z|ei"),
        ("quote", "> wat zij z|ei", "wat zij z|ei"),
        ("link", "zie <deze kaart> hier", "zie [deze kaart](<https://>) hier"),
        ("link", "zie [deze k|aart](https://x.nl) hier", "zie <deze kaart> hier"),
        ("link", "zie <https://x.nl/a> hier", "zie [|](https://x.nl/a) hier"),
        ("link", "|", "[|](https://)"),
        ("mention", "vraag |", "vraag @|"),
        ("mention", "vraag|", "vraag @|"),
    ],
)
def test_a_tool_does_its_work_on_the_selection_and_undo_takes_it_back_at_once(
    editor: Editor, tool: str, before: str, after: str
) -> None:
    QGuiApplication.clipboard().clear()
    show(editor, before)
    text = editor.text()
    editor.actions_[tool].trigger()
    assert shown(editor) == after
    editor.field.undo()
    assert editor.text() == text


def test_a_copied_address_is_what_the_link_goes_to(editor: Editor) -> None:
    QGuiApplication.clipboard().setText("https://x.nl/kaart")
    show(editor, "zie <deze kaart>")
    editor.actions_["link"].trigger()
    assert shown(editor) == "zie [deze kaart](https://x.nl/kaart)|"


@pytest.mark.parametrize(
    ("key", "modifiers", "after"),
    [
        (Qt.Key.Key_B, CONTROL, "**<goed>**"),
        (Qt.Key.Key_I, CONTROL, "*<goed>*"),
        (Qt.Key.Key_K, CONTROL, "[goed](<https://>)"),
        (Qt.Key.Key_8, CONTROL | SHIFT, "- <goed>"),
        (Qt.Key.Key_9, CONTROL | SHIFT, "> <goed>"),
    ],
)
def test_keys_do_the_same(editor: Editor, key: Qt.Key, modifiers: Qt.KeyboardModifier, after: str) -> None:
    QGuiApplication.clipboard().clear()
    show(editor, "<goed>")
    QTest.keyClick(editor.field, key, modifiers)
    assert shown(editor) == after


def test_a_tool_tells_that_the_text_changed(editor: Editor, qtbot: QtBot) -> None:
    show(editor, "<goed>")
    with qtbot.waitSignal(editor.changed, timeout=0):
        editor.actions_["bold"].trigger()


def test_the_tools_are_one_stop_for_tab_and_arrows_go_on_from_there(editor: Editor) -> None:
    tools = list(editor.toolbar.buttons.values())
    stops = [tool for tool in tools if tool.focusPolicy() & Qt.FocusPolicy.TabFocus]
    assert stops == tools[:1]
    tools[0].setFocus()
    QTest.keyClick(tools[0], Qt.Key.Key_Right)
    assert QApplication.focusWidget() is tools[1]
    QTest.keyClick(tools[1], Qt.Key.Key_End)
    assert QApplication.focusWidget() is tools[-1]
    QTest.keyClick(tools[-1], Qt.Key.Key_Right)
    assert QApplication.focusWidget() is tools[0]


def test_everything_has_a_name_and_a_key(editor: Editor) -> None:
    named: list[QWidget] = [*editor.toolbar.buttons.values(), editor.field, editor.toolbar, editor.switch]
    assert all(widget.accessibleName() for widget in named)
    assert all("(" in action.toolTip() for action in editor.actions_.by_name.values())


def test_a_tool_s_key_is_the_tool_s_also_where_the_system_uses_it_in_text(editor: Editor) -> None:
    key = QKeyEvent(QEvent.Type.ShortcutOverride, Qt.Key.Key_K, CONTROL)
    QApplication.sendEvent(editor.field, key)
    assert not key.isAccepted()
    letter = QKeyEvent(QEvent.Type.ShortcutOverride, Qt.Key.Key_K, Qt.KeyboardModifier.NoModifier, "k")
    QApplication.sendEvent(editor.field, letter)
    assert letter.isAccepted()


def test_while_it_is_sent_nothing_can_be_changed(editor: Editor, qtbot: QtBot) -> None:
    QGuiApplication.clipboard().setText("geplakt")
    show(editor, "<goed>")
    editor.set_busy(True)
    QTest.keyClick(editor.field, Qt.Key.Key_B, CONTROL)
    QTest.keyClicks(editor.field, "x")
    QTest.keyClick(editor.field, Qt.Key.Key_Return)
    QTest.keyClick(editor.field, Qt.Key.Key_V, CONTROL | SHIFT)
    assert editor.text() == "goed"
    with qtbot.assertNotEmitted(editor.send_wanted):
        QTest.keyClick(editor.field, Qt.Key.Key_Return, CONTROL)
    editor.set_busy(False)
    QTest.keyClick(editor.field, Qt.Key.Key_B, CONTROL)
    assert editor.text() == "**goed**"
