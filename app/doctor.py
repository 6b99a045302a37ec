"""``stamtafel doctor``: the state of everything IT asks about. Changes nothing, and never says a secret."""

from __future__ import annotations

import platform
import sqlite3
from argparse import Namespace
from importlib.metadata import PackageNotFoundError, version
from typing import Any

from app import accounts as account_book
from app.accounts import Account
from app.cli_context import Context
from app.doctor_cache import cache_facts
from app.doctor_lines import lines
from app.doctor_network import community_facts, key_facts, keyring_facts
from sync.errors import CacheDamaged
from sync.store.network_path import on_network

Facts = dict[str, Any]

NOT_REACHED = 3
SIGN_IN_NEEDED = 4
NEEDS_ATTENTION = 5


def run(context: Context, options: Namespace) -> int:
    """``stamtafel doctor``: look at everything and show it.

    Returns 5 when a cache needs attention, else 3 when a community cannot be reached, else 4 when a key is
    missing or refused, else 0. Reads only; works without accounts and without a network.
    """
    document = examine(context, options.account, full=options.full)
    context.show(document, lines(document, context.language))
    return exit_status(document)


def examine(context: Context, name: str | None, *, full: bool) -> Facts:
    """Everything about the profile, and about the account ``name`` or else all of them.

    ``full`` reads every page and index of the caches, which takes longer. Moments are ISO 8601 in UTC, sizes
    bytes; what cannot be known is ``None``, with the name of the error beside it under ``problem``.
    """
    problem, known = None, list[Account]()
    try:
        known = account_book.accounts(context.profile)
    except CacheDamaged as error:
        problem = type(error).__name__
    chosen = [account for account in known if name in (None, account.name)]
    return {
        "versions": _versions(),
        "profile": {
            "folder": str(context.profile.root),
            "settings": str(context.profile.settings_file),
            "log": str(context.profile.log_file),
            "on_network": on_network(context.profile.root),
            "settings_ignored": list(context.settings.ignored),
            "accounts_problem": problem,
        },
        "keyring": keyring_facts(),
        "accounts": [_account(context, account, full=full) for account in chosen],
    }


def exit_status(document: Facts) -> int:
    """The exit status for what was found; the most serious finding decides."""
    rows, profile = document["accounts"], document["profile"]
    nowhere_to_keep = profile["accounts_problem"] is not None or profile["on_network"]
    if nowhere_to_keep or any(not row["cache"]["sound"] for row in rows):
        return NEEDS_ATTENTION
    if any(not row["community"]["reached"] for row in rows):
        return NOT_REACHED
    if any(row["key"]["source"] is None or row["key"]["accepted"] is False for row in rows):
        return SIGN_IN_NEEDED
    return 0


def _account(context: Context, account: Account, *, full: bool) -> Facts:
    community = community_facts(account, context.settings)
    return {
        "name": account.name,
        "kind": account.kind,
        "url": account.url,
        "username": account.username,
        "requests_per_minute": context.settings.number("sync.requests_per_minute"),
        "cache": cache_facts(context.profile.account_folder(account.name), full=full),
        "community": community,
        "key": key_facts(account, context.settings, reached=community["reached"]),
    }


def _versions() -> Facts:
    return {
        "stamtafel": version("stamtafel"),
        "python": platform.python_version(),
        "sqlite": sqlite3.sqlite_version,
        "qt": _installed("PySide6-Essentials"),
        "system": platform.platform(),
    }


def _installed(package: str) -> str | None:
    # By the package's own record: loading Qt to ask it would open a whole toolkit.
    try:
        return version(package)
    except PackageNotFoundError:
        return None
