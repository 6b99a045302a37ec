"""What scrolling the timeline costs, against one blit of the window's pixmap and a blank window's memory.

``figures`` runs two processes on a cache that ``corpus.make_corpus`` filled: a blank window, and the timeline
scrolled, repainted and jumped through. Costs are CPU of the whole process, background threads included.
"""

from __future__ import annotations

import json
import random
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication, QWidget

    from widgets.timeline.view import TimelineView

WINDOW = (1440, 900)
PANE = 520
FRAMES = 1500
JUMPS = 60
REPAINTS = 60
BLITS = 200


class Scrolled(NamedTuple):
    """CPU in milliseconds per frame; ``memory`` is a multiple of a blank window's."""

    rows: int
    blit: float
    frame_p99: float
    frame_median: float
    repaint: float
    jump: float
    memory: float


def figures(folder: Path) -> Scrolled:
    """Measure the timeline of the cache in ``folder``: CPU in ms per frame, per repaint and per jump."""
    blank = _run("blank", folder)
    scrolled = _run("scroll", folder)
    return Scrolled(
        rows=int(scrolled["rows"]),
        blit=scrolled["blit"],
        frame_p99=scrolled["frame_p99"],
        frame_median=scrolled["frame_median"],
        repaint=scrolled["repaint"],
        jump=scrolled["jump"],
        memory=scrolled["memory"] / blank["memory"],
    )


def _run(what: str, folder: Path) -> dict[str, float]:
    command = [sys.executable, "-m", "tests.benchmarks.scroll", what, str(folder)]
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    answer: dict[str, float] = json.loads(done.stdout)
    return answer


def _measure_blank() -> dict[str, float]:
    from PySide6.QtWidgets import QApplication, QWidget

    application = QApplication([])
    window = QWidget()
    window.resize(*WINDOW)
    window.show()
    _settle(application)
    return {"memory": _memory()}


def _measure_scroll(folder: Path) -> dict[str, float]:
    from app.main import screen

    # As the program loads and makes it: what is loaded then is not looked through for rubbish later.
    application: QApplication = screen().make_application([])
    from PySide6.QtWidgets import QWidget

    from app.timeline import PAGE, Timeline
    from sync.store.database import Store
    from widgets import wording
    from widgets.appearance import Appearance
    from widgets.background import Background
    from widgets.faces import Faces
    from widgets.timeline.model import TimelineModel
    from widgets.timeline.view import TimelineView

    store, background = Store(folder), Background(application)
    theme = Appearance(application, "light").theme
    window = QWidget()
    window.resize(*WINDOW)
    model = TimelineModel(background, window)
    view = TimelineView(model, theme, wording, Faces(lambda _key: None, background, window), window)
    view.resize(PANE, WINDOW[1])
    view.open(Timeline(store))
    window.show()
    while model.total <= PAGE:
        application.processEvents()
    _settle(application)
    blit = _blit(window)
    frames = sorted(_frames(application, view))
    jumps = sorted(_jumps(application, view))
    repaints = sorted(_cpu(view.viewport().repaint) for _ in range(REPAINTS))
    memory = _memory()
    background.close()
    store.close()
    return {
        "rows": model.total,
        "blit": blit,
        "frame_p99": frames[int(len(frames) * 0.99)],
        "frame_median": frames[len(frames) // 2],
        "repaint": repaints[len(repaints) // 2],
        "jump": jumps[len(jumps) // 2],
        "memory": memory,
    }


def _blit(window: QWidget) -> float:
    from PySide6.QtGui import QImage, QPainter

    pixmap = window.grab()
    target = QImage(pixmap.size(), QImage.Format.Format_RGB32)
    painter = QPainter(target)
    costs = sorted(_cpu(lambda: painter.drawPixmap(0, 0, pixmap)) for _ in range(BLITS))
    painter.end()
    return costs[len(costs) // 2]


def _frames(application: QApplication, view: TimelineView) -> list[float]:
    """Frames of a long, steady scroll downwards with a stretch back, as a touchpad sends them."""

    def frame(pixels: int) -> None:
        view.scrolling.by(pixels)
        application.processEvents()

    costs = []
    for number in range(FRAMES):
        pixels = -37 if number % 5 == 4 else 37
        costs.append(_cpu(lambda pixels=pixels: frame(pixels)))  # type: ignore[misc]
        time.sleep(0.001)
    return costs


def _jumps(application: QApplication, view: TimelineView) -> list[float]:
    """Jumps to anywhere, until the rows there are read and painted."""
    from PySide6.QtCore import QEventLoop

    chance = random.Random(1)
    bar = view.verticalScrollBar()

    def jump() -> None:
        arrived = QEventLoop()
        view.model.loaded.connect(arrived.quit)
        bar.setValue(chance.randrange(bar.maximum()))
        while any(view.model.row(placed.row) is None for placed in view.scrolling.strip.visible()):
            arrived.exec()
        view.model.loaded.disconnect(arrived.quit)
        application.processEvents()

    return [_cpu(jump) for _ in range(JUMPS)]


def _cpu(work: Callable[[], object]) -> float:
    before = time.process_time()
    work()
    return (time.process_time() - before) * 1000


def _settle(application: QApplication) -> None:
    until = time.monotonic() + 0.5
    while time.monotonic() < until:
        application.processEvents()
        time.sleep(0.005)


def _memory() -> float:
    """Resident memory of this process in MB."""
    pages = Path("/proc/self/statm")
    if pages.exists():
        import os

        return int(pages.read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE") / 1e6
    import resource

    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e6


if __name__ == "__main__":
    measured = _measure_blank() if sys.argv[1] == "blank" else _measure_scroll(Path(sys.argv[2]))
    print(json.dumps(measured))
