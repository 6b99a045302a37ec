"""One post on the page: whose it is and when, the text, the marks it got. Reused for what is in sight."""

from __future__ import annotations

import time

from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QRect, QRectF, QSize, Qt, Signal, SignalInstance
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QFontMetrics,
    QHelpEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPixmap,
)
from PySide6.QtWidgets import QGroupBox, QToolTip, QWidget

from app.reading import Shown
from sync.store.rows import PostRow
from widgets.faces import Faces
from widgets.reader import wording
from widgets.reader.body import Body
from widgets.reader.byline import Byline, Piece, edited, paint_pieces
from widgets.reader.controls import WordButton
from widgets.reader.pictures import Pictures
from widgets.reader.post_deeds import LINE, PostDeeds
from widgets.theme import Theme

MARGIN = 40
FACE = 32
FACE_GAP = 12
MEASURE = 680
# Between two posts; what is above a post lets it breathe when the page jumps to it.
ABOVE = 8
BELOW = 12
BETWEEN = ABOVE + BELOW
RULE_BEFORE = 18


class PostView(QGroupBox):
    """A post. A group box in name only, for that is what a screen reader calls a group of things."""

    link_followed = Signal(str, object)
    link_pointed_at = Signal(str)
    member_requested = Signal(str)
    number_requested = Signal(int)
    browser_requested = Signal(int)
    menu_requested = Signal(object, QPoint)
    deed_chosen = Signal(str, object)
    quote_wanted = Signal(object)
    grew = Signal(object, int, int)

    def __init__(self, pictures: Pictures, faces: Faces, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._faces = faces
        self.shown: Shown | None = None
        self._pieces: list[Piece] = []
        self._divider = QRect()
        self._top = 0
        self._dressed = True
        self._text_bottom = 0
        self.name = WordButton(self)
        self.reply_to = WordButton(self)
        self.body = Body(pictures, theme, self)
        self.browser = WordButton(self)
        self.deeds = PostDeeds(self, lambda name: self.deed_chosen.emit(name, self))
        self.name.clicked.connect(lambda: self._told(self.member_requested, "username"))
        self.reply_to.clicked.connect(lambda: self._told(self.number_requested, "reply_to"))
        self.browser.clicked.connect(lambda: self._told(self.browser_requested, "number"))
        self.body.followed.connect(lambda link: self.link_followed.emit(link, self))
        self.body.pointed_at.connect(self.link_pointed_at)
        self.body.focus_changed.connect(self.update)
        self.body.grew.connect(lambda y, pixels: self.grew.emit(self, self.body.y() + y, pixels))
        faces.ready.connect(self._face_ready)
        self.set_theme(theme)

    def set_theme(self, theme: Theme) -> None:
        """Another look or text size; takes effect with the next ``show_post``."""
        self._theme = theme
        self._dressed = True
        self.body.set_theme(theme)
        self.name.dress(theme, theme.font("body", 600), theme.text)
        self.reply_to.dress(theme, theme.font("dense"), theme.muted, "reply")
        self.browser.dress(theme, theme.font("dense", 500), theme.accent, "external-link")
        self.deeds.set_theme(theme)

    def show_post(self, shown: Shown, width: int) -> int:
        """Shows another post, or the same anew, and returns its height at ``width`` pixels."""
        before, self.shown = self.shown, shown
        row = shown.row
        now = int(time.time() * 1000)
        self.setAccessibleName(wording.post_name(row, shown.position, shown.total, now))
        self.setAccessibleDescription(wording.post_description(row))
        self.name.say(
            row.author, QCoreApplication.translate("reader", "Profile of {name}").format(name=row.author)
        )
        self.reply_to.say(wording.in_reply_to(row.reply_to_author) if shown.reply_line else "")
        self.browser.say(
            QCoreApplication.translate("reader", "Too long or too complex to lay out here. Open in browser")
        )
        self.body.setAccessibleName(
            QCoreApplication.translate("reader", "Text of post {number}").format(number=shown.position)
        )
        self.deeds.show(shown)
        if (
            before is None
            or before.row.post_id != row.post_id
            or before.row.html != row.html
            or self._dressed
        ):
            self.body.show_html(row.html, text_width(self._theme, width))
            self._dressed = False
        return self.arrange(width)

    def controls(self) -> list[QWidget]:
        """What Tab visits, in order."""
        return [self.name, self.reply_to, self.body, self.browser, *self.deeds.controls()]

    def arrange(self, width: int) -> int:
        """Puts everything in its place for ``width`` pixels; returns the height, the space below included."""
        theme, shown = self._theme, self.shown
        if shown is None:
            return 0
        room = text_width(theme, width)
        left = margin(theme, width)
        x = left + theme.px(FACE + FACE_GAP)
        self._pieces = []
        y = self._lines_above(shown, left, x + room)
        self._top = y
        y = self._byline(shown.row, QRect(x, y, room, theme.px(20))) + theme.px(2)
        y = self._place(self.reply_to, shown.reply_line, QRect(x, y, room, theme.px(24)))
        y = self._text(QRect(x, y, room, 0))
        y = self._place(self.browser, bool(shown.row.oversize), QRect(x, y + theme.px(4), room, theme.px(28)))
        self._text_bottom = y = self._footer(shown.row, x, y, room)
        if shown.missing_below:
            y = self._note(wording.not_fetched(shown.missing_below), x, y + theme.px(BETWEEN), room)
        return y + theme.px(BELOW)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """The face leads to the profile, as the name does."""
        face = QRect(margin(self._theme, self.width()), self._top, self._theme.px(FACE), self._theme.px(FACE))
        if event.button() == Qt.MouseButton.LeftButton and face.contains(event.position().toPoint()):
            self.name.click()
        else:
            event.ignore()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """The page knows what can be done with a post."""
        self.menu_requested.emit(self, event.globalPos())

    def event(self, event: QEvent) -> bool:
        """Tool tips for what is painted: the full date of an age."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            tip = next((piece.tip for piece in self._pieces if piece.place.contains(event.pos())), "")
            QToolTip.showText(event.globalPos(), tip, self)
            return True
        return super().event(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Face, painted words, and the rule of an accepted answer. Nothing of a group box's own frame."""
        if self.shown is None:
            return
        theme, row = self._theme, self.shown.row
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        left = margin(theme, self.width())
        face = self._face(row)
        painter.drawPixmap(left, self._top, face)
        if row.accepted:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.positive)
            rule = QRectF(left - theme.px(RULE_BEFORE), self._top, 3, self._text_bottom - self._top)
            painter.drawRoundedRect(rule, 1.5, 1.5)
        paint_pieces(painter, self._pieces, theme, self.devicePixelRatioF())
        if self.shown.new_from_here:
            self._paint_divider(painter)
        if self.body.by_keyboard:
            painter.setPen(QPen(theme.accent, 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(self.body.geometry().adjusted(-8, -2, 7, 3), theme.px(8), theme.px(8))

    def _face(self, row: PostRow) -> QPixmap:
        size, ratio = self._theme.px(FACE), self.devicePixelRatioF()
        return self._faces.face(row.avatar, row.author, row.author_id, size, self._theme, ratio)

    def _face_ready(self, key: str) -> None:
        if self.shown is not None and self.shown.row.avatar == key:
            self.update()

    def _told(self, signal: SignalInstance, field: str) -> None:
        if self.shown is not None:
            signal.emit(getattr(self.shown.row, field))

    def _lines_above(self, shown: Shown, left: int, right: int) -> int:
        theme = self._theme
        y = theme.px(ABOVE)
        if shown.missing_above:
            x = left + theme.px(FACE + FACE_GAP)
            y = self._note(wording.not_fetched(shown.missing_above), x, y, right - x) + theme.px(BETWEEN)
        self._divider = QRect(left, y + theme.px(3), right - left, theme.line_height("meta"))
        return y + theme.px(32) if shown.new_from_here else y

    def _note(self, text: str, x: int, y: int, room: int) -> int:
        theme = self._theme
        place = QRect(x, y, room, theme.line_height("dense"))
        self._pieces.append(Piece(place, text, theme.font("dense"), theme.muted))
        return place.bottom() + 1

    def _byline(self, row: PostRow, line: QRect) -> int:
        theme = self._theme
        parts = Byline.of(row, theme, int(time.time() * 1000))
        name = self.name.sizeHint().width()
        pieces, used, bottom = parts.place(line, name, theme)
        self._pieces += pieces
        self.name.setGeometry(line.x(), line.y(), used, line.height())
        return bottom

    def _place(self, control: QWidget, wanted: bool, place: QRect) -> int:
        control.setVisible(wanted)
        if not wanted:
            return place.top()
        control.setGeometry(
            QRect(place.topLeft(), QSize(min(control.sizeHint().width(), place.width()), place.height()))
        )
        return place.bottom() + 1

    def _text(self, place: QRect) -> int:
        # A line has its extra height above the letters; half of it belongs below.
        lead = max(
            0, (self._theme.line_height("reading") - QFontMetrics(self._theme.font("reading")).height()) // 2
        )
        height = self.body.height_at(place.width())
        self.body.setGeometry(place.x(), place.y() - lead, place.width(), height + lead)
        return place.y() + height

    def _footer(self, row: PostRow, x: int, y: int, room: int) -> int:
        theme = self._theme
        on, top = self.deeds.place(x, y + theme.px(4), room)
        pieces = edited(row, theme, on, top)
        self._pieces += pieces
        return top + theme.px(LINE) if self.deeds.any or pieces else y

    def _paint_divider(self, painter: QPainter) -> None:
        theme, place = self._theme, self._divider
        font = theme.font("meta", 600)
        text = QCoreApplication.translate("reader", "New since your last visit")
        half = QFontMetrics(font).horizontalAdvance(text) // 2 + theme.px(12)
        pale = QColor(theme.accent)
        pale.setAlphaF(1.0 if theme.outlined else 0.5)
        painter.setPen(pale)
        middle = place.center()
        painter.drawLine(place.left(), middle.y(), middle.x() - half, middle.y())
        painter.drawLine(middle.x() + half, middle.y(), place.right(), middle.y())
        painter.setPen(theme.accent)
        painter.setFont(font)
        painter.drawText(place, Qt.AlignmentFlag.AlignCenter, text)


def margin(theme: Theme, width: int) -> int:
    """The space at the left and right of the page, less in a narrow one."""
    return min(theme.px(MARGIN), max(width // 14, theme.px(20)))


def text_width(theme: Theme, width: int) -> int:
    """How wide a post's text is in a page of ``width`` pixels: at most the measure that reads well."""
    room = width - 2 * margin(theme, width) - theme.px(FACE + FACE_GAP)
    return max(min(room, theme.px(MEASURE)), 120)


def estimated_height(row: PostRow, theme: Theme, width: int) -> int:
    """A guess at the height of a post that was not laid out yet, from the length of its HTML."""
    letters_per_line = max(text_width(theme, width) / (theme.font("reading").pixelSize() * 0.5), 1)
    lines = len(row.html) * 0.9 // letters_per_line + 1
    return int(lines) * theme.line_height("reading") + theme.px(22 + BETWEEN + LINE + 4)
