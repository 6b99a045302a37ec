"""Measuring two ways of doing the same in turn, so that a busy computer slows both."""

from __future__ import annotations

import gc
import time
from collections.abc import Callable
from typing import NamedTuple


class Pair(NamedTuple):
    """The least CPU seconds of either way over all turns: what neither work nor a busy computer added to."""

    own: float
    bare: float

    @property
    def ratio(self) -> float:
        """How many times the bare way's cost the own way costs."""
        return self.own / self.bare


def in_turn(own: Callable[[], object], bare: Callable[[], object], turns: int) -> Pair:
    """CPU seconds of all threads for ``own()`` and ``bare()``, each called ``turns`` times in turn."""
    owns, bares = [], []
    for _ in range(turns):
        owns.append(cpu_seconds(own))
        bares.append(cpu_seconds(bare))
    return Pair(min(owns), min(bares))


def cpu_seconds(work: Callable[[], object]) -> float:
    """CPU of all threads of this process during ``work()``, rubbish of earlier work taken out first."""
    gc.collect()
    began = time.process_time()
    work()
    return time.process_time() - began
