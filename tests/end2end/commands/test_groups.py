"""Groups and who reads along in them, by the command line: known offline, with the date of the list."""

from __future__ import annotations

import contextlib
from pathlib import Path

import pytest

from app import audience, share
from sync import readers
from sync.demo.server import DemoServer
from sync.store import cursors
from sync.store import outbox as outbox_rows
from sync.store.database import Store
from tests.end2end.commands.journey import Member

GROUP = "participatie"


def names(document: dict[str, object]) -> list[str]:
    parts = document["by_organisation"]
    assert isinstance(parts, list)
    return [reader["name"] for part in parts for reader in part["readers"]]


def as_if_the_list_was_old(member: Member) -> None:
    with contextlib.closing(Store(member.folder)) as store:
        store.write(lambda conn: cursors.put(conn, readers.TRIED, None))


def test_groups_say_whose_they_are_and_how_alive(settled: Member) -> None:
    rows = settled.run("groups", "--json").document
    assert {"id", "slug", "name", "purpose", "closed", "topics", "members", "unread"} <= set(rows[0])
    found = {row["slug"]: row for row in rows}
    assert [row["closed"] for row in rows if row["state"] == "member"][:1] == [True]
    assert (found[GROUP]["state"], found[GROUP]["members"], found[GROUP]["visible"]) == ("member", 15, True)
    assert (found["loopbaan"]["state"], found["loopbaan"]["organisations"]) == ("open", None)
    assert all(len(row["activity"]) == 12 for row in rows)
    assert sum(found["webredactie"]["activity"]) > 10
    lines = settled.run("groups").out
    assert "Participatie (closed)" in lines
    assert "member · 15 members" in lines


def test_who_reads_along_is_told_by_name_and_without_a_network(settled: Member, demo: DemoServer) -> None:
    demo.stop()
    done = settled.run("audience", GROUP, "--json")
    assert done.status == 0
    document = done.document
    assert (document["group"], document["closed"], document["exact"]) == ("Participatie", True, True)
    assert (document["readers"], document["organisations"]) == (14, 6)
    assert len(names(document)) == 14
    assert document["as_of"].startswith("20")
    assert [part["manages"] for part in document["by_organisation"]] == [False] * 5 + [True]
    lines = settled.run("audience", "Participatie").out
    assert "Closed. Readers: 14 others in 6 organisations." in lines
    assert "Fatima El Amrani (@fatima_elamrani)" in lines
    assert "Community team, manages the group (2)" in lines
    assert "List of 20" in lines


def test_an_open_group_is_read_by_the_whole_community(settled: Member) -> None:
    document = settled.run("audience", "webredactie", "--json").document
    assert (document["open"], document["by_organisation"]) == (True, [])
    assert document["readers"] > 20
    assert (document["exact"], document["as_of"][:2]) == (True, "20")
    assert "Open. Readers: " in settled.run("audience", "webredactie").out


def test_the_sentences_are_dutch_too(settled: Member) -> None:
    settled.run("settings", "set", "appearance.language", "nl")
    assert "Besloten. Meelezers: 14 anderen uit 6 organisaties." in settled.run("audience", GROUP).out
    assert "je kunt lid worden" in settled.run("groups").out


def test_a_group_that_is_not_here_is_wrong_usage(settled: Member) -> None:
    assert settled.run("audience", "bestaat-niet").status == 2
    assert "stamtafel groups" in settled.run("audience", "bestaat-niet").err


def test_a_closed_group_one_is_not_in_is_told_of_as_far_as_anyone_may_know(settled: Member) -> None:
    done = settled.run("audience", "leidinggevenden", "--json")
    assert done.status == 0
    told = done.document
    assert (told["group"], told["closed"], told["exact"], told["readers"]) == (
        "Leidinggevenden",
        True,
        False,
        7,
    )
    lines = settled.run("audience", "Leidinggevenden").out
    assert "Closed. Readers: at least 7 others.\nYou are not in this group." in lines
    assert "stamtafel sync" not in lines, "no round brings that list"


def test_a_group_one_can_only_ask_for_has_no_timeline_and_says_why(settled: Member) -> None:
    rows = settled.run("groups", "--json").document
    unseen = next(row["name"] for row in rows if not row["visible"])
    done = settled.run("timeline", "--view", unseen)
    assert done.status == 2
    assert "You are not in that group." in done.err


def test_nothing_is_put_in_for_a_group_where_one_cannot_write(settled: Member) -> None:
    share = ("share", "--title", "Wie leest dit?", "--group")
    refused = settled.run(*share, "leidinggevenden")
    assert (refused.status, refused.err.strip()) == (2, "You are not in that group.")
    with contextlib.closing(Store(settled.folder)) as store:
        store.write(lambda conn: conn.execute("UPDATE groups SET can_post = 0 WHERE slug = 'webredactie'"))
    refused = settled.run(*share, "webredactie")
    assert (refused.status, refused.err.strip()) == (2, "You may read in that group, not write.")
    assert settled.run("outbox", "--json").document == []


@pytest.mark.parametrize(
    ("others", "told"),
    [(0, "Closed. Readers: nobody else."), (1, "Closed. Readers: 1 other in 1 organisation.")],
)
def test_few_readers_are_counted_in_plain_words(settled: Member, others: int, told: str) -> None:
    with contextlib.closing(Store(settled.folder)) as store:
        store.write(
            lambda conn: conn.execute(
                "DELETE FROM group_readers WHERE member_id NOT IN (SELECT r.member_id FROM group_readers AS r"
                " JOIN members USING (member_id) WHERE username = 'fatima_elamrani' AND ?)",
                (others,),
            )
        )
    assert told in settled.run("audience", GROUP).out


def test_a_pipe_that_closes_early_is_no_fault(settled: Member) -> None:
    with settled.start("groups") as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.close()
        assert process.stderr.read() == ""


def test_before_the_list_came_it_says_what_brings_it(settled: Member) -> None:
    with contextlib.closing(Store(settled.folder)) as store:
        store.write(lambda conn: conn.execute("DELETE FROM group_readers"))
        store.write(lambda conn: conn.execute("DELETE FROM group_facts"))
    document = settled.run("audience", GROUP, "--json").document
    assert (document["readers"], document["exact"], document["sure"]) == (None, False, "unknown")
    assert "stamtafel sync" in settled.run("audience", GROUP).out


def test_what_was_written_is_held_when_someone_joined_and_names_them(
    settled: Member, demo: DemoServer
) -> None:
    item = settled.run("share", "--title", "Wie helpt mee met de avond?", "--group", GROUP, "--json").document
    demo.add_to_group("marieke_hoekstra", GROUP)
    as_if_the_list_was_old(settled)
    assert settled.run("sync").status == 5
    [held] = settled.run("outbox", "--json").document
    assert (held["state"], held["held"], held["reason"]) == ("queued", True, "audience")
    assert held["joined"] == ["Marieke Hoekstra"]
    assert "Joined since: Marieke Hoekstra (Communityteam)." in settled.run("outbox").out
    with contextlib.closing(Store(settled.folder)) as store, store.reading() as conn:
        kept = outbox_rows.get(conn, item["id"])
        assert kept is not None
        joined = audience.changed_for(conn, kept).joined
        assert [one.username for one in joined] == ["marieke_hoekstra"]
        assert share.held_back(conn, kept) is not None
    assert settled.run("outbox", "retry", str(item["id"])).status == 0
    assert settled.run("sync", "--json").document["outbox_sent"] == 1


def test_fewer_readers_hold_nothing(settled: Member, demo: DemoServer) -> None:
    settled.run("share", "--title", "Wie helpt mee met de avond?", "--group", GROUP)
    demo.remove_from_group("fatima_elamrani", GROUP)
    as_if_the_list_was_old(settled)
    assert settled.run("sync", "--json").document["outbox_sent"] == 1
    assert settled.run("audience", GROUP, "--json").document["readers"] == 13


def test_text_from_a_closed_group_on_its_way_out_is_told_with_both_names(
    settled: Member, tmp_path: Path
) -> None:
    closed = next(
        row for row in settled.run("timeline", "--all", "--limit", "50", "--json").document if row["closed"]
    )
    posts = settled.run("show", str(closed["id"]), "--json").document["posts"]
    text = tmp_path / "overgenomen.md"
    text.write_text("Dit las ik:\n\n> " + max((post["text"] for post in posts), key=len), encoding="utf-8")
    words = ["share", "--title", "Een verslag", "--text", str(text), "--json", "--group"]
    done = settled.run(*words, "webredactie")
    assert (done.status, done.document["state"]) == (0, "queued")
    assert f"the closed group {closed['group']}" in done.err
    assert "Webredactie" in done.err
    assert settled.run(*words, closed["group"]).err == ""


def test_what_was_written_is_held_when_the_group_is_open_by_now(settled: Member, demo: DemoServer) -> None:
    settled.run("share", "--title", "Wie helpt mee met de avond?", "--group", GROUP)
    demo.community.database.run("UPDATE categories SET read_restricted = 0 WHERE slug = ?", GROUP)
    as_if_the_list_was_old(settled)
    assert settled.run("sync", "--json").document["outbox_sent"] == 0
    [held] = settled.run("outbox", "--json").document
    assert (held["state"], held["held"], held["reason"]) == ("queued", True, "audience")
    assert settled.run("audience", GROUP, "--json").document["open"] is True


def test_an_edit_does_not_follow_its_topic_out_of_a_closed_group(settled: Member, demo: DemoServer) -> None:
    before, after = "Hier schreef ik eerder iets over.", "Alleen voor ons, en dat is belangrijk."
    topic = demo.add_topic(group=GROUP, author=demo.username, title="Iets uit onze groep", text=before)
    settled.settle()
    database = demo.community.database
    post = database.value("SELECT id FROM posts WHERE topic_id = ?", topic)
    with contextlib.closing(Store(settled.folder)) as store:
        share.edit(store, post, after, original=before, wait_ms=0)
    elsewhere = database.value("SELECT id FROM categories WHERE slug = 'webredactie'")
    database.run("UPDATE topics SET category_id = ? WHERE id = ?", elsewhere, topic)
    settled.run("sync")
    assert database.value("SELECT raw FROM posts WHERE id = ?", post) == before
    [back] = settled.run("outbox", "--json").document
    assert (back["state"], back["reason"]) == ("rejected", "moved")
