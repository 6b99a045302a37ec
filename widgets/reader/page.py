"""The page of one topic: shows it as the loader brings it, and answers to keys, links and buttons."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QStackedLayout, QVBoxLayout, QWidget

from app import reading
from app.reading import Reading
from sync.images import ImageFolder
from sync.model import Changes
from sync.store.drafts import Draft
from sync.store.rows import PostRow, TopicHead
from widgets.background import Background
from widgets.faces import Faces
from widgets.reader import wording, zoom
from widgets.reader.actions import ReaderActions
from widgets.reader.empty import Empty
from widgets.reader.going import Going
from widgets.reader.header import Header
from widgets.reader.heading import Heading
from widgets.reader.loading import TopicLoader
from widgets.reader.pictures import Pictures
from widgets.reader.post import PostView
from widgets.reader.reading import ReadMarker
from widgets.reader.thread import ThreadView
from widgets.reader.ways import Ways
from widgets.reader.writing import Writing
from widgets.theme import Theme

_MINUTE = 60_000
# How much of the page's height a text may take that is being written.
_MOST_WRITING = 0.4


class ReaderPage(QWidget):
    """Shows one topic. It reads the cache and notes the visit; everything else it asks of who holds it.

    ``read`` carries {post id: milliseconds in sight}; ``save_toggled`` (topic, wanted); ``open_topic``
    (topic, number) for a topic elsewhere in this community; ``group_requested`` and ``member_requested``
    their id and username; ``status_message`` a passing text, empty to take it back; ``left`` that Escape was
    pressed; ``put`` an item that the member put in the outbox (``None``: it undid what never left);
    ``outbox_wanted`` that they want to look there; ``audience_wanted`` the id of a closed group whose readers
    they look at; ``failed`` a fault of the cache.
    """

    read = Signal(object)
    save_toggled = Signal(int, bool)
    open_topic = Signal(int, int)
    group_requested = Signal(int)
    member_requested = Signal(str)
    status_message = Signal(str)
    left = Signal()
    put = Signal(object)
    outbox_wanted = Signal()
    audience_wanted = Signal(int)
    failed = Signal(object)

    def __init__(
        self,
        background: Background,
        theme: Theme,
        faces: Faces,
        source: Reading,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._faces = faces
        self._base_theme = theme
        self._theme = theme
        self._zoom = 100
        self._new_from: int | None = None
        self._draft: Draft | None = None
        self._pictures = Pictures(background, ImageFolder(source.store.images), self)
        self._loader = TopicLoader(background, source, self)
        self.actions_ = ReaderActions(self, theme)
        self.header = Header(self.actions_, theme, self)
        self.heading = Heading(theme, faces)
        self.thread_view = ThreadView(self.heading, self._make_post, theme, self)
        self.empty = Empty(theme, self)
        self._ways = Ways(self, self.thread_view, self._loader, self._pictures, source.address)
        self._going = Going(self, self._loader, self.thread_view)
        self.writing = Writing(self, background, theme, faces, source, self._ways)
        self.marker = ReadMarker(self.thread_view, self)
        self.setFocusProxy(self.thread_view)
        self._lay_out()
        self._connect()
        self._connect_actions()
        self.set_theme(theme)
        self.retranslate()
        self.clear()
        self._clock = QTimer(self)
        self._clock.timeout.connect(self.thread_view.tell_time)
        self._clock.start(_MINUTE)

    @property
    def topic(self) -> int | None:
        """The topic that is open or being opened."""
        return self._loader.topic

    @property
    def rows(self) -> list[PostRow]:
        """The posts of the topic as far as they are on the page."""
        return self._loader.rows

    @property
    def loaded(self) -> bool:
        """Whether all that the cache holds of the topic is on the page."""
        return self._loader.complete

    def show_topic(self, topic_id: int, at_number: int | None = None) -> None:
        """Opens a topic at the top, or at the post numbered ``at_number``."""
        if topic_id == self.topic and self._loader.head is not None:
            if at_number is not None:
                self._going.go_to(at_number)
            return
        self.marker.stop()
        self.writing.close_topic()
        self.heading.close_strip()
        self._going.awaited = at_number
        self._loader.open(topic_id, at_number)

    def clear(self) -> None:
        """Shows that nothing is open."""
        self.marker.stop()
        self.writing.close_topic()
        self._loader.close()
        self.empty.tell_nothing_open()
        self._show_empty()

    def refresh(self, changes: Changes) -> None:
        """Something changed in the cache: what is open is read again when it is concerned. Nothing moves."""
        if changes.images:
            self._pictures.forget(changes.images)
            for view in self.thread_view.views():
                view.body.reload_images(changes.images)
        if self._loader.concerned(changes):
            self._loader.again()
        else:
            self.look_again()

    def look_again(self) -> None:
        """What is the member's own in the topic may be different: drafts, and what is in the outbox."""
        self._loader.mine_again()

    def open_draft(self, draft: Draft) -> None:
        """Go on with an answer or a change; when its topic is still to come, as soon as it is here."""
        if self._loader.head is not None and self.topic == draft.topic_id:
            self.writing.open_draft(draft)
        else:
            self._draft = draft

    def set_theme(self, theme: Theme) -> None:
        """Another look or text size."""
        self._base_theme = theme
        self._theme = theme._replace(scale=theme.scale * self._zoom / 100)
        self._ways.set_theme(theme)
        self.actions_.set_theme(theme)
        self.header.set_theme(theme)
        self.empty.set_theme(theme)
        self.writing.set_theme(theme)
        self.thread_view.set_theme(self._theme)

    def retranslate(self) -> None:
        """The words, in the language as it is now."""
        self.actions_.retranslate()
        self.header.retranslate()
        self.writing.retranslate()
        name = QCoreApplication.translate("reader", "Topic")
        self.thread_view.setAccessibleName(name)
        if self._loader.head is not None:
            self.heading.show_head(self._loader.head)
            self._tell_minutes(self._loader.head)
            self.thread_view.set_theme(self._theme)

    def zoom(self) -> int:
        """The size of the text in percent."""
        return self._zoom

    def set_zoom(self, percent: int) -> None:
        """Another size of the text in percent, 80 to 200."""
        percent = zoom.bounded(percent)
        if percent != self._zoom:
            self._zoom = percent
            self._theme = self._base_theme._replace(scale=self._base_theme.scale * percent / 100)
            self.thread_view.set_theme(self._theme)
            self.status_message.emit(QCoreApplication.translate("reader", "Text at {0}%").format(percent))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape leads back to the list."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """What is written never takes more than half of the page."""
        super().resizeEvent(event)
        self.writing.box.set_most(round(self.height() * _MOST_WRITING))

    def changeEvent(self, event: QEvent) -> None:
        """Another language was chosen."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _lay_out(self) -> None:
        self._topic_page = QWidget(self)
        column = QVBoxLayout(self._topic_page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.header)
        column.addWidget(self.thread_view, 1)
        column.addWidget(self.writing.box)
        self._stack = QStackedLayout(self)
        self._stack.addWidget(self.empty)
        self._stack.addWidget(self._topic_page)

    def _connect(self) -> None:
        self._loader.opened.connect(self._opened)
        self._loader.changed.connect(self._changed)
        self._loader.absent.connect(self._absent)
        self._loader.failed.connect(self._failed)
        self.marker.read.connect(self.read)
        self._ways.topic_requested.connect(self._topic_requested)
        self._ways.member_requested.connect(self.member_requested)
        self._ways.told.connect(self.status_message)
        self.heading.group_requested.connect(self.group_requested)
        self.heading.strip.opened.connect(self._strip_opened)
        self.writing.put.connect(self.put)
        self.writing.outbox_wanted.connect(self.outbox_wanted)
        self.writing.told.connect(self.status_message)
        self.writing.failed.connect(self.failed)
        self.writing.changed.connect(self.look_again)
        self.writing.left.connect(lambda: self.thread_view.setFocus(Qt.FocusReason.OtherFocusReason))
        self.thread_view.moved.connect(lambda _by_hand: self._follow_sight())
        self.thread_view.zoom_asked.connect(self._zoom_by)

    def _connect_actions(self) -> None:
        actions = self.actions_
        actions.first_unread.triggered.connect(
            lambda: self._going.go_to_row(reading.first_unread(self._loader.rows))
        )
        actions.to_answer.triggered.connect(
            lambda: self._going.go_to_row(reading.accepted_answer(self._loader.rows))
        )
        actions.save.triggered.connect(self._save)
        self.writing.connect_actions(actions)
        actions.copy_link.triggered.connect(lambda: self._ways.copy_link())
        actions.copy_quote.triggered.connect(lambda: self._ways.copy_quote())
        actions.open_browser.triggered.connect(lambda: self._ways.open_browser())
        actions.zoom_in.triggered.connect(lambda: self._zoom_by(1))
        actions.zoom_out.triggered.connect(lambda: self._zoom_by(-1))
        actions.zoom_reset.triggered.connect(lambda: self.set_zoom(100))

    def _make_post(self) -> PostView:
        view = PostView(self._pictures, self._faces, self._theme)
        self._ways.connect_post(view)
        self.writing.connect_post(view)
        view.number_requested.connect(self._going.go_to)
        return view

    def _opened(self) -> None:
        head, rows = self._loader.head, self._loader.rows
        if head is None:
            return
        self._new_from = reading.new_since(rows, head.last_visit)
        self._show_head(head)
        self._stack.setCurrentWidget(self._topic_page)
        self.thread_view.show_posts(self._page(head), self._going.position())
        self.marker.watch(rows)
        draft, self._draft = self._draft, None
        if draft is not None and draft.topic_id == head.topic_id:
            self.writing.open_draft(draft)

    def _changed(self) -> None:
        head, rows = self._loader.head, self._loader.rows
        if head is None:
            return
        if self._new_from is None:
            self._new_from = reading.new_since(rows, self._loader.last_visit)
        self._show_head(head)
        self.thread_view.replace_posts(self._page(head))
        self.marker.watch(rows)
        position = self._going.position()
        if position is not None:
            self.thread_view.jump_to(position)

    def _absent(self) -> None:
        self.empty.tell_absent()
        self._show_empty()

    def _failed(self, error: Exception) -> None:
        self.empty.tell_failed(error)
        self._show_empty()

    def _page(self, head: TopicHead) -> list[reading.Shown]:
        mine = self._loader.mine
        return reading.page_of(
            self._loader.rows,
            head,
            self._new_from,
            complete=self._loader.complete,
            pending=mine.pending if mine is not None else None,
            me=mine.me if mine is not None else 0,
        )

    def _show_head(self, head: TopicHead) -> None:
        self.heading.show_head(head)
        if self._loader.mine is not None:
            self.heading.show_audience(self._loader.mine.audience)
            self.writing.show_topic(head, self._loader.mine, self._loader.rows)
        self._tell_minutes(head)
        self.actions_.enable(True)
        self.actions_.save.setChecked(bool(head.saved))
        self._follow_sight()

    def _tell_minutes(self, head: TopicHead) -> None:
        self.header.tell_minutes(wording.minutes(reading.minutes_to_read(head.words)))

    def _show_empty(self) -> None:
        self.actions_.enable(False)
        self._stack.setCurrentWidget(self.empty)

    def _follow_sight(self) -> None:
        """The ways to the answer and to what is unread are there when they lead somewhere else."""
        rows, seen = self._loader.rows, {item.row.post_id for item in self.thread_view.in_sight()}
        self.actions_.to_answer.setVisible(reading.accepted_answer(rows) is not None)
        self.actions_.first_unread.setVisible(any(row.unread and row.post_id not in seen for row in rows))

    def _topic_requested(self, topic_id: int, number: int) -> None:
        if topic_id == self.topic:
            self._going.go_to(number)
        else:
            self.open_topic.emit(topic_id, number)

    def _strip_opened(self, is_open: bool) -> None:
        head = self._loader.head
        if head is None:
            return
        if is_open:
            self.audience_wanted.emit(head.group_id)
        else:
            # Not when it opens: the marks of who is new would go while one looks at them.
            self.writing.saw_audience(head.group_id)

    def _save(self, wanted: bool) -> None:
        if self.topic is not None:
            self.save_toggled.emit(self.topic, wanted)

    def _zoom_by(self, steps: int) -> None:
        self.set_zoom(zoom.stepped(self._zoom, steps))
