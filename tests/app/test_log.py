"""The log says what was done and how it went, and nothing about the member or what they read."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from pathlib import Path

import pytest

from app.accounts import Account
from app.log import log, log_round, pseudonym, start_log
from app.paths import Profile
from sync.errors import TimedOut
from sync.model import Changes
from sync.progress import RoundReport

ACCOUNT = Account("voorbeeld", "discourse", "https://community.voorbeeld.example", "noor", "client-1")


@pytest.fixture(autouse=True)
def own_handlers() -> Iterator[None]:
    take_handlers()
    yield
    take_handlers()


def take_handlers() -> None:
    for handler in list(log.handlers):
        log.removeHandler(handler)
        handler.close()
    log.propagate = True
    log.setLevel(logging.NOTSET)


def report(error: TimedOut | None = None) -> RoundReport:
    return RoundReport("voorbeeld", 3, 50, 1, 0, 2, 4, 1.25, Changes(), 0, (), error, None)


def test_a_round_is_one_line_without_the_member(tmp_path: Path) -> None:
    profile = Profile(tmp_path)
    start_log(profile)
    log_round(ACCOUNT, report())
    log_round(ACCOUNT, report(TimedOut("secret path", path="/t/42.json")))
    lines = profile.log_file.read_text().splitlines()
    assert len(lines) == 2
    assert "requests=3 new=50 changed=1 removed=0 sent=2" in lines[0]
    assert "result=done" in lines[0]
    assert "result=TimedOut" in lines[1]
    assert pseudonym(ACCOUNT) in lines[0]
    assert not any(word in "".join(lines) for word in ("noor", "community", "client-1", "/t/42"))


def test_the_same_account_keeps_its_name_and_another_has_another() -> None:
    assert pseudonym(ACCOUNT) == pseudonym(ACCOUNT._replace(name="other"))
    assert pseudonym(ACCOUNT) != pseudonym(ACCOUNT._replace(username="joost"))


def test_a_log_that_cannot_be_written_stops_nothing(tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("a file where the profile should be")
    start_log(Profile(blocked))
    log_round(ACCOUNT, report())


def test_starting_twice_writes_once(tmp_path: Path) -> None:
    profile = Profile(tmp_path)
    start_log(profile)
    start_log(profile)
    log_round(ACCOUNT, report())
    assert len(profile.log_file.read_text().splitlines()) == 1
