"""What a file would do to the member's rules and views, told before it is done, and then done as chosen."""

from __future__ import annotations

from collections.abc import Callable, Container, Hashable, Iterable, Mapping, Sequence
from sqlite3 import Connection
from typing import Any, Literal, NamedTuple, TypeVar

from app import views
from app.filters import rules
from app.filters.exchange_checks import LONGEST_NOTE
from app.filters.exchange_document import Document, Pack, Reason, SharedRule, SharedView, State
from app.filters.names import name_key
from app.filters.parse import QueryError
from app.filters.rules import ACTIONS, Edited, Rule
from app.filters.verdicts import Judge
from app.views import GROUPINGS, ORDERS, View
from sync.store.rows import Order, Place

Choice = Literal["mine", "theirs", "both"]
Mine = TypeVar("Mine", Rule, View)
AnyShared = TypeVar("AnyShared", SharedRule, SharedView)


class Entry(NamedTuple):
    """One rule or view of a file. ``mine``: the member's own of that name, when there is one.

    A conflict has a ``reason``: its content ``differs``, or something of it cannot be used here: its text
    (``error`` says where), its action, order or grouping. What cannot be used can only be left out.
    """

    theirs: SharedRule | SharedView
    state: State
    reason: Reason = ""
    mine: Rule | View | None = None
    error: QueryError | None = None

    @property
    def kind(self) -> Literal["rule", "view"]:
        """Which of the two it is."""
        return "rule" if isinstance(self.theirs, SharedRule) else "view"

    @property
    def choices(self) -> tuple[Choice, ...]:
        """What the member can choose: keep what is there, take what the file has, or have both."""
        return ("mine", "theirs", "both") if self.reason == "differs" else ()


class Plan(NamedTuple):
    """What importing ``document`` means: an entry for each of its rules, then one for each view."""

    document: Document
    entries: tuple[Entry, ...]

    def count(self, state: State) -> int:
        """How many entries are ``new``, the ``same`` or a ``conflict``."""
        return sum(entry.state == state for entry in self.entries)


class Imported(NamedTuple):
    """How many rules and views came in, how many replaced the member's, and the change of the rules."""

    added: int
    replaced: int
    edited: Edited | None


def of_member(conn: Connection, community: str = "", pack: Pack | None = None) -> Document:
    """All rules and views of the member as a document."""
    own_rules, own_views = rules.rules(conn), views.own(conn)
    return Document(tuple(map(_shared_rule, own_rules)), tuple(map(_shared_view, own_views)), pack, community)


def plan_import(conn: Connection, document: Document, community: str = "") -> Plan:
    """Compare a document with what the member has. Exceptions count in the community they are about only."""
    read_rules = [_readable(_rule_here(rule, document, community)) for rule in document.rules]
    read_views = [_readable(view) for view in document.views]
    entries = _entries(read_rules, [(mine, _shared_rule(mine)) for mine in rules.rules(conn)])
    entries += _entries(read_views, [(mine, _shared_view(mine)) for mine in views.own(conn)])
    return Plan(document, tuple(entries))


def apply_import(
    conn: Connection,
    judge: Judge,
    plan: Plan,
    choices: Mapping[int, Choice] | None = None,
    *,
    community: str = "",
    place: Place | None = None,
) -> Imported:
    """Import as planned, all of it or nothing, within the caller's transaction.

    ``choices``: what was chosen for conflicts, by the index of the entry; without a choice the member's own
    stays. What the member has may have changed since the plan was made: it is compared again first.
    """
    entries = plan_import(conn, plan.document, community).entries
    chosen = [(entry, _choice(entry, (choices or {}).get(index))) for index, entry in enumerate(entries)]
    own_rules, own_views = rules.rules(conn), views.own(conn)
    wanted_rules = _merged(own_rules, [one for one in chosen if one[0].kind == "rule"], _rule)
    wanted_views = _merged(own_views, [one for one in chosen if one[0].kind == "view"], _view)
    edited = rules.save(conn, judge, wanted_rules, place) if wanted_rules != own_rules else None
    if wanted_views != own_views:
        views.save(conn, wanted_views)
    made = [choice for _, choice in chosen]
    return Imported(made.count("both"), made.count("theirs"), edited)


def _rule_here(rule: SharedRule, document: Document, community: str) -> SharedRule:
    """The rule as it would be kept: its pack is named in the note, exceptions elsewhere are left out."""
    if document.pack is not None:
        note = f"{document.pack.name}: {rule.note}" if rule.note else document.pack.name
        rule = rule._replace(note=note[:LONGEST_NOTE].strip())
    return rule if document.community == community else rule._replace(exceptions=frozenset())


def _readable(shared: AnyShared) -> tuple[AnyShared, QueryError | None]:
    """With its text in the one canonical form, or as it is with the reason why it cannot be read."""
    try:
        return shared._replace(when=rules.canonical(shared.when)), None
    except QueryError as error:
        return shared, error


def _entries(
    read: Sequence[tuple[SharedRule | SharedView, QueryError | None]],
    own: Sequence[tuple[Rule | View, SharedRule | SharedView]],
) -> list[Entry]:
    """Every one beside the member's own of that name, each of these once, those that are the same first."""
    equal = _paired([theirs for theirs, _ in read], [mine for _, mine in own])
    known = set(equal.values())
    left = [pair for index, pair in enumerate(own) if index not in known]
    others = [index for index in range(len(read)) if index not in equal]
    named = _paired(
        [name_key(read[index][0].name) for index in others], [name_key(mine.name) for mine, _ in left]
    )
    mine_of: dict[int, Rule | View] = {index: own[at][0] for index, at in equal.items()}
    mine_of |= {others[index]: left[at][0] for index, at in named.items()}
    return [
        _entry(theirs, error, mine_of.get(index), same=index in equal)
        for index, (theirs, error) in enumerate(read)
    ]


def _paired(wanted: Sequence[Hashable], known: Sequence[Hashable]) -> dict[int, int]:
    """For indexes of ``wanted`` the index of an equal one in ``known``, each at most once, in their order."""
    places: dict[Hashable, list[int]] = {}
    for at, one in enumerate(known):
        places.setdefault(one, []).append(at)
    found: dict[int, int] = {}
    for index, one in enumerate(wanted):
        if left := places.get(one):
            found[index] = left.pop(0)
    return found


def _entry(
    theirs: SharedRule | SharedView, error: QueryError | None, mine: Rule | View | None, *, same: bool
) -> Entry:
    if same:
        return Entry(theirs, "same", "", mine)
    reason = "text" if error is not None else _unusable(theirs)
    if reason:
        return Entry(theirs, "conflict", reason, mine, error)
    return Entry(theirs, "new") if mine is None else Entry(theirs, "conflict", "differs", mine)


def _unusable(theirs: SharedRule | SharedView) -> Reason:
    if isinstance(theirs, SharedRule):
        return "" if theirs.action in ACTIONS else "action"
    if theirs.order not in ORDERS:
        return "order"
    return "" if theirs.grouping in GROUPINGS else "grouping"


def _choice(entry: Entry, wanted: Choice | None) -> Choice:
    """A new entry comes in beside what is there; any other is as chosen, where there is a choice."""
    if entry.state == "new":
        return "both"
    return wanted if wanted in entry.choices else "mine"


def _merged(
    own: Sequence[Mine], chosen: Iterable[tuple[Entry, Choice]], make: Callable[[Any], Mine]
) -> list[Mine]:
    merged = list(own)
    places = {mine.id: at for at, mine in enumerate(own)}
    names = {name_key(mine.name) for mine in own}
    for entry, choice in chosen:
        made = make(entry.theirs)
        if choice == "theirs" and entry.mine is not None:
            merged[places[entry.mine.id]] = made._replace(id=entry.mine.id, position=entry.mine.position)
        elif choice == "both":
            name = made.name if entry.state == "new" else _free_name(made.name, names)
            names.add(name_key(name))
            merged.append(made._replace(name=name))
    return merged


def _free_name(name: str, taken: Container[str]) -> str:
    number = 2
    while name_key(f"{name} ({number})") in taken:
        number += 1
    return f"{name} ({number})"


def _shared_rule(rule: Rule) -> SharedRule:
    return SharedRule(rule.name, rule.text, rule.action, rule.on, rule.until, rule.note, rule.exceptions)


def _shared_view(view: View) -> SharedView:
    return SharedView(view.name, view.text, view.icon, view.order, view.grouping, view.follows_rules)


def _rule(shared: SharedRule) -> Rule:
    action: rules.Action = shared.action  # type: ignore[assignment] # unknown ones are left out
    return Rule(
        0, shared.name, shared.when, action, shared.on, shared.until, shared.note, 0, shared.exceptions
    )


def _view(shared: SharedView) -> View:
    order: Order = shared.order  # type: ignore[assignment] # unknown ones are left out
    grouping: views.Grouping = shared.grouping  # type: ignore[assignment] # as above
    return View(0, shared.name, shared.icon, shared.when, order, grouping, shared.follows_rules)
