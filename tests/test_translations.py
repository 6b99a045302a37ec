"""The two translation files belong together: what Qt loads says what the translator wrote."""

from __future__ import annotations

from pathlib import Path
from xml.etree import ElementTree

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QApplication

import resources
from widgets.language import Languages

FOLDER = Path(resources.__file__).parent / "translations"


def written() -> list[tuple[str, str, str, str]]:
    """Every (context, English text, comment, Dutch text) of the translator's file."""
    root = ElementTree.parse(FOLDER / "stamtafel_nl.ts").getroot()  # noqa: S314 - our own file
    return [
        (
            context.findtext("name", ""),
            message.findtext("source", ""),
            message.findtext("comment", ""),
            message.findtext("translation", ""),
        )
        for context in root.iter("context")
        for message in context.iter("message")
    ]


def test_what_qt_loads_says_what_the_translator_wrote(qapp: QApplication) -> None:
    languages = Languages(qapp, "nl")
    try:
        wrong = [
            (context, english)
            for context, english, comment, dutch in written()
            if QCoreApplication.translate(context, english, comment or None) != dutch
        ]
    finally:
        languages.choose("en")
    assert wrong == []
    assert QCoreApplication.translate("sidebar", "My timeline") == "My timeline"


def test_places_in_a_text_are_kept_by_its_translation() -> None:
    for _context, english, _comment, dutch in written():
        assert sorted(_placeholders(english)) == sorted(_placeholders(dutch)), english


def _placeholders(text: str) -> list[str]:
    return [part.split("}")[0] for part in text.split("{")[1:]]
