"""Colours for the text of a query, also while it is half typed."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.filters.spans import spans


def _said(text: str) -> list[tuple[str, str]]:
    return [(text[start : start + length], kind) for start, length, kind in spans(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", []),
        ("beleid", []),
        ('soort:vraag -van:"Jan B" x', [("soort:", "field"), ("vraag", "value"), ("-", "operator"),
         ("van:", "field"), ('"Jan B"', "value")]),
        ("(a OF b) NIET c", [("(", "operator"), ("OF", "operator"), (")", "operator"), ("NIET", "operator")]),
        ("antwoorden:>3 sinds:7d", [("antwoorden:", "field"), (">3", "number"), ("sinds:", "field"),
         ("7d", "number")]),
        ("tag:a,b", [("tag:", "field"), ("a", "value"), ("b", "value")]),
        ("soort:vrag x", [("soort:", "field"), ("vrag", "value"), ("vrag", "error")]),
        ("soort:", [("soort:", "field"), (":", "error")]),
        ('tag:a "half', [("tag:", "field"), ("a", "value"), ('"half', "error")]),
        ("a ) tag:b", [(")", "operator"), ("tag:", "field"), ("b", "value"), (")", "error")]),
    ],
)  # fmt: skip
def test_spans_of_whole_and_half_typed_texts(text: str, expected: list[tuple[str, str]]) -> None:
    assert _said(text) == expected


@settings(max_examples=500, deadline=None)
@given(text=st.one_of(st.text(max_size=80), st.text('ab:"(),-* ORNT>37d', max_size=80)))
def test_any_text_has_spans_within_it(text: str) -> None:
    found = spans(text)
    assert all(start >= 0 and length > 0 and start + length <= len(text) for start, length, _ in found)
    plain = [span for span in found if span.kind != "error"]
    assert all(one.start + one.length <= next_one.start for one, next_one in itertools.pairwise(plain))
