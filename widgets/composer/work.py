"""The composer in the window: opened from anywhere, several drafts one after the other, nothing ever lost."""

from __future__ import annotations

from concurrent.futures import Future
from dataclasses import replace
from functools import cached_property, partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, Signal

from app import drafts
from app.audience import Change
from app.composer import editing, opening
from app.composer.links import with_link
from app.composer.opening import Choices, Opened
from app.reading import Reading
from sync.connectors.base import PostLimits
from widgets.composer.composition import Composition
from widgets.composer.desk import EditorDesk
from widgets.composer.left_drafts import LeftDrafts
from widgets.composer.link_help import LinkHelp
from widgets.composer.reach import Reach
from widgets.composer.sheet import Sheet

if TYPE_CHECKING:
    from collections.abc import Callable

    from sync.model import Changes
    from sync.outbox import Item
    from sync.store.drafts import Draft
    from sync.store.rows import MemberCard
    from widgets.main_window import MainWindow
    from widgets.theme import Theme

translate = QCoreApplication.translate

_NONE_YET = Choices(("question", "experience", "link", "spotlight"), (), None, (), PostLimits())


class ComposerWork(QObject):
    """Wires the composer to a window. ``failed(Exception)`` tells what could not be read."""

    failed = Signal(object)

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self.source = Reading(window.client.store, window.client.account.url)
        self._choices = _NONE_YET
        self.composition: Composition | None = None
        self._next: Opened | None = None
        self._left = LeftDrafts(window.background, self)
        self._left.failed.connect(self.failed)
        window.installEventFilter(self)

    @cached_property
    def sheet(self) -> Sheet:
        """The sheet, made at its first use."""
        window = self._window
        made = Sheet(window, window.appearance.theme, self.source, self._desk(_no_draft))
        made.left.connect(self.close)
        made.changed.connect(self._changed)
        made.shared.connect(self._share)
        made.kind_chosen.connect(self._choose_kind)
        made.person.picked.connect(self._thank)
        made.side.picked.connect(self._choose_group)
        made.side.opened.connect(self._read)
        made.editor.pasted.connect(self._pasted)
        made.editor.failed.connect(self.failed)
        return made

    @cached_property
    def links(self) -> LinkHelp:
        """Help with links, made with the sheet."""
        made = LinkHelp(self.sheet, self._window.client, self._window.background, self)
        made.taken.connect(self._share_link)
        made.named.connect(self._name_link)
        return made

    @cached_property
    def reach(self) -> Reach:
        """What is asked of the community while one writes."""
        return Reach(self._window, self.sheet, self)

    @property
    def is_open(self) -> bool:
        """Whether something is being written in the sheet."""
        return self.composition is not None

    @property
    def ready(self) -> bool:
        """Whether it is known what can be chosen."""
        return self._choices is not _NONE_YET

    def warm(self) -> None:
        """Make the sheet and read what can be chosen, before it is asked for."""
        _ = self.links, self.reach
        self._read_choices()

    def compose(
        self, *, kind: str = "", group_id: int | None = None, title: str = "", raw: str = "", link: str = ""
    ) -> None:
        """Begin something new, with what is known of it filled in; what is open is kept first."""
        kind = kind or ("link" if link else "question")
        draft = replace(
            drafts.begin(group_id=group_id),
            kind=kind,
            title=title,
            raw=with_link(link, raw) if kind == "link" else raw,
        )
        before = self._begin(Opened(draft, [], None, Change()))
        self._read_choices()
        if link and not title:
            self.links.look_up(link)
        elif not (title or raw or link):
            self.links.offer_copied()
        if before is not None:
            self._tell_kept(before)

    def open_draft(self, draft_id: int) -> None:
        """Go on with a draft; one of an answer or an edit is where that is written."""
        if self.composition is not None and self.composition.keeping.draft_id == draft_id:
            return
        self._window.background.run(
            partial(opening.opened, self.source.store, draft_id),
            self._go_on,
            self.failed.emit,
            key="composer-open",
        )

    def close(self) -> None:
        """Close the sheet; what was written is kept."""
        if self.composition is None or not self.composition.sending:
            self._leave()
            self.sheet.close_over()

    def apply(self, changes: Changes) -> None:
        """The community told more: who reads along, and where one can write."""
        if self.composition is None or not changes:
            return
        if changes.groups or changes.members:
            self._read_choices()
            self.composition.look_again()

    def set_theme(self, theme: Theme) -> None:
        """Draw in another theme from now on."""
        if "sheet" in self.__dict__:
            self.sheet.set_theme(theme)

    def retranslate(self) -> None:
        """Say everything in the language of now."""
        if "sheet" in self.__dict__:
            self.sheet.retranslate()
        if self.composition is not None:
            self.composition.retranslate()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """What is written is kept when another window comes in front, and before this one goes."""
        if watched is self._window and self.composition is not None:
            if event.type() == QEvent.Type.WindowDeactivate and self.composition.keeping.unsaved:
                self.composition.keeping.keep()
            elif event.type() == QEvent.Type.Close and not self.composition.sending:
                self._leave()
        return super().eventFilter(watched, event)

    def _begin(self, opened: Opened) -> Future[Draft] | None:
        """Show a draft in the sheet; the one that was there is kept."""
        if self.composition is not None and self.composition.sending:
            self._next = opened
            return None
        before = self._leave()
        window = self._window
        self.composition = Composition(
            self.sheet,
            opened,
            self._choices,
            self.source,
            window.background,
            window.language,
            self,
        )
        # A file that is still being read belongs to the draft that it was put in.
        self.sheet.editor.desk = self._desk(self.composition.attach)
        self.composition.sent.connect(self._sent)
        self.composition.stayed.connect(self._begin_next)
        self.composition.shown.connect(self.reach.freshen)
        self.composition.failed.connect(self.failed)
        self.reach.look()
        self.sheet.open_over()
        self._focus(opened.draft)
        return before

    def _leave(self) -> Future[Draft] | None:
        """Let the draft in the sheet be; it is kept until it is really on the disk."""
        composition, self.composition = self.composition, None
        if composition is None:
            return None
        return self._left.hold(composition)

    def _focus(self, draft: Draft) -> None:
        sheet = self.sheet
        target = sheet.editor if draft.title else sheet.title.edit
        if draft.kind == "link" and not sheet.address.text():
            target = sheet.address.edit
        elif draft.kind == "spotlight" and sheet.person.person is None:
            target = sheet.person.edit
        target.setFocus(Qt.FocusReason.OtherFocusReason)

    def _read_choices(self) -> None:
        self._window.background.run(
            partial(opening.choices, self.source.store),
            self._show_choices,
            self.failed.emit,
            key="composer-choices",
        )
        self.reach.freshen_limits()

    def _show_choices(self, choices: Choices) -> None:
        if choices == self._choices:
            return
        self._choices = choices
        if self.composition is not None:
            self.composition.offer_choices(choices)

    def _go_on(self, opened: Opened | None) -> None:
        if opened is None:
            self._window.toast.show_message(translate("composer", "This draft is not there any more"))
        elif opened.draft.topic_id is not None:
            self.close()
            self._window.panes.show_page(None)
            self._window.panes.show_reader(True)
            self._window.topic_pane().open_draft(opened.draft)
        else:
            self._begin(opened)
            self._read_choices()

    def _changed(self) -> None:
        if self.composition is not None:
            self.composition.changed()

    def _share(self) -> None:
        if self.composition is not None:
            self.composition.share()

    def _choose_kind(self, kind: str) -> None:
        self.sheet.offer.clear()
        if self.composition is not None:
            self.composition.choose_kind(kind)

    def _choose_group(self, group_id: int) -> None:
        if self.composition is not None:
            self.composition.choose_group(group_id)

    def _pasted(self, text: str) -> None:
        if self.composition is not None:
            self.composition.checking.pasted(text)

    def _share_link(self, address: str) -> None:
        self.sheet.kinds.offer([button.kind for button in self.sheet.kinds.buttons], "link")
        self._choose_kind("link")
        self.sheet.address.edit.setText(address)

    def _name_link(self, title: str) -> None:
        if self.composition is not None:
            self.composition.fields.give_title(title)

    def _thank(self, person: MemberCard) -> None:
        if self.composition is not None:
            self.composition.thank(person)

    def _sent(self, item: Item) -> None:
        composition, self.composition = self.composition, None
        self.sheet.close_over()
        if composition is not None:
            composition.deleteLater()
        self._window.rooms.outbox.sent(item)
        self._begin_next()

    def _begin_next(self) -> None:
        """What was asked for while something was being sent."""
        opened, self._next = self._next, None
        if opened is not None:
            self._begin(opened)

    def _read(self, topic_id: int) -> None:
        """Read a topic that may answer it already; the draft is one click away."""
        kept = self._leave()
        self.sheet.close_over()
        self._show_reader(topic_id)
        if kept is not None:
            self._tell_kept(kept)

    def _show_reader(self, topic_id: int) -> None:
        self._window.panes.show_page(None)
        self._window.read_topic(topic_id)

    def _tell_kept(self, kept: Future[Draft]) -> None:
        def told(draft: Draft) -> None:
            if draft.draft_id:
                self._window.toast.show_message(
                    translate("composer", "Your draft is kept"),
                    translate("composer", "Write on"),
                    lambda: self.open_draft(draft.draft_id),
                )

        self._window.background.run(kept.result, told, lambda _error: None)

    def _desk(self, attach: Callable[[str, str, bytes], str]) -> EditorDesk:
        return EditorDesk(
            complete=partial(editing.complete, self.source.store),
            render=partial(editing.rendered, self.source.store, self.source.address),
            attach=attach,
            limits=self._choices.limits,
        )


def _no_draft(_name: str, _kind: str, _content: bytes) -> str:
    raise RuntimeError
