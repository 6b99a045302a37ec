"""Writing in the open topic: which text is in the box, and how it comes and goes."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal

from app import topic_writing
from app.audience import Audience, snapshot_of
from app.reading import Reading
from sync.errors import DiskFull
from widgets.background import Background
from widgets.composer import saying
from widgets.composer.time_spent import TimeSpent
from widgets.composer.tray import attached
from widgets.reader import reply_words
from widgets.reader.reply_box import ReplyBox
from widgets.reader.reply_drafts import ReplyDrafts
from widgets.reader.reply_sending import ReplySending

if TYPE_CHECKING:
    from app.topic_writing import Mine
    from sync.outbox import Item
    from sync.store.drafts import Draft
    from sync.store.rows import PostRow, TopicHead
    from sync.store.uploads import Upload
    from widgets.composer.keeping import Keeping


class Replying(QObject):
    """Writes in the box of one reader. ``put(Item)`` when something is in the outbox; ``left`` when the box
    gives the keyboard back; ``kept`` when a text that was put aside is on the disk."""

    put = Signal(object)
    left = Signal()
    kept = Signal()

    def __init__(self, background: Background, source: Reading, box: ReplyBox, parent: QObject) -> None:
        super().__init__(parent)
        self._box = box
        self._head: TopicHead | None = None
        self._mine: Mine | None = None
        self._rows: Sequence[PostRow] = ()
        self._spent = TimeSpent()
        self._snapshot = ""
        self._group_id: int | None = None
        self._reply_to: int | None = None
        self._wired = False
        self.drafts = ReplyDrafts(source.store, background, self)
        self._kept_at = 0
        self.drafts.kept.connect(self._tell_kept)
        self.drafts.lost.connect(self._lost)
        self.drafts.changed.connect(self.kept)
        self.sending = ReplySending(background, source, box, self)
        self.sending.sent.connect(self._sent)
        self.sending.lost.connect(self._lost)
        self.sending.accepted.connect(self._accepted)
        box.opened.connect(self._box_opened)
        box.send_wanted.connect(lambda: self.sending.send())
        box.left.connect(self.leave)
        box.draft_chosen.connect(self._draft_chosen)

    def show_topic(self, head: TopicHead, mine: Mine, rows: Sequence[PostRow]) -> None:
        """Another topic is open, or the same with other facts; what is being written stays."""
        if self._head is None or self._head.topic_id != head.topic_id:
            self.close_topic()
        self._head, self._mine, self._rows = head, mine, rows
        self._box.show_audience(mine.audience)
        self._box.set_closed(reply_words.closed() if head.locked else "")
        self._say()
        if self.drafts.current is None and self._others() and mine.change.grew:
            self.sending.tell_grew(mine.change, None)

    def close_topic(self) -> None:
        """The topic is left: what is written is kept, and the box is as it was."""
        self.drafts.put_aside()
        self.sending.begin(None)
        self._head = self._mine = None
        self._rows = ()
        self._box.set_open(False)
        self._tell_kept(0)

    def begin(self, replied: PostRow | None = None) -> None:
        """Open the box for an answer to a post, or to the topic: a draft that was begun for it goes on."""
        if self._head is None or self._mine is None or self._head.locked:
            return
        number = replied.number if replied is not None and replied.number > 1 else None
        now = self.drafts.draft
        if now is not None and now.action == "reply" and self._takes(number):
            self._say()
            self._show_box()
            return
        draft = topic_writing.to_go_on_with(self._others(), number)
        if draft is None:
            draft = topic_writing.begin_reply(self._mine.audience, self._head.topic_id, number)
        self.open_draft(draft, self._mine.files.get(draft.draft_id, ()))

    def open_draft(self, draft: Draft, files: Sequence[Upload] = ()) -> None:
        """Go on with this text in the box."""
        self.drafts.put_aside()
        self._snapshot, self._group_id, self._reply_to = draft.audience, draft.group_id, draft.reply_to
        editor = self._box.editor
        if not self._wired:
            self._wired = True
            editor.changed.connect(self._edited)
            editor.pasted.connect(self.sending.check_pasted)
        editor.set_text(draft.raw, [attached(one) for one in files])
        self._spent = TimeSpent(editor.field.typing)
        self._spent.begin(draft)
        self.drafts.open(draft, self._fields)
        self.sending.begin(self.drafts.current)
        self._tell_kept(0)
        self._say()
        self._show_box()
        mine = self._mine
        if draft.draft_id and mine is not None and mine.change.grew and mine.drafts[:1] == (draft,):
            self.sending.tell_grew(mine.change, None)

    def quote(self, row: PostRow, text: str) -> None:
        """Put what someone wrote in the answer, as a quote."""
        if not self._box.is_open:
            self.begin(row)
        if self._box.is_open:
            self._box.editor.quote(row.username or row.author, text, row.number, row.topic_id)
            self._box.editor.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def leave(self) -> None:
        """Close the box; the text stays as a draft."""
        self.drafts.put_aside()
        self.sending.begin(None)
        self._box.set_open(False)
        self._say()
        self.left.emit()

    def retranslate(self) -> None:
        """Say everything in the language of now."""
        self._box.retranslate()
        self._say()
        if self._kept_at:
            self._tell_kept(self._kept_at)

    def _takes(self, number: int | None) -> bool:
        """Whether the answer in the box is for this post, or can still become so."""
        if number is None or number == self._reply_to:
            return True
        if self._box.editor.text().strip():
            return False
        self._reply_to = number
        return True

    def _others(self) -> list[Draft]:
        """The drafts of answers here that are not in the box."""
        if self._mine is None or self._head is None:
            return []
        found = self.drafts.of_topic(self._head.topic_id, self._mine.drafts, self._mine.read_at)
        return [one for one in found if one.action == "reply"]

    def _fields(self) -> dict[str, object]:
        """The text in the box as it is by now."""
        return {
            "raw": self._box.editor.text(),
            "reply_to": self._reply_to,
            "audience": self._snapshot,
            "group_id": self._group_id,
            "reason": "",
            **self._spent.so_far(),
        }

    def _say(self) -> None:
        draft, others = self.drafts.draft, self._others()
        title = self._rows[0].author if self._rows and self._rows[0].number == 1 else ""
        replied = next((row for row in self._rows if row.number == self._reply_to), None)
        self._box.say(
            inviting=reply_words.inviting(title),
            begun=reply_words.begun(others[0]) if draft is None and others else "",
            target="" if draft is None else reply_words.target(draft, replied),
            button=reply_words.button(draft),
        )
        shown = others if draft is not None else others[1:]
        offered = [(one.draft_id, reply_words.first_words(one)) for one in shown if one.draft_id]
        self._box.offer_drafts(reply_words.other_drafts(len(offered)), offered)

    def _show_box(self) -> None:
        self._box.set_open(True)
        self._box.editor.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _box_opened(self, tool: str) -> None:
        self.begin()
        if tool and self._box.is_open:
            self._box.editor.actions_[tool].trigger()

    def _draft_chosen(self, draft_id: int) -> None:
        draft = next((one for one in self._others() if one.draft_id == draft_id), None)
        if draft is not None and self._mine is not None:
            self.open_draft(draft, self._mine.files.get(draft_id, ()))

    def _edited(self) -> None:
        if self.drafts.current is not None:
            self.drafts.current.soon()

    def _accepted(self, shown: Audience) -> None:
        self._snapshot, self._group_id = snapshot_of(shown), shown.group_id

    def _sent(self, keeping: Keeping, item: Item) -> None:
        here = self.drafts.current is keeping
        self.drafts.sent(keeping)
        if here:
            self.sending.begin(None)
            self._box.set_open(False)
            self._say()
            self.left.emit()
        self.put.emit(item)

    def _tell_kept(self, moment: int) -> None:
        self._kept_at = moment
        self._box.tell(saying.kept(moment) if moment else "")

    def _lost(self, error: Exception) -> None:
        self._kept_at = 0
        words = reply_words.no_room() if isinstance(error, DiskFull) else reply_words.not_kept()
        self._box.tell(words, alarm=True)
