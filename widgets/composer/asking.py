"""Asks the cache about what is being written: in the background, when the typing rests, the newest only."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from widgets.background import Background
from widgets.delaying import rings_once

if TYPE_CHECKING:
    from app.composer.advice import Advice

REST_MS = 250


class Asking(QObject):
    """``answered(Advice)`` a moment after ``soon()``; ``failed(Exception)`` when the cache cannot be read.

    ``question()`` is called when it is asked, and gives what is to be done in the background.
    """

    answered = Signal(object)
    failed = Signal(object)

    def __init__(
        self,
        question: Callable[[], Callable[[], Advice]],
        background: Background,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._question = question
        self._background = background
        self._timer = rings_once(self, self.now, REST_MS)

    def soon(self) -> None:
        """Something was typed."""
        self._timer.start()

    def now(self) -> None:
        """Ask at once."""
        self._timer.stop()
        self._background.run(self._question(), self._answer, self._fail, key="composer-advice")

    def stop(self) -> None:
        """Nobody wants to know any more."""
        self._timer.stop()

    # Methods, and not the signals themselves: an answer may come when these are gone.

    def _answer(self, advice: Advice) -> None:
        self.answered.emit(advice)

    def _fail(self, error: Exception) -> None:
        self.failed.emit(error)
