"""The order in which the Tab key comes to what is put in a window later: Qt would have it come there last."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QWidget


def put_in_order(before: QWidget, part: QWidget) -> QWidget:
    """Have the Tab key come to ``part``, and all in it, right after ``before``; the last that it comes to.

    Both are in the same window, ``part`` is not in ``before`` and has no proxy for the keyboard.
    """
    for one in (part, *part.findChildren(QWidget)):
        # Of buttons that exclude each other, Tab comes to one only.
        if one.focusPolicy() & Qt.FocusPolicy.TabFocus or isinstance(one, QAbstractButton):
            _follow(before, one)
            before = one
    return before


def _follow(before: QWidget, after: QWidget) -> None:
    # Qt puts nothing in order that takes no focus.
    kept = [(one, one.focusPolicy()) for one in (before, after)]
    for one, _ in kept:
        one.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    QWidget.setTabOrder(before, after)
    for one, policy in kept:
        one.setFocusPolicy(policy)
