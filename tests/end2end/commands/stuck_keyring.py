"""Keyrings that do not help: one is locked, one waits behind a prompt that nobody sees."""

from __future__ import annotations

import threading

from keyring.backend import KeyringBackend
from keyring.errors import KeyringLocked


class Locked(KeyringBackend):
    """Says that it is locked."""

    priority = 1

    def get_password(self, service: str, username: str) -> str | None:  # noqa: ARG002
        raise KeyringLocked

    def set_password(self, service: str, username: str, password: str) -> None:  # noqa: ARG002
        raise KeyringLocked


class Silent(KeyringBackend):
    """Never answers."""

    priority = 1

    def get_password(self, service: str, username: str) -> str | None:  # noqa: ARG002
        threading.Event().wait()
        return None

    def set_password(self, service: str, username: str, password: str) -> None:  # noqa: ARG002
        threading.Event().wait()
