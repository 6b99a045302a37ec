"""Hiding posts like one: the line under the timeline, ready-made rules, files of rules."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from app.client import Client
from app.filters.rules import Rule
from app.ruling import Ruling
from app.sharing import bring_in, planned, write_out
from sync.store.rows import Place
from tests.widgets.filters.conftest import NEWSLETTER
from widgets.filters.hidden_footer import HiddenFooter
from widgets.filters.import_dialog import ImportDialog
from widgets.filters.like_this import LikeThis
from widgets.theme import Theme

Keep = Callable[..., Rule]


def popover(ruling: Ruling, theme: Theme, window: QWidget) -> LikeThis:
    found = ruling.alike(NEWSLETTER)
    assert found is not None
    return LikeThis(*found, theme, window)


def test_a_topic_gives_rules_with_how_much_each_touches(
    qtbot: QtBot, ruling: Ruling, theme: Theme, window: QWidget
) -> None:
    made = popover(ruling, theme, window)
    assert [button.accessibleName() for button in made.buttons] == [
        "In the group Web; 3 in 30 days",
        "By Bram Willems; 4 in 30 days",
        "By people of NVWA; 4 in 30 days",
        "With the tag #internal; 1 in 30 days",
        "Of the kind announcement; 3 in 30 days",
        "With “newsletter” in the title; 2 in 30 days",
    ]
    with qtbot.waitSignal(made.chosen) as chosen:
        made.buttons[3].click()
    rule = chosen.args[0]
    assert (rule.text, rule.action, rule.name) == ("tag:internal", "hide", "With the tag #internal")


def test_the_popover_is_walked_by_keyboard_and_left_with_escape(
    qtbot: QtBot, ruling: Ruling, theme: Theme, window: QWidget
) -> None:
    before = QWidget(window)
    before.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    window.show()
    before.setFocus()
    made = popover(ruling, theme, window)
    made.pop_up(window.mapToGlobal(window.rect().center()))
    qtbot.waitUntil(made.buttons[0].hasFocus)
    QTest.keyClick(made.buttons[0], Qt.Key.Key_Down)
    assert made.buttons[1].hasFocus()
    QTest.keyClick(made.buttons[1], Qt.Key.Key_Up)
    QTest.keyClick(made.buttons[0], Qt.Key.Key_Up)
    assert made.adjust.hasFocus()
    with qtbot.waitSignal(made.destroyed):
        QTest.keyClick(made.adjust, Qt.Key.Key_Escape)
    assert QApplication.focusWidget() is before


def test_adjusting_begins_with_the_group_and_the_kind(
    qtbot: QtBot, ruling: Ruling, theme: Theme, window: QWidget
) -> None:
    made = popover(ruling, theme, window)
    with qtbot.waitSignal(made.edit_wanted) as wanted:
        made.adjust.click()
    assert wanted.args[0].text == "group:Web kind:announcement"


def test_the_footer_counts_and_asks(qtbot: QtBot, ruling: Ruling, keep: Keep, theme: Theme) -> None:
    keep("a", "title:newsletter")
    keep("b", "kind:event")
    hidden = ruling.hidden(Place())
    footer = HiddenFooter(theme)
    qtbot.addWidget(footer)
    footer.show_hidden(hidden.topics, hidden.rules, shown=False)
    assert footer.text == "3 hidden by 2 rules"
    with qtbot.waitSignal(footer.toggled) as toggled:
        footer.button.click()
    assert toggled.args == [True]
    assert footer.button.text() == "Hide again"
    footer.show_hidden(0, 0, shown=False)
    assert footer.text == ""


def test_the_words_that_matched_are_told_most_telling_first(ruling: Ruling, keep: Keep) -> None:
    rule = keep("Quiet", "kind:announcement (title:newsletter OR tag:internal)")
    why = ruling.reasons([(NEWSLETTER, rule.id)])
    assert why == {(NEWSLETTER, rule.id): ("Quiet", ("newsletter", "internal", "announcement"))}


def test_a_file_is_told_before_it_is_taken_in(
    qtbot: QtBot, client: Client, ruling: Ruling, keep: Keep, theme: Theme, tmp_path: Path
) -> None:
    keep("Same", "kind:link")
    keep("Mine", "kind:event")
    file = tmp_path / "rules.json"
    assert write_out(client, file) == 2
    document = json.loads(file.read_text(encoding="utf-8"))
    document["rules"][1]["when"] = "kind:question"
    document["rules"].append({"name": "New", "when": "tag:a", "action": "dim"})
    file.write_text(json.dumps(document), encoding="utf-8")
    plan = planned(client, file, "en")
    assert [(entry.theirs.name, entry.state) for entry in plan.entries] == [
        ("Same", "same"),
        ("Mine", "conflict"),
        ("New", "new"),
    ]
    dialog = ImportDialog(plan, "en", theme)
    qtbot.addWidget(dialog)
    assert list(dialog.choices) == [1]
    dialog.choices[1].setCurrentIndex(dialog.choices[1].findData("theirs"))
    with qtbot.waitSignal(dialog.confirmed) as confirmed:
        dialog.take.click()
    bring_in(client, plan, confirmed.args[0], None)
    assert [(rule.name, rule.text) for rule in ruling.listed().rules] == [
        ("Same", "kind:link"),
        ("Mine", "kind:question"),
        ("New", "tag:a"),
    ]
