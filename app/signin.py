"""Adding and removing an account: the key is checked with the community and kept in the keyring only."""

from __future__ import annotations

import contextlib
import getpass
import sys
import uuid
from collections.abc import Callable

from app import accounts as account_book
from app.accounts import Account
from app.connection import identify
from app.paths import Profile
from app.settings import Settings
from sync import credentials
from sync.credentials import Key
from sync.errors import KeyringLocked, KeyringUnavailable, SignInNeeded


def add_account(
    profile: Profile, settings: Settings, *, kind: str, url: str, ask: Callable[[], str]
) -> tuple[Account, bool]:
    """Sign in at ``url`` and keep the account. Returns it, and whether its key is in the keyring.

    The key of STAMTAFEL_KEY is used when there is one, and then never stored; else ``ask`` gives it.
    Raises ``SignInNeeded`` without a usable key, and the network's errors.
    """
    from_environment = credentials.environment_key()
    secret = from_environment or ask().strip()
    if not secret:
        raise SignInNeeded
    return keep_account(
        profile,
        settings,
        kind=kind,
        url=url,
        key=Key(secret, str(uuid.uuid4())),
        store=from_environment is None,
    )


def keep_account(
    profile: Profile, settings: Settings, *, kind: str, url: str, key: Key, store: bool
) -> tuple[Account, bool]:
    """Ask the community who holds ``key``, and keep the account; see ``add_account``."""
    account = identify(Account("", kind, clean_address(url), "", key.client_id), settings, key)
    kept = True
    if store:
        try:
            credentials.store_key(account.url, account.username, key)
        except (KeyringLocked, KeyringUnavailable):
            credentials.remember_for_this_session(account.url, account.username, key)
            kept = False
    return account_book.add(profile, account), kept


def remove_account(profile: Profile, name: str) -> Account | None:
    """Forget an account with its key, cache and images. Returns it, or ``None`` if unknown."""
    account = account_book.named(profile, name)
    if account is None:
        return None
    with contextlib.suppress(KeyringUnavailable):
        credentials.delete_key(account.url, account.username)
    return account_book.remove(profile, name)


def clean_address(text: str) -> str:
    """What a person typed as the address of a community, as a URL without a slash at the end."""
    address = text.strip().rstrip("/")
    return address if "://" in address else f"https://{address}"


def key_from_person(question: str) -> str:
    """Ask for a key at the terminal without showing it; empty where nobody can answer."""
    if not sys.stdin.isatty():
        return sys.stdin.readline().strip()
    return getpass.getpass(question, stream=sys.stderr)
