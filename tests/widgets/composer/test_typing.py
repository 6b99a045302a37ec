"""While one types, the main thread asks nothing of the cache: it is kept and looked up in the background."""

from __future__ import annotations

import sqlite3
import sys
from types import FrameType

from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.composer import opening
from tests.widgets.composer.conftest import Kept
from widgets.composer.work import ComposerWork

TITLE = "Hoe betrekken jullie inwoners bij een plan voor de wijk?"
TEXT = "Wij zoeken **ervaringen** met een avond in de wijk. @fatima, hoe deden jullie dat in #participatie?"


class Watch:
    """Notes every call of SQLite on this thread."""

    def __init__(self) -> None:
        self.seen: list[str] = []

    def __call__(self, frame: FrameType, event: str, called: object) -> None:
        """The hook of ``sys.setprofile``, which is told of one thread only."""
        if event != "c_call":
            return
        owner = getattr(called, "__self__", None)
        name = getattr(called, "__name__", "")
        if isinstance(owner, sqlite3.Connection | sqlite3.Cursor):
            self.seen.append(f"{name} in {frame.f_code.co_filename}:{frame.f_lineno}")


def test_no_key_waits_for_the_cache(qtbot: QtBot, work: ComposerWork, kept: Kept) -> None:
    work.compose()
    watch = Watch()
    sys.setprofile(watch)
    try:
        QTest.keyClicks(work.sheet.title.edit, TITLE)
        work.sheet.editor.field.selectAll()
        QTest.keyClicks(work.sheet.editor.field, TEXT)
        work.sheet.editor.show_preview(True)
        qtbot.waitUntil(lambda: "ervaringen" in work.sheet.editor.preview.html)
        composition = work.composition
        assert composition is not None
        qtbot.waitUntil(lambda: composition.advice is not None and not composition.keeping.unsaved)
    finally:
        sys.setprofile(None)
    assert not watch.seen
    assert [(draft.title, draft.raw) for draft in kept()] == [(TITLE, TEXT)]


def test_the_watch_sees_what_it_should(work: ComposerWork) -> None:
    watch = Watch()
    sys.setprofile(watch)
    try:
        opening.choices(work.source.store)
    finally:
        sys.setprofile(None)
    assert watch.seen
