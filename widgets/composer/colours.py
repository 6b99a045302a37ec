"""Light colours for Markdown: what is a mark, a link, a name or code looks a little like what it becomes."""

from __future__ import annotations

import re

from PySide6.QtGui import QFont, QSyntaxHighlighter, QTextCharFormat, QTextDocument

from widgets.theme import Theme

# What is longer than this is a paste, not something to look pretty while it is typed.
_MOST_LINES = 2_000
_LONGEST_LINE = 2_000
# Without one of these a line is plain text.
_SPECIAL = re.compile(r"[*_`\[@#>~:]|^\s*(?:[-+]|\d+[.)]) ")
_FENCE = re.compile(r" {0,3}(?:```|~~~)")
_HEADING = re.compile(r" {0,3}#{1,6} ")
_BLOCK = re.compile(
    r"(?P<quote> {0,3}>.*)|\s*(?P<marker>(?:[-*+]|\d{1,9}[.)])(?= ))|(?P<tag>\[/?quote[^\]]*\]$)"
)
_INLINE = re.compile(
    r"(?P<code>`+[^`]{1,300}`+)"
    r"|(?P<strong>\*\*(?=[^\s*]).{1,300}?(?<=\S)\*\*|__(?=[^\s_]).{1,300}?(?<=\S)__)"
    r"|(?P<emphasis>(?<![\w*])\*(?=[^\s*])[^*]{1,300}(?<=\S)\*(?!\*)|(?<!\w)_(?=[^\s_])[^_]{1,300}(?<=\S)_(?!\w))"
    r"|(?P<link>!?\[[^\]]{0,300}\]\([^)\s]{0,500}\))"
    r"|(?P<address>https?://\S+)"
    r"|(?P<name>(?<![\w@./#&])[@#]\w[\w.:-]*)"
)
_IN_CODE = 1


class MarkdownColours(QSyntaxHighlighter):
    """Colours a document line by line."""

    def __init__(self, document: QTextDocument, theme: Theme) -> None:
        super().__init__(document)
        self._looks: dict[str, QTextCharFormat] = {}
        self.set_theme(theme)

    def set_theme(self, theme: Theme) -> None:
        """Draw in another theme from now on."""
        looks = {name: QTextCharFormat() for name in ("muted", "strong", "emphasis", "link", "code", "mark")}
        looks["muted"].setForeground(theme.muted)
        looks["mark"].setForeground(theme.muted)
        looks["strong"].setFontWeight(QFont.Weight.Bold)
        looks["emphasis"].setFontItalic(True)
        looks["link"].setForeground(theme.accent)
        looks["code"].setFontFamilies([theme.fixed])
        looks["code"].setBackground(theme.sunken)
        self._looks = looks
        self.rehighlight()

    def highlightBlock(self, text: str) -> None:
        """Colour one line."""
        if self.document().blockCount() > _MOST_LINES:
            return
        in_code = self.previousBlockState() == _IN_CODE
        fence = _FENCE.match(text) is not None
        self.setCurrentBlockState(_IN_CODE if in_code != fence else 0)
        if in_code or fence:
            self.setFormat(0, len(text), self._looks["code"])
        elif len(text) <= _LONGEST_LINE and _SPECIAL.search(text):
            self._colour(text)

    def _colour(self, text: str) -> None:
        looks = self._looks
        if _HEADING.match(text):
            self.setFormat(0, len(text), looks["strong"])
        block = _BLOCK.match(text)
        if block is not None and block.lastgroup is not None:
            self.setFormat(block.start(block.lastgroup), len(block[block.lastgroup]), looks["muted"])
        for found in _INLINE.finditer(text):
            kind, start, length = found.lastgroup, found.start(), found.end() - found.start()
            if kind in ("address", "name"):
                self.setFormat(start, length, looks["link"])
            elif kind == "link":
                words = found[0].index("](")
                self.setFormat(start, length, looks["muted"])
                inner = found[0].index("[") + 1
                self.setFormat(start + inner, words - inner, looks["link"])
            elif kind == "code":
                self.setFormat(start, length, looks["code"])
            elif kind is not None:
                self._emphasise(start, length, kind)

    def _emphasise(self, start: int, length: int, kind: str) -> None:
        size = 2 if kind == "strong" else 1
        self.setFormat(start, size, self._looks["mark"])
        self.setFormat(start + size, length - 2 * size, self._looks[kind])
        self.setFormat(start + length - size, size, self._looks["mark"])
