"""The preview: Markdown as the community makes it, and nothing but the reader's dialect whatever is typed."""

from __future__ import annotations

import time
from sqlite3 import Connection

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.composer.preview import LONGEST, Known, names_in, rendered
from sync.markup import clean
from sync.markup_links import image_key
from tests.sync.hostile.attacks import ATTACKS, PIECES
from tests.sync.test_markup_hostile import check_dialect

HOME = "https://praat.example.nl"


@pytest.mark.parametrize(
    ("raw", "html"),
    [
        ("Regel een\nregel twee", "<p>Regel een<br>\nregel twee</p>\n"),
        ("**vet** *schuin* ~~weg~~ `code`", "<p><b>vet</b> <i>schuin</i> <s>weg</s> <code>code</code></p>\n"),
        ('Hij zei "ja" -- en (c)', "<p>Hij zei “ja” – en ©</p>\n"),
        ("# Kop", "<h3>Kop</h3>\n"),
        ("Hoera :tada:, 10:30:45", "<p>Hoera 🎉, 10:30:45</p>\n"),
        ("<b>vet</b> <script>kwaad()</script>x", "<p><b>vet</b> x</p>\n"),
        ("\\@fatima \\*niet\\*", "<p>@fatima *niet*</p>\n"),
    ],
)
def test_markdown_is_what_the_community_makes_of_it(raw: str, html: str) -> None:
    assert rendered(raw, HOME) == html


@pytest.mark.parametrize(
    ("raw", "target", "label"),
    [
        ("Zie https://a.nl/x_y_z.", "https://a.nl/x_y_z", "https://a.nl/x_y_z"),
        ("(https://a.nl/wiki/Taal_(mens))", "https://a.nl/wiki/Taal_(mens)", "https://a.nl/wiki/Taal_(mens)"),
        ("www.b.nl/pad!", "http://www.b.nl/pad", "www.b.nl/pad"),
        ("Mail fatima@rws.nl, graag", "mailto:fatima@rws.nl", "fatima@rws.nl"),
        ("[de gids](https://a.nl/gids)", "https://a.nl/gids", "de gids"),
        ("<https://a.nl>", "https://a.nl", "https://a.nl"),
    ],
)
def test_addresses_become_links(raw: str, target: str, label: str) -> None:
    assert f'<a href="{target}">{label}</a>' in rendered(raw, HOME)


@pytest.mark.parametrize("raw", ["`https://a.nl @fatima`", "```\nhttps://a.nl\n@fatima\n```", "a@b a#b x.y"])
def test_code_and_other_words_are_left_alone(raw: str) -> None:
    assert "<a" not in rendered(raw, HOME)


def test_a_table() -> None:
    shown = rendered("| a | b |\n|---|---|\n| 1 | **2** |", HOME)
    assert "<th>a</th>" in shown
    assert "<td><b>2</b></td>" in shown


def test_a_quote_names_who_said_it_and_leads_there() -> None:
    raw = '[quote="Fatima El Amrani, post:3, topic:12, username:fatima"]\nHet is **goed**\n[/quote]\n\nEens.'
    shown = rendered(raw, HOME)
    assert '<p class="byline"><a href="post:12/3">Fatima El Amrani:</a></p>' in shown
    assert '<blockquote class="quote"><p>Het is <b>goed</b></p>' in shown
    assert shown.endswith("<p>Eens.</p>\n")


def test_a_quote_within_a_quote_and_one_that_is_not_closed() -> None:
    nested = rendered('[quote="A"]\n[quote="B"]\nx\n[/quote]\ny\n[/quote]', HOME)
    assert nested.count('<blockquote class="quote">') == 2
    assert rendered("[quote]\nopen", HOME) == "<p>[quote]<br>\nopen</p>\n"


def test_a_folded_part_is_shown_open() -> None:
    shown = rendered('[details="Meer weten"]\n- een\n- twee\n[/details]', HOME)
    assert '<p class="summary"><b>Meer weten</b></p>' in shown
    assert "<li>twee</li>" in shown


def test_files_that_wait_are_boxes_with_their_names() -> None:
    shown = rendered(
        "![de kaart|690x400](upload://waiting-1)\n[nota.pdf|attachment](upload://waiting-2)", HOME
    )
    assert shown.count('<table class="card"') == 2
    assert "📎 de kaart</p>" in shown
    assert "📎 nota.pdf</p>" in shown
    assert rendered("Zie ![kaart](upload://waiting-1) hier", HOME) == "<p>Zie <b>📎 kaart</b> hier</p>\n"


def test_a_file_that_the_community_has_is_a_link_by_its_name() -> None:
    shown = rendered("Zie [nota.pdf|attachment](upload://ab12.pdf) (240 KB)", HOME)
    assert shown == f'<p>Zie <a href="{HOME}/uploads/short-url/ab12.pdf">nota.pdf</a> (240 KB)</p>\n'
    assert 'href="' not in rendered("[nota.pdf|attachment](upload://waiting-2)", HOME)


def test_pictures_of_the_community_are_shown_with_their_size_and_others_are_not_loaded() -> None:
    shown = rendered("![kaart|300x200](/uploads/kaart.png) ![ver](https://elders.example/x.png)", HOME)
    key = image_key(f"{HOME}/uploads/kaart.png")
    assert f'<img src="image:{key}" width="300" height="200" alt="kaart">' in shown
    assert shown.count("<img") == 1


def test_names_that_the_community_knows_lead_somewhere() -> None:
    known = Known(frozenset({"fatima"}), {"participatie": ("/c/participatie/5", "Participatie")})
    shown = rendered("@Fatima en @niemand in #participatie, nr. #7", HOME, known)
    assert '<a href="member:fatima">@Fatima</a>' in shown
    assert f'<a href="{HOME}/c/participatie/5">#Participatie</a>' in shown
    assert "@niemand in" in shown
    assert "#7" in shown
    assert "member:niemand" in rendered("@niemand", HOME)


def test_names_are_looked_up_in_the_cache(cache: Connection) -> None:
    username = cache.execute("SELECT username FROM members WHERE member_id > 0 ORDER BY 1").fetchone()[0]
    slug, name = cache.execute("SELECT slug, name FROM groups WHERE name = 'Participatie'").fetchone()
    tag = cache.execute("SELECT min(tag) FROM topic_tags").fetchone()[0]
    known = names_in(cache, f"@{username.upper()} @zeker_niet #{slug} #{tag} #{tag}::tag #zeker-niet")
    assert known.people == {username.lower()}
    assert known.places[slug] == (f"/c/{slug}/5", name)
    assert known.places[tag][1] == known.places[f"{tag}::tag"][1] == tag
    assert "zeker-niet" not in known.places


@pytest.mark.parametrize("attack", ATTACKS)
def test_known_attacks_leave_nothing_but_the_dialect(attack: str) -> None:
    for raw in (
        attack,
        f"**{attack}**",
        f"> {attack}\n\n- {attack}",
        f'[quote="{attack}"]\n{attack}\n[/quote]',
    ):
        check_dialect(rendered(raw, HOME))


PIECES_OF_MARKDOWN = (
    "[", "](", ")", "![", "|", "\n", "\n\n", "> ", "- ", "**", "`", "```\n", "<", ">", '"', "@", "#",
    ":tada:", "javascript:x", "upload://waiting-1", "https://a.nl", '[quote="a, post:1, topic:2"]',
    "[/quote]", '[details="x"]', "[/details]", "|attachment]", "|9x9]", "&lt;", "\u202e", "file:///etc/passwd",
    "www.", "a@b.nl", "\\", "[x]: ", "    ",
)  # fmt: skip
MARKDOWN = st.sampled_from(PIECES_OF_MARKDOWN)


@settings(max_examples=400, deadline=None)
@given(st.lists(MARKDOWN | st.sampled_from(PIECES) | st.text(max_size=5), max_size=40).map("".join))
def test_whatever_is_typed_is_in_the_dialect(raw: str) -> None:
    shown = rendered(raw, HOME)
    check_dialect(shown)
    # What is shown while writing is as safe as what is read: cleaning it again finds nothing to take away.
    assert clean(shown, base_url=HOME).text is not None


SLOW = (
    "*", "[", "> ", "`a", "<", "[a](", "![a", "*a_", "- ", "|a", "&", "<a ", "<!--", "'", '"', "[quote]\n",
    "@", "www.", "http://", "http://a/(", "http://a/)", "a.", "a@a.", ":a", "#a:", "<b>", "<table><tr><td>",
    "_a_", "~~", "\\", "[quote]x[/quote]\n", "![](upload://x)", "\u202e", "a\n", "1. ", "#",
)  # fmt: skip


@pytest.mark.parametrize("piece", SLOW)
def test_no_text_keeps_the_preview_long(piece: str) -> None:
    raw = piece * (60_000 // len(piece))
    began = time.process_time()
    rendered(raw, HOME)
    assert time.process_time() - began < 2


def test_what_is_longer_than_any_post_is_plain() -> None:
    raw = "<b>regel</b> & meer\n" * (LONGEST // 10)
    assert rendered(raw, HOME).startswith("<p>&lt;b&gt;regel&lt;/b&gt; &amp; meer</p>")


def test_an_address_with_a_long_tail_is_quick() -> None:
    began = time.process_time()
    rendered("www.a.b" + ")" * 90_000, HOME)
    assert time.process_time() - began < 1
