"""The Markdown editor of the composer and the reply box: the text, its tools, the preview, the files."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QEvent, Signal
from PySide6.QtGui import QGuiApplication, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.reading import Reading
from sync.images import ImageFolder
from widgets.background import Background
from widgets.composer import marking
from widgets.composer.desk import EditorDesk
from widgets.composer.field import MarkdownField
from widgets.composer.preview import Preview
from widgets.composer.switch import Switch
from widgets.composer.toolbar import EditorActions, Toolbar
from widgets.composer.tray import Attached, Tray
from widgets.faces import Faces
from widgets.reader.pictures import Pictures
from widgets.theme import Theme

translate = QCoreApplication.translate

# From here on the text and its preview stand beside each other.
_WIDE = 880


class Editor(QWidget):
    """Edits a text. ``compact``: without frame, toolbar row and preview of its own, as high as the text.

    ``changed`` when the text changed by hand; ``send_wanted`` on Ctrl+Enter; ``pasted(text)`` for the share
    guard; ``failed(error)`` for a fault that has no place here. A compact editor's ``toolbar`` is for its
    owner to place.
    """

    changed = Signal()
    send_wanted = Signal()
    pasted = Signal(str)
    attached = Signal(object)  # an Attached that is in the text now
    failed = Signal(object)

    def __init__(
        self,
        background: Background,
        theme: Theme,
        faces: Faces,
        source: Reading,
        desk: EditorDesk,
        *,
        compact: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._background = background
        self._theme = theme
        self._faces = faces
        self._source = source
        self.desk = desk
        self._compact = compact
        self._preview: Preview | None = None
        self.field = MarkdownField(theme, self)
        self.actions_ = EditorActions(self)
        self.toolbar = Toolbar(self.actions_, theme, compact=compact)
        self.switch = Switch(theme)
        self.tray = Tray(theme)
        self.setFocusProxy(self.field)
        self._lay_out()
        self._connect()
        self.set_theme(theme)
        self.retranslate()

    @property
    def typing_ms(self) -> int:
        """True typing time: the gaps between keys, those of five seconds and more left out."""
        return self.field.typing_ms

    @typing_ms.setter
    def typing_ms(self, value: int) -> None:
        self.field.typing_ms = value

    @property
    def preview(self) -> Preview:
        """The preview, made when it is first wanted."""
        if self._preview is None:
            pictures = Pictures(self._background, ImageFolder(self._source.store.images), self)
            self._preview = Preview(self._background, pictures, self._theme, self._render)
            self._preview.failed.connect(self.failed)
            self._preview.hide()
            self._beside.addWidget(self._preview, 1)
        return self._preview

    def text(self) -> str:
        """The text as it is written."""
        return self.field.toPlainText()

    def set_text(self, text: str, attached: Sequence[Attached] = ()) -> None:
        """Show another text with its files, the cursor at its end; says nothing."""
        self.field.set_text(text)
        self.tray.attached = list(attached)
        self._show_preview_text(now=True)

    def insert(self, text: str) -> None:
        """Put text in at the cursor, as one step to undo."""
        self.field.put(text)

    def quote(self, author: str, text: str, number: int, topic_id: int) -> None:
        """Put in what someone wrote as a quote (Discourse), and a line to write below it."""
        who = author.replace('"', "").replace("]", ")")
        begun = self.field.toPlainText()[: self.field.textCursor().position()]
        gap = "" if not begun or begun.endswith("\n\n") else "\n" if begun.endswith("\n") else "\n\n"
        head = f'[quote="{who}, post:{number}, topic:{topic_id}"]'
        self.field.put(f"{gap}{head}\n{text.strip()}\n[/quote]\n\n")

    def set_placeholder(self, text: str) -> None:
        """What stands in the empty field."""
        self.field.setPlaceholderText(text)

    def set_label(self, name: str) -> None:
        """What a screen reader calls the field."""
        self.field.setAccessibleName(name)

    def set_busy(self, busy: bool) -> None:
        """While it is sent the text cannot be changed."""
        self.field.setReadOnly(busy)
        self.actions_.enable(not busy)

    def show_preview(self, shown: bool) -> None:
        """Show the text as others will read it, or the text to write on."""
        self.actions_["preview"].setChecked(shown)

    def set_theme(self, theme: Theme) -> None:
        """Draw in another theme from now on."""
        self._theme = theme
        self.field.set_theme(theme, compact=self._compact)
        self.actions_.set_theme(theme)
        for part in (self.toolbar, self.switch, self.tray):
            part.set_theme(theme)
        if self._preview is not None:
            self._preview.set_theme(theme)

    def retranslate(self) -> None:
        """Say everything in the language of now."""
        self.actions_.retranslate()
        self.toolbar.retranslate()
        self.switch.retranslate()

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change of language at once."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """With room enough the preview stands beside the text."""
        super().resizeEvent(event)
        self._arrange()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        if not self._compact:
            head = QHBoxLayout()
            head.addWidget(self.toolbar)
            head.addStretch(1)
            head.addWidget(self.switch)
            column.addLayout(head)
        self._beside = QHBoxLayout()
        self._beside.setSpacing(16)
        self._beside.addWidget(self.field, 1)
        column.addLayout(self._beside, 1)
        column.addWidget(self.tray)

    def _connect(self) -> None:
        actions, field = self.actions_, self.field
        does = {
            "bold": lambda: field.change(lambda passage: marking.emphasised(passage, "**")),
            "italic": lambda: field.change(lambda passage: marking.emphasised(passage, "*")),
            "list": lambda: field.change(marking.listed),
            "quote": lambda: field.change(marking.quoted),
            "link": self._link,
            "mention": self._mention,
        }
        for name, do in does.items():
            actions[name].triggered.connect(lambda _checked=False, do=do: do())
        actions["preview"].toggled.connect(self._preview_wanted)
        self.switch.chosen.connect(self.show_preview)
        field.edited.connect(self._edited)
        field.send_wanted.connect(self.send_wanted)
        field.pasted.connect(self.pasted)

    def _edited(self) -> None:
        self._show_preview_text()
        self.changed.emit()

    def _link(self) -> None:
        copied = QGuiApplication.clipboard().text()[:2_100].strip()
        address = copied if marking.is_address(copied) else ""
        self.field.change(lambda passage: marking.linked(passage, address))

    def _mention(self) -> None:
        before = self.field.before_cursor(1)
        self.field.put("@" if not before or before.isspace() else " @")
        self.field.setFocus()

    def _preview_wanted(self, shown: bool) -> None:
        self.switch.show_choice(shown)
        self._arrange()
        (self.preview if shown else self.field).setFocus()

    def _arrange(self) -> None:
        """Text, preview, or both, as chosen and as there is room."""
        only = self.actions_["preview"].isChecked()
        wide = not self._compact and self.width() >= self._theme.px(_WIDE)
        self.field.setVisible(not only)
        if only or wide or self._preview is not None:
            self.preview.setVisible(only or wide)
            self._show_preview_text(now=True)

    def _show_preview_text(self, *, now: bool = False) -> None:
        if self._preview is not None and not self._preview.isHidden():
            self._preview.show_text(self.text(), now=now)

    def _render(self, raw: str) -> str:
        return self.desk.render(raw)
