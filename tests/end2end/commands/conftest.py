"""Members who use the command line."""

from __future__ import annotations

from pathlib import Path

import pytest

from sync.demo.server import DemoServer
from tests.end2end.commands.journey import Member


@pytest.fixture
def member(tmp_path: Path, demo: DemoServer) -> Member:
    """A member who has just added the account: nothing in the cache yet."""
    return Member(tmp_path / "profile", demo)


@pytest.fixture
def settled(member: Member) -> Member:
    """A member whose cache is in step with the community."""
    member.settle()
    return member


@pytest.fixture
def undisturbed(tmp_path: Path, demo: DemoServer) -> Member:
    """Another computer of the same member, on which nothing goes wrong."""
    return Member(tmp_path / "undisturbed", demo)
