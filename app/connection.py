"""Makes the connector and the engine of an account; the one place that knows the platforms."""

from __future__ import annotations

from app import share
from app.accounts import Account
from app.settings import Settings
from sync import credentials
from sync.budget import Budget
from sync.connectors import discourse
from sync.connectors.discourse import Discourse
from sync.credentials import Key
from sync.engine import Engine
from sync.store.database import Store
from sync.store.outbox import Item


def make_connector(account: Account, settings: Settings, key: Key) -> Discourse:
    """A connector that speaks for ``account`` within the budget of the settings.

    Raises ``NotACommunity`` or ``PlainHttpRefused``.
    """
    return discourse.connect(
        account.url,
        key.secret,
        key.client_id,
        budget=Budget(settings.number("sync.requests_per_minute")),
        proxy=settings.text("network.proxy") or None,
    )


def identify(account: Account, settings: Settings, key: Key) -> Account:
    """``account`` with the community's title and the name of the member that ``key`` belongs to.

    The community is asked for without the key first: it refuses a wrong key everywhere, and that must not
    look like a place without a community. Raises ``NotACommunity``, ``SignInNeeded`` or the network's errors.
    """
    title = discourse.probe(account.url, proxy=settings.text("network.proxy") or None)
    with make_connector(account, settings, key) as connector:
        return account._replace(title=title, username=connector.whoami().username)


def make_engine(account: Account, settings: Settings, store: Store, key: Key | None) -> Engine:
    """The engine of ``account``; the key comes from ``key``, STAMTAFEL_KEY or the keyring.

    Raises ``SignInNeeded``, ``KeyringUnavailable`` or ``KeyringLocked`` where there is no key to be had.
    """
    found = with_client(key or credentials.read_key(account.url, account.username), account)
    return Engine(
        store,
        make_connector(account, settings, found),
        account=account.name,
        retention_days=settings.number("sync.retention_days"),
        images=settings.switch("sync.images"),
        image_bytes=settings.number("sync.images_megabytes") * 1_000_000,
        consent=lambda item: _held_back(store, item),
    )


def _held_back(store: Store, item: Item) -> str | None:
    with store.reading() as conn:
        return share.held_back(conn, item)


def with_client(key: Key, account: Account) -> Key:
    """``key`` as this installation's client of ``account``: a key from the environment does not name one."""
    return key if key.client_id else key._replace(client_id=account.client_id)
