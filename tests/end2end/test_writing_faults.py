"""What goes wrong while one writes: a full disk, and files that cannot go or that tell too much."""

from __future__ import annotations

from pathlib import Path
from sqlite3 import Connection

import pytest
from PySide6.QtCore import QMimeData, QUrl
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest

from tests.app.composer.pictures import SECRET, sample
from tests.end2end import pen
from tests.end2end.conftest import Desk
from tests.end2end.hands import press, said
from tests.end2end.pen import items, kept
from widgets.composer import keeping
from widgets.composer.sheet import Sheet
from widgets.reader.reply_box import ReplyBox

OPEN = "webredactie"
TITLE = "Wie heeft een foto van een drukke markt?"
TEXT = "Hier is er een van ons."
LONG = "Een lang verhaal over een markt. " * 900


def no_room(desk: Desk) -> None:
    """The disk is full from now on."""

    def fill(conn: Connection) -> None:
        conn.execute("CREATE TABLE IF NOT EXISTS filler (content BLOB)")
        while conn.execute("PRAGMA freelist_count").fetchone()[0]:
            conn.execute("INSERT INTO filler VALUES (zeroblob(4000))")
        (pages,) = conn.execute("PRAGMA page_count").fetchone()
        conn.execute(f"PRAGMA max_page_count = {pages}").fetchone()

    desk.window.client.store.maintain(fill)


def room(desk: Desk) -> None:
    """There is room again."""
    desk.window.client.store.maintain(lambda conn: conn.execute("PRAGMA max_page_count = 1000000").fetchone())


@pytest.fixture
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whether there is room again is tried often."""
    monkeypatch.setattr(keeping, "AGAIN_MS", 100)


@pytest.mark.usefixtures("impatient")
def test_a_full_disk_is_told_at_once_and_the_text_stays(desk: Desk) -> None:
    desk.start_and_fetch()
    sheet = pen.begin(desk, OPEN, TITLE, TEXT)
    no_room(desk)
    sheet.editor.insert(LONG)
    desk.until(lambda: sheet.kept.text() == "Not kept")
    assert "no room left" in sheet.warning.accessibleName()
    QTest.keyClicks(sheet.editor.field, " En door.")
    text = sheet.editor.text()
    pen.send(sheet)
    desk.until(lambda: sheet.share.isEnabled() and sheet.warning.what == "disk")
    assert sheet.editor.text().strip() == text.strip()
    room(desk)
    desk.until(lambda: [draft.raw.strip() for draft in kept(desk)] == [text.strip()])
    desk.until(lambda: sheet.kept.text().startswith("Draft kept") and not sheet.warning.isVisible())
    pen.send(sheet)
    desk.until(lambda: not desk.window.rooms.composer.is_open)
    assert [item.raw for item in items(desk)] == [text.strip()]


@pytest.mark.usefixtures("impatient")
def test_a_full_disk_keeps_a_text_that_was_left(desk: Desk) -> None:
    desk.start_and_fetch()
    sheet = pen.begin(desk, OPEN, TITLE, TEXT)
    no_room(desk)
    sheet.editor.insert(LONG)
    press(desk, "Escape")
    desk.settle(200)
    room(desk)
    desk.until(lambda: any(LONG.strip() in draft.raw for draft in kept(desk)))


@pytest.mark.usefixtures("impatient")
def test_a_full_disk_is_told_in_an_answer_too(desk: Desk) -> None:
    topic_id = desk.server.add_topic(title="Wie wil er meelezen?", group=OPEN)
    desk.start_and_fetch()
    box = pen.reply_box(desk, topic_id)
    no_room(desk)
    box.editor.insert(LONG)
    desk.until(lambda: "no room" in box.state.text())
    room(desk)
    desk.until(lambda: [draft.raw.strip() for draft in kept(desk)] == [LONG.strip()])
    desk.until(lambda: "no room" not in box.state.text())


def add(where: Sheet | ReplyBox, *files: Path) -> None:
    """Paste files where one writes."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(file)) for file in files])
    QGuiApplication.clipboard().setMimeData(data)
    where.editor.field.paste()
    # Qt would let go of it when Python is gone already.
    QGuiApplication.clipboard().clear()


def test_files_that_cannot_go_are_refused_with_the_reason(desk: Desk, tmp_path: Path) -> None:
    desk.start_and_fetch()
    sheet = pen.begin(desk, OPEN, TITLE, TEXT)
    program, large = tmp_path / "factuur.pdf.exe", tmp_path / "groot.pdf"
    program.write_bytes(b"MZ" + bytes(100))
    large.write_bytes(b"%PDF-1.7\n" + bytes(60_000_000))
    add(sheet, program)
    desk.until(lambda: "factuur.pdf.exe is a program" in said(sheet.editor.tray))
    add(sheet, large)
    desk.until(lambda: "groot.pdf is too large" in said(sheet.editor.tray))
    assert sheet.editor.text() == TEXT
    desk.until(lambda: [draft.raw for draft in kept(desk)] == [TEXT])


def test_a_photo_arrives_without_its_place_and_is_shown(unhurried: Desk, tmp_path: Path) -> None:
    desk = unhurried
    desk.start_and_fetch()
    desk.window.client.settings.set("sync.images", True)
    sheet = pen.begin(desk, OPEN, TITLE, TEXT)
    photo = tmp_path / "markt.jpg"
    photo.write_bytes(sample("jpg", size=(480, 320)))
    assert SECRET in photo.read_bytes()
    add(sheet, photo)
    desk.until(lambda: "waiting-" in sheet.editor.text())
    desk.until(lambda: "Place and camera data removed" in said(sheet.editor.tray))
    pen.send(sheet)
    desk.until(lambda: not desk.window.rooms.composer.is_open)
    pen.let_undo_pass(desk)
    desk.until(lambda: len(pen.arrived(desk, TITLE)) == 1)
    raw = pen.arrived(desk, TITLE)[0]
    assert raw.startswith(TEXT)
    assert "waiting-" not in raw
    database = desk.server.community.database
    (stored,) = database.rows("SELECT content FROM uploads WHERE filename = 'markt.jpg'")
    assert SECRET not in bytes(stored[0])
    desk.until(lambda: items(desk)[0].state == "sent" and items(desk)[0].remote_topic is not None)
    desk.until_quiet()
    topic_id = items(desk)[0].remote_topic
    assert topic_id is not None
    desk.window.open_topic(topic_id)
    reader = desk.window.topic_pane().reader
    desk.until(lambda: reader.topic == topic_id and reader.loaded)
    assert "<img" in reader.rows[0].html
