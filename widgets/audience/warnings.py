"""What is said before something goes to other readers than the member had in mind: who they are, by name."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication, QLocale

from app.audience import Change, Reader
from app.share_guard import Guard

translate = QCoreApplication.translate

_NAMED = 4


class Warned(NamedTuple):
    """The words that count, and the rest of the sentence."""

    strong: str
    rest: str


def grew(change: Change) -> Warned:
    """More people read along than when it was written."""
    if change.opened:
        return Warned(
            translate("audience", "This group is open now."),
            translate(
                "audience", "When you wrote this it was closed: everyone in the community can read it."
            ),
        )
    count = len(change.joined) + change.more
    if count == 1:
        strong = translate("audience", "1 person newly reads along")
    else:
        strong = translate("audience", "{0} people newly read along").format(QLocale().toString(count))
    if not change.joined:
        return Warned(strong, translate("audience", "since you wrote this."))
    rest = translate("audience", "since you wrote this: {names}.")
    return Warned(strong, rest.format(names=by_name(change.joined, change.more)))


def guarded(guard: Guard) -> Warned:
    """Text from a closed group would be read by others."""
    strong = translate("audience", "This comes from the closed group {group}.").format(
        group=guard.origin_group
    )
    if not guard.target_closed:
        if guard.target_group:
            rest = translate("audience", "{target} is open: everyone in the community would read it.")
            return Warned(strong, rest.format(target=guard.target_group))
        return Warned(strong, translate("audience", "Everyone in the community would read it."))
    if guard.readers:
        more = max((guard.count or 0) - len(guard.readers), 0)
        rest = translate("audience", "In {target} it would be read by others too: {names}.")
        return Warned(strong, rest.format(target=guard.target_group, names=by_name(guard.readers, more)))
    rest = translate("audience", "In {target} others would read it too.")
    return Warned(strong, rest.format(target=guard.target_group))


def by_name(people: Sequence[Reader], more: int) -> str:
    """The first people by name and organisation, and how many others there are, with ``more`` unnamed."""
    told = [_name(one) for one in people[:_NAMED]]
    more += max(len(people) - _NAMED, 0)
    if more:
        return translate("audience", "{names} and {count} more").format(
            names=", ".join(told), count=QLocale().toString(more)
        )
    if len(told) == 1:
        return told[0]
    return translate("audience", "{names} and {last}").format(names=", ".join(told[:-1]), last=told[-1])


def _name(one: Reader) -> str:
    name = one.name or one.username
    return f"{name} ({one.organisation})" if one.organisation else name
