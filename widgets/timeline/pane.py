"""The middle pane: search, the name of the place, the list of its topics, and what stands in their stead."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Literal, Protocol

from PySide6.QtCore import QCoreApplication, QEvent, QSize, Qt, Signal
from PySide6.QtGui import QAction, QActionGroup, QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QHBoxLayout,
    QLabel,
    QMenu,
    QPushButton,
    QSizePolicy,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from sync.store.rows import Order, PlaceName, SearchHit
from widgets.drawing import Drawing
from widgets.icons import icon, pixmap
from widgets.search.field import SearchField
from widgets.style import mark
from widgets.tab_order import put_in_order
from widgets.theme import Theme
from widgets.timeline.view import TimelineView
from widgets.views.looks import order_names

if TYPE_CHECKING:
    from widgets.banner import Banner
    from widgets.reader.empty import Empty
    from widgets.search.results import Age, SearchResults

Shown = Literal["list", "results", "empty", "part"]

_MARGIN = 16
_TEXT_LEFT = 32


class Themed(Protocol):
    """A part that is drawn in a theme."""

    def set_theme(self, theme: Theme) -> None:
        """Draw in another theme from now on."""


class TimelinePane(QWidget):
    """Lays out the middle pane. ``searched(text)`` follows the typing; ``order_chosen(order)`` the menu;
    ``result_chosen(topic_id, number)`` what was picked of the results."""

    searched = Signal(str)
    order_chosen = Signal(str)
    result_chosen = Signal(int, int)

    def __init__(self, view: TimelineView, theme: Theme, age: Age, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("timeline-pane")
        self._theme = theme
        self.view = view
        self.field = SearchField(theme)
        self._age = age
        # What is in the theme now; other parts join as they are made.
        self._parts: list[Themed] = [view, self.field]
        self._shown: Shown = "list"
        self.fold = QToolButton()
        self.options = QToolButton()
        self.help = QToolButton()
        self._lock, self._title = Drawing(), QLabel()
        self._order = QPushButton()
        # What the Tab key comes to last before what fills the pane.
        self._above: QWidget = self._order
        self._order_menu = QMenu(self)
        self._orders = self._make_orders()
        self._stack = QStackedWidget()
        self._list = QWidget()
        self._list_column = QVBoxLayout(self._list)
        self._prepare()
        self._lay_out()
        self.set_theme(theme)
        self.retranslate()

    @property
    def shown(self) -> Shown:
        """What fills the pane now."""
        return self._shown

    @property
    def searching(self) -> bool:
        """Whether there is something to search for."""
        return bool(self.field.text().strip())

    @cached_property
    def results(self) -> SearchResults:
        """What a search found; made at its first use."""
        from widgets.search.results import SearchResults

        made = SearchResults(self._theme, self._age)
        made.left.connect(self.field.setFocus)
        made.chosen.connect(self.result_chosen)
        self._stack.addWidget(made)
        self._parts.append(made)
        return made

    @cached_property
    def empty(self) -> Empty:
        """Words in place of a list; made at its first use."""
        from widgets.reader.empty import Empty

        made = Empty(self._theme)
        self._stack.addWidget(made)
        self._parts.append(made)
        return made

    @cached_property
    def banner(self) -> Banner:
        """What went wrong; made at its first use."""
        from widgets.banner import Banner

        made = Banner(self._theme)
        self._notice.addWidget(made)
        self._parts.append(made)
        return made

    def add_footer(self, footer: QWidget) -> None:
        """Put a line below the list."""
        self._column.addWidget(footer)

    def put_under_search(self, line: QWidget) -> None:
        """Put a line below the search field."""
        self._column.insertWidget(self._column.indexOf(self._bar) + 1, line)

    def put_above_list(self, line: QWidget) -> None:
        """Put a line between the name of the place and its list; it comes and goes with the list."""
        self._list_column.insertWidget(0, line)

    def put_under_heading(self, line: QWidget) -> None:
        """Put a line between the name of the place and all that can stand there."""
        self._column.insertWidget(self._column.indexOf(self._stack), line)
        self._above = put_in_order(self._above, line)

    def show_part(self, part: QWidget) -> None:
        """Show something else about the place in place of its list."""
        if self._stack.indexOf(part) < 0:
            self._stack.addWidget(part)
            put_in_order(self._above, part)
        self._order.hide()
        self._show(part, "part")

    def show_place(self, name: str, closed: bool = False) -> None:
        """Name the place above the list."""
        self._title.setText(name)
        self._lock.setVisible(closed)
        self.view.setAccessibleName(name)
        self._fit_heading()
        self._title.setAccessibleName(
            QCoreApplication.translate("timeline", "{name}, closed group").format(name=name)
            if closed
            else name
        )

    def show_list(self) -> None:
        """Show the topics of the place."""
        self._show(self._list, "list")
        self._order.show()

    def show_empty(self, drawing: str, title: str, text: str) -> None:
        """Show words in place of a list."""
        self.empty.tell(drawing, title, text)
        self._show(self.empty, "empty")

    def show_nothing(self, place: PlaceName) -> None:
        """Say why a place is empty, and what one can do."""
        translate = QCoreApplication.translate
        title = translate("timeline", "Nothing here for now")
        if place == "saved":
            text = translate(
                "timeline", "Press S on a topic to keep it here for later. It stays, also offline."
            )
            self.show_empty("bookmark", title, text)
        elif place == "questions":
            text = translate("timeline", "Every question has an answer. New ones come here first.")
            self.show_empty("circle-check", title, text)
        elif place == "view":
            text = translate("timeline", "No topic matches this view now. New ones that do come here.")
            self.show_empty("list-filter", title, text)
        else:
            text = translate(
                "timeline", "As soon as there are contributions on this computer, you see them here."
            )
            self.show_empty("text-align-start", title, text)

    def show_hits(self, hits: Sequence[SearchHit], text: str) -> None:
        """Show the results of a search, or say that there are none."""
        translate = QCoreApplication.translate
        self._title.setText(translate("search", "Found for “{text}”").format(text=text))
        self._order.hide()
        self._lock.hide()
        self.results.show_hits(hits)
        if hits:
            self._show(self.results, "results")
            return
        self.show_empty(
            "search",
            translate("search", "Nothing found"),
            translate(
                "search",
                "Try a shorter word, or part of a word. Stamtafel searches what is on this computer.",
            ),
        )

    def show_order(self, order: Order, *, of_view: bool = False) -> None:
        """Say which order the list is in; a view has more of them to choose from."""
        for name in ("replied", "longest"):
            self._orders[name].setVisible(of_view)
        self._orders[order].setChecked(True)
        self._name_order()

    def set_theme(self, theme: Theme) -> None:
        """Draw in another theme from now on."""
        self._theme = theme
        for part in self._parts:
            part.set_theme(theme)
        size = QSize(theme.px(20), theme.px(20))
        for button, drawing in (
            (self.fold, "list"),
            (self.options, "sliders-horizontal"),
            (self.help, "circle-question-mark"),
        ):
            button.setIcon(icon(drawing, theme.px(20), theme.muted))
            button.setIconSize(size)
        self._order.setIcon(icon("chevron-down", theme.px(16), theme.muted))
        self._order.setIconSize(QSize(theme.px(16), theme.px(16)))
        self._order.setStyleSheet(
            f"QPushButton {{ background: transparent; color: {theme.muted.name()}; font-weight: 400;"
            f" padding: 0 4px; font-size: {theme.font('dense').pixelSize()}px; }}"
        )
        self._lock.show_pixmap(pixmap("lock", theme.px(18), theme.closed, self.devicePixelRatioF()))
        self._bar.setMinimumHeight(theme.px(56))
        self._heading.setMinimumHeight(theme.px(32))
        self._fit_heading()

    def retranslate(self) -> None:
        """Say everything in the language of now."""
        translate = QCoreApplication.translate
        for order, words in order_names().items():
            self._orders[order].setText(words)
        self.options.setToolTip(translate("timeline", "View"))
        self.help.setToolTip(translate("timeline", "Help and keys"))
        self.fold.setToolTip(translate("timeline", "Places"))
        for button in (self.fold, self.options, self.help):
            button.setAccessibleName(button.toolTip())
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._name_order()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where the order has no room beside the name of the place, it goes below."""
        super().resizeEvent(event)
        self._fit_heading()

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change of language at once."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _make_orders(self) -> dict[Order, QAction]:
        group = QActionGroup(self)
        actions: dict[Order, QAction] = {}
        for order in order_names():
            action = actions[order] = QAction(self)
            action.setCheckable(True)
            group.addAction(action)
            self._order_menu.addAction(action)
            action.triggered.connect(lambda _checked=False, order=order: self.order_chosen.emit(order))
        return actions

    def _prepare(self) -> None:
        mark(self._title, "pane-title")
        self._title.setTextFormat(Qt.TextFormat.PlainText)
        self._title.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._order.setMenu(self._order_menu)
        self._order.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        self._order.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.fold.hide()
        self._lock.hide()
        mark(self.fold, "tool")
        for button in (self.options, self.help):
            mark(button, "tool")
            button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._list_column.setContentsMargins(0, 0, 0, 0)
        self._list_column.setSpacing(0)
        self._list_column.addWidget(self.view, 1)
        self._stack.addWidget(self._list)
        self.field.textChanged.connect(self.searched)
        self.field.down.connect(self._go_down)
        self.field.left.connect(self.view.setFocus)

    def _lay_out(self) -> None:
        self._bar, self._heading, notice = QWidget(), QWidget(), QWidget()
        bar = _row(self._bar, _MARGIN, 0)
        bar.setSpacing(4)
        bar.addWidget(self.fold)
        bar.addWidget(self.field, 1)
        bar.addSpacing(4)
        bar.addWidget(self.options)
        bar.addWidget(self.help)
        self._heading_row = _row(self._heading, _TEXT_LEFT, 0)
        name = QHBoxLayout()
        name.setSpacing(8)
        name.addWidget(self._lock)
        name.addWidget(self._title, 1)
        self._heading_row.addLayout(name, 1)
        self._heading_row.addWidget(self._order, 0, Qt.AlignmentFlag.AlignLeft)
        self._notice = _row(notice, _MARGIN, 8)
        self._column = column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._bar)
        column.addWidget(notice)
        column.addWidget(self._heading)
        column.addWidget(self._stack, 1)

    def _show(self, widget: QWidget, shown: Shown) -> None:
        self._shown = shown
        self._stack.setCurrentWidget(widget)

    def _go_down(self) -> None:
        target = self.results if self.shown == "results" else self.view
        target.setFocus(Qt.FocusReason.TabFocusReason)

    def _fit_heading(self) -> None:
        needed = self._title.sizeHint().width() + self._order.sizeHint().width()
        room = self.width() - _TEXT_LEFT - 2 * _MARGIN
        beside = needed <= room or self._order.isHidden()
        way = QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom
        self._heading_row.setDirection(way)

    def _name_order(self) -> None:
        chosen = (action for action in self._orders.values() if action.isChecked())
        action = next(chosen, self._orders["newest"])
        self._order.setText(action.text())
        name = QCoreApplication.translate("timeline", "Order: {order}").format(order=action.text())
        self._order.setAccessibleName(name)
        self._fit_heading()


def _row(widget: QWidget, left: int, bottom: int) -> QHBoxLayout:
    row = QHBoxLayout(widget)
    row.setContentsMargins(left, 0, _MARGIN, bottom)
    return row
