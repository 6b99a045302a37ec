"""What one can do with a view where it stands in the sidebar: by its menu, and by keys in the list."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QAction, QContextMenuEvent, QKeySequence
from PySide6.QtWidgets import QMenu

from app.places import view_id
from sync.store.rows import Place
from widgets.sidebar import Sidebar

_KEYS: dict[str, str] = {
    "new": "",
    "edit": "F2",
    "copy": "Ctrl+D",
    "up": "Alt+Up",
    "down": "Alt+Down",
    "remove": "Del",
}
# What a place that is always there can do too: it is looked into, not changed.
_ALWAYS = frozenset({"new", "edit", "copy"})


class ViewMenu(QObject):
    """Actions on the row of the sidebar that has the keyboard, or was clicked. ``asked(name, id)`` carries
    "new", "edit", "copy", "up", "down" or "remove", and the view's id (0 for a new one)."""

    asked = Signal(str, int)

    def __init__(self, sidebar: Sidebar) -> None:
        super().__init__(sidebar)
        self._sidebar = sidebar
        self.by_name: dict[str, QAction] = {}
        for name, key in _KEYS.items():
            self.by_name[name] = self._action(name, key)
        sidebar.installEventFilter(self)
        sidebar.viewport().installEventFilter(self)
        self.retranslate()

    def retranslate(self) -> None:
        """The words, in the language of now."""
        translate = QCoreApplication.translate
        texts = {
            "new": translate("views", "New view…"),
            "edit": translate("views", "Edit view…"),
            "copy": translate("views", "Copy view…"),
            "up": translate("views", "Move up"),
            "down": translate("views", "Move down"),
            "remove": translate("views", "Remove view"),
        }
        for name, text in texts.items():
            self.by_name[name].setText(text)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The menu of a row, asked for by mouse or key."""
        if event.type() == QEvent.Type.ContextMenu and isinstance(event, QContextMenuEvent):
            self._open(event)
            return True
        return super().eventFilter(watched, event)

    def menu_for(self, view: int | None) -> QMenu:
        """The menu of a view's row; of any other row it only makes a new view."""
        menu = QMenu(self._sidebar)
        if view is not None:
            look = QCoreApplication.translate("views", "Look into this view…")
            for name in ("edit", "copy", "up", "down", "remove"):
                if view > 0 or name in _ALWAYS:
                    # Its own: the keys act on the row with the keyboard, the menu on the one clicked.
                    words = look if name == "edit" and view < 0 else self.by_name[name].text()
                    entry = menu.addAction(words)
                    entry.setShortcut(self.by_name[name].shortcut())
                    entry.triggered.connect(lambda _on=False, name=name: self.asked.emit(name, view))
            menu.addSeparator()
        menu.addAction(self.by_name["new"])
        return menu

    def _action(self, name: str, key: str) -> QAction:
        action = QAction(self._sidebar)
        if key:
            action.setShortcut(QKeySequence(key))
            action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
            self._sidebar.addAction(action)
        action.triggered.connect(lambda _on=False: self._ask(name))
        return action

    def _ask(self, name: str) -> None:
        view = 0 if name == "new" else self._view_at(self._sidebar.currentIndex().row())
        if view is not None and (view >= 0 or name in _ALWAYS):
            self.asked.emit(name, view)

    def _open(self, event: QContextMenuEvent) -> None:
        sidebar, viewport = self._sidebar, self._sidebar.viewport()
        if event.reason() == QContextMenuEvent.Reason.Keyboard:
            index = sidebar.currentIndex()
            where = viewport.mapToGlobal(sidebar.visualRect(index).center())
        else:
            where = QPoint(event.globalPos())
            index = sidebar.indexAt(viewport.mapFromGlobal(where))
        menu = self.menu_for(self._view_at(index.row()))
        menu.exec(where)
        menu.deleteLater()

    def _view_at(self, row: int) -> int | None:
        if not 0 <= row < self._sidebar.places.rowCount():
            return None
        target = self._sidebar.places.entry(self._sidebar.places.index(row)).target
        return view_id(target) if isinstance(target, Place) else None
