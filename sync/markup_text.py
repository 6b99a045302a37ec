"""Plain text out of the client's own HTML dialect, and the folded form that search compares."""

from __future__ import annotations

import re
import unicodedata
from html import unescape

_BREAK = re.compile(r"<(?:/?(?:p|div|li|tr|table|blockquote|pre|ul|ol|h[3-5])|[bh]r)(?: [^>]*)?>")
_TAG = re.compile(r"<[^>]*>")
_BLANK_LINES = re.compile(r"\n[ \n]+")
_BLANKS = re.compile(r"  +")
_EXCERPT_CHARACTERS = 300

# Controls, bidi embeddings and isolates, soft hyphen, zero-width and tag characters, fillers, the code points
# Qt uses inside its documents (U+FDD0, U+FDD1, U+FFFC), and lone surrogates. U+200C and U+200D stay: scripts
# and emoji are written with them.
_UNSEEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u00ad\u061c\u115f\u1160\u180e\u200b\u200e\u200f"
    "\u202a-\u202e\u2060-\u206f\u3164\ufdd0-\ufdef\ufeff\uffa0\ufff0-\ufffc\ufffe\uffff\ud800-\udfff"
    "\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e0fff]"
)
# Of these, Python counts only the fillers as printable.
_FILLERS = re.compile("[\u115f\u1160\u3164\uffa0]")


def without_unseen(text: str) -> str:
    """Return `text` without characters that show nothing and can make a text read as another.

    Line and paragraph separators become newlines. Emoji joiners are kept.
    """
    if (text.isprintable() or text.replace("\n", "").isprintable()) and (
        text.isascii() or not _FILLERS.search(text)
    ):
        return text
    return _UNSEEN.sub("", text).replace("\u2028", "\n").replace("\u2029", "\n")


def plain(html: str) -> str:
    """Return the readable text of HTML in the dialect of `sync.markup`.

    One line per block, single spaces within a line, nothing at the ends; the same input always gives
    the same text. Only for cleaned HTML: attribute values there hold no `>`.
    """
    # Paragraphs first: most posts have nothing else, and this is the fastest way.
    text = html.replace("\n", " ").replace("</p>", "\n").replace("<p>", "\n")
    if "<" in text:
        text = _BREAK.sub("\n", text.replace("</td>", " ").replace("</th>", " "))
        text = _TAG.sub("", text)
    if "&" in text:
        text = unescape(text)
    text = text.replace("\xa0", " ").replace("\t", " ").replace("\r", " ")
    if "  " in text:
        text = _BLANKS.sub(" ", text)
    return _BLANK_LINES.sub("\n", text.replace(" \n", "\n")).strip()


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
