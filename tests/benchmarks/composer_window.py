"""What writing costs in the window, on a profile with a full cache: opening the composer, and every key.

A program of its own, so that nothing else is in the process. A key is measured on the main thread, from the
event to the pixels it changes. What was asked in the meantime (the draft kept, the group that fits, topics
that may answer, the coach, the preview) comes in between the keys, when the typing rests.
"""

from __future__ import annotations

import json
import random
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from app.main import profile_first, screen
from app.reading import Reading
from tests.benchmarks.figures import Row
from widgets.composer.editor import Editor
from widgets.main_window import MainWindow

OPENS_MS, KEY_MS, PAUSE_MS = 100.0, 8.0, 16.0
LONG = 32_000
OPENINGS = 5
# A writer stops to think now and then: that is when what was asked comes in.
_STRETCH = 30
_THINKS_SECONDS = 0.3
_BREATH_SECONDS = 0.004
_TIRED_SECONDS = 60
# How a word is written; the first most of the time.
_WAYS = ("{} ",) * 12 + ("**{}** ", "{}, ", "{}.\n\n", "- {}\n")
# So wide that the preview stands beside the text.
_WIDE = (1_000, 600)


class Typed(NamedTuple):
    """CPU of the main thread in ms: of every key, and of every turn of the event loop in between."""

    keys: list[float]
    turns: list[float]


def window_rows(profile: Path, letters: int) -> list[Row]:
    """The rows about the composer in the window of ``profile``, whose one account has the cache.

    ``letters`` is the length of the text that is typed; elsewhere a quarter of it is.
    """
    command = [sys.executable, "-m", "tests.benchmarks.composer_window", str(profile), str(letters)]
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    found = json.loads(done.stdout)
    keys, turns = found["keys"], found["turns"]
    opening = "CPU of the process from the call to the painted sheet, the first time after the start"
    key = "CPU of the main thread with its repaint; the highest of all places in which was typed"
    turn = "CPU of the main thread in one turn of the event loop while results come in, the longest of all"
    again = {"again": found["again"]}
    return [
        _row("composer: opens", found["first"], OPENS_MS, opening, again),
        _row("composer: 99th percentile of a key", max(keys.values()), KEY_MS, key, keys),
        _row("composer: longest pause while typing", max(turns.values()), PAUSE_MS, turn, turns),
    ]


def _row(what: str, value: float, most: float, how: str, details: dict[str, float]) -> Row:
    return Row("composer", what, value, most, "ms", how, details)


def measure(profile: str, letters: int) -> dict[str, object]:
    """Open the window, write in the composer and under a topic, and leave the cache as it was."""
    with _window(profile) as window:
        first, *others = [_opened(window) for _ in range(OPENINGS)]
        places = dict(_typed(window, letters))
    return {
        "first": first,
        "again": max(others),
        "keys": {name: _percentile(typed.keys) for name, typed in places.items()},
        "turns": {name: max(typed.turns) for name, typed in places.items()},
    }


def _percentile(times: Sequence[float]) -> float:
    return sorted(times)[int(0.99 * len(times))]


@contextmanager
def _window(profile: str) -> Iterator[MainWindow]:
    """The window as the program opens it, at rest after its start."""
    front = screen()
    application = front.make_application(["stamtafel"])
    session = front.Session(application, profile_first(["--profile", profile])[0])
    assert session.claim("")
    session.open()
    window: MainWindow = session.window
    # What the network costs is another row; the composer is made as ``begin`` has it made.
    window.ready.disconnect()
    _until(lambda: window.work is not None and window.overview is not None)
    window.rooms.warm()
    _until(lambda: "composer" in window.rooms.__dict__ and window.rooms.composer.ready)
    _settle(_THINKS_SECONDS)
    yield window
    window.end_work()
    session.close()


def _opened(window: MainWindow) -> float:
    """CPU in ms until the composer was painted, both columns of it; it is closed again."""
    composer = window.rooms.composer
    painted = [_Painted(part) for part in (composer.sheet.title, composer.sheet.side.group)]
    before = time.process_time()
    composer.compose()
    while not all(one.seen for one in painted):
        QCoreApplication.processEvents()
    spent = (time.process_time() - before) * 1000
    _settle(_THINKS_SECONDS)
    composer.close()
    _settle(_THINKS_SECONDS)
    return spent


def _typed(window: MainWindow, letters: int) -> Iterator[tuple[str, Typed]]:
    """Everything that is written, by the name of where."""
    words, some = _Words(window), letters // 4
    composer = window.rooms.composer
    composer.compose()
    _until(lambda: composer.ready)
    sheet = composer.sheet
    sheet.editor.set_text("")
    yield "title", _type(sheet.title.edit, words.text(some))
    yield "text", _type(sheet.editor.field, words.text(letters))
    sheet.editor.set_text(words.text(LONG))
    yield "long text", _type(sheet.editor.field, words.text(some))
    sheet.editor.field.moveCursor(QTextCursor.MoveOperation.Start)
    yield "start of a long text", _type(sheet.editor.field, words.text(some))
    sheet.title.show_text("")
    sheet.editor.set_text("")
    composer.close()
    _settle(_THINKS_SECONDS)
    yield "with preview", _beside_preview(window, words, some)
    yield "reply", _reply(window, words, some)


def _beside_preview(window: MainWindow, words: _Words, some: int) -> Typed:
    """An editor with its preview beside it, first with a text that grows and then with a long one."""
    source = Reading(window.client.store, window.client.account.url)
    desk = window.rooms.composer.sheet.editor.desk
    editor = Editor(window.background, window.appearance.theme, window.faces, source, desk)
    editor.resize(*_WIDE)
    editor.show()
    editor.activateWindow()
    editor.field.setFocus()
    _settle(_THINKS_SECONDS)
    assert editor.preview.isVisible()
    assert editor.field.isVisible()
    typed = _type(editor.field, words.text(some))
    editor.set_text(words.text(LONG))
    _settle(3 * _THINKS_SECONDS)
    longer = _type(editor.field, words.text(some))
    editor.close()
    window.activateWindow()
    return Typed(typed.keys + longer.keys, typed.turns + longer.turns)


def _reply(window: MainWindow, words: _Words, some: int) -> Typed:
    """The box under a topic."""
    row = window.model.row(0)
    assert row is not None
    window.read_topic(row.topic_id)
    reader = window.topic_pane().reader
    _until(lambda: reader.loaded)
    reader.writing.reply()
    box = reader.writing.box
    _until(lambda: box.is_open)
    typed = _type(box.editor.field, words.text(some))
    box.editor.set_text("")
    reader.writing.replying.leave()
    _settle(_THINKS_SECONDS)
    return typed


def _type(field: QWidget, text: str) -> Typed:
    """Type as a person does: a pause to think after some words, and a breath after every key."""
    field.setFocus()
    _settle(_THINKS_SECONDS)
    keys, turns = [], []
    for number, letter in enumerate(text):
        began = time.thread_time()
        if letter == "\n":
            QTest.keyClick(field, Qt.Key.Key_Return)
        else:
            QTest.keyClicks(field, letter)
        _paint()
        keys.append((time.thread_time() - began) * 1000)
        thinks = number % _STRETCH == _STRETCH - 1
        turns += _settle(_THINKS_SECONDS if thinks else _BREATH_SECONDS)
    turns += _settle(3 * _THINKS_SECONDS)
    return Typed(keys, turns)


class _Painted(QObject):
    """Sees when a part is painted."""

    def __init__(self, part: QWidget) -> None:
        super().__init__()
        self.seen = False
        part.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's own name
        """Note it."""
        self.seen = self.seen or event.type() == QEvent.Type.Paint
        return super().eventFilter(watched, event)


class _Words:
    """Words of the community, the common ones most, as Markdown."""

    def __init__(self, window: MainWindow) -> None:
        self._chance = random.Random(1)
        with window.client.store.reading() as conn:
            known = conn.execute("SELECT word FROM words ORDER BY word_id LIMIT 5000")
            self._words = [word for (word,) in known if word.isascii()]

    def text(self, length: int) -> str:
        """So many characters, with some emphasis and a list now and then."""
        written = ""
        while len(written) < length:
            word = self._words[int(len(self._words) * self._chance.random() ** 3)]
            written += self._chance.choice(("{} ",) * 12 + ("**{}** ", "{}, ", "{}.\n\n", "- {}\n")).format(
                word
            )
        return written[:length]


def _paint() -> None:
    """Lay out and paint what changed, and nothing else."""
    QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest.value)
    QCoreApplication.sendPostedEvents(None, QEvent.Type.UpdateRequest.value)


def _settle(seconds: float) -> list[float]:
    """Let the event loop run so long; CPU of the main thread in ms of each of its turns."""
    until = time.monotonic() + seconds
    turns = []
    while True:
        began = time.thread_time()
        QCoreApplication.processEvents()
        turns.append((time.thread_time() - began) * 1000)
        if time.monotonic() >= until:
            return turns
        time.sleep(0.002)


def _until(met: Callable[[], bool]) -> None:
    until = time.monotonic() + _TIRED_SECONDS
    while not met():
        assert time.monotonic() < until
        _settle(0.01)


if __name__ == "__main__":
    print(json.dumps(measure(sys.argv[1], int(sys.argv[2]))))
