"""The line height of the reading style in a plain text field, which Qt lays out as tight as can be."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QTextBlock, QTextDocument
from PySide6.QtWidgets import QPlainTextDocumentLayout


class Airy(QPlainTextDocumentLayout):
    """Lays out every line ``step`` pixels high, the text in the middle of it."""

    def __init__(self, document: QTextDocument, step: int) -> None:
        super().__init__(document)
        self.step = step

    def blockBoundingRect(self, block: QTextBlock) -> QRectF:
        """Where a paragraph is; its lines are put apart when it was laid out anew."""
        area = super().blockBoundingRect(block)
        layout = block.layout()
        lines = layout.lineCount()
        if not lines or not block.isVisible():
            return area
        first = layout.lineAt(0)
        # Right after a layout the first line is at the top; once put apart it no longer is.
        if first.y() < 1:
            lead = max((self.step - first.height()) / 2, 1.0)
            for number in range(lines):
                line = layout.lineAt(number)
                line.setPosition(QPointF(line.x(), number * self.step + lead))
        last = not block.next().isValid()
        area.setHeight(lines * self.step + (self.document().documentMargin() if last else 0))
        return area
