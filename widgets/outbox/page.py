"""The page with the outbox and the drafts: two lists, and what one can do with all of it."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Literal

from PySide6.QtCore import QCoreApplication, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QMenu, QScrollArea, QVBoxLayout, QWidget

from app.outbox_view import Listed, OutboxCounts
from sync.connectors.base import WritingPace
from widgets.filters.controls import button, draw_icon, label, name_tool, tool
from widgets.outbox.draft_words import shown_draft
from widgets.outbox.item_words import Moment, shown_item
from widgets.outbox.rows import Rows
from widgets.outbox.shown import Section
from widgets.reader.empty import Empty
from widgets.scrolling import scrolls_down
from widgets.theme import Theme

translate = QCoreApplication.translate

Tab = Literal["outbox", "drafts"]
_MEASURE = 880
_SECTIONS = ("needs_you", "on_its_way", "sent")


class OutboxPage(QWidget):
    """Shows what waits, or the drafts.

    ``acted(tab, key, name)`` tells what the member chose in a row, ``tab_chosen(tab)`` that they want the
    other list, ``export_wanted()`` its menu, ``left()`` follows Escape.
    """

    acted = Signal(str, int, str)
    tab_chosen = Signal(str)
    export_wanted = Signal()
    left = Signal()

    def __init__(self, theme: Theme, clock: Callable[[], int], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._clock = clock
        self._tab: Tab = "outbox"
        self._listed = Listed((), (), WritingPace(0, 0, 0))
        self._online = True
        self._awaited = True
        self._title, self._help = label(role="page-title"), label(role="muted")
        self._help.setWordWrap(True)
        self.more = tool(self._open_menu)
        self._tabs: dict[Tab, QWidget] = {}
        self.items, self.drafts = Rows(theme), Rows(theme)
        self._empty = Empty(theme)
        self._head, self._tab_row = QHBoxLayout(), QHBoxLayout()
        self._lay_out()
        self.set_theme(theme)

    @property
    def tab(self) -> Tab:
        """Which of the two lists is shown."""
        return self._tab

    @property
    def rows(self) -> Rows:
        """The list that is shown."""
        return self.items if self._tab == "outbox" else self.drafts

    @property
    def listed(self) -> Listed:
        """What the lists are made from."""
        return self._listed

    def show_tab(self, tab: Tab) -> None:
        """Show one of the two lists, with the keyboard in it as soon as it is filled."""
        self._tab, self._awaited = tab, True
        self.retranslate()
        if not self.rows.focus_row():
            self._tabs[tab].setFocus(Qt.FocusReason.OtherFocusReason)

    def show_listed(self, listed: Listed) -> None:
        """Show these from now on."""
        self._listed = listed
        self._fill()
        if self._awaited and self.isVisible() and self._tabs[self._tab].hasFocus():
            self._awaited = not self.rows.focus_row()

    def set_online(self, online: bool) -> None:
        """Whether the community can be reached."""
        if online != self._online:
            self._online = online
            self._fill()

    def set_theme(self, theme: Theme) -> None:
        """Draw in another theme from now on."""
        self._theme = theme
        px = theme.px
        # Rows reach a little further to both sides than what stands above them, for the ring around them.
        self._column.setContentsMargins(px(32), px(24), px(24), px(24))
        for part in (self._head, self._tab_row):
            part.setContentsMargins(px(8), 0, px(8), 0)
        self._help.setContentsMargins(px(8), 0, 0, 0)
        self._content.setMaximumWidth(px(_MEASURE) + px(72))
        draw_icon(self.more, "ellipsis", 20, theme, "muted")
        self._empty.set_theme(theme)
        for rows in (self.items, self.drafts):
            rows.set_theme(theme)
        self.retranslate()

    def retranslate(self) -> None:
        """Say everything in the language of now."""
        of_drafts = self._tab == "drafts"
        self._title.setText(translate("outbox", "Drafts") if of_drafts else translate("outbox", "Outbox"))
        kept = translate("outbox", "Kept as you type, on this computer only.")
        goes = translate("outbox", "Goes out by itself: once, in order, as soon as there is a connection.")
        self._help.setText(kept if of_drafts else goes)
        name_tool(self.more, translate("outbox", "Export"))
        self._fill()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape leaves the page."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The surface."""
        QPainter(self).fillRect(self.rect(), self._theme.surface)

    def _fill(self) -> None:
        moment = Moment(self._clock(), self._online, self._listed.pace)
        counts = self._listed.counts
        headings = {
            "needs_you": translate("outbox", "Needs you"),
            "on_its_way": translate("outbox", "On its way"),
            "sent": translate("outbox", "Sent in the last week"),
        }
        shown = [(row.section, shown_item(row, moment)) for row in self._listed.items]
        self.items.show_sections(
            [
                Section(name, headings[name], tuple(one for section, one in shown if section == name))
                for name in _SECTIONS
            ]
        )
        drafts = tuple(shown_draft(row, moment.now) for row in self._listed.drafts)
        self.drafts.show_sections([Section("drafts", translate("outbox", "Last changed first"), drafts)])
        self._name_tabs(counts)
        of_drafts = self._tab == "drafts"
        empty = not (self._listed.drafts if of_drafts else self._listed.items)
        self.items.setVisible(not of_drafts and not empty)
        self.drafts.setVisible(of_drafts and not empty)
        self._empty.setVisible(empty)
        self.more.setEnabled(not empty)
        if empty:
            self._tell_empty(of_drafts=of_drafts)

    def _tell_empty(self, *, of_drafts: bool) -> None:
        if of_drafts:
            self._empty.tell(
                "pencil",
                translate("outbox", "No drafts"),
                translate("outbox", "What you begin and do not send yet is kept here."),
            )
        else:
            self._empty.tell(
                "inbox",
                translate("outbox", "Nothing waits"),
                translate(
                    "outbox", "What you share stands here until it has arrived, also without internet."
                ),
            )

    def _name_tabs(self, counts: OutboxCounts) -> None:
        names = {
            "outbox": (translate("outbox", "Outbox"), counts.waiting + counts.needs_you),
            "drafts": (translate("outbox", "Drafts"), counts.drafts),
        }
        for tab, made in self._tabs.items():
            name, count = names[tab]
            made.setProperty("text", f"{name}  {count}" if count else name)
            made.setProperty("checked", tab == self._tab)

    def _open_menu(self) -> None:
        menu = QMenu(self)
        menu.addAction(translate("outbox", "Export everything as Markdown…")).triggered.connect(
            self.export_wanted
        )
        menu.exec(self.more.mapToGlobal(QPoint(0, self.more.height())))
        menu.deleteLater()

    def _lay_out(self) -> None:
        head, tabs = self._head, self._tab_row
        head.addWidget(self._title, 1)
        head.addWidget(self.more)
        tabs.setSpacing(8)
        group = QButtonGroup(self)
        names: tuple[Tab, ...] = ("outbox", "drafts")
        for name in names:
            made = button("chip", partial(self.tab_chosen.emit, name))
            made.setCheckable(True)
            group.addButton(made)
            self._tabs[name] = made
            tabs.addWidget(made)
        tabs.addStretch(1)
        self._content = QWidget()
        self._column = QVBoxLayout(self._content)
        self._column.setSpacing(0)
        for part, below in ((head, 4), (self._help, 16), (tabs, 24), (self.items, 0), (self.drafts, 0)):
            if isinstance(part, QWidget):
                self._column.addWidget(part)
            else:
                self._column.addLayout(part)
            self._column.addSpacing(below)
        self._column.addWidget(self._empty, 1)
        self._column.addStretch(1)
        self._scroll = scrolls_down(QScrollArea(), self._content)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._scroll)
        self.items.acted.connect(partial(self.acted.emit, "outbox"))
        self.drafts.acted.connect(partial(self.acted.emit, "drafts"))
        for rows in (self.items, self.drafts):
            rows.reached.connect(self._scroll.ensureWidgetVisible)
