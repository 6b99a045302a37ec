"""A row of the outbox or of the drafts as it is shown: words only, made from facts elsewhere."""

from __future__ import annotations

from typing import Literal, NamedTuple

from PySide6.QtCore import QCoreApplication

Tone = Literal["plain", "quiet", "warning", "danger"]


class Link(NamedTuple):
    """Something one can do: its name, its words, and the words that say it without the row around it."""

    name: str
    words: str
    spoken: str


class Shown(NamedTuple):
    """One row. ``tone`` colours icon and state; ``closed`` puts a lock before where it goes.

    ``words`` are how a text begins, ``told`` the community's own words. ``alert`` and ``names`` are said in a
    block of their own, with the first two links as buttons. ``links`` are in sight, ``more`` is in the menu.
    """

    key: int
    icon: str
    tone: Tone
    title: str
    where: str
    closed: bool
    state: str
    words: str = ""
    told: str = ""
    alert: str = ""
    names: str = ""
    links: tuple[Link, ...] = ()
    more: tuple[Link, ...] = ()

    @property
    def spoken(self) -> str:
        """The row as one sentence, as it is read out."""
        closed = QCoreApplication.translate("outbox", "closed group") if self.closed else ""
        parts = (self.title, self.where, closed, self.alert, self.names, self.words, self.state, self.told)
        return "; ".join(part for part in parts if part)

    @property
    def in_line(self) -> tuple[Link, ...]:
        """The links that are shown as such."""
        return self.links[2:] if self.alert else self.links

    @property
    def deeds(self) -> tuple[Link, ...]:
        """Everything one can do, what helps most first."""
        return self.links + self.more


class Section(NamedTuple):
    """Rows under a heading; ``name`` stays the same in every language."""

    name: str
    heading: str
    rows: tuple[Shown, ...]
