"""A keyring that is missing, locked or silent: reading goes on, and the sentence says what it is."""

from __future__ import annotations

import subprocess
import time

import pytest

from app.cli_texts import KEY_NOT_KEPT
from sync import errors
from sync.errors import StamtafelError
from tests.end2end.commands.journey import Member, finished, sentence

FAIL = "keyring.backends.fail.Keyring"
NULL = "keyring.backends.null.Keyring"
LOCKED = "tests.end2end.commands.stuck_keyring.Locked"
SILENT = "tests.end2end.commands.stuck_keyring.Silent"
DEADLINE = 15


def started(member: Member, keyring: str, *words: str) -> subprocess.Popen[str]:
    """A command without a key in the environment."""
    return member.start(*words, STAMTAFEL_KEY="", PYTHON_KEYRING_BACKEND=keyring)


@pytest.mark.parametrize(
    ("keyring", "error"),
    [
        (FAIL, errors.KeyringUnavailable()),
        (LOCKED, errors.KeyringLocked()),
        (SILENT, errors.KeyringLocked()),
        (NULL, errors.SignInNeeded()),
    ],
    ids=["missing", "locked", "silent", "empty"],
)
def test_without_its_keyring_a_sync_says_so_and_reading_goes_on(
    keyring: str, error: StamtafelError, settled: Member
) -> None:
    before = settled.dump(status=True)
    began = time.monotonic()
    done = finished(started(settled, keyring, "sync"), DEADLINE)
    assert time.monotonic() - began < DEADLINE
    assert done.status == 4
    assert sentence(error) in done.err
    assert "Traceback" not in done.err
    assert settled.dump(status=True) == before

    done = finished(started(settled, keyring, "timeline", "--json"), DEADLINE)
    assert done.status == 0
    assert len(done.document) == 20


@pytest.mark.parametrize("keyring", [FAIL, LOCKED], ids=["missing", "locked"])
def test_an_account_without_a_keyring_is_added_and_says_that_the_key_is_not_kept(
    keyring: str, member: Member
) -> None:
    process = member.start(
        *("account", "add", "discourse", member.server.url),
        STAMTAFEL_KEY="",
        PYTHON_KEYRING_BACKEND=keyring,
    )
    done = finished(process, DEADLINE, said=f"{member.key}\n")
    assert done.status == 0, done.err
    assert KEY_NOT_KEPT.en in done.err
    assert member.key not in done.out + done.err
    kept = [path for path in member.profile.root.rglob("*") if path.is_file()]
    assert all(member.key.encode() not in path.read_bytes() for path in kept)
