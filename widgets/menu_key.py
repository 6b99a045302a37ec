"""Keeps the menu bar out of sight until Alt or F10 opens it, where the system shows it in the window."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QApplication, QMainWindow, QWidget
from shiboken6 import isValid


class MenuKey(QObject):
    """Shows the menu bar of ``window`` on Alt alone or ``action``, until the keyboard leaves it.

    On macOS, and on desktops with one menu bar for all, the bar is not in the window and stays as it is.
    """

    def __init__(self, window: QMainWindow, action: QAction) -> None:
        super().__init__(window)
        self._bar = window.menuBar()
        self._alone = False
        self._before: QWidget | None = None
        if self._bar.isNativeMenuBar():
            action.setVisible(False)
            return
        self._bar.hide()
        action.triggered.connect(lambda _checked=False: self._toggle())
        window.installEventFilter(self)
        self._bar.installEventFilter(self)
        self._bar.triggered.connect(lambda _action: self._leave())
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._follow)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Alt that is pressed and let go with nothing in between; Escape leaves the bar."""
        if isinstance(event, QKeyEvent):
            leaves = event.type() == QEvent.Type.KeyPress and event.key() == Qt.Key.Key_Escape
            if watched is self._bar and leaves:
                # After the bar itself has ended what it was doing.
                QTimer.singleShot(0, self, self._leave)
            alt = event.key() == Qt.Key.Key_Alt
            if event.type() == QEvent.Type.KeyRelease and alt and self._alone:
                self._alone = False
                self._toggle()
            elif event.type() in (QEvent.Type.KeyPress, QEvent.Type.ShortcutOverride):
                # A key that is a shortcut with Alt comes as the latter only.
                self._alone = alt
        elif event.type() == QEvent.Type.WindowDeactivate:
            self._alone = False
        return super().eventFilter(watched, event)

    def _toggle(self) -> None:
        shown = not self._bar.isVisible()
        if not shown:
            self._leave()
            return
        self._before = QApplication.focusWidget()
        self._bar.show()
        self._bar.setFocus(Qt.FocusReason.MenuBarFocusReason)
        self._bar.setActiveAction(self._bar.actions()[0])

    def _leave(self) -> None:
        before, self._before = self._before, None
        if QApplication.focusWidget() in (self._bar, None) and before is not None and isValid(before):
            before.setFocus(Qt.FocusReason.MenuBarFocusReason)
        self._bar.hide()

    def _follow(self, _old: QWidget | None, now: QWidget | None) -> None:
        # Qt tells of the focus also while it takes the window apart, when the bar may be gone already.
        if isValid(self._bar) and self._bar.isVisible() and now not in (None, self._bar):
            self._bar.hide()
