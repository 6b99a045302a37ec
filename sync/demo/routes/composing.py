"""What a browser's composer asks while somebody writes."""

from __future__ import annotations

from sync.demo.exchange import Call, Json
from sync.demo.refusals import Refusal
from sync.demo.shapes_settings import inline_onebox, settings_json

MOST_LINKS = 10


def settings(call: Call) -> Json:
    """GET /site/settings.json."""
    return settings_json(call.community)


def link_titles(call: Call) -> Json:
    """GET /inline-onebox.json?urls[]=: links of which a title is known."""
    urls = call.texts("urls")
    if len(urls) > MOST_LINKS:
        raise Refusal(413, "Te veel links tegelijk.")
    found = [inline_onebox(call.community, call.viewer, url) for url in urls]
    return {"inline-oneboxes": [one for one in found if one is not None]}
