"""What a file of rules would do, entry by entry, before anything of it is done."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QDialog, QFrame, QGridLayout, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from app.filters.exchange_plan import Choice as Taking
from app.filters.exchange_plan import Entry, Plan
from app.filters.exchange_texts import REASONS, STATES, left_sentence
from app.language import Language
from widgets.filters.controls import Choice, button, label
from widgets.theme import Theme

translate = QCoreApplication.translate

_WIDTH, _HEIGHT = 640, 480
_INKS = {"new": "positive", "same": "muted", "conflict": "warning"}


class ImportDialog(QDialog):
    """Shows a plan and asks about conflicts. ``confirmed(choices)`` carries them by the entry's index."""

    confirmed = Signal(object)

    def __init__(self, plan: Plan, language: Language, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._plan = plan
        self._language = language
        self._theme = theme
        self.choices: dict[int, Choice] = {}
        self.setWindowTitle(translate("rules", "Import rules"))
        self.resize(theme.px(_WIDTH), theme.px(_HEIGHT))
        self.take = button("primary", self._confirm)
        self.take.setText(translate("rules", "Import"))
        self.take.setEnabled(plan.count("new") > 0 or any(entry.choices for entry in plan.entries))
        cancel = button("secondary", self.reject)
        cancel.setText(translate("rules", "Cancel"))
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 16)
        column.setSpacing(12)
        column.addWidget(label(self._title(), "pane-title"))
        about = label(self._about(), "muted")
        about.setWordWrap(True)
        column.addWidget(about)
        column.addWidget(self._entries(), 1)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addStretch(1)
        buttons.addWidget(cancel)
        buttons.addWidget(self.take)
        column.addLayout(buttons)

    def _title(self) -> str:
        pack = self._plan.document.pack
        if pack is None:
            return translate("rules", "Import rules")
        by = translate("rules", "{0}, by {1}").format(pack.name, pack.by)
        return by if pack.by else pack.name

    def _about(self) -> str:
        counts = translate("rules", "{0} new, {1} the same, {2} to look at. Nothing is done yet.")
        plan, pack = self._plan, self._plan.document.pack
        words = counts.format(plan.count("new"), plan.count("same"), plan.count("conflict"))
        return f"{pack.about}\n{words}" if pack is not None and pack.about else words

    def _entries(self) -> QScrollArea:
        content = QWidget()
        grid = QGridLayout(content)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(8)
        grid.setColumnStretch(0, 1)
        for index, entry in enumerate(self._plan.entries):
            self._add_entry(grid, index, entry)
        rows = len(self._plan.entries)
        for number, left in enumerate(self._plan.document.left):
            words = label(left_sentence(left, self._language), "meta")
            words.setWordWrap(True)
            grid.addWidget(words, rows + number, 0, 1, 3)
        grid.setRowStretch(rows + len(self._plan.document.left), 1)
        area = QScrollArea()
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidgetResizable(True)
        area.setWidget(content)
        return area

    def _add_entry(self, grid: QGridLayout, index: int, entry: Entry) -> None:
        theirs = entry.theirs
        name, when = label(theirs.name), label(theirs.when, "meta")
        name.setFont(self._theme.font("body", 500))
        for words in (name, when):
            words.setWordWrap(True)
        texts = QVBoxLayout()
        texts.setSpacing(0)
        texts.addWidget(name)
        texts.addWidget(when)
        state = label(STATES[entry.state].say(self._language), "dense")
        state.setStyleSheet(f"color: {getattr(self._theme, _INKS[entry.state]).name()};")
        state.setToolTip(REASONS[entry.reason].say(self._language))
        grid.addLayout(texts, index, 0)
        grid.addWidget(state, index, 1, Qt.AlignmentFlag.AlignTop)
        if entry.choices:
            grid.addWidget(self._choice(index, theirs.name), index, 2, Qt.AlignmentFlag.AlignTop)
        elif entry.reason:
            why = label(REASONS[entry.reason].say(self._language), "meta")
            grid.addWidget(why, index, 2, Qt.AlignmentFlag.AlignTop)

    def _choice(self, index: int, name: str) -> Choice:
        made = Choice()
        made.offer(
            [
                ("mine", translate("rules", "Keep mine")),
                ("theirs", translate("rules", "Take theirs")),
                ("both", translate("rules", "Have both")),
            ],
            "mine",
        )
        made.setAccessibleName(translate("rules", "You have another “{0}”: what to do").format(name))
        self.choices[index] = made
        return made

    def _confirm(self) -> None:
        taken: dict[int, Taking] = {
            index: choice.value  # type: ignore[misc] # the choice offers these three
            for index, choice in self.choices.items()
        }
        self.accept()
        self.confirmed.emit(taken)
