"""Discourse's site, groups and people: shapes of ``/site.json``, its categories, and the directory."""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import lru_cache
from typing import Any, NamedTuple
from urllib.parse import urlsplit

from sync.connectors.discourse_fields import (
    Json,
    each,
    flag,
    identity,
    needed,
    number,
    person,
    text,
    whole,
)
from sync.markup import plain
from sync.markup_links import own_image
from sync.markup_links import site as site_of
from sync.model import Community, Group, Member

AVATAR_PIXELS = 96
AUTHORS_KNOWN = 2_000
# All that ``read_author`` looks at.
_AUTHOR_FIELDS = (
    "user_id",
    "username",
    "name",
    "display_username",
    "primary_group_name",
    "user_title",
    "avatar_template",
    "staff",
)

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
# The groups of the staff by the ids that Discourse gives them, with their English names.
ADMINS = 1
STAFF_GROUPS = {ADMINS: "admins", 2: "moderators", 3: "staff"}
FIND_WORDS = ("te vinden", "vind je mij", "werkplek", "where to find", "find me")


class Fields(NamedTuple):
    """The site's own profile fields that matter here, by id."""

    organisation: tuple[str, ...] = ()
    find: tuple[str, ...] = ()


class Site(NamedTuple):
    """What reading needs to know of the community: its address, category slugs, group names and fields.

    ``staff`` has the names of the staff's groups by their ids, where they differ from the English ones.
    """

    url: str
    slugs: Mapping[int, str] = {}
    group_names: Mapping[str, str] = {}
    fields: Fields = Fields()
    staff: Mapping[int, str] = {}


def read_community(url: str, info: Json) -> Community:
    """What the site calls itself, as far as it is told."""
    title = text(info.get("title")) or urlsplit(url).hostname or url
    return Community(url, title, text(info.get("description")) or "")


def read_site(url: str, payload: Json) -> Site:
    """What ``/site.json`` says that reading other answers needs."""
    categories, _ = each(payload.get("categories"), lambda c: (identity(c), text(c.get("slug")) or ""))
    groups, _ = each(payload.get("groups") or [], _group_name)
    fields, _ = each(
        payload.get("user_fields") or [], lambda f: (str(identity(f)), text(f.get("name")) or "")
    )
    ids, _ = each(payload.get("groups") or [], lambda g: (identity(g), _group_name(g)[0]))
    staff = {key: name for key, name in ids if key in STAFF_GROUPS}
    return Site(url, dict(categories), dict(groups), _known_fields(fields), staff)


def site_notes(site: Site) -> str:
    """What was learnt of the site, to be kept until the next time."""
    staff = list(site.staff.items())
    return json.dumps([list(site.slugs.items()), dict(site.group_names), site.fields, staff])


def noted_site(url: str, notes: str) -> Site | None:
    """The site as in ``notes``, or ``None`` when they are not of this form."""
    try:
        slugs, group_names, (organisation, find), *rest = json.loads(notes)
        fields = Fields(tuple(organisation), tuple(find))
        # Notes of an earlier version end before the names of the staff's groups.
        staff = {int(key): str(name) for key, name in (rest[0] if rest else ())}
        return Site(url, {int(key): str(slug) for key, slug in slugs}, dict(group_names), fields, staff)
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
        name=needed(text(item.get("name"))),
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


def read_author(site: Site, item: Json) -> Member:
    """Who wrote a post, as told along with it."""
    return Member(
        id=person(item["user_id"]),
        username=needed(text(item.get("username"))),
        name=text(item.get("name")) or text(item.get("display_username")),
        organisation=_from_group(site, item.get("primary_group_name")),
        title=text(item.get("user_title")),
        avatar_url=avatar(site, item.get("avatar_template")),
        team=flag(item.get("staff")),
    )


class Authors:
    """Who wrote posts, as ``read_author``: the same few people over and over, so each is read once."""

    def __init__(self, site: Site) -> None:
        self._site = site
        self._known: dict[tuple[object, ...], Member] = {}

    def read(self, item: Json) -> Member:
        """The author of a post."""
        told = tuple(map(item.get, _AUTHOR_FIELDS))
        try:
            found = self._known.get(told)
        except TypeError:
            # Something that is no single value where one belongs.
            return read_author(self._site, item)
        if found is None:
            if len(self._known) >= AUTHORS_KNOWN:
                self._known.clear()
            found = self._known[told] = read_author(self._site, item)
        return found


def read_user(site: Site, item: Json) -> Member:
    """A person with id and username: of a list of topics or of a topic's page."""
    return Member(
        id=person(item["id"]),
        username=needed(text(item.get("username"))),
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
        id=person(user["id"]),
        username=needed(text(user.get("username"))),
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
    told = text(template)
    return _own_address(site.url, told.replace("{size}", str(AVATAR_PIXELS))) if told else None


@lru_cache(maxsize=4096)
def _own_address(url: str, path: str) -> str | None:
    return own_image(path, site_of(url))


def _group_name(item: Json) -> tuple[str, str]:
    name = needed(text(item.get("name")))
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
