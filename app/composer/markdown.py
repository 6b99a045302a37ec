"""Markdown as Discourse reads it: HTML allowed, line breaks kept, addresses made links, and its own words.

Its own words are ``@name``, ``#group``, ``:emoji:``, ``[quote]`` and ``[details]`` blocks, sizes behind the
name of a picture (``![name|690x400](...)``) and files (``[name|attachment](upload://...)``). What comes out
is HTML in the shapes that a Discourse server makes, not safe yet: ``sync.markup`` cleans it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import lru_cache
from html import escape
from typing import NamedTuple

from markdown_it import MarkdownIt
from markdown_it.rules_core import StateCore
from markdown_it.token import Token

from app.composer.bbcode import blocks
from app.composer.links import ADDRESS, trimmed
from sync.markup_emoji import emoji

UPLOAD = "upload://"
MENTION = re.compile(r"(?<![\w@./#&])@(\w[\w.-]{0,58}\w|\w)")
HASHTAG = re.compile(r"(?<![\w@./#&])#([\w-]{1,100}(?:(?<=[\w-])::?[\w-]{1,100})?)")
_MAIL = r"(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){0,4}\.[a-z]{2,24}(?![\w-])"
_WORDS = re.compile(
    f'(?P<web>(?<![\\w]){ADDRESS.pattern}|(?<![\\w./@])www\\.[\\w-]+\\.[^\\s<>"]+)|(?P<mail>{_MAIL})'
    f"|(?P<mention>{MENTION.pattern})|(?P<hashtag>{HASHTAG.pattern})|(?P<emoji>:[a-z0-9_+-]{{2,40}}:)",
    re.IGNORECASE,
)
_SIZE = re.compile(r"\A(.*?)\|\s*(\d{1,4})\s*x\s*(\d{1,4})\b.*\Z", re.DOTALL)


class Named(NamedTuple):
    """What names lead to: a username to a profile's address, a hashtag to an address and a label."""

    profile: Callable[[str], str | None]
    place: Callable[[str], tuple[str, str] | None]


def to_html(raw: str, named: Named) -> str:
    """The HTML of ``raw``."""
    return str(_parser().render(raw, {"named": named}))


@lru_cache(maxsize=1)
def _parser() -> MarkdownIt:
    parser = MarkdownIt("js-default", {"html": True, "breaks": True, "linkify": False, "typographer": True})
    parser.block.ruler.before("fence", "bbcode", blocks, {"alt": ["paragraph", "reference", "blockquote"]})
    parser.core.ruler.after("inline", "discourse", _shape)
    return parser


def _shape(state: StateCore) -> None:
    named: Named = state.env["named"]
    for place, token in enumerate(state.tokens):
        if token.type != "inline" or token.children is None:
            continue
        children = list(_files(_words(token.children, named)))
        around = state.tokens[place - 1 : place + 2 : 2]
        boxed = around[0].type == "paragraph_open" and _only_files(children)
        if boxed:
            children = [one for one in children if one.type == "file"]
            for paragraph in around:
                paragraph.hidden = True
        token.children = [_shown(one, boxed) if one.type == "file" else one for one in children]


def _words(tokens: list[Token], named: Named) -> Iterator[Token]:
    """The tokens of a paragraph, with names and addresses in its text made links, outside links and code."""
    links = 0
    for token in tokens:
        if token.type in ("link_open", "link_close"):
            links += token.nesting
        elif token.type == "html_inline":
            lowered = token.content.lower()
            links += lowered.startswith(("<a ", "<a>")) - lowered.startswith("</a")
        elif token.type == "text" and links <= 0:
            yield from _linked(token.content, named)
            continue
        yield token


def _linked(text: str, named: Named) -> Iterator[Token]:
    at = 0
    for found in _WORDS.finditer(text):
        if found.start() < at:
            continue
        written, used = _made(found, named)
        if not written:
            continue
        if found.start() > at:
            yield _text(text[at : found.start()])
        yield _html(written)
        at = found.start() + used
    if at < len(text):
        yield _text(text[at:])


def _made(found: re.Match[str], named: Named) -> tuple[str, int]:
    """The HTML for a name or address that was found, and how many characters of it that stands for."""
    whole = found[0]
    if found["web"]:
        address = trimmed(whole)
        target = address if "://" in address else f"http://{address}"
        return f'<a href="{escape(target)}">{escape(address)}</a>', len(address)
    if found["mail"]:
        return f'<a href="mailto:{escape(whole)}">{escape(whole)}</a>', len(whole)
    if found["mention"]:
        address = named.profile(whole[1:]) or ""
        return f'<a class="mention" href="{escape(address)}">{escape(whole)}</a>' * bool(address), len(whole)
    if found["hashtag"]:
        place = named.place(whole[1:])
        return (f'<a href="{escape(place[0])}">#{escape(place[1])}</a>' if place else ""), len(whole)
    return (whole if emoji(whole) == whole else f'<img class="emoji" alt="{whole}">'), len(whole)


def _files(tokens: Iterator[Token]) -> Iterator[Token]:
    """The tokens with pictures given their size, and files that are still to be sent as tokens "file"."""
    inside: Token | None = None
    for token in tokens:
        if token.type == "image":
            label = token.content
            size = _SIZE.match(label)
            if str(token.attrGet("src")).startswith(UPLOAD):
                yield _file(size[1] if size else label)
                continue
            yield _html(_picture(str(token.attrGet("src")), label, size))
        elif token.type == "link_open" and str(token.attrGet("href")).startswith(UPLOAD):
            inside = _file("", str(token.attrGet("href")))
        elif inside is None:
            yield token
        elif token.type == "link_close":
            inside.content = inside.content.removesuffix("|attachment").strip()
            yield inside
            inside = None
        elif token.type == "text":
            inside.content += token.content


def _picture(address: str, label: str, size: re.Match[str] | None) -> str:
    sides = f' width="{size[2]}" height="{size[3]}"' if size else ""
    return f'<img src="{escape(address)}" alt="{escape(size[1] if size else label)}"{sides}>'


def _only_files(tokens: list[Token]) -> bool:
    blank = all(
        one.type in ("file", "softbreak", "hardbreak") or (one.type == "text" and not one.content.strip())
        for one in tokens
    )
    return blank and any(one.type == "file" and not one.meta for one in tokens)


def _shown(file: Token, boxed: bool) -> Token:
    if there := file.meta.get("there"):
        return _html(f'<a class="attachment" href="{escape(there)}">{escape(file.content or "…")}</a>')
    name = f"📎 {escape(' '.join(file.content.split()) or '…')}"
    return _html(f'<aside class="onebox"><p>{name}</p></aside>' if boxed else f"<b>{name}</b>")


def _file(name: str, address: str = "") -> Token:
    """A file that waits here, or is ``there``: where the community has it."""
    there = f"/uploads/short-url/{address.removeprefix(UPLOAD)}"
    waits = not address or address.startswith(f"{UPLOAD}waiting-")
    return Token("file", "", 0, content=name, meta={} if waits else {"there": there})


def _text(content: str) -> Token:
    return Token("text", "", 0, content=content)


def _html(content: str) -> Token:
    return Token("html_inline", "", 0, content=content)
