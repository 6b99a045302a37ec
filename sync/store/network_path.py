"""Whether a folder lies on a network share, where SQLite's write-ahead log is not safe."""

from __future__ import annotations

import os
import re
import sys
from pathlib import Path

NETWORK_FILE_SYSTEMS = frozenset(
    {
        "9p",
        "afpfs",
        "afs",
        "ceph",
        "cifs",
        "davfs",
        "fuse.davfs2",
        "fuse.glusterfs",
        "fuse.rclone",
        "fuse.sshfs",
        "glusterfs",
        "ncpfs",
        "nfs",
        "nfs4",
        "smb3",
        "smbfs",
        "webdav",
    }
)
_OCTAL = re.compile(r"\\([0-7]{3})")
_WINDOWS_REMOTE_DRIVE = 4


def on_network(folder: Path) -> bool:
    """Whether ``folder`` (which need not exist yet) is on a network share, as far as this system tells."""
    text = str(folder)
    if text.startswith(("\\\\", "//")):
        return not text.startswith(("\\\\?\\", "\\\\.\\")) or text.upper().startswith("\\\\?\\UNC\\")
    if sys.platform == "win32":
        return _windows_drive_is_remote(folder)
    kind = file_system(Path(os.path.realpath(folder)), _mounts())
    return kind in NETWORK_FILE_SYSTEMS


def file_system(folder: Path, mounts: str) -> str | None:
    """The type of the file system that holds ``folder``, by a mount table in the form of /proc/mounts."""
    best: tuple[int, str] | None = None
    for line in mounts.splitlines():
        fields = line.split(" ")
        if len(fields) < 3:
            continue
        point = Path(_OCTAL.sub(lambda found: chr(int(found[1], 8)), fields[1]))
        # A later mount on the same point hides the earlier one.
        if (point == folder or point in folder.parents) and (best is None or len(point.parts) >= best[0]):
            best = (len(point.parts), fields[2])
    return best[1] if best else None


def _mounts() -> str:
    if sys.platform == "darwin":
        return _mac_mounts()
    try:
        return Path("/proc/mounts").read_text(encoding="utf-8", errors="replace")
    except OSError:
        return ""


def _mac_mounts() -> str:
    """What macOS's ``mount`` tells (``//a@host/b on /Volumes/b (smbfs)``) in the form of /proc/mounts."""
    import subprocess

    try:
        told = subprocess.run(["/sbin/mount"], capture_output=True, text=True, timeout=5, check=False).stdout
    except (OSError, subprocess.SubprocessError):
        return ""
    lines = re.findall(r"^(.*?) on (.*) \((\w+)", told, re.MULTILINE)
    return "\n".join(
        " ".join((source.replace(" ", "_"), point.replace(" ", r"\040"), kind))
        for source, point, kind in lines
    )


def _windows_drive_is_remote(folder: Path) -> bool:
    if sys.platform != "win32":
        return False
    import ctypes

    kind = ctypes.windll.kernel32.GetDriveTypeW(folder.absolute().anchor)
    return bool(kind == _WINDOWS_REMOTE_DRIVE)
