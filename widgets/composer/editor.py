"""The Markdown editor of the composer and the reply box: the text, its tools, the preview, the files."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QEvent, Qt, Signal
from PySide6.QtGui import QGuiApplication, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from app.reading import Reading
from sync.images import ImageFolder
from widgets.background import Background
from widgets.composer import marking
from widgets.composer.adding import Adding
from widgets.composer.colours import MarkdownColours
from widgets.composer.completing import NameCompletion
from widgets.composer.counter import Counter
from widgets.composer.desk import EditorDesk
from widgets.composer.field import MarkdownField
from widgets.composer.preview import Preview
from widgets.composer.switch import Switch
from widgets.composer.toolbar import EditorActions, Toolbar
from widgets.composer.tray import Attached, Tray, parted
from widgets.faces import Faces
from widgets.reader.pictures import Pictures
from widgets.theme import Theme

translate = QCoreApplication.translate

# From here on the text and its preview stand beside each other.
_WIDE = 880
_LEAST_PREVIEW = 120
_PICTURES = "*.png *.jpg *.jpeg *.webp *.gif *.avif *.heic *.heif"


class Editor(QWidget):
    """Edits a text. ``compact``: without a frame and a row of tools.

    ``changed`` when the text changed by hand; ``send_wanted`` on Ctrl+Enter; ``pasted(text)`` for the share
    guard; ``failed(error)`` for a fault that has no place here. A compact editor's ``toolbar`` is for its
    owner to place.
    """

    changed = Signal()
    send_wanted = Signal()
    pasted = Signal(str)
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
        self._source = source
        self._desk = desk
        self._compact = compact
        self._preview: Preview | None = None
        self.field = MarkdownField(theme)
        self.actions_ = EditorActions(self)
        self.toolbar = Toolbar(self.actions_, theme, compact=compact)
        self.switch = Switch(theme)
        self._head = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self.counter = Counter(theme)
        self.tray = Tray(theme)
        self.names = NameCompletion(self.field, background, faces, theme, desk)
        self._colours = MarkdownColours(self.field.document(), theme)
        self._adding = Adding(background, self.field, self.tray, lambda: self.desk)
        self._lay_out()
        self.setFocusProxy(self.field)
        self._connect()
        self.set_theme(theme)
        self.retranslate()

    @property
    def desk(self) -> EditorDesk:
        """What the editor asks of its owner; another draft may bring another desk."""
        return self._desk

    @desk.setter
    def desk(self, desk: EditorDesk) -> None:
        self._desk = self.names.desk = desk
        self._count()

    @property
    def adding(self) -> bool:
        """Whether a file is on its way into the text."""
        return self._adding.busy

    @property
    def preview(self) -> Preview:
        """The preview, made when it is first wanted."""
        if self._preview is None:
            pictures = Pictures(self._background, ImageFolder(self._source.store.images), self)
            self._preview = Preview(self._background, pictures, self._theme, self._render)
            self._preview.failed.connect(self.failed)
            self._preview.hide()
            self._preview.setMinimumHeight(self._theme.px(_LEAST_PREVIEW))
            self._beside.addWidget(self._preview, 1)
            QWidget.setTabOrder(self.field, self._preview)
        return self._preview

    def text(self) -> str:
        """The text as it goes along: what is written, and below it a line for each file but pictures."""
        written = self.field.toPlainText()
        lines = self.tray.lines_below(written)
        return f"{written.rstrip()}\n\n{lines}".lstrip("\n") if lines else written

    def set_text(self, text: str, attached: Sequence[Attached] = ()) -> None:
        """Show another text with its files, the cursor at its end; says nothing.

        ``attached`` tells the names and sizes of the files in it, as far as they are known.
        """
        self._adding.forget()
        self.names.close()
        written, files = parted(text, attached)
        self.field.set_text(written)
        self.tray.show_files(files)
        self._count()
        self._show_preview_text(now=True)

    def insert(self, text: str) -> None:
        """Put text in at the cursor, as one step to undo."""
        self.field.put(text)

    def rewrite(self, text: str) -> None:
        """Put another text in the place of all there is, as one step to undo; the files stay."""
        self.field.selectAll()
        self.field.put(parted(text)[0])

    def quote(self, author: str, text: str, number: int, topic_id: int) -> None:
        """Put in what someone wrote as a quote (Discourse), and a line to write below it."""
        before = self.field.toPlainText()[: self.field.textCursor().selectionStart()]
        self.field.put(marking.quotation(before, author, text, number, topic_id))

    def add_files(self, paths: Sequence[str]) -> None:
        """Add files by their paths: chosen, dropped on the window, or handed over."""
        self._adding.add_files(paths)

    def set_label(self, name: str) -> None:
        """What a screen reader calls the field."""
        self.field.setAccessibleName(name)

    def set_busy(self, busy: bool) -> None:
        """While it is sent the text cannot be changed."""
        self.field.setReadOnly(busy)
        self.tray.setEnabled(not busy)
        self.actions_.enable(not busy)

    def show_preview(self, shown: bool) -> None:
        """Show the text as others will read it, or the text to write on."""
        self.actions_["preview"].setChecked(shown)

    def set_theme(self, theme: Theme) -> None:
        """Draw in another theme from now on."""
        self._theme = theme
        self.field.set_theme(theme, compact=self._compact)
        self.actions_.set_theme(theme)
        self._colours.set_theme(theme)
        for part in (self.toolbar, self.switch, self.counter, self.tray, self.names):
            part.set_theme(theme)
        if self._preview is not None:
            self._preview.set_theme(theme)

    def retranslate(self) -> None:
        """Say everything in the language of now."""
        self.actions_.retranslate()
        self.toolbar.retranslate()
        self.switch.retranslate()
        self._count()
        if not self.field.accessibleName():
            self.field.setAccessibleName(translate("editor", "Your text"))
        self.field.setAccessibleDescription(
            translate("editor", "In a list, Tab moves an item in. Ctrl+Tab, or Escape and then Tab, leaves.")
        )

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change of language at once."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """With room enough the preview stands beside the text."""
        super().resizeEvent(event)
        self._arrange()

    def fit_head(self, width: int) -> None:
        """Tools and switch stand beside each other where that fits in ``width``, else below each other."""
        needed = self.toolbar.sizeHint().width() + self.switch.sizeHint().width()
        way = QBoxLayout.Direction
        self._head.setDirection(way.LeftToRight if needed <= width else way.TopToBottom)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        if not self._compact:
            self._head.addWidget(self.toolbar, 0, Qt.AlignmentFlag.AlignLeft)
            self._head.addStretch(1)
            self._head.addWidget(self.switch, 0, Qt.AlignmentFlag.AlignLeft)
            column.addLayout(self._head)
        self._beside = QHBoxLayout()
        self._beside.setSpacing(16)
        self._beside.addWidget(self.field, 1)
        column.addLayout(self._beside, 1)
        column.addWidget(self.counter)
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
            "image": lambda: self._choose(images=True),
            "file": lambda: self._choose(images=False),
        }
        for name, do in does.items():
            actions[name].triggered.connect(lambda _checked=False, do=do: do())
        field.keys_of_tools = [key for action in actions.by_name.values() for key in action.shortcuts()]
        actions["preview"].toggled.connect(self._preview_wanted)
        self.switch.chosen.connect(self.show_preview)
        field.edited.connect(self._edited)
        field.send_wanted.connect(self.send_wanted)
        field.pasted.connect(self.pasted)
        field.files_given.connect(self._adding.add_files)
        field.image_given.connect(self._adding.add_image)
        field.too_long.connect(self._too_long)
        self._adding.added.connect(self._added)
        self.tray.changed.connect(self._edited)
        self._adding.failed.connect(self.failed)

    def _added(self, file: Attached) -> None:
        if file.line:
            self._edited()

    def _edited(self) -> None:
        if self.tray.has_pictures:
            self.tray.keep_to(self.field.toPlainText())
        self._count()
        self._show_preview_text()
        self.changed.emit()

    def _link(self) -> None:
        copied = QGuiApplication.clipboard().text()[:2_100].strip()
        address = copied if marking.is_address(copied) else ""
        self.field.change(lambda passage: marking.linked(passage, address))

    def _choose(self, *, images: bool) -> None:
        title = translate("editor", "Add images") if images else translate("editor", "Add files")
        kinds = translate("editor", "Images") if images else ""
        only = f"{kinds} ({_PICTURES})" if images else ""
        paths, _ = QFileDialog.getOpenFileNames(self.window(), title, "", only)
        if paths:
            self.add_files(paths)

    def _too_long(self, length: int) -> None:
        words = translate("editor", "That is too long to paste: {0} characters. Add it as a file instead.")
        self.tray.say(words.format(length), "warning")

    def _count(self) -> None:
        self.counter.show_length(self.field.length + self.tray.length_below, self._desk.limits.post_most)

    def _mention(self) -> None:
        before = self.field.before_cursor(1)
        self.field.setFocus()
        self.field.put("@" if not before or before.isspace() else " @")

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
        return self._desk.render(raw)
