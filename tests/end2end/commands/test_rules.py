"""A member arranges the timeline from the command line, and every number agrees, whatever breaks off."""

from __future__ import annotations

import json
import random
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from app.client import Client
from app.filters import match, rules
from app.filters.verdicts import parsed
from app.settings import Settings
from sync.store import counts, verdicts
from tests.benchmarks.corpus import make_corpus
from tests.end2end.commands.journey import Done, Member, finished

RULES = (
    ("Vragen houden", "kind:question -tag:vacature", "keep"),
    ("Geen vacatures", "tag:vacature", "hide"),
    ("Geen mededelingen", "soort:mededeling", "hide"),
    ("Rustig aan", "group:Webredactie", "dim"),
    ("Gelezen", "org:Rijkswaterstaat", "read"),
)
# The process ends, as by kill -9, when it comes to this function of this module for the nth time.
DYING = """
import os, signal
import {module} as room
real, left = room.{function}, [{nth}]
def dying(*values, **named):
    left[0] -= 1
    if left[0] == 0:
        os.kill(os.getpid(), getattr(signal, "SIGKILL", signal.SIGTERM))
    return real(*values, **named)
room.{function} = dying
"""


@contextmanager
def opened(member: Member) -> Iterator[Client]:
    """The member's cache, as the window opens it."""
    client = Client(member.profile, member.account, Settings(member.profile))
    try:
        yield client
    finally:
        client.close()


def add(member: Member, name: str, when: str, action: str) -> Done:
    """Add a rule."""
    done = member.run("rules", "add", "--name", name, "--when", when, "--action", action)
    assert done.status == 0, done.err
    return done


def rows(member: Member, *words: str) -> list[dict[str, Any]]:
    """What ``timeline`` gives."""
    done = member.run("timeline", "--json", "--limit", "100000", *words)
    assert done.status == 0, done.err
    found: list[dict[str, Any]] = done.document
    return found


def remove_all(member: Member) -> None:
    """Take every rule away, the last first: what one marks as read is kept from it by those before it."""
    for rule in reversed(member.run("rules", "list", "--json").document):
        assert member.run("rules", "remove", rule["name"]).status == 0


def written_and_expected(member: Member) -> tuple[dict[int, Any], dict[int, Any]]:
    """The verdicts as they are kept, and what each topic gets when it is looked at by itself."""
    with opened(member) as client:
        client.settle_rules()
        with client.store.reading() as conn:
            known = client.judge.known(conn)
            topic_ids = [row[0] for row in conn.execute("SELECT topic_id FROM topics")]
            deciding = [
                (rule, match.matcher(node, now=known.now, last_visit=known.last_visit))
                for rule in rules.rules(conn)
                if rule.on and (node := parsed(rule.text)) is not None
            ]
            expected = {}
            for topic_id, facts in match.facts(conn, topic_ids, known.me).items():
                first = next((rule for rule, holds in deciding if holds(facts)), None)
                if first is not None:
                    expected[topic_id] = (first.action, first.id)
            kept = {topic_id: tuple(found) for topic_id, found in verdicts.of(conn, topic_ids).items()}
            assert not verdicts.unsettled(conn)
            assert not verdicts.waiting(conn)
    return kept, expected


def test_rules_from_the_first_to_the_last(settled: Member, tmp_path: Path) -> None:
    everything = rows(settled)
    for rule in RULES:
        add(settled, *rule)
    shown, all_rows = rows(settled), rows(settled, "--all")
    assert [row["id"] for row in all_rows] == [row["id"] for row in everything]
    hidden = [row for row in all_rows if row["verdict"] == "hide"]
    assert {row["rule"] for row in hidden} == {"Geen mededelingen", "Geen vacatures"}
    assert [row["id"] for row in shown] == [row["id"] for row in all_rows if row not in hidden]
    kept, expected = written_and_expected(settled)
    assert kept == expected

    with opened(settled) as client, client.store.reading() as conn:
        unread = counts.counts(conn)
    assert unread.timeline == sum(row["unread"] for row in shown)
    assert unread.questions <= sum(row["unread"] for row in rows(settled, "--view", "questions"))
    assert not any(row["unread"] for row in all_rows if row["verdict"] == "read")
    for group in settled.run("groups", "--json").document:
        if group["closed"] and group["state"] != "member":
            continue  # all there is to see of it is that one can ask for it
        place = rows(settled, "--view", group["name"])
        assert unread.groups.get(group["id"], 0) == sum(row["unread"] for row in place)

    file = str(tmp_path / "rules.json")
    assert settled.run("rules", "export", file).status == 0
    remove_all(settled)
    assert [row["id"] for row in rows(settled)] == [row["id"] for row in everything]
    assert settled.run("rules", "import", file).status == 0
    assert rows(settled, "--all") == all_rows
    assert rows(settled) == shown


def test_what_arrives_and_what_changes_is_judged_at_once(settled: Member) -> None:
    add(settled, "Geen kerstborrel", "kerstborrel", "hide")
    add(settled, "Beantwoord is klaar", "replies:>0 title:parkeerplaats", "hide")
    party = settled.server.add_topic(title="Kerstborrel op de vierde verdieping", text="Kom je ook?")
    parking = settled.server.add_topic(title="Wie heeft mijn parkeerplaats?", text="Hij was vanmorgen bezet.")
    assert settled.run("sync").status == 0
    verdict = {row["id"]: row["verdict"] for row in rows(settled, "--all")}
    assert (verdict[party], verdict[parking]) == ("hide", "show")
    settled.server.add_reply(parking, text="Hij is weer vrij, sorry voor het ongemak.")
    settled.settle()
    verdict = {row["id"]: row["verdict"] for row in rows(settled, "--all")}
    assert (verdict[party], verdict[parking]) == ("hide", "hide")
    kept, expected = written_and_expected(settled)
    assert kept == expected


@pytest.fixture
def large(member: Member) -> Member:
    """A member with a larger cache, that was not fetched but made."""
    make_corpus(member.folder, 6_000, 3_000, seed=3, index=True)
    return member


@pytest.mark.parametrize(
    ("module", "function", "nth"),
    [
        ("sync.store.rules", "write", 1),
        ("sync.store.verdicts", "judge_again", 1),
        ("sync.store.verdicts", "set_needs", 1),
        ("sync.store.verdicts", "write", 1),
        ("sync.store.rejudging", "begin", 1),
        ("sync.store.rejudging", "award", 1),
        ("sync.store.verdicts", "settled", 1),
    ],
    ids=lambda value: str(value).rpartition(".")[2],
)
def test_killed_in_the_middle_of_adding_a_rule_verdicts_still_follow_from_the_rules(
    module: str, function: str, nth: int, large: Member
) -> None:
    add(large, "Vragen", "kind:question", "dim")
    before = DYING.format(module=module, function=function, nth=nth)
    words = ("rules", "add", "--name", "Beleid", "--when", "beleid", "--action", "hide")
    done = finished(large.start(*words, before=before))
    assert done.status < 0, "it was to be killed"
    assert large.integrity() == ["ok"]
    kept, expected = written_and_expected(large)
    assert kept == expected
    known = [rule["name"] for rule in large.run("rules", "list", "--json").document]
    assert known in (["Vragen"], ["Vragen", "Beleid"])
    if known == ["Vragen"]:
        add(large, "Beleid", "beleid", "hide")
        kept, expected = written_and_expected(large)
        assert kept == expected
    assert {verdict for verdict, _ in kept.values()} == {"hide", "dim"}


def many(count: int) -> dict[str, Any]:
    """A file of many rules of every kind."""
    words = [
        "plan",
        "visie",
        "aanpak",
        "overleg",
        "brief",
        "nota",
        "participatie",
        "campagne",
        "onderzoek",
        "team",
        "agenda",
    ]
    texts = [
        *(f"tag:{word} kind:question" for word in words),
        *(f"title:{word}" for word in words),
        *(f"groep:groep-{number} -kind:link" for number in range(1, 25)),
        *(f"from:lid{number}" for number in range(1, 60)),
        *(f"{word}* likes:>{number}" for word in words for number in range(4)),
    ]
    actions = ("hide", "dim", "highlight", "keep", "read", "notify")
    made = [
        {"name": f"Regel {number}", "when": texts[number % len(texts)], "action": actions[number % 6]}
        for number in range(count)
    ]
    return {"stamtafel": "rules", "version": 1, "rules": made, "views": []}


def test_killed_at_any_moment_of_an_import_all_or_nothing_came_in(large: Member, tmp_path: Path) -> None:
    file = tmp_path / "many.json"
    file.write_text(json.dumps(many(120)), encoding="utf-8")
    began = time.monotonic()
    assert finished(large.start("rules", "import", str(file))).status == 0
    whole = time.monotonic() - began
    chance = random.Random(11)
    for _ in range(4):
        with opened(large) as client:
            client.store.write(lambda conn: rules.save(conn, client.judge, []))
        process = large.start("rules", "import", str(file))
        time.sleep(whole * chance.uniform(0.4, 1.0))
        process.kill()
        finished(process)
        kept, expected = written_and_expected(large)
        assert kept == expected
        assert len(large.run("rules", "list", "--json").document) in (0, 120)
    assert large.integrity() == ["ok"]


def test_five_hundred_rules_work(settled: Member, tmp_path: Path) -> None:
    file = tmp_path / "many.json"
    file.write_text(json.dumps(many(500)), encoding="utf-8")
    done = settled.run("rules", "import", str(file), "--json")
    assert done.document["added"] == 500
    kept, expected = written_and_expected(settled)
    assert kept == expected
    assert len({rule_id for _, rule_id in kept.values()}) > 5
    topic = settled.server.add_topic(title="Wie heeft een goed plan?", text="Ik zoek een voorbeeld.")
    assert settled.run("sync").status == 0
    verdict = next(row for row in rows(settled, "--all") if row["id"] == topic)
    assert verdict["rule"] is not None
    kept, expected = written_and_expected(settled)
    assert kept == expected
