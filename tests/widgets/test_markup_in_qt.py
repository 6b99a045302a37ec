"""What Qt's rich text asks for when it shows cleaned posts: images of the client's scheme, nothing else."""

from __future__ import annotations

import time

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtGui import QImage, QPainter, QTextDocument

from sync.markup import clean
from tests.sync.hostile.attacks import ATTACKS

pytestmark = pytest.mark.usefixtures("qapp")

BASE = "https://praat.example.nl"


class Recording(QTextDocument):
    """A document that notes every resource it is asked for and answers with a blank image."""

    def __init__(self) -> None:
        super().__init__()
        self.asked: list[str] = []

    def loadResource(self, kind: int, name: QUrl | str) -> object:  # noqa: N802 (Qt's name)
        del kind
        self.asked.append(name.toString() if isinstance(name, QUrl) else name)
        return QImage(1, 1, QImage.Format.Format_ARGB32)


def shown(html: str) -> Recording:
    """Lay `html` out and draw it: an image whose size is given is only asked for when it is drawn."""
    document = Recording()
    document.setHtml(html)
    document.setTextWidth(680)
    sheet = QImage(680, 680, QImage.Format.Format_RGB32)
    painter = QPainter(sheet)
    document.drawContents(painter)
    painter.end()
    return document


def test_the_recording_notices_what_an_uncleaned_post_asks_for() -> None:
    document = shown('<p style="background-image: url(file:///none.png)">x<img src="file:///none.png"></p>')
    assert "file:///none.png" in document.asked


@pytest.mark.parametrize("attack", ATTACKS)
def test_hostile_post_asks_for_nothing_but_its_own_images(attack: str) -> None:
    document = shown(clean(attack, base_url=BASE).html)
    assert [name for name in document.asked if not name.startswith("image:")] == []


def test_image_of_the_community_is_asked_for_by_its_key() -> None:
    post = clean('<p>Kijk: <img src="/a.png" width="20" height="10" alt="a"></p>', base_url=BASE)
    assert set(shown(post.html).asked) == {f"image:{post.images[0].key}"}


def test_text_of_a_post_reads_the_same_in_qt() -> None:
    post = clean(
        "<h2>Kop</h2><ul><li>een &lt;b&gt;<li>twee</ul><blockquote>drie</blockquote>vier", base_url=BASE
    )
    assert shown(post.html).toPlainText().split() == post.text.split()


@pytest.mark.parametrize(
    "html",
    [
        "<table><tr><td>" * 50 + "x",
        "<blockquote>" * 10_000 + "x",
        "w" * 200_000,
        "<ul>" + "<li>x" * 40_000 + "</ul>",
        "<table>"
        + '<tr><td colspan="20" rowspan="20">x</td><td colspan="20" rowspan="20">y</td></tr>' * 1000,
        "<p>" + ("w" * 9_999 + " ") * 19,
        "<table><tr><td>" * 3 + "<table>x</table>" * 5_000,
        "<i>x</i><b>y</b>" * 12_000,
    ],
    ids=["tables", "blockquotes", "word", "list", "spans", "words", "tables beside", "formats"],
)
def test_bomb_is_laid_out_in_bounded_time(html: str) -> None:
    cleaned = clean(html, base_url=BASE).html
    began = time.process_time()
    shown(cleaned)
    assert time.process_time() - began < 2
