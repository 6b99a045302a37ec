"""One request and its answer: sign-in by key, limits, parameters, and errors in Discourse's form."""

from __future__ import annotations

import json
import re
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any

from starlette.datastructures import UploadFile
from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, Response

from sync.demo.community import Community
from sync.demo.limits import DAY_CODE, MINUTE_CODE
from sync.demo.moments import iso
from sync.demo.refusals import Refusal, invalid_access, invalid_parameters, not_logged_in
from sync.demo.viewer import Viewer, viewer_of

Json = dict[str, Any]
# Discourse removes Rack's ETag step and forbids keeping its JSON, so there is nothing to be conditional on.
NO_STORE = {"Cache-Control": "no-cache, no-store"}
SEEN_EVERY = timedelta(minutes=1)


@dataclass
class Call:
    """A request as the routes see it: who asks, what, with which parameters."""

    community: Community
    request: Request
    signed_in: Viewer | None
    key_id: int | None
    params: Json = field(default_factory=dict)

    @property
    def viewer(self) -> Viewer:
        """The member who asks. Raises a 403 Refusal for anonymous requests."""
        if self.signed_in is None:
            raise not_logged_in()
        return self.signed_in

    @property
    def wants_html(self) -> bool:
        """Whether a browser asks: no .json in the address and HTML in Accept."""
        return "text/html" in self.request.headers.get("accept", "") and not self.request.state.json_suffix

    def path(self, name: str) -> Any:
        """A part of the address, as its route declares it."""
        return self.request.path_params[name]

    def text(self, name: str, default: str | None = None) -> str:
        """A text parameter. Raises a 400 Refusal when it is missing and has no default."""
        value = self.params.get(name, default)
        if value is None:
            raise invalid_parameters(name)
        return value[-1] if isinstance(value, list) else str(value)

    def number(self, name: str, default: int | None = None) -> int:
        """A whole number; unusable text counts as missing."""
        value = self.text(name, None if default is None else str(default))
        if not re.fullmatch(r"-?\d{1,18}", value.strip()):
            if default is None:
                raise invalid_parameters(name)
            return default
        return int(value)

    def flag(self, name: str) -> bool:
        """A yes or no parameter."""
        return self.text(name, "false").lower() in ("true", "1", "t")

    def texts(self, name: str) -> list[str]:
        """A list parameter: `name[]` repeated, `name` repeated, or a JSON list."""
        value = self.params.get(f"{name}[]", self.params.get(name, []))
        return [str(v) for v in value] if isinstance(value, list) else [str(value)]


Handler = Callable[[Call], Response | Json | list[Any]]


def endpoint(
    community: Community, handler: Handler, *, public: bool, counted: bool
) -> Callable[[Request], Awaitable[Response]]:
    """Wrap a handler for the server: parameters in, JSON out, refusals as Discourse's errors.

    `public` routes also answer without a key; routes that are not `counted` leave the request limit alone.
    """

    async def answer(request: Request) -> Response:
        try:
            params = await _parameters(request)
            with community.database.lock:
                signed_in, key_id = sign_in(community, request, counted=counted)
                call = Call(community, request, signed_in, key_id, params)
                if not public and signed_in is None:
                    raise not_logged_in()
                result = handler(call)
        except Refusal as refusal:
            return refused(refusal)
        return result if isinstance(result, Response) else JSONResponse(result, headers=NO_STORE)

    return answer


def refused(refusal: Refusal) -> Response:
    """The reply for a refusal."""
    return JSONResponse(refusal.body, refusal.status, headers=NO_STORE | refusal.headers)


def page(title: str, body: str, status: int = 200) -> Response:
    """A small HTML page for a browser; `body` is HTML."""
    return HTMLResponse(
        f'<!doctype html><html lang="nl"><meta charset="utf-8"><title>{title}</title>'
        "<style>body{font:16px/1.5 sans-serif;max-width:44rem;margin:3rem auto;padding:0 1rem}"
        f"textarea{{width:100%;height:12rem}}</style><body>{body}</body></html>",
        status,
        headers=NO_STORE,
    )


def sign_in(community: Community, request: Request, *, counted: bool) -> tuple[Viewer | None, int | None]:
    """The member behind the User-Api-Key header and the key's id; (None, None) without a key.

    Raises 429 over the key's limits and 403 for an unknown, revoked or too narrow key, in Discourse's order.
    """
    key = request.headers.get("user-api-key")
    if not key:
        return None, None
    limiter, settings = community.limiter, community.settings
    if counted:
        limiter.check(f"day {key}", settings.requests_per_day, 86_400, DAY_CODE)
        limiter.check(f"minute {key}", settings.requests_per_minute, 60, MINUTE_CODE)
    found = community.database.row("SELECT * FROM api_keys WHERE key = ? AND revoked_at IS NULL", key)
    if found is None or not _allowed(found["scopes"].split(","), request):
        raise invalid_access()
    client = request.headers.get("user-api-client-id")
    if client and client != found["client_id"]:
        community.database.run(
            "DELETE FROM api_keys WHERE client_id = ? AND user_id = ? AND id != ?",
            client,
            found["user_id"],
            found["id"],
        )
        community.database.run("UPDATE api_keys SET client_id = ? WHERE id = ?", client, found["id"])
    if counted:
        limiter.perform(f"minute {key}", settings.requests_per_minute, 60, MINUTE_CODE)
        limiter.perform(f"day {key}", settings.requests_per_day, 86_400, DAY_CODE)
    _seen(community, found["user_id"])
    return viewer_of(community.database, found["user_id"]), found["id"]


def _allowed(scopes: list[str], request: Request) -> bool:
    """What each scope permits, after Discourse's table of user API key scopes."""
    method, path = request.method, request.url.path.removesuffix(".json")
    if path == "/user-api-key/revoke" or "write" in scopes:
        return True
    if "read" in scopes and method in ("GET", "HEAD"):
        return True
    if path.startswith("/message-bus/") and {"message_bus", "notifications"} & set(scopes):
        return True
    if "notifications" in scopes and path.startswith("/notifications"):
        return True
    return "session_info" in scopes and path == "/session/current"


def _seen(community: Community, user_id: int) -> None:
    now = community.now()
    community.database.run(
        "UPDATE users SET last_seen_at = ? WHERE id = ? AND last_seen_at < ?",
        iso(now),
        user_id,
        iso(now - SEEN_EVERY),
    )


async def _parameters(request: Request) -> Json:
    params: Json = {}
    for name, value in request.query_params.multi_items():
        _add(params, name, value)
    if request.method not in ("POST", "PUT", "DELETE"):
        return params
    kind = request.headers.get("content-type", "")
    if kind.startswith("application/json"):
        try:
            body = json.loads(await request.body() or b"{}")
        except ValueError:
            raise invalid_parameters("body") from None
        if not isinstance(body, dict):
            raise invalid_parameters("body")
        return params | _flat(body)
    async with request.form() as form:
        for name, given in form.multi_items():
            _add(params, name, await _file(given) if isinstance(given, UploadFile) else given)
    return params


async def _file(upload: UploadFile) -> tuple[str, bytes]:
    return upload.filename or "bestand", await upload.read()


def _flat(body: Json, prefix: str = "") -> Json:
    """JSON objects as Rails' flat names, so {"post": {"raw": 1}} reads like post[raw]=1."""
    flat: Json = {}
    for name, value in body.items():
        full = f"{prefix}[{name}]" if prefix else name
        if isinstance(value, dict):
            flat |= _flat(value, full)
        elif value is not None:
            flat[full] = ("true" if value else "false") if isinstance(value, bool) else value
    return flat


def _add(params: Json, name: str, value: Any) -> None:
    if name in params:
        known = params[name]
        params[name] = [*known, value] if isinstance(known, list) else [known, value]
    else:
        params[name] = [value] if name.endswith("[]") else value
