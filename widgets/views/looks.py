"""What views look like and what their orders and groupings are called."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

if TYPE_CHECKING:
    from app.views import Grouping
    from sync.store.rows import Order

ICONS = (
    "list-filter",
    "circle-question-mark",
    "clock",
    "bookmark",
    "building-2",
    "users",
    "user-round",
    "hash",
    "calendar",
    "megaphone",
    "sun",
    "heart",
    "lightbulb",
    "book-open",
    "message-square",
    "link",
    "pin",
    "text-align-start",
)
"""The drawings to choose from; the first is that of a view that chose none."""


def icon_of(name: str) -> str:
    """The drawing of a view: a file of someone else may name any."""
    return name if name in ICONS else ICONS[0]


def icon_names() -> dict[str, str]:
    """What each drawing is called, for who does not see it."""
    translate = QCoreApplication.translate
    names = (
        translate("views", "Filter"),
        translate("views", "Question mark"),
        translate("views", "Clock"),
        translate("views", "Bookmark"),
        translate("views", "Building"),
        translate("views", "People"),
        translate("views", "Person"),
        translate("views", "Number sign"),
        translate("views", "Calendar"),
        translate("views", "Megaphone"),
        translate("views", "Sun"),
        translate("views", "Heart"),
        translate("views", "Light bulb"),
        translate("views", "Book"),
        translate("views", "Balloon"),
        translate("views", "Link"),
        translate("views", "Pin"),
        translate("views", "Lines"),
    )
    return dict(zip(ICONS, names, strict=True))


def order_names() -> dict[Order, str]:
    """What the orders are called."""
    translate = QCoreApplication.translate
    return {
        "newest": translate("timeline", "Newest contribution"),
        "activity": translate("timeline", "Latest activity"),
        "replied": translate("timeline", "Most replies"),
        "longest": translate("timeline", "Waiting longest"),
    }


def grouping_names() -> dict[Grouping, str]:
    """What the groupings are called."""
    translate = QCoreApplication.translate
    return {
        "day": translate("views", "By day"),
        "group": translate("views", "By group"),
        "organisation": translate("views", "By organisation"),
        "kind": translate("views", "By kind"),
        "none": translate("views", "In one list"),
    }
