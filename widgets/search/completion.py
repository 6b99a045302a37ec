"""Words offered under the search field while a query is typed: keywords, kinds, states and names."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint

from app.language import Language
from widgets.background import Background
from widgets.delaying import rings_once
from widgets.search.field import SearchField
from widgets.theme import Theme

if TYPE_CHECKING:
    from app.filters.complete import Vocabulary
    from widgets.filters.completing import Completing
    from widgets.filters.suggesting import Suggesting

# The list opens when the typing rests: it would flicker over the results of who types on.
_REST_MS = 150


class SearchCompletion(QObject):
    """Completes what is typed in ``field`` with names that ``vocabulary()`` reads in the background."""

    def __init__(
        self,
        field: SearchField,
        theme: Theme,
        background: Background,
        vocabulary: Callable[[], Vocabulary],
        language: Callable[[], Language],
    ) -> None:
        super().__init__(field)
        self._field = field
        self._theme = theme
        self._background = background
        self._vocabulary = vocabulary
        self._language = language
        self._start = 0
        self._suggesting: Suggesting | None = None
        self.completing: Completing | None = None
        self._resting = rings_once(self, self._offer, _REST_MS)
        field.textEdited.connect(self._edited)
        field.textChanged.connect(self._changed)

    @property
    def offered(self) -> Sequence[str]:
        """What is offered now, as it reads."""
        return () if self.completing is None else self.completing.labels

    def close(self) -> None:
        """Take the list away; it does not open for what was typed so far."""
        self._resting.stop()
        if self.completing is not None:
            self.completing.close()

    def set_theme(self, theme: Theme) -> None:
        """Draw in another theme from now on."""
        self._theme = theme
        if self.completing is not None:
            self.completing.set_theme(theme)

    def _edited(self, text: str) -> None:
        if self._suggesting is None:
            self._begin()
        if len(text) <= 1:
            # A search begins: names may have come since the last one.
            self._background.run(self._vocabulary, self._take_names, key="search-vocabulary")
        self._resting.start()

    def _changed(self, text: str) -> None:
        if not text:
            self.close()

    def _begin(self) -> None:
        from widgets.filters.completing import Completing
        from widgets.filters.suggesting import Suggesting

        self._suggesting = Suggesting()
        self.completing = Completing(self._field, self._theme, self._put_in)

    def _take_names(self, names: Vocabulary) -> None:
        if self._suggesting is not None:
            self._suggesting.vocabulary = names

    def _offer(self) -> None:
        field = self._field
        if self._suggesting is None or self.completing is None or not field.hasFocus():
            return
        offers = self._suggesting.in_text(field.text(), field.cursorPosition(), self._language())
        if not offers:
            self.completing.close()
            return
        self._start = offers[0].start
        spot = QPoint(field.cursorRect().left(), field.height() + 2)
        self.completing.offer([offer.offer for offer in offers], spot)

    def _put_in(self, value: str) -> None:
        field = self._field
        text, end = field.text(), field.cursorPosition()
        field.setText(text[: self._start] + value + text[end:])
        field.setCursorPosition(self._start + len(value))
        self._offer()
