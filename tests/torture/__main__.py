"""``python -m tests.torture``: kills a syncing process 200 times; figures, or 1 when the cache suffers."""

from __future__ import annotations

import argparse
import sys
import tempfile
from pathlib import Path

from sync.demo.server import DemoServer
from tests import conftest
from tests.torture.kills import torture


def main() -> int:
    """Run the torture with the options given. Returns the exit status."""
    parser = argparse.ArgumentParser(prog="python -m tests.torture", description=__doc__)
    parser.add_argument("--kills", type=int, default=200)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--topics", type=int, default=0, help="make up topics until there are this many")
    options = parser.parse_args()
    with (
        tempfile.TemporaryDirectory(prefix="stamtafel-torture-") as folder,
        DemoServer(requests_per_minute=0, now=conftest.NOW, topics=options.topics) as server,
    ):
        try:
            figures = torture(Path(folder), server, kills=options.kills, seed=options.seed, tell=progress)
        except AssertionError as error:
            print(f"\nseed {options.seed}: {error}", file=sys.stderr)
            return 1
    print(
        f"{figures.kills} kills, {figures.finished} syncs that ended before theirs,"
        f" {figures.first_syncs} caches begun from nothing, {figures.compared} comparisons with an"
        f" undisturbed cache, all equal and sound, in {figures.seconds:.0f} s"
    )
    return 0


def progress(line: str) -> None:
    """Tell how far it is, on one line."""
    print(f"\r{line}", end="", file=sys.stderr, flush=True)


if __name__ == "__main__":
    sys.exit(main())
