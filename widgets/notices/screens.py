"""The notifications, for ``stamtafel pictures``."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from widgets.leaving_group import LeavingGroup

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from widgets.picture_screens import Screen


def notices_page(screen: Screen) -> QWidget:
    """The list, with what the member wants to be told of."""
    from widgets.picture_screens import settle, until

    window = screen.window
    window.go("notices")
    until(lambda: window.rooms.notices.page is not None)
    page = window.rooms.notices.page
    assert page is not None  # noqa: S101 - waited for
    until(lambda: page.model.rowCount() > 0)
    settle()
    return window


def leaving_group(screen: Screen) -> QWidget:
    """The question before text of a closed group leaves it."""
    from widgets.picture_screens import settle

    box = LeavingGroup("Participatie", 14, screen.window.appearance.theme, screen.window)
    box.show()
    settle()
    return box


SCREENS: dict[str, Callable[[Screen], QWidget]] = {
    "notices": notices_page,
    "leaving-group": leaving_group,
}
