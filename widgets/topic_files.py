"""A topic as a file to keep or to hand on: Markdown or PDF, made by Qt's own text documents.

Like the reader, these never open a file or an address that a post names: pictures come from the image folder
only, in a PDF, and stay out of Markdown.
"""

from __future__ import annotations

import os
import re
from collections.abc import Callable
from html import escape
from pathlib import Path
from typing import Any

from PySide6.QtCore import QMarginsF, QSize, Qt, QUrl
from PySide6.QtGui import QFont, QImage, QPageLayout, QPageSize, QPdfWriter, QTextDocument

from app.files import write_whole
from app.share_on import Handed
from sync.images import ImageFolder
from sync.store.rows import PostRow
from widgets.reader.dialect import fit_images
from widgets.reader.pictures import decoded, fitted, measured
from widgets.theme import Theme

_IMAGE = re.compile(r"<img [^>]*>")
_HREF = re.compile(r'href="[^"]*"')
_CODE = re.compile(r"<pre>.*?</pre>", re.DOTALL)
# A fence in code; with four blanks before it, it ends nothing (CommonMark 0.31, 4.5).
_FENCE = re.compile(r"(?:(?<=\n)|(?<=>)) {0,3}(?=```|~~~)")
_ALT = re.compile(r'alt="([^"]*)"')
_IMAGE_RESOURCE = int(QTextDocument.ResourceType.ImageResource.value)
_PIXELS_WIDE = 640
_PIXELS_HIGH = 700
_DOTS_PER_INCH = 96
_MARGIN_MM = 20.0

Dated = Callable[[int], str]
"""Says a moment (ms) in words."""


def markdown(topic: Handed, dated: Dated) -> str:
    """The topic as Markdown: title, address, and every post with who wrote it and when."""
    document = _Shut(None)
    document.setHtml(_page(topic, dated, lambda row: _unbreakable(_IMAGE.sub(_in_words, row.html))))
    return document.toMarkdown(QTextDocument.MarkdownFeature.MarkdownDialectGitHub)


def write_markdown(topic: Handed, path: Path, dated: Dated) -> None:
    """Write the topic as Markdown to ``path``, whole or not at all. Raises ``OSError``."""
    write_whole(path, lambda part: part.write_text(markdown(topic, dated), encoding="utf-8"))


def write_pdf(topic: Handed, path: Path, dated: Dated, images: ImageFolder, theme: Theme) -> None:
    """Write the topic as a PDF on A4 to ``path``, whole or not at all. Raises ``OSError``."""
    document = _Shut(images)
    document.setDefaultFont(QFont(theme.family, 10))
    document.setDefaultStyleSheet("h1 { font-size: 18pt; } .by { color: gray; } a { text-decoration: none; }")
    document.setHtml(_page(topic, dated, lambda row: fit_images(row.html, document.fit)))

    def draw(part: Path) -> None:
        writer = QPdfWriter(str(part))
        writer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
        writer.setPageMargins(
            QMarginsF(_MARGIN_MM, _MARGIN_MM, _MARGIN_MM, _MARGIN_MM), QPageLayout.Unit.Millimeter
        )
        writer.setResolution(_DOTS_PER_INCH)
        writer.setTitle(topic.head.title)
        writer.setCreator("Stamtafel")
        document.print_(writer)
        # Qt tells no fault of a PDF: one that was not written whole lacks its last line.
        if not part.read_bytes().rstrip().endswith(b"%%EOF"):
            raise OSError(None, os.strerror(5), str(path))

    write_whole(path, draw)


def _page(topic: Handed, dated: Dated, body: Callable[[PostRow], str]) -> str:
    head = topic.head
    parts = [
        f"<h1>{escape(head.title)}</h1>",
        f'<p><a href="{escape(topic.address)}">{escape(topic.address)}</a></p>',
    ]
    for row in topic.posts:
        who = f"{row.author} ({row.organisation})" if row.organisation else row.author
        parts.append(f'<p class="by"><b>{escape(who)}</b> · {escape(dated(row.created))}</p>')
        parts.append(body(row))
        parts.append("<hr>")
    return "\n".join(parts)


def _unbreakable(html: str) -> str:
    """HTML that stays what it is when Qt writes it as Markdown, which heeds no ends of addresses and code."""
    html = _HREF.sub(lambda found: found[0].replace("(", "%28").replace(")", "%29"), html)
    return _CODE.sub(lambda found: _FENCE.sub("    ", found[0]), html)


def _in_words(image: re.Match[str]) -> str:
    found = _ALT.search(image[0])
    return f"[{found[1]}]" if found and found[1] else ""


class _Shut(QTextDocument):
    """A document that opens nothing by itself: pictures by their key, and a blank one for anything else."""

    def __init__(self, images: ImageFolder | None) -> None:
        super().__init__()
        self._images = images
        self._boxes: dict[str, QSize] = {}

    def fit(self, key: str, told: QSize | None) -> QSize:
        """The size at which a picture fits on the page."""
        path = self._images.find(key) if self._images is not None else None
        size = told or (measured(path) if path is not None else None) or QSize(1, 1)
        self._boxes[key] = fitted(size, QSize(_PIXELS_WIDE, _PIXELS_HIGH))
        return self._boxes[key]

    def loadResource(self, kind: int, name: QUrl | str) -> Any:
        """A picture of the image folder at the size it is shown at; blank for anything else."""
        address = name.toString() if isinstance(name, QUrl) else name
        key = address.removeprefix("image:")
        path = self._images.find(key) if self._images is not None and key in self._boxes else None
        if int(kind) == _IMAGE_RESOURCE and path is not None and address != key:
            image = decoded(path, self._boxes[key] * 2)
            if image is not None:
                return image
        blank = QImage(1, 1, QImage.Format.Format_ARGB32_Premultiplied)
        blank.fill(Qt.GlobalColor.transparent)
        return blank
