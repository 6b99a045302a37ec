"""The second schema: rules and views of the member, what the rules decided, and what queries look in."""

from __future__ import annotations

from sqlite_utils import Database

from sync.store.migrations.query_tables import QUERY_TABLES

# What the member made; never touched by a resync.
STATUS = (
    # position: the order in which rules decide. until: the moment a rule ends by itself.
    """
    CREATE TABLE rules (
        rule_id INTEGER PRIMARY KEY, name TEXT NOT NULL, text TEXT NOT NULL, action TEXT NOT NULL,
        enabled INTEGER NOT NULL, until INTEGER, note TEXT NOT NULL, position INTEGER NOT NULL
    ) STRICT
    """,
    """
    CREATE TABLE rule_exceptions (
        rule_id INTEGER NOT NULL, topic_id INTEGER NOT NULL, PRIMARY KEY (rule_id, topic_id)
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE views (
        view_id INTEGER PRIMARY KEY, name TEXT NOT NULL, icon TEXT NOT NULL, text TEXT NOT NULL,
        arrangement TEXT NOT NULL, grouping TEXT NOT NULL, follows_rules INTEGER NOT NULL,
        position INTEGER NOT NULL
    ) STRICT
    """,
)

# What the rules decided: made from content and rules at any time. A topic that is simply shown has no row.
VERDICTS = (
    """
    CREATE TABLE verdicts (
        topic_id INTEGER PRIMARY KEY, verdict TEXT NOT NULL, rule_id INTEGER NOT NULL
    ) STRICT
    """,
    # Topics to judge before the transaction ends; arrived: something was written in it.
    "CREATE TABLE judge_queue (topic_id INTEGER PRIMARY KEY, arrived INTEGER NOT NULL) STRICT",
    # Rules of which the old and the new matches are still to be judged; moved: they stand elsewhere now.
    "CREATE TABLE judge_rules (rule_id INTEGER PRIMARY KEY, moved INTEGER NOT NULL) STRICT",
    """
    CREATE TABLE judge_needs (
        need TEXT NOT NULL, rule_id INTEGER NOT NULL, PRIMARY KEY (need, rule_id)
    ) STRICT, WITHOUT ROWID
    """,
    "CREATE TABLE judge_state (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID",
)


def rules_and_views(db: Database) -> None:
    """Make the tables of rules, views, verdicts and queries; everything that was there stays."""
    for statement in STATUS + VERDICTS + QUERY_TABLES:
        db.execute(statement)
