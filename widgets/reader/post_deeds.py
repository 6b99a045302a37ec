"""What one can do with a post, in the line below it: like and answer, change and delete what is one's own.

Of what waits to be sent the line says how it stands.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QRect
from PySide6.QtWidgets import QWidget

from app.reading import Shown
from widgets.reader import wording
from widgets.reader.controls import Fact, WordButton
from widgets.reader.waiting_words import waiting_words
from widgets.theme import Theme

translate = QCoreApplication.translate

LINE = 20
_GAP = 16


class PostDeeds:
    """The controls, children of the post ``view``; ``done(name)`` hears which was chosen.

    The names are ``like``, ``reply``, ``edit``, ``delete`` and ``outbox``.
    """

    def __init__(self, view: QWidget, done: Callable[[str], None]) -> None:
        self.state = Fact(view)
        self.like, self.reply, self.edit, self.delete, self.outbox = (WordButton(view) for _ in range(5))
        self.like.setCheckable(True)
        for name, button in self._named().items():
            button.clicked.connect(lambda _checked=False, name=name: done(name))
        self._shown: list[Fact | WordButton] = []

    @property
    def any(self) -> bool:
        """Whether the line holds anything."""
        return bool(self._shown)

    def controls(self) -> list[QWidget]:
        """What Tab visits, in order."""
        return list(self._named().values())

    def set_theme(self, theme: Theme) -> None:
        """Another look or text size; takes effect with the next ``show``."""
        self._theme = theme
        meta = theme.font("meta")
        self.reply.dress(theme, meta, theme.muted, "reply")
        self.edit.dress(theme, meta, theme.muted, "pencil")
        self.delete.dress(theme, meta, theme.muted, "trash-2")
        self.outbox.dress(theme, theme.font("meta", 600), theme.accent)

    def show(self, shown: Shown) -> None:
        """What can be done with another post, and how it stands."""
        waiting, here = shown.waiting, shown.row.post_id > 0
        settled = here and waiting is None
        wanted: list[Fact | WordButton] = []
        if waiting is not None:
            words = waiting_words(waiting, self._theme)
            self.state.show_fact(self._theme, words.text, words.colour, words.icon)
            self.outbox.say(translate("reader", "Look in the outbox"))
            wanted += [self.state, self.outbox]
        if here and (not shown.own or shown.row.likes):
            self._show_like(shown)
            wanted.append(self.like)
        if here and shown.answerable:
            spoken = translate("reader", "Answer {name}").format(name=shown.row.author)
            self.reply.say(translate("reader", "Answer"), spoken)
            wanted.append(self.reply)
        if settled and shown.own:
            self.edit.say(translate("reader", "Edit"), translate("reader", "Edit your post"))
            self.delete.say(translate("reader", "Delete"), translate("reader", "Delete your post"))
            wanted += [self.edit, self.delete]
        self._shown = wanted
        for control in (self.state, *self._named().values()):
            control.setVisible(control in wanted)

    def place(self, x: int, y: int, room: int) -> tuple[int, int]:
        """Put them beside each other from ``x``; returns where the line goes on, and its top."""
        theme, left, line = self._theme, x, self._theme.px(LINE)
        for control in self._shown:
            width = min(control.sizeHint().width(), room)
            if x > left and x + width > left + room:
                x, y = left, y + line + theme.px(4)
            control.setGeometry(QRect(x, y, width, line))
            x += width + theme.px(_GAP)
        return x, y

    def _show_like(self, shown: Shown) -> None:
        theme, row = self._theme, shown.row
        liked = bool(row.liked)
        figures = theme.font("meta", tabular=True)
        self.like.dress(theme, figures, theme.accent if liked else theme.muted, "heart", filled=liked)
        count = wording.likes(row.likes, liked)
        name = translate("reader", "Like this post") if not shown.own else translate("reader", "Liked")
        self.like.say(str(row.likes) if row.likes else "", f"{name}, {count}" if row.likes else name)
        self.like.setChecked(liked)
        self.like.setEnabled(not shown.own)
        self.like.setToolTip(count if row.likes else name)

    def _named(self) -> dict[str, WordButton]:
        return {
            "outbox": self.outbox,
            "like": self.like,
            "reply": self.reply,
            "edit": self.edit,
            "delete": self.delete,
        }
