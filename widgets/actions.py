"""What one can do in the window as actions with their keys: for menus, shortcuts and the key sheet."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMainWindow, QMenu

_KEYS: dict[str, tuple[str, ...]] = {
    "compose": ("N",),
    "next_topic": ("J",),
    "previous_topic": ("K",),
    "open_topic": ("Return",),
    "toggle_read": ("M",),
    "hide_like": ("H",),
    "place_read": ("Shift+M",),
    "undo": ("Ctrl+Z",),
    "search": ("/", "Ctrl+F"),
    "keys": ("?",),
    "help": ("F1",),
    "fetch": ("F5",),
    "offline": (),
    "go_timeline": ("G, T",),
    "go_questions": ("G, V",),
    "go_saved": ("G, B",),
    "go_people": ("G, P",),
    "go_rules": ("G, R",),
    "go_groups": ("G, G",),
    "go_notices": ("G, M",),
    "go_drafts": ("G, C",),
    "go_outbox": ("G, U",),
    "next_place": ("Ctrl+Down",),
    "previous_place": ("Ctrl+Up",),
    "menu": ("F10",),
    "quit": ("Ctrl+Q",),
}

_PLACES = (
    "go_timeline",
    "go_questions",
    "go_saved",
    "go_people",
    "go_groups",
    "go_rules",
    "go_notices",
    "go_drafts",
    "go_outbox",
)

# The view already answers Return; as a shortcut it would take the key from every button.
_SHOWN_ONLY = frozenset({"open_topic"})


class Choice(NamedTuple):
    """A menu of values of which one is chosen: the setting's key and its words by value."""

    setting: str
    actions: dict[str, QAction]


class Actions:
    """All actions of the window by name. The words follow the language by ``retranslate``."""

    def __init__(self, window: QMainWindow) -> None:
        self.by_name = {name: _action(window, name, keys) for name, keys in _KEYS.items()}
        self.by_name["offline"].setCheckable(True)
        self.by_name["quit"].setMenuRole(QAction.MenuRole.QuitRole)
        self.theme = _choice(window, "appearance.theme", ("system", "light", "dark"))
        self.language = _choice(window, "appearance.language", ("system", "nl", "en"))
        self.density = _choice(window, "timeline.density", ("comfortable", "compact"))
        self.text = _choice(window, "appearance.text_percent", ("90", "100", "125", "150", "200"))
        self.choices = (self.density, self.theme, self.language, self.text)
        self.view_menu, self.help_menu = QMenu(window), QMenu(window)
        self._choice_menus = [QMenu(self.view_menu) for _ in self.choices]
        self._bar_menus = [QMenu(window) for _ in range(3)]
        self.retranslate()

    def __getitem__(self, name: str) -> QAction:
        return self.by_name[name]

    def on(self, name: str, do: Callable[[], object]) -> None:
        """Do this when the action ``name`` is triggered."""
        self.by_name[name].triggered.connect(lambda _checked=False: do())

    def fill_menus(self, window: QMainWindow, reader_actions: list[QAction]) -> None:
        """Put everything in the menu bar and in the menus behind the buttons."""
        for choice, menu in zip(self.choices, self._choice_menus, strict=True):
            menu.addActions(list(choice.actions.values()))
            self.view_menu.addMenu(menu)
        self.view_menu.addSeparator()
        self.view_menu.addActions([self["place_read"], self["undo"]])
        self.view_menu.addSeparator()
        self.view_menu.addActions([self["fetch"], self["offline"]])
        self.help_menu.addActions([self["help"], self["keys"]])
        places, topic, program = self._bar_menus
        places.addActions([self[name] for name in _PLACES])
        places.addActions([self["next_place"], self["previous_place"], self["search"]])
        topic.addAction(self["compose"])
        topic.addActions([self["next_topic"], self["previous_topic"], self["toggle_read"], self["hide_like"]])
        topic.addActions(reader_actions)
        program.addActions([self["fetch"], self["offline"], self["quit"]])
        bar = window.menuBar()
        for menu in (program, places, topic, self.view_menu, self.help_menu):
            bar.addMenu(menu)

    def sections(self, reader_actions: list[QAction]) -> list[tuple[str, list[QAction]]]:
        """The actions in named sections, for the key sheet."""
        translate = QCoreApplication.translate
        topic = [
            self[name] for name in ("compose", "next_topic", "previous_topic", "open_topic", "toggle_read")
        ]
        topic += [self["place_read"], self["hide_like"]]
        places = [self[name] for name in ("search", *_PLACES)]
        places += [self["next_place"], self["previous_place"]]
        general = [self[name] for name in ("undo", "fetch", "help", "keys", "menu", "quit")]
        return [
            (translate("actions", "Topics"), topic),
            (translate("actions", "Reading"), reader_actions),
            (translate("actions", "Places"), places),
            (translate("actions", "Window"), general),
        ]

    def retranslate(self) -> None:
        """The words, in the language of now."""
        for name, text in _texts().items():
            self.by_name[name].setText(text)
        for choice in self.choices:
            for value, action in choice.actions.items():
                action.setText(_value_text(choice.setting, value))
        translate = QCoreApplication.translate
        for menu, title in zip(
            self._choice_menus,
            (
                translate("actions", "Density"),
                translate("actions", "Colours"),
                translate("actions", "Language"),
                translate("actions", "Text size"),
            ),
            strict=True,
        ):
            menu.setTitle(title)
        for menu, title in zip(
            (*self._bar_menus, self.view_menu, self.help_menu),
            (
                translate("actions", "&Places"),
                translate("actions", "&Topic"),
                translate("actions", "&Stamtafel"),
                translate("actions", "&View"),
                translate("actions", "&Help"),
            ),
            strict=True,
        ):
            menu.setTitle(title)


def _texts() -> dict[str, str]:
    translate = QCoreApplication.translate
    return {
        "compose": translate("actions", "Share something…"),
        "next_topic": translate("actions", "Next topic"),
        "previous_topic": translate("actions", "Previous topic"),
        "open_topic": translate("actions", "Read the topic"),
        "toggle_read": translate("actions", "Mark as read or unread"),
        "place_read": translate("actions", "Mark everything here as read"),
        "undo": translate("actions", "Undo"),
        "search": translate("actions", "Search"),
        "keys": translate("actions", "All keys"),
        "help": translate("actions", "Help"),
        "fetch": translate("actions", "Fetch what is new"),
        "offline": translate("actions", "Work offline"),
        "go_timeline": translate("actions", "Go to my timeline"),
        "go_questions": translate("actions", "Go to questions"),
        "go_saved": translate("actions", "Go to saved"),
        "go_people": translate("actions", "Go to people"),
        "go_rules": translate("actions", "Go to rules"),
        "go_groups": translate("actions", "Go to groups"),
        "go_notices": translate("actions", "Go to notifications"),
        "go_drafts": translate("actions", "Go to drafts"),
        "go_outbox": translate("actions", "Go to the outbox"),
        "hide_like": translate("actions", "Hide posts like this…"),
        "next_place": translate("actions", "Next place"),
        "previous_place": translate("actions", "Previous place"),
        "menu": translate("actions", "Menu bar (also Alt)"),
        "quit": translate("actions", "Quit"),
    }


def _value_text(setting: str, value: str) -> str:
    translate = QCoreApplication.translate
    if setting == "appearance.text_percent":
        return f"{value}%"
    return {
        "system": translate("actions", "As the system"),
        "light": translate("actions", "Light"),
        "dark": translate("actions", "Dark"),
        "nl": "Nederlands",
        "en": "English",
        "comfortable": translate("actions", "Cards"),
        "compact": translate("actions", "Compact"),
    }[value]


def _action(window: QMainWindow, name: str, keys: tuple[str, ...]) -> QAction:
    action = QAction(window)
    action.setObjectName(name)
    action.setShortcuts([QKeySequence(key) for key in keys])
    if name in _SHOWN_ONLY:
        action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
    window.addAction(action)
    return action


def _choice(window: QMainWindow, setting: str, values: tuple[str, ...]) -> Choice:
    group = QActionGroup(window)
    actions: dict[str, QAction] = {}
    for value in values:
        action = QAction(window)
        action.setObjectName(f"{setting}={value}")
        action.setCheckable(True)
        group.addAction(action)
        actions[value] = action
    return Choice(setting, actions)
