"""The look: contrast that can be read, sizes that follow the text, and the system's wishes."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from widgets.appearance import Appearance
from widgets.style import palette, style_sheet
from widgets.theme import Theme, contrast_theme, dark_theme, light_theme

FACES = ("Inter", "DejaVu Sans Mono")
TEXT = ("text", "muted", "accent", "positive", "warning", "danger", "closed")
BACKGROUNDS = ("surface", "window", "selection", "sunken", "hover")
SOFT = ("positive", "warning", "danger", "closed")


def contrast(one: QColor, other: QColor) -> float:
    """The contrast ratio of WCAG 2: (L1 + 0.05) / (L2 + 0.05)."""
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: QColor) -> float:
    def linear(part: float) -> float:
        return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4

    return 0.2126 * linear(colour.redF()) + 0.7152 * linear(colour.greenF()) + 0.0722 * linear(colour.blueF())


@pytest.fixture(params=["light", "dark"])
def theme(request: pytest.FixtureRequest, qapp: QApplication) -> Theme:  # noqa: ARG001 - fonts need it
    return light_theme(*FACES) if request.param == "light" else dark_theme(*FACES)


@pytest.mark.parametrize("role", TEXT)
@pytest.mark.parametrize("ground", BACKGROUNDS)
def test_text_is_readable_on_every_background(theme: Theme, role: str, ground: str) -> None:
    assert contrast(getattr(theme, role), getattr(theme, ground)) >= 4.5


@pytest.mark.parametrize("role", SOFT)
def test_text_is_readable_on_its_own_tint(theme: Theme, role: str) -> None:
    tint = getattr(theme, f"{role}_soft")
    assert contrast(getattr(theme, role), tint) >= 4.5
    assert contrast(theme.text, tint) >= 11.7
    assert contrast(theme.accent, tint) >= 5.2


def test_outlines_and_marks_can_be_seen(theme: Theme) -> None:
    assert contrast(theme.control, theme.surface) >= 3
    assert contrast(theme.bar, theme.surface) >= 3
    assert contrast(theme.unread, theme.surface) >= 3


def test_text_on_fills_is_readable(theme: Theme) -> None:
    assert contrast(theme.accent_text, theme.accent) >= 4.5
    assert contrast(theme.toast_text, theme.toast) >= 4.5
    assert contrast(theme.toast_action, theme.toast) >= 4.5


def test_initials_are_readable_on_eight_different_tints(theme: Theme) -> None:
    assert len({tint.fill.name() for tint in theme.tints}) == 8
    for tint in theme.tints:
        assert contrast(tint.text, tint.fill) >= 4.5


def test_sizes_follow_the_text_size(qapp: QApplication) -> None:  # noqa: ARG001
    plain, large = light_theme(*FACES), light_theme(*FACES, 2.0)
    assert (plain.font("body").pixelSize(), large.font("body").pixelSize()) == (14, 28)
    assert (plain.px(136), large.px(136)) == (136, 272)
    assert large.line_height("title") == 48
    assert light_theme(*FACES, 9.0).scale == 2.0


def test_figures_of_counts_have_one_width(qapp: QApplication) -> None:  # noqa: ARG001
    from PySide6.QtGui import QFontDatabase, QFontMetricsF

    if not QFontDatabase.hasFamily("Inter"):
        pytest.skip("needs the Inter font")
    metrics = QFontMetricsF(light_theme(*FACES).font("meta", tabular=True))
    assert metrics.horizontalAdvance("1111") == metrics.horizontalAdvance("0000")


def test_high_contrast_takes_every_colour_from_the_palette(qapp: QApplication) -> None:  # noqa: ARG001
    system = QPalette()
    colours = {
        QPalette.ColorRole.Base: "#000000",
        QPalette.ColorRole.Window: "#000000",
        QPalette.ColorRole.Button: "#000000",
        QPalette.ColorRole.Text: "#ffffff",
        QPalette.ColorRole.Highlight: "#00ffff",
        QPalette.ColorRole.HighlightedText: "#000000",
    }
    for role, colour in colours.items():
        system.setColor(role, QColor(colour))
    theme = contrast_theme(system, *FACES)
    assert theme.outlined
    used = {value.name() for value in theme if isinstance(value, QColor)}
    assert used <= set(colours.values())
    assert style_sheet(theme) != style_sheet(light_theme(*FACES))


def test_the_look_follows_the_choice(qtbot: QtBot, qapp: QApplication) -> None:
    appearance = Appearance(qapp, "light")
    try:
        with qtbot.waitSignal(appearance.changed) as changed:
            appearance.choose("dark")
        assert changed.args is not None
        assert changed.args[0].scheme == "dark"
        assert qapp.palette().color(QPalette.ColorRole.Base) == appearance.theme.surface
        with qtbot.waitSignal(appearance.changed):
            appearance.set_text_scale(1.5)
        assert qapp.font().pixelSize() == 21
        with qtbot.assertNotEmitted(appearance.changed):
            appearance.refresh()
    finally:
        appearance.deleteLater()
        qapp.styleHints().setColorScheme(Qt.ColorScheme.Unknown)
        qapp.setStyleSheet("")
        qapp.setPalette(QPalette())


def test_the_palette_says_the_same_as_the_theme(theme: Theme) -> None:
    made = palette(theme)
    assert made.color(QPalette.ColorRole.Text) == theme.text
    assert made.color(QPalette.ColorRole.Accent) == theme.accent
    assert made.color(QPalette.ColorGroup.Disabled, QPalette.ColorRole.Text).alpha() < 255
