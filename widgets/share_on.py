"""Sharing a topic on: to another group, by mail, as a link, a quote, or a file.

The button does at once what was chosen last; its menu has the other ways. The text of a closed group only
leaves it after the member was told whose words they are.
"""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, QSize, QStandardPaths, Qt, QUrl, Signal
from PySide6.QtGui import QAction, QDesktopServices, QGuiApplication, QKeySequence
from PySide6.QtWidgets import QFileDialog, QMenu, QToolButton

from app.share_on import (
    CHOICES,
    SETTING,
    Choice,
    Handed,
    as_new_topic,
    file_name,
    first_choice,
    handed,
    mail,
    new_title,
    quoted,
    reveals_text,
)
from sync.images import ImageFolder
from widgets.icons import icon
from widgets.reader.wording import date_and_time
from widgets.style import mark

if TYPE_CHECKING:
    from collections.abc import Callable

    from app.audience import Audience
    from sync.model import Changes
    from widgets.main_window import MainWindow
    from widgets.theme import Theme

translate = QCoreApplication.translate

_ICONS: dict[Choice, str] = {
    "link": "link",
    "mail": "at-sign",
    "group": "users",
    "quote": "quote",
    "markdown": "download",
    "pdf": "download",
}


class ShareOn(QObject):
    """The ways to share on the topic that is open. ``failed(Exception)`` tells what could not be done."""

    failed = Signal(object)

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._reader = window.topic_pane().reader
        self.button: QToolButton = self._reader.header.share
        self.menu = QMenu(self.button)
        self.first = QAction(window)
        self.first.setShortcut(QKeySequence("D"))
        self.first.triggered.connect(lambda _on=False: self.do(first_choice(window.client.settings)))
        self.more = QAction(window)
        self.more.setShortcut(QKeySequence("Shift+D"))
        self.more.triggered.connect(lambda _on=False: self.show_menu())
        self.by_choice = {choice: self.menu.addAction("") for choice in CHOICES}
        for choice, action in self.by_choice.items():
            action.triggered.connect(partial(self._choose, choice))
        window.addActions([self.first, self.more])
        self.ways: QToolButton = self._reader.header.share_ways
        for button in (self.button, self.ways):
            mark(button, "tool")
        self.button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonIconOnly)
        self.button.setDefaultAction(self.first)
        self.ways.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.ways.setMenu(self.menu)
        self._reader.actions_.save.changed.connect(self._follow)
        self.set_theme(window.appearance.theme)
        self.retranslate()
        self._follow()

    def do(self, choice: Choice) -> None:
        """Share the open topic on in this way; where its text would leave a closed group, ask first."""
        topic_id = self._reader.topic
        if topic_id is None:
            return
        source = self._window.topic_pane().source

        def read() -> tuple[Handed, Audience] | None:
            from app.audience import of_topic

            topic = handed(source, topic_id)
            with source.store.reading() as conn:
                return None if topic is None else (topic, of_topic(conn, topic_id))

        self._window.background.run(read, partial(self._found, choice), self.failed.emit, key="share-on")

    def show_menu(self) -> None:
        """Open the menu with every way, for the keyboard."""
        if self.ways.isVisible() and self._reader.topic is not None:
            self.ways.showMenu()

    def actions(self) -> list[QAction]:
        """The actions to name in menus and on the sheet of keys."""
        return [self.first, self.more]

    def apply(self, changes: Changes) -> None:
        """Nothing of the cache is kept here."""

    def set_theme(self, theme: Theme) -> None:
        """Draw in another theme from now on."""
        size = theme.px(20)
        self.first.setIcon(icon("upload", size, theme.muted))
        self.button.setIconSize(QSize(size, size))
        for choice, action in self.by_choice.items():
            action.setIcon(icon(_ICONS[choice], theme.px(18), theme.muted))

    def retranslate(self) -> None:
        """Say everything in the language of now."""
        for choice, words in _words().items():
            self.by_choice[choice].setText(words)
        self.more.setText(translate("share-on", "Hand this topic on…"))
        self.ways.setToolTip(translate("share-on", "All ways to hand this topic on"))
        self.ways.setAccessibleName(self.ways.toolTip())
        self._name_first()

    def _name_first(self) -> None:
        words = _words()[first_choice(self._window.client.settings)]
        named = translate("share-on", "Hand on: {action}").format(action=words)
        self.first.setText(named)
        self.first.setToolTip(
            translate("share-on", "{action} (D). More ways: Shift+D").format(action=words.rstrip("…"))
        )
        self.button.setAccessibleName(named)

    def _follow(self) -> None:
        reading = self._reader.actions_.save.isEnabled()
        self.ways.setEnabled(reading)
        for action in (self.first, self.more, *self.by_choice.values()):
            action.setEnabled(reading)

    def _choose(self, choice: Choice, _checked: bool = False) -> None:
        self._window.choose(SETTING, choice)
        self._name_first()
        self.do(choice)

    def _found(self, choice: Choice, found: tuple[Handed, Audience] | None) -> None:
        if found is None:
            return
        topic, audience = found
        if topic.closed and reveals_text(choice):
            self._warn(topic, audience, choice)
        else:
            self._do(topic, choice)

    def _warn(self, topic: Handed, audience: Audience, choice: Choice) -> None:
        from widgets.leaving_group import LeavingGroup

        box = LeavingGroup(topic.head.group, audience.count, self._window.appearance.theme, self._window)
        box.link_wanted.connect(lambda: self._do(topic, "link"))
        box.anyway.connect(lambda: self._do(topic, choice))
        box.open()

    def _do(self, topic: Handed, choice: Choice) -> None:
        doing: dict[Choice, Callable[[Handed], None]] = {
            "link": self._copy_link,
            "mail": self._mail,
            "group": self._to_group,
            "quote": self._copy_quote,
            "markdown": self._save_markdown,
            "pdf": self._save_pdf,
        }
        doing[choice](topic)

    def _copy_link(self, topic: Handed) -> None:
        QGuiApplication.clipboard().setText(topic.address)
        self._tell(translate("share-on", "Link copied"))

    def _copy_quote(self, topic: Handed) -> None:
        QGuiApplication.clipboard().setText(quoted(topic))
        self._tell(translate("share-on", "Copied as a quote"))

    def _mail(self, topic: Handed) -> None:
        if not QDesktopServices.openUrl(QUrl(mail(topic))):
            QGuiApplication.clipboard().setText(topic.address)
            self._tell(translate("share-on", "There is no mail program here. The link is copied."))

    def _to_group(self, topic: Handed) -> None:
        self._window.rooms.composer.compose(title=new_title(topic), raw=as_new_topic(topic))

    def _save_markdown(self, topic: Handed) -> None:
        from widgets.topic_files import write_markdown

        path = self._ask_where(topic, "md", translate("share-on", "Save as Markdown"))
        if path is not None:
            self._write(path, lambda: write_markdown(topic, path, date_and_time))

    def _save_pdf(self, topic: Handed) -> None:
        from widgets.topic_files import write_pdf

        path = self._ask_where(topic, "pdf", translate("share-on", "Save as PDF"))
        if path is not None:
            images = ImageFolder(self._window.client.store.images)
            theme = self._window.appearance.theme
            self._write(path, lambda: write_pdf(topic, path, date_and_time, images, theme))

    def _ask_where(self, topic: Handed, ending: str, title: str) -> Path | None:
        folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        proposed = str(Path(folder) / file_name(topic.head.title, ending))
        name, _ = QFileDialog.getSaveFileName(self._window, title, proposed, f"*.{ending}")
        return Path(name) if name else None

    def _write(self, path: Path, write: Callable[[], None]) -> None:
        said = translate("share-on", "Written to {file}").format(file=path.name)
        self._window.background.run(write, lambda _none: self._tell(said), self._unwritten)

    def _unwritten(self, error: Exception) -> None:
        if isinstance(error, OSError):
            words = translate("share-on", "The file could not be written: {reason}")
            self._tell(words.format(reason=error.strerror or type(error).__name__))
        else:
            self.failed.emit(error)

    def _tell(self, words: str) -> None:
        self._window.toast.show_message(words)


def _words() -> dict[Choice, str]:
    return {
        "link": translate("share-on", "Copy the link"),
        "mail": translate("share-on", "Mail to a colleague…"),
        "group": translate("share-on", "Share in another group…"),
        "quote": translate("share-on", "Copy as a quote"),
        "markdown": translate("share-on", "Save as Markdown…"),
        "pdf": translate("share-on", "Save as PDF…"),
    }
