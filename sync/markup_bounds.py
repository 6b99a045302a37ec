"""Bounds a post must keep before it is parsed or laid out, and the plain form of one that does not.

Parsers and Qt's layout take quadratic time or memory on some hostile shapes; every check here is linear.
"""

from __future__ import annotations

import re
from html import escape, unescape

POST_CHARACTERS = 200_000
WORD_CHARACTERS = 10_000
DEPTH = 50
TABLE_DEPTH = 3
# Counted with their spans; spans over each other make Qt's grid far larger than the cells written.
TABLE_CELLS = 4_000
# Laying out a list takes Qt time quadratic in its items.
LIST_ITEMS = 2_000

# Up to this many tags no nesting can cost much; beyond it the nesting is looked at first.
_FREE_TAGS = 600
# Open formatting elements are copied into every following block by an HTML parser.
_FORMATTING_COPIES = 60_000
_PLAIN_CHARACTERS = 100_000

_SIMPLE_TAG = re.compile(r"<(/?)([a-zA-Z][^\s/<>]*)[^<>]*>")
_FORMATTING = frozenset(
    ["a", "b", "big", "code", "em", "font", "i", "nobr", "s", "small", "strike", "strong", "tt", "u"]
)
_VOID = frozenset(
    [
        "area",
        "base",
        "br",
        "col",
        "embed",
        "hr",
        "img",
        "input",
        "link",
        "meta",
        "source",
        "track",
        "wbr",
        "path",
        "use",
    ]
)
_END_IMPLIED = frozenset(["p", "li", "dd", "dt", "option", "tr", "td", "th", "tbody", "thead", "tfoot"])
_RAW = frozenset(
    [
        "script",
        "style",
        "textarea",
        "title",
        "xmp",
        "iframe",
        "noembed",
        "noframes",
        "noscript",
        "plaintext",
        "template",
        "select",
        "frameset",
    ]
)
_HIDDEN = ("script", "style")
_LINE = re.compile(r"<(?:/p|/div|/li|/tr|/h[1-6]|/blockquote|/pre|br)\b[^<>]*>|\n", re.IGNORECASE)
_TAG = re.compile(r"</?[a-zA-Z!][^<>]*>")
_BLANKS = re.compile(r"[ \t\r\f\xa0]+")
_LONG_WORD = re.compile(r"[^ \t\n\r\f]{1000}")


class OutOfBounds(Exception):
    """The post passes a bound; it can only be shown as plain text."""


def check_source(html: str) -> None:
    """Raise OutOfBounds when parsing `html` could cost more than time linear in its length."""
    if len(html) > POST_CHARACTERS:
        raise OutOfBounds
    tags = html.count("<")
    if tags > _FREE_TAGS and _formatting_depth(html, tags) * tags > _FORMATTING_COPIES:
        raise OutOfBounds


def check_words(text: str) -> None:
    """Raise OutOfBounds when a word of `text` is too long to lay out."""
    if len(text) > WORD_CHARACTERS and max(map(len, re.split(r"[ \t\n]+", text))) > WORD_CHARACTERS:
        raise OutOfBounds


def plain_form(html: str) -> str:
    """Return `html` as paragraphs of plain text: no tags, at most 100,000 characters, long words parted."""
    for name in _HIDDEN:
        html = _without_element(html, name)
    text = unescape(_TAG.sub("", _LINE.sub("\n", html[: 4 * POST_CHARACTERS])))
    text = _LONG_WORD.sub(r"\g<0> ", text[:_PLAIN_CHARACTERS])
    lines = (_BLANKS.sub(" ", line).strip() for line in text.split("\n"))
    return "\n".join(f"<p>{escape(line)}</p>" for line in lines if line)


def _formatting_depth(html: str, tags: int) -> int:
    """Return how many formatting elements are open at once, at least 1, in tidily nested HTML.

    Raises OutOfBounds when the tags are not tidily nested (servers that serialise a parsed document
    always nest tidily) or nested too deeply.
    """
    found = _SIMPLE_TAG.findall(html)
    if len(found) != tags or html.count(">") != tags:
        raise OutOfBounds
    open_tags: list[str] = []
    deepest = formatting = 0
    for slash, raw_name in found:
        name = raw_name.lower()
        if name in _RAW:
            raise OutOfBounds
        if name in _VOID or name in _END_IMPLIED:
            continue
        if not slash:
            open_tags.append(name)
            formatting += name in _FORMATTING
            deepest = max(deepest, formatting)
            if len(open_tags) > DEPTH:
                raise OutOfBounds
        elif open_tags and open_tags[-1] == name:
            open_tags.pop()
            formatting -= name in _FORMATTING
        else:
            raise OutOfBounds
    return max(deepest, 1)


def _without_element(html: str, name: str) -> str:
    """Return `html` without elements `name` and what they hold; an unclosed one takes the rest."""
    lowered = html.lower()
    if len(lowered) != len(html) or f"<{name}" not in lowered:
        return html
    kept: list[str] = []
    at = 0
    while (start := lowered.find(f"<{name}", at)) >= 0:
        kept.append(html[at:start])
        end = lowered.find(f"</{name}", start)
        if end < 0:
            return "".join(kept)
        at = end + len(name) + 2
    return "".join(kept) + html[at:]
