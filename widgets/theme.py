"""The look as one frozen value: colours, type and measures, for light, dark and the system's high contrast.

A theme is handed to whoever draws; there is no current theme to look up. ``appearance.py`` makes a new one
when the system or the member changes their mind.
"""

from __future__ import annotations

from typing import Literal, NamedTuple

from PySide6.QtGui import QColor, QFont, QPalette

from widgets.fonts import STYLES, StyleName, font

Scheme = Literal["light", "dark", "contrast"]

SMALLEST_SCALE = 0.85
LARGEST_SCALE = 2.0


class Tint(NamedTuple):
    """A soft fill and the colour of text on it, at least 4.5:1."""

    fill: QColor
    text: QColor


class Theme(NamedTuple):
    """Every colour by its role, the text size, and the faces. ``outlined``: tints become a 1 px outline."""

    scheme: Scheme
    scale: float
    family: str
    fixed: str
    outlined: bool
    window: QColor
    surface: QColor
    raised: QColor
    sunken: QColor
    hover: QColor
    text: QColor
    muted: QColor
    line: QColor
    quiet: QColor
    control: QColor
    bar: QColor
    accent: QColor
    accent_text: QColor
    selection: QColor
    positive: QColor
    positive_soft: QColor
    warning: QColor
    warning_soft: QColor
    danger: QColor
    danger_soft: QColor
    closed: QColor
    closed_soft: QColor
    toast: QColor
    toast_text: QColor
    toast_action: QColor
    scrim: QColor
    tints: tuple[Tint, ...]

    @property
    def unread(self) -> QColor:
        """The dot before a topic with something unread."""
        return self.accent

    @property
    def dark(self) -> bool:
        """Whether text is lighter than the surface it stands on."""
        return self.text.lightness() > self.surface.lightness()

    def px(self, size: float) -> int:
        """A measure of 100% text in pixels at this text size."""
        return round(size * self.scale)

    def font(self, style: StyleName, weight: int | None = None, *, tabular: bool = False) -> QFont:
        """A font by its style's name; counts, ages and charts ask for ``tabular`` figures. Copy to change."""
        family = self.fixed if style == "code" else self.family
        return font(family, self.scale, style, weight=weight, tabular=tabular)

    def line_height(self, style: StyleName) -> int:
        """The height of one line in pixels at this text size."""
        return round(STYLES[style].line * self.scale)


_LIGHT = {
    "window": "#F5F4F1",
    "surface": "#FFFFFF",
    "raised": "#FFFFFF",
    "sunken": "#F3F2EE",
    "hover": "#F7F6F3",
    "text": "#1C1D1F",
    "muted": "#5E6065",
    "line": "#E7E5E0",
    "quiet": "#C9C7C1",
    "control": "#87857F",
    "bar": "#8F8D86",
    "accent": "#0B6570",
    "accent_text": "#FFFFFF",
    "selection": "#E4F0F0",
    "positive": "#2F6F24",
    "positive_soft": "#ECF4E8",
    "warning": "#855000",
    "warning_soft": "#FAF1E0",
    "danger": "#AF261D",
    "danger_soft": "#FBECEA",
    "closed": "#6A4289",
    "closed_soft": "#F4EFF8",
    "toast": "#1C1D1F",
    "toast_text": "#FFFFFF",
    "toast_action": "#8FD6DC",
    "scrim": "#6B141517",
}

_DARK = {
    "window": "#151618",
    "surface": "#1B1C1F",
    "raised": "#282A2F",
    "sunken": "#232529",
    "hover": "#212326",
    "text": "#E8E7E4",
    "muted": "#A4A6AB",
    "line": "#2F3136",
    "quiet": "#494C52",
    "control": "#777A80",
    "bar": "#6B6E75",
    "accent": "#6CC3CB",
    "accent_text": "#06282B",
    "selection": "#1E363A",
    "positive": "#8FCB7D",
    "positive_soft": "#202B1D",
    "warning": "#E2B264",
    "warning_soft": "#30281A",
    "danger": "#F3988F",
    "danger_soft": "#382322",
    "closed": "#C8A8E2",
    "closed_soft": "#2A2433",
    "toast": "#E8E7E4",
    "toast_text": "#1B1C1F",
    "toast_action": "#0B6570",
    "scrim": "#8C000000",
}

_LIGHT_TINTS = (
    ("#DCE9EE", "#27525F"),
    ("#E3EBDD", "#3D5A2C"),
    ("#F6E5D2", "#7A4A14"),
    ("#F4DEDC", "#8A332B"),
    ("#E8E0F0", "#5B3F78"),
    ("#DDE4F3", "#34508A"),
    ("#EEE9D6", "#665518"),
    ("#F1DFE8", "#80325A"),
)

_DARK_TINTS = (
    ("#24404A", "#B5DBE6"),
    ("#2E3F26", "#BFDDAE"),
    ("#49341D", "#F0CFA3"),
    ("#4A2A27", "#F4C0BA"),
    ("#3B2E4C", "#D9C4EC"),
    ("#283655", "#BFD0F3"),
    ("#413A1E", "#E4D9A6"),
    ("#482939", "#EFBFD6"),
)


def light_theme(family: str, fixed: str, scale: float = 1.0) -> Theme:
    """The light theme at a text scale (1.0 is 100%, at most 2.0)."""
    return _from_table("light", _LIGHT, _LIGHT_TINTS, family, fixed, scale)


def dark_theme(family: str, fixed: str, scale: float = 1.0) -> Theme:
    """The dark theme at a text scale (1.0 is 100%, at most 2.0)."""
    return _from_table("dark", _DARK, _DARK_TINTS, family, fixed, scale)


def contrast_theme(palette: QPalette, family: str, fixed: str, scale: float = 1.0) -> Theme:
    """The system's high-contrast palette in every role; soft fills become the surface with an outline."""
    role = QPalette.ColorRole
    surface = palette.color(role.Base)
    text = palette.color(role.Text)
    window = palette.color(role.Window)
    accent = palette.color(role.Highlight)
    on_accent = palette.color(role.HighlightedText)
    button = palette.color(role.Button)
    fills = ("surface", "hover", "selection", "positive_soft", "warning_soft", "danger_soft", "closed_soft")
    inks = ("text", "muted", "line", "quiet", "control", "bar", "positive", "warning", "danger", "closed")
    colours = dict.fromkeys(fills, surface) | dict.fromkeys(inks, text)
    colours |= {"window": window, "raised": window, "sunken": button, "accent": accent}
    colours |= {"accent_text": on_accent, "toast": text, "toast_text": surface, "toast_action": surface}
    scrim = QColor(surface)
    scrim.setAlpha(200)
    return Theme(
        scheme="contrast",
        scale=_bounded(scale),
        family=family,
        fixed=fixed,
        outlined=True,
        scrim=scrim,
        tints=(Tint(surface, text),) * 8,
        **colours,
    )


def _from_table(
    scheme: Scheme,
    table: dict[str, str],
    tints: tuple[tuple[str, str], ...],
    family: str,
    fixed: str,
    scale: float,
) -> Theme:
    return Theme(
        scheme=scheme,
        scale=_bounded(scale),
        family=family,
        fixed=fixed,
        outlined=False,
        tints=tuple(Tint(QColor(fill), QColor(text)) for fill, text in tints),
        **{name: QColor(value) for name, value in table.items()},
    )


def _bounded(scale: float) -> float:
    return min(max(scale, SMALLEST_SCALE), LARGEST_SCALE)
