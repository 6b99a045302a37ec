"""Which of the two languages a person reads: Dutch or English."""

from __future__ import annotations

import os
import sys
from typing import Literal, NamedTuple

Language = Literal["nl", "en"]


class Text(NamedTuple):
    """A sentence in both languages; ``{names}`` in it are filled in by ``say``."""

    en: str
    nl: str

    def say(self, language: Language, **values: object) -> str:
        """The sentence in ``language``."""
        sentence = self.nl if language == "nl" else self.en
        return sentence.format(**values) if values else sentence


def chosen(setting: str) -> Language:
    """The language for the value of ``appearance.language``; ``system`` follows the system, else English."""
    if setting == "nl":
        return "nl"
    if setting == "en":
        return "en"
    return "nl" if system_language().startswith("nl") else "en"


def system_language() -> str:
    """The system's language tag in lower case, such as ``nl_nl``; empty where there is none."""
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        if value := os.environ.get(name):
            return value.lower()
    if sys.platform == "win32":
        import locale

        return (locale.getlocale()[0] or "").lower().replace("dutch", "nl")
    return ""
