"""The editor of one rule: in sentences and as text at the left, what it changes at the right."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication, QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QGraphicsOpacityEffect,
    QHBoxLayout,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from app.filters.sentences import sentence
from app.filters.tree import EVERYTHING
from widgets.filters.builder import Builder
from widgets.filters.controls import Field
from widgets.filters.difference import DifferencePane
from widgets.filters.draft import Draft, History
from widgets.filters.editor_head import OUTSET, EditorHead
from widgets.filters.fields import Words
from widgets.filters.form import Block
from widgets.filters.outcome import Outcome
from widgets.filters.rule_text import RuleText
from widgets.filters.saving_bar import SavingBar
from widgets.filters.suggesting import Suggesting
from widgets.filters.test_post import TestPost
from widgets.filters.text_editor import TextOffer
from widgets.theme import Theme

translate = QCoreApplication.translate

_LEFT, _RIGHT = 40, 32
_LEFT_SHARE, _RIGHT_SHARE = 631, 577
# Under this width the difference goes below the rule instead of beside it.
_NARROW = 900


class Preset(NamedTuple):
    """A rule to begin with, made for this member: its name and its draft."""

    name: str
    draft: Draft


class RuleEditor(QWidget):
    """Edits a draft. ``changed(Draft)`` at each change; ``saved(Draft)``; ``left()`` without keeping it."""

    changed = Signal(object)
    saved = Signal(object)
    left = Signal()

    def __init__(
        self,
        theme: Theme,
        words: Words,
        suggesting: Suggesting,
        today: date,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._words = words
        self._suggesting = suggesting
        self._presets: Sequence[Preset] = ()
        self._history = History(Draft("", "", Block()))
        self.head = EditorHead(theme)
        self.builder = Builder(theme, words, suggesting)
        self.outcome = Outcome(theme, today)
        self.written = RuleText(theme, self._complete)
        self.text = self.written.editor
        self.test = TestPost(theme)
        self.difference = DifferencePane(theme)
        self.note = Field()
        self.bar = SavingBar(theme)
        self._faded = QGraphicsOpacityEffect(self.builder)
        self._lay_out()
        self._connect()
        self.set_theme(theme)

    @property
    def draft(self) -> Draft:
        """The rule as it is now."""
        return self._history.now

    @property
    def error(self) -> str:
        """What is wrong with the text, in words; empty when nothing is."""
        return self.written.error

    def edit(self, draft: Draft, presets: Sequence[Preset] = ()) -> None:
        """Begin with another rule."""
        self._history = History(draft)
        self._presets = presets
        self.bar.calm()
        self._show(draft)
        self.difference.set_stale()
        self._scroll.verticalScrollBar().setValue(0)

    def go_on(self, draft: Draft) -> None:
        """Go on with what was written before, as a step that can be undone."""
        self._step(draft)
        self._show(draft)

    def step_back(self) -> None:
        """Undo the last change."""
        self._stepped(self._history.undo())

    def step_forth(self) -> None:
        """Redo what was undone."""
        self._stepped(self._history.redo())

    def set_words(self, words: Words) -> None:
        """Name things by other words from now on: another language, other closed groups."""
        self._words = words
        self.builder.set_words(words)

    def set_theme(self, theme: Theme) -> None:
        """Draw in another theme from now on."""
        self._theme = theme
        parts = (self.head, self.builder, self.outcome, self.written, self.test, self.difference, self.bar)
        for part in parts:
            part.set_theme(theme)
        self._fit_margins()
        self._arrange()
        self.retranslate()

    def retranslate(self) -> None:
        """Say everything in the language of now."""
        self.note.setPlaceholderText(translate("rules", "A note for yourself: why is this rule here?"))
        self.note.setAccessibleName(translate("rules", "Note"))
        for part in (self.head, self.written, self.test, self.difference, self.bar):
            part.retranslate()
        self._show_state(self.draft)

    def event(self, event: QEvent) -> bool:
        """Steps back and forth are the editor's here, before any shortcut of the window."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and _is_step(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Undo, redo; Ctrl+Enter and Ctrl+S keep the rule; Escape leaves."""
        control = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if event.matches(QKeySequence.StandardKey.Undo):
            self.step_back()
        elif event.matches(QKeySequence.StandardKey.Redo) or _is_redo(event):
            self.step_forth()
        elif event.matches(QKeySequence.StandardKey.Save) or (control and event.key() == Qt.Key.Key_Return):
            self._save()
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change of language at once."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where there is no room beside it, the difference goes below the rule."""
        super().resizeEvent(event)
        self._arrange()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The surface."""
        QPainter(self).fillRect(self.rect(), self._theme.surface)

    def _lay_out(self) -> None:
        self.builder.setGraphicsEffect(self._faded)
        self._faded.setOpacity(0.45)
        self._faded.setEnabled(False)
        content = QWidget()
        self._inner = QVBoxLayout(content)
        self._inner.setSpacing(0)
        # What follows the head stands on the page's edge; of the head only the name's outline is beyond it.
        rest = QVBoxLayout()
        rest.setContentsMargins(OUTSET, 0, 0, 0)
        rest.setSpacing(0)
        self._inner.addWidget(self.head)
        self._inner.addSpacing(24)
        self._inner.addLayout(rest)
        for part, below in (
            (self.builder, 16),
            (self.outcome, 8),
            (self.note, 16),
            (self.written, 12),
            (self.test, 8),
        ):
            rest.addWidget(part)
            rest.addSpacing(below)
        self._below = QVBoxLayout()
        self._inner.addLayout(self._below)
        self._inner.addStretch(1)
        self._scroll, self._beside = _scrolling(content), _scrolling(None)
        left = QVBoxLayout()
        left.setSpacing(0)
        left.addWidget(self._scroll, 1)
        left.addWidget(self.bar)
        self._panes = QHBoxLayout(self)
        self._panes.setContentsMargins(0, 0, 0, 0)
        self._panes.setSpacing(0)
        self._line = QFrame()
        self._line.setFixedWidth(1)
        self._panes.addLayout(left, _LEFT_SHARE)
        self._panes.addWidget(self._line)
        self._panes.addWidget(self._beside, _RIGHT_SHARE)

    def _connect(self) -> None:
        self.head.left.connect(self.left)
        self.head.undo.connect(self.step_back)
        self.head.redo.connect(self.step_forth)
        self.head.name_edited.connect(lambda name: self._step(self.draft._replace(name=name), "name"))
        self.head.switched.connect(lambda on: self._step(self.draft._replace(on=on)))
        self.head.preset_chosen.connect(self._take_preset)
        self.builder.changed.connect(self._built)
        self.outcome.changed.connect(self._outcome_changed)
        self.text.edited.connect(self._typed)
        self.note.textEdited.connect(lambda words: self._step(self.draft._replace(note=words), "note"))
        self.head.menu.aboutToShow.connect(self._fill_menu)
        self._scroll.verticalScrollBar().rangeChanged.connect(lambda _least, _most: self._fit_margins())
        self.bar.cancelled.connect(self.left)
        self.bar.saved.connect(self._save)

    def _built(self, block: Block) -> None:
        self._step(self.draft.built(block, self._words.language))
        self.text.show_text(self.draft.text)

    def _typed(self, text: str) -> None:
        self._step(self.draft.typed(text), "text")
        if self.draft.error is None:
            self.builder.show_form(self.draft.form)

    def _outcome_changed(self) -> None:
        self._step(self.draft._replace(action=self.outcome.action.value, until=self.outcome.until))

    def _take_preset(self, number: int) -> None:
        preset = self._presets[number]
        name = self.draft.name
        others = {"", *(one.name for one in self._presets)}
        self._step(preset.draft._replace(name=preset.name if name in others else name))
        self._show(self.draft)

    def _step(self, draft: Draft, place: str = "") -> None:
        self._history.step(draft, place)
        self.bar.calm()
        self._show_state(draft)
        self.difference.set_stale()
        self.changed.emit(draft)

    def _stepped(self, draft: Draft) -> None:
        self.bar.calm()
        self._show(draft)
        self.difference.set_stale()
        self.changed.emit(draft)

    def _show(self, draft: Draft) -> None:
        self.builder.show_form(draft.form)
        self.outcome.show_outcome(draft.action, draft.until)
        self.text.show_text(draft.text)
        self.note.setText(draft.note)
        self.note.setVisible(bool(draft.note) or self.note.hasFocus())
        self._show_state(draft)

    def _show_state(self, draft: Draft) -> None:
        error = draft.error
        self.head.show_rule(draft.name, draft.on)
        self.head.show_steps(self._history.can_undo, self._history.can_redo)
        names = [preset.name for preset in self._presets]
        forms = [preset.draft.form for preset in self._presets]
        self.head.show_presets(names, forms.index(draft.form) if draft.form in forms else None)
        says = draft.tree != EVERYTHING
        words = "" if error is None else sentence(error, draft.text, self._words.language)
        self.written.show_state(error, words, says=says)
        self._faded.setEnabled(error is not None)
        self.bar.save.setEnabled(error is None and says)

    def _complete(self, text: str, position: int) -> Sequence[TextOffer]:
        return self._suggesting.in_text(text, position, self._words.language)

    def _fill_menu(self) -> None:
        menu = self.head.menu
        menu.clear()
        menu.addAction(translate("rules", "Write a note for yourself")).triggered.connect(self._write_note)

    def _write_note(self) -> None:
        self.note.show()
        self.note.setFocus(Qt.FocusReason.OtherFocusReason)

    def _save(self) -> None:
        if self.bar.save.isEnabled():
            self.saved.emit(self.draft)

    def _fit_margins(self) -> None:
        # The scroll bar stands in the margin, so that nothing moves when it comes.
        bar = self._scroll.verticalScrollBar()
        room = bar.sizeHint().width() if bar.maximum() else 0
        self._inner.setContentsMargins(
            self._theme.px(_LEFT) - OUTSET, 0, max(0, self._theme.px(_RIGHT) - room), self._theme.px(16)
        )

    def _arrange(self) -> None:
        beside = self.width() >= self._theme.px(_NARROW)
        self._beside.setVisible(beside)
        self._line.setVisible(beside)
        self.difference.stand_beside(beside)
        self._line.setStyleSheet(f"background: {self._theme.line.name()};")
        if beside and self._beside.widget() is not self.difference:
            self._below.removeWidget(self.difference)
            self._beside.setWidget(self.difference)
            self.difference.show()
        elif not beside and self._beside.widget() is self.difference:
            self._beside.takeWidget()
            self._below.addWidget(self.difference)
            self.difference.show()


def _scrolling(content: QWidget | None) -> QScrollArea:
    area = QScrollArea()
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setWidgetResizable(True)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Expanding)
    if content is not None:
        area.setWidget(content)
    return area


def _is_redo(event: QKeyEvent) -> bool:
    both = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    return event.key() == Qt.Key.Key_Z and event.modifiers() == both


def _is_step(event: QKeyEvent) -> bool:
    undo = event.matches(QKeySequence.StandardKey.Undo)
    return undo or event.matches(QKeySequence.StandardKey.Redo) or _is_redo(event)
