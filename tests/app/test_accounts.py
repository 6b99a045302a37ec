"""Accounts: kept without secrets, named after their host, removed with everything they brought."""

from __future__ import annotations

from pathlib import Path

import pytest

from app import accounts
from app.accounts import Account
from app.paths import Profile
from sync.errors import CacheDamaged

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
