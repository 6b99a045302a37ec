"""The outbox in the window: its page, what is said when something is sent, and the line at the bottom."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, QTimer, Signal

from app.outbox_view import OutboxCounts, OutboxRow, counts
from app.share import now_ms
from widgets.delaying import rings_once
from widgets.outbox.sending import Sending

if TYPE_CHECKING:
    from app.outbox_view import Listed
    from sync.model import Changes
    from sync.outbox import Item
    from widgets.main_window import MainWindow
    from widgets.outbox.deeds import Deeds
    from widgets.outbox.page import OutboxPage, Tab
    from widgets.status_line import Status
    from widgets.theme import Theme

# What happens fast is looked at once.
_GATHER_MS = 100
# Moments pass while one looks at the page.
_TICK_MS = 5_000


class OutboxWork(QObject):
    """Wires outbox and drafts to a window.

    ``reopen(Draft)`` wants a draft opened where one writes, ``changed()`` tells that something in the outbox
    or among the drafts is different, ``failed(Exception)`` what could not be read or kept.
    """

    failed = Signal(object)
    reopen = Signal(object)
    changed = Signal()

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self.page: OutboxPage | None = None
        self.deeds: Deeds | None = None
        self._counts: OutboxCounts | None = None
        self._needing: frozenset[int] | None = None
        self._followed = False
        self._soon = rings_once(self, self._look, _GATHER_MS)
        self._tick = QTimer(self)
        self._tick.setInterval(_TICK_MS)
        self._tick.timeout.connect(self._look_at_moments)
        self._sending = Sending(window, self)
        self._sending.changed.connect(self.refresh)
        self._sending.reopen.connect(self.reopen)
        self._sending.failed.connect(self.failed)
        window.status.outbox_wanted.connect(lambda: window.go("outbox"))
        window.ready.connect(self._follow)
        self._follow()

    def show_page(self) -> None:
        """Show the outbox in place of timeline and reader."""
        self._show("outbox")

    def show_drafts(self) -> None:
        """Show the drafts in place of timeline and reader."""
        self._show("drafts")

    def sent(self, item: Item | None) -> None:
        """Something was put in the outbox; ``None`` when that undid what never left.

        Tells so with a way back for as long as it has not left, and plans the round that sends it.
        """
        self._sending.sent(item)

    def undo(self) -> bool:
        """Take back what was last sent, as long as it has not left; whether there was something to try."""
        return self._sending.undo()

    def apply(self, _changes: Changes) -> None:
        """Something in the cache is different: titles, readers or groups may be called otherwise."""
        if self._on_page():
            self.refresh()

    def refresh(self) -> None:
        """Look at the outbox again, soon."""
        if not self._soon.isActive():
            self._soon.start()

    def set_theme(self, theme: Theme) -> None:
        """Draw in another theme from now on."""
        if self.page is not None:
            self.page.set_theme(theme)

    def retranslate(self) -> None:
        """Say everything in the language of now."""
        if self.page is not None:
            self.page.retranslate()

    def _follow(self) -> None:
        work = self._window.work
        if work is None or self._followed:
            return
        self._followed = True
        work.rounds.status_changed.connect(self._on_status)
        self.refresh()

    def _on_status(self, status: Status) -> None:
        # A round that sends tells so before each item: the page follows what happens.
        if self.page is not None and status.phase != "fetching":
            self.page.set_online(status.in_reach)
        self.refresh()

    def _on_page(self) -> bool:
        return self.page is not None and self.page.isVisible()

    def _look(self) -> None:
        store = self._window.client.store

        def count() -> OutboxCounts:
            with store.reading() as conn:
                return counts(conn)

        self._window.background.run(count, self._show_counts, self.failed.emit, key="outbox-counts")
        self._read()

    def _read(self) -> None:
        """Read the page, when it is in sight."""
        from app.outbox_deeds import look_at

        if self._on_page():
            client = self._window.client
            self._window.background.run(
                lambda: look_at(client), self._show_listed, self.failed.emit, key="outbox-page"
            )

    def _look_at_moments(self) -> None:
        if self._on_page():
            self._read()
        else:
            self._tick.stop()

    def _show_counts(self, now: OutboxCounts) -> None:
        before, self._counts = self._counts, now
        if now == before:
            # As many as there were: one may have gone and another have come, or one may be on its way.
            if now.waiting:
                self.changed.emit()
            return
        self._window.status.show_outbox(now.waiting, now.needs_you)
        self._window.read_overview()
        self.changed.emit()
        if before is None or now.needs_you != before.needs_you:
            self._look_who_came_back()

    def _look_who_came_back(self) -> None:
        from app.outbox_deeds import look_at

        client = self._window.client
        self._window.background.run(
            lambda: look_at(client), self._note_needing, self.failed.emit, key="outbox-needing"
        )

    def _note_needing(self, listed: Listed) -> None:
        rows = {row.item.item_id: row for row in listed.items if row.section == "needs_you"}
        before, self._needing = self._needing, frozenset(rows)
        if before is not None and (new := rows.keys() - before):
            self._tell(rows[max(new)])

    def _tell(self, row: OutboxRow) -> None:
        """Something came back, or is held: said at once, with the way there."""
        from widgets.outbox.where import title

        translate, window = QCoreApplication.translate, self._window
        words = (
            translate("outbox", "Came back: {0}")
            if row.happening == "returned"
            else translate("outbox", "Waits for you: {0}")
        )
        if self._on_page():
            window.toast.show_message(words.format(title(row)))
        else:
            window.toast.show_message(
                words.format(title(row)), translate("outbox", "Look"), lambda: window.go("outbox")
            )

    def _show_listed(self, listed: Listed) -> None:
        if self.page is not None:
            self.page.show_listed(listed)

    def _show(self, tab: Tab) -> None:
        page = self.page or self._make_page()
        page.set_online(self._window.status.status.in_reach)
        self._window.panes.show_page(page)
        page.show_tab(tab)
        self._look()
        self._tick.start()

    def _make_page(self) -> OutboxPage:
        from widgets.outbox.deeds import Deeds
        from widgets.outbox.page import OutboxPage

        window = self._window
        deeds = self.deeds = Deeds(window, self)
        deeds.changed.connect(self.refresh)
        deeds.reopen.connect(self.reopen)
        deeds.failed.connect(self.failed)
        deeds.moving.connect(self._send_soon)
        page = self.page = OutboxPage(window.appearance.theme, now_ms)
        page.acted.connect(self._act)
        page.tab_chosen.connect(window.go)
        page.left.connect(window.rooms.leave_page)
        page.export_wanted.connect(lambda: deeds.choose_file(page.tab))
        return page

    def _act(self, tab: Tab, key: int, name: str) -> None:
        if name == "read":
            self._open_topic(key)
        elif self.deeds is not None:
            row = self._row(key)
            self.deeds.act(tab, key, name, None if row is None else row.audience)

    def _row(self, key: int) -> OutboxRow | None:
        return next((one for one in self._listed_items() if one.item.item_id == key), None)

    def _open_topic(self, key: int) -> None:
        row = self._row(key)
        topic_id = None if row is None else row.item.remote_topic or row.item.topic_id
        if row is None or topic_id is None:
            return
        window = self._window
        window.go(window.place)
        window.open_topic(topic_id, row.item.remote_number)
        window.panes.show_reader(True)

    def _listed_items(self) -> tuple[OutboxRow, ...]:
        return self.page.listed.items if self.page is not None else ()

    def _send_soon(self) -> None:
        if self._window.work is not None:
            self._window.work.rounds.send_at(now_ms())
