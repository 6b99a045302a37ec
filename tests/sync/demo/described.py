"""Compares replies with Discourse's published description, where that file is at hand."""

from __future__ import annotations

import json
import os
import re
from functools import lru_cache
from pathlib import Path
from typing import Any

import jsonschema  # type: ignore[import-untyped]
import pytest

REPOSITORY = Path(__file__).parents[3]
BESIDE = REPOSITORY.parent / "shared" / "discourse" / "openapi.json"

# Fields that plugins and settings of a usual site add; the description comes from a bare site.
ADDED = {
    # solved
    "accepted_answer",
    "accepted_answers",
    "can_accept_answer",
    "can_unaccept_answer",
    "topic_accepted_answer",
    "has_accepted_answer",
    "can_have_answer",
    # calendar
    "event",
    "event_starts_at",
    "event_ends_at",
    # bookmarks, likes, profiles and reading, absent in the sample
    "bookmark_id",
    "bookmark_name",
    "bookmark_reminder_at",
    "bookmark_auto_delete_preference",
    "count",
    "acted",
    "can_undo",
    "reply_to_user",
    "bio_raw",
    "bio_cooked",
    "bio_excerpt",
    "location",
    "tags",
    "tags_descriptions",
    "last_read_post_number",
    "notification_level",
    "unread_posts",
    "topics",
}

# Where the description only repeats what its one sample held; the last part of the place, and why.
NARROW = {
    "reply_to_post_number": "null in the sample of a first post, a number in replies",
    "post_id": "null in the sample of a topic, a number for replies",
    "image_url": "a topic without image has null",
    "unpinned": "null until a member unpins",
    "bookmarked": "null for a reader who is not signed in",
    "liked": "null for a reader who is not signed in",
    "featured_topic": "null until a member chooses one",
}
OPTIONAL = {
    "can_act": "left out when one may not",
    "excerpt": "only pinned topics have one",
}


def description() -> Path:
    """The file with the description. Skips the test when it is nowhere."""
    named = os.environ.get("STAMTAFEL_OPENAPI")
    path = Path(named) if named else BESIDE
    if not path.is_file():
        pytest.skip("Discourse's published description is not at hand (set STAMTAFEL_OPENAPI to its path)")
    return path


@lru_cache(maxsize=1)
def _load(path: Path) -> dict[str, Any]:
    loaded: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return loaded


def disagreements(body: Any, address: str, method: str = "get") -> list[str]:
    """Where a reply differs from the description of `method` on `address`, the declared gaps left out."""
    operation = _load(description())["paths"][address][method]
    schema = operation["responses"]["200"]["content"]["application/json"]["schema"]
    found = jsonschema.Draft202012Validator(schema).iter_errors(body)
    return [f"{e.json_path}: {e.message[:300]}" for e in found if not _declared(e)]


def _declared(error: Any) -> bool:
    last = str(error.absolute_path[-1]) if error.absolute_path else ""
    if error.validator == "additionalProperties":
        return set(error.instance) - set(error.schema["properties"]) <= ADDED
    if error.validator == "type":
        return last in NARROW
    if error.validator == "required":
        missing = re.match(r"'(\w+)' is a required property", error.message)
        return missing is not None and missing[1] in OPTIONAL
    return False
