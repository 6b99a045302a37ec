"""Weeks as bars: how many topics a rule touches in each, the chosen period in colour."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QCoreApplication, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from widgets.filters.fields import long_day
from widgets.theme import Theme
from widgets.wording import month_name

translate = QCoreApplication.translate

_ROOM_RIGHT = 26
_ROOM_BELOW = 20
_GAP = 4


class Bars(QWidget):
    """A small chart: the newest week at the right, two lines to measure by."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._weeks: Sequence[tuple[date, int]] = ()
        self._chosen = 0
        self._stale = False
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.set_theme(theme)

    def show_weeks(self, weeks: Sequence[tuple[date, int]], chosen: int) -> None:
        """Show weeks as (first day, topics), oldest first; the last ``chosen`` of them in colour."""
        self._weeks, self._chosen, self._stale = tuple(weeks), chosen, False
        self._describe()
        self.update()

    def set_stale(self, stale: bool) -> None:
        """What is shown is of before the last change, or no longer."""
        self._stale = stale
        self.update()

    def set_theme(self, theme: Theme) -> None:
        """Draw in another theme from now on."""
        self._theme = theme
        self.updateGeometry()
        self.update()

    def retranslate(self) -> None:
        """Say everything in the language of now."""
        self._describe()
        self.update()

    def sizeHint(self) -> QSize:
        """88 high at 100% text, as wide as there is room."""
        return QSize(self._theme.px(240), self._theme.px(72 + _ROOM_BELOW))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Lines first, then the bars, then the months."""
        theme, px = self._theme, self._theme.px
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        right, floor = self.width() - px(_ROOM_RIGHT), self.height() - px(_ROOM_BELOW)
        top = px(6)
        most = _round_up(max((count for _, count in self._weeks), default=0))
        painter.setFont(_small(theme))
        for value in (most, most // 2, 0):
            y = floor - (floor - top) * value / most
            painter.setPen(QPen(theme.line, 1))
            painter.drawLine(0, round(y), right, round(y))
            if value:
                painter.setPen(theme.muted)
                area = QRectF(right, y - px(8), px(_ROOM_RIGHT), px(16))
                painter.drawText(
                    area, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, str(value)
                )
        if self._weeks:
            self._paint_bars(painter, QRectF(0, top, right, floor - top), most)
            self._paint_months(painter, right, floor)

    def _paint_bars(self, painter: QPainter, area: QRectF, most: int) -> None:
        theme = self._theme
        step = area.width() / len(self._weeks)
        first_chosen = len(self._weeks) - self._chosen
        painter.setPen(Qt.PenStyle.NoPen)
        for number, (_, count) in enumerate(self._weeks):
            if not count:
                continue
            chosen = number >= first_chosen and not self._stale
            painter.setBrush(theme.accent if chosen else theme.quiet if self._stale else theme.bar)
            height = area.height() * count / most
            bar = QRectF(number * step + _GAP / 2, area.bottom() - height, step - _GAP, height)
            radius = min(2.0, height / 2)
            painter.drawRoundedRect(bar, radius, radius)
            if height > radius:
                # Square where it stands on the line.
                painter.drawRect(QRectF(bar.left(), bar.bottom() - radius, bar.width(), radius))

    def _paint_months(self, painter: QPainter, right: int, floor: int) -> None:
        painter.setPen(self._theme.muted)
        step = right / len(self._weeks)
        metrics = painter.fontMetrics()
        free, month = 0.0, 0
        for number, (day, _) in enumerate(self._weeks):
            if day.month == month:
                continue
            month = day.month
            name = month_name(month).lower()
            x = number * step + _GAP / 2
            if x >= free and x + metrics.horizontalAdvance(name) <= self.width():
                painter.drawText(round(x), floor + self._theme.px(4) + metrics.ascent(), name)
                free = x + metrics.horizontalAdvance(name) + 8

    def _describe(self) -> None:
        self.setAccessibleName(translate("rules", "Topics per week that this rule touches"))
        if not self._weeks:
            self.setAccessibleDescription("")
            return
        day, most = max(self._weeks, key=lambda week: week[1])
        words = translate("rules", "{0} weeks, {1} in all; most in the week of {2}: {3}")
        total = sum(count for _, count in self._weeks)
        self.setAccessibleDescription(words.format(len(self._weeks), total, long_day(day), most))


def _small(theme: Theme) -> QFont:
    made = QFont(theme.font("meta", tabular=True))
    made.setPixelSize(max(1, made.pixelSize() - 1))
    return made


def _round_up(most: int) -> int:
    """An even number to measure by, a little above the highest bar."""
    if most <= 2:
        return 2
    size = 2
    while size * 10 < most:
        size *= 10
    return -(-most // size) * size
