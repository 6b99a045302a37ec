"""``python -m tests.torture``: what must hold when everything goes wrong; figures, or 1 when it does not.

``syncing`` kills a syncing process 200 times, and compares its cache with an undisturbed one. ``once`` sends
1,000 posts through each way in which an answer can be lost. ``writing`` kills what shares and sends, 500
times. ``offline`` writes 200 things in a day without a network, and sends them over one that is slow and
fails.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

from sync.demo.server import DemoServer
from tests import conftest
from tests.torture import kills, offline, once, writing

Options = argparse.Namespace


def main() -> int:
    """Run the tortures with the options given. Returns the exit status."""
    parser = argparse.ArgumentParser(prog="python -m tests.torture", description=__doc__)
    parser.add_argument("tortures", nargs="*", choices=[[], *TORTURES], metavar="|".join(TORTURES))
    parser.add_argument("--kills", type=int, default=200)
    parser.add_argument(
        "--posts", type=int, default=1000, help="posts for each way in which answers are lost"
    )
    parser.add_argument("--writing-kills", type=int, default=500)
    parser.add_argument("--items", type=int, default=200, help="things written in a day offline")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--topics", type=int, default=0, help="make up topics until there are this many")
    options = parser.parse_args()
    failed = False
    for name in options.tortures or TORTURES:
        with (
            tempfile.TemporaryDirectory(prefix="stamtafel-torture-") as folder,
            DemoServer(requests_per_minute=0, now=conftest.NOW, topics=options.topics) as server,
        ):
            try:
                print(f"{name}: {TORTURES[name](Path(folder), server, options)}", flush=True)
            except AssertionError as error:
                print(f"\n{name}, seed {options.seed}: {error}", file=sys.stderr)
                failed = True
    return int(failed)


def syncing(folder: Path, server: DemoServer, options: Options) -> str:
    """Kill a sync, and compare. Raises AssertionError when the cache suffers."""
    figures = kills.torture(folder, server, kills=options.kills, seed=options.seed, tell=progress)
    return (
        f"{figures.kills} kills, {figures.finished} syncs that ended before theirs,"
        f" {figures.first_syncs} caches begun from nothing, {figures.compared} comparisons with an"
        f" undisturbed cache, all equal and sound, in {figures.seconds:.0f} s"
    )


def send_once(folder: Path, server: DemoServer, options: Options) -> str:
    """Lose answers. Raises AssertionError when a post is lost or doubled."""
    figures = once.torture(folder, server, posts=options.posts, tell=progress)
    assert not figures.lost, f"lost: {figures.lost[:5]}"
    assert not figures.doubled, f"doubled: {figures.doubled[:5]}"
    met = ", ".join(f"{name.replace('_', ' ')} {count}" for name, count in figures.faults.items())
    return (
        f"{figures.posts} posts ({met}): 0 lost, 0 doubled, {len(figures.held)} held for the member,"
        f" {figures.resent} sent again after three looks, in {figures.seconds:.0f} s"
    )


def kill_writing(folder: Path, server: DemoServer, options: Options) -> str:
    """Kill what shares and sends. Raises AssertionError when a post is lost or doubled."""
    figures = writing.torture(folder, server, kills=options.writing_kills, seed=options.seed, tell=progress)
    return (
        f"{figures.kills} kills ({figures.while_sharing} while sharing, {figures.while_sending} while"
        f" sending), {figures.posts} posts: 0 lost, 0 doubled, {figures.held} held for the member,"
        f" in {figures.seconds:.0f} s"
    )


def send_later(folder: Path, server: DemoServer, options: Options) -> str:
    """Write offline, send over a bad network. Raises AssertionError when something goes wrong for it."""
    figures = offline.torture(folder, server, items=options.items, seed=options.seed, tell=progress)
    offline.check(figures)
    met = ", ".join(f"{name} {count}" for name, count in sorted(figures.faults.items()))
    return (
        f"{figures.items} items of a day offline, then requests that took up to 4 s and failed ({met}):"
        f" 0 lost, 0 doubled, all in order, {figures.returned} came back with their reason,"
        f" {figures.held} held for the member, {figures.refused_for_speed} refused for speed,"
        f" arrived in {figures.hours:.1f} h of the clock, in {figures.seconds:.0f} s"
    )


TORTURES: dict[str, Callable[[Path, DemoServer, Options], str]] = {
    "syncing": syncing,
    "once": send_once,
    "writing": kill_writing,
    "offline": send_later,
}


def progress(line: str) -> None:
    """Tell how far it is, on one line."""
    print(f"\r{line}", end="", file=sys.stderr, flush=True)


if __name__ == "__main__":
    sys.exit(main())
