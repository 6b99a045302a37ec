"""Files that are written whole or not at all."""

from __future__ import annotations

import contextlib
import json
import os
import stat
from collections.abc import Callable
from pathlib import Path

from sync.errors import CacheUnwritable, DiskFull

_NO_SPACE = {28, 122}  # ENOSPC, EDQUOT


def read_json(path: Path) -> object:
    """The document in ``path``, or ``None`` where there is no file.

    Raises ``ValueError`` where the file is not JSON.
    """
    try:
        text = path.read_text(encoding="utf-8")
    except FileNotFoundError:
        return None
    return json.loads(text)


def write_json(path: Path, document: object) -> None:
    """Replace ``path`` by ``document`` in one step, so that a crash leaves the old or the new file.

    Raises ``DiskFull`` or ``CacheUnwritable``; the old file is then untouched.
    """
    beside = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with beside.open("w", encoding="utf-8") as file:
            json.dump(document, file, ensure_ascii=False, indent=2)
            file.write("\n")
            file.flush()
            os.fsync(file.fileno())
        beside.replace(path)
    except OSError as error:
        with contextlib.suppress(OSError):
            beside.unlink()
        fault = DiskFull if error.errno in _NO_SPACE else CacheUnwritable
        raise fault(path=str(path)) from error


def write_whole(path: Path, write: Callable[[Path], object]) -> None:
    """Have ``write`` make a file beside ``path``, and put it in its place when it is whole.

    Who may read it is what this system does with new files, or what it was for a file that was there. Raises
    ``OSError``; what was there is then untouched.
    """
    part = path.with_name(f".stamtafel-{os.urandom(8).hex()}{path.suffix}")
    try:
        part.open("xb").close()
        with contextlib.suppress(OSError):
            part.chmod(stat.S_IMODE(path.stat().st_mode))
        write(part)
        part.replace(path)
    except BaseException:
        with contextlib.suppress(OSError):
            part.unlink()
        raise
