"""Drafts that were left in the composer: none is let go before what it says is really on the disk."""

from __future__ import annotations

from concurrent.futures import Future
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    from sync.store.drafts import Draft
    from widgets.background import Background
    from widgets.composer.composition import Composition


class LeftDrafts(QObject):
    """Holds them until then. ``failed(Exception)`` tells that one could not be kept, and is tried again."""

    failed = Signal(object)

    def __init__(self, background: Background, parent: QObject) -> None:
        super().__init__(parent)
        self._background = background
        self._held: list[Composition] = []

    def hold(self, composition: Composition) -> Future[Draft]:
        """Leave a draft; the future tells when it is kept."""
        future = composition.leave()
        self._held.append(composition)
        self._background.run(
            future.result,
            lambda _draft: self._let_go(composition),
            lambda error: self._try_again(composition, error),
        )
        return future

    def _let_go(self, composition: Composition) -> None:
        if composition in self._held:
            self._held.remove(composition)
            composition.deleteLater()

    def _try_again(self, composition: Composition, error: Exception) -> None:
        self.failed.emit(error)
        composition.keeping.kept.connect(lambda _moment: self._let_go(composition))
        composition.keeping.keep()
