"""What another program hands over: an address that opens a topic, or something to be shared.

``stamtafel:topic/12/3`` opens post 3 of topic 12, ``stamtafel:share?url=...&title=...&text=...&kind=link``
the composer. A web address is a topic when it is a page of the community, and else a link to share.
"""

from __future__ import annotations

import re
from typing import Literal, NamedTuple
from urllib.parse import parse_qsl, urlsplit

from app.composer.links import is_web_address, only_link
from app.reading import link_within
from sync.markup_text import without_unseen
from sync.model import KINDS, Kind

LONGEST = 32_000
"""Longer addresses are not read: no system hands over more in one (Windows' command line ends there)."""
MOST_TITLE, MOST_TEXT = 255, 10_000
_MOST_FIELDS = 20
_TOPIC = re.compile(r"([0-9]{1,15})(?:/([0-9]{1,9}))?/?")
_KINDS: dict[str, Kind] = {kind: kind for kind in KINDS}


class HandedOver(NamedTuple):
    """What to do: open ``topic_id`` at post ``number``, or compose with what is filled in; else nothing."""

    kind: Literal["topic", "compose", "nothing"]
    topic_id: int | None = None
    number: int = 1
    title: str = ""
    raw: str = ""
    link: str = ""
    kind_of_topic: Kind | None = None


NOTHING = HandedOver("nothing")


def read(address: str, community: str = "") -> HandedOver:
    """What an ``address`` asks for; ``community`` is the address of the member's own, when there is one.

    Any text is accepted, from whatever program: what is no such address is ``nothing``. Titles and texts are
    without characters that do not show, and cut at 255 and 10,000 characters; a link is a whole web address.
    Nothing is ever sent by it: the composer opens, and the member sends.
    """
    address = address.strip()
    if len(address) > LONGEST:
        return NOTHING
    scheme, _, rest = address.partition(":")
    try:
        if scheme.lower() == "stamtafel":
            return _own(rest.lstrip("/"))
        return _web(address, community)
    except ValueError:
        return NOTHING


def _own(rest: str) -> HandedOver:
    what, _, query = rest.partition("?")
    place, _, numbers = what.partition("/")
    if place.lower() == "topic":
        found = _TOPIC.fullmatch(numbers)
        if found and int(found[1]):
            return HandedOver("topic", int(found[1]), max(1, int(found[2] or 1)))
    elif place.lower() == "share" and not numbers.strip("/"):
        return _share(dict(parse_qsl(query.partition("#")[0], max_num_fields=_MOST_FIELDS)))
    return NOTHING


def _share(given: dict[str, str]) -> HandedOver:
    title = " ".join(without_unseen(given.get("title", "")[: 4 * MOST_TITLE]).split())[:MOST_TITLE]
    raw = without_unseen(given.get("text", "")[: 2 * MOST_TEXT]).replace("\r\n", "\n").strip()[:MOST_TEXT]
    link = given.get("url", "").strip()
    if not is_web_address(link):
        link = ""
    # Some programs put the address in the text.
    if not link and (found := only_link(raw)):
        link, raw = found, ""
    kind = _KINDS.get(given.get("kind", "").lower()) or ("link" if link else None)
    if not (title or raw or link or kind):
        return NOTHING
    return HandedOver("compose", title=title, raw=raw, link=link, kind_of_topic=kind)


def _web(address: str, community: str) -> HandedOver:
    if urlsplit(address).scheme not in ("http", "https") or not is_web_address(address):
        return NOTHING
    if community and (found := link_within(community, address)) and found.topic_id:
        return HandedOver("topic", found.topic_id, max(1, found.number))
    return HandedOver("compose", link=address, kind_of_topic="link")
