"""Discourse over its JSON API with a user API key: what to ask, and what to make of the answers."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import replace
from typing import Any
from uuid import uuid4

from sync.budget import Budget
from sync.connectors import discourse_fields as fields
from sync.connectors import discourse_groups, discourse_limits, discourse_notices
from sync.connectors import discourse_json as shapes
from sync.connectors import discourse_people as people
from sync.connectors.base import (
    Access,
    Capabilities,
    GroupFact,
    GroupMembers,
    GroupReaders,
    Me,
    Moved,
    Notice,
    PeoplePage,
    PostLimits,
    PostsPage,
    Session,
    TopicPosts,
    TopicsPage,
)
from sync.connectors.discourse_people import Site
from sync.connectors.discourse_writing import DiscourseWriting
from sync.errors import AccessDenied, NotACommunity, NotFound, SignInNeeded, UnreadableAnswer
from sync.http import Http
from sync.model import Community, Member, Post, Topic

# Discourse's own limits: topics in a list, members on a page of the directory, and the last page of that.
TOPICS_AT_ONCE = 100
PEOPLE_AT_ONCE = 50
LAST_PEOPLE_PAGE = 10
# How many posts Discourse's own client asks of a topic at once.
POSTS_AT_ONCE = 20
CHANNELS = ("/latest", "/new")

CAN = Capabilities(
    closed_groups=True,
    read_state=True,
    bookmarks=True,
    topics=True,
    people=True,
    live=True,
    writing=True,
    audience=True,
    notices=True,
)


def connect(
    url: str,
    key: str,
    client_id: str,
    *,
    budget: Budget | None = None,
    proxy: str | None = None,
) -> Discourse:
    """A connector for one account.

    Raises ``NotACommunity`` or ``PlainHttpRefused`` for a wrong address, and ``SignInNeeded`` for what cannot
    be a key: errors further down would repeat it.
    """
    if not key.isascii() or not key.isprintable():
        raise SignInNeeded
    headers = {"User-Api-Key": key}
    if client_id:
        headers["User-Api-Client-Id"] = client_id
    return Discourse(Http(url, headers=headers, budget=budget, proxy=proxy))


def probe(url: str, *, proxy: str | None = None) -> str:
    """Whether ``url`` is a Discourse community: its title. Needs no key.

    Raises ``NotACommunity`` when it is something else, and network errors as they are.
    """
    with Discourse(Http(url, proxy=proxy)) as connector:
        return connector.title()


class Discourse:
    """The connector protocol on Discourse. ``/site.json`` is what other answers are read with."""

    can = CAN

    def __init__(self, http: Http) -> None:
        self.http = http
        self._know(people.Site(http.url))
        self._bus_client = uuid4().hex
        self.writing = DiscourseWriting(http, self._told_post)

    @property
    def budget(self) -> Budget:
        """What the requests are taken from."""
        return self.http.budget

    @property
    def server_time(self) -> int | None:
        """The community's clock at its last answer, milliseconds."""
        return self.http.server_time

    def close(self) -> None:
        """Close the connections."""
        self.http.close()

    def __enter__(self) -> Discourse:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def session(self) -> Session:
        """Who is signed in, and to what: for adding an account. Raises ``NotACommunity`` for another site."""
        return Session(Community(self.http.url, self.title()), self.whoami())

    def title(self) -> str:
        """``GET /site/basic-info.json``, which needs no key. Raises ``NotACommunity`` for another site."""
        try:
            title = fields.text(fields.whole(self.http.get("/site/basic-info.json").json).get("title"))
        except (NotFound, AccessDenied, UnreadableAnswer) as cause:
            raise NotACommunity(**cause.facts) from cause
        if title is None:
            raise NotACommunity
        return title

    def whoami(self) -> Me:
        """``GET /session/current.json``: 404 when nobody is logged in, 403 for a key no longer taken."""
        try:
            payload = fields.whole(self.http.get("/session/current.json").json)
        except (NotFound, AccessDenied) as cause:
            raise SignInNeeded(**cause.facts) from cause
        user = fields.whole(payload.get("current_user"))
        username, found = fields.text(user.get("username")), fields.number(user.get("id"))
        if username is None or found is None:
            raise UnreadableAnswer
        return Me(found, username)

    def access(self) -> Access:
        """``GET /site.json``. With ``lazy_load_categories`` it lists some categories only, and says so."""
        payload = fields.whole(self.http.get("/site.json").json)
        self._know(people.read_site(self.http.url, payload))
        groups, skipped = people.read_groups(payload)
        return Access(
            community=people.read_community(self.http.url, payload),
            groups=tuple(groups),
            complete=not payload.get("lazy_load_categories") and skipped == 0,
            posts_total=people.posts_total(payload),
            notes=people.site_notes(self._site),
            skipped=skipped,
        )

    def recall(self, notes: str) -> None:
        """Read answers with what an earlier ``access`` learnt; unreadable notes are as good as none."""
        self._know(people.noted_site(self.http.url, notes) or self._site)

    def may_see(self, group_id: int) -> bool:
        """``GET /c/ID/show.json``: 403 and 404 say that a category is not for this member."""
        try:
            self.http.get(f"/c/{group_id}/show.json")
        except (AccessDenied, NotFound):
            return False
        return True

    def posts(self, before: int | None = None, validator: str | None = None) -> PostsPage:
        """``GET /posts.json``: up to 50 posts, newest first.

        Newer versions select ids below ``before``, older ones the window of 50 ids up to it.
        """
        reply = self.http.get("/posts.json", None if before is None else {"before": before}, etag=validator)
        if reply.unchanged:
            return PostsPage(validator=validator, unchanged=True)
        items = fields.listed(fields.whole(reply.json).get("latest_posts"))
        topics: dict[int, Topic] = {}
        members: dict[int, Member] = {}

        def read(item: fields.Json) -> Post | None:
            found = shapes.read_post(self._site, item)
            if found is None:
                return None
            post, cleaned = found
            if post.author_id not in members:
                members[post.author_id] = self._authors.read(item)
            # The opening post tells most about its topic.
            if post.topic_id not in topics or post.number == 1:
                topics[post.topic_id] = shapes.topic_of_post(self._site, item, cleaned)
            return post

        posts, skipped = fields.each(items, read)
        return PostsPage(
            posts=tuple(posts),
            topics=tuple(topics.values()),
            members=tuple(members.values()),
            ids=shapes.listed_ids(items),
            me=shapes.own_id(items),
            withdrawn=shapes.withdrawn(items),
            skipped=skipped,
            validator=reply.etag,
        )

    def latest(self, page: int = 0, group_id: int | None = None) -> TopicsPage:
        """``GET /latest.json`` or ``/c/SLUG/ID.json``: topics by latest activity, with tags."""
        path = "/latest.json"
        if group_id is not None:
            path = f"/c/{self._site.slugs.get(group_id) or f'{group_id}-category'}/{group_id}.json"
        reply = self.http.get(path, {"page": page, "per_page": TOPICS_AT_ONCE, "no_definitions": "true"})
        payload = fields.whole(reply.json)
        listed = fields.whole(payload.get("topic_list"))
        topics, broken = fields.each(listed.get("topics"), lambda item: self._listed_topic(item))
        members, strangers = fields.each(
            payload.get("users") or [], lambda item: people.read_user(self._site, item)
        )
        return TopicsPage(
            topics=tuple(topic for topic, _ in topics),
            members=tuple(members),
            posts={topic.id: posts for topic, posts in topics if posts is not None},
            more=bool(listed.get("more_topics_url")),
            skipped=broken + strangers,
        )

    def topic(self, topic_id: int) -> TopicPosts:
        """``GET /t/ID.json``: facts, the first 20 posts, and the ids of all posts.

        A topic of very many posts comes without those ids; a list that lacks a post that came along is none.
        """
        payload = fields.whole(self.http.get(f"/t/{topic_id}.json").json)
        topic = fields.only(payload, lambda item: shapes.read_topic(self._site, item))
        stream = fields.whole(payload.get("post_stream"))
        if topic is not None:
            topic = replace(topic, event=topic.event or shapes.opening_event(stream.get("posts")))
        found = self._stream_posts(stream)
        here = [post.id for post in found.posts]
        ids = [one for one in map(fields.number, fields.listed(stream.get("stream", here))) if one]
        complete = "stream" in stream and bool(here) and set(here) <= set(ids)
        return replace(found, topic=topic, stream=tuple(ids), complete=complete)

    def topic_posts(self, topic_id: int, post_ids: Sequence[int]) -> TopicPosts:
        """``GET /t/ID/posts.json?post_ids[]=``: at most ``POSTS_AT_ONCE``, as Discourse's own client asks."""
        wanted = list(post_ids[:POSTS_AT_ONCE])
        payload = fields.whole(self.http.get(f"/t/{topic_id}/posts.json", {"post_ids[]": wanted}).json)
        return self._stream_posts(fields.whole(payload.get("post_stream")))

    def people(self, page: int = 0) -> PeoplePage:
        """``GET /directory_items.json``: members with their user fields; eleven pages of 50 at most."""
        known = self._site.fields
        params: dict[str, str | int] = {
            "period": "all",
            "order": "post_count",
            "page": page,
            "limit": PEOPLE_AT_ONCE,
        }
        if wanted := "|".join((*known.organisation, *known.find)):
            params["user_field_ids"] = wanted
        try:
            payload = fields.whole(self.http.get("/directory_items.json", params).json)
        except (AccessDenied, NotFound):
            # The site may have switched its directory off.
            return PeoplePage()
        items = payload.get("directory_items")
        members, skipped = fields.each(items, lambda item: people.read_directory_item(self._site, item))
        full = isinstance(items, list) and len(items) >= PEOPLE_AT_ONCE
        more = full and page < LAST_PEOPLE_PAGE
        meta = payload.get("meta")
        total = fields.number(meta.get("total_rows_directory_items")) if isinstance(meta, dict) else None
        return PeoplePage(tuple(members), more, skipped, last=not full, total=total)

    def readers(self, group_id: int) -> GroupReaders:
        """Who can read a category; see ``discourse_groups``."""
        return discourse_groups.readers(self.http, self._site, group_id)

    def members(self, remote_name: str) -> GroupMembers:
        """``GET /groups/NAME/members.json``; see ``discourse_groups``."""
        return discourse_groups.members(self.http, self._site, remote_name)

    def register(self) -> tuple[GroupFact, ...]:
        """The groups that one can be in; see ``discourse_groups``."""
        return discourse_groups.register(self.http, self._site)

    def notices(self) -> tuple[Notice, ...]:
        """``GET /notifications.json``: the newest 60, also those that were read."""
        params = {"limit": discourse_notices.AT_ONCE}
        payload = fields.whole(self.http.get("/notifications.json", params).json)
        return discourse_notices.read_notices(payload)

    def send_notices_read(self, remote_id: int | None = None) -> None:
        """``PUT /notifications/mark-read.json``, with an id or the kinds: private messages stay unread.

        Discourse before 2022 does not know of kinds, and takes all.
        """
        form: dict[str, str | int] = {"dismiss_types": discourse_notices.TYPES}
        self.http.put("/notifications/mark-read.json", form if remote_id is None else {"id": remote_id})

    def limits(self) -> PostLimits:
        """``GET /site/settings.json``."""
        return discourse_limits.limits(self.http)

    def link_title(self, url: str) -> str | None:
        """``GET /inline-onebox.json``: the community looks at the page, this computer does not."""
        return discourse_limits.link_title(self.http, url)

    def send_reads(self, topic_id: int, numbers: Sequence[int], milliseconds: int) -> None:
        """``POST /topics/timings``: the time per post number, and in the topic as a whole."""
        form: dict[str, str | int] = {"topic_id": topic_id, "topic_time": milliseconds * len(numbers)}
        form |= {f"timings[{number}]": milliseconds for number in numbers}
        self.http.post("/topics/timings", form)

    def send_save(self, topic_id: int) -> int | None:
        """``POST /bookmarks.json`` for the topic as a whole; one that is already there is as good."""
        form: dict[str, str | int] = {"bookmarkable_id": topic_id, "bookmarkable_type": "Topic"}
        return fields.number(fields.whole(self.http.post("/bookmarks.json", form).json).get("id"))

    def send_unsave(self, topic_id: int, bookmark: int | None) -> None:
        """``DELETE /bookmarks/ID.json``; one that is gone already is as good."""
        if bookmark is not None:
            wanted = [bookmark]
        else:
            payload = fields.whole(self.http.get(f"/t/{topic_id}.json").json)
            wanted = fields.each(payload.get("bookmarks") or [], fields.identity)[0]
        for one in wanted:
            with suppress(NotFound):
                self.http.delete(f"/bookmarks/{one}.json")

    def download(self, url: str, budget: Budget) -> bytes:
        """A picture of the community's own host, taken from ``budget``."""
        return self.http.download(url, budget=budget)

    def listen(self, positions: dict[str, int], seconds: float) -> Moved:
        """``POST /message-bus/CLIENT/poll``: channels with their last message; -1 asks where they stand."""
        known = {channel: positions.get(channel, -1) for channel in CHANNELS}
        reply = self.http.post(
            f"/message-bus/{self._bus_client}/poll",
            known,
            headers={"Accept": "application/json", "Dont-Chunk": "true"},
            seconds=seconds,
        )
        if reply.json is not None and not isinstance(reply.json, list):
            raise UnreadableAnswer
        return _moved(known, reply.json or [])

    def _know(self, site: Site) -> None:
        self._site = site
        self._authors = people.Authors(site)

    def _told_post(self, item: fields.Json) -> Post | None:
        found = shapes.read_post(self._site, item)
        return None if found is None else found[0]

    def _listed_topic(self, item: fields.Json) -> tuple[Topic, int | None] | None:
        topic = shapes.read_topic(self._site, item)
        return None if topic is None else (topic, fields.number(item.get("posts_count")))

    def _stream_posts(self, stream: fields.Json) -> TopicPosts:
        members: dict[int, Member] = {}

        def read(item: fields.Json) -> Post | None:
            found = shapes.read_post(self._site, item)
            if found is None:
                return None
            if found[0].author_id not in members:
                members[found[0].author_id] = self._authors.read(item)
            return found[0]

        items = fields.listed(stream.get("posts"))
        posts, skipped = fields.each(items, read)
        return TopicPosts(
            posts=tuple(posts),
            members=tuple(members.values()),
            withdrawn=shapes.withdrawn(items),
            skipped=skipped,
        )


def _moved(known: dict[str, int], messages: list[Any]) -> Moved:
    positions = dict(known)
    channels = set()
    for message in messages:
        if not isinstance(message, dict):
            continue
        channel, number, data = message.get("channel"), message.get("message_id"), message.get("data")
        if channel == "/__status" and isinstance(data, dict):
            positions |= {name: at for name, at in data.items() if name in known and isinstance(at, int)}
        elif channel in known and isinstance(number, int):
            channels.add(str(channel))
            positions[str(channel)] = max(positions[str(channel)], number)
    return Moved(frozenset(channels), positions)
