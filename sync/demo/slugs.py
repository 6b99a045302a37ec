"""The address form of titles and names."""

from __future__ import annotations

import re
import unicodedata


def slugify(title: str) -> str:
    """The title in lower case without accents, words joined by hyphens, as Discourse makes it."""
    plain = unicodedata.normalize("NFKD", title).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", plain.lower()).strip("-") or "topic"
