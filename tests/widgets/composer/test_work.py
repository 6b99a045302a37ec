"""What is written is never lost, never sent to others than was seen, and goes out by one button."""

from __future__ import annotations

import json

from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.audience import snapshot
from app.client import Client
from app.drafts import Keeper, begin
from sync import outbox
from sync.outbox import Item
from sync.store import outbox as rows
from tests.widgets.composer.community import (
    CLOSED,
    ESTHER,
    FATIMA,
    GUUS,
    JOOST,
    ME,
    SECRET,
    WEB,
    let_read,
)
from tests.widgets.composer.conftest import Compose, Kept
from widgets.composer.sheet import Sheet
from widgets.composer.work import ComposerWork
from widgets.main_window import MainWindow

TITLE = "Hoe bereik je inwoners zonder formulier?"
TEXT = "Wij zoeken een manier die niet veel tijd kost."


def items(client: Client) -> list[Item]:
    with client.store.reading() as conn:
        return rows.items(conn, sent=False)


def kept_draft(client: Client, **fields: object) -> int:
    return Keeper(client.store, begin()).keep(title=TITLE, raw=TEXT, **fields).result().draft_id


def go_on(qtbot: QtBot, work: ComposerWork, draft_id: int) -> None:
    work.open_draft(draft_id)
    qtbot.waitUntil(lambda: work.is_open)


def test_what_is_typed_is_on_the_disk_a_moment_later(
    qtbot: QtBot, sheet: Sheet, compose: Compose, kept: Kept
) -> None:
    compose(group_id=CLOSED)
    QTest.keyClicks(sheet.title.edit, TITLE)
    qtbot.waitUntil(lambda: [draft.title for draft in kept()] == [TITLE])
    qtbot.waitUntil(lambda: sheet.kept.text().startswith("Draft kept at "))
    sheet.editor.set_text("")
    QTest.keyClicks(sheet.editor.field, "Wij zoeken")
    qtbot.waitUntil(lambda: kept()[0].raw == "Wij zoeken")
    draft = kept()[0]
    assert (draft.group_id, draft.kind, draft.action) == (CLOSED, "question", "topic")
    assert draft.typing_ms > 0


def test_an_untouched_sheet_leaves_no_draft(
    qtbot: QtBot, work: ComposerWork, sheet: Sheet, compose: Compose, kept: Kept
) -> None:
    compose(group_id=CLOSED)
    assert sheet.editor.text()
    work.close()
    qtbot.wait(50)
    assert kept() == []


def test_closing_the_window_keeps_what_was_typed_last(
    qtbot: QtBot, window: MainWindow, sheet: Sheet, compose: Compose, kept: Kept
) -> None:
    compose(group_id=CLOSED)
    QTest.keyClicks(sheet.title.edit, TITLE)
    window.close()
    qtbot.waitUntil(lambda: [draft.title for draft in kept()] == [TITLE])


def test_another_window_in_front_keeps_it_too(
    qtbot: QtBot, window: MainWindow, sheet: Sheet, compose: Compose, kept: Kept
) -> None:
    compose(group_id=CLOSED)
    QTest.keyClick(sheet.title.edit, Qt.Key.Key_H)
    QApplication.sendEvent(window, QEvent(QEvent.Type.WindowDeactivate))
    qtbot.waitUntil(lambda: [draft.title for draft in kept()] == ["h"])


def test_several_drafts_are_kept_beside_each_other(
    qtbot: QtBot, window: MainWindow, work: ComposerWork, sheet: Sheet, compose: Compose, kept: Kept
) -> None:
    compose(group_id=CLOSED)
    QTest.keyClicks(sheet.title.edit, "Een")
    compose(group_id=WEB, kind="experience")
    assert sheet.title.text() == ""
    qtbot.waitUntil(lambda: window.toast.text == "Your draft is kept")
    QTest.keyClicks(sheet.title.edit, "Twee")
    work.close()
    qtbot.waitUntil(lambda: sorted(draft.title for draft in kept()) == ["Een", "Twee"])
    assert {draft.title: draft.group_id for draft in kept()} == {"Een": CLOSED, "Twee": WEB}


def test_a_draft_opens_as_it_was_left(
    qtbot: QtBot, client: Client, work: ComposerWork, sheet: Sheet, kept: Kept
) -> None:
    draft_id = kept_draft(client, group_id=CLOSED, kind="experience", tags='["inwoners"]', typing_ms=4000)
    go_on(qtbot, work, draft_id)
    assert (sheet.title.text(), sheet.editor.text()) == (TITLE, TEXT)
    assert sheet.kinds.kind == "experience"
    assert list(sheet.tags.tags) == ["inwoners"]
    assert sheet.editor.field.hasFocus()
    QTest.keyClicks(sheet.editor.field, " Echt.")
    work.close()
    qtbot.waitUntil(lambda: kept()[0].raw == f"{TEXT} Echt.")
    assert len(kept()) == 1
    assert kept()[0].typing_ms >= 4000


def test_a_spotlight_and_a_link_open_with_their_fields(
    qtbot: QtBot, client: Client, work: ComposerWork, sheet: Sheet
) -> None:
    go_on(qtbot, work, kept_draft(client, group_id=WEB, kind="spotlight"))
    assert sheet.person.person is None
    work.close()
    thanked = Keeper(client.store, begin()).keep(kind="spotlight", title="Dank", raw="Dank je wel, @fatima!")
    go_on(qtbot, work, thanked.result().draft_id)
    assert sheet.person.person is not None
    assert sheet.person.person.name == "Fatima El Amrani"
    work.close()
    shared = Keeper(client.store, begin()).keep(
        kind="link", title="Gids", raw="https://x.nl/gids\n\nLees dit."
    )
    go_on(qtbot, work, shared.result().draft_id)
    assert sheet.address.text() == "https://x.nl/gids"
    assert sheet.editor.text() == "Lees dit."


def test_one_button_puts_it_in_the_outbox(
    qtbot: QtBot,
    client: Client,
    window: MainWindow,
    work: ComposerWork,
    sheet: Sheet,
    compose: Compose,
    kept: Kept,
) -> None:
    compose(group_id=CLOSED)
    QTest.keyClicks(sheet.title.edit, TITLE)
    sheet.editor.set_text("")
    QTest.keyClicks(sheet.editor.field, TEXT)
    QTest.keyClick(sheet.editor.field, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: not work.is_open)
    assert not sheet.isVisible()
    (item,) = items(client)
    assert (item.action, item.group_id, item.title, item.raw) == ("topic", CLOSED, TITLE, TEXT)
    assert item.kind == "question"
    assert item.typing_ms > 0
    assert json.loads(item.audience)["ids"] == [FATIMA, JOOST, ESTHER]
    assert kept() == []
    qtbot.waitUntil(lambda: "Participatie" in window.toast.text)


def test_headings_that_nothing_was_written_under_do_not_go_along(
    qtbot: QtBot, client: Client, work: ComposerWork, sheet: Sheet, compose: Compose
) -> None:
    compose(group_id=CLOSED, title=TITLE)
    assert "**What have you tried already?**" in sheet.editor.text()
    sheet.editor.insert(TEXT)
    sheet.share.click()
    qtbot.waitUntil(lambda: not work.is_open)
    assert TEXT in items(client)[0].raw
    assert items(client)[0].raw.count("**") <= 2


def test_what_is_missing_is_said_where_it_is_missing(sheet: Sheet, compose: Compose, client: Client) -> None:
    compose(group_id=CLOSED)
    sheet.share.click()
    assert "title" in sheet.warning.accessibleName()
    assert sheet.title.edit.hasFocus()
    QTest.keyClicks(sheet.title.edit, "Kort")
    assert not sheet.warning.isVisible()
    sheet.share.click()
    assert "at least 15" in sheet.warning.accessibleName()
    QTest.keyClicks(sheet.title.edit, " maar nu lang genoeg?")
    sheet.share.click()
    assert sheet.editor.field.hasFocus()
    assert items(client) == []


def test_a_draft_that_cannot_be_sent_says_why_and_can_go_elsewhere(
    qtbot: QtBot, client: Client, work: ComposerWork, sheet: Sheet
) -> None:
    go_on(qtbot, work, kept_draft(client, group_id=404, reason=outbox.GROUP_LEFT))
    assert "no longer in this group" in sheet.warning.accessibleName()
    assert sheet.editor.text() == TEXT
    sheet.warning.buttons[0].click()
    assert sheet.side.group.hasFocus()
    sheet.side.group.picked.emit(WEB)
    assert not sheet.warning.isVisible()
    qtbot.waitUntil(lambda: sheet.audience is not None)
    sheet.share.click()
    qtbot.waitUntil(lambda: not work.is_open)
    assert items(client)[0].group_id == WEB


def test_who_joined_since_it_was_written_is_named_before_it_goes(
    qtbot: QtBot, client: Client, work: ComposerWork, sheet: Sheet
) -> None:
    with client.store.reading() as conn:
        seen = snapshot(conn, CLOSED)
    draft_id = kept_draft(client, group_id=CLOSED, audience=seen)
    let_read(client, ME, FATIMA, JOOST, ESTHER, GUUS)
    go_on(qtbot, work, draft_id)
    assert "1 person newly reads along" in sheet.warning.accessibleName()
    assert "Guus Veldman (IenW)" in sheet.warning.accessibleName()
    change = sheet.warning.buttons[1]
    change.click()
    assert not sheet.warning.isVisible()
    sheet.share.click()
    qtbot.waitUntil(lambda: sheet.warning.isVisible())
    assert items(client) == []
    sheet.warning.buttons[0].click()
    qtbot.waitUntil(lambda: not work.is_open)
    assert json.loads(items(client)[0].audience)["ids"] == [FATIMA, JOOST, ESTHER, GUUS]


def test_who_joins_while_one_writes_holds_it_too(
    qtbot: QtBot, client: Client, sheet: Sheet, compose: Compose
) -> None:
    compose(group_id=CLOSED, title=TITLE, raw=TEXT)
    let_read(client, ME, FATIMA, JOOST, ESTHER, GUUS)
    sheet.share.click()
    qtbot.waitUntil(lambda: sheet.warning.isVisible())
    assert "Guus Veldman (IenW)" in sheet.warning.accessibleName()
    assert sheet.share.isEnabled()
    assert items(client) == []


def test_a_passage_from_a_closed_group_is_noticed_when_it_is_pasted(
    qtbot: QtBot, sheet: Sheet, compose: Compose, work: ComposerWork, client: Client
) -> None:
    compose(group_id=WEB, title=TITLE, raw="Kijk eens:\n\n")
    QApplication.clipboard().setText(SECRET)
    QTest.keyClick(sheet.editor.field, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: sheet.warning.isVisible())
    said = sheet.warning.accessibleName()
    assert "Participatie" in said
    assert "Webredactie" in said
    sheet.warning.buttons[0].click()
    assert SECRET not in sheet.editor.text()
    assert "https://community.test/t/-/3" in sheet.editor.text()
    assert "Kijk eens:" in sheet.editor.text()
    sheet.share.click()
    qtbot.waitUntil(lambda: not work.is_open)
    assert SECRET not in items(client)[0].raw


def test_a_passage_from_a_closed_group_holds_what_is_shared(
    qtbot: QtBot, client: Client, sheet: Sheet, compose: Compose, work: ComposerWork
) -> None:
    compose(group_id=WEB, title=TITLE, raw=f"Ik hoorde dit. {SECRET}.")
    sheet.share.click()
    qtbot.waitUntil(lambda: sheet.warning.isVisible())
    assert "Participatie" in sheet.warning.accessibleName()
    assert items(client) == []
    sheet.warning.buttons[1].click()
    qtbot.waitUntil(lambda: not work.is_open)
    assert SECRET in items(client)[0].raw


def test_within_the_closed_group_itself_nothing_is_asked(
    qtbot: QtBot, client: Client, sheet: Sheet, compose: Compose, work: ComposerWork
) -> None:
    compose(group_id=CLOSED, title=TITLE, raw=f"Ik hoorde dit. {SECRET}.")
    sheet.share.click()
    qtbot.waitUntil(lambda: not work.is_open)
    assert len(items(client)) == 1


def full(client: Client, pages: int) -> None:
    client.store.maintain(lambda conn: conn.execute(f"PRAGMA max_page_count = {pages}").fetchone())


def test_a_full_disk_is_said_at_once_and_the_text_is_kept_when_there_is_room(
    qtbot: QtBot, client: Client, sheet: Sheet, compose: Compose, kept: Kept
) -> None:
    composition = compose(group_id=CLOSED)
    full(client, 1)
    long = "Veel tekst die niet meer past. " * 2000
    sheet.editor.set_text("")
    sheet.editor.insert(long)
    qtbot.waitUntil(lambda: sheet.warning.isVisible())
    assert "no room" in sheet.warning.accessibleName()
    assert sheet.kept.text() == "Not kept"
    assert sheet.editor.text() == long
    assert composition.keeping.unsaved
    full(client, 1_000_000)
    qtbot.waitUntil(lambda: not sheet.warning.isVisible(), timeout=10_000)
    assert kept()[0].raw == long
    assert sheet.kept.text().startswith("Draft kept at ")


def test_a_full_disk_at_closing_keeps_the_text_in_memory(
    qtbot: QtBot, client: Client, work: ComposerWork, sheet: Sheet, compose: Compose, kept: Kept
) -> None:
    compose(group_id=CLOSED)
    full(client, 1)
    long = "Veel tekst die niet meer past. " * 2000
    sheet.editor.set_text("")
    sheet.editor.insert(long)
    work.close()
    compose(group_id=WEB, title="Iets anders")
    full(client, 1_000_000)
    qtbot.waitUntil(lambda: any(draft.raw == long for draft in kept()), timeout=20_000)


def test_a_draft_that_is_gone_is_said_so(qtbot: QtBot, window: MainWindow, work: ComposerWork) -> None:
    work.open_draft(12_345)
    qtbot.waitUntil(lambda: "not there any more" in window.toast.text)
    assert not work.is_open


def test_undo_brings_the_draft_back_in_the_sheet(
    qtbot: QtBot, client: Client, window: MainWindow, work: ComposerWork, sheet: Sheet, compose: Compose
) -> None:
    compose(group_id=CLOSED, title=TITLE, raw=TEXT)
    sheet.share.click()
    qtbot.waitUntil(lambda: "Participatie" in window.toast.text)
    window.toast.act()
    qtbot.waitUntil(lambda: work.is_open)
    assert (sheet.title.text(), sheet.editor.text()) == (TITLE, TEXT)
    assert items(client) == []


def test_what_is_asked_for_while_something_is_sent_comes_after_it(
    qtbot: QtBot, client: Client, work: ComposerWork, sheet: Sheet, compose: Compose, kept: Kept
) -> None:
    compose(group_id=CLOSED, title=TITLE, raw=TEXT)
    sheet.share.click()
    work.compose(kind="experience", title="Iets anders")
    work.close()
    qtbot.waitUntil(lambda: sheet.title.text() == "Iets anders")
    assert [item.title for item in items(client)] == [TITLE]
    qtbot.wait(50)
    assert TITLE not in [draft.title for draft in kept()]


def test_the_same_draft_is_opened_once(
    qtbot: QtBot, client: Client, work: ComposerWork, sheet: Sheet
) -> None:
    draft_id = kept_draft(client, group_id=CLOSED)
    go_on(qtbot, work, draft_id)
    first = work.composition
    QTest.keyClicks(sheet.editor.field, " Echt.")
    work.open_draft(draft_id)
    qtbot.wait(50)
    assert work.composition is first
    assert sheet.editor.text() == f"{TEXT} Echt."


def test_what_is_found_for_one_draft_is_not_shown_with_another(
    qtbot: QtBot, sheet: Sheet, compose: Compose
) -> None:
    compose(group_id=CLOSED)
    QTest.keyClicks(sheet.title.edit, "Hoe doe je straatgesprekken met inwoners?")
    before = compose(group_id=WEB)
    before.changed()
    qtbot.waitUntil(lambda: before.advice is not None)
    assert not sheet.side.similar.isVisible()
    assert sheet.side.suggestion.text == ""


def test_a_draft_of_an_answer_opens_under_its_topic(
    qtbot: QtBot, client: Client, window: MainWindow, work: ComposerWork
) -> None:
    draft = Keeper(client.store, begin("reply", topic_id=4)).keep(raw="Wij gebruiken er twee.").result()
    work.open_draft(draft.draft_id)
    qtbot.waitUntil(lambda: window.topic_pane().reader.topic == 4)
    assert not work.is_open


def test_a_group_one_may_not_write_in_is_not_chosen(qtbot: QtBot, work: ComposerWork, sheet: Sheet) -> None:
    work.compose(group_id=12, title=TITLE, raw=TEXT)
    qtbot.wait(50)
    assert sheet.side.group.chosen is None
    assert sheet.audience is None


def test_offline_it_says_that_it_goes_later(window: MainWindow, sheet: Sheet, compose: Compose) -> None:
    window.actions_["offline"].setChecked(True)
    compose(group_id=CLOSED)
    assert sheet.state.text() == "Offline: goes along as soon as it can."
