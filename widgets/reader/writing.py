"""What the reader writes with: the box, the acts on posts, and the keys and buttons that lead to them."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from app import topic_writing
from app.audience import note_seen
from app.reading import Reading, Shown
from app.share import now_ms
from sync.connectors.base import PostLimits
from widgets.audience.readers_popup import ReadersPopup
from widgets.background import Background
from widgets.delaying import rings_once
from widgets.faces import Faces
from widgets.reader.post_acts import Fetch, PostActs
from widgets.reader.reply_box import ReplyBox
from widgets.reader.replying import Replying
from widgets.theme import Theme

if TYPE_CHECKING:
    from app.topic_writing import Begun, Mine
    from sync.store.drafts import Draft
    from sync.store.rows import PostRow, TopicHead
    from widgets.composer.editor import Editor
    from widgets.reader.actions import ReaderActions
    from widgets.reader.post import PostView
    from widgets.reader.ways import Ways

# After the moment at which something leaves, so that the round has begun with it.
_A_MOMENT_MS = 300


class Writing(QObject):
    """Everything that the member does in the open topic of one reader.

    ``put(Item)`` when something is in the outbox (``None``: it undid what never left), ``changed`` when what
    is the member's own in the topic must be read anew, ``outbox_wanted`` to look there, ``told(str)`` a
    passing text, ``left`` when the box gives the keyboard back, ``failed(Exception)`` a fault of the cache.
    """

    put = Signal(object)
    changed = Signal()
    outbox_wanted = Signal()
    told = Signal(str)
    left = Signal()
    failed = Signal(object)

    def __init__(
        self, page: QWidget, background: Background, theme: Theme, faces: Faces, source: Reading, ways: Ways
    ) -> None:
        super().__init__(page)
        self._background, self._theme, self._faces = background, theme, faces
        self._source, self._ways = source, ways
        self._mine: Mine | None = None
        self._leaving = rings_once(self, self.changed.emit)
        self.box = ReplyBox(theme, self._make_editor, page)
        self.replying = Replying(background, source, self.box, self)
        self.acts = PostActs(background, source, self.box, self.replying, self)
        self.box.audience.clicked.connect(lambda _checked=False: self._show_readers())
        for signal in (self.replying.put, self.acts.put):
            signal.connect(self._put)
        self.replying.left.connect(self.left)
        self.replying.kept.connect(self.changed)
        self.acts.told.connect(self.told)
        self.acts.failed.connect(self.failed)

    def connect_actions(self, actions: ReaderActions) -> None:
        """Follow the keys."""
        actions.reply.triggered.connect(self.reply)
        actions.quote_reply.triggered.connect(self.quote)
        actions.like.triggered.connect(lambda: self._act("like"))
        actions.edit.triggered.connect(lambda: self._act("edit"))
        actions.delete.triggered.connect(lambda: self._act("delete"))

    def connect_post(self, view: PostView) -> None:
        """Follow the buttons under a post."""
        view.deed_chosen.connect(self._deed_chosen)
        view.quote_wanted.connect(self.quote)

    def may_fetch(self, fetch: Fetch) -> None:
        """``fetch(post_id)`` asks the community how a post was written; it blocks."""
        self.acts.fetch_source = fetch

    def show_topic(self, head: TopicHead, mine: Mine, rows: list[PostRow]) -> None:
        """A topic is open, or something in it is different."""
        self._mine = mine
        moment = mine.pending.next_moment()
        if moment is not None:
            self._leaving.start(max(moment - now_ms(), 0) + _A_MOMENT_MS)
        self.replying.show_topic(head, mine, rows)
        self.box.show()

    def _show_readers(self) -> None:
        if self._mine is not None:
            popup = ReadersPopup(self._mine.audience, self._theme, self._faces, self.box)
            popup.pop_up(self.box.audience)

    def close_topic(self) -> None:
        """The topic is left."""
        self._mine = None
        self.replying.close_topic()

    def reply(self) -> None:
        """Answer the post that has the keyboard, or the topic."""
        view = self._ways.post_in_hand()
        row = view.shown.row if view is not None and view.shown is not None else None
        self.replying.begin(row if row is not None and row.post_id > 0 else None)

    def quote(self, view: PostView | None = None) -> None:
        """Quote the selection, or else the post in hand or in sight, in the answer."""
        view = view or self._ways.post_in_hand() or self._ways.post_in_sight()
        if view is not None and view.shown is not None and view.shown.row.post_id > 0:
            text = view.body.selected_text() or view.body.toPlainText()
            self.replying.quote(view.shown.row, text)

    def open_draft(self, draft: Draft) -> None:
        """Go on with an answer or a change in the box; its topic is the open one."""
        store = self._source.store

        def go_on(begun: Begun | None) -> None:
            if begun is not None:
                self.replying.open_draft(begun.draft, begun.files)

        self._background.run(
            lambda: topic_writing.begun(store, draft.draft_id), go_on, self.failed.emit, key="reader-draft"
        )

    def saw_audience(self, group_id: int) -> None:
        """The member looked at who reads along in a closed group: nobody there is new any more."""
        store = self._source.store
        self._background.run(
            lambda: store.write(lambda conn: note_seen(conn, group_id, now_ms())),
            lambda _nothing: None,
            self.failed.emit,
        )

    def end(self) -> None:
        """Keep what is being written, before the window goes."""
        self.replying.drafts.end()

    def set_theme(self, theme: Theme) -> None:
        """Another look or text size."""
        self._theme = theme
        self.box.set_theme(theme)

    def retranslate(self) -> None:
        """Say everything in the language of now."""
        self.replying.retranslate()

    def _put(self, item: object) -> None:
        self.changed.emit()
        self.put.emit(item)

    def _act(self, name: str) -> None:
        view = self._ways.post_in_hand() or self._ways.post_in_sight()
        if view is not None:
            self._deed_chosen(name, view)

    def _deed_chosen(self, name: str, view: PostView) -> None:
        shown: Shown | None = view.shown
        if shown is None or self._mine is None:
            return
        if name == "outbox":
            self.outbox_wanted.emit()
        elif name == "reply":
            self.replying.begin(shown.row)
        elif name == "like":
            self.acts.like(shown)
        elif name == "edit":
            self.acts.edit(shown, self._mine)
        else:
            self.acts.ask_to_delete(shown)

    def _make_editor(self) -> Editor:
        from app.composer import editing
        from widgets.composer.desk import EditorDesk
        from widgets.composer.editor import Editor

        store, address = self._source.store, self._source.address
        desk = EditorDesk(
            complete=partial(editing.complete, store),
            render=partial(editing.rendered, store, address),
            attach=self._attach,
            limits=self._mine.limits if self._mine is not None else PostLimits(),
        )
        made = Editor(self._background, self._theme, self._faces, self._source, desk, compact=True)
        made.failed.connect(self.failed)
        return made

    def _attach(self, name: str, kind: str, content: bytes) -> str:
        keeping = self.replying.drafts.current
        if keeping is None:
            raise OSError(name)
        return keeping.keeper.attach(name, kind, content)
