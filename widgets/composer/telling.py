"""What the sheet says of its draft: when it was kept, that it could not be kept or sent, and why not."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from app.sentences import error_sentence
from sync.errors import DiskFull
from widgets.composer import saying

if TYPE_CHECKING:
    from app.language import Language
    from widgets.composer.sheet import Sheet

translate = QCoreApplication.translate

_ALARM = "triangle-alert"


class Telling:
    """Says it on ``sheet``, in the language of now."""

    def __init__(self, sheet: Sheet, language: Callable[[], Language]) -> None:
        self._sheet, self._language = sheet, language
        self._lost, self._kept_at = False, 0

    def kept(self, moment: int) -> None:
        """All was on the disk at this moment (ms); 0: there is nothing to keep."""
        self._lost, self._kept_at = False, moment
        self._sheet.warning.clear("disk")
        self.retranslate()

    def lost(self, error: Exception) -> None:
        """It could not be kept. What is said once stays until it is."""
        if not self._lost:
            self._lost = True
            self.retranslate()
            self._warn_unkept(error)

    def unsent(self, error: Exception) -> None:
        """It could not be put in the outbox."""
        if isinstance(error, DiskFull):
            self._lost = False
            self.lost(error)
            return
        told, again = error_sentence(error, self._language()), partial(self.unsent, error)
        self._sheet.warning.tell(
            "fault", told.title, told.text, [], tone="danger", drawing=_ALARM, again=again
        )

    def reason(self, code: str) -> None:
        """Why it cannot be sent as it is, see ``sync/outbox.py``."""
        title, rest = saying.reason(code)
        choose = (translate("composer", "Choose another group"), self._sheet.show_readers)
        again = partial(self.reason, code)
        self._sheet.warning.tell("reason", title, rest, [choose], drawing="lock", again=again)

    def retranslate(self) -> None:
        """Say anew when it was kept; the warning says itself anew."""
        if self._lost:
            self._sheet.show_kept(translate("composer", "Not kept"), alarm=True)
        else:
            self._sheet.show_kept(saying.kept(self._kept_at) if self._kept_at else "")

    def _warn_unkept(self, error: Exception) -> None:
        title = translate("composer", "What you write is not kept yet.")
        if isinstance(error, DiskFull):
            rest = translate(
                "composer",
                "This computer has no room left. Your text stays here, and is kept as soon as there is room.",
            )
        else:
            sentence = error_sentence(error, self._language())
            rest = f"{sentence.title} {sentence.text}".strip()
        again = partial(self._warn_unkept, error)
        self._sheet.warning.tell("disk", title, rest, [], tone="danger", drawing=_ALARM, again=again)
