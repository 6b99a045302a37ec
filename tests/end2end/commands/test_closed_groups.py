"""Closed means closed: what a member may no longer read leaves this computer, and nothing else ever does."""

from __future__ import annotations

import contextlib

import pytest

from sync.checks import ACCESS_AT
from sync.store import cursors
from sync.store.database import Store
from tests.end2end.commands.journey import Dump, Member
from tests.end2end.commands.uploads import picture, upload

GROUP = "participatie"
SECRET = "Zwaluwnestje"


@pytest.fixture
def initiate(member: Member) -> Member:
    """A member of a closed group, with a topic of it in the cache that tells something secret."""
    topic = member.server.add_topic(
        title=f"Plan {SECRET} voor de wijk",
        text=f"Alleen voor ons: het {SECRET} gaat door.",
        group=GROUP,
        tags=["zwaluwtag"],
    )
    cooked = f'<p>Het {SECRET}</p><p><img src="{upload(member, picture(83, 47))}"></p>'
    member.server.community.database.run("UPDATE posts SET cooked = ? WHERE topic_id = ?", cooked, topic)
    member.server.add_reply(topic, text=f"Goed nieuws over het {SECRET}, mondje dicht.")
    member.settle()
    assert member.run("search", SECRET, "--json").document
    return member


def closed_rows(dump: Dump) -> list[int]:
    """The topics in the closed group."""
    groups = {row[0] for row in dump["groups"] if row[1] == GROUP}
    return [row[0] for row in dump["topics"] if row[1] in groups]


def look_at_access(member: Member) -> None:
    """Let the hour be over after which a client asks again what it may see."""
    with contextlib.closing(Store(member.folder)) as store:
        store.write(lambda conn: cursors.put(conn, ACCESS_AT, None))


def test_when_access_ends_no_byte_of_the_group_is_left(initiate: Member) -> None:
    initiate.run("settings", "set", "sync.images", "true")
    initiate.settle()
    topics = closed_rows(initiate.dump())
    pictures = shown_in(initiate, topics)
    secret_picture = picture(83, 47)
    assert secret_picture in initiate.bytes_on_disk()
    assert SECRET.lower().encode() in initiate.bytes_on_disk().lower()
    initiate.server.remove_from_group(initiate.server.username, GROUP)
    look_at_access(initiate)

    done = initiate.run("sync", "--json")
    assert done.status == 0
    assert done.document["posts_removed"] > 0
    assert closed_rows(initiate.dump()) == []
    assert initiate.run("search", SECRET, "--json").document == []
    assert GROUP not in {row["slug"] for row in initiate.run("groups", "--json").document}
    left = initiate.bytes_on_disk().lower()
    assert SECRET.lower().encode() not in left
    assert secret_picture not in initiate.bytes_on_disk()
    for key in pictures - shown_in(initiate, None):
        assert not list(initiate.folder.glob(f"images/{key}*"))
    assert initiate.integrity() == ["ok"]


def test_an_opened_group_that_closes_by_itself_goes_too(initiate: Member) -> None:
    """Without waiting for the hour: the round that sees a post vanish looks closer."""
    initiate.server.remove_from_group(initiate.server.username, GROUP)
    initiate.settle()
    assert SECRET.lower().encode() not in initiate.bytes_on_disk().lower()


def shown_in(member: Member, topics: list[int] | None) -> set[str]:
    """The keys of the pictures that these topics (or all) show."""
    dump = member.dump()
    posts = {row[0] for row in dump["posts"] if topics is None or row[1] in topics}
    return {row[1] for row in dump["image_uses"] if row[0] in posts}


@pytest.mark.parametrize(
    ("path", "fault"),
    [
        ("*", {"login_page": True}),
        ("*", {"login_page": True, "status": 403}),
        ("*", {"status": 403}),
        ("*", {"status": 200, "body": "{}"}),
        ("/site.json", {"login_page": True, "status": 401}),
        ("/site.json", {"status": 200, "body": '{"categories": [], "groups": []}'}),
        ("^/(site|t/|c/)", {"login_page": True}),
        ("^/(site|t/|c/)", {"login_page": True, "status": 403}),
        ("^/(posts|latest|site)[.]json", {"status": 403}),
        ("^/(posts|latest|site)[.]json", {"status": 500}),
    ],
    ids=str,
)
def test_nothing_that_stands_in_between_empties_a_closed_group(
    path: str, fault: dict[str, object], initiate: Member
) -> None:
    before = closed_rows(initiate.dump())
    look_at_access(initiate)
    initiate.server.add_topic(title="Er is iets nieuws, dus er is iets te vragen")
    initiate.server.faults.add(path, **fault)
    initiate.run("sync")
    assert closed_rows(initiate.dump()) == before

    initiate.server.faults.clear()
    initiate.settle()
    assert closed_rows(initiate.dump()) == before
    assert initiate.run("search", SECRET, "--json").document


def test_access_that_comes_back_brings_the_content_back(initiate: Member) -> None:
    before = closed_rows(initiate.dump())
    initiate.server.remove_from_group(initiate.server.username, GROUP)
    look_at_access(initiate)
    initiate.settle()
    initiate.server.add_to_group(initiate.server.username, GROUP)
    look_at_access(initiate)
    initiate.settle()
    assert sorted(closed_rows(initiate.dump())) == sorted(before)
