"""From a flat title to an inviting question, by a few rules; where no rule reads well, nothing is offered."""

from __future__ import annotations

import re
from typing import NamedTuple

from app.language import Language


class _Rule(NamedTuple):
    pattern: re.Pattern[str]
    question: str


def _rule(pattern: str, question: str) -> _Rule:
    return _Rule(re.compile(pattern, re.IGNORECASE), question)


_ABOUT = r"(?P<x>\S.{2,})"
_USED = r"(?P<x>\S.{2,}?)"
_THING = r"(?P<thing>\S.{2,})"
_SEEKING_NL = r"(?:gezocht\b:? ?|op zoek naar |(?:ik|wij|we) (?:zoek|zoeken) |zoek )"
_SEEKING_EN = r"(?:wanted\b:? ?|looking for |in search of |seeking |we need )"
_RULES: dict[Language, tuple[_Rule, ...]] = {
    "nl": (
        _rule(
            rf"(?:(?:jullie |een )?ervaring(?:en)?|benieuwd naar (?:jullie )?ervaringen) met {_ABOUT}",
            "Wie heeft ervaring met {x}?",
        ),
        _rule(
            rf"(?:de |het )?(?:inzet|gebruik|toepassing) (?:van )?{_USED}"
            rf"(?: (?:t\.b\.v\.|ten behoeve van|i\.v\.m\.) .+)?",
            "Wie heeft ervaring met {x}?",
        ),
        _rule(rf"kennis (?:over|van) {_ABOUT}", "Wie weet meer over {x}?"),
        _rule(rf"vra(?:ag|gen|agje) over {_ABOUT}", "Wie weet meer over {x}?"),
        _rule(
            rf"hulp(?: nodig| gevraagd| gezocht)? (?P<how>bij|met) {_ABOUT}", "Wie kan helpen {how} {x}?"
        ),
        _rule(rf"(?:een )?probleem met {_ABOUT}", "Hoe lossen jullie problemen met {x} op?"),
        _rule(rf"problemen (?P<how>met|bij) {_ABOUT}", "Hoe lossen jullie problemen {how} {x} op?"),
        _rule(
            rf"(?P<what>tips|ideeën|suggesties|voorbeelden)(?: gezocht| gevraagd)?"
            rf" (?P<how>voor|van|over|bij|rond|om) {_ABOUT}",
            "Wie heeft {what} {how} {x}?",
        ),
        _rule(rf"advies(?: gevraagd| gezocht| nodig)? over {_ABOUT}", "Wie kan advies geven over {x}?"),
        _rule(rf"(?:jullie )?mening(?:en)? over {_ABOUT}", "Wat vinden jullie van {x}?"),
        _rule(rf"(?:omgaan|omgang) met {_ABOUT}", "Hoe gaan jullie om met {x}?"),
        _rule(rf"(?:de )?aanpak van {_ABOUT}", "Hoe pakken jullie {x} aan?"),
        _rule(rf"(?:het )?verschil tussen {_ABOUT}", "Wat is het verschil tussen {x}?"),
        _rule(
            r"stand van zaken (?:rond|van|bij) (?P<x>(?:de|het|onze) .{3,})", "Hoe staat het met {x}?"
        ),
        _rule(rf"(?:de )?betekenis van {_ABOUT}", "Wat betekent {x}?"),
        _rule(rf"(?:de )?gevolgen van {_ABOUT}", "Wat zijn de gevolgen van {x}?"),
        _rule(
            rf"{_SEEKING_NL}meedenkers (?:over|voor) {_ABOUT}",
            "Wie denkt mee over {x}?",
        ),
        _rule(
            rf"{_SEEKING_NL}"
            rf"(?:deelnemers|vrijwilligers) (?:aan|voor) {_ABOUT}",
            "Wie doet mee aan {x}?",
        ),
        _rule(
            rf"{_SEEKING_NL}{_THING}",
            "Wie heeft {thing}?",
        ),
    ),
    "en": (
        _rule(rf"(?:your )?experiences? (?P<how>with|of|in) {_ABOUT}", "Who has experience {how} {x}?"),
        _rule(
            rf"(?:the )?(?:use|deployment|application) of {_USED}(?: (?:w\.r\.t\.|with regard to) .+)?",
            "Who has experience with {x}?",
        ),
        _rule(rf"(?:a )?questions? (?:about|on) {_ABOUT}", "Who knows more about {x}?"),
        _rule(rf"help(?: needed| wanted| required)? with {_ABOUT}", "Who can help with {x}?"),
        _rule(rf"(?:a )?problems? with {_ABOUT}", "How do you solve problems with {x}?"),
        _rule(rf"(?:issues?|trouble) with {_ABOUT}", "How do you solve problems with {x}?"),
        _rule(
            rf"(?P<what>tips|ideas|suggestions|examples|best practices)(?: needed| wanted)?"
            rf" (?P<how>for|of|on|about) {_ABOUT}",
            "Who has {what} {how} {x}?",
        ),
        _rule(rf"advice(?: needed| wanted)? (?:on|about) {_ABOUT}", "Who has advice on {x}?"),
        _rule(rf"(?:your )?(?:opinions?|thoughts|views) (?:on|about) {_ABOUT}", "What do you think of {x}?"),
        _rule(rf"(?:dealing|coping) with {_ABOUT}", "How do you deal with {x}?"),
        _rule(rf"how to {_ABOUT}", "How do you {x}?"),
        _rule(rf"(?:the )?differences? between {_ABOUT}", "What is the difference between {x}?"),
        _rule(r"(?:the )?status of (?P<x>(?:the|our) .{3,})", "How is {x} going?"),
        _rule(rf"(?:the )?meaning of {_ABOUT}", "What does {x} mean?"),
        _rule(
            rf"(?:the )?(?P<what>consequences|effects) of {_ABOUT}", "What are the {what} of {x}?"
        ),
        _rule(
            rf"{_SEEKING_EN}(?:volunteers|participants) for {_ABOUT}",
            "Who would like to join {x}?",
        ),
        _rule(
            rf"{_SEEKING_EN}{_THING}",
            "Who has {thing}?",
        ),
    ),
}  # fmt: skip
_SEEKING_TAIL = re.compile(r"\s+(?:gezocht|gevraagd|gewenst|wanted|needed)$", re.IGNORECASE)
_LEAD = re.compile(r"^(?:vra(?:ag|agje)|question)\s*:\s*", re.IGNORECASE)
# A comma or a colon starts a second thought, which no template can carry.
_BREAK = re.compile(r"[?:;,()…]|[.!]\s|\s[-–—]\s")
# With a finite verb in it the rest is a sentence of its own, and a template around it would not be one.
_FINITE: dict[Language, re.Pattern[str]] = {
    "nl": re.compile(
        r"\b(?:is|zijn|was|waren|wordt|worden|werd|heeft|hebben|had|kan|kunnen|moet|moeten|mag|gaat|gaan|wil"
        r"|blijft|blijven|lukt|werkt|opgelost|afgerond|gezocht|gevraagd|nodig)\b",
        re.IGNORECASE,
    ),
    "en": re.compile(
        r"\b(?:is|are|was|were|has|have|had|can|could|must|will|would|should|does|did|solved|done|needed"
        r"|wanted|we|i)\b",
        re.IGNORECASE,
    ),
}
# "Wie heeft X?" asks for a thing with an article or for several: "wie heeft format?" is no sentence.
_THINGS: dict[Language, re.Pattern[str]] = {
    "nl": re.compile(
        r"(?:(?:een|de|het|meer|goede|jullie|leuke) .+"
        r"|(?!\S+(?:aars|ers)\b)(?:tips|formats|voorbeelden|ideeën|sjablonen|plannen|cijfers|gegevens"
        r"|foto['’]s|stappenplannen|draaiboeken|suggesties|materialen|modellen)\b.*)",
        re.IGNORECASE,
    ),
    "en": re.compile(
        r"(?:(?:an?|the|some|more|good) .+|(?:tips|examples|ideas|templates|plans|figures|data|photos"
        r"|suggestions|materials|models|guides)\b.*)",
        re.IGNORECASE,
    ),
}
_PEOPLE = re.compile(
    r"(?:een|an?|the|de|some|more|meer|goede|good)\s+(?:\S+\s+)?"
    r"(?:collega\S*|colleagues?|spreker\S*|speakers?|expert\S*|iemand|someone|vrijwilliger\S*|volunteers?"
    r"|trainer\S*|deskundige\S*|ontwikkelaar\S*|developers?)\b",
    re.IGNORECASE,
)
_ASKING: dict[Language, re.Pattern[str]] = {
    "nl": re.compile(
        r"(?:wie|wat|waar|waarom|wanneer|hoe|hoeveel|welke?)"
        r" (?:is|zijn|heeft|hebben|kan|kunnen|weet|weten|doet|doen|doe|moet|moeten|mag|mogen|gaat|gaan|ga"
        r"|wil|willen|kent|ken|vindt|vinden|gebruikt|gebruiken|werkt|werken|helpt|pakken|pak|lossen|komt|krijg|regelen"
        r"|organiseren)\b"
        r"|(?:kan|kunnen|mag|moet|heeft|hebben|is er|zijn er|weet|kent|gebruikt|wil) "
        r"(?:iemand|jullie|jij|je|wij|we|ik|er)\b|(?:is|zijn) er (?:iemand|al|een|mensen)\b",
        re.IGNORECASE,
    ),
    "en": re.compile(
        r"(?:who|what|where|why|when|how|which) "
        r"(?:is|are|has|have|can|could|do|does|did|should|will|would|knows|uses|wants)\b"
        r"|(?:can|could|does|do|did|has|have|is|are|should|would|will|may) "
        r"(?:anyone|anybody|someone|you|we|i|there|it|they)\b",
        re.IGNORECASE,
    ),
}


def inviting_question(title: str, language: Language) -> str | None:
    """The title as a question that invites answers, such as "Wie heeft ervaring met ...?".

    ``language`` is the title's own. None where the title asks already, or where no rule gives a question
    that reads well: a flat noun phrase is left as it is rather than bent.
    """
    said = _said(title)
    if not said or "?" in said:
        return None
    if asks(title, language):
        return f"{said[0].upper()}{said[1:]}?"
    said = _SEEKING_TAIL.sub("", said)
    for rule in _RULES[language]:
        if match := rule.pattern.fullmatch(said):
            return _filled(rule, match, language)
    return None


def asks(title: str, language: Language) -> bool:
    """Whether ``title`` has the words of a question, with or without its mark."""
    return _ASKING[language].match(_said(title)) is not None


def _said(title: str) -> str:
    return _LEAD.sub("", " ".join(title.split())).rstrip(" .!…")


def _filled(rule: _Rule, match: re.Match[str], language: Language) -> str | None:
    """The rule's question with what the title was about, None where that would not be a good sentence."""
    parts = {name: value.strip() for name, value in match.groupdict().items()}
    subject = parts.get("x") or parts["thing"]
    if _BREAK.search(subject) or _FINITE[language].search(subject):
        return None
    if "thing" in parts and (not _THINGS[language].fullmatch(subject) or _PEOPLE.match(subject)):
        return None
    for small in ("what", "how"):
        if small in parts:
            parts[small] = parts[small].lower()
    return rule.question.format(**parts)
