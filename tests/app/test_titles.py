"""Good titles are left in peace; poor ones get the hint that helps most."""

from __future__ import annotations

import timeit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.language import Language
from app.titles import MOST_HINTS, Hint, hints, language_of
from sync.model import KINDS, Kind

GOOD: dict[Language, tuple[tuple[Kind, str], ...]] = {
    "nl": (
        ("question", "Wie heeft ervaring met participatie in kleine gemeenten?"),
        ("question", "Hoe houden jullie een buurtapp gezellig?"),
        ("question", "Welke vragen stel je bij een keukentafelgesprek?"),
        ("question", "Kan iemand meekijken met onze brief over de wijkbus?"),
        ("question", "Hoe leg je de Omgevingswet uit in gewone taal?"),
        ("experience", "Zo kregen wij driehonderd bewoners aan het woord"),
        ("experience", "Drie lessen uit ons eerste burgerberaad"),
        ("link", "Handreiking participatie"),
        ("spotlight", "Dank aan Fatima voor haar hulp bij de AVG"),
        ("announcement", "Op 12 juni sluiten we het jaar af in Utrecht"),
    ),
    "en": (
        ("question", "Who has experience with a citizens' panel in a small town?"),
        ("question", "How do you keep a neighbourhood chat friendly?"),
        ("question", "What do you ask in a first talk with a family?"),
        ("question", "Can anyone read our letter about the local bus?"),
        ("question", "How do you explain the new planning law in plain words?"),
        ("experience", "How we reached three hundred residents in one week"),
        ("experience", "Three lessons from our first citizens' panel"),
        ("link", "Guide to participation"),
        ("spotlight", "Thanks to Fatima for her help with the GDPR"),
        ("announcement", "We close the year together in Utrecht on 12 June"),
    ),
}
POOR: dict[Language, tuple[tuple[Kind, str, str], ...]] = {
    "nl": (
        ("question", "Vraag", "empty"),
        ("announcement", "Belangrijke update!", "short"),
        ("discussion", "Belangrijk: info", "empty"),
        ("question", "Ervaringen met deelauto's in de wijk", "question-mark"),
        ("question", "HELP: GEEN REACTIE OP ONZE UITNODIGING", "shouting"),
        ("question", "Wie komt er morgen ook naar de bijeenkomst???", "shouting"),
        ("question", "Hoe werken jullie met de IVO in de praktijk?", "abbreviation"),
        ("announcement", "Er wordt dringend gevraagd om het formulier in te vullen", "officialese"),
        (
            "question",
            "Wie kan ons vertellen hoe je met een kleine groep bewoners een plan maakt voor ons plein?",
            "long",
        ),
        (
            "discussion",
            "Actuele interbestuurlijke financiële verhoudingen tussen provincies en regio",
            "hard",
        ),
    ),
    "en": (
        ("question", "Question", "empty"),
        ("announcement", "Important news!", "empty"),
        ("discussion", "Survey residents", "short"),
        ("question", "Experiences with shared cars in the area", "question-mark"),
        ("question", "HELP: NO REPLY TO OUR INVITATION", "shouting"),
        ("question", "Who is coming to the meeting tomorrow???", "shouting"),
        ("question", "How do you work with the IVO in practice?", "abbreviation"),
        ("announcement", "It is requested that all members fill in the form", "officialese"),
        (
            "question",
            "Who can tell us how you make a plan for the square with a small group of residents?",
            "long",
        ),
        (
            "discussion",
            "Participatory evaluation of regional administrative cooperation policies today",
            "hard",
        ),
    ),
}
LANGUAGES: tuple[Language, ...] = ("nl", "en")


def first(title: str, kind: Kind = "discussion", language: Language = "nl") -> Hint:
    return hints(title, kind, language)[0]


def part(hint: Hint, title: str) -> str:
    return title[hint.start : hint.start + hint.length]


@pytest.mark.parametrize(
    ("language", "kind", "title"),
    [(language, *case) for language in LANGUAGES for case in GOOD[language]],
)
def test_a_good_title_gets_no_hint(language: Language, kind: Kind, title: str) -> None:
    assert hints(title, kind, language) == []


@pytest.mark.parametrize(
    ("language", "kind", "title", "code"),
    [(language, *case) for language in LANGUAGES for case in POOR[language]],
)
def test_a_poor_title_gets_the_hint_that_helps_most(
    language: Language, kind: Kind, title: str, code: str
) -> None:
    assert first(title, kind, language).code == code


@pytest.mark.parametrize(
    ("language", "title"),
    [(language, case[1]) for language in LANGUAGES for case in (*GOOD[language], *POOR[language][3:])],
)
def test_the_language_of_a_title_is_recognised(language: Language, title: str) -> None:
    other: Language = "nl" if language == "en" else "en"
    assert language_of(title, other) == language


def test_a_title_that_tells_no_language_is_in_the_members_own() -> None:
    assert language_of("2025", "en") == "en"
    assert language_of("", "nl") == "nl"
    assert language_of("Enquête inwoners") == "nl"


def test_an_empty_field_gets_no_hint() -> None:
    assert hints("", "question", "nl") == []
    assert hints("   ", "question", "nl") == []


def test_a_hint_is_complete_in_both_languages_and_braces_stay_as_written() -> None:
    hint = first("Hoe werken we met {IVO} en {0} in de wijk")
    assert "IVO" in hint.text.say("nl")
    assert "IVO" in hint.text.say("en")
    assert hint.text.say("nl") != hint.text.say("en")
    assert "{words}" not in hint.text.say("en")


def test_an_abbreviation_the_group_knows_is_fine() -> None:
    title = "Hoe werken jullie met de IVO in de praktijk?"
    assert hints(title, "question", "nl", frozenset({"i.v.o."})) == []


@pytest.mark.parametrize(
    "title",
    [
        "Nieuwe regels van de EU voor ons werk",
        "Wat betekent hoofdstuk XII voor de wijk",
        "Een brief van J.P. Jansen aan de raad",
        "Alles over www.a.b.voorbeeld.nl op een rij",
        "Werken met zzp'ers en ZZP'ers in de zorg",
        "Een groet uit 北京 aan de hele groep",
    ],
)
def test_what_everyone_knows_is_no_abbreviation(title: str) -> None:
    assert hints(title, "discussion", "nl") == []


@pytest.mark.parametrize(
    ("title", "marked", "suggestion"),
    [
        ("Overleg t.b.v. de wijkraad in juni", "t.b.v.", "Overleg voor de wijkraad in juni"),
        ("N.a.v. het debat: drie lessen", "N.a.v.", "Na het debat: drie lessen"),
        ("Samenwerken met de VNGs en anderen", "VNG", None),
        ("Verslag van een werkgroep q.z. in Delft", "q.z.", None),
    ],
)
def test_an_abbreviation_is_marked_and_put_in_plain_words_where_known(
    title: str, marked: str, suggestion: str | None
) -> None:
    hint = first(title)
    assert (hint.code, part(hint, title), hint.suggestion) == ("abbreviation", marked, suggestion)


@pytest.mark.parametrize(
    ("language", "title", "suggestion"),
    [
        ("nl", "Inwoners informeren middels een brief", "Inwoners informeren met een brief"),
        ("nl", "Inzake de nieuwe wijkbus in Delft", "Over de nieuwe wijkbus in Delft"),
        ("nl", "Iedereen dient te reageren voor juni", "Iedereen moet reageren voor juni"),
        ("nl", "Er werden vragen gesteld over de bus", None),
        ("en", "Ask residents prior to the works", "Ask residents before the works"),
        ("en", "Regarding the new bus in Delft", "About the new bus in Delft"),
        ("en", "Forms are to be returned in June", None),
    ],
)
def test_officialese_is_put_in_plain_words(language: Language, title: str, suggestion: str | None) -> None:
    hint = first(title, language=language)
    assert (hint.code, hint.suggestion) == ("officialese", suggestion)


def test_the_ordinary_adjective_is_no_officialese() -> None:
    assert hints("Zo pasten wij de betreffende regel toe", "experience", "nl") == []


@pytest.mark.parametrize(
    ("title", "suggestion"),
    [
        ("Dit is NIET de nieuwe kaart van ons", "Dit is niet de nieuwe kaart van ons"),
        ("Kom allemaal naar de borrel!!!", "Kom allemaal naar de borrel!"),
        ("Komt er nu echt een wijkbus?!", "Komt er nu echt een wijkbus?"),
        ("ICT: KOM ALLEMAAL NAAR DE BORREL", "ICT: kom allemaal naar de borrel"),
    ],
)
def test_shouting_gets_a_calm_version(title: str, suggestion: str) -> None:
    hint = first(title)
    assert (hint.code, hint.suggestion) == ("shouting", suggestion)


def test_a_question_without_its_mark_gets_the_mark_and_a_statement_the_question() -> None:
    asked = first("Wie gebruikt de nieuwe kaart al", "question")
    flat = first("Hulp bij een subsidieaanvraag", "question")
    assert asked.suggestion == "Wie gebruikt de nieuwe kaart al?"
    assert flat.suggestion == "Wie kan helpen bij een subsidieaanvraag?"
    assert asked.text != flat.text


def test_only_a_question_is_asked_for_a_question_mark() -> None:
    title = "Ervaringen met deelauto's in de wijk"
    assert [kind for kind in KINDS if hints(title, kind, "nl")] == ["question"]


def test_two_words_are_enough_for_thanks_and_links_only() -> None:
    title = "Dankjewel, Fatima!"
    assert [kind for kind in KINDS if not hints(title, kind, "nl")] == ["link", "spotlight"]


def test_a_long_title_is_marked_where_it_becomes_long() -> None:
    title = "Wij hebben dit jaar veel geleerd. " * 3
    hint = first(title)
    assert hint.code == "long"
    assert part(hint, title) == title[80:]


def test_a_pasted_page_is_only_long() -> None:
    title = "HELP!!! Er wordt gevraagd t.b.v. " * 300
    assert [hint.code for hint in hints(title, "question", "nl")] == ["long"]


def test_one_long_subject_does_not_make_a_title_hard() -> None:
    title = "Wie helpt ons met een plan voor arbeidsongeschiktheidsverzekeringen?"
    assert hints(title, "question", "nl") == []


PIECES = st.sampled_from(
    [
        "t.b.v.",
        "IVO",
        "HELP",
        "!!!",
        "?!",
        "er wordt",
        "gevraagd",
        "middels",
        "{}",
        "İSTANBULDA",
        "ß",
        "🙂",
        "vraag",
    ]
)
TITLES = st.text(max_size=120) | st.lists(PIECES | st.text(max_size=8), max_size=25).map(" ".join)


@given(TITLES, st.sampled_from(KINDS), st.sampled_from(LANGUAGES), st.frozensets(st.text(max_size=4)))
def test_whatever_is_typed_hints_are_few_and_lie_within_the_title(
    title: str, kind: Kind, language: Language, known: frozenset[str]
) -> None:
    found = hints(title, kind, language, known)
    assert len(found) <= MOST_HINTS
    assert len({hint.code for hint in found}) == len(found)
    for hint in found:
        assert 0 <= hint.start < hint.start + hint.length <= len(title)
        assert hint.suggestion != title
        assert hint.text.say("nl")
        assert hint.text.say("en")
    assert language_of(title, language) in LANGUAGES


@pytest.mark.parametrize(
    "hostile", ["!?" * 125, "a." * 125, "er wordt " * 27, "er wordt " + "ge" * 120, ". " * 125, "A" * 250]
)
def test_no_title_is_out_of_proportion_slow(hostile: str) -> None:
    ordinary = ("Wie heeft ervaring met een wijkbus in de stad? " * 6)[:250]

    def cost(title: str) -> float:
        return min(timeit.repeat(lambda: hints(title, "question", "nl"), number=5, repeat=5))

    assert cost(hostile) < 50 * cost(ordinary)
