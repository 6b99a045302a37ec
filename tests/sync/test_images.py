"""Only safe images get into the folder, whole, and the ones unused longest leave it first."""

from __future__ import annotations

import os
import struct
import zlib
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from sync.images import MAX_BYTES, ImageFolder, UnsafeImage, probe

KEY = "0123456789abcdef0123"


def picture(format_name: str = "png", size: tuple[int, int] = (4, 3)) -> bytes:
    out = BytesIO()
    Image.new("RGB", size, "teal").save(out, format_name)
    return out.getvalue()


def png_header(width: int, height: int) -> bytes:
    """A PNG that says it is very large in a few bytes."""
    facts = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    chunk = struct.pack(">I", len(facts)) + b"IHDR" + facts
    body = zlib.compress(b"\0" * 1000)
    data = struct.pack(">I", len(body)) + b"IDAT" + body + struct.pack(">I", zlib.crc32(b"IDAT" + body))
    return b"\x89PNG\r\n\x1a\n" + chunk + struct.pack(">I", zlib.crc32(b"IHDR" + facts)) + data


def reason(data: bytes) -> str:
    with pytest.raises(UnsafeImage) as caught:
        probe(data)
    return caught.value.reason


@pytest.mark.parametrize("name", ["png", "jpeg", "webp", "gif"])
def test_probe_reads_format_and_size(name: str) -> None:
    assert probe(picture(name, (40, 30))) == (name, 40, 30)


@pytest.mark.parametrize("name", ["bmp", "tiff", "ico", "ppm"])
def test_probe_refuses_other_formats(name: str) -> None:
    assert reason(picture(name, (16, 16))) == "format"


@pytest.mark.parametrize(
    "data",
    [b"", b"<svg xmlns='http://www.w3.org/2000/svg'/>", b"<?xml version='1.0'?><svg/>", b"<html>", b"RIFF"],
)
def test_probe_refuses_what_is_no_image(data: bytes) -> None:
    assert reason(data) == "format"


@pytest.mark.parametrize("size", [(8000, 8000), (4001, 4000), (16_000_001, 1), (2**31 - 1, 2**31 - 1)])
def test_probe_refuses_large_pictures_by_their_header(size: tuple[int, int]) -> None:
    assert reason(png_header(*size)) == "pixels"


def test_probe_accepts_sixteen_megapixels() -> None:
    assert probe(png_header(4000, 4000)).width == 4000


def test_probe_refuses_files_over_ten_megabytes() -> None:
    assert reason(picture() + b"\0" * MAX_BYTES) == "bytes"


@pytest.mark.parametrize("name", ["png", "jpeg", "webp", "gif"])
def test_probe_survives_headers_cut_anywhere(name: str) -> None:
    data = picture(name)
    for length in range(len(data)):
        try:
            assert probe(data[:length]).width == 4
        except UnsafeImage as unsafe:
            assert unsafe.reason in ("format", "damaged")  # noqa: PT017


def test_store_then_find_gives_the_bytes_under_key_and_extension(tmp_path: Path) -> None:
    folder = ImageFolder(tmp_path / "images")
    assert folder.find(KEY) is None
    folder.store(KEY, picture("jpeg"))
    place = folder.find(KEY)
    assert place is not None
    assert place.name == KEY + ".jpg"
    assert place.read_bytes() == picture("jpeg")
    assert folder.size() == len(picture("jpeg"))


def test_store_in_another_format_takes_the_place_of_the_first(tmp_path: Path) -> None:
    folder = ImageFolder(tmp_path)
    folder.store(KEY, picture("png"))
    folder.store(KEY, picture("gif"))
    assert [place.name for place in tmp_path.iterdir()] == [KEY + ".gif"]


def test_unsafe_image_leaves_what_was_there(tmp_path: Path) -> None:
    folder = ImageFolder(tmp_path)
    folder.store(KEY, picture())
    with pytest.raises(UnsafeImage):
        folder.store(KEY, png_header(8000, 8000))
    assert [place.read_bytes() for place in tmp_path.iterdir()] == [picture()]


def test_write_that_fails_leaves_nothing_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    folder = ImageFolder(tmp_path)
    monkeypatch.setattr(Path, "replace", full)
    with pytest.raises(OSError, match="space"):
        folder.store(KEY, picture())
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("key", ["", "../../etc/passwd", "x", "0123456789ABCDEF", KEY + "/a", KEY + "\n"])
def test_key_cannot_leave_the_folder(key: str, tmp_path: Path) -> None:
    folder = ImageFolder(tmp_path)
    with pytest.raises(ValueError, match="key"):
        folder.store(key, picture())
    assert folder.find(key) is None


def test_remove_deletes_only_what_is_named(tmp_path: Path) -> None:
    folder = ImageFolder(tmp_path)
    folder.store("a" * 20, picture())
    folder.store("b" * 20, picture())
    assert folder.remove(["a" * 20, "c" * 20]) == 1
    assert folder.find("a" * 20) is None
    assert folder.find("b" * 20) is not None


def test_trim_lets_the_image_go_that_was_unused_longest(tmp_path: Path) -> None:
    folder = ImageFolder(tmp_path)
    for age, key in enumerate(("a" * 20, "b" * 20, "c" * 20)):
        os.utime(folder.store(key, picture()), (1_000_000 + age, 1_000_000))
    folder.find("a" * 20)
    assert folder.trim(2 * len(picture())) == ["b" * 20]
    assert folder.trim(folder.size()) == []
    assert set(folder.trim(0)) == {"a" * 20, "c" * 20}
    assert folder.size() == 0


def test_trim_leaves_strange_files_alone_and_clears_interrupted_writes(tmp_path: Path) -> None:
    folder = ImageFolder(tmp_path)
    (tmp_path / "leesmij.txt").write_text("x")
    (tmp_path / "tmp123.part").write_bytes(b"half")
    folder.trim(0)
    assert [place.name for place in tmp_path.iterdir()] == ["leesmij.txt"]
