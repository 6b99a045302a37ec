"""Draws the flat portraits of the demo community's members, so that no photograph of a real person is needed.

A portrait is described by a small table (see `draw_avatar`); everything is laid out on a square of 100 by 100
units, drawn large and scaled down once, so that it stays clean at the 16 pixels of a byline.
"""

from __future__ import annotations

import io
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Final

from PIL import Image, ImageChops, ImageColor, ImageDraw, ImageFont

UNITS: Final = 100
OVERSAMPLE: Final = 4
SMALLEST_CANVAS: Final = 512
SIZES: Final = range(8, 1025)

Box = tuple[float, float, float, float]
Point = tuple[float, float]

FACE: Final[Box] = (29.0, 24.0, 71.0, 72.0)
GLASSES_INK: Final = "#33363c"


@dataclass(frozen=True)
class _Look:
    """A validated portrait table; colours are `#rrggbb`."""

    background: str
    skin: str
    hair: str
    clothes: str
    style: str
    beard: str
    glasses: bool
    initials: str


class _Stencil:
    """A greyscale mask in units; shapes are added to or cut from it before it is painted in one colour."""

    def __init__(self, pixels: int) -> None:
        self.image = Image.new("L", (pixels, pixels), 0)
        self._draw = ImageDraw.Draw(self.image)
        self._scale = pixels / UNITS

    def _box(self, box: Box) -> Box:
        left, top, right, bottom = (edge * self._scale for edge in box)
        return left, top, right, bottom

    def oval(self, box: Box, *, cut: bool = False) -> _Stencil:
        self._draw.ellipse(self._box(box), fill=0 if cut else 255)
        return self

    def slab(self, box: Box, radius: float = 0.0, *, cut: bool = False) -> _Stencil:
        self._draw.rounded_rectangle(self._box(box), radius * self._scale, fill=0 if cut else 255)
        return self

    def outline(self, points: list[Point], *, cut: bool = False) -> _Stencil:
        scaled = [(x * self._scale, y * self._scale) for x, y in points]
        self._draw.polygon(scaled, fill=0 if cut else 255)
        return self

    def ring(self, box: Box, width: float) -> _Stencil:
        self._draw.ellipse(self._box(box), outline=255, width=round(width * self._scale))
        return self

    def within(self, other: _Stencil) -> _Stencil:
        self.image = ImageChops.multiply(self.image, other.image)
        self._draw = ImageDraw.Draw(self.image)
        return self


def draw_avatar(spec: Mapping[str, object], size: int) -> bytes:
    """Draw a portrait and return it as PNG bytes, `size` by `size` pixels, opaque and square.

    `spec` knows `background`, `skin`, `hair` and `clothes` (colours as `#rrggbb`), `style` (one of `STYLES`),
    `beard` (one of `BEARDS`), `glasses` (true or false), and `initials`: with those, letters in the colour of
    `clothes` take the place of a face. What is left out gets a plain default.
    Raises `ValueError` for an unknown style, beard or colour, and for a size outside 8 to 1024 pixels.
    """
    if size not in SIZES:
        raise ValueError(f"avatar size {size} is outside {SIZES.start} to {SIZES.stop - 1}")
    look = _read(spec)
    pixels = max(size * OVERSAMPLE, SMALLEST_CANVAS)
    canvas = Image.new("RGB", (pixels, pixels), look.background)
    if look.initials:
        _letters(canvas, look)
    else:
        _portrait(canvas, look)
    small = canvas.resize((size, size), Image.Resampling.LANCZOS)
    output = io.BytesIO()
    small.save(output, "PNG", optimize=True)
    return output.getvalue()


def _read(spec: Mapping[str, object]) -> _Look:
    def colour(key: str, default: str) -> str:
        value = str(spec.get(key, default))
        ImageColor.getrgb(value)
        return value

    look = _Look(
        background=colour("background", "#dde5ea"),
        skin=colour("skin", "#f0cdb0"),
        hair=colour("hair", "#5b3d28"),
        clothes=colour("clothes", "#33536e"),
        style=str(spec.get("style", "short")),
        beard=str(spec.get("beard", "none")),
        glasses=bool(spec.get("glasses", False)),
        initials=str(spec.get("initials", "")),
    )
    if look.style not in STYLES:
        raise ValueError(f"unknown hair style {look.style!r}")
    if look.beard not in BEARDS:
        raise ValueError(f"unknown beard {look.beard!r}")
    return look


def _portrait(canvas: Image.Image, look: _Look) -> None:
    """Paint from back to front: hair behind the head, body, head, beard, hair over the brow, glasses."""
    pixels = canvas.width

    def blank() -> _Stencil:
        return _Stencil(pixels)

    def paint(stencil: _Stencil, colour: str) -> None:
        canvas.paste(colour, (0, 0), stencil.image)

    back, front = STYLES[look.style]
    paint(back(blank()), look.hair)
    paint(blank().oval((17, 73, 83, 132)), look.clothes)
    paint(blank().slab((41.5, 54, 58.5, 81), 8.5), _shade(look.skin, 0.93))
    paint(blank().oval(FACE), look.skin)
    if look.beard != "none":
        paint(BEARDS[look.beard](blank()).within(blank().oval((28, 24, 72, 73.5))), look.hair)
    paint(front(blank()), look.hair)
    if look.style == "headscarf":
        paint(_scarf_fold(blank()), _shade(look.hair, 0.86))
    if look.glasses:
        paint(_glasses(blank()), GLASSES_INK)


def _letters(canvas: Image.Image, look: _Look) -> None:
    """Letters at 38% of the size, the share the client uses for members without a picture."""
    font = ImageFont.load_default(canvas.width * 0.38)
    middle = canvas.width / 2
    ImageDraw.Draw(canvas).text(
        (middle, middle),
        look.initials,
        fill=look.clothes,
        font=font,
        anchor="mm",
        stroke_width=canvas.width / 160,
    )


def _shade(colour: str, factor: float) -> str:
    red, green, blue = ImageColor.getrgb(colour)[:3]
    return f"#{int(red * factor):02x}{int(green * factor):02x}{int(blue * factor):02x}"


def _curve(start: Point, bend: Point, end: Point, steps: int = 24) -> list[Point]:
    """Points of a quadratic curve from start to end, pulled towards `bend`."""
    points: list[Point] = []
    for step in range(steps + 1):
        t = step / steps
        a, b, c = (1 - t) ** 2, 2 * t * (1 - t), t**2
        points.append((a * start[0] + b * bend[0] + c * end[0], a * start[1] + b * bend[1] + c * end[1]))
    return points


def _parted(peak: Point, left: float, right: float, fall: float) -> list[Point]:
    """The opening that shows the face under hair that parts at `peak` and falls to `fall` on both sides."""
    right_side = _curve(peak, (peak[0] + (right - peak[0]) * 0.75, peak[1] + 6), (right, fall))
    left_side = _curve((left, fall), (peak[0] - (peak[0] - left) * 0.75, peak[1] + 6), peak)
    return [*right_side, (right, UNITS), (left, UNITS), *left_side]


def _nothing(mask: _Stencil) -> _Stencil:
    return mask


def _short(mask: _Stencil) -> _Stencil:
    mask.oval((27, 16, 73, 66)).slab((0, 46, 100, 100), cut=True)
    return mask.oval((30, 33, 70, 96), cut=True)


def _crop(mask: _Stencil) -> _Stencil:
    mask.oval((28.2, 20, 71.8, 68)).slab((0, 44, 100, 100), cut=True)
    return mask.oval((30, 30, 70, 96), cut=True)


def _side_parting(mask: _Stencil) -> _Stencil:
    mask.oval((26.5, 15, 73.5, 66)).slab((0, 47, 100, 100), cut=True)
    opening = [*_curve((30.5, 47), (31, 38), (40, 29)), *_curve((40, 29), (58, 37), (69.5, 47))]
    return mask.outline([*opening, (69.5, 100), (30.5, 100)], cut=True)


def _quiff(mask: _Stencil) -> _Stencil:
    mask.oval((27, 18, 73, 66)).oval((30, 11, 62, 38)).oval((42, 11, 74, 40)).slab(
        (0, 45, 100, 100), cut=True
    )
    return mask.oval((30, 33, 70, 96), cut=True)


def _bald(mask: _Stencil) -> _Stencil:
    mask.oval((26.5, 24, 73.5, 72)).slab((0, 0, 100, 38), cut=True).slab((0, 52, 100, 100), cut=True)
    return mask.oval((30.5, 20, 69.5, 80), cut=True)


def _long_back(mask: _Stencil) -> _Stencil:
    return mask.oval((23, 15, 77, 69)).slab((23, 42, 77, 90), 3)


def _long_front(mask: _Stencil) -> _Stencil:
    mask.oval((23, 15, 77, 69)).slab((0, 53, 100, 100), cut=True)
    return mask.outline(_parted((51, 29), 30.5, 69.5, 50), cut=True)


def _wavy_back(mask: _Stencil) -> _Stencil:
    mask.oval((22, 14, 78, 70)).slab((22, 44, 78, 74), 4)
    for left, top in ((17, 40), (16, 52), (19, 63), (65, 40), (66, 52), (63, 63)):
        mask.oval((left, top, left + 18, top + 18))
    return mask


def _wavy_front(mask: _Stencil) -> _Stencil:
    mask.oval((22, 14, 78, 70)).slab((0, 50, 100, 100), cut=True)
    return mask.outline(_parted((42, 29), 30.5, 69.5, 48), cut=True)


def _bob_back(mask: _Stencil) -> _Stencil:
    return mask.oval((23.5, 15, 76.5, 68)).slab((23.5, 40, 76.5, 69), 5)


def _fringe_front(mask: _Stencil) -> _Stencil:
    mask.oval((23.5, 15, 76.5, 68)).slab((0, 52, 100, 100), cut=True)
    opening = [(31, 100), (31, 40), *_curve((31, 40), (50, 35), (69, 40)), (69, 100)]
    return mask.outline(opening, cut=True)


def _bun_back(mask: _Stencil) -> _Stencil:
    return mask.oval((39.5, 4, 60.5, 25))


def _bun_front(mask: _Stencil) -> _Stencil:
    mask.oval((26.5, 16, 73.5, 66)).slab((0, 48, 100, 100), cut=True)
    return mask.oval((29.5, 31, 70.5, 92), cut=True)


def _tail_back(mask: _Stencil) -> _Stencil:
    return mask.oval((62, 22, 84, 46)).outline([*_curve((80, 30), (92, 52), (82, 74)), (73, 60), (70, 34)])


def _round_back(mask: _Stencil) -> _Stencil:
    return mask.oval((21.5, 9, 78.5, 65))


def _round_front(mask: _Stencil) -> _Stencil:
    mask.oval((22, 9, 78, 63)).slab((0, 48, 100, 100), cut=True)
    return mask.oval((29.5, 34, 70.5, 94), cut=True)


def _curls_back(mask: _Stencil) -> _Stencil:
    for left, top in ((20, 26), (18, 38), (21, 50), (62, 26), (64, 38), (61, 50)):
        mask.oval((left, top, left + 18, top + 18))
    return mask.oval((26, 15, 74, 62))


def _curls_front(mask: _Stencil) -> _Stencil:
    for left, top in ((24, 20), (32, 12), (42, 9), (52, 12), (60, 20)):
        mask.oval((left, top, left + 17, top + 17))
    mask.oval((29, 18, 71, 52)).slab((0, 47, 100, 100), cut=True)
    mask.oval((30, 36, 70, 94), cut=True)
    for left in (33, 43, 54):
        mask.oval((left, 29, left + 12, 40))
    return mask


def _scarf_back(mask: _Stencil) -> _Stencil:
    return mask.oval((21, 11, 79, 76))


def _scarf_front(mask: _Stencil) -> _Stencil:
    mask.oval((21, 11, 79, 76)).slab((30, 60, 70, 84), 14)
    return mask.oval((32.5, 22, 67.5, 64.5), cut=True)


def _scarf_fold(mask: _Stencil) -> _Stencil:
    mask.outline([*_curve((34, 68), (50, 80), (66, 68)), *_curve((66, 70.5), (50, 85), (34, 70.5))])
    return mask


def _full_beard(mask: _Stencil) -> _Stencil:
    mask.slab((0, 44, 100, 100)).oval((31.5, 28, 68.5, 59), cut=True)
    return mask.oval((39.5, 53, 60.5, 66)).oval((44.5, 60.2, 55.5, 63.4), cut=True)


def _trimmed_beard(mask: _Stencil) -> _Stencil:
    mask.slab((0, 45, 100, 100)).oval((32, 26, 68, 64.5), cut=True)
    return _moustache(mask)


def _moustache(mask: _Stencil) -> _Stencil:
    return mask.oval((39.5, 55, 51.5, 61)).oval((48.5, 55, 60.5, 61))


def _glasses(mask: _Stencil) -> _Stencil:
    mask.ring((32.5, 39, 47.5, 54), 1.9).ring((52.5, 39, 67.5, 54), 1.9)
    mask.slab((47, 45, 53, 46.9)).slab((28.5, 44.5, 33.5, 46.4)).slab((66.5, 44.5, 71.5, 46.4))
    return mask


Painter = Callable[[_Stencil], _Stencil]

STYLES: Final[dict[str, tuple[Painter, Painter]]] = {
    "short": (_nothing, _short),
    "crop": (_nothing, _crop),
    "parting": (_nothing, _side_parting),
    "quiff": (_nothing, _quiff),
    "bald": (_nothing, _bald),
    "shaven": (_nothing, _nothing),
    "long": (_long_back, _long_front),
    "wavy": (_wavy_back, _wavy_front),
    "bob": (_bob_back, _long_front),
    "fringe": (_bob_back, _fringe_front),
    "bun": (_bun_back, _bun_front),
    "ponytail": (_tail_back, _bun_front),
    "afro": (_round_back, _round_front),
    "curls": (_curls_back, _curls_front),
    "headscarf": (_scarf_back, _scarf_front),
}
BEARDS: Final[dict[str, Painter]] = {
    "none": _nothing,
    "full": _full_beard,
    "trimmed": _trimmed_beard,
    "moustache": _moustache,
}
