"""The help: a few short pages in the member's language, kept with the program so that they work offline."""

from __future__ import annotations

from pathlib import Path
from typing import Literal, get_args

from markdown_it import MarkdownIt
from PySide6.QtCore import QCoreApplication, QEvent, QLocale, QSignalBlocker, Qt, QUrl
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QHBoxLayout, QListWidget, QTextBrowser, QWidget

import resources
from app.language import Language
from widgets.fonts import StyleName
from widgets.theme import Theme

_FOLDER = Path(resources.__file__).parent / "help"
HelpPage = Literal["start", "groups", "sharing", "outbox", "search", "rules", "offline", "safety"]
PAGES: tuple[HelpPage, ...] = get_args(HelpPage)


class HelpWindow(QDialog):
    """The pages at the left, the one that is read at the right."""

    def __init__(self, language: Language, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("help")
        self._texts: list[str] = []
        self.pages = QListWidget()
        self.pages.setFrameShape(QListWidget.Shape.NoFrame)
        self.reader = QTextBrowser()
        self.reader.setFrameShape(QTextBrowser.Shape.NoFrame)
        self.reader.setOpenLinks(False)
        self.reader.setTextInteractionFlags(Qt.TextInteractionFlag.TextBrowserInteraction)
        self.reader.anchorClicked.connect(self._follow)
        self.pages.currentRowChanged.connect(self._show)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.pages)
        row.addWidget(self.reader, 1)
        QShortcut(QKeySequence.StandardKey.Close, self, self.reject)
        self.resize(theme.px(880), theme.px(640))
        self.set_theme(theme)
        self.set_language(language)

    def set_theme(self, theme: Theme) -> None:
        """Draw in another theme from now on; the page and the place in it stay."""
        self.pages.setFixedWidth(theme.px(208))
        self.pages.setStyleSheet(
            f"QListWidget {{ background: {theme.window.name()}; padding: 8px; outline: none; }}"
            f"QListWidget::item {{ padding: {theme.px(6)}px; border-radius: {theme.px(6)}px; }}"
            "QListWidget::item:selected"
            f" {{ background: {theme.selection.name()}; color: {theme.text.name()}; }}"
        )
        self.reader.setStyleSheet(
            "QTextBrowser { border: none; border-radius: 0; padding: 0;"
            f" background: {theme.surface.name()}; }}"
        )
        document = self.reader.document()
        document.setDocumentMargin(theme.px(32))
        document.setDefaultFont(theme.font("reading"))
        document.setDefaultStyleSheet(_style(theme))
        self._read_again()

    def set_language(self, language: Language) -> None:
        """Show the pages in another language from now on; the page and the place in it stay."""
        translate = QCoreApplication.translate
        self.setWindowTitle(translate("help", "Help"))
        self.pages.setAccessibleName(translate("help", "Pages"))
        self.reader.setAccessibleName(translate("help", "Help"))
        self._texts = [_text(page, language) for page in PAGES]
        row = max(0, self.pages.currentRow())
        with QSignalBlocker(self.pages):
            self.pages.clear()
            self.pages.addItems([_title(text) for text in self._texts])
            self.pages.setCurrentRow(row)
        self._read_again()

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change of language at once: the program's own is the default locale's."""
        if event.type() == QEvent.Type.LanguageChange:
            self.set_language("nl" if QLocale().language() == QLocale.Language.Dutch else "en")
        super().changeEvent(event)

    def show_page(self, name: HelpPage) -> None:
        """Show the page called ``name``."""
        self.pages.setCurrentRow(PAGES.index(name))

    def _show(self, row: int) -> None:
        self.reader.setHtml(MarkdownIt().render(self._texts[row]))

    def _read_again(self) -> None:
        row = self.pages.currentRow()
        if 0 <= row < len(self._texts):
            place = self.reader.verticalScrollBar().value()
            self._show(row)
            self.reader.verticalScrollBar().setValue(place)

    def _follow(self, address: QUrl) -> None:
        for page in PAGES:
            if address.path() == f"{page}.md":
                self.show_page(page)


def _style(theme: Theme) -> str:
    def heading(style: StyleName, above: int) -> str:
        size = theme.font(style).pixelSize()
        return (
            f"font-size: {size}px; font-weight: 600; margin-top: {above}px; margin-bottom: {theme.px(8)}px;"
        )

    return (
        f"h1 {{ {heading('page', 0)} }} h2 {{ {heading('pane', theme.px(24))} }}"
        f"h3 {{ {heading('title', theme.px(16))} }}"
        f"p, pre {{ margin-top: 0; margin-bottom: {theme.px(12)}px; line-height: 150%; }}"
        f"li {{ margin-bottom: {theme.px(6)}px; line-height: 150%; }}"
        "pre { white-space: pre-wrap; }"
        f"code, pre {{ font-family: '{theme.fixed}'; background: {theme.sunken.name()}; }}"
        f"a {{ color: {theme.accent.name()}; }}"
    )


def _text(page: str, language: Language) -> str:
    return (_FOLDER / language / f"{page}.md").read_text(encoding="utf-8")


def _title(text: str) -> str:
    return text.splitlines()[0].removeprefix("# ")
