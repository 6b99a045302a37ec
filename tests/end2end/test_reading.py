"""Reading, saving, finding, and the way back from each."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from sync.store import marks
from sync.store.rows import Place, SearchHit
from tests.end2end.conftest import Desk
from tests.end2end.hands import choose, press, row_at, said


def unread_row(desk: Desk) -> int:
    return next(
        row for row in range(40) if (found := desk.window.model.row(row)) is not None and found.unread
    )


def test_what_is_read_is_marked_and_reaches_the_community(desk: Desk) -> None:
    desk.start_and_fetch()
    window = desk.window
    row = unread_row(desk)
    topic = row_at(desk, row)
    window.view.select(row)
    desk.until(lambda: row_at(desk, row).unread < topic.unread)
    sent = len(desk.server.requests)
    desk.until_quiet()
    assert any("/topics/timings" in request.path for request in desk.server.requests[sent:])


def test_reading_a_topic_is_one_step_back(desk: Desk) -> None:
    desk.start_and_fetch()
    window = desk.window
    row = unread_row(desk)
    topic = row_at(desk, row)
    window.view.select(row)
    desk.until(lambda: row_at(desk, row).unread < topic.unread)
    press(desk, "Ctrl+Z")
    desk.until(lambda: row_at(desk, row).unread == topic.unread)
    assert window.toast.text == "Undone"


def test_save_and_undo(desk: Desk) -> None:
    desk.start_and_fetch()
    window = desk.window
    window.view.select(0)
    desk.until(lambda: window.view.current_topic is not None)
    topic = window.view.current_topic
    desk.until(lambda: window.topic_pane().reader.loaded)
    press(desk, "S")
    desk.until(lambda: window.toast.text == "Saved for later")
    desk.until(lambda: row_at(desk, 0).saved == 1)
    choose(desk, window.toast, "Undo")
    desk.until(lambda: row_at(desk, 0).saved == 0)
    press(desk, "S")
    desk.until(lambda: row_at(desk, 0).saved == 1)
    sent = len(desk.server.requests)
    desk.until_quiet()
    assert any(request.path == "/bookmarks.json" for request in desk.server.requests[sent:])
    press(desk, "G", "B")
    desk.until(lambda: window.place == Place("saved") and window.model.total == 1)
    assert row_at(desk, 0).topic_id == topic


def test_undo_in_a_toast_takes_back_what_the_toast_says(desk: Desk) -> None:
    desk.start_and_fetch()
    window = desk.window
    row = unread_row(desk)
    first = row_at(desk, row)
    desk.work.marks.save(first.topic_id, True)
    desk.until(lambda: window.toast.text == "Saved for later")
    # Reading goes on under the message.
    with window.client.store.reading() as conn:
        posts = [found[0] for found in conn.execute("SELECT post_id FROM unread LIMIT 3")]
    desk.work.marks.seen(dict.fromkeys(posts, 1500))
    desk.until(lambda: not still_unread(desk, posts))
    choose(desk, window.toast, "Undo")
    desk.until(lambda: row_at(desk, row).saved == 0)
    assert not still_unread(desk, posts)


def still_unread(desk: Desk, posts: list[int]) -> bool:
    with desk.window.client.store.reading() as conn:
        listed = ",".join(map(str, posts))
        return bool(conn.execute(f"SELECT 1 FROM unread WHERE post_id IN ({listed})").fetchone())  # noqa: S608


def test_everything_here_is_read_in_one_go(desk: Desk) -> None:
    desk.start_and_fetch()
    window = desk.window
    with window.client.store.reading() as conn:
        before = marks.counts(conn).timeline
    assert before > 5
    press(desk, "Shift+M")
    desk.until(lambda: window.toast.text == "Everything here is marked as read")
    desk.until(lambda: window.sidebar.places.entries()[0].unread == 0)
    press(desk, "Ctrl+Z")
    desk.until(lambda: window.sidebar.places.entries()[0].unread == before)


def test_search_finds_as_one_types_and_marks_what_matched(desk: Desk) -> None:
    desk.start_and_fetch()
    window = desk.window
    press(desk, "/")
    assert window.pane.field.hasFocus()
    QTest.keyClicks(window.pane.field, "beleid")
    desk.until(lambda: window.pane.shown == "results")
    results = window.pane.results
    desk.until(lambda: all("beleid" in _text(hit).casefold() for hit in _hits(desk)))
    assert len(_hits(desk)) > 1
    created = [hit.created for hit in _hits(desk)]
    assert created == sorted(created, reverse=True)
    assert all(hit.matches or hit.title_matches for hit in _hits(desk))
    QTest.keyClick(window.pane.field, Qt.Key.Key_Down)
    assert results.hasFocus()
    QTest.keyClick(results, Qt.Key.Key_Return)
    assert window.topic is not None
    desk.until(lambda: window.topic_pane().reader.topic == _hits(desk)[0].topic_id)
    QTest.keyClick(results, Qt.Key.Key_Escape)
    QTest.keyClick(window.pane.field, Qt.Key.Key_Escape)
    assert window.pane.shown == "list"


def test_a_search_without_hits_says_what_to_try(desk: Desk) -> None:
    desk.start()
    desk.window.pane.field.setText("zzqqxx")
    desk.until(lambda: desk.window.pane.shown == "empty")
    assert "Nothing found" in said(desk.window.pane)
    desk.window.pane.field.clear()
    assert desk.window.pane.shown == "list"


def test_a_search_that_is_no_query_says_what_is_expected(desk: Desk) -> None:
    desk.start_and_fetch()
    pane = desk.window.pane
    pane.field.setText("soort:")
    desk.until(lambda: "After kind: comes a kind, such as question or link." in said(pane))
    pane.field.setText("soort:vraag")
    desk.until(lambda: pane.shown == "results" and pane.results.hits.rowCount() > 0)


def _hits(desk: Desk) -> list[SearchHit]:
    model = desk.window.pane.results.hits
    return [model.hit(model.index(row)) for row in range(model.rowCount())]


def _text(hit: SearchHit) -> str:
    return hit.title + hit.snippet
