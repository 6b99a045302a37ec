"""The one error of a text that is no query: facts only, the sentences are in ``app.filters.sentences``."""

from __future__ import annotations

from typing import Literal

Code = Literal[
    "too-long",
    "too-deep",
    "unclosed-quote",
    "unclosed-parenthesis",
    "unexpected",
    "incomplete",
    "no-words",
    "unknown-field",
    "unknown-value",
    "not-a-number",
    "not-a-date",
    "too-many",
]


class QueryError(Exception):
    """A text that is no query: ``code`` says why, ``position`` and ``length`` where (characters).

    ``expected`` holds words that would do there: keywords, values, or the name of what is missing. ``field``
    is the field it is about (its name in ``keywords.FIELDS``), empty for none.
    """

    def __init__(self, code: Code, position: int, length: int = 1, expected: tuple[str, ...] = ()) -> None:
        super().__init__(f"{code} at {position}")
        self.field = ""
        self.code: Code = code
        self.position = position
        self.length = length
        self.expected = expected
