"""Draws the pictures that members of the demo community put in their posts: a chart, a card, a landscape.

Everything is laid out in the pixels of the finished picture, drawn at twice that size and scaled down once.
"""

from __future__ import annotations

import io
import math
from collections.abc import Callable
from typing import Final

from PIL import Image, ImageDraw, ImageFont

OVERSAMPLE: Final = 2

Box = tuple[float, float, float, float]
Point = tuple[float, float]

PAPER: Final = "#ffffff"
INK: Final = "#1f2a33"
SOFT_INK: Final = "#5e6673"
LINE: Final = "#d9d6cf"
TEAL: Final = "#0b6570"
SAND: Final = "#f1ebdf"
ORANGE: Final = "#d9793a"
NAVY: Final = "#23406b"
YELLOW: Final = "#f6dc7a"


class _Sheet:
    """A page to draw on, measured in the pixels of the finished picture."""

    def __init__(self, width: int, height: int, colour: str) -> None:
        self.width, self.height = width, height
        self._image = Image.new("RGB", (width * OVERSAMPLE, height * OVERSAMPLE), colour)
        self._draw = ImageDraw.Draw(self._image)

    def box(self, edges: Box, fill: str | None, radius: float = 0, outline: str | None = None) -> None:
        scaled = tuple(edge * OVERSAMPLE for edge in edges)
        self._draw.rounded_rectangle(scaled, radius * OVERSAMPLE, fill, outline, width=2 * OVERSAMPLE)

    def disc(self, centre: Point, radius: float, fill: str) -> None:
        x, y = centre
        edges = (x - radius, y - radius, x + radius, y + radius)
        self._draw.ellipse(tuple(edge * OVERSAMPLE for edge in edges), fill)

    def shape(self, points: list[Point], fill: str) -> None:
        self._draw.polygon([(x * OVERSAMPLE, y * OVERSAMPLE) for x, y in points], fill)

    def line(self, points: list[Point], fill: str, width: float = 2) -> None:
        scaled = [(x * OVERSAMPLE, y * OVERSAMPLE) for x, y in points]
        self._draw.line(scaled, fill, round(width * OVERSAMPLE), joint="curve")

    def text(self, at: Point, words: str, size: float, colour: str = INK, anchor: str = "la") -> None:
        font = ImageFont.load_default(size * OVERSAMPLE)
        self._draw.text((at[0] * OVERSAMPLE, at[1] * OVERSAMPLE), words, colour, font, anchor)

    def bold(self, at: Point, words: str, size: float, colour: str = INK, anchor: str = "la") -> None:
        """The bundled face has one weight: a thin stroke in the same colour makes it heavier."""
        font = ImageFont.load_default(size * OVERSAMPLE)
        place = (at[0] * OVERSAMPLE, at[1] * OVERSAMPLE)
        self._draw.text(
            place, words, colour, font, anchor, stroke_width=size / 36 * OVERSAMPLE, stroke_fill=colour
        )

    def png(self) -> bytes:
        output = io.BytesIO()
        small = self._image.resize((self.width, self.height), Image.Resampling.LANCZOS)
        small.save(output, "PNG", optimize=True)
        return output.getvalue()


def draw(name: str) -> bytes:
    """Draw the picture called `name`, one of `NAMES`, and return it as PNG bytes.

    Raises `KeyError` for another name. The same name always gives the same bytes.
    """
    return _PICTURES[name]().png()


def _bar_chart() -> _Sheet:
    sheet = _Sheet(960, 600, PAPER)
    sheet.bold((48, 36), "Reacties per soort titel", 34)
    sheet.text((48, 84), "gemiddeld per bericht, 1.840 berichten van acht organisaties", 20, SOFT_INK)
    bars = [("mededeling", 3.0), ("oproep", 3.9), ("vraag", 6.4), ("vraag met getal", 8.1)]
    floor, per_unit = 510.0, 42.0
    for mark in (0, 2, 4, 6, 8):
        y = floor - mark * per_unit
        sheet.line([(96, y), (912, y)], LINE, 1.5 if mark else 2.5)
        sheet.text((80, y), str(mark), 19, SOFT_INK, "rm")
    for index, (label, value) in enumerate(bars):
        middle = 200 + index * 204.0
        top = floor - value * per_unit
        colour = TEAL if "vraag" in label else "#a9a69d"
        sheet.box((middle - 62, top, middle + 62, floor), colour, 6)
        sheet.box((middle - 62, floor - 12, middle + 62, floor), colour)
        sheet.bold((middle, top - 12), str(value).replace(".", ","), 24, INK, "mb")
        sheet.text((middle, floor + 16), label, 21, INK, "ma")
    sheet.text((48, 562), "‘vraag met getal’: maar 31 berichten", 17, SOFT_INK)
    return sheet


def _conversation_card() -> _Sheet:
    sheet = _Sheet(840, 1184, "#e7e3da")
    sheet.box((40, 40, 800, 1144), NAVY, 28)
    sheet.box((64, 64, 776, 1120), PAPER, 18)
    sheet.bold((112, 116), "Even praten?", 68, NAVY)
    sheet.text((112, 208), "Vijf vragen voor een gesprek van tien minuten", 26, SOFT_INK)
    questions = [
        ("Hoe gaat het nu", "bij u thuis?"),
        ("Wat gaat er goed?", "Dat willen we houden."),
        ("Wie helpt u als het", "even niet lukt?"),
        ("Wat zou u morgen", "anders willen?"),
        ("Wanneer praten", "we verder?"),
    ]
    for index, (first, second) in enumerate(questions):
        y = 304 + index * 148.0
        sheet.disc((152, y + 44), 40, ("#cfe0e8", "#d9e6d5", "#f6e2c0", "#f3d9d5", "#e2d9ec")[index])
        sheet.bold((152, y + 44), str(index + 1), 40, NAVY, "mm")
        sheet.bold((224, y + 6), first, 36, INK)
        sheet.text((224, y + 52), second, 36, INK)
    sheet.line([(112, 1052), (728, 1052)], LINE, 2)
    sheet.text((112, 1070), "U hoeft niet alles te beantwoorden.", 24, SOFT_INK)
    return sheet


def _poster() -> _Sheet:
    sheet = _Sheet(800, 1130, "#f4b860")
    sheet.disc((400, 660), 330, "#f8d08d")
    sheet.disc((400, 660), 240, "#fbe3b8")
    sheet.bold((400, 92), "Neem je lunch", 80, NAVY, "ma")
    sheet.bold((400, 186), "mee naar buiten", 80, NAVY, "ma")
    sheet.box((220, 760, 580, 820), "#8d4a35", 18)
    for index, colour in enumerate(("#5b8246", "#e9e3d3", "#c4683c", "#f3d36b")):
        sheet.box((236, 620 + index * 36, 564, 650 + index * 36), colour, 15)
    top = [(400 + 172 * math.cos(a / 20 * math.pi), 616 - 92 * math.sin(a / 20 * math.pi)) for a in range(21)]
    sheet.shape(top, "#b87c33")
    for x, y in ((330, 570), (378, 548), (430, 552), (474, 574), (404, 586)):
        sheet.disc((x, y), 6, "#f6e2c0")
    sheet.bold((400, 930), "Elke donderdag, 12.15 uur", 44, NAVY, "ma")
    sheet.text((400, 994), "Verzamelen bij de fietsenstalling. Soep is er al.", 29, NAVY, "ma")
    sheet.box((330, 1066, 470, 1130), NAVY)
    return sheet


def _whiteboard() -> _Sheet:
    sheet = _Sheet(1000, 640, "#cfd4d6")
    sheet.box((24, 20, 976, 600), "#fbfcfc", 10, "#9aa3a8")
    sheet.box((380, 596, 620, 612), "#9aa3a8", 4)
    columns = [("Weten we", TEAL), ("Denken we", ORANGE), ("Vragen we", "#6a4289")]
    notes = [
        ["bellers willen|een datum", "fout 2201 is|nr. 1 klacht", "mobiel 71%"],
        ["mensen lezen|de hulp niet", "inloggen is|het probleem", "brief komt|te laat"],
        ["wie belt er|twee keer?", "wat typt u|in het zoekvak?", "mag het korter?"],
    ]
    papers = [YELLOW, "#f7b7a3", "#bfe0c9", "#c9d8f2"]
    for column, (title, colour) in enumerate(columns):
        left = 70 + column * 300.0
        sheet.bold((left, 48), title, 34, colour)
        sheet.line([(left, 94), (left + 200, 97)], colour, 4)
        for row, note in enumerate(notes[column]):
            x, y = left + (row % 2) * 44, 120 + row * 152.0
            sheet.shape([(x + 6, y + 6), (x + 176, y + 2), (x + 180, y + 140), (x + 4, y + 142)], "#dfe3e4")
            tilt = 4 if (row + column) % 2 else -3
            sheet.shape(
                [(x, y), (x + 172, y + tilt), (x + 170, y + 134 + tilt), (x - 2, y + 134)],
                papers[(row + column * 2) % 4],
            )
            for number, words in enumerate(note.split("|")):
                sheet.text((x + 14, y + 36 + number * 30), words, 21, INK)
    sheet.line([(594, 338), (642, 316), (688, 324)], "#af261d", 4)
    sheet.shape([(708, 330), (684, 312), (680, 338)], "#af261d")
    return sheet


def _before_after() -> _Sheet:
    sheet = _Sheet(1100, 640, SAND)
    for left, title in ((40.0, "Voor"), (570.0, "Na")):
        sheet.bold((left, 28), title, 30)
        sheet.box((left, 76, left + 490, 604), PAPER, 12, LINE)
        sheet.box((left, 76, left + 490, 116), "#e3e1db", 12)
        for dot in range(3):
            sheet.disc((left + 22 + dot * 20, 96), 6, "#b9b6ae")
    sheet.box((64, 140, 506, 200), "#c9c7c1", 4)
    for row in range(13):
        sheet.box((64, 222 + row * 22, 500 - (row * 67) % 120, 232 + row * 22), "#dedbd4", 3)
    for column in range(3):
        sheet.box((64 + column * 150, 528, 196 + column * 150, 576), "#c9c7c1", 4)
    sheet.bold((600, 146), "Uw adres wijzigen", 32)
    sheet.text((600, 196), "Dit duurt ongeveer 3 minuten.", 22, SOFT_INK)
    for row, words in enumerate(("Postcode", "Huisnummer")):
        y = 246 + row * 92.0
        sheet.text((600, y), words, 20, INK)
        sheet.box((600, y + 28, 860, y + 70), PAPER, 6, "#87857f")
    sheet.box((600, 450, 770, 506), TEAL, 8)
    sheet.bold((685, 478), "Verder", 24, PAPER, "mm")
    sheet.text((600, 536), "Komt u er niet uit? Bel ons, ook 's avonds.", 20, TEAL)
    return sheet


def _map_with_dots() -> _Sheet:
    sheet = _Sheet(900, 640, "#e8efe3")
    river = [(0, 420), (120, 396), (250, 430), (380, 386), (520, 410), (660, 352), (780, 376), (900, 330)]
    sheet.line([(x, y + 10.0) for x, y in river], "#b9d5e4", 54)
    sheet.line([(float(x), y - 36.0) for x, y in river], "#8aa36f", 9)
    for points in (
        [(90, 0), (180, 330)],
        [(470, 0), (430, 340)],
        [(0, 140), (900, 70)],
        [(700, 330), (820, 0)],
    ):
        sheet.line([(float(x), float(y)) for x, y in points], PAPER, 15)
    for index in range(38):
        x, y = 40 + (index * 173) % 830, 24 + (index * 97) % 290
        sheet.box((x, y, x + 28 + index % 4 * 7, y + 22 + index % 3 * 8), "#d6dccb", 2)
    dots = [
        (150, 210, 26), (236, 128, 18), (330, 250, 34), (452, 180, 22), (540, 286, 15), (618, 132, 30),
        (704, 230, 20), (806, 168, 13), (392, 70, 12), (96, 92, 14),
    ]  # fmt: skip
    for dot_x, dot_y, radius in dots:
        sheet.disc((dot_x, dot_y), radius, "#ffffff")
        sheet.disc((dot_x, dot_y), radius - 3, ORANGE if radius > 25 else TEAL)
    sheet.box((36, 492, 452, 606), PAPER, 10)
    sheet.bold((60, 508), "Waar spraken we mensen?", 25)
    sheet.disc((74, 574), 12, ORANGE)
    sheet.text((96, 574), "meer dan 25", 20, INK, "lm")
    sheet.disc((262, 574), 9, TEAL)
    sheet.text((282, 574), "25 of minder", 20, INK, "lm")
    return sheet


def _ridge(width: int, base: float, height: float, waves: float, shift: float, floor: float) -> list[Point]:
    """The outline of a hill: two waves on top of each other, closed along `floor`."""
    top = [
        (
            float(x),
            base
            - height
            * (
                0.6 * math.sin(x / width * waves + shift)
                + 0.4 * math.sin(x / width * waves * 2.3 + shift * 2)
            ),
        )
        for x in range(0, width + 8, 8)
    ]
    return [*top, (width + 8.0, floor), (0.0, floor)]


def _landscape() -> _Sheet:
    width, height = 1200, 750
    sheet = _Sheet(width, height, "#f3d9b8")
    for band in range(60):
        share = band / 59
        colour = f"#{int(150 + 98 * share):02x}{int(184 + 36 * share):02x}{int(214 - 26 * share):02x}"
        sheet.box((0, band * 7, width, band * 7 + 8), colour)
    sheet.disc((820, 300), 66, "#fdf1d2")
    sheet.shape(_ridge(width, 410, 26, 7, 0.6, height), "#a9b9b4")
    sheet.shape(_ridge(width, 450, 22, 9, 2.1, height), "#8aa394")
    sheet.shape(_ridge(width, 500, 16, 6, 4.0, height), "#8f6d86")
    sheet.shape(_ridge(width, 560, 18, 5, 1.2, height), "#7a5674")
    sheet.shape(_ridge(width, 640, 24, 4, 3.1, height), "#5f4560")
    sheet.shape(
        [(520, 750), (690, 750), (640, 640), (668, 560), (646, 520), (634, 520), (646, 562), (604, 640)],
        "#e3cfae",
    )
    for x, foot, size in ((180, 560, 1.0), (300, 545, 0.6), (960, 590, 1.25), (1085, 560, 0.7)):
        sheet.box((x - 7 * size, foot - 80 * size, x + 7 * size, foot + 10 * size), "#4a3b33", 3)
        sheet.disc((x, foot - 118 * size), 58 * size, "#4f6a4c")
        sheet.disc((x - 38 * size, foot - 92 * size), 40 * size, "#4f6a4c")
        sheet.disc((x + 40 * size, foot - 96 * size), 42 * size, "#46603f")
    return sheet


def _invitation() -> _Sheet:
    sheet = _Sheet(900, 560, SAND)
    sheet.box((48, 40, 852, 520), PAPER, 16, LINE)
    sheet.box((48, 40, 68, 520), TEAL, 8)
    sheet.text((112, 84), "U bent uitgenodigd", 26, SOFT_INK)
    sheet.bold((112, 126), "Een lange tafel,", 58, NAVY)
    sheet.bold((112, 194), "een pan soep", 58, NAVY)
    sheet.text((112, 296), "Vier uur in het Nutshuis in Den Haag.", 26, INK)
    sheet.text((112, 336), "Geen presentaties. Wel een pen.", 26, INK)
    sheet.box((112, 412, 330, 470), TEAL, 10)
    sheet.bold((221, 441), "Ik kom", 27, PAPER, "mm")
    sheet.disc((714, 300), 112, "#e4f0f0")
    sheet.shape([(624, 300), (804, 300), (776, 364), (742, 388), (686, 388), (652, 364)], ORANGE)
    sheet.box((614, 288, 814, 306), "#b35f28", 9)
    for x in (674, 714, 754):
        sheet.line([(x, 268), (x + 9, 250), (x - 7, 232), (x + 4, 212)], "#8fb3b6", 5)
    return sheet


_PICTURES: Final[dict[str, Callable[[], _Sheet]]] = {
    "staafdiagram": _bar_chart,
    "gesprekskaart": _conversation_card,
    "poster": _poster,
    "whiteboard": _whiteboard,
    "voor-en-na": _before_after,
    "kaart-met-stippen": _map_with_dots,
    "landschap": _landscape,
    "uitnodiging": _invitation,
}
NAMES: Final[tuple[str, ...]] = tuple(_PICTURES)
