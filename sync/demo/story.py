"""The hand-written story: reads the TOML files of resources/demo into plain values."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import resources

STORY_FOLDER = Path(resources.__file__).parent / "demo"


@dataclass(frozen=True)
class Organisation:
    """A ministry or agency; `short` is the name people use."""

    name: str
    short: str


@dataclass(frozen=True)
class Tag:
    """A tag and what it is for."""

    name: str
    description: str = ""


@dataclass(frozen=True)
class Person:
    """A member. `joined` is relative ("-2y3m"); `me` marks the one the client signs in as."""

    username: str
    name: str
    organisation: str
    title: str = ""
    bio: str = ""
    find: str = ""
    location: str = ""
    team: bool = False
    me: bool = False
    joined: str = "-1y"
    groups: tuple[str, ...] = ()
    avatar: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class Group:
    """A group of the community: a Discourse category with the Discourse group that belongs to it.

    `listed`: also who is not in it may know that it is there, though not who is.
    """

    slug: str
    name: str
    purpose: str = ""
    closed: bool = False
    listed: bool = True
    colour: str = "0088CC"
    members: tuple[str, ...] = ()
    about: str = ""


@dataclass(frozen=True)
class Reply:
    """A reply; `at` is relative, `reply_to` a post number."""

    author: str
    at: str
    text: str
    likes: int = 0
    accepted: bool = False
    reply_to: int | None = None


@dataclass(frozen=True)
class Event:
    """A meet-up; `going` are usernames."""

    starts: str
    ends: str | None = None
    location: str = ""
    going: tuple[str, ...] = ()


@dataclass(frozen=True)
class Topic:
    """A topic with its first post and replies."""

    title: str
    group: str
    kind: str
    author: str
    at: str
    text: str
    tags: tuple[str, ...] = ()
    likes: int = 0
    views: int | None = None
    pinned: bool = False
    closed: bool = False
    event: Event | None = None
    replies: tuple[Reply, ...] = ()


@dataclass(frozen=True)
class Story:
    """Everything the story files say."""

    title: str
    description: str
    organisations: tuple[Organisation, ...]
    tags: tuple[Tag, ...]
    people: tuple[Person, ...]
    groups: tuple[Group, ...]
    topics: tuple[Topic, ...]


def load_story(folder: Path = STORY_FOLDER) -> Story:
    """Read the story. An empty or missing folder gives a small bare community instead of an error."""
    community = _read(folder / "community.toml")
    people = [_person(p) for p in _read(folder / "people.toml").get("person", [])]
    groups = [_group(g) for g in _read(folder / "groups.toml").get("group", [])]
    topics = [
        _topic(t) for file in sorted((folder / "topics").glob("*.toml")) for t in _read(file).get("topic", [])
    ]
    return Story(
        title=community.get("title", "De Stamtafel"),
        description=community.get("description", ""),
        organisations=tuple(Organisation(o["name"], o["short"]) for o in community.get("organisation", []))
        or (Organisation("Ministerie van Binnenlandse Zaken en Koninkrijksrelaties", "BZK"),),
        tags=tuple(Tag(t["name"], t.get("description", "")) for t in community.get("tag", [])),
        people=tuple(people) or (Person("noor", "Noor de Vries", "BZK", me=True, groups=("plein",)),),
        groups=tuple(groups) or (Group("plein", "Het plein"),),
        topics=tuple(topics),
    )


def _read(file: Path) -> dict[str, Any]:
    return tomllib.loads(file.read_text(encoding="utf-8")) if file.is_file() else {}


def _person(table: dict[str, Any]) -> Person:
    known = {k: v for k, v in table.items() if k in Person.__dataclass_fields__}
    return Person(**{**known, "groups": tuple(table.get("groups", ()))})


def _group(table: dict[str, Any]) -> Group:
    known = {k: v for k, v in table.items() if k in Group.__dataclass_fields__}
    known["colour"] = str(known.get("colour", "0088CC")).lstrip("#")
    return Group(**{**known, "members": tuple(table.get("members", ()))})


def _topic(table: dict[str, Any]) -> Topic:
    known = {k: v for k, v in table.items() if k in Topic.__dataclass_fields__}
    known["tags"] = tuple(table.get("tags", ()))
    known["event"] = _event(table["event"]) if "event" in table else None
    replies = [
        {k: v for k, v in r.items() if k in Reply.__dataclass_fields__} for r in table.get("reply", [])
    ]
    return Topic(**known, replies=tuple(Reply(**r) for r in replies))


def _event(table: dict[str, Any]) -> Event:
    return Event(
        starts=table["starts"],
        ends=table.get("ends"),
        location=table.get("location", ""),
        going=tuple(table.get("going", ())),
    )
