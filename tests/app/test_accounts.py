"""Accounts: kept without secrets, named after their host, removed with everything they brought."""

from __future__ import annotations

import io
import sys
from argparse import Namespace
from pathlib import Path

import pytest

from app import accounts, cli_upkeep, share
from app.accounts import Account
from app.cli_context import Context, Failure
from app.paths import Profile
from app.settings import Settings
from sync.errors import CacheDamaged
from sync.store import drafts
from sync.store.database import Store
from sync.store.drafts import Draft

ACCOUNT = Account("", "discourse", "https://Community.voorbeeld.example", "jij", "client-1", "Voorbeeld")


@pytest.fixture
def profile(tmp_path: Path) -> Profile:
    return Profile(tmp_path / "profile")


def test_an_account_is_named_after_its_host(profile: Profile) -> None:
    assert accounts.add(profile, ACCOUNT).name == "community.voorbeeld.example"
    assert accounts.accounts(profile)[0].username == "jij"


def test_two_members_of_one_community_get_two_names(profile: Profile) -> None:
    first = accounts.add(profile, ACCOUNT)
    second = accounts.add(profile, ACCOUNT._replace(username="collega"))
    assert [first.name, second.name] == ["community.voorbeeld.example", "community.voorbeeld.example-2"]


def test_the_same_account_again_keeps_its_name_and_folder(profile: Profile) -> None:
    first = accounts.add(profile, ACCOUNT)
    again = accounts.add(profile, ACCOUNT._replace(client_id="client-2"))
    assert again.name == first.name
    assert [known.client_id for known in accounts.accounts(profile)] == ["client-2"]


def test_removing_takes_the_cache_along(profile: Profile) -> None:
    kept = accounts.add(profile, ACCOUNT)
    folder = profile.account_folder(kept.name)
    folder.mkdir(parents=True)
    (folder / "cache.sqlite").write_bytes(b"content")
    assert accounts.remove(profile, kept.name) == kept
    assert not folder.exists()
    assert accounts.accounts(profile) == []


def test_removing_an_unknown_account_does_nothing(profile: Profile) -> None:
    assert accounts.remove(profile, "nobody") is None


def test_without_a_name_the_first_account_is_meant(profile: Profile) -> None:
    first = accounts.add(profile, ACCOUNT)
    accounts.add(profile, ACCOUNT._replace(username="collega"))
    assert accounts.named(profile, None) == first
    assert accounts.named(profile, "elsewhere") is None


def test_a_broken_list_is_reported_and_left_as_it_is(profile: Profile) -> None:
    profile.create()
    profile.accounts_file.write_text("{broken")
    with pytest.raises(CacheDamaged):
        accounts.accounts(profile)
    assert profile.accounts_file.read_text() == "{broken"


@pytest.fixture
def written(profile: Profile) -> Account:
    """An account in which something was written and never sent."""
    kept = accounts.add(profile, ACCOUNT)
    store = Store(profile.account_folder(kept.name))
    share.share(store, 1, "titel", "tekst")
    store.write(lambda conn: drafts.put(conn, Draft(raw="half")))
    store.close()
    return kept


def remove(profile: Profile, name: str, answer: str, monkeypatch: pytest.MonkeyPatch) -> int:
    monkeypatch.setattr("sys.stdin", io.StringIO(answer))
    context = Context(profile, Settings(profile), "en", as_json=True)
    return cli_upkeep.account_remove(context, Namespace(name=name))


@pytest.mark.parametrize("answer", ["", "\n", "yes\n", "elsewhere\n"])
def test_what_was_never_sent_goes_only_when_that_is_said(
    profile: Profile, written: Account, answer: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert accounts.unsent(profile, written.name) == 2
    with pytest.raises(Failure):
        remove(profile, written.name, answer, monkeypatch)
    assert accounts.accounts(profile) == [written]
    assert accounts.unsent(profile, written.name) == 2


def test_it_goes_by_the_name_of_the_account(
    profile: Profile, written: Account, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert remove(profile, written.name, f"{written.name}\n", monkeypatch) == 0
    assert "2 drafts" in capsys.readouterr().err
    assert not profile.account_folder(written.name).exists()


def test_nothing_is_asked_where_nothing_waits(
    profile: Profile, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    kept = accounts.add(profile, ACCOUNT)
    Store(profile.account_folder(kept.name)).close()
    assert remove(profile, kept.name, "", monkeypatch) == 0
    assert capsys.readouterr().err == ""


def test_a_cache_that_cannot_be_removed_is_not_said_to_be_gone(
    profile: Profile, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept = accounts.add(profile, ACCOUNT)
    Store(profile.account_folder(kept.name)).close()
    monkeypatch.setattr("shutil.rmtree", lambda *_args, **_options: None)
    with pytest.raises(Failure):
        remove(profile, kept.name, "", monkeypatch)


@pytest.mark.skipif(sys.platform == "win32", reason="no such permissions")
def test_folders_are_for_this_user_only(tmp_path: Path) -> None:
    tmp_path.chmod(0o755)
    # The demo's profile is inside the member's own, and may be made first.
    inner = Profile(tmp_path / "Stamtafel" / "demo")
    inner.create()
    assert [oct(one.stat().st_mode & 0o777) for one in (inner.root, inner.root.parent)] == ["0o700"] * 2


@pytest.mark.skipif(sys.platform == "win32", reason="no such permissions")
def test_a_cache_is_for_this_user_only_wherever_its_profile_is(tmp_path: Path) -> None:
    shared = Profile(tmp_path / "shared")
    shared.root.mkdir(mode=0o755)
    Store(shared.account_folder("desk")).close()
    assert shared.account_folder("desk").stat().st_mode & 0o077 == 0
