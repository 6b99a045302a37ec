"""What a Discourse community takes, and what the page behind a link is called."""

from __future__ import annotations

import re
from contextlib import suppress

from sync.connectors import discourse_fields as fields
from sync.connectors.base import PostLimits
from sync.errors import NotFound, UnreadableAnswer
from sync.http import Http

# Discourse's own upper bounds for these settings; beyond them a number is no setting.
_LARGEST_LENGTH = 150_000
_LARGEST_KILOBYTES = 1_024_000
_MOST_EXTENSIONS = 200
_EXTENSION = re.compile(r"[a-z0-9+_-]{1,20}|\*")
_LONGEST_TITLE = 300
# Without any of these it is something else that answered.
_ALWAYS_TOLD = {"max_post_length", "min_post_length", "max_topic_title_length", "authorized_extensions"}


def limits(http: Http) -> PostLimits:
    """``GET /site/settings.json``: the settings that Discourse tells its own client.

    What it does not tell, such as the most pixels of a picture, keeps Discourse's default. Raises
    ``UnreadableAnswer`` for an answer that holds no such settings.
    """
    payload = fields.whole(http.get("/site/settings.json").json)
    if not _ALWAYS_TOLD & payload.keys():
        raise UnreadableAnswer
    usual = PostLimits()
    least, most = "min_topic_title_length", "max_topic_title_length"
    return PostLimits(
        title_least=_length(payload, least, usual.title_least),
        title_most=_length(payload, most, usual.title_most),
        topic_least=_length(payload, "min_first_post_length", usual.topic_least),
        post_least=_length(payload, "min_post_length", usual.post_least),
        post_most=_length(payload, "max_post_length", usual.post_most),
        image_bytes=_size(payload, "max_image_size_kb", usual.image_bytes),
        file_bytes=_size(payload, "max_attachment_size_kb", usual.file_bytes),
        image_pixels=usual.image_pixels,
        extensions=_extensions(payload.get("authorized_extensions"), usual.extensions),
        tags_most=_length(payload, "max_tags_per_topic", usual.tags_most),
    )


def link_title(http: Http, url: str) -> str | None:
    """``GET /inline-onebox.json``: the community looks at the page, this computer does not.

    ``None`` when the community has no title for it, or does not look at pages of that site.
    """
    with suppress(NotFound):
        payload = fields.whole(http.get("/inline-onebox.json", {"urls[]": [url]}).json)
        found, _ = fields.each(payload.get("inline-oneboxes") or [], lambda item: fields.text(item["title"]))
        return found[0][:_LONGEST_TITLE] if found else None
    return None


def _length(payload: fields.Json, name: str, usual: int) -> int:
    told = fields.number(payload.get(name))
    return told if told is not None and 0 < told <= _LARGEST_LENGTH else usual


def _size(payload: fields.Json, name: str, usual: int) -> int:
    told = fields.number(payload.get(name))
    return told * 1024 if told is not None and 0 < told <= _LARGEST_KILOBYTES else usual


def _extensions(told: object, usual: tuple[str, ...]) -> tuple[str, ...]:
    """The extensions of a list such as ``jpg|png|pdf``; an empty list is one: no files at all."""
    if not isinstance(told, str):
        return usual
    listed = (one.strip().lower().lstrip(".") for one in told.split("|"))
    return tuple(dict.fromkeys(one for one in listed if _EXTENSION.fullmatch(one)))[:_MOST_EXTENSIONS]
