"""What the site tells a browser's composer: its settings, and what the page behind a link is called."""

from __future__ import annotations

import re
from typing import Any
from urllib.parse import unquote, urlsplit

from sync.demo import uploads
from sync.demo.community import Community
from sync.demo.viewer import Viewer

Json = dict[str, Any]
MOST_UPLOAD_KILOBYTES = 4096
_TOPIC = re.compile(r"/t/(?:(?!\d+/)[^/]+/)?(\d+)(?:/\d+)?/?")


def settings_json(community: Community) -> Json:
    """The body of /site/settings.json: of the hundreds of settings there, those about writing."""
    settings = community.settings
    return {
        "title": settings.title,
        "min_topic_title_length": settings.min_topic_title_length,
        "max_topic_title_length": settings.max_topic_title_length,
        "min_first_post_length": settings.min_post_length,
        "min_post_length": settings.min_post_length,
        "min_personal_message_post_length": 10,
        "max_post_length": settings.max_post_length,
        "max_image_size_kb": MOST_UPLOAD_KILOBYTES,
        "max_attachment_size_kb": MOST_UPLOAD_KILOBYTES,
        "authorized_extensions": "|".join(uploads.EXTENSIONS),
        "authorized_extensions_for_staff": "",
        "simultaneous_uploads": 5,
        "newuser_max_attachments": 0,
        "tagging_enabled": True,
        "max_tags_per_topic": 5,
        "max_tag_length": 20,
        "allow_uncategorized_topics": False,
        "enable_markdown_typographer": True,
        "enable_markdown_linkify": True,
        "traditional_markdown_linebreaks": False,
        "enable_emoji": True,
        "enable_mentions": True,
        "unicode_usernames": False,
    }


def inline_onebox(community: Community, viewer: Viewer, url: str) -> Json | None:
    """One link with the title of its page; a topic of this site only for who may see it.

    This server asks nobody: for pages elsewhere the title is made of the words in the address.
    """
    parts = urlsplit(url)
    if parts.netloc == community.host:
        found = _TOPIC.fullmatch(parts.path)
        title = _topic_title(community, viewer, int(found[1])) if found else None
        return None if title is None else {"url": url, "title": title}
    if parts.scheme not in ("http", "https") or not parts.netloc:
        return None
    words = re.sub(
        r"[-_]+", " ", unquote(parts.path.rstrip("/").rsplit("/", 1)[-1]).rsplit(".", 1)[0]
    ).strip()
    return {"url": url, "title": words.capitalize() or None}


def _topic_title(community: Community, viewer: Viewer, number: int) -> str | None:
    title: str | None = community.database.value(
        "SELECT title FROM topics WHERE id = ? AND deleted_at IS NULL"  # noqa: S608
        f" AND category_id IN ({viewer.categories_sql})",
        number,
    )
    return title
