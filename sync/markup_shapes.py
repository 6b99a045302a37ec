"""Platform shapes (quotes, link cards, lightboxes, polls, mentions) turned into the dialect of `sync.markup`.

Works on the output of nh3, which is balanced and serialised in one form: double-quoted attributes,
escaped text. One pass, one stack; every start tag pushes what its end tag writes.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from html import escape, unescape
from typing import NamedTuple

from sync.markup_bounds import DEPTH, LIST_ITEMS, TABLE_CELLS, TABLE_DEPTH, OutOfBounds
from sync.markup_emoji import emoji
from sync.markup_links import PLAIN_LINK, Site, absolute, image_key, member_in, own_image, punycode_host
from sync.markup_quotes import Quote
from sync.markup_tags import DECORATION, SIMPLE, VOID
from sync.markup_text import plain

_TOKENS = re.compile(r'<(/?)([a-z][a-z0-9]*)((?: [a-z-]+="[^"]*")*)>')
_ATTRIBUTE = re.compile(r' ([a-z-]+)="([^"]*)"')

_MAX_SPAN = 20
_SHOWN_WIDTH = 640

Close = str | Callable[[], None]


class ImageRef(NamedTuple):
    """An image of the community that a post shows.

    `key` names it in the HTML (`image:KEY`) and in the image folder; `url` is absolute; `width` and
    `height` are the pixels the page gives it (0: not said); `full` marks the original behind a lightbox,
    wanted only when the member enlarges the image.
    """

    key: str
    url: str
    width: int
    height: int
    alt: str
    full: bool = False


class Shaper:
    """One post on its way from nh3's output to the dialect. Use once: `run`, then read the results."""

    def __init__(self, at: Site) -> None:
        self.images: dict[str, ImageRef] = {}
        self._at = at
        self._out: list[str] = []
        self._stack: list[Close] = []
        self._skip = 0
        self._tables = 0
        self._cells = 0
        self._links = 0
        self._cards = 0
        self._quotes: list[Quote] = []
        self._quoted: list[tuple[int, int]] = []
        self._full_size: str | None = None

    def run(self, html: str) -> str:
        """Return nh3's `html` in the dialect. Raises OutOfBounds when it is nested too deeply to lay out."""
        pieces = _TOKENS.split(html)
        if "<" in "".join(pieces[::4]):
            # A tag in a form that was not foreseen: nothing unread may pass.
            raise OutOfBounds
        out, stack = self._out, self._stack
        out.append(pieces[0])
        for slash, name, attributes, text in zip(
            pieces[1::4], pieces[2::4], pieces[3::4], pieces[4::4], strict=True
        ):
            if self._skip:
                self._pass_over(slash, name)
            elif slash:
                close = stack.pop()
                if isinstance(close, str):
                    out.append(close)
                else:
                    close()
            elif name in SIMPLE and not attributes:
                opening, closing = SIMPLE[name]
                out.append(opening)
                stack.append(closing)
                if len(stack) > DEPTH:
                    raise OutOfBounds
            elif name in VOID:
                out.append(VOID[name])
            else:
                SHAPED[name](self, attributes)
            if text and not self._skip:
                out.append(text)
        if html.count("<li>") > LIST_ITEMS:
            raise OutOfBounds
        return "".join(out)

    def own_words(self) -> str:
        """Return the dialect HTML without its outermost quotes."""
        kept: list[str] = []
        at = 0
        for start, end in self._quoted:
            kept.extend(self._out[at:start])
            at = end
        kept.extend(self._out[at:])
        return "".join(kept)

    @property
    def has_quotes(self) -> bool:
        """Whether anything was quoted."""
        return bool(self._quoted)

    def _pass_over(self, slash: str, name: str) -> None:
        if slash:
            self._skip -= 1
        elif name not in VOID and name != "img":
            self._skip += 1

    def _wrap(self, opening: str, closing: Close) -> None:
        self._out.append(opening)
        self._stack.append(closing)
        if len(self._stack) > DEPTH:
            raise OutOfBounds

    def _words_since(self, begin: int) -> str:
        """Take what was written since `begin` back out and return it as one line of plain text."""
        words = " ".join(plain("".join(self._out[begin:])).split())
        del self._out[begin:]
        while self._quoted and self._quoted[-1][0] >= begin:
            self._quoted.pop()
        return words

    def start_link(self, attributes: str) -> None:
        """`a`: a lightbox, a mention of a member, or a link."""
        given = dict(_ATTRIBUTE.findall(attributes))
        written, classes = given.get("href", ""), given.get("class", "")
        if "mention" in classes and (member := member_in(unescape(written), self._at)):
            self._links += 1
            self._wrap(f'<a href="member:{escape(member)}">', self._end_link)
            return
        if not (PLAIN_LINK.fullmatch(written) and "xn--" not in written):
            written = escape(absolute(unescape(written), self._at) or "")
        if not written:
            self._wrap("", "")
        elif "lightbox" in classes:
            self._full_size = own_image(unescape(written), self._at)
            self._wrap("", self._end_lightbox)
        else:
            self._links += 1
            host = punycode_host(written)
            end = self._end_foreign_name(host, len(self._out)) if host else self._end_link
            self._wrap(f'<a href="{written}">', end)

    def _end_link(self) -> None:
        self._links -= 1
        self._out.append("</a>")

    def _end_foreign_name(self, host: str, start: int) -> Callable[[], None]:
        def end() -> None:
            if host not in "".join(self._out[start + 1 :]):
                self._out.append(f" ({escape(host)})")
            self._end_link()

        return end

    def _end_lightbox(self) -> None:
        self._full_size = None

    def image(self, attributes: str) -> None:
        """`img`: an emoji, an image of the community, or one from elsewhere, which is never loaded."""
        given = _given(attributes)
        classes = given.get("class", "").split()
        label = " ".join((given.get("alt") or given.get("title") or "").split())
        if "emoji" in classes:
            self._out.append(escape(emoji(given.get("title") or label)))
        elif not DECORATION.isdisjoint(classes):
            return
        elif url := own_image(given.get("src", ""), self._at):
            self._own_image(url, given, label)
        elif given.get("src"):
            self._foreign_image(given["src"], label)

    def _own_image(self, url: str, given: dict[str, str], label: str) -> None:
        width, height = _pixels(given.get("width")), _pixels(given.get("height"))
        key = image_key(url)
        self.images[key] = self.images.get(key, ImageRef(key, url, width, height, label))._replace(full=False)
        size = ""
        if width and height:
            shown = min(width, _SHOWN_WIDTH)
            size = f' width="{shown}" height="{max(1, height * shown // width)}"'
        tag = f'<img src="image:{key}"{size} alt="{escape(label)}">'
        if self._links:
            self._out.append(tag)
            return
        enlarged = key
        if self._full_size and self._full_size != url:
            enlarged = image_key(self._full_size)
            self.images.setdefault(enlarged, ImageRef(enlarged, self._full_size, 0, 0, label, full=True))
        self._out.append(f'<a href="image:{enlarged}">{tag}</a>')

    def _foreign_image(self, src: str, label: str) -> None:
        if self._cards or not label:
            return
        url = absolute(src, self._at)
        if self._links or url is None:
            self._out.append(escape(label))
        else:
            self._out.append(f'<a href="{escape(url)}">{escape(label)}</a>')

    def start_aside(self, attributes: str) -> None:
        """`aside`: a quote of a post, a link card, or a plain block."""
        given = _given(attributes)
        classes = given.get("class", "").split()
        if "quote" in classes:
            self._quotes.append(Quote(given, len(self._out), len(self._stack)))
            self._wrap("", self._end_quote)
        elif "onebox" in classes:
            self._enter_table()
            self._cards += 1
            self._wrap('<table class="card" width="100%"><tr><td>', self._end_card)
        else:
            self._wrap("<div>", "</div>")

    def _end_quote(self) -> None:
        self._note_quoted(self._quotes.pop().start)

    def _note_quoted(self, start: int) -> None:
        """Remember the stretch from `start` to here as quoted, in place of the quotes inside it."""
        while self._quoted and self._quoted[-1][0] >= start:
            self._quoted.pop()
        self._quoted.append((start, len(self._out)))

    def _end_card(self) -> None:
        self._cards -= 1
        self._tables -= 1
        self._out.append("</td></tr></table>")

    def start_header(self, _attributes: str) -> None:
        """`header` with a class: in a link card the site's name."""
        self._wrap('<div class="site">' if self._cards else "<div>", "</div>")

    def start_div(self, attributes: str) -> None:
        """`div` with a class: the title of a quote, a poll, decoration, or a plain block."""
        given = _given(attributes)
        classes = given.get("class", "").split()
        quote = self._quotes[-1] if self._quotes else None
        if not DECORATION.isdisjoint(classes):
            self._skip = 1
        elif quote and "title" in classes and not quote.named:
            quote.named = True
            begin = len(self._out)
            self._wrap("", lambda: self._out.append(quote.byline(self._words_since(begin))))
        else:
            self._wrap('<div class="poll">' if "poll" in classes else "<div>", "</div>")

    def start_blockquote(self, _attributes: str) -> None:
        """`blockquote`: the words of a quoted post, or a plain quotation."""
        quote = self._quotes[-1] if self._quotes else None
        if quote and len(self._stack) == quote.depth + 1:
            if not quote.named:
                quote.named = True
                self._out.append(quote.byline(""))
            self._wrap('<blockquote class="quote">', "</blockquote>")
            return
        begin = len(self._out)
        self._wrap("<blockquote>", lambda: self._end_blockquote(begin))

    def _end_blockquote(self, begin: int) -> None:
        self._out.append("</blockquote>")
        self._note_quoted(begin)

    def start_span(self, attributes: str) -> None:
        """`span` with a class: Mastodon hides and shortens parts of addresses with them."""
        given = _given(attributes)
        classes = given.get("class", "").split()
        if DECORATION.isdisjoint(classes):
            self._wrap("", "…" if "ellipsis" in classes else "")
        else:
            self._skip = 1

    def _enter_table(self) -> None:
        self._tables += 1
        if self._tables > TABLE_DEPTH:
            raise OutOfBounds

    def start_table(self, _attributes: str) -> None:
        """`table`."""
        self._enter_table()
        self._wrap("<table>", self._end_table)

    def _end_table(self) -> None:
        self._tables -= 1
        self._out.append("</table>")

    def start_cell(self, attributes: str) -> None:
        """`td`."""
        self._cell("td", attributes)

    def start_heading_cell(self, attributes: str) -> None:
        """`th`."""
        self._cell("th", attributes)

    def _cell(self, name: str, attributes: str) -> None:
        given = _given(attributes)
        spans = {side: min(max(_pixels(given.get(side)), 1), _MAX_SPAN) for side in ("colspan", "rowspan")}
        self._cells += spans["colspan"] * spans["rowspan"]
        if self._cells > TABLE_CELLS:
            raise OutOfBounds
        written = "".join(f' {side}="{count}"' for side, count in spans.items() if count > 1)
        self._wrap(f"<{name}{written}>", f"</{name}>")

    def start_ordered(self, attributes: str) -> None:
        """`ol` that does not start at one."""
        given = _given(attributes)
        self._wrap(f'<ol start="{_pixels(given.get("start"))}">', "</ol>")

    def start_summary(self, _attributes: str) -> None:
        """`summary`: the line of a folded part."""
        begin = len(self._out)
        self._wrap("", lambda: self._end_summary(begin))

    def _end_summary(self, begin: int) -> None:
        title = self._words_since(begin)
        if title:
            self._out.append(f'<p class="summary"><b>{escape(title)}</b></p>')

    def start_code(self, _attributes: str) -> None:
        """`code`, which says nothing more inside `pre`."""
        if "</pre>" in self._stack:
            self._wrap("", "")
        else:
            self._wrap("<code>", "</code>")


# Tags whose form depends on their attributes or on what is around them.
SHAPED: dict[str, Callable[[Shaper, str], None]] = {
    "a": Shaper.start_link,
    "aside": Shaper.start_aside,
    "blockquote": Shaper.start_blockquote,
    "code": Shaper.start_code,
    "div": Shaper.start_div,
    "header": Shaper.start_header,
    "img": Shaper.image,
    "ol": Shaper.start_ordered,
    "span": Shaper.start_span,
    "summary": Shaper.start_summary,
    "table": Shaper.start_table,
    "td": Shaper.start_cell,
    "th": Shaper.start_heading_cell,
}


def _given(attributes: str) -> dict[str, str]:
    if not attributes:
        return {}
    given = dict(_ATTRIBUTE.findall(attributes))
    return {name: unescape(value) for name, value in given.items()} if "&" in attributes else given


def _pixels(value: str | None) -> int:
    return int(value) if value and value.isascii() and value.isdigit() and len(value) <= 5 else 0
