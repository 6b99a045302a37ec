"""The page of all groups: chips, a search field, the list, and beside it who reads in the current group."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QCoreApplication, QEvent, Qt, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QButtonGroup,
    QHBoxLayout,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from app.groups import GroupCard, matching
from app.joining import Opened
from widgets.faces import Faces
from widgets.filters.controls import button, draw_icon, label
from widgets.filters.flow import Flow
from widgets.find_field import FindField
from widgets.groups import layout
from widgets.groups.list import GroupList
from widgets.groups.panel import WIDTH, GroupPanel
from widgets.groups.sections import WHICH, Sections, Which, of_kind, rows, sections, stay
from widgets.groups.wording import Moment
from widgets.reader.empty import Empty
from widgets.theme import Theme

translate = QCoreApplication.translate

_FIELD = 264
# The panel stands beside the list where that leaves it this much.
_LEAST_LIST = 520


class GroupsPage(QWidget):
    """Lists groups. ``looked_at(group_id)`` when another is current, ``wanted(deed, GroupCard)`` when
    something is to be done about one, ``menu_wanted(GroupCard, QPoint)`` for all one can do, ``left()`` after
    Escape, ``hidden()`` when the page goes out of sight.
    """

    looked_at = Signal(int)
    wanted = Signal(str, object)
    menu_wanted = Signal(object, object)
    left = Signal()
    hidden = Signal()

    def __init__(
        self, theme: Theme, faces: Faces, moment: Callable[[], Moment], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._cards: Sequence[GroupCard] = ()
        self._sections = Sections()
        self._which: Which = "all"
        self._everything = self._covered = False
        self._title = label(role="page-title")
        self.field = FindField(theme, sunken=True)
        self.chips: dict[Which, QPushButton] = {}
        self.list = GroupList(theme, moment)
        self.empty = Empty(theme)
        self.panel = GroupPanel(theme, faces)
        self._lay_out()
        self._connect()
        self.set_theme(theme)
        self.retranslate()

    def show_cards(self, cards: Sequence[GroupCard], *, anew: bool = False) -> None:
        """Show these groups. Those that are listed stay where they are, unless the page is shown ``anew``."""
        self._cards = cards
        self._count()
        self._fill(anew=anew or self._sections == Sections())

    def show_group(self, opened: Opened) -> None:
        """Show who reads in the current group."""
        self.panel.show_group(opened)
        self._fold()

    def focus_list(self) -> None:
        """Give the keyboard to the list."""
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def uncover(self) -> None:
        """Show the list again, where the panel stood in its place."""
        self._covered = False
        self._fold()
        self.focus_list()

    def set_theme(self, theme: Theme) -> None:
        """Draw in another theme from now on."""
        self._theme = theme
        for part in (self.list, self.empty, self.panel, self.field):
            part.set_theme(theme)
        draw_icon(self.chips["closed"], "lock", 16, theme, "closed")
        hairline = self._line.palette()
        hairline.setColor(self._line.backgroundRole(), theme.line)
        self._line.setPalette(hairline)
        self.panel.setFixedWidth(theme.px(WIDTH))
        self._lay_head()
        self._fold()

    def retranslate(self) -> None:
        """Say everything in the language of now."""
        self._title.setText(translate("groups", "Groups"))
        self.field.setPlaceholderText(translate("groups", "Search for a group"))
        self.field.setAccessibleName(translate("groups", "Search groups by name or purpose"))
        self.empty.tell(
            "users-round",
            translate("groups", "No group found"),
            translate("groups", "Try a shorter word, or look among all groups."),
        )
        self.panel.retranslate()
        self._count()
        self._fill(anew=False)

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change of language at once."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where there is no room for it, the panel goes."""
        super().resizeEvent(event)
        self._fold()

    def hideEvent(self, event: QHideEvent) -> None:
        """What was looked at is looked at no longer."""
        super().hideEvent(event)
        self.hidden.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Down goes from the field to the list; Escape goes back a step."""
        if event.key() == Qt.Key.Key_Down and self.field.hasFocus():
            self.list.setFocus(Qt.FocusReason.TabFocusReason)
        elif event.key() != Qt.Key.Key_Escape:
            super().keyPressEvent(event)
        elif self._covered and not self._beside():
            self.uncover()
        elif self.field.text():
            self.field.clear()
        else:
            self.left.emit()

    def cover(self) -> None:
        """Where there is no room for both, show the panel in place of the list."""
        self._covered = True
        self._fold()
        if self.panel.to_list.isVisible():
            self.panel.to_list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _connect(self) -> None:
        self.field.textChanged.connect(lambda _text: self._fill(anew=True))
        self.list.chosen.connect(self.looked_at)
        self.list.picked.connect(lambda _group: self.cover())
        self.list.opened.connect(lambda group_id: self._want("open", group_id))
        self.list.acted.connect(lambda group_id: self._want("step", group_id))
        self.list.more_wanted.connect(self._show_everything)
        self.list.menu_wanted.connect(self._ask_menu)
        self.panel.wanted.connect(self._want_shown)
        self.panel.menu_wanted.connect(self._ask_panel_menu)
        self.panel.back.connect(self.uncover)

    def _want(self, deed: str, group_id: int) -> None:
        card = next((card for card in self._cards if card.group_id == group_id), None)
        if card is not None:
            self.wanted.emit(deed, card)

    def _want_shown(self, deed: str) -> None:
        if self.panel.opened is not None:
            self._want(deed, self.panel.opened.card.group_id)

    def _ask_menu(self, group_id: int, where: object) -> None:
        card = next((card for card in self._cards if card.group_id == group_id), None)
        if card is not None:
            self.menu_wanted.emit(card, where)

    def _ask_panel_menu(self) -> None:
        if self.panel.opened is not None:
            more = self.panel.more
            self._ask_menu(self.panel.opened.card.group_id, more.mapToGlobal(more.rect().bottomLeft()))

    def _choose(self, which: Which) -> None:
        self._which = which
        self.chips[which].setChecked(True)
        self._fill(anew=True)

    def _show_everything(self) -> None:
        self._everything = True
        self._fill(anew=False)

    def _fill(self, *, anew: bool) -> None:
        text = self.field.text()
        found = of_kind(self._cards, self._which)
        if text.strip():
            found = matching(found, text)
        now = sections(found)
        self._sections = now if anew else stay(self._sections, now)
        everything = self._everything or bool(text.strip())
        self.list.show_rows(rows(found, self._sections, everything=everything))
        self._stack.setCurrentWidget(self.empty if self._cards and not found else self.list)
        self._name_list(len(found))
        self._fold()

    def _name_list(self, count: int) -> None:
        self.list.setAccessibleName(translate("groups", "Groups, {0}").format(count))

    def _count(self) -> None:
        names = {
            "all": translate("groups", "All"),
            "mine": translate("groups", "My groups"),
            "open": translate("groups", "Open"),
            "closed": translate("groups", "Closed"),
        }
        for which, chip in self.chips.items():
            count = len(of_kind(self._cards, which))
            # A space more where an icon stands before it.
            chip.setText(f"{' ' * (which == 'closed')}{names[which]}  {count}")
            chip.setAccessibleName(
                translate("groups", "{name}, groups: {count}").format(name=names[which], count=count)
            )
        self._flow.invalidate()

    def _lay_out(self) -> None:
        self._left, self._head, line = QWidget(), QWidget(), QWidget()
        self._head_row = QHBoxLayout(self._head)
        self._head_row.addWidget(self._title, 1)
        self._head_row.addWidget(self.field)
        self._flow = Flow(line, gap=8)
        group = QButtonGroup(self)
        for which in WHICH:
            chip = self.chips[which] = button("chip", partial(self._choose, which))
            chip.setCheckable(True)
            group.addButton(chip)
            self._flow.addWidget(chip)
        self.chips["all"].setChecked(True)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.list)
        self._stack.addWidget(self.empty)
        self._chip_box = QVBoxLayout()
        self._chip_box.addWidget(line)
        column = QVBoxLayout(self._left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._head)
        column.addLayout(self._chip_box)
        column.addWidget(self._stack, 1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        self._line = QWidget()
        self._line.setFixedWidth(1)
        self._line.setAutoFillBackground(True)
        row.addWidget(self._left, 1)
        row.addWidget(self._line)
        row.addWidget(self.panel)

    def _lay_head(self) -> None:
        """Title and field beside each other, or below in a narrow page; both begin where the text does."""
        px, width = self._theme.px, self._left.width()
        side = layout.margin(self._theme, width)
        wide = layout.is_wide(self._theme, width)
        self._head_row.setContentsMargins(side, px(24), side, px(16))
        self._head_row.setSpacing(px(8))
        self._head_row.setDirection(
            QBoxLayout.Direction.LeftToRight if wide else QBoxLayout.Direction.TopToBottom
        )
        self.field.setMinimumWidth(px(_FIELD) if wide else 0)
        self.field.setMaximumWidth(px(_FIELD) if wide else 16_777_215)
        self._chip_box.setContentsMargins(side, 0, side, px(4))

    def _beside(self) -> bool:
        return self.width() >= self._theme.px(WIDTH + _LEAST_LIST)

    def _fold(self) -> None:
        """The panel beside the list, in its place, or out of sight."""
        beside, known = self._beside(), self.panel.opened is not None
        covering = self._covered and not beside and known
        self.panel.setVisible(known and (beside or covering))
        self._left.setVisible(not covering)
        self._line.setVisible(known and beside)
        self.panel.set_covering(covering)
        self.panel.setMinimumWidth(0 if covering else self._theme.px(WIDTH))
        self.panel.setMaximumWidth(16_777_215 if covering else self._theme.px(WIDTH))
        self._lay_head()
