"""One draft in the sheet, from its first key until it is in the outbox: kept, advised, checked, sent."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, Qt, Signal
from PySide6.QtWidgets import QApplication

from app.composer import checking
from app.composer.advice import advise
from app.composer.opening import note_group
from app.drafts import Keeper
from widgets.composer.asking import Asking
from widgets.composer.checking import Checking
from widgets.composer.draft_fields import DraftFields
from widgets.composer.keeping import Keeping
from widgets.composer.kinds_row import KindButton
from widgets.composer.missing import what_is_missing
from widgets.composer.telling import Telling

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from app.audience import Audience
    from app.composer.advice import Advice
    from app.composer.opening import Choices, Opened
    from app.language import Language
    from app.reading import Reading
    from sync.outbox import Item
    from sync.store.drafts import Draft
    from sync.store.rows import MemberCard
    from widgets.background import Background
    from widgets.composer.sheet import Sheet

translate = QCoreApplication.translate

# So much of a text says what it is about.
_READ = 4_000


class Composition(QObject):
    """Wires one draft to the sheet. ``sent(Item)`` when it is in the outbox, ``stayed()`` when it was not
    sent after all; ``failed(Exception)``.

    ``shown(Audience)`` when the member sees who reads along in a closed group.
    """

    sent = Signal(object)
    stayed = Signal()
    shown = Signal(object)
    failed = Signal(object)

    def __init__(
        self,
        sheet: Sheet,
        opened: Opened,
        choices: Choices,
        source: Reading,
        background: Background,
        language: Callable[[], Language],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._sheet, self._store, self._choices = sheet, source.store, choices
        self._background, self._language = background, language
        self._advice: Advice | None = None
        self._sending = False
        self._here = True
        self._telling = Telling(sheet, language)
        self.fields = DraftFields(sheet, language, self)
        self.fields.changed.connect(self.changed)
        self.checking = Checking(sheet, self.fields, source, background, self)
        self.checking.again.connect(self.share)
        self.checking.held.connect(lambda: self._set_sending(False))
        self.checking.failed.connect(self._not_sent)
        self.keeping = Keeping(Keeper(source.store, opened.draft), self.fields.written, background, self)
        self.keeping.kept.connect(self._tell_kept)
        self.keeping.lost.connect(self._tell_lost)
        self._asking = Asking(self._question, background, self)
        self._asking.answered.connect(self._advise)
        self._asking.failed.connect(self.failed)
        self._show(opened)

    @property
    def draft(self) -> Draft:
        """The draft as it was last handed over to be kept."""
        return self.keeping.keeper.draft

    @property
    def sending(self) -> bool:
        """Whether it is on its way to the outbox: then it is neither left nor kept."""
        return self._sending

    @property
    def advice(self) -> Advice | None:
        """What was found about what was written so far."""
        return self._advice

    def changed(self) -> None:
        """The member changed something."""
        if self._sending:
            return
        self.keeping.soon()
        self._asking.soon()
        if self._sheet.warning.what == "missing":
            self._sheet.warning.clear()

    def choose_kind(self, kind: str) -> None:
        """Go on as another kind of contribution."""
        sheet = self._sheet
        self.fields.show_kind(kind)
        sheet.title.show_hints([], self._language())
        if kind == "link":
            sheet.address.look_at_clipboard()
        if isinstance(QApplication.focusWidget(), KindButton):
            # The arrows go on through the kinds.
            self.changed()
            return
        target = {"link": sheet.address.edit, "spotlight": sheet.person.edit}.get(kind, sheet.title.edit)
        if target is sheet.person.edit and sheet.person.person is not None:
            target = sheet.title.edit
        target.setFocus(Qt.FocusReason.OtherFocusReason)
        self.changed()

    def choose_group(self, group_id: int) -> None:
        """Share it in another group; who reads along there is shown at once."""
        self.fields.choose_group(group_id)
        self._sheet.warning.clear()
        self._sheet.side.group.show_group(group_id)
        if self._advice is not None:
            self._sheet.side.show_suggestions(self._advice.suggestions)
        self._sheet.show_audience(None)
        self.look_who()
        self.changed()

    def look_who(self) -> None:
        """Show who reads along now."""
        group_id = self.fields.group_id
        if group_id is None:
            self._sheet.show_audience(None)
            return
        self._background.run(
            lambda: checking.readers(self._store, group_id),
            partial(self._show_audience, group_id),
            self._fail,
            key="composer-audience",
        )

    def look_again(self) -> None:
        """The community told more: who reads along may be others than when this was written."""
        self.look_who()
        self.checking.look_again(self.draft)

    def offer_choices(self, choices: Choices) -> None:
        """What can be chosen became known, or changed."""
        self._choices = choices
        sheet, fields = self._sheet, self.fields
        kinds = choices.kinds if fields.kind in choices.kinds else (*choices.kinds, fields.kind)
        sheet.kinds.offer(kinds, fields.kind)
        sheet.tags.offer(choices.tags, choices.limits.tags_most)
        sheet.side.group.offer(choices.groups)
        known = {group.group_id for group in choices.groups}
        new = not self.draft.draft_id and not fields.reason
        if new and choices.groups and fields.group_id not in known:
            fields.group_id = choices.last_group
        sheet.side.group.show_group(fields.group_id)
        if fields.group_id in known:
            self.look_who()
        else:
            sheet.show_audience(None)

    def thank(self, person: MemberCard) -> None:
        """Put this person in the spotlight."""
        self.fields.thank(person)
        self._sheet.editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def leave(self) -> Future[Draft]:
        """Stop writing for now: what was written is kept."""
        self._here = False
        self._asking.stop()
        self.checking.stop()
        self.keeping.freeze()
        return self.keeping.submit()

    def share(self) -> None:
        """Check what must be known before it goes, and send it."""
        if self._sending:
            return
        if (target := self._tell_missing()) is not None:
            target.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self._set_sending(True)
        self.fields.finish()
        self.keeping.submit()
        self.checking.before_sending(self.draft, self._leave_now)

    def retranslate(self) -> None:
        """Say in the language of now what is said."""
        self.fields.name_title()
        self._telling.retranslate()
        self._asking.now()

    def attach(self, name: str, kind: str, content: bytes) -> str:
        """Keep a file with the draft; blocks. See ``Keeper.attach``."""
        return self.keeping.keeper.attach(name, kind, content)

    def _show(self, opened: Opened) -> None:
        sheet = self._sheet
        self._sending = False
        sheet.set_busy(False)
        sheet.warning.clear()
        sheet.offer.clear()
        sheet.side.show_suggestions([])
        sheet.side.show_similar([])
        sheet.show_audience(None)
        self.fields.show(opened)
        self.offer_choices(self._choices)
        self._telling.kept(opened.draft.changed if opened.draft.draft_id else 0)
        if self.fields.reason:
            self._telling.reason(self.fields.reason)
        elif opened.change.grew:
            self.checking.tell_change(opened.change)
        if self.fields.draft_title or self.fields.text.strip():
            self._asking.now()

    def _question(self) -> Callable[[], Advice]:
        fields, group = self.fields, self._sheet.side.group.chosen
        title, kind, language = fields.draft_title, fields.kind, self._language()
        raw = fields.text[:_READ]
        if fields.given_title == title:
            # What the program filled in is about a person, or a page: nothing to advise on.
            title = ""
        return lambda: advise(self._store, title, raw, kind, group, language)

    def _advise(self, advice: Advice) -> None:
        if not self._here:
            return
        self._advice = advice
        self._sheet.title.show_hints(advice.hints, self._language())
        self._sheet.side.show_suggestions(advice.suggestions)
        self._sheet.side.show_similar(advice.similar)

    def _show_audience(self, group_id: int, found: Audience) -> None:
        if self._here and group_id == self.fields.group_id:
            self.fields.saw(found)
            self._sheet.show_audience(found)
            if found.closed:
                self.shown.emit(found)

    def _set_sending(self, sending: bool) -> None:
        self._sending = sending
        self._sheet.set_busy(sending)
        if not sending:
            self.stayed.emit()

    def _leave_now(self) -> None:
        if not self._here:
            return
        self._background.run(self._send, self._sent, self._not_sent)

    def _send(self) -> Item:
        item = self.keeping.keeper.send()
        if item.group_id is not None:
            note_group(self._store, item.group_id)
        return item

    def _sent(self, item: Item) -> None:
        self.keeping.stop()
        self._asking.stop()
        self.sent.emit(item)

    def _not_sent(self, error: Exception) -> None:
        if not self._here:
            self.failed.emit(error)
            return
        self._set_sending(False)
        self.keeping.soon()
        self._telling.unsent(error)

    def _fail(self, error: Exception) -> None:
        # Not the signal itself: an answer may come when the draft is gone.
        self.failed.emit(error)

    def _tell_kept(self, moment: int) -> None:
        if self._here:
            self._telling.kept(moment)

    def _tell_lost(self, error: Exception) -> None:
        if self._here:
            self._telling.lost(error)

    def _tell_missing(self) -> QWidget | None:
        """Say what is still needed; the field for it, if anything is."""
        missing = what_is_missing(self._sheet, self.fields, self._choices.limits)
        if missing is None:
            return None
        words, target = missing
        self._sheet.warning.tell("missing", words, "", [], drawing="info", again=self._tell_missing)
        return target
