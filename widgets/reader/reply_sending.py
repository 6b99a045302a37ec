"""What is asked before an answer goes: is it fit to send, who reads along by now, whose text is it."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, Signal
from PySide6.QtGui import QTextCursor

from app.audience import Audience, Change
from app.composer import checking
from app.reading import Reading
from app.share_guard import PASSAGE_WORDS, Guard
from widgets.audience import warnings
from widgets.background import Background
from widgets.composer.keeping import Keeping
from widgets.reader.reply_box import ReplyBox

if TYPE_CHECKING:
    from app.composer.checking import Check
    from sync.outbox import Item

translate = QCoreApplication.translate


class ReplySending(QObject):
    """Sends what is in the box. ``sent(Keeping, Item)``; ``lost(Exception)`` when it could not be put in the
    outbox; ``accepted(Audience)`` when the member is content with who reads along by now."""

    sent = Signal(object, object)
    lost = Signal(object)
    accepted = Signal(object)

    def __init__(self, background: Background, source: Reading, box: ReplyBox, parent: QObject) -> None:
        super().__init__(parent)
        self._background, self._source, self._box = background, source, box
        self._keeping: Keeping | None = None
        self._pasted: list[str] = []

    def begin(self, keeping: Keeping | None) -> None:
        """Another text is in the box, or none."""
        self._keeping = keeping
        self._pasted = []
        self._box.warning.clear()

    def send(self, *, seen: bool = False, free: bool = False) -> None:
        """Put it in the outbox, once the member knows who reads it. ``seen``: they know of new readers;
        ``free``: of text from another group."""
        keeping = self._keeping
        if keeping is None or not self._fit(keeping):
            return
        self._box.set_busy(True)
        kept, store, draft = keeping.submit(), self._source.store, keeping.keeper.draft

        def check() -> Check:
            kept.result()
            return checking.check(store, draft)

        def checked(check: Check) -> None:
            if self._keeping is not keeping:
                return
            if check.change.grew and not seen:
                self._box.set_busy(False)
                self.tell_grew(check.change, lambda: self._send_seen(check.audience, free=free))
            elif check.guard is not None and not free:
                self._box.set_busy(False)
                self._tell_guard(check.guard, lambda: self.send(seen=seen, free=True))
            else:
                self._put(keeping)

        self._background.run(check, checked, lambda error: self._not_sent(keeping, error))

    def check_pasted(self, text: str) -> None:
        """Text was pasted: does it come from a closed group that others than the readers here are in?"""
        keeping = self._keeping
        if keeping is None or len(text.split()) < PASSAGE_WORDS:
            return
        store, group_id = self._source.store, keeping.keeper.draft.group_id

        def told(guard: Guard | None) -> None:
            if guard is not None and self._keeping is keeping:
                self._pasted.append(text)
                self._tell_guard(guard, self._box.warning.clear)

        self._background.run(
            lambda: checking.guard(store, text, group_id), told, self.lost.emit, key="reply-guard"
        )

    def tell_grew(self, change: Change, anyway: Callable[[], object] | None) -> None:
        """Say who reads along since; with ``anyway`` that it can be sent all the same."""
        words = warnings.grew(change)
        change_it = (translate("reply", "Change"), self._change)
        ways = [change_it] if anyway is None else [(translate("reply", "Send anyway"), anyway), change_it]
        again = partial(self.tell_grew, change, anyway)
        self._box.warning.tell("grew", words.strong, words.rest, ways, again=again)

    def _tell_guard(self, guard: Guard, anyway: Callable[[], object]) -> None:
        words = warnings.guarded(guard)
        ways = [
            (translate("reply", "Only the link"), lambda: self._only_link(guard)),
            (translate("reply", "Keep the text"), anyway),
        ]
        again = partial(self._tell_guard, guard, anyway)
        self._box.warning.tell("guard", words.strong, words.rest, ways, drawing="lock", again=again)

    def _send_seen(self, shown: Audience, *, free: bool) -> None:
        self.accepted.emit(shown)
        self.send(seen=True, free=free)

    def _change(self) -> None:
        self._box.warning.clear()
        self._box.opened.emit("")

    def _only_link(self, guard: Guard) -> None:
        """The address in the place of what was pasted, or of all when that is not there any more."""
        link = checking.link_instead(guard, self._source.address)
        field = self._box.editor.field
        text = field.toPlainText()
        passage = next((one.strip() for one in self._pasted if one.strip() in text), text)
        cursor = QTextCursor(field.document())
        cursor.setPosition(text.index(passage))
        cursor.setPosition(text.index(passage) + len(passage), QTextCursor.MoveMode.KeepAnchor)
        cursor.insertText(link.strip() if passage != text else link)
        self._box.warning.clear()
        field.setFocus()

    def _put(self, keeping: Keeping) -> None:
        keeping.submit()
        keeping.stop()

        def done(item: Item) -> None:
            self._box.set_busy(False)
            self.sent.emit(keeping, item)

        self._background.run(keeping.keeper.send, done, lambda error: self._not_sent(keeping, error))

    def _not_sent(self, keeping: Keeping, error: Exception) -> None:
        self._box.set_busy(False)
        keeping.soon()
        self.lost.emit(error)

    def _fit(self, keeping: Keeping) -> bool:
        text, draft = self._box.editor.text().strip(), keeping.keeper.draft
        most = self._box.editor.desk.limits.post_most
        if self._box.editor.adding:
            self._box.tell(translate("reply", "A file is still being added. Try again in a moment."))
        elif not text:
            self._box.tell(translate("reply", "Write something first."))
        elif draft.action == "edit" and text == draft.original.strip():
            self._box.tell(translate("reply", "You have not changed anything yet."))
        elif len(text) > most:
            self._box.tell(
                translate("reply", "This is too long: at most {0} characters.").format(most), alarm=True
            )
        else:
            return True
        return False
