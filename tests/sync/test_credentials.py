"""Keys live in the system's keyring, or in this process only; one that hangs or is absent is told apart."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator

import keyring
import pytest
from keyring.backend import KeyringBackend
from keyring.core import load_keyring
from keyring.errors import InitError
from keyring.errors import KeyringLocked as Locked

from sync import credentials
from sync.credentials import Key
from sync.errors import KeyringLocked, KeyringUnavailable, Rejected, SignInNeeded, StamtafelError

URL, NAME = "https://gemeenschap.example.nl", "noor"
KEY = Key("geheim-0123456789abcdef", "client-1")


# What runs inside a D-Bus session of its own, with a keyring that is thrown away with it.
OWN_SESSION = """
import subprocess
from sync import credentials
from sync.credentials import Key
from sync.errors import SignInNeeded

quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
unlock = ["gnome-keyring-daemon", "--unlock", "--components=secrets"]
subprocess.run(unlock, input=b"password", check=True, **quiet)
account = ("https://gemeenschap.example.nl", "noor")
credentials.store_key(*account, Key("geheim", "c1"), seconds=20)
assert credentials.read_key(*account, seconds=20) == Key("geheim", "c1")
credentials.delete_key(*account, seconds=20)
try:
    credentials.read_key(*account, seconds=20)
except SignInNeeded:
    print("gone")
"""


class Odd(KeyringBackend):
    """A keyring that does as told instead of keeping anything."""

    priority = 1
    behave: Callable[[], None]

    def get_password(self, *_: str) -> str | None:
        self.behave()
        return None

    def set_password(self, *_: str) -> None:
        self.behave()


def _wait(answered: threading.Event) -> None:
    answered.wait(30)


def odd(behave: Callable[[], None]) -> Odd:
    backend = load_keyring("tests.sync.test_credentials.Odd")
    assert isinstance(backend, Odd)
    backend.behave = behave
    return backend


@pytest.fixture(autouse=True)
def _own_keyring(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    before = keyring.get_keyring()
    monkeypatch.delenv("STAMTAFEL_KEY", raising=False)
    yield
    keyring.set_keyring(before)
    credentials._this_session.clear()


@pytest.mark.usefixtures("secret_service")
def test_a_key_goes_to_the_secret_service_and_comes_back() -> None:
    with pytest.raises(SignInNeeded):
        credentials.read_key(URL, NAME)
    credentials.store_key(URL, NAME, KEY)
    assert credentials.read_key(URL, NAME) == KEY
    with pytest.raises(SignInNeeded):
        credentials.read_key(URL, "iemand-anders")
    credentials.delete_key(URL, NAME)
    credentials.delete_key(URL, NAME)
    with pytest.raises(SignInNeeded):
        credentials.read_key(URL, NAME)


def test_the_same_in_a_session_of_its_own() -> None:
    """Where gnome-keyring is installed, in a session that this test starts itself."""
    environment = {
        **os.environ,
        "PYTHON_KEYRING_BACKEND": "keyring.backends.SecretService.Keyring",
    }
    try:
        done = subprocess.run(
            ["dbus-run-session", "--", sys.executable, "-c", OWN_SESSION],
            env=environment,
            capture_output=True,
            text=True,
            timeout=60,
            check=False,
        )
    except FileNotFoundError:
        pytest.skip("no dbus-run-session on this machine")
    if "No such file or directory: 'gnome-keyring-daemon'" in done.stderr:
        pytest.skip("no gnome-keyring on this machine")
    assert done.stdout.strip() == "gone", done.stderr


def test_the_environments_key_wins_and_is_never_stored(monkeypatch: pytest.MonkeyPatch) -> None:
    keyring.set_keyring(load_keyring("keyring.backends.fail.Keyring"))
    monkeypatch.setenv("STAMTAFEL_KEY", " van-de-omgeving ")
    assert credentials.read_key(URL, NAME).secret == "van-de-omgeving"
    monkeypatch.delenv("STAMTAFEL_KEY")
    with pytest.raises(KeyringUnavailable):
        credentials.read_key(URL, NAME)


def test_without_a_keyring_a_key_lasts_for_this_session() -> None:
    keyring.set_keyring(load_keyring("keyring.backends.fail.Keyring"))
    with pytest.raises(KeyringUnavailable):
        credentials.store_key(URL, NAME, KEY)
    credentials.remember_for_this_session(URL, NAME, KEY)
    assert credentials.read_key(URL, NAME) == KEY
    with pytest.raises(KeyringUnavailable):
        credentials.delete_key(URL, NAME)
    with pytest.raises(KeyringUnavailable):
        credentials.read_key(URL, NAME)


def test_a_keyring_that_keeps_nothing_is_none() -> None:
    """The null backend takes everything and gives nothing back."""
    keyring.set_keyring(load_keyring("keyring.backends.null.Keyring"))
    with pytest.raises(KeyringUnavailable):
        credentials.store_key(URL, NAME, KEY)


def test_a_prompt_that_nobody_answers_ends_at_the_deadline() -> None:
    answered = threading.Event()
    keyring.set_keyring(odd(lambda: _wait(answered)))
    for call in (
        lambda: credentials.read_key(URL, NAME, seconds=0.2),
        lambda: credentials.store_key(URL, NAME, KEY, seconds=0.2),
    ):
        began = time.monotonic()
        with pytest.raises(KeyringLocked):
            call()
        assert time.monotonic() - began < 1.0
    answered.set()


@pytest.mark.parametrize(
    ("error", "named"),
    [
        (Locked("geheim-0123456789abcdef"), KeyringLocked),
        (InitError("geheim-0123456789abcdef"), KeyringLocked),
        (RuntimeError("geheim-0123456789abcdef"), KeyringUnavailable),
        (OSError("geheim-0123456789abcdef"), KeyringUnavailable),
    ],
)
def test_what_a_keyring_says_is_not_passed_on(error: Exception, named: type[StamtafelError]) -> None:
    def fail() -> None:
        raise error

    keyring.set_keyring(odd(fail))
    with pytest.raises(named) as caught:
        credentials.store_key(URL, NAME, KEY)
    assert "geheim" not in f"{caught.value!r}{caught.value.facts}{caught.value.__cause__}"


def test_a_key_does_not_show_when_it_is_printed() -> None:
    assert "geheim" not in f"{KEY!r} {KEY} {[KEY]}"


def test_a_key_too_long_for_windows_is_rejected() -> None:
    with pytest.raises(Rejected):
        credentials.store_key(URL, NAME, Key("x" * 1_300, "c"))
