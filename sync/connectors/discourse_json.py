"""Discourse's posts and topics, read with tolerance.

Unknown fields are ignored, missing optional ones survive, and a broken item is skipped and counted instead of
the page. Shapes: Discourse's published API description, and its serializers for posts, topic lists and topic
pages, with what the solved plugin and the calendar plugin add.
"""

from __future__ import annotations

from collections.abc import Iterable

from sync.connectors import kinds
from sync.connectors.discourse_fields import (
    Broken,
    Json,
    above_zero,
    flag,
    identity,
    moment,
    needed,
    number,
    person,
    text,
)
from sync.connectors.discourse_people import Site
from sync.connectors.kinds import Signs
from sync.markup import Cleaned, clean
from sync.model import Event, ImageWanted, Post, Topic

# Post types that people write; small actions ("closed this topic") and whispers are no contributions.
REGULAR, MODERATOR_ACTION = 1, 2
LIKE = 2


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
    told_update = item.get("updated_at")
    cleaned = clean(cooked, base_url=site.url)
    likes, liked = _likes(item.get("actions_summary"))
    return (
        Post(
            id=identity(item),
            topic_id=above_zero(item["topic_id"]),
            number=number_in_topic,
            author_id=person(item["user_id"]),
            created=created,
            html=cleaned.html,
            text=cleaned.text,
            excerpt=cleaned.excerpt,
            updated=created if told_update == item["created_at"] else moment(told_update),
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


def topic_of_post(site: Site, item: Json, cleaned: Cleaned) -> Topic:
    """What a post of ``/posts.json`` tells about its topic; an opening post tells more than a reply."""
    title = needed(text(item.get("topic_title")))
    group_id = above_zero(item["category_id"])
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
        id=above_zero(item["topic_id"]),
        title=title,
        group_id=group_id,
        slug=text(item.get("topic_slug")),
        kind=kinds.guessed(signs),
        author_id=person(item["user_id"]) if opening else None,
        created=moment(item.get("created_at")) if opening else None,
        answered=flag(item.get("topic_accepted_answer")),
        event=event,
    )


def read_topic(site: Site, item: Json) -> Topic | None:
    """A topic of a list or of its own page; ``None`` for private messages and unlisted topics."""
    if item.get("archetype", "regular") != "regular" or item.get("visible") is False:
        return None
    title = needed(text(item.get("title")))
    group_id = above_zero(item["category_id"])
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
        url=_web_address(item.get("url")),
        going=number(stats.get("going")) if isinstance(stats, dict) else None,
    )


def opening_event(items: object) -> Event | None:
    """The event of the opening post, when it is among these posts of a topic."""
    for item in items if isinstance(items, list) else ():
        if isinstance(item, dict) and number(item.get("post_number")) == 1:
            return read_event(item.get("event"))
    return None


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


def _web_address(value: object) -> str | None:
    told = text(value)
    return told if told and told.lower().startswith(("https://", "http://")) else None


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
