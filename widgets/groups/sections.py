"""Which groups stand under which heading: the member's own, some to join, and the others when asked for."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal, NamedTuple

from PySide6.QtCore import QCoreApplication

from app.groups import SUGGESTED, GroupCard, suggested

translate = QCoreApplication.translate

Which = Literal["all", "mine", "open", "closed"]
WHICH: tuple[Which, ...] = ("all", "mine", "open", "closed")

# So many groups to join are offered, however many were asked for.
_LEAST = 2


class Row(NamedTuple):
    """A heading (only ``text``), a group (``card``), or the row behind which ``more`` groups are.

    ``position`` is that of a group among all ``total`` that are shown, from 1.
    """

    text: str = ""
    card: GroupCard | None = None
    more: int = 0
    position: int = 0
    total: int = 0

    @property
    def key(self) -> tuple[str, int]:
        """What stays the same while the facts of a row change."""
        return (self.text, 0 if self.card is None else self.card.group_id)


class Sections(NamedTuple):
    """The ids of the groups under each heading, in their order."""

    mine: tuple[int, ...] = ()
    suggested: tuple[int, ...] = ()
    others: tuple[int, ...] = ()


def of_kind(cards: Sequence[GroupCard], which: Which) -> list[GroupCard]:
    """The groups behind one of the chips."""
    if which == "all":
        return list(cards)
    if which == "mine":
        return [card for card in cards if card.mine]
    return [card for card in cards if card.closed == (which == "closed")]


def sections(cards: Sequence[GroupCard]) -> Sections:
    """Divide these groups. What was asked for is always in sight."""
    mine = tuple(card.group_id for card in cards if card.mine)
    asked = tuple(card.group_id for card in cards if card.state == "asked")
    open_to = [card for card in cards if card.state != "asked"]
    room = max(SUGGESTED - len(asked), _LEAST)
    offered = (*(card.group_id for card in suggested(open_to, room)), *asked)
    placed = {*mine, *offered}
    return Sections(mine, offered, tuple(card.group_id for card in cards if card.group_id not in placed))


def stay(before: Sections, now: Sections) -> Sections:
    """``now``, with every group where it was before: what the member just joined does not jump away."""
    there = set(now.mine) | set(now.suggested) | set(now.others)
    known = set(before.mine) | set(before.suggested) | set(before.others)

    def kept(old: tuple[int, ...], new: tuple[int, ...]) -> tuple[int, ...]:
        return (*(one for one in old if one in there), *(one for one in new if one not in known))

    return Sections(*map(kept, before, now))


def rows(cards: Sequence[GroupCard], divided: Sections, *, everything: bool) -> list[Row]:
    """The rows for groups that are divided; the others are one row unless ``everything`` is wanted."""
    by_id = {card.group_id: card for card in cards}
    others = divided.others if everything or len(divided.others) == 1 else ()
    parts = (
        (translate("groups", "My groups"), divided.mine),
        (translate("groups", "Maybe also for you"), divided.suggested),
        (translate("groups", "Other groups"), others),
    )
    total = sum(len(ids) for _, ids in parts)
    made: list[Row] = []
    position = 0
    for heading, ids in parts:
        if ids:
            made.append(Row(heading))
        for group_id in ids:
            position += 1
            made.append(Row(card=by_id[group_id], position=position, total=total))
    left = len(divided.others) - len(others)
    return [*made, Row(more=left)] if left else made
