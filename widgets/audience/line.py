"""Who reads along in small type, beside the button that sends: the words of the strip, only shorter."""

from __future__ import annotations

import time

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from app.audience import Audience
from widgets.audience import wording
from widgets.audience.headline import HeadlineText
from widgets.icons import pixmap
from widgets.theme import Theme

_ICON = 16
_GAP = 8


class AudienceLine(QAbstractButton):
    """Says for whom it is, on as many lines as it needs; ``clicked()`` where it can be told by name."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._audience: Audience | None = None
        self._text: HeadlineText | None = None
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_audience(self, audience: Audience) -> None:
        """Other readers."""
        self._audience = audience
        told = wording.headline(audience, reading=False)
        ink = self._theme.closed if audience.closed else self._theme.muted
        self._text = HeadlineText(told, self._theme.font("meta"), ink, self._theme, strong=False)
        self.setAccessibleName(told.whole())
        by_name = bool(audience.closed and audience.by_organisation)
        self.setEnabled(by_name)
        self.setCursor(Qt.CursorShape.PointingHandCursor if by_name else Qt.CursorShape.ArrowCursor)
        self.setToolTip(wording.foot(audience, int(time.time() * 1000)))
        self.updateGeometry()
        self.update()

    def set_theme(self, theme: Theme) -> None:
        """Another look or text size."""
        self._theme = theme
        self.retranslate()

    def retranslate(self) -> None:
        """Say everything in the language of now."""
        if self._audience is not None:
            self.show_audience(self._audience)

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change of language at once."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def sizeHint(self) -> QSize:
        """All on one line."""
        if self._text is None:
            return QSize(0, self._theme.line_height("meta"))
        height = self._text.arrange(100_000)
        return QSize(self._text.widest + self._before() + 2, max(height, self._theme.px(_ICON)))

    def minimumSizeHint(self) -> QSize:
        """A word or two wide."""
        return QSize(min(self.sizeHint().width(), self._theme.px(120)), self._theme.line_height("meta"))

    def hasHeightForWidth(self) -> bool:
        """Less wide is higher."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The height of all its lines."""
        if self._text is None:
            return self._theme.line_height("meta")
        return max(self._text.arrange(width - self._before()), self._theme.px(_ICON))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Lock or globe, and the words."""
        if self._text is None or self._audience is None:
            return
        theme, size = self._theme, self._theme.px(_ICON)
        painter = QPainter(self)
        height = self._text.arrange(self.width() - self._before())
        top = max((self.height() - height) // 2, 0)
        ink = theme.closed if self._audience.closed else theme.muted
        sign = "lock" if self._audience.closed else "globe"
        first = min(height, theme.line_height("meta"))
        painter.drawPixmap(0, top + (first - size) // 2, pixmap(sign, size, ink, self.devicePixelRatioF()))
        self._text.draw(painter, self._before(), top)

    def _before(self) -> int:
        return self._theme.px(_ICON + _GAP)
