"""A blank window as a program: prints what it cost until it was painted. Arguments: folder, start in ns."""

import sys
import time

from PySide6.QtCore import QTimer
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QApplication, QWidget


class Blank(QWidget):
    """Leaves once it is on the screen."""

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's own name
        """Only now the pixels go out: what follows in the queue comes after that."""
        QTimer.singleShot(0, self.note)

    def note(self) -> None:
        """Keep the costs, once."""
        self.wall_ns, self.cpu = time.monotonic_ns(), time.process_time()
        QApplication.quit()


application = QApplication(["blank"])
window = Blank()
window.resize(1440, 900)
window.show()
application.exec()

from tests.benchmarks.painted import resident, told  # noqa: E402 - not part of what is measured

print(told(application, window.wall_ns - int(sys.argv[2]), window.cpu, resident()))
