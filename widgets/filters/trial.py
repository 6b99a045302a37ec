"""The editor at work: its difference counted, its rule tried on a topic and kept, all on the bridge."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QCoreApplication, QObject, Signal

from app.filters.preview import Preview
from app.filters.rules import UNUSUAL_SHARE, Rule
from app.filters.tree import EVERYTHING
from app.ruling import Ruling, Tried
from sync.errors import Stopped
from widgets.background import Background, Task
from widgets.filters import described
from widgets.filters.changes import RuleChanges
from widgets.filters.draft import Draft, draft_of, rule_of
from widgets.filters.editor import Preset, RuleEditor
from widgets.filters.fields import Words

translate = QCoreApplication.translate

_OFFERED = 12
_MONTH, _YEAR = 30, 365


class Trial(QObject):
    """Serves ``editor`` while it edits a rule. ``kept(rule_id)`` once that is kept; ``failed(Exception)``."""

    kept = Signal(int)
    failed = Signal(object)

    def __init__(
        self,
        editor: RuleEditor,
        ruling: Ruling,
        changes: RuleChanges,
        background: Background,
        clock: Callable[[], int],
    ) -> None:
        super().__init__(editor)
        self._editor = editor
        self._ruling = ruling
        self._changes = changes
        self._background = background
        self._clock = clock
        self._words = Words("en")
        self._rule = Rule(0, "", "", "hide")
        self._first = editor.draft
        self._tried_on: int | None = None
        self._asked: Task | None = None
        self._recent: Sequence[tuple[int, str]] = ()
        editor.changed.connect(self._measure)
        editor.saved.connect(self._keep)
        editor.test.topic_picked.connect(self._try_on)

    @property
    def rule(self) -> Rule:
        """The rule as it was before it was edited."""
        return self._rule

    @property
    def touched(self) -> bool:
        """Whether anything was changed that is not kept."""
        return self._editor.draft != self._first

    def begin(
        self, rule: Rule, presets: Sequence[Preset], recent: Sequence[tuple[int, str]], words: Words
    ) -> None:
        """Edit a rule; ``recent`` are topics to try it on, as (id, title)."""
        self._rule, self._words, self._recent = rule, words, recent
        self._tried_on = None
        self._editor.edit(draft_of(rule, words.language), presets)
        self._first = self._editor.draft
        self._measure(self._first)

    def _measure(self, draft: Draft) -> None:
        """Have the difference counted that the draft makes; only the newest one is shown."""
        if self._asked is not None:
            # Its figures would be of before this change.
            self._asked.cancel()
        if draft.error is not None:
            return
        if draft.tree == EVERYTHING:
            # A rule that says nothing yet would be about everything: nobody means that.
            self._editor.difference.clear()
            self._editor.test.show_test(None)
            return
        rule = rule_of(draft, self._rule)
        # A month is there at once; a year follows while one looks at it.
        self._ask(rule, _MONTH, lambda preview: self._show_month(rule, preview))
        if self._tried_on is not None:
            self._try_on(self._tried_on)

    def _ask(self, rule: Rule, days: int, done: Callable[[Preview], None]) -> None:
        tasks: list[Task] = []

        def stop() -> bool:
            return bool(tasks) and tasks[0].cancelled

        self._asked = self._background.run(
            lambda: self._ruling.preview(rule, days, stop), done, self._missed, key="preview"
        )
        tasks.append(self._asked)

    def _show_month(self, rule: Rule, preview: Preview) -> None:
        self._show_difference(preview)
        self._ask(rule, _YEAR, self._show_difference)

    def _show_difference(self, preview: Preview) -> None:
        difference = described.difference(preview, self._editor.draft.tree, self._clock(), self._words)
        self._editor.difference.show_difference(difference)
        shown = [affected.topic for affected in (*preview.gone, *preview.back)]
        topics = list(dict.fromkeys([*((row.topic_id, row.title) for row in shown), *self._recent]))
        self._editor.test.offer(topics[:_OFFERED])
        if self._tried_on is None and topics:
            self._try_on(topics[0][0])

    def _missed(self, error: Exception) -> None:
        if not isinstance(error, Stopped):
            self.failed.emit(error)

    def _try_on(self, topic_id: int) -> None:
        self._tried_on = topic_id
        tree = self._editor.draft.tree
        self._background.run(
            lambda: self._ruling.try_on(tree, topic_id), self._show_tried, self.failed.emit, key="try"
        )

    def _show_tried(self, tried: Tried | None) -> None:
        action = self._editor.draft.action
        self._editor.test.show_test(None if tried is None else described.tested(tried, action, self._words))

    def _keep(self, draft: Draft) -> None:
        """Keep the rule; one that would hide very much is asked about first."""
        if draft.action != "hide" or not draft.on or self._editor.bar.warning:
            self._keep_now()
            return
        tree = draft.tree
        self._background.run(lambda: self._ruling.share(tree), self._weigh, self.failed.emit, key="share")

    def _weigh(self, share: float) -> None:
        if share > UNUSUAL_SHARE:
            words = translate("rules", "This rule hides {0}% of the last 30 days. Is that what you want?")
            self._editor.bar.ask(words.format(round(share * 100)))
        else:
            self._keep_now()

    def _keep_now(self) -> None:
        draft = self._editor.draft
        if draft.error is None:
            rule = rule_of(draft, self._rule)
            named = rule if rule.name else rule._replace(name=translate("rules", "New rule"))
            self._changes.keep(named, lambda edited: self.kept.emit(edited.rule.id if edited.rule else 0))
