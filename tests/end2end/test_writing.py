"""Writing in a train: offline, quit or killed, started again; everything arrives once and in order."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from app.groups import card
from app.share import now_ms
from tests.end2end import pen
from tests.end2end.conftest import Desk
from tests.end2end.hands import click, press
from tests.end2end.pen import items, kept

FIRST = "Hoe lang bewaren jullie concepten van een folder?"
SECOND = "Wie heeft een goede vergadertafel over?"
TEXT = "Wij zijn benieuwd hoe dat bij anderen gaat."
ANSWER = "Bij ons ligt dat drie jaar in de kast."
OPEN, OTHER = "webredactie", "gedrag-en-taal"


def write_in_the_train(desk: Desk, topic_id: int) -> None:
    """Two questions, an answer, a like, and a group to join."""
    pen.work_offline(desk)
    pen.share(desk, OPEN, FIRST, TEXT)
    pen.answer(desk, topic_id, ANSWER)
    reader = desk.window.topic_pane().reader
    view = next(one for one in reader.thread_view.views() if one.shown and one.shown.row.number == 1)
    click(view.deeds.like)
    desk.until(lambda: len(items(desk)) == 3)
    pen.share(desk, "beeld-en-video", SECOND, f"{TEXT} Echt waar.")
    join(desk, OTHER)
    desk.until(lambda: len(items(desk)) == 5)


def join(desk: Desk, slug: str) -> None:
    """Join a group on the page of groups."""
    desk.window.go("groups")
    work = desk.window.rooms.groups
    desk.until(lambda: work.page is not None and work.page.list.current is not None)
    assert work.page is not None
    work.page.list.select(pen.group_id(desk, slug))
    QTest.keyClick(work.page.list, Qt.Key.Key_Space)


def state_of(desk: Desk, slug: str) -> str:
    number = pen.group_id(desk, slug)
    with desk.window.client.store.reading() as conn:
        found = card(conn, number, now_ms())
    return found.state if found is not None else ""


def check_all_arrived_once(desk: Desk, topic_id: int) -> None:
    desk.until(lambda: {item.state for item in items(desk)} == {"sent"})
    database = desk.server.community.database
    assert pen.arrived(desk, FIRST) == [TEXT]
    assert pen.arrived(desk, SECOND) == [f"{TEXT} Echt waar."]
    query = "SELECT count(*) FROM posts WHERE topic_id = ? AND raw = ?"
    assert database.value(query, topic_id, ANSWER) == 1
    query = "SELECT count(*) FROM likes WHERE user_id = (SELECT id FROM users WHERE me)"
    query += " AND post_id IN (SELECT id FROM posts WHERE topic_id = ?)"
    assert database.value(query, topic_id) == 1
    query = "SELECT count(*) FROM group_users u JOIN groups g ON g.id = u.group_id"
    query += " WHERE g.name = ? AND u.user_id = (SELECT id FROM users WHERE me)"
    assert database.value(query, OTHER) == 1
    # In the order in which they were written.
    query = "SELECT title FROM topics WHERE title IN (?, ?) ORDER BY id"
    assert [row[0] for row in database.rows(query, FIRST, SECOND)] == [FIRST, SECOND]
    desk.until_quiet()


@pytest.fixture
def topic(desk: Desk) -> int:
    """A topic to answer."""
    return desk.server.add_topic(title="Hoe lang bewaar je een folder?", group=OPEN)


def test_written_in_the_train_sent_after_the_next_start(unhurried: Desk, topic: int) -> None:
    desk = unhurried
    desk.start_and_fetch()
    write_in_the_train(desk, topic)
    desk.stop()
    desk.start()
    pen.let_undo_pass(desk)
    check_all_arrived_once(desk, topic)
    assert state_of(desk, OTHER) == "member"


def test_killed_while_typing_loses_half_a_second_at_most(unhurried: Desk) -> None:
    desk = unhurried
    typist = [sys.executable, "-m", "tests.end2end.typist", str(desk.profile.root), FIRST, TEXT]
    process = subprocess.Popen(typist, stdout=subprocess.PIPE, text=True)
    assert process.stdout is not None
    typed: list[tuple[float, str]] = []
    for line in process.stdout:
        moment, text = json.loads(line)
        typed.append((moment, text))
        if moment - typed[0][0] > 1.5:
            break
    os.kill(process.pid, signal.SIGKILL)
    process.communicate()
    assert typed
    desk.start()
    pen.let_undo_pass(desk)
    desk.until(lambda: pen.arrived(desk, FIRST) == [TEXT])
    (draft,) = kept(desk)
    before = [text for moment, text in typed if typed[-1][0] - moment >= 0.5]
    assert draft.raw.startswith(before[-1])
    press(desk, "G", "C")
    page = desk.window.rooms.outbox.page
    desk.until(lambda: page is not None and page.rows.rows != [])
    press(desk, "Return")
    assert pen.composer(desk).editor.text() == draft.raw
    desk.until_quiet()
    assert pen.arrived(desk, FIRST) == [TEXT]
