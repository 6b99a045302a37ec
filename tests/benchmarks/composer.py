"""Rows about writing: what is looked up in the cache while a title is typed."""

from __future__ import annotations

import random
import time
from collections.abc import Callable
from pathlib import Path

from app.composer.similar import similar
from app.composer.suggest import suggest
from sync.store.database import Store
from tests.benchmarks.figures import Row

TITLES = 200
SUGGEST_MS, SIMILAR_MS = 30, 20


def composer_rows(cache: Path, seed: int) -> list[Row]:
    """The group that fits, and topics that may answer: for titles of words that the community uses."""
    chance = random.Random(seed)
    store = Store(cache)
    try:
        with store.reading() as conn:
            words = [row[0] for row in conn.execute("SELECT word FROM words ORDER BY word_id LIMIT 5000")]
            # Common words were met first, so that they are in most titles.
            drafts = [
                tuple(
                    " ".join(words[int(len(words) * chance.random() ** 3)] for _ in range(count))
                    for count in (7, 60)
                )
                for _ in range(TITLES)
            ]
            suggested = _sorted_ms(lambda draft: suggest(conn, *draft), drafts)
            found = _sorted_ms(lambda draft: similar(conn, draft[0]), drafts)
    finally:
        store.close()
    how = f"{TITLES} drafts of 7 and 60 words, each once, CPU of the thread, 95th percentile"
    return [
        _row("composer: the group that fits", suggested, SUGGEST_MS, how),
        _row("composer: topics that may answer", found, SIMILAR_MS, how),
    ]


def _sorted_ms(work: Callable[[tuple[str, ...]], object], drafts: list[tuple[str, ...]]) -> list[float]:
    times = []
    for draft in drafts:
        began = time.thread_time()
        work(draft)
        times.append(1000 * (time.thread_time() - began))
    return sorted(times)


def _row(what: str, times: list[float], most: float, how: str) -> Row:
    median, highest = times[len(times) // 2], times[-1]
    value = times[int(0.95 * len(times))]
    return Row("composer", what, value, most, "ms", how, {"median ms": median, "highest ms": highest})
