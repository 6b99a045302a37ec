"""The page of rules: their list, and the editor of one of them with its live difference."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime

from PySide6.QtCore import QCoreApplication, QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QStackedWidget, QWidget

from app.filters.rules import Rule
from app.language import Language
from app.ruling import Listed, Ruling, Surroundings
from sync.model import Changes
from widgets.background import Background
from widgets.filters import described
from widgets.filters.changes import RuleChanges
from widgets.filters.draft import Draft
from widgets.filters.editor import Preset, RuleEditor
from widgets.filters.fields import Words
from widgets.filters.rule_list import RuleList
from widgets.filters.suggesting import Suggesting
from widgets.filters.trial import Trial
from widgets.theme import Theme

translate = QCoreApplication.translate


class RulesPage(QStackedWidget):
    """Shows the member's rules and edits one at a time.

    ``topic_wanted(topic_id)`` reads a topic, ``left()`` follows Escape in the list, ``import_wanted()`` and
    ``export_wanted()`` its menu, ``note(text, action, do)`` is a message that can be undone, and
    ``failed(Exception)`` tells what could not be read or kept.
    """

    topic_wanted = Signal(int)
    left = Signal()
    import_wanted = Signal()
    export_wanted = Signal()
    note = Signal(str, str, object)
    failed = Signal(object)

    def __init__(
        self,
        ruling: Ruling,
        changes: RuleChanges,
        background: Background,
        theme: Theme,
        language: Callable[[], Language],
        clock: Callable[[], int],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._ruling = ruling
        self._changes = changes
        self._background = background
        self._language = language
        self._words = Words(language())
        self._suggesting = Suggesting()
        self._listed: Listed | None = None
        self._wanted: int | None = None
        self._recent: Sequence[tuple[int, str]] = ()
        self._presets: Sequence[Rule] = ()
        self.list = RuleList(theme)
        today = datetime.fromtimestamp(clock() / 1000).date()
        self.editor = RuleEditor(theme, self._words, self._suggesting, today)
        self.trial = Trial(self.editor, ruling, changes, background, clock)
        self.addWidget(self.list)
        self.addWidget(self.editor)
        self._connect()

    def show_list(self, rule_id: int | None = None) -> None:
        """Show the list of rules as they are now, with the keyboard on one of them."""
        self.setCurrentWidget(self.list)
        self._wanted = rule_id
        self.list.focus_rule(rule_id)
        self.refresh()

    def edit(self, rule: Rule) -> None:
        """Open a rule in the editor; one with id 0 is a new one."""
        presets = [Preset(one.name, described.preset(one, self._words)) for one in self._presets]
        self.trial.begin(rule, presets, self._recent, self._words)
        self.setCurrentWidget(self.editor)
        self._survey()
        target: QWidget = self.editor.text if rule.name else self.editor.head.name
        target.setFocus(Qt.FocusReason.OtherFocusReason)

    def new(self, number: int | None = None) -> None:
        """Begin a rule, with a preset when ``number`` names one."""
        self.edit(Rule(0, "", "", "hide") if number is None else self._presets[number])

    def edit_id(self, rule_id: int) -> None:
        """Open the rule with this id in the editor, wherever one comes from."""
        self._background.run(lambda: self._ruling.rule(rule_id), self._edit_found, self.failed.emit)

    def refresh(self, _changes: Changes | None = None) -> None:
        """Read the list again."""
        self._background.run(self._ruling.listed, self._show_listed, self.failed.emit, key="rules")
        self._survey()

    def set_theme(self, theme: Theme) -> None:
        """Draw in another theme from now on."""
        self.list.set_theme(theme)
        self.editor.set_theme(theme)

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change of language at once."""
        if event.type() == QEvent.Type.LanguageChange:
            self._set_words(self._words._replace(language=self._language()))
            self.refresh()
        super().changeEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape leaves the list; the editor has its own."""
        if event.key() == Qt.Key.Key_Escape and self.currentWidget() is self.list:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def _connect(self) -> None:
        rules, editor = self.list, self.editor
        rules.opened.connect(lambda rule_id: self._with_rule(rule_id, self.edit))
        rules.switched.connect(
            lambda rule_id, on: self._with_rule(rule_id, lambda rule: self._changes.switch(rule, on))
        )
        rules.copied.connect(lambda rule_id: self._with_rule(rule_id, self._changes.duplicate))
        rules.removed.connect(lambda rule_id: self._with_rule(rule_id, self._changes.remove))
        rules.ordered.connect(self._changes.order)
        rules.new_wanted.connect(self.new)
        rules.preset_chosen.connect(self.new)
        rules.import_wanted.connect(self.import_wanted)
        rules.export_wanted.connect(self.export_wanted)
        rules.missed.chosen.connect(self.topic_wanted)
        rules.missed.excepted.connect(self._changes.leave_alone)
        rules.missed.dismissed.connect(self._put_off_missed)
        editor.left.connect(self._leave)
        editor.difference.topic_chosen.connect(self.topic_wanted)
        self.trial.kept.connect(self.show_list)
        self.trial.failed.connect(self.failed)
        self._changes.listed.connect(self.refresh)

    def _with_rule(self, rule_id: int, do: Callable[[Rule], None]) -> None:
        for rule in self._listed.rules if self._listed is not None else ():
            if rule.id == rule_id:
                do(rule)
                return

    def _put_off_missed(self) -> None:
        self.list.missed.show_missed(())
        self._background.run(self._ruling.seen_missed, lambda _done: None, self.failed.emit)

    def _edit_found(self, rule: Rule | None) -> None:
        if rule is not None:
            self.edit(rule)

    def _survey(self) -> None:
        language = self._words.language
        self._background.run(
            lambda: self._ruling.surroundings(language),
            self._show_surroundings,
            self.failed.emit,
            key="surroundings",
        )

    def _show_surroundings(self, found: Surroundings) -> None:
        self._suggesting.vocabulary = found.vocabulary
        self._recent = [(row.topic_id, row.title) for row in found.recent]
        self._presets = found.presets
        self.list.show_presets([preset.name for preset in self._presets])
        self._set_words(self._words._replace(closed_groups=found.closed_groups))

    def _show_listed(self, listed: Listed) -> None:
        self._listed = listed
        self.list.show_rules(described.listed_rules(listed, self._words))
        self.list.missed.show_missed(described.missed_topics(listed))
        if self._wanted is not None and self.currentWidget() is self.list:
            self.list.focus_rule(self._wanted)
            self._wanted = None

    def _set_words(self, words: Words) -> None:
        if words != self._words:
            self._words = words
            self.editor.set_words(words)

    def _leave(self) -> None:
        """Back to the list. What was written can be gone on with for a while."""
        draft, rule = self.editor.draft, self.trial.rule
        if self.trial.touched:
            self.note.emit(
                translate("rules", "The rule is as it was; your changes are not kept"),
                translate("rules", "Go on writing"),
                lambda: self._go_on(rule, draft),
            )
        self.show_list(rule.id or None)

    def _go_on(self, rule: Rule, draft: Draft) -> None:
        self.edit(rule)
        self.editor.go_on(draft)
