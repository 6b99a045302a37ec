"""A small community in a real cache, with a closed group of which the readers are known."""

from __future__ import annotations

from pathlib import Path

from app.accounts import Account
from app.client import Client
from app.paths import Profile
from app.settings import Settings
from sync.connectors.base import GroupFact, GroupReaders, ReadsBy
from sync.model import Batch, Group, Kind, Member, Post, Topic
from sync.store import audience, cursors
from sync.store.apply import apply

NOW = 1_790_000_000_000
DAY = 86_400_000
ME, FATIMA, JOOST, ESTHER, GUUS = 1, 2, 3, 4, 5
CLOSED, WEB = 10, 11
ADDRESS = "https://community.test"
SECRET = "De minister wil het plan pas na de zomer in de Kamer bespreken en niet eerder"

MEMBERS = (
    Member(ME, "noor", "Noor Wijnands", "NVWA"),
    Member(FATIMA, "fatima", "Fatima El Amrani", "Rijkswaterstaat"),
    Member(JOOST, "joost", "Joost van Dijk", "BZK"),
    Member(ESTHER, "esther", "Esther Molenaar", "Communityteam", team=True),
    Member(GUUS, "guus", "Guus Veldman", "IenW"),
)
_TELLING: tuple[tuple[int, int, Kind, str, str], ...] = (
    (1, CLOSED, "question", "Hoe bereik je inwoners met straatgesprekken?", "Straatgesprekken met inwoners."),
    (
        2,
        CLOSED,
        "experience",
        "Draaiboek voor straatgesprekken op de markt",
        "Zo deden wij straatgesprekken.",
    ),
    (3, CLOSED, "discussion", "Besluit over de planning van de nota", SECRET),
    (4, WEB, "question", "Welke zoekmachine gebruiken jullie op je website?", "Zoeken op de website."),
    (5, WEB, "link", "Gids voor een website die iedereen kan lezen", "Website voor iedereen."),
    (6, WEB, "question", "Wie meet bezoekers van de website?", "Bezoekers meten op de website."),
)
# What the groups talk about most days.
_USUAL: tuple[tuple[int, int, Kind, str, str], ...] = tuple(
    (
        number,
        group_id,
        "discussion",
        f"Nieuws over de {about}, deel {number}",
        f"Nieuw aan de {about}.",
    )
    for first, group_id, about in ((101, WEB, "website"), (201, CLOSED, "buurt"))
    for number in range(first, first + 20)
)
_TOPICS = _TELLING + _USUAL


def readers(*members: int) -> GroupReaders:
    """These people, as the community would tell."""
    told = tuple(member for member in MEMBERS if member.id in members)
    by: dict[int, ReadsBy] = {member.id: "staff" if member.team else "member" for member in told}
    return GroupReaders(told, by, True, len(told))


def let_read(client: Client, *members: int) -> None:
    """From now on these people read along in the closed group."""
    client.store.write(lambda conn: audience.put_readers(conn, CLOSED, readers(*members), NOW))


def opened(folder: Path) -> Client:
    """An account of Noor that never touches the network."""
    profile = Profile(folder)
    profile.create()
    made = Client(profile, Account("desk", "discourse", ADDRESS, "noor", "id"), Settings(profile))
    batch = Batch(
        groups=(
            Group(CLOSED, "participatie", "Participatie", True, joined=True, position=1),
            Group(WEB, "web", "Webredactie", False, joined=True, position=2),
            Group(12, "archief", "Archief", False, can_post=False, position=3),
        ),
        members=MEMBERS,
        topics=tuple(_topic(*told[:4]) for told in _TOPICS),
        posts=tuple(
            Post(number * 10, number, 1, FATIMA, NOW - number * DAY, f"<p>{text}</p>", text, text)
            for number, _, _, _, text in _TOPICS
        ),
    )
    made.store.write(lambda conn: apply(conn, batch))
    made.store.write(lambda conn: cursors.put(conn, cursors.ME, str(ME)))
    facts = [GroupFact(CLOSED, 1, "participatie", "Participatie", "Gesprekken", True, "member", 4)]
    made.store.write(lambda conn: audience.put_register(conn, facts))
    let_read(made, ME, FATIMA, JOOST, ESTHER)
    made.index_all()
    return made


def _topic(number: int, group_id: int, kind: Kind, title: str) -> Topic:
    created = NOW - number * DAY
    return Topic(
        number,
        title,
        group_id,
        kind=kind,
        tags=("straatgesprek", "inwoners") if group_id == CLOSED else ("web",),
        author_id=FATIMA,
        created=created,
        last_posted=created,
        replies=3,
        likes=2,
        answered=number == 1,
    )
