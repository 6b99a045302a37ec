"""A topic as a file."""

from __future__ import annotations

import re
from html import escape
from pathlib import Path

import pytest
from markdown_it import MarkdownIt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from app.reading import Reading
from app.share_on import Handed, handed
from sync.images import ImageFolder
from sync.markup import clean
from sync.model import Batch, Group, Member, Post, Topic
from sync.store.apply import apply
from sync.store.database import Store
from widgets.theme import light_theme
from widgets.topic_files import markdown, write_markdown, write_pdf

ADDRESS = "https://community.example"
KEY = "ab" * 20


def dated(moment: int) -> str:
    return f"moment {moment}"


def made(tmp_path: Path, *bodies: str) -> tuple[Handed, ImageFolder]:
    store = Store(tmp_path / "account")
    posts = tuple(
        Post(number + 50, 5, number, 7, number * 1_000, body, "", "") for number, body in enumerate(bodies, 1)
    )
    told = Batch(
        groups=(Group(1, "participatie", "Participatie", False),),
        members=(Member(7, "fatima", "Fatima El Amrani", "Rijkswaterstaat"),),
        topics=(Topic(5, "Straat <b>& stoep", 1, slug="straat", author_id=7, created=1, last_posted=1),),
        posts=posts,
    )
    store.write(lambda conn: apply(conn, told))
    topic = handed(Reading(store, ADDRESS), 5)
    images = ImageFolder(store.images)
    store.close()
    assert topic is not None
    return topic, images


@pytest.fixture(autouse=True)
def fonts(qapp: QApplication) -> None:
    """Documents measure text."""


def test_markdown_has_every_post_with_its_author_and_structure(tmp_path: Path) -> None:
    topic, _ = made(
        tmp_path,
        '<p>Wij vragen <b>alles</b>.</p><ul><li>een</li><li>twee</li></ul><p><a href="https://x.example/">x</a></p>',
        f'<p>Een kaart: <img src="image:{KEY}" alt="de kaart"></p>',
    )
    told = markdown(topic, dated)
    assert told.startswith("# Straat \\<b>& stoep\n")
    assert "**alles**" in told
    assert "- een" in told
    assert "[x](https://x.example/)" in told
    assert told.count("**Fatima El Amrani (Rijkswaterstaat)**") == 2
    assert "moment 2000" in told
    assert "[de kaart]" in told
    assert "image:" not in told


def test_a_pdf_is_whole_and_replaces_what_was_there(tmp_path: Path) -> None:
    topic, images = made(
        tmp_path, f'<p>tekst</p><p><img src="image:{KEY}" width="9000" height="9000" alt=""></p>'
    )
    path = tmp_path / "uit.pdf"
    path.write_text("oud")
    write_pdf(topic, path, dated, images, light_theme("Inter", "DejaVu Sans Mono"))
    data = path.read_bytes()
    assert data.startswith(b"%PDF-")
    assert data.rstrip().endswith(b"%%EOF")
    assert [one.name for one in tmp_path.iterdir() if one.name.startswith(".")] == []


def test_a_pdf_reads_no_file_that_a_post_names(tmp_path: Path) -> None:
    secret = tmp_path / "secret.png"
    image = QImage(40, 40, QImage.Format.Format_RGB32)
    image.fill(0)
    image.save(str(secret))
    topic, images = made(tmp_path, f'<p>tekst<img src="{secret.as_uri()}"></p>')
    path = tmp_path / "uit.pdf"
    write_pdf(topic, path, dated, images, light_theme("Inter", "DejaVu Sans Mono"))
    data = path.read_bytes()
    # What stands in its place is one blank dot.
    assert b"/Width 1\n" in data
    assert b"/Width 40\n" not in data


def test_a_folder_that_takes_no_file_is_a_fault_and_keeps_what_was_there(tmp_path: Path) -> None:
    topic, _ = made(tmp_path, "<p>tekst</p>")
    with pytest.raises(OSError, match="No such file"):
        write_markdown(topic, tmp_path / "nowhere" / "uit.md", dated)


def test_markdown_has_no_markup_of_others(tmp_path: Path) -> None:
    hostile = "[klik](javascript:alert(1)) ![x](file:///etc/passwd) <script>1</script>"
    bodies = (
        f"<p>{escape(hostile)}</p>",
        f"<pre><code>```\n{escape(hostile)}\n ```\n</code></pre>",
        '<p><a href="https://x.example/)[klik](javascript:alert(1))">x</a></p>',
    )
    topic, _ = made(tmp_path, *(clean(body, base_url=ADDRESS).html for body in bodies))
    page = MarkdownIt().render(markdown(topic, dated))
    assert set(re.findall(r"<(script|img)", page)) == set()
    hrefs = re.findall(r'href="([^"]*)"', page)
    assert {href.partition(":")[0] for href in hrefs} == {"https"}
    assert "javascript:alert(1)" in page
