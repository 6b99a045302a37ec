"""The page of a topic: what stands on it, the ways through it, and that it stays still while it changes."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import QObject, QPoint, QPointF, Qt, QUrl, Slot
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from sync.images import ImageFolder
from sync.model import Batch, Changes
from sync.store import marks
from sync.store import posts as post_rows
from sync.store.apply import apply
from sync.store.database import Store
from tests.widgets.reader.topics import (
    ADDRESS,
    LONG,
    PICTURE,
    PICTURE_KEY,
    TOPIC,
    conversation,
    long_thread,
    png,
    post,
    put,
)
from widgets.reader.page import ReaderPage
from widgets.reader.post import PostView
from widgets.theme import dark_theme

Open = Callable[..., ReaderPage]


def numbers(page: ReaderPage) -> list[int]:
    """The numbers of the posts that have a widget, from the top."""
    return [view.shown.row.number for view in page.thread_view.views() if view.shown is not None]


def at_top(page: ReaderPage) -> tuple[int, int]:
    """The number of the post at the top edge, and where it begins."""
    view = next(view for view in page.thread_view.views() if view.y() + view.height() > 0)
    assert view.shown is not None
    return view.shown.row.number, view.y()


def view_of(page: ReaderPage, number: int) -> PostView:
    return next(view for view in page.thread_view.views() if view.shown and view.shown.row.number == number)


class Browser(QObject):
    """Stands where the system's browser would."""

    def __init__(self) -> None:
        super().__init__()
        self.opened: list[str] = []

    @Slot(QUrl)
    def open(self, url: QUrl) -> None:
        self.opened.append(url.toString())


@pytest.fixture
def browser() -> Iterator[Browser]:
    stand_in = Browser()
    for scheme in ("https", "mailto"):
        # The stubs ask for bytes; the binding takes the slot's name as text only.
        QDesktopServices.setUrlHandler(scheme, stand_in, "open")  # type: ignore[arg-type]
    yield stand_in
    for scheme in ("https", "mailto"):
        QDesktopServices.unsetUrlHandler(scheme)


def test_nothing_open_says_what_to_do_and_offers_no_action(page: ReaderPage) -> None:
    assert page.empty.isVisible()
    assert not any(action.isEnabled() for action in page.actions_.all)


def test_every_post_is_a_group_that_says_whose_and_which_it_is(open_topic: Open) -> None:
    page = open_topic(TOPIC)
    assert numbers(page) == [1, 2, 3, 4, 5]
    names = [view.accessibleName() for view in page.thread_view.views()]
    assert names[1].startswith("Post 2 of 5 by Joost van Dijk, Ministerie van BZK, ")
    assert "Answer that helped" in view_of(page, 2).accessibleDescription()
    assert "edited" in view_of(page, 5).accessibleDescription()
    assert view_of(page, 3).body.toPlainText() == "Bellen op dinsdagavond werkte."


def test_only_a_reply_to_an_earlier_reply_says_so(open_topic: Open) -> None:
    page = open_topic(TOPIC)
    told = {
        view.shown.row.number: view.reply_to.isVisible() for view in page.thread_view.views() if view.shown
    }
    assert told == {1: False, 2: False, 3: False, 4: False, 5: True}
    assert "Joost van Dijk" in view_of(page, 5).reply_to.text()


def test_a_closed_group_has_its_lock_in_words_too(open_topic: Open) -> None:
    page = open_topic(TOPIC)
    group = page.heading.group
    assert group.isVisible()
    assert group.accessibleName() == "Participatie, Closed group"


def test_a_topic_that_is_not_in_the_cache_says_so(qtbot: QtBot, page: ReaderPage) -> None:
    page.show_topic(404)
    qtbot.waitUntil(lambda: page.topic is None)
    assert page.empty.isVisible()


def test_the_answer_is_one_action_away(open_topic: Open, store: Store) -> None:
    posts = list(long_thread(60))
    posts[49] = replace(posts[49], accepted=True)
    put(store, tuple(posts), topic=LONG)
    page = open_topic(LONG)
    assert page.actions_.to_answer.isVisible()
    page.setFocus()
    page.actions_.to_answer.trigger()
    assert at_top(page) == (50, 0)
    assert view_of(page, 50).body.hasFocus()


def test_a_jump_leaves_the_keyboard_in_the_list_beside_the_page(
    qtbot: QtBot, open_topic: Open, store: Store
) -> None:
    posts = list(long_thread(60))
    posts[49] = replace(posts[49], accepted=True)
    put(store, tuple(posts), topic=LONG)
    page = open_topic(LONG)
    window = QWidget()
    qtbot.addWidget(window)
    beside = QLineEdit(window)
    row = QHBoxLayout(window)
    row.addWidget(beside)
    row.addWidget(page)
    window.show()
    window.activateWindow()
    beside.setFocus()
    qtbot.waitUntil(beside.hasFocus)
    page.actions_.to_answer.trigger()
    assert at_top(page) == (50, 0)
    assert beside.hasFocus()
    page.setParent(None)


def test_first_unread_is_one_key_away(open_topic: Open, store: Store) -> None:
    posts = tuple(post(n, f"<p>{n}</p>" * 8, topic=LONG) for n in range(1, 41))
    put(store, posts, topic=LONG)
    store.write(lambda conn: marks.mark_read(conn, [one.id for one in posts[:30]]))
    page = open_topic(LONG)
    assert page.actions_.first_unread.isVisible()
    page.setFocus()
    QTest.keyClick(page.thread_view, Qt.Key.Key_U)
    assert at_top(page)[0] == 31


def test_a_long_topic_opens_in_its_middle_with_a_handful_of_widgets(open_topic: Open, store: Store) -> None:
    put(store, long_thread(2000), topic=LONG)
    page = open_topic(LONG, 1500)
    assert at_top(page) == (1500, 0)
    assert len(page.findChildren(PostView)) < 30
    page.thread_view.jump_to(3)
    page.thread_view.jump_to(1990)
    assert len(page.findChildren(PostView)) < 30


def test_scrolling_up_through_posts_not_seen_before_is_even(open_topic: Open, store: Store) -> None:
    put(store, long_thread(300), topic=LONG)
    page = open_topic(LONG, 200)
    bar = page.thread_view.verticalScrollBar()
    for _ in range(80):
        watched = view_of(page, at_top(page)[0])
        before, row = watched.y(), watched.shown
        bar.setValue(bar.value() - 37)
        assert watched.shown is row
        assert watched.y() == before + 37


def test_the_last_page_is_full_and_the_first_starts_at_the_top(open_topic: Open, store: Store) -> None:
    put(store, long_thread(120), topic=LONG)
    page = open_topic(LONG)
    view = page.thread_view
    QTest.keyClick(view, Qt.Key.Key_End)
    last = view_of(page, 120)
    assert last.y() + last.height() == view.viewport().height()
    assert view.verticalScrollBar().value() == view.verticalScrollBar().maximum()
    QTest.keyClick(view, Qt.Key.Key_Home)
    assert page.heading.y() == 0
    assert view.verticalScrollBar().value() == 0
    QTest.keyClick(view, Qt.Key.Key_Space)
    assert 0 < view.verticalScrollBar().value() <= view.viewport().height()
    QTest.keyClick(view, Qt.Key.Key_Space, Qt.KeyboardModifier.ShiftModifier)
    assert view.verticalScrollBar().value() == 0


def test_what_is_read_stays_in_place_when_posts_arrive_above_and_below(
    qtbot: QtBot, open_topic: Open, store: Store
) -> None:
    every = long_thread(60)
    put(store, every[20:50], topic=LONG, replies=59)
    page = open_topic(LONG, 35)
    bar = page.thread_view.verticalScrollBar()
    bar.setValue(bar.value() + 50)
    before = at_top(page)
    changes = put(store, every, topic=LONG)
    page.refresh(changes)
    qtbot.waitUntil(lambda: len(page.thread_view._shown) == 60)
    assert at_top(page) == before


def test_what_is_read_stays_in_place_when_a_picture_above_arrives(
    open_topic: Open, store: Store, folder: ImageFolder
) -> None:
    posts = (
        post(1, f'<p><img src="{PICTURE}"></p>', topic=LONG),
        *(post(n, "<p>Een regel.</p>" * 12, topic=LONG) for n in range(2, 9)),
    )
    put(store, posts, topic=LONG)
    page = open_topic(LONG, 2)
    before = at_top(page)
    heights = view_of(page, 1).height()
    folder.store(PICTURE_KEY, png(300, 500))
    page.refresh(Changes(images=frozenset({PICTURE_KEY})))
    assert view_of(page, 1).height() > heights
    assert at_top(page) == before


def test_a_changed_post_is_shown_anew(qtbot: QtBot, open_topic: Open, store: Store) -> None:
    page = open_topic(TOPIC)
    edited = replace(post(4, "<p>Let heel goed op je uitnodiging.</p>", 4), version=2)
    page.refresh(store.write(lambda conn: apply(conn, Batch(posts=(edited,)))))
    qtbot.waitUntil(lambda: "heel goed" in view_of(page, 4).body.toPlainText())


def test_a_removed_post_leaves_the_page_and_a_removed_topic_too(
    qtbot: QtBot, open_topic: Open, store: Store
) -> None:
    page = open_topic(TOPIC)
    gone = conversation()[3].id
    page.refresh(store.write(lambda conn: apply(conn, Batch(removed_posts=(gone,)))))
    qtbot.waitUntil(lambda: numbers(page) == [1, 2, 3, 5])
    page.refresh(store.write(lambda conn: apply(conn, Batch(removed_topics=(TOPIC,)))))
    qtbot.waitUntil(page.empty.isVisible)


def test_posts_that_were_not_fetched_are_told(open_topic: Open, store: Store) -> None:
    put(store, (post(1, "<p>a</p>", topic=LONG), post(5, "<p>b</p>", topic=LONG)), topic=LONG, replies=4)
    page = open_topic(LONG)
    shown = view_of(page, 5).shown
    assert shown is not None
    assert shown.missing_above == 3


def test_links_lead_to_posts_people_and_the_browser(qtbot: QtBot, open_topic: Open, browser: Browser) -> None:
    page = open_topic(TOPIC)
    body = view_of(page, 1).body
    with qtbot.waitSignal(page.open_topic) as opened:
        body.followed.emit("post:31/4")
    assert opened.args == [31, 4]
    with qtbot.waitSignal(page.open_topic) as opened:
        body.followed.emit(f"{ADDRESS}/t/iets/32/2")
    assert opened.args == [32, 2]
    with qtbot.waitSignal(page.member_requested) as asked:
        body.followed.emit("member:joost")
    assert asked.args == ["joost"]
    for link in (
        "https://www.rijksoverheid.nl/x",
        "file:///etc/passwd",
        "javascript:alert(1)",
        "smb://host/x",
    ):
        body.followed.emit(link)
    assert browser.opened == ["https://www.rijksoverheid.nl/x"]


def test_a_link_is_told_in_full_before_it_is_followed(qtbot: QtBot, open_topic: Open) -> None:
    page = open_topic(TOPIC)
    with qtbot.waitSignal(page.status_message) as told:
        view_of(page, 1).body.pointed_at.emit("https://www.rijksoverheid.nl/")
    assert told.args == ["https://www.rijksoverheid.nl/"]
    with qtbot.waitSignal(page.status_message) as told:
        view_of(page, 1).body.pointed_at.emit("")
    assert told.args == [""]


def test_copy_link_and_open_in_browser_lead_to_the_community(open_topic: Open, browser: Browser) -> None:
    page = open_topic(TOPIC)
    page.actions_.copy_link.trigger()
    assert QGuiApplication.clipboard().text() == f"{ADDRESS}/t/-/7"
    page.actions_.open_browser.trigger()
    assert browser.opened == [f"{ADDRESS}/t/-/7"]


def test_a_selection_is_copied_as_a_quote_with_who_said_it(open_topic: Open) -> None:
    page = open_topic(TOPIC)
    body = view_of(page, 2).body
    cursor = body.textCursor()
    cursor.movePosition(cursor.MoveOperation.WordRight)
    cursor.movePosition(cursor.MoveOperation.EndOfWord, cursor.MoveMode.KeepAnchor)
    body.setTextCursor(cursor)
    page.actions_.copy_quote.trigger()
    assert QGuiApplication.clipboard().text().splitlines() == [
        "> **Joost van Dijk (Ministerie van BZK)**",
        ">",
        "> zijn",
        ">",
        f"> {ADDRESS}/t/-/7/2",
    ]


def test_save_asks_and_follows_the_cache(qtbot: QtBot, open_topic: Open, store: Store) -> None:
    page = open_topic(TOPIC)
    with qtbot.waitSignal(page.save_toggled) as asked:
        page.actions_.save.trigger()
    assert asked.args == [TOPIC, True]
    page.refresh(store.write(lambda conn: marks.save(conn, TOPIC)))
    qtbot.waitUntil(lambda: page.actions_.save.isChecked())
    page.refresh(store.write(lambda conn: marks.unsave(conn, TOPIC)))
    qtbot.waitUntil(lambda: not page.actions_.save.isChecked())


def test_zoom_grows_the_text_within_bounds_and_keeps_the_place(open_topic: Open, store: Store) -> None:
    put(store, long_thread(60), topic=LONG)
    page = open_topic(LONG, 30)
    height = view_of(page, 30).height()
    for _ in range(20):
        page.actions_.zoom_in.trigger()
    assert page.zoom() == 200
    assert at_top(page)[0] == 30
    assert view_of(page, 30).height() > 2 * height
    for _ in range(20):
        page.actions_.zoom_out.trigger()
    assert page.zoom() == 80
    page.actions_.zoom_reset.trigger()
    assert page.zoom() == 100
    assert view_of(page, 30).height() == height


def test_ctrl_and_the_wheel_zoom_and_the_wheel_alone_scrolls(open_topic: Open, store: Store) -> None:
    put(store, long_thread(60), topic=LONG)
    page = open_topic(LONG)

    def turn(keys: Qt.KeyboardModifier) -> None:
        body = view_of(page, 1).body
        place = QPointF(body.mapTo(page, QPoint(20, 5)))
        QTest.wheelEvent(page.windowHandle(), place, QPoint(0, -120), QPoint(), keys)

    turn(Qt.KeyboardModifier.ControlModifier)
    assert page.zoom() == 90
    assert page.thread_view.verticalScrollBar().value() == 0
    turn(Qt.KeyboardModifier.NoModifier)
    assert page.thread_view.verticalScrollBar().value() > 0
    assert page.zoom() == 90


def test_another_theme_or_width_keeps_the_place(open_topic: Open, store: Store) -> None:
    put(store, long_thread(60), topic=LONG)
    page = open_topic(LONG, 30)
    page.set_theme(dark_theme("Inter", "DejaVu Sans Mono", 1.5))
    assert at_top(page) == (30, 0)
    page.resize(420, 700)
    assert at_top(page) == (30, 0)
    assert all(view.body.width() <= 420 for view in page.thread_view.views())


def test_escape_leads_back_from_a_post_too(qtbot: QtBot, open_topic: Open) -> None:
    page = open_topic(TOPIC)
    with qtbot.waitSignal(page.left):
        QTest.keyClick(view_of(page, 1).body, Qt.Key.Key_Escape)


def test_an_oversize_post_is_plain_and_offers_the_browser(
    open_topic: Open, store: Store, browser: Browser
) -> None:
    put(
        store,
        (post(1, "<p>kort</p>", topic=LONG), post(2, "<table><tr><td>" * 50 + "diep", topic=LONG)),
        topic=LONG,
    )
    page = open_topic(LONG)
    view = view_of(page, 2)
    assert "diep" in view.body.toPlainText()
    assert view.browser.isVisible()
    assert not view_of(page, 1).browser.isVisible()
    view.browser.click()
    assert browser.opened == [f"{ADDRESS}/t/-/9/2"]


def test_the_line_of_what_is_new_stands_where_the_last_visit_ended(
    qtbot: QtBot, page: ReaderPage, open_topic: Open, store: Store
) -> None:
    store.write(lambda conn: marks.visit(conn, TOPIC, conversation()[2].created))
    open_topic(TOPIC)
    new = {view.shown.row.number: view.shown.new_from_here for view in page.thread_view.views() if view.shown}
    assert new == {1: False, 2: False, 3: False, 4: True, 5: False}

    def visited() -> bool:
        with store.reading() as conn:
            head = post_rows.head(conn, TOPIC)
        return head is not None and head.last_visit > conversation()[4].created

    qtbot.waitUntil(visited)


def test_tab_goes_through_the_posts_from_the_top(open_topic: Open) -> None:
    page = open_topic(TOPIC)
    page.heading.last_control().setFocus(Qt.FocusReason.TabFocusReason)
    visited = []
    for _ in range(21):
        QTest.keyClick(page.focusWidget(), Qt.Key.Key_Tab)
        visited.append(page.focusWidget())
    names = [view.name for view in page.thread_view.views()]
    assert [widget for widget in visited if widget in names] == names


def test_every_control_has_a_name_for_the_screen_reader(open_topic: Open) -> None:
    page = open_topic(TOPIC)
    buttons = [button for button in page.findChildren(QAbstractButton) if button.isVisible()]
    assert len(buttons) > 8
    assert [button for button in buttons if not (button.accessibleName() or button.text())] == []
