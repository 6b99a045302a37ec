"""Adds files to a text, one after the other, in the background: pictures at the cursor, others below."""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication, QObject, QTimer, Signal
from PySide6.QtGui import QImage, QTextCursor

from app.composer.filenames import safe_name
from widgets.background import Background, Task
from widgets.composer.desk import EditorDesk
from widgets.composer.field import MarkdownField
from widgets.composer.file_chip import FileChip
from widgets.composer.reading_files import Kept, Progress, keep_file, keep_image
from widgets.composer.refusals import NotReadable, refusal
from widgets.composer.tray import Attached, Tray

translate = QCoreApplication.translate

MOST_AT_ONCE = 20
_LOOK_MS = 100


class _Waiting(NamedTuple):
    chip: FileChip
    name: str
    work: Callable[[Progress], Kept]
    place: QTextCursor


class Adding(QObject):
    """Puts files in ``field`` and on ``tray``; ``added(Attached)`` after each, else ``failed(error)``."""

    added = Signal(object)
    failed = Signal(object)

    def __init__(
        self, background: Background, field: MarkdownField, tray: Tray, desk: Callable[[], EditorDesk]
    ) -> None:
        super().__init__(field)
        self._background = background
        self._field = field
        self._tray = tray
        self._desk = desk
        self._waiting: deque[_Waiting] = deque()
        self._now: _Waiting | None = None
        self._task: Task | None = None
        self._progress = Progress()
        self._looking = QTimer(self)
        self._looking.setInterval(_LOOK_MS)
        self._looking.timeout.connect(self._look)
        tray.cancelled.connect(self._cancelled)
        tray.removed.connect(self._removed)

    @property
    def busy(self) -> bool:
        """Whether a file is on its way."""
        return self._now is not None

    def add_files(self, paths: Sequence[str]) -> None:
        """Add files by their paths, in this order."""
        if len(paths) > MOST_AT_ONCE:
            self._say(NotReadable("too_many", str(MOST_AT_ONCE)), "")
            return
        place = self._place()
        desk = self._desk()
        for path in map(Path, paths):
            self._queue(safe_name(path.name), partial(keep_file, path, desk), place)

    def add_image(self, image: QImage) -> None:
        """Add a picture from the clipboard."""
        desk = self._desk()
        name = translate("editor", "picture {0}").format(time.strftime("%H.%M.%S"))
        self._queue(name, partial(keep_image, name, image, desk), self._place())

    def forget(self) -> None:
        """Another text is shown: what is still on its way is not wanted any more."""
        self._waiting.clear()
        self._end()

    def _place(self) -> QTextCursor:
        place = QTextCursor(self._field.textCursor())
        place.setPosition(place.selectionEnd())
        # What is typed meanwhile comes after the file.
        place.setKeepPositionOnInsert(True)
        return place

    def _queue(self, name: str, work: Callable[[Progress], Kept], place: QTextCursor) -> None:
        self._waiting.append(_Waiting(self._tray.begin(name), name, work, place))
        if self._now is None:
            self._next()

    def _next(self) -> None:
        if not self._waiting:
            return
        self._now = now = self._waiting.popleft()
        self._progress = progress = Progress()
        self._looking.start()
        self._task = self._background.run(lambda: now.work(progress), self._kept, self._refused)

    def _end(self) -> None:
        self._looking.stop()
        if self._task is not None:
            self._task.cancel()
        self._now = self._task = None

    def _look(self) -> None:
        if self._now is not None:
            self._now.chip.show_share(self._progress.share)

    def _kept(self, kept: Kept) -> None:
        now = self._now
        if now is None:
            return
        self._end()
        in_text = kept.text.startswith("!")
        file = Attached(kept.name, kept.bytes, kept.address, "" if in_text else kept.text)
        now.chip.show_file(*file)
        if in_text:
            _write(now.place, kept.text)
        if kept.stripped:
            self._tray.say(translate("editor", "Place and camera data removed."), "quiet")
        elif kept.telling:
            words = translate("editor", "{name} goes as it is: it may tell who made it, where and when.")
            self._tray.say(words.format(name=kept.name), "warning")
        self.added.emit(file)
        self._next()

    def _refused(self, error: Exception) -> None:
        now = self._now
        if now is None:
            return
        self._end()
        self._tray.drop(now.chip)
        self._say(error, now.name)
        self._next()

    def _say(self, error: Exception, name: str) -> None:
        words = refusal(error, name)
        if words is None:
            words = translate("editor", "{name} could not be added.").format(name=name)
            self.failed.emit(error)
        self._tray.say(words, "warning")

    def _cancelled(self, chip: FileChip) -> None:
        self._waiting = deque(one for one in self._waiting if one.chip is not chip)
        if self._now is not None and self._now.chip is chip:
            self._end()
            self._next()

    def _removed(self, address: str) -> None:
        """Take a picture out of the text; its chip follows, and both come back with undo."""
        text = self._field.toPlainText()
        at = text.find(f"({address})")
        if at < 0:
            return
        start = max(text.rfind("![", 0, at), 0)
        end = at + len(address) + 2
        alone = (start == 0 or text[start - 1] == "\n") and text[end : end + 1] == "\n"
        cursor = self._field.textCursor()
        cursor.setPosition(start)
        cursor.setPosition(end + alone, QTextCursor.MoveMode.KeepAnchor)
        cursor.removeSelectedText()


def _write(place: QTextCursor, text: str) -> None:
    """Write a picture on a line of its own where there is one, else between blanks."""
    # What was typed here meanwhile stretched the selection of a cursor that stays in its place.
    place.setPosition(place.position())
    line, column = place.block().text(), place.positionInBlock()
    before, after = line[:column], line[column:]
    lead = "" if not before or before[-1].isspace() else " "
    tail = "\n" if not before.strip() and not after.strip() else "" if after[:1].isspace() else " "
    place.beginEditBlock()
    place.setKeepPositionOnInsert(False)
    place.insertText(f"{lead}{text}{tail}")
    place.setKeepPositionOnInsert(True)
    place.endEditBlock()
