"""The seeded generator: members and topics around the story, the same for the same seed and moment."""

from __future__ import annotations

import random
from collections import Counter
from datetime import datetime, timedelta

from sync.demo import generator_words as words
from sync.demo.placed import PlacedPost, PlacedTopic
from sync.demo.story import Person, Story

THREE_YEARS_IN_MINUTES = 3 * 365 * 24 * 60
MOST_REPLIES = 120


def generate_members(story: Story, *, seed: int, count: int) -> list[Person]:
    """`count` members besides those of the story, spread over its organisations and open groups."""
    dice = random.Random(f"members {seed}")  # noqa: S311 - story dice, not secrets
    taken = {p.username.lower() for p in story.people}
    open_groups = [g.slug for g in story.groups if not g.closed]
    members: list[Person] = []
    for _ in range(count):
        first, last = dice.choice(words.FIRST_NAMES), dice.choice(words.LAST_NAMES)
        members.append(
            Person(
                username=_free_username(f"{first}_{last}", taken),
                name=f"{first} {last}",
                organisation=dice.choice(story.organisations).name,
                title=dice.choice(words.JOB_TITLES),
                joined=f"-{dice.randrange(3)}y{dice.randrange(1, 12)}m{dice.randrange(28)}d",
                groups=tuple(dice.sample(open_groups, min(len(open_groups), dice.randrange(1, 4)))),
            )
        )
    return members


def _free_username(name: str, taken: set[str]) -> str:
    base = name.lower().replace(" ", "").replace("ë", "e")
    username, number = base, 2
    while username in taken:
        username, number = f"{base}{number}", number + 1
    taken.add(username)
    return username


def generate_topics(
    story: Story, people: list[Person], *, seed: int, count: int, now: datetime
) -> list[PlacedTopic]:
    """`count` topics over three years, more of them lately, with a long tail of replies."""
    dice = random.Random(f"topics {seed}")  # noqa: S311 - story dice, not secrets
    groups = [g.slug for g in story.groups]
    weights = [3.0 / (1 + index * 0.35) for index in range(len(groups))]
    members = _members_by_group(story, people)
    tags = [t.name for t in story.tags] or list(words.TAGS)
    topics: list[PlacedTopic] = []
    used: Counter[str] = Counter(t.title for t in story.topics)
    for _ in range(count):
        group = dice.choices(groups, weights)[0]
        kind = dice.choices(tuple(words.KINDS), tuple(words.KINDS.values()))[0]
        subject = words.Subject(dice)
        posts = _posts(dice, subject, kind, members[group], now)
        topics.append(
            PlacedTopic(
                title=_unused(subject.title(kind), used),
                group=group,
                kind=kind,
                tags=tuple(dice.sample(tags, min(len(tags), dice.choice((0, 1, 1, 2, 3))))),
                views=len(posts) * dice.randrange(8, 40) + dice.randrange(60),
                posts=posts,
            )
        )
    return topics


def _unused(title: str, used: Counter[str]) -> str:
    """The title, or its sequel when it was used: a title stands once on a site."""
    used[title] += 1
    return title if used[title] == 1 else f"{title} (vervolg {used[title]})"


def _posts(
    dice: random.Random, subject: words.Subject, kind: str, members: list[str], now: datetime
) -> list[PlacedPost]:
    at = now - timedelta(
        minutes=1 + int(THREE_YEARS_IN_MINUTES * dice.random() ** 1.4), seconds=dice.randrange(60)
    )
    posts = [PlacedPost(at, dice.choice(members), subject.opening(kind), _likes(dice))]
    for number in range(_reply_count(dice)):
        at += timedelta(minutes=2 + int(dice.paretovariate(0.9) * 9) % 9000)
        if at >= now - timedelta(seconds=30):
            break
        reply_to = dice.randrange(1, number + 2) if number and dice.random() < 0.3 else None
        text = subject.reply(kind)
        posts.append(PlacedPost(at, dice.choice(members), text, _likes(dice), reply_to=reply_to))
    if kind == "question" and len(posts) > 2 and dice.random() < 0.6:
        posts[dice.randrange(1, len(posts))].accepted = True
    return posts


def _members_by_group(story: Story, people: list[Person]) -> dict[str, list[str]]:
    everyone = [p.username for p in people]
    return {g.slug: (list(g.members) if g.closed else everyone) or everyone[:1] for g in story.groups}


def _reply_count(dice: random.Random) -> int:
    return 0 if dice.random() < 0.12 else min(MOST_REPLIES, int(dice.paretovariate(0.85) * 1.6))


def _likes(dice: random.Random) -> int:
    return int(dice.expovariate(0.55))
