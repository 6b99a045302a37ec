"""The side panel about one group: who reads there, who is new, and the ways in."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from app.joining import Opened
from widgets.audience.readers_list import ReadersList
from widgets.drawing import Drawing
from widgets.faces import Faces
from widgets.filters.controls import button, draw_icon, label, link, name_tool, tool
from widgets.groups import doing, wording
from widgets.groups.newcomers import Newcomers
from widgets.groups.people import list_people
from widgets.groups.strong_label import StrongLabel
from widgets.icons import pixmap
from widgets.scrolling import scrolls_down
from widgets.theme import Theme

translate = QCoreApplication.translate

WIDTH = 352
_ICON = 18


class GroupPanel(QScrollArea):
    """Shows an ``Opened`` group. ``wanted(deed)`` when one of its buttons is pressed, see ``doing``;
    ``menu_wanted()`` for the rest, and ``back()`` where it stands in place of the list.
    """

    wanted = Signal(str)
    menu_wanted = Signal()
    back = Signal()

    def __init__(self, theme: Theme, faces: Faces, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.opened: Opened | None = None
        self.to_list = link(self.back.emit)
        self._icon, self._name = Drawing(), label(role="pane-title")
        self._name.setWordWrap(True)
        self._name.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.more = tool(self.menu_wanted.emit)
        self._about = StrongLabel("body")
        self.first = button("primary", lambda: self._want(self._first))
        self.second = button("secondary", lambda: self._want(self._second))
        self._first: doing.Deed | None = None
        self._second: doing.Deed | None = None
        self.newcomers = Newcomers(theme)
        self.readers = ReadersList(theme, faces, form="people")
        self._lay_out()
        self.set_theme(theme)
        self.set_covering(False)

    def show_group(self, opened: Opened) -> None:
        """Show another group, or the same one with other facts."""
        other = self.opened is None or self.opened.card.group_id != opened.card.group_id
        self.opened = opened
        list_people(self.readers, opened)
        self._fill()
        if other:
            self.verticalScrollBar().setValue(0)

    def set_covering(self, covering: bool) -> None:
        """Whether it stands in place of the list, so that there must be a way back."""
        self.to_list.setVisible(covering)

    def set_theme(self, theme: Theme) -> None:
        """Draw in another theme from now on."""
        self._theme = theme
        px = theme.px
        self._column.setContentsMargins(px(32), px(24), px(24), px(24))
        self._head.setSpacing(px(8))
        self._buttons.setSpacing(px(8))
        for space, height in zip(self._spaces, (8, 16, 16), strict=True):
            space.setFixedHeight(px(height))
        draw_icon(self.more, "ellipsis", 20, theme, "muted")
        draw_icon(self.to_list, "arrow-left", 18, theme, "accent")
        self.newcomers.set_theme(theme)
        self.readers.set_theme(theme)
        self._fill()

    def retranslate(self) -> None:
        """Say everything in the language of now."""
        self.readers.retranslate()
        self._fill()

    def _fill(self) -> None:
        self.to_list.setText(translate("groups", "All groups"))
        opened = self.opened
        if opened is None:
            return
        theme, card = self._theme, opened.card
        drawing, colour = ("lock", theme.closed) if card.closed else ("users-round", theme.muted)
        self._icon.show_pixmap(pixmap(drawing, theme.px(_ICON), colour, self.devicePixelRatioF()))
        self._icon.setFixedHeight(theme.px(32))
        self._name.setText(card.name)
        name_tool(self.more, translate("groups", "More about {0}").format(card.name))
        kind, rest = wording.audience(opened)
        self._about.tell(kind, rest, theme, theme.closed if card.closed else None, " · ")
        self._offer(opened)
        self.newcomers.show_new(opened.new)

    def _offer(self, opened: Opened) -> None:
        """The two steps that are nearest."""
        can = [deed for deed in doing.deeds(opened.card) if deed in ("open", "write", "join", "ask")]
        if opened.card.state in ("open", "asks") and "write" in can:
            can.remove("write")
        self._first, self._second = (*can, None, None)[:2]
        for made, deed in ((self.first, self._first), (self.second, self._second)):
            made.setVisible(deed is not None)
            if deed is not None:
                made.setText(doing.words(deed, opened.card))
        self._spaces[1].setVisible(bool(can))

    def _want(self, deed: doing.Deed | None) -> None:
        if deed is not None:
            self.wanted.emit(deed)

    def _lay_out(self) -> None:
        page = QWidget()
        self._column = QVBoxLayout(page)
        self._column.setSpacing(0)
        self._head, self._buttons = QHBoxLayout(), QHBoxLayout()
        self._head.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        self._head.addWidget(self._name, 1)
        self._head.addWidget(self.more, 0, Qt.AlignmentFlag.AlignTop)
        self._buttons.addWidget(self.first, 1)
        self._buttons.addWidget(self.second)
        self._spaces = [QWidget() for _ in range(3)]
        self._column.addWidget(self.to_list, 0, Qt.AlignmentFlag.AlignLeft)
        self._column.addLayout(self._head)
        self._column.addWidget(self._spaces[0])
        self._column.addWidget(self._about)
        self._column.addWidget(self._spaces[1])
        self._column.addLayout(self._buttons)
        self._column.addWidget(self.newcomers)
        self._column.addWidget(self._spaces[2])
        self._column.addWidget(self.readers)
        self._column.addStretch(1)
        scrolls_down(self, page)
