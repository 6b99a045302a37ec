"""The tags of what is shared, as chips with a cross; a field with completion adds one."""

from __future__ import annotations

import re
from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QLineEdit, QPushButton, QSizePolicy, QWidget

from sync.markup_text import fold
from widgets.filters.completing import Completing, Offer
from widgets.filters.controls import button, draw_icon
from widgets.filters.flow import Flow
from widgets.icons import pixmap
from widgets.painting import paint_block, paint_words
from widgets.theme import Theme

translate = QCoreApplication.translate

_LONGEST = 50
_OFFERED = 8
_CROSS = 14
# Discourse keeps these out of tags (``DiscourseTagging::TAGS_FILTER_REGEXP``).
_NOT_IN_TAGS = re.compile(r"[/?#\[\]@!$&'()*+,;=.%\\`^\s|{}\"<>:]+")


class TagChip(QAbstractButton):
    """One tag. A click, Delete or Backspace takes it away (``clicked``)."""

    def __init__(self, tag: str, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.tag = tag
        self._theme = theme
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.retranslate()

    def retranslate(self) -> None:
        """What it is called, in the language of now."""
        self.setAccessibleName(translate("composer", "Tag {0}, take away").format(self.tag))
        self.setToolTip(translate("composer", "Take away"))

    def sizeHint(self) -> QSize:
        """The tag and its cross, 28 high."""
        px = self._theme.px
        words = QFontMetrics(self._theme.font("dense")).horizontalAdvance(f"#{self.tag}")
        return QSize(px(10) + words + px(6) + px(_CROSS) + px(8), px(28))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Delete and Backspace do what the cross does."""
        if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """A sunken chip."""
        theme, px = self._theme, self._theme.px
        painter = QPainter(self)
        paint_block(painter, self.rect().adjusted(0, 0, -1, -1), theme.sunken, theme)
        right = self.width() - px(8) - px(_CROSS)
        room = self.rect().adjusted(px(10), 0, right - self.width() - px(4), 0)
        paint_words(painter, room, f"#{self.tag}", theme.font("dense"), theme.text)
        size = px(_CROSS)
        cross = pixmap("x", size, theme.muted, self.devicePixelRatioF())
        painter.drawPixmap(right, (self.height() - size) // 2, cross)


class TagsRow(QWidget):
    """Chips, and a button that becomes a field. ``changed()`` after each tag that comes or goes."""

    changed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._chips: list[TagChip] = []
        self._known: Sequence[str] = ()
        self._most = 5
        self.flow = Flow(self)
        self.add: QPushButton = button("quiet", self._begin)
        self.add.setProperty("small", True)
        self.edit = QLineEdit()
        self.edit.setMaxLength(_LONGEST)
        self.edit.hide()
        self.completing = Completing(self.edit, theme, self._take)
        self.edit.installEventFilter(self)
        self.edit.textEdited.connect(self._typed)
        self.flow.addWidget(self.add)
        self.flow.addWidget(self.edit)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.set_theme(theme)
        self.retranslate()

    @property
    def tags(self) -> tuple[str, ...]:
        """The tags that go along."""
        return tuple(chip.tag for chip in self._chips)

    def show_tags(self, tags: Sequence[str]) -> None:
        """Hold these tags from now on; says nothing."""
        for chip in self._chips:
            self._drop(chip)
        self._chips = []
        for tag in tags:
            self._put(tag)
        self._end()

    def offer(self, known: Sequence[str], most: int) -> None:
        """The tags that the community uses, the most used first, and how many it takes."""
        self._known, self._most = known, most
        self.add.setVisible(self.edit.isHidden() and len(self._chips) < most)

    def set_theme(self, theme: Theme) -> None:
        """Draw in another theme from now on."""
        self._theme = theme
        draw_icon(self.add, "plus", 14, theme, "text")
        self.add.setStyleSheet(f"QPushButton {{ color: {theme.text.name()}; font-weight: 400; }}")
        self.edit.setFixedWidth(theme.px(140))
        self.completing.set_theme(theme)
        self.show_tags(self.tags)

    def retranslate(self) -> None:
        """The words, in the language of now."""
        self.add.setText(translate("composer", "tag"))
        self.add.setAccessibleName(translate("composer", "Add a tag"))
        self.edit.setAccessibleName(translate("composer", "Tag"))
        self.edit.setPlaceholderText(translate("composer", "Tag"))
        for chip in self._chips:
            chip.retranslate()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter, comma and space make a chip; Escape and leaving the field end it."""
        if watched is self.edit:
            if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
                return self._key(event)
            if event.type() == QEvent.Type.FocusOut and not self.completing.shown:
                self._take(self.edit.text())
                self._end()
        return super().eventFilter(watched, event)

    def _key(self, event: QKeyEvent) -> bool:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Comma, Qt.Key.Key_Space):
            if not self.completing.take_current():
                self._take(self.edit.text())
            return True
        if event.key() == Qt.Key.Key_Escape:
            self.edit.clear()
            self.add.show()
            self.add.setFocus(Qt.FocusReason.OtherFocusReason)
            self._end()
            return True
        if event.key() == Qt.Key.Key_Backspace and not self.edit.text() and self._chips:
            self._remove(self._chips[-1])
            self._begin()
            return True
        return False

    def _begin(self) -> None:
        if len(self._chips) >= self._most:
            return
        self.edit.clear()
        self.edit.show()
        self.edit.setFocus(Qt.FocusReason.OtherFocusReason)
        self.add.hide()
        self._typed("")

    def _end(self) -> None:
        self.completing.close()
        self.edit.hide()
        self.edit.clear()
        self.add.setVisible(len(self._chips) < self._most)

    def _typed(self, text: str) -> None:
        wanted = fold(tag_of(text))
        fits = [tag for tag in self._known if wanted in fold(tag) and tag not in self.tags]
        fits.sort(key=lambda tag: not fold(tag).startswith(wanted))
        offers = [Offer(tag, f"#{tag}", "") for tag in fits[:_OFFERED]]
        self.completing.offer(offers, QPoint(0, self.edit.height() + self._theme.px(4)))

    def _take(self, typed: str) -> None:
        tag = tag_of(typed)
        self.edit.clear()
        self.completing.close()
        if tag and tag not in self.tags and len(self._chips) < self._most:
            self._put(tag)
            self.changed.emit()
        if len(self._chips) >= self._most:
            self._end()

    def _put(self, tag: str) -> None:
        chip = TagChip(tag, self._theme, self)
        chip.clicked.connect(lambda _checked=False, chip=chip: self._remove(chip))
        self.flow.insert(self.flow.count() - 2, chip)
        self._chips.append(chip)
        chip.show()
        self.updateGeometry()

    def _remove(self, chip: TagChip) -> None:
        self._chips.remove(chip)
        self._drop(chip)
        self.add.show()
        self.add.setFocus(Qt.FocusReason.OtherFocusReason)
        self.changed.emit()

    def _drop(self, chip: TagChip) -> None:
        self.flow.drop(chip)
        self.updateGeometry()


def tag_of(typed: str) -> str:
    """What is typed as a tag of the community: lower case, words joined by a dash."""
    return _NOT_IN_TAGS.sub("-", typed.strip().lstrip("#").lower()).strip("-")[:_LONGEST]
