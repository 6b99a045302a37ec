"""What one can do with an open topic, as actions with their keys, for toolbar, menus and key sheet."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

from widgets.icons import icon
from widgets.theme import Theme

# Object name, icon, keys. The words are in ``retranslate``.
_DECLARED: tuple[tuple[str, str, tuple[str, ...]], ...] = (
    ("first_unread", "arrow-down", ("U",)),
    ("to_answer", "check", ("A",)),
    ("save", "bookmark", ("S",)),
    ("copy_link", "link", ("C",)),
    ("copy_quote", "quote", ("Q",)),
    ("reply", "reply", ("R",)),
    ("quote_reply", "quote", ("Shift+Q",)),
    ("like", "heart", ("L",)),
    ("edit", "pencil", ("E",)),
    ("delete", "trash-2", ()),
    ("open_browser", "external-link", ("O",)),
    ("zoom_in", "plus", ("Ctrl++", "Ctrl+=")),
    ("zoom_out", "minus", ("Ctrl+-",)),
    ("zoom_reset", "refresh-cw", ("Ctrl+0",)),
)


class ReaderActions:
    """The reader's actions by name. They hold within ``page``: the same keys may mean more elsewhere."""

    def __init__(self, page: QWidget, theme: Theme) -> None:
        self._theme = theme
        made = {name: _action(page, name, keys) for name, _, keys in _DECLARED}
        self.first_unread = made["first_unread"]
        self.to_answer = made["to_answer"]
        self.save = made["save"]
        self.copy_link = made["copy_link"]
        self.copy_quote = made["copy_quote"]
        self.reply = made["reply"]
        self.quote_reply = made["quote_reply"]
        self.like = made["like"]
        self.edit = made["edit"]
        self.delete = made["delete"]
        self.open_browser = made["open_browser"]
        self.zoom_in = made["zoom_in"]
        self.zoom_out = made["zoom_out"]
        self.zoom_reset = made["zoom_reset"]
        self.save.setCheckable(True)
        self.save.toggled.connect(self._saved_icon)
        self.all = list(made.values())
        self.retranslate()

    def retranslate(self) -> None:
        """The words, in the language as it is now."""
        translate = QCoreApplication.translate
        self.first_unread.setText(translate("reader", "To first unread"))
        self.to_answer.setText(translate("reader", "To the answer"))
        self.save.setText(translate("reader", "Save for later"))
        self.copy_link.setText(translate("reader", "Copy link"))
        self.copy_quote.setText(translate("reader", "Copy as quote"))
        self.reply.setText(translate("reader", "Write an answer"))
        self.quote_reply.setText(translate("reader", "Quote in my answer"))
        self.like.setText(translate("reader", "Like, or no longer"))
        self.edit.setText(translate("reader", "Edit my post"))
        self.delete.setText(translate("reader", "Delete my post"))
        self.open_browser.setText(translate("reader", "Open in browser"))
        self.zoom_in.setText(translate("reader", "Larger text"))
        self.zoom_out.setText(translate("reader", "Smaller text"))
        self.zoom_reset.setText(translate("reader", "Usual text size"))
        for action in self.all:
            keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
            action.setToolTip(f"{action.text()} ({keys})" if keys else action.text())

    def set_theme(self, theme: Theme) -> None:
        """Icons in the theme's colours."""
        accent = (self.first_unread, self.to_answer)
        size = theme.px(20)
        for action, (_, drawing, _keys) in zip(self.all, _DECLARED, strict=True):
            action.setIcon(icon(drawing, size, theme.accent if action in accent else theme.muted))
        self._theme = theme
        self._saved_icon()

    def enable(self, open_topic: bool) -> None:
        """Without a topic nothing can be done with it."""
        for action in self.all:
            action.setEnabled(open_topic)

    def _saved_icon(self) -> None:
        theme, saved = self._theme, self.save.isChecked()
        self.save.setIcon(
            icon("bookmark", theme.px(20), theme.accent if saved else theme.muted, filled=saved)
        )


def _action(page: QWidget, name: str, keys: tuple[str, ...]) -> QAction:
    action = QAction(page)
    action.setObjectName(f"reader.{name}")
    action.setShortcuts([QKeySequence(key) for key in keys])
    action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
    page.addAction(action)
    return action
