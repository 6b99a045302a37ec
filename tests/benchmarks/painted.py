"""Notes what a program cost until its window was painted; imported by the programs that are compared."""

import os
import time
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt
from PySide6.QtWidgets import QApplication, QWidget

_SETTLE_SECONDS = 1.0


class Watch(QObject):
    """Ends the event loop when the pixels are out with which ``widget`` was ``filled`` for the first time."""

    def __init__(self, widget: QWidget, filled: Callable[[], bool]) -> None:
        super().__init__()
        self._filled = filled
        self.wall_ns, self.cpu, self.memory = 0, 0.0, 0.0
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's own name
        """The widget is about to paint."""
        if event.type() == QEvent.Type.Paint and self._filled():
            watched.removeEventFilter(self)
            # First in the queue: right after the whole window was painted and handed to the screen.
            QCoreApplication.postEvent(
                self, QEvent(QEvent.Type.User), Qt.EventPriority.HighEventPriority.value
            )
        return False

    def event(self, event: QEvent) -> bool:
        """The window was painted."""
        if event.type() == QEvent.Type.User:
            self.wall_ns, self.cpu = time.monotonic_ns(), time.process_time()
            self.memory = resident()
            QCoreApplication.exit()
        return super().event(event)


def told(application: QApplication, wall_ns: int, cpu: float, memory: float) -> str:
    """The figures as JSON (ms, CPU ms, MB painted, MB at rest), after a second of going on."""
    until = time.monotonic() + _SETTLE_SECONDS
    while time.monotonic() < until:
        application.processEvents()
        time.sleep(0.01)
    return str([wall_ns / 1e6, cpu * 1000, memory, resident()])


def resident() -> float:
    """Resident memory of this process in MB; its peak where the system does not tell what is resident now."""
    pages = Path("/proc/self/statm")
    if pages.exists():
        return int(pages.read_text(encoding="ascii").split()[1]) * os.sysconf("SC_PAGE_SIZE") / 1e6
    import resource

    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e6
