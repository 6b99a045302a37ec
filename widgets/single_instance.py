"""One window per profile: a second start hands its address over to the first and leaves.

Claiming needs a lock only; what talks to other starts is loaded when it is needed.
"""

from __future__ import annotations

import os
import stat
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QLockFile, QObject, Signal

from app.paths import Profile

if TYPE_CHECKING:
    from PySide6.QtNetwork import QLocalServer, QLocalSocket

ANSWER_SECONDS = 5.0
_READ_MS = 200
_HEARD = b"heard\n"
_AGAIN_SECONDS = 0.1
# As much as an address may be that is read at all, and its end of line.
_LONGEST = 32_001


class SingleInstance(QObject):
    """The claim of this process on a profile. ``handed_over(text)`` brings what a later start was given."""

    handed_over = Signal(str)

    def __init__(self, profile: Profile, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lock = QLockFile(str(profile.lock_file))
        # A lock whose process is gone is taken over at once; one that is alive is never timed out.
        self._lock.setStaleLockTime(0)
        self._profile = profile
        self._server: QLocalServer | None = None

    def claim(self) -> bool:
        """Take the profile. ``False``: another process has its window open.

        A folder in which no lock can be made is taken too: opening it tells what is wrong with it.
        """
        return self._lock.tryLock(0) or self._lock.error() != QLockFile.LockError.LockFailedError

    def listen(self) -> None:
        """Hear later starts from now on."""
        from PySide6.QtNetwork import QLocalServer

        name = _name(self._profile)
        QLocalServer.removeServer(name)
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._take)
        self._server.listen(name)

    def hand_over(self, text: str, seconds: float | None = None) -> bool:
        """Give ``text`` (an address, or nothing) to the process that has the window; whether it heard.

        One that is only just starting does not listen yet, so it gets ``seconds`` (5 without). One that hangs
        does not answer within them.
        """
        from PySide6.QtNetwork import QLocalSocket

        socket = QLocalSocket()
        until = time.monotonic() + (ANSWER_SECONDS if seconds is None else seconds)
        while not self._connected(socket, until):
            if time.monotonic() > until:
                return False
            time.sleep(_AGAIN_SECONDS)
        socket.write((text.replace("\n", " ")[: _LONGEST - 1] + "\n").encode())
        socket.flush()
        return _answered(socket, until)

    def release(self) -> None:
        """Give the profile free."""
        if self._server is not None:
            self._server.close()
        self._lock.unlock()

    def _connected(self, socket: QLocalSocket, until: float) -> bool:
        name = _name(self._profile)
        if not _is_ours(name):
            return False
        socket.connectToServer(name)
        return socket.waitForConnected(_milliseconds(until))

    def _take(self) -> None:
        if self._server is None:
            return
        socket = self._server.nextPendingConnection()
        # The other side writes its one line at once, though a long one comes in parts.
        until = time.monotonic() + _READ_MS / 1000
        while not socket.canReadLine() and socket.waitForReadyRead(_milliseconds(until)):
            pass
        if socket.canReadLine():
            line = bytes(socket.readLine(_LONGEST).data())
            # Before the address is opened, which may take a while.
            socket.write(_HEARD)
            socket.waitForBytesWritten(_READ_MS)
            self.handed_over.emit(line.decode("utf-8", "replace").strip())
        socket.close()
        socket.deleteLater()


def _answered(socket: QLocalSocket, until: float) -> bool:
    from PySide6.QtCore import QEventLoop, QTimer

    # Not a plain wait: who asks may have a window, and even be the one that answers.
    waiting = QEventLoop()
    socket.readyRead.connect(waiting.quit)
    socket.disconnected.connect(waiting.quit)
    QTimer.singleShot(_milliseconds(until), waiting, waiting.quit)
    if not socket.canReadLine():
        waiting.exec()
    heard = socket.canReadLine()
    socket.close()
    return heard


def _milliseconds(until: float) -> int:
    return max(1, round(1000 * (until - time.monotonic())))


def _name(profile: Profile) -> str:
    """What the window of ``profile`` is called among the programs of this computer.

    Where that is a file, it stands in the folder that is this user's alone when there is one (the XDG Base
    Directory Specification's runtime directory), and else in the one for temporary files.
    """
    import hashlib
    import tempfile

    name = "stamtafel-" + hashlib.sha256(str(profile.root).encode()).hexdigest()[:24]
    if sys.platform == "win32":
        return name
    runtime = os.environ.get("XDG_RUNTIME_DIR", "")
    own = Path(runtime).is_absolute() and os.access(runtime, os.W_OK)
    return str(Path(runtime if own else tempfile.gettempdir()) / name)


def _is_ours(name: str) -> bool:
    """Whether it is this user who listens there: in a folder for everyone another could be first to it, and
    what is handed over is not for them."""
    if sys.platform == "win32":
        return True
    try:
        facts = Path(name).lstat()
    except OSError:
        return False
    return stat.S_ISSOCK(facts.st_mode) and facts.st_uid == os.geteuid()
