"""The two steps of signing in: the address of the community, and the key that its page shows."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QBoxLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from app.sentences import Sentence
from widgets.announcing import announce
from widgets.style import Role, mark
from widgets.theme import Theme

_SPACING = 8


class AddressStep(QWidget):
    """Asks for an address: ``wanted(str)`` for one that was typed, ``demo_wanted()`` for the demo."""

    wanted = Signal(str)
    demo_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._label, self._no_address = QLabel(), QLabel()
        mark(self._label, "dense")
        mark(self._no_address, "muted")
        self.address = QLineEdit()
        self._label.setBuddy(self.address)
        self._next, self._demo = button("primary"), button("quiet")
        self._rows = [
            _row(self.address, self._next),
            _row(self._no_address, self._demo, stretch=True),
        ]
        column = _column(self)
        column.addWidget(self._label)
        for row in self._rows:
            column.addLayout(row)
        self.address.returnPressed.connect(self._ask)
        self._next.clicked.connect(self._ask)
        self._demo.clicked.connect(self.demo_wanted)

    def retranslate(self) -> None:
        """Say everything in the language of now."""
        translate = QCoreApplication.translate
        self._label.setText(translate("first-run", "Address of your community"))
        self.address.setPlaceholderText(translate("first-run", "community.example.org"))
        self._next.setText(translate("first-run", "Continue"))
        self._no_address.setText(translate("first-run", "No address yet?"))
        self._demo.setText(translate("first-run", "Look around in the demo community"))

    def set_narrow(self, narrow: bool) -> None:
        """Put what stands side by side below each other, or back."""
        _turn(self._rows, narrow)

    def set_busy(self, busy: bool) -> None:
        """Take no input for a moment."""
        for control in (self.address, self._next, self._demo):
            control.setEnabled(not busy)

    def offer_demo(self, offered: bool) -> None:
        """Whether the demo community is an answer here."""
        self._no_address.setVisible(offered)
        self._demo.setVisible(offered)

    def take_focus(self) -> None:
        """Where the next thing is to be done."""
        self.address.setFocus()

    def _ask(self) -> None:
        typed = self.address.text().strip()
        if typed:
            self.wanted.emit(typed)
        else:
            self.take_focus()


class KeyStep(QWidget):
    """Asks for a key: ``page_wanted()`` to open the page that shows it, ``pasted(str)`` for one that was
    pasted, ``other_wanted()`` for another address."""

    page_wanted = Signal()
    pasted = Signal(str)
    other_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._found = ""
        self._community, self._steps, self._safe = QLabel(), QLabel(), QLabel()
        self._problem = QLabel()
        mark(self._community, "section-title")
        mark(self._safe, "muted")
        mark(self._problem, "danger")
        for label in (self._community, self._steps, self._safe, self._problem):
            label.setWordWrap(True)
            label.setTextFormat(Qt.TextFormat.PlainText)
        self._problem.hide()
        self._page, self._finish, self._other = button("secondary"), button("primary"), button("quiet")
        self.paste = QPlainTextEdit()
        self.paste.setTabChangesFocus(True)
        self._rows = [_row(self._page, stretch=True), _row(self._finish, self._other, stretch=True)]
        column = _column(self)
        for widget in (self._community, self._steps):
            column.addWidget(widget)
        column.addLayout(self._rows[0])
        column.addWidget(self._problem)
        column.addWidget(self.paste)
        column.addWidget(self._safe)
        column.addLayout(self._rows[1])
        self._connect()

    def set_theme(self, theme: Theme) -> None:
        """Draw in another theme from now on."""
        self.paste.setFixedHeight(theme.px(96))

    def retranslate(self) -> None:
        """Say everything in the language of now."""
        translate = QCoreApplication.translate
        self._steps.setText(
            translate(
                "first-run",
                "1. Open the sign-in page and say yes.\n2. Copy the key it shows you.\n3. Paste it here.",
            )
        )
        self._page.setText(translate("first-run", "Open the sign-in page"))
        self.paste.setPlaceholderText(translate("first-run", "Paste the key here"))
        self.paste.setAccessibleName(translate("first-run", "Key from the sign-in page"))
        self._finish.setText(translate("first-run", "Sign in"))
        self._finish.setToolTip(QKeySequence("Ctrl+Return").toString(QKeySequence.SequenceFormat.NativeText))
        self._other.setText(translate("first-run", "Another address"))
        self._safe.setText(
            translate("first-run", "The key goes into the keyring of this computer, and nowhere else.")
        )
        self._community.setText(translate("first-run", "Found: {name}").format(name=self._found))

    def show_community(self, title: str) -> None:
        """Name the community that was found."""
        self._found = title
        self.refuse(None)
        self.retranslate()

    def refuse(self, why: Sentence | None) -> None:
        """Say beside the field why its text is not taken, and let it be changed; ``None`` says no more."""
        words = "" if why is None else f"{why.title}. {why.text}"
        self._problem.setText(words)
        self._problem.setVisible(why is not None)
        self.paste.setAccessibleDescription(words)
        if why is not None:
            self.paste.setFocus()
            announce(self, words)

    def set_narrow(self, narrow: bool) -> None:
        """Put what stands side by side below each other, or back."""
        _turn(self._rows, narrow)

    def set_busy(self, busy: bool) -> None:
        """Take no input for a moment."""
        for control in (self.paste, self._finish, self._other):
            control.setEnabled(not busy)

    def take_focus(self) -> None:
        """Where the next thing is to be done."""
        (self.paste if self.paste.toPlainText() else self._page).setFocus()

    def _connect(self) -> None:
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            shortcut = QShortcut(QKeySequence(keys), self.paste)
            shortcut.setContext(Qt.ShortcutContext.WidgetShortcut)
            shortcut.activated.connect(self._give)
        self._finish.clicked.connect(self._give)
        self._page.clicked.connect(self._open_page)
        self._other.clicked.connect(self.other_wanted)

    def _open_page(self) -> None:
        self.page_wanted.emit()
        # What comes next, once the member is back from the browser.
        self.paste.setFocus()

    def _give(self) -> None:
        text = self.paste.toPlainText()
        if text.strip():
            self.refuse(None)
            self.pasted.emit(text)
        else:
            self.paste.setFocus()


def button(role: Role) -> QPushButton:
    """A button that also takes Enter."""
    made = QPushButton()
    mark(made, role)
    made.setAutoDefault(True)
    return made


def _column(widget: QWidget) -> QVBoxLayout:
    column = QVBoxLayout(widget)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(_SPACING)
    return column


def _row(*widgets: QWidget, stretch: bool = False) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(_SPACING)
    for widget in widgets:
        row.addWidget(widget)
    if stretch:
        row.addStretch(1)
    return row


def _turn(rows: list[QHBoxLayout], narrow: bool) -> None:
    direction = QBoxLayout.Direction
    for row in rows:
        row.setDirection(direction.TopToBottom if narrow else direction.LeftToRight)
