"""A quote of a post, as Discourse writes it: `aside.quote` with who and which post, a title and the words."""

from __future__ import annotations

import re
from html import escape

_DIGITS = re.compile(r"[0-9]{1,9}")


class Quote:
    """A quote being read: who and which post, and where it began."""

    def __init__(self, given: dict[str, str], start: int, depth: int) -> None:
        self.author = " ".join(given.get("data-username", "").split())
        self.start = start
        self.depth = depth
        self.named = False
        topic, number = given.get("data-topic", ""), given.get("data-post", "")
        known = _DIGITS.fullmatch(topic) and _DIGITS.fullmatch(number)
        self.target = f"post:{topic}/{number}" if known else ""

    def byline(self, title: str) -> str:
        """Return the line above the quote, linked to the quoted post when that is known.

        Discourse's title is the author's name and a colon, or the other topic's title without the author.
        """
        if not title:
            title = self.author
        elif self.author and not title.endswith(":") and self.author.casefold() not in title.casefold():
            title = f"{self.author}: {title}"
        if not title:
            return ""
        words = f'<a href="{self.target}">{escape(title)}</a>' if self.target else escape(title)
        return f'<p class="byline">{words}</p>'
