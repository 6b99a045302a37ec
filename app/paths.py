"""Where things are kept: one profile folder with the accounts, their caches, the settings and the log.

The default is the system's local (never roaming) application data, since SQLite's WAL mode is not safe on the
network shares that roaming folders live on.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import NamedTuple


class Profile(NamedTuple):
    """A profile folder; ``--profile DIR`` on the command line names another one."""

    root: Path

    @property
    def accounts_file(self) -> Path:
        """The list of accounts, without secrets."""
        return self.root / "accounts.json"

    @property
    def settings_file(self) -> Path:
        """The settings that differ from their default."""
        return self.root / "settings.json"

    @property
    def window_file(self) -> Path:
        """Sizes and places of the window, kept by Qt."""
        return self.root / "window.ini"

    @property
    def lock_file(self) -> Path:
        """Held by the one window that is open on this profile."""
        return self.root / "window.lock"

    @property
    def log_file(self) -> Path:
        """What was done, when and with which result; never content, never secrets."""
        return self.root / "stamtafel.log"

    def account_folder(self, name: str) -> Path:
        """The folder with the cache and the images of the account ``name``."""
        return self.root / "accounts" / name

    def create(self) -> None:
        """Make the folder, readable by this user only where the system supports that."""
        # Python gives the mode to the last folder only: the demo's is inside the member's own.
        for folder in reversed((self.root, *self.root.parents)):
            if not folder.is_dir():
                folder.mkdir(mode=0o700, exist_ok=True)


def default_profile() -> Profile:
    """The profile of this user on this computer."""
    return Profile(_local_data() / "Stamtafel")


def demo_profile() -> Profile:
    """The profile in which the demo community is kept, apart from the member's own."""
    return Profile(_local_data() / "Stamtafel" / "demo")


def _local_data() -> Path:
    # platformdirs takes a fifth of a blank window's start to import; on Linux the rule is one line.
    if sys.platform.startswith("linux"):
        return Path(os.environ.get("XDG_DATA_HOME") or Path.home() / ".local" / "share")
    from platformdirs import user_data_path

    return user_data_path(roaming=False)
