"""A view being made or changed: its name, its query as text, and how its topics are shown."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QCoreApplication, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QDialog, QFormLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from app.filters.parse import QueryError, parse
from app.filters.sentences import sentence
from app.language import Language
from app.viewing import Viewing, shown_text
from app.views import View
from widgets.background import Background
from widgets.delaying import rings_once
from widgets.filters.controls import Choice, Field, button, label
from widgets.filters.suggesting import Suggesting
from widgets.filters.text_editor import TextEditor, TextOffer
from widgets.filters.toggle import Toggle
from widgets.focus import FocusRing
from widgets.icons import icon
from widgets.theme import Theme
from widgets.views import looks

if TYPE_CHECKING:
    from app.filters.complete import Vocabulary
    from app.views import Grouping
    from sync.store.rows import Order

translate = QCoreApplication.translate

_WIDTH = 560
# Counting begins when the typing rests for a moment.
_REST_MS = 120
_LONGEST_NAME = 60


class ViewEditor(QDialog):
    """Edits ``view``; ``kept(View)`` when the member is content.

    A built in view can only be looked at; ``copy_wanted(View)`` asks for one like it.
    """

    kept = Signal(object)
    copy_wanted = Signal(object)
    failed = Signal(object)

    def __init__(
        self,
        view: View,
        viewing: Viewing,
        background: Background,
        theme: Theme,
        language: Language,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setObjectName("view-editor")
        self._view = view
        self._viewing = viewing
        self._background = background
        self._theme = theme
        self._language = language
        self._suggesting = Suggesting()
        self._make(theme)
        self._lay_out(theme)
        self._fill(view)
        self._connect()
        self._ring = FocusRing(self, theme)
        self._read_names()
        self._check()

    @property
    def view(self) -> View:
        """The view as it is written now."""
        return self._view._replace(
            name=self.name.text().strip(),
            icon=self.icon.value,
            text=self.text.toPlainText().strip(),
            order=cast("Order", self.order.value),
            grouping=cast("Grouping", self.grouping.value),
            follows_rules=self.follows.isChecked(),
        )

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl+Enter keeps the view; undo and redo are those of the query."""
        control = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if control and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.save.click()
        elif event.matches(QKeySequence.StandardKey.Undo):
            self.text.undo()
        elif event.matches(QKeySequence.StandardKey.Redo):
            self.text.redo()
        else:
            super().keyPressEvent(event)

    def _make(self, theme: Theme) -> None:
        self._fixed = self._view.id < 0
        self.name, self.icon = Field(), Choice()
        self.name.setMaxLength(_LONGEST_NAME)
        self.text = TextEditor(theme, self._complete)
        self.text.setUndoRedoEnabled(True)
        self.told = label(role="dense")
        self.told.setWordWrap(True)
        # A sentence comes and goes without moving what stands below it.
        self.told.setMinimumHeight(theme.px(36))
        self.told.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.order, self.grouping = Choice(), Choice()
        self.follows = Toggle(theme)
        self.save = button("primary", self._confirm)
        self.cancel = button("secondary", self.reject)
        self.save.setDefault(True)
        self._resting = rings_once(self, self._count, _REST_MS)

    def _lay_out(self, theme: Theme) -> None:
        if self._fixed:
            title, confirm = self._view.name, translate("views", "Make a copy")
        elif self._view.id:
            title, confirm = translate("views", "Edit view"), translate("views", "Save")
        else:
            title, confirm = translate("views", "New view"), translate("views", "Save view")
        self.setWindowTitle(title)
        self.save.setText(confirm)
        self.cancel.setText(translate("views", "Close") if self._fixed else translate("views", "Cancel"))
        named = QHBoxLayout()
        named.setSpacing(8)
        named.addWidget(self.icon)
        named.addWidget(self.name, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 16)
        column.setSpacing(8)
        column.addWidget(label(title, "pane-title"))
        if self._fixed:
            column.addWidget(self._fixed_words())
        column.addSpacing(8)
        column.addWidget(_heading(translate("views", "Name"), self.name))
        column.addLayout(named)
        column.addSpacing(8)
        column.addWidget(_heading(translate("views", "Show topics that match"), self.text))
        column.addWidget(self.text)
        column.addWidget(self.told)
        column.addLayout(self._ways(theme))
        column.addSpacing(16)
        column.addLayout(self._buttons())
        self.resize(theme.px(_WIDTH), 0)

    def _fixed_words(self) -> QLabel:
        words = label(
            translate("views", "This place is always there. A copy is yours to change."),
            "muted",
        )
        words.setWordWrap(True)
        return words

    def _ways(self, theme: Theme) -> QFormLayout:
        form = QFormLayout()
        form.setHorizontalSpacing(theme.px(16))
        form.setVerticalSpacing(12)
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        follows = translate("views", "Leave out what my rules hide")
        for words, widget in (
            (translate("views", "Order"), self.order),
            (translate("views", "Grouping"), self.grouping),
            (follows, self.follows),
        ):
            name = label(words)
            name.setMinimumHeight(theme.px(32 if widget is not self.follows else 20))
            widget.setAccessibleName(words)
            form.addRow(name, widget)
        return form

    def _buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addStretch(1)
        row.addWidget(self.cancel)
        row.addWidget(self.save)
        return row

    def _fill(self, view: View) -> None:
        self.icon.setIconSize(QSize(self._theme.px(18), self._theme.px(18)))
        for value, words in looks.icon_names().items():
            drawing = icon(value, self._theme.px(18), self._theme.text)
            self.icon.addItem(drawing, words, value)
        self.icon.setCurrentIndex(self.icon.findData(looks.icon_of(view.icon)))
        self.icon.setAccessibleName(translate("views", "Icon"))
        self.name.setText(view.name)
        self.text.setAccessibleName(translate("views", "The query of the view as text"))
        self.text.setPlaceholderText(translate("views", "For example: kind:question is:unanswered"))
        self.text.show_text(shown_text(view, self._language))
        self.text.document().clearUndoRedoStacks()
        self.order.offer(list(looks.order_names().items()), view.order)
        self.grouping.offer(list(looks.grouping_names().items()), view.grouping)
        self.follows.setChecked(view.follows_rules)
        for widget in (self.name, self.text):
            widget.setReadOnly(self._fixed)
        for part in (self.icon, self.order, self.grouping, self.follows):
            part.setEnabled(not self._fixed)
        self.name.selectAll()
        (self.text if self._fixed else self.name).setFocus(Qt.FocusReason.OtherFocusReason)

    def _connect(self) -> None:
        self.name.textChanged.connect(lambda _text: self._check())
        self.text.edited.connect(lambda _text: self._check())
        self.follows.toggled.connect(lambda _on: self._check())

    def _complete(self, text: str, position: int) -> list[TextOffer]:
        return [] if self._fixed else self._suggesting.in_text(text, position, self._language)

    def _read_names(self) -> None:
        self._background.run(
            self._viewing.vocabulary, self._show_names, self.failed.emit, key="view-vocabulary"
        )

    def _show_names(self, names: Vocabulary) -> None:
        self._suggesting.vocabulary = names

    def _check(self) -> None:
        """Say what is wrong with the query, or count what it holds."""
        text = self.text.toPlainText()
        wrong = _fault(text)
        if wrong is not None:
            self._resting.stop()
            self.text.underline(wrong.position, wrong.length)
            self._tell(sentence(wrong, text, self._language), wrong=True)
        else:
            self.text.underline(None)
            self._resting.start()
        self.save.setEnabled(self._fixed or (wrong is None and bool(self.name.text().strip())))

    def _count(self) -> None:
        view = self.view
        self._background.run(
            lambda: self._viewing.count(view),
            lambda topics: self._show_count(view, topics),
            self.failed.emit,
            key="view-count",
        )

    def _show_count(self, view: View, topics: int) -> None:
        if view.text != self.view.text or _fault(view.text) is not None:
            return
        if topics == 1:
            self._tell(translate("views", "1 topic matches now"))
        else:
            self._tell(translate("views", "{count} topics match now").format(count=topics))

    def _tell(self, words: str, *, wrong: bool = False) -> None:
        self.told.setText(words)
        colour = self._theme.danger if wrong else self._theme.muted
        self.told.setStyleSheet(f"color: {colour.name()};")
        self.text.setAccessibleDescription(words)

    def _confirm(self) -> None:
        view = self.view
        self.accept()
        (self.copy_wanted if self._fixed else self.kept).emit(view)


def _heading(words: str, buddy: QWidget) -> QLabel:
    made = label(words, "list-heading")
    made.setBuddy(buddy)
    buddy.setAccessibleName(buddy.accessibleName() or words)
    return made


def _fault(text: str) -> QueryError | None:
    try:
        parse(text)
    except QueryError as error:
        return error
    return None
