"""The words of rows: every reason and every state is a plain sentence."""

from __future__ import annotations

from dataclasses import replace
from typing import get_args

import pytest

from app.audience import Audience, Change, Reader
from app.cli_share_texts import REASONS
from app.outbox_plan import Happening
from app.outbox_view import Deed, OutboxRow
from sync import outbox
from sync.connectors.base import WritingPace
from sync.outbox import Item
from widgets.outbox import where
from widgets.outbox.item_words import Moment, shown_item
from widgets.outbox.reasons import reason

PACE = WritingPace(15_000, 5_000, 300_000)
NOW = 1_764_000_000_000
GROUP = Audience(5, "Participatie", True, 14, 6, (), NOW, "exact")
CODES = sorted(value for name, value in vars(outbox).items() if name.isupper() and isinstance(value, str))


def row(happening: Happening, **changes: object) -> OutboxRow:
    plain = OutboxRow(
        Item(item_id=1, title="Een vraag", attempts=1),
        "on_its_way",
        happening,
        NOW + 60_000,
        "",
        "",
        GROUP,
        deeds=("edit", "withdraw", "send_now", "discard"),
    )
    return plain._replace(**changes)  # type: ignore[arg-type]


def person(name: str, organisation: str = "") -> Reader:
    return Reader(hash(name), name, name, organisation, "")


def test_every_reason_has_a_sentence_of_its_own() -> None:
    assert set(CODES) == set(REASONS)
    said = [reason(Item(reason=code)) for code in CODES]
    assert all(said)
    assert len(set(said)) == len(CODES)


@pytest.mark.parametrize("online", [True, False])
@pytest.mark.parametrize("happening", get_args(Happening))
def test_every_state_is_said(happening: Happening, online: bool) -> None:
    one = row(happening, ahead=3)
    if happening in ("held", "returned", "moderation"):
        one = one._replace(item=replace(one.item, reason=outbox.AMBIGUOUS))
    shown = shown_item(one, Moment(NOW, online, PACE))
    assert shown.state
    assert "{" not in shown.state
    assert shown.where == "Participatie · 14 people from 6 organisations"


@pytest.mark.parametrize(
    ("happening", "words"),
    [
        ("topic_pace", "the community takes one topic per 15 s"),
        ("post_pace", "the community takes one post per 5 s"),
        ("queue", "Goes out after 3 others"),
        ("behind", "Waits for what you wrote before it here"),
        ("again", "the community asks for that"),
    ],
)
def test_why_it_waits_is_said(happening: Happening, words: str) -> None:
    assert words in shown_item(row(happening, ahead=3), Moment(NOW, True, PACE)).state


def test_a_try_that_failed_is_no_wish_of_the_community() -> None:
    failed = row("again", item=Item(item_id=1, failures=2))
    assert shown_item(failed, Moment(NOW, True, PACE)).state.startswith("Did not get through. Next try at")


@pytest.mark.parametrize("deed", get_args(Deed))
def test_every_deed_has_words_and_says_about_what(deed: Deed) -> None:
    [one] = shown_item(row("due", deeds=(deed,)), Moment(NOW, True, PACE)).deeds
    assert one.words
    assert one.spoken == f"{one.words}: Een vraag"


@pytest.mark.parametrize(
    ("item", "words"),
    [
        (Item(action="reply"), "Answer to “Een titel”"),
        (Item(action="edit"), "Change in “Een titel”"),
        (Item(action="delete"), "Take back “Een titel”"),
        (Item(action="delete", post_id=4), "Take back an answer in “Een titel”"),
        (Item(action="like"), "Like for Fatima in “Een titel”"),
        (Item(action="unlike"), "No longer like a post in “Een titel”"),
        (Item(action="join"), "Join Een titel"),
        (Item(action="leave"), "Leave Een titel"),
        (Item(action="ask"), "Ask to join Een titel"),
    ],
)
def test_what_it_is_called(item: Item, words: str) -> None:
    assert where.title(row("due", item=item, about="Een titel", author="Fatima")) == words


def test_who_joined_is_named_up_to_four() -> None:
    many = Change(tuple(person(name, "BZK") for name in "ABCDEF"))
    assert where.joined(many) == (
        "6 people read along since you wrote this",
        "A (BZK), B (BZK), C (BZK), D (BZK) and 2 more",
    )
    two = Change((person("Rosa", "BZK"), person("Guus")))
    assert where.joined(two)[1] == "Rosa (BZK) and Guus"
    assert where.joined(Change(more=3)) == ("3 people read along since you wrote this", "")
    assert "whole community" in where.joined(Change(opened=True))[0]


@pytest.mark.parametrize(
    ("audience", "words"),
    [
        (GROUP, "14 people from 6 organisations"),
        (GROUP._replace(count=1), "1 person"),
        (GROUP._replace(organisations=1), "14 people from 1 organisation"),
        (GROUP._replace(organisations=None), "14 people"),
        (GROUP._replace(closed=False, count=240), "240 people"),
        (GROUP._replace(count=None), ""),
    ],
)
def test_to_whom_it_goes(audience: Audience, words: str) -> None:
    assert where.readers(audience) == words
