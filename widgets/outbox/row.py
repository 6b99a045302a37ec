"""One row of the outbox or the drafts: what it is, where it goes, what happens, and links to do something."""

from __future__ import annotations

from functools import partial
from itertools import pairwise

from PySide6.QtCore import QCoreApplication, QPoint, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QBoxLayout, QGridLayout, QHBoxLayout, QMenu, QSizePolicy, QWidget

from widgets.drawing import Drawing
from widgets.filters.controls import draw_icon, label, link, name_tool, tool
from widgets.filters.flow import Flow
from widgets.icons import pixmap
from widgets.outbox.alert import Alert
from widgets.outbox.shown import Shown
from widgets.read_as import read_as
from widgets.theme import Theme

translate = QCoreApplication.translate

_WRAPS_AT = 1.5
_ICON = 18
_TOP = Qt.AlignmentFlag.AlignTop
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class Row(QWidget):
    """``acted(key, name)`` when the member chose a link; ``moved(key, step)`` when the arrows leave it, and
    ``reached(self)`` when the keyboard comes."""

    acted = Signal(int, str)
    moved = Signal(int, int)
    reached = Signal(QWidget)

    def __init__(self, shown: Shown, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._shown: Shown | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        read_as(self, "item")
        self._icon, self._lock = Drawing(), Drawing()
        self._title, self._where, self._state = label(), label(role="meta"), label()
        self._words, self._told = label(role="muted"), label(role="muted")
        self._alert: Alert | None = None
        self._links = QWidget()
        self._flow = Flow(self._links, gap=theme.px(16))
        self.more = tool(self.open_menu)
        self._lay_out()
        self.show_row(shown)

    @property
    def shown(self) -> Shown:
        """What the row says now."""
        assert self._shown is not None  # noqa: S101 - set when it was made
        return self._shown

    def show_row(self, shown: Shown) -> None:
        """Say something else from now on; the keyboard stays where it is, as far as that is still there."""
        old, self._shown = self._shown, shown
        if old == shown:
            return
        theme = self._theme
        inks = {"warning": theme.warning, "danger": theme.danger, "plain": theme.text, "quiet": theme.muted}
        ink = inks[shown.tone]
        drawn = theme.muted if shown.tone == "plain" else ink
        self._icon.show_pixmap(pixmap(shown.icon, theme.px(_ICON), drawn, self.devicePixelRatioF()))
        self._lock.setVisible(shown.closed)
        for part, words in (
            (self._title, shown.title),
            (self._where, shown.where),
            (self._state, shown.state),
            (self._words, shown.words),
            (self._told, shown.told),
        ):
            part.setText(words)
            part.setVisible(bool(words))
        self._state.setStyleSheet(f"color: {(theme.muted if shown.tone == 'plain' else ink).name()};")
        self._show_alert()
        if old is None or old.deeds != shown.deeds or old.alert != shown.alert:
            self._show_links(old)
        self.setAccessibleName(shown.spoken)
        self.setAccessibleDescription(", ".join(one.words for one in shown.deeds))

    def stops(self) -> list[QWidget]:
        """Itself and its buttons, in the order in which the Tab key comes by; puts them in that order."""
        made: list[QWidget] = [self]
        if self._alert is not None and self.shown.alert:
            made += [self._alert.first, self._alert.second]
        items = (self._flow.itemAt(at) for at in range(self._flow.count()))
        made += [widget for item in items if item is not None and (widget := item.widget()) is not None]
        made.append(self.more)
        for one, following in pairwise(made):
            QWidget.setTabOrder(one, following)
        return made

    def open_menu(self) -> None:
        """Everything one can do with it."""
        menu = self.menu()
        if menu.isEmpty():
            return
        menu.exec(self.more.mapToGlobal(QPoint(0, self.more.height())))
        menu.deleteLater()

    def menu(self) -> QMenu:
        """The menu of everything one can do with it."""
        menu = QMenu(self)
        for one in self.shown.deeds:
            menu.addAction(one.words).triggered.connect(
                lambda _on=False, name=one.name: self.acted.emit(self.shown.key, name)
            )
        return menu

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter does what helps most, Delete throws away, the menu key opens the menu, arrows go on."""
        key, deeds = event.key(), [one.name for one in self.shown.deeds]
        step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(key))
        if step is not None:
            self.moved.emit(self.shown.key, step)
        elif key in _ENTER and deeds:
            self.acted.emit(self.shown.key, deeds[0])
        elif key == Qt.Key.Key_Delete and "discard" in deeds:
            self.acted.emit(self.shown.key, "discard")
        elif key == Qt.Key.Key_Menu:
            self.open_menu()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show where the keyboard is."""
        super().focusInEvent(event)
        self.reached.emit(self)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """The keyboard went on."""
        super().focusOutEvent(event)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """A hairline below, and a ring for the keyboard."""
        theme = self._theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        left = theme.px(8)
        painter.fillRect(left, self.height() - 1, self.width() - 2 * left, 1, theme.line)
        if self.hasFocus():
            painter.setBrush(theme.hover)
            painter.setPen(QPen(QColor(theme.accent), 2))
            area = QRectF(self.rect()).adjusted(1, 1, -1, -2)
            painter.drawRoundedRect(area, theme.px(8), theme.px(8))

    def _lay_out(self) -> None:
        theme, px = self._theme, self._theme.px
        self._title.setFont(theme.font("list", 500))
        self._state.setFont(theme.font("meta", 600))
        self._words.setFont(theme.font("dense"))
        self._told.setFont(theme.font("dense"))
        for words in (self._title, self._where, self._words, self._state, self._told):
            words.setWordWrap(True)
            words.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        side = px(14)
        self._lock.show_pixmap(pixmap("lock", side, theme.closed, self.devicePixelRatioF()))
        self._where.setMinimumHeight(theme.line_height("meta"))
        draw_icon(self.more, "ellipsis", 18, theme, "muted")
        # As high as the links beside it, so that rows without a menu are no lower.
        self.more.setStyleSheet(f"QToolButton {{ min-height: {px(24)}px; max-height: {px(24)}px; }}")
        place = QHBoxLayout()
        place.setSpacing(px(5))
        place.addWidget(self._lock, 0, _TOP)
        place.addWidget(self._where, 1)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(px(8), px(10), px(8), px(10))
        self._grid.setHorizontalSpacing(px(12))
        self._grid.setVerticalSpacing(px(2))
        self._grid.setColumnStretch(1, 1)
        self._grid.addWidget(self._icon, 0, 0, _TOP)
        self._grid.addWidget(self._title, 0, 1)
        self._grid.addLayout(place, 1, 1)
        self._grid.addWidget(self._words, 3, 1)
        self._grid.addLayout(self._last_line(), 4, 1)
        self._grid.addWidget(self._told, 5, 1)

    def _last_line(self) -> QHBoxLayout:
        """How it stands, and what one can do; below each other where large text leaves no room."""
        theme, px = self._theme, self._theme.px
        wraps = theme.scale >= _WRAPS_AT
        across = QSizePolicy.Policy.Preferred if wraps else QSizePolicy.Policy.Maximum
        policy = QSizePolicy(across, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self._links.setSizePolicy(policy)
        foot = QBoxLayout(QBoxLayout.Direction.TopToBottom if wraps else QBoxLayout.Direction.LeftToRight)
        foot.setSpacing(px(4 if wraps else 16))
        foot.addWidget(self._state, 1)
        if not wraps:
            # Where there is nothing to say of its state the links stay at the right.
            foot.addStretch()
        foot.addWidget(self._links)
        ends = QHBoxLayout()
        ends.setSpacing(px(8))
        ends.addLayout(foot, 1)
        ends.addWidget(self.more, 0, _TOP)
        return ends

    def _show_alert(self) -> None:
        shown = self.shown
        if self._alert is None and shown.alert:
            self._alert = Alert(self._theme)
            self._alert.chosen.connect(lambda name: self.acted.emit(self.shown.key, name))
            self._grid.addWidget(self._alert, 2, 1)
        if self._alert is not None:
            self._alert.show_alert(shown)

    def _show_links(self, old: Shown | None) -> None:
        focused = self._focused(old)
        shown = self.shown
        while (item := self._flow.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        for one in shown.in_line:
            made = link(partial(self.acted.emit, shown.key, one.name))
            made.setText(one.words)
            made.setAccessibleName(one.spoken)
            made.setStyleSheet("QPushButton { font-weight: 600; }")
            self._flow.addWidget(made)
            made.show()
            if one.name == focused:
                made.setFocus(Qt.FocusReason.TabFocusReason)
        self._links.setVisible(bool(shown.in_line))
        self._links.updateGeometry()
        self.more.setVisible(bool(shown.more))
        name_tool(self.more, translate("outbox", "More about {0}").format(shown.title))
        self.stops()

    def _focused(self, old: Shown | None) -> str:
        """Which link has the keyboard, if one has."""
        for index, one in enumerate(old.in_line if old is not None else ()):
            item = self._flow.itemAt(index)
            widget = item.widget() if item is not None else None
            if widget is not None and widget.hasFocus():
                return one.name
        return ""
