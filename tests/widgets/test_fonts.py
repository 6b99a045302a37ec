"""Fonts by style: sizes, weights, and the system's own face and size."""

from __future__ import annotations

import sys

import pytest
from PySide6.QtGui import QFont

from widgets.fonts import STYLES, font, interface_family, system_scale

pytestmark = pytest.mark.usefixtures("qapp")


@pytest.mark.parametrize("style", STYLES)
def test_styles_have_the_size_and_weight_of_the_design(style: str) -> None:
    made = font("Inter", 1.0, style)  # type: ignore[arg-type]
    assert made.pixelSize() == round(STYLES[style].size)
    assert made.weight() == STYLES[style].weight


def test_tracking_grows_with_the_text() -> None:
    plain, large = font("Inter", 1.0, "page"), font("Inter", 2.0, "page")
    assert plain.letterSpacing() == pytest.approx(-0.018 * 24, abs=0.02)
    assert large.letterSpacing() == pytest.approx(2 * plain.letterSpacing(), abs=0.02)


def test_the_same_font_is_made_once() -> None:
    assert font("Inter", 1.0, "body") is font("Inter", 1.0, "body")
    assert font("Inter", 1.0, "body", weight=600) is not font("Inter", 1.0, "body")


def test_a_desktop_s_own_face_is_kept() -> None:
    assert interface_family(QFont("Cantarell")) == "Cantarell"


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="elsewhere the system always has a face")
def test_a_bare_linux_gets_inter() -> None:
    assert interface_family(QFont("Sans Serif")) == "Inter"


def test_only_a_clearly_larger_system_size_counts_as_a_wish() -> None:
    usual = {"win32": 12, "darwin": 13}.get(sys.platform, 14)
    system = QFont("Cantarell")
    for pixels, scale in ((usual, 1.0), (usual - 4, 1.0), (usual + 1, 1.0), (2 * usual, 2.0)):
        system.setPixelSize(pixels)
        assert system_scale(system) == pytest.approx(scale)
