"""The command line as a promise: names, shapes and exit statuses that scripts rely on."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from app.cli_help_texts import COMMANDS, OPTIONS
from sync.demo.server import DemoServer
from tests.conftest import NOW
from tests.end2end.commands.journey import Done, Member, command
from tests.house import ROOT

TIMELINE_KEYS = {
    *("id", "title", "author", "organisation", "group", "closed", "kind", "created", "replies", "unread"),
    *("verdict", "rule"),
}
SYNC_KEYS = {
    *("account", "requests", "posts_new", "posts_changed", "posts_removed", "outbox_sent", "seconds"),
}
NO_QT = """
import sys
from app.main import main
try:
    status = main(sys.argv[1:])
except SystemExit as left:
    status = left.code
loaded = sorted(name for name in sys.modules if name.split(".")[0] in ("PySide6", "shiboken6", "widgets"))
assert not loaded, loaded
sys.exit(status)
"""


@pytest.fixture(scope="module")
def community() -> Iterator[DemoServer]:
    """One demo community for every command here: none of them changes it."""
    with DemoServer(requests_per_minute=0, now=NOW) as server:
        yield server


@pytest.fixture(scope="module")
def member(tmp_path_factory: pytest.TempPathFactory, community: DemoServer) -> Member:
    """A member whose cache is filled."""
    made = Member(tmp_path_factory.mktemp("cli") / "profile", community)
    done = made.run("sync", "--json")
    assert done.status == 0, done.err
    return made


def outside(member: Member | None, *words: str, **environment: str) -> Done:
    """A command in a process of its own, which must not load Qt."""
    profile = [] if member is None else ["--profile", str(member.profile.root)]
    done = subprocess.run(
        [sys.executable, "-c", NO_QT, *profile, *words],
        cwd=ROOT,
        env={**os.environ, **environment},
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    return Done(done.returncode, done.stdout, done.stderr)


def test_sync_tells_what_it_did(member: Member) -> None:
    done = member.run("sync", "--json")
    assert done.status == 0
    assert done.document.keys() >= SYNC_KEYS
    assert done.document["account"] == member.account.name
    assert all(isinstance(done.document[name], int) for name in SYNC_KEYS - {"account", "seconds"})
    assert done.err == ""


def test_timeline_rows_have_the_promised_fields(member: Member) -> None:
    rows = member.run("timeline", "--json", "--limit", "50").document
    assert len(rows) == 50
    for row in rows:
        assert set(row) == TIMELINE_KEYS
        assert isinstance(row["closed"], bool)
        assert isinstance(row["unread"], bool)
        assert row["verdict"] == "show"
        assert row["rule"] is None
        assert datetime.fromisoformat(row["created"]).tzinfo is not None
    assert {row["closed"] for row in rows} == {True, False}
    moments = [row["created"] for row in rows]
    assert moments == sorted(moments, reverse=True)


@pytest.mark.parametrize("view", ["timeline", "questions", "saved", "participatie", "Participatie"])
def test_timeline_of_a_view_or_a_group(view: str, member: Member) -> None:
    rows = member.run("timeline", "--view", view, "--json").document
    if view == "questions":
        assert {row["kind"] for row in rows} == {"question"}
    if view.lower() == "participatie":
        assert {row["group"] for row in rows} == {"Participatie"}
    assert bool(rows) is (view != "saved")


def test_timeline_for_a_person(member: Member) -> None:
    done = member.run("timeline", "--limit", "2")
    lines = done.out.splitlines()
    assert len(lines) == 4
    assert lines[0].endswith("]")
    assert member.run("timeline", "--view", "saved").out == "Nothing here yet.\n"


def test_show_has_every_post_as_plain_text(member: Member) -> None:
    row = member.run("timeline", "--json").document[0]
    shown = member.run("show", str(row["id"]), "--json").document
    assert shown["title"] == row["title"]
    assert [post["number"] for post in shown["posts"]] == list(range(1, row["replies"] + 2))
    assert all(post["text"] and "<p>" not in post["text"] for post in shown["posts"])
    assert shown["title"] in member.run("show", str(row["id"])).out


def test_search_finds_and_limits(member: Member) -> None:
    hits = member.run("search", "beleid", "--json", "--limit", "1").document
    assert len(hits) == 1
    assert {"id", "post", "title", "author", "group", "closed", "kind", "created", "snippet"} <= set(hits[0])
    assert member.run("search", "xyzzynietbestaand", "--json").document == []
    assert member.run("search", '"')


def test_groups_say_which_are_closed(member: Member) -> None:
    rows = member.run("groups", "--json").document
    assert {"id", "slug", "name", "purpose", "closed"} <= set(rows[0])
    assert {row["closed"] for row in rows} == {True, False}
    assert "(closed)" in member.run("groups").out


def test_accounts_are_listed_added_and_removed(member: Member, community: DemoServer, tmp_path: Path) -> None:
    listed = member.run("account", "list", "--json").document
    assert [row["name"] for row in listed] == [member.account.name]
    assert set(listed[0]) == {"name", "kind", "url", "username"}

    other = Member(tmp_path / "other", community)
    assert other.run("account", "remove", other.account.name, "--json").document == {
        "removed": other.account.name
    }
    assert other.run("account", "list", "--json").document == []
    added = other.run("account", "add", "discourse", community.url, "--json")
    assert added.status == 0
    assert added.document["username"] == community.username
    assert community.key not in added.out + added.err
    for path in other.profile.root.rglob("*"):
        assert path.is_dir() or community.key.encode() not in path.read_bytes()
    assert other.run("account", "remove", "nobody").status != 0


def test_settings_are_listed_read_and_changed(member: Member) -> None:
    rows = member.run("settings", "list", "--json").document
    assert {"sync.requests_per_minute", "sync.retention_days"} <= {row["key"] for row in rows}
    assert member.run("settings", "set", "sync.retention_days", "1000", "--json").document == {
        "key": "sync.retention_days",
        "value": 1000,
    }
    assert member.run("settings", "get", "sync.retention_days").out == "1000\n"
    assert member.run("settings", "set", "sync.retention_days", "many").status == 2
    assert member.run("settings", "get", "no.such.key").status == 2
    member.run("settings", "set", "sync.retention_days", "1095")


@pytest.mark.parametrize(
    ("words", "status"),
    [
        (["frobnicate"], 2),
        (["timeline", "--limit", "none"], 2),
        (["timeline", "--limit", "0"], 2),
        (["timeline", "--view", "no-such-group"], 2),
        (["timeline", "--account", "nobody"], 2),
        (["show"], 2),
        (["show", "ninety"], 2),
        (["show", "999999"], 1),
        (["account", "add", "gopher", "https://c.example"], 2),
        (["account", "add", "discourse", "http://c.example"], 2),
        (["settings"], 2),
        (["--nonsense", "sync"], 2),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else str(value),
)
def test_wrong_use_is_refused_with_a_sentence_and_its_status(
    words: list[str], status: int, member: Member
) -> None:
    done = member.run(*words)
    assert done.status == status
    assert done.out == ""
    assert done.err.strip()
    assert "Traceback" not in done.err


def test_without_an_account_sign_in_is_needed(tmp_path: Path) -> None:
    for words in (["sync"], ["timeline"], ["search", "iets"], ["groups"], ["show", "1"]):
        done = command("--profile", str(tmp_path), *words)
        assert done.status == 4, words
        assert "stamtafel account add" in done.err


def test_a_key_that_the_community_does_not_take_is_status_4(tmp_path: Path, community: DemoServer) -> None:
    stranger = Member(tmp_path / "stranger", community)
    stranger.key = "f" * 32
    assert stranger.run("sync").status == 4
    assert stranger.run("account", "add", "discourse", community.url).status == 4


def test_an_address_without_a_community_is_status_3(tmp_path: Path, community: DemoServer) -> None:
    stranger = Member(tmp_path / "stranger", community)
    assert stranger.run("account", "add", "discourse", "http://127.0.0.1:9").status == 3


@pytest.mark.parametrize(
    "words",
    [["timeline"], ["groups"], ["search", "beleid"], ["account", "list"], ["settings", "list"], ["doctor"]],
    ids=" ".join,
)
def test_json_is_one_document_on_standard_output_and_qt_stays_away(words: list[str], member: Member) -> None:
    done = outside(member, *words, "--json", STAMTAFEL_KEY=member.key)
    assert done.status == 0, done.err
    assert isinstance(json.loads(done.out), list | dict)
    assert len(done.out.splitlines()) == 1


def test_sync_and_show_load_no_qt_either(member: Member) -> None:
    topic = member.run("timeline", "--json").document[0]["id"]
    for words in (["sync"], ["show", str(topic)], ["--version"], ["--help"]):
        done = outside(member, *words, STAMTAFEL_KEY=member.key)
        assert done.status == 0, done.err


def test_the_demo_server_tells_where_it_is_on_its_first_line(tmp_path: Path) -> None:
    process = subprocess.Popen(
        [sys.executable, "-m", "app.main", "demo-server", "--requests-per-minute", "0"],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        text=True,
    )
    try:
        assert process.stdout is not None
        facts: dict[str, Any] = json.loads(process.stdout.readline())
        assert {"url", "key", "username"} <= set(facts)
        added = outside(
            None,
            *("--profile", str(tmp_path), "account", "add", "discourse", facts["url"], "--json"),
            STAMTAFEL_KEY=facts["key"],
        )
        assert json.loads(added.out)["username"] == facts["username"]
    finally:
        process.terminate()
        process.communicate(timeout=20)


@pytest.mark.parametrize("language", ["en", "nl"])
def test_every_command_has_help_in_both_languages(language: str, tmp_path: Path) -> None:
    command("--profile", str(tmp_path), "settings", "set", "appearance.language", language)
    for name, about in COMMANDS.items():
        done = command("--profile", str(tmp_path), *name.split(), "--help")
        assert done.status == 0
        told = " ".join(done.out.split())
        assert about.say("nl" if language == "nl" else "en") in told.replace("- ", "-")
        assert ("gebruik:" if language == "nl" else "usage:") in told
    main_help = " ".join(command("--profile", str(tmp_path), "--help").out.split())
    assert OPTIONS["profile"].say("nl" if language == "nl" else "en") in main_help


@pytest.mark.parametrize(
    ("language", "word"), [("nl_NL.UTF-8", "gebruik:"), ("en_GB.UTF-8", "usage:"), ("C.UTF-8", "usage:")]
)
def test_help_follows_the_system(language: str, word: str, tmp_path: Path) -> None:
    done = outside(None, "--profile", str(tmp_path), "--help", LC_ALL=language)
    assert done.out.startswith(word)


def test_without_a_screen_the_window_says_so(tmp_path: Path) -> None:
    environment = dict.fromkeys(("WAYLAND_DISPLAY", "DISPLAY", "QT_QPA_PLATFORM"), "")
    if not sys.platform.startswith("linux"):
        pytest.skip("other systems always have a screen")
    done = outside(None, "--profile", str(tmp_path), **environment)
    assert done.status == 1
    assert "--help" in done.err
