"""What the composer asks while something is written: where it may go, who reads there, what is here already.

Everything but the title of a link comes from the cache. The methods block: call them from the background,
where they also load what they work with, so that the composer opens without it.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple, cast

from app import audience
from app.composer import kinds, links
from app.reading import topic_address
from sync.model import Kind
from sync.store import cursors, drafts, limits, people, tags, uploads
from sync.store import groups as group_rows

if TYPE_CHECKING:
    from app.audience import Audience, Change
    from app.client import Client
    from app.composer.complete import Completions
    from app.composer.suggest import Suggestion
    from app.language import Language
    from app.share_guard import Guard
    from app.titles import Hint
    from sync.connectors.base import PostLimits
    from sync.model import Changes
    from sync.store.database import Store
    from sync.store.drafts import Draft
    from sync.store.rows import GroupRow, MemberCard
    from sync.store.topic_facts import Gist
    from sync.store.uploads import Upload

LAST_GROUP = "composer_group"
_MOST_TAGS = 3000
_ABBREVIATION = re.compile(r"\b[A-Z]{2,6}\b")
# Who is mentioned, and what a template asks, say nothing of what it is about.
_NO_SUBJECT = re.compile(r"^.{0,30}@[\w.-]+\W*$|@[\w.-]+|^\*\*.+\*\*\s*$", re.MULTILINE)
_MENTION = re.compile(r"(?:^|\s)@([\w.-]+)")


class Choices(NamedTuple):
    """What can be chosen: kinds allowed, groups to write in and the one used last, tags most used first."""

    kinds: tuple[str, ...]
    groups: tuple[GroupRow, ...]
    last_group: int | None
    tags: tuple[str, ...]
    limits: PostLimits


class Advice(NamedTuple):
    """What is worth knowing about what was written so far."""

    hints: list[Hint]
    similar: list[Gist]
    suggestions: list[Suggestion]


class Opened(NamedTuple):
    """A draft with its files, the person of a spotlight, and who reads along since it was written."""

    draft: Draft
    files: list[Upload]
    person: MemberCard | None
    change: Change


class Checked(NamedTuple):
    """What the member must know before something is sent; nothing when both are empty."""

    change: Change
    guard: Guard | None


class Composing:
    """Answers for one account."""

    def __init__(self, client: Client) -> None:
        self._client = client

    def choices(self) -> Choices:
        """What the composer offers when it opens."""
        with self._client.store.reading() as conn:
            groups = tuple(group_rows.writable(conn))
            last = cursors.get(conn, LAST_GROUP)
            known = {str(group.group_id): group.group_id for group in groups}
            return Choices(
                tuple(kinds.kinds(conn)),
                groups,
                known.get(last or ""),
                tuple(tags.most_used(conn, _MOST_TAGS)),
                limits.get(conn),
            )

    def note_group(self, group_id: int) -> None:
        """Remember the group that something was shared in last."""
        self._client.store.write(lambda conn: cursors.put(conn, LAST_GROUP, str(group_id)))

    def audience(self, group_id: int | None) -> Audience:
        """Who reads along in a group."""
        with self._client.store.reading() as conn:
            return audience.of_group(conn, group_id)

    def advice(self, title: str, raw: str, kind: str, group: GroupRow | None, language: Language) -> Advice:
        """Hints on the title, topics that may answer it already, and groups where it fits."""
        from app import titles
        from app.composer import similar, suggest

        known = () if group is None else _ABBREVIATION.findall(f"{group.name} {group.purpose}")
        spoken = titles.language_of(title, language)
        hints = titles.hints(title, cast("Kind", kind), spoken, frozenset(known))
        with self._client.store.reading() as conn:
            alike = similar.similar(conn, title) if title.strip() else []
            told = _NO_SUBJECT.sub(" ", raw)
            fitting = suggest.suggest(conn, title, told) if title.strip() or told.strip() else []
        return Advice(hints, alike, fitting)

    def opened(self, draft_id: int) -> Opened | None:
        """A draft to go on with; ``None`` when it is not there any more."""
        with self._client.store.reading() as conn:
            draft = drafts.get(conn, draft_id)
            if draft is None:
                return None
            change = audience.changed_since(conn, draft.group_id, draft.audience)
            thanked = _MENTION.search(draft.raw) if draft.kind == "spotlight" else None
            person = None if thanked is None else people.card(conn, thanked[1])
            return Opened(draft, uploads.of(conn, draft_id=draft_id), person, change)

    def changed(self, draft: Draft) -> Change:
        """Who reads along by now that did not when the draft was written."""
        with self._client.store.reading() as conn:
            return audience.changed_since(conn, draft.group_id, draft.audience)

    def check(self, draft: Draft) -> Checked:
        """Who reads along since the draft was written, and whether text of a closed group gets out by it."""
        from app import share_guard

        with self._client.store.reading() as conn:
            change = audience.changed_since(conn, draft.group_id, draft.audience)
            guard = share_guard.wider(conn, f"{draft.title}\n\n{draft.raw}", draft.group_id)
            return Checked(change, guard)

    def wider(self, text: str, group_id: int | None) -> Guard | None:
        """Whether ``text`` comes from a closed group, and gets other readers in this one."""
        from app import share_guard

        with self._client.store.reading() as conn:
            return share_guard.wider(conn, text, group_id)

    def refresh(self, group_id: int) -> Changes:
        """Ask the community who reads along in a closed group now. Raises the network's errors."""
        return self._client.refresh_audience(group_id)

    def refresh_limits(self) -> PostLimits:
        """What the community takes, asked anew once a day. Raises the network's errors."""
        return self._client.refresh_limits()

    def people(self, text: str, limit: int) -> list[MemberCard]:
        """People by a part of their name."""
        with self._client.store.reading() as conn:
            return people.people(conn, text, limit)

    def complete(self, before: str) -> Completions | None:
        """Names that could complete the text before the cursor."""
        return complete(self._client.store, before)

    def rendered(self, raw: str) -> str:
        """A text as others will read it, as HTML in the reader's dialect."""
        return rendered(self._client.store, self._client.account.url, raw)

    def title_of(self, address: str) -> str | None:
        """What the page of a link is called: from the cache, else by way of the community.

        Raises the network's errors. The page itself is never asked for from this computer.
        """
        return self._client.link_title(address)

    def link_to(self, guard: Guard) -> str:
        """What can be shared in the place of a passage: the address of the post it comes from."""
        from app import share_guard

        origin = guard.origin
        address = topic_address(self._client.account.url, origin.topic_id, "", origin.number)
        return share_guard.link_only(address)


def complete(store: Store, before: str) -> Completions | None:
    """Names that could complete the text before the cursor. Blocks."""
    from app.composer import complete as names

    with store.reading() as conn:
        return names.complete(conn, before)


def rendered(store: Store, url: str, raw: str) -> str:
    """A text as others in the community at ``url`` will read it, as HTML in the reader's dialect. Blocks."""
    from app.composer import preview

    with store.reading() as conn:
        known = preview.names_in(conn, raw)
    return preview.rendered(raw, url, known)


def with_link(address: str, text: str) -> str:
    """What is sent of a link: its address on a line of its own, so that the community makes a card of it."""
    return f"{address}\n\n{text}".strip() if address else text


def without_link(raw: str) -> tuple[str, str]:
    """The address and the rest of what ``with_link`` made."""
    first, _, rest = raw.partition("\n")
    address = links.only_link(first)
    return (address, rest.strip("\n")) if address else ("", raw)
