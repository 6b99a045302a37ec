"""What one can do with a post: like, change, delete; and how what waits is shown."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app import share
from sync.errors import Unreachable
from sync.model import Changes
from sync.store import outbox as rows
from sync.store.database import Store
from tests.widgets.reader.community import items, sign_in
from tests.widgets.reader.topics import TOPIC
from widgets.reader.page import ReaderPage
from widgets.reader.post import PostView

Open = Callable[..., ReaderPage]


@pytest.fixture(autouse=True)
def member(store: Store) -> None:
    sign_in(store, 1, 2)


@pytest.fixture
def opened(open_topic: Open) -> ReaderPage:
    return open_topic(TOPIC)


def view_of(page: ReaderPage, number: int) -> PostView:
    return next(view for view in page.thread_view.views() if view.shown and view.shown.row.number == number)


def like_said(page: ReaderPage, number: int) -> str:
    return view_of(page, number).deeds.like.accessibleName()


def test_a_like_counts_at_once_and_can_be_taken_back(qtbot: QtBot, opened: ReaderPage, store: Store) -> None:
    assert like_said(opened, 1) == "Like this post, 12 likes"
    with qtbot.waitSignal(opened.put):
        QTest.mouseClick(view_of(opened, 1).deeds.like, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: like_said(opened, 1) == "Like this post, 13 likes, also yours")
    assert view_of(opened, 1).deeds.like.isChecked()
    assert [item.action for item in items(store)] == ["like"]
    with qtbot.waitSignal(opened.put) as undone:
        QTest.mouseClick(view_of(opened, 1).deeds.like, Qt.MouseButton.LeftButton)
    assert undone.args == [None]
    qtbot.waitUntil(lambda: like_said(opened, 1) == "Like this post, 12 likes")
    assert items(store) == []


def test_the_key_likes_the_post_that_has_the_keyboard(qtbot: QtBot, opened: ReaderPage, store: Store) -> None:
    view_of(opened, 4).body.setFocus()
    with qtbot.waitSignal(opened.put):
        QTest.keyClick(view_of(opened, 4).body, Qt.Key.Key_L)
    assert [item.post_id for item in items(store)] == [TOPIC * 10_000 + 4]


def test_ones_own_post_cannot_be_liked(opened: ReaderPage, store: Store) -> None:
    deeds = view_of(opened, 3).deeds
    assert not deeds.like.isVisible()
    view_of(opened, 3).body.setFocus()
    QTest.keyClick(view_of(opened, 3).body, Qt.Key.Key_L)
    assert items(store) == []


def test_only_ones_own_posts_offer_a_change(opened: ReaderPage) -> None:
    own = {
        number: (
            view_of(opened, number).deeds.edit.isVisible(),
            view_of(opened, number).deeds.delete.isVisible(),
        )
        for number in range(1, 6)
    }
    assert own == {1: (False, False), 2: (False, False), 3: (True, True), 4: (False, False), 5: (True, True)}


def test_deleting_asks_once(qtbot: QtBot, opened: ReaderPage, store: Store) -> None:
    box = opened.writing.box
    QTest.mouseClick(view_of(opened, 3).deeds.delete, Qt.MouseButton.LeftButton)
    assert box.warning.accessibleName().startswith("Delete your post?")
    box.warning.buttons[1].click()
    assert not box.warning.isVisible()
    assert items(store) == []
    QTest.mouseClick(view_of(opened, 3).deeds.delete, Qt.MouseButton.LeftButton)
    with qtbot.waitSignal(opened.put):
        box.warning.buttons[0].click()
    assert [(item.action, item.post_id) for item in items(store)] == [("delete", TOPIC * 10_000 + 3)]
    qtbot.waitUntil(lambda: view_of(opened, 3).deeds.state.text().startswith("Deleting this:"))
    assert not view_of(opened, 3).deeds.edit.isVisible()


def test_a_change_begins_with_the_text_as_the_community_has_it(
    qtbot: QtBot, opened: ReaderPage, store: Store
) -> None:
    box = opened.writing.box
    opened.writing.may_fetch(lambda post_id: f"Zoals *geschreven* in {post_id}")
    QTest.mouseClick(view_of(opened, 3).deeds.edit, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: box.is_open)
    assert box.editor.text() == "Zoals *geschreven* in 70003"
    assert box.target.text() == "You change your post"
    assert box.button.text() == "Save the change"
    box.button.click()
    assert box.state.text() == "You have not changed anything yet."
    QTest.keyClicks(box.editor.field, " en meer")
    with qtbot.waitSignal(opened.put):
        box.button.click()
    [item] = items(store)
    assert (item.action, item.raw) == ("edit", "Zoals *geschreven* in 70003 en meer")
    assert item.original == "Zoals *geschreven* in 70003"
    qtbot.waitUntil(
        lambda: view_of(opened, 3).body.toPlainText().strip() == "Zoals geschreven in 70003 en meer"
    )
    assert view_of(opened, 3).deeds.state.text().startswith("Your change:")


def test_without_the_community_it_is_said_why_and_tried_again(qtbot: QtBot, opened: ReaderPage) -> None:
    box, asked = opened.writing.box, []

    def fetch(post_id: int) -> str:
        asked.append(post_id)
        if len(asked) == 1:
            raise Unreachable
        return "Toch gekregen"

    opened.writing.may_fetch(fetch)
    view_of(opened, 3).body.setFocus()
    QTest.keyClick(view_of(opened, 3).body, Qt.Key.Key_E)
    qtbot.waitUntil(box.warning.isVisible)
    assert box.warning.accessibleName().startswith("This post cannot be changed now.")
    assert not box.is_open
    box.warning.buttons[0].click()
    qtbot.waitUntil(lambda: box.is_open)
    assert box.editor.text() == "Toch gekregen"


def test_what_came_back_says_so_in_the_topic(qtbot: QtBot, opened: ReaderPage, store: Store) -> None:
    item = share.reply(store, TOPIC, "Dit is mijn antwoord")
    store.write(lambda conn: rows.update(conn, item.item_id, state="rejected", reason="closed"))
    opened.refresh(Changes())
    qtbot.waitUntil(lambda: len(opened.thread_view.views()) == 6)
    last = opened.thread_view.views()[-1]
    assert last.deeds.state.text() == "Came back, it was not taken"
    assert last.deeds.outbox.isVisible()
    assert not last.deeds.reply.isVisible()
    assert not last.deeds.like.isVisible()


def test_what_waits_is_no_post_to_link_to(qtbot: QtBot, opened: ReaderPage, store: Store) -> None:
    share.reply(store, TOPIC, "Dit is mijn antwoord")
    opened.refresh(Changes())
    qtbot.waitUntil(lambda: len(opened.thread_view.views()) == 6)
    opened.thread_view.views()[-1].body.setFocus()
    QTest.keyClick(opened.thread_view.views()[-1].body, Qt.Key.Key_L)
    QTest.keyClick(opened.thread_view.views()[-1].body, Qt.Key.Key_E)
    assert [item.action for item in items(store)] == ["reply"]


def test_the_strip_under_the_title_opens_and_pushes_the_posts_down(qtbot: QtBot, opened: ReaderPage) -> None:
    strip = opened.heading.strip
    assert strip.head.accessibleName() == "Closed · 2 people from 2 organisations read along"
    top = view_of(opened, 1).y()
    with qtbot.waitSignal(opened.audience_wanted) as asked:
        QTest.mouseClick(strip.head, Qt.MouseButton.LeftButton)
    assert asked.args == [3]
    assert view_of(opened, 1).y() > top + 60
    QTest.mouseClick(strip.head, Qt.MouseButton.LeftButton)
    assert view_of(opened, 1).y() == top


def test_tab_goes_from_the_group_to_the_strip_and_its_list(opened: ReaderPage) -> None:
    heading = opened.heading
    heading.strip.set_open(True)
    heading.group.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(opened.focusWidget(), Qt.Key.Key_Tab)
    assert opened.focusWidget() is heading.strip.head
    assert heading.strip.readers is not None
    QTest.keyClick(opened.focusWidget(), Qt.Key.Key_Tab)
    assert opened.focusWidget() is heading.strip.readers.view
    QTest.keyClick(opened.focusWidget(), Qt.Key.Key_Tab)
    assert opened.focusWidget() is view_of(opened, 1).name


def test_who_was_seen_in_the_list_is_not_new_any_more(qtbot: QtBot, opened: ReaderPage, store: Store) -> None:
    def seen() -> bool:
        with store.reading() as conn:
            return bool(conn.execute("SELECT count(*) FROM audience_seen").fetchone()[0])

    opened.heading.strip.set_open(True)
    assert not seen()
    opened.heading.strip.set_open(False)
    qtbot.waitUntil(seen)


def test_what_can_no_longer_be_undone_says_that_it_waits(
    qtbot: QtBot, opened: ReaderPage, store: Store
) -> None:
    share.reply(store, TOPIC, "Dit is mijn antwoord", wait_ms=600)
    opened.refresh(Changes())
    qtbot.waitUntil(lambda: len(opened.thread_view.views()) == 6)
    last = opened.thread_view.views()[-1]
    assert last.deeds.state.text().startswith("Leaves in a moment")
    qtbot.waitUntil(lambda: last.deeds.state.text().startswith("Waits for connection"))
