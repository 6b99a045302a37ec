"""Sharing by the command line: into the outbox offline, out with a sync, once, or back with the reason."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.cli_share_texts import REASONS, STATES
from app.cli_texts import KINDS
from sync import outbox as states
from sync.demo.server import DemoServer
from sync.model import KINDS as KNOWN_KINDS
from tests.end2end.commands.journey import Done, Member, signed_in

TITLE = "Wie maakte zijn brieven korter, en hoe?"
RAW = "Wij willen onze brieven korter maken. Wie heeft daar ervaring mee?"


def share(member: Member, *words: str, title: str = TITLE, group: str = "webredactie") -> Done:
    return member.run("share", "--title", title, "--group", group, "--json", *words)


def listed(member: Member) -> list[dict[str, object]]:
    done = member.run("outbox", "--json")
    assert done.status == 0
    return list(done.document)


def stored(demo: DemoServer, title: str = TITLE) -> list[tuple[str, str]]:
    rows = demo.community.database.rows(
        "SELECT c.slug, p.raw FROM topics t JOIN categories c ON c.id = t.category_id"
        " JOIN posts p ON p.topic_id = t.id AND p.post_number = 1 WHERE t.title = ? AND t.deleted_at IS NULL",
        title,
    )
    return [tuple(row) for row in rows]


def test_what_is_shared_offline_goes_out_with_the_next_sync(
    settled: Member, demo: DemoServer, tmp_path: Path
) -> None:
    text = tmp_path / "brief.md"
    text.write_text(RAW, encoding="utf-8")
    demo.stop()
    done = share(settled, "--text", str(text), "--kind", "question")
    assert done.status == 0
    assert done.document["state"] == "queued"
    assert done.document["audience"]["open"] is True
    assert done.document["audience"]["readers"] > 10
    assert settled.run("sync").status == 3
    assert [(item["state"], item["attempts"]) for item in listed(settled)] == [("queued", 0)]
    demo.start()
    waited = settled.run("outbox", "retry", str(done.document["id"]))
    assert waited.status == 0
    synced = settled.run("sync", "--json")
    assert (synced.status, synced.document["outbox_sent"]) == (0, 1)
    assert stored(demo) == [("webredactie", RAW)]
    [item] = listed(settled)
    assert (item["state"], item["held"], item["next"]) == ("sent", False, None)
    assert TITLE in settled.topic_titles()
    assert settled.run("sync", "--json").document["outbox_sent"] == 0


def test_a_lost_reply_is_found_again_and_not_sent_twice(settled: Member, demo: DemoServer) -> None:
    share(settled)
    demo.faults.add("/posts.json", method="POST", after_commit=True, drop=True, times=1)
    synced = settled.run("sync", "--json")
    assert (synced.status, synced.document["outbox_sent"]) == (0, 1)
    assert len(stored(demo)) == 1
    assert [item["state"] for item in listed(settled)] == ["sent"]


def test_what_the_community_refuses_comes_back_with_its_reason(settled: Member) -> None:
    done = share(settled, title="Te kort")
    synced = settled.run("sync", "--json")
    assert (synced.status, synced.document["outbox_sent"]) == (5, 0)
    assert "outbox" in synced.err
    [item] = listed(settled)
    assert (item["state"], item["reason"], item["title"]) == ("rejected", "refused", "Te kort")
    assert "te kort" in " ".join(item["told"])  # type: ignore[arg-type]
    assert settled.run("outbox", "discard", str(done.document["id"])).status == 0
    assert listed(settled) == []
    assert settled.run("sync").status == 0


def test_a_closed_group_is_shared_in_too(settled: Member, demo: DemoServer) -> None:
    done = share(settled, group="participatie")
    assert done.document["audience"]["open"] is False
    assert settled.run("sync", "--json").document["outbox_sent"] == 1
    assert [slug for slug, _ in stored(demo)] == ["participatie"]


def test_a_group_that_was_left_gives_the_text_back(settled: Member, demo: DemoServer) -> None:
    share(settled, group="participatie")
    demo.remove_from_group(demo.username, "participatie")
    assert settled.run("sync").status == 5
    [item] = listed(settled)
    assert (item["state"], item["reason"], item["text"]) == ("rejected", "group_left", TITLE)


def test_wrong_use_is_told(settled: Member, tmp_path: Path) -> None:
    assert share(settled, group="bestaat-niet").status == 2
    assert share(settled, title="  ").status == 2
    assert share(settled, "--text", str(tmp_path / "weg.md")).status == 2
    assert settled.run("outbox", "retry", "99").status == 2
    assert settled.run("outbox", "discard", "99").status == 2
    assert listed(settled) == []


def test_a_person_is_told_in_sentences(settled: Member) -> None:
    done = settled.run("share", "--title", TITLE, "--group", "Webredactie")
    assert "In the outbox as 1" in done.out
    assert "Open. Readers: 52 others in 21 organisations." in done.out
    assert "waits to be sent" in settled.run("outbox", "list").out
    settled.run("sync")
    assert "arrived" in settled.run("outbox").out
    gone = settled.run("outbox", "retry", "1")
    assert (gone.status, "has arrived" in gone.err) == (1, True)


def test_text_from_standard_input(settled: Member) -> None:
    process = settled.start("share", "--title", TITLE, "--group", "webredactie", "--text", "-")
    out, err = process.communicate(RAW, timeout=60)
    assert (process.returncode, err) == (0, "")
    assert [item["text"] for item in listed(settled)] == [RAW]
    assert "In the outbox" in out


def test_every_state_kind_and_reason_has_its_words() -> None:
    assert set(KINDS) == set(KNOWN_KINDS)
    assert set(STATES) == {"queued", "sending", "sent", "unknown", "rejected", "discarded"}
    reasons = {value for name, value in vars(states).items() if name.isupper() and isinstance(value, str)}
    assert set(REASONS) == reasons


@pytest.mark.parametrize("words", [("outbox", "list"), ("outbox",)])
def test_an_empty_outbox_is_an_empty_list(settled: Member, words: tuple[str, ...]) -> None:
    with signed_in(settled.key):
        assert settled.run(*words, "--json").document == []
