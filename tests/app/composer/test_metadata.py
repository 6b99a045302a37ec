"""Pictures keep their pixels and the way they stand, and tell nothing else."""

from __future__ import annotations

import zlib
from io import BytesIO

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image, ImageCms

from app.composer.metadata import DamagedPicture, stripped
from tests.app.composer.pictures import ORIENTATION, SECRET, exif, pixels, sample

KINDS = ("jpg", "png", "webp", "gif")


def tells(content: bytes) -> bool:
    """Whether the secret is in the bytes, also where they are packed."""
    packed = []
    for start in (at for at in range(len(content)) if content[at : at + 1] == b"\x78"):
        try:
            packed.append(zlib.decompressobj().decompress(content[start:]))
        except zlib.error:
            continue
    return any(SECRET in some for some in (content, *packed))


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("orientation", range(1, 9))
def test_a_picture_keeps_its_pixels_and_which_way_up_it_is(kind: str, orientation: int) -> None:
    before = sample(kind, orientation)
    assert tells(before)
    after = stripped(kind, before)
    assert not tells(after)
    assert pixels(after) == pixels(before)
    turned = {ORIENTATION: orientation} if kind != "gif" and orientation != 1 else {}
    assert exif(after) == turned
    assert stripped(kind, after) == after


def test_scans_of_a_progressive_picture_are_kept() -> None:
    before = sample("jpg", 6, progressive=True)
    after = stripped("jpg", before)
    assert pixels(after) == pixels(before)
    assert not tells(after)


def test_colours_stay_as_they_were_meant() -> None:
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    for kind, name in (("jpg", "JPEG"), ("png", "PNG"), ("webp", "WEBP")):
        file = BytesIO()
        Image.new("RGB", (9, 9), "teal").save(file, name, icc_profile=profile, exif=b"Exif\x00\x00" + SECRET)
        with Image.open(BytesIO(stripped(kind, file.getvalue()))) as picture:
            assert picture.info["icc_profile"] == profile
    file = BytesIO()
    Image.new("CMYK", (9, 9), (9, 99, 199, 0)).save(file, "JPEG")
    assert pixels(stripped("jpg", file.getvalue())) == pixels(file.getvalue())


@pytest.mark.parametrize(("kind", "name"), [("gif", "GIF"), ("png", "PNG"), ("webp", "WEBP")])
def test_moving_pictures_keep_moving(kind: str, name: str) -> None:
    frames = [Image.new("RGB", (20, 20), colour) for colour in ("red", "green", "blue")]
    file = BytesIO()
    frames[0].save(file, name, save_all=True, append_images=frames[1:], duration=120, loop=0)
    after = stripped(kind, file.getvalue())
    assert pixels(after) == pixels(file.getvalue())
    with Image.open(BytesIO(after)) as picture:
        assert picture.info["loop"] == 0


@pytest.mark.parametrize("kind", KINDS)
def test_a_picture_that_was_cut_off_is_damaged(kind: str) -> None:
    whole = stripped(kind, sample(kind))
    for length in range(0, len(whole) - 1, max(1, len(whole) // 60)):
        with pytest.raises(DamagedPicture):
            stripped(kind, whole[:length])


@settings(max_examples=300, deadline=None)
@given(kind=st.sampled_from(KINDS), where=st.floats(0, 0.99), change=st.binary(min_size=1, max_size=8))
def test_whatever_the_bytes_the_secret_goes_or_the_picture_is_damaged(
    kind: str, where: float, change: bytes
) -> None:
    content = bytearray(SAMPLES[kind])
    at = int(where * len(content))
    content[at : at + len(change)] = change
    try:
        after = stripped(kind, bytes(content))
    except DamagedPicture:
        return
    assert len(after) <= len(content)


@settings(max_examples=200, deadline=None)
@given(kind=st.sampled_from(KINDS), rest=st.binary(max_size=200))
def test_any_bytes_are_read_or_damaged(kind: str, rest: bytes) -> None:
    for start in (b"", SAMPLES[kind][:20], SAMPLES[kind][:40]):
        try:
            stripped(kind, start + rest)
        except DamagedPicture:
            continue


SAMPLES = {kind: sample(kind, 6) for kind in KINDS}
