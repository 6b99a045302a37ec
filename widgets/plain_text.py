"""Text from others where Qt would read more in it: markup in tool tips, and keys in the words of buttons.

Qt takes what looks like markup in a tool tip for rich text, and then opens the files that it names.
"""

from __future__ import annotations

from PySide6.QtGui import QKeySequence, Qt
from PySide6.QtWidgets import QAbstractButton

_LONGEST_TIP = 1_000


def as_tip(text: str) -> str:
    """``text`` as a tool tip that reads as it is, cut where no screen would hold it."""
    if len(text) > _LONGEST_TIP:
        text = text[:_LONGEST_TIP].rstrip() + "…"
    if not Qt.mightBeRichText(text):
        return text
    # Only now: its table of names is large, and the first paint has no tool tips.
    from html import escape

    return f"<span>{escape(text)}</span>".replace("\n", "<br>")


def name_button(button: QAbstractButton, text: str) -> None:
    """Give a button that paints its own words a name in which ``&`` is no key."""
    button.setText(text)
    button.setShortcut(QKeySequence())


def as_words(text: str) -> str:
    """``text`` for a button or menu of Qt's own, in which ``&`` is no key."""
    return text.replace("&", "&&")
