"""The list of rules in the order in which they decide, with what one can begin with."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial

from PySide6.QtCore import QCoreApplication, QEvent, QPoint, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QMenu,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from widgets.filters.controls import button, draw_icon, label, name_tool, tool
from widgets.filters.flow import Flow
from widgets.filters.missed import MissedCard
from widgets.filters.rule_row import MIME, ListedRule, RuleRow
from widgets.reader.empty import Empty
from widgets.scrolling import scrolls_down
from widgets.theme import Theme

translate = QCoreApplication.translate

_MEASURE = 880


class RuleList(QWidget):
    """Lists rules. ``ordered(ids)`` when the member moved one; the other signals say what is wanted."""

    opened = Signal(int)
    switched = Signal(int, bool)
    copied = Signal(int)
    removed = Signal(int)
    ordered = Signal(list)
    new_wanted = Signal()
    preset_chosen = Signal(int)
    import_wanted = Signal()
    export_wanted = Signal()
    left = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._rules: Sequence[ListedRule] = ()
        self._presets: Sequence[str] = ()
        self.rows: list[RuleRow] = []
        self._title, self._help = label(role="page-title"), label(role="muted")
        self._help.setWordWrap(True)
        self.new = button("primary", self.new_wanted.emit)
        self.more = tool(self._open_menu)
        self.missed = MissedCard(theme)
        self._begin = label(role="dense")
        self._chips = QWidget()
        self._flow = Flow(self._chips, gap=8)
        self._empty = Empty(theme)
        self._list = QVBoxLayout()
        self._list.setSpacing(0)
        self.setAcceptDrops(True)
        self._lay_out()
        self.set_theme(theme)

    @property
    def rules(self) -> Sequence[ListedRule]:
        """What is listed now."""
        return self._rules

    @property
    def presets(self) -> Sequence[str]:
        """The names of the rules to begin with."""
        return self._presets

    def show_rules(self, rules: Sequence[ListedRule]) -> None:
        """List these; the keyboard stays with the rule it was on."""
        focused = next((row.rule.rule_id for row in self.rows if row.hasFocus()), None)
        on_handle = next((row.rule.rule_id for row in self.rows if row.handle.hasFocus()), None)
        self._rules = tuple(rules)
        old, self.rows = self.rows, [self._make_row(rule, index) for index, rule in enumerate(rules)]
        for row in self.rows:
            self._list.addWidget(row)
            row.show()
            if row.rule.rule_id == focused:
                row.setFocus(Qt.FocusReason.OtherFocusReason)
            elif row.rule.rule_id == on_handle:
                row.handle.setFocus(Qt.FocusReason.TabFocusReason)
        # The old ones go once the keyboard is where it was: else it would wander off.
        for row in old:
            self._list.removeWidget(row)
            row.hide()
            row.deleteLater()
        self._empty.setVisible(not rules)

    def show_hits(self, hits: Mapping[int, int]) -> None:
        """How many topics of the last 30 days each rule (by id) touches."""
        for row in self.rows:
            if row.rule.rule_id in hits:
                row.show_hits(hits[row.rule.rule_id])

    def show_presets(self, names: Sequence[str]) -> None:
        """Rules to begin with."""
        self._presets = tuple(names)
        while (item := self._flow.takeAt(0)) is not None:
            old = item.widget()
            if old is not None:
                old.deleteLater()
        for number, name in enumerate(names):
            chip: QPushButton = button("chip", partial(self.preset_chosen.emit, number))
            chip.setText(name)
            chip.setAccessibleName(translate("rules", "Begin with {0}").format(name))
            self._flow.addWidget(chip)
        self._chips.updateGeometry()

    def focus_rule(self, rule_id: int | None) -> None:
        """Give the keyboard to a rule, or else to the first."""
        rows = [row for row in self.rows if row.rule.rule_id == rule_id] or self.rows
        target: QWidget = rows[0] if rows else self.new
        target.setFocus(Qt.FocusReason.OtherFocusReason)

    def set_theme(self, theme: Theme) -> None:
        """Draw in another theme from now on."""
        self._theme = theme
        px = theme.px
        self._column.setContentsMargins(px(40), px(24), px(32), px(24))
        self._content.setMaximumWidth(px(_MEASURE) + px(72))
        draw_icon(self.new, "plus", 18, theme, "accent_text")
        draw_icon(self.more, "ellipsis", 20, theme, "muted")
        self._begin.setFixedSize(px(80), px(28))
        self._begin.setStyleSheet(f"color: {theme.muted.name()};")
        self.missed.set_theme(theme)
        self._empty.set_theme(theme)
        self.retranslate()
        self.show_rules(self._rules)

    def retranslate(self) -> None:
        """Say everything in the language of now."""
        self._title.setText(translate("rules", "Rules"))
        self._help.setText(
            translate(
                "rules",
                "The first rule that fits decides. Rules that always show stand on top. Nothing is deleted.",
            )
        )
        self.new.setText(translate("rules", "New rule"))
        name_tool(self.more, translate("rules", "Import and export"))
        self._begin.setText(translate("rules", "Begin with"))
        self._empty.tell(
            "sliders-horizontal",
            translate("rules", "No rules yet"),
            translate("rules", "Begin with one of the above, or press H on a topic you would rather miss."),
        )
        self.missed.retranslate()

    def shift(self, rule_id: int, step: int) -> None:
        """Move a rule up or down; what always shows stays on top."""
        ids = [rule.rule_id for rule in self._rules]
        at = ids.index(rule_id)
        if 0 <= at + step < len(ids):
            ids[at], ids[at + step] = ids[at + step], ids[at]
            self._order(ids)

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change of language at once."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
            self.show_rules(self._rules)
        super().changeEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Rules may come in."""
        if event.mimeData().hasFormat(MIME):
            event.acceptProposedAction()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        """Anywhere in the list will do."""
        event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """The rule stands where it was let go."""
        moved = int(bytes(event.mimeData().data(MIME).data()).decode())
        y = event.position().y()
        others = [row for row in self.rows if row.rule.rule_id != moved]
        above = [row.rule.rule_id for row in others if row.mapTo(self, row.rect().center()).y() <= y]
        below = [row.rule.rule_id for row in others if row.rule.rule_id not in above]
        self._order([*above, moved, *below])
        event.acceptProposedAction()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The surface."""
        QPainter(self).fillRect(self.rect(), self._theme.surface)

    def _order(self, ids: list[int]) -> None:
        known = {rule.rule_id: rule for rule in self._rules}
        rules = sorted((known[rule_id] for rule_id in ids), key=lambda rule: rule.action != "keep")
        if rules != list(self._rules):
            self.show_rules(rules)
            self.ordered.emit([rule.rule_id for rule in rules])

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self._title, 1)
        head.addWidget(self.new)
        head.addWidget(self.more)
        begin = QHBoxLayout()
        begin.setSpacing(0)
        begin.addWidget(self._begin, 0, Qt.AlignmentFlag.AlignTop)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self._chips.setSizePolicy(policy)
        begin.addWidget(self._chips, 1)
        self._content = QWidget()
        self._column = QVBoxLayout(self._content)
        self._column.setSpacing(0)
        for part, below in ((head, 4), (self._help, 20), (self.missed, 0), (begin, 20), (self._list, 0)):
            if isinstance(part, QWidget):
                self._column.addWidget(part)
            else:
                self._column.addLayout(part)
            self._column.addSpacing(below)
        self._column.addWidget(self._empty, 1)
        self._column.addStretch(1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(scrolls_down(QScrollArea(), self._content))

    def _make_row(self, rule: ListedRule, index: int) -> RuleRow:
        row = RuleRow(rule, index, self._theme)
        row.opened.connect(self.opened)
        row.switched.connect(self.switched)
        row.moved.connect(self.shift)
        row.copied.connect(self.copied)
        row.removed.connect(self.removed)
        return row

    def _open_menu(self) -> None:
        menu = QMenu(self)
        menu.addAction(translate("rules", "Import…")).triggered.connect(self.import_wanted)
        menu.addAction(translate("rules", "Export…")).triggered.connect(self.export_wanted)
        menu.exec(self.more.mapToGlobal(QPoint(0, self.more.height())))
        menu.deleteLater()
