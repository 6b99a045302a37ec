"""The member's views as screens use them: opened, counted, changed and undone. Blocks: for the background."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, NamedTuple

from app import views
from app.filters.complete import Vocabulary, vocabulary
from app.filters.parse import QueryError, parse
from app.filters.text import to_text
from app.language import Language
from app.views import Section, View
from sync.store import topics
from sync.store.rows import Place

if TYPE_CHECKING:
    from sqlite3 import Connection

    from app.client import Client


class Opened(NamedTuple):
    """A view with its topics as they are at this moment, and its parts when it is grouped."""

    view: View
    place: Place
    topics: int
    sections: Sequence[Section]


class Viewing:
    """Reads and changes the views of ``client``."""

    def __init__(self, client: Client) -> None:
        self._client = client

    def view(self, view_id: int, language: Language) -> View | None:
        """A view by its id, built in ones too, or ``None`` when it is gone."""
        with self._client.store.reading() as conn:
            known = [*views.own(conn), *views.built_in(language)]
        return next((view for view in known if view.id == view_id), None)

    def opened(self, view_id: int) -> Opened | None:
        """One of the member's own views, to be shown now; ``None`` when it is gone."""
        with self._client.store.reading() as conn:
            view = next((view for view in views.own(conn) if view.id == view_id), None)
            if view is None:
                return None
            place = views.place_of(conn, view, self._client.judge.known(conn))
            return Opened(
                view, place, topics.count(conn, place, view.order), views.sections(conn, view, place)
            )

    def count(self, view: View) -> int:
        """How many topics a view holds, kept or not. Raises ``QueryError``."""
        parse(view.text)
        with self._client.store.reading() as conn:
            place = views.place_of(conn, view, self._client.judge.known(conn))
            return topics.count(conn, place, view.order)

    def keep(self, view: View) -> View:
        """Keep a view: a new one (id 0) at the end, a known one in its place.

        Raises ``QueryError``, and ``KeyError`` for one that is gone.
        """
        if view.id == 0:
            return self._client.store.write(lambda conn: views.add(conn, view))
        self._client.store.write(lambda conn: views.change(conn, view))
        return view

    def save(self, wanted: Iterable[View]) -> tuple[View, ...]:
        """Make the list of views be this one: how a change is undone. Returns it as it was."""
        listed = list(wanted)
        return self._client.store.write(lambda conn: views.save(conn, listed))

    def remove(self, view_id: int) -> tuple[View, ...]:
        """Take a view away; returns all as they were."""
        return self._client.store.write(lambda conn: views.remove(conn, view_id))

    def step(self, view_id: int, by: int) -> tuple[int, int]:
        """Move a view so many places down, or up below zero; its place now (from 1) and of how many.

        Raises ``KeyError``.
        """

        def stepped(conn: Connection) -> tuple[int, int]:
            listed = [view.id for view in views.own(conn)]
            if view_id not in listed:
                raise KeyError(view_id)
            position = min(max(listed.index(view_id) + by, 0), len(listed) - 1)
            views.move(conn, view_id, position)
            return position + 1, len(listed)

        return self._client.store.write(stepped)

    def vocabulary(self) -> Vocabulary:
        """The names of the cache that a query can be completed with."""
        with self._client.store.reading() as conn:
            return vocabulary(conn)


def shown_text(view: View, language: Language) -> str:
    """The query of a view with the keywords of ``language``; as it is when it cannot be read."""
    try:
        return to_text(parse(view.text), language)
    except QueryError:
        return view.text
