"""The cache file of one account: opening it with care, one writer thread, read-only readers.

Imports nothing but ``sqlite3``: the window opens the cache before its first paint. The migrations (and
sqlite-utils with them) are loaded only when the file is new or of an older schema.
"""

from __future__ import annotations

import queue
import sqlite3
import threading
from collections.abc import Callable, Generator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from sync.errors import CacheDamaged, CacheFromNewerVersion, CacheOnNetworkPath, CacheUnwritable, DiskFull
from sync.store.failures import busy, mapped
from sync.store.network_path import on_network

if TYPE_CHECKING:
    from concurrent.futures import Future

T = TypeVar("T")
Work = Callable[[sqlite3.Connection], T]

SCHEMA = 3
"""The schema this program writes: the number of named steps in ``sync.store.migrations``."""
FILE_NAME = "cache.sqlite"
BUSY_SECONDS = 10
_BUSY_ROUNDS = 6
_HEADER = b"SQLite format 3\x00"
_VERSION_AT = 60
_NO_SPACE = 28


class Store:
    """The cache of one account in ``folder``: ``cache.sqlite`` and the folder ``images``.

    Raises CacheDamaged, CacheFromNewerVersion (the file stays untouched), CacheOnNetworkPath, DiskFull
    or CacheUnwritable when it cannot be opened.
    """

    def __init__(self, folder: Path) -> None:
        if on_network(folder):
            raise CacheOnNetworkPath(str(folder))
        self.folder = folder
        self.path = folder / FILE_NAME
        self.images = folder / "images"
        self._make_folders()
        if schema_of(self.path) < SCHEMA:
            self._migrate()
        self._idle: queue.SimpleQueue[sqlite3.Connection] = queue.SimpleQueue()
        self._work: queue.SimpleQueue[Callable[[], None] | None] = queue.SimpleQueue()
        self._lock = threading.Lock()
        self._writer: threading.Thread | None = None
        self._writer_conn: sqlite3.Connection | None = None
        self._closed = False
        self.judge: Callable[[sqlite3.Connection], None] | None = None
        """Called at the end of a transaction that left topics to judge, within it."""

    def write(self, work: Work[T], *, durable: bool = False) -> T:
        """Run ``work`` in one transaction on the writer thread and wait for its answer.

        With ``durable`` it is on the disk itself when this returns, and not only safe from a killed process.
        An exception in ``work`` rolls everything back and is raised here; failures of the file or the disk
        come as CacheDamaged, DiskFull, CacheUnwritable or CacheInUse. Not to be called from within ``work``.
        """
        return self.submit(work, durable=durable).result()

    def submit(self, work: Work[T], *, durable: bool = False) -> Future[T]:
        """Do the same as ``write`` without waiting; the answer or the exception is in the future."""
        return self._hand_over(work, transaction=True, durable=durable)

    def maintain(self, work: Work[T]) -> T:
        """Run ``work`` on the writer thread outside a transaction, for what cannot be in one (pragmas)."""
        return self._hand_over(work, transaction=False).result()

    @contextmanager
    def reading(self) -> Generator[sqlite3.Connection, None, None]:
        """A read-only connection for the length of the block; failures of the file come as in ``write``."""
        try:
            conn = self._idle.get_nowait()
        except queue.Empty:
            conn = self._connect_reader()
        try:
            yield conn
        except (sqlite3.Error, UnicodeDecodeError) as error:
            raise mapped(error) from error
        finally:
            if self._closed:
                conn.close()
            else:
                self._idle.put(conn)

    def close(self) -> None:
        """Finish the writes that were handed over, fold the write-ahead log into the file, and close."""
        with self._lock:
            if self._closed:
                return
            self._closed = True
            writer = self._writer
            self._work.put(None)
        if writer is not None:
            writer.join()
        while True:
            try:
                self._idle.get_nowait().close()
            except queue.Empty:
                return

    def _make_folders(self) -> None:
        try:
            # For this user only, whoever may look into the folder that it is in.
            self.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            self.images.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            kind = DiskFull if error.errno == _NO_SPACE else CacheUnwritable
            raise kind(str(self.folder), errno=error.errno) from error

    def _migrate(self) -> None:
        from sync.store.migrations import migrate

        try:
            conn = _connect(self.path)
            try:
                migrate(conn)
            finally:
                conn.close()
        except (sqlite3.Error, UnicodeDecodeError) as error:
            raise mapped(error) from error

    def _connect_reader(self) -> sqlite3.Connection:
        try:
            conn = sqlite3.connect(
                f"{self.path.absolute().as_uri()}?mode=ro",
                uri=True,
                timeout=BUSY_SECONDS,
                isolation_level=None,
                check_same_thread=False,
            )
            conn.execute("PRAGMA query_only = 1")
        except (sqlite3.Error, UnicodeDecodeError) as error:
            raise mapped(error) from error
        return conn

    def _hand_over(self, work: Work[T], *, transaction: bool, durable: bool = False) -> Future[T]:
        from concurrent.futures import Future

        future: Future[T] = Future()

        def job() -> None:
            if not future.set_running_or_notify_cancel():
                return
            try:
                conn = self._writing()
                with _synchronous(conn, durable):
                    answer = _in_transaction(conn, work, self.judge) if transaction else work(conn)
            except (sqlite3.Error, UnicodeDecodeError) as error:
                future.set_exception(mapped(error))
            except BaseException as error:
                future.set_exception(error)
            else:
                future.set_result(answer)

        with self._lock:
            if self._closed:
                raise RuntimeError("the store is closed")
            if self._writer is None:
                self._writer = threading.Thread(target=self._write_loop, name="cache-writer", daemon=True)
                self._writer.start()
            self._work.put(job)
        return future

    def _write_loop(self) -> None:
        while (job := self._work.get()) is not None:
            job()
        if self._writer_conn is not None:
            _close_writer(self._writer_conn)

    def _writing(self) -> sqlite3.Connection:
        if self._writer_conn is None:
            conn = _connect(self.path)
            conn.execute("PRAGMA synchronous = NORMAL")
            self._writer_conn = conn
        return self._writer_conn


def written(conn: sqlite3.Connection) -> tuple[int, int]:
    """What is another as soon as anything was written to the cache, by this connection or another one."""
    return conn.execute("PRAGMA data_version").fetchone()[0], conn.total_changes


def schema_of(path: Path) -> int:
    """The schema of the file at ``path``, 0 when it is new; looks without changing a byte.

    Raises CacheFromNewerVersion for a newer schema and CacheDamaged when it is not a database.
    """
    try:
        with path.open("rb") as file:
            header = file.read(100)
    except FileNotFoundError:
        return 0
    except OSError as error:
        raise CacheUnwritable(str(path), errno=error.errno) from error
    if not header:
        return 0
    if len(header) < 100 or not header.startswith(_HEADER):
        raise CacheDamaged(str(path))
    version = int.from_bytes(header[_VERSION_AT : _VERSION_AT + 4], "big")
    log = path.with_name(path.name + "-wal")
    if log.exists() and log.stat().st_size > 0:
        version = max(version, _schema_with_log(path))
    if version > SCHEMA:
        raise CacheFromNewerVersion(str(path), schema=version, known=SCHEMA)
    return version


def _schema_with_log(path: Path) -> int:
    """The schema with what a killed process left in the write-ahead log; the file stays as it is."""
    try:
        conn = sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True, timeout=BUSY_SECONDS)
        try:
            return int(conn.execute("PRAGMA user_version").fetchone()[0])
        finally:
            conn.close()
    except sqlite3.Error as error:
        raise mapped(error) from error


def _connect(path: Path) -> sqlite3.Connection:
    conn = sqlite3.connect(path, timeout=BUSY_SECONDS, isolation_level=None, check_same_thread=False)
    # What leaves the cache must leave the file too: closed means closed.
    conn.execute("PRAGMA secure_delete = 1")
    conn.execute("PRAGMA temp_store = MEMORY")
    return conn


def _in_transaction(
    conn: sqlite3.Connection, work: Work[T], judge: Callable[[sqlite3.Connection], None] | None
) -> T:
    _begin(conn)
    try:
        answer = work(conn)
        if judge is not None and conn.execute("SELECT 1 FROM judge_queue LIMIT 1").fetchone():
            judge(conn)
        conn.execute("COMMIT")
    except BaseException:
        if conn.in_transaction:
            conn.execute("ROLLBACK")
        raise
    return answer


@contextmanager
def _synchronous(conn: sqlite3.Connection, durable: bool) -> Generator[None, None, None]:
    """Let a commit wait for the disk; SQLite takes this setting outside of a transaction only."""
    if not durable:
        yield
        return
    conn.execute("PRAGMA synchronous = FULL")
    try:
        yield
    finally:
        conn.execute("PRAGMA synchronous = NORMAL")


def _begin(conn: sqlite3.Connection) -> None:
    for last in range(_BUSY_ROUNDS):
        try:
            conn.execute("BEGIN IMMEDIATE")
        except sqlite3.OperationalError as error:
            if not busy(error) or last == _BUSY_ROUNDS - 1:
                raise
        else:
            return


def _close_writer(conn: sqlite3.Connection) -> None:
    try:
        conn.execute("PRAGMA optimize")
        conn.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    except sqlite3.Error:
        # The log stays beside the file and is taken in at the next opening.
        pass
    finally:
        conn.close()
