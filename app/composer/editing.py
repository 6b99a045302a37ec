"""What an editor asks while a text is written: names to complete, and a preview.

What that takes is loaded when it is asked, in the background, so that the editor opens without it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sqlite3 import Connection

    from app.composer.complete import Completions
    from sync.store.database import Store


def complete(store: Store, before: str) -> Completions | None:
    """Names that could complete the text before the cursor. Blocks."""
    from app.composer import complete as names

    with store.reading() as conn:
        return names.complete(conn, before)


def rendered(store: Store, address: str, raw: str) -> str:
    """A text as others in the community at ``address`` will read it, as HTML in the reader's dialect.

    Blocks.
    """
    with store.reading() as conn:
        return rendered_in(conn, address, raw)


def rendered_in(conn: Connection, address: str, raw: str) -> str:
    """As ``rendered``, where the cache is being read already."""
    from app.composer import preview

    return preview.rendered(raw, address, preview.names_in(conn, raw))
