"""The question form is offered where it reads well, and only there."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.language import Language
from app.titles import inviting_question


@pytest.mark.parametrize(
    ("title", "question"),
    [
        ("Ervaringen met deelauto's in de wijk", "Wie heeft ervaring met deelauto's in de wijk?"),
        ("ervaring met burgerberaden gezocht", "Wie heeft ervaring met burgerberaden?"),
        ("Inzet straatgesprekken t.b.v. omgevingsvisie", "Wie heeft ervaring met straatgesprekken?"),
        ("Gebruik van emoji in nieuwsbrieven", "Wie heeft ervaring met emoji in nieuwsbrieven?"),
        ("Gezocht: een draaiboek voor een buurtfeest", "Wie heeft een draaiboek voor een buurtfeest?"),
        ("Op zoek naar voorbeelden van een folder", "Wie heeft voorbeelden van een folder?"),
        ("Gezocht: meedenkers over het speelplein", "Wie denkt mee over het speelplein?"),
        ("Hulp nodig bij een subsidieaanvraag.", "Wie kan helpen bij een subsidieaanvraag?"),
        ("Probleem met inloggen", "Hoe lossen jullie problemen met inloggen op?"),
        ("Tips voor een eerste gesprek gevraagd", "Wie heeft tips voor een eerste gesprek?"),
        ("Omgaan met weerstand", "Hoe gaan jullie om met weerstand?"),
        ("Aanpak van eenzaamheid", "Hoe pakken jullie eenzaamheid aan?"),
        ("Stand van zaken rond de Omgevingswet", "Hoe staat het met de Omgevingswet?"),
        ("Wie gebruikt de nieuwe kaart", "Wie gebruikt de nieuwe kaart?"),
        ("Vraag: kan iemand meelezen", "Kan iemand meelezen?"),
    ],
)
def test_dutch_titles_become_questions(title: str, question: str) -> None:
    assert inviting_question(title, "nl") == question


@pytest.mark.parametrize(
    ("title", "question"),
    [
        ("Experiences with shared cars", "Who has experience with shared cars?"),
        ("Looking for a template for a letter", "Who has a template for a letter?"),
        ("Use of chatbots w.r.t. simple questions", "Who has experience with chatbots?"),
        ("Wanted: examples of good letters", "Who has examples of good letters?"),
        ("Help needed with a grant", "Who can help with a grant?"),
        ("Problems with logging in", "How do you solve problems with logging in?"),
        ("Tips for a first meeting", "Who has tips for a first meeting?"),
        ("How to thank volunteers", "How do you thank volunteers?"),
        ("Dealing with resistance", "How do you deal with resistance?"),
        ("Thoughts on the new map", "What do you think of the new map?"),
        ("does anyone use the new map", "Does anyone use the new map?"),
    ],
)
def test_english_titles_become_questions(title: str, question: str) -> None:
    assert inviting_question(title, "en") == question


@pytest.mark.parametrize(
    ("title", "language"),
    [
        ("Wie heeft ervaring met deelauto's?", "nl"),
        ("Enquête inwoners", "nl"),
        ("Gezocht: format", "nl"),
        ("Gebruik is verplicht", "nl"),
        ("Gezocht: een spreker over klimaat", "nl"),
        ("Problemen met inloggen zijn opgelost", "nl"),
        ("Ervaringen met deelauto's: een verslag", "nl"),
        ("Hoe wij dit hebben gedaan", "nl"),
        ("", "nl"),
        ("Survey residents", "en"),
        ("Wanted: a speaker on climate", "en"),
        ("Problems with logging in are solved", "en"),
        ("What we learned from the pilot", "en"),
        ("Who has a template?", "en"),
    ],
)
def test_nothing_is_offered_where_it_would_not_read_well(title: str, language: Language) -> None:
    assert inviting_question(title, language) is None


STARTS = st.sampled_from(
    ["", "ervaring met ", "gezocht: ", "hulp bij ", "problem with ", "tips for ", "how to ", "looking for "]
)


@given(STARTS, st.text(max_size=60), st.sampled_from(["nl", "en"]))
def test_an_offer_is_one_line_with_one_question_mark_at_its_end(
    start: str, rest: str, language: Language
) -> None:
    question = inviting_question(start + rest, language)
    if question is not None:
        assert question.endswith("?")
        assert question.count("?") == 1
        assert len(question.splitlines()) == 1
        assert inviting_question(question, language) is None
