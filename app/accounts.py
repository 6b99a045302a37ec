"""The accounts of a profile: which community, and as whom. Keys are in the keyring, never here."""

from __future__ import annotations

import re
from typing import NamedTuple
from urllib.parse import urlsplit

from app.files import read_json, write_json
from app.paths import Profile
from sync.errors import CacheDamaged, StamtafelError


class Account(NamedTuple):
    """One account. ``name`` is made from the host; the command line and the folder use it."""

    name: str
    kind: str
    url: str
    username: str
    client_id: str
    title: str = ""


def accounts(profile: Profile) -> list[Account]:
    """All accounts, in the order in which they were added.

    Raises ``CacheDamaged`` where the list cannot be read; the file is left as it is.
    """
    try:
        document = read_json(profile.accounts_file)
        rows = document.get("accounts", []) if isinstance(document, dict) else []
        return [Account(**row) for row in rows]
    except (OSError, ValueError, TypeError) as error:
        raise CacheDamaged(path=str(profile.accounts_file)) from error


def add(profile: Profile, account: Account) -> Account:
    """Keep ``account``; one for the same community and member is replaced. Returns it with its final name."""
    others = [known for known in accounts(profile) if not _same(known, account)]
    replaced = next((known for known in accounts(profile) if _same(known, account)), None)
    name = replaced.name if replaced else _free_name(account, {known.name for known in others})
    kept = account._replace(name=name)
    _write(profile, [*others, kept])
    return kept


def remove(profile: Profile, name: str) -> Account | None:
    """Forget the account ``name`` with its cache and images. Returns it, or ``None`` if unknown."""
    known = accounts(profile)
    gone = next((account for account in known if account.name == name), None)
    if gone is not None:
        _write(profile, [account for account in known if account.name != name])
        from shutil import rmtree

        rmtree(profile.account_folder(name), ignore_errors=True)
    return gone


def unsent(profile: Profile, name: str) -> int:
    """How many drafts and posts that did not arrive would go with the account ``name``; 0 where its cache
    cannot be read."""
    from app.outbox_view import counts
    from sync.store.database import Store

    folder = profile.account_folder(name)
    if not folder.is_dir():
        return 0
    try:
        store = Store(folder)
    except StamtafelError:
        return 0
    try:
        with store.reading() as conn:
            return sum(counts(conn))
    except StamtafelError:
        return 0
    finally:
        store.close()


def named(profile: Profile, name: str | None) -> Account | None:
    """The account ``name``, or the first one if no name is given."""
    return next((account for account in accounts(profile) if name in (None, account.name)), None)


def name_for(url: str) -> str:
    """A short word for a community's address: ``community.example.nl`` becomes ``community.example.nl``."""
    return (
        re.sub(r"[^a-z0-9.-]+", "-", (urlsplit(url).hostname or "community").lower()).strip("-.")
        or "community"
    )


def _same(one: Account, other: Account) -> bool:
    return (one.kind, one.url, one.username) == (other.kind, other.url, other.username)


def _free_name(account: Account, taken: set[str]) -> str:
    base = account.name or name_for(account.url)
    name, number = base, 2
    while name in taken:
        name, number = f"{base}-{number}", number + 1
    return name


def _write(profile: Profile, rows: list[Account]) -> None:
    profile.create()
    write_json(profile.accounts_file, {"accounts": [account._asdict() for account in rows]})
