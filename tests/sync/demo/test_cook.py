"""Cooked HTML has Discourse's shapes."""

from __future__ import annotations

import pytest

from sync.demo.cook import HOST_MARK, Kitchen, Picture, cook, excerpt

KITCHEN = Kitchen(
    usernames=frozenset({"noor_wijnands"}),
    categories={"participatie": (5, "Participatie")},
    tags=frozenset({"brieven"}),
    picture=lambda a: (
        Picture("/uploads/x.png", 1380, 800, "ab" * 20, 40_960) if a == "demo-image:kaart" else None
    ),
)


@pytest.mark.parametrize(
    ("raw", "parts"),
    [
        ("Vraag het @noor_wijnands.", ['<a class="mention" href="/u/noor_wijnands">@noor_wijnands</a>']),
        ("Vraag het @niemand hier.", ['<span class="mention">@niemand</span>']),
        (
            "Zie #participatie en #brieven.",
            ['href="/c/participatie/5"', 'href="/tag/brieven"', "hashtag-cooked"],
        ),
        ("Mooi :tada:", ['class="emoji"', "/images/emoji/twitter/tada.png"]),
        (
            "https://www.rijksoverheid.nl/korte-brieven",
            ['<aside class="onebox', "Korte brieven", "rijksoverheid.nl"],
        ),
        ("| a | b |\n|---|---|\n| 1 | 2 |", ["<table>", "<td>1</td>"]),
        ("```python\nx = '@noor_wijnands :tada:'\n```", ['<code class="language-python">', ":tada:"]),
        (
            '[details="Meer"]\nverborgen **tekst**\n[/details]',
            ["<details>", "<summary>", "<strong>tekst</strong>"],
        ),
        (
            "[kaart (2).pdf|attachment](upload://ab12.pdf) (240 KB)",
            ['<a class="attachment" href="/uploads/short-url/ab12.pdf">kaart (2).pdf</a> (240 KB)'],
        ),
        ("![Kaart](demo-image:kaart)", ['class="lightbox"', 'width="690"', f"//{HOST_MARK}/uploads/x.png"]),
    ],
)
def test_shapes(raw: str, parts: list[str]) -> None:
    """Mentions, hashtags, emoji, oneboxes, tables, code, details and lightboxes."""
    cooked = cook(raw, KITCHEN)
    for part in parts:
        assert part in cooked


def test_a_quote_is_an_aside_with_its_source() -> None:
    """Quotes may hold mark-up and stand between paragraphs."""
    raw = 'Eens:\n\n[quote="noor_wijnands, post:3, topic:12"]\nEen *sterk* punt.\n[/quote]\n\nDus ja.'
    cooked = cook(raw, KITCHEN)
    assert 'data-username="noor_wijnands" data-post="3" data-topic="12"' in cooked
    assert "<em>sterk</em>" in cooked
    assert cooked.index("</aside>") < cooked.index("Dus ja.")
    assert excerpt(cooked) == "Eens: Dus ja."


def test_code_and_links_are_left_alone() -> None:
    """No mention inside code, no onebox inside a sentence."""
    assert "mention" not in cook("Typ `@noor_wijnands` in.", KITCHEN)
    assert "onebox" not in cook("Zie https://www.rijksoverheid.nl voor meer.", KITCHEN)


def test_html_of_members_is_text() -> None:
    """Nothing a member types becomes a tag."""
    assert "<script" not in cook("<script>alert(1)</script> hallo", KITCHEN)


def test_excerpts_are_cut_at_a_word() -> None:
    """With an ellipsis."""
    short = excerpt("<p>" + "woord " * 100 + "</p>", 50)
    assert short.endswith("woord&hellip;")
    assert len(short) < 60


def test_bare_addresses_in_a_sentence_become_links() -> None:
    """Without the punctuation that follows; not twice."""
    cooked = cook("Zie https://www.rijksoverheid.nl/a?b=1&c=2, of vraag @noor_wijnands.", KITCHEN)
    assert '<a href="https://www.rijksoverheid.nl/a?b=1&amp;c=2" rel="noopener nofollow ugc">' in cooked
    assert "</a>, of vraag <a" in cooked
    assert cook("[tekst](https://www.rijksoverheid.nl)", KITCHEN).count("<a ") == 1
