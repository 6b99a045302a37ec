"""Topics that a rule decided about: their look, their reason, and what one can do about it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.timeline import Timeline
from sync.store import verdicts
from sync.store.database import Store
from sync.store.rows import Place, TopicRow
from sync.store.verdicts import Verdict
from tests.listed import NEWEST
from widgets import wording
from widgets.background import Background
from widgets.theme import Theme, light_theme
from widgets.timeline.layout import CardLayout
from widgets.timeline.reasons import Reasons, Wanted
from widgets.timeline.ruled import ACTIONS, Why, reason
from widgets.timeline.view import TimelineView

WHY = Why("Quiet week", ("newsletter",))
RULE = 3


def row(verdict: str) -> TopicRow:
    return TopicRow(
        1, NEWEST, "Newsletter week 47", "announcement", "Three things to know", "a", 5, "Bram", "NVWA", "",
        1, "Web", 0, NEWEST, NEWEST, 3, 12, 1, 0, 0, 0, 0, verdict, RULE,
    )  # fmt: skip


def laid_out(theme: Theme, verdict: str, width: int = 520) -> tuple[CardLayout, TopicRow]:
    return CardLayout(theme, width, compact=False, words=wording, why=lambda _row: WHY), row(verdict)


def test_a_dimmed_topic_is_one_quiet_line(theme: Theme) -> None:
    layout, dimmed = laid_out(theme, "dim")
    card = layout.card(dimmed, NEWEST)
    assert card.height == 32
    assert {word.colour for word in card.words} == {"muted"}
    assert [word.text.text() for word in card.words] == ["dimmed · Quiet week", "Newsletter week 47"]


def test_a_hidden_topic_names_its_rule_and_word_and_offers_what_can_be_done(theme: Theme) -> None:
    layout, hidden = laid_out(theme, "hide")
    card = layout.card(hidden, NEWEST)
    words = [word.text.text() for word in card.words]
    assert "‘Quiet week’" in words
    assert "newsletter" in words
    assert [act.name for act in card.acts] == list(ACTIONS)
    assert len(card.fills) == 1


def test_everything_else_looks_as_usual(theme: Theme) -> None:
    layout, plain = laid_out(theme, "")
    usual = layout.card(plain, NEWEST)
    for verdict in ("highlight", "read", "keep", "notify"):
        assert layout.card(row(verdict), NEWEST).height == usual.height
    assert layout.card(row("highlight"), NEWEST).look == "highlight"
    assert usual.look == ""


@pytest.mark.parametrize("scale", [1.0, 2.0])
@pytest.mark.parametrize("width", [300, 520])
def test_links_stay_within_the_card(theme: Theme, scale: float, width: int) -> None:
    large = light_theme(theme.family, theme.fixed, scale)
    layout, hidden = laid_out(large, "hide", width)
    card = layout.card(hidden, NEWEST)
    for act in card.acts:
        assert act.area.bottom() < card.height
        assert act.area.left() >= 0


def test_the_reason_is_part_of_what_is_read_out() -> None:
    assert reason(row("hide"), WHY) == "hidden by rule Quiet week: newsletter"
    assert reason(row("dim"), WHY) == "dimmed by rule Quiet week"
    assert reason(row("highlight"), WHY) == "highlighted by rule Quiet week"
    assert reason(row(""), WHY) == ""


@pytest.fixture
def revealed(qtbot: QtBot, view: TimelineView, store: Store, background: Background) -> TimelineView:
    """The timeline with its newest topic hidden and shown all the same, its reason read."""
    newest = view.model.row(0)
    assert newest is not None
    store.write(lambda conn: verdicts.write(conn, {newest.topic_id: Verdict("hide", RULE)}))

    def read(wanted: Sequence[Wanted]) -> Mapping[Wanted, tuple[str, tuple[str, ...]]]:
        return dict.fromkeys(wanted, ("Quiet week", ("newsletter",)))

    view.explain_by(Reasons(read, background, view))
    with qtbot.waitSignal(view.model.measured):
        view.open(Timeline(store, Place("timeline", sight="reveal")), at_top=True)
    qtbot.waitUntil(lambda: "Quiet week" in view.cards.describe(0))
    return view


def test_a_link_does_what_it_says_and_opens_nothing(qtbot: QtBot, revealed: TimelineView) -> None:
    shown = revealed.model.row(0)
    assert shown is not None
    assert (shown.verdict, shown.rule) == ("hide", RULE)
    card = revealed.row_rect(0)
    layout = revealed.cards.layout
    act = layout.card(shown, NEWEST).acts[1]
    opened: list[int] = []
    revealed.opened.connect(opened.append)
    with qtbot.waitSignal(revealed.acted) as acted:
        QTest.mouseClick(
            revealed.viewport(),
            Qt.MouseButton.LeftButton,
            Qt.KeyboardModifier.NoModifier,
            act.area.center() + card.topLeft(),
        )
    assert acted.args == ["except", shown.topic_id]
    assert opened == []


def test_the_rest_of_a_hidden_card_opens_it(qtbot: QtBot, revealed: TimelineView) -> None:
    card = revealed.row_rect(0)
    with qtbot.waitSignal(revealed.opened):
        QTest.mouseClick(
            revealed.viewport(),
            Qt.MouseButton.LeftButton,
            Qt.KeyboardModifier.NoModifier,
            card.topLeft() + QPoint(40, 16),
        )


def test_the_card_shows_the_reason_once_it_is_read(revealed: TimelineView) -> None:
    assert "hidden by rule Quiet week: newsletter" in revealed.cards.describe(0)
