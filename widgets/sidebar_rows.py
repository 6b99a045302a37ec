"""The rows of the sidebar: the places at the left with what is unread there, made from an overview."""

from __future__ import annotations

from typing import Literal, NamedTuple

from PySide6.QtCore import (
    QAbstractListModel,
    QCoreApplication,
    QModelIndex,
    QPersistentModelIndex,
    Qt,
)
from PySide6.QtWidgets import QWidget

from app.places import Overview, OwnView, usual_groups
from sync.store.rows import Counts, GroupRow, Place
from widgets.views.looks import icon_of

Index = QModelIndex | QPersistentModelIndex
Page = Literal["groups", "rules", "notices", "drafts", "outbox"]
Target = Place | Page | Literal["people"]


class Entry(NamedTuple):
    """One row: a place to go to, or (without a target) a heading; one without words too is a spring, which
    pushes what follows to the bottom. ``size`` counts what it leads to, and ``urgent`` says that it waits for
    the member."""

    label: str
    icon: str = ""
    target: Target | None = None
    unread: int = 0
    closed: bool = False
    size: int = 0
    urgent: bool = False

    @property
    def heading(self) -> bool:
        """Whether this row names the ones below it."""
        return self.target is None and bool(self.label)

    @property
    def spoken(self) -> str:
        """The row as a screen reader says it."""
        words = [self.label]
        if self.closed:
            words.append(QCoreApplication.translate("sidebar", "closed group"))
        if self.unread:
            words.append(QCoreApplication.translate("sidebar", "{0} unread").format(self.unread))
        if self.size:
            words.append(str(self.size))
        if self.urgent:
            words.append(QCoreApplication.translate("sidebar", "needs you"))
        return ", ".join(words)


class PlacesModel(QAbstractListModel):
    """The rows of the sidebar, made from an overview."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._entries: list[Entry] = []
        self._overview = Overview([], Counts(0, 0, 0, {}))
        self.rebuild()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else len(self._entries)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        entry = self.entry(index)
        if role == Qt.ItemDataRole.DisplayRole:
            return entry.label
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return entry.spoken
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        if self.entry(index).target is None:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def entry(self, index: Index) -> Entry:
        """The entry behind ``index``."""
        return self._entries[index.row()]

    def entries(self) -> list[Entry]:
        """All rows, headings too."""
        return list(self._entries)

    def show(self, overview: Overview) -> None:
        """Take in new counts and groups."""
        self._overview = overview
        self.rebuild()

    def rebuild(self) -> None:
        """Make the rows again: after new counts, another language, or more groups wanted."""
        entries = self._made()
        if [entry.target for entry in entries] == [entry.target for entry in self._entries]:
            self._entries = entries
            if entries:
                self.dataChanged.emit(self.index(0), self.index(len(entries) - 1))
            return
        self.beginResetModel()
        self._entries = entries
        self.endResetModel()

    def row_of(self, target: Target) -> int:
        """The row of ``target``; -1 where it is not shown."""
        return next((row for row, entry in enumerate(self._entries) if entry.target == target), -1)

    def _made(self) -> list[Entry]:
        counts = self._overview.counts
        translate = QCoreApplication.translate
        entries = [
            Entry(
                translate("sidebar", "My timeline"), "text-align-start", Place("timeline"), counts.timeline
            ),
            Entry(
                translate("sidebar", "Questions"),
                "circle-question-mark",
                Place("questions"),
                counts.questions,
            ),
            Entry(translate("sidebar", "Saved"), "bookmark", Place("saved"), counts.saved),
            Entry(translate("sidebar", "People"), "circle-user", "people"),
        ]
        groups = self._overview.groups
        if groups:
            entries.append(Entry(translate("sidebar", "Groups")))
            entries += map(self._group, usual_groups(groups))
            every = len(groups) + self._overview.more_groups
            entries.append(Entry(translate("sidebar", "All groups"), "ellipsis", "groups", size=every))
        if self._overview.views:
            entries.append(Entry(translate("views", "My views")))
            entries += map(_view, self._overview.views)
        return entries + self._at_the_bottom()

    def _at_the_bottom(self) -> list[Entry]:
        translate = QCoreApplication.translate
        told = self._overview
        return [
            Entry(""),
            Entry(translate("sidebar", "Rules"), "sliders-horizontal", "rules", size=told.rules),
            Entry(translate("sidebar", "Notifications"), "bell", "notices", told.notices),
            Entry(translate("sidebar", "Drafts"), "pencil", "drafts", size=told.drafts),
            Entry(
                translate("sidebar", "Outbox"),
                "upload",
                "outbox",
                size=told.waiting + told.needs_you,
                urgent=bool(told.needs_you),
            ),
        ]

    def _group(self, group: GroupRow) -> Entry:
        unread = self._overview.counts.groups.get(group.group_id, 0)
        icon = "lock" if group.closed else "users"
        return Entry(group.name, icon, Place("group", group.group_id), unread, bool(group.closed))


def _view(view: OwnView) -> Entry:
    return Entry(view.name, icon_of(view.icon), Place("view", view.id), view.unread)
