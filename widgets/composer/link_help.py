"""Help with a link: one that was copied is offered, and its title is found without visiting its page."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, Signal

from app.composer.links import title_from_address
from widgets.composer.address_field import copied_link

if TYPE_CHECKING:
    from app.client import Client
    from widgets.background import Background
    from widgets.composer.sheet import Sheet

translate = QCoreApplication.translate


class LinkHelp(QObject):
    """``named(str)`` with the title of the address in the sheet; ``taken(str)`` a copied link to share."""

    named = Signal(str)
    taken = Signal(str)

    def __init__(self, sheet: Sheet, client: Client, background: Background, parent: QObject) -> None:
        super().__init__(parent)
        self._sheet, self._client, self._background = sheet, client, background
        self._offered = ""
        sheet.offer.wanted.connect(self._take)
        sheet.address.entered.connect(self.look_up)

    def offer_copied(self) -> None:
        """Offer the link that was copied, once."""
        copied = copied_link()
        if not copied or copied == self._offered:
            return
        self._offered = copied
        sentence = translate("composer", "You copied a link: {0}").format(copied)
        self._sheet.offer.show_line(sentence, copied, translate("composer", "Share this link"), "link")

    def look_up(self, address: str) -> None:
        """Find what the page of a link is called: here, else by way of the community."""
        self._sheet.address.tell(translate("composer", "Looking up the title…"))
        self._background.run(
            lambda: self._client.link_title(address),
            partial(self._name, address),
            # Out of reach is no fault here: the address itself says something too.
            partial(self._name_unknown, address),
            key="composer-link",
        )

    def _name(self, address: str, title: str | None) -> None:
        if self._sheet.address.text() == address:
            self._sheet.address.tell("")
            self.named.emit(title or title_from_address(address))

    def _name_unknown(self, address: str, _error: Exception) -> None:
        self._name(address, None)

    def _take(self, address: str) -> None:
        self._sheet.offer.clear()
        self.taken.emit(address)
