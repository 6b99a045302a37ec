"""The style sheet on real controls."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication, QCheckBox, QComboBox, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from widgets.style import mark, style_sheet
from widgets.theme import Theme, dark_theme, light_theme

FACES = ("Inter", "DejaVu Sans Mono")


@pytest.fixture(params=["light", "dark"])
def theme(request: pytest.FixtureRequest, qapp: QApplication) -> Iterator[Theme]:
    before = qapp.style().name()
    qapp.setStyle("Fusion")
    made = light_theme(*FACES) if request.param == "light" else dark_theme(*FACES)
    qapp.setStyleSheet(style_sheet(made))
    yield made
    qapp.setStyleSheet("")
    qapp.setStyle(before)


def drawn(qtbot: QtBot, widget: QWidget) -> QColor:
    """The colour of a control near its left edge, halfway down."""
    qtbot.addWidget(widget)
    widget.show()
    return widget.grab().toImage().pixelColor(5, widget.height() // 2)


def test_buttons_have_the_fill_of_their_role(qtbot: QtBot, theme: Theme) -> None:
    primary, secondary = QPushButton("Share"), QPushButton("Cancel")
    mark(primary, "primary")
    mark(secondary, "secondary")
    assert drawn(qtbot, primary) == theme.accent
    assert drawn(qtbot, secondary) == theme.sunken
    assert primary.height() == 32


def test_fields_have_an_outline_that_can_be_seen(qtbot: QtBot, theme: Theme) -> None:
    field = QLineEdit()
    qtbot.addWidget(field)
    field.show()
    image = field.grab().toImage()
    assert image.pixelColor(0, field.height() // 2) == theme.control
    assert field.height() == 32


def test_a_checked_box_is_filled_and_ticked(qtbot: QtBot, theme: Theme) -> None:
    box = QCheckBox("Dim")
    box.setChecked(True)
    qtbot.addWidget(box)
    box.show()
    image = box.grab().toImage()
    colours = {image.pixelColor(x, y).name() for x in range(18) for y in range(box.height())}
    assert theme.accent.name() in colours
    assert theme.accent_text.name() in colours


def test_a_drop_down_has_an_arrow(qtbot: QtBot, theme: Theme) -> None:
    choice = QComboBox()
    choice.addItem("Newest")
    qtbot.addWidget(choice)
    choice.resize(160, 32)
    choice.show()
    image = choice.grab().toImage()
    arrow = {image.pixelColor(x, y).name() for x in range(138, 156) for y in range(8, 24)}
    assert theme.muted.name() in arrow
