"""The pictures of posts: measured upright, decoded elsewhere, only the formats that are let in."""

from __future__ import annotations

from io import BytesIO

import pytest
from PIL import Image
from PySide6.QtCore import QSize
from pytestqt.qtbot import QtBot

from sync.images import ImageFolder
from tests.widgets.reader.topics import PICTURE_KEY, png
from widgets.reader.pictures import Pictures, fitted

KEY = PICTURE_KEY


def photo_on_its_side() -> bytes:
    """A JPEG of 80 x 40 whose camera lay on its side: it is shown as 40 x 80."""
    image = Image.new("RGB", (80, 40), (0, 0, 255))
    image.paste((255, 0, 0), (0, 0, 40, 40))
    exif = Image.Exif()
    exif[0x0112] = 6
    made = BytesIO()
    image.save(made, "JPEG", exif=exif, quality=95)
    return made.getvalue()


def test_a_photo_is_measured_and_shown_upright(qtbot: QtBot, pictures: Pictures, folder: ImageFolder) -> None:
    folder.store(KEY, photo_on_its_side())
    assert pictures.size(KEY) == QSize(40, 80)
    with qtbot.waitSignal(pictures.ready):
        assert pictures.image(KEY, QSize(20, 40)) is None
    shown = pictures.image(KEY, QSize(20, 40))
    assert shown is not None
    assert shown.size() == QSize(20, 40)
    assert shown.pixelColor(10, 4).red() > 200
    assert shown.pixelColor(10, 36).blue() > 200


def test_a_picture_that_is_not_here_has_no_size_until_it_comes(
    pictures: Pictures, folder: ImageFolder
) -> None:
    assert pictures.size(KEY) is None
    assert pictures.size("../../etc/passwd") is None
    folder.store(KEY, png(30, 20))
    assert pictures.size(KEY) == QSize(30, 20)


@pytest.mark.parametrize(
    "data",
    [
        b"<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'/>",
        b"BM" + bytes(60),
        b"",
        b"\x89PNG\r\n",
    ],
    ids=["svg", "bmp", "empty", "cut off"],
)
def test_what_is_no_picture_of_the_four_formats_is_not_shown(
    pictures: Pictures, folder: ImageFolder, data: bytes
) -> None:
    (folder.path / f"{KEY}.png").write_bytes(data)
    assert pictures.size(KEY) is None


def test_a_picture_fetched_anew_is_decoded_anew(
    qtbot: QtBot, pictures: Pictures, folder: ImageFolder
) -> None:
    size = QSize(10, 10)
    folder.store(KEY, png(10, 10))
    with qtbot.waitSignal(pictures.ready):
        pictures.image(KEY, size)
    folder.store(KEY, png(10, 10, (0, 0, 255)))
    pictures.forget(frozenset({KEY}))
    with qtbot.waitSignal(pictures.ready):
        assert pictures.image(KEY, size) is None
    shown = pictures.image(KEY, size)
    assert shown is not None
    assert shown.pixelColor(5, 5).blue() == 255


@pytest.mark.parametrize(
    ("size", "room", "expected"),
    [
        ((100, 50), (200, 200), (100, 50)),
        ((400, 200), (200, 200), (200, 100)),
        ((9000, 1), (300, 300), (300, 1)),
    ],
)
def test_fitted_never_enlarges_and_never_vanishes(
    size: tuple[int, int], room: tuple[int, int], expected: tuple[int, int]
) -> None:
    assert fitted(QSize(*size), QSize(*room)) == QSize(*expected)
