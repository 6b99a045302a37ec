"""What others wrote and a member quotes in what they are writing: ``[quote="name, post:3, topic:12"]``."""

from __future__ import annotations

import re

_MARK = re.compile(r"\[quote(?:=[^\]\n]*)?\]|\[/quote\]", re.IGNORECASE)
_LEFT_OUT = "…"


def without_quotes(raw: str) -> str:
    """The text with every quote emptied; who is quoted stays, and so does all that the member wrote."""
    open_at: list[int] = []
    pairs: list[tuple[int, int]] = []
    for mark in _MARK.finditer(raw):
        if not mark[0].startswith("[/"):
            open_at.append(mark.end())
        elif open_at:
            start = open_at.pop()
            # A quote in a quote goes with the one around it.
            while pairs and pairs[-1][0] > start:
                pairs.pop()
            pairs.append((start, mark.start()))
    kept, done = [], 0
    for start, end in pairs:
        kept += [raw[done:start], _LEFT_OUT]
        done = end
    return "".join(kept) + raw[done:]
