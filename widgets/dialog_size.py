"""The size of a small dialog: Qt does not count the lines of words that wrap."""

from __future__ import annotations

from PySide6.QtWidgets import QDialog, QWidget


def fit(dialog: QDialog, width: int) -> None:
    """Make ``dialog`` ``width`` pixels wide, and as high as all that stands in it then needs."""
    # Before a widget has its style, it measures its words in another font.
    for widget in (dialog, *dialog.findChildren(QWidget)):
        widget.ensurePolished()
    dialog.setFixedWidth(width)
    layout = dialog.layout()
    if layout is not None:
        layout.activate()
        dialog.setMinimumHeight(layout.totalHeightForWidth(width))
        dialog.resize(width, dialog.minimumHeight())
