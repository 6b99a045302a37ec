"""What every command of the command line shares: its context, its account, and how it fails."""

from __future__ import annotations

import json
import sys
from argparse import Namespace
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from typing import NamedTuple

from app import accounts as account_book
from app import cli_texts as texts
from app.client import Client
from app.language import Language, Text
from app.paths import Profile
from app.settings import Settings
from sync.errors import CacheDamaged


class Context(NamedTuple):
    """What every command is given."""

    profile: Profile
    settings: Settings
    language: Language
    as_json: bool

    def say(self, text: Text, **values: object) -> None:
        """A message for the person at the screen, on standard error."""
        print(text.say(self.language, **values), file=sys.stderr)

    def show(self, document: object, lines: Sequence[str]) -> None:
        """The result: ``document`` as JSON, or ``lines`` for a person."""
        if self.as_json:
            print(json.dumps(document, ensure_ascii=False))
            return
        for line in lines:
            print(line)


class Repaired(Exception):
    """The cache was found damaged halfway a command, and is sound now: do the command again."""


class Failure(Exception):
    """A command cannot go on, with the sentence to say and the exit status."""

    def __init__(self, text: Text, status: int = 1, **values: object) -> None:
        super().__init__(text.en)
        self.text = text
        self.status = status
        self.values = values


@contextmanager
def opened(context: Context, options: Namespace) -> Iterator[Client]:
    """The client of the account that the options name; closed afterwards.

    Raises ``Failure`` where there is no such account, and ``Repaired`` when the cache had to be rebuilt.
    """
    account = account_book.named(context.profile, options.account)
    if account is None:
        missing = texts.NO_ACCOUNT if options.account is None else texts.NO_SUCH_ACCOUNT
        raise Failure(missing, 4 if options.account is None else 2)
    client = Client(context.profile, account, context.settings)
    if client.repaired:
        context.say(texts.REPAIRED)
    try:
        yield client
    except CacheDamaged:
        # Seen only now: rebuilt here, so that the command can be done again on a sound cache.
        client.repair()
        context.say(texts.REPAIRED)
        raise Repaired from None
    finally:
        client.close()


def iso(moment: int) -> str:
    """A moment (milliseconds since 1970, UTC) as ISO 8601 in UTC."""
    return datetime.fromtimestamp(moment / 1000, UTC).isoformat(timespec="seconds").replace("+00:00", "Z")


def local_time(moment: int) -> str:
    """A moment as date and time on this computer's clock."""
    return datetime.fromtimestamp(moment / 1000).astimezone().strftime("%Y-%m-%d %H:%M")
