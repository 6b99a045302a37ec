"""Changing rules from the screen: done on the bridge, told in a toast, and undone from there."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QCoreApplication, QObject, Signal

from app.filters.rules import Edited, Rule
from app.ruling import Ruling
from sync.model import Changes
from sync.store.rows import Place
from widgets.background import Background
from widgets.toast import Toast

translate = QCoreApplication.translate


class RuleChanges(QObject):
    """Changes the member's rules.

    ``changed(Changes)`` carries topics whose verdict changed: first those in sight, then all others.
    ``listed()`` tells that the list of rules is another one now; ``failed(Exception)`` that it was not kept.
    """

    changed = Signal(object)
    listed = Signal()
    failed = Signal(object)

    def __init__(
        self,
        ruling: Ruling,
        background: Background,
        toast: Toast,
        place: Callable[[], Place],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._ruling = ruling
        self._background = background
        self._toast = toast
        self._place = place

    def keep(self, rule: Rule, done: Callable[[Edited], None] | None = None) -> None:
        """Keep a new or a changed rule."""
        if rule.id:
            words = translate("rules", "Rule “{0}” is changed").format(rule.name)
        else:
            words = translate("rules", "Rule “{0}” is added").format(rule.name)
        self._run(lambda place: self._ruling.keep(rule, place), words, done)

    def remove(self, rule: Rule) -> None:
        """Take a rule away."""
        words = translate("rules", "Rule “{0}” is removed").format(rule.name)
        self._run(lambda place: self._ruling.remove(rule.id, place), words)

    def duplicate(self, rule: Rule) -> None:
        """Put a copy below a rule, switched off."""
        name = translate("rules", "{0} (copy)").format(rule.name)
        words = translate("rules", "The copy is below it, switched off")
        self._run(lambda place: self._ruling.duplicate(rule.id, name, place), words)

    def switch(self, rule: Rule, on: bool) -> None:
        """Switch a rule on or off."""
        if on:
            words = translate("rules", "Rule “{0}” is on").format(rule.name)
        else:
            words = translate("rules", "Rule “{0}” is off").format(rule.name)
        self._run(lambda place: self._ruling.switch(rule.id, on, place), words)

    def order(self, rule_ids: Sequence[int]) -> None:
        """Put the rules in another order."""
        words = translate("rules", "The order of the rules is changed")
        self._run(lambda place: self._ruling.order(rule_ids, place), words)

    def leave_alone(self, rule_id: int, topic_id: int) -> None:
        """Show one topic in spite of a rule."""
        words = translate("rules", "From now on you see this one")
        self._run(lambda place: self._ruling.leave_alone(rule_id, topic_id, place), words)

    def undo(self, edited: Edited) -> None:
        """Take a change back."""
        self._run(lambda place: self._ruling.save(edited.before, place), "")

    def _run(
        self,
        work: Callable[[Place], Edited],
        words: str,
        done: Callable[[Edited], None] | None = None,
    ) -> None:
        place = self._place()

        def finished(edited: Edited) -> None:
            self._done(edited, words)
            if done is not None:
                done(edited)

        self._background.run(lambda: work(place), finished, self.failed.emit)

    def _done(self, edited: Edited, words: str) -> None:
        if words:
            undo = translate("rules", "Undo")
            self._toast.show_message(words, undo, lambda: self.undo(edited))
        else:
            self._toast.show_message(translate("rules", "Undone"))
        self.listed.emit()
        self._tell(edited.changes)
        self._background.run(self._ruling.settle, self._settled, self.failed.emit)

    def _settled(self, changes: Changes) -> None:
        self._tell(changes)
        # Only now every figure in the list of rules is right.
        self.listed.emit()

    def _tell(self, changes: Changes) -> None:
        if changes:
            self.changed.emit(changes)
