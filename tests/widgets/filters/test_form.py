"""Conditions as rows and back: the builder and the text say the same."""

from __future__ import annotations

import pytest

from app.filters.parse import parse
from app.filters.text import to_text
from widgets.filters.form import (
    Block,
    Row,
    comparisons,
    form_of,
    inserted,
    item_at,
    replaced,
    rows,
    tree_of,
    understood,
)

TEXTS = [
    "",
    "kind:announcement,link replies:<3 (title:newsletter,intranet OR tag:internal) -group:crisis",
    'group:"Plain language" -from:"Anna B" org:rws',
    '"one two" word prefix* -tag:a,b',
    '"exact"',
    "a OR b OR c",
    "-(a OR b)",
    "-(tag:a OR kind:link)",
    "a (b OR (c d))",
    "is:unread,saved -is:mine",
    "since:7d before:2026-01-01 likes:>=10 -replies:3",
    "since:last-visit title:x text:y",
]


@pytest.mark.parametrize("text", TEXTS)
def test_rows_say_what_the_text_says(text: str) -> None:
    tree = parse(text)
    assert tree_of(form_of(tree)) == tree


@pytest.mark.parametrize(
    ("text", "same"),
    [
        ("-replies:<3", "replies:>=3"),
        ("-replies:>3", "replies:<=3"),
        ("-since:2026-01-01", "before:2026-01-01"),
        ("-(tag:a kind:link)", "-tag:a OR -kind:link"),
    ],
)
def test_a_not_becomes_the_plain_opposite(text: str, same: str) -> None:
    assert tree_of(form_of(parse(text))) == parse(same)


def test_the_rule_of_the_picture_reads_as_rows() -> None:
    form = form_of(parse(TEXTS[1]))
    assert form.joined == "all"
    assert form.items == (
        Row("kind", "is", ("announcement", "link")),
        Row("replies", "<", ("3",)),
        Block("any", (Row("title", "is", ("newsletter", "intranet")), Row("tag", "is", ("internal",)))),
        Row("group", "not", ("crisis",)),
    )


def test_rows_without_a_value_say_nothing_yet() -> None:
    form = Block("all", (Row("kind", "is"), Block("any", (Row("tag", "is"),)), Row("tag", "is", ("a",))))
    assert to_text(tree_of(form)) == "tag:a"
    assert to_text(tree_of(Block("none", (Row("kind", "is"),)))) == ""


def test_what_is_typed_in_a_value_is_what_the_language_takes_it_for() -> None:
    assert understood("kind", "mededeling") == "announcement"
    assert understood("kind", "Link") == "link"
    assert understood("kind", "nonsense") is None
    assert understood("replies", "many") is None
    assert understood("tag", "#zorg") == "zorg"
    assert understood("title", "two words") == "two words"
    assert understood("title", "new*") == "new*"
    assert understood("title", '"new"') == '"new"'
    assert understood("written", "7d") == "7d"
    assert understood("written", "gisteren") == "1d"
    assert understood("any", "a:b") == "a b"
    assert understood("tag", "   ") is None


def test_every_field_begins_with_one_of_its_comparisons() -> None:
    assert comparisons("replies")[0] == "<"
    assert comparisons("written") == ("since", "before")
    assert comparisons("tag") == ("is", "not")


def test_items_are_found_put_in_and_taken_out_by_path() -> None:
    form = form_of(parse("a (b OR tag:c)"))
    row = Row("kind", "is", ("link",))
    assert item_at(form, (1, 1)) == Row("tag", "is", ("c",))
    assert to_text(tree_of(inserted(form, (1, 0), row))) == "a (kind:link OR b OR tag:c)"
    assert to_text(tree_of(replaced(form, (0,), None))) == "b OR tag:c"
    assert [path for path, _ in rows(form)] == [(0,), (1, 0), (1, 1)]
