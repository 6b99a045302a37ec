"""The scrolling column of a topic. Only posts around the viewport have widgets, which are used again.

Where the page stands is an item and how far it is scrolled into it, not a number of pixels from the start:
heights above may turn out otherwise than estimated, and nothing that is read moves.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QFrame, QWidget

from app.reading import Shown
from widgets.reader.extents import Extents
from widgets.reader.heading import Heading
from widgets.reader.pool import PostPool
from widgets.reader.post import PostView, estimated_height
from widgets.theme import Theme

_AHEAD = 400
_STEP = 40


class ThreadView(QAbstractScrollArea):
    """The heading (item 0) and the posts (item 1 and on) of one topic.

    ``moved`` follows every change of what is in sight; ``by_hand`` is false when the page jumped there.
    """

    moved = Signal(bool)
    zoom_asked = Signal(int)

    def __init__(
        self, heading: Heading, make_post: Callable[[], PostView], theme: Theme, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._heading = heading
        self._make_post = make_post
        self._theme = theme
        self._shown: list[Shown] = []
        self._extents = Extents()
        self._pool = PostPool(self._new_view, self)
        self._first = 0
        self._offset = 0
        self._value = 0
        self._placing = False
        heading.setParent(self.viewport())
        heading.resized.connect(self._heading_resized)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalScrollBar().setSingleStep(_STEP)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._focus_went)

    def show_posts(self, shown: Sequence[Shown], at_position: int | None = None) -> None:
        """Shows a topic from the top, or from the post at ``at_position`` (0 is the first)."""
        self._pool.keep(())
        self._shown = list(shown)
        self._estimate()
        self._first = min(at_position + 1, len(shown)) if at_position else 0
        self._offset = 0
        self._place(by_hand=False)

    def replace_posts(self, shown: Sequence[Shown]) -> None:
        """Posts were added, changed or taken away: what is in sight stays where it is."""
        anchor, was = self._anchor_post(), self._first
        heights = {item.row.post_id: self._extents.height(at) for at, item in enumerate(self._shown, start=1)}
        self._shown = list(shown)
        self._estimate(heights)
        self._first = self._index_of(anchor, was)
        for index, item in self._pool.renumber(self._shown):
            self._extents.put(index, self._pool.show(index, item, self.width()))
        self._place(by_hand=False)

    def set_theme(self, theme: Theme) -> None:
        """Another look or text size: everything is laid out anew, the post in sight stays in sight."""
        self._theme = theme
        self._heading.set_theme(theme)
        share = self._share()
        self._pool.set_theme(theme)
        self._again(share)

    def jump_to(self, position: int, *, focus: bool = False) -> None:
        """Brings the post at ``position`` to the top of the page; the first one (0) comes with the heading.

        With ``focus`` the keyboard, and with it a screen reader, goes to that post's text.
        """
        if not 0 <= position < len(self._shown):
            return
        self._first, self._offset = position + 1 if position else 0, 0
        self._place(by_hand=False)
        view = self.view_at(position)
        if focus and view is not None:
            seen = self.window().testAttribute(Qt.WidgetAttribute.WA_KeyboardFocusChange)
            reason = Qt.FocusReason.ShortcutFocusReason if seen else Qt.FocusReason.OtherFocusReason
            view.body.setFocus(reason)

    def tell_time(self) -> None:
        """Time passes: the ages of the posts in sight are told anew."""
        for view in self.views():
            view.arrange(self.width())
            view.update()

    def view_at(self, position: int) -> PostView | None:
        """The widget of a post, if it has one now."""
        return self._pool.get(position + 1)

    def views(self) -> list[PostView]:
        """The widgets of the posts in and around sight, from the top."""
        return self._pool.views()

    def in_sight(self) -> list[Shown]:
        """The posts of which half, or half a page, can be seen."""
        height = self.viewport().height()
        seen = []
        for view in self.views():
            top, bottom = max(view.y(), 0), min(view.y() + view.height(), height)
            if view.shown is not None and bottom - top >= min(view.height(), height) / 2:
                seen.append(view.shown)
        return seen

    def above(self) -> list[Shown]:
        """The posts that lie wholly above the page, the last fifty of them."""
        return self._shown[max(self._first - 51, 0) : max(self._first - 1, 0)]

    def scrollContentsBy(self, _dx: int, _dy: int) -> None:
        """The scroll bar moved: a little, to the pixel; far, to where the estimates say."""
        if self._placing:
            return
        value = self.verticalScrollBar().value()
        by = value - self._value
        if abs(by) <= 2 * self.viewport().height():
            self._offset += by
        else:
            self._first, self._offset = self._extents.at(value)
        self._place(by_hand=True)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width lays everything out anew around the post in sight."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._again(self._share())
        else:
            self._place(by_hand=False)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Space and the like turn pages; arrows scroll."""
        bar = self.verticalScrollBar()
        page = max(self.viewport().height() - self._theme.px(2 * _STEP), _STEP)
        back = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        steps = {
            Qt.Key.Key_Space: -page if back else page,
            Qt.Key.Key_PageDown: page,
            Qt.Key.Key_PageUp: -page,
            Qt.Key.Key_Down: _STEP,
            Qt.Key.Key_Up: -_STEP,
        }
        key = Qt.Key(event.key())
        if key in steps:
            bar.setValue(bar.value() + steps[key])
        elif key == Qt.Key.Key_Home:
            self._to_end(0)
        elif key == Qt.Key.Key_End:
            self._to_end(len(self._shown))
        else:
            super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """With Ctrl the text grows or shrinks."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            turn = event.angleDelta().y()
            if turn:
                self.zoom_asked.emit(1 if turn > 0 else -1)
            event.accept()
        else:
            super().wheelEvent(event)

    def viewportEvent(self, event: QEvent) -> bool:
        """Where the layout direction or the screen's density changes, lay out anew."""
        if event.type() == QEvent.Type.DevicePixelRatioChange:
            self._again(self._share())
        return super().viewportEvent(event)

    def post_grew(self, view: PostView, y: int, pixels: int) -> None:
        """Something in a post took another height than was kept for it; what is read below stays in place."""
        index = self._pool.index_of(view)
        if index is None:
            return
        self._extents.put(index, view.arrange(self.width()))
        if index == self._first and y < self._offset:
            self._offset = max(self._offset + pixels, 0)
        self._place(by_hand=False)

    def _heading_resized(self) -> None:
        if len(self._extents):
            self._extents.put(0, self._heading.arrange(self.width()))
            self._place(by_hand=False)

    def _estimate(self, known: dict[int, int] | None = None) -> None:
        width = self.width()
        heights = [self._heading.arrange(width)]
        for item in self._shown:
            height = known.get(item.row.post_id) if known else None
            heights.append(height or estimated_height(item.row, self._theme, width))
        self._extents = Extents(heights)

    def _again(self, share: float) -> None:
        self._pool.keep(())
        self._estimate()
        if len(self._extents):
            self._measure(self._first)
            self._offset = round(share * self._extents.height(self._first))
        self._place(by_hand=False)

    def _share(self) -> float:
        if self._first >= len(self._extents):
            return 0.0
        return self._offset / max(self._extents.height(self._first), 1)

    def _anchor_post(self) -> int | None:
        return self._shown[self._first - 1].row.post_id if 0 < self._first <= len(self._shown) else None

    def _index_of(self, post_id: int | None, otherwise: int) -> int:
        if post_id is None:
            return 0
        found = (index for index, item in enumerate(self._shown, start=1) if item.row.post_id == post_id)
        return next(found, min(otherwise, len(self._shown)))

    def _to_end(self, index: int) -> None:
        self._first = index
        self._offset = 0 if index == 0 else self._measure(index)
        self._place(by_hand=False)

    def _place(self, *, by_hand: bool) -> None:
        if self._placing or not len(self._extents):
            return
        self._placing = True
        try:
            self._settle()
            self._lay_down()
            self._tell_scroll_bar()
        finally:
            self._placing = False
        self.moved.emit(by_hand)

    def _settle(self) -> None:
        """Makes the first item the one at the top edge, with the last page full."""
        height, last = self.viewport().height(), len(self._extents) - 1
        below = -self._offset
        for index in range(self._first, last + 1):
            below += self._measure(index)
            if below >= height:
                break
        else:
            self._offset -= max(height - below, 0)
        while self._offset < 0 and self._first > 0:
            self._first -= 1
            self._offset += self._measure(self._first)
        self._offset = max(self._offset, 0)
        while self._first < last and self._offset >= self._measure(self._first):
            self._offset -= self._extents.height(self._first)
            self._first += 1

    def _lay_down(self) -> None:
        """Gives every item in and around sight its place, and takes the widgets of the others back."""
        height, last = self.viewport().height(), len(self._extents) - 1
        places: dict[int, int] = {}
        y, index = -self._offset, self._first
        while index <= last and y < height + _AHEAD:
            places[index] = y
            y += self._measure(index)
            index += 1
        y, index = -self._offset, self._first - 1
        while index >= 0 and y > -_AHEAD:
            y -= self._measure(index)
            places[index] = y
            index -= 1
        self._pool.keep(places)
        width = self.width()
        for index, top in places.items():
            widget = self._pool.get(index) or self._heading
            widget.setGeometry(0, top, width, self._extents.height(index))
            widget.show()
        self._heading.setVisible(0 in places)
        self._pool.order_tabs(self._heading.last_control())

    def _measure(self, index: int) -> int:
        if index > 0 and index not in self._pool:
            self._extents.put(index, self._pool.show(index, self._shown[index - 1], self.width()))
        return self._extents.height(index)

    def _new_view(self) -> PostView:
        view = self._make_post()
        view.setParent(self.viewport())
        view.grew.connect(self.post_grew)
        return view

    def _tell_scroll_bar(self) -> None:
        bar = self.verticalScrollBar()
        self._value = self._extents.top(self._first) + self._offset
        height = self.viewport().height()
        if bar.isSliderDown():
            self._value = bar.value()
            return
        bar.setPageStep(height)
        bar.setRange(0, max(self._extents.total - height, 0))
        bar.setValue(self._value)

    def _focus_went(self, _old: QWidget | None, now: QWidget | None) -> None:
        if now is None or now is self.viewport() or not self.viewport().isAncestorOf(now):
            return
        top = now.mapTo(self.viewport(), QPoint(0, 0)).y()
        bottom = top + min(now.height(), self.viewport().height() // 2)
        bar = self.verticalScrollBar()
        if top < 0:
            bar.setValue(bar.value() + top - _STEP)
        elif bottom > self.viewport().height():
            bar.setValue(bar.value() + bottom - self.viewport().height() + _STEP)
