"""A profile of the program whose one account holds the corpus, as after months of use."""

from __future__ import annotations

from pathlib import Path

from app import accounts
from app.accounts import Account
from app.paths import Profile
from tests.benchmarks.corpus import make_corpus

_NAME = "benchmark"
# Nobody answers there: the benchmarks that use this profile are about what needs no network.
_ADDRESS = "http://127.0.0.1:9"


def corpus_profile(folder: Path, posts: int, topics: int | None, seed: int) -> Path:
    """The profile with this corpus in ``folder``, filled unless it is there already."""
    profile = Profile(folder / f"{posts}-{topics or 'quarter'}-{seed}")
    # The list of accounts comes last: where it is, the corpus is whole.
    if accounts.named(profile, _NAME) is None:
        make_corpus(profile.account_folder(_NAME), posts, topics, seed, index=True)
        accounts.add(profile, Account(_NAME, "discourse", _ADDRESS, "lid1", "benchmark"))
    return profile.root


def cache_of(profile: Path) -> Path:
    """The folder of the cache in a profile that ``corpus_profile`` made."""
    return Profile(profile).account_folder(_NAME)
