"""The log of a profile: what was done, when and with which result. Never content, never secrets.

It stays small (three files of at most a megabyte) and is for IT: ``stamtafel doctor`` says where it is.
"""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from app.accounts import Account
    from app.paths import Profile
    from sync.progress import RoundReport

MOST_BYTES = 1_000_000
OLDER_FILES = 2
_FORMAT = "%(asctime)s %(levelname)s %(name)s %(message)s"


log = logging.getLogger("stamtafel")


def start_log(profile: Profile) -> None:
    """Write what this process does to the log of ``profile``; a second call changes nothing."""
    if log.handlers:
        return
    from logging.handlers import RotatingFileHandler

    log.propagate = False
    log.setLevel(logging.INFO)
    handler = RotatingFileHandler(
        profile.log_file, maxBytes=MOST_BYTES, backupCount=OLDER_FILES, encoding="utf-8", delay=True
    )
    # A full disk or a read-only folder silences the log, and nothing else.
    handler.handleError = lambda _record: None  # type: ignore[assignment]
    handler.setFormatter(logging.Formatter(_FORMAT))
    log.addHandler(handler)


def log_round(account: Account, report: RoundReport) -> None:
    """Note how a round of sync went, under a name that says nothing about the member."""
    log.info(
        "round account=%s requests=%d new=%d changed=%d removed=%d sent=%d seconds=%.1f result=%s",
        pseudonym(account),
        report.requests,
        report.posts_new,
        report.posts_changed,
        report.posts_removed,
        report.outbox_sent,
        report.seconds,
        "done" if report.error is None else type(report.error).__name__,
    )


def pseudonym(account: Account) -> str:
    """A short name for an account that stays the same and cannot be turned back into the member's."""
    from hashlib import sha256

    return sha256(f"{account.client_id} {account.username}".encode()).hexdigest()[:10]
