"""Hide posts like this one: ready-made rules from a topic, each with how much it touches, one click each."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QCloseEvent, QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QApplication, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from app.filters.alike import Alike
from app.filters.rules import Rule
from app.filters.text import to_text
from app.filters.tree import all_of
from sync.store.rows import TopicRow
from widgets.filters.controls import label, link
from widgets.icons import KIND_ICONS, pixmap
from widgets.style import mark
from widgets.theme import Theme
from widgets.wording import kind_name

translate = QCoreApplication.translate

_WIDTH = 400
_ROW = 40
_ICONS = {"group": "users", "from": "user-round", "org": "building-2", "tag": "hash", "title": "search"}


class AlikeButton(QAbstractButton):
    """A ready-made rule: what it hides at the left, how many topics at the right."""

    def __init__(self, drawing: str, words: str, note: str, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._drawing = drawing
        self._note = note
        self._theme = theme
        self.setText(words)
        self.setAccessibleName(f"{words}; {note}")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setMinimumHeight(theme.px(_ROW))

    def sizeHint(self) -> QSize:
        """40 high, as wide as the popover."""
        return QSize(self._theme.px(_WIDTH), self._theme.px(_ROW))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Icon, words, and the figure in muted."""
        theme, px = self._theme, self._theme.px
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.underMouse() or self.hasFocus():
            painter.setBrush(theme.hover)
            painter.setPen(QPen(theme.accent, 2) if self.hasFocus() else Qt.PenStyle.NoPen)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), px(8), px(8))
        size = px(16)
        top = (self.height() - size) // 2
        painter.drawPixmap(px(12), top, pixmap(self._drawing, size, theme.muted, self.devicePixelRatioF()))
        small = theme.font("meta", tabular=True)
        width = QFontMetrics(small).horizontalAdvance(self._note)
        centre = Qt.AlignmentFlag.AlignVCenter
        painter.setFont(small)
        painter.setPen(theme.muted)
        painter.drawText(
            self.rect().adjusted(0, 0, -px(12), 0), centre | Qt.AlignmentFlag.AlignRight, self._note
        )
        painter.setFont(theme.font("body"))
        painter.setPen(theme.text)
        room = self.rect().adjusted(px(40), 0, -px(24) - width, 0)
        words = painter.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, centre, words)


class LikeThis(QFrame):
    """A popover within ``window``. ``chosen(Rule)`` adds a rule, ``edit_wanted(Rule)`` opens the editor.

    Escape, a click elsewhere, or the keyboard going elsewhere closes it.
    """

    chosen = Signal(object)
    edit_wanted = Signal(object)

    def __init__(self, row: TopicRow, found: Sequence[Alike], theme: Theme, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._before: QWidget | None = None
        self._theme = theme
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        mark(self, "card")
        self.setFixedWidth(min(theme.px(_WIDTH), window.width() - 16))
        heading = translate("rules", "Hide posts like this…")
        self.setAccessibleName(heading)
        self.buttons: list[AlikeButton] = []
        column = QVBoxLayout(self)
        column.setContentsMargins(8, theme.px(12), 8, theme.px(12))
        column.setSpacing(0)
        title = label(heading, "section-title")
        title.setContentsMargins(theme.px(12), 0, 0, theme.px(8))
        column.addWidget(title)
        for one in found:
            made = AlikeButton(_icon(one), words(one), _touches(one.topics), theme, self)
            made.clicked.connect(partial(self._choose, one))
            column.addWidget(made)
            self.buttons.append(made)
        self.adjust = link(partial(self._adjust, row, found))
        self.adjust.setText(translate("rules", "Adjust…"))
        column.addSpacing(theme.px(8))
        end = QHBoxLayout()
        end.setContentsMargins(theme.px(12), 0, 0, 0)
        end.addWidget(self.adjust)
        end.addStretch(1)
        column.addLayout(end)

    def pop_up(self, at: QPoint) -> None:
        """Show it near ``at`` (on the screen), wholly within the window, with the keyboard in it."""
        self.adjustSize()
        place, room = self._window.mapFromGlobal(at), self._window.rect().adjusted(8, 8, -8, -8)
        x = max(min(place.x(), room.right() - self.width()), room.left())
        y = max(min(place.y(), room.bottom() - self.height()), room.top())
        self.move(x, y)
        self._before = QApplication.focusWidget()
        self.raise_()
        self.show()
        first = self.buttons[0] if self.buttons else self.adjust
        first.setFocus(Qt.FocusReason.PopupFocusReason)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.installEventFilter(self)
            application.focusChanged.connect(self._focus_went)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A click elsewhere closes it, and does there what it does."""
        pressed = event.type() == QEvent.Type.MouseButtonPress
        if pressed and isinstance(watched, QWidget) and not (watched is self or self.isAncestorOf(watched)):
            self.close()
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            # Before the buttons, whose own arrows would leave the popover.
            step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()))
            stops: list[QWidget] = [*self.buttons, self.adjust]
            if step is not None and watched in stops:
                after = (stops.index(watched) + step) % len(stops)
                stops[after].setFocus(Qt.FocusReason.TabFocusReason)
                return True
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape closes."""
        if event.key() == Qt.Key.Key_Escape:
            self.close()
        else:
            super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        """The keyboard goes back to where it came from."""
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.removeEventFilter(self)
        if self.isAncestorOf(QApplication.focusWidget() or self._window) and self._before is not None:
            self._before.setFocus(Qt.FocusReason.PopupFocusReason)
        super().closeEvent(event)

    def _focus_went(self, _old: QWidget | None, now: QWidget | None) -> None:
        if self.isVisible() and now is not None and now is not self and not self.isAncestorOf(now):
            self.close()

    def _choose(self, one: Alike) -> None:
        self.close()
        self.chosen.emit(rule_of(one))

    def _adjust(self, row: TopicRow, found: Sequence[Alike]) -> None:
        self.close()
        # To begin with: what the topic is and where it stands, the narrowest that reads as a sentence.
        narrow = all_of(one.node for one in found if one.likeness in ("group", "kind"))
        name = translate("rules", "Like “{0}”").format(row.title)
        self.edit_wanted.emit(Rule(0, name, to_text(narrow), "hide"))


def words(one: Alike) -> str:
    """What a ready-made rule hides."""
    if one.likeness == "kind":
        return translate("rules", "Of the kind {0}").format(kind_name(one.what).lower())
    return {
        "group": translate("rules", "In the group {0}"),
        "from": translate("rules", "By {0}"),
        "org": translate("rules", "By people of {0}"),
        "tag": translate("rules", "With the tag #{0}"),
        "title": translate("rules", "With “{0}” in the title"),
    }[one.likeness].format(one.what)


def rule_of(one: Alike) -> Rule:
    """The rule that hides what is alike."""
    return Rule(0, words(one), to_text(one.node), "hide")


def _icon(one: Alike) -> str:
    return KIND_ICONS.get(one.what, "message-square") if one.likeness == "kind" else _ICONS[one.likeness]


def _touches(topics: int) -> str:
    if topics == 1:
        return translate("rules", "1 in 30 days")
    return translate("rules", "{0} in 30 days").format(topics)
