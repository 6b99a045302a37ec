"""What goes wrong between here and the community: a clear sentence, nothing lost, and it mends by itself."""

from __future__ import annotations

from pathlib import Path
from typing import Any, NamedTuple

import pytest

from app import connection
from app.accounts import Account
from app.settings import Settings
from sync import errors
from sync.budget import Budget
from sync.connectors.discourse import Discourse
from sync.credentials import Key
from sync.errors import StamtafelError
from sync.http import Http
from tests.end2end.commands.journey import Done, Member, differences, sentence
from tests.end2end.commands.untrusted import https_server

FAILURES = 3


class Trouble(NamedTuple):
    """A fault of the server and what the command line makes of it; ``status`` is the exit status."""

    name: str
    fault: dict[str, Any]
    error: StamtafelError
    status: int


TROUBLES = (
    Trouble("403 for the posts", {"path": "/posts.json", "status": 403}, errors.AccessDenied(), 1),
    Trouble("404 for the posts", {"path": "/posts.json", "status": 404}, errors.NotFound(), 1),
    Trouble(
        "429 for an hour",
        {"path": "*", "status": 429, "retry_after": 3600},
        errors.TooManyRequests(retry_after=3600),
        3,
    ),
    Trouble("500", {"path": "*", "status": 500}, errors.ServerFailed(), 3),
    Trouble("502 as a page", {"path": "*", "status": 502, "login_page": True}, errors.ServerFailed(), 3),
    Trouble("truncated JSON", {"path": "/posts.json", "truncate": 400}, errors.ConnectionLost(), 3),
    Trouble("malformed JSON", {"path": "*", "bad_json": True}, errors.UnreadableAnswer(), 3),
    Trouble("not an object", {"path": "*", "status": 200, "body": "[1, 2]"}, errors.UnreadableAnswer(), 3),
    Trouble("login page", {"path": "*", "login_page": True}, errors.InterceptedAnswer(), 3),
    Trouble(
        "login page with 403",
        {"path": "*", "login_page": True, "status": 403},
        errors.InterceptedAnswer(),
        3,
    ),
    Trouble("dropped connection", {"path": "*", "drop": True}, errors.ConnectionLost(), 3),
    Trouble("gzip bomb", {"path": "/posts.json", "huge": 300, "gzip": True}, errors.AnswerTooLarge(), 3),
    Trouble("huge body", {"path": "/posts.json", "huge": 12}, errors.AnswerTooLarge(), 3),
)


@pytest.mark.parametrize("trouble", TROUBLES, ids=lambda trouble: trouble.name)
def test_a_fault_is_told_nothing_is_lost_and_the_next_round_mends_it(
    trouble: Trouble, settled: Member, undisturbed: Member
) -> None:
    undisturbed.settle()
    before = settled.dump(status=True)
    server = settled.server
    topic = server.add_topic(title="Wie heeft er ervaring met een storing?")
    server.faults.add(**trouble.fault)

    done = settled.run("sync", "--json")
    assert_told(done, trouble)
    assert settled.dump(status=True) == before

    server.faults.clear()
    assert settled.run("sync").status == 0
    assert settled.run("show", str(topic)).status == 0
    settled.settle()
    undisturbed.settle()
    assert differences(settled.dump(), undisturbed.dump()) == []


def assert_told(done: Done, trouble: Trouble) -> None:
    """The sentence is ours, in the promised place, and the result is still one JSON document."""
    assert done.status == trouble.status, done.err
    assert sentence(trouble.error) in done.err
    assert "Traceback" not in done.err
    assert done.document["posts_new"] == done.document["posts_removed"] == 0


def test_a_revoked_key_asks_to_sign_in_and_keeps_everything(settled: Member) -> None:
    before = settled.dump(status=True)
    settled.server.revoke_key(settled.key)
    done = settled.run("sync")
    assert done.status == 4
    assert sentence(errors.SignInNeeded()) in done.err
    assert settled.dump(status=True) == before
    assert settled.run("timeline").status == 0

    settled.key = settled.server.new_key(settled.server.username)
    assert settled.run("sync").status == 0


def test_a_short_request_to_wait_is_sat_out_within_the_round(settled: Member) -> None:
    topic = settled.server.add_topic()
    settled.server.faults.add("/posts.json", status=429, retry_after=1, times=1)
    done = settled.run("sync", "--json")
    assert done.status == 0
    assert done.document["seconds"] >= 1
    assert settled.run("show", str(topic)).status == 0


def test_the_communitys_own_limit_is_never_met(member: Member) -> None:
    member.server.set_requests_per_minute(20)
    member.run("settings", "set", "sync.requests_per_minute", "15")
    assert member.run("sync").status == 0
    refused = [served for served in member.server.requests if served.status == 429]
    assert refused == []


def test_a_certificate_that_is_not_trusted_is_never_passed_over(tmp_path: Path, settled: Member) -> None:
    before = settled.dump(status=True)
    with https_server(tmp_path) as port:
        text = settled.profile.accounts_file.read_text(encoding="utf-8")
        address = f"https://127.0.0.1:{port}"
        settled.profile.accounts_file.write_text(text.replace(settled.server.url, address), encoding="utf-8")
        done = settled.run("sync")
    assert done.status == 3
    assert sentence(errors.CertificateRejected()) in done.err
    assert settled.dump(status=True) == before


@pytest.mark.parametrize("endless", [True, False], ids=["endless", "slow"])
def test_a_trickle_ends_at_the_deadline(
    endless: bool, settled: Member, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = settled.dump(status=True)
    monkeypatch.setattr(connection, "make_connector", impatient)
    settled.server.add_topic()
    settled.server.faults.add("/posts.json", trickle=100, endless=endless)
    done = settled.run("sync", "--json")
    assert done.status == 3
    assert sentence(errors.TimedOut()) in done.err
    assert done.document["seconds"] < 5
    assert settled.dump(status=True) == before

    settled.server.faults.clear()
    assert settled.run("sync", "--json").document["posts_new"] == 1


def impatient(account: Account, _settings: Settings, key: Key) -> Discourse:
    """The same connector as ever, that waits one second instead of thirty."""
    headers = {"User-Api-Key": key.secret, "User-Api-Client-Id": key.client_id}
    return Discourse(Http(account.url, headers=headers, budget=Budget(600), deadline_seconds=1.0))


def test_a_fault_half_way_the_first_sync_goes_on_where_it_was(member: Member, undisturbed: Member) -> None:
    undisturbed.settle()
    member.server.faults.add("/posts.json", status=503, skip=3, times=FAILURES)
    done = member.run("sync", "--json")
    assert done.status == 3
    assert 0 < done.document["posts_new"] < len(undisturbed.dump()["posts"])
    for _ in range(FAILURES):
        member.run("sync")
    member.settle()
    assert differences(member.dump(), undisturbed.dump()) == []


@pytest.mark.parametrize("language", ["en", "nl"])
def test_the_sentence_is_in_the_members_language(language: str, settled: Member) -> None:
    settled.run("settings", "set", "appearance.language", language)
    settled.server.faults.add("*", status=500)
    done = settled.run("sync")
    assert sentence(errors.ServerFailed(), "nl" if language == "nl" else "en") in done.err
