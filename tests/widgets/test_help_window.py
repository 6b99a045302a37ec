"""The help: every page in both languages, with the same headings, read by keyboard."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

import resources
from app.language import Language
from widgets.help_window import PAGES, HelpWindow
from widgets.language import Languages
from widgets.theme import dark_theme, light_theme

FOLDER = Path(resources.__file__).parent / "help"


@pytest.mark.parametrize("language", ["nl", "en"])
def test_every_page_is_shown(qtbot: QtBot, language: Language) -> None:
    window = HelpWindow(language, light_theme("Inter", "monospace"))
    qtbot.addWidget(window)
    seen = set()
    for page in PAGES:
        window.show_page(page)
        seen.add(window.reader.toPlainText())
    assert len(seen) == len(PAGES)
    assert all(len(text) > 200 for text in seen)


def test_the_arrows_lead_through_the_pages(qtbot: QtBot) -> None:
    window = HelpWindow("nl", light_theme("Inter", "monospace"))
    qtbot.addWidget(window)
    window.show()
    window.pages.setFocus()
    before = window.reader.toPlainText()
    QTest.keyClick(window.pages, Qt.Key.Key_Down)
    assert window.reader.toPlainText() != before


def test_the_page_that_is_read_stays_when_the_theme_changes(qtbot: QtBot) -> None:
    window = HelpWindow("nl", light_theme("Inter", "monospace"))
    qtbot.addWidget(window)
    window.show()
    window.show_page("search")
    bar = window.reader.verticalScrollBar()
    bar.setValue(20)
    text, place = window.reader.toPlainText(), bar.value()
    dark = dark_theme("Inter", "monospace")
    window.set_theme(dark)
    assert (window.reader.toPlainText(), bar.value()) == (text, place)
    assert dark.surface.name() in window.reader.styleSheet()
    window.set_theme(dark_theme("Inter", "monospace", 2.0))
    assert window.reader.document().defaultFont().pixelSize() == 2 * dark.font("reading").pixelSize()


def test_it_follows_the_language_on_the_same_page(qtbot: QtBot, qapp: QApplication) -> None:
    languages = Languages(qapp, "nl")
    window = HelpWindow("nl", light_theme("Inter", "monospace"))
    qtbot.addWidget(window)
    window.show_page("offline")
    dutch = window.reader.toPlainText()
    languages.choose("en")
    qapp.processEvents()
    assert window.pages.currentRow() == PAGES.index("offline")
    assert window.reader.toPlainText() != dutch
    assert window.windowTitle() == "Help"
    languages.choose("nl")
    qapp.processEvents()
    assert window.reader.toPlainText() == dutch
    languages.choose("en")


@pytest.mark.parametrize("page", PAGES)
def test_both_languages_have_the_same_structure(page: str) -> None:
    shapes = [
        [
            line.split(" ")[0]
            for line in (FOLDER / language / f"{page}.md").read_text(encoding="utf-8").splitlines()
            if line.startswith(("#", "- ", "1.", "2.", "3."))
        ]
        for language in ("nl", "en")
    ]
    assert shapes[0] == shapes[1]


def test_no_page_is_forgotten() -> None:
    assert {path.stem for path in FOLDER.glob("*/*.md")} == set(PAGES)
