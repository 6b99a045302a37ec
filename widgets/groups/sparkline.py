"""A line of how much was written week by week, on the same baseline in every row."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen, QPolygonF

from widgets.theme import Theme

WIDTH, HEIGHT = 96, 18
_DOT = 2.0


def points(weeks: Sequence[int], area: QRectF) -> list[QPointF]:
    """Where each week stands in ``area``: the busiest at its top, a week without anything on its bottom."""
    most = max(weeks, default=0) or 1
    step = area.width() / max(len(weeks) - 1, 1)
    return [
        QPointF(area.left() + number * step, area.bottom() - area.height() * week / most)
        for number, week in enumerate(weeks)
    ]


def paint_sparkline(painter: QPainter, area: QRectF, weeks: Sequence[int], theme: Theme) -> None:
    """Draw the weeks, oldest first, with a dot on the last of them."""
    if not weeks:
        return
    dot = max(_DOT, _DOT * theme.scale)
    line = points(weeks, area.adjusted(dot, dot, -dot, -dot))
    pen = QPen(theme.accent, max(1.5, 1.5 * theme.scale))
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPolyline(QPolygonF(line))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.accent)
    painter.drawEllipse(line[-1], dot, dot)
