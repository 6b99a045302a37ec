"""A picture of a post, large, over the whole window. Esc or a click closes it, the arrows go to the next."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QRect, QSize, Qt, Signal
from PySide6.QtGui import QCloseEvent, QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from widgets.icons import icon
from widgets.reader.pictures import Pictures, fitted
from widgets.style import mark
from widgets.theme import Theme

_ROOM = 24
# Darker than behind a sheet: the caption is read on it.
_DIM = 0.88


class Lightbox(QWidget):
    """Pictures of one post, one at a time. ``closed`` follows when the member is done looking."""

    closed = Signal()

    def __init__(
        self, window: QWidget, pictures: Pictures, theme: Theme, images: dict[str, str], key: str
    ) -> None:
        """Over ``window``, from ``key`` on; ``images`` are the post's pictures with their texts, in order."""
        super().__init__(window)
        self._window = window
        self._pictures = pictures
        self._theme = theme
        self._images = images
        self._keys = list(images)
        self._at = self._keys.index(key) if key in images else 0
        self._caption = QLabel(self)
        self._caption.setTextFormat(Qt.TextFormat.PlainText)
        self._caption.setWordWrap(True)
        self._caption.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self._caption.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        translate = QCoreApplication.translate
        close = self._button("x", translate("reader", "Close (Esc)"), self.close)
        self._before = self._button(
            "chevron-left", translate("reader", "Previous picture"), lambda: self._step(-1)
        )
        self._after = self._button(
            "chevron-right", translate("reader", "Next picture"), lambda: self._step(1)
        )
        self._lay_out(close)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        pictures.ready.connect(self._picture_ready)
        window.installEventFilter(self)
        self._show_picture()
        self.setGeometry(window.rect())
        self.raise_()
        self.show()
        self.setFocus(Qt.FocusReason.PopupFocusReason)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stays as large as the window."""
        if event.type() == QEvent.Type.Resize:
            self.setGeometry(self._window.rect())
        return super().eventFilter(watched, event)

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Tab stays within the picture's own buttons while it covers the window."""
        buttons = [button for button in self.findChildren(QToolButton) if button.isVisible()]
        here = next((at for at, button in enumerate(buttons) if button.hasFocus()), -1)
        buttons[(here + (1 if forward else -1)) % len(buttons)].setFocus(Qt.FocusReason.TabFocusReason)
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc closes, arrows step; nothing falls through to what lies below."""
        steps = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
        if event.key() in (Qt.Key.Key_Escape, Qt.Key.Key_Space):
            self.close()
        elif Qt.Key(event.key()) in steps:
            self._step(steps[Qt.Key(event.key())])
        event.accept()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click anywhere closes."""
        event.accept()
        self.close()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Tells that the page has the keyboard again."""
        self.closed.emit()
        super().closeEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The scrim, then the picture as large as fits, never larger than it is."""
        painter = QPainter(self)
        dim = QColor(self._theme.scrim)
        dim.setAlphaF(_DIM)
        painter.fillRect(self.rect(), dim)
        place = self._place()
        painter.fillRect(place, self._theme.sunken)
        ratio = self.devicePixelRatioF()
        image = self._pictures.image(self._keys[self._at], place.size() * ratio)
        if image is not None:
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.drawImage(place, image)

    def _picture_ready(self, _key: str) -> None:
        self.update()

    def _place(self) -> QRect:
        below = self.height() - self._caption.y() if self._caption.text() else 0
        room = self.rect().adjusted(72, 64, -72, -max(below, 0) - _ROOM)
        size = self._pictures.size(self._keys[self._at]) or QSize(320, 120)
        size = fitted(size, room.size().expandedTo(QSize(80, 80)))
        place = QRect(0, 0, size.width(), size.height())
        place.moveCenter(room.center())
        return place

    def _step(self, by: int) -> None:
        self._at = min(max(self._at + by, 0), len(self._keys) - 1)
        self._show_picture()

    def _show_picture(self) -> None:
        text = self._images[self._keys[self._at]]
        self._caption.setText(text)
        self._before.setVisible(self._at > 0)
        self._after.setVisible(self._at < len(self._keys) - 1)
        place = QCoreApplication.translate("reader", "Picture {0} of {1}").format(
            self._at + 1, len(self._keys)
        )
        self.setAccessibleName(f"{place}: {text}" if text else place)
        self.update()

    def _button(self, drawing: str, name: str, act: object) -> QToolButton:
        button = QToolButton(self)
        mark(button, "tool")
        size = self._theme.px(20)
        button.setIcon(icon(drawing, size, _ink(self._theme)))
        button.setIconSize(QSize(size, size))
        button.setToolTip(name)
        button.setAccessibleName(name)
        button.clicked.connect(act)
        return button

    def _lay_out(self, close: QToolButton) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(_ROOM, _ROOM // 2, _ROOM, _ROOM)
        column.addWidget(close, alignment=Qt.AlignmentFlag.AlignRight)
        middle = QHBoxLayout()
        middle.addWidget(self._before)
        middle.addStretch(1)
        middle.addWidget(self._after)
        column.addLayout(middle, 1)
        column.addWidget(self._caption)
        ink = _ink(self._theme)
        palette = self._caption.palette()
        palette.setColor(self._caption.foregroundRole(), ink)
        self._caption.setPalette(palette)


def _ink(theme: Theme) -> QColor:
    """What can be read on the scrim, which is dark in the light theme too."""
    return theme.toast_text if theme.scheme == "light" else theme.text
