"""What is no file, or none that can go, is refused before it is read, and never waited for."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from app.composer.attaching import Refused
from app.drafts import LARGEST_FILE
from sync.connectors.base import PostLimits
from widgets.composer.desk import EditorDesk
from widgets.composer.reading_files import Kept, Progress, keep_file
from widgets.composer.refusals import NotReadable

TRICK = '\u202egnp.<img src="x">.png'


def keep(path: Path, limits: PostLimits = PostLimits()) -> Kept:  # noqa: B008
    desk = EditorDesk(
        complete=lambda _before: None,
        render=lambda raw: raw,
        attach=lambda _name, _kind, _content: "upload://waiting-1",
        limits=limits,
    )
    return keep_file(path, desk, Progress())


def pipe(path: Path) -> None:
    os.mkfifo(path)


def endless(path: Path) -> None:
    path.symlink_to("/dev/zero")


def loop(path: Path) -> None:
    path.symlink_to(path)


def nothing(path: Path) -> None:
    path.symlink_to(path.parent / "nowhere")


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes and devices in folders")
@pytest.mark.parametrize("make", [pipe, endless, loop, nothing])
def test_what_is_no_file_cannot_be_read(make: Callable[[Path], None], tmp_path: Path) -> None:
    make(tmp_path / TRICK)
    with pytest.raises(NotReadable) as caught:
        keep(tmp_path / TRICK)
    assert caught.value.reason == "gone"
    assert not set(caught.value.name) & set('\u202e<>"')


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes in folders")
def test_a_file_that_becomes_a_pipe_is_not_waited_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "notitie.txt"
    path.write_text("tekst")
    before, swaps = os.stat, [path]

    def swapped(name: str | Path, **options: bool) -> os.stat_result:
        """As someone who puts another thing in its place right after it was looked at."""
        facts = before(name, **options)
        if str(name) == str(path) and swaps:
            swaps.pop().unlink()
            os.mkfifo(path)
        return facts

    monkeypatch.setattr("os.stat", swapped)
    with pytest.raises(NotReadable):
        keep(path)


def test_a_community_that_takes_everything_is_not_given_all_memory(tmp_path: Path) -> None:
    path = tmp_path / "groot.txt"
    with path.open("wb") as file:
        file.truncate(LARGEST_FILE * 20)
    with pytest.raises(Refused) as caught:
        keep(path, PostLimits(file_bytes=LARGEST_FILE * 40, extensions=("*",)))
    assert (caught.value.reason, caught.value.limit) == ("too_large", LARGEST_FILE)
