"""Keys in the system's keyring, and nowhere else: not in a file, a log, or an error.

A keyring can block for ever on its own prompt, so every call runs on a thread of its own that is given up
after a deadline. Where there is no keyring, a key can be remembered for this process only.
"""

from __future__ import annotations

import json
import os
import threading
from collections.abc import Callable
from typing import Any, NamedTuple, TypeVar

from sync.errors import KeyringLocked, KeyringUnavailable, Rejected, SignInNeeded

T = TypeVar("T")

SERVICE = "Stamtafel"
ENVIRONMENT = "STAMTAFEL_KEY"
DEADLINE_SECONDS = 5.0
# A generic secret of Windows holds 2,560 bytes: 1,280 characters in its own encoding.
LONGEST_SECRET = 1_280

_this_session: dict[str, Key] = {}


class Key(NamedTuple):
    """A key of the community, and the id of the client it was given to. Prints without the key."""

    secret: str
    client_id: str

    def __repr__(self) -> str:
        return "Key(...)"


def account_name(url: str, username: str) -> str:
    """The name of an account in the keyring."""
    return f"{url.rstrip('/')} {username}"


def environment_key() -> str | None:
    """The key that STAMTAFEL_KEY gives for this process; it is never stored."""
    return os.environ.get(ENVIRONMENT, "").strip() or None


def read_key(url: str, username: str, *, seconds: float = DEADLINE_SECONDS) -> Key:
    """The key of an account: from the environment, from this session, or from the keyring.

    ``seconds`` is how long the keyring may take; unlocking it by its own prompt takes longer. Raises
    ``SignInNeeded`` when there is none, ``KeyringUnavailable`` and ``KeyringLocked`` when that cannot be
    known.
    """
    if (given := environment_key()) is not None:
        return Key(given, "")
    name = account_name(url, username)
    if (remembered := _this_session.get(name)) is not None:
        return remembered
    stored = _call(lambda keyring: keyring.get_password(SERVICE, name), seconds)
    if not stored:
        raise SignInNeeded
    return _unpacked(stored)


def store_key(url: str, username: str, key: Key, *, seconds: float = DEADLINE_SECONDS) -> None:
    """Keep the key of an account in the keyring.

    Raises ``KeyringUnavailable`` (also for a keyring that keeps nothing), ``KeyringLocked``, or
    ``Rejected`` for a key too long to be kept on every system.
    """
    name, packed = account_name(url, username), _packed(key)

    def keep(keyring: Any) -> bool:
        keyring.set_password(SERVICE, name, packed)
        return bool(keyring.get_password(SERVICE, name) == packed)

    if not _call(keep, seconds):
        raise KeyringUnavailable
    _this_session.pop(name, None)


def delete_key(url: str, username: str, *, seconds: float = DEADLINE_SECONDS) -> None:
    """Forget the key of an account, in this session and in the keyring. Raises as ``store_key`` does."""
    name = account_name(url, username)
    _this_session.pop(name, None)

    def remove(keyring: Any) -> None:
        if keyring.get_password(SERVICE, name) is not None:
            keyring.delete_password(SERVICE, name)

    _call(remove, seconds)


def remember_for_this_session(url: str, username: str, key: Key) -> None:
    """Keep a key in memory until this process ends: what is left where there is no keyring."""
    _this_session[account_name(url, username)] = key


def keyring_name(*, seconds: float = DEADLINE_SECONDS) -> str:
    """The keyring in use, for a person who asks about the state of things. Raises as ``store_key`` does."""

    def name(keyring: Any) -> str:
        keyring.get_password(SERVICE, "")
        return str(keyring.get_keyring().name)

    return _call(name, seconds)


def _packed(key: Key) -> str:
    packed = json.dumps({"key": key.secret, "client": key.client_id}, separators=(",", ":"))
    if len(packed) > LONGEST_SECRET:
        raise Rejected(what="key", length=len(packed))
    return packed


def _unpacked(stored: str) -> Key:
    try:
        fields = json.loads(stored)
        return Key(str(fields["key"]), str(fields["client"]))
    except (ValueError, KeyError, TypeError):
        raise SignInNeeded from None


def _call(work: Callable[[Any], T], seconds: float) -> T:
    """Run ``work`` with the keyring module on a thread of its own.

    Errors never carry what the keyring said.
    """
    results: list[T] = []
    errors: list[Exception] = []

    def run() -> None:
        try:
            import keyring

            results.append(work(keyring))
        except Exception as error:
            errors.append(error)

    thread = threading.Thread(target=run, name="keyring", daemon=True)
    thread.start()
    thread.join(seconds)
    if thread.is_alive():
        raise KeyringLocked
    if errors:
        raise _named(errors[0]) from None
    return results[0]


def _named(error: Exception) -> Exception:
    from keyring.errors import InitError
    from keyring.errors import KeyringLocked as Locked

    if isinstance(error, (Locked, InitError)):
        return KeyringLocked()
    return KeyringUnavailable(reason=type(error).__name__)
