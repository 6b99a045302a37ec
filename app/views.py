"""Views: lists of topics by a query of the member, beside the places that are always there.

The places timeline, questions and saved are views too: one can look into them and copy them.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from sqlite3 import Connection
from typing import Literal, NamedTuple

from app.filters import match
from app.filters.parse import parse
from app.filters.sql import compile_query
from app.filters.text import to_text
from app.filters.tree import Node
from app.filters.verdicts import Known, parsed
from app.filters.window import Window
from app.language import Language, Text
from app.places import VIEW_IDS
from sync.store import view_counts
from sync.store import views as kept
from sync.store.rows import Order, Place, Where
from sync.store.views import ViewRow

Grouping = Literal["day", "group", "organisation", "kind", "none"]
ORDERS: tuple[Order, ...] = ("newest", "activity", "replied", "longest")
GROUPINGS: tuple[Grouping, ...] = ("day", "group", "organisation", "kind", "none")
# A list of so few topics is read by their ids; a longer one along the index of its order.
_FEW = 4_000
# So many of the oldest unread topics are judged one by one, so that the rest lies in a short stretch of time.
_OLDEST = 60


class View(NamedTuple):
    """A view. ``text`` is in the language (English keywords); ``id`` 0: not saved yet, below 0: built in."""

    id: int
    name: str
    icon: str
    text: str
    order: Order = "newest"
    grouping: Grouping = "day"
    follows_rules: bool = True
    position: int = 0


class Section(NamedTuple):
    """A part of a grouped view: its name (of group or organisation, or a kind), its size, and its list."""

    name: str
    topics: int
    place: Place


_BUILT_IN: tuple[tuple[int, Place, Text, str, str], ...] = (
    (VIEW_IDS["timeline"], Place("timeline"), Text("My timeline", "Mijn tijdlijn"), "text-align-start", ""),
    (
        VIEW_IDS["questions"],
        Place("questions"),
        Text("Questions", "Vragen"),
        "circle-question-mark",
        "kind:question",
    ),
    (VIEW_IDS["saved"], Place("saved"), Text("Saved", "Bewaard"), "bookmark", "is:saved"),
)


def built_in(language: Language = "en") -> list[View]:
    """The places that are always there, as views with names in ``language``; their ids never change."""
    return [
        View(number, name.say(language), icon, text, position=position)
        for position, (number, _, name, icon, text) in enumerate(_BUILT_IN)
    ]


def own(conn: Connection) -> list[View]:
    """The member's own views in their order."""
    return [_view(row) for row in kept.read(conn)]


def save(conn: Connection, wanted: Iterable[View]) -> tuple[View, ...]:
    """Make the member's views be ``wanted``, in this order (id 0 gets one); returns them as they were.

    Raises ``QueryError`` for a new text that is no query.
    """
    before = tuple(own(conn))
    known = {view.text for view in before}
    after = list(wanted)
    free = 1 + max((view.id for view in (*before, *after)), default=0)
    rows = []
    for position, view in enumerate(after):
        text = view.text if view.text in known else to_text(parse(view.text), "en")
        rows.append(_row(view._replace(id=view.id if view.id > 0 else free, text=text, position=position)))
        free += view.id <= 0
    kept.write(conn, rows)
    return before


def add(conn: Connection, view: View) -> View:
    """Add a view at the end; a copy of a built-in one is added the same way. Raises ``QueryError``."""
    save(conn, [*own(conn), view._replace(id=0)])
    return own(conn)[-1]


def change(conn: Connection, view: View) -> tuple[View, ...]:
    """Replace the view with the same id; returns all as they were. Raises ``KeyError`` and ``QueryError``."""
    known = own(conn)
    if view.id not in {one.id for one in known}:
        raise KeyError(view.id)
    return save(conn, [view if one.id == view.id else one for one in known])


def remove(conn: Connection, view_id: int) -> tuple[View, ...]:
    """Take a view away; returns all as they were, for ``save`` to bring it back."""
    return save(conn, [view for view in own(conn) if view.id != view_id])


def move(conn: Connection, view_id: int, position: int) -> tuple[View, ...]:
    """Put a view at ``position`` among the member's own; returns all as they were. Raises ``KeyError``."""
    known = own(conn)
    moved = next((view for view in known if view.id == view_id), None)
    if moved is None:
        raise KeyError(view_id)
    others = [view for view in known if view.id != view_id]
    others.insert(max(0, position), moved)
    return save(conn, others)


def named(conn: Connection, name: str) -> View | None:
    """The view called ``name`` (case aside), own ones first, then the built-in ones in both languages."""
    wanted = name.casefold()
    views = [*own(conn), *built_in("en"), *built_in("nl")]
    return next((view for view in views if view.name.casefold() == wanted), None)


def place_of(conn: Connection, view: View, known: Known) -> Place:
    """Where the topics of ``view`` are, by its query at this moment: to be asked anew when it is opened.

    A text that cannot be read (any more) holds nothing.
    """
    for number, place, *_ in _BUILT_IN:
        if view.id == number:
            return place
    node = parsed(view.text)
    where = Where("0") if node is None else _where(conn, node, known)
    return Place("view", view.id, where, "follow" if view.follows_rules else "ignore")


def unread(conn: Connection, views: Sequence[View], known: Known) -> dict[int, int]:
    """Per view id: topics with something unread, as its list shows them. Blocks; meant for the background."""
    waiting = view_counts.unread_topics(conn)
    oldest, rest = waiting[:_OLDEST], waiting[_OLDEST:]
    facts = match.facts(conn, [topic.topic_id for topic in oldest], known.me)
    hidden = {topic.topic_id for topic in waiting if topic.hidden}
    window = Window(
        [(topic.topic_id, topic.created, 0) for topic in rest], known, rest[0].created if rest else 0
    )
    hidden_in_window = window.of(hidden)
    counts = {}
    for view in views:
        node = parsed(view.text)
        if node is None:
            counts[view.id] = 0
            continue
        holds = match.matcher(node, now=known.now, last_visit=known.last_visit)
        follows = view.follows_rules
        counts[view.id] = sum(
            holds(of) for topic_id, of in facts.items() if not (follows and topic_id in hidden)
        )
        if rest:
            found = window.matches(conn, node) & ~(hidden_in_window if follows else 0)
            counts[view.id] += found.bit_count()
    return counts


def sections(conn: Connection, view: View, place: Place) -> list[Section]:
    """The parts of a view that is grouped by group, organisation or kind, the largest first.

    Empty for the groupings ``day`` and ``none``: they are lists as any other.
    """
    if view.grouping not in ("group", "organisation", "kind"):
        return []
    found = view_counts.parts(conn, place, view.grouping)
    return [
        Section(name, topics, view_counts.narrowed(place, view.grouping, key)) for key, name, topics in found
    ]


def _where(conn: Connection, node: Node, known: Known) -> Where:
    query = compile_query(conn, node, now=known.now, me=known.me, last_visit=known.last_visit)
    found = Where(query.topics.sql, query.topics.values)
    if view_counts.at_most(conn, found, _FEW):
        return Where(f"t.topic_id IN ({found.sql})", found.values)
    return Where(query.condition.sql, query.condition.values)


def _view(row: ViewRow) -> View:
    order = row.arrangement if row.arrangement in ORDERS else "newest"
    grouping = row.grouping if row.grouping in GROUPINGS else "day"
    return View(
        row.view_id,
        row.name,
        row.icon,
        row.text,
        order,
        grouping,
        bool(row.follows_rules),
        row.position,
    )


def _row(view: View) -> ViewRow:
    return ViewRow(
        view.id,
        view.name,
        view.icon,
        view.text,
        view.order,
        view.grouping,
        int(view.follows_rules),
        view.position,
    )
