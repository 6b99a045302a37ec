"""The rooms beside the timeline: groups, composer, outbox, notifications, sharing on.

Each is made at its first use, and from then on follows the window's theme, language and changes.
"""

from __future__ import annotations

from functools import cached_property
from importlib import import_module
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sync.model import Changes
    from sync.store.drafts import Draft
    from widgets.composer.work import ComposerWork
    from widgets.groups.work import GroupsWork
    from widgets.main_window import MainWindow
    from widgets.notices.work import NoticesWork
    from widgets.outbox.work import OutboxWork
    from widgets.share_on import ShareOn
    from widgets.sidebar_rows import Page
    from widgets.theme import Theme

_NAMES = ("groups", "composer", "outbox", "notices", "share_on")


class Room(Protocol):
    """What the window asks of every room."""

    def apply(self, changes: Changes) -> None:
        """Draw again what changed in the cache."""

    def set_theme(self, theme: Theme) -> None:
        """Draw in another theme from now on."""

    def retranslate(self) -> None:
        """Say everything in the language of now."""


class Rooms:
    """The rooms of one window by name."""

    def __init__(self, window: MainWindow) -> None:
        self._window = window

    @cached_property
    def groups(self) -> GroupsWork:
        """The page of all groups, and what stands above the timeline of one."""
        from widgets.groups.work import GroupsWork

        made = GroupsWork(self._window)
        made.failed.connect(self._window.fail)
        return made

    @cached_property
    def composer(self) -> ComposerWork:
        """Where the member writes something new."""
        from widgets.composer.work import ComposerWork

        made = ComposerWork(self._window)
        made.failed.connect(self._window.fail)
        return made

    @cached_property
    def outbox(self) -> OutboxWork:
        """What waits to be sent, came back, or was sent; and the drafts."""
        from widgets.outbox.work import OutboxWork

        made = OutboxWork(self._window)
        made.failed.connect(self._window.fail)
        made.reopen.connect(self._reopen)
        made.changed.connect(self._look_again)
        return made

    @cached_property
    def notices(self) -> NoticesWork:
        """What the member is told about."""
        from widgets.notices.work import NoticesWork

        made = NoticesWork(self._window)
        made.failed.connect(self._window.fail)
        return made

    @cached_property
    def share_on(self) -> ShareOn:
        """Ways to share a topic on."""
        from widgets.share_on import ShareOn

        made = ShareOn(self._window)
        made.failed.connect(self._window.fail)
        return made

    def warm(self) -> None:
        """Have the composer made before it is asked for; what it needs is loaded in the background."""
        self._window.background.run(
            lambda: import_module("widgets.composer.work"), lambda _loaded: self.composer.warm()
        )

    def show_page(self, page: Page) -> None:
        """Show a page in place of timeline and reader."""
        if page == "rules":
            if self._window.work is not None:
                self._window.work.rules.show_page()
        elif page == "groups":
            self.groups.show_page()
        elif page == "notices":
            self.notices.show_page()
        elif page == "drafts":
            self.outbox.show_drafts()
        else:
            self.outbox.show_page()

    def leave_page(self) -> None:
        """Go back from a page to the list it stood in the place of."""
        self._window.go(self._window.place)
        self._window.back_to_list()

    def compose(self) -> None:
        """Begin something new, in the group that is shown if it is one."""
        place = self._window.place
        self.composer.compose(group_id=place.id if place.name == "group" else None)

    def hand_over(self, address: str) -> None:
        """Open what another program handed over: a topic, or the composer with what is in the address."""
        from app.composer.handed_over import read

        window = self._window
        handed = read(address, window.client.account.url)
        if handed.kind == "topic" and handed.topic_id is not None:
            window.open_topic(handed.topic_id, handed.number)
            window.panes.show_reader(True)
        elif handed.kind == "compose":
            self.composer.compose(
                kind=handed.kind_of_topic or "", title=handed.title, raw=handed.raw, link=handed.link
            )

    def apply(self, changes: Changes) -> None:
        """Tell every room that was made what changed."""
        for room in self._made():
            room.apply(changes)

    def set_theme(self, theme: Theme) -> None:
        """Draw every room in another theme."""
        for room in self._made():
            room.set_theme(theme)

    def retranslate(self) -> None:
        """Say every room in the language of now."""
        for room in self._made():
            room.retranslate()

    def close(self) -> None:
        """The window goes: what stands outside it goes too."""
        if "notices" in self.__dict__:
            self.notices.close()

    def _reopen(self, draft: Draft) -> None:
        """A draft opens where it was written: the composer, or the box under its topic."""
        if draft.action == "topic" or draft.topic_id is None:
            self.composer.open_draft(draft.draft_id)
        else:
            self._window.go(self._window.place)
            self._window.panes.show_reader(True)
            self._window.topic_pane().open_draft(draft)

    def _look_again(self) -> None:
        if self._window.topic is not None:
            self._window.topic.reader.look_again()

    def _made(self) -> Iterator[Room]:
        return (self.__dict__[name] for name in _NAMES if name in self.__dict__)
