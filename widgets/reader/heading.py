"""The top of a topic: its title, the line that says what it is and where it stands, and who reads along."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QRect, Qt, Signal
from PySide6.QtWidgets import QLabel, QWidget

from app.audience import Audience
from sync.store.rows import TopicHead
from widgets.audience.strip import AudienceStrip
from widgets.faces import Faces
from widgets.icons import KIND_ICONS
from widgets.reader import wording
from widgets.reader.controls import Fact, WordButton
from widgets.reader.post import ABOVE, margin
from widgets.theme import Theme
from widgets.wording import kind_name

_GAP = 16
_ABOVE_STRIP = 14
_ABOVE_LINE = 6


class Heading(QWidget):
    """Title, facts and audience. ``group_requested`` carries a group's id; ``resized`` tells that it wants
    another height."""

    group_requested = Signal(int)
    resized = Signal()

    def __init__(self, theme: Theme, faces: Faces, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._head: TopicHead | None = None
        self._title = QLabel(self)
        self._title.setTextFormat(Qt.TextFormat.PlainText)
        self._title.setWordWrap(True)
        self._title.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._kind = Fact(self)
        self.group = WordButton(self)
        self._tags = Fact(self)
        self._when = Fact(self)
        self._answered = Fact(self)
        self._locked = Fact(self)
        self.strip = AudienceStrip(theme, faces, self)
        self.strip.hide()
        self.strip.opened.connect(self._strip_opened)
        self.strip.listed.connect(self.resized)
        self.group.clicked.connect(self._group_clicked)
        self.set_theme(theme)

    def set_theme(self, theme: Theme) -> None:
        """Another look or text size."""
        self._theme = theme
        self._title.setFont(theme.font("page"))
        self.strip.set_theme(theme)
        if self._head is not None:
            self.show_head(self._head)

    def last_control(self) -> QWidget:
        """The control that Tab leaves last."""
        return (self.group, *self.strip.controls())[-1]

    def show_audience(self, shown: Audience) -> None:
        """Who reads along in the topic of now."""
        self.strip.show_audience(shown)
        self.strip.show()
        if self.strip.controls():
            QWidget.setTabOrder(self.group, self.strip.head)

    def close_strip(self) -> None:
        """The list of names is put away: another topic comes."""
        self.strip.set_open(False)

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
            self.group.dress(theme, meta, theme.closed, "lock")
            self.group.say(head.group, f"{head.group}, {closed}")
        else:
            self.group.dress(theme, meta, theme.muted, "users")
            self.group.say(head.group, translate("reader", "Group {name}").format(name=head.group))
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
        for fact in (self._kind, self.group, self._tags, self._when, self._answered, self._locked):
            needed = fact.sizeHint().width()
            fact.setVisible(bool(fact.text()))
            if not fact.text():
                continue
            if x > left and x + needed > left + room:
                x, y = left, y + line + theme.px(4)
            fact.setGeometry(QRect(x, y, min(needed, room), line))
            x += needed + theme.px(_GAP)
        y += line
        if not self.strip.isHidden():
            y += theme.px(_ABOVE_STRIP if self.strip.filled else _ABOVE_LINE)
            height = self.strip.height_at(room)
            self.strip.setGeometry(left, y, room, height)
            y += height
        return y + theme.px(20 - ABOVE)

    def _strip_opened(self, _open: bool) -> None:
        before: QWidget = self.group
        for control in self.strip.controls():
            QWidget.setTabOrder(before, control)
            before = control
        self.resized.emit()

    def _group_clicked(self) -> None:
        if self._head is not None:
            self.group_requested.emit(self._head.group_id)
