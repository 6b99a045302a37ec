"""The head of the editor: the way back, steps back and forth, name and switch, and what to begin with."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QCoreApplication, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QHBoxLayout, QMenu, QPushButton, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from widgets.filters.controls import Field, button, draw_icon, label, name_tool, tool
from widgets.filters.flow import Flow
from widgets.filters.toggle import Toggle
from widgets.style import mark
from widgets.theme import Theme

translate = QCoreApplication.translate

_LEAST_NAME = 180
OUTSET = 6
"""How far the outline of the name stands out of the page's edge, so that its letters stand on it."""


class NameField(Field):
    """The rule's name as a page title that can be typed over."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.textChanged.connect(lambda _text: self.updateGeometry())
        # With border and the field's own inset this is ``OUTSET``.
        self.setTextMargins(2, 0, 0, 0)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)

    def set_theme(self, theme: Theme) -> None:
        """Draw in another theme from now on."""
        self._theme = theme
        font = theme.font("page")
        tracking = f"letter-spacing: {font.letterSpacing():.2f}px;" if font.letterSpacing() else ""
        self.setStyleSheet(
            f"QLineEdit {{ border: 2px solid transparent; background: transparent; padding: 0;"
            f" min-height: {theme.px(32)}px; font-size: {font.pixelSize()}px; font-weight: 600; {tracking} }}"
            f"QLineEdit:hover {{ background: {theme.hover.name()}; }}"
            f"QLineEdit:focus {{ border: 2px solid {theme.accent.name()}; padding: 0; }}"
        )

    def sizeHint(self) -> QSize:
        """As wide as the name."""
        words = self.text() or self.placeholderText()
        width = QFontMetrics(self._theme.font("page")).horizontalAdvance(words) + self._theme.px(12)
        return QSize(max(width, self._theme.px(_LEAST_NAME) if not self.text() else 0), self._theme.px(36))

    def minimumSizeHint(self) -> QSize:
        """A long name scrolls in its field."""
        return QSize(min(self._theme.px(_LEAST_NAME), self.sizeHint().width()), self._theme.px(36))


class EditorHead(QWidget):
    """Says what the member wants by its signals; ``preset_chosen`` carries the preset's number."""

    left = Signal()
    undo = Signal()
    redo = Signal()
    name_edited = Signal(str)
    switched = Signal(bool)
    preset_chosen = Signal(int)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.back = button("quiet", self.left.emit)
        self.step_back, self.step_forth = tool(self.undo.emit), tool(self.redo.emit)
        self.more = QToolButton()
        mark(self.more, "tool")
        self.more.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.menu = QMenu(self)
        self.more.setMenu(self.menu)
        self.name = NameField()
        self.pencil = tool(self._edit_name)
        self._on = label(role="dense")
        self.toggle = Toggle(theme)
        self._begin = label(role="dense")
        self._chips: list[QPushButton] = []
        self._chip_box = QWidget()
        self._flow = Flow(self._chip_box, gap=8)
        self._lay_out(theme)
        self.name.textEdited.connect(self.name_edited)
        self.toggle.toggled.connect(self._toggled)
        self.set_theme(theme)

    def show_rule(self, name: str, on: bool) -> None:
        """Show a rule's name and switch; says nothing."""
        if self.name.text() != name:
            self.name.setText(name)
        self.toggle.blockSignals(True)
        self.toggle.setChecked(on)
        self.toggle.blockSignals(False)
        self._name_toggle()

    def show_presets(self, names: Sequence[str], chosen: int | None) -> None:
        """Offer these rules to begin with; the one that the rule is now is on."""
        if [chip.text() for chip in self._chips] != list(names):
            self._make_chips(names)
        for number, chip in enumerate(self._chips):
            chip.setChecked(number == chosen)

    def show_steps(self, back: bool, forth: bool) -> None:
        """Whether there is a step back, and one forth."""
        self.step_back.setEnabled(back)
        self.step_forth.setEnabled(forth)

    def set_theme(self, theme: Theme) -> None:
        """Draw in another theme from now on."""
        self._theme = theme
        draw_icon(self.back, "chevron-left", 16, theme, "text")
        self.back.setStyleSheet(
            f"QPushButton {{ color: {theme.muted.name()}; padding: 0; font-weight: 400; }}"
        )
        for made, drawing in (
            (self.step_back, "undo-2"),
            (self.step_forth, "redo-2"),
            (self.more, "ellipsis"),
            (self.pencil, "pencil"),
        ):
            draw_icon(made, drawing, 18 if made is self.pencil else 20, theme, "muted")
        self._on.setStyleSheet(f"color: {theme.muted.name()};")
        self._begin.setStyleSheet(f"color: {theme.muted.name()};")
        self._begin.setFixedSize(theme.px(80), theme.px(28))
        self.name.set_theme(theme)
        self.toggle.set_theme(theme)
        self.retranslate()

    def retranslate(self) -> None:
        """Say everything in the language of now."""
        self.back.setText(translate("rules", "Rules"))
        self.back.setAccessibleName(translate("rules", "Back to the rules"))
        name_tool(self.step_back, translate("rules", "Undo (Ctrl+Z)"))
        name_tool(self.step_forth, translate("rules", "Redo (Ctrl+Shift+Z)"))
        name_tool(self.more, translate("rules", "More"))
        name_tool(self.pencil, translate("rules", "Change the name"))
        self.name.setPlaceholderText(translate("rules", "Name of the rule"))
        self.name.setAccessibleName(translate("rules", "Name of the rule"))
        self._begin.setText(translate("rules", "Begin with"))
        self._name_toggle()

    def _lay_out(self, theme: Theme) -> None:
        px = theme.px
        top = QHBoxLayout()
        top.setContentsMargins(OUTSET, px(12), 0, px(8))
        top.setSpacing(4)
        top.addWidget(self.back)
        top.addStretch(1)
        for made in (self.step_back, self.step_forth, self.more):
            top.addWidget(made)
        title = QHBoxLayout()
        title.setContentsMargins(0, 0, 0, px(17))
        title.setSpacing(8)
        title.addWidget(self.name)
        title.addWidget(self.pencil)
        title.addStretch(1)
        title.addWidget(self._on)
        title.addWidget(self.toggle)
        begin = QHBoxLayout()
        begin.setSpacing(0)
        begin.setContentsMargins(OUTSET, 0, 0, 0)
        begin.addWidget(self._begin, 0, Qt.AlignmentFlag.AlignTop)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self._chip_box.setSizePolicy(policy)
        begin.addWidget(self._chip_box, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for row in (top, title, begin):
            column.addLayout(row)

    def _make_chips(self, names: Sequence[str]) -> None:
        for chip in self._chips:
            self._flow.drop(chip)
        self._chips = []
        for number, name in enumerate(names):
            chip = button("chip", partial(self.preset_chosen.emit, number))
            chip.setText(name)
            chip.setCheckable(True)
            self._flow.addWidget(chip)
            self._chips.append(chip)
        self._chip_box.updateGeometry()

    def _toggled(self, on: bool) -> None:
        self._name_toggle()
        self.switched.emit(on)

    def _name_toggle(self) -> None:
        on = self.toggle.isChecked()
        self._on.setText(translate("rules", "On") if on else translate("rules", "Off"))
        self.toggle.setAccessibleName(translate("rules", "The rule is in force"))

    def _edit_name(self) -> None:
        self.name.setFocus(Qt.FocusReason.OtherFocusReason)
        self.name.selectAll()
