"""Turns a community's HTML into the small dialect that the reader draws: safe, bounded, its own images only.

The dialect: everything that can occur in `Cleaned.html`.

    p, div, blockquote, pre, ul, ol[start], li, hr, br, h3, h4, h5      blocks
    table, tr, td[colspan rowspan], th[colspan rowspan]                 at most three tables deep
    b, i, u, s, code, sub, sup                                          within a line
    a[href]           https, http, mailto; and inside the client
                      image:KEY      enlarge this image
                      member:NAME    the profile of a member of the same community
                      post:TOPIC/N   post N of a topic of the same community (above a quote)
    img[src width height alt]         src is always image:KEY; sizes are given together or not at all
    p class=byline    who is quoted; blockquote class=quote follows
    p class=summary   the heading of a folded part, which is shown open
    div class=poll    a poll's question and options; votes are not in the post
    table class=card  a link card of one cell: title and description of the linked page
    div class=site    in a link card: the name of the site

Classes are the dialect's own, for a style sheet; none comes from the post. Text is escaped, attributes are
double-quoted and hold no `<` or `>`.
"""

from __future__ import annotations

import re
from typing import NamedTuple

import nh3

from sync.markup_bounds import DEPTH, POST_CHARACTERS, OutOfBounds, check_source, check_words, plain_form
from sync.markup_links import Site, site
from sync.markup_shapes import SHAPED, ImageRef, Shaper
from sync.markup_tags import ATTRIBUTES, SIMPLE, UNREAD, VOID
from sync.markup_text import excerpt, fold, plain, without_unseen

__all__ = ["Cleaned", "ImageRef", "clean", "fold", "plain"]

_SURROGATE = re.compile("[\\ud800-\\udfff]")
_IFRAME = re.compile(
    r'<iframe\b[^<>]{0,400}?\ssrc="((?:https?:)?//[^"<>]{1,400})"[^<>]{0,400}>', re.IGNORECASE
)

# Most posts are short prose: these tags need no shaping but the two renamed below.
_PROSE = re.compile(r"(?:[^<]++|<(?:/?(?:p|li|ul|ol|b|i|u|s|sub|sup|em|strong)|br|hr)>)*+")

_CLEANER = nh3.Cleaner(
    tags={*SIMPLE, *VOID, *SHAPED},
    clean_content_tags=UNREAD,
    attributes=ATTRIBUTES,
    url_schemes={"https", "http", "mailto"},
    link_rel=None,
)


class Cleaned(NamedTuple):
    """A post made safe: `html` in the dialect, its plain `text`, the images it shows (each once, in order),
    an `excerpt` of about 300 characters without quotes, and `oversize` when bounds left only plain text."""

    html: str
    text: str
    images: tuple[ImageRef, ...]
    excerpt: str
    oversize: bool


def clean(html: str, *, base_url: str) -> Cleaned:
    """Return the post `html` in the dialect of this module; relative addresses are of `base_url`.

    Any text is accepted. What passes the bounds of `sync.markup_bounds` (200,000 characters, elements 50
    deep, tables 3 deep, 4,000 cells, 2,000 list items, words of 10,000 characters) comes back as paragraphs
    of plain text with `oversize` set. Raises ValueError only when `base_url` is no http or https address.
    """
    at = site(base_url)
    try:
        return _cleaned(html, at)
    except OutOfBounds:
        shown = without_unseen(plain_form(html))
        text = plain(shown)
        return Cleaned(shown, text, (), excerpt(text), oversize=True)


def _cleaned(html: str, at: Site) -> Cleaned:
    check_source(html)
    if "<iframe" in html:
        html = _IFRAME.sub(r'<p><a href="\1">\1</a></p>\g<0>', html)
    try:
        safe = _CLEANER.clean(html)
    except UnicodeEncodeError:
        safe = _CLEANER.clean(_SURROGATE.sub("", html))
    if len(safe) > 2 * POST_CHARACTERS:
        raise OutOfBounds
    safe = without_unseen(safe)
    # Balanced HTML with this few tags cannot be too deep.
    if safe.count("<") <= 2 * DEPTH and _PROSE.fullmatch(safe):
        return _prose(safe)
    shaper = Shaper(at)
    shaped = shaper.run(safe)
    text = plain(shaped)
    check_words(text)
    own = plain(shaper.own_words()) if shaper.has_quotes else text
    return Cleaned(shaped, text, tuple(shaper.images.values()), excerpt(own or text), oversize=False)


def _prose(safe: str) -> Cleaned:
    if "<em>" in safe or "<strong>" in safe:
        safe = safe.replace("<em>", "<i>").replace("</em>", "</i>")
        safe = safe.replace("<strong>", "<b>").replace("</strong>", "</b>")
    text = plain(safe)
    check_words(text)
    return Cleaned(safe, text, (), excerpt(text), oversize=False)
