"""Icons in a theme's colour and size."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtGui import QColor, QIcon
from PySide6.QtWidgets import QApplication

import resources
from sync.model import KINDS
from widgets.icons import KIND_ICONS, icon, pixmap, stroke

pytestmark = pytest.mark.usefixtures("qapp")
RED = QColor("#ff0000")


def opaque(name: str, size: int, dpr: float = 1.0, *, filled: bool = False) -> list[tuple[int, int]]:
    """The pixels an icon covers for more than half."""
    image = pixmap(name, size, RED, dpr, filled=filled).toImage()
    every = ((x, y) for y in range(image.height()) for x in range(image.width()))
    return [(x, y) for x, y in every if image.pixelColor(x, y).alphaF() > 0.5]


@pytest.mark.parametrize("path", sorted((Path(resources.__file__).parent / "icons").glob("*.svg")))
def test_every_drawing_can_be_drawn_in_a_colour(path: Path) -> None:
    made = pixmap(path.stem, 20, RED, 2.0)
    assert (made.width(), made.deviceIndependentSize().width()) == (40, 20)
    covered = opaque(path.stem, 20, 2.0)
    assert covered
    image = made.toImage()
    assert {image.pixelColor(x, y).name() for x, y in covered} == {"#ff0000"}


def test_every_kind_has_an_icon_of_its_own() -> None:
    assert set(KIND_ICONS) == set(KINDS)
    assert len(set(KIND_ICONS.values())) == len(KINDS)
    for name in KIND_ICONS.values():
        assert opaque(name, 16)


def test_a_filled_heart_covers_more_than_an_outline() -> None:
    assert len(opaque("heart", 32, filled=True)) > 2 * len(opaque("heart", 32))


def test_lines_keep_their_width() -> None:
    assert (stroke(14), stroke(16), stroke(20)) == (1.25, 1.5, 1.5)
    assert stroke(32) > 2


def test_a_button_s_icon_is_paler_when_disabled(qapp: QApplication) -> None:  # noqa: ARG001
    made = icon("plus", 20, RED)
    usual = made.pixmap(20, QIcon.Mode.Normal).toImage().pixelColor(10, 10)
    disabled = made.pixmap(20, QIcon.Mode.Disabled).toImage().pixelColor(10, 10)
    assert 0 < disabled.alpha() < usual.alpha()


def test_an_icon_without_a_drawing_is_an_error() -> None:
    with pytest.raises(FileNotFoundError):
        pixmap("no-such-icon", 16, RED)
