"""Loads Qt, and takes away what makes every later import slow.

PySide puts an ``import`` of its own in place that reads the source of each module imported from then on, to
see whether it asks for optional names (``from __feature__ import ...``). Nothing here does, and a start has
many modules.
"""

from __future__ import annotations

import builtins

# PySide keeps what it replaced under this name.
_REPLACED = "__orig_import__"


def load_qt() -> None:
    """Load Qt's core and put back the ``import`` from before it."""
    from PySide6 import QtCore  # noqa: F401

    builtins.__import__ = getattr(builtins, _REPLACED, builtins.__import__)
