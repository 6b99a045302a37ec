"""What the doctor tells IT: everything that is asked for, nothing that is secret, a fitting status."""

from __future__ import annotations

import contextlib
import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest

from app import accounts as account_book
from app.accounts import Account
from app.paths import Profile
from app.settings import Settings
from sync.demo.server import DemoServer
from tests.conftest import NOW
from tests.end2end.commands.journey import Member, command
from tests.end2end.commands.untrusted import https_server

PAGE = 4096
PROXY = "http://jan:geheim-wachtwoord@proxy.example:3128"


@pytest.fixture(scope="module")
def community() -> Iterator[DemoServer]:
    """One demo community for all questions: the doctor changes nothing."""
    with DemoServer(requests_per_minute=0, now=NOW) as server:
        yield server


@pytest.fixture
def member(tmp_path: Path, community: DemoServer) -> Member:
    """A member with an account and nothing fetched yet."""
    return Member(tmp_path / "profile", community)


def test_an_empty_profile_is_well_and_stays_empty(tmp_path: Path) -> None:
    folder = tmp_path / "nowhere"
    done = command("--profile", str(folder), "doctor", "--json")
    assert done.status == 0
    assert done.document["accounts"] == []
    assert {"stamtafel", "python", "sqlite", "qt", "system"} <= set(done.document["versions"])
    assert done.document["versions"]["sqlite"] == sqlite3.sqlite_version
    assert done.document["profile"]["folder"] == str(folder)
    assert not folder.exists()


def test_a_filled_cache_is_described(member: Member) -> None:
    member.run("sync")
    done = member.run("doctor", "--json")
    assert done.status == 0
    account = done.document["accounts"][0]
    assert account["url"] == member.server.url
    assert account["requests_per_minute"] == 600
    cache = account["cache"]
    assert cache["sound"]
    assert cache["check"] == "quick"
    assert cache["schema"] == cache["schema_of_program"] >= 1
    assert cache["sizes"]["posts"] > 300
    assert cache["sizes"]["file_bytes"] > 100_000
    assert cache["last_sync"].endswith("Z")
    assert cache["gaps"] == []
    assert account["community"]["reached"]
    assert account["community"]["title"]
    assert account["key"] == {"source": "environment", "accepted": True, "problem": None}


def test_full_checks_every_index(member: Member) -> None:
    member.run("sync")
    with contextlib.closing(sqlite3.connect(member.cache)) as conn:
        conn.execute("PRAGMA writable_schema = 1")
        conn.execute(
            "UPDATE sqlite_schema SET sql = replace(sql, '(created)', '(words)') WHERE name = 'posts_by_age'"
        )
        conn.commit()
    assert member.run("doctor", "--json").status == 0
    done = member.run("doctor", "--full", "--json")
    assert done.status == 5
    assert done.document["accounts"][0]["cache"]["findings"]


def test_before_the_first_sync_there_is_no_cache_and_none_is_made(member: Member) -> None:
    done = member.run("doctor", "--json")
    assert done.status == 0
    assert done.document["accounts"][0]["cache"]["exists"] is False
    assert not member.folder.exists()
    assert "not there yet" in member.run("doctor").out


def test_a_damaged_cache_is_status_5_and_is_not_repaired(member: Member) -> None:
    member.run("sync")
    data = bytearray(member.cache.read_bytes())
    for start in range(PAGE, len(data), PAGE):
        data[start : start + 32] = b"\xff" * 32
    member.cache.write_bytes(data)
    done = member.run("doctor", "--json")
    assert done.status == 5
    cache = done.document["accounts"][0]["cache"]
    assert not cache["sound"]
    assert cache["problem"] == "CacheDamaged"
    assert member.cache.read_bytes() == data
    assert "damaged" in member.run("doctor").out


def test_an_unreachable_community_is_status_3_and_the_cache_is_described(tmp_path: Path) -> None:
    with DemoServer(requests_per_minute=0, now=NOW) as server:
        member = Member(tmp_path / "profile", server)
        member.run("sync")
        server.stop()
        done = member.run("doctor", "--json")
        assert done.status == 3
        account = done.document["accounts"][0]
        assert account["community"]["problem"] == "Unreachable"
        assert account["cache"]["sizes"]["posts"] > 300
        assert account["key"]["accepted"] is None
        assert "cannot be reached" in member.run("doctor").out


def test_no_key_is_status_4_and_a_refused_key_too(member: Member) -> None:
    member.key = ""
    done = member.run("doctor", "--json")
    assert done.status == 4
    assert done.document["accounts"][0]["key"]["source"] is None
    member.key = "f" * 32
    done = member.run("doctor", "--json")
    assert done.status == 4
    assert done.document["accounts"][0]["key"]["accepted"] is False


@pytest.mark.parametrize("language", ["en", "nl"])
@pytest.mark.parametrize("as_json", [True, False])
def test_no_secret_is_ever_said(as_json: bool, language: str, member: Member) -> None:
    member.run("settings", "set", "appearance.language", language)
    member.run("settings", "set", "network.proxy", PROXY)
    account_book.add(
        member.profile, Account("", "discourse", "https://127.1.2.3.invalid", "noor", "geheim-id")
    )
    done = member.run("doctor", *(["--json"] if as_json else []))
    said = done.out + done.err
    assert "proxy.example:3128" in said
    for secret in (member.key, "geheim-wachtwoord", "jan:", "geheim-id"):
        assert secret not in said


def test_which_proxy_applies_and_why(member: Member, monkeypatch: pytest.MonkeyPatch) -> None:
    def proxy_of(name: str) -> object:
        rows = member.run("doctor", "--account", name, "--json").document["accounts"]
        assert len(rows) == 1
        return rows[0]["community"]["proxy"]

    outside = account_book.add(member.profile, Account("", "discourse", "https://c.invalid", "noor", ""))
    assert proxy_of(member.account.name) == {"address": None, "source": "loopback"}
    assert proxy_of(outside.name) == {"address": None, "source": "none"}
    monkeypatch.setenv("HTTPS_PROXY", "http://127.0.0.1:9")
    assert proxy_of(outside.name) == {"address": "http://127.0.0.1:9", "source": "environment"}
    monkeypatch.setenv("NO_PROXY", "c.invalid")
    assert proxy_of(outside.name) == {"address": None, "source": "none"}
    member.run("settings", "set", "network.proxy", "127.0.0.1:7")
    assert proxy_of(outside.name) == {"address": "http://127.0.0.1:7", "source": "setting"}


def test_settings_that_do_not_fit_are_named(member: Member) -> None:
    member.profile.settings_file.write_text('{"sync.retention_days": "lang", "no.such": 1}', encoding="utf-8")
    done = member.run("doctor", "--json")
    assert sorted(done.document["profile"]["settings_ignored"]) == ["no.such", "sync.retention_days"]
    assert "no.such" in member.run("doctor").out


def test_a_list_of_accounts_that_cannot_be_read_is_status_5(member: Member) -> None:
    member.profile.accounts_file.write_text("{half", encoding="utf-8")
    done = member.run("doctor", "--json")
    assert done.status == 5
    assert done.document["profile"]["accounts_problem"] == "CacheDamaged"
    assert member.profile.accounts_file.read_text(encoding="utf-8") == "{half"


def test_a_profile_on_a_network_drive_is_status_5_and_nothing_is_written() -> None:
    done = command("--profile", "//server/share/stamtafel", "doctor", "--json")
    assert done.status == 5
    assert done.document["profile"]["on_network"] is True
    assert not Path("/server").exists()


def test_the_keyring_is_named(member: Member) -> None:
    keyring = member.run("doctor", "--json").document["keyring"]
    assert keyring == {"name": "null Keyring", "answers": True, "problem": None}


def test_a_certificate_that_is_not_trusted_is_described(tmp_path: Path) -> None:
    with https_server(tmp_path) as port:
        profile = Profile(tmp_path / "profile")
        Settings(profile).set("appearance.language", "en")
        account_book.add(profile, Account("", "discourse", f"https://127.0.0.1:{port}", "noor", ""))
        done = command("--profile", str(profile.root), "doctor", "--json")
        assert done.status == 3
        community = done.document["accounts"][0]["community"]
        assert community["problem"] == "CertificateRejected"
        assert community["reason"]
        assert "Stamtafel Test" in community["certificate"]["issuer"]
        told = command("--profile", str(profile.root), "doctor").out
        assert "not trusted" in told
        assert "Stamtafel Test" in told
