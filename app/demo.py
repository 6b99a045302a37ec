"""The built-in demo community: its server in a process of its own, and a profile apart from the member's."""

from __future__ import annotations

import contextlib
import json
import subprocess
import sys
import uuid
from collections.abc import Iterator
from typing import NamedTuple

from app import accounts as account_book
from app.accounts import Account
from app.paths import Profile
from sync.credentials import Key
from sync.errors import Unreachable

REQUESTS_PER_MINUTE = 60
_STOP_SECONDS = 5


class Demo(NamedTuple):
    """A running demo community, the account in it, and the key that is never stored."""

    account: Account
    key: Key


@contextlib.contextmanager
def running_demo(profile: Profile, *, seed: int = 1, topics: int = 0, live: bool = True) -> Iterator[Demo]:
    """Serve the demo community until the block ends; an earlier demo's cache in ``profile`` is replaced.

    Raises ``Unreachable`` where the server does not start.
    """
    process = _start_server(seed, topics, live)
    try:
        yield _sign_in(profile, _first_line(process))
    finally:
        process.terminate()
        try:
            process.wait(_STOP_SECONDS)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
        if process.stdout is not None:
            process.stdout.close()


def _start_server(seed: int, topics: int, live: bool) -> subprocess.Popen[str]:
    command = [sys.executable, "-m", "app.main", "demo-server"]
    command += ["--seed", str(seed), "--topics", str(topics)]
    command += ["--requests-per-minute", str(REQUESTS_PER_MINUTE)]
    if live:
        command.append("--live")
    return subprocess.Popen(command, stdout=subprocess.PIPE, stdin=subprocess.DEVNULL, text=True)  # noqa: S603 - our own program


def _first_line(process: subprocess.Popen[str]) -> dict[str, str]:
    line = process.stdout.readline() if process.stdout is not None else ""
    try:
        document = json.loads(line)
        return {name: str(document[name]) for name in ("url", "key", "username")}
    except (ValueError, KeyError, TypeError) as error:
        raise Unreachable(host="demo") from error


def _sign_in(profile: Profile, facts: dict[str, str]) -> Demo:
    for old in account_book.accounts(profile):
        account_book.remove(profile, old.name)
    account = Account("demo", "discourse", facts["url"], facts["username"], str(uuid.uuid4()))
    return Demo(account_book.add(profile, account), Key(facts["key"], account.client_id))
