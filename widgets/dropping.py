"""A link or a piece of text that is dropped on the window: the composer opens with it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QMimeData, QObject
from PySide6.QtGui import QDropEvent

from app.composer.handed_over import MOST_TITLE, read
from app.composer.links import only_link
from sync.markup_text import without_unseen

if TYPE_CHECKING:
    from widgets.main_window import MainWindow

_LONGEST = 10_000


class Dropping(QObject):
    """Takes what is dropped anywhere on a window where nothing else takes it."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        window.setAcceptDrops(True)
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Accept links and text; files go to the composer's own fields."""
        if event.type() in (QEvent.Type.DragEnter, QEvent.Type.DragMove, QEvent.Type.Drop):
            drop = event
            if isinstance(drop, QDropEvent) and _text(drop.mimeData()):
                drop.acceptProposedAction()
                if drop.type() == QEvent.Type.Drop:
                    self._take(drop.mimeData())
                return True
        return super().eventFilter(watched, event)

    def _take(self, data: QMimeData) -> None:
        text = _text(data)
        rooms = self._window.rooms
        link = only_link(text)
        if link:
            found = read(link, self._window.client.account.url)
            if found.kind == "topic":
                rooms.hand_over(link)
            else:
                told = without_unseen(data.text()[:_LONGEST])
                title = " ".join(told.split()) if told.strip() != link else ""
                rooms.composer.compose(kind="link", title=title[:MOST_TITLE], link=link)
        else:
            rooms.composer.compose(raw=text)


def _text(data: QMimeData) -> str:
    """The one web address in what is dropped, or else its text; empty when it is neither."""
    addresses = [url.toString() for url in data.urls() if url.scheme() in ("http", "https")]
    if addresses:
        return addresses[0]
    return "" if data.hasUrls() else without_unseen(data.text()[: 2 * _LONGEST]).strip()[:_LONGEST]
