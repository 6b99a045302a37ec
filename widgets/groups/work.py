"""Groups in the window: their page, the sides of the group one is in, and joining and leaving."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, QPoint, Signal
from PySide6.QtWidgets import QMenu

from app.joining import Joining
from sync.store.rows import Place
from widgets.delaying import rings_once
from widgets.groups import doing
from widgets.groups.acting import Acting
from widgets.groups.here import GroupHere, moment_of
from widgets.groups.looking import Looking

if TYPE_CHECKING:
    from app.groups import GroupCard
    from sync.model import Changes
    from widgets.groups.page import GroupsPage
    from widgets.main_window import MainWindow
    from widgets.theme import Theme

translate = QCoreApplication.translate

# A round brings many changes; the page is read again once for all of them.
_SETTLE_MS = 300


class GroupsWork(QObject):
    """Wires groups to a window. ``failed(Exception)`` tells what could not be read or kept."""

    failed = Signal(object)

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._joining = Joining(window.client, window.clock)
        self.page: GroupsPage | None = None
        self.here = GroupHere(window, self._joining, self)
        self.looking = Looking(self._joining, window.background, lambda: moment_of(window).online, self)
        self.acting = Acting(window, self._joining, self)
        self._online = True
        self._settling = rings_once(self, self._refresh, _SETTLE_MS)
        self.here.wanted.connect(self.acting.act)
        self.acting.done.connect(self._refresh)
        self.acting.fetch_wanted.connect(self._fetch)
        for part in (self.here.looking, self.looking):
            part.fetched.connect(window.apply)
            part.failed.connect(self.failed)
        self.acting.failed.connect(self.failed)
        self.here.arrived()

    def show_page(self) -> None:
        """Show all groups in place of timeline and reader."""
        page = self._shown_page()
        self._window.panes.show_page(page)
        page.focus_list()
        self._read(anew=True)

    def show_group(self, group_id: int) -> None:
        """Go to the timeline of a group."""
        self._window.go(Place("group", group_id))

    def apply(self, changes: Changes) -> None:
        """Something changed in the cache."""
        if changes.groups or changes.topics or changes.members or changes.marks:
            self._settling.start()

    def set_theme(self, theme: Theme) -> None:
        """Draw in another theme from now on."""
        self.here.set_theme(theme)
        if self.page is not None:
            self.page.set_theme(theme)

    def retranslate(self) -> None:
        """Say everything in the language of now."""
        self.here.retranslate()
        if self.page is not None:
            self.page.retranslate()

    def _shown_page(self) -> GroupsPage:
        if self.page is None:
            from widgets.groups.page import GroupsPage

            window = self._window
            self.page = GroupsPage(window.appearance.theme, window.faces, lambda: moment_of(window))
            self.page.looked_at.connect(self.looking.look)
            self.page.wanted.connect(self.acting.act)
            self.page.menu_wanted.connect(self._show_menu)
            self.page.left.connect(window.rooms.leave_page)
            self.page.hidden.connect(self.looking.leave)
            self.looking.told.connect(self.page.show_group)
            if window.work is not None:
                window.work.rounds.status_changed.connect(self._redraw)
        return self.page

    def _refresh(self) -> None:
        self._settling.stop()
        self.here.again()
        if self.page is not None and self.page.isVisible():
            self._read(anew=False)

    def _read(self, *, anew: bool) -> None:
        self._window.background.run(
            self._joining.cards,
            lambda cards: self._show(cards, anew=anew),
            self.failed.emit,
            key="groups",
        )

    def _show(self, cards: list[GroupCard], *, anew: bool) -> None:
        if self.page is not None:
            self.page.show_cards(cards, anew=anew)
            current = self.page.list.current
            if current is not None and self.page.isVisible():
                self.looking.look(current.group_id)

    def _fetch(self, group_id: int) -> None:
        for part in (self.looking, self.here.looking):
            if part.group == group_id:
                part.fetch()
                return

    def _look(self, card: GroupCard) -> None:
        if self.page is not None:
            self.page.list.select(card.group_id)
            self.page.cover()

    def _redraw(self, _status: object) -> None:
        """Whether the community is in reach may be different now."""
        online = moment_of(self._window).online
        if self.page is not None and online != self._online:
            self._online = online
            self.page.list.set_theme(self._window.appearance.theme)

    def _show_menu(self, card: GroupCard, where: QPoint) -> None:
        menu = QMenu(self._window)
        readers = menu.addAction(translate("groups", "Who reads along"))
        readers.triggered.connect(lambda _on=False: self._look(card))
        for deed in doing.deeds(card):
            action = menu.addAction(doing.words(deed, card))
            action.triggered.connect(lambda _on=False, deed=deed: self.acting.act(deed, card))
        menu.exec(where)
        menu.deleteLater()
