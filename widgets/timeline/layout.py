"""The geometry of one card: where its texts, icons and face stand, for one width, text size and density."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Protocol

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontMetricsF, QStaticText, QTransform

from sync.store.rows import TopicRow
from widgets.icons import KIND_ICONS
from widgets.theme import Theme
from widgets.timeline.ruled import LIT, Why, ruled_card
from widgets.timeline.sheet import GUTTER, INSET, RIGHT, Card, Sheet, Token, group_token

# Beyond this text size (or on a narrow pane) labels wrap below each other instead of sharing a line.
_WRAPS_AT = 1.5
_NARROW = 300

_WORDS_KEPT = 1024
_PLAIN = QTransform()


class Words(Protocol):
    """The small texts a card shows; ``widgets/wording.py`` has them."""

    def age(self, moment_ms: int, now: int) -> str:
        """How long ago."""

    def kind_name(self, kind: str) -> str:
        """The word for a kind."""

    def day_heading(self, day: date, today: date) -> str:
        """The heading above a day."""

    def new_contributions(self, n: int) -> str:
        """The text of the pill."""

    def describe_topic(self, row: TopicRow, now: int, position: int, total: int) -> str:
        """The card as one sentence."""


class CardLayout:
    """Lays out cards for one width in pixels, one theme and one density."""

    def __init__(
        self,
        theme: Theme,
        width: int,
        *,
        compact: bool,
        words: Words,
        why: Callable[[TopicRow], Why] = lambda _row: Why(),
    ) -> None:
        self.theme = theme
        self.width = width
        self.compact = compact
        self.left = INSET + GUTTER
        self.right = width - RIGHT
        self.wraps = theme.scale >= _WRAPS_AT or width < _NARROW
        self.nominal = theme.px(56) if compact else theme.px(136)
        self.heading = theme.px(28)
        self._words = words
        self.why = why
        self.meta = theme.font("meta", tabular=True)
        self.icon = theme.px(16)
        self.icon_gap = theme.px(5)
        self._metrics: dict[int, QFontMetricsF] = {}
        self._drops: dict[tuple[int, int, int], float] = {}
        self._words_kept: dict[tuple[str, int], tuple[float, QStaticText]] = {}

    def card(self, row: TopicRow, now: int) -> Card:
        """The geometry of a row; ``now`` (ms) is what its age is counted from."""
        if row.verdict and (made := self._ruled(row, now)) is not None:
            return made
        sheet = Sheet(self)
        if self.compact:
            self._compact(sheet, row, now)
        else:
            self._comfortable(sheet, row, now)
        made = sheet.finished(row)
        return made._replace(look=row.verdict) if row.verdict == LIT else made

    def _ruled(self, row: TopicRow, now: int) -> Card | None:
        return ruled_card(self, row, self._words.age(row.when, now), self.why(row))

    def _comfortable(self, sheet: Sheet, row: TopicRow, now: int) -> None:
        theme, px = self.theme, self.theme.px
        sheet.y = 10
        age = self._words.age(row.when, now)
        sheet.title(row, theme.font("title", 600 if row.unread else 500), px(24), age)
        sheet.y += 2
        sheet.byline(row, px(20), px(20), theme.font("dense", 500), theme.font("dense"), age)
        sheet.y += 6
        if row.excerpt:
            lines = 3 if self.wraps else 2
            sheet.paragraph(row.excerpt, theme.font("body"), px(20), lines, "muted")
            sheet.y += px(8)
        sheet.tokens(self._tokens(row), self._counts(row))
        sheet.y += 10

    def _compact(self, sheet: Sheet, row: TopicRow, now: int) -> None:
        theme, px = self.theme, self.theme.px
        sheet.y = 8
        age = self._words.age(row.when, now)
        sheet.title(row, theme.font("list", 600 if row.unread else 500), px(20), age)
        sheet.y += 2
        name, plain = theme.font("meta", 500), theme.font("meta")
        kind = Token(KIND_ICONS.get(row.kind, "message-square"), self._words.kind_name(row.kind), "muted")
        counts = [kind, Token("reply", str(row.replies), "muted")]
        if self.wraps:
            sheet.byline(row, px(18), px(16), name, plain, age)
            sheet.tokens([group_token(row)], counts)
        else:
            sheet.shared_line(row, px(18), px(16), name, plain, counts)
        sheet.y += 8

    def _tokens(self, row: TopicRow) -> list[Token]:
        kind = Token(KIND_ICONS.get(row.kind, "message-square"), self._words.kind_name(row.kind), "muted")
        tokens = [kind]
        if row.group:
            tokens.append(group_token(row))
        tokens += [Token("", f"#{tag}", "muted") for tag in row.tags.replace(",", " ").split()]
        return tokens

    def _counts(self, row: TopicRow) -> list[Token]:
        counts = [Token("reply", str(row.replies), "muted"), Token("heart", str(row.likes), "muted")]
        if row.answered:
            counts.insert(0, Token("circle-check", "", "positive"))
        if row.saved:
            counts.insert(0, Token("bookmark", "", "muted"))
        return counts

    def metrics(self, font: QFont) -> QFontMetricsF:
        """The measures of one of the theme's shared fonts."""
        found = self._metrics.get(id(font))
        if found is None:
            found = self._metrics[id(font)] = QFontMetricsF(font)
        return found

    def drop(self, font: QFont, line: int, beside: QFont | None = None) -> float:
        """How far below the top of a line of ``line`` pixels a text is drawn.

        Its baseline falls on a whole pixel so that it is sharp, the same as that of a text in ``beside``.
        """
        key = (id(font), line, id(beside))
        found = self._drops.get(key)
        if found is None:
            metrics = self.metrics(beside or font)
            baseline = round((line - metrics.height()) / 2 + metrics.ascent())
            found = self._drops[key] = baseline - self.metrics(font).ascent()
        return found

    def word(self, text: str, font: QFont) -> tuple[float, QStaticText]:
        """A short text's width and glyphs; the same kinds, groups, tags and figures come back often."""
        key = (text, id(font))
        found = self._words_kept.get(key)
        if found is None:
            if len(self._words_kept) >= _WORDS_KEPT:
                self._words_kept.clear()
            static = QStaticText(text)
            static.setTextFormat(Qt.TextFormat.PlainText)
            static.prepare(_PLAIN, font)
            found = self._words_kept[key] = (static.size().width(), static)
        return found
