"""The geometry of cards, as the design gives it."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QFontDatabase

from sync.store.rows import TopicRow
from tests.listed import HOUR, NEWEST
from widgets import wording
from widgets.theme import Theme, dark_theme, light_theme
from widgets.timeline.layout import CardLayout
from widgets.timeline.sheet import Card

WIDTH = 512
LONG = "We asked everyone on the square what they thought of it, and wrote down their words. " * 4


def row(title: str = "A short title", excerpt: str = LONG, **fields: object) -> TopicRow:
    made = TopicRow(
        topic_id=1,
        moment=NEWEST,
        title=title,
        kind="question",
        excerpt=excerpt,
        tags="bereik inwoners",
        author_id=1,
        author="Fatima El Amrani",
        organisation="Rijkswaterstaat",
        avatar="",
        group_id=1,
        group="Participatie",
        closed=1,
        created=NEWEST,
        last_posted=NEWEST,
        replies=3,
        likes=12,
        unread=0,
        saved=0,
        answered=0,
        pinned=0,
        locked=0,
    )
    return made._replace(**fields)  # type: ignore[arg-type]


def laid_out(theme: Theme, topic: TopicRow, *, compact: bool = False, width: int = WIDTH) -> Card:
    return CardLayout(theme, width, compact=compact, words=wording).card(topic, NEWEST + 2 * HOUR)


def texts(card: Card) -> list[str]:
    return [word.text.text() for word in card.words]


@pytest.fixture(autouse=True)
def _inter(qapp: object) -> None:  # noqa: ARG001 - fonts need an application
    if not QFontDatabase.hasFamily("Inter"):
        pytest.skip("the measures are those of the Inter font")


def test_cards_have_the_heights_of_the_design(theme: Theme) -> None:
    assert laid_out(theme, row()).height == 136
    assert laid_out(theme, row(excerpt="Just this.")).height == 116
    assert laid_out(theme, row(title=LONG[:90])).height == 160
    assert laid_out(theme, row(), compact=True).height == 56


def test_a_long_title_stays_at_two_lines_and_says_that_there_is_more(theme: Theme) -> None:
    card = laid_out(theme, row(title=LONG))
    assert card.height == 160
    assert any(text.endswith("…") for text in texts(card))


def test_every_fact_of_a_topic_is_on_its_card(theme: Theme) -> None:
    card = laid_out(theme, row(answered=1, saved=1, unread=2))
    found = set(texts(card))
    assert {"Fatima El Amrani", "Rijkswaterstaat", "Participatie", "#bereik", "#inwoners", "3", "12"} <= found
    names = {icon.name: icon.colour for icon in card.icons}
    assert names["lock"] == "closed"
    assert names["circle-check"] == "positive"
    assert {"reply", "heart", "bookmark", "circle-question-mark"} <= set(names)
    assert card.dot[2] == 8


def test_an_open_group_has_no_lock(theme: Theme) -> None:
    names = {icon.name for icon in laid_out(theme, row(closed=0)).icons}
    assert "lock" not in names
    assert "users" in names


def test_a_read_topic_has_no_dot(theme: Theme) -> None:
    assert laid_out(theme, row(unread=0)).dot[2] == 0


def inside(card: Card, width: int) -> bool:
    words = all(
        word.spot.x() >= 0 and word.spot.x() + word.text.size().width() <= width + 1 for word in card.words
    )
    lines = all(line.spot.x() + line.line.naturalTextWidth() <= width + 1 for line in card.lines)
    return words and lines and all(icon.x + icon.size <= width for icon in card.icons)


@pytest.mark.parametrize("compact", [False, True])
@pytest.mark.parametrize("width", [352, 512, 672])
@pytest.mark.parametrize("scale", [1.0, 1.3, 1.5, 2.0])
def test_nothing_sticks_out_at_any_width_and_text_size(scale: float, width: int, compact: bool) -> None:
    theme = light_theme("Inter", "DejaVu Sans Mono", scale)
    topic = row(
        title="Meervoudige-persoonlijkheidsstoornisbehandelingsmogelijkheden " * 3,
        author="Alexandra van Bergen-Henegouwen tot Zuylekom",
        organisation="Ministerie van Sociale Zaken en Werkgelegenheid",
        group="Crisiscommunicatie en omgevingsmanagement",
        tags="een twee drie vier vijf zes zeven acht negen tien",
    )
    assert inside(laid_out(theme, topic, compact=compact, width=width), width)


def test_at_double_size_cards_grow_and_keep_their_facts() -> None:
    theme = light_theme("Inter", "DejaVu Sans Mono", 2.0)
    card = laid_out(theme, row(title="Van 14 pagina's beleid naar een gesprekskaart"))
    assert card.height > 272
    assert {"#bereik", "#inwoners", "Participatie", "3", "12"} <= set(texts(card))
    assert card.face[2] == 40


def test_the_geometry_is_the_same_in_the_dark() -> None:
    light = light_theme("Inter", "DejaVu Sans Mono")
    dark = dark_theme("Inter", "DejaVu Sans Mono")
    assert laid_out(light, row()).height == laid_out(dark, row()).height


def test_text_is_never_markup(theme: Theme) -> None:
    card = laid_out(theme, row(author="<b>Bold</b>", group="<img src='x'>"))
    assert {"<b>Bold</b>", "<img src='x'>"} <= set(texts(card))


def test_odd_texts_lay_out(theme: Theme) -> None:
    for odd in ("", " ", "\n\n", "\u202eabc", "a" * 5000, "👩\u200d👩\u200d👧 " * 200, "\x00"):
        card = laid_out(theme, row(title=odd, excerpt=odd, author=odd, organisation=odd, group=odd, tags=odd))
        assert 60 < card.height <= 160
