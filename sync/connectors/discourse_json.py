"""Discourse's JSON, read with tolerance.

Unknown fields are ignored, missing optional ones survive, and a broken item is skipped and counted instead of
the page. Shapes: Discourse's published API description, and its serializers for posts, topic lists, topics,
the site, the directory, the solved plugin and the calendar plugin.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping
from datetime import UTC, datetime
from functools import lru_cache
from typing import Any, NamedTuple, TypeVar
from urllib.parse import urljoin, urlsplit

from sync.connectors import kinds
from sync.connectors.kinds import Signs
from sync.errors import UnreadableAnswer
from sync.markup import Cleaned, clean, plain
from sync.model import Community, Event, Group, ImageWanted, Member, Post, Topic

T = TypeVar("T")
Json = Mapping[str, Any]

# Post types that people write; small actions ("closed this topic") and whispers are no contributions.
REGULAR, MODERATOR_ACTION = 1, 2
LIKE = 2
AVATAR_PIXELS = 96

# Words in the names of a site's own profile fields: the member's organisation, and where to find them in real
# life. The first word that occurs counts.
ORGANISATION_WORDS = (
    "organisatie",
    "organisation",
    "organization",
    "ministerie",
    "werkgever",
    "afdeling",
    "dienst",
)
FIND_WORDS = ("te vinden", "vind je mij", "werkplek", "where to find", "find me")


class Fields(NamedTuple):
    """The site's own profile fields that matter here, by id."""

    organisation: tuple[str, ...] = ()
    find: tuple[str, ...] = ()


class Site(NamedTuple):
    """What reading needs to know of the community: its address, category slugs, group names and fields."""

    url: str
    slugs: Mapping[int, str] = {}
    group_names: Mapping[str, str] = {}
    fields: Fields = Fields()


class Broken(Exception):
    """One item lacks what makes it one."""


def whole(payload: object) -> Json:
    """The payload as an object. Raises ``UnreadableAnswer`` when it is something else."""
    if not isinstance(payload, dict):
        raise UnreadableAnswer
    return payload


def listed(items: object) -> list[Any]:
    """The items as a list. Raises ``UnreadableAnswer`` when they are none."""
    if not isinstance(items, list):
        raise UnreadableAnswer
    return items


def each(items: object, read: Callable[[Json], T | None]) -> tuple[list[T], int]:
    """Read every item that can be read, and count the broken ones. ``None`` is left out without counting.

    Raises ``UnreadableAnswer`` when ``items`` is no list at all.
    """
    found: list[T] = []
    skipped = 0
    for item in listed(items):
        try:
            one = read(item)
        except (Broken, KeyError, TypeError, ValueError, AttributeError, OverflowError):
            skipped += 1
            continue
        if one is not None:
            found.append(one)
    return found, skipped


def identity(item: Json) -> int:
    """An item's id: a number above zero. Raises ``Broken``."""
    found = item["id"]
    if isinstance(found, bool) or not isinstance(found, int) or not 0 < found < 1 << 62:
        raise Broken
    return found


def number(value: object) -> int | None:
    """A whole number that may be written as text (``reply_to_post_number`` is, in some versions)."""
    if isinstance(value, bool):
        return None
    if isinstance(value, (int, float)):
        return int(value)
    if isinstance(value, str) and value.strip().isdigit():
        return int(value)
    return None


def text(value: object) -> str | None:
    """A text of one line, or ``None``."""
    if not isinstance(value, str):
        return None
    return " ".join(value.split()) or None


def flag(value: object) -> bool | None:
    """A yes or no, or ``None`` when it was not told."""
    return value if isinstance(value, bool) else None


def moment(value: object) -> int | None:
    """An ISO 8601 moment as milliseconds since 1970, or ``None``."""
    if not isinstance(value, str) or not value:
        return None
    try:
        when = datetime.fromisoformat(value)
    except ValueError:
        return None
    if when.tzinfo is None:
        when = when.replace(tzinfo=UTC)
    return round(when.timestamp() * 1000)


def read_community(url: str, info: Json) -> Community:
    """What the site calls itself, as far as it is told."""
    title = text(info.get("title")) or urlsplit(url).hostname or url
    return Community(url, title, text(info.get("description")) or "")


def read_site(url: str, payload: Json) -> Site:
    """What ``/site.json`` says that reading other answers needs."""
    categories, _ = each(payload.get("categories"), lambda c: (identity(c), text(c.get("slug")) or ""))
    groups, _ = each(payload.get("groups", []), _group_name)
    fields, _ = each(payload.get("user_fields", []), lambda f: (str(identity(f)), text(f.get("name")) or ""))
    return Site(url, dict(categories), dict(groups), _known_fields(fields))


def site_notes(site: Site) -> str:
    """What was learnt of the site, to be kept until the next time."""
    return json.dumps([list(site.slugs.items()), dict(site.group_names), site.fields])


def noted_site(url: str, notes: str) -> Site | None:
    """The site as in ``notes``, or ``None`` when they are not of this form."""
    try:
        slugs, group_names, (organisation, find) = json.loads(notes)
        fields = Fields(tuple(organisation), tuple(find))
        return Site(url, {int(key): str(slug) for key, slug in slugs}, dict(group_names), fields)
    except (ValueError, TypeError):
        return None


def read_groups(payload: Json) -> tuple[list[Group], int]:
    """The categories of ``/site.json`` as groups."""
    return each(payload.get("categories"), read_group)


def read_group(item: Json) -> Group:
    """One category. ``permission`` 1 is full, 2 create a reply, 3 read only."""
    permission = number(item.get("permission"))
    return Group(
        id=identity(item),
        slug=text(item.get("slug")) or str(item["id"]),
        name=_needed(text(item.get("name"))),
        closed=bool(item.get("read_restricted")),
        purpose=text(plain(item.get("description_text") or item.get("description_excerpt") or "")),
        colour=text(item.get("color")),
        topics=number(item.get("topic_count")),
        parent_id=number(item.get("parent_category_id")),
        position=number(item.get("position")),
        can_post=None if permission is None else permission in (1, 2),
    )


def posts_total(payload: Json) -> int | None:
    """How many posts the site counts over all categories, or ``None`` when it does not say."""
    counts, _ = each(payload.get("categories"), lambda c: number(c.get("post_count")))
    return sum(counts) if counts else None


def read_post(site: Site, item: Json) -> tuple[Post, Cleaned] | None:
    """One post with its cleaned HTML; ``None`` for what nobody wrote or what was taken away."""
    number_in_topic = number(item["post_number"])
    created = moment(item["created_at"])
    cooked = item["cooked"]
    if number_in_topic is None or created is None or not isinstance(cooked, str):
        raise Broken
    if item.get("post_type", REGULAR) not in (REGULAR, MODERATOR_ACTION):
        return None
    if item.get("deleted_at") or item.get("user_deleted") is True:
        return None
    cleaned = clean(cooked, base_url=site.url)
    likes, liked = _likes(item.get("actions_summary"))
    return (
        Post(
            id=identity(item),
            topic_id=_above_zero(item["topic_id"]),
            number=number_in_topic,
            author_id=_person(item["user_id"]),
            created=created,
            html=cleaned.html,
            text=cleaned.text,
            excerpt=cleaned.excerpt,
            updated=moment(item.get("updated_at")),
            version=number(item.get("version")) or 1,
            likes=likes,
            liked=liked,
            reply_to=number(item.get("reply_to_post_number")),
            accepted=item.get("accepted_answer") is True,
            oversize=cleaned.oversize,
            images=tuple(ImageWanted(one.key, one.url) for one in cleaned.images if not one.full),
        ),
        cleaned,
    )


def read_author(site: Site, item: Json) -> Member:
    """Who wrote a post, as told along with it."""
    return Member(
        id=_person(item["user_id"]),
        username=_needed(text(item.get("username"))),
        name=text(item.get("name")) or text(item.get("display_username")),
        organisation=_from_group(site, item.get("primary_group_name")),
        title=text(item.get("user_title")),
        avatar_url=avatar(site, item.get("avatar_template")),
        team=flag(item.get("staff")),
    )


def topic_of_post(site: Site, item: Json, cleaned: Cleaned) -> Topic:
    """What a post of ``/posts.json`` tells about its topic; an opening post tells more than a reply."""
    title = _needed(text(item.get("topic_title")))
    group_id = _above_zero(item["category_id"])
    opening = number(item.get("post_number")) == 1
    event = read_event(item.get("event"))
    signs = Signs(
        title=title,
        slug=site.slugs.get(group_id, ""),
        solvable=item.get("topic_accepted_answer") is True,
        event=event is not None,
        text=cleaned.text if opening else "",
    )
    return Topic(
        id=_above_zero(item["topic_id"]),
        title=title,
        group_id=group_id,
        slug=text(item.get("topic_slug")),
        kind=kinds.guessed(signs),
        author_id=_person(item["user_id"]) if opening else None,
        created=moment(item.get("created_at")) if opening else None,
        answered=flag(item.get("topic_accepted_answer")),
        event=event,
    )


def read_topic(site: Site, item: Json) -> Topic | None:
    """A topic of a list or of its own page; ``None`` for private messages and unlisted topics."""
    if item.get("archetype", "regular") != "regular" or item.get("visible") is False:
        return None
    title = _needed(text(item.get("title")))
    group_id = _above_zero(item["category_id"])
    posts = number(item.get("posts_count"))
    event = read_event(item.get("event"))
    tags = read_tags(item.get("tags"))
    signs = Signs(
        title=title,
        tags=tags or (),
        slug=site.slugs.get(group_id, ""),
        solvable=item.get("can_have_answer") is True or item.get("has_accepted_answer") is True,
        # A list tells only when a meeting is; the rest comes with its opening post.
        event=event is not None or moment(item.get("event_starts_at")) is not None,
        featured_link=bool(item.get("featured_link")),
    )
    return Topic(
        id=identity(item),
        title=title,
        group_id=group_id,
        slug=text(item.get("slug")),
        kind=kinds.told(signs),
        tags=tags,
        author_id=_topic_author(item),
        created=moment(item.get("created_at")),
        last_posted=moment(item.get("last_posted_at")),
        replies=None if posts is None else max(0, posts - 1),
        likes=number(item.get("like_count")),
        views=number(item.get("views")),
        closed=flag(item.get("closed")),
        pinned=flag(item.get("pinned")),
        answered=_answered(item),
        highest_number=number(item.get("highest_post_number")),
        last_read_number=number(item.get("last_read_post_number")),
        saved=flag(item.get("bookmarked")),
        event=event,
    )


def read_tags(items: object) -> tuple[str, ...] | None:
    """Tags: names in older versions, objects with a name in newer ones; ``None`` when they were not told."""
    if not isinstance(items, list):
        return None
    names = (text(one.get("name") if isinstance(one, dict) else one) for one in items)
    return tuple(name for name in names if name)


def read_event(item: object) -> Event | None:
    """The calendar plugin's event of a post."""
    if not isinstance(item, dict) or (starts := moment(item.get("starts_at"))) is None:
        return None
    stats = item.get("stats")
    return Event(
        starts=starts,
        ends=moment(item.get("ends_at")),
        name=text(item.get("name")),
        location=text(item.get("location")),
        url=text(item.get("url")),
        going=number(stats.get("going")) if isinstance(stats, dict) else None,
    )


def opening_event(items: object) -> Event | None:
    """The event of the opening post, when it is among these posts of a topic."""
    for item in items if isinstance(items, list) else ():
        if isinstance(item, dict) and number(item.get("post_number")) == 1:
            return read_event(item.get("event"))
    return None


def read_user(site: Site, item: Json) -> Member:
    """A person with id and username: of a list of topics or of a topic's page."""
    return Member(
        id=_person(item["id"]),
        username=_needed(text(item.get("username"))),
        name=text(item.get("name")),
        organisation=_from_group(site, item.get("primary_group_name")),
        avatar_url=avatar(site, item.get("avatar_template")),
    )


def read_directory_item(site: Site, item: Json) -> Member:
    """A row of ``/directory_items.json``; the organisation is the user field's when the site has one."""
    user = whole(item["user"])
    fields = user.get("user_fields")
    values = fields if isinstance(fields, dict) else {}
    return Member(
        id=_person(user["id"]),
        username=_needed(text(user.get("username"))),
        name=text(user.get("name")),
        organisation=_field(values, site.fields.organisation)
        or _from_group(site, user.get("primary_group_name"))
        or text(user.get("title")),
        title=text(user.get("title")),
        avatar_url=avatar(site, user.get("avatar_template")),
        find=_field(values, site.fields.find),
    )


def avatar(site: Site, template: object) -> str | None:
    """The address of a member's picture, on the community's own host only."""
    if not isinstance(template, str) or not template:
        return None
    return _own_address(site.url, template.replace("{size}", str(AVATAR_PIXELS)))


@lru_cache(maxsize=4096)
def _own_address(url: str, path: str) -> str | None:
    address = urljoin(f"{url}/", path)
    return address if urlsplit(address).netloc == urlsplit(url).netloc else None


def listed_ids(items: Iterable[object]) -> tuple[int, ...]:
    """Every id in a list of posts, also of those that cannot be read, highest first."""
    found = (number(item.get("id")) for item in items if isinstance(item, dict))
    return tuple(sorted({one for one in found if one is not None and one > 0}, reverse=True))


def withdrawn(items: Iterable[object]) -> tuple[int, ...]:
    """Ids of posts that are still listed but were taken away by their author or by a moderator."""
    gone = (
        number(item.get("id"))
        for item in items
        if isinstance(item, dict) and (item.get("deleted_at") or item.get("user_deleted") is True)
    )
    return tuple(one for one in gone if one is not None)


def own_id(items: Iterable[object]) -> int | None:
    """The member's own id, when one of these posts is theirs."""
    for item in items:
        if isinstance(item, dict) and item.get("yours") is True:
            return number(item.get("user_id"))
    return None


def _group_name(item: Json) -> tuple[str, str]:
    name = _needed(text(item.get("name")))
    return name, text(item.get("full_name")) or text(item.get("display_name")) or name


def _known_fields(fields: list[tuple[str, str]]) -> Fields:
    def ids(words: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(key for word in words for key, name in fields if word in name.lower())

    return Fields(ids(ORGANISATION_WORDS), ids(FIND_WORDS))


def _field(values: Mapping[str, Any], ids: tuple[str, ...]) -> str | None:
    for key in ids:
        value = values.get(key)
        # The directory wraps a value: {"value": [...], "searchable": true}.
        if isinstance(value, dict):
            value = value.get("value")
        if isinstance(value, list):
            value = ", ".join(str(one) for one in value if one)
        if found := text(value):
            return found
    return None


def _from_group(site: Site, name: object) -> str | None:
    told = text(name)
    return site.group_names.get(told, told) if told else None


def _likes(actions: object) -> tuple[int, bool]:
    for action in actions if isinstance(actions, list) else ():
        if isinstance(action, dict) and action.get("id") == LIKE:
            return number(action.get("count")) or 0, action.get("acted") is True
    return 0, False


def _answered(item: Json) -> bool | None:
    if "accepted_answer" in item:
        return bool(item["accepted_answer"])
    return flag(item.get("has_accepted_answer"))


def _topic_author(item: Json) -> int | None:
    if (told := number(item.get("user_id"))) is not None:
        return told
    for poster in item.get("posters") or ():
        # The first poster of a list is the one who opened the topic.
        if isinstance(poster, dict):
            return number(poster.get("user_id"))
    return None


def _needed(value: str | None) -> str:
    if value is None:
        raise Broken
    return value


def _above_zero(value: object) -> int:
    found = number(value)
    if found is None or found <= 0:
        raise Broken
    return found


def _person(value: object) -> int:
    # The platform's own accounts ("system") have ids below zero.
    found = number(value)
    if found is None or found == 0:
        raise Broken
    return found
