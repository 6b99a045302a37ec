"""What is said when others would read something than the member had in mind."""

from __future__ import annotations

from app.audience import Change
from app.share_guard import Guard, Passage
from tests.widgets.audience.people import CLOSED
from widgets.audience import warnings


def said(warned: warnings.Warned) -> str:
    return f"{warned.strong} {warned.rest}"


def test_who_joined_by_name_and_organisation() -> None:
    people = CLOSED.readers
    assert said(warnings.grew(Change(people[:1]))) == (
        "1 person newly reads along since you wrote this: Fatima El Amrani (Rijkswaterstaat)."
    )
    assert said(warnings.grew(Change((people[5], people[11])))) == (
        "2 people newly read along since you wrote this:"
        " Rosa Timmer (Ministerie van BZK) and Guus Veldman (Ministerie van IenW)."
    )
    assert said(warnings.grew(Change(people[:5], more=2))).endswith(
        "Joost van Dijk (Ministerie van BZK) and 3 more."
    )


def test_how_many_where_names_are_not_known() -> None:
    assert said(warnings.grew(Change(more=3))) == "3 people newly read along since you wrote this."


def test_a_group_that_was_opened() -> None:
    assert said(warnings.grew(Change(opened=True))).startswith("This group is open now.")


def test_text_from_a_closed_group_names_both() -> None:
    origin = Passage(3, 7, 2)
    guard = Guard(origin, "Participatie", 5, "Begrijpelijke taal", False, (), 2400)
    assert said(warnings.guarded(guard)) == (
        "This comes from the closed group Participatie."
        " Begrijpelijke taal is open: everyone in the community would read it."
    )
    closed = Guard(origin, "Participatie", 6, "Woordvoering", True, CLOSED.readers[:1], 1)
    assert said(warnings.guarded(closed)).endswith(
        "In Woordvoering it would be read by others too: Fatima El Amrani (Rijkswaterstaat)."
    )
    assert "Everyone in the community" in said(
        warnings.guarded(guard._replace(target_group="", target_id=None))
    )
    assert said(warnings.guarded(closed._replace(readers=(), count=None))).endswith(
        "In Woordvoering others would read it too."
    )
