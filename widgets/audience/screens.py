"""The pictures of who reads along and of answering: for each, the way a member would get there."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from app import share, topic_writing
from app.audience import Change
from sync.store import outbox as rows
from widgets.main_window import MainWindow
from widgets.picture_screens import Screen, read_first, settle, until

_TITLE = '"Hoe bereik je wie nooit een enquête invult?"'


def _conversation(screen: Screen) -> MainWindow:
    """The topic in a closed group that the story begins with."""
    window = screen.window
    hits = window.client.search(_TITLE)
    if not hits:
        return read_first(screen)
    window.open_topic(hits[0].topic_id)
    reader = window.topic_pane().reader
    until(lambda: reader.loaded and reader.heading.strip.isVisible())
    settle()
    return window


def _strip_open(screen: Screen) -> QWidget:
    window = _conversation(screen)
    window.topic_pane().reader.heading.strip.set_open(True)
    settle()
    return window


def _answering(screen: Screen) -> QWidget:
    window = _conversation(screen)
    _write(screen)
    return window


def _answering_large(screen: Screen) -> QWidget:
    screen.window.appearance.set_text_scale(2.0)
    return _answering(screen)


def _audience_grew(screen: Screen) -> QWidget:
    window = _conversation(screen)
    _write(screen)
    reader = window.topic_pane().reader
    mine = topic_writing.mine(window.client.store, reader.topic or 0, window.client.account.url)
    reader.writing.replying.sending.tell_grew(Change(mine.audience.readers[4:6]), lambda: None)
    settle()
    return window


def _waiting(screen: Screen) -> QWidget:
    window = _conversation(screen)
    store, reader = window.client.store, window.topic_pane().reader
    assert reader.topic is not None  # noqa: S101 - it was opened just now
    topic_id = reader.topic
    first, second = _texts(screen)
    share.reply(store, topic_id, first, wait_ms=0)
    back = share.reply(store, topic_id, second, wait_ms=0)
    store.write(lambda conn: rows.update(conn, back.item_id, state="rejected", reason="refused"))
    reader.look_again()
    settle(0.4)
    bar = reader.thread_view.verticalScrollBar()
    bar.setValue(bar.maximum())
    settle()
    return window


def _write(screen: Screen) -> None:
    reader = screen.window.topic_pane().reader
    view = reader.thread_view.views()[:2][-1]
    reader.writing.quote(view)
    box = reader.writing.box
    until(lambda: box.is_open)
    box.editor.insert(_texts(screen)[0])
    box.editor.field.setFocus(Qt.FocusReason.OtherFocusReason)
    until(lambda: bool(box.state.text()))
    settle()


def _texts(screen: Screen) -> tuple[str, str]:
    if screen.language == "nl":
        return "Mooi! Hoe hebben jullie de drie vragen gekozen?", "Wij beginnen er volgende week mee."
    return "Great! How did you choose the three questions?", "We begin with it next week."


SCREENS: dict[str, Callable[[Screen], QWidget]] = {
    "audience-open": _strip_open,
    "answering": _answering,
    "answering-200-percent": _answering_large,
    "answer-audience-grew": _audience_grew,
    "answer-waits": _waiting,
}
