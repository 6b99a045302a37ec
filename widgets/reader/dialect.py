"""How the HTML dialect of ``sync/markup.py`` looks: a style sheet for Qt's rich text, and its pictures."""

from __future__ import annotations

import re
from collections.abc import Callable
from html import unescape

from PySide6.QtCore import QSize
from PySide6.QtGui import QColor

from widgets.theme import Theme

# Margins in pixels at 100% text. A block that stands in from the left is a quote, a block of fixed line
# height is code: Qt's rich text draws neither a rule beside the one nor a rounded ground behind the other.
QUOTE_STEP = 16
CODE_PADDING = 12
LIST_STEP = 22
CODE_GROUND = 6

_IMAGE = re.compile(r'(<a [^>]*>)?<img src="image:([0-9a-f]+)"([^>]*)>')
_SIZES = re.compile(r'width="([0-9]{1,5})" height="([0-9]{1,5})"')
_ALT = re.compile(r'alt="[^"]*"')


def sheet(theme: Theme) -> str:
    """The default style sheet of a post's document, in the theme's colours and text size."""
    reading = theme.font("reading")
    line = f"line-height: {theme.line_height('reading')}px; -qt-line-height-type: minimum;"
    gap, small = theme.px(8), theme.px(4)
    roomy = gap + CODE_GROUND
    code = f"font-family: '{theme.fixed}'; font-size: {theme.font('code').pixelSize()}px;"
    fixed = f"line-height: {theme.line_height('code')}px; -qt-line-height-type: fixed;"
    quote, pad = theme.px(QUOTE_STEP), theme.px(CODE_PADDING)
    dense = theme.font("dense").pixelSize()
    edge = _name(theme.control if theme.outlined else theme.line)
    ground = _name(theme.surface if theme.outlined else theme.hover)
    heading = f"font-size: {theme.font('title').pixelSize()}px; font-weight: 600;"
    return f"""
p {{ margin: 0 0 {gap}px 0; {line} }}
li {{ margin: 0 0 {small}px 0; {line} }}
ul, ol {{ margin: 0 0 {gap}px 0; }}
li ul, li ol {{ margin: {small}px 0 0 0; }}
p.byline {{ color: {_name(theme.muted)}; font-size: {dense}px; margin: {gap}px 0 0 {quote}px; }}
blockquote.quote {{ margin-top: 0; }}
h3, h4, h5 {{ {heading} margin: {gap}px 0 {small}px 0; {line} }}
h5 {{ font-size: {reading.pixelSize()}px; }}
blockquote {{ margin: {gap}px 0 {gap}px {quote}px; color: {_name(theme.muted)}; {line} }}
pre {{ margin: {roomy}px {pad}px {roomy}px {pad}px; white-space: pre-wrap; {code} {fixed} }}
code {{ {code} background-color: {_name(theme.sunken)}; }}
table {{ border-collapse: collapse; margin: {roomy}px 0 {gap}px 0; }}
div.site {{ font-size: {dense}px; }}
div.poll {{ margin: {gap}px 0 {gap}px {quote}px; }}
td, th {{ border: 1px solid {edge}; padding: {small}px {gap}px; }}
table.card td {{ background-color: {ground}; padding: {pad}px; }}
th {{ font-weight: 600; text-align: left; background-color: {_name(theme.sunken)}; }}
a {{ color: {_name(theme.accent)}; text-decoration: {"underline" if theme.outlined else "none"}; }}
hr {{ background-color: {_name(theme.line)}; }}
"""


def fit_images(html: str, fit: Callable[[str, QSize | None], QSize]) -> str:
    """Gives every picture the size it is shown at, and makes it a link to itself.

    ``fit(key, told)`` answers that size from the size the post tells, if it does. The link lets mouse and
    keyboard alike enlarge a picture; one that stands in a link already keeps that.
    """

    def shown(image: re.Match[str]) -> str:
        told = _SIZES.search(image[3])
        size = fit(image[2], QSize(int(told[1]), int(told[2])) if told else None)
        alt = _ALT.search(image[3])
        name = alt[0] if alt else 'alt=""'
        picture = f'<img src="image:{image[2]}" width="{size.width()}" height="{size.height()}" {name}>'
        return f"{image[1]}{picture}" if image[1] else f'<a href="image:{image[2]}">{picture}</a>'

    return _IMAGE.sub(shown, html)


def image_texts(html: str) -> dict[str, str]:
    """The keys of the pictures in a post, in their order, with the text that stands for each."""
    texts: dict[str, str] = {}
    for _, key, rest in _IMAGE.findall(html):
        alt = _ALT.search(rest)
        texts[key] = unescape(alt[0][5:-1]) if alt else ""
    return texts


def _name(colour: QColor) -> str:
    return colour.name()
