"""What a screen reader takes a widget for where Qt knows no better: a list made of widgets, and its items."""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import QObject
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QAccessibleWidget, QWidget

_ROLES = {"list": QAccessible.Role.List, "item": QAccessible.Role.ListItem}
_PROPERTY = "read-as"


def read_as(widget: QWidget, role: Literal["list", "item"]) -> None:
    """Let ``widget``, of a class of its own, be read out as this; to be called before anybody asks."""
    widget.setProperty(_PROPERTY, role)


def _accessible(_name: str, widget: QObject) -> QAccessibleInterface | None:
    role = _ROLES.get(widget.property(_PROPERTY)) if isinstance(widget, QWidget) else None
    if role is None or not isinstance(widget, QWidget):
        return None
    made = QAccessibleWidget(widget, role)
    # Qt deletes it with the widget; until then the connection is what keeps Python's half.
    widget.destroyed.connect(lambda: made)
    return made


QAccessible.installFactory(_accessible)
