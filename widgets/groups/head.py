"""The sides of a group above its timeline: what is written and unanswered there, who is in it, what for."""

from __future__ import annotations

from functools import partial
from typing import Literal

from PySide6.QtCore import QCoreApplication, QEvent, Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QPushButton, QVBoxLayout, QWidget

from app.joining import Opened
from widgets.filters.controls import button
from widgets.filters.flow import Flow
from widgets.theme import Theme

translate = QCoreApplication.translate

Side = Literal["timeline", "unanswered", "members", "about"]
SIDES: tuple[Side, ...] = ("timeline", "unanswered", "members", "about")
# Where the text of the list begins.
_TEXT_LEFT = 32


class GroupHead(QWidget):
    """A row of chips of which one is on. ``chosen(side)`` when the member wants another one."""

    chosen = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._counts: dict[Side, int | None] = {}
        self.chips: dict[Side, QPushButton] = {}
        line, group = QWidget(), QButtonGroup(self)
        self._flow = Flow(line)
        for side in SIDES:
            chip = self.chips[side] = button("chip", partial(self._choose, side))
            chip.setCheckable(True)
            group.addButton(chip)
            self._flow.addWidget(chip)
        self._column = QVBoxLayout(self)
        self._column.addWidget(line)
        self.show_side("timeline")
        self.set_theme(theme)
        self.retranslate()

    @property
    def side(self) -> Side:
        """What is shown of the group now."""
        return next(side for side, chip in self.chips.items() if chip.isChecked())

    def show_side(self, side: Side) -> None:
        """Say which side is shown; the Tab key comes to that one, the arrows to the others."""
        self.chips[side].setChecked(True)
        for chip in self.chips.values():
            policy = Qt.FocusPolicy.TabFocus if chip.isChecked() else Qt.FocusPolicy.NoFocus
            chip.setFocusPolicy(policy)

    def show_group(self, opened: Opened | None) -> None:
        """Count what is behind the sides; nothing yet of a group that is still to be read."""
        self._counts = {}
        if opened is not None:
            self._counts = {"unanswered": opened.questions, "members": opened.card.members}
        self.retranslate()

    def set_theme(self, theme: Theme) -> None:
        """Draw in another theme from now on."""
        self._column.setContentsMargins(_TEXT_LEFT, theme.px(4), 16, theme.px(8))
        self._flow.invalidate()

    def retranslate(self) -> None:
        """Say everything in the language of now."""
        names = {
            "timeline": translate("groups", "Timeline"),
            "unanswered": translate("groups", "Unanswered"),
            "members": translate("groups", "Members"),
            "about": translate("groups", "About"),
        }
        for side, chip in self.chips.items():
            count = self._counts.get(side)
            told = translate("groups", "{name}: {count}")
            chip.setText(names[side] if count is None else f"{names[side]}  {count}")
            chip.setAccessibleName(
                names[side] if count is None else told.format(name=names[side], count=count)
            )
        self._flow.invalidate()

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change of language at once."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _choose(self, side: Side) -> None:
        self.show_side(side)
        self.chosen.emit(side)
