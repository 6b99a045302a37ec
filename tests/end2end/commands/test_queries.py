"""The language of queries at the command line."""

from __future__ import annotations

import pytest

from tests.end2end.commands.journey import Member


def test_search_takes_the_language_in_dutch_and_english(settled: Member) -> None:
    questions = settled.run("search", "soort:vraag", "--json", "--limit", "500").document
    assert questions
    assert {hit["kind"] for hit in questions} == {"question"}
    assert settled.run("search", "kind:question", "--json", "--limit", "500").document == questions
    rest = settled.run("search", "NOT", "kind:question", "--json", "--limit", "500").document
    assert rest
    assert "question" not in {hit["kind"] for hit in rest}


@pytest.mark.parametrize(
    ("query", "said", "pointer"),
    [
        ("soort:", "After kind: comes a kind, such as question or link.", "        ^"),
        ("beleid soort:vrag", "Did you mean vraag?", "               ^^^^"),
        ('van:"Jan', 'A " is missing', "      ^^^^"),
    ],
)
def test_what_is_no_query_is_said_with_its_place(
    settled: Member, query: str, said: str, pointer: str
) -> None:
    done = settled.run("search", query)
    assert done.status == 2
    lines = done.err.splitlines()
    assert said in lines[0]
    assert lines[1:] == [f"  {query}", pointer]
