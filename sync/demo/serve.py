"""Serving the demo community from the command line until interrupted."""

from __future__ import annotations

import json
import signal
import threading
from pathlib import Path
from typing import TextIO

from sync.demo.faults import Faults
from sync.demo.server import DemoServer


def serve_forever(
    port: int,
    seed: int,
    topics: int,
    requests_per_minute: int,
    faults_file: Path | None,
    out: TextIO,
    *,
    live: bool = False,
) -> None:
    """Print one JSON line with url, key, username and counts to `out`, then serve until interrupted.

    Raises OSError when the port is taken or the faults file cannot be read, ValueError when it is not one.
    """
    if threading.current_thread() is threading.main_thread():
        # a polite kill ends as an interrupt does, so that the temporary database is removed
        signal.signal(signal.SIGTERM, signal.default_int_handler)
    faults = Faults.load(faults_file) if faults_file is not None else None
    with DemoServer(
        port=port, seed=seed, topics=topics, requests_per_minute=requests_per_minute, faults=faults, live=live
    ) as server:
        print(json.dumps({"url": server.url, "key": server.key, **server.summary()}), file=out, flush=True)
        try:
            threading.Event().wait()
        except KeyboardInterrupt:
            return
