"""The figures of one period: how many topics a rule takes away and brings back."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from widgets.theme import Theme

translate = QCoreApplication.translate


class PeriodCard(QAbstractButton):
    """The figures of one period; chosen, it decides what the lists show."""

    def __init__(self, days: int, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.days = days
        self._theme = theme
        self._gone: int | None = None
        self._back = 0
        self._stale = False
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_change(self, gone: int, back: int) -> None:
        """Other figures."""
        self._gone, self._back, self._stale = gone, back, False
        self._name()
        self.update()

    def clear(self) -> None:
        """No figures."""
        self._gone, self._back, self._stale = None, 0, False
        self.update()

    @property
    def stale(self) -> bool:
        """Whether the figures are of before the last change."""
        return self._stale

    def set_stale(self, stale: bool) -> None:
        """What is shown is of before the last change, or no longer."""
        self._stale = stale
        self.update()

    def set_theme(self, theme: Theme) -> None:
        """Draw in another theme from now on."""
        self._theme = theme
        self._name()
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Room for the figures of a year."""
        return QSize(self._theme.px(148), self._theme.px(72))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The period, a large figure of what goes and a smaller one of what comes."""
        theme, px = self._theme, self._theme.px
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.isChecked() or self.underMouse():
            painter.setPen(QPen(theme.text, 1) if theme.outlined else Qt.PenStyle.NoPen)
            painter.setBrush(theme.selection if self.isChecked() else theme.hover)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), px(8), px(8))
        left = px(12)
        painter.setPen(theme.accent if self.isChecked() else theme.muted)
        painter.setFont(theme.font("dense", 600 if self.isChecked() else 400))
        painter.drawText(left, px(10) + painter.fontMetrics().ascent(), self._period())
        if self._gone is None:
            return
        base = px(54)
        ink = theme.muted if self._stale else theme.text
        x = left
        for figure, style, words in (
            (self._gone, "page", translate("rules", "gone")),
            (self._back, "title", translate("rules", "back")),
        ):
            font = theme.font(style, 600, tabular=True)  # type: ignore[arg-type] # names of styles
            painter.setFont(font)
            painter.setPen(ink)
            painter.drawText(x, base, str(figure))
            x += QFontMetrics(font).horizontalAdvance(str(figure)) + px(6)
            small = theme.font("meta")
            painter.setFont(small)
            painter.setPen(theme.muted)
            painter.drawText(x, base, words)
            x += QFontMetrics(small).horizontalAdvance(words) + px(18)

    def _period(self) -> str:
        return translate("rules", "{0} days").format(self.days)

    def _name(self) -> None:
        words = translate("rules", "{0} days: {1} gone, {2} back")
        self.setAccessibleName(words.format(self.days, self._gone or 0, self._back))
