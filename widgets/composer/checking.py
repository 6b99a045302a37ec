"""What the member must know before something goes to others: who joined since, and text of a closed group."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, Qt, Signal

from app.composer import checking
from widgets.audience import warnings

if TYPE_CHECKING:
    from app.audience import Audience, Change
    from app.composer.checking import Check
    from app.reading import Reading
    from app.share_guard import Guard
    from sync.store.drafts import Draft
    from widgets.background import Background
    from widgets.composer.draft_fields import DraftFields
    from widgets.composer.sheet import Sheet

translate = QCoreApplication.translate


class Checking(QObject):
    """Looks before something is sent, and tells on the sheet what it finds.

    ``again()``: the member knows, and wants it sent. ``held()``: something is to be known first.
    ``failed(Exception)``: it could not be looked up.
    """

    again = Signal()
    held = Signal()
    failed = Signal(object)

    def __init__(
        self,
        sheet: Sheet,
        fields: DraftFields,
        source: Reading,
        background: Background,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._sheet, self._fields = sheet, fields
        self._source, self._background = source, background
        self._allowed: set[tuple[int, int | None]] = set()
        self._stopped = False

    def stop(self) -> None:
        """The sheet goes on with something else: nothing more is told on it."""
        self._stopped = True

    def before_sending(self, draft: Draft, send: Callable[[], None]) -> None:
        """Call ``send`` when there is nothing the member must know first."""
        self._background.run(
            lambda: checking.check(self._source.store, draft),
            partial(self._checked, send),
            self._fail,
        )

    def look_again(self, draft: Draft) -> None:
        """Look whether others read along by now."""
        seen = replace(draft, group_id=self._fields.group_id, audience=self._fields.snapshot)
        self._background.run(
            lambda: checking.changed(self._source.store, seen),
            self.tell_change,
            self._fail,
            key="composer-grew",
        )

    def pasted(self, text: str) -> None:
        """Look whether pasted text comes from a closed group, and gets other readers here."""
        group_id = self._fields.group_id

        def told(guard: Guard | None) -> None:
            if guard is not None and not self._stopped and not self._is_allowed(guard):
                self._tell_guard(guard, text, sending=False)

        self._background.run(
            lambda: checking.guard(self._source.store, text, group_id), told, self._fail, key="composer-guard"
        )

    def tell_change(self, change: Change) -> None:
        """Name who reads along that did not; nothing when nobody does."""
        if self._stopped:
            return
        if not change.grew:
            self._sheet.warning.clear("grew")
            return
        ways = [
            (translate("composer", "Share anyway"), self._share_anyway),
            (translate("composer", "Change"), self._adjust),
        ]
        again = partial(self.tell_change, change)
        self._sheet.warning.tell("grew", *warnings.grew(change), ways, again=again)

    def _checked(self, send: Callable[[], None], found: Check) -> None:
        if self._stopped:
            return
        if found.change.grew:
            self.held.emit()
            self.tell_change(found.change)
        elif found.guard is not None and not self._is_allowed(found.guard):
            self.held.emit()
            self._tell_guard(found.guard, self._fields.text, sending=True)
        else:
            send()

    def _share_anyway(self) -> None:
        group_id = self._fields.group_id

        def seen(found: Audience) -> None:
            if self._stopped:
                return
            self._sheet.show_audience(found)
            self._fields.saw(found, anew=True)
            self._sheet.warning.clear("grew")
            self.again.emit()

        self._background.run(lambda: checking.readers(self._source.store, group_id), seen, self._fail)

    def _adjust(self) -> None:
        self._sheet.warning.clear()
        self._sheet.editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def _tell_guard(self, guard: Guard, passage: str, *, sending: bool) -> None:
        anyway = translate("composer", "Share anyway") if sending else translate("composer", "Leave it in")
        ways = [
            (translate("composer", "Share only the link"), lambda: self._only_link(guard, passage)),
            (anyway, lambda: self._allow(guard, sending=sending)),
        ]
        again = partial(self._tell_guard, guard, passage, sending=sending)
        self._sheet.warning.tell("guard", *warnings.guarded(guard), ways, drawing="lock", again=again)

    def _only_link(self, guard: Guard, passage: str) -> None:
        self._sheet.warning.clear("guard")
        self._fields.replace_in_text(passage, checking.link_instead(guard, self._source.address))
        self._sheet.editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def _allow(self, guard: Guard, *, sending: bool) -> None:
        self._allowed.add((guard.origin.group_id, guard.target_id))
        self._sheet.warning.clear("guard")
        if sending:
            self.again.emit()

    def _is_allowed(self, guard: Guard) -> bool:
        return (guard.origin.group_id, guard.target_id) in self._allowed

    def _fail(self, error: Exception) -> None:
        # Not the signal itself: an answer may come when the draft is gone.
        self.failed.emit(error)
