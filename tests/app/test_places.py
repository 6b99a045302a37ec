"""What stands in the sidebar, and in which order."""

from __future__ import annotations

from pathlib import Path

from app.places import overview, usual_groups
from sync.model import Batch, Group
from sync.store.database import Store
from sync.store.rows import GroupRow
from tests.sync.store.samples import people, post, topic, write


def group(group_id: int, name: str, *, closed: bool = False, last_posted: int = 0) -> GroupRow:
    return GroupRow(group_id, name.lower(), name, "", int(closed), 1, "", 1, None, 0, last_posted)


def test_closed_groups_come_first_then_the_most_active() -> None:
    rows = [
        group(1, "Aarde", last_posted=1),
        group(2, "Besloten", closed=True),
        group(3, "Cijfers", last_posted=3),
        group(4, "Digitaal", last_posted=2),
    ]
    assert [row.name for row in usual_groups(rows, limit=3)] == ["Besloten", "Cijfers", "Digitaal"]


def test_the_overview_counts_what_is_unread(tmp_path: Path) -> None:
    store = Store(tmp_path / "account")
    write(
        store,
        Batch(
            groups=(Group(1, "open", "Open", closed=False),),
            members=people(),
            topics=(topic(1),),
            posts=(post(11, author=2),),
        ),
    )
    found = overview(store)
    assert [row.name for row in found.groups] == ["Open"]
    assert found.counts.timeline == 1
    assert found.counts.groups == {1: 1}
    store.close()
