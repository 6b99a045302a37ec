"""The widgets of posts: some twenty, used again and again for whatever is in and around sight."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from PySide6.QtWidgets import QWidget

from app.reading import Shown
from widgets.reader.post import PostView
from widgets.theme import Theme


class PostPool:
    """Post widgets by index of the item they show.

    ``make`` gives a new one; ``holder`` gets the keyboard when the widget that has it is taken back.
    """

    def __init__(self, make: Callable[[], PostView], holder: QWidget) -> None:
        self._make = make
        self._holder = holder
        self._used: dict[int, PostView] = {}
        self._spare: list[PostView] = []
        self._ordered: list[QWidget] = []

    def __contains__(self, index: int) -> bool:
        return index in self._used

    def get(self, index: int) -> PostView | None:
        """The widget of an item, if it has one now."""
        return self._used.get(index)

    def index_of(self, view: PostView) -> int | None:
        """The item that a widget shows now."""
        return next((index for index, one in self._used.items() if one is view), None)

    def views(self) -> list[PostView]:
        """The widgets in use, from the top."""
        return [self._used[index] for index in sorted(self._used)]

    def show(self, index: int, shown: Shown, width: int) -> int:
        """Shows an item in a widget, its own or a spare one; returns the height."""
        view = self._used.get(index)
        if view is None:
            view = self._used[index] = self._spare.pop() if self._spare else self._make()
        return view.show_post(shown, width)

    def set_theme(self, theme: Theme) -> None:
        """Another look or text size, for all widgets; it takes effect when they show something."""
        for view in [*self._used.values(), *self._spare]:
            view.set_theme(theme)

    def keep(self, indices: Iterable[int]) -> None:
        """Takes back the widgets of all other items."""
        kept = frozenset(indices)
        for index in [index for index in self._used if index not in kept]:
            self._take_back(self._used.pop(index))

    def renumber(self, shown: list[Shown]) -> list[tuple[int, Shown]]:
        """The items are others now: widgets stay with their posts. Returns what they must show anew.

        Indices count from 1, as the heading is item 0.
        """
        by_post = {view.shown.row.post_id: view for view in self._used.values() if view.shown is not None}
        self._used = {}
        changed = []
        for index, item in enumerate(shown, start=1):
            view = by_post.pop(item.row.post_id, None)
            if view is not None:
                self._used[index] = view
                if view.shown != item:
                    changed.append((index, item))
        for view in by_post.values():
            self._take_back(view)
        return changed

    def order_tabs(self, after: QWidget) -> None:
        """Tab goes from ``after`` through the posts as they stand, whichever widget was made first."""
        views = self.views()
        if [after, *views] == self._ordered:
            return
        self._ordered = [after, *views]
        for control in [control for view in views for control in view.controls()]:
            QWidget.setTabOrder(after, control)
            after = control

    def _take_back(self, view: PostView) -> None:
        if view.isAncestorOf(self._holder.focusWidget() or self._holder):
            self._holder.setFocus()
        view.hide()
        self._spare.append(view)
