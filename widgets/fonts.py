"""Type styles as fonts: the system's own interface face, sized by the member's text size."""

from __future__ import annotations

import sys
from typing import Literal, NamedTuple

from PySide6.QtGui import QFont, QFontDatabase, QGuiApplication

StyleName = Literal["page", "pane", "title", "list", "reading", "body", "dense", "meta", "code", "initials"]


class Style(NamedTuple):
    """A type style at 100% text: size and line height in pixels, weight, tracking in em."""

    size: float
    line: int
    weight: int
    tracking: float


STYLES: dict[str, Style] = {
    "page": Style(24, 32, 600, -0.018),
    "pane": Style(18, 24, 600, -0.01),
    "title": Style(16, 24, 600, -0.006),
    "list": Style(15, 22, 600, 0),
    "reading": Style(15, 24, 400, 0),
    "body": Style(14, 20, 400, 0),
    "dense": Style(13, 18, 400, 0),
    "meta": Style(12, 16, 400, 0),
    "code": Style(13, 22, 400, 0),
    "initials": Style(10, 12, 600, 0),
}

# What Qt names where no desktop chose a face: there Inter is nicer, when it is installed.
_STAND_INS = frozenset(
    {
        "DejaVu Sans",
        "Bitstream Vera Sans",
        "Liberation Sans",
        "Sans Serif",
        "Sans",
        "Noto Sans",
        "Helvetica",
        "",
    }
)
_INTER = "Inter"
_FALLBACKS = ("Noto Sans", "DejaVu Sans", "Sans Serif")

# The usual interface font of the platform in pixels; only a size well above it is the member's own wish.
_USUAL_SIZE = {"win32": 12.0, "darwin": 13.0}
_FROM_A_DESKTOP = 1.15

_fonts: dict[tuple[str, float, str, int, bool], QFont] = {}


def interface_family(system: QFont) -> str:
    """The family to draw with: the system's interface face, or Inter where Linux has no desktop's choice."""
    # By name only: to ask which fonts there are costs more than everything else before the first paint.
    family = system.family()
    return _INTER if sys.platform.startswith("linux") and family in _STAND_INS else family


def fixed_family() -> str:
    """The system's fixed-width family."""
    return QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont).family()


def system_scale(system: QFont) -> float:
    """How much larger than usual for the platform the member set the interface font; 1.0 when about usual."""
    pixels = float(system.pixelSize())
    if pixels <= 0:
        screen = QGuiApplication.primaryScreen()
        pixels = system.pointSizeF() * (screen.logicalDotsPerInchY() if screen is not None else 96.0) / 72
    ratio = pixels / _USUAL_SIZE.get(sys.platform, 14.0)
    return ratio if ratio > _FROM_A_DESKTOP else 1.0


def font(
    family: str, scale: float, style: StyleName, *, weight: int | None = None, tabular: bool = False
) -> QFont:
    """A font in a named style at ``scale`` (1.0 is 100%); ``tabular`` gives all figures one width.

    Fonts are shared between callers: copy one before changing it.
    """
    measures = STYLES[style]
    key = (family, scale, style, weight or measures.weight, tabular)
    found = _fonts.get(key)
    if found is None:
        found = _fonts[key] = _make(family, measures, scale, key[3], tabular)
    return found


def _make(family: str, measures: Style, scale: float, weight: int, tabular: bool) -> QFont:
    made = QFont([family, *_FALLBACKS] if family == _INTER else [family])
    size = measures.size * scale
    made.setPixelSize(max(1, round(size)))
    made.setWeight(QFont.Weight(weight))
    if measures.tracking:
        made.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, measures.tracking * size)
    if family == _INTER:
        # Drawn for screens without hinting; hinted advances would round the tracking away.
        made.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    if tabular:
        made.setFeature(QFont.Tag("tnum"), 1)
    return made
