"""Web addresses in what a member types, pastes or hands over, and what the pages behind them are called."""

from __future__ import annotations

import re
from ipaddress import ip_address
from sqlite3 import Connection
from urllib.parse import unquote, urlsplit

from app.reading import link_within
from sync.markup_links import absolute, site
from sync.markup_text import without_unseen
from sync.store import topic_lookup

LONGEST = 2_000
"""Longer addresses are none that a person would share: browsers and communities cut them."""
_READ = 20_000
ADDRESS = re.compile(r"https?://[^\s<>\"\x00-\x1f\u202a-\u202e\u2066-\u2069]{1,2000}", re.IGNORECASE)
_TRAILING = ".,:;!?'\"”’*_~|"
_PAIRS = {")": "(", "]": "[", "}": "{"}
# Names that are not of the open web (RFC 2606, 6761, 6762, 8375), and what networks use for their own.
_INTERNAL = (
    ".local",
    ".localhost",
    ".internal",
    ".intranet",
    ".lan",
    ".home",
    ".corp",
    ".home.arpa",
    ".test",
)
_NUMBER = re.compile(r"\d+|0x[0-9a-f]*")


def link_in(text: str) -> str | None:
    """The first web address in ``text``, without the punctuation after it; ``None`` when there is none."""
    for found in ADDRESS.finditer(text[:_READ]):
        address = trimmed(found[0])
        if is_web_address(address):
            return address
    return None


def only_link(text: str) -> str | None:
    """The web address that ``text`` is and nothing else, such as a clipboard's; else ``None``."""
    line = text.strip()
    return line if len(line) <= LONGEST and link_in(line) == line else None


def is_web_address(address: str) -> bool:
    """Whether this is a whole http or https address with a possible host, of a sensible length."""
    if len(address) > LONGEST or not address.isprintable() or ADDRESS.fullmatch(address) is None:
        return False
    try:
        parts = urlsplit(address)
        site(address)
    except (ValueError, UnicodeError):
        return False
    # A name before an @ makes an address read as another host's.
    return parts.username is None and parts.password is None


def is_public(address: str) -> bool:
    """Whether the host is one of the open web, as far as its name tells; others concern nobody elsewhere."""
    host = urlsplit(address).hostname or ""
    host = host.rstrip(".")
    try:
        return ip_address(host).is_global
    except ValueError:
        # Systems also take 127.1 and 0x7f.1 for addresses: no name of the open web ends in a number.
        numeric = _NUMBER.fullmatch(host.rpartition(".")[2])
        return "." in host and not numeric and not f".{host}".endswith(_INTERNAL)


def trimmed(address: str) -> str:
    """An address as found in a sentence, without marks that belong to the sentence."""
    # Beyond this an address is none anyway, and each round looks at what is left as a whole.
    address = address[: LONGEST + 1]
    while address:
        last = address[-1]
        closes = last in _PAIRS and address.count(last) > address.count(_PAIRS[last])
        if last not in _TRAILING and not closes:
            break
        address = address[:-1]
    return address


def cached_title(conn: Connection, community: str, address: str) -> str | None:
    """The title of the topic that ``address`` is a page of, when it is one of this community and here."""
    link = link_within(community, address)
    return (topic_lookup.title(conn, link.topic_id) or None) if link is not None else None


def with_link(address: str, text: str) -> str:
    """What is sent of a link: its address on a line of its own, so that the community makes a card of it."""
    return f"{address}\n\n{text}".strip() if address else text


def without_link(raw: str) -> tuple[str, str]:
    """The address and the rest of what ``with_link`` made."""
    first, _, rest = raw.partition("\n")
    address = only_link(first)
    return (address, rest.strip("\n")) if address else ("", raw)


def title_from_address(address: str) -> str:
    """What an address itself says about its page, for when nothing else does: its last words, or its host."""
    parts = urlsplit(absolute(address, site(address)) or address)
    last = without_unseen(unquote(parts.path.rstrip("/").rpartition("/")[2]))
    words = last.rpartition(".")[0] or last
    words = " ".join(re.sub(r"[-_+]+", " ", words).split())
    host = parts.netloc.removeprefix("www.")
    return f"{words[0].upper()}{words[1:]} ({host})" if re.search(r"[^\W\d_]{3}", words) else host
