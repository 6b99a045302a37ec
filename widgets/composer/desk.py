"""What an editor needs from whoever owns it: names to complete, a preview, a place for files, the limits."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from app.composer.complete import Completions
    from sync.connectors.base import PostLimits


@dataclass(frozen=True)
class EditorDesk:
    """What the editor asks of its owner. The callables block: the editor calls them in the background.

    ``complete(before)``: the names that could stand at the end of the text before the cursor.
    ``render(raw)``: the text as HTML in the reader's dialect. ``attach(name, type, content)`` keeps a file
    with the draft and returns the address to write in its text. ``limits``: what the community takes.
    """

    complete: Callable[[str], Completions | None]
    render: Callable[[str], str]
    attach: Callable[[str, str, bytes], str]
    limits: PostLimits
