"""A rule being written: text and rows follow each other, and every step can be undone."""

from __future__ import annotations

from widgets.filters.draft import History, draft
from widgets.filters.form import Block, Row, replaced


def test_typing_moves_the_rows_along() -> None:
    begun = draft("kind:link", "en", "Mine")
    typed = begun.typed("kind:link replies:<3")
    assert typed.form.items == (Row("kind", "is", ("link",)), Row("replies", "<", ("3",)))
    assert typed.error is None


def test_what_cannot_be_read_leaves_the_rows_as_they_were() -> None:
    begun = draft("kind:link", "en")
    typed = begun.typed("kind:nonsense")
    assert typed.error is not None
    assert typed.error.position == 5
    assert (typed.text, typed.form) == ("kind:nonsense", begun.form)


def test_rows_write_the_text_in_the_language_of_the_window() -> None:
    begun = draft("kind:link", "nl")
    assert begun.text == "soort:link"
    built = begun.built(replaced(begun.form, (0,), Row("kind", "not", ("announcement",))), "nl")
    assert built.text == "-soort:mededeling"


def test_a_long_rule_breaks_between_its_conditions() -> None:
    text = "kind:announcement,link replies:<3 (title:newsletter,intranet OR tag:internal) -group:crisis"
    lines = draft(text, "en").text.split("\n")
    assert (
        lines
        == [
            "kind:announcement,link replies:<3",
            "(title:newsletter,intranet OR tag:internal)",
            "-group:crisis",
        ]
        or " ".join(lines) == text
    )


def test_steps_go_back_and_forth() -> None:
    first = draft("", "en", "A")
    history = History(first)
    second = first._replace(on=False)
    third = second._replace(action="dim")
    history.step(second)
    history.step(third)
    assert history.undo() == second
    assert history.undo() == first
    assert not history.can_undo
    assert history.undo() == first
    assert history.redo() == second
    history.step(first._replace(action="keep"))
    assert not history.can_redo


def test_typing_in_one_place_is_one_step() -> None:
    first = draft("", "en", "A")
    history = History(first)
    for name in ("AB", "ABC", "ABCD"):
        history.step(history.now._replace(name=name), "name")
    history.step(history.now._replace(text="x"), "text")
    assert history.undo().name == "ABCD"
    assert history.undo() == first


def test_a_form_without_conditions_means_everything() -> None:
    assert draft("", "en").form == Block("all", ())
