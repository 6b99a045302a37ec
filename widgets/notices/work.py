"""Notifications in the window: their page, the system's messages, and the way to what one is about."""

from __future__ import annotations

import sys
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, Signal
from PySide6.QtWidgets import QApplication

from app import notify
from app.notify import Told
from sync.store.rows import Place
from widgets import wording as moments
from widgets.icons import icon
from widgets.notices import wording

if TYPE_CHECKING:
    from sync.model import Changes
    from sync.store.notices import NoticeRow
    from widgets.main_window import MainWindow
    from widgets.notices.desktop import DesktopMessages
    from widgets.notices.page import NoticesPage
    from widgets.notices.tray import TrayMessages
    from widgets.status_line import Status
    from widgets.theme import Theme

translate = QCoreApplication.translate

_TRAY_ICON = 32
_REMEMBERED = 50


class NoticesWork(QObject):
    """Wires notifications to a window. ``failed(Exception)`` tells what could not be read or kept."""

    failed = Signal(object)

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self.page: NoticesPage | None = None
        self._told: dict[int, Told] = {}
        self._desktop: DesktopMessages | None = None
        self._tray: TrayMessages | None = None

    def show_page(self) -> None:
        """Show the list in place of timeline and reader."""
        page = self._page()
        self._window.panes.show_page(page)
        self._read(focus=True)

    def follow(self, status: Status) -> None:
        """After a round, tell what came with it."""
        if status.phase != "fetching":
            self.tell()

    def tell(self) -> None:
        """Tell what is due: in the window when the member is in it, else by the system."""
        client = self._window.client
        now = datetime.fromtimestamp(self._window.clock() / 1000)
        self._window.background.run(
            lambda: notify.due(client.store, client.settings, now),
            self._tell_all,
            self.failed.emit,
            key="notices-due",
        )
        if self.page is not None and self.page.isVisible():
            self._read()

    def apply(self, changes: Changes) -> None:
        """Something changed in the cache: names, titles, or what was read."""
        if self.page is not None and self.page.isVisible() and changes:
            self._read()

    def set_theme(self, theme: Theme) -> None:
        """Draw in another theme from now on."""
        if self.page is not None:
            self.page.set_theme(theme)

    def retranslate(self) -> None:
        """The page follows the language by itself."""

    def close(self) -> None:
        """Take away what stands outside the window."""
        for outside in (self._desktop, self._tray):
            if outside is not None:
                outside.close()

    def _page(self) -> NoticesPage:
        if self.page is None:
            from widgets.notices.page import NoticesPage

            window = self._window
            self.page = NoticesPage(
                window.client.settings,
                window.appearance.theme,
                window.faces,
                lambda moment: moments.age(moment, window.clock()),
            )
            self.page.opened.connect(self._open)
            self.page.all_read.connect(self._read_all)
            self.page.chosen.connect(window.choose)
            self.page.left.connect(window.rooms.leave_page)
        return self.page

    def _read(self, *, focus: bool = False) -> None:
        store = self._window.client.store

        def show(rows: list[NoticeRow]) -> None:
            page = self._page()
            page.show_notices(rows)
            if focus:
                page.focus_list()

        self._window.background.run(
            lambda: notify.listed(store), show, self.failed.emit, key=None if focus else "notices"
        )

    def _open(self, row: NoticeRow) -> None:
        store = self._window.client.store
        self._window.background.run(
            lambda: notify.read(store, [row.notice_id]),
            lambda _count: self._window.read_overview(),
            self.failed.emit,
        )
        self._go(row.topic_id, row.number, row.group_id)

    def _go(self, topic_id: int | None, number: int | None, group_id: int | None) -> None:
        window = self._window
        if topic_id is not None:
            window.go(window.place)
            window.open_topic(topic_id, number)
            window.read_topic(topic_id)
        elif group_id is not None:
            window.go(Place("group", group_id))
        else:
            window.go("notices")

    def _read_all(self) -> None:
        store = self._window.client.store
        self._window.background.run(
            lambda: notify.read_all(store), lambda _count: self._all_read(), self.failed.emit
        )

    def _all_read(self) -> None:
        self._read()
        self._window.read_overview()

    def _tell_all(self, told: list[Told]) -> None:
        if told:
            self._window.read_overview()
        if told and self._window.isActiveWindow():
            self._tell_here(told)
            return
        for one in told:
            number = one.rows[-1].notice_id
            self._told[number] = one
            title, text = wording.message(one)
            self._tell_outside(number, title, text)
        for old in list(self._told)[:-_REMEMBERED]:
            del self._told[old]
        if told:
            QApplication.alert(self._window)

    def _tell_here(self, told: list[Told]) -> None:
        rows = tuple(row for part in told for row in part.rows)
        one = told[0] if len(told) == 1 else Told(rows, None, None)
        # The member is in the window: what is in a closed group may be named here.
        text = wording.happened(one.rows[0]) if len(one.rows) == 1 else wording.message(one)[1]
        self._window.toast.show_message(text, translate("notices", "Open"), lambda: self._follow(one))

    def _tell_outside(self, number: int, title: str, text: str) -> None:
        if sys.platform != "linux":
            self._tell_in_tray(number, title, text)
            return
        if self._desktop is None:
            from widgets.notices.desktop import DesktopMessages

            self._desktop = DesktopMessages(self._window.background, self)
            self._desktop.chosen.connect(self._chosen)
            self._desktop.unheard.connect(self._tell_in_tray)
        self._desktop.tell(number, title, text)

    def _tell_in_tray(self, number: int, title: str, text: str) -> None:
        from widgets.notices.tray import TrayMessages

        if not TrayMessages.possible():
            # It is in the list, and the sidebar counts it.
            return
        if self._tray is None:
            theme = self._window.appearance.theme
            self._tray = TrayMessages(icon("message-square", _TRAY_ICON, theme.accent), self)
            self._tray.chosen.connect(self._chosen)
        self._tray.tell(number, title, text)

    def _chosen(self, number: int) -> None:
        window = self._window
        window.showNormal() if window.isMinimized() else window.show()
        window.raise_()
        window.activateWindow()
        self._follow(self._told.get(number))

    def _follow(self, told: Told | None) -> None:
        """Go where a message leads; the list when it is about several topics, or too long ago."""
        if told is None or (told.topic_id is None and len(told.rows) > 1):
            self._window.go("notices")
            return
        last = told.rows[-1]
        self._go(told.topic_id, told.number, last.group_id)
