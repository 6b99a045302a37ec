"""The top of a topic: its title, and the line that says what it is, where it stands and its state."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QRect, Qt, Signal
from PySide6.QtWidgets import QLabel, QWidget

from sync.store.rows import TopicHead
from widgets.icons import KIND_ICONS
from widgets.reader import wording
from widgets.reader.controls import Fact, WordButton
from widgets.reader.post import ABOVE, margin
from widgets.theme import Theme
from widgets.wording import kind_name

_GAP = 16


class Heading(QWidget):
    """Title and facts. ``group_requested`` carries a group's id."""

    group_requested = Signal(int)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._head: TopicHead | None = None
        self._title = QLabel(self)
        self._title.setTextFormat(Qt.TextFormat.PlainText)
        self._title.setWordWrap(True)
        self._title.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._kind = Fact(self)
        self._group = WordButton(self)
        self._tags = Fact(self)
        self._when = Fact(self)
        self._answered = Fact(self)
        self._locked = Fact(self)
        self._group.clicked.connect(self._group_clicked)
        self.set_theme(theme)

    def set_theme(self, theme: Theme) -> None:
        """Another look or text size."""
        self._theme = theme
        self._title.setFont(theme.font("page"))
        if self._head is not None:
            self.show_head(self._head)

    def last_control(self) -> QWidget:
        """The control that Tab leaves last."""
        return self._group

    def show_head(self, head: TopicHead) -> None:
        """Shows another topic's head."""
        theme, translate = self._theme, QCoreApplication.translate
        self._head = head
        meta = theme.font("meta")
        self._title.setText(head.title)
        self._title.setAccessibleName(head.title)
        self._kind.show_fact(theme, kind_name(head.kind), theme.muted, KIND_ICONS.get(head.kind, ""))
        if head.closed:
            closed = translate("reader", "Closed group")
            self._group.dress(theme, meta, theme.closed, "lock")
            self._group.say(f"{head.group} · {closed}", f"{head.group}, {closed}")
        else:
            self._group.dress(theme, meta, theme.muted, "users")
            self._group.say(head.group, translate("reader", "Group {name}").format(name=head.group))
        self._tags.show_fact(theme, "    ".join(f"#{tag}" for tag in head.tags.split()), theme.muted)
        self._when.show_fact(theme, wording.event_line(head), theme.muted, "calendar")
        answered = translate("reader", "Answered") if head.answered else ""
        self._answered.show_fact(theme, answered, theme.positive, "circle-check")
        locked = translate("reader", "No new replies") if head.locked else ""
        self._locked.show_fact(theme, locked, theme.muted, "archive")

    def arrange(self, width: int) -> int:
        """Puts everything in its place for ``width`` pixels; returns the height, the space below included."""
        theme = self._theme
        left = margin(theme, width)
        room = width - 2 * left
        height = max(self._title.heightForWidth(room), theme.line_height("page"))
        self._title.setGeometry(left, 0, room, height)
        y, x, line = height + theme.px(6), left, theme.px(20)
        for fact in (self._kind, self._group, self._tags, self._when, self._answered, self._locked):
            needed = fact.sizeHint().width()
            fact.setVisible(bool(fact.text()))
            if not fact.text():
                continue
            if x > left and x + needed > left + room:
                x, y = left, y + line + theme.px(4)
            fact.setGeometry(QRect(x, y, min(needed, room), line))
            x += needed + theme.px(_GAP)
        return y + line + theme.px(20 - ABOVE)

    def _group_clicked(self) -> None:
        if self._head is not None:
            self.group_requested.emit(self._head.group_id)
