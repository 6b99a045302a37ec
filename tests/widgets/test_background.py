"""Work off the main thread: its results, its errors, and those nobody wants any more."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from functools import partial

import pytest
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from widgets.background import Background


@pytest.fixture
def background(qapp: QApplication) -> Iterator[Background]:
    made = Background(qapp)
    yield made
    made.close()


def test_work_runs_elsewhere_and_its_result_comes_here(qtbot: QtBot, background: Background) -> None:
    here = threading.get_ident()
    seen: list[tuple[int, int]] = []
    background.run(threading.get_ident, lambda there: seen.append((there, threading.get_ident())))
    qtbot.waitUntil(lambda: bool(seen))
    assert seen[0][0] != here
    assert seen[0][1] == here


def test_an_error_goes_to_who_takes_it(qtbot: QtBot, background: Background) -> None:
    errors: list[Exception] = []
    results: list[float] = []
    background.run(lambda: 1 / 0, results.append, errors.append)
    qtbot.waitUntil(lambda: bool(errors))
    assert isinstance(errors[0], ZeroDivisionError)
    assert not results


def test_an_error_that_nobody_takes_is_raised_in_the_event_loop(qtbot: QtBot, background: Background) -> None:
    done: list[int] = []
    with qtbot.captureExceptions() as raised:
        background.run(lambda: 1 // 0, done.append)
        qtbot.waitUntil(lambda: bool(raised))
    assert raised[0][0] is ZeroDivisionError


def test_a_newer_question_drops_the_answer_to_the_older(qtbot: QtBot, background: Background) -> None:
    asked_again = threading.Event()
    answers: list[str] = []

    def slow() -> str:
        asked_again.wait(10)
        return "old"

    background.run(slow, answers.append, key="search")
    background.run(lambda: "new", answers.append, key="search")
    asked_again.set()
    background.run(lambda: "other", answers.append)
    qtbot.waitUntil(lambda: {"new", "other"} <= set(answers))
    background.close()
    QApplication.processEvents()
    assert "old" not in answers


def test_a_cancelled_task_delivers_nothing(qtbot: QtBot, background: Background) -> None:
    go = threading.Event()
    answers: list[object] = []
    task = background.run(lambda: go.wait(10), answers.append)
    task.cancel()
    go.set()
    background.run(lambda: "after", answers.append)
    qtbot.waitUntil(lambda: "after" in answers)
    assert answers == ["after"]


def test_nothing_is_delivered_to_a_receiver_that_is_gone(qtbot: QtBot, background: Background) -> None:
    class Receiver(QObject):
        def take(self, _result: object) -> None:
            raise AssertionError("delivered to a deleted object")

        def take_two(self, _first: int, _result: object) -> None:
            raise AssertionError("delivered to a deleted object")

    go = threading.Event()
    receiver = Receiver()
    background.run(lambda: go.wait(10), receiver.take)
    background.run(lambda: go.wait(10), partial(receiver.take_two, 1))
    with qtbot.waitSignal(receiver.destroyed):
        receiver.deleteLater()
    go.set()
    after: list[int] = []
    background.run(lambda: 1, after.append)
    qtbot.waitUntil(lambda: bool(after))
    background.close()
    QApplication.processEvents()


def test_closing_waits_for_what_runs_and_takes_no_more(qapp: QApplication) -> None:
    background = Background(qapp)
    began, finished = threading.Event(), threading.Event()

    def work() -> None:
        began.set()
        finished.wait(0.2)
        finished.set()

    delivered: list[object] = []
    background.run(work, delivered.append)
    assert began.wait(10)
    background.close()
    assert finished.is_set()
    assert background.run(lambda: 1, delivered.append).cancelled
    qapp.processEvents()
    assert not delivered


def test_many_tasks_share_few_threads(qtbot: QtBot, background: Background) -> None:
    before = threading.active_count()
    done: list[int] = []
    for number in range(200):
        background.run(lambda number=number: number, done.append)  # type: ignore[misc]
    qtbot.waitUntil(lambda: len(done) == 200)
    assert sorted(done) == list(range(200))
    assert threading.active_count() - before <= 4
