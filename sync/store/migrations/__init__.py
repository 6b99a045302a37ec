"""The named steps that bring a cache file to the schema of this program.

Each step runs once, in a transaction, and is recorded in the file's table ``_sqlite_migrations``. A step that
was released is never edited: a change of the schema is a new step at the end of ``STEPS``.
"""

from __future__ import annotations

import sqlite3
import time

from sqlite_utils import Database
from sqlite_utils.migrations import Migrations

from sync.store.migrations.first_tables import first_tables
from sync.store.migrations.rules_and_views import rules_and_views
from sync.store.migrations.sharing import sharing

_PATIENCE_SECONDS = 10
_PAUSE_SECONDS = 0.02
STEPS = (first_tables, rules_and_views, sharing)


def migrate(conn: sqlite3.Connection) -> None:
    """Bring the file behind ``conn`` to the newest schema: all pending steps or none.

    ``conn`` has no transaction open and ``isolation_level`` None. Two processes may call this at once: the
    second waits and finds nothing to do. Raises sqlite3.Error.
    """
    conn.execute("PRAGMA auto_vacuum = INCREMENTAL")
    _use_write_ahead_log(conn)
    steps = Migrations("cache")
    for step in STEPS:
        steps()(step)
    conn.execute("BEGIN IMMEDIATE")
    try:
        steps.apply(Database(conn, execute_plugins=False, recursive_triggers=False))
        conn.execute(f"PRAGMA user_version = {len(STEPS)}")
        conn.execute("COMMIT")
    except BaseException:
        if conn.in_transaction:
            conn.execute("ROLLBACK")
        raise


def _use_write_ahead_log(conn: sqlite3.Connection) -> None:
    # SQLite does not wait for another process here: two that open a new file at once must try again.
    until = time.monotonic() + _PATIENCE_SECONDS
    while True:
        try:
            conn.execute("PRAGMA journal_mode = WAL")
        except sqlite3.OperationalError:
            if time.monotonic() > until:
                raise
            time.sleep(_PAUSE_SECONDS)
        else:
            return
