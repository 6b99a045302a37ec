"""The member's views in the window: opened from the sidebar, made from a search, changed and undone."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, Signal
from PySide6.QtGui import QAction, QKeySequence

from sync.store.rows import Order, Place

if TYPE_CHECKING:
    from app.viewing import Opened, Viewing
    from app.views import View
    from widgets.main_window import MainWindow
    from widgets.theme import Theme
    from widgets.views.menu import ViewMenu
    from widgets.views.sections import SectionChips

_BY_NUMBER = 9


class ViewsWork(QObject):
    """Wires the views to a window. ``failed(Exception)`` tells what could not be read or kept."""

    failed = Signal(object)

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._opened: Opened | None = None
        self.chips: SectionChips | None = None
        self.menu: ViewMenu | None = None
        self._by_number: list[QAction] = []

    def begin(self) -> None:
        """Add what only a window that was painted needs: keys and menus."""
        from widgets.views.menu import ViewMenu

        window = self._window
        self.menu = ViewMenu(window.sidebar)
        self.menu.asked.connect(self._do)
        window.actions_.view_menu.addSeparator()
        window.actions_.view_menu.addAction(self.menu.by_name["new"])
        for number in range(1, _BY_NUMBER + 1):
            action = QAction(window)
            action.setShortcut(QKeySequence(f"G, {number}"))
            action.triggered.connect(lambda _on=False, number=number: self.go(number))
            window.addAction(action)
            self._by_number.append(action)
        self.retranslate()

    def viewing(self) -> Viewing:
        """Reads and keeps views; for the background."""
        from app.viewing import Viewing

        return Viewing(self._window.client)

    @property
    def view(self) -> View | None:
        """The view that is shown, or ``None`` in another place."""
        place = self._window.place
        opened = self._opened
        return opened.view if opened is not None and (place.name, place.id) == _where(opened.view) else None

    @property
    def order(self) -> Order:
        """The order of the view that is shown."""
        return "newest" if self.view is None else self.view.order

    @property
    def dated(self) -> bool:
        """Whether the topics of the place that is shown stand under days."""
        return self.view is None or (self.view.grouping == "day" and self.view.order != "replied")

    def keys(self) -> list[QAction]:
        """The actions to name on the sheet of keys; the first stands for all nine."""
        return [*self._by_number[:1], *(self.menu.by_name.values() if self.menu is not None else ())]

    def open(self, place: Place) -> None:
        """Show a view by its query of this moment."""
        view_id = place.id or 0
        self._window.background.run(
            lambda: self.viewing().opened(view_id),
            lambda opened: self._show(view_id, opened),
            self.failed.emit,
            key="view",
        )

    def arrived(self) -> None:
        """Another place is shown: parts are offered in a view that is grouped only."""
        if self.chips is not None and self.view is None:
            self.chips.hide()

    def go(self, number: int) -> None:
        """Go to the view that stands at this place among the member's own, from 1."""
        overview = self._window.overview
        if overview is not None and number <= len(overview.views):
            self._window.go(Place("view", overview.views[number - 1].id))

    def new(self, text: str = "") -> None:
        """Make a view, of the query ``text``."""
        from app.views import View

        self._edit(View(0, text, "list-filter", text))

    def edit(self, view_id: int) -> None:
        """Change a view; one that is built in is looked into."""
        self._with_view(view_id, self._edit)

    def set_order(self, order: Order) -> None:
        """Show the view that is shown in another order, now and next time."""
        if self.view is not None:
            self._keep(self.view._replace(order=order))

    def set_theme(self, theme: Theme) -> None:
        """Draw in another theme from now on."""
        if self.chips is not None:
            self.chips.set_theme(theme)

    def retranslate(self) -> None:
        """Say everything in the language of now."""
        words = QCoreApplication.translate("views", "Go to my first view (and so on to G, 9)")
        for action in self._by_number:
            action.setText(words)
        if self.menu is not None:
            self.menu.retranslate()

    def _show(self, view_id: int, opened: Opened | None) -> None:
        window = self._window
        if window.place != Place("view", view_id):
            # The member went on while it was read.
            return
        if opened is None:
            window.go(Place("timeline"))
            return
        self._opened = opened
        window.look(opened.place)
        if opened.sections and self.chips is None:
            from widgets.views.sections import SectionChips

            self.chips = SectionChips(window.appearance.theme)
            self.chips.chosen.connect(window.look)
            window.pane.put_above_list(self.chips)
        if self.chips is not None:
            kinds = opened.view.grouping == "kind"
            self.chips.show_sections(opened.place, opened.topics, opened.sections, kinds=kinds)

    def _do(self, name: str, view_id: int) -> None:
        if name == "new":
            self.new()
        elif name in ("up", "down"):
            self._move(view_id, -1 if name == "up" else 1)
        elif name == "remove":
            self._with_view(view_id, self._remove)
        elif name == "edit":
            self.edit(view_id)
        else:
            self._with_view(view_id, self._copy)

    def _with_view(self, view_id: int, do: Callable[[View], None]) -> None:
        language = self._window.language()
        self._window.background.run(
            lambda: self.viewing().view(view_id, language),
            lambda view: None if view is None else do(view),
            self.failed.emit,
        )

    def _edit(self, view: View) -> None:
        from widgets.views.editor import ViewEditor

        window = self._window
        editor = ViewEditor(
            view, self.viewing(), window.background, window.appearance.theme, window.language(), window
        )
        editor.kept.connect(self._keep)
        editor.copy_wanted.connect(self._copy)
        editor.failed.connect(self.failed)
        editor.open()

    def _copy(self, view: View) -> None:
        name = QCoreApplication.translate("views", "{name} (copy)").format(name=view.name)
        self._edit(view._replace(id=0, name=name))

    def _keep(self, view: View) -> None:
        self._window.background.run(lambda: self.viewing().keep(view), self._kept, self.failed.emit)

    def _kept(self, view: View) -> None:
        self._window.read_overview()
        self._window.go(Place("view", view.id))

    def _move(self, view_id: int, by: int) -> None:
        self._window.background.run(lambda: self.viewing().step(view_id, by), self._moved, self.failed.emit)

    def _moved(self, at: tuple[int, int]) -> None:
        words = QCoreApplication.translate("views", "The view is now number {place} of {count}")
        self._window.toast.show_message(words.format(place=at[0], count=at[1]))
        self._window.read_overview()

    def _remove(self, view: View) -> None:
        self._window.background.run(
            lambda: self.viewing().remove(view.id),
            lambda before: self._removed(view, before),
            self.failed.emit,
        )

    def _removed(self, view: View, before: tuple[View, ...]) -> None:
        translate = QCoreApplication.translate
        self._window.toast.show_message(
            translate("views", "View “{name}” is removed").format(name=view.name),
            translate("views", "Undo"),
            lambda: self._restore(before),
        )
        self._window.read_overview()
        if (self._window.place.name, self._window.place.id) == _where(view):
            self._window.go(Place("timeline"))

    def _restore(self, before: tuple[View, ...]) -> None:
        self._window.background.run(
            lambda: self.viewing().save(before), lambda _now: self._window.read_overview(), self.failed.emit
        )


def _where(view: View) -> tuple[str, int]:
    return "view", view.id
