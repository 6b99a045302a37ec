"""Files that are whole or not there, for those who may read what is new here."""

from __future__ import annotations

import os
import stat
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from app.files import write_whole

WORDS = "van een gesloten groep"


@pytest.fixture
def private() -> Iterator[None]:
    """A system on which new files are for their owner only."""
    before = os.umask(0o077)
    yield
    os.umask(before)


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


@pytest.mark.skipif(sys.platform == "win32", reason="no such permissions")
@pytest.mark.usefixtures("private")
def test_a_new_file_is_for_whom_new_files_are(tmp_path: Path) -> None:
    seen: list[int] = []

    def write(part: Path) -> None:
        seen.append(mode(part))
        part.write_text(WORDS)

    path = tmp_path / "uit.md"
    write_whole(path, write)
    assert (mode(path), seen) == (0o600, [0o600])


@pytest.mark.skipif(sys.platform == "win32", reason="no such permissions")
def test_a_file_that_was_there_stays_for_whom_it_was(tmp_path: Path) -> None:
    path = tmp_path / "uit.md"
    path.write_text("oud")
    path.chmod(0o600)
    write_whole(path, lambda part: part.write_text(WORDS))
    assert (mode(path), path.read_text()) == (0o600, WORDS)


def test_what_was_there_stays_when_writing_fails(tmp_path: Path) -> None:
    def full(part: Path) -> None:
        part.write_text("half")
        raise OSError(28, "No space left on device")

    path = tmp_path / "uit.md"
    path.write_text("oud")
    with pytest.raises(OSError, match="No space"):
        write_whole(path, full)
    assert path.read_text() == "oud"
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes in folders")
def test_a_pipe_in_its_place_holds_nothing_up(tmp_path: Path) -> None:
    path = tmp_path / "uit.md"
    os.mkfifo(path)
    write_whole(path, lambda part: part.write_text(WORDS))
    assert path.read_text() == WORDS
