"""What is said of something the member did that the community has not heard of, in a post of the topic."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QColor

from app.pending import Waiting
from widgets.theme import Theme

translate = QCoreApplication.translate


class WaitingWords(NamedTuple):
    """The line, its icon, and its colour."""

    text: str
    icon: str
    colour: QColor


def waiting_words(waiting: Waiting, theme: Theme) -> WaitingWords:
    """What happens with it, honest about what others can see."""
    icon, colour = _LOOKS[waiting.happening]
    state = _state(waiting)
    if waiting.action == "edit":
        state = translate("reader", "Your change: {0}").format(state)
    elif waiting.action == "delete":
        state = translate("reader", "Deleting this: {0}").format(state)
    return WaitingWords(state[:1].upper() + state[1:], icon, getattr(theme, colour))


_LOOKS = {
    "soon": ("clock", "muted"),
    "waits": ("clock", "muted"),
    "sending": ("upload", "muted"),
    "unsure": ("circle-question-mark", "warning"),
    "held": ("users", "warning"),
    "returned": ("triangle-alert", "danger"),
    "moderation": ("clock", "muted"),
    "arrived": ("check", "muted"),
}


def _state(waiting: Waiting) -> str:
    return {
        "soon": translate("reader", "leaves in a moment, only you see it yet"),
        "waits": translate("reader", "waits for connection, only you see it yet"),
        "sending": translate("reader", "is being sent"),
        "unsure": translate("reader", "perhaps arrived already"),
        "held": translate("reader", "not sent: waits for you"),
        "returned": translate("reader", "came back, it was not taken"),
        "moderation": translate("reader", "sent, waits for a moderator"),
        "arrived": translate("reader", "arrived"),
    }[waiting.happening]
