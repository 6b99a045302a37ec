"""A rule while it is edited, and the steps back and forth through what it was."""

from __future__ import annotations

from typing import NamedTuple

from app.filters.parse import parse
from app.filters.query_error import QueryError
from app.filters.rules import Action, Rule, canonical
from app.filters.text import to_text
from app.filters.tree import AllOf, Node
from app.language import Language
from widgets.filters import form
from widgets.filters.form import Block

_KEPT = 200
_LINE = 56


class Draft(NamedTuple):
    """A rule being written. ``text`` is as typed, ``form`` what the builder shows of it.

    They say the same unless ``error`` says where the text cannot be read; the form is then of before that.
    """

    name: str
    text: str
    form: Block
    action: str = "hide"
    on: bool = True
    until: int | None = None
    note: str = ""
    error: QueryError | None = None

    @property
    def tree(self) -> Node:
        """What the rule's conditions mean, as far as they could be read."""
        return form.tree_of(self.form)

    def typed(self, text: str) -> Draft:
        """With another text; the form follows when it can be read."""
        try:
            tree = parse(text)
        except QueryError as error:
            return self._replace(text=text, error=error)
        return self._replace(text=text, form=form.form_of(tree), error=None)

    def built(self, block: Block, language: Language) -> Draft:
        """With another form; the text follows."""
        return self._replace(form=block, text=laid_out(form.tree_of(block), language), error=None)


def draft(text: str, language: Language, name: str = "", action: str = "hide") -> Draft:
    """A draft of a rule from its stored text, shown in ``language``; raises ``QueryError``."""
    tree = parse(text)
    return Draft(name, laid_out(tree, language), form.form_of(tree), action)


def laid_out(tree: Node, language: Language) -> str:
    """The text of ``tree`` in lines that break between conditions, to read well in a narrow field."""
    if not isinstance(tree, AllOf):
        return to_text(tree, language)
    lines: list[str] = []
    for part in tree.parts:
        text = to_text(AllOf((part,)), language)
        if lines and len(lines[-1]) + 1 + len(text) <= _LINE:
            lines[-1] += f" {text}"
        else:
            lines.append(text)
    return "\n".join(lines)


class History:
    """What the draft was, step by step. Typing in one place is one step."""

    def __init__(self, first: Draft) -> None:
        self.now = first
        self._back: list[Draft] = []
        self._forth: list[Draft] = []
        self._place = ""

    @property
    def can_undo(self) -> bool:
        """Whether there is a step back."""
        return bool(self._back)

    @property
    def can_redo(self) -> bool:
        """Whether there is a step forth again."""
        return bool(self._forth)

    def step(self, now: Draft, place: str = "") -> None:
        """The draft is ``now``. Steps in a row at the same ``place`` are one; "" is a step of its own."""
        if now == self.now:
            return
        if not place or place != self._place:
            self._back.append(self.now)
            del self._back[:-_KEPT]
        self._place = place
        self._forth.clear()
        self.now = now

    def pause(self) -> None:
        """What is typed from now on is a step of its own."""
        self._place = ""

    def undo(self) -> Draft:
        """One step back, if there is one."""
        if self._back:
            self._forth.append(self.now)
            self.now = self._back.pop()
            self._place = ""
        return self.now

    def redo(self) -> Draft:
        """One step forth, if there is one."""
        if self._forth:
            self._back.append(self.now)
            self.now = self._forth.pop()
            self._place = ""
        return self.now


def draft_of(rule: Rule, language: Language) -> Draft:
    """A draft of a rule as it is kept; of one that cannot be read, with the reason why."""
    empty = Draft(rule.name, "", Block(), rule.action, rule.on, rule.until, rule.note)
    read = empty.typed(rule.text)
    return read if read.error is not None else read.built(read.form, language)


def rule_of(draft: Draft, before: Rule) -> Rule:
    """``before`` as the draft says it should be. Raises ``QueryError`` when the text cannot be read."""
    action: Action = draft.action  # type: ignore[assignment] # the editor offers actions only
    return before._replace(
        name=draft.name.strip(),
        text=canonical(draft.text),
        action=action,
        on=draft.on,
        until=draft.until,
        note=draft.note,
    )
