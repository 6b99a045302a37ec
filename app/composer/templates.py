"""A start for a text of each kind, and what the field for its title asks: short questions in plain words."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import NamedTuple

from app.language import Language, Text
from sync.model import Kind


class Start(NamedTuple):
    """The label of the title's field, an example of a title, and the headings of the text."""

    label: Text
    example: Text
    headings: tuple[Text, ...]


STARTS: Mapping[Kind, Start] = {
    "question": Start(
        Text("Your question in one sentence", "Je vraag in één zin"),
        Text(
            "How do you reach people who never fill in a form?", "Hoe bereik je wie nooit een enquête invult?"
        ),
        (
            Text("What would you like to know?", "Wat wil je graag weten?"),
            Text("What have you tried already?", "Wat heb je al geprobeerd?"),
        ),
    ),
    "experience": Start(
        Text("Your experience in one sentence", "Je ervaring in één zin"),
        Text("We asked three questions in the street", "Wij stelden drie vragen op straat"),
        (
            Text("What did you do?", "Wat heb je gedaan?"),
            Text("What worked, and what did not?", "Wat werkte wel, en wat niet?"),
            Text("What can someone else use tomorrow?", "Wat kan een ander morgen gebruiken?"),
        ),
    ),
    "link": Start(
        Text("What is behind the link?", "Wat is er te zien achter de link?"),
        Text("A good guide to writing short letters", "Een goede gids voor korte brieven"),
        (Text("Why is this worth reading?", "Waarom is dit de moeite waard?"),),
    ),
    "spotlight": Start(
        Text("Who do you want to thank, and for what?", "Wie zet je in het zonnetje, en waarom?"),
        Text("Aylin called all twelve people back", "Aylin belde alle twaalf inwoners zelf terug"),
        (
            Text("What did your colleague do?", "Wat deed je collega?"),
            Text("Why did that matter to you?", "Waarom was dat fijn voor jou?"),
        ),
    ),
    "event": Start(
        Text("What will you do together?", "Wat gaan jullie doen?"),
        Text("Lunch walk about plain language", "Lunchwandeling over begrijpelijke taal"),
        (
            Text("When and where?", "Wanneer en waar?"),
            Text("Who is it for?", "Voor wie is het?"),
            Text("How do you sign up?", "Hoe meld je je aan?"),
        ),
    ),
    "announcement": Start(
        Text("Your message in one sentence", "Je mededeling in één zin"),
        Text("The intranet is down on Saturday morning", "Het intranet ligt zaterdagochtend stil"),
        (
            Text("What will change?", "Wat verandert er?"),
            Text("What do people need to do?", "Wat moeten mensen doen?"),
            Text("Where can they ask questions?", "Waar kunnen ze vragen stellen?"),
        ),
    ),
    "discussion": Start(
        Text("What do you want to talk about?", "Waar wil je het over hebben?"),
        Text("Newsletters: still of use?", "Werkt een nieuwsbrief nog?"),
        (),
    ),
}
_THANKS = Text("Thank you, {person}!", "Dank je wel, {person}!")
_HEADING = re.compile(r"\*\*(.+?)\*\*\s*\Z")
_HEADINGS = frozenset(one for start in STARTS.values() for heading in start.headings for one in heading)


def title_label(kind: Kind, language: Language) -> str:
    """What the field for the title asks."""
    return STARTS[kind].label.say(language)


def title_example(kind: Kind, language: Language) -> str:
    """A title of this kind, to show while the field is empty."""
    return STARTS[kind].example.say(language)


def template(kind: Kind, language: Language, *, person: str = "", link: str = "") -> str:
    """A start for the text, in Markdown; empty for a plain conversation.

    Headings with room below each. ``person`` is the username of whom a spotlight thanks, ``link`` the address
    of what is shared, which stands on a line of its own so that the community shows its card.
    """
    parts = [link] if link else []
    parts += [f"**{heading.say(language)}**\n\n" for heading in STARTS[kind].headings]
    if person and kind == "spotlight":
        parts.append(_THANKS.say(language, person=f"@{person}"))
    return "\n\n".join(parts)


def is_untouched(raw: str) -> bool:
    """Whether nothing was written but what some template begins with, so that another may take its place."""
    return not without_empty_parts(raw).strip()


def without_empty_parts(raw: str) -> str:
    """``raw`` without headings of a template that nothing was written under, for when it is sent."""
    kept: list[str] = []
    waiting: list[str] = []
    for line in raw.split("\n"):
        found = _HEADING.match(line)
        if found and found[1] in _HEADINGS:
            waiting = [line]
        elif waiting and not line.strip():
            waiting.append(line)
        else:
            kept += [*waiting, line]
            waiting = []
    return "\n".join(kept).rstrip("\n") if waiting else "\n".join(kept)
