"""A group as the place one is in: its sides above the timeline, and what each of them shows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, Qt, Signal
from PySide6.QtWidgets import QApplication

from app.joining import Joining, Opened
from sync.store.rows import Place
from widgets.groups.head import GroupHead, Side
from widgets.groups.looking import Looking
from widgets.groups.sides import GroupAbout, GroupMembers
from widgets.groups.wording import Moment

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from widgets.main_window import MainWindow
    from widgets.theme import Theme

translate = QCoreApplication.translate


def moment_of(window: MainWindow) -> Moment:
    """What time it is in a window, and whether its community is in reach."""
    return Moment(window.clock(), window.status.status.in_reach)


class GroupHere(QObject):
    """Shows the sides of the group that the window is in. ``wanted(deed, GroupCard)`` as the page has."""

    wanted = Signal(str, object)

    def __init__(self, window: MainWindow, joining: Joining, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._window = window
        theme = window.appearance.theme
        self.looking = Looking(joining, window.background, lambda: moment_of(window).online, self)
        self.head = GroupHead(theme)
        self.members = GroupMembers(theme, window.faces)
        self.about = GroupAbout(theme, lambda: moment_of(window))
        self._opened: Opened | None = None
        self.head.hide()
        window.pane.put_under_heading(self.head)
        self.head.chosen.connect(self.show_side)
        self.looking.told.connect(self._show)
        self.members.people_wanted.connect(lambda: window.go("people"))
        self.about.wanted.connect(self._want)
        window.model.opened.connect(lambda _row: self.arrived())
        window.view.counted.connect(self._say_nothing)
        window.pane.searched.connect(lambda _text: self.arrived())

    def arrived(self) -> None:
        """The window shows another place, or begins or ends to search."""
        place = self._window.place
        if place.name != "group" or place.id is None or self._window.pane.searching:
            self.head.hide()
            self.looking.leave()
            self._opened = None
            return
        if self.looking.group != place.id:
            self._opened = None
            self.head.show_group(None)
        if self._window.pane.shown != "part":
            # Else the member went on already while the timeline was read.
            self.head.show_side("timeline" if place.where is None else "unanswered")
        self.head.show()
        self.looking.look(place.id)

    def again(self) -> None:
        """Something changed."""
        self.looking.again()

    def show_side(self, side: Side) -> None:
        """Show another side of the group."""
        place, opened = self._window.place, self._opened
        self.head.show_side(side)
        if side in ("members", "about"):
            if opened is not None:
                self._show_part(side)
            return
        if self._has_keyboard(self.members) or self._has_keyboard(self.about):
            self._window.view.setFocus(Qt.FocusReason.OtherFocusReason)
        if side == "unanswered" and opened is not None:
            self._window.look(opened.unanswered._replace(sight=place.sight))
        else:
            self._window.look(Place("group", place.id, sight=place.sight))

    def set_theme(self, theme: Theme) -> None:
        """Draw in another theme from now on."""
        for part in (self.head, self.members, self.about):
            part.set_theme(theme)

    def retranslate(self) -> None:
        """Say everything in the language of now."""
        for part in (self.head, self.members, self.about):
            part.retranslate()

    def _show_part(self, side: Side) -> None:
        """The keyboard goes from the list, which is out of sight now, to what stands in its place."""
        part = self.members if side == "members" else self.about
        leads = not any(self._has_keyboard(chip) for chip in self.head.chips.values())
        self._window.pane.show_part(part)
        if leads:
            part.setFocus(Qt.FocusReason.OtherFocusReason)

    def _has_keyboard(self, part: QWidget) -> bool:
        focused = QApplication.focusWidget()
        return focused is not None and (focused is part or part.isAncestorOf(focused))

    def _show(self, opened: Opened) -> None:
        self._opened = opened
        self.head.show_group(opened)
        self.members.show_group(opened)
        self.about.show_group(opened)
        side = self.head.side
        if side in ("members", "about") and self._window.pane.shown != "part":
            self._show_part(side)

    def _say_nothing(self, rows: int) -> None:
        """No question waits: that is good news."""
        if rows == 0 and self.head.side == "unanswered" and self.looking.group == self._window.place.id:
            self._window.pane.show_empty(
                "circle-check",
                translate("groups", "Nothing waits for an answer"),
                translate("groups", "Every question in this group has one."),
            )

    def _want(self, deed: str) -> None:
        if self._opened is not None:
            self.wanted.emit(deed, self._opened.card)
