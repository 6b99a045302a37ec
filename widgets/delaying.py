"""Timers that ring once: for what is done when the typing rests, or once for many changes."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer


def rings_once(parent: QObject, do: Callable[[], object], milliseconds: int = 0) -> QTimer:
    """A timer that calls ``do`` once for each start, and ends with ``parent``."""
    made = QTimer(parent)
    made.setSingleShot(True)
    made.setInterval(milliseconds)
    made.timeout.connect(do)
    return made
