"""The words of the reply box."""

from __future__ import annotations

import re

from PySide6.QtCore import QCoreApplication

from sync.store.drafts import Draft
from sync.store.rows import PostRow

translate = QCoreApplication.translate

_FIRST_WORDS = 60
_LOOKED_AT = 4_000
# Discourse: [quote="name, post:1, topic:2"] ... [/quote]
_QUOTE = re.compile(r"\[quote[^\]]*\].*?\[/quote\]", re.DOTALL)


def inviting(name: str) -> str:
    """The line in the closed box; ``name`` is whose topic it is."""
    first = name.strip().partition(" ")[0]
    if not first:
        return translate("reply", "Write an answer …")
    return translate("reply", "Write an answer to {name} …").format(name=first)


def begun(draft: Draft | None) -> str:
    """How the text starts that was begun here."""
    if draft is None or not draft.raw.strip():
        return ""
    words = first_words(draft)
    if draft.action == "edit":
        return translate("reply", "Your change: {words}").format(words=words)
    return translate("reply", "Draft: {words}").format(words=words)


def first_words(draft: Draft) -> str:
    """A draft's first words, on one line; of what it quotes only when there is nothing else."""
    own = _QUOTE.sub(" ", draft.raw[:_LOOKED_AT])
    words = " ".join((own if own.strip() else draft.raw[:_LOOKED_AT]).split())
    return words if len(words) <= _FIRST_WORDS else words[:_FIRST_WORDS].rstrip() + "…"


def target(draft: Draft, replied: PostRow | None) -> str:
    """Whom it answers, or what it changes."""
    if draft.action == "edit":
        return translate("reply", "You change your post")
    if replied is None or replied.number <= 1:
        return translate("reply", "Your answer")
    return translate("reply", "Answer to {name}").format(name=replied.author)


def button(draft: Draft | None) -> str:
    """What the button does."""
    if draft is not None and draft.action == "edit":
        return translate("reply", "Save the change")
    return translate("reply", "Answer")


def other_drafts(count: int) -> str:
    """The button with the other texts that were begun here."""
    return (
        translate("reply", "1 more draft")
        if count == 1
        else translate("reply", "{0} more drafts").format(count)
    )


def no_room() -> str:
    """The text cannot be kept."""
    return translate(
        "reply", "There is no room on this computer to keep your text. It is still here, and is tried again."
    )


def not_kept() -> str:
    """The text could not be kept, for a reason that may pass."""
    return translate("reply", "Your text could not be kept just now. It is still here, and is tried again.")


def closed() -> str:
    """Nobody can answer here."""
    return translate("reply", "This topic is closed for new answers.")
