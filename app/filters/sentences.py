"""What is wrong with the text of a query, in plain words: what is expected there, in either language."""

from __future__ import annotations

from difflib import get_close_matches

from app.filters import keywords
from app.filters.parse import MOST_CONDITIONS, MOST_VALUES, QueryError
from app.language import Language, Text

_SENTENCES: dict[str, Text] = {
    "too-long": Text("This text is too long for a search.", "Deze tekst is te lang om mee te zoeken."),
    "too-deep": Text(
        "There are too many parentheses within each other.", "Er staan te veel haakjes in elkaar."
    ),
    "unclosed-quote": Text(
        'A " is missing at the end of the phrase.', 'Er ontbreekt een " aan het eind van de woordgroep.'
    ),
    "unclosed-parenthesis": Text(
        "This parenthesis is not closed: a ) is missing.", "Dit haakje gaat niet dicht: er ontbreekt een )."
    ),
    "unexpected": Text("This cannot stand here.", "Dit kan hier niet staan."),
    "incomplete": Text(
        "Something is missing here: a word, a field such as kind:, or something in parentheses.",
        "Hier ontbreekt iets: een woord, een veld zoals soort:, of iets tussen haakjes.",
    ),
    "no-words": Text("There is no letter or number in this.", "Hier staat geen letter of cijfer in."),
    "unknown-field": Text(
        "There is no field {typed}: . Fields are for example {examples}.",
        "Er is geen veld {typed}: . Velden zijn bijvoorbeeld {examples}.",
    ),
    "too-many": Text(
        "This asks for too much at once: at most {most}.", "Dit vraagt te veel tegelijk: hooguit {most}."
    ),
}
_CLOSEST = Text(
    "There is no field {typed}: . Did you mean {closest}:?",
    "Er is geen veld {typed}: . Bedoel je {closest}:?",
)
_AFTER = Text("After {keyword}: comes {what}.", "Na {keyword}: hoort {what}.")
_AFTER_CLOSEST = Text(
    "After {keyword}: comes {what}. Did you mean {closest}?",
    "Na {keyword}: hoort {what}. Bedoel je {closest}?",
)
_WHAT: dict[str, Text] = {
    "group": Text("the name of a group", "de naam van een groep"),
    "from": Text("the name of a person", "de naam van een persoon"),
    "org": Text("the name of an organisation", "de naam van een organisatie"),
    "tag": Text("a tag", "een label"),
    "kind": Text("a kind, such as question or link", "een soort, zoals vraag of link"),
    "title": Text("a word", "een woord"),
    "text": Text("a word", "een woord"),
    "is": Text("a state, such as unread or saved", "een toestand, zoals ongelezen of bewaard"),
    "in": Text("title or text", "titel of tekst"),
    "since": Text(
        "a day, such as 2026-01-31, 7d (seven days ago) or last-visit",
        "een dag, zoals 2026-01-31, 7d (zeven dagen terug) of vorig-bezoek",
    ),
    "before": Text(
        "a day, such as 2026-01-31, 7d (seven days ago) or last-visit",
        "een dag, zoals 2026-01-31, 7d (zeven dagen terug) of vorig-bezoek",
    ),
    "replies": Text("a number, such as >3 or 0", "een getal, zoals >3 of 0"),
    "likes": Text("a number, such as >=10 or 0", "een getal, zoals >=10 of 0"),
}
_EXAMPLES = ("kind", "group", "from", "tag", "is")


def sentence(error: QueryError, text: str, language: Language) -> str:
    """What to tell who typed ``text``; the place is in ``error``."""
    typed = text[error.position : error.position + error.length].rstrip(":")
    closest = _closest(error, typed, language)
    if error.code == "unknown-field":
        if closest:
            return _CLOSEST.say(language, typed=typed, closest=closest)
        examples = ", ".join(f"{keywords.keyword(name, language)}:" for name in _EXAMPLES)
        return _SENTENCES[error.code].say(language, typed=typed, examples=examples)
    if error.field and error.code in (
        "incomplete",
        "unknown-value",
        "not-a-number",
        "not-a-date",
        "no-words",
    ):
        keyword, what = keywords.keyword(error.field, language), _WHAT[error.field].say(language)
        say = _AFTER_CLOSEST if closest else _AFTER
        return say.say(language, keyword=keyword, what=what, closest=closest)
    most = MOST_VALUES if error.field else MOST_CONDITIONS
    return _SENTENCES[error.code].say(language, most=most)


def _closest(error: QueryError, typed: str, language: Language) -> str:
    """The word that was probably meant, from those of ``language`` first; empty when none is near."""
    if error.code not in ("unknown-field", "unknown-value"):
        return ""
    near = get_close_matches(typed.strip('"').casefold()[:40], error.expected, n=4, cutoff=0.7)
    own = [word for word in near if word in _words(language)]
    return (own or near or [""])[0]


def _words(language: Language) -> set[str]:
    texts = [*(field.keyword for field in keywords.FIELDS), *keywords.KINDS.values()]
    texts += [*keywords.STATES.values(), *keywords.PLACES.values()]
    return {text.say(language) for text in texts}
