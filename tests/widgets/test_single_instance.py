"""One window per profile, with real locks and real processes."""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from app.paths import Profile
from widgets.single_instance import SingleInstance

HOLDER = """
import sys, time
from pathlib import Path
from PySide6.QtCore import QCoreApplication
from app.paths import Profile
from widgets.single_instance import SingleInstance
application = QCoreApplication([])
held = SingleInstance(Profile(Path(sys.argv[1])))
assert held.claim()
held.handed_over.connect(lambda text: (print(text, flush=True), application.quit()))
held.listen()
print("ready", flush=True)
if sys.argv[2] == "hangs":
    time.sleep(60)
application.exec()
"""


@pytest.fixture
def place(tmp_path: Path) -> Profile:
    made = Profile(tmp_path / "member")
    made.create()
    return made


@contextmanager
def answering(profile: Profile, how: str = "answers") -> Iterator[subprocess.Popen[str]]:
    """A process that has the profile and prints what it is given."""
    with subprocess.Popen(
        [sys.executable, "-c", HOLDER, str(profile.root), how], stdout=subprocess.PIPE, text=True
    ) as process:
        try:
            assert process.stdout is not None
            assert process.stdout.readline() == "ready\n"
            yield process
        finally:
            process.kill()


def hanging(profile: Profile) -> AbstractContextManager[subprocess.Popen[str]]:
    """A process that has the profile, and can be reached, but never gets to answer."""
    return answering(profile, "hangs")


def test_the_first_hears_what_the_second_was_given(qtbot: QtBot, place: Profile) -> None:
    first, second = SingleInstance(place), SingleInstance(place)
    assert first.claim()
    assert not second.claim()
    first.listen()
    with qtbot.waitSignal(first.handed_over) as heard:
        assert second.hand_over("https://community.example/t/een/12\nand more")
    assert heard.args == ["https://community.example/t/een/12 and more"]
    first.release()
    assert second.claim()
    second.release()


def test_a_second_process_hands_over_and_leaves(place: Profile) -> None:
    with answering(place) as process:
        second = SingleInstance(place)
        assert not second.claim()
        assert second.hand_over("stamtafel:open")
        out, _ = process.communicate(timeout=20)
        assert out == "stamtafel:open\n"
        assert second.claim()
        second.release()


def test_one_that_hangs_is_told_within_the_deadline(place: Profile) -> None:
    with hanging(place):
        second = SingleInstance(place)
        assert not second.claim()
        began = time.monotonic()
        assert not second.hand_over("anything", seconds=0.5)
        assert 0.4 < time.monotonic() - began < 2


def test_a_process_that_was_killed_holds_nothing(place: Profile) -> None:
    with answering(place) as process:
        process.kill()
        process.wait()
        next_one = SingleInstance(place)
        assert next_one.claim()
        next_one.listen()
        next_one.release()


def test_nobody_listening_is_told(place: Profile) -> None:
    deaf, second = SingleInstance(place), SingleInstance(place)
    assert deaf.claim()
    assert not second.hand_over("anything", seconds=0.5)
    deaf.release()


def test_profiles_do_not_disturb_each_other(tmp_path: Path) -> None:
    one, other = Profile(tmp_path / "one"), Profile(tmp_path / "other")
    one.create()
    other.create()
    first, second = SingleInstance(one), SingleInstance(other)
    assert first.claim()
    assert second.claim()
    first.release()
    second.release()


def test_a_folder_in_which_nothing_can_be_written_is_taken(tmp_path: Path) -> None:
    # What is wrong with it is told by the window that opens.
    alone = SingleInstance(Profile(tmp_path / "is" / "not" / "there"))
    assert alone.claim()


def test_a_long_address_arrives_whole(qtbot: QtBot, place: Profile) -> None:  # noqa: ARG001 - sockets need Qt
    long = "stamtafel:share?text=" + "a" * 30_000
    with answering(place) as process:
        assert SingleInstance(place).hand_over(long)
        assert process.stdout is not None
        assert process.stdout.readline() == long + "\n"


@pytest.mark.skipif(sys.platform == "win32", reason="the system itself keeps other users out")
def test_another_user_who_listens_there_hears_nothing(
    qtbot: QtBot, place: Profile, monkeypatch: pytest.MonkeyPatch
) -> None:
    first, second = SingleInstance(place), SingleInstance(place)
    heard: list[str] = []
    first.handed_over.connect(heard.append)
    first.listen()
    monkeypatch.setattr("os.geteuid", lambda: 54_321)
    assert not second.hand_over("stamtafel:share?text=vertrouwelijk", seconds=0.5)
    qtbot.wait(300)
    assert heard == []
    first.release()


@pytest.mark.skipif(sys.platform == "win32", reason="no file stands for it")
@pytest.mark.parametrize("runtime", ["", "run", "nowhere"])
def test_it_is_reached_in_the_folder_of_this_user_alone_or_else_where_temporary_files_are(
    qtbot: QtBot,
    place: Profile,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    runtime: str,
) -> None:
    (tmp_path / "run").mkdir(mode=0o700)
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path / runtime) if runtime else "")
    first, second = SingleInstance(place), SingleInstance(place)
    first.listen()
    there = list((tmp_path / "run").iterdir())
    assert len(there) == (runtime == "run")
    assert all(one.lstat().st_mode & 0o077 == 0 for one in there)
    with qtbot.waitSignal(first.handed_over):
        assert second.hand_over("stamtafel:open")
    first.release()
