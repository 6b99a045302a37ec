"""Files to go with a post: what is taken, what is refused and why."""

from __future__ import annotations

import struct
import zlib
from io import BytesIO

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from app.composer.attaching import Refused, checked, written
from sync.connectors.base import PostLimits
from tests.app.composer.pictures import SECRET, exif, pixels, sample

ALL = PostLimits(extensions=("*",))
DOCX = b"PK\x03\x04" + b"\x00" * 60
OLD_WORD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 60
HEIC = b"\x00\x00\x00\x18ftypheic" + b"\x00" * 60


def refusal(name: str, content: bytes, limits: PostLimits = PostLimits()) -> Refused:  # noqa: B008
    with pytest.raises(Refused) as caught:
        checked(name, content, limits)
    return caught.value


@pytest.mark.parametrize(("name", "type_"), [("foto.JPG", "image/jpeg"), ("plaat.png", "image/png")])
def test_a_picture_goes_without_what_it_tells(name: str, type_: str) -> None:
    before = sample(name[-3:].lower(), 6)
    found = checked(name, before, PostLimits())
    assert (found.name, found.type, found.telling) == (name, type_, False)
    assert SECRET not in found.content
    assert exif(found.content) == {0x0112: 6}
    assert pixels(found.content) == pixels(before)


def test_a_picture_under_another_pictures_name_gets_its_own() -> None:
    assert checked("scherm.jpg", sample("png"), PostLimits()).name == "scherm.png"
    assert checked("foto", sample("jpg"), PostLimits()).name == "foto.jpg"


@pytest.mark.parametrize(
    ("name", "content"),
    [("nota.docx", DOCX), ("nota.doc", OLD_WORD), ("nota.pdf", b"%PDF-1.7\n"), ("nota.txt", b"Tekst")],
)
def test_other_files_go_as_they_are(name: str, content: bytes) -> None:
    found = checked(name, content, ALL)
    assert (found.name, found.content) == (name, content)


def test_a_document_that_may_name_its_writer_says_so() -> None:
    assert checked("nota.docx", DOCX, ALL).telling
    assert checked("nota.pdf", b"%PDF-1.7\n/Author (Eva)", ALL).telling
    assert not checked("nota.txt", b"Tekst", ALL).telling


def test_a_format_that_is_sent_as_it_is_says_so() -> None:
    assert checked("foto.heic", HEIC, PostLimits()).telling
    assert checked("film.mp4", b"\x00\x00\x00\x18ftypisom" + b"\x00" * 30, ALL).telling


@pytest.mark.parametrize(
    "name",
    ["zet-op.exe", "zet-op.EXE", "rapport.pdf.exe", "foto.jpg\u202e.scr", "los.sh", "knop.desktop", "a.lnk"],
)
def test_programs_are_refused_by_name_whatever_the_community_says(name: str) -> None:
    assert refusal(name, b"x", ALL).reason == "program"


@pytest.mark.parametrize("content", [b"MZ\x90\x00", b"\x7fELF\x02", b"#!/bin/sh\n", b"\xcf\xfa\xed\xfe\x07"])
def test_programs_are_refused_by_how_they_begin(content: bytes) -> None:
    assert refusal("foto.png", content, ALL).reason == "program"


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("nota.pdf", DOCX),
        ("nota.pdf", b"hallo"),
        ("foto.txt", b"%PDF-1.4"),
        ("foto.png", b"<html>"),
        ("a.docx", b""),
    ],
)
def test_content_must_be_what_the_name_says(name: str, content: bytes) -> None:
    assert refusal(name, content, ALL).reason == ("wrong_type" if content else "empty")


def test_what_the_community_does_not_take_is_told_with_what_it_does() -> None:
    found = refusal("nota.pdf", b"%PDF-1.7")
    assert (found.reason, found.extensions) == ("not_allowed", PostLimits().extensions)
    assert refusal("plaat.svg", b"<svg onload='x'/>").reason == "not_allowed"


def test_too_large_is_told_with_the_limit() -> None:
    found = refusal("nota.txt", b"x" * 2_001, PostLimits(extensions=("txt",), file_bytes=2_000))
    assert (found.reason, found.limit, found.name) == ("too_large", 2_000, "nota.txt")
    assert refusal("foto.jpg", sample("jpg"), PostLimits(image_bytes=100)).reason == "too_large"
    # What goes off a picture does not count.
    heavy = sample("png") + b"\x00" * 10_000
    assert checked("foto.png", heavy, PostLimits(image_bytes=len(heavy) - 5_000)).name == "foto.png"


def test_too_many_pixels_are_told_before_anything_unpacks_them() -> None:
    chunks = [
        (b"IHDR", struct.pack(">IIBBBBB", 30_000, 30_000, 8, 2, 0, 0, 0)),
        (b"IDAT", b"x"),
        (b"IEND", b""),
    ]
    png = b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))
        for name, body in chunks
    )
    found = refusal("bom.png", png)
    assert (found.reason, found.limit) == ("too_many_pixels", 40_000_000)
    file = BytesIO()
    Image.new("1", (5_000, 5_000)).save(file, "PNG")
    assert checked("groot.png", file.getvalue(), PostLimits()).name == "groot.png"


def test_a_picture_that_is_not_whole_is_refused() -> None:
    for kind in ("jpg", "png", "webp", "gif"):
        assert refusal(f"foto.{kind}", sample(kind)[:200]).reason == "broken"


def test_how_a_file_stands_in_the_text() -> None:
    picture = checked("kaart [1]|2.png", sample("png"), PostLimits())
    assert written(picture, "upload://x") == "![kaart (1)-2](upload://x)"
    document = checked("nota_v2.pdf", b"%PDF-1.7", ALL)
    assert written(document, "upload://x") == "[nota-v2.pdf|attachment](upload://x)"


@settings(max_examples=300, deadline=None)
@given(
    name=st.text(max_size=60),
    start=st.sampled_from([b"", DOCX, HEIC, b"%PDF-", b"RIFF"]),
    rest=st.binary(max_size=80),
)
def test_any_file_goes_or_is_refused_with_a_reason(name: str, start: bytes, rest: bytes) -> None:
    try:
        found = checked(name, start + rest, ALL)
    except Refused:
        return
    assert found.content == start + rest
    assert "\n" not in written(found, "upload://x")
