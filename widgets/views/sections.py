"""The parts of a grouped view as a row of chips above the list: one of them narrows it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QEvent, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QButtonGroup, QMenu, QPushButton, QVBoxLayout, QWidget

from app.views import Section
from sync.store.rows import Place
from widgets.filters.controls import draw_icon
from widgets.filters.flow import Flow
from widgets.plain_text import as_words
from widgets.style import mark
from widgets.theme import Theme
from widgets.wording import kind_name

translate = QCoreApplication.translate

# More parts than this go into a menu: two lines of chips, not a page of them.
_CHIPS = 5
# Where the text of the list begins.
_TEXT_LEFT = 32


class SectionChips(QWidget):
    """Offers all of a view and each of its parts. ``chosen(Place)`` tells which list is to be shown."""

    chosen = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._whole = Place()
        self._topics = 0
        self._kinds = False
        self._sections: Sequence[Section] = ()
        self._group = QButtonGroup(self)
        self.menu = QMenu(self)
        self._line = QWidget()
        self._flow = Flow(self._line)
        column = QVBoxLayout(self)
        column.setContentsMargins(_TEXT_LEFT, 4, 16, 8)
        column.addWidget(self._line)
        self.chips: list[QPushButton] = []
        self._current: QPushButton | None = None
        self.set_theme(theme)
        self.hide()

    def show_sections(self, whole: Place, topics: int, sections: Sequence[Section], *, kinds: bool) -> None:
        """Offer these parts of ``whole``, which has so many topics; without parts there is nothing to offer.

        ``kinds`` is whether the names of the parts are kinds of contributions.
        """
        self._whole, self._topics, self._sections, self._kinds = whole, topics, sections, kinds
        self._fill()
        self.setVisible(bool(sections))

    def set_theme(self, theme: Theme) -> None:
        """Draw in another theme from now on."""
        self._theme = theme
        self._fill()

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change of language at once."""
        if event.type() == QEvent.Type.LanguageChange:
            self._fill()
        super().changeEvent(event)

    def _fill(self) -> None:
        for chip in self.chips:
            self._group.removeButton(chip)
            self._flow.drop(chip)
        self.chips = []
        self.menu.clear()
        if not self._sections:
            return
        everything = self._chip(translate("views", "All"), self._topics, self._whole)
        everything.setChecked(True)
        self._current = everything
        rest = self._sections[_CHIPS:] if len(self._sections) > _CHIPS + 1 else ()
        for section in self._sections[: len(self._sections) - len(rest)]:
            self._chip(self._name(section), section.topics, section.place)
        if rest:
            self._more(rest)

    def _chip(self, name: str, topics: int, place: Place) -> QPushButton:
        chip = self._button(f"{name}  {topics}")
        chip.setAccessibleName(_with_count(name, topics))
        chip.clicked.connect(lambda _checked=False: self._choose(chip, place))
        return chip

    def _more(self, rest: Sequence[Section]) -> None:
        more = self._button(translate("views", "More"))
        draw_icon(more, "chevron-down", 16, self._theme, "muted")
        for section in rest:
            action = QAction(as_words(f"{self._name(section)}  {section.topics}"), self.menu)
            action.triggered.connect(lambda _on=False, section=section: self._pick(more, section))
            self.menu.addAction(action)
        # As the button's own menu, Qt would not let it be checked.
        more.clicked.connect(lambda _checked=False: self._open_menu(more))

    def _open_menu(self, more: QPushButton) -> None:
        if self.menu.exec(more.mapToGlobal(more.rect().bottomLeft())) is None and self._current is not None:
            self._current.setChecked(True)

    def _pick(self, more: QPushButton, section: Section) -> None:
        name = self._name(section)
        more.setText(as_words(f"{name}  {section.topics}"))
        more.setAccessibleName(_with_count(name, section.topics))
        self._flow.invalidate()
        self._choose(more, section.place)

    def _choose(self, chip: QPushButton, place: Place) -> None:
        chip.setChecked(True)
        self._current = chip
        self.chosen.emit(place)

    def _button(self, text: str) -> QPushButton:
        chip = QPushButton(as_words(text))
        mark(chip, "chip")
        chip.setCheckable(True)
        self._group.addButton(chip)
        self._flow.addWidget(chip)
        self.chips.append(chip)
        return chip

    def _name(self, section: Section) -> str:
        if not section.name:
            return translate("views", "Unknown")
        return kind_name(section.name) if self._kinds else section.name


def _with_count(name: str, topics: int) -> str:
    return translate("views", "{name}, topics: {count}").format(name=name, count=topics)
