"""What the member wants to be told of, and when it is quiet: switches beside the list."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from app.notify import quiet_hours
from app.settings import Settings
from widgets.filters.controls import label
from widgets.filters.toggle import Toggle
from widgets.theme import Theme

translate = QCoreApplication.translate

_SWITCHES = (
    "notifications.addressed",
    "notifications.groups",
    "notifications.likes",
    "notifications.system",
    "notifications.quiet_weekend",
)
_QUIET = "notifications.quiet"


class Choices(QWidget):
    """The settings of notifications. ``chosen(key, value)`` when the member changes one."""

    chosen = Signal(str, str)

    def __init__(self, settings: Settings, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._settings = settings
        self.switches = {key: Toggle(theme) for key in _SWITCHES}
        self._names = {key: label() for key in _SWITCHES}
        self._title, self._about = label(role="section-title"), label(role="meta")
        self.quiet = QLineEdit()
        self._quiet_name, self._quiet_fault = label(), label(role="danger")
        column = QVBoxLayout(self)
        self._column = column
        column.addWidget(self._title)
        column.addWidget(self._about)
        for key in _SWITCHES[:-1]:
            column.addLayout(self._line(key))
        column.addWidget(self._quiet_name)
        column.addWidget(self.quiet)
        column.addWidget(self._quiet_fault)
        column.addLayout(self._line(_SWITCHES[-1]))
        column.addStretch(1)
        for words in (self._about, self._quiet_fault, *self._names.values()):
            words.setWordWrap(True)
        self._quiet_fault.hide()
        self.quiet.setText(settings.text(_QUIET))
        self.quiet.editingFinished.connect(self._keep_quiet)
        self.set_theme(theme)
        self.retranslate()

    @property
    def fault(self) -> str:
        """What is wrong with the quiet hours as they are written; empty when nothing is."""
        return "" if self._quiet_fault.isHidden() else self._quiet_fault.text()

    def set_theme(self, theme: Theme) -> None:
        """Draw in another theme from now on."""
        self._column.setSpacing(theme.px(12))
        self._column.setContentsMargins(theme.px(24), theme.px(24), theme.px(24), theme.px(16))
        for switch in self.switches.values():
            switch.set_theme(theme)

    def retranslate(self) -> None:
        """Say everything in the language of now."""
        self._title.setText(translate("notices", "What the system tells you"))
        self._about.setText(
            translate(
                "notices",
                "Everything comes in the list. Of a closed group the system names only the group, because "
                "others may see your screen.",
            )
        )
        names = {
            "notifications.addressed": translate("notices", "Answers, mentions and quotes"),
            "notifications.groups": translate("notices", "New topics in my closed groups"),
            "notifications.likes": translate("notices", "Likes"),
            "notifications.system": translate("notices", "Show notifications of the system"),
            "notifications.quiet_weekend": translate("notices", "The weekend is quiet too"),
        }
        for key, words in names.items():
            self._names[key].setText(words)
            self.switches[key].setAccessibleName(words)
        self._quiet_name.setText(translate("notices", "Quiet hours"))
        self.quiet.setAccessibleName(translate("notices", "Quiet hours, from and until"))
        self.quiet.setPlaceholderText(translate("notices", "for instance 18:00-08:00"))
        self._quiet_fault.setText(
            translate("notices", "Write two times, as 18:00-08:00. Empty is no quiet hours.")
        )

    def _line(self, key: str) -> QHBoxLayout:
        line, switch, name = QHBoxLayout(), self.switches[key], self._names[key]
        switch.setChecked(self._settings.switch(key))
        switch.toggled.connect(lambda on, key=key: self.chosen.emit(key, "yes" if on else "no"))
        name.setBuddy(switch)
        line.addWidget(name, 1)
        line.addWidget(switch)
        return line

    def _keep_quiet(self) -> None:
        text = self.quiet.text().strip()
        sound = not text or quiet_hours(text) is not None
        self._quiet_fault.setVisible(not sound)
        if sound and text != self._settings.text(_QUIET):
            self.chosen.emit(_QUIET, text)
