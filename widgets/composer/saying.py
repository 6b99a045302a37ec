"""The sentences of the composer that depend on facts: kept when, for how many, and why it cannot be sent."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QLocale

from app.share import now_ms
from widgets import wording

if TYPE_CHECKING:
    from app.audience import Audience

translate = QCoreApplication.translate


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
