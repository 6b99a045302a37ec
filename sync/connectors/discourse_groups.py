"""Discourse's groups of people: who can read a category through them, and which there are to join.

A category that is not for everyone is read by the members of the groups in its permissions, and by
administrators (``User#secure_category_ids``); moderators read it only through a group. Newer versions tell
the permissions to editors only; everybody else gets the names of those groups that they may know of
(``CategoriesController#visible_groups``). Automatic groups have fixed ids, and names in the site's language
(``Group::AUTO_GROUPS``).
"""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import suppress
from dataclasses import replace
from typing import NamedTuple
from urllib.parse import quote

from sync.connectors import discourse_people as people
from sync.connectors.base import GroupFact, GroupMembers, GroupReaders, GroupState, ReadsBy
from sync.connectors.discourse_fields import Json, each, identity, listed, needed, number, text, whole
from sync.connectors.discourse_people import ADMINS, STAFF_GROUPS, Site
from sync.errors import AccessDenied, NotFound
from sync.http import Http
from sync.markup import plain
from sync.model import Member

# Discourse gives at most 1,000 at once; beyond so many pages a list is not one of names any more.
MEMBERS_AT_ONCE = 500
MOST_PAGES = 4
# Discourse's own page is 36, fewer on a phone.
MOST_GROUP_PAGES = 30
# Weakest first.
RIGHTS: tuple[ReadsBy, ...] = ("staff", "parent", "member")


class _Permitted(NamedTuple):
    """The groups that may read a category, and whether there can be no others."""

    names: tuple[str, ...]
    sure: bool


_HIDDEN = GroupMembers((), False)


def readers(http: Http, site: Site, category_id: int) -> GroupReaders:
    """Who can read a category: a request for it, and one for the members of each group that may.

    Raises ``NotFound`` or ``AccessDenied`` when the category is not for this member.
    """
    category = _category(http, category_id)
    if category.get("read_restricted") is False:
        return GroupReaders((), {}, False, everyone=True)
    permitted = _permitted(http, site, category_id, category)
    parent_id = number(category.get("parent_category_id"))
    above: frozenset[str] = frozenset()
    if parent_id and len(permitted.names) > 1:
        above = _groups_above(http, site, parent_id)
    rights = _rights(site, permitted.names, above)
    lists = {name: _known_members(http, site, name) for name in rights}
    own = [name for name, right in rights.items() if right == "member"]
    return _together(
        [(right, lists[name]) for name, right in rights.items()],
        sure=permitted.sure,
        remote_name=own[0] if len(own) == 1 else "",
        total=lists[own[0]].total if len(own) == 1 else None,
    )


def members(http: Http, site: Site, name: str) -> GroupMembers:
    """``GET /groups/NAME/members.json`` until all are there; not complete where the list is cut or broken.

    Raises ``NotFound`` or ``AccessDenied`` where it is hidden.
    """
    found: dict[int, Member] = {}
    skipped, seen, total = 0, 0, None
    for _ in range(MOST_PAGES):
        params = {"limit": MEMBERS_AT_ONCE, "offset": seen}
        payload = whole(http.get(f"/groups/{quote(name, safe='')}/members.json", params).json)
        items = listed(payload.get("members"))
        read, broken = each(items, lambda item: people.read_user(site, item))
        found |= {one.id: one for one in read if one.id > 0}
        total = number(whole(payload.get("meta") or {}).get("total"))
        skipped, seen = skipped + broken, seen + len(items)
        if not items or total is None or seen >= total:
            break
    complete = skipped == 0 and total is not None and seen >= total
    return GroupMembers(tuple(found.values()), complete, total)


def register(http: Http, site: Site) -> tuple[GroupFact, ...]:
    """``GET /groups.json``, page by page: groups that a category belongs to, or that one can join or ask for.

    Raises ``AccessDenied`` where the site keeps its directory of groups to the staff.
    """
    places = {_bare(slug): category_id for category_id, slug in site.slugs.items()}
    facts: dict[int, GroupFact] = {}
    seen = 0
    for page in range(MOST_GROUP_PAGES):
        payload = whole(http.get("/groups.json", {"page": page}).json)
        items = listed(payload.get("groups"))
        found, _ = each(items, lambda item: _fact(item, places))
        facts |= {fact.remote_id: fact for fact in found}
        seen += len(items)
        if not items or seen >= (number(payload.get("total_rows_groups")) or 0):
            break
    return tuple(facts.values())


def _category(http: Http, category_id: int) -> Json:
    return whole(whole(http.get(f"/c/{category_id}/show.json").json).get("category"))


def _permitted(http: Http, site: Site, category_id: int, category: Json) -> _Permitted:
    if isinstance(category.get("group_permissions"), list):
        return _Permitted(*_named(category["group_permissions"]))
    # Hidden groups are in neither of the other ways, so that there can always be more readers.
    with suppress(AccessDenied, NotFound):
        told = whole(http.get(f"/c/{category_id}/visible_groups.json").json).get("groups")
        names = [name for name in map(text, told if isinstance(told, list) else ()) if name]
        if names:
            return _Permitted(tuple(names), sure=False)
    slug = _bare(site.slugs.get(category_id, ""))
    alike = [name for name, full in site.group_names.items() if slug and slug in (_bare(name), _bare(full))]
    return _Permitted(tuple(alike), sure=False)


def _named(permissions: list[object]) -> tuple[tuple[str, ...], bool]:
    names, broken = each(permissions, lambda item: needed(text(item.get("group_name"))))
    return tuple(dict.fromkeys(names)), bool(names) and not broken


def _groups_above(http: Http, site: Site, parent_id: int) -> frozenset[str]:
    with suppress(AccessDenied, NotFound):
        return frozenset(_permitted(http, site, parent_id, _category(http, parent_id)).names)
    return frozenset()


def _rights(site: Site, names: Iterable[str], above: frozenset[str]) -> dict[str, ReadsBy]:
    """By which right the members of each of these groups read, and the administrators."""
    staff = {site.staff.get(number, name) for number, name in STAFF_GROUPS.items()}
    own = [name for name in names if name not in above and name not in staff]
    rights: dict[str, ReadsBy] = {}
    for name in names:
        # Where all groups of a category are also those of the one above it, it has no right of its own.
        through: ReadsBy = "parent" if own and name in above else "member"
        rights[name] = "staff" if name in staff else through
    return rights | {site.staff.get(ADMINS, STAFF_GROUPS[ADMINS]): "staff"}


def _known_members(http: Http, site: Site, name: str) -> GroupMembers:
    """As ``members``; nobody where the list is hidden."""
    with suppress(AccessDenied, NotFound):
        return members(http, site, name)
    return _HIDDEN


def _together(
    lists: list[tuple[ReadsBy, GroupMembers]], *, sure: bool, remote_name: str, total: int | None
) -> GroupReaders:
    """Everyone once, by the strongest of their rights."""
    found: dict[int, Member] = {}
    by: dict[int, ReadsBy] = {}
    for right in RIGHTS:
        for listed_by, one in lists:
            if listed_by == right:
                found |= {member.id: _seen_as(member, right) for member in one.members}
                by |= {member.id: right for member in one.members}
    complete = sure and all(one.complete for _, one in lists)
    return GroupReaders(tuple(found.values()), by, complete, total, remote_name)


def _seen_as(member: Member, right: ReadsBy) -> Member:
    return replace(member, team=True) if right == "staff" else member


def _fact(item: Json, places: dict[str, int]) -> GroupFact | None:
    if item.get("automatic") is True:
        return None
    name = needed(text(item.get("name")))
    full = text(item.get("full_name")) or name
    group_id = places.get(_bare(name)) or places.get(_bare(full))
    can_join = item.get("public_admission") is True
    can_ask = item.get("allow_membership_requests") is True
    if group_id is None and not can_join and not can_ask:
        return None
    return GroupFact(
        group_id=group_id,
        remote_id=identity(item),
        remote_name=name,
        name=full,
        purpose=text(plain(str(item.get("bio_excerpt") or item.get("bio_cooked") or ""))) or "",
        closed=not can_join,
        state=_state(item.get("is_group_user") is True, can_join, can_ask),
        members=number(item.get("user_count")),
    )


def _state(member: bool, can_join: bool, can_ask: bool) -> GroupState:
    if member:
        return "member"
    if can_join:
        return "open"
    return "asks" if can_ask else "none"


def _bare(name: str) -> str:
    """A name without what differs between a group's name, its title and a category's slug."""
    return "".join(sign for sign in name.casefold() if sign.isalnum())
