"""What the member must know before a text goes: who reads along, who does since, and whose text it is.

One look for all that is written, in the composer and in the answer box. The functions block: call them from
the background.
"""

from __future__ import annotations

from typing import NamedTuple

from app import audience, share_guard
from app.audience import Audience, Change
from app.reading import topic_address
from app.share_guard import Guard
from sync.store.database import Store
from sync.store.drafts import Draft


class Check(NamedTuple):
    """Who would read a draft, who does since it was written, and the closed group its text comes from."""

    audience: Audience
    change: Change
    guard: Guard | None


def check(store: Store, draft: Draft) -> Check:
    """Everything to be known before ``draft`` is sent."""
    with store.reading() as conn:
        text = f"{draft.title}\n\n{draft.raw}"
        guard = share_guard.wider(conn, text, audience.goes_to(conn, draft))
        return Check(audience.of_draft(conn, draft), audience.changed_for(conn, draft), guard)


def changed(store: Store, draft: Draft) -> Change:
    """Who reads along by now that did not when ``draft`` was written."""
    with store.reading() as conn:
        return audience.changed_for(conn, draft)


def guard(store: Store, text: str, group_id: int | None) -> Guard | None:
    """Whether ``text`` comes from a closed group, and gets other readers in this one."""
    with store.reading() as conn:
        return share_guard.wider(conn, text, group_id)


def readers(store: Store, group_id: int | None) -> Audience:
    """Who reads along in a group."""
    with store.reading() as conn:
        return audience.of_group(conn, group_id)


def link_instead(found: Guard, address: str) -> str:
    """What can be shared in the place of such a text, in the community at ``address``: a link to its post."""
    origin = found.origin
    return share_guard.link_only(topic_address(address, origin.topic_id, "", origin.number))
