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
from sync.demo.routes import images, reading, site

PUBLIC: list[tuple[str, str, Handler]] = [
    ("GET", "/site/basic-info", site.info),
    ("GET", "/session/current", site.session),
]
IMAGES: list[tuple[str, str, Handler]] = [
    ("GET", "/user_avatar/{host}/{username}/{size:int}/{version}", images.avatar),
    ("GET", "/uploads/default/original/1X/{name}", images.upload),
    ("GET", "/images/emoji/{set}/{name}", images.emoji),
    ("GET", "/images/logo.png", images.logo),
]
MEMBERS: list[tuple[str, str, Handler]] = [
    ("GET", "/site", site.site),
    ("GET", "/categories", site.categories),
    ("GET", "/c/{id:int}/show", site.show_category),
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
]


def community_app(community: Community) -> ASGIApp:
    """The community as an ASGI application."""
    routes = []
    for table, public, counted in ((PUBLIC, True, True), (IMAGES, True, False), (MEMBERS, False, True)):
        for method, path, handler in table:
            answer = endpoint(community, handler, public=public, counted=counted)
            routes.append(Route(path, answer, methods=[method]))
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
            path = str(scope["path"])
            scope = scope | {
                "state": {"json_suffix": path.endswith(".json")},
                "path": path.removesuffix(".json"),
            }
        await self._app(scope, receive, send)
