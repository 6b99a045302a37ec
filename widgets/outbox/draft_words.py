"""A draft in words."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from app.outbox_view import DraftRow
from widgets import wording
from widgets.outbox import where
from widgets.outbox.reasons import draft_reason
from widgets.outbox.shown import Link, Shown


def shown_draft(row: DraftRow, now: int) -> Shown:
    """A draft as its row shows it; ``now`` in ms."""
    translate, draft = QCoreApplication.translate, row.draft
    title = where.draft_title(row)
    reason = draft_reason(draft.reason)
    if row.audience.group:
        place = where.place(row.audience)
    else:
        place = translate("outbox", "No group yet") if draft.action == "topic" else ""
    changed = translate("outbox", "changed {0}").format(wording.age(draft.changed, now))
    parts = [place, changed]
    if row.files:
        parts.append(translate("outbox", "with {0}").format(", ".join(row.files)))
    links = (
        _link("open", translate("outbox", "Write on"), title),
        _link("discard", translate("outbox", "Discard"), title),
    )
    return Shown(
        key=draft.draft_id,
        icon="triangle-alert" if reason else "pencil",
        tone="danger" if reason else "quiet",
        title=title,
        where=" · ".join(part for part in parts if part),
        closed=row.audience.closed and bool(row.audience.group),
        state=reason,
        words=row.words,
        links=links,
    )


def _link(name: str, words: str, title: str) -> Link:
    return Link(name, words, f"{words}: {title}")
