"""The composer on the screen: the writing at the left, who will read it at the right, one button to share."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QHBoxLayout,
    QScrollArea,
    QSizePolicy,
    QSpacerItem,
    QVBoxLayout,
    QWidget,
)

from widgets.announcing import announce
from widgets.composer import saying
from widgets.composer.address_field import AddressField
from widgets.composer.editor import Editor
from widgets.composer.hint_row import HintRow
from widgets.composer.kinds_row import KindsRow
from widgets.composer.overlay import Overlay
from widgets.composer.person_field import PersonField
from widgets.composer.side import Side
from widgets.composer.tags_row import TagsRow
from widgets.composer.title_field import TitleField
from widgets.composer.warning import WarningBlock
from widgets.drawing import Drawing
from widgets.filters.controls import button, draw_icon, label
from widgets.icons import pixmap
from widgets.scrolling import scrolls_down
from widgets.style import mark

if TYPE_CHECKING:
    from app.audience import Audience
    from app.reading import Reading
    from widgets.composer.desk import EditorDesk
    from widgets.main_window import MainWindow
    from widgets.theme import Theme

translate = QCoreApplication.translate

_SIDE, _LEAST_LEFT = 376, 520
_MARGIN = 32
_LEAST_HEAD = 560
_LEAST_EDITOR = 200


class Sheet(Overlay):
    """Shows one draft. ``changed()`` after whatever the member changes; the rest are wishes of the member."""

    changed = Signal()
    shared = Signal()
    kind_chosen = Signal(str)

    def __init__(
        self,
        window: MainWindow,
        theme: Theme,
        source: Reading,
        desk: EditorDesk,
    ) -> None:
        super().__init__(window, theme)
        self.setObjectName("composer")
        self._audience: Audience | None = None
        self._kept = ("", False)
        self._drawing = ""
        background, faces = window.background, window.faces
        self.heading = label(role="page-title")
        self.kept = label(role="meta")
        self.who = button("secondary", self.show_readers)
        self.warning = WarningBlock(theme)
        self.kinds = KindsRow(theme)
        self.offer = HintRow(theme)
        self.person = PersonField(theme, faces, background, source.people)
        self.address = AddressField(theme)
        self.title = TitleField(theme)
        self.editor = Editor(background, theme, faces, source, desk)
        self.tags = TagsRow(theme)
        self.editor.tray.add_extra(self.tags)
        self.state_icon, self.state = Drawing(), label(role="meta")
        self.close_button = button("secondary", self.left.emit)
        self.share = button("primary", self.shared.emit)
        self.side = Side(theme, faces, self.card)
        self._lay_out()
        self._connect()
        self.set_theme(theme)
        self.retranslate()

    @property
    def audience(self) -> Audience | None:
        """Who reads along as it stands on strip and button."""
        return self._audience

    @property
    def below(self) -> bool:
        """Whether the readers stand below the writing, for want of room."""
        return self._side_scroll.isHidden()

    def show_kind(self, kind: str) -> None:
        """Show the fields of this kind."""
        self.person.setVisible(kind == "spotlight")
        self.address.setVisible(kind == "link")
        self.editor.set_label(translate("composer", "Your text"))

    def show_audience(self, audience: Audience | None) -> None:
        """Say on strip and button who reads along; ``None`` while that is looked up."""
        told = saying.share(self._audience)
        self._audience = audience
        self.side.show_audience(audience)
        self._name_share()
        if audience is not None and self.share.text() != told and self.isVisible():
            announce(self, self.share.text())

    def show_kept(self, words: str, *, alarm: bool = False) -> None:
        """Say when the draft was kept, or why it was not."""
        if (words, alarm) == self._kept:
            return
        self._kept = words, alarm
        self.kept.setText(words)
        self.kept.setVisible(bool(words))
        mark(self.kept, "danger" if alarm else "meta")
        self.kept.style().polish(self.kept)
        self.kept.setFont(self.theme.font("meta"))
        if alarm:
            announce(self, words)

    def tell(self, words: str, drawing: str) -> None:
        """Say something beside the buttons, such as that one is offline; nothing for empty words."""
        self._drawing = drawing
        self.state.setText(words)
        for part in (self.state, self.state_icon):
            part.setVisible(bool(words))
        self._draw_state()

    def set_busy(self, busy: bool) -> None:
        """While it is put in the outbox nothing can be changed."""
        self.share.setEnabled(not busy)
        self.editor.set_busy(busy)
        self.title.edit.setReadOnly(busy)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl+Enter shares, from every field."""
        control = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if control and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.shared.emit()
            event.accept()
        else:
            super().keyPressEvent(event)

    def show_readers(self) -> None:
        """Bring what stands in the right column in sight, with the keyboard on the group."""
        self._scroll.ensureWidgetVisible(self.side.similar if self.below else self.side)
        self._scroll.ensureWidgetVisible(self.side.group)
        self.side.group.setFocus(Qt.FocusReason.OtherFocusReason)

    def set_theme(self, theme: Theme) -> None:
        """Draw in another theme from now on."""
        self.theme = theme
        px = theme.px
        for part in (
            self.warning,
            self.kinds,
            self.offer,
            self.person,
            self.address,
            self.title,
            self.editor,
            self.tags,
            self.side,
        ):
            part.set_theme(theme)
        margin = px(_MARGIN)
        self._head.setContentsMargins(margin, px(20), margin, px(8))
        self._leave_room()
        self._column.setSpacing(px(14))
        self._gap.changeSize(0, px(4))
        self._foot.setContentsMargins(margin, px(8), margin, px(16))
        self.editor.setMinimumHeight(px(_LEAST_EDITOR))
        self.kept.setFont(theme.font("meta"))
        self._draw_state()
        self._name_share()
        if self.isVisible():
            self._place()
        self.update()

    def retranslate(self) -> None:
        """The words, in the language of now."""
        self.heading.setText(translate("composer", "What do you want to share?"))
        self.setAccessibleName(self.heading.text())
        self.who.setText(translate("composer", "Who reads this?"))
        self.close_button.setText(translate("composer", "Close"))
        self.close_button.setAccessibleDescription(translate("composer", "What you wrote is kept"))
        for part in (self.kinds, self.person, self.address, self.tags, self.side, self.warning):
            part.retranslate()
        self.show_kind(self.kinds.kind)
        self._name_share()

    def parts(self) -> Sequence[QWidget]:
        """What is written, who will read it, and then the buttons."""
        side = [] if self.below else [self.side]
        return [self.who, self._content, *side, self.close_button, self.share]

    def column_width(self) -> int:
        """The readers' column, when it stands beside the writing."""
        return 0 if self.below else self._side_scroll.width()

    def placed(self) -> None:
        """Beside each other where there is room for both, else the readers below the writing."""
        side = self.theme.px(_SIDE)
        below = self.card.width() - side < self.theme.px(_LEAST_LEFT)
        self._side_scroll.setFixedWidth(side)
        if below != self.below:
            self._arrange(below)
        way, narrow = QBoxLayout.Direction, self.card.width() < self.theme.px(_LEAST_HEAD)
        self._head.setDirection(way.TopToBottom if narrow else way.LeftToRight)
        room = self.card.width() - (0 if below else side) - 2 * self.theme.px(_MARGIN)
        self.editor.fit_head(room)

    def _leave_room(self) -> None:
        """The right edge stays where it is, with a scroll bar or without."""
        px, margin = self.theme.px, self.theme.px(_MARGIN)
        bar = self._scroll.verticalScrollBar()
        taken = bar.sizeHint().width() if bar.maximum() > 0 else 0
        self._column.setContentsMargins(margin, px(4), margin - taken, px(4))

    def _arrange(self, below: bool) -> None:
        if below:
            self._side_scroll.takeWidget()
            self._column.addWidget(self.side)
        else:
            self._column.removeWidget(self.side)
            self._side_scroll.setWidget(self.side)
        self.side.show()
        self._side_scroll.setVisible(not below)
        self.who.setVisible(below)
        self.side.show_below(below)
        direction = QBoxLayout.Direction
        self._foot.setDirection(direction.TopToBottom if below else direction.LeftToRight)

    def _lay_out(self) -> None:
        self._head = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._head.setSpacing(12)
        self._head.addWidget(self.heading, 1)
        beside = QHBoxLayout()
        beside.setSpacing(12)
        beside.addWidget(self.kept, 1)
        beside.addWidget(self.who)
        self._head.addLayout(beside)
        self.who.setProperty("small", True)
        self.who.hide()
        self._content = QWidget()
        self._column = QVBoxLayout(self._content)
        self._column.addWidget(self.warning)
        self._column.addWidget(self.kinds)
        self._column.addWidget(self.offer)
        self._gap = QSpacerItem(0, 0)
        self._column.addItem(self._gap)
        self._column.addWidget(self.address)
        self._column.addWidget(self.person)
        self._column.addWidget(self.title)
        self._column.addWidget(self.editor, 1)
        self._scroll = _scroll(self._content)
        self._foot = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._foot.setSpacing(8)
        self._foot.addLayout(self._state_row(), 1)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addStretch(1)
        buttons.addWidget(self.close_button)
        buttons.addWidget(self.share)
        self._foot.addLayout(buttons)
        left = QVBoxLayout()
        left.setSpacing(0)
        left.addLayout(self._head)
        left.addWidget(self._scroll, 1)
        left.addLayout(self._foot)
        self._side_scroll = _scroll(self.side)
        whole = QHBoxLayout(self.card)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addLayout(left, 1)
        whole.addWidget(self._side_scroll)

    def _state_row(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.state_icon)
        row.addWidget(self.state, 1)
        self.state.setWordWrap(True)
        self.state.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        for part in (self.state_icon, self.state, self.kept):
            part.hide()
        return row

    def _connect(self) -> None:
        self.kinds.chosen.connect(self.kind_chosen)
        self.side.closed.connect(self.left)
        self.editor.send_wanted.connect(self.shared)
        self.title.done.connect(lambda: self.editor.setFocus(Qt.FocusReason.OtherFocusReason))
        self._scroll.verticalScrollBar().rangeChanged.connect(lambda *_range: self._leave_room())
        for part in (self.title, self.address, self.person, self.tags, self.editor):
            part.changed.connect(self.changed)

    def _name_share(self) -> None:
        told = saying.share(self._audience)
        self.share.setText(told)
        self.share.setAccessibleName(told)
        closed = self._audience is not None and self._audience.closed
        if self._audience is not None:
            draw_icon(self.share, "lock" if closed else "globe", 18, self.theme, "accent_text")
            self.share.setAccessibleDescription(translate("composer", "Closed group") if closed else "")
        else:
            draw_icon(self.share, "upload", 18, self.theme, "accent_text")

    def _draw_state(self) -> None:
        if self._drawing:
            theme = self.theme
            drawn = pixmap(self._drawing, theme.px(16), theme.muted, self.devicePixelRatioF())
            self.state_icon.show_pixmap(drawn)


def _scroll(content: QWidget) -> QScrollArea:
    made = scrolls_down(QScrollArea(), content)
    made.viewport().setAutoFillBackground(False)
    content.setAutoFillBackground(False)
    return made
