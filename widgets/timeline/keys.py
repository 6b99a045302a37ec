"""The keyboard map of the timeline, for when the list itself has the keyboard."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

if TYPE_CHECKING:
    from widgets.timeline.view import TimelineView

_STEPS = {Qt.Key.Key_J: 1, Qt.Key.Key_Down: 1, Qt.Key.Key_K: -1, Qt.Key.Key_Up: -1}
_PAGES = {Qt.Key.Key_PageDown: 1, Qt.Key.Key_PageUp: -1}


def pressed(view: TimelineView, key: Qt.Key) -> bool:
    """Do what a key means in the list; whether it meant anything.

    j and k, arrows and pages select; Home goes to the top and lets waiting topics in; Enter opens; s saves.
    """
    if key in _STEPS:
        view.step(_STEPS[key])
    elif key in _PAGES:
        view.step(_PAGES[key] * rows_per_page(view))
    elif key == Qt.Key.Key_Home:
        view.go_home()
    elif key == Qt.Key.Key_End:
        view.select(view.model.total - 1)
    elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
        view.open_current()
    elif key == Qt.Key.Key_S and view.current_topic is not None:
        view.save_requested.emit(view.current_topic)
    else:
        return False
    return True


def rows_per_page(view: TimelineView) -> int:
    """How many rows a page key moves: a screen, less one row to keep one's bearings."""
    return max(1, view.viewport().height() // view.scrolling.strip.nominal - 1)
