"""Faces that overlap in a row, with how many more there are: a painted group, said by whoever holds it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.audience import Reader
from widgets.faces import Faces
from widgets.theme import Theme

SIZE = 24
# So little that the initials of the one before stay whole.
_OVERLAP = 4
_RING = 2
_GAP = 8


class FacesRow(QWidget):
    """Shows the first ``most`` of some people; screen readers hear of them elsewhere."""

    def __init__(self, theme: Theme, faces: Faces, parent: QWidget | None = None, *, most: int = 5) -> None:
        super().__init__(parent)
        self._theme, self._faces, self._most = theme, faces, most
        self._people: tuple[Reader, ...] = ()
        self._more = 0
        self._ground = theme.surface
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        faces.ready.connect(self._ready)

    def show_people(self, people: Sequence[Reader], total: int | None = None) -> None:
        """Others; ``total`` is how many there are when that is more than are given."""
        self._people = tuple(people[: self._most])
        self._more = max((len(people) if total is None else total) - len(self._people), 0)
        self.updateGeometry()
        self.update()

    def set_theme(self, theme: Theme, ground: QColor) -> None:
        """Another look or text size; ``ground`` is the colour that the faces stand on."""
        self._theme, self._ground = theme, ground
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """As wide as the faces and the number."""
        theme = self._theme
        faces = faces_width(len(self._people), theme, SIZE)
        words = QFontMetrics(theme.font("meta", tabular=True)).horizontalAdvance(self._rest())
        return QSize(faces + (words + theme.px(_GAP) + 1 if words else 0), theme.px(SIZE) + 2 * _RING)

    def minimumSizeHint(self) -> QSize:
        """The same: half a face is none."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The faces, each over the one before it, and how many more there are."""
        painter = QPainter(self)
        theme = self._theme
        paint_faces(painter, QPoint(0, _RING), self._people, self._faces, theme, self._ground, SIZE)
        if self._more:
            left = faces_width(len(self._people), theme, SIZE) + theme.px(_GAP)
            painter.setFont(theme.font("meta", tabular=True))
            painter.setPen(theme.muted)
            place = QRect(left, 0, self.width() - left, self.height())
            painter.drawText(place, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, self._rest())

    def _rest(self) -> str:
        return f"+{self._more}" if self._more else ""

    def _ready(self, key: str) -> None:
        if any(reader.avatar == key for reader in self._people):
            self.update()


def faces_width(count: int, theme: Theme, size: int) -> int:
    """How wide a row of ``count`` faces of ``size`` is, rings included."""
    if not count:
        return 0
    step = theme.px(size) - theme.px(_OVERLAP)
    return theme.px(size) + step * (count - 1) + 2 * _RING


def paint_faces(
    painter: QPainter,
    corner: QPoint,
    people: Sequence[Reader],
    faces: Faces,
    theme: Theme,
    ground: QColor,
    size: int,
) -> None:
    """Draws faces from ``corner`` (of the first face's ring) to the right."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    side, step = theme.px(size), theme.px(size) - theme.px(_OVERLAP)
    ratio = painter.device().devicePixelRatioF()
    for place, reader in enumerate(people):
        left = corner.x() + _RING + place * step
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ground)
        painter.drawEllipse(QRectF(left - _RING, corner.y() - _RING, side + 2 * _RING, side + 2 * _RING))
        face = faces.face(reader.avatar, reader.name or reader.username, reader.member_id, side, theme, ratio)
        painter.drawPixmap(left, corner.y(), face)
    painter.restore()
