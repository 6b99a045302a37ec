"""The message bus: what happened since the positions a client names, at once or as soon as something does."""

from __future__ import annotations

import json
from collections.abc import Awaitable, Callable

from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from sync.demo.community import Community
from sync.demo.exchange import NO_STORE, refused, sign_in
from sync.demo.refusals import Refusal, not_logged_in

SEPARATOR = "\r\n|\r\n"


def poll(community: Community) -> Callable[[Request], Awaitable[Response]]:
    """POST /message-bus/CLIENT/poll: fields are channels with the last number seen; `dlp=t` does not wait.

    With the header Dont-Chunk the answer is one JSON list, otherwise lists with a separator after each.
    """

    async def answer(request: Request) -> Response:
        async with request.form() as form:
            positions = {
                name: int(str(value))
                for name, value in form.items()
                if name.startswith("/") and str(value).lstrip("-").isdigit()
            }
        try:
            with community.database.lock:
                viewer, _key = sign_in(community, request, counted=True)
                if viewer is None:
                    raise not_logged_in()
        except Refusal as refusal:
            return refused(refusal)
        seconds = 0.0 if request.query_params.get("dlp") == "t" else community.settings.long_poll_seconds
        messages = await community.bus.collect(positions, viewer.category_ids, seconds)
        if "dont-chunk" in request.headers:
            return JSONResponse(messages, headers=NO_STORE)
        text = json.dumps(messages) + SEPARATOR
        return Response(text, headers=NO_STORE, media_type="text/plain; charset=utf-8")

    return answer
