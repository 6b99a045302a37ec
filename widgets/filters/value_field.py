"""A field for values as tokens: each a word that counts, with completions while typing the next."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeAlias

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QFontMetrics,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from widgets.filters.completing import Completing, Offer
from widgets.filters.controls import Field
from widgets.filters.fields import Shown
from widgets.filters.flow import Flow
from widgets.icons import pixmap
from widgets.theme import Theme

translate = QCoreApplication.translate

Show: TypeAlias = Callable[[str], Shown]
Suggest: TypeAlias = Callable[[str], Sequence[Offer]]
Accept: TypeAlias = Callable[[str], str | None]

_ICON = 14
_CROSS = 12
_TYPING = 48


class ValueToken(QAbstractButton):
    """One value with a cross. A click on the cross, Delete or Backspace takes it away (``clicked``)."""

    def __init__(self, value: str, what: Shown, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.value = value
        self._what = what
        self._theme = theme
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(translate("rules", "{0}, take away").format(what.text))

    def sizeHint(self) -> QSize:
        """Icon, words and cross beside each other, 22 high."""
        theme, px = self._theme, self._theme.px
        width = px(8) + QFontMetrics(theme.font("dense")).horizontalAdvance(self._what.text) + px(6)
        width += px(_ICON) + px(5) if self._what.icon else 0
        return QSize(width + px(_CROSS) + px(6), px(22))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Delete and Backspace do what the cross does."""
        if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.click()
        else:
            event.ignore()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Only the cross takes it away; a click on the words just stands there."""
        if event.position().x() >= self.width() - self._theme.px(_CROSS + 10):
            super().mouseReleaseEvent(event)
        else:
            self.setDown(False)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show where the keyboard is."""
        super().focusInEvent(event)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """A sunken block of 22 high."""
        theme, px = self._theme, self._theme.px
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(theme.sunken)
        painter.setPen(Qt.PenStyle.NoPen)
        area = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        if self.hasFocus():
            painter.setPen(QPen(theme.accent, 1.5))
        elif theme.outlined:
            painter.setPen(QPen(theme.text, 1))
        painter.drawRoundedRect(area, px(6), px(6))
        ink = getattr(theme, self._what.colour)
        left, dpr = px(8), self.devicePixelRatioF()
        if self._what.icon:
            size = px(_ICON)
            painter.drawPixmap(left, (self.height() - size) // 2, pixmap(self._what.icon, size, ink, dpr))
            left += size + px(5)
        right = self.width() - px(_CROSS) - px(6)
        painter.setFont(theme.font("dense"))
        painter.setPen(ink)
        words = painter.fontMetrics().elidedText(
            self._what.text, Qt.TextElideMode.ElideRight, right - left - px(4)
        )
        painter.drawText(left, 0, right - left, self.height(), Qt.AlignmentFlag.AlignVCenter, words)
        size = px(_CROSS)
        painter.drawPixmap(right, (self.height() - size) // 2, pixmap("x", size, theme.muted, dpr))


class ValueField(QWidget):
    """Values as tokens in an outlined field. ``changed()`` after each one that comes or goes.

    ``show`` says how a value reads, ``suggest`` what could complete the typing, ``accept`` which value
    typed words mean (``None``: none).
    """

    changed = Signal()

    def __init__(
        self, theme: Theme, show: Show, suggest: Suggest, accept: Accept, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._show, self._suggest, self._accept = show, suggest, accept
        self._tokens: list[ValueToken] = []
        self.edit = Field(self)
        self._lines = Flow(self, gap=4, stretched=True)
        self._lines.addWidget(self.edit)
        self.completing = Completing(self.edit, theme, self._take)
        self.edit.installEventFilter(self)
        self.edit.textEdited.connect(self._typed)
        self.setFocusProxy(self.edit)
        self.setCursor(Qt.CursorShape.IBeamCursor)
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.set_theme(theme)

    @property
    def values(self) -> tuple[str, ...]:
        """The values that count now."""
        return tuple(token.value for token in self._tokens)

    def set_values(self, values: Sequence[str]) -> None:
        """Hold these values from now on; says nothing."""
        for token in self._tokens:
            self._lines.drop(token)
        self._tokens = []
        for value in values:
            self._add(value)
        self._make_room(focused=self.edit.hasFocus())

    def set_theme(self, theme: Theme) -> None:
        """Draw in another theme from now on."""
        self._theme = theme
        px = theme.px
        self.edit.setStyleSheet(
            "QLineEdit, QLineEdit:focus { border: none; background: transparent; padding: 0;"
            f" min-height: {px(22)}px; max-height: {px(22)}px;"
            f" font-size: {theme.font('body').pixelSize()}px; }}"
        )
        self.completing.set_theme(theme)
        self._lines.setContentsMargins(px(7), px(5), px(7), px(5))
        self.set_values(self.values)

    def name(self, words: str) -> None:
        """What the field is called by a screen reader."""
        self.setAccessibleName(words)
        self.edit.setAccessibleName(words)

    def commit(self) -> bool:
        """Take what is typed as a value; ``False`` when it means nothing here."""
        text = self.edit.text().strip()
        if not text:
            return True
        value = self._accept(text)
        if value is None:
            return False
        self._take(value)
        return True

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keys that make tokens of words and walk among them; leaving the field takes what was typed."""
        if watched is self.edit:
            if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
                return self._key(event)
            if event.type() == QEvent.Type.FocusOut and not self.completing.shown:
                self.commit()
            if event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
                self._make_room(focused=event.type() == QEvent.Type.FocusIn)
                self.update()
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows walk over the tokens and back to the typing."""
        focused = next((at for at, token in enumerate(self._tokens) if token.hasFocus()), None)
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()))
        if focused is None or step is None:
            super().keyPressEvent(event)
            return
        after = focused + step
        target: QWidget = self._tokens[max(after, 0)] if after < len(self._tokens) else self.edit
        target.setFocus(Qt.FocusReason.OtherFocusReason)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click anywhere in the field is a click in its typing."""
        self.edit.setFocus(Qt.FocusReason.MouseFocusReason)
        super().mousePressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The outline; 2 px of accent where the keyboard is."""
        theme = self._theme
        focused = self.edit.hasFocus()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(theme.surface)
        painter.setPen(QPen(theme.accent, 2) if focused else QPen(theme.control, 1))
        inset = 1.0 if focused else 0.5
        area = QRectF(self.rect()).adjusted(inset, inset, -inset, -inset)
        painter.drawRoundedRect(area, theme.px(8), theme.px(8))

    def _make_room(self, *, focused: bool) -> None:
        # Room to type in, on a line of its own if need be, only where one is about to type.
        self.edit.setMinimumWidth(self._theme.px(_TYPING) if focused or not self._tokens else 1)
        self.updateGeometry()

    def _key(self, event: QKeyEvent) -> bool:
        key = event.key()
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if not self.completing.take_current():
                self.commit()
            return True
        if key == Qt.Key.Key_Down and not self.completing.shown:
            self._offer(self.edit.text())
            return True
        at_start = self.edit.cursorPosition() == 0 and not self.edit.hasSelectedText()
        if self._tokens and at_start and key == Qt.Key.Key_Backspace:
            self._remove(self._tokens[-1])
            return True
        if self._tokens and at_start and key == Qt.Key.Key_Left:
            self._tokens[-1].setFocus(Qt.FocusReason.OtherFocusReason)
            return True
        return False

    def _typed(self, text: str) -> None:
        # Keys reach a field with an open list without passing its filters.
        if text.endswith((",", ";")):
            self.edit.setText(text[:-1])
            self.commit()
            return
        self._offer(text)

    def _offer(self, text: str) -> None:
        offers = [offer for offer in self._suggest(text.strip()) if offer.value not in self.values]
        self.completing.offer(offers, QPoint(0, self.edit.height() + self._theme.px(5)))

    def _take(self, value: str) -> None:
        self.edit.clear()
        self.completing.close()
        if value not in self.values:
            self._add(value)
            self._make_room(focused=self.edit.hasFocus())
            self.changed.emit()

    def _add(self, value: str) -> None:
        token = ValueToken(value, self._show(value), self._theme, self)
        token.clicked.connect(lambda _checked=False, token=token: self._remove(token))
        self._lines.insert(len(self._tokens), token)
        self._tokens.append(token)
        token.show()

    def _remove(self, token: ValueToken) -> None:
        self._tokens.remove(token)
        self._lines.drop(token)
        self.edit.setFocus(Qt.FocusReason.OtherFocusReason)
        self.updateGeometry()
        self.changed.emit()
