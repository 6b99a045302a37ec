"""The bar above an open topic: how long it takes, the ways to what matters in it, and what to do with it."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QSize, Qt
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QPushButton, QToolButton, QWidget

from widgets.icons import icon
from widgets.reader.actions import ReaderActions
from widgets.reader.controls import Fact
from widgets.reader.post import MARGIN
from widgets.style import mark
from widgets.theme import Theme


class Header(QWidget):
    """The reader's toolbar. Its buttons follow the actions: words, state, and whether they are there."""

    def __init__(self, actions: ReaderActions, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._actions = actions
        self._theme = theme
        self._minutes = ""
        self.minutes = Fact(self)
        self.ways = [self._way(action) for action in (actions.first_unread, actions.to_answer)]
        self.share, self.share_ways = QToolButton(self), QToolButton(self)
        self.tools = [
            self._tool(actions.save),
            self.share,
            self.share_ways,
            self._tool(actions.open_browser),
        ]
        self.more = QToolButton(self)
        mark(self.more, "tool")
        self.more.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.menu = QMenu(self)
        self.more.setMenu(self.menu)
        self._fill_menu()
        self._row = row = QHBoxLayout(self)
        row.setSpacing(4)
        row.addWidget(self.minutes)
        row.addStretch(1)
        for button in (*self.ways, *self.tools, self.more):
            row.addWidget(button)
        self.set_theme(theme)

    def set_theme(self, theme: Theme) -> None:
        """Another look or text size."""
        self._theme = theme
        self.setFixedHeight(theme.px(56))
        self._row.setContentsMargins(MARGIN, 0, theme.px(16), 0)
        self.more.setIcon(icon("ellipsis", theme.px(20), theme.muted))
        self.share_ways.setIcon(icon("chevron-down", theme.px(20), theme.muted))
        self.share_ways.setStyleSheet(
            f"QToolButton {{ min-width: {theme.px(20)}px; max-width: {theme.px(20)}px; padding: 0; }}"
        )
        for button in (*self.tools, self.more):
            button.setIconSize(QSize(theme.px(20), theme.px(20)))
        self.share_ways.setIconSize(QSize(theme.px(16), theme.px(16)))
        for way in self.ways:
            way.setIconSize(QSize(theme.px(18), theme.px(18)))
        self.tell_minutes(self._minutes)

    def retranslate(self) -> None:
        """The words, in the language as it is now."""
        name = QCoreApplication.translate("reader", "More")
        self.more.setToolTip(name)
        self.more.setAccessibleName(name)
        self.share.setAccessibleName(QCoreApplication.translate("reader", "Share"))
        self.share_ways.setAccessibleName(QCoreApplication.translate("reader", "Ways to share"))
        self._fit()

    def tell_minutes(self, text: str) -> None:
        """How long the topic takes to read; empty when nothing is open."""
        self._minutes = text
        self.minutes.show_fact(self._theme, text, self._theme.muted, "clock")

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In a narrow bar the ways keep their icon only, the first of them first."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        for way, action in zip(self.ways, (self._actions.first_unread, self._actions.to_answer), strict=True):
            way.setText(action.text())
        for way in self.ways:
            if self._row.minimumSize().width() + self.minutes.sizeHint().width() > self.width():
                way.setText("")

    def _way(self, action: QAction) -> QPushButton:
        button = QPushButton(self)
        mark(button, "quiet")
        button.clicked.connect(action.trigger)

        def follow() -> None:
            button.setIcon(action.icon())
            button.setToolTip(action.toolTip())
            button.setAccessibleName(action.text())
            button.setVisible(action.isVisible() and action.isEnabled())
            self._fit()

        action.changed.connect(follow)
        return button

    def _tool(self, action: QAction) -> QToolButton:
        button = QToolButton(self)
        mark(button, "tool")
        button.setDefaultAction(action)
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonIconOnly)
        return button

    def _fill_menu(self) -> None:
        actions = self._actions
        self.menu.addActions([actions.first_unread, actions.to_answer])
        self.menu.addSeparator()
        self.menu.addActions([actions.reply, actions.quote_reply, actions.like, actions.edit, actions.delete])
        self.menu.addSeparator()
        self.menu.addActions([actions.save, actions.copy_link, actions.copy_quote, actions.open_browser])
        self.menu.addSeparator()
        self.menu.addActions([actions.zoom_in, actions.zoom_out, actions.zoom_reset])
