"""The sentences of the composer that depend on facts: kept when, who joined, where a text comes from."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QLocale

from app.share import now_ms
from widgets import wording
from widgets.composer.suggestion import joined

if TYPE_CHECKING:
    from app.audience import Audience, Change, Reader
    from app.share_guard import Guard

translate = QCoreApplication.translate

_MOST_NAMES = 4


def kept(moment: int) -> str:
    """When the draft was kept (ms)."""
    return translate("composer", "Draft kept at {0}").format(wording.moment(moment, now_ms()))


def share(audience: Audience | None) -> str:
    """What the button says: the number in the strip, always."""
    if audience is None:
        return translate("composer", "Share")
    if audience.count is None or audience.sure == "unknown":
        if audience.group:
            return translate("composer", "Share in {0}").format(audience.group)
        return translate("composer", "Share")
    if audience.count == 1:
        return translate("composer", "Share with 1 person")
    number = QLocale().toString(audience.count)
    if audience.sure == "at_least" and audience.closed:
        return translate("composer", "Share with at least {0} people").format(number)
    return translate("composer", "Share with {0} people").format(number)


def reason(code: str) -> tuple[str, str]:
    """Why a draft cannot be sent as it is, and what was kept."""
    from widgets.outbox.reasons import draft_reason

    told = draft_reason(code) or translate("composer", "It cannot be sent like this")
    return f"{told.rstrip('.')}.", translate("composer", "What you wrote is kept.")


def grew(change: Change) -> tuple[str, str]:
    """Who reads along that did not when it was written."""
    if change.opened:
        return (
            translate("composer", "This group is open now:"),
            translate(
                "composer", "everyone in the community can read it. It was closed when you wrote this."
            ),
        )
    number = len(change.joined) + change.more
    if number == 1:
        title = translate("composer", "1 person joined")
    else:
        title = translate("composer", "{0} people joined").format(QLocale().toString(number))
    if not change.joined:
        return title, translate("composer", "since you wrote this. Send it anyway, or change it?")
    names = [_named(one) for one in change.joined[:_MOST_NAMES]]
    left = number - len(names)
    if left:
        names.append(translate("composer", "{0} more").format(QLocale().toString(left)))
    rest = translate("composer", "since you wrote this: {0}. Send it anyway, or change it?")
    return title, rest.format(joined(names))


def guard(found: Guard) -> tuple[str, str]:
    """Where a passage comes from, and who would read it that cannot read it there."""
    title = translate("composer", "This text comes from the closed group {0}.").format(found.origin_group)
    if not found.target_closed:
        if not found.target_group:
            return title, translate("composer", "Here everyone in the community can read it.")
        rest = translate("composer", "In {0} everyone in the community can read it.")
        return title, rest.format(found.target_group)
    if found.readers:
        names = joined([_named(one) for one in found.readers[:_MOST_NAMES]])
        left = (found.count or len(found.readers)) - min(len(found.readers), _MOST_NAMES)
        if left > 0:
            names = translate("composer", "{0} and {1} more").format(names, QLocale().toString(left))
        rest = translate(
            "composer", "In {group} these people would read it who cannot read it there: {names}."
        )
        return title, rest.format(group=found.target_group, names=names)
    rest = translate("composer", "In {0} there are people who cannot read it there.")
    return title, rest.format(found.target_group)


def _named(one: Reader) -> str:
    return f"{one.name} ({one.organisation})" if one.organisation else one.name
