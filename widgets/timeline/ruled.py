"""Cards that a rule decided about: dimmed to one quiet line, or hidden and shown with the reason."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QCoreApplication, QRect

from sync.store.rows import TopicRow
from widgets.icons import KIND_ICONS
from widgets.timeline.sheet import Card, Sheet
from widgets.wording import kind_name

if TYPE_CHECKING:
    from widgets.timeline.layout import CardLayout

translate = QCoreApplication.translate

DIMMED, HIDDEN, LIT = "dim", "hide", "highlight"

# What one can do about a hidden topic, in the order in which it stands there.
ACTIONS = ("edit", "except", "off")


class Why(NamedTuple):
    """The rule that decided about a topic, and the words that matched (folded, or names as written)."""

    rule: str = ""
    words: tuple[str, ...] = ()


class Act(NamedTuple):
    """A link in a card: where it is and which of ``ACTIONS`` it does."""

    area: QRect
    name: str


def ruled_card(layout: CardLayout, row: TopicRow, age: str, why: Why) -> Card | None:
    """The geometry of a row that is dimmed or hidden; ``None`` for one that looks as usual."""
    if row.verdict == DIMMED:
        return _dimmed(layout, row, why)
    return _hidden(layout, row, age, why) if row.verdict == HIDDEN else None


def action_name(name: str) -> str:
    """The words of an action."""
    return {
        "edit": translate("rules", "Change rule"),
        "except": translate("rules", "Do show this one"),
        "off": translate("rules", "Rule off"),
    }[name]


def reason(row: TopicRow, why: Why) -> str:
    """Why a row looks as it does, as a sentence; empty when no rule decided."""
    if row.verdict == DIMMED:
        return translate("rules", "dimmed by rule {0}").format(why.rule)
    if row.verdict == HIDDEN:
        words = translate("rules", "hidden by rule {0}").format(why.rule)
        return f"{words}: {', '.join(map(_in_words, why.words))}" if why.words else words
    if row.verdict == LIT:
        return translate("rules", "highlighted by rule {0}").format(why.rule)
    return ""


def _in_words(word: str) -> str:
    return kind_name(word).lower() if word in KIND_ICONS else word


def _dimmed(layout: CardLayout, row: TopicRow, why: Why) -> Card:
    """One quiet line: kind and title, and at the right which rule."""
    sheet, line = Sheet(layout), layout.theme.px(32)
    small, plain = layout.theme.font("meta"), layout.theme.font("dense")
    left, right = float(layout.left), float(layout.right)
    sheet.icon(round(left), KIND_ICONS.get(row.kind, "message-square"), line, "muted")
    words = translate("rules", "dimmed · {0}").format(why.rule)
    width = min(layout.word(words, small)[0], (right - left) * 0.45)
    sheet.put(right - width, words, small, line, "muted", width + 1)
    x = left + layout.icon + layout.theme.px(8)
    sheet.put(x, " ".join(row.title.split()), plain, line, "muted", right - width - 16 - x)
    sheet.y += line
    return sheet.finished(row)._replace(look=DIMMED, dot=(0, 0, 0))


def _hidden(layout: CardLayout, row: TopicRow, age: str, why: Why) -> Card:
    """Title and byline in muted, then which rule and word, then what one can do."""
    theme, px = layout.theme, layout.theme.px
    sheet = Sheet(layout)
    sheet.y = 10
    sheet.title(row, theme.font("title", 400), px(24), age, "muted")
    sheet.byline(row, px(20), px(20), theme.font("dense", 400), theme.font("dense"), age, "muted")
    sheet.y += px(4)
    line, indent = px(22), layout.icon + px(6)
    sheet.icon(layout.left, "eye-off", line, "muted")
    dense, strong = theme.font("dense"), theme.font("dense", 600)
    x = float(layout.left + indent)
    hidden = translate("rules", "Hidden by rule")
    x = sheet.put(x, hidden, dense, line, "text", layout.right - x) + px(4)
    x = sheet.put(x, f"‘{why.rule}’", strong, line, "text", max(1, layout.right - x))
    fills = []
    if why.words and layout.right - x > px(64):
        x = sheet.put(x, " · ", dense, line, "text", px(20))
        word = _in_words(why.words[0])
        width = min(layout.word(word, dense)[0], layout.right - x - 2 * px(5))
        fills.append(QRect(round(x), sheet.y + px(1), round(width) + 2 * px(5), line - px(2)))
        sheet.put(x + px(5), word, dense, line, "text", width + 1)
    sheet.y += line + px(2)
    acts = _acts(layout, sheet, layout.left + indent)
    sheet.y += 12
    return sheet.finished(row)._replace(look=HIDDEN, fills=fills, acts=acts, dot=(0, 0, 0))


def _acts(layout: CardLayout, sheet: Sheet, left: float) -> list[Act]:
    """The links in their line; on more lines where they do not fit."""
    font, line = layout.theme.font("dense", 600), layout.theme.px(22)
    acts: list[Act] = []
    x = left
    for name in ACTIONS:
        words = action_name(name)
        width = layout.word(words, font)[0]
        if x > left and x + width > layout.right:
            x = left
            sheet.y += line
        sheet.put(x, words, font, line, "accent", 0)
        acts.append(Act(QRect(round(x) - 4, sheet.y, round(width) + 8, line), name))
        x += width + layout.theme.px(16)
    sheet.y += line
    return acts
