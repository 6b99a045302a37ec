"""Another language, other colours, large text, a narrow window and several drafts, while one writes."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

import pytest
from PySide6.QtCore import QPoint, QRect
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLabel, QLineEdit, QScrollArea, QWidget

from sync.store.rows import Place
from tests.end2end import pen
from tests.end2end.conftest import Desk
from tests.end2end.hands import press, said
from tests.end2end.pen import kept
from tests.end2end.test_accessibility import everything, name
from widgets.composer.sheet import Sheet
from widgets.sidebar_rows import Page

CLOSED, OPEN = "participatie", "webredactie"
TITLE = "Wie wil meedenken over het buurtgesprek?"
TEXT = "Wij zoeken drie mensen die een avond mee willen denken."
SECRET = "De wethouder wil het buurtgesprek pas na de zomer houden en niet in de wijk zelf"
# Words of the window in English that must not be left in Dutch.
ENGLISH = (
    "Share with",
    "Close",
    "Who reads",
    "Draft kept",
    "This text comes",
    "Share only the link",
    "Leave it in",
    "Your text",
    "people in",
    "Question",
    "Experience",
    "Answer",
    "Preview",
)


def spoken(part: QWidget) -> str:
    """All that can be read or heard in a part of the window."""
    return said(part) + "\n" + "\n".join(name(one) for one in everything(part))


def left_in_english(part: QWidget) -> list[str]:
    told = spoken(part)
    return [words for words in ENGLISH if words in told]


def test_another_language_and_theme_keep_the_text_and_say_it_anew(desk: Desk) -> None:
    desk.server.add_topic(title="Wat de wethouder wil", text=SECRET, group=CLOSED)
    desk.start_and_fetch()
    desk.window.client.index_all()
    desk.window.resize(1440, 900)
    sheet = pen.begin(desk, OPEN, TITLE, TEXT)
    pen.paste(sheet, SECRET)
    desk.until(lambda: sheet.warning.what == "guard" and sheet.kept.text() != "")
    text, group = sheet.editor.text(), sheet.side.group.chosen
    assert left_in_english(sheet)
    desk.window.actions_.language.actions["nl"].trigger()
    desk.until(lambda: "Wat wil je delen?" in said(sheet))
    desk.settle(500)
    assert left_in_english(sheet) == []
    desk.window.actions_.theme.actions["dark"].trigger()
    desk.settle(50)
    assert sheet.grab().toImage().pixelColor(QPoint(720, 60)).lightness() < 80
    assert (sheet.title.text(), sheet.editor.text()) == (TITLE, text)
    assert sheet.side.group.chosen == group
    QTest.keyClicks(sheet.title.edit, "!")
    press(desk, "Escape")
    desk.until(lambda: [draft.title for draft in kept(desk)] == [f"{TITLE}!"])


def test_another_language_says_an_answer_anew(desk: Desk) -> None:
    topic_id = desk.server.add_topic(title="Wie wil er meelezen?", group=CLOSED)
    desk.start_and_fetch()
    desk.window.resize(1440, 900)
    box = pen.reply_box(desk, topic_id)
    QTest.keyClicks(box.editor.field, TEXT)
    desk.until(lambda: "Draft kept" in box.state.text())
    desk.window.actions_.language.actions["nl"].trigger()
    desk.settle(300)
    assert box.editor.text() == TEXT
    assert left_in_english(box) == []


IN_ENGLISH: dict[Page, tuple[str, ...]] = {
    "groups": ("My groups", "Search groups by name or purpose", "Write here", "organisations"),
    "outbox": ("On its way", "Waits for connection", "Withdraw", "Goes out by itself"),
    "drafts": ("No drafts", "Kept as you type"),
    "notices": ("Notifications", "Quiet"),
}


@pytest.mark.parametrize("page", IN_ENGLISH)
def test_pages_say_themselves_anew(desk: Desk, page: Page) -> None:
    desk.start_and_fetch()
    desk.window.resize(1440, 900)
    pen.work_offline(desk)
    pen.share(desk, CLOSED, TITLE, TEXT)
    desk.window.go(page)
    desk.until(lambda: all(one in spoken(desk.window.panes) for one in IN_ENGLISH[page][:2]))
    desk.window.toast.dismiss()
    desk.window.actions_.language.actions["nl"].trigger()
    desk.settle(300)
    now = spoken(desk.window.panes)
    assert [one for one in IN_ENGLISH[page] if one in now] == []


def cut(desk: Desk, part: QWidget) -> list[str]:
    """What is in sight of ``part`` but not whole: words without room, controls outside the window."""
    window = desk.window.rect()
    found = []
    for one in part.findChildren(QWidget):
        if not one.isVisible() or not isinstance(one, (QAbstractButton, QLabel, QLineEdit)):
            continue
        place = QRect(one.mapTo(desk.window, QPoint(0, 0)), one.size())
        sideways = place.left() < 0 or place.right() > window.right() + 1
        scrolls = any(isinstance(up, QScrollArea) for up in parents(one))
        below = not scrolls and (place.bottom() > window.bottom() + 1 or place.top() < 0)
        words = one.text()
        fits = one.width() + 1 >= one.minimumSizeHint().width()
        low = (
            isinstance(one, QLabel) and one.wordWrap() and one.heightForWidth(one.width()) > one.height() + 1
        )
        if words and (sideways or below or not fits or low):
            found.append(f"{type(one).__name__} {words!r} {place} needs {one.minimumSizeHint()}")
    return found


def parents(one: QWidget) -> list[QWidget]:
    up: list[QWidget] = []
    above = one.parentWidget()
    while above is not None:
        up.append(above)
        above = above.parentWidget()
    return up


def composer(desk: Desk) -> QWidget:
    sheet = pen.begin(desk, CLOSED, TITLE, TEXT)
    desk.settle(600)
    return sheet


def groups(desk: Desk) -> QWidget:
    desk.window.go("groups")
    desk.settle(300)
    return desk.window.panes


def group(desk: Desk) -> QWidget:
    desk.window.go(Place("group", pen.group_id(desk, CLOSED)))
    desk.settle(300)
    return desk.window.pane


def outbox(desk: Desk) -> QWidget:
    pen.work_offline(desk)
    pen.share(desk, CLOSED, TITLE, TEXT)
    page = pen.outbox_page(desk)
    desk.until(lambda: len(page.rows.rows) == 1)
    desk.window.toast.dismiss()
    desk.settle(100)
    return page


def notices(desk: Desk) -> QWidget:
    desk.window.go("notices")
    desk.settle(300)
    return desk.window.panes


def answering(desk: Desk) -> QWidget:
    topic_id = desk.server.add_topic(title="Wie wil er meelezen?", group=CLOSED)
    desk.until_quiet()
    box = pen.reply_box(desk, topic_id)
    QTest.keyClicks(box.editor.field, TEXT)
    desk.settle(300)
    return box


def toast(desk: Desk) -> QWidget:
    pen.share(desk, CLOSED, TITLE, TEXT)
    desk.until(lambda: desk.window.toast.text != "")
    return desk.window.toast


@pytest.mark.parametrize("shown", [composer, groups, group, outbox, notices, answering, toast])
@pytest.mark.parametrize(("percent", "width"), [("200", 760), ("100", 760)])
def test_nothing_is_cut_or_out_of_reach(
    desk: Desk, shown: Callable[[Desk], QWidget], percent: str, width: int
) -> None:
    desk.start_and_fetch()
    desk.window.actions_.text.actions[percent].trigger()
    desk.window.actions_.language.actions["nl"].trigger()
    desk.window.resize(width, 800)
    desk.settle(50)
    assert desk.window.width() == width
    part = shown(desk)
    assert cut(desk, part) == []


def has_title(sheet: Sheet, title: str) -> bool:
    return sheet.title.text() == title


def test_several_drafts_are_kept_and_come_back(desk: Desk) -> None:
    topics = [desk.server.add_topic(title=f"Wie wil er meelezen {n}?", group=OPEN) for n in (1, 2)]
    desk.start_and_fetch()
    for number, topic_id in enumerate(topics):
        box = pen.reply_box(desk, topic_id)
        QTest.keyClicks(box.editor.field, f"Antwoord {number}")
    for number in range(2):
        sheet = pen.begin(desk, OPEN, f"Vraag nummer {number}", TEXT)
        assert sheet.title.text() == f"Vraag nummer {number}"
        press(desk, "Escape")
    desk.until(lambda: len(kept(desk)) == 4)
    box = pen.reply_box(desk, topics[0])
    assert box.editor.text() == "Antwoord 0"
    press(desk, "Escape")
    desk.stop()
    desk.start()
    for number, topic_id in enumerate(topics):
        assert pen.reply_box(desk, topic_id).editor.text() == f"Antwoord {number}"
    desk.window.go("drafts")
    page = desk.window.rooms.outbox.page
    assert page is not None
    desk.until(lambda: len(page.rows.rows) == 4)
    for number in range(2):
        row = next(one for one in page.rows.rows if one.shown.title == f"Vraag nummer {number}")
        page.acted.emit("drafts", row.shown.key, "open")
        sheet = pen.composer(desk)
        desk.until(partial(has_title, sheet, f"Vraag nummer {number}"))
        assert sheet.editor.text() == TEXT
        press(desk, "Escape")
    assert len(kept(desk)) == 4
