"""The table of speed: ``python -m tests.benchmarks``. Exit status 1 when a row falls short."""

from __future__ import annotations

import argparse
import json
import os
import sys
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NamedTuple

from tests.benchmarks.figures import Row, table


class Sizes(NamedTuple):
    """What to measure with: the corpus, and the folder that holds it (a new one is filled)."""

    posts: int
    topics: int | None
    seed: int
    starts: int
    folder: Path

    @property
    def profile(self) -> Path:
        """A profile with one account, whose cache is the corpus; made at its first use."""
        from tests.benchmarks.profile import corpus_profile

        return corpus_profile(self.folder, self.posts, self.topics, self.seed)

    @property
    def cache(self) -> Path:
        """The folder of the corpus's cache."""
        from tests.benchmarks.profile import cache_of

        return cache_of(self.profile)


def _start(sizes: Sizes) -> list[Row]:
    from tests.benchmarks.start import start_rows

    return start_rows(sizes.profile, sizes.starts)


def _scroll(sizes: Sizes) -> list[Row]:
    from tests.benchmarks import scroll

    found = scroll.figures(sizes.cache)
    how = f"CPU of the process over {found.rows:,} topics, against one blit of the window's pixmap"
    blit = {"blit ms": found.blit}
    named = (
        ("scrolling: 99th percentile of a frame", found.frame_p99, 12),
        ("scrolling: full repaint", found.repaint, 18),
        ("scrolling: a jump", found.jump, 35),
    )
    rows = [
        Row("scroll", what, milliseconds / found.blit, bound, "times", how, {"ms": milliseconds} | blit)
        for what, milliseconds, bound in named
    ]
    memory = "resident memory after scrolling, against a blank window's"
    return [*rows, Row("scroll", "scrolling: memory afterwards", found.memory, 2.2, "times", memory, {})]


def _first_page(sizes: Sizes) -> list[Row]:
    from tests.benchmarks.cached import first_page

    return first_page(sizes.cache)


def _apply(sizes: Sizes) -> list[Row]:
    from tests.benchmarks.writing import applied_pages

    return applied_pages(min(sizes.posts, 20_000), sizes.seed)


def _round(sizes: Sizes) -> list[Row]:
    from tests.benchmarks.rounds import whole_round

    return whole_round(min(sizes.posts // 4, 500), sizes.seed)


def _search(sizes: Sizes) -> list[Row]:
    from tests.benchmarks.cached import searches

    return searches(sizes.cache)


def _rules(sizes: Sizes) -> list[Row]:
    from tests.benchmarks.rules import rule_rows

    return rule_rows(sizes.cache, sizes.seed)


def _reader(sizes: Sizes) -> list[Row]:
    from tests.benchmarks import reader

    found = reader.measure_reader(sizes.seed)
    details = {
        "95th percentile": found.post_p95_ms,
        "topic of 20 posts": found.short_topic_ms,
        "topic of 2,000": found.long_topic_ms,
    }
    how = "CPU of the main thread from HTML to pixels, median"
    return [Row("reader", "opening a 5 KB post", found.post_ms, reader.MOST_MS, "ms", how, details)]


def _composer(sizes: Sizes) -> list[Row]:
    from tests.benchmarks.composer import composer_rows
    from tests.benchmarks.composer_window import window_rows

    return [
        *composer_rows(sizes.cache, sizes.seed),
        *window_rows(sizes.profile, min(1_500, sizes.posts // 20)),
    ]


def _requests(sizes: Sizes) -> list[Row]:
    from tests.benchmarks.rounds import requests

    return requests(sizes.seed)


ROWS: dict[str, Callable[[Sizes], list[Row]]] = {
    "start": _start,
    "scroll": _scroll,
    "first-page": _first_page,
    "apply": _apply,
    "round": _round,
    "search": _search,
    "rules": _rules,
    "reader": _reader,
    "composer": _composer,
    "requests": _requests,
}


def measure(names: Sequence[str], sizes: Sizes) -> list[Row]:
    """The rows ``names`` in the order of the table."""
    rows: list[Row] = []
    for name, row in ROWS.items():
        if name in names:
            print(f"measuring {name} ...", file=sys.stderr, flush=True)
            rows += row(sizes)
    return rows


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure, print, and tell by the exit status whether every row holds."""
    parser = argparse.ArgumentParser(prog="tests.benchmarks", description=__doc__)
    parser.add_argument("--posts", type=int, default=1_000_000, help="posts in the corpus")
    parser.add_argument("--topics", type=int, help="topics in the corpus (a quarter of the posts)")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--starts", type=int, default=15, help="how often the program is started")
    parser.add_argument("--rows", nargs="+", choices=ROWS, default=list(ROWS), help="only these rows")
    parser.add_argument("--keep", type=Path, metavar="DIR", help="make the corpus here, or use the one here")
    parser.add_argument("--json", action="store_true", help="one JSON document instead of a table")
    wanted = parser.parse_args(arguments)
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    with tempfile.TemporaryDirectory(prefix="stamtafel-benchmarks-") as folder:
        sizes = Sizes(wanted.posts, wanted.topics, wanted.seed, wanted.starts, wanted.keep or Path(folder))
        rows = measure(wanted.rows, sizes)
    print(json.dumps([row.document() for row in rows], indent=2) if wanted.json else table(rows))
    return 0 if all(row.holds for row in rows) else 1


if __name__ == "__main__":
    sys.exit(main())
