"""What kind of contribution a topic is: a declared mapping from what the platform tells about it.

The first row that fits decides. ``None`` means that nothing points to a kind, which leaves what is known.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from sync.model import Kind

# Tags that communities use, Dutch and English, in lower case.
TAGS: tuple[tuple[Kind, str], ...] = (
    ("spotlight", "in-het-zonnetje spotlight zonnetje trots compliment pluim kudos shout-out"),
    ("event", "bijeenkomst agenda event meetup meet-up evenement webinar workshop training"),
    ("question", "vraag vragen question hulpvraag help-gevraagd meedenken"),
    ("experience", "ervaring ervaringen experience praktijk praktijkverhaal case lessen"),
    ("link", "link linktip leestip tip kijktip luistertip bron artikel"),
    ("announcement", "mededeling aankondiging nieuws announcement announcements huishoudelijk"),
)

# Words in a group's slug that say what is talked about there.
SLUGS: tuple[tuple[Kind, str], ...] = (
    ("spotlight", "zonnetje spotlight trots producten showcase etalage"),
    ("event", "agenda bijeenkomsten bijeenkomst events meetups evenementen"),
    ("question", "vragen vraag questions support help vraagbaak"),
    ("experience", "ervaringen experiences praktijk verhalen"),
    ("link", "links leestips tips bronnen"),
    ("announcement", "mededelingen aankondigingen nieuws announcements news"),
)

_ONLY_A_LINK = re.compile(r"\s*https?://\S+\s*\Z")


class Signs(NamedTuple):
    """What is known of a topic. ``text`` is the plain text of its opening post when it is at hand."""

    title: str
    tags: tuple[str, ...] = ()
    slug: str = ""
    solvable: bool = False
    event: bool = False
    featured_link: bool = False
    text: str = ""


def told(signs: Signs) -> Kind | None:
    """The kind that somebody chose. Strongest first: tags, event, solved plugin, group, featured link."""
    if (found := _among(_TAGS, [tag.lower() for tag in signs.tags])) is not None:
        return found
    if signs.event:
        return "event"
    if signs.solvable:
        return "question"
    if (found := _among(_SLUGS, signs.slug.lower().split("-"))) is not None:
        return found
    return "link" if signs.featured_link else None


def guessed(signs: Signs) -> Kind | None:
    """As ``told``, and failing that what the title or a text of only a link suggests."""
    if (found := told(signs)) is not None:
        return found
    if signs.title.rstrip().endswith("?"):
        return "question"
    return "link" if _ONLY_A_LINK.match(signs.text) else None


def _by_word(table: tuple[tuple[Kind, str], ...]) -> dict[str, tuple[int, Kind]]:
    return {word: (rank, found) for rank, (found, words) in enumerate(table) for word in words.split()}


_TAGS = _by_word(TAGS)
_SLUGS = _by_word(SLUGS)


def _among(table: dict[str, tuple[int, Kind]], words: list[str]) -> Kind | None:
    found = [table[word] for word in words if word in table]
    return min(found)[1] if found else None
