"""Writes who there is: groups, categories, members and who belongs where."""

from __future__ import annotations

import json
from datetime import datetime, timedelta

from sync.demo.database import Database
from sync.demo.moments import iso, relative
from sync.demo.slugs import slugify
from sync.demo.story import Person, Story

AUTOMATIC_GROUPS = {
    0: "everyone",
    1: "admins",
    2: "moderators",
    3: "staff",
    10: "trust_level_0",
    11: "trust_level_1",
    12: "trust_level_2",
    13: "trust_level_3",
    14: "trust_level_4",
}
TEAM_GROUP = "communityteam"
FIRST_GROUP_ID = 41
FIRST_CATEGORY_ID = 5
FIRST_USER_ID = 2
NEWCOMER = timedelta(days=21)


def write_people(database: Database, story: Story, people: list[Person], now: datetime) -> None:
    """Write groups, the categories that belong to them, members and memberships."""
    groups = _write_groups(database, story)
    _write_categories(database, story, groups)
    organisations = {key: slugify(o.short) for o in story.organisations for key in (o.short, o.name)}
    for number, person in enumerate(people, FIRST_USER_ID):
        _write_person(database, number, person, groups.get(organisations.get(person.organisation, "")), now)
    # the first of the team is administrator, who may read everything
    database.run("UPDATE users SET admin = 1 WHERE id = (SELECT min(id) FROM users WHERE moderator)")
    _write_memberships(database, story, people, organisations, groups, now)
    database.run(
        "INSERT INTO group_users (group_id, user_id, owner, added_at) SELECT 1, id, 0, created_at FROM users"
        " WHERE admin"
    )


def _write_groups(database: Database, story: Story) -> dict[str, int]:
    for number, name in AUTOMATIC_GROUPS.items():
        database.run(
            "INSERT INTO groups (id, name, kind, automatic) VALUES (?, ?, 'automatic', 1)", number, name
        )
    rows = [(slugify(o.short), o.name, "", "organisation", 0, 1) for o in story.organisations]
    rows.append((TEAM_GROUP, "Communityteam", "Het team dat de community begeleidt.", "team", 0, 1))
    rows += [
        (g.slug, g.name, g.about or g.purpose, "group", int(g.closed), int(g.listed)) for g in story.groups
    ]
    for number, row in enumerate(rows, FIRST_GROUP_ID):
        database.run(
            "INSERT INTO groups (id, name, full_name, about, kind, closed, listed)"
            " VALUES (?, ?, ?, ?, ?, ?, ?)",
            number,
            *row,
        )
    return {row[0]: number for number, row in enumerate(rows, FIRST_GROUP_ID)}


def _write_categories(database: Database, story: Story, groups: dict[str, int]) -> None:
    for position, group in enumerate(story.groups):
        database.run(
            "INSERT INTO categories (id, name, slug, colour, purpose, about, read_restricted,"
            " group_id, position)"
            " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
            FIRST_CATEGORY_ID + position,
            group.name,
            group.slug,
            group.colour,
            group.purpose,
            group.about,
            int(group.closed),
            groups[group.slug],
            position,
        )


def _write_person(
    database: Database, number: int, person: Person, group_id: int | None, now: datetime
) -> None:
    joined = relative(person.joined, now, short_m_is_minutes=False)
    database.run(
        "INSERT INTO users (id, username, name, title, organisation, bio, location, find, avatar, created_at,"
        " last_seen_at, moderator, trust_level, primary_group_id, me)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        number,
        person.username,
        person.name,
        person.title,
        person.organisation,
        person.bio,
        person.location,
        person.find,
        json.dumps(person.avatar),
        iso(joined),
        iso(now - timedelta(minutes=13 * number % 9000)),
        int(person.team),
        4 if person.team else 0 if now - joined < NEWCOMER else 2,
        group_id,
        int(person.me),
    )


def _write_memberships(
    database: Database,
    story: Story,
    people: list[Person],
    organisations: dict[str, str],
    groups: dict[str, int],
    now: datetime,
) -> None:
    open_groups = {g.slug for g in story.groups if not g.closed}
    closed = {g.slug: set(g.members) for g in story.groups if g.closed}
    places: set[tuple[int, int, int]] = set()
    for number, person in enumerate(people, FIRST_USER_ID):
        joined = {slug for slug in person.groups if slug in open_groups}
        # the group's own list decides who is in a closed group
        joined |= {slug for slug, members in closed.items() if person.username in members}
        joined |= {organisations.get(person.organisation, "")} | ({TEAM_GROUP} if person.team else set())
        places |= {(groups[slug], number, int(person.team)) for slug in joined if slug in groups}
        places |= {(group, number, 0) for group in ([11, 12, 2, 3] if person.team else [11, 12])}
    database.many(
        "INSERT INTO group_users (group_id, user_id, owner, added_at) VALUES (?, ?, ?, ?)",
        [
            (group, user, owner, iso(now - timedelta(days=20 + user * 7 % 600, minutes=group)))
            for group, user, owner in sorted(places)
        ],
    )
