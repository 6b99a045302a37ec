"""People by name, by organisation with a search field, the team last, and the date of the list.

They are those who read along, or the members of an open group.
"""

from __future__ import annotations

import time

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QColor, QResizeEvent
from PySide6.QtWidgets import QLabel, QListView, QSizePolicy, QVBoxLayout, QWidget

from app.audience import Audience
from app.members import Members
from widgets.audience import wording
from widgets.audience.delegate import ReadersDelegate
from widgets.audience.rows import Form, ReadersModel
from widgets.faces import Faces
from widgets.find_field import FindField
from widgets.keyboard_list import KeyboardList
from widgets.style import mark
from widgets.theme import Theme

# Fewer people than this are found by looking.
_SEARCH_FROM = 6


class ReadersList(QWidget):
    """Shows an ``Audience`` or ``Members`` by name, in one of two forms: see ``rows.Form``.

    ``most_height`` in pixels at 100% text is where the list begins to scroll by itself; without it the list
    is as high as it needs, for in a page that scrolls.
    """

    def __init__(
        self,
        theme: Theme,
        faces: Faces,
        parent: QWidget | None = None,
        *,
        form: Form = "organisations",
        most_height: int | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme, self._most_height = theme, most_height
        self._ground: QColor | None = None
        self._shown: Audience | Members | None = None
        self.field = FindField(theme, self, sunken=form == "people", small=True)
        self.field.textChanged.connect(lambda _text: self._fill())
        self.view = KeyboardList(self)
        self._model = ReadersModel(form, self)
        self._delegate = ReadersDelegate(theme, faces, of_people=form == "people", parent=self)
        self._set_up_view()
        self._foot = QLabel(self)
        self._foot.setWordWrap(True)
        self._foot.setTextFormat(Qt.TextFormat.PlainText)
        self._foot.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        mark(self._foot, "meta")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        for widget in (self.field, self.view, self._foot):
            self._column.addWidget(widget)
        faces.ready.connect(self._model.picture_ready)
        self.set_theme(theme)

    @property
    def foot(self) -> str:
        """The line under the list: how sure it is and of when."""
        return self._foot.text()

    @property
    def lines(self) -> list[str]:
        """What the rows say, from the top."""
        rows = range(self._model.rowCount())
        return [str(self._model.index(row).data(Qt.ItemDataRole.AccessibleTextRole)) for row in rows]

    def show_audience(self, audience: Audience) -> None:
        """Other readers; what was typed in the search field goes when the group is another one."""
        self._show(audience)

    def show_members(self, members: Members) -> None:
        """The members of an open group, as ``show_audience`` does."""
        self._show(members)

    def set_theme(self, theme: Theme, ground: QColor | None = None) -> None:
        """Another look or text size; ``ground`` is the colour behind the list when it is not the surface."""
        self._theme = theme
        self._ground = ground or self._ground
        self._delegate.set_theme(theme, ground or theme.surface)
        self.field.set_theme(theme)
        self._column.setSpacing(theme.px(8))
        self._fill()

    def retranslate(self) -> None:
        """Say everything in the language of now."""
        shown, now = self._shown, int(time.time() * 1000)
        if shown is None:
            return
        label = wording.search_label(shown.by_organisation)
        self.field.setPlaceholderText(label)
        self.field.setAccessibleName(label)
        if isinstance(shown, Members):
            name, foot = wording.members(shown), wording.members_foot(shown, now)
        else:
            name, foot = wording.headline(shown).whole(), wording.foot(shown, now)
        self.view.setAccessibleName(name)
        self._foot.setText(foot)
        self._fill()

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change of language at once."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width gives the names other lines."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._fit()

    def height_at(self, width: int) -> int:
        """How high the whole is at ``width`` pixels."""
        self.resize(width, self.height())
        self._fit()
        wrapped = self._column.hasHeightForWidth()
        return self._column.heightForWidth(width) if wrapped else self._column.sizeHint().height()

    def _set_up_view(self) -> None:
        self.view.setModel(self._model)
        self.view.setItemDelegate(self._delegate)
        self.view.setSelectionMode(QListView.SelectionMode.NoSelection)
        self.view.setStyleSheet("QListView { background: transparent; border: none; padding: 0; }")
        self.view.viewport().setAutoFillBackground(False)

    def _show(self, shown: Audience | Members) -> None:
        if self._shown is not None and self._shown.group_id != shown.group_id:
            self.field.clear()
        self._shown = shown
        self.retranslate()

    def _fill(self) -> None:
        if self._shown is None:
            return
        people = sum(len(one.readers) for one in self._shown.by_organisation)
        self.field.setVisible(people >= _SEARCH_FROM)
        self.view.setVisible(people > 0)
        self._model.show_readers(self._shown.by_organisation, self.field.text())
        self._fit()

    def _fit(self) -> None:
        """The list is as high as its rows, up to where it scrolls."""
        self.view.scheduleDelayedItemsLayout()
        width = self.width()
        rows = range(self._model.rowCount())
        needed = sum(self._delegate.height(self._model.index(row), width) for row in rows)
        if self._most_height is not None:
            needed = min(needed, self._theme.px(self._most_height))
        self.view.setFixedHeight(max(needed, 1))
