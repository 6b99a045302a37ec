"""Which people are listed beside a group: who reads along in a closed one, the members of an open one."""

from __future__ import annotations

from app.joining import Opened
from widgets.audience.readers_list import ReadersList


def list_people(found: ReadersList, opened: Opened) -> None:
    """Show them in ``found``, which is out of sight where this member may not know them."""
    if opened.members is not None:
        found.show_members(opened.members)
    else:
        found.show_audience(opened.audience)
    found.setVisible(opened.members is not None or (opened.card.closed and opened.card.mine))
