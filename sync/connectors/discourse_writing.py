"""Writing to Discourse: posts, likes, memberships and files, and looking for what was written.

Discourse has no idempotency key for user API keys, so a post of which the outcome is not known is found again
among the member's own: in their activity, at the end of the topic, and among what waits for a moderator.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import suppress
from urllib.parse import quote

from sync.answers import sentences
from sync.connectors import discourse_fields as fields
from sync.connectors.base import Me, OwnPost, Posted, Source, Standing, WaitingPost
from sync.connectors.discourse_fields import Json
from sync.connectors.discourse_pace import PACE
from sync.errors import AccessDenied, NotFound, Rejected, UnreadableAnswer
from sync.http import Http
from sync.model import Post

LIKE = 2
NEW_TOPIC, REPLY = 4, 5
ACTIONS_AT_ONCE = 30
# How far back the member's activity and a topic's end are looked through.
MOST_ACTION_PAGES = 5
TAIL_POSTS = 20
# The activity is told to the second or finer; a post may be dated a moment before the answer's own clock.
_MARGIN_MS = 60_000

ReadPost = Callable[[Json], Post | None]


class DiscourseWriting:
    """The writing half of the connector protocol. ``read_post`` turns a post's JSON into ours."""

    pace = PACE

    def __init__(self, http: Http, read_post: ReadPost) -> None:
        self._http = http
        self._read_post = read_post

    def create_topic(
        self, group_id: int, title: str, raw: str, tags: Sequence[str], *, typing_ms: int, open_ms: int
    ) -> Posted:
        """``POST /posts.json`` with title and category."""
        form: dict[str, str | int | list[str]] = {"title": title, "category": group_id}
        if tags:
            form["tags[]"] = list(tags)
        return self._create(raw, form, typing_ms, open_ms)

    def create_reply(
        self, topic_id: int, raw: str, reply_to: int | None, *, typing_ms: int, open_ms: int
    ) -> Posted:
        """``POST /posts.json`` in a topic; ``reply_to`` is a post number."""
        form: dict[str, str | int | list[str]] = {"topic_id": topic_id}
        if reply_to is not None:
            form["reply_to_post_number"] = reply_to
        return self._create(raw, form, typing_ms, open_ms)

    def edit_post(self, post_id: int, raw: str, original: str) -> Post | None:
        """``PUT /posts/ID.json``; 409 when the text is no longer ``original``. The post as it is now."""
        form = {"post[raw]": raw}
        if original:
            form["post[original_text]"] = original
        payload = fields.whole(self._http.put(f"/posts/{post_id}.json", form).json)
        return self._told_post(payload.get("post"))

    def delete_post(self, post_id: int) -> None:
        """``DELETE /posts/ID.json``."""
        self._http.delete(f"/posts/{post_id}.json")

    def delete_topic(self, topic_id: int) -> None:
        """``DELETE /t/ID.json``."""
        self._http.delete(f"/t/{topic_id}.json")

    def like(self, post_id: int) -> Post | None:
        """``POST /post_actions.json``; returns the post as it is now."""
        form: dict[str, str | int] = {"id": post_id, "post_action_type_id": LIKE}
        return self._told_post(self._http.post("/post_actions.json", form).json)

    def unlike(self, post_id: int) -> Post | None:
        """``DELETE /post_actions/ID.json``; returns the post as it is now."""
        reply = self._http.delete(f"/post_actions/{post_id}.json", {"post_action_type_id": LIKE})
        return self._told_post(reply.json)

    def join(self, name: str) -> None:
        """``PUT /groups/ID/join.json``, for a group that everyone may join."""
        self._http.put(f"/groups/{self._group(name)[0]}/join.json")

    def leave(self, name: str) -> None:
        """``DELETE /groups/ID/leave.json``."""
        self._http.delete(f"/groups/{self._group(name)[0]}/leave.json")

    def ask_to_join(self, name: str, reason: str) -> None:
        """``POST /groups/NAME/request_membership.json``; asking again only renews the reason."""
        self._http.post(f"/groups/{quote(name, safe='')}/request_membership.json", {"reason": reason})

    def belongs(self, name: str) -> bool:
        """Whether the member is in the group with this name."""
        return self._group(name)[1]

    def upload(self, name: str, kind: str, content: bytes) -> str:
        """``POST /uploads.json``; the address (``upload://...``) for in a text. The same file is one."""
        form = {"type": "composer", "synchronous": "true"}
        payload = fields.whole(self._http.upload("/uploads.json", form, name, kind, content).json)
        short = fields.text(payload.get("short_url")) or fields.text(payload.get("url"))
        if short is None:
            raise UnreadableAnswer
        return short

    def own_posts(self, me: Me, since: int) -> list[OwnPost]:
        """``GET /user_actions.json``: what the member wrote since a moment (ms, the community's clock)."""
        found: list[OwnPost] = []
        for page in range(MOST_ACTION_PAGES):
            params: dict[str, str | int | list[int] | list[str]] = {
                "username": me.username,
                "filter": f"{NEW_TOPIC},{REPLY}",
                "offset": page * ACTIONS_AT_ONCE,
            }
            payload = fields.whole(self._http.get("/user_actions.json", params).json)
            some, _ = fields.each(payload.get("user_actions"), _read_action)
            found += [one for one in some if one.created >= since - _MARGIN_MS]
            if len(some) < ACTIONS_AT_ONCE or any(one.created < since - _MARGIN_MS for one in some):
                break
        return found

    def own_tail(self, me: Me, topic_id: int) -> list[OwnPost]:
        """The member's posts among the last of a topic; none when the topic is not there (any more)."""
        try:
            payload = fields.whole(self._http.get(f"/t/{topic_id}.json").json)
            stream = fields.whole(payload.get("post_stream"))
            posts = fields.listed(stream.get("posts"))
            told, _ = fields.each(
                [{"id": one} for one in fields.listed(stream.get("stream", []))], fields.identity
            )
            here = {fields.number(one.get("id")) for one in posts if isinstance(one, dict)}
            if missing := [one for one in told[-TAIL_POSTS:] if one not in here]:
                more = self._http.get(f"/t/{topic_id}/posts.json", {"post_ids[]": missing}).json
                posts = posts + fields.listed(
                    fields.whole(fields.whole(more).get("post_stream")).get("posts")
                )
        except (NotFound, AccessDenied):
            return []
        found, _ = fields.each(posts, lambda item: _read_own(item, me))
        return found

    def waiting_posts(self, me: Me) -> list[WaitingPost]:
        """``GET /posts/NAME/pending.json``; none where the version or the site has no such list."""
        try:
            payload = fields.whole(self._http.get(f"/posts/{quote(me.username, safe='')}/pending.json").json)
        except (NotFound, AccessDenied):
            return []
        return fields.each(payload.get("pending_posts"), _read_waiting)[0]

    def standing(self, topic_id: int, number: int | None) -> Standing:
        """``GET /t/ID/NUMBER.json``: the topic with the posts around this number."""
        path = f"/t/{topic_id}/{number}.json" if number is not None and number > 1 else f"/t/{topic_id}.json"
        payload = fields.whole(self._http.get(path).json)
        may_post = fields.whole(payload.get("details", {})).get("can_create_post")
        posts = fields.listed(fields.whole(payload.get("post_stream")).get("posts"))
        here = [one for one in posts if isinstance(one, dict) and not one.get("deleted_at")]
        numbers = {fields.number(one.get("post_number")) for one in here}
        return Standing(
            group_id=fields.number(payload.get("category_id")),
            # Only true is ever told: where it is absent the member may not.
            open=may_post is True if "details" in payload else payload.get("closed") is not True,
            there=number is None or number <= 1 or number in numbers,
        )

    def source(self, post_id: int) -> Source:
        """``GET /posts/ID.json``: a post as it was written. Raises ``NotFound`` when it is gone."""
        return fields.only(fields.whole(self._http.get(f"/posts/{post_id}.json").json), _read_source)

    def source_at(self, topic_id: int, number: int) -> Source:
        """``GET /posts/by_number/TOPIC/NUMBER.json``. Raises ``NotFound`` when it is gone."""
        reply = self._http.get(f"/posts/by_number/{topic_id}/{number}.json")
        return fields.only(fields.whole(reply.json), _read_source)

    def _create(
        self, raw: str, form: dict[str, str | int | list[str]], typing_ms: int, open_ms: int
    ) -> Posted:
        form |= {"raw": raw, "typing_duration_msecs": typing_ms, "composer_open_duration_msecs": open_ms}
        payload = fields.whole(self._http.post("/posts.json", form).json)
        if payload.get("action") == "enqueued":
            return Posted(waiting=True)
        if payload.get("success") is False:
            told = payload.get("errors")
            raise Rejected(reasons=sentences(told) if isinstance(told, list) else ())
        told_post = payload.get("post", payload)
        return fields.only(fields.whole(told_post), _read_posted)

    def _group(self, name: str) -> tuple[int, bool]:
        payload = fields.whole(self._http.get(f"/groups/{quote(name, safe='')}.json").json)
        group = fields.whole(payload.get("group"))
        return fields.only(group, fields.identity), group.get("is_group_user") is True

    def _told_post(self, item: object) -> Post | None:
        with suppress(*fields.BROKEN):
            return self._read_post(fields.whole(item))
        return None


def _read_posted(item: Json) -> Posted:
    return Posted(
        topic_id=fields.above_zero(item["topic_id"]),
        post_id=fields.identity(item),
        number=fields.number(item.get("post_number")),
    )


def _read_action(item: Json) -> OwnPost:
    created = fields.moment(item["created_at"])
    if created is None:
        raise fields.Broken
    return OwnPost(
        topic_id=fields.above_zero(item["topic_id"]),
        number=fields.above_zero(item["post_number"]),
        created=created,
        post_id=fields.number(item.get("post_id")),
        title=fields.text(item.get("title")),
    )


def _read_own(item: Json, me: Me) -> OwnPost | None:
    if fields.number(item.get("user_id")) != me.id:
        return None
    return _read_action({**item, "post_id": item.get("id")})


def _read_waiting(item: Json) -> WaitingPost:
    raw, created = item["raw_text"], fields.moment(item["created_at"])
    if not isinstance(raw, str) or created is None:
        raise fields.Broken
    return WaitingPost(
        topic_id=fields.number(item.get("topic_id")),
        title=fields.text(item.get("title")) or "",
        raw=raw,
        created=created,
    )


def _read_source(item: Json) -> Source:
    raw, created = item["raw"], fields.moment(item["created_at"])
    if not isinstance(raw, str) or created is None:
        raise fields.Broken
    actions = item.get("actions_summary")
    likes = [one for one in actions if one.get("id") == LIKE] if isinstance(actions, list) else []
    return Source(
        post_id=fields.identity(item),
        topic_id=fields.above_zero(item["topic_id"]),
        number=fields.above_zero(item["post_number"]),
        author_id=fields.person(item["user_id"]),
        created=created,
        raw=raw,
        title=fields.text(item.get("topic_title")),
        reply_to=fields.number(item.get("reply_to_post_number")),
        liked=any(one.get("acted") is True for one in likes),
    )
