"""Plain text out of the client's own HTML dialect, and the folded form that search compares."""

from __future__ import annotations

import re
import unicodedata
from html import unescape

_BREAK = re.compile(r"</?(?:p|div|li|tr|table|blockquote|pre|ul|ol|h[3-5]|br|hr)\b[^>]*>")
_CELL_END = re.compile(r"</t[dh]>")
_TAG = re.compile(r"<[^>]*>")
_BLANK_LINES = re.compile(r"\s*\n\s*")
_BLANKS = re.compile(r"[^\S\n]{2,}|[^\S\n ]")
_EXCERPT_CHARACTERS = 300

# Controls, bidi embeddings and isolates, zero-width and tag characters, the code points Qt uses inside
# its documents (U+FDD0, U+FDD1, U+FFFC), and lone surrogates. U+200C and U+200D stay: scripts and emoji
# are written with them.
_UNSEEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180e\u200b\u200e\u200f"
    "\u202a-\u202e\u2060-\u206f\u3164\ufdd0-\ufdef\ufeff\uffa0\ufff0-\ufffc\ufffe\uffff\ud800-\udfff"
    "\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e0fff]"
)


def without_unseen(text: str) -> str:
    """Return `text` without characters that show nothing and can make a text read as another.

    Line and paragraph separators become newlines. Emoji joiners are kept.
    """
    if text.isascii() and text.replace("\n", "").isprintable():
        return text
    return _UNSEEN.sub("", text).replace("\u2028", "\n").replace("\u2029", "\n")


def plain(html: str) -> str:
    """Return the readable text of HTML in the dialect of `sync.markup`.

    One line per block, single spaces within a line, nothing at the ends; the same input always gives
    the same text. Only for cleaned HTML: attribute values there hold no `>`.
    """
    text = _BREAK.sub("\n", html.replace("\n", " "))
    text = _TAG.sub("", _CELL_END.sub(" ", text))
    if "&" in text:
        text = unescape(text)
    return _BLANKS.sub(" ", _BLANK_LINES.sub("\n", text)).strip()


def excerpt(text: str) -> str:
    """Return about the first 300 characters of plain `text` on one line, cut between words."""
    line = text[: 2 * _EXCERPT_CHARACTERS].replace("\n", " ")
    if len(line) <= _EXCERPT_CHARACTERS:
        return line
    head = line[:_EXCERPT_CHARACTERS]
    words = head.rpartition(" ")[0] if line[_EXCERPT_CHARACTERS] != " " else head
    return (words or head).rstrip(" ,;:.") + "…"


def fold(text: str) -> str:
    """Return `text` for comparing: case folded, compatibility forms and diacritics taken away."""
    if text.isascii():
        return text.lower()
    folded = unicodedata.normalize("NFKD", text).casefold()
    for character in set(folded):
        if character > "\u02ff" and unicodedata.category(character) == "Mn":
            folded = folded.replace(character, "")
    return folded
