"""Knows a text again after a platform had it, and whatever that tidied."""

from __future__ import annotations

import hashlib
import unicodedata


def text_key(raw: str) -> str:
    """A text by its hash, with the spaces and line ends that platforms change left out of account."""
    lines = (" ".join(line.split()) for line in unicodedata.normalize("NFC", raw).strip().splitlines())
    return hashlib.sha256("\n".join(lines).encode("utf-8", "replace")).hexdigest()


def fingerprint(raw: str, *, title: str = "", topic_id: int | None = None) -> str:
    """A post by its text and where it goes: the topic, or the title without capitals and punctuation.

    Platforms tidy titles ("Hallo!!!" becomes "Hallo!"), so only letters and digits count.
    """
    letters = "".join(one for one in unicodedata.normalize("NFC", title).casefold() if one.isalnum())
    place = letters if topic_id is None else str(topic_id)
    return hashlib.sha256(f"{place}\n{text_key(raw)}".encode("utf-8", "replace")).hexdigest()
