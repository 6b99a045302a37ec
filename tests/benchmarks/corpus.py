"""A seeded community of any size, written into a cache as the engine would, for benchmarks."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from itertools import accumulate
from pathlib import Path
from sqlite3 import Connection
from typing import NamedTuple

from sync.model import KINDS, Batch, Group, Member, Post, Topic
from sync.store.apply import apply
from sync.store.database import Store
from sync.store.marks import BASELINE, BASELINE_DAYS
from sync.store.search import index_batch

NEWEST = 1_790_000_000_000
"""The moment of the newest post, in ms since 1970."""
COMMON_WORD = "gemeente"
PART_OF_COMPOUNDS = "beleid"
_YEARS_MS = 3 * 365 * 86_400_000
_PAGE = 5_000
_INDEX_PAGE = 5_000
_SENTENCES = 20_000
_GROUPS = 24


def _listed(words: str) -> tuple[str, ...]:
    return tuple(words.split())


_STEMS = _listed(
    "woon zorg klimaat jeugd sport verkeer water bodem energie cultuur arbeid inkomen ruimte "
    "natuur digitaal wijk buurt straat stad land school pers web taal beeld burger inwoner "
    "ambtenaar minister kamer raad college crisis campagne merk toon stijl doel proces keten data "
    "open basis kern bron"
)
_HEADS = _listed(
    "beleid plan visie aanpak overleg bijeenkomst brief nota communicatie participatie campagne "
    "onderzoek team adviseur redactie woordvoering strategie planning evaluatie bericht gesprek "
    "vraag antwoord voorbeeld netwerk platform dienst project programma agenda"
)
_SMALL = _listed(
    "de het een en van in op te dat is voor met niet aan er om ook als bij maar zijn wij jullie "
    "naar uit door wat hoe wie kan wil gaat heeft meer nog al over tot onze hun deze die dit goed "
    "nieuw graag samen"
)
_PLAIN = _listed(
    "gemeente inwoners collega ervaring idee tekst foto verslag werk week maand jaar vraag "
    "antwoord hulp tip voorbeeld resultaat dashboard nieuwsbrief intranet artikel titel publiek "
    "doelgroep afdeling ministerie provincie waterschap coördinatie reünie financiën"
)


class _Words(NamedTuple):
    words: list[str]
    weights: list[float]

    def pick(self, chance: random.Random, count: int) -> list[str]:
        return chance.choices(self.words, cum_weights=self.weights, k=count)


def make_corpus(folder: Path, posts: int, topics: int | None, seed: int, index: bool) -> Path:
    """Fill the cache in ``folder`` with ``posts`` posts in ``topics`` topics (a quarter when None).

    The same arguments give the same content. With ``index`` the word index is made too. Returns ``folder``,
    which a ``Store`` opens. A million posts take about half a minute, the index one more.
    """
    store = Store(folder)
    try:
        store.maintain(lambda conn: conn.execute("PRAGMA synchronous = OFF"))
        store.write(_as_if_newest_came_first)
        for batch in batches(posts, topics or max(1, posts // 4), seed):
            store.write(lambda conn, batch=batch: apply(conn, batch))  # type: ignore[misc]
        while index and store.write(_index):
            pass
    finally:
        store.close()
    return folder


def batches(posts: int, topics: int, seed: int, page: int = _PAGE) -> Iterator[Batch]:
    """The corpus as batches of ``page`` posts, oldest first; the first one brings groups and members."""
    chance = random.Random(seed)
    words = _vocabulary(chance)
    sentences = [_sentence(words, chance) for _ in range(min(_SENTENCES, max(200, posts)))]
    members = _members(chance, max(20, min(5_000, posts // 50)))
    step = _YEARS_MS // max(1, posts)
    known: list[int] = [0] * (topics + 1)
    for start in range(0, posts, page):
        found, told = [], {}
        for position in range(start, min(start + page, posts)):
            topic_id = _topic_of(position, posts, topics, chance)
            known[topic_id] += 1
            created = NEWEST - (posts - 1 - position) * step
            post = _post(position + 1, topic_id, known[topic_id], created, sentences, members, chance)
            found.append(post)
            if post.number == 1:
                told[topic_id] = _topic(topic_id, post, words, chance)
        yield Batch(
            groups=_groups() if start == 0 else (),
            members=members if start == 0 else (),
            topics=tuple(told.values()),
            posts=tuple(found),
        )


def _as_if_newest_came_first(conn: Connection) -> None:
    """A sync begins with the newest page, so that only the last week is unread."""
    baseline = NEWEST - BASELINE_DAYS * 86_400_000
    conn.execute("INSERT OR IGNORE INTO status VALUES (?, ?)", (BASELINE, baseline))


def _index(conn: Connection) -> int:
    return index_batch(conn, _INDEX_PAGE)


def _topic_of(position: int, posts: int, topics: int, chance: random.Random) -> int:
    """Topics begin evenly over the years; a reply mostly goes to one that began shortly before."""
    begun = position * topics // posts + 1
    if position == 0 or begun != (position - 1) * topics // posts + 1:
        return begun
    return max(1, begun - int(chance.expovariate(1 / 40)))


def _post(
    post_id: int,
    topic_id: int,
    number: int,
    created: int,
    sentences: Sequence[str],
    members: Sequence[Member],
    chance: random.Random,
) -> Post:
    lines = chance.choices(sentences, k=2 + int(chance.random() * 6))
    middle = len(lines) // 2
    first, second = " ".join(lines[:middle]), " ".join(lines[middle:])
    return Post(
        id=post_id,
        topic_id=topic_id,
        number=number,
        author_id=members[int(len(members) * chance.random() ** 2)].id,
        created=created,
        html=f"<p>{first}</p><p>{second}</p>",
        text=f"{first}\n{second}",
        excerpt=first[:300],
        likes=int(chance.random() ** 4 * 12),
        reply_to=1 if number > 2 and post_id % 3 == 0 else None,
    )


def _topic(topic_id: int, post: Post, words: _Words, chance: random.Random) -> Topic:
    title = " ".join(words.pick(chance, 5 + int(chance.random() * 5)))
    return Topic(
        id=topic_id,
        title=title[0].upper() + title[1:],
        group_id=1 + int(_GROUPS * chance.random() ** 2),
        slug=f"t{topic_id}",
        kind=KINDS[int(len(KINDS) * chance.random())],
        tags=tuple(chance.choices(_HEADS, k=2)),
        author_id=post.author_id,
        created=post.created,
    )


def _vocabulary(chance: random.Random) -> _Words:
    compounds = [stem + head for stem in _STEMS for head in _HEADS]
    rare = [stem + middle + head for stem in _STEMS for middle in _STEMS for head in _HEADS]
    chance.shuffle(compounds)
    chance.shuffle(rare)
    words = [*_SMALL, *_PLAIN, *_HEADS, *compounds, *rare[:20_000]]
    weights = (1 / (rank + 3) for rank in range(len(words)))
    return _Words(words, list(accumulate(weights)))


def _sentence(words: _Words, chance: random.Random) -> str:
    picked = " ".join(words.pick(chance, 7 + int(chance.random() * 8)))
    return picked[0].upper() + picked[1:] + "."


def _groups() -> tuple[Group, ...]:
    return tuple(
        Group(number, f"groep-{number}", f"Groep {number}", closed=number % 3 == 0, position=number)
        for number in range(1, _GROUPS + 1)
    )


def _members(chance: random.Random, count: int) -> tuple[Member, ...]:
    first = _listed(
        "Fatima Jan Sanne Mehmet Iris Bram Noor Daan Lotte Youssef Eva Thijs Anouk Ruben Esmée Cem"
    )
    last = _listed("Bakker Visser Yılmaz Janssen Smit Meijer Mulder Boer Vos Peters Hendriks Dekker Koç Kok")
    places = _listed("Rijkswaterstaat BZK VWS OCW Belastingdienst UWV RIVM Kadaster IenW Defensie")
    return tuple(
        Member(
            id=number,
            username=f"lid{number}",
            name=f"{chance.choice(first)} {chance.choice(last)}",
            organisation=chance.choice(places),
        )
        for number in range(1, count + 1)
    )
