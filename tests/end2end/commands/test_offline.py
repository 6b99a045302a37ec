"""The first journey: sync once, lose the network, go on reading, come back."""

from __future__ import annotations

from sync.errors import Unreachable
from tests.end2end.commands.journey import Member, differences, sentence


def test_first_sync_then_everything_is_readable_without_the_community(member: Member) -> None:
    done = member.run("sync", "--json")
    assert done.status == 0
    assert done.document["posts_new"] > 300
    member.server.stop()

    rows = member.run("timeline", "--json").document
    assert len(rows) == 20
    shown = member.run("show", str(rows[0]["id"]), "--json")
    assert shown.status == 0
    assert shown.document["title"] == rows[0]["title"]
    assert len(shown.document["posts"]) == rows[0]["replies"] + 1
    hits = member.run("search", "beleid", "--json").document
    assert hits
    assert all("beleid" in (hit["title"] + hit["snippet"]).lower() for hit in hits)
    assert any(row["closed"] for row in member.run("groups", "--json").document)


def test_without_the_community_a_sync_says_so_and_keeps_everything(
    settled: Member, undisturbed: Member
) -> None:
    undisturbed.settle()
    before = settled.dump(status=True)
    settled.server.stop()

    done = settled.run("sync", "--json")
    assert done.status == 3
    assert sentence(Unreachable()) in done.err
    assert done.document["posts_removed"] == 0
    assert settled.dump(status=True) == before

    settled.server.start()
    topic = settled.server.add_topic(title="Terug van weggeweest: wat hebben we gemist?")
    done = settled.run("sync", "--json")
    assert done.status == 0
    assert done.document["posts_new"] == 1
    assert settled.run("show", str(topic)).status == 0
    settled.settle()
    undisturbed.settle()
    assert differences(settled.dump(), undisturbed.dump()) == []


def test_the_last_good_update_is_remembered_across_runs(settled: Member) -> None:
    before = settled.run("doctor", "--json").document["accounts"][0]["cache"]["last_sync"]
    assert before is not None
    settled.server.stop()
    settled.run("sync")
    assert settled.run("doctor", "--json").document["accounts"][0]["cache"]["last_sync"] == before
