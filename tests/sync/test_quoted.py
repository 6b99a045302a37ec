"""What is left of a text when the quotes in it go."""

from __future__ import annotations

import pytest

from sync.quoted import without_quotes


@pytest.mark.parametrize(
    ("raw", "kept"),
    [
        ("Zonder citaat", "Zonder citaat"),
        (
            '[quote="jan, post:3, topic:12"]\nGeheim\n[/quote]\nDank!',
            '[quote="jan, post:3, topic:12"]…[/quote]\nDank!',
        ),
        ("A [quote]een[/quote] B [QUOTE]twee[/QUOTE] C", "A [quote]…[/quote] B [QUOTE]…[/QUOTE] C"),
        ("[quote]uit [quote]in[/quote] uit[/quote] ik", "[quote]…[/quote] ik"),
        ("[quote]open, en verder mijn eigen tekst", "[quote]open, en verder mijn eigen tekst"),
        ("[quote]open [quote]dicht[/quote] ik", "[quote]open [quote]…[/quote] ik"),
        ("ik [/quote] ik", "ik [/quote] ik"),
        ("[quote][/quote]", "[quote]…[/quote]"),
    ],
)
def test_quotes_are_emptied_and_the_rest_stays(raw: str, kept: str) -> None:
    assert without_quotes(raw) == kept
    assert without_quotes(kept) == kept


def test_a_text_of_nothing_but_quotes_takes_no_time() -> None:
    assert without_quotes("[quote]" * 50_000 + "[/quote]" * 50_000) == "[quote]…[/quote]"
    assert without_quotes("[quote]x[/quote]" * 50_000) == "[quote]…[/quote]" * 50_000
