"""The outbox and the drafts, for ``stamtafel pictures``: something in every state."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import TYPE_CHECKING

from app import audience, drafts, share
from sync import delivery, outbox
from sync.delivery import Remote
from sync.outbox import Item
from sync.store import outbox as rows
from widgets.status_line import Status

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from sync.store.database import Store
    from widgets.main_window import MainWindow
    from widgets.picture_screens import Screen

_HOUR = 3_600_000


def outbox_page(screen: Screen) -> QWidget:
    """The outbox, with what waits, what came back and what arrived."""
    window = _filled(screen)
    window.go("outbox")
    _until_listed(window)
    return window


def outbox_large(screen: Screen) -> QWidget:
    """The outbox with text of 200%."""
    screen.window.appearance.set_text_scale(2.0)
    return outbox_page(screen)


def drafts_page(screen: Screen) -> QWidget:
    """The drafts."""
    window = _filled(screen)
    window.go("drafts")
    _until_listed(window)
    return window


def outbox_empty(screen: Screen) -> QWidget:
    """The outbox without anything in it."""
    screen.window.go("outbox")
    _settle()
    return screen.window


def undo_send(screen: Screen) -> QWidget:
    """The toast after sharing."""
    window = screen.window
    item = share.share(window.client.store, _group(window, "participatie"), "Hoe vier jij een opening?", "x")
    window.rooms.outbox.sent(item)
    _settle()
    return window


# The empty one comes first: what the others put in stays there.
SCREENS: dict[str, Callable[[Screen], QWidget]] = {
    "outbox-empty": outbox_empty,
    "outbox": outbox_page,
    "outbox-large": outbox_large,
    "drafts": drafts_page,
    "undo-send": undo_send,
}


def _filled(screen: Screen) -> MainWindow:
    """Put something in every state in the outbox, and begin two drafts; the window is out of reach."""
    window, dutch = screen.window, screen.language == "nl"
    store = window.client.store
    with store.reading() as conn:
        empty = rows.is_empty(conn)
    if empty:
        topics = [one.topic_id for one in window.client.search("kind:question")[:3]]
        _held(store, _group(window, "participatie"), dutch=dutch)
        _returned(store, _group(window, "beeld-en-video"), dutch=dutch)
        _waiting(store, topics, dutch=dutch)
        _unsure(store, _group(window, "participatie"), dutch=dutch)
        _arrived(store, topics[-1], dutch=dutch)
        _drafts(store, topics[0], _group(window, "participatie"), dutch=dutch)
    window.status.show_status(Status("offline", window.clock() - _HOUR))
    window.rooms.outbox.refresh()
    _settle()
    window.toast.dismiss()
    return window


def _group(window: MainWindow, slug: str) -> int:
    with window.client.store.reading() as conn:
        found = share.group_named(conn, slug)
    assert found is not None  # noqa: S101 - the story has these groups
    return found.group_id


def _held(store: Store, group_id: int, *, dutch: bool) -> None:
    title = "Wie leest mee met ons verslag?" if dutch else "Who reads our report with us?"
    item = share.share(store, group_id, title, "…", wait_ms=0)

    with store.reading() as conn:
        ids = [one.member_id for one in audience.of_group(conn, group_id).readers]
    told = json.dumps({**json.loads(item.audience), "ids": ids[:-2], "count": len(ids) - 2, "exact": True})
    store.write(lambda conn: rows.update(conn, item.item_id, audience=told))
    store.write(lambda conn: outbox.hold(conn, item.item_id, outbox.AUDIENCE_GREW))


def _returned(store: Store, group_id: int, *, dutch: bool) -> None:
    title = "Zonnetje voor Imani" if dutch else "A spotlight on Imani"
    _reject(store, share.share(store, group_id, title, "…", wait_ms=0), outbox.DENIED)
    title = "Wie kent een goede fotograaf?" if dutch else "Who knows a good photographer?"
    told = "Titel lijkt te veel op een recente titel." if dutch else "Title is too similar to a recent one."
    _reject(store, share.share(store, group_id, title, "…", wait_ms=0), outbox.REFUSED, told)


def _reject(store: Store, item: Item, reason: str, *told: str) -> None:
    store.write(lambda conn: delivery.note_rejected(conn, item.item_id, reason, told))


def _waiting(store: Store, topics: list[int], *, dutch: bool) -> None:
    for topic_id in topics[:2]:
        share.reply(
            store, topic_id, "Bij ons hielp een gesprek." if dutch else "A talk helped us.", wait_ms=0
        )


def _unsure(store: Store, group_id: int, *, dutch: bool) -> None:
    title = "Wie heeft ervaring met straatgesprekken?" if dutch else "Who has talked to people in the street?"
    item = share.share(store, group_id, title, "…", wait_ms=0)

    now = share.now_ms() - 240_000
    store.write(lambda conn: delivery.claim(conn, item, now, now))
    store.write(lambda conn: delivery.note_unknown(conn, item.item_id, now))


def _arrived(store: Store, topic_id: int, *, dutch: bool) -> None:
    item = share.reply(store, topic_id, "Dank, dit helpt!" if dutch else "Thank you, this helps!", wait_ms=0)
    remote = Remote(topic_id, None, 2)
    store.write(lambda conn: delivery.note_sent(conn, item.item_id, remote, share.now_ms() - _HOUR))


def _drafts(store: Store, topic_id: int, group_id: int, *, dutch: bool) -> None:
    text = "Wij hingen de vragen aan een waslijn." if dutch else "We hung the questions on a washing line."
    keeper = drafts.Keeper(store, drafts.begin("reply", topic_id=topic_id))
    keeper.keep(raw=text).result()
    title = "Hoe nodig je iedereen uit?" if dutch else "How do you invite everyone?"
    text = "Onze buurtavond zat vol met wie er altijd komt." if dutch else "Our evening was full of regulars."
    drafts.Keeper(store, drafts.begin(group_id=group_id)).keep(title=title, raw=text).result()


def _until_listed(window: MainWindow) -> None:
    from widgets.picture_screens import until

    page = window.rooms.outbox.page
    until(lambda: page is not None and bool(page.listed.items))
    _settle()


def _settle() -> None:
    from widgets.picture_screens import settle

    settle(0.4)
