"""Every test of the widgets begins with the application's own look, whatever ran before it."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import QApplication


@pytest.fixture(autouse=True)
def plain_look(qapp: QApplication) -> None:
    """The system's font: a window that was open before leaves the font of its text size behind."""
    qapp.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont))
