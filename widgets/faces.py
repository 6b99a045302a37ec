"""The round pictures of people: from the cache's image folder, or initials on a soft tint until then."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Collection
from pathlib import Path

from PySide6.QtCore import QObject, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QImage, QImageReader, QPainter, QPainterPath, QPixmap

from widgets.background import Background
from widgets.theme import Theme

# Round pictures kept ready to draw, of some 6 kB each.
_KEPT = 512


class Faces(QObject):
    """Draws people. ``find(key)`` says where the picture with that key is kept; None when it is not here."""

    ready = Signal(str)  # the picture with this key can be drawn now

    def __init__(
        self, find: Callable[[str], Path | None], background: Background, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._find = find
        self._background = background
        self._pictures: OrderedDict[tuple[str, int], QPixmap] = OrderedDict()
        self._initials: OrderedDict[tuple[str, int, int, str, str], QPixmap] = OrderedDict()
        self._asked: set[tuple[str, int]] = set()

    def face(self, key: str, name: str, seed: int, size: int, theme: Theme, dpr: float = 1.0) -> QPixmap:
        """A round picture of ``size`` logical pixels. ``seed`` (the member's id) picks the tint of initials.

        A picture that must still be read is announced by ``ready``; until then the initials are given.
        """
        pixels = round(size * dpr)
        wanted = (key, pixels)
        found = self._pictures.get(wanted)
        if found is not None:
            self._pictures.move_to_end(wanted)
            return found
        if key and wanted not in self._asked:
            self._asked.add(wanted)
            self._background.run(
                lambda: self._read(key, pixels),
                lambda image: self._take(wanted, dpr, image),
                self._unreadable,
            )
        return self._drawn_initials(name, seed, size, theme, dpr)

    def forget(self, keys: Collection[str]) -> None:
        """These pictures arrived or changed: read them again when they are next drawn."""
        for wanted in [wanted for wanted in self._asked if wanted[0] in keys]:
            self._asked.discard(wanted)
            self._pictures.pop(wanted, None)
        for key in keys:
            self.ready.emit(key)

    def _read(self, key: str, pixels: int) -> QImage | None:
        path = self._find(key)
        if path is None:
            return None
        reader = QImageReader(str(path))
        reader.setAutoTransform(True)
        size = reader.size()
        if not size.isValid() or size.width() * size.height() > 16_000_000:
            return None
        reader.setScaledSize(
            size.scaled(QSize(pixels, pixels), Qt.AspectRatioMode.KeepAspectRatioByExpanding)
        )
        image = reader.read()
        return None if image.isNull() else _rounded(image, pixels)

    def _take(self, wanted: tuple[str, int], dpr: float, image: QImage | None) -> None:
        if image is None:
            return
        picture = QPixmap.fromImage(image)
        picture.setDevicePixelRatio(dpr)
        self._pictures[wanted] = picture
        while len(self._pictures) > _KEPT:
            self._asked.discard(self._pictures.popitem(last=False)[0])
        self.ready.emit(wanted[0])

    def _unreadable(self, _error: Exception) -> None:
        """The initials stay; the picture is asked for again when it changes."""

    def _drawn_initials(self, name: str, seed: int, size: int, theme: Theme, dpr: float) -> QPixmap:
        letters, tint = initials(name), seed % len(theme.tints)
        key = (letters, tint, round(size * dpr), theme.scheme, theme.family)
        found = self._initials.get(key)
        if found is None:
            found = self._initials[key] = _draw_initials(letters, tint, size, theme, dpr)
            while len(self._initials) > _KEPT:
                self._initials.popitem(last=False)
        return found


def initials(name: str) -> str:
    """The first letters of the first and last word of a name."""
    words = [word for word in name.split() if word[:1].isalpha()]
    if not words:
        return name.strip()[:1].upper()
    return (words[0][0] + (words[-1][0] if len(words) > 1 else "")).upper()


def _draw_initials(letters: str, tint: int, size: int, theme: Theme, dpr: float) -> QPixmap:
    fill, text = theme.tints[tint]
    made = QPixmap(round(size * dpr), round(size * dpr))
    made.setDevicePixelRatio(dpr)
    made.fill(Qt.GlobalColor.transparent)
    painter = QPainter(made)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    circle = QRectF(0, 0, size, size)
    painter.setBrush(fill)
    painter.setPen(text if theme.outlined else Qt.PenStyle.NoPen)
    painter.drawEllipse(circle.adjusted(0.5, 0.5, -0.5, -0.5) if theme.outlined else circle)
    font = QFont(theme.font("initials"))
    font.setPixelSize(max(7, round(size * 0.38)))
    painter.setFont(font)
    painter.setPen(text)
    painter.drawText(circle, Qt.AlignmentFlag.AlignCenter, letters)
    painter.end()
    return made


def _rounded(image: QImage, pixels: int) -> QImage:
    made = QImage(pixels, pixels, QImage.Format.Format_ARGB32_Premultiplied)
    made.fill(Qt.GlobalColor.transparent)
    painter = QPainter(made)
    painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
    path = QPainterPath()
    path.addEllipse(0, 0, pixels, pixels)
    painter.setClipPath(path)
    painter.drawImage((pixels - image.width()) // 2, (pixels - image.height()) // 2, image)
    painter.end()
    return made
