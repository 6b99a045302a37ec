"""Answering in the reader: the box, its drafts, and what is asked before an answer goes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from sync.model import Batch, Changes, Group, Topic
from sync.store.apply import apply
from sync.store.database import Store
from sync.store.search_index import index_batch
from tests.widgets.reader.community import drafts, items, sign_in
from tests.widgets.reader.topics import LONG, NOW, TOPIC, conversation, long_thread, post, put
from widgets.audience.readers_popup import ReadersPopup
from widgets.reader.page import ReaderPage
from widgets.reader.post import PostView
from widgets.reader.reply_box import ReplyBox
from widgets.theme import light_theme

Open = Callable[..., ReaderPage]
SECRET = "Bellen op dinsdagavond werkte bij ons beter dan elke brief die wij ooit stuurden"


@pytest.fixture(autouse=True)
def member(store: Store) -> None:
    sign_in(store, 1, 2)


@pytest.fixture
def box(open_topic: Open) -> ReplyBox:
    return open_topic(TOPIC).writing.box


def view_of(page: ReaderPage, number: int) -> PostView:
    return next(view for view in page.thread_view.views() if view.shown and view.shown.row.number == number)


def typed(box: ReplyBox, text: str) -> None:
    QTest.keyClicks(box.editor.field, text)


def kept(qtbot: QtBot, store: Store, *texts: str) -> None:
    qtbot.waitUntil(lambda: sorted(one.raw for one in drafts(store)) == sorted(texts))


def test_the_closed_box_is_one_line_that_says_who_reads_along(box: ReplyBox) -> None:
    assert not box.is_open
    assert box.opener.text() == "Write an answer to Fatima …"
    assert box.audience.accessibleName() == "Closed · 2 people from 2 organisations"
    assert box.findChild(QApplication) is None
    assert "editor" not in {type(one).__name__.lower() for one in box.findChildren(object)}  # type: ignore[type-var]


@pytest.mark.parametrize("way", ["key", "click", "button", "frame"])
def test_the_ways_to_open_it(qtbot: QtBot, page: ReaderPage, box: ReplyBox, way: str) -> None:
    page.thread_view.setFocus()
    if way == "key":
        QTest.keyClick(page.thread_view, Qt.Key.Key_R)
    elif way == "click":
        QTest.mouseClick(box.opener, Qt.MouseButton.LeftButton)
    elif way == "button":
        QTest.mouseClick(box.button, Qt.MouseButton.LeftButton)
    else:
        QTest.mouseClick(box, Qt.MouseButton.LeftButton, pos=QPoint(30, 12))
    assert box.is_open
    qtbot.waitUntil(box.editor.field.hasFocus)


def test_the_line_that_counts_the_readers_names_them(qtbot: QtBot, page: ReaderPage, box: ReplyBox) -> None:
    QTest.mouseClick(box.audience, Qt.MouseButton.LeftButton)
    popup = page.findChild(ReadersPopup)
    assert popup is not None
    assert any("Joost van Dijk" in line for line in popup.list.lines)
    assert not box.is_open
    QTest.keyClick(popup, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: page.findChild(ReadersPopup) is None)


def test_what_is_typed_is_kept_and_comes_back(
    qtbot: QtBot, page: ReaderPage, box: ReplyBox, store: Store
) -> None:
    put(store, long_thread(3), topic=LONG)
    page.writing.reply()
    typed(box, "Dit heb ik getypt")
    kept(qtbot, store, "Dit heb ik getypt")
    qtbot.waitUntil(lambda: box.state.text().startswith("Draft kept at "))
    page.show_topic(LONG)
    qtbot.waitUntil(lambda: page.loaded)
    assert not box.is_open
    assert box.opener.text() == "Write an answer to Joost …"
    page.show_topic(TOPIC)
    qtbot.waitUntil(lambda: page.loaded)
    assert box.opener.text() == "Draft: Dit heb ik getypt"
    page.writing.reply()
    assert box.editor.text() == "Dit heb ik getypt"


def test_leaving_right_after_a_key_loses_nothing(
    qtbot: QtBot, page: ReaderPage, box: ReplyBox, store: Store
) -> None:
    put(store, long_thread(3), topic=LONG)
    page.writing.reply()
    typed(box, "Net getypt")
    page.show_topic(LONG)
    kept(qtbot, store, "Net getypt")


def test_escape_leaves_the_box_and_keeps_the_text(
    qtbot: QtBot, page: ReaderPage, box: ReplyBox, store: Store
) -> None:
    page.writing.reply()
    typed(box, "Nog niet af")
    with qtbot.assertNotEmitted(page.left):
        QTest.keyClick(box.editor.field, Qt.Key.Key_Escape)
    assert not box.is_open
    assert box.opener.text() == "Draft: Nog niet af"
    assert page.thread_view.hasFocus()
    kept(qtbot, store, "Nog niet af")
    QTest.keyClick(page.thread_view, Qt.Key.Key_R)
    assert box.editor.text() == "Nog niet af"
    typed(box, " maar bijna")
    kept(qtbot, store, "Nog niet af maar bijna")


def test_what_was_just_kept_is_there_though_the_cache_was_read_before(
    qtbot: QtBot, page: ReaderPage, box: ReplyBox, store: Store
) -> None:
    page.writing.reply()
    typed(box, "Net getypt")
    QTest.keyClick(box.editor.field, Qt.Key.Key_Escape)
    kept(qtbot, store, "Net getypt")
    drafts = page.writing.replying.drafts
    (text,) = drafts.of_topic(TOPIC, [], 0)
    assert text.raw == "Net getypt"
    # What was read after it is the truth, once it is known to be on the disk: it was thrown away since.
    qtbot.waitUntil(lambda: drafts.of_topic(TOPIC, [], text.changed + 60_000) == [])
    assert [one.raw for one in drafts.of_topic(TOPIC, [], 0)] == ["Net getypt"]


def test_an_answer_to_a_post_says_to_whom(
    qtbot: QtBot, page: ReaderPage, box: ReplyBox, store: Store
) -> None:
    QTest.mouseClick(view_of(page, 2).deeds.reply, Qt.MouseButton.LeftButton)
    assert box.target.text() == "Answer to Joost van Dijk"
    typed(box, "Dank je")
    kept(qtbot, store, "Dank je")
    assert drafts(store)[0].reply_to == 2


def test_another_post_gets_another_draft_and_both_can_be_found(
    qtbot: QtBot, page: ReaderPage, box: ReplyBox, store: Store
) -> None:
    QTest.mouseClick(view_of(page, 2).deeds.reply, Qt.MouseButton.LeftButton)
    typed(box, "Aan Joost")
    QTest.mouseClick(view_of(page, 4).deeds.reply, Qt.MouseButton.LeftButton)
    assert box.editor.text() == ""
    typed(box, "Aan Esther")
    kept(qtbot, store, "Aan Joost", "Aan Esther")
    assert {one.raw: one.reply_to for one in drafts(store)} == {"Aan Joost": 2, "Aan Esther": 4}
    qtbot.waitUntil(box.others.isVisible)
    assert box.others.text() == "1 more draft"
    menu = box.others.menu()
    assert menu is not None
    menu.actions()[0].trigger()
    assert box.editor.text() == "Aan Joost"
    QTest.mouseClick(view_of(page, 4).deeds.reply, Qt.MouseButton.LeftButton)
    assert box.editor.text() == "Aan Esther"


def test_an_empty_box_turns_to_the_other_post(page: ReaderPage, box: ReplyBox) -> None:
    QTest.mouseClick(view_of(page, 2).deeds.reply, Qt.MouseButton.LeftButton)
    QTest.mouseClick(view_of(page, 4).deeds.reply, Qt.MouseButton.LeftButton)
    assert box.target.text() == "Answer to Esther Molenaar"


def test_ctrl_enter_puts_it_in_the_outbox_and_in_the_topic(
    qtbot: QtBot, page: ReaderPage, box: ReplyBox, store: Store
) -> None:
    page.writing.reply()
    typed(box, "Dit is mijn antwoord")
    with qtbot.waitSignal(page.put) as put_:
        QTest.keyClick(box.editor.field, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    [item] = items(store)
    assert put_.args == [item]
    assert (item.action, item.raw, item.topic_id) == ("reply", "Dit is mijn antwoord", TOPIC)
    assert item.typing_ms > 0
    assert drafts(store) == []
    assert not box.is_open
    qtbot.waitUntil(lambda: any(view.shown and view.shown.waiting for view in page.thread_view.views()))
    mine = page.thread_view.views()[-1]
    assert mine.body.toPlainText().strip() == "Dit is mijn antwoord"
    assert "only you see it" in mine.deeds.state.text()
    with qtbot.waitSignal(page.outbox_wanted):
        QTest.mouseClick(mine.deeds.outbox, Qt.MouseButton.LeftButton)


def test_nothing_cannot_be_sent(page: ReaderPage, box: ReplyBox, store: Store) -> None:
    page.writing.reply()
    box.button.click()
    assert box.state.text() == "Write something first."
    assert items(store) == []


def test_a_text_that_no_community_takes_stays(page: ReaderPage, box: ReplyBox, store: Store) -> None:
    page.writing.reply()
    box.editor.insert("lang " * 8_000)
    box.button.click()
    assert box.state.text() == "This is too long: at most 32000 characters."
    assert items(store) == []


def test_who_joined_meanwhile_is_said_before_it_goes(
    qtbot: QtBot, page: ReaderPage, box: ReplyBox, store: Store
) -> None:
    page.writing.reply()
    typed(box, "Voor ons drie")
    sign_in(store, 1, 2, 4)
    box.button.click()
    qtbot.waitUntil(box.warning.isVisible)
    assert box.warning.accessibleName() == (
        "1 person newly reads along since you wrote this: Esther Molenaar (Communityteam)."
    )
    assert items(store) == []
    change = box.warning.buttons[1]
    assert change.text() == "Change"
    change.click()
    assert not box.warning.isVisible()
    assert box.editor.text() == "Voor ons drie"
    box.button.click()
    qtbot.waitUntil(box.warning.isVisible)
    with qtbot.waitSignal(page.put):
        box.warning.buttons[0].click()
    assert [item.raw for item in items(store)] == ["Voor ons drie"]


def test_of_a_draft_it_is_said_when_its_topic_opens(
    qtbot: QtBot, page: ReaderPage, box: ReplyBox, store: Store
) -> None:
    put(store, long_thread(3), topic=LONG)
    page.writing.reply()
    typed(box, "Voor ons drie")
    kept(qtbot, store, "Voor ons drie")
    page.show_topic(LONG)
    sign_in(store, 1, 2, 4)
    qtbot.waitUntil(lambda: page.loaded)
    page.show_topic(TOPIC)
    qtbot.waitUntil(box.warning.isVisible)
    assert "Esther Molenaar" in box.warning.accessibleName()
    page.show_topic(LONG)
    assert not box.warning.isVisible()


@pytest.fixture
def open_group(store: Store) -> int:
    """A topic in an open group; what Aylin wrote in the closed one is in the index."""
    put(store, (*conversation()[:2], replace(post(3, f"<p>{SECRET}.</p>", 3))))
    batch = Batch(
        groups=(Group(8, "open", "Begrijpelijke taal", closed=False, joined=True),),
        topics=(Topic(70, "Open vraag", 8, slug="open-vraag", author_id=1, created=NOW, replies=0),),
        posts=(post(1, "<p>Wat werkt?</p>", topic=70),),
    )
    store.write(lambda conn: apply(conn, batch))
    while store.write(index_batch):
        pass
    return 70


def test_pasting_from_a_closed_group_warns_and_offers_the_link(
    qtbot: QtBot, page: ReaderPage, open_topic: Open, open_group: int
) -> None:
    open_topic(open_group)
    box = page.writing.box
    page.writing.reply()
    typed(box, "Kijk: ")
    QGuiApplication.clipboard().setText(SECRET)
    box.editor.field.paste()
    qtbot.waitUntil(box.warning.isVisible)
    assert "Participatie" in box.warning.accessibleName()
    assert "Begrijpelijke taal" in box.warning.accessibleName()
    box.warning.buttons[0].click()
    assert box.editor.text() == f"Kijk: https://community.example.nl/t/-/{TOPIC}/3"
    assert not box.warning.isVisible()


def test_text_from_a_closed_group_is_asked_about_before_it_goes(
    qtbot: QtBot, page: ReaderPage, open_topic: Open, open_group: int, store: Store
) -> None:
    open_topic(open_group)
    box = page.writing.box
    page.writing.reply()
    typed(box, SECRET)
    box.button.click()
    qtbot.waitUntil(box.warning.isVisible)
    assert items(store) == []
    with qtbot.waitSignal(page.put):
        box.warning.buttons[1].click()
    assert [item.raw for item in items(store)] == [SECRET]


def test_without_room_on_the_disk_the_text_stays_and_is_kept_later(
    qtbot: QtBot, page: ReaderPage, box: ReplyBox, store: Store
) -> None:
    pages = store.maintain(lambda conn: conn.execute("PRAGMA page_count").fetchone()[0])
    store.maintain(lambda conn: conn.execute(f"PRAGMA max_page_count = {pages}").fetchone())
    page.writing.reply()
    long = "Dit is een lange tekst. " * 1_000
    box.editor.insert(long)
    qtbot.waitUntil(lambda: box.state.text().startswith("There is no room"))
    assert box.editor.text() == long
    QTest.keyClick(box.editor.field, Qt.Key.Key_Escape)
    page.clear()
    store.maintain(lambda conn: conn.execute("PRAGMA max_page_count = 1000000").fetchone())
    qtbot.waitUntil(lambda: [one.raw for one in drafts(store)] == [long], timeout=10_000)


def test_a_quote_of_the_selection_goes_in_the_answer(page: ReaderPage, box: ReplyBox) -> None:
    view = view_of(page, 2)
    view.body.selectAll()
    view.body.setFocus()
    QTest.keyClick(view.body, Qt.Key.Key_Q, Qt.KeyboardModifier.ShiftModifier)
    assert box.is_open
    assert box.editor.text() == '[quote="joost, post:2, topic:7"]\nWij zijn langsgegaan.\n[/quote]\n\n'
    assert box.target.text() == "Answer to Joost van Dijk"


def test_a_locked_topic_takes_no_answers(qtbot: QtBot, page: ReaderPage, box: ReplyBox, store: Store) -> None:
    store.write(lambda conn: conn.execute("UPDATE topics SET locked = 1 WHERE topic_id = ?", (TOPIC,)))
    page.refresh(Changes(topics=frozenset((TOPIC,))))
    qtbot.waitUntil(lambda: not box.opener.isVisible())
    page.writing.reply()
    assert not box.is_open
    assert not view_of(page, 2).deeds.reply.isVisible()


def test_what_changes_in_the_topic_leaves_the_text_alone(
    qtbot: QtBot, page: ReaderPage, box: ReplyBox, store: Store
) -> None:
    page.writing.reply()
    typed(box, "Half af")
    put(store, (*conversation(), post(6, "<p>Nieuw</p>", 2)))
    page.refresh(Changes(topics=frozenset((TOPIC,))))
    qtbot.waitUntil(lambda: len(page.rows) == 6)
    assert box.editor.text() == "Half af"
    assert box.is_open


def test_a_draft_from_elsewhere_opens_in_its_topic(
    qtbot: QtBot, page: ReaderPage, box: ReplyBox, store: Store
) -> None:
    page.writing.reply()
    typed(box, "Uit de uitvak")
    kept(qtbot, store, "Uit de uitvak")
    page.clear()
    [draft] = drafts(store)
    page.show_topic(TOPIC)
    page.open_draft(draft)
    qtbot.waitUntil(lambda: box.is_open)
    assert box.editor.text() == "Uit de uitvak"


def test_large_text_in_a_narrow_pane_fits(qtbot: QtBot, page: ReaderPage, box: ReplyBox) -> None:
    page.resize(640, 800)
    page.set_theme(light_theme("Inter", "DejaVu Sans Mono", 2.0))
    page.writing.reply()
    qtbot.waitUntil(lambda: box.button.isVisible())
    assert page.width() == 640
    assert box.editor.field.height() <= page.height() * 0.4 + 1


def test_the_last_words_are_kept_when_the_window_goes(page: ReaderPage, box: ReplyBox, store: Store) -> None:
    page.writing.reply()
    typed(box, "De laatste woorden")
    page.writing.end()
    assert [one.raw for one in drafts(store)] == ["De laatste woorden"]


def test_the_closed_box_shows_ones_own_words_and_not_the_quote(page: ReaderPage, box: ReplyBox) -> None:
    page.writing.quote(view_of(page, 2))
    box.editor.insert("Dit zeg ik er zelf over")
    page.writing.replying.leave()
    assert box.opener.text() == "Draft: Dit zeg ik er zelf over"
