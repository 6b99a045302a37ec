"""What a person reads about a file of rules: why it is refused, what conflicts, and what was left out."""

from __future__ import annotations

from app.filters.exchange_checks import Code, RulesRefused
from app.filters.exchange_document import Left, LeftCode, Reason, State
from app.language import Language, Text

_NOTHING_DONE = Text("Nothing was imported.", "Er is niets geïmporteerd.")
_AT = Text("({place})", "({place})")

REFUSED: dict[Code, Text] = {
    "too-large": Text(
        "This file is larger than rules can be ({found} bytes).",
        "Dit bestand is groter dan regels kunnen zijn ({found} bytes).",
    ),
    "not-json": Text("This file cannot be read as JSON.", "Dit bestand is niet te lezen als JSON."),
    "too-deep": Text(
        "This file is nested deeper than rules can be.",
        "Dit bestand is dieper genest dan regels kunnen zijn.",
    ),
    "twice": Text("The same name stands twice in one place.", "Dezelfde naam staat twee keer op één plek."),
    "not-rules": Text(
        "These are no rules of Stamtafel, and no filters of Mastodon or preferences of Discourse.",
        "Dit zijn geen regels van Stamtafel, en geen filters van Mastodon of voorkeuren van Discourse.",
    ),
    "newer-version": Text(
        "This file was made by a newer Stamtafel (version {found} of the file).",
        "Dit bestand is gemaakt door een nieuwere Stamtafel (versie {found} van het bestand).",
    ),
    "too-many": Text("There are more of these than {found}.", "Hier staan er meer dan {found}."),
    "missing": Text("Something is missing.", "Er ontbreekt iets."),
    "unknown-key": Text(
        "There is something that rules do not have.", "Er staat iets dat regels niet hebben."
    ),
    "wrong-type": Text(
        "There is another kind of value than belongs there.",
        "Er staat een ander soort waarde dan daar hoort.",
    ),
    "too-long": Text("A text is longer than {found} characters.", "Een tekst is langer dan {found} tekens."),
    "empty": Text("A name is empty.", "Een naam is leeg."),
    "unseen": Text(
        "A text has characters that cannot be seen or that turn other text around.",
        "Een tekst heeft tekens die je niet ziet of die andere tekst omdraaien.",
    ),
    "not-a-date": Text("This is no date or moment.", "Dit is geen datum of moment."),
}

STATES: dict[State, Text] = {
    "new": Text("new", "nieuw"),
    "same": Text("the same", "hetzelfde"),
    "conflict": Text("conflict", "conflict"),
}

REASONS: dict[Reason, Text] = {
    "": Text("", ""),
    "differs": Text("you have another one with this name", "je hebt een andere met deze naam"),
    "text": Text("its text cannot be read here", "de tekst is hier niet te lezen"),
    "action": Text("what it does is not known here", "wat hij doet, is hier niet bekend"),
    "order": Text("its order is not known here", "de volgorde is hier niet bekend"),
    "grouping": Text("its grouping is not known here", "de indeling is hier niet bekend"),
}

LEFT: dict[LeftCode, Text] = {
    "statuses": Text(
        "filters single posts; a rule looks at what posts say",
        "filtert losse berichten; een regel kijkt naar wat erin staat",
    ),
    "context": Text("is not about the timeline", "gaat niet over de tijdlijn"),
    "expired": Text("is over", "is afgelopen"),
    "no-keywords": Text("has no keywords", "heeft geen zoekwoorden"),
    "no-words": Text("“{what}” has no letters or digits", "“{what}” heeft geen letters of cijfers"),
    "inside-words": Text(
        "“{what}” is only found as whole words", "“{what}” wordt alleen als heel woord gevonden"
    ),
    "blur": Text(
        "covers pictures; here the whole topic is dimmed",
        "dekt plaatjes af; hier wordt het hele onderwerp gedimd",
    ),
    "warn": Text(
        "folds away with a warning; here it is dimmed", "klapt dicht met een waarschuwing; hier gedimd"
    ),
    "unknown-group": Text("group {what} is not on this computer", "groep {what} staat niet op deze computer"),
    "muted-member": Text(
        "sends no notifications there; here their topics are dimmed",
        "geeft daar geen meldingen; hier worden hun onderwerpen gedimd",
    ),
    "unreadable": Text("“{what}” cannot be written in a rule", "“{what}” kan niet in een regel staan"),
}


def refused_sentence(refused: RulesRefused, language: Language) -> str:
    """Why a file is refused, where, and that nothing was done."""
    parts = [REFUSED[refused.code].say(language, found=f"{refused.found:,}")]
    if refused.place:
        parts.append(_AT.say(language, place=refused.place))
    return " ".join([*parts, _NOTHING_DONE.say(language)])


def left_sentence(left: Left, language: Language) -> str:
    """What of another program's file was left out or is only nearly the same."""
    said = LEFT[left.code].say(language, what=left.what)
    return f"{left.name}: {said}" if left.name else said
