"""Where a link in a post leads: a post or person here, a picture, or out to the browser or mail program."""

from __future__ import annotations

import re
from typing import NamedTuple

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices

from app.reading import link_within

_POST = re.compile(r"post:([0-9]{1,18})/([0-9]{1,9})", re.ASCII)
_OUTSIDE = ("https", "http", "mailto")


class ToPost(NamedTuple):
    """A post in this community, by topic and number."""

    topic_id: int
    number: int


class ToMember(NamedTuple):
    """A member of this community."""

    username: str


class ToImage(NamedTuple):
    """A picture of the post itself."""

    key: str


class Outside(NamedTuple):
    """A page or address outside Stamtafel."""

    address: str


Target = ToPost | ToMember | ToImage | Outside


def target(link: str, community: str) -> Target | None:
    """What ``link`` leads to, seen from the community at address ``community``; ``None``: nowhere we go."""
    scheme, _, rest = link.partition(":")
    if scheme == "post":
        found = _POST.fullmatch(link)
        return ToPost(int(found[1]), int(found[2])) if found else None
    if scheme == "member":
        return ToMember(rest) if rest else None
    if scheme == "image":
        return ToImage(rest) if rest else None
    if scheme.lower() not in _OUTSIDE:
        return None
    within = link_within(community, link)
    return ToPost(within.topic_id, within.number) if within else Outside(link)


def open_outside(address: str) -> bool:
    """Hands an https, http or mailto address to the system; anything else is refused."""
    url = QUrl(address, QUrl.ParsingMode.StrictMode)
    if url.scheme() not in _OUTSIDE or not url.isValid():
        return False
    return QDesktopServices.openUrl(url)
