"""Writes the cache file of the schema this program has, to be committed beside the older ones.

    .venv/bin/python -m tests.stores.make

To be run once for each released schema; files of older schemas are never written again.
"""

from __future__ import annotations

import tempfile
from pathlib import Path

from sync import outbox
from sync.outbox import Item
from sync.store import cursors, drafts, marks, rules, views
from sync.store.database import SCHEMA, Store
from sync.store.drafts import Draft
from sync.store.rules import RuleRow
from sync.store.views import ViewRow
from tests.sync.store.samples import START, index_all, pages, write

HERE = Path(__file__).parent


def fill(store: Store) -> None:
    """A small community in which the member has read, saved and visited."""
    for batch in pages():
        write(store, batch)
    index_all(store)
    store.write(lambda conn: cursors.put_all(conn, [(cursors.ME, "3"), ("newest", "60")]))
    store.write(lambda conn: marks.mark_topic_read(conn, 4))
    store.write(lambda conn: marks.save(conn, 2))
    store.write(lambda conn: marks.visit(conn, 2, START))


def fill_rules(store: Store) -> None:
    """What a member of the second schema can have besides: a rule with an exception, and a view."""
    rule = RuleRow(1, "Agenda", "kind:event", "dim", 1, None, "", 0)
    store.write(lambda conn: rules.write(conn, [rule], [(1, 5)]))
    view = ViewRow(1, "Beleid", "tag", "tag:beleid", "newest", "day", 1, 0)
    store.write(lambda conn: views.write(conn, [view]))


def fill_sharing(store: Store) -> None:
    """What a member of the third schema can have besides: a draft, and something in the outbox."""
    store.write(lambda conn: drafts.put(conn, Draft(place="new", title="Half af", changed=START)))
    new = Item(action="reply", topic_id=2, raw="Dank je wel, dit helpt ons verder.", created=START)
    store.write(lambda conn: outbox.put(conn, new))


def main() -> None:
    """Write ``schema-N.sqlite`` for the present schema."""
    with tempfile.TemporaryDirectory() as folder:
        store = Store(Path(folder))
        fill(store)
        fill_rules(store)
        fill_sharing(store)
        store.maintain(lambda conn: conn.execute("VACUUM"))
        store.close()
        (HERE / f"schema-{SCHEMA}.sqlite").write_bytes(store.path.read_bytes())


if __name__ == "__main__":
    main()
