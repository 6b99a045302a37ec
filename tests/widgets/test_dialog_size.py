"""Small dialogs are as high as their words."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QDialog, QLabel
from pytestqt.qtbot import QtBot

from widgets.groups.reason import AskAccess
from widgets.leaving_group import LeavingGroup
from widgets.theme import light_theme

LONG = "Woordvoering en crisiscommunicatie van de gezamenlijke uitvoeringsorganisaties"


@pytest.mark.parametrize("scale", [1.0, 2.0])
@pytest.mark.parametrize("group", ["Participatie", LONG])
@pytest.mark.parametrize("kind", ["ask", "leaving"])
def test_no_line_of_a_small_dialog_is_cut_off(qtbot: QtBot, kind: str, group: str, scale: float) -> None:
    theme = light_theme("Inter", "DejaVu Sans Mono", scale)
    dialog: QDialog = AskAccess(group, theme) if kind == "ask" else LeavingGroup(group, 14, theme)
    qtbot.addWidget(dialog)
    dialog.show()
    for words in dialog.findChildren(QLabel):
        if words.wordWrap():
            assert words.height() >= words.heightForWidth(words.width())
    assert dialog.childrenRect().bottom() <= dialog.height()
