"""The outlines of the drawings in ``resources/icons``, as paths that Qt draws.

QtSvg would do it too, but to load it costs more than all other drawing before the first paint. What is known
here is what these drawings use: plain shapes without styles of their own, and arcs of circles.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from math import atan2, degrees, hypot, sqrt

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainterPath

_SHAPE = re.compile(r"<(path|circle|rect|line|polyline)\s([^>]*)>")
_ATTRIBUTE = re.compile(r'([\w-]+)="([^"]*)"')
_STEP = re.compile(r"([A-Za-z])([^A-Za-z]*)")
_NUMBER = r"[-+]?(?:\d+\.?\d*|\.\d+)"
_NUMBERS = re.compile(_NUMBER)
# The two flags of an arc may be written together with what follows them.
_ARC = re.compile(r"[\s,]*".join((*[f"({_NUMBER})"] * 3, "([01])", "([01])", *[f"({_NUMBER})"] * 2)))
# How many numbers a step of each kind takes.
_TAKES = {"M": 2, "L": 2, "H": 1, "V": 1, "C": 6, "A": 7}


def outline(drawing: str) -> QPainterPath:
    """Every shape in the text of an SVG drawing as one path, in the drawing's own units."""
    path = QPainterPath()
    path.setFillRule(Qt.FillRule.WindingFill)
    for kind, written in _SHAPE.findall(drawing):
        told = dict(_ATTRIBUTE.findall(written))
        if kind == "path":
            path.addPath(_traced(told["d"]))
        elif kind == "polyline":
            path.addPath(_traced("M" + told["points"]))
        elif kind == "line":
            path.addPath(_traced(f"M{told['x1']} {told['y1']} {told['x2']} {told['y2']}"))
        elif kind == "circle":
            radius = float(told["r"])
            path.addEllipse(QPointF(float(told["cx"]), float(told["cy"])), radius, radius)
        else:
            box = QRectF(*(float(told.get(name, 0)) for name in ("x", "y", "width", "height")))
            radius = float(told.get("rx", 0))
            path.addRoundedRect(box, radius, radius)
    return path


def _traced(steps: str) -> QPainterPath:
    """The path of a ``d`` attribute."""
    path, start = QPainterPath(), QPointF()
    for letter, written in _STEP.findall(steps):
        kind = letter.upper()
        if kind == "Z":
            path.closeSubpath()
            path.moveTo(start)
            continue
        numbers = _numbers(kind, written)
        for first in range(0, len(numbers), _TAKES[kind]):
            _step(path, kind, letter.islower(), numbers[first : first + _TAKES[kind]])
            if kind == "M":
                # Further pairs of a move are lines.
                start, kind = path.currentPosition(), "L"
    return path


def _numbers(kind: str, written: str) -> list[float]:
    if kind == "A":
        return [float(number) for arc in _ARC.findall(written) for number in arc]
    return list(map(float, _NUMBERS.findall(written)))


def _step(path: QPainterPath, kind: str, relative: bool, numbers: Sequence[float]) -> None:
    here = path.currentPosition()
    x, y = (here.x(), here.y()) if relative else (0.0, 0.0)
    if kind == "H":
        path.lineTo(x + numbers[0], here.y())
    elif kind == "V":
        path.lineTo(here.x(), y + numbers[0])
    elif kind == "A":
        radius, _, _, large, sweep, to_x, to_y = numbers
        _arc(path, radius, large == sweep, bool(sweep), x + to_x, y + to_y)
    elif kind == "C":
        path.cubicTo(*(number + (y if place % 2 else x) for place, number in enumerate(numbers)))
    elif kind == "L":
        path.lineTo(x + numbers[0], y + numbers[1])
    else:
        path.moveTo(x + numbers[0], y + numbers[1])


def _arc(path: QPainterPath, radius: float, right: bool, sweep: bool, to_x: float, to_y: float) -> None:
    """An arc of a circle to a point; see "Elliptical arc implementation notes" in the SVG 2 specification.

    ``right``: the middle of the circle lies to the right of the line to that point, as one goes along it.
    """
    here = path.currentPosition()
    dx, dy = (to_x - here.x()) / 2, (to_y - here.y()) / 2
    half = hypot(dx, dy)
    if not half:
        return
    # Too small a circle grows until it reaches.
    radius = max(radius, half)
    away = sqrt(max(0.0, radius * radius - half * half)) / half * (-1 if right else 1)
    middle_x, middle_y = here.x() + dx - away * dy, here.y() + dy + away * dx
    # Qt counts angles upwards, against the clock.
    begin = degrees(atan2(middle_y - here.y(), here.x() - middle_x))
    end = degrees(atan2(middle_y - to_y, to_x - middle_x))
    turn = (begin - end) % 360 if sweep else -((end - begin) % 360)
    circle = QRectF(middle_x - radius, middle_y - radius, 2 * radius, 2 * radius)
    path.arcTo(circle, begin, -turn)
