"""What one can do about a group, by name and in words: for its menus and buttons."""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import QCoreApplication

from app.groups import GroupCard

translate = QCoreApplication.translate

Deed = Literal["open", "write", "join", "ask", "leave", "fetch", "copy"]


def deeds(card: GroupCard) -> list[Deed]:
    """What can be done about a group now."""
    found: list[Deed] = []
    if card.visible:
        found.append("open")
        if may_write(card):
            found.append("write")
    step = next_step(card)
    if step is not None:
        found.append(step)
    if card.state == "member" and card.remote_name:
        found.append("leave")
    if card.closed and card.mine:
        found.append("fetch")
    return [*found, "copy"]


def next_step(card: GroupCard) -> Deed | None:
    """What the button in the row of a group does, and the space bar there."""
    steps: dict[str, Deed] = {"open": "join", "asks": "ask", "joining": "leave", "leaving": "join"}
    return steps.get(card.state)


def may_write(card: GroupCard) -> bool:
    """Whether the member may share something in a group."""
    return card.visible and (not card.closed or card.state in ("member", "leaving"))


def words(deed: Deed, card: GroupCard) -> str:
    """What a menu says for it."""
    if deed == "join" and card.state == "leaving":
        return translate("groups", "Stay a member")
    if deed == "leave" and card.state == "joining":
        return translate("groups", "Do not join after all")
    return {
        "open": translate("groups", "Open group"),
        "write": translate("groups", "Write here"),
        "join": translate("groups", "Join"),
        "ask": translate("groups", "Ask for access…"),
        "leave": translate("groups", "Leave group"),
        "fetch": translate("groups", "Fetch the list again"),
        "copy": translate("groups", "Copy link"),
    }[deed]
