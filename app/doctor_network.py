"""What the doctor finds on the way to a community: proxy, certificate, answer, keyring and key."""

from __future__ import annotations

import urllib.request
from typing import Any
from urllib.parse import urlsplit

from app.accounts import Account
from app.cli_context import iso
from app.connection import make_connector, with_client
from app.settings import Settings
from sync import certificate, credentials
from sync.connectors import discourse
from sync.errors import CertificateRejected, SignInNeeded, StamtafelError
from sync.transport import is_loopback, proxy_for

Facts = dict[str, Any]

# Long enough for a keyring that has to start, short enough not to look stuck behind its prompt.
KEYRING_SECONDS = 3.0


def keyring_facts() -> Facts:
    """The name of the keyring and whether it answers; ``problem`` names the error when it does not."""
    try:
        return {
            "name": credentials.keyring_name(seconds=KEYRING_SECONDS),
            "answers": True,
            "problem": None,
        }
    except StamtafelError as error:
        return {"name": None, "answers": False, "problem": type(error).__name__}


def community_facts(account: Account, settings: Settings) -> Facts:
    """Whether the community answers, through which proxy, and with which certificate."""
    setting = settings.text("network.proxy") or None
    facts: Facts = {
        "reached": True,
        "title": None,
        "problem": None,
        "reason": None,
        "proxy": proxy_facts(account.url, setting),
        "certificate": None,
    }
    try:
        facts["title"] = discourse.probe(account.url, proxy=setting)
        facts["certificate"] = _certificate(account.url, setting)
    except StamtafelError as error:
        facts |= {"reached": False, "problem": type(error).__name__, "reason": error.facts.get("reason")}
        if isinstance(error, CertificateRejected):
            facts["certificate"] = _shown(certificate.presented(account.url))
    return facts


def proxy_facts(url: str, setting: str | None) -> Facts:
    """Which proxy applies to ``url`` and where that is set; a name and password in its address stay out."""
    address = proxy_for(url, setting)
    if is_loopback(urlsplit(url).hostname or ""):
        source = "loopback"
    elif setting:
        source = "setting"
    elif address is None:
        source = "none"
    else:
        source = "environment" if urllib.request.getproxies_environment() else "system"
    return {"address": None if address is None else without_login(address), "source": source}


def without_login(address: str) -> str:
    """An address without the name and password that may stand in it."""
    parts = urlsplit(address)
    return parts._replace(netloc=parts.netloc.rpartition("@")[2]).geturl()


def key_facts(account: Account, settings: Settings, *, reached: bool) -> Facts:
    """Where the key of ``account`` comes from, and whether the community takes it (``None``: not known)."""
    facts: Facts = {"source": None, "accepted": None, "problem": None}
    try:
        key = credentials.read_key(account.url, account.username, seconds=KEYRING_SECONDS)
    except StamtafelError as error:
        return facts | {"problem": type(error).__name__}
    facts["source"] = "keyring" if credentials.environment_key() is None else "environment"
    if not reached:
        return facts
    try:
        with make_connector(account, settings, with_client(key, account)) as connector:
            connector.whoami()
    except SignInNeeded:
        return facts | {"accepted": False, "problem": SignInNeeded.__name__}
    except StamtafelError as error:
        return facts | {"problem": type(error).__name__}
    return facts | {"accepted": True}


def _certificate(url: str, setting: str | None) -> Facts | None:
    return None if urlsplit(url).scheme != "https" else _shown(certificate.trusted(url, setting))


def _shown(found: certificate.Certificate | None) -> Facts | None:
    return None if found is None else {**found._asdict(), "expires": iso(found.expires)}
