"""What the member does with a post: like it, change or delete one of their own. All of it by the outbox."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, Qt, Signal

from app import share, topic_writing
from app.reading import Reading, Shown
from widgets.background import Background
from widgets.reader.reply_box import ReplyBox
from widgets.reader.replying import Replying

if TYPE_CHECKING:
    from app.topic_writing import Begun, Mine
    from sync.outbox import Item
    from sync.store.rows import PostRow

translate = QCoreApplication.translate

Fetch = Callable[[int], str]


class PostActs(QObject):
    """Acts on the posts of one reader. ``put(Item)`` when something is in the outbox (``None``: it undid what
    never left), ``told(str)`` a passing text, ``failed(Exception)`` when it could not be kept.

    ``fetch_source`` asks the community how a post was written; without it only what is known here helps.
    """

    put = Signal(object)
    told = Signal(str)
    failed = Signal(object)

    def __init__(
        self, background: Background, source: Reading, box: ReplyBox, replying: Replying, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._background, self._source = background, source
        self._box, self._replying = box, replying
        self.fetch_source: Fetch | None = None

    def like(self, shown: Shown) -> None:
        """Like a post, or no longer."""
        row, store = shown.row, self._source.store
        if shown.own or row.post_id <= 0:
            return
        wanted = not row.liked
        self._background.run(lambda: share.like(store, row.post_id, wanted), self.put.emit, self.failed.emit)

    def ask_to_delete(self, shown: Shown) -> None:
        """Ask once; the opening post takes its topic with it."""
        row, warning = shown.row, self._box.warning
        if not shown.own or shown.waiting is not None:
            return
        if row.number == 1:
            strong = translate("reader", "Delete this topic?")
            rest = translate("reader", "The answers of others go with it.")
        else:
            strong = translate("reader", "Delete your post?")
            rest = translate("reader", "You can take this back until it has left.")
        ways = [
            (translate("reader", "Delete"), lambda: self._delete(row)),
            (translate("reader", "Keep it"), warning.clear),
        ]
        warning.tell("delete", strong, rest, ways, tone="danger", drawing="trash-2")
        warning.buttons[-1].setFocus(Qt.FocusReason.OtherFocusReason)

    def edit(self, shown: Shown, mine: Mine) -> None:
        """Change an own post: at once where it is known how it was written, else that is asked first."""
        row, store = shown.row, self._source.store
        if not shown.own or shown.waiting is not None:
            return

        def begin(begun: Begun | None) -> None:
            if begun is not None:
                self._replying.open_draft(begun.draft, begun.files)
            else:
                self._fetch(row, mine)

        self._background.run(
            lambda: topic_writing.edit_here(store, mine.audience, row.topic_id, row.post_id),
            begin,
            self.failed.emit,
            key="reader-edit",
        )

    def _fetch(self, row: PostRow, mine: Mine) -> None:
        fetch = self.fetch_source
        if fetch is None:
            self._not_fetched(row, mine)
            return
        self.told.emit(translate("reader", "Fetching your text as you wrote it …"))

        def begin(raw: str) -> None:
            self.told.emit("")
            self._replying.open_draft(topic_writing.begin_edit(mine.audience, row.topic_id, row.post_id, raw))

        self._background.run(
            lambda: fetch(row.post_id), begin, lambda _error: self._not_fetched(row, mine), key="reader-edit"
        )

    def _not_fetched(self, row: PostRow, mine: Mine) -> None:
        self.told.emit("")
        ways = [
            (translate("reader", "Try again"), lambda: self._again(row, mine)),
            (translate("reader", "Not now"), self._box.warning.clear),
        ]
        self._box.warning.tell(
            "source",
            translate("reader", "This post cannot be changed now."),
            translate("reader", "The community has your text as you wrote it, and it cannot be reached."),
            ways,
            drawing="cloud-off",
        )

    def _again(self, row: PostRow, mine: Mine) -> None:
        self._box.warning.clear("source")
        self._fetch(row, mine)

    def _delete(self, row: PostRow) -> None:
        self._box.warning.clear()
        store, post_id = self._source.store, row.post_id if row.number > 1 else None

        def delete() -> Item:
            return share.delete(store, row.topic_id, post_id)

        self._background.run(delete, self.put.emit, self.failed.emit)
