"""Rules in the window: what they hide is counted, explained and one click away."""

from __future__ import annotations

from pathlib import Path

from app.filters.rules import Rule
from sync.store.rows import Place
from tests.end2end.conftest import Desk
from tests.end2end.hands import click, press, row_at, said
from widgets.filters.import_dialog import ImportDialog
from widgets.filters.like_this import LikeThis

NEWSLETTERS = Rule(0, "No newsletters", "kind:announcement title:nieuwsbrief", "hide")


def add(desk: Desk, rule: Rule) -> None:
    desk.work.rules.changes.keep(rule)
    desk.until(lambda: rule.name in desk.window.toast.text)


def titles(desk: Desk) -> list[str]:
    model = desk.window.model
    return [row.title for number in range(model.total) if (row := model.row(number)) is not None]


def newsletters(desk: Desk) -> int:
    return sum(title.startswith("Nieuwsbrief week") for title in titles(desk))


def hide_newsletters(desk: Desk) -> int:
    """Add the rule; how many rows it took away."""
    desk.start_and_fetch()
    desk.until(lambda: newsletters(desk) > 0)
    before = desk.window.model.total
    add(desk, NEWSLETTERS)
    desk.until(lambda: newsletters(desk) == 0)
    desk.until(lambda: desk.window.model.total < before)
    return before - desk.window.model.total


def test_what_a_rule_hides_is_counted_and_one_click_away(desk: Desk) -> None:
    gone = hide_newsletters(desk)
    footer = desk.work.rules.footer
    desk.until(lambda: footer.text == f"{gone} hidden by 1 rule")
    click(footer.button)
    desk.until(lambda: newsletters(desk) > 0)
    assert footer.button.text() == "Hide again"
    click(footer.button)
    desk.until(lambda: newsletters(desk) == 0)


def test_a_shown_topic_says_which_rule_hid_it_and_can_be_left_alone(desk: Desk) -> None:
    hide_newsletters(desk)
    window, footer = desk.window, desk.work.rules.footer
    desk.until(lambda: footer.isVisible())
    click(footer.button)
    desk.until(lambda: newsletters(desk) > 0)
    number = next(n for n in range(window.model.total) if row_at(desk, n).verdict == "hide")
    topic = row_at(desk, number)
    window.view.select(number)
    window.view.acted.emit("except", topic.topic_id)
    desk.until(lambda: row_at(desk, number).verdict != "hide")
    click(footer.button)
    desk.until(lambda: topic.title in titles(desk))


def test_a_rule_is_undone_from_its_message(desk: Desk) -> None:
    hide_newsletters(desk)
    desk.window.toast.act()
    desk.until(lambda: newsletters(desk) > 0)
    desk.until(lambda: not desk.work.rules.footer.isVisible())


def test_the_sidebar_counts_the_rules_and_leads_to_their_page(desk: Desk) -> None:
    hide_newsletters(desk)
    desk.until(lambda: desk.window.overview is not None and desk.window.overview.rules == 1)
    desk.window.activateWindow()
    press(desk, "G,R")
    page = desk.work.rules.page
    assert page is not None
    desk.until(page.isVisible)
    assert not desk.window.pane.isVisible()
    press(desk, "G,T")
    desk.until(desk.window.pane.isVisible)
    assert not page.isVisible()


def test_h_offers_rules_from_the_topic_and_one_key_adds_one(desk: Desk) -> None:
    desk.start_and_fetch()
    window = desk.window
    window.view.select(0)
    desk.until(lambda: window.view.current_topic is not None)
    press(desk, "H")
    desk.until(lambda: window.findChild(LikeThis) is not None)
    card = window.findChild(LikeThis)
    assert card is not None
    click(card.buttons[0])
    desk.until(lambda: "is added" in window.toast.text)
    desk.until(lambda: desk.work.rules.footer.isVisible())


def test_a_rule_that_notifies_tells_of_a_new_topic(desk: Desk) -> None:
    desk.start_and_fetch()
    add(desk, Rule(0, "Tell me", "title:straatgesprek", "notify"))
    desk.window.toast.dismiss()
    desk.server.add_topic(title="Wie komt mee naar het straatgesprek?")
    desk.until_quiet()
    desk.until(lambda: "straatgesprek" in desk.window.toast.text)


def test_hidden_topics_do_not_count_as_unread(desk: Desk) -> None:
    desk.start_and_fetch()
    desk.until(lambda: desk.window.overview is not None and desk.window.overview.counts.timeline > 0)
    add(desk, Rule(0, "Nothing", "before:0d OR since:0d", "hide"))
    desk.until(lambda: desk.window.overview is not None and desk.window.overview.counts.timeline == 0)
    desk.until(lambda: desk.window.pane.shown == "empty")
    desk.window.go(Place("timeline"))


def test_rules_go_to_a_file_and_come_back_from_it(desk: Desk, tmp_path: Path) -> None:
    hide_newsletters(desk)
    rules, file = desk.work.rules, tmp_path / "rules.json"
    rules.files.write(file)
    desk.until(lambda: desk.window.toast.text == "Written to rules.json")
    rules.changes.remove(rules.ruling.listed().rules[0])
    desk.until(lambda: newsletters(desk) > 0)
    rules.files.plan(file)
    desk.until(lambda: desk.window.findChild(ImportDialog) is not None)
    dialog = desk.window.findChild(ImportDialog)
    assert dialog is not None
    assert rules.ruling.listed().rules == []
    click(dialog.take)
    desk.until(lambda: newsletters(desk) == 0)
    assert [rule.name for rule in rules.ruling.listed().rules] == ["No newsletters"]


def test_a_file_that_is_no_rules_is_refused_in_a_sentence(desk: Desk, tmp_path: Path) -> None:
    desk.start_and_fetch()
    file = tmp_path / "broken.json"
    file.write_text("{broken")
    desk.work.rules.files.plan(file)
    desk.until(lambda: bool(desk.window.pane.banner.title))
    assert desk.window.pane.banner.title == "This file does not work"
    assert "Nothing" in said(desk.window.pane.banner)
    desk.work.rules.files.write(tmp_path)
    desk.until(lambda: "irectory" in said(desk.window.pane.banner))
