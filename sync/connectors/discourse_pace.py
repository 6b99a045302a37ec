"""How fast Discourse takes what a member writes; apart from the connector, so that planning needs no network.

The defaults of its settings "rate limit create topic", "rate limit create post" and "unique posts mins".
"""

from __future__ import annotations

from sync.connectors.base import WritingPace

PACE = WritingPace(topic_ms=15_000, post_ms=5_000, same_text_ms=300_000)
