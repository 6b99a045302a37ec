"""Turns raw Markdown into `cooked`: HTML in the shapes Discourse makes for a browser."""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from urllib.parse import unquote, urlsplit

from markdown_it import MarkdownIt

# Stands for the server's own host in stored HTML: the port is only known when a reply is written.
HOST_MARK = "demo-host.invalid"

EMOJI = {
    "smile": "\N{SMILING FACE WITH OPEN MOUTH AND SMILING EYES}",
    "wink": "\N{WINKING FACE}",
    "tada": "\N{PARTY POPPER}",
    "heart": "\N{HEAVY BLACK HEART}",
    "coffee": "\N{HOT BEVERAGE}",
    "clap": "\N{CLAPPING HANDS SIGN}",
    "+1": "\N{THUMBS UP SIGN}",
    "bulb": "\N{ELECTRIC LIGHT BULB}",
    "cake": "\N{SHORTCAKE}",
    "pray": "\N{PERSON WITH FOLDED HANDS}",
    "rocket": "\N{ROCKET}",
    "eyes": "\N{EYES}",
}

_QUOTE = re.compile(
    r'\[quote="([^",\]]+)(?:, post:(\d+), topic:(\d+))?[^\]]*\]\n?(.*?)\n?\[/quote\]', re.DOTALL
)
_DETAILS = re.compile(r'\[details="?([^"\]]*)"?\]\n?(.*?)\n?\[/details\]', re.DOTALL)
_BARE_LINK = re.compile(r"^(https?://\S+)$", re.MULTILINE)
_LINK = re.compile(r"https?://(?:[^\s<&]|&amp;)*[^\s<&.,:;!?)\"']")
_MENTION = re.compile(r"(?<![\w/@.])@([A-Za-z0-9_][\w.\-]*\w)")
_HASHTAG = re.compile(r"(?<![\w/#&])#([a-z0-9][a-z0-9\-]*)")
_EMOJI = re.compile(r":([a-z0-9_+\-]+):")
_IMAGE = re.compile(r'<img src="([^"]*)" alt="([^"]*)"[^>]*>')
_FILE = re.compile(r'<a href="upload://([^"]*)">([^<]*)\|attachment</a>')
_PIECES = re.compile(r"(<(?:code|pre|a)\b.*?</(?:code|pre|a)>|<[^>]+>)", re.DOTALL)
_FENCE = re.compile(r"^(```|~~~).*?^\1\s*$", re.MULTILINE | re.DOTALL)


@dataclass(frozen=True)
class Picture:
    """An uploaded image: its address on this server and its size in pixels."""

    url: str
    width: int
    height: int
    sha1: str
    filesize: int


@dataclass(frozen=True)
class Kitchen:
    """What cooking needs to know about the community around a post."""

    usernames: frozenset[str] = frozenset()
    categories: Mapping[str, tuple[int, str]] = field(default_factory=dict)
    tags: frozenset[str] = frozenset()
    picture: Callable[[str], Picture | None] = lambda _address: None


_markdown = MarkdownIt("commonmark", {"html": False, "linkify": False, "breaks": True}).enable(
    ["table", "strikethrough"]
)


def cook(raw: str, kitchen: Kitchen) -> str:
    """The HTML of a post. `HOST_MARK` in it stands for the host and port of the server."""
    return _Cook(kitchen).cook(raw)


class _Cook:
    """One cooking: blocks that Markdown does not know are set aside under a token and put back afterwards."""

    def __init__(self, kitchen: Kitchen) -> None:
        self.kitchen = kitchen
        self.set_aside: list[str] = []

    def cook(self, raw: str) -> str:
        text = _FENCE.sub(lambda m: self._aside(_markdown.render(m[0])), raw)
        text = _QUOTE.sub(self._quote, text)
        text = _DETAILS.sub(self._details, text)
        text = _BARE_LINK.sub(lambda m: self._aside(_onebox(m[1])), text)
        return self._put_back(self._inline(_markdown.render(text))).strip()

    def _aside(self, block: str) -> str:
        self.set_aside.append(block.strip())
        return f"\n\nZZblock{len(self.set_aside) - 1}ZZ\n\n"

    def _put_back(self, text: str) -> str:
        for number in range(len(self.set_aside) - 1, -1, -1):
            token, block = f"ZZblock{number}ZZ", self.set_aside[number]
            text = text.replace(f"<p>{token}</p>", block).replace(token, block)
        return text

    def _quote(self, match: re.Match[str]) -> str:
        username, post, topic, inner = match.groups()
        name = html.escape(username)
        place = f' data-post="{post}" data-topic="{topic}"' if post else ""
        return self._aside(
            f'<aside class="quote no-group" data-username="{name}"{place}>\n<div class="title">\n'
            f'<div class="quote-controls"></div>\n<img alt="" width="24" height="24" '
            f'src="//{HOST_MARK}/user_avatar/demo/{name}/48/1_2.png" class="avatar"> {name}:</div>\n'
            f"<blockquote>\n{_Cook(self.kitchen).cook(inner)}\n</blockquote>\n</aside>"
        )

    def _details(self, match: re.Match[str]) -> str:
        summary = html.escape(match[1] or "Samenvatting")
        inner = _Cook(self.kitchen).cook(match[2])
        return self._aside(f"<details>\n<summary>\n{summary}</summary>\n{inner}\n</details>")

    def _inline(self, rendered: str) -> str:
        rendered = _FILE.sub(_file, _IMAGE.sub(self._image, rendered))
        pieces = _PIECES.split(rendered)
        return "".join(p if p.startswith("<") else self._words(p) for p in pieces)

    def _words(self, text: str) -> str:
        """Links, mentions, hashtags and emoji in text; what one of them made is left alone by the next."""
        for pattern, made in (
            (_LINK, _link),
            (_MENTION, self._mention),
            (_HASHTAG, self._hashtag),
            (_EMOJI, _emoji),
        ):
            pieces = _PIECES.split(text)
            text = "".join(p if p.startswith("<") else pattern.sub(made, p) for p in pieces)
        return text

    def _mention(self, match: re.Match[str]) -> str:
        username = match[1]
        if username.lower() not in self.kitchen.usernames:
            return f'<span class="mention">@{username}</span>'
        return f'<a class="mention" href="/u/{username.lower()}">@{username}</a>'

    def _hashtag(self, match: re.Match[str]) -> str:
        slug = match[1]
        if slug in self.kitchen.categories:
            number, name = self.kitchen.categories[slug]
            kind, link, label = "category", f"/c/{slug}/{number}", name
        elif slug in self.kitchen.tags:
            kind, link, label = "tag", f"/tag/{slug}", slug
        else:
            return match[0]
        return (
            f'<a class="hashtag-cooked" href="{link}" data-type="{kind}" data-slug="{slug}">'
            f'<span class="hashtag-icon-placeholder"></span><span>{html.escape(label)}</span></a>'
        )

    def _image(self, match: re.Match[str]) -> str:
        address, alt = html.unescape(match[1]), match[2]
        picture = self.kitchen.picture(address)
        if picture is None:
            return match[0]
        width, height = _fit(picture.width, picture.height)
        title = alt.split("|")[0]
        image = f'<img src="//{HOST_MARK}{picture.url}" alt="{title}" width="{width}" height="{height}">'
        if (width, height) == (picture.width, picture.height):
            return image
        size = f"{picture.width}×{picture.height} {picture.filesize // 1024} KB"
        return (
            f'<div class="lightbox-wrapper"><a class="lightbox" href="//{HOST_MARK}{picture.url}" '
            f'title="{title}" '
            f'data-download-href="/uploads/short-url/{picture.sha1[:24]}.png?dl=1">{image}<div class="meta">'
            f'<span class="filename">{title}</span><span class="informations">{size}</span></div></a></div>'
        )


def _fit(width: int, height: int, limit: tuple[int, int] = (690, 500)) -> tuple[int, int]:
    scale = min(1.0, limit[0] / max(1, width), limit[1] / max(1, height))
    return round(width * scale), round(height * scale)


def _file(match: re.Match[str]) -> str:
    """A file by its name. Its size, if any, is what the composer wrote behind it: `... (240 KB)`."""
    return f'<a class="attachment" href="/uploads/short-url/{match[1]}">{match[2]}</a>'


def _link(match: re.Match[str]) -> str:
    return f'<a href="{match[0]}" rel="noopener nofollow ugc">{match[0]}</a>'


def _emoji(match: re.Match[str]) -> str:
    name = match[1]
    if name not in EMOJI:
        return match[0]
    return (
        f'<img src="/images/emoji/twitter/{name}.png?v=12" title=":{name}:" class="emoji" alt=":{name}:" '
        f'loading="lazy" width="20" height="20">'
    )


def _onebox(url: str) -> str:
    parts = urlsplit(url)
    words = unquote(parts.path.rstrip("/").rsplit("/", 1)[-1]).replace("-", " ").replace("_", " ")
    title = html.escape(words.rsplit(".", 1)[0].capitalize() or parts.netloc)
    link, host = html.escape(url), html.escape(parts.netloc.removeprefix("www."))
    return (
        f'<aside class="onebox allowlistedgeneric" data-onebox-src="{link}">\n<header class="source">\n'
        f'<a href="{link}" target="_blank" rel="noopener nofollow ugc">{host}</a>\n</header>\n'
        f'<article class="onebox-body">\n<h3><a href="{link}" target="_blank" '
        f'rel="noopener nofollow ugc">{title}</a>'
        f'</h3>\n<p>{title}, op {host}.</p>\n</article>\n<div class="onebox-metadata"></div>\n'
        f'<div style="clear: both"></div>\n</aside>'
    )


def plain_text(cooked: str) -> str:
    """The words of cooked HTML on one line, still HTML-escaped."""
    without_quotes = re.sub(r"<aside class=\"quote.*?</aside>", " ", cooked, flags=re.DOTALL)
    return " ".join(re.sub(r"<[^>]+>", " ", without_quotes).split())


def excerpt(cooked: str, length: int = 220) -> str:
    """The first words of cooked HTML, cut with an ellipsis as Discourse does."""
    text = plain_text(cooked)
    return text if len(text) <= length else text[:length].rsplit(" ", 1)[0] + "&hellip;"
