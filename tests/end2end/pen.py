"""How a member writes in the window, and what came of it: on this computer and in the community."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest

from sync.outbox import Item
from sync.store import drafts, groups
from sync.store import outbox as rows
from sync.store.drafts import Draft
from tests.end2end.conftest import Desk
from tests.end2end.hands import press
from widgets.composer.sheet import Sheet
from widgets.outbox.page import OutboxPage
from widgets.outbox.shown import Shown
from widgets.reader.reply_box import ReplyBox


def group_id(desk: Desk, slug: str) -> int:
    """The group's id in the cache."""
    with desk.window.client.store.reading() as conn:
        return next(one.group_id for one in groups.groups(conn) if one.slug == slug)


def composer(desk: Desk) -> Sheet:
    """The composer, once it is open and knows where one can write."""
    work = desk.window.rooms.composer
    desk.until(lambda: work.is_open and work.ready and work.sheet.isVisible())
    return work.sheet


def begin(desk: Desk, group: str, title: str, text: str) -> Sheet:
    """Open the composer and write there, for this group."""
    desk.window.rooms.composer.compose()
    sheet = composer(desk)
    choose_group(desk, group)
    write(sheet, title, text)
    return sheet


def choose_group(desk: Desk, slug: str) -> None:
    """Choose a group in the composer, and wait until it says who reads along."""
    sheet, wanted = composer(desk), group_id(desk, slug)
    sheet.side.picked.emit(wanted)
    desk.until(lambda: sheet.audience is not None and sheet.audience.group_id == wanted)


def write(sheet: Sheet, title: str, text: str) -> None:
    """Type a title, and a text in the place of the template."""
    QTest.keyClicks(sheet.title.edit, title)
    sheet.editor.field.selectAll()
    QTest.keyClicks(sheet.editor.field, text)


def send(sheet: Sheet) -> None:
    """Ctrl+Enter, from the text."""
    QTest.keyClick(sheet.editor.field, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)


def share(desk: Desk, group: str, title: str, text: str) -> Item:
    """Write something and send it; the item in the outbox."""
    before = len(items(desk))
    send(begin(desk, group, title, text))
    desk.until(lambda: not desk.window.rooms.composer.is_open and len(items(desk)) == before + 1)
    return max(items(desk), key=lambda item: item.item_id)


def reply_box(desk: Desk, topic_id: int) -> ReplyBox:
    """The box under a topic, opened by its key."""
    desk.window.open_topic(topic_id)
    desk.window.panes.show_reader(True)
    reader = desk.window.topic_pane().reader
    desk.until(lambda: reader.topic == topic_id and reader.loaded and reader.heading.strip.isVisible())
    reader.thread_view.setFocus()
    press(desk, "R")
    desk.until(lambda: reader.writing.box.is_open)
    return reader.writing.box


def answer(desk: Desk, topic_id: int, text: str) -> Item:
    """Answer a topic; the item in the outbox."""
    before = len(items(desk))
    box = reply_box(desk, topic_id)
    QTest.keyClicks(box.editor.field, text)
    QTest.keyClick(box.editor.field, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    desk.until(lambda: not box.is_open and len(items(desk)) == before + 1)
    return max(items(desk), key=lambda item: item.item_id)


def paste(sheet: Sheet | ReplyBox, text: str) -> None:
    """Paste a text where one writes."""
    QGuiApplication.clipboard().setText(text)
    sheet.editor.field.paste()


def work_offline(desk: Desk, offline: bool = True) -> None:
    """Choose to work offline, or go online."""
    desk.window.actions_["offline"].setChecked(offline)


def let_undo_pass(desk: Desk) -> None:
    """The ten seconds in which sending can be undone are over; nobody waits those out in a test."""
    desk.window.client.store.write(lambda conn: conn.execute("UPDATE outbox SET not_before = 0"))
    desk.work.rounds.send_at(1)


def items(desk: Desk) -> list[Item]:
    """What is in the outbox now, with what arrived."""
    with desk.window.client.store.reading() as conn:
        return rows.items(conn)


def kept(desk: Desk) -> list[Draft]:
    """The drafts on the disk."""
    with desk.window.client.store.reading() as conn:
        return drafts.drafts(conn)


def arrived(desk: Desk, title: str) -> list[str]:
    """Texts of the topics with this title in the community."""
    query = (
        "SELECT p.raw FROM posts p JOIN topics t ON t.id = p.topic_id WHERE t.title = ? AND p.post_number = 1"
    )
    return [row[0] for row in desk.server.community.database.rows(query, title)]


def outbox_page(desk: Desk) -> OutboxPage:
    """The page of the outbox, opened."""
    desk.window.go("outbox")
    work = desk.window.rooms.outbox
    desk.until(lambda: work.page is not None and work.page.isVisible())
    assert work.page is not None
    return work.page


def row_of(desk: Desk, item: Item) -> Shown | None:
    """What the page of the outbox says of an item, if it is there."""
    shown = (row.shown for row in outbox_page(desk).rows.rows)
    return next((one for one in shown if one.key == item.item_id), None)


def act(desk: Desk, item: Item, name: str) -> None:
    """Choose something in an item's row once it is offered."""

    def offered() -> bool:
        row = row_of(desk, item)
        return row is not None and name in [deed.name for deed in row.deeds]

    desk.until(offered)
    outbox_page(desk).acted.emit("outbox", item.item_id, name)
