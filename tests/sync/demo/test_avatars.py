"""Portraits are real pictures of the asked size, differ with their table, and refuse the unknown."""

from __future__ import annotations

import io

import pytest
from PIL import Image

from sync.demo.avatars import BEARDS, STYLES, draw_avatar


def _open(data: bytes) -> Image.Image:
    return Image.open(io.BytesIO(data)).convert("RGB")


@pytest.mark.parametrize("size", [16, 20, 24, 45, 128, 240])
def test_a_portrait_is_a_square_png_of_the_asked_size(size: int) -> None:
    data = draw_avatar({"style": "bob"}, size)
    assert data.startswith(b"\x89PNG")
    assert _open(data).size == (size, size)


def test_the_same_table_gives_the_same_bytes() -> None:
    spec = {"style": "curls", "glasses": True}
    assert draw_avatar(spec, 48) == draw_avatar(spec, 48)


def test_background_skin_and_clothes_are_where_a_face_has_them() -> None:
    spec = {"background": "#112233", "skin": "#c08060", "clothes": "#00ff00", "style": "shaven"}
    picture = _open(draw_avatar(spec, 100))
    assert picture.getpixel((2, 2)) == (0x11, 0x22, 0x33)
    assert picture.getpixel((50, 48)) == (0xC0, 0x80, 0x60)
    assert picture.getpixel((50, 95)) == (0, 255, 0)


def test_every_style_and_beard_looks_different() -> None:
    styles = {draw_avatar({"style": style}, 64) for style in STYLES}
    beards = {draw_avatar({"style": "bald", "beard": beard}, 64) for beard in BEARDS}
    assert len(styles) == len(STYLES)
    assert len(beards) == len(BEARDS)
    assert draw_avatar({"glasses": True}, 64) != draw_avatar({}, 64)


def test_initials_take_the_place_of_a_face() -> None:
    picture = _open(draw_avatar({"initials": "IB", "background": "#ffffff", "clothes": "#000000"}, 64))
    inked = [x for x in range(64) for y in range(64) if picture.getpixel((x, y)) == (0, 0, 0)]
    assert 8 < min(inked) < 32 < max(inked) < 56


@pytest.mark.parametrize(
    ("spec", "size"),
    [
        ({"style": "mohawk"}, 32),
        ({"beard": "braided"}, 32),
        ({"skin": "not a colour"}, 32),
        ({}, 0),
        ({}, 4096),
    ],
)
def test_what_is_unknown_is_refused(spec: dict[str, object], size: int) -> None:
    with pytest.raises(ValueError, match=r"."):
        draw_avatar(spec, size)
