"""The one question of the composer: what do you want to share? A row of kinds of which one is chosen."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QButtonGroup, QRadioButton, QSizePolicy, QWidget

from widgets.filters.flow import Flow
from widgets.icons import KIND_ICONS, pixmap
from widgets.theme import Theme
from widgets.wording import kind_name

_HEIGHT, _SIDES, _ICON, _GAP = 40, 17, 18, 8


class KindButton(QRadioButton):
    """One kind, with its icon and word."""

    def __init__(self, kind: str, theme: Theme) -> None:
        super().__init__()
        self.kind = kind
        self._theme = theme
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.retranslate()

    def retranslate(self) -> None:
        """The word, in the language of now."""
        self.setText(kind_name(self.kind))
        self.setAccessibleName(self.text())

    def set_theme(self, theme: Theme) -> None:
        """Draw in another theme from now on."""
        self._theme = theme
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Icon and word beside each other, 40 high."""
        px = self._theme.px
        words = QFontMetrics(self._theme.font("body", 500)).horizontalAdvance(self.text())
        return QSize(px(_SIDES) * 2 + px(_ICON) + px(_GAP) + words, px(_HEIGHT))

    def minimumSizeHint(self) -> QSize:
        """The same: a word is not cut."""
        return self.sizeHint()

    def hitButton(self, spot: QPoint) -> bool:
        """The whole block can be clicked."""
        return self.rect().contains(spot)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """A block in the selection's colour when it is chosen."""
        theme, px = self._theme, self._theme.px
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        chosen = self.isChecked()
        painter.setBrush(theme.selection if chosen else theme.sunken)
        edge = theme.accent if chosen else theme.text
        painter.setPen(edge if theme.outlined else Qt.PenStyle.NoPen)
        painter.drawRoundedRect(self.rect().adjusted(0, 0, -1, -1), px(8), px(8))
        ink = theme.accent if chosen else theme.text
        size, top = px(_ICON), (self.height() - px(_ICON)) // 2
        drawing = pixmap(KIND_ICONS[self.kind], size, ink, self.devicePixelRatioF())
        painter.drawPixmap(px(_SIDES), top, drawing)
        painter.setFont(theme.font("body", 600 if chosen else 500))
        painter.setPen(ink)
        left = px(_SIDES) + size + px(_GAP)
        painter.drawText(self.rect().adjusted(left, 0, 0, 0), Qt.AlignmentFlag.AlignVCenter, self.text())


class KindsRow(QWidget):
    """The kinds that may be shared. ``chosen(str)`` when the member picks another one."""

    chosen = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._group = QButtonGroup(self)
        self._flow = Flow(self)
        self.buttons: list[KindButton] = []
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    @property
    def kind(self) -> str:
        """The kind that is chosen."""
        return next((button.kind for button in self.buttons if button.isChecked()), "")

    def offer(self, kinds: Sequence[str], chosen: str) -> None:
        """Offer these kinds with one of them chosen; says nothing."""
        if [button.kind for button in self.buttons] != list(kinds):
            self._make(kinds)
        for button in self.buttons:
            button.setChecked(button.kind == chosen)

    def set_theme(self, theme: Theme) -> None:
        """Draw in another theme from now on."""
        self._theme = theme
        for button in self.buttons:
            button.set_theme(theme)

    def retranslate(self) -> None:
        """The words, in the language of now."""
        for button in self.buttons:
            button.retranslate()
            button.updateGeometry()

    def _make(self, kinds: Sequence[str]) -> None:
        for old in self.buttons:
            self._group.removeButton(old)
            self._flow.drop(old)
        self.buttons = []
        for kind in kinds:
            button = KindButton(kind, self._theme)
            button.clicked.connect(lambda _checked=False, kind=kind: self.chosen.emit(kind))
            self._group.addButton(button)
            self._flow.addWidget(button)
            self.buttons.append(button)
