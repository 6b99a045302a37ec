"""Does what a member wants of a group: in, out, asked for, its link; offline too, and to be undone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, Signal
from PySide6.QtGui import QGuiApplication

from app.groups import GroupCard
from app.joining import Joining
from sync.store.rows import Place
from widgets.groups import doing

if TYPE_CHECKING:
    from collections.abc import Callable

    from sync.outbox import Item
    from widgets.main_window import MainWindow

translate = QCoreApplication.translate


class Acting(QObject):
    """``done()`` after something about a group changed here, ``fetch_wanted(group_id)`` for a list of
    readers; ``failed(Exception)`` tells what could not be kept."""

    done = Signal()
    fetch_wanted = Signal(int)
    failed = Signal(object)

    def __init__(self, window: MainWindow, joining: Joining, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._window = window
        self._joining = joining

    def act(self, deed: str, card: GroupCard) -> None:
        """Do one of ``doing.Deed``, or the next ``"step"`` for this group if there is one."""
        wanted = doing.next_step(card) if deed == "step" else deed
        if wanted == "open":
            self._open(card)
        elif wanted == "write":
            self._window.rooms.composer.compose(group_id=card.group_id)
        elif wanted == "join":
            self._join(card)
        elif wanted == "leave":
            self._leave(card)
        elif wanted == "ask":
            self._ask(card)
        elif wanted == "fetch":
            self.fetch_wanted.emit(card.group_id)
        elif wanted == "copy":
            QGuiApplication.clipboard().setText(self._joining.address(card))
            self._window.toast.show_message(translate("groups", "The link is copied"))

    def _open(self, card: GroupCard) -> None:
        if card.visible:
            self._window.go(Place("group", card.group_id))
            self._window.back_to_list()

    def _join(self, card: GroupCard) -> None:
        words = translate("groups", "You join {group}")
        if card.state == "leaving":
            words = translate("groups", "You stay a member of {group}")

        def undo(_item: Item | None) -> bool:
            self._joining.leave(card)
            return True

        self._put(lambda: self._joining.join(card), words, card, undo)

    def _leave(self, card: GroupCard) -> None:
        words = translate("groups", "You leave {group}")
        if card.state == "joining":
            words = translate("groups", "You do not join {group} after all")
        self._put(lambda: self._joining.leave(card), words, card, lambda item: self._joining.stay(card, item))

    def _ask(self, card: GroupCard) -> None:
        from widgets.groups.reason import AskAccess

        sheet = AskAccess(card.name, self._window.appearance.theme, self._window)
        sheet.asked.connect(lambda reason: self._send_asking(card, reason))
        sheet.open()

    def _send_asking(self, card: GroupCard, reason: str) -> None:
        def undo(item: Item | None) -> bool:
            return item is not None and self._joining.take_back(item)

        words = translate("groups", "You ask for access to {group}")
        self._put(lambda: self._joining.ask(card, reason), words, card, undo)

    def _put(
        self,
        work: Callable[[], Item | None],
        words: str,
        card: GroupCard,
        undo: Callable[[Item | None], bool],
    ) -> None:
        """Put something in the outbox, tell so, and offer to undo it."""

        def undone(possible: bool) -> None:
            if not possible:
                late = translate("groups", "Too late: {group} has heard it already").format(group=card.name)
                self._window.toast.show_message(late)
            self._sent(0)

        def told(item: Item | None) -> None:
            self._sent(0 if item is None else item.not_before)
            self._window.toast.show_message(
                words.format(group=card.name),
                translate("groups", "Undo"),
                lambda: self._take_back(lambda: undo(item), undone),
            )

        self._window.background.run(work, told, self.failed.emit)

    def _take_back(self, undo: Callable[[], bool], undone: Callable[[bool], None]) -> None:
        self._window.background.run(undo, undone, self.failed.emit)

    def _sent(self, moment: int) -> None:
        """The outbox is another one: what is in it may leave at ``moment`` (ms)."""
        if self._window.work is not None:
            self._window.work.rounds.send_at(moment)
        self._window.read_overview()
        self.done.emit()
