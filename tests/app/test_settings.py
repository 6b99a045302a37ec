"""Settings: declared once, checked when set, never a reason not to start."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from app.paths import Profile
from app.settings import DECLARED, InvalidValue, Settings, UnknownSetting, checked
from sync.errors import CacheUnwritable


@pytest.fixture
def profile(tmp_path: Path) -> Profile:
    return Profile(tmp_path / "profile")


def test_every_default_fits_its_own_declaration() -> None:
    for setting in DECLARED:
        assert checked(setting, setting.default) == setting.default
        assert setting.english != setting.dutch


def test_a_value_is_kept_for_the_next_start(profile: Profile) -> None:
    Settings(profile).set("sync.requests_per_minute", "20")
    assert Settings(profile).number("sync.requests_per_minute") == 20


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("sync.requests_per_minute", "0"),
        ("sync.requests_per_minute", "many"),
        ("appearance.theme", "pink"),
        ("sync.images", "maybe"),
    ],
)
def test_a_value_that_does_not_fit_is_refused_and_nothing_changes(
    profile: Profile, key: str, value: str
) -> None:
    settings = Settings(profile)
    before = settings.get(key)
    with pytest.raises(InvalidValue):
        settings.set(key, value)
    assert settings.get(key) == before
    assert not profile.settings_file.exists()


def test_an_unknown_key_is_refused(profile: Profile) -> None:
    with pytest.raises(UnknownSetting):
        Settings(profile).set("sync.colour", "red")


@pytest.mark.parametrize("content", ["{not json", "[]", '"text"', ""])
def test_a_broken_file_is_ignored_and_said(profile: Profile, content: str) -> None:
    profile.create()
    profile.settings_file.write_text(content)
    settings = Settings(profile)
    assert settings.number("sync.retention_days") == 1095
    assert settings.ignored == (["settings.json"] if content in ("{not json", "") else [])


def test_a_value_of_another_version_is_ignored_and_the_rest_kept(profile: Profile) -> None:
    profile.create()
    profile.settings_file.write_text(
        json.dumps({"sync.retention_days": 30, "sync.future": 1, "appearance.theme": 7})
    )
    settings = Settings(profile)
    assert settings.number("sync.retention_days") == 30
    assert settings.text("appearance.theme") == "system"
    assert sorted(settings.ignored) == ["appearance.theme", "sync.future"]


def test_what_is_taken_counts_at_once_and_is_kept_when_asked(profile: Profile) -> None:
    settings = Settings(profile)
    settings.take("appearance.theme", "dark")
    assert settings.text("appearance.theme") == "dark"
    assert settings.unkept
    assert Settings(profile).text("appearance.theme") == "system"
    settings.keep()
    assert not settings.unkept
    assert Settings(profile).text("appearance.theme") == "dark"


def test_what_could_not_be_kept_still_counts_and_is_tried_again(profile: Profile) -> None:
    settings = Settings(profile)
    settings.take("appearance.theme", "dark")
    profile.settings_file.parent.write_text("in the way")
    with pytest.raises(CacheUnwritable):
        settings.keep()
    assert settings.text("appearance.theme") == "dark"
    assert settings.unkept
