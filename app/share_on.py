"""A topic on its way to someone else: as an address, mail, quote, file, or new topic in another group."""

from __future__ import annotations

import re
from typing import Literal, NamedTuple, cast, get_args
from urllib.parse import quote

from app.composer.filenames import safe_name
from app.reading import Reading, as_quote, page_address
from app.settings import Settings
from sync.markup_text import plain
from sync.store.rows import PostRow, TopicHead

Choice = Literal["link", "mail", "group", "quote", "markdown", "pdf"]
CHOICES: tuple[Choice, ...] = get_args(Choice)
SETTING = "sharing.first_choice"

# Mail programs are given a whole mail as one address: Windows takes about 2,000 characters of that.
_LONGEST_MAIL = 1_800
_LONGEST_SUBJECT = 800
_LONGEST_QUOTE = 600
_NO_NAME = re.compile(r'[\x00-\x1f\x7f<>:"/\\|?*\u200e\u200f\u202a-\u202e\u2066-\u2069]+')
_LONGEST_NAME = 80


class Handed(NamedTuple):
    """A topic to hand on, and its address."""

    head: TopicHead
    posts: list[PostRow]
    address: str

    @property
    def closed(self) -> bool:
        """Whether the topic is in a closed group, so that its text is not for everyone."""
        return bool(self.head.closed)


def handed(source: Reading, topic_id: int) -> Handed | None:
    """The topic from the cache, or ``None`` when it left. Blocks: call it from the background."""
    found = source.again(topic_id)
    if found is None:
        return None
    head, posts = found
    return Handed(head, posts, page_address(source.address, head))


def reveals_text(choice: Choice) -> bool:
    """Whether the text itself leaves the group by this choice, and not only its address."""
    return choice in ("quote", "markdown", "pdf")


def mail(topic: Handed) -> str:
    """The ``mailto:`` address of a mail about the topic: its title, its address, and its first words.

    Of a topic in a closed group only the address goes along: who may read there can follow it.
    """
    if topic.closed:
        return f"mailto:?body={quote(topic.address, safe='')}"
    body = topic.address
    if words := _first_words(topic):
        body = f"{words}\n\n{topic.address}"
    subject = _coded(topic.head.title, _LONGEST_SUBJECT)
    room = _LONGEST_MAIL - len(subject)
    coded = quote(body, safe="")
    if len(coded) > room:
        coded = quote(topic.address, safe="")
    return f"mailto:?subject={subject}&body={coded}"


def new_title(topic: Handed) -> str:
    """What a new topic about this one may be called: a title in a closed group is for its members."""
    return "" if topic.closed else topic.head.title


def as_new_topic(topic: Handed) -> str:
    """The text of a new topic about this one, with room for a sentence of one's own above it."""
    if topic.closed or not topic.posts:
        return f"\n\n{topic.address}\n"
    return f"\n\n{quoted(topic)}"


def quoted(topic: Handed) -> str:
    """The opening post as a quote in Markdown, cut off where it is long."""
    if not topic.posts:
        return f"{topic.address}\n"
    return as_quote(topic.posts[0], _first_words(topic), topic.address)


def file_name(title: str, ending: str) -> str:
    """A name for a file about a topic that every system takes."""
    name = _NO_NAME.sub(" ", title)
    name = " ".join(name.split())[:_LONGEST_NAME].strip(" .")
    return safe_name(f"{name or 'stamtafel'}.{ending}")


def first_choice(settings: Settings) -> Choice:
    """What the member chose the last time."""
    return cast(Choice, settings.text(SETTING))


def _coded(text: str, most: int) -> str:
    """The beginning of a text as it stands in an address, at most so many characters of that."""
    while len(coded := quote(text, safe="")) > most:
        text = text[: min(len(text) - 1, len(text) * most // len(coded))]
    return coded


def _first_words(topic: Handed) -> str:
    if not topic.posts:
        return ""
    text = plain(topic.posts[0].html)
    if len(text) <= _LONGEST_QUOTE:
        return text
    return text[:_LONGEST_QUOTE].rsplit(maxsplit=1)[0] + "…"
