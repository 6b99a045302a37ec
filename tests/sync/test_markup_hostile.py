"""Hostile posts: nothing but the dialect comes out, quickly, whatever went in."""

from __future__ import annotations

import re
import time
from html.parser import HTMLParser

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sync.markup import clean, plain
from tests.sync.hostile.attacks import ATTACKS, PIECES

BASE = "https://praat.example.nl"
TAGS = set(
    "p div blockquote pre ul ol li hr br h3 h4 h5 table tr td th b i u s code sub sup a img".split()  # noqa: SIM905
)
ATTRIBUTES = {
    "a": {"href"}, "img": {"src", "width", "height", "alt"}, "ol": {"start"}, "td": {"colspan", "rowspan"},
    "th": {"colspan", "rowspan"},
    "p": {"class"}, "div": {"class"}, "blockquote": {"class"}, "table": {"class", "width"},
}  # fmt: skip
CLASSES = {"byline", "summary", "poll", "card", "site", "quote"}
LINK = re.compile(
    r"https?://[^/@\\\s]+([/?#].*)?|mailto:[^?\s]+|image:[0-9a-f]{20}|member:[\w.-]+|post:\d+/\d+", re.S
)
SPOOFING = re.compile("[\u202a-\u202e\u2066-\u2069\u200b\u200e\u200f\ufeff\ufdd0\ufdd1\ufffc\x00]")


class Dialect(HTMLParser):
    """Fails on anything that is not in the dialect; counts nesting."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.open: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert tag in TAGS, tag
        for name, value in attrs:
            assert name in ATTRIBUTES.get(tag, set()), (tag, name)
            if name == "href":
                assert LINK.fullmatch(value or ""), value
            elif name == "src":
                assert re.fullmatch(r"image:[0-9a-f]{20}", value or ""), value
            elif name == "class":
                assert value in CLASSES, value
        if tag not in ("br", "hr", "img"):
            self.open.append(tag)
            assert len(self.open) <= 110
            assert self.open.count("table") <= 3

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_comment(self, data: str) -> None:
        raise AssertionError(data)

    def handle_decl(self, decl: str) -> None:
        raise AssertionError(decl)

    def handle_pi(self, data: str) -> None:
        raise AssertionError(data)


def check_dialect(html: str) -> None:
    parser = Dialect()
    parser.feed(html)
    parser.close()
    assert parser.open == []
    assert not SPOOFING.search(html)


@pytest.mark.parametrize("attack", ATTACKS)
def test_attack_leaves_only_the_dialect(attack: str) -> None:
    post = clean(attack, base_url=BASE)
    check_dialect(post.html)
    assert all(image.url.startswith(BASE + "/") for image in post.images)


posts = st.one_of(
    st.text(max_size=300),
    st.lists(st.one_of(st.sampled_from(PIECES), st.text(max_size=8)), max_size=40).map("".join),
)


@settings(max_examples=400, deadline=None)
@given(posts)
def test_any_post_comes_out_in_the_dialect(html: str) -> None:
    post = clean(html, base_url=BASE)
    check_dialect(post.html)
    assert plain(post.html) == post.text
    assert len(post.excerpt) <= 301
    assert {image.key for image in post.images} >= set(re.findall(r'src="image:([0-9a-f]+)"', post.html))


@settings(max_examples=300, deadline=None)
@given(posts)
def test_cleaning_again_shows_nothing_new(html: str) -> None:
    once = clean(html, base_url=BASE)
    again = clean(once.html, base_url=BASE)
    check_dialect(again.html)
    assert "".join(again.text.split()) == "".join(once.text.split())
    assert again.images == ()


# Once their block is closed, an HTML parser opens all of these again in every block that follows.
LEFT_OPEN = "<div>" + "".join(f'<b id="{n}">' for n in range(1500)) + "</div>"
BOMBS = {
    "a long word": "<p>" + "w" * 200_000 + "</p>",
    "a long word in pieces": "<p>" + "<b>wwww</b>" * 3_000 + "</p>",
    "nested quotes": "<blockquote>" * 10_000 + "x",
    "nested tables": "<table><tr><td>" * 50 + "x",
    "five megabytes of <": "<" * 5_000_000,
    "five megabytes of open tags": "<a href='" * 600_000,
    "formatting copied into every block": LEFT_OPEN + "<div>x</div>" * 2500,
    "formatting and comments": "<b id=1><!--</b>-->" * 5000 + "<p>x</p>" * 5000,
    "many attributes": "<p " + " ".join(f"a{n}" for n in range(30_000)) + ">x",
    "many list items": "<ul>" + "<li>x" * 20_000 + "</ul>",
    "spans over spans": "<table>" + '<tr><td colspan="20" rowspan="20">x</td></tr>' * 500 + "</table>",
    "many cells": "<table><tr>" + "<td>x" * 20_000,
    "unclosed scripts": "<script>" * 60_000,
    "unclosed comments": "<!--" * 400_000,
    "frames without end": "<iframe src=" * 16_000,
    "ampersands": "&" * 1_000_000,
}


@pytest.mark.parametrize("name", BOMBS)
def test_bomb_is_bounded_in_time_and_becomes_plain_text(name: str) -> None:
    began = time.process_time()
    post = clean(BOMBS[name], base_url=BASE)
    assert time.process_time() - began < 2
    check_dialect(post.html)
    assert len(post.html) < 1_200_000
    assert max(map(len, post.text.split() or [""])) <= 10_000


@pytest.mark.parametrize(
    "name",
    ["a long word", "nested quotes", "nested tables", "many list items", "spans over spans", "many cells"],
)
def test_plain_form_says_that_it_is_one_and_keeps_the_words(name: str) -> None:
    post = clean(BOMBS[name], base_url=BASE)
    assert post.oversize
    assert post.text[:1] in ("x", "w")
    assert "<table" not in post.html


@pytest.mark.parametrize("start_tags", [LEFT_OPEN, LEFT_OPEN.replace('">', '"/>')])
def test_copies_of_formatting_are_seen_before_a_parser_makes_them(start_tags: str) -> None:
    began = time.process_time()
    assert clean(start_tags + "<div>x</div>" * 2500, base_url=BASE).oversize
    assert time.process_time() - began < 0.3


@pytest.mark.parametrize(
    ("wrapping", "fits", "too_many"),
    [("<table><tr><td>", 3, 4), ("<blockquote>", 50, 51), ("<aside class=onebox>", 3, 4)],
)
def test_nesting_is_kept_up_to_its_bound(wrapping: str, fits: int, too_many: int) -> None:
    assert not clean(wrapping * fits + "x", base_url=BASE).oversize
    assert clean(wrapping * too_many + "x", base_url=BASE).oversize


def test_long_honest_post_is_not_taken_for_a_bomb() -> None:
    row = '<tr><td>Naam</td><td><a href="https://a.example/x">a</a></td></tr>\n'
    html = "<p>Een <b>lijst</b> met <i>links</i></p>\n" * 1_500 + f"<table>{row * 300}</table>"
    post = clean(html, base_url=BASE)
    assert not post.oversize
    assert post.html.count("<a ") == 300


def test_words_of_a_plain_form_are_parted_only_when_too_long() -> None:
    post = clean("<div>" * 60 + "<p>Eerste regel</p><p>Tweede <b>regel</b> &lt;x&gt;</p>", base_url=BASE)
    assert post.oversize
    assert post.html == "<p>Eerste regel</p>\n<p>Tweede regel &lt;x&gt;</p>"


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("https://\u0430pple.example/", "https://xn--pple-43d.example/"),
        ("https://xn--pple-43d.example/", "https://xn--pple-43d.example/"),
    ],
)
def test_lookalike_host_is_shown_in_punycode(written: str, shown: str) -> None:
    post = clean(f'<a href="{written}">apple.example</a>', base_url=BASE)
    assert f'href="{shown}"' in post.html
    assert post.text == "apple.example (xn--pple-43d.example)"


def test_user_part_cannot_pose_as_the_host() -> None:
    post = clean('<a href="https://rijksoverheid.nl@kwaad.example/x">x</a>', base_url=BASE)
    assert 'href="https://kwaad.example/x"' in post.html


def test_turned_text_reads_in_the_order_it_was_sent() -> None:
    assert clean("<p>rekening\u202egnp.exe &#x2066;x</p>", base_url=BASE).text == "rekeninggnp.exe x"


def test_in_app_links_cannot_be_written_by_a_post() -> None:
    post = clean(
        '<a href="member:baas">a</a><a href="post:1/1">b</a><a href="image:0123">c</a>', base_url=BASE
    )
    assert post.html == "abc"
