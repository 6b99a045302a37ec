"""The sides of a group that are no lists of topics: its members, and what it is about."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from app.joining import Opened
from widgets import wording as moments
from widgets.audience.readers_list import ReadersList
from widgets.faces import Faces
from widgets.filters.controls import button, label
from widgets.filters.flow import Flow
from widgets.groups import doing, wording
from widgets.groups.newcomers import Newcomers
from widgets.groups.people import list_people
from widgets.groups.strong_label import StrongLabel
from widgets.groups.wording import Moment
from widgets.scrolling import scrolls_down
from widgets.theme import Theme

translate = QCoreApplication.translate

_LEFT, _RIGHT = 32, 24
_DEEDS: tuple[doing.Deed, ...] = ("write", "join", "ask", "leave", "fetch", "copy")


class GroupMembers(QScrollArea):
    """Who is in a group, and of a closed one who reads along. ``people_wanted()`` for the whole community."""

    people_wanted = Signal()

    def __init__(self, theme: Theme, faces: Faces, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._opened: Opened | None = None
        self._column = _in_page(self)
        self._told = StrongLabel("body")
        self._newcomers = Newcomers(theme)
        self.readers = ReadersList(theme, faces, form="people")
        self.people = button("secondary", self.people_wanted.emit)
        for part in (self._told, self._newcomers, self.readers):
            self._column.addWidget(part)
        self._column.addWidget(self.people, 0, Qt.AlignmentFlag.AlignLeft)
        self._column.addStretch(1)
        self.set_theme(theme)

    def show_group(self, opened: Opened) -> None:
        """Show who is in this group."""
        self._opened = opened
        list_people(self.readers, opened)
        self.people.setVisible(not opened.card.closed)
        self._newcomers.show_new(opened.new)
        self.retranslate()

    def set_theme(self, theme: Theme) -> None:
        """Draw in another theme from now on."""
        self._theme = theme
        _set_margins(self._column, theme)
        self._column.setSpacing(theme.px(12))
        self._newcomers.set_theme(theme)
        self.readers.set_theme(theme)
        self.retranslate()

    def retranslate(self) -> None:
        """Say everything in the language of now."""
        self.people.setText(translate("groups", "All people in the community"))
        if self._opened is not None:
            colour = self._theme.closed if self._opened.card.closed else None
            kind, rest = wording.audience(self._opened)
            self._told.tell(kind, rest, self._theme, colour, " · ")


class GroupAbout(QScrollArea):
    """What a group is for, the facts about it, and what one can do. ``wanted(deed)``, see ``doing``."""

    wanted = Signal(str)

    def __init__(self, theme: Theme, moment: Callable[[], Moment], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._moment = moment
        self._opened: Opened | None = None
        self._column = _in_page(self)
        self._purpose = label(role="section-title")
        self._purpose.setWordWrap(True)
        self._purpose.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._facts, buttons = QGridLayout(), QWidget()
        self._facts.setColumnStretch(1, 1)
        self._flow = Flow(buttons)
        self.buttons = {deed: button("secondary", partial(self.wanted.emit, deed)) for deed in _DEEDS}
        for made in self.buttons.values():
            self._flow.addWidget(made)
        self._column.addWidget(self._purpose)
        self._column.addLayout(self._facts)
        self._column.addWidget(buttons)
        self._column.addStretch(1)
        self.set_theme(theme)

    def show_group(self, opened: Opened) -> None:
        """Tell of this group."""
        self._opened = opened
        self.retranslate()

    def set_theme(self, theme: Theme) -> None:
        """Draw in another theme from now on."""
        self._theme = theme
        _set_margins(self._column, theme)
        self._column.setSpacing(theme.px(16))
        self._facts.setHorizontalSpacing(theme.px(24))
        self._facts.setVerticalSpacing(theme.px(8))
        self.retranslate()

    def retranslate(self) -> None:
        """Say everything in the language of now."""
        if self._opened is None:
            return
        card = self._opened.card
        self._purpose.setText(
            card.purpose or translate("groups", "Nobody wrote down what this group is for.")
        )
        _empty(self._facts)
        for number, (name, words) in enumerate(self._told()):
            told = QLabel(words)
            told.setTextFormat(Qt.TextFormat.PlainText)
            told.setWordWrap(True)
            self._facts.addWidget(label(name, "muted"), number, 0, Qt.AlignmentFlag.AlignTop)
            self._facts.addWidget(told, number, 1)
        can = doing.deeds(card)
        for deed, made in self.buttons.items():
            made.setText(doing.words(deed, card))
            made.setVisible(deed in can)
        self._flow.invalidate()

    def _told(self) -> list[tuple[str, str]]:
        """The facts, each with its name; what is not known is left out."""
        assert self._opened is not None  # noqa: S101 - only asked of a group that is shown
        card, moment = self._opened.card, self._moment()
        kind, rest = wording.audience(self._opened)
        people = " · ".join(part for part in (wording.members(card), wording.organisations(card)) if part)
        last = moments.age(card.last_posted, moment.now) if card.last_posted else ""
        facts = [
            (translate("groups", "Who reads along"), f"{kind} · {rest}"),
            (translate("groups", "Members"), people),
            (translate("groups", "Topics"), str(card.topics) if card.visible else ""),
            (translate("groups", "Last contribution"), last),
            (translate("groups", "Lately"), wording.pace(card)),
            (translate("groups", "You"), wording.standing(card, online=moment.online)),
        ]
        return [(name, words) for name, words in facts if words]


def _in_page(area: QScrollArea) -> QVBoxLayout:
    """Give a scroll area a page with one column."""
    page = QWidget()
    scrolls_down(area, page)
    return QVBoxLayout(page)


def _set_margins(column: QVBoxLayout, theme: Theme) -> None:
    column.setContentsMargins(_LEFT, theme.px(8), theme.px(_RIGHT), theme.px(24))


def _empty(layout: QGridLayout) -> None:
    while (item := layout.takeAt(0)) is not None:
        widget = item.widget()
        if widget is not None:
            widget.hide()
            widget.deleteLater()
