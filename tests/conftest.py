"""Keeps the tests away from the member's own home, keyring and screen; lends them the demo community."""

from __future__ import annotations

import atexit
import os
import shutil
import tempfile
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.desktop_service import bus, service

if TYPE_CHECKING:
    from sync.demo.server import DemoServer

__all__ = ["bus", "service"]

# The moment at which the demo community of the tests lives.
NOW = datetime(2026, 11, 20, 9, 0, tzinfo=UTC)

_HOME_VARIABLES = ("HOME", "USERPROFILE")
_FOLDER_VARIABLES = (
    "XDG_CACHE_HOME",
    "XDG_CONFIG_HOME",
    "XDG_DATA_HOME",
    "XDG_RUNTIME_DIR",
    "XDG_STATE_HOME",
    "APPDATA",
    "LOCALAPPDATA",
)


def _leave_home() -> None:
    """Points every variable that leads to the member's own files to a folder that goes with this process."""
    home = Path(tempfile.mkdtemp(prefix="stamtafel-tests-"))
    atexit.register(shutil.rmtree, home, ignore_errors=True)
    for name in _HOME_VARIABLES:
        os.environ[name] = str(home)
    for name in _FOLDER_VARIABLES:
        folder = home / name.lower()
        folder.mkdir(mode=0o700)
        os.environ[name] = str(folder)


def _leave_desktop() -> None:
    """No window on the screen, no secret from the keyring, no message on the member's own bus."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    os.environ["PYTHON_KEYRING_BACKEND"] = "keyring.backends.null.Keyring"
    os.environ.pop("STAMTAFEL_KEY", None)
    if "STAMTAFEL_TEST_KEYRING" not in os.environ:
        os.environ.pop("DBUS_SESSION_BUS_ADDRESS", None)
    # Qt warns about any other character set, and a warning fails the test.
    os.environ["LC_ALL"] = "C.UTF-8"


_leave_home()
_leave_desktop()


@pytest.fixture
def profile(tmp_path: Path) -> Path:
    """An empty folder to give as ``--profile``."""
    folder = tmp_path / "profile"
    folder.mkdir()
    return folder


@pytest.fixture
def demo() -> Iterator[DemoServer]:
    """A demo community of its own for one test, over real HTTP, without a rate limit."""
    from sync.demo.server import DemoServer

    with DemoServer(requests_per_minute=0, now=NOW) as server:
        yield server


@pytest.fixture
def secret_service(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """The real keyring of a D-Bus session that ``packaging/test`` starts for the suite and throws away."""
    if "STAMTAFEL_TEST_KEYRING" not in os.environ:
        pytest.skip("no throw-away keyring here: packaging/test starts one where gnome-keyring is installed")
    import keyring
    from keyring.core import load_keyring

    before = keyring.get_keyring()
    name = "keyring.backends.SecretService.Keyring"
    monkeypatch.setenv("PYTHON_KEYRING_BACKEND", name)
    keyring.set_keyring(load_keyring(name))
    yield
    keyring.set_keyring(before)
