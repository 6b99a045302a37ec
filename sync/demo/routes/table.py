"""The table of addresses: what is served where, and what needs a key or counts for the request limit."""

from __future__ import annotations

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route
from starlette.types import ASGIApp, Receive, Scope, Send

from sync.demo.community import Community
from sync.demo.exchange import Handler, endpoint, refused
from sync.demo.refusals import not_found
from sync.demo.routes import (
    bus,
    composing,
    events,
    finding,
    groups,
    images,
    marks,
    people,
    reading,
    signin,
    site,
    writing,
)

PUBLIC: list[tuple[str, str, Handler]] = [
    ("GET", "/site/basic-info", site.info),
    ("GET", "/session/current", site.session),
    ("GET", "/user-api-key/new", signin.ask),
    ("POST", "/user-api-key", signin.approve),
]
IMAGES: list[tuple[str, str, Handler]] = [
    ("GET", "/user_avatar/{host}/{username}/{size:int}/{version}", images.avatar),
    ("GET", "/uploads/default/original/1X/{name}", images.upload),
    ("GET", "/uploads/short-url/{name}", images.short_upload),
    ("GET", "/images/emoji/{set}/{name}", images.emoji),
    ("GET", "/images/logo.png", images.logo),
]
MEMBERS: list[tuple[str, str, Handler]] = [
    ("GET", "/site", site.site),
    ("GET", "/site/settings", composing.settings),
    ("GET", "/inline-onebox", composing.link_titles),
    ("GET", "/categories", site.categories),
    ("GET", "/c/{id:int}/show", site.show_category),
    ("GET", "/c/{id:int}/visible_groups", site.visible_groups),
    ("GET", "/c/{slug}/find_by_slug", site.find_category),
    ("GET", "/c/{slug}/{id:int}", reading.category_topics),
    ("GET", "/tags", site.tags),
    ("GET", "/tag/{name}", reading.tag_topics),
    ("GET", "/posts", reading.latest_posts),
    ("GET", "/latest", reading.latest),
    ("GET", "/top", reading.top),
    ("GET", "/t/{id:int}/posts", reading.topic_posts),
    ("GET", "/t/{id:int}", reading.topic),
    ("GET", "/t/{id:int}/{post_number:int}", reading.topic),
    ("GET", "/t/{slug}/{id:int}", reading.topic),
    ("GET", "/t/{slug}/{id:int}/{post_number:int}", reading.topic),
    ("GET", "/posts/by_number/{topic_id:int}/{number:int}", reading.post_by_number),
    ("GET", "/posts/{id:int}", reading.post),
    ("GET", "/posts/{id:int}/replies", reading.post_replies),
    ("GET", "/p/{id:int}", reading.short_link),
    ("POST", "/posts", writing.create),
    ("PUT", "/posts/{id:int}", writing.update),
    ("DELETE", "/posts/{id:int}", writing.delete),
    ("DELETE", "/t/{id:int}", writing.delete_topic),
    ("PUT", "/t/-/{id:int}", writing.retitle),
    ("GET", "/posts/{username}/pending", people.pending_posts),
    ("POST", "/post_actions", marks.like),
    ("DELETE", "/post_actions/{id:int}", marks.unlike),
    ("POST", "/bookmarks", marks.bookmark),
    ("DELETE", "/bookmarks/{id:int}", marks.remove_bookmark),
    ("PUT", "/t/{id:int}/bookmark", marks.bookmark_topic),
    ("PUT", "/t/{id:int}/remove_bookmarks", marks.unbookmark_topic),
    ("GET", "/u/{username}/bookmarks", marks.bookmarks),
    ("POST", "/topics/timings", marks.timings),
    ("POST", "/t/{id:int}/notifications", marks.topic_notifications),
    ("POST", "/solution/accept", marks.accept),
    ("POST", "/solution/unaccept", marks.unaccept),
    ("POST", "/uploads", marks.upload),
    ("GET", "/u/{username}", people.member),
    ("GET", "/u/{username}/card", people.member_card),
    ("GET", "/groups", groups.groups),
    ("GET", "/groups/{name}", groups.group),
    ("GET", "/groups/{name}/members", groups.group_members),
    ("PUT", "/groups/{id:int}/join", groups.join),
    ("DELETE", "/groups/{id:int}/leave", groups.leave),
    ("POST", "/groups/{name}/request_membership", groups.ask_to_join),
    ("GET", "/directory_items", people.directory),
    ("GET", "/notifications", people.notifications),
    ("PUT", "/notifications/mark-read", people.mark_notifications_read),
    ("GET", "/user_actions", people.user_actions),
    ("GET", "/search", finding.search),
    ("GET", "/discourse-post-event/events", events.events),
    ("GET", "/discourse-post-event/events.ics", events.calendar),
    ("GET", "/discourse-post-event/events/{id:int}", events.event),
    ("POST", "/discourse-post-event/events/{id:int}/invitees", events.attend),
    ("PUT", "/discourse-post-event/events/{id:int}/invitees/{invitee:int}", events.attend),
    ("POST", "/user-api-key/revoke", signin.revoke),
]


def community_app(community: Community) -> ASGIApp:
    """The community as an ASGI application."""
    routes = []
    for table, public, counted in ((PUBLIC, True, True), (IMAGES, True, False), (MEMBERS, False, True)):
        for method, path, handler in table:
            answer = endpoint(community, handler, public=public, counted=counted)
            routes.append(Route(path, answer, methods=[method]))
    routes.append(Route("/message-bus/{client}/poll", bus.poll(community), methods=["POST"]))
    return JsonSuffix(Starlette(routes=routes, exception_handlers={404: _unknown, 405: _unknown}))


async def _unknown(_request: Request, _error: Exception) -> Response:
    return refused(not_found())


class JsonSuffix:
    """Lets every address end in .json, and remembers whether it did."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on without the suffix."""
        if scope["type"] == "http":
            path: str = scope["path"]
            state = {"json_suffix": path.endswith(".json")}
            scope = {**scope, "state": state, "path": path.removesuffix(".json")}
        await self._app(scope, receive, send)
