"""Which certificate a community shows: for whoever has to find out why a connection is not trusted."""

from __future__ import annotations

import contextlib
import ssl
import time
from typing import NamedTuple
from urllib.parse import urlsplit

import httpx
from cryptography import x509

from sync.answers import failure
from sync.transport import CONNECT_SECONDS, Deadline, deadline, proxy_for, transport
from sync.work import current


class Certificate(NamedTuple):
    """Subject and issuer by their full names, the moment it ends (ms), and the version of TLS (if spoken)."""

    subject: str
    issuer: str
    expires: int
    tls: str | None


def trusted(url: str, proxy: str | None) -> Certificate | None:
    """The certificate with which the https address ``url`` answers, by the system's own store.

    ``proxy`` is as in ``proxy_for``. Raises from ``sync.errors``: ``CertificateRejected`` when the system
    does not trust it. ``None`` when something in between ends the connection without one.
    """
    token = deadline.set(Deadline(time.monotonic() + CONNECT_SECONDS, current()))
    try:
        with (
            httpx.Client(transport=transport(proxy_for(url, proxy)), trust_env=False) as client,
            client.stream("GET", url, headers={"Accept": "application/json"}) as response,
        ):
            wire = response.extensions["network_stream"].get_extra_info("ssl_object")
            found = wire.getpeercert(binary_form=True) if wire is not None else None
            return None if not found else _read(found, str(wire.version()))
    except (httpx.HTTPError, OSError) as cause:
        raise failure(cause, {"host": urlsplit(url).hostname}) from cause
    finally:
        deadline.reset(token)


def presented(url: str) -> Certificate | None:
    """The certificate that is shown at ``url``, trusted or not, without a proxy; ``None`` if there is none.

    Nothing is sent over this connection: it only tells IT whose certificate was refused.
    """
    parts = urlsplit(url)
    with contextlib.suppress(OSError, ValueError):
        shown = ssl.get_server_certificate((parts.hostname or "", parts.port or 443), timeout=CONNECT_SECONDS)
        return _read(ssl.PEM_cert_to_DER_cert(shown), None)
    return None


def _read(der: bytes, tls: str | None) -> Certificate:
    found = x509.load_der_x509_certificate(der)
    return Certificate(
        subject=found.subject.rfc4514_string(),
        issuer=found.issuer.rfc4514_string(),
        expires=int(found.not_valid_after_utc.timestamp() * 1000),
        tls=tls,
    )
