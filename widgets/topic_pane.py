"""The right pane: the topic being read, or the people of the community."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, Qt, Signal
from PySide6.QtGui import QCursor
from PySide6.QtWidgets import QAbstractItemView, QApplication, QStackedWidget, QTextEdit, QWidget

from app.client import Client
from app.reading import Reading
from sync.errors import NotFound
from sync.model import Changes
from sync.store.rows import Place
from widgets.background import Background
from widgets.delaying import rings_once
from widgets.faces import Faces
from widgets.people.card import ProfileCard
from widgets.people.page import PeoplePage
from widgets.reader.page import ReaderPage
from widgets.theme import Theme

if TYPE_CHECKING:
    from sync.store.drafts import Draft
    from sync.store.rows import MemberCard

# A topic that is only passed on the way to another is not fetched again.
_REFRESH_MS = 700
# From the left edge of a row to the card that is about it.
_BESIDE = 24


class TopicPane(QStackedWidget):
    """Holds the reader and the people page. ``changed(Changes)`` when opening a topic brought something new,
    ``place_wanted(Place)`` to go to a group or to someone's topics, ``put(Item)`` when the member wrote
    something that is in the outbox now (``None``: it undid what never left), ``outbox_wanted`` to look there,
    ``failed(Exception)`` a fault of the cache."""

    changed = Signal(object)
    place_wanted = Signal(object)
    put = Signal(object)
    outbox_wanted = Signal()
    failed = Signal(object)

    def __init__(
        self,
        client: Client,
        background: Background,
        faces: Faces,
        theme: Theme,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._background = background
        self._faces = faces
        self._theme = theme
        self.source = Reading(client.store, client.account.url)
        self.reader = ReaderPage(background, theme, faces, self.source)
        self.people = PeoplePage(background, theme, faces, self.source)
        self.card: ProfileCard | None = None
        self.fetcher = TopicFetcher(client, background, self)
        self.addWidget(self.reader)
        self.addWidget(self.people)
        self.reader.open_topic.connect(self.show_topic)
        self.reader.member_requested.connect(self.show_member)
        self.reader.group_requested.connect(lambda group: self.place_wanted.emit(Place("group", group)))
        self.reader.put.connect(self.put)
        self.reader.outbox_wanted.connect(self.outbox_wanted)
        self.reader.failed.connect(self.failed)
        self.reader.audience_wanted.connect(self.fetcher.want_audience)
        self.reader.writing.may_fetch(client.post_source)
        self.people.member_requested.connect(self.show_member)
        self.fetcher.changed.connect(self.changed)
        # Keys of the reader also hold while one walks through the timeline beside it.
        for action in self.reader.actions_.all:
            action.setShortcutContext(Qt.ShortcutContext.WindowShortcut)

    def show_topic(self, topic_id: int, number: int | None = None) -> None:
        """Show a topic, at a post if given, and look whether there is more of it."""
        self.setCurrentWidget(self.reader)
        self.reader.show_topic(topic_id, number)
        self.fetcher.want(topic_id)

    def open_draft(self, draft: Draft) -> None:
        """Go on with an answer, or with the change of a post, where it was written."""
        if draft.topic_id is not None:
            self.show_topic(draft.topic_id)
            self.reader.open_draft(draft)

    def show_people(self) -> None:
        """Show the people of the community."""
        self.setCurrentWidget(self.people)
        self.people.read()
        self.people.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_member(self, username: str) -> None:
        """Show someone's profile as a card, beside the name that was clicked or has the keyboard."""
        beside = _place_of_request(self)
        self._background.run(
            lambda: self.source.card(username), lambda card: self._show_card(card, beside), key="profile"
        )

    def end(self) -> None:
        """End what runs and keep what is being written, before the window goes."""
        self.fetcher.close()
        self.reader.writing.end()

    def refresh(self, changes: Changes) -> None:
        """Draw again what changed in the cache."""
        self.reader.refresh(changes)
        self.people.refresh(changes)

    def set_theme(self, theme: Theme) -> None:
        """Draw in another theme from now on."""
        self._theme = theme
        self.reader.set_theme(theme)
        self.people.set_theme(theme)

    def _show_card(self, card: MemberCard | None, beside: QPoint) -> None:
        if card is None:
            return
        shown = ProfileCard(card, self._faces, self._theme, self.window())
        shown.posts_requested.connect(lambda member: self.place_wanted.emit(Place("member", member)))
        shown.pop_up(beside)
        self.card = shown


def _place_of_request(pane: QWidget) -> QPoint:
    """Where on the screen the member asked for something in ``pane``.

    A click leaves the pointer on what has the keyboard, or on its current row; else a key asked.
    """
    focus, pointer = QApplication.focusWidget(), QCursor.pos()
    if focus is None or not pane.isAncestorOf(focus):
        focus = pane
    row = focus.visualRect(focus.currentIndex()) if isinstance(focus, QAbstractItemView) else focus.rect()
    if row.contains(focus.mapFromGlobal(pointer)):
        return pointer
    place = focus.cursorRect() if isinstance(focus, QTextEdit) else row
    return focus.mapToGlobal(QPoint(place.left() + _BESIDE, min(place.bottom(), focus.height())))


class TopicFetcher(QObject):
    """Fetches the topic that is being read, once one stays with it; silent when the network is not there."""

    changed = Signal(object)

    def __init__(self, client: Client, background: Background, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._client = client
        self._background = background
        self._topic: int | None = None
        self.enabled = True
        self._closed = threading.Event()
        self._timer = rings_once(self, self._fetch, _REFRESH_MS)

    def want(self, topic_id: int) -> None:
        """This topic is on the screen now."""
        self._topic = topic_id
        if self.enabled:
            self._timer.start()

    def want_audience(self, group_id: int) -> None:
        """The member looks at who reads along in this group."""
        if self.enabled:
            self._background.run(
                lambda: self._client.refresh_audience(group_id, self._closed.is_set),
                self._done,
                self._missed,
                key="audience-fetch",
            )

    def close(self) -> None:
        """End the fetch under way, before the window goes."""
        self._closed.set()
        self._timer.stop()

    def _fetch(self) -> None:
        topic = self._topic
        if topic is not None and self.enabled:
            self._background.run(
                lambda: self._client.refresh_topic(topic, self._closed.is_set),
                self._done,
                self._missed,
                key="topic-fetch",
            )

    def _done(self, changes: Changes) -> None:
        if changes:
            self.changed.emit(changes)

    def _missed(self, error: Exception) -> None:
        # The round reports faults of the network; a topic that is gone is removed by the next one.
        if isinstance(error, NotFound):
            self._topic = None
