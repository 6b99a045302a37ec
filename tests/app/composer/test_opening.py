"""What the composer opens with: what can be chosen, and a draft with all that goes with it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from app.composer.opening import choices, note_group, opened
from app.drafts import Keeper, begin
from sync.model import Batch
from sync.store.database import Store
from tests.sync.store.samples import people, places, topic, write


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    store = Store(tmp_path)
    topics = (topic(1, tags=("wijk", "brief")), topic(2, tags=("brief",)))
    write(store, Batch(groups=places(), members=people(), topics=topics))
    yield store
    store.close()


def test_groups_to_write_in_and_the_tags_used_most(store: Store) -> None:
    found = choices(store)
    assert found.tags == ("brief", "wijk")
    assert found.last_group is None
    refused = found.groups[0].group_id
    groups = [replace(one, can_post=one.id != refused) for one in places()]
    write(store, Batch(groups=tuple(groups)))
    assert [one.group_id for one in choices(store).groups] == [one.group_id for one in found.groups[1:]]


def test_the_group_used_last_is_remembered_while_it_can_be_chosen(store: Store) -> None:
    note_group(store, 2)
    assert choices(store).last_group == 2
    note_group(store, 99)
    assert choices(store).last_group is None


def test_a_draft_comes_back_with_its_files_and_whom_it_thanks(store: Store) -> None:
    keeper = Keeper(store, replace(begin(), kind="spotlight"))
    kept = keeper.keep(raw="In het zonnetje: @jan.").result()
    keeper.attach("nota.txt", "text/plain", b"hallo")
    found = opened(store, kept.draft_id)
    assert found is not None
    assert found.draft.raw == "In het zonnetje: @jan."
    assert [one.name for one in found.files] == ["nota.txt"]
    assert not found.change.grew
    assert opened(store, kept.draft_id + 1) is None
