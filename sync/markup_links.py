"""Where links and images in a post may lead: web and mail addresses, images of the own community."""

from __future__ import annotations

import re
from functools import lru_cache
from hashlib import blake2b
from typing import NamedTuple
from urllib.parse import SplitResult, unquote, urljoin, urlsplit, urlunsplit

# An address that needs no second look: plain ASCII host, no user part, no backslash.
PLAIN_LINK = re.compile(r"https?://[a-z0-9.-]+(?::[0-9]{1,5})?(?:[/?#][!#-;=?-\[\]-~]*)?")
_SCHEME = re.compile(r"[a-zA-Z][a-zA-Z0-9+.-]*:")
_BROKEN_LINE = re.compile(r"[\t\r\n]")
_HOST_CHARACTERS = 253
_MAIL = re.compile(r"[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]+@[A-Za-z0-9.-]+")
_USERNAME = re.compile(r"[\w.-]{1,60}")
_HOST = re.compile(r"[a-z0-9._-]+|\[[0-9a-f:.]+\]")


class Site(NamedTuple):
    """The community whose posts are being cleaned: `base` ends in a slash, `address` is host and port."""

    base: str
    scheme: str
    address: str
    path: str


@lru_cache(maxsize=16)
def site(base_url: str) -> Site:
    """Return the parts of a community's address. Raises ValueError when it is no http or https address."""
    parts = urlsplit(base_url)
    if parts.scheme not in ("http", "https") or not parts.hostname:
        raise ValueError("base_url must be an absolute http or https address")
    path = parts.path.rstrip("/")
    return Site(
        urlunsplit((parts.scheme, parts.netloc, path + "/", "", "")), parts.scheme, host_and_port(parts), path
    )


def absolute(href: str, at: Site) -> str | None:
    """Return the absolute https, http or mailto address that `href` means on the community, or None.

    User names and passwords are taken out; a host outside ASCII is written in punycode (RFC 3492);
    a mail address loses its parameters, because some mail programs attach files named there.
    """
    href = _BROKEN_LINE.sub("", href).strip().replace(" ", "%20")
    if href.startswith("#") or not href:
        return None
    if href[:7].lower() == "mailto:":
        address = href[7:].partition("?")[0]
        return f"mailto:{address}" if _MAIL.fullmatch(address) else None
    href = href.replace("\\", "/")
    if _SCHEME.match(href) and not href.lower().startswith(("http://", "https://")):
        return None
    try:
        parts = urlsplit(urljoin(at.base, href))
        address = host_and_port(parts)
    except ValueError:
        return None
    if parts.scheme not in ("http", "https") or not address:
        return None
    return urlunsplit((parts.scheme, address, parts.path, parts.query, parts.fragment))


def own_image(src: str, at: Site) -> str | None:
    """Return the absolute address of an image on the community's own host, or None for any other.

    SVG is never an image here: it can carry scripts and references (sync.images refuses it again).
    """
    if not src:
        return None
    url = absolute(src, at)
    if url is None or url.startswith("mailto:"):
        return None
    parts = urlsplit(url)
    if parts.netloc != at.address or parts.path.lower().endswith((".svg", ".svgz")):
        return None
    return urlunsplit((at.scheme, parts.netloc, parts.path, parts.query, ""))


def member_in(href: str, at: Site) -> str | None:
    """Return the user name when `href` is a profile page on the community (Discourse: /u/NAME), else None."""
    for start in (f"{at.path}/u/", f"{at.base}u/", f"//{at.address}{at.path}/u/"):
        if href.startswith(start):
            name = unquote(href[len(start) :])
            return name if _USERNAME.fullmatch(name) else None
    return None


def image_key(url: str) -> str:
    """Return the key under which an image is named in cleaned HTML and in the image folder: 20 hex digits."""
    return blake2b(url.encode("utf-8", "replace"), digest_size=10).hexdigest()


def punycode_host(url: str) -> str | None:
    """Return the host of `url` when it is an internationalised name in punycode, else None."""
    if "xn--" not in url:
        return None
    host = urlsplit(url).netloc
    return host if "xn--" in host else None


def host_and_port(parts: SplitResult) -> str:
    """Return host and port in ASCII, without a user part and the scheme's own port.

    Raises ValueError for an impossible host, and for one whose letters mean another name in the older rules
    for international names (RFC 3490) than in the newer ones (RFC 5891).
    """
    host = parts.hostname or ""
    if len(host) > _HOST_CHARACTERS:
        raise ValueError("longer than a host name can be (RFC 1035)")
    if not host.isascii():
        written = host.encode("idna")
        if written.decode("idna") != host:
            raise ValueError("not one host name")
        host = written.decode("ascii")
    if ":" in host:
        host = f"[{host}]"
    if not _HOST.fullmatch(host):
        raise ValueError("not a host name")
    port = parts.port
    standard = {"http": 80, "https": 443}.get(parts.scheme)
    return host if port is None or port == standard else f"{host}:{port}"
