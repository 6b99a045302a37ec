"""The language of the window: Dutch or English, switched without a restart."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QLocale, QTranslator
from PySide6.QtWidgets import QApplication

import resources
from app.language import Language, chosen

_FOLDER = Path(resources.__file__).parent / "translations"
_LOCALES = {
    "nl": QLocale(QLocale.Language.Dutch, QLocale.Country.Netherlands),
    "en": QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom),
}


class Languages:
    """Installs the translations of ``application``; every widget then hears of it by ``LanguageChange``."""

    def __init__(self, application: QApplication, setting: str) -> None:
        self._application = application
        self._translator: QTranslator | None = None
        self.now: Language = "en"
        self.choose(setting)

    def choose(self, setting: str) -> None:
        """Take the language of ``appearance.language``: ``system``, ``nl`` or ``en``."""
        language = chosen(setting)
        self.now = language
        QLocale.setDefault(_LOCALES[language])
        if self._translator is not None:
            self._application.removeTranslator(self._translator)
            self._translator = None
        translator = QTranslator(self._application)
        # English is what the sources say, so it has no file. A new translator also tells every widget.
        if language == "en" or translator.load(f"stamtafel_{language}.qm", str(_FOLDER)):
            self._application.installTranslator(translator)
            self._translator = translator
