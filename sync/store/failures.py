"""One place that turns what SQLite says went wrong into the error tree of ``sync.errors``."""

from __future__ import annotations

import sqlite3

from sync.errors import CacheDamaged, CacheInUse, CacheUnwritable, DiskFull, OwnError

_BY_PRIMARY_CODE: dict[int, type[OwnError]] = {
    3: CacheUnwritable,  # SQLITE_PERM
    5: CacheInUse,  # SQLITE_BUSY
    6: CacheInUse,  # SQLITE_LOCKED
    8: CacheUnwritable,  # SQLITE_READONLY
    10: CacheUnwritable,  # SQLITE_IOERR
    11: CacheDamaged,  # SQLITE_CORRUPT
    13: DiskFull,  # SQLITE_FULL
    14: CacheUnwritable,  # SQLITE_CANTOPEN
    26: CacheDamaged,  # SQLITE_NOTADB
}
# Reading beyond the end of a cut-off file, and checksums that do not match.
_DAMAGED_IO = frozenset({10 | (1 << 8), 10 | (2 << 8), 10 | (32 << 8)})


def busy(error: sqlite3.Error) -> bool:
    """Whether another process held the lock for longer than the busy timeout."""
    return getattr(error, "sqlite_errorcode", 0) & 0xFF in (5, 6)


def mapped(error: sqlite3.Error | UnicodeDecodeError) -> Exception:
    """The error of ``sync.errors`` for a failure of file or disk; a fault in our own SQL stays as it is."""
    # Text that is not UTF-8: Python says so itself, or fails to read SQLite's own message about it.
    if isinstance(error, UnicodeDecodeError) or "decode to UTF-8" in str(error):
        return CacheDamaged("text that cannot be read")
    code = getattr(error, "sqlite_errorcode", 0) or 0
    kind = CacheDamaged if code in _DAMAGED_IO else _BY_PRIMARY_CODE.get(code & 0xFF)
    if kind is None:
        return error
    return kind(str(error), sqlite=getattr(error, "sqlite_errorname", None))
