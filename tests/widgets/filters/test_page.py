"""The page of rules over a real cache: written, watched, kept, ordered and undone."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.filters.rules import Rule
from app.ruling import Ruling
from tests.widgets.filters.conftest import CLOSURE, CRISIS, NEWSLETTER, NOW
from widgets.filters.form import Block, Row
from widgets.filters.page import RulesPage
from widgets.toast import Toast

Keep = Callable[..., Rule]


def names(ruling: Ruling) -> list[str]:
    return [rule.name for rule in ruling.listed().rules]


def begin(qtbot: QtBot, page: RulesPage, text: str = "", name: str = "Mine") -> None:
    """Open a new rule and wait until a whole year of its difference was counted."""
    page.edit(Rule(0, name, text, "hide"))
    if text:
        counted(qtbot, page)


def counted(qtbot: QtBot, page: RulesPage) -> None:
    def whole() -> bool:
        shown = page.editor.difference.shown
        return shown is not None and bool(shown.weeks) and not page.editor.difference.stale

    qtbot.waitUntil(whole)


def test_typing_shows_what_goes_and_which_word_made_it_go(qtbot: QtBot, page: RulesPage) -> None:
    begin(qtbot, page)
    page.editor.text.setPlainText("title:newsletter")
    counted(qtbot, page)
    pane = page.editor.difference
    assert pane.shown is not None
    gone = {days: change.gone for days, change in pane.shown.periods.items()}
    assert gone == {7: 1, 30: 2, 365: 2}
    assert [(row.topic_id, row.why) for row in pane.gone.list.topics] == [
        (NEWSLETTER, "newsletter"),
        (CRISIS, "newsletter"),
    ]
    assert sum(count for _, count in pane.shown.weeks) == 2


def test_a_rule_that_says_nothing_yet_is_counted_and_kept_by_nobody(qtbot: QtBot, page: RulesPage) -> None:
    begin(qtbot, page, "kind:announcement")
    page.editor.text.setPlainText("")
    assert page.editor.difference.shown is None
    assert not page.editor.bar.save.isEnabled()
    page.editor.text.setPlainText("kind:event")
    assert page.editor.bar.save.isEnabled()
    counted(qtbot, page)


def test_the_text_and_the_rows_follow_each_other(qtbot: QtBot, page: RulesPage) -> None:
    begin(qtbot, page, "kind:announcement")
    page.editor.text.setPlainText("kind:announcement replies:<1 (tag:internal OR title:closes)")
    assert page.editor.builder.form.items[1] == Row("replies", "<", ("1",))
    number = page.editor.builder.conditions[1].value
    number.setFocus()
    QTest.keyClicks(number, "2")
    assert "replies:<12" in page.editor.text.toPlainText()
    counted(qtbot, page)


def test_what_cannot_be_read_is_said_and_marked_and_the_rows_stay(qtbot: QtBot, page: RulesPage) -> None:
    begin(qtbot, page, "kind:announcement")
    page.editor.text.setPlainText("kind:nonsense")
    assert page.editor.builder.form == Block("all", (Row("kind", "is", ("announcement",)),))
    assert "kind" in page.editor.error
    assert not page.editor.bar.save.isEnabled()
    assert page.editor.text.extraSelections()
    page.editor.text.setPlainText("kind:link")
    assert page.editor.error == ""
    assert page.editor.bar.save.isEnabled()


def test_undo_and_redo_take_back_rows_and_text_together(qtbot: QtBot, page: RulesPage) -> None:
    begin(qtbot, page, "kind:announcement")
    first = page.editor.draft
    page.editor.builder.add_row()
    page.editor.outcome.action.picked.emit("hide")
    page.editor.text.setFocus()
    page.editor.text.setPlainText("kind:link")
    QTest.keyClick(page.editor.text, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert page.editor.text.toPlainText() == "kind:announcement"
    QTest.keyClick(page.editor.text, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert page.editor.draft == first
    both = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    QTest.keyClick(page.editor, Qt.Key.Key_Z, both)
    QTest.keyClick(page.editor, Qt.Key.Key_Z, both)
    assert page.editor.text.toPlainText() == "kind:link"


def test_keeping_a_rule_hides_from_then_on_and_can_be_undone(
    qtbot: QtBot, page: RulesPage, ruling: Ruling, toast: Toast
) -> None:
    begin(qtbot, page, "title:newsletter", "No newsletters")
    QTest.mouseClick(page.editor.bar.save, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: page.currentWidget() is page.list)
    qtbot.waitUntil(lambda: [row.rule.hits for row in page.list.rows] == [2])
    assert names(ruling) == ["No newsletters"]
    assert "No newsletters" in toast.text
    toast.act()
    qtbot.waitUntil(lambda: page.list.rows == [])
    assert names(ruling) == []


def test_a_rule_that_hides_very_much_is_asked_about_first(
    qtbot: QtBot, page: RulesPage, ruling: Ruling
) -> None:
    begin(qtbot, page, "kind:announcement", "Too much")
    QTest.mouseClick(page.editor.bar.save, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: page.editor.bar.warning != "")
    assert "75%" in page.editor.bar.warning
    assert names(ruling) == []
    QTest.mouseClick(page.editor.bar.save, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: names(ruling) == ["Too much"])


def test_another_change_takes_the_question_away(qtbot: QtBot, page: RulesPage) -> None:
    begin(qtbot, page, "kind:announcement", "Too much")
    QTest.mouseClick(page.editor.bar.save, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: page.editor.bar.warning != "")
    page.editor.text.setPlainText("kind:announcement title:closes")
    assert page.editor.bar.warning == ""


def test_trying_a_rule_on_a_topic_says_which_conditions_hold(qtbot: QtBot, page: RulesPage) -> None:
    begin(qtbot, page, "kind:announcement (title:newsletter OR tag:internal) -group:Crisis")
    page.editor.test.topic_picked.emit(CRISIS)
    qtbot.waitUntil(lambda: page.editor.test.shown is not None and page.editor.test.shown.topic_id == CRISIS)
    shown = page.editor.test.shown
    assert shown is not None
    assert [(check.name, check.holds) for check in shown.checks] == [
        ("kind", True),
        ("title", True),
        ("tag", False),
        ("group", False),
    ]
    assert shown.verdict == "show"
    assert "newsletter" in shown.checks[1].sentence


def test_presets_begin_a_rule(qtbot: QtBot, page: RulesPage) -> None:
    at = page.list.presets.index("Questions only")
    page.list.preset_chosen.emit(at)
    assert page.currentWidget() is page.editor
    assert page.editor.draft.text == "-kind:question"
    counted(qtbot, page)


def test_a_change_that_is_left_can_be_gone_on_with(qtbot: QtBot, page: RulesPage) -> None:
    begin(qtbot, page, "kind:announcement")
    page.editor.text.setPlainText("kind:link")
    with qtbot.waitSignal(page.note) as note:
        QTest.keyClick(page.editor.text, Qt.Key.Key_Escape)
    assert page.currentWidget() is page.list
    note.args[2]()
    assert page.currentWidget() is page.editor
    assert page.editor.draft.text == "kind:link"
    counted(qtbot, page)


def test_rules_are_ordered_by_keyboard_and_what_always_shows_stays_on_top(
    qtbot: QtBot, page: RulesPage, ruling: Ruling, keep: Keep
) -> None:
    for name, action in (("a", "hide"), ("b", "hide"), ("c", "keep")):
        keep(name, "kind:link", action)
    page.refresh()
    qtbot.waitUntil(lambda: [row.rule.name for row in page.list.rows] == ["c", "a", "b"])
    row = page.list.rows[2]
    row.setFocus()
    QTest.keyClick(row, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    qtbot.waitUntil(lambda: names(ruling) == ["c", "b", "a"])
    qtbot.waitUntil(lambda: [row.rule.name for row in page.list.rows] == ["c", "b", "a"])
    focused = next(row for row in page.list.rows if row.hasFocus())
    assert focused.rule.name == "b"
    QTest.keyClick(focused, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert names(ruling) == ["c", "b", "a"]


def test_space_switches_and_delete_removes(qtbot: QtBot, page: RulesPage, ruling: Ruling, keep: Keep) -> None:
    keep("a", "title:newsletter")
    page.refresh()
    qtbot.waitUntil(lambda: len(page.list.rows) == 1)
    page.list.rows[0].setFocus()
    QTest.keyClick(page.list.rows[0], Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: [rule.on for rule in ruling.listed().rules] == [False])
    qtbot.waitUntil(lambda: "off" in page.list.rows[0].accessibleName())
    QTest.keyClick(page.list.rows[0], Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: names(ruling) == [])
    qtbot.waitUntil(lambda: page.list.rows == [])


def test_a_row_is_read_out_as_a_whole(qtbot: QtBot, page: RulesPage, keep: Keep) -> None:
    keep("Quiet", "title:newsletter", until=NOW + 86_400_000)
    page.refresh()
    qtbot.waitUntil(lambda: len(page.list.rows) == 1)
    words = page.list.rows[0].accessibleName()
    for part in ("Quiet", "on", "Hide", "title:newsletter", "until", "2 in 30 days"):
        assert part in words


def test_a_hidden_topic_that_was_answered_is_asked_about(
    qtbot: QtBot, page: RulesPage, ruling: Ruling, keep: Keep
) -> None:
    rule = keep("No questions", "kind:question")
    page.refresh()
    qtbot.waitUntil(lambda: len(page.list.missed.topics) == 1)
    missed = page.list.missed.topics[0]
    assert (missed.rule_id, "No questions" in missed.why) == (rule.id, True)
    page.list.missed.excepted.emit(missed.rule_id, missed.topic_id)
    qtbot.waitUntil(lambda: page.list.missed.topics == ())
    assert ruling.listed().rules[0].exceptions == {missed.topic_id}


def test_the_look_back_is_quiet_for_a_week_once_seen(
    qtbot: QtBot, page: RulesPage, ruling: Ruling, keep: Keep
) -> None:
    keep("No questions", "kind:question")
    page.refresh()
    qtbot.waitUntil(lambda: len(page.list.missed.topics) == 1)
    page.list.missed.dismissed.emit()
    qtbot.waitUntil(lambda: ruling.listed().missed == [])
    assert page.list.missed.topics == ()


def test_names_of_the_cache_complete_the_typing(qtbot: QtBot, page: RulesPage) -> None:
    begin(qtbot, page)
    page.editor.text.setFocus()
    qtbot.waitUntil(page.editor.text.hasFocus)
    QTest.keyClicks(page.editor.text, "group:cr")
    assert page.editor.text.completing.labels == ["Crisis"]
    QTest.keyClick(page.editor.text.completing.list, Qt.Key.Key_Down)
    QTest.keyClick(page.editor.text.completing.list, Qt.Key.Key_Return)
    assert page.editor.text.toPlainText() == "group:Crisis"
    assert page.editor.builder.form.items == (Row("group", "is", ("Crisis",)),)
    counted(qtbot, page)


def test_a_topic_of_the_difference_can_be_read(qtbot: QtBot, page: RulesPage) -> None:
    begin(qtbot, page, "title:closes")
    rows = page.editor.difference.gone.list
    rows.setCurrentIndex(rows.model().index(0, 0))
    with qtbot.waitSignal(page.topic_wanted) as wanted:
        QTest.keyClick(rows, Qt.Key.Key_Return)
    assert wanted.args == [CLOSURE]
    assert QApplication.activePopupWidget() is None
