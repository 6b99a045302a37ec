"""The strip that says who reads along, above a topic and beside what is written; it opens to the names."""

from __future__ import annotations

import time

from PySide6.QtCore import QEvent, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QVBoxLayout, QWidget

from app.audience import Audience
from widgets.audience import wording
from widgets.audience.faces_row import SIZE, FacesRow
from widgets.audience.headline import HeadlineText
from widgets.audience.readers_list import ReadersList
from widgets.faces import Faces
from widgets.icons import pixmap
from widgets.painting import paint_block
from widgets.theme import Theme

_INSET = 12
_ICON = 18
_CHEVRON = 16
_GAP = 12
_HEIGHT = 40
_QUIET_HEIGHT = 20
# Where the list in a strip begins to scroll by itself.
_MOST_LIST = 360


class AudienceStrip(QWidget):
    """Lock or globe, how many read along, their faces, and behind it the list by name.

    Where it is open to everyone it is a quiet line that does not open. With ``bare`` it stands in a side
    panel: without fill and faces, the number in bold. ``opened`` tells that the list came or went, and
    ``listed`` that it is another list: both take another height.
    """

    opened = Signal(bool)
    listed = Signal()

    def __init__(
        self, theme: Theme, faces: Faces, parent: QWidget | None = None, *, bare: bool = False
    ) -> None:
        super().__init__(parent)
        self._theme, self._faces, self._bare = theme, faces, bare
        self._audience: Audience | None = None
        self._list: ReadersList | None = None
        self.head = _Head(theme, faces, self, bare=bare)
        self.head.clicked.connect(lambda: self.set_open(not self.is_open))
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(self.head)

    @property
    def is_open(self) -> bool:
        """Whether the list is shown."""
        return self._list is not None and not self._list.isHidden()

    @property
    def filled(self) -> bool:
        """Whether it is the filled strip of a closed group, and not a quiet line."""
        return not self._bare and self._audience is not None and self._audience.closed

    @property
    def readers(self) -> ReadersList | None:
        """The list, once it was opened."""
        return self._list

    def show_audience(self, audience: Audience) -> None:
        """Other readers; a list that is open stays open when there are names."""
        self._audience = audience
        self.head.show_audience(audience)
        self.head.row.set_theme(self._theme, self._ground())
        if self._list is not None:
            self._list.show_audience(audience)
        if self.is_open and not self.head.opens:
            self.set_open(False)
        self.update()

    def set_open(self, wanted: bool) -> None:
        """Show the list, or hide it."""
        wanted = wanted and self.head.opens
        if wanted == self.is_open:
            return
        if wanted and self._list is None:
            self._list = self._make_list()
        if self._list is not None:
            self._list.setVisible(wanted)
        self.head.show_open(wanted)
        self._column.activate()
        self.opened.emit(wanted)

    def set_theme(self, theme: Theme) -> None:
        """Another look or text size."""
        self._theme = theme
        self.head.set_theme(theme, self._ground())
        if self._list is not None:
            self._dress_list(self._list)
        self.update()

    def retranslate(self) -> None:
        """Say everything in the language of now."""
        if self._audience is not None:
            self.show_audience(self._audience)

    def controls(self) -> list[QWidget]:
        """What Tab visits, in order."""
        if not self.head.opens:
            return []
        shown = self._list if self.is_open else None
        return [self.head] if shown is None else [self.head, shown.field, shown.view]

    def height_at(self, width: int) -> int:
        """How high the strip is at ``width`` pixels."""
        height = self.head.heightForWidth(width)
        if self._list is None or self._list.isHidden():
            return height
        left, top, right, bottom = self._list_margins()
        return height + top + bottom + self._list.height_at(width - left - right)

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change of language at once."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The soft fill of a closed group behind head and list."""
        if not self.filled:
            return
        theme = self._theme
        painter = QPainter(self)
        paint_block(painter, self.rect().adjusted(0, 0, -1, -1), theme.closed_soft, theme)

    def _make_list(self) -> ReadersList:
        most = None if self._bare else _MOST_LIST
        made = ReadersList(self._theme, self._faces, self, most_height=most)
        made.hide()
        self._column.addWidget(made)
        self._dress_list(made)
        if self._audience is not None:
            made.show_audience(self._audience)
        made.field.textChanged.connect(lambda _text: self.listed.emit())
        return made

    def _dress_list(self, readers: ReadersList) -> None:
        readers.setContentsMargins(*self._list_margins())
        readers.set_theme(self._theme, self._ground())

    def _list_margins(self) -> tuple[int, int, int, int]:
        theme = self._theme
        if self._bare:
            return 0, theme.px(4), 0, 0
        side = theme.px(_INSET)
        return side, theme.px(4), side, theme.px(_INSET)

    def _ground(self) -> QColor:
        theme = self._theme
        if self._bare:
            return theme.window
        return theme.closed_soft if self.filled else theme.surface


class _Head(QAbstractButton):
    """The line itself: a button where there is a list behind it."""

    def __init__(self, theme: Theme, faces: Faces, parent: QWidget, *, bare: bool) -> None:
        super().__init__(parent)
        self._theme, self._bare = theme, bare
        self._audience: Audience | None = None
        self._text: HeadlineText | None = None
        self._open = False
        self.opens = False
        self.row = FacesRow(theme, faces, self)
        self.row.hide()
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def show_audience(self, audience: Audience) -> None:
        self._audience = audience
        self.opens = audience.closed and bool(audience.by_organisation)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus if self.opens else Qt.FocusPolicy.NoFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor if self.opens else Qt.CursorShape.ArrowCursor)
        people = [reader for one in audience.by_organisation for reader in one.readers]
        self.row.show_people(people, audience.count)
        self.row.setVisible(self.opens and not self._bare)
        self._compose()

    def show_open(self, is_open: bool) -> None:
        self._open = is_open
        self._compose()

    def set_theme(self, theme: Theme, ground: QColor) -> None:
        self._theme = theme
        self.row.set_theme(theme, ground)
        self._compose()

    def sizeHint(self) -> QSize:
        width = max(self.width(), 1)
        return QSize(self._theme.px(200), self.heightForWidth(width))

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        theme = self._theme
        if self._text is None:
            return theme.px(_QUIET_HEIGHT)
        height = self._text.arrange(self._words_width(width))
        if self._filled:
            stacked = self._faces_below(width)
            faces = theme.px(SIZE + 8) if stacked else 0
            return max(theme.px(_HEIGHT), height + theme.px(16)) + faces
        return max(theme.px(_QUIET_HEIGHT), height + theme.px(4))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_faces()

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self._text is None or self._audience is None:
            return
        theme, ratio = self._theme, self.devicePixelRatioF()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        inset = theme.px(_INSET) if self._filled else 0
        size = theme.px(_ICON if self._audience.closed else 16)
        ink = theme.closed if self._audience.closed else theme.muted
        height = self._text.arrange(self._words_width(self.width()))
        line = self.height() - (theme.px(SIZE + 8) if self._faces_below(self.width()) else 0)
        top = (line - height) // 2
        sign = pixmap("lock" if self._audience.closed else "globe", size, ink, ratio)
        first = min(height, theme.line_height("body"))
        painter.drawPixmap(inset, top + (first - size) // 2, sign)
        self._text.draw(painter, inset + size + theme.px(self._after_icon), top)
        if self.opens:
            mark = theme.px(_CHEVRON)
            chevron = pixmap("chevron-up" if self._open else "chevron-down", mark, theme.muted, ratio)
            painter.drawPixmap(QPoint(self.width() - inset - mark, (line - mark) // 2), chevron)

    @property
    def _filled(self) -> bool:
        return self._audience is not None and self._audience.closed and not self._bare

    @property
    def _after_icon(self) -> int:
        return _GAP if self._filled else 8

    def _words_width(self, width: int) -> int:
        taken = self._frame_width()
        if not self.row.isHidden() and not self._faces_below(width):
            taken += self.row.sizeHint().width() + self._theme.px(_GAP)
        return max(width - taken, 1)

    def _frame_width(self) -> int:
        theme = self._theme
        sides = 2 * theme.px(_INSET) if self._filled else 0
        chevron = theme.px(_CHEVRON + _GAP) if self.opens else 0
        return sides + theme.px(_ICON) + theme.px(self._after_icon) + chevron

    def _faces_below(self, width: int) -> bool:
        """Whether the faces would take more than half of the line."""
        if self.row.isHidden():
            return False
        return self.row.sizeHint().width() > (width - self._frame_width()) // 2

    def _place_faces(self) -> None:
        theme = self._theme
        size = self.row.sizeHint()
        if self._faces_below(self.width()):
            left = theme.px(_INSET) + theme.px(_ICON) + theme.px(self._after_icon) - 2
            top = self.height() - size.height() - theme.px(8)
        else:
            left = self.width() - theme.px(_INSET + _CHEVRON + _GAP) - size.width()
            top = (self.height() - size.height()) // 2
        self.row.setGeometry(left, top, size.width(), size.height())

    def _compose(self) -> None:
        audience, theme, now = self._audience, self._theme, int(time.time() * 1000)
        if audience is None:
            return
        told = wording.headline(audience, reading=not self._bare)
        old = wording.old(audience, now)
        ink = theme.closed if audience.closed else theme.muted
        font = theme.font("body" if audience.closed else "meta")
        self._text = HeadlineText(told, font, ink, theme, strong=self._bare, after=old)
        words = told.whole() + (f", {old}" if old else "")
        foot = wording.foot(audience, now)
        self.setText(words)
        self.setAccessibleName(words)
        self.setAccessibleDescription(f"{foot} {wording.list_state(self._open)}" if self.opens else foot)
        self.setToolTip(foot)
        self._place_faces()
        self.updateGeometry()
        self.update()
