"""The pictures of groups: for each, the way a member would get there."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from app.joining import Joining
from sync.store import audience
from sync.store.rows import Place
from widgets.groups.head import Side
from widgets.groups.reason import AskAccess
from widgets.picture_screens import Screen, settle, until

_CLOSED, _OPEN, _ASKED = "Participatie", "Begrijpelijke taal", "Campagnes 2027"


def _ask_once(screen: Screen) -> None:
    """Have a group that the member asked to be let into, as if the community had heard of that."""
    client = screen.window.client
    cards = Joining(client, screen.window.clock).cards()
    card = next((card for card in cards if card.name == _ASKED), None)
    if card is not None:
        client.store.write(lambda conn: audience.joined(conn, card.group_id, "asked"))


def _look_at_all(screen: Screen) -> None:
    """Have the members of every open group, as after a look at each."""
    joining = Joining(screen.window.client, screen.window.clock)
    for card in joining.cards():
        joining.fetch_members(card.group_id)


def _groups(screen: Screen) -> QWidget:
    window = screen.window
    _ask_once(screen)
    _look_at_all(screen)
    window.go("groups")
    work = window.rooms.groups
    until(lambda: work.page is not None and work.page.panel.opened is not None)
    assert work.page is not None  # noqa: S101 - just waited for
    page = work.page
    card = next(
        (row.card for row in page.list.rows() if row.card is not None and row.card.name == _CLOSED), None
    )
    if card is not None:
        page.list.select(card.group_id)
        until(lambda: page.panel.opened is not None and page.panel.opened.card.group_id == card.group_id)
    settle()
    return window


def _groups_narrow(screen: Screen) -> QWidget:
    screen.window.resize(760, 800)
    return _groups(screen)


def _groups_large(screen: Screen) -> QWidget:
    screen.window.appearance.set_text_scale(2.0)
    return _groups(screen)


def _side(screen: Screen, side: Side, name: str = _CLOSED) -> QWidget:
    """One side of a group."""
    window = screen.window
    assert window.overview is not None  # noqa: S101 - the window waited for it
    group = next(group for group in window.overview.groups if group.name == name)
    here = window.rooms.groups.here
    window.go(Place("group", group.group_id))
    until(lambda: here.head.isVisible() and "  " in here.head.chips["unanswered"].text())
    here.show_side(side)
    settle(0.4)
    return window


def _members(screen: Screen) -> QWidget:
    return _side(screen, "members")


def _members_open(screen: Screen) -> QWidget:
    _look_at_all(screen)
    return _side(screen, "members", _OPEN)


def _about(screen: Screen) -> QWidget:
    return _side(screen, "about")


def _unanswered(screen: Screen) -> QWidget:
    return _side(screen, "unanswered")


def _ask(screen: Screen) -> QWidget:
    window = screen.window
    sheet = AskAccess("Woordvoering uitvoering", window.appearance.theme, window)
    sheet.open()
    settle()
    return sheet


SCREENS: dict[str, Callable[[Screen], QWidget]] = {
    "groups": _groups,
    "groups-narrow": _groups_narrow,
    "groups-large": _groups_large,
    "group-members": _members,
    "group-members-open": _members_open,
    "group-about": _about,
    "group-unanswered": _unanswered,
    "group-ask": _ask,
}
