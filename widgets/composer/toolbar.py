"""The tools above the text: what can be done with a selection, each with its key."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QSize, Qt
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QWidget

from widgets.icons import icon
from widgets.style import mark
from widgets.theme import Theme

translate = QCoreApplication.translate

# Name, icon, keys. The words are in ``retranslate``.
_DECLARED: tuple[tuple[str, str, tuple[str, ...]], ...] = (
    ("bold", "bold", ("Ctrl+B",)),
    ("italic", "italic", ("Ctrl+I",)),
    ("list", "list", ("Ctrl+Shift+8",)),
    ("quote", "quote", ("Ctrl+Shift+9",)),
    ("link", "link", ("Ctrl+K",)),
    ("image", "image", ("Ctrl+Shift+I",)),
    ("file", "paperclip", ("Ctrl+Shift+A",)),
    ("mention", "at-sign", ("Ctrl+Shift+M",)),
    ("preview", "eye", ("Ctrl+Shift+P",)),
)
_COMPACT = ("mention", "file")
_ALL = tuple(name for name, _, _ in _DECLARED if name != "preview")


class EditorActions:
    """The editor's actions by name. Their keys hold within ``editor``."""

    def __init__(self, editor: QWidget) -> None:
        self.by_name = {name: _action(editor, name, keys) for name, _, keys in _DECLARED}
        self["preview"].setCheckable(True)
        self.retranslate()

    def __getitem__(self, name: str) -> QAction:
        return self.by_name[name]

    def retranslate(self) -> None:
        """The words, in the language as it is now."""
        words = {
            "bold": translate("editor", "Bold"),
            "italic": translate("editor", "Italic"),
            "list": translate("editor", "List"),
            "quote": translate("editor", "Quote"),
            "link": translate("editor", "Link"),
            "image": translate("editor", "Add an image"),
            "file": translate("editor", "Add a file"),
            "mention": translate("editor", "Mention someone"),
            "preview": translate("editor", "Preview"),
        }
        for name, action in self.by_name.items():
            action.setText(words[name])
            key = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
            action.setToolTip(f"{words[name]} ({key})")

    def set_theme(self, theme: Theme) -> None:
        """Icons in the theme's colours."""
        for name, drawing, _keys in _DECLARED:
            self[name].setIcon(icon(drawing, theme.px(20), theme.muted))

    def enable(self, on: bool) -> None:
        """Whether the text can be changed; the preview can always be looked at."""
        for name in _ALL:
            self[name].setEnabled(on)


class Toolbar(QWidget):
    """The tools as one stop for Tab; the arrow keys go from tool to tool. ``compact``: few of them."""

    def __init__(
        self, actions: EditorActions, theme: Theme, *, compact: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.buttons = {name: self._button(actions[name]) for name in (_COMPACT if compact else _ALL)}
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2)
        for button in self.buttons.values():
            row.addWidget(button)
        self._enter_at(next(iter(self.buttons.values())))
        self.set_theme(theme)
        self.retranslate()

    def set_theme(self, theme: Theme) -> None:
        """Draw in another theme from now on."""
        for button in self.buttons.values():
            button.setIconSize(QSize(theme.px(20), theme.px(20)))

    def retranslate(self) -> None:
        """Say everything in the language of now."""
        self.setAccessibleName(translate("editor", "Tools for the text"))
        for button in self.buttons.values():
            button.setAccessibleName(button.defaultAction().text())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Left and right, Home and End go from tool to tool."""
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return super().eventFilter(watched, event)
        tools = [button for button in self.buttons.values() if button.isEnabled()]
        if watched not in tools:
            return False
        at = tools.index(watched)
        to = {
            Qt.Key.Key_Left: at - 1,
            Qt.Key.Key_Right: (at + 1) % len(tools),
            Qt.Key.Key_Home: 0,
            Qt.Key.Key_End: -1,
        }.get(Qt.Key(event.key()))
        if to is None:
            return False
        self._enter_at(tools[to])
        tools[to].setFocus(Qt.FocusReason.TabFocusReason)
        return True

    def _button(self, action: QAction) -> QToolButton:
        made = QToolButton()
        mark(made, "tool")
        made.setDefaultAction(action)
        made.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonIconOnly)
        made.installEventFilter(self)
        return made

    def _enter_at(self, tool: QToolButton) -> None:
        for button in self.buttons.values():
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus if button is tool else Qt.FocusPolicy.NoFocus)


def _action(editor: QWidget, name: str, keys: tuple[str, ...]) -> QAction:
    action = QAction(editor)
    action.setObjectName(f"editor.{name}")
    action.setShortcuts([QKeySequence(key) for key in keys])
    action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
    editor.addAction(action)
    return action
