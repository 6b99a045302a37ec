"""The commands for rules as a promise: what they say, how they end, and that they load no Qt."""

from __future__ import annotations

import io
import json
import sys
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from app import views
from app.cli_rules_texts import RULE_HIDES_MUCH
from app.client import Client
from app.settings import Settings
from app.views import View
from sync.demo.server import DemoServer
from tests.app.test_cli import outside
from tests.conftest import NOW
from tests.end2end.commands.journey import Done, Member, command

RULE_KEYS = {"name", "when", "action", "on", "readable", "until", "note"}


@pytest.fixture(scope="module")
def community() -> Iterator[DemoServer]:
    """One demo community for every command here: none of them changes it."""
    with DemoServer(requests_per_minute=0, now=NOW) as server:
        yield server


@pytest.fixture(scope="module")
def synced(tmp_path_factory: pytest.TempPathFactory, community: DemoServer) -> Member:
    """A member whose cache is filled."""
    made = Member(tmp_path_factory.mktemp("rules") / "profile", community)
    made.run("settings", "set", "sync.images", "false")
    assert made.run("sync", "--json").status == 0
    return made


@pytest.fixture
def member(synced: Member) -> Iterator[Member]:
    """The member, who has no rules before and after."""
    yield synced
    for rule in synced.run("rules", "list", "--json").document:
        assert synced.run("rules", "remove", rule["name"]).status == 0
    with_views(synced)


def with_views(member: Member, *wanted: View) -> None:
    """Make these the member's views."""
    client = Client(member.profile, member.account, Settings(member.profile))
    client.store.write(lambda conn: views.save(conn, wanted))
    client.close()


def add(member: Member, name: str, when: str, action: str = "hide", *more: str) -> Done:
    """Add a rule."""
    done = member.run("rules", "add", "--name", name, "--when", when, "--action", action, "--json", *more)
    assert done.status == 0, done.err
    return done


def saved(tmp_path: Path, value: object) -> str:
    """A file with this JSON document."""
    path = tmp_path / "rules.json"
    path.write_text(json.dumps(value), encoding="utf-8")
    return str(path)


def test_check_gives_the_text_as_it_is_kept(tmp_path: Path) -> None:
    done = command(
        "--profile", str(tmp_path), "rules", "check", "soort:VRAAG  (titel:nieuws OF tag:a)", "--json"
    )
    assert done.status == 0
    assert done.document == {"ok": True, "text": "kind:question (title:nieuws OR tag:a)"}
    assert done.err == ""
    command("--profile", str(tmp_path), "settings", "set", "appearance.language", "nl")
    assert command("--profile", str(tmp_path), "rules", "check", "kind:question").out == "soort:vraag\n"


@pytest.mark.parametrize("text", ["-beleid", "-tag:nieuws", "-(a OR b)", "--beleid"])
def test_a_text_may_begin_with_a_minus(text: str, member: Member) -> None:
    done = member.run("rules", "check", text)
    assert done.status == (2 if text.startswith("--") else 0)
    if done.status == 0:
        assert done.out.strip() == text
        assert member.run("search", text).status == 0
        assert add(member, "Minus", text, "dim").document["when"] == text


@pytest.mark.parametrize(
    ("text", "caret"),
    [
        ("kind:news", "     ^^^^"),
        ("beleid (tag:a", "       ^"),
        ("moon:full", "^^^^^"),
    ],
)
def test_check_points_at_the_place(text: str, caret: str, tmp_path: Path) -> None:
    done = command("--profile", str(tmp_path), "rules", "check", text)
    assert done.status == 2
    assert done.out == ""
    sentence, line, pointer = done.err.splitlines()
    assert sentence
    assert line.strip() == text
    assert pointer[2:].startswith(caret)
    document = command("--profile", str(tmp_path), "rules", "check", text, "--json").document
    assert document["ok"] is False
    assert document["position"] == caret.count(" ")
    assert document["message"] == sentence


def test_check_points_within_a_very_long_text(tmp_path: Path) -> None:
    text = " ".join(["beleid"] * 40) + "\n" + " ".join(["plan"] * 30) + " kind:news"
    done = command("--profile", str(tmp_path), "rules", "check", text)
    _, line, pointer = done.err.splitlines()
    assert line[pointer.index("^") :].startswith("news")
    assert len(line) < 120


def test_add_list_and_remove(member: Member) -> None:
    done = add(
        member, "Geen vacatures", "tag:vacature", "dim", "--until", "2030-02-01", "--note", "even niet"
    )
    assert set(done.document) == RULE_KEYS
    rules = member.run("rules", "list", "--json").document
    assert rules == [done.document]
    assert rules[0] | {"until": ""} == {
        "name": "Geen vacatures",
        "when": "tag:vacature",
        "action": "dim",
        "on": True,
        "readable": True,
        "until": "",
        "note": "even niet",
    }
    until = datetime.fromisoformat(rules[0]["until"]).astimezone()
    assert (until.date().isoformat(), until.hour) == ("2030-02-01", 23)
    shown = member.run("rules", "list").out
    assert "Geen vacatures" in shown
    assert "even niet" in shown
    assert member.run("rules", "remove", "geen VACATURES", "--json").document == {"removed": "Geen vacatures"}
    assert member.run("rules", "list", "--json").document == []


@pytest.mark.parametrize(
    ("words", "status"),
    [
        (["rules"], 2),
        (["rules", "add"], 2),
        (["rules", "add", "--name", "X", "--when", "beleid", "--action", "delete"], 2),
        (["rules", "add", "--name", "X", "--when", "kind:news", "--action", "hide"], 2),
        (["rules", "add", "--name", "a\u202eb", "--when", "beleid", "--action", "hide"], 2),
        (["rules", "add", "--name", " ", "--when", "beleid", "--action", "hide"], 2),
        (["rules", "add", "--name", "X", "--when", "a", "--action", "hide", "--until", "soon"], 2),
        (["rules", "add", "--name", "X", "--when", "a", "--action", "hide", "--until", "0001-01-01"], 2),
        (["rules", "preview", "tag:("], 2),
        (["rules", "remove", "nobody"], 1),
        (["rules", "import", "/nowhere/rules.json"], 2),
        (["rules", "export", "/nowhere/rules.json"], 1),
        (["timeline", "--view", "no such view"], 2),
    ],
    ids=range(13),
)
def test_wrong_use_is_refused_with_a_sentence(words: list[str], status: int, member: Member) -> None:
    done = member.run(*words)
    assert done.status == status
    assert done.out == ""
    assert done.err.strip()
    assert "Traceback" not in done.err
    assert member.run("rules", "list", "--json").document == []


def test_a_name_is_given_once(member: Member) -> None:
    add(member, "Geen vacatures", "tag:vacature")
    again = member.run("rules", "add", "--name", "geen vacatures", "--when", "beleid", "--action", "hide")
    assert again.status == 2
    assert len(member.run("rules", "list", "--json").document) == 1


def test_a_rule_that_hides_most_says_so(member: Member) -> None:
    quiet = add(member, "Geen vacatures", "tag:vacature")
    assert quiet.err == ""
    loud = add(member, "Niets", "-tag:vacature")
    assert RULE_HIDES_MUCH.en.split(":")[0] in loud.err
    assert add(member, "Alles gedimd", "", "dim").err == ""


def test_preview_tells_what_would_change_and_changes_nothing(member: Member) -> None:
    before = member.topic_titles()
    document = member.run("rules", "preview", "soort:mededeling", "--json", "--limit", "3").document
    assert [period["days"] for period in document["periods"]] == [7, 30, 365]
    assert all(set(period) == {"days", "hidden", "shown", "touched"} for period in document["periods"])
    assert 1 <= len(document["disappear"]) <= 3
    assert set(document["disappear"][0]) == {"id", "title", "created", "words"}
    assert document["appear"] == []
    assert member.topic_titles() == before
    assert document["disappear"][0]["title"] in member.run("rules", "preview", "soort:mededeling").out


def test_the_timeline_tells_what_rules_decided(member: Member) -> None:
    everything = member.topic_titles()
    add(member, "Geen mededelingen", "kind:announcement")
    add(member, "Vragen vallen op", "kind:question", "highlight")
    rows = member.run("timeline", "--json", "--limit", "1000", "--all").document
    assert [row["title"] for row in rows] == everything
    for row in rows:
        expected: Any = {
            "announcement": ("hide", "Geen mededelingen"),
            "question": ("highlight", "Vragen vallen op"),
        }.get(row["kind"], ("show", None))
        assert (row["verdict"], row["rule"]) == expected
    shown = member.topic_titles()
    assert shown == [row["title"] for row in rows if row["verdict"] != "hide"]
    assert "Vragen vallen op" in member.run("timeline").out


def test_the_timeline_of_a_view_of_the_members_own(member: Member) -> None:
    add(member, "Geen onbeantwoorde vragen", "is:unanswered")
    with_views(
        member,
        View(0, "Alle vragen", "", "kind:question", "replied", follows_rules=False),
        View(0, "Mijn vragen", "", "kind:question"),
    )
    every = member.run("timeline", "--view", "alle vragen", "--json", "--limit", "500").document
    assert {row["kind"] for row in every} == {"question"}
    assert [row["replies"] for row in every] == sorted((row["replies"] for row in every), reverse=True)
    followed = member.topic_titles("--view", "Mijn vragen")
    assert 0 < len(followed) < len(every)
    assert len(member.topic_titles("--view", "Mijn vragen", "--all")) == len(every)


@pytest.mark.parametrize("view", ["Vragen", "Questions", "questions"])
def test_built_in_views_have_names_in_both_languages(view: str, member: Member) -> None:
    assert member.topic_titles("--view", view) == member.topic_titles("--view", "questions")


def test_export_and_import(member: Member, tmp_path: Path) -> None:
    add(member, "Geen vacatures", "tag:vacature", "hide", "--note", "even niet")
    with_views(member, View(0, "Alle vragen", "", "kind:question", "replied"))
    file = str(tmp_path / "mine.json")
    told = member.run("rules", "export", file, "--json").document
    assert told == {"rules": 1, "views": 1, "file": file}
    assert Path(file).read_text(encoding="utf-8") == member.run("rules", "export", "-").out
    assert member.run("rules", "export", "-", "--json").document == json.loads(Path(file).read_text())
    same = member.run("rules", "import", file, "--json").document
    assert [entry["state"] for entry in same["entries"]] == ["same", "same"]
    member.run("rules", "remove", "Geen vacatures")
    with_views(member)
    dry = member.run("rules", "import", file, "--dry-run", "--json").document
    assert [entry["state"] for entry in dry["entries"]] == ["new", "new"]
    assert (dry["applied"], dry["added"]) == (False, 0)
    assert member.run("rules", "list", "--json").document == []
    assert member.run("rules", "import", file, "--json").document["added"] == 2
    assert member.run("rules", "export", "-").out == Path(file).read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("take", "texts"),
    [
        (None, ["tag:stage"]),
        ("mine", ["tag:stage"]),
        ("theirs", ["tag:vacature"]),
        ("both", ["tag:stage", "tag:vacature"]),
    ],
)
def test_conflicts_end_as_asked(take: str | None, texts: list[str], member: Member, tmp_path: Path) -> None:
    add(member, "Geen vacatures", "tag:stage")
    theirs = {"name": "Geen vacatures", "when": "tag:vacature", "action": "hide"}
    file = saved(tmp_path, {"stamtafel": "rules", "version": 1, "rules": [theirs]})
    done = member.run("rules", "import", file, "--json", *(() if take is None else ("--take", take)))
    assert done.document["entries"][0]["reason"] == "differs"
    assert done.document["entries"][0]["choice"] == (take or "mine")
    assert [rule["when"] for rule in member.run("rules", "list", "--json").document] == texts


def test_the_plan_is_told_to_a_person(member: Member, tmp_path: Path) -> None:
    rules = [
        {"name": "Nieuw", "when": "tag:vacature", "action": "dim"},
        {"name": "Kapot", "when": "tag:(", "action": "hide"},
    ]
    file = saved(tmp_path, {"stamtafel": "rules", "version": 1, "rules": rules})
    done = member.run("rules", "import", file)
    assert done.status == 0
    assert "Nieuw: new" in done.err
    assert "Kapot: conflict" in done.err
    assert "1 added" in done.out


def test_a_pack_is_made_and_its_name_stays_with_its_rules(member: Member, tmp_path: Path) -> None:
    add(member, "Geen vacatures", "tag:vacature")
    file = str(tmp_path / "pack.json")
    member.run("rules", "export", file, "--pack", "Redactie", "--by", "Team Web", "--about", "Voor de site")
    member.run("rules", "remove", "Geen vacatures")
    assert member.run("rules", "import", file).status == 0
    assert member.run("rules", "list", "--json").document[0]["note"] == "Redactie"


@pytest.mark.parametrize(
    "value",
    [
        {"stamtafel": "rules", "version": 7, "rules": []},
        {"stamtafel": "rules", "version": 1, "rules": [{"name": 3, "when": "a", "action": "hide"}]},
        {"hello": "world"},
        [1, 2, 3],
    ],
    ids=["newer", "hostile", "something else", "a list"],
)
def test_a_file_that_is_refused_changes_nothing(value: object, member: Member, tmp_path: Path) -> None:
    done = member.run("rules", "import", saved(tmp_path, value))
    assert done.status == 1
    assert done.out == ""
    assert "Nothing was imported." in done.err
    assert member.run("rules", "list", "--json").document == []


def test_filters_and_preferences_of_other_programs(member: Member, tmp_path: Path) -> None:
    mastodon = {
        "title": "Weer",
        "context": ["home"],
        "filter_action": "hide",
        "keywords": [{"keyword": "regent", "whole_word": True}],
        "statuses": [{"id": "1"}],
    }
    done = member.run("rules", "import", saved(tmp_path, [mastodon]), "--json").document
    assert [entry["when"] for entry in done["entries"]] == ['"regent"']
    assert len(done["left"]) == 1
    group = next(row for row in member.run("groups", "--json").document if row["name"] == "Participatie")
    discourse = {"user": {"muted_category_ids": [group["id"]], "ignored_usernames": ["bram_willems"]}}
    done = member.run("rules", "import", saved(tmp_path, discourse), "--json").document
    assert [entry["when"] for entry in done["entries"]] == ["group:Participatie", "from:bram_willems"]


def test_rules_come_from_standard_input(member: Member, monkeypatch: pytest.MonkeyPatch) -> None:
    rule = {"name": "Geen vacatures", "when": "tag:vacature", "action": "hide"}
    data = json.dumps({"stamtafel": "rules", "version": 1, "rules": [rule]}).encode()
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data)))
    assert member.run("rules", "import", "-", "--json").document["added"] == 1


@pytest.mark.parametrize(
    "words",
    [["list"], ["check", "kind:question"], ["preview", "kind:question"], ["export", "-"]],
    ids=" ".join,
)
def test_qt_stays_away_and_json_is_one_line(words: list[str], member: Member) -> None:
    done = outside(member, "rules", *words, "--json")
    assert done.status == 0, done.err
    assert len(done.out.splitlines()) == 1
    json.loads(done.out)
