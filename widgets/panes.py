"""Places, timeline and reader side by side; a narrow window shows fewer of them at once."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QStackedWidget, QToolButton, QVBoxLayout, QWidget

from widgets.icons import icon
from widgets.style import mark
from widgets.tab_order import put_in_order
from widgets.theme import Theme

# All in pixels at 100% text: with larger text a window is as good as narrower.
_SIDEBAR, _TIMELINE = 232, 520
_LEAST_SIDEBAR, _LEAST = 180, 300
_FOLD_SIDEBAR, _FOLD_READER = 960, 640


class Panes(QSplitter):
    """Lays out the three panes. ``left()`` follows the button from a reader that covers the timeline.

    ``right`` holds what is read. ``folded(bool)`` tells whether the sidebar had to go.
    """

    left = Signal()
    folded = Signal(bool)

    def __init__(self, sidebar: QWidget, middle: QWidget, theme: Theme) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self._theme = theme
        self._reading = False
        self._page: QWidget | None = None
        self._widths = (_SIDEBAR, _TIMELINE)
        self._sidebar, self._middle = sidebar, middle
        self.right = QStackedWidget()
        self._back = QToolButton()
        self._covering = QWidget()
        self._cover = QWidget()
        self._lay_out()
        self.set_theme(theme)
        self.retranslate()

    @property
    def widths(self) -> tuple[int, int]:
        """The widths of sidebar and timeline as the member wants them, in pixels at 100% text."""
        return self._widths

    @widths.setter
    def widths(self, widths: tuple[int, int]) -> None:
        self._widths = widths
        sidebar, middle = (self._theme.px(width) for width in widths)
        self.setSizes([sidebar, middle, max(self.width() - sidebar - middle, self._theme.px(_LEAST))])

    def show_reader(self, reading: bool) -> None:
        """Where there is room for one only: the reader, or the list."""
        self._reading = reading
        self._fold()

    def show_page(self, page: QWidget | None) -> None:
        """Show ``page`` in place of timeline and reader; without one these are back."""
        if page is not None and self.indexOf(page) < 0:
            self.addWidget(page)
            self.setStretchFactor(self.indexOf(page), 1)
        if self._page is not None and self._page is not page:
            self._page.hide()
        self._page = page
        self._fold()

    def set_theme(self, theme: Theme) -> None:
        """Make room for another text size, in another look."""
        resized = theme.scale != self._theme.scale
        self._theme = theme
        for part, least in ((self._sidebar, _LEAST_SIDEBAR), (self._middle, _LEAST), (self._cover, _LEAST)):
            part.setMinimumWidth(theme.px(least))
        side = theme.px(20)
        self._back.setIcon(icon("arrow-left", side, theme.muted))
        self._back.setIconSize(QSize(side, side))
        self._fold()
        if resized:
            self.widths = self._widths

    def retranslate(self) -> None:
        """Say everything in the language of now."""
        self._back.setText(QCoreApplication.translate("panes", "Back to the list"))

    def minimumSizeHint(self) -> QSize:
        """As small as the one pane that is left; the others go as it shrinks."""
        return QSize(self._theme.px(_LEAST), super().minimumSizeHint().height())

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change of language at once."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The sidebar goes first, then the reader covers the timeline."""
        super().resizeEvent(event)
        self._fold()

    def _lay_out(self) -> None:
        mark(self._back, "tool")
        self._back.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self._back.clicked.connect(self.left)
        row = QHBoxLayout(self._covering)
        row.setContentsMargins(16, 8, 16, 0)
        row.addWidget(self._back)
        row.addStretch(1)
        column = QVBoxLayout(self._cover)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._covering)
        column.addWidget(self.right, 1)
        self.setHandleWidth(1)
        self.setChildrenCollapsible(False)
        for part in (self._sidebar, self._middle, self._cover):
            self.addWidget(part)
        self.setStretchFactor(0, 0)
        self.setStretchFactor(1, 0)
        self.setStretchFactor(2, 1)
        self.splitterMoved.connect(self._note_widths)
        self.widths = self._widths

    def _note_widths(self) -> None:
        scale = self._theme.scale
        parts = zip((self._sidebar, self._middle), self._widths, strict=True)
        sidebar, middle = (width if part.isHidden() else round(part.width() / scale) for part, width in parts)
        self._widths = (sidebar, middle)

    def _fold(self) -> None:
        narrow = self.width() < self._theme.px(_FOLD_SIDEBAR)
        one = self.width() < self._theme.px(_FOLD_READER)
        covered = one and self._reading
        paged = self._page is not None
        # A page has no button for the places: the sidebar stays beside it as long as there is room for two.
        self._sidebar.setVisible(not narrow or (paged and not one))
        self._cover.setVisible(not paged and (not one or self._reading))
        self._middle.setVisible(not paged and not covered)
        if self._page is not None:
            self._page.setVisible(True)
        self._covering.setVisible(covered)
        self.folded.emit(narrow)


class Placeholder(QWidget):
    """Keeps the place of a widget that is still to be made: a plain background in the window's colour."""

    def __init__(self) -> None:
        super().__init__()
        mark(self, "window")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)

    def take(self, *widgets: QWidget) -> None:
        """Show ``widgets`` here, below each other.

        The Tab key comes to them in this order, before the panes at the right of this place.
        """
        # Qt puts nothing in order after a widget that it is in.
        for widget in widgets:
            widget.setParent(self.window())
        before: QWidget = self
        for widget in widgets:
            before = put_in_order(before, widget)
        for widget in widgets:
            self._column.addWidget(widget)
