"""The rows of the list of readers: an organisation with its people in words, or a row for each person."""

from __future__ import annotations

from typing import Any, Literal, NamedTuple

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from app.audience import Organisation, Reader
from widgets.audience import wording

Form = Literal["organisations", "people"]
"""One row for an organisation with the names of its people, or a heading with a row for each."""

ROW = Qt.ItemDataRole.UserRole
Index = QModelIndex | QPersistentModelIndex


class Row(NamedTuple):
    """One row; ``reader`` is set where it is one person's, ``text`` where it only says something."""

    organisation: Organisation | None = None
    reader: Reader | None = None
    text: str = ""


class ReadersModel(QAbstractListModel):
    """The readers that match what was typed."""

    def __init__(self, form: Form, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._form = form
        self._rows: list[Row] = []

    def show_readers(self, by_organisation: tuple[Organisation, ...], text: str) -> None:
        """Other people, those whose name or organisation has ``text`` in it."""
        self.beginResetModel()
        found = matching(by_organisation, text)
        self._rows = [row for one in found for row in self._rows_of(one)]
        if not found and text.strip():
            self._rows = [Row(text=wording.nobody(text.strip()))]
        self.endResetModel()

    def picture_ready(self, key: str) -> None:
        """A face can be drawn now."""
        for at, row in enumerate(self._rows):
            shown = row.organisation.readers if row.organisation is not None else ()
            if any(one.avatar == key for one in ((row.reader,) if row.reader is not None else shown)):
                index = self.index(at)
                self.dataChanged.emit(index, index)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        """How many rows there are; nothing lies below them."""
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The row itself, and what is read out for it."""
        if not 0 <= index.row() < len(self._rows):
            return None
        row = self._rows[index.row()]
        if role == ROW:
            return row
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return self._spoken(row)
        return None

    def _rows_of(self, one: Organisation) -> list[Row]:
        if self._form == "organisations":
            return [Row(one)]
        return [Row(one), *(Row(one, reader) for reader in one.readers)]

    def _spoken(self, row: Row) -> str:
        if row.organisation is None:
            return row.text
        if row.reader is None:
            if self._form == "organisations":
                return wording.spoken(row.organisation)
            return f"{wording.organisation(row.organisation)}, {len(row.organisation.readers)}"
        told = (row.reader.name or row.reader.username, row.reader.organisation, wording.note(row.reader))
        return ", ".join(part for part in told if part)


def matching(organisations: tuple[Organisation, ...], text: str) -> list[Organisation]:
    """The organisations that match by their own name, with everyone, or else with just who matches."""
    words = text.casefold().split()
    if not words:
        return list(organisations)
    found = []
    for one in organisations:
        if _has(wording.organisation(one), words):
            found.append(one)
        elif readers := tuple(r for r in one.readers if _has(f"{r.name} {r.username} {one.name}", words)):
            found.append(one._replace(readers=readers))
    return found


def _has(text: str, words: list[str]) -> bool:
    folded = text.casefold()
    return all(word in folded for word in words)
