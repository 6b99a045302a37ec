"""Tells that the text of a closed group is about to leave it, and offers its link alone instead."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QSize, Qt, Signal, SignalInstance
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from widgets.dialog_size import fit
from widgets.drawing import Drawing
from widgets.filters.controls import button
from widgets.icons import pixmap
from widgets.style import mark
from widgets.theme import Theme

translate = QCoreApplication.translate

_WIDTH = 480
_ICON = 20


class LeavingGroup(QDialog):
    """Asks before text of ``group`` goes elsewhere; ``readers`` is how many read along there, if known.

    ``link_wanted()`` when only the link is to go, ``anyway()`` when the text is; closing it does neither.
    """

    link_wanted = Signal()
    anyway = Signal()

    def __init__(self, group: str, readers: int | None, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        title = translate("share-on", "This comes from the closed group {group}").format(group=group)
        self.setWindowTitle(title)
        lock, heading = Drawing(), QLabel(title)
        size = theme.px(_ICON)
        lock.show_pixmap(pixmap("lock", size, theme.closed, self.devicePixelRatioF()))
        lock.setFixedSize(QSize(size, size))
        mark(heading, "section-title")
        words = QLabel(_words(group, readers))
        for one in (heading, words):
            one.setTextFormat(Qt.TextFormat.PlainText)
            one.setWordWrap(True)
        self.only_link = button("primary", lambda: self._close_with(self.link_wanted))
        self.only_link.setText(translate("share-on", "Only the link"))
        self.only_link.setDefault(True)
        self.text = button("secondary", lambda: self._close_with(self.anyway))
        self.text.setText(translate("share-on", "With the text"))
        cancel = button("quiet", self.reject)
        cancel.setText(translate("share-on", "Cancel"))
        head, buttons, column = QHBoxLayout(), QHBoxLayout(), QVBoxLayout(self)
        head.setSpacing(8)
        head.addWidget(lock, 0, Qt.AlignmentFlag.AlignTop)
        head.addWidget(heading, 1)
        buttons.setSpacing(8)
        buttons.addWidget(cancel)
        buttons.addStretch(1)
        buttons.addWidget(self.text)
        buttons.addWidget(self.only_link)
        column.setContentsMargins(24, 24, 24, 16)
        column.setSpacing(12)
        column.addLayout(head)
        column.addWidget(words)
        column.addLayout(buttons)
        fit(self, theme.px(_WIDTH))

    def _close_with(self, signal: SignalInstance) -> None:
        self.accept()
        signal.emit()


def _words(group: str, readers: int | None) -> str:
    if readers is None:
        words = translate(
            "share-on",
            "What is written in {group} is for its members. With the text in it, others can read it too. The "
            "link only opens for who may read there.",
        )
        return words.format(group=group)
    words = translate(
        "share-on",
        "{count} people read along in {group}. With the text in it, others can read it too. The link only "
        "opens for who may read there.",
    )
    return words.format(count=readers, group=group)
