"""What is pasted as formatted text, as simple Markdown: links, bold, italics and lists, and nothing else."""

from __future__ import annotations

import re
from html.parser import HTMLParser

# Beyond this, or with a table, the plain text that comes with it is the better paste.
LONGEST_HTML = 60_000
# The parser's time is quadratic in tags that are never closed.
_UNCLOSED = 50
_DEEPEST = 8
_WORTH = re.compile(r"<(?:a\s[^>]*href|b[\s>]|strong|i[\s>]|em[\s>]|li[\s>])", re.IGNORECASE)
_NOT_THESE = re.compile(r"<(?:table|pre|textarea)[\s>]", re.IGNORECASE)
_FRAGMENT = re.compile(r"<!--StartFragment-->(.*)<!--EndFragment-->", re.DOTALL)
_NORMAL = re.compile(r"font-weight:\s*(?:normal|[1-4]00)|font-style:\s*normal", re.IGNORECASE)
_BLOCKS = frozenset(
    [
        "p",
        "div",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "ul",
        "ol",
        "blockquote",
        "section",
        "article",
        "header",
        "footer",
        "tr",
    ]
)
_SILENT = frozenset(["script", "style", "head", "title", "template", "noscript"])
_MARKS = {"b": "**", "strong": "**", "i": "*", "em": "*"}
_BLANKS = re.compile(r"[ \t\r\n\f\u00a0]+")
_WORDS = re.compile(r"\w+")


def markdown_from(html: str, plain: str) -> str | None:
    """The HTML of a clipboard as Markdown; None where ``plain``, the text that came with it, serves better.

    The words must be those of ``plain``, in the same order: nothing hidden comes along.
    """
    if len(html) > LONGEST_HTML or html.count("<") > html.count(">") + _UNCLOSED:
        return None
    if not _WORTH.search(html) or _NOT_THESE.search(html):
        return None
    fragment = _FRAGMENT.search(html)
    reader = _Reader()
    reader.feed(fragment[1] if fragment else html)
    reader.close()
    made = reader.markdown()
    wanted = _WORDS.findall(plain)
    if _WORDS.findall(reader.words()) != wanted or made.strip() == plain.strip():
        return None
    return made


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self._written: list[str] = []
        self._words: list[str] = []
        self._marks: list[tuple[str, str]] = []
        self._lists: list[int | None] = []
        self._silent = 0
        self._link: tuple[str, int] | None = None

    def markdown(self) -> str:
        """All that was read, at most one empty line between paragraphs."""
        while self._marks:
            self.handle_endtag(self._marks[-1][0])
        lines = [line.rstrip() for line in "".join(self._written).split("\n")]
        return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip("\n")

    def words(self) -> str:
        """The text alone."""
        return "".join(self._words)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Begin what Markdown has a sign for."""
        told = dict(attrs)
        if tag in _SILENT:
            self._silent += 1
        elif tag == "br":
            self._put("\n")
        elif tag in ("ul", "ol"):
            self._lists.append(1 if tag == "ol" else None)
            self._break(1 if len(self._lists) > 1 else 2)
        elif tag == "li":
            self._item()
        elif tag in _BLOCKS:
            self._break(1 if self._lists else 2)
        elif tag in _MARKS:
            mark = "" if _NORMAL.search(told.get("style") or "") else _MARKS[tag]
            self._marks.append((tag, mark))
            self._put(mark)
        elif tag == "a" and self._link is None:
            href = (told.get("href") or "").strip()
            safe = href.startswith(("https://", "http://", "mailto:")) and not re.search(r"[\s()<>]", href)
            self._link = (href if safe else "", len(self._written))

    def handle_endtag(self, tag: str) -> None:
        """End it again."""
        if tag in _SILENT:
            self._silent = max(self._silent - 1, 0)
        elif tag in ("ul", "ol") and self._lists:
            self._lists.pop()
            self._break(1 if self._lists else 2)
        elif tag in _MARKS and self._marks and self._marks[-1][0] == tag:
            self._close_mark(self._marks.pop()[1])
        elif tag == "a" and self._link is not None:
            self._close_link(*self._link)
            self._link = None
        elif tag in _BLOCKS:
            self._break(1 if self._lists else 2)

    def handle_data(self, data: str) -> None:
        """Text, its blanks as one."""
        if self._silent:
            return
        self._words.append(data)
        words = _BLANKS.sub(" ", data)
        if self._at_line_start():
            words = words.lstrip(" ")
        if words:
            self._put(words)

    def _item(self) -> None:
        self._break(1)
        depth = min(max(len(self._lists) - 1, 0), _DEEPEST)
        number = self._lists[-1] if self._lists else None
        if number is None:
            self._put("   " * depth + "- ")
        else:
            self._lists[-1] = number + 1
            self._put("   " * depth + f"{number}. ")

    def _close_mark(self, mark: str) -> None:
        """Marks hug their words: blanks move out, and around nothing there are none."""
        if not mark:
            return
        trailing = ""
        while self._written and not self._written[-1].strip():
            trailing = self._written.pop() + trailing
        if self._written and self._written[-1] == mark:
            self._written.pop()
            self._put(trailing)
            return
        if self._written:
            words = self._written[-1].rstrip()
            trailing = self._written[-1][len(words) :] + trailing
            self._written[-1] = words
        self._put(mark + trailing)

    def _close_link(self, href: str, begun: int) -> None:
        words = "".join(self._written[begun:])
        label = words.strip()
        if not href or not label or "\n" in label or label == href:
            return
        del self._written[begun:]
        lead = words[: len(words) - len(words.lstrip())]
        shown = label.replace("[", "(").replace("]", ")")
        self._put(f"{lead}[{shown}]({href}){words[len(words.rstrip()) :]}")

    def _break(self, lines: int) -> None:
        self._words.append(" ")
        text = "".join(self._written[-4:])
        if text.strip() or self._written:
            there = len(text) - len(text.rstrip("\n"))
            self._put("\n" * max(lines - there, 0))

    def _at_line_start(self) -> bool:
        last = next((part for part in reversed(self._written) if part), "\n")
        return last.endswith(("\n", "- ", ". ")) and (last.endswith("\n") or bool(self._lists))

    def _put(self, text: str) -> None:
        if text:
            self._written.append(text)
