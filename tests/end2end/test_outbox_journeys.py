"""What comes between writing and arriving: others who join, undo, a topic that goes, a moderator, a loss."""

from __future__ import annotations

from functools import partial
from sqlite3 import Connection

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from sync import checks, readers
from sync.outbox import Item
from sync.store import cursors
from tests.end2end import pen
from tests.end2end.conftest import Desk
from tests.end2end.hands import button, choose, press, said
from tests.end2end.pen import items, kept, row_of

ME = "noor_wijnands"
OPEN, CLOSED = "webredactie", "participatie"
TITLE = "Wie wil meedenken over het buurtgesprek?"
TEXT = "Wij zoeken drie mensen die een avond mee willen denken."
SECRET = "De wethouder wil het buurtgesprek pas na de zomer houden en niet in de wijk zelf"


def forget(name: str, conn: Connection) -> None:
    cursors.put(conn, name, None)


def ask_anew(desk: Desk, *names: str) -> None:
    """What was asked of the community before is asked again with the next round."""
    for name in names:
        desk.window.client.store.write(partial(forget, name))


def somebody_joins(desk: Desk, group: str) -> str:
    """A member who was not in the group is in it from now on; their name."""
    database = desk.server.community.database
    query = (
        "SELECT username, name FROM users WHERE trust_level > 0 AND NOT admin AND NOT moderator AND id NOT IN"
        " (SELECT u.user_id FROM group_users u JOIN groups g ON g.id = u.group_id WHERE g.name = ?) LIMIT 1"
    )
    found = database.row(query, group)
    assert found is not None
    desk.server.add_to_group(found["username"], group)
    ask_anew(desk, readers.TRIED)
    return str(found["name"])


def held_item(desk: Desk) -> tuple[Item, str]:
    """Something written for a closed group that is held, and who joined."""
    pen.work_offline(desk)
    item = pen.share(desk, CLOSED, TITLE, TEXT)
    name = somebody_joins(desk, CLOSED)
    pen.let_undo_pass(desk)
    pen.work_offline(desk, False)
    desk.until(lambda: items(desk)[0].held == 1)
    return item, name


def test_who_joins_meanwhile_is_named_before_it_goes(unhurried: Desk) -> None:
    desk = unhurried
    desk.start_and_fetch()
    item, name = held_item(desk)
    desk.until(lambda: desk.window.toast.text == f"Waits for you: {TITLE}")
    assert button(desk.window.status, "1 needs you") is not None
    desk.window.toast.act()
    desk.until(lambda: (row := row_of(desk, item)) is not None and name in row.names)
    row = row_of(desk, item)
    assert row is not None
    assert row.alert == "1 person reads along since you wrote this"
    assert pen.arrived(desk, TITLE) == []
    pen.act(desk, item, "anyway")
    desk.until(lambda: pen.arrived(desk, TITLE) == [TEXT])
    desk.until_quiet()
    assert pen.arrived(desk, TITLE) == [TEXT]


def test_who_joins_meanwhile_is_reason_to_change_it(unhurried: Desk) -> None:
    desk = unhurried
    desk.start_and_fetch()
    item, name = held_item(desk)
    pen.act(desk, item, "edit")
    sheet = pen.composer(desk)
    assert sheet.editor.text() == TEXT
    desk.until(lambda: name in sheet.warning.accessibleName())
    QTest.keyClicks(sheet.editor.field, " Bel mij maar.")
    pen.send(sheet)
    desk.until(lambda: sheet.warning.what == "grew" and sheet.share.isEnabled())
    sheet.warning.buttons[0].click()
    desk.until(lambda: not desk.window.rooms.composer.is_open)
    pen.let_undo_pass(desk)
    desk.until(lambda: pen.arrived(desk, TITLE) == [f"{TEXT} Bel mij maar."])
    desk.until_quiet()
    assert [one.state for one in items(desk)] == ["sent"]


def test_text_of_a_closed_group_is_stopped_and_only_its_link_goes(unhurried: Desk) -> None:
    desk = unhurried
    topic_id = desk.server.add_topic(title="Wat de wethouder wil", text=SECRET, group=CLOSED)
    desk.start_and_fetch()
    desk.window.client.index_all()
    sheet = pen.begin(desk, OPEN, TITLE, "Kijk eens: ")
    pen.paste(sheet, SECRET)
    desk.until(lambda: sheet.warning.what == "guard")
    for named in ("Participatie", "Webredactie"):
        assert named in sheet.warning.accessibleName()
    choose(desk, sheet.warning, "Share only the link")
    assert SECRET not in sheet.editor.text()
    assert f"/{topic_id}" in sheet.editor.text()
    pen.send(sheet)
    desk.until(lambda: not desk.window.rooms.composer.is_open)
    pen.let_undo_pass(desk)
    desk.until(lambda: len(pen.arrived(desk, TITLE)) == 1)
    assert SECRET not in pen.arrived(desk, TITLE)[0]
    desk.until_quiet()


def test_a_lost_group_takes_everything_but_the_members_own_words(unhurried: Desk) -> None:
    desk = unhurried
    topic_id = desk.server.add_topic(title="Wat de wethouder wil", text=SECRET, group=CLOSED)
    desk.start_and_fetch()
    pen.begin(desk, CLOSED, TITLE, TEXT)
    press(desk, "Escape")
    box = pen.reply_box(desk, topic_id)
    QTest.keyClicks(box.editor.field, "Dat vind ik jammer.")
    press(desk, "Escape")
    desk.until(lambda: len(kept(desk)) == 2)
    desk.server.remove_from_group(ME, CLOSED)
    ask_anew(desk, checks.ACCESS_AT)
    desk.until_quiet()
    desk.until(lambda: {draft.reason for draft in kept(desk)} == {"group_left"})
    reader = desk.window.topic_pane().reader
    desk.until(lambda: reader.topic != topic_id or not reader.rows)
    assert "wethouder" not in said(desk.window)
    assert sorted(draft.raw for draft in kept(desk)) == sorted([TEXT, "Dat vind ik jammer."])
    press(desk, "G", "C")
    page = desk.window.rooms.outbox.page
    desk.until(lambda: page is not None and len(page.rows.rows) == 2)
    assert page is not None
    assert {row.shown.state for row in page.rows.rows} == {"You are no longer in this group"}
    for secret in ("pas na de zomer", "Wat de wethouder"):
        assert not any(secret in row.accessibleName() for row in page.rows.rows)
    mine = next(row for row in page.rows.rows if row.shown.title == TITLE)
    mine.setFocus()
    press(desk, "Return")
    sheet = pen.composer(desk)
    assert sheet.warning.what == "reason"
    pen.choose_group(desk, OPEN)
    pen.send(sheet)
    desk.until(lambda: not desk.window.rooms.composer.is_open)
    pen.let_undo_pass(desk)
    desk.until(lambda: pen.arrived(desk, TITLE) == [TEXT])
    desk.until_quiet()


def test_undone_by_the_toast_or_by_its_key_nothing_leaves(unhurried: Desk) -> None:
    desk = unhurried
    desk.start_and_fetch()
    pen.share(desk, OPEN, TITLE, TEXT)
    desk.window.toast.act()
    sheet = pen.composer(desk)
    assert (sheet.title.text(), sheet.editor.text()) == (TITLE, TEXT)
    pen.send(sheet)
    desk.until(lambda: len(items(desk)) == 1 and not desk.window.rooms.composer.is_open)
    desk.until(lambda: desk.window.toast.text == "Shared with Webredactie")
    press(desk, "Ctrl+Z")
    sheet = pen.composer(desk)
    assert (sheet.title.text(), sheet.editor.text()) == (TITLE, TEXT)
    desk.until_quiet()
    assert items(desk) == []
    assert pen.arrived(desk, TITLE) == []


def test_an_answer_that_is_undone_opens_in_its_topic(unhurried: Desk) -> None:
    desk = unhurried
    topic_id = desk.server.add_topic(title="Wie wil er meelezen?", group=OPEN)
    desk.start_and_fetch()
    pen.answer(desk, topic_id, "Ik lees graag mee.")
    desk.until(lambda: desk.window.toast.text == "Answered in Webredactie")
    press(desk, "Ctrl+Z")
    box = desk.window.topic_pane().reader.writing.box
    desk.until(lambda: box.is_open and box.editor.text() == "Ik lees graag mee.")
    assert items(desk) == []


def test_a_topic_that_is_gone_leads_to_the_nearest_place(unhurried: Desk) -> None:
    desk = unhurried
    topic_id = desk.server.add_topic(title="Wie wil er meelezen?", group=OPEN)
    desk.start_and_fetch()
    pen.work_offline(desk)
    item = pen.answer(desk, topic_id, "Ik lees graag mee, morgen al.")
    pen.let_undo_pass(desk)
    desk.server.delete_topic(topic_id)
    pen.work_offline(desk, False)
    desk.until(lambda: items(desk)[0].state == "rejected")
    pen.act(desk, item, "nearest")
    sheet = pen.composer(desk)
    desk.until(lambda: sheet.audience is not None)
    assert sheet.editor.text() == "Ik lees graag mee, morgen al."
    assert sheet.audience is not None
    assert sheet.audience.group == "Webredactie"
    QTest.keyClicks(sheet.title.edit, TITLE)
    pen.send(sheet)
    desk.until(lambda: not desk.window.rooms.composer.is_open)
    pen.let_undo_pass(desk)
    desk.until(lambda: pen.arrived(desk, TITLE) == ["Ik lees graag mee, morgen al."])
    desk.until_quiet()


def test_a_topic_that_moved_is_answered_after_a_look(unhurried: Desk) -> None:
    desk = unhurried
    topic_id = desk.server.add_topic(title="Wie wil er meelezen?", group=OPEN)
    desk.start_and_fetch()
    pen.work_offline(desk)
    item = pen.answer(desk, topic_id, "Ik lees graag mee, morgen al.")
    pen.let_undo_pass(desk)
    database = desk.server.community.database
    other = database.value("SELECT id FROM categories WHERE slug = 'audio'")
    database.run("UPDATE topics SET category_id = ? WHERE id = ?", other, topic_id)
    pen.work_offline(desk, False)
    desk.until(lambda: items(desk)[0].state == "rejected")
    desk.until_quiet()
    pen.act(desk, item, "nearest")
    box = desk.window.topic_pane().reader.writing.box
    desk.until(lambda: box.is_open and box.editor.text() == "Ik lees graag mee, morgen al.")
    QTest.keyClick(box.editor.field, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    desk.until(lambda: not box.is_open)
    pen.let_undo_pass(desk)
    query = "SELECT count(*) FROM posts WHERE topic_id = ? AND post_number > 1"
    desk.until(lambda: database.value(query, topic_id) == 1)
    desk.until_quiet()


def test_what_a_moderator_must_see_first_says_so(unhurried: Desk) -> None:
    desk = unhurried
    desk.server.moderate(OPEN)
    desk.start_and_fetch()
    item = pen.share(desk, OPEN, TITLE, TEXT)
    pen.let_undo_pass(desk)
    desk.until(lambda: (row := row_of(desk, item)) is not None and row.state == "Waits for a moderator")
    assert pen.arrived(desk, TITLE) == []
    desk.until_quiet()


def test_the_same_text_again_comes_back_with_the_communitys_words(unhurried: Desk) -> None:
    desk = unhurried
    desk.server.add_topic(title="Iets anders dan eerst", text=TEXT, group=OPEN, author=ME)
    desk.server.settings.unique_posts_mins = 5
    desk.start_and_fetch()
    item = pen.share(desk, OPEN, TITLE, TEXT)
    pen.let_undo_pass(desk)
    desk.until(lambda: items(desk)[0].state == "rejected")
    desk.until(lambda: (row := row_of(desk, item)) is not None and bool(row.told))
    row = row_of(desk, item)
    assert row is not None
    assert row.state == "The community did not accept it"
    assert "The community says: " in row.told
    assert [deed.name for deed in row.deeds][:1] == ["edit"]
    desk.until_quiet()
