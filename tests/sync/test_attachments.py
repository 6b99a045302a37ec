"""Files that wait to go with a post, and what becomes of those that nothing needs any more."""

from __future__ import annotations

import os
import time
from pathlib import Path

from sync import attachments
from sync.store import uploads

LONG_AGO = time.time() - 7_200


def kept(folder: Path, content: bytes, *, written: float = LONG_AGO) -> Path:
    upload = attachments.keep(folder, "plan.txt", "text/plain", content)
    path = folder / uploads.FOLDER / upload.file
    os.utime(path, (written, written))
    return path


def test_a_sweep_takes_what_nothing_refers_to_once_it_is_old(tmp_path: Path) -> None:
    known, old, new = kept(tmp_path, b"a"), kept(tmp_path, b"b"), kept(tmp_path, b"c", written=time.time())
    assert attachments.sweep(tmp_path, {known.name}) == 1
    assert [known.exists(), old.exists(), new.exists()] == [True, False, True]


def test_a_file_that_another_sweep_just_took_does_no_harm(tmp_path: Path) -> None:
    old = kept(tmp_path, b"b")
    # Listed, but not there when it is looked at.
    (tmp_path / uploads.FOLDER / "gone").symlink_to(tmp_path / "nowhere")
    assert attachments.sweep(tmp_path, set()) == 1
    assert not old.exists()


def test_without_files_there_is_nothing_to_sweep(tmp_path: Path) -> None:
    assert attachments.sweep(tmp_path, set()) == 0
