"""Writing in a topic in the window: it is there at once, and becomes what the community has in the end."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from sync.store import cursors
from sync.store import outbox as rows
from tests.end2end.conftest import Desk
from tests.end2end.hands import click, press

TEXT = "Bij ons werkte een koffietafel op de markt heel goed."


def test_an_answer_waits_in_the_topic_and_then_is_its_post(desk: Desk) -> None:
    desk.start_and_fetch()
    window = desk.window
    window.view.select(0)
    reader = window.topic_pane().reader
    desk.until(lambda: reader.loaded and reader.heading.strip.isVisible())
    before = len(reader.rows)
    window.view.setFocus()
    press(desk, "R")
    box = reader.writing.box
    assert box.is_open
    QTest.keyClicks(box.editor.field, TEXT)
    QTest.keyClick(box.editor.field, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    desk.until(lambda: not box.is_open)
    desk.until(lambda: any(view.shown and view.shown.waiting for view in reader.thread_view.views()))
    store = window.client.store
    # Nobody waits ten seconds in a test for what can be undone that long.
    store.write(lambda conn: conn.execute("UPDATE outbox SET not_before = 0"))
    desk.work.rounds.send_at(1)
    desk.until(lambda: len(reader.rows) == before + 1)
    assert TEXT in reader.rows[-1].html
    desk.until(lambda: not any(view.shown and view.shown.waiting for view in reader.thread_view.views()))
    with store.reading() as conn:
        assert [item.state for item in rows.items(conn)] == ["sent"]
    desk.until_quiet()


def test_a_like_in_the_window_arrives(desk: Desk) -> None:
    desk.start_and_fetch()
    window = desk.window
    window.view.select(0)
    reader = window.topic_pane().reader
    desk.until(lambda: reader.loaded and len(reader.thread_view.views()) > 1)
    view = reader.thread_view.views()[1]
    assert view.shown is not None
    likes, post_id = view.shown.row.likes, view.shown.row.post_id
    click(view.deeds.like)

    def counted() -> int:
        shown = (one.shown.row for one in reader.thread_view.views() if one.shown is not None)
        return next((row.likes for row in shown if row.post_id == post_id), 0)

    # A view may show another post by then.
    desk.until(lambda: counted() == likes + 1)
    query = "SELECT count(*) FROM likes WHERE post_id = ?"
    desk.until(lambda: bool(desk.server.community.database.value(query, post_id)))
    desk.until_quiet()


def test_an_own_post_is_changed_from_how_it_was_written(desk: Desk) -> None:
    desk.start_and_fetch()
    window, database = desk.window, desk.server.community.database
    with window.client.store.reading() as conn:
        me = cursors.me(conn)
        query = "SELECT post_id, topic_id, number FROM posts WHERE author_id = ? AND number > 1 LIMIT 1"
        post_id, topic_id, number = conn.execute(query, (me,)).fetchone()
    raw = database.value("SELECT raw FROM posts WHERE id = ?", post_id)
    window.open_topic(topic_id, number)
    reader = window.topic_pane().reader
    desk.until(lambda: reader.loaded)
    view = next(one for one in reader.thread_view.views() if one.shown and one.shown.row.post_id == post_id)
    click(view.deeds.edit)
    box = reader.writing.box
    desk.until(lambda: box.is_open)
    assert box.editor.text() == raw
    QTest.keyClicks(box.editor.field, " Met een aanvulling.")
    box.button.click()
    desk.until(lambda: not box.is_open)
    window.client.store.write(lambda conn: conn.execute("UPDATE outbox SET not_before = 0"))
    desk.work.rounds.send_at(1)
    desk.until(
        lambda: database.value("SELECT raw FROM posts WHERE id = ?", post_id) == f"{raw} Met een aanvulling."
    )
    desk.until_quiet()
