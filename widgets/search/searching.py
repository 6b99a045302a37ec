"""Searching from the field above the list: results while one types, and what is wrong with a query."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from widgets.search.completion import SearchCompletion
from widgets.search.hint import SearchHint

if TYPE_CHECKING:
    from app.filters.complete import Vocabulary
    from sync.store.rows import SearchHit
    from widgets.main_window import MainWindow
    from widgets.theme import Theme


class Searching(QObject):
    """Wires the search field of ``window``. ``save_wanted(text)`` asks to keep a query as a view."""

    save_wanted = Signal(str)
    failed = Signal(object)

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        theme = window.appearance.theme
        self.hint = SearchHint(theme)
        self.hint.save_wanted.connect(self.save_wanted)
        window.pane.put_under_search(self.hint)
        self.completion = SearchCompletion(
            window.pane.field, theme, window.background, self._vocabulary, window.language
        )
        window.pane.searched.connect(self.search)

    def search(self, text: str) -> None:
        """Show what matches ``text``; without a text the place is back."""
        window = self._window
        if not text.strip():
            self.hint.hide()
            window.name_place()
            window.pane.show_list()
            return
        window.background.run(
            lambda: window.client.search(text),
            lambda hits: self._show(hits, text),
            lambda error: self._object(error, text),
            key="search",
        )

    def set_theme(self, theme: Theme) -> None:
        """Draw in another theme from now on."""
        self.hint.set_theme(theme)
        self.completion.set_theme(theme)

    def _vocabulary(self) -> Vocabulary:
        from app.viewing import Viewing

        return Viewing(self._window.client).vocabulary()

    def _show(self, hits: Sequence[SearchHit], text: str) -> None:
        if text == self._window.pane.field.text():
            self._window.pane.show_hits(hits, text.strip())
            self.hint.offer(text.strip())

    def _object(self, error: Exception, text: str) -> None:
        """A text that is no query (yet): what was found before stays."""
        from app.filters.parse import QueryError
        from app.filters.sentences import sentence

        if not isinstance(error, QueryError):
            self.failed.emit(error)
        elif text == self._window.pane.field.text():
            self.hint.object_to(sentence(error, text, self._window.language()))
