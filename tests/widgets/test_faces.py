"""Pictures of people: initials first, the picture when it is there."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QColor, QImage, QPixmap
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from widgets.background import Background
from widgets.faces import Faces, initials
from widgets.theme import light_theme

KEY = "avatar"


@pytest.fixture
def background(qapp: QApplication) -> Iterator[Background]:
    made = Background(qapp)
    yield made
    made.close()


def draw(faces: Faces, seed: int = 1) -> QPixmap:
    return faces.face(KEY, "Fatima El Amrani", seed, 32, light_theme("Inter", "DejaVu Sans Mono"))


def save(path: Path, colour: str, width: int = 90, height: int = 60) -> None:
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(QColor(colour))
    assert image.save(str(path))


def middle(face: QPixmap) -> QColor:
    return face.toImage().pixelColor(16, 16)


@pytest.mark.parametrize(
    ("name", "letters"),
    [("Fatima El Amrani", "FA"), ("Sanne", "S"), ("  ", ""), ("élise de vries", "ÉV"), ("(team)", "(")],
)
def test_initials_are_first_and_last(name: str, letters: str) -> None:
    assert initials(name) == letters


def test_initials_stand_until_the_picture_is_read(
    qtbot: QtBot, background: Background, tmp_path: Path
) -> None:
    path = tmp_path / "picture.png"
    save(path, "#123456")
    faces = Faces(lambda _key: path, background)
    with qtbot.waitSignal(faces.ready) as ready:
        first = draw(faces)
    assert ready.args == [KEY]
    face = draw(faces)
    assert middle(face) == QColor("#123456") != middle(first)
    assert face.toImage().pixelColor(0, 0).alpha() == 0


def test_a_picture_that_came_later_is_drawn_when_it_is_announced(
    qtbot: QtBot, background: Background, tmp_path: Path
) -> None:
    path = tmp_path / "picture.png"
    asked: list[str] = []

    def find(key: str) -> Path | None:
        asked.append(key)
        return path if path.exists() else None

    faces = Faces(find, background)
    before = draw(faces)
    qtbot.waitUntil(lambda: asked == [KEY])
    save(path, "#0a0b0c")
    faces.forget([KEY])
    with qtbot.waitSignal(faces.ready):
        assert draw(faces).toImage() == before.toImage()
    assert middle(draw(faces)) == QColor("#0a0b0c")


@pytest.mark.parametrize("content", [b"", b"not a picture", b"\x89PNG\r\n\x1a\n broken"])
def test_a_broken_picture_leaves_the_initials(
    qtbot: QtBot, background: Background, tmp_path: Path, content: bytes
) -> None:
    path = tmp_path / "picture.png"
    path.write_bytes(content)
    faces = Faces(lambda _key: path, background)
    before = draw(faces)
    settled: list[int] = []
    background.run(lambda: 1, settled.append)
    qtbot.waitUntil(lambda: bool(settled))
    assert draw(faces).toImage() == before.toImage()


def test_people_have_different_tints(background: Background) -> None:
    faces = Faces(lambda _key: None, background)
    corner = {draw(faces, seed).toImage().pixelColor(16, 3).name() for seed in range(8)}
    assert len(corner) == 8
