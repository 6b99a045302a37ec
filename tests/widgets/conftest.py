"""Every test of the widgets begins with the application's own look, whatever ran before it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import QApplication


@pytest.fixture(autouse=True)
def plain_look(qapp: QApplication) -> Iterator[None]:
    """The system's font: a window that was open before leaves the font of its text size behind.

    What a test copied goes with it: a clipboard that was filled from Python outlives what it is made of. So
    does a popup: while one is open no window becomes active.
    """
    qapp.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont))
    yield
    qapp.clipboard().clear()
    popup = QApplication.activePopupWidget()
    if popup is not None:
        popup.close()
