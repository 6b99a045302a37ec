"""The box under a topic in which one answers: a line that invites, and once it is opened the editor.

The editor is much to make; it is made when the box is opened for the first time.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QHBoxLayout,
    QLabel,
    QMenu,
    QPushButton,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from app.audience import Audience
from widgets.audience.line import AudienceLine
from widgets.composer.warning import WarningBlock
from widgets.icons import icon
from widgets.plain_text import as_words
from widgets.reader.controls import WordButton
from widgets.reader.reply_frame import ReplyFrame
from widgets.style import mark
from widgets.theme import Theme

if TYPE_CHECKING:
    from widgets.composer.editor import Editor

_SIDE = 24
_INNER = 16
# As much of the words on who reads along as must stand beside the buttons.
_WORDS = 180
_FEWEST_LINES, _MOST_LINES = 3, 14
_TOOLS = (("mention", "at-sign"), ("file", "paperclip"))


class ReplyBox(QWidget):
    """Shows what is being written. It decides nothing: ``opened(tool)``, ``send_wanted``, ``left`` (Escape
    or the cross) and ``draft_chosen(id)`` say what was asked."""

    opened = Signal(str)
    send_wanted = Signal()
    left = Signal()
    draft_chosen = Signal(int)

    def __init__(
        self, theme: Theme, make_editor: Callable[[], Editor], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme, self._make_editor = theme, make_editor
        self._editor: Editor | None = None
        self._most = 0
        self._words: dict[str, str] = {}
        self.warning = WarningBlock(theme)
        self.target = QLabel()
        self.cross = QToolButton()
        self.opener = WordButton()
        self.audience = AudienceLine(theme)
        self.state = QLabel()
        self.others = QPushButton()
        self.tools = {name: QToolButton() for name, _ in _TOOLS}
        self.preview = QToolButton()
        self.button = QPushButton()
        self._closed = QLabel()
        self._frame = ReplyFrame(theme)
        self._lay_out()
        self._connect()
        self.set_theme(theme)
        self.retranslate()

    @property
    def is_open(self) -> bool:
        """Whether the editor is shown."""
        return self._editor is not None and not self._editor.isHidden()

    @property
    def editor(self) -> Editor:
        """The editor, made at its first use."""
        if self._editor is None:
            made = self._editor = self._make_editor()
            made.hide()
            made.send_wanted.connect(self.send_wanted)
            made.changed.connect(self.fit)
            self._above.insertWidget(1, made)
            self.preview.setDefaultAction(made.actions_["preview"])
            self._tool_row.insertWidget(0, made.toolbar)
            made.toolbar.hide()
            made.set_theme(self._theme)
            self.retranslate()
        return self._editor

    def set_closed(self, reason: str) -> None:
        """Nobody can answer here, for this reason; empty: one can."""
        self._closed.setText(reason)
        self._closed.setVisible(bool(reason))
        self._frame.setVisible(not reason)

    def set_open(self, wanted: bool) -> None:
        """Show the editor, or the one line that invites."""
        if wanted:
            self.editor.show()
            self.fit()
        elif self._editor is not None:
            self._editor.show_preview(False)
            self._editor.hide()
        if self._editor is not None:
            self._editor.toolbar.setVisible(wanted)
        for tool in self.tools.values():
            tool.setVisible(not wanted)
        self.preview.setVisible(wanted)
        self.opener.setVisible(not wanted)
        self.state.setVisible(wanted and bool(self.state.text()))
        self._show_target()
        self._stand()

    def show_audience(self, audience: Audience) -> None:
        """For whom it is."""
        self.audience.show_audience(audience)
        self._stand()

    def say(self, *, inviting: str, begun: str, target: str, button: str) -> None:
        """The words: what invites, how a text that was begun here starts, whom it answers, the button."""
        theme = self._theme
        self._words = {"inviting": inviting, "begun": begun, "target": target, "button": button}
        self.opener.dress(theme, theme.font("body"), theme.text if begun else theme.muted)
        self.opener.say(begun or inviting, f"{inviting} {begun}".strip())
        self.target.setText(target)
        self.button.setText(button)
        self._show_target()

    def tell(self, text: str, *, alarm: bool = False) -> None:
        """A short line on how the text is kept, or why not."""
        self.state.setText(text)
        mark(self.state, "danger" if alarm else "meta")
        self.state.style().polish(self.state)
        self.state.setFont(self._theme.font("meta"))
        self.state.setVisible(bool(text) and self.is_open)

    def offer_drafts(self, label: str, drafts: list[tuple[int, str]]) -> None:
        """Other texts that were begun here, by id and first words; none hides the button."""
        self.others.setVisible(bool(drafts))
        self.others.setText(label)
        menu = self.others.menu() or QMenu(self.others)
        menu.clear()
        for draft_id, words in drafts:
            action = menu.addAction(as_words(words))
            action.triggered.connect(partial(self.draft_chosen.emit, draft_id))
        self.others.setMenu(menu)
        self._stand()

    def set_busy(self, busy: bool) -> None:
        """While it is put in the outbox nothing changes."""
        self.button.setEnabled(not busy)
        if self._editor is not None:
            self._editor.set_busy(busy)

    def set_most(self, pixels: int) -> None:
        """How high the editor may become."""
        self._most = pixels
        self.fit()

    def fit(self) -> None:
        """The editor is as high as its text, within bounds."""
        if self._editor is None:
            return
        step = self._theme.line_height("reading")
        lines, block = 0, self._editor.field.document().firstBlock()
        while block.isValid() and lines < _MOST_LINES:
            lines += max(block.layout().lineCount(), 1)
            block = block.next()
        wanted = min(max(lines, _FEWEST_LINES), _MOST_LINES) * step + step // 2
        most = max(self._most, 2 * step)
        self._editor.field.setFixedHeight(min(wanted, most))

    def set_theme(self, theme: Theme) -> None:
        """Another look or text size."""
        self._theme = theme
        side, inner = theme.px(_SIDE), theme.px(_INNER)
        self._column.setContentsMargins(side, theme.px(8), side, theme.px(16))
        self._column.setSpacing(theme.px(8))
        self._above.setContentsMargins(inner, theme.px(10), theme.px(8), theme.px(8))
        self._above.setSpacing(theme.px(6))
        for name, drawing in _TOOLS:
            self.tools[name].setIcon(icon(drawing, theme.px(20), theme.muted))
        self.cross.setIcon(icon("x", theme.px(16), theme.muted))
        for button in (*self.tools.values(), self.preview, self.cross):
            button.setIconSize(QSize(theme.px(20), theme.px(20)))
        self.target.setFont(theme.font("dense", 500))
        self.state.setFont(theme.font("meta"))
        self.audience.set_theme(theme)
        self.warning.set_theme(theme)
        self._frame.set_theme(theme)
        if self._editor is not None:
            self._editor.set_theme(theme)
        if self._words:
            self.say(**self._words)
        self.fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where words and buttons do not fit beside each other, they stand below each other."""
        super().resizeEvent(event)
        self._stand()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape leaves the box; what was written stays."""
        if event.key() == Qt.Key.Key_Escape and self.is_open:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """All of the closed box opens it."""
        if not self.is_open and self._frame.geometry().contains(event.position().toPoint()):
            self.opened.emit("")
        else:
            super().mousePressEvent(event)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        for one in (self.target, self.state, self._closed):
            one.setTextFormat(Qt.TextFormat.PlainText)
        self.target.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.target.setWordWrap(True)
        head.addWidget(self.target, 1)
        head.addWidget(self.cross)
        self._tool_row = row = QHBoxLayout()
        row.setSpacing(4)
        for tool in self.tools.values():
            row.addWidget(mark(tool, "tool"))
        row.addWidget(mark(self.preview, "tool"))
        row.addSpacing(4)
        row.addWidget(mark(self.button, "primary"))
        self.state.setWordWrap(True)
        self.state.hide()
        self._tools = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._tools.addStretch(1)
        self._tools.addWidget(mark(self.others, "quiet"), 0, Qt.AlignmentFlag.AlignRight)
        self._tools.addLayout(row)
        self._tools.setAlignment(row, Qt.AlignmentFlag.AlignRight)
        self._foot = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._foot.addWidget(self.audience, 1)
        self._foot.addLayout(self._tools)
        self._above = QVBoxLayout(self._frame)
        self._above.addLayout(head)
        self.opener.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._above.addWidget(self.opener)
        self._above.addWidget(self.state)
        self._above.addLayout(self._foot)
        self._column = QVBoxLayout(self)
        self._column.addWidget(self.warning)
        self._column.addWidget(self._frame)
        self._column.addWidget(mark(self._closed, "meta"))
        self._closed.hide()
        self.preview.hide()
        self.others.hide()
        self._show_target()

    def _connect(self) -> None:
        self.opener.clicked.connect(lambda: self.opened.emit(""))
        for name, tool in self.tools.items():
            tool.clicked.connect(lambda _checked=False, name=name: self.opened.emit(name))
        self.button.clicked.connect(self._button_clicked)
        self.cross.clicked.connect(self.left)

    def retranslate(self) -> None:
        """Say everything in the language of now."""
        translate = QCoreApplication.translate
        names = {
            self.cross: translate("reply", "Close, the text is kept"),
            self.tools["mention"]: translate("reply", "Mention someone"),
            self.tools["file"]: translate("reply", "Add a file"),
        }
        for button, name in names.items():
            button.setAccessibleName(name)
            button.setToolTip(name)
        self.warning.retranslate()
        if self._editor is not None:
            self._editor.set_label(translate("reply", "Your answer"))

    def _button_clicked(self) -> None:
        if self.is_open:
            self.send_wanted.emit()
        else:
            self.opened.emit("")

    def _stand(self) -> None:
        theme = self._theme
        room = self.width() - 2 * theme.px(_SIDE) - theme.px(_INNER + 8)
        others = 0 if self.others.isHidden() else self.others.sizeHint().width()
        tools = self._tool_row.sizeHint().width() + others
        words = min(self.audience.sizeHint().width(), theme.px(_WORDS))
        way = QBoxLayout.Direction
        self._tools.setDirection(way.LeftToRight if tools < room else way.TopToBottom)
        self._foot.setDirection(way.LeftToRight if tools + words < room else way.TopToBottom)

    def _show_target(self) -> None:
        shown = self.is_open and bool(self._words.get("target"))
        self.target.setVisible(shown)
        self.cross.setVisible(shown)
