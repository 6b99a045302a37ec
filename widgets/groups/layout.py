"""Where everything in a row of the list of groups is drawn: in columns, or below each other when narrow."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QRect
from PySide6.QtGui import QFont, QFontMetrics

from app.groups import GroupCard
from widgets.groups import sparkline, wording
from widgets.groups.wording import Moment
from widgets.painting import wrapped_height
from widgets.theme import Theme

HEADING, ROW, MORE = 44, 64, 40
INSET = 16
ICON, SMALL_ICON = 18, 16
_ICON_ROOM = 32
_BUTTON, _BUTTON_PADDING = 28, 10
# From the right edge of the text: where the columns of activity and of members begin.
_ACTIVITY, _MEMBERS = 243, 364
_GAP = 16
# Narrower than this a row has no columns, and narrower than that no wide margins.
_COLUMNS, _MARGINS = 660, 480
# What the words of a row without columns need, for the state to stand beside them.
_WORDS = 240

BUTTON_STATES = frozenset({"open", "asks"})


class Placed(NamedTuple):
    """The parts of a row, relative to its top left corner; a part without room is empty.

    ``facts`` holds what stands in the columns of a wide row. ``state`` is a button, or an icon with a word;
    ``aside``: it stands at the right edge.
    """

    height: int
    ground: QRect
    icon: QRect
    name: QRect
    purpose: QRect
    members: QRect
    organisations: QRect
    spark: QRect
    visit: QRect
    facts: QRect
    state: QRect
    waits: QRect
    aside: bool


def margin(theme: Theme, width: int) -> int:
    """From the edge of a page this wide to its text."""
    return theme.px(40 if width >= theme.px(_MARGINS) else 24)


def is_wide(theme: Theme, width: int) -> bool:
    """Whether there is room for columns."""
    return width >= theme.px(_COLUMNS)


def placed(card: GroupCard, theme: Theme, width: int, room: int, moment: Moment) -> Placed:
    """The places of the parts of a row of this width in pixels, of which it always has ``room``."""
    wide = is_wide(theme, room)
    return _in_columns(card, theme, width, moment) if wide else _stacked(card, theme, room, moment)


def facts(card: GroupCard, now: int) -> str:
    """What stands in the columns of a wide row, on one line."""
    parts = (wording.members(card), wording.organisations(card), wording.visit(card, now))
    return " · ".join(part for part in parts if part)


def state_width(card: GroupCard, theme: Theme) -> int:
    """How wide the button is, or the icon with its word."""
    metrics = QFontMetrics(theme.font("dense", 500 if card.state in BUTTON_STATES else 400))
    # One more for what is cut off a fraction of a pixel.
    words = metrics.horizontalAdvance(wording.state(card)) + 1 + 2 * theme.px(_BUTTON_PADDING)
    return words if card.state in BUTTON_STATES else words + theme.px(SMALL_ICON) + theme.px(8)


def _in_columns(card: GroupCard, theme: Theme, width: int, moment: Moment) -> Placed:
    px, side = theme.px, margin(theme, width)
    right, height = width - side, px(ROW)
    name, purpose = theme.line_height("title"), theme.line_height("body")
    dense = theme.line_height("dense")
    left, top = side + px(_ICON_ROOM), (height - name - purpose) // 2
    activity, people = right - px(_ACTIVITY), right - px(_MEMBERS)
    words = people - px(_GAP) - left
    meta = theme.line_height("meta")
    ground = QRect(side - px(INSET), 0, width - 2 * (side - px(INSET)), height)
    state_left = right - state_width(card, theme)
    state = QRect(state_left, (height - px(_BUTTON)) // 2, right - state_left, px(_BUTTON))
    waits = QRect()
    if wording.waits(card, online=moment.online):
        state.moveTop(height // 2 - px(_BUTTON) + px(6))
        waits_left = activity + px(sparkline.WIDTH) + px(4)
        waits = QRect(waits_left, state.bottom() - px(4), right - px(_BUTTON_PADDING) - waits_left, meta)
    return Placed(
        height,
        ground,
        QRect(side, (height - px(ICON)) // 2, px(ICON), px(ICON)),
        QRect(left, top, words, name),
        QRect(left, top + name, words, purpose),
        QRect(people, (height - 2 * dense) // 2, activity - px(8) - people, dense),
        QRect(people, (height - 2 * dense) // 2 + dense, activity - px(8) - people, dense),
        QRect(activity, px(12), px(sparkline.WIDTH), px(sparkline.HEIGHT)),
        QRect(activity, top + name + (purpose - meta) // 2, state_left - px(4) - activity, meta),
        QRect(),
        state,
        waits,
        aside=True,
    )


def _stacked(card: GroupCard, theme: Theme, width: int, moment: Moment) -> Placed:
    px, side = theme.px, margin(theme, width)
    waiting = wording.waits(card, online=moment.online)
    left, right = side + px(_ICON_ROOM), width - side
    needed = max(state_width(card, theme), _width(waiting, theme.font("meta")))
    aside = right - left - px(_GAP) - needed >= px(_WORDS)
    words = right - left - (px(_GAP) + needed if aside else 0)
    name = _block(card.name, theme.font("title", 600), left, px(10), words)
    purpose = _block(card.purpose, theme.font("dense"), left, _below(name, px(2)), words)
    told = _block(facts(card, moment.now), theme.font("meta"), left, _below(purpose, px(4)), words)
    if aside:
        state = QRect(right - state_width(card, theme), px(10), state_width(card, theme), px(_BUTTON))
        waits = QRect(
            right - px(_BUTTON_PADDING) - needed, _below(state, 0), needed, theme.line_height("meta")
        )
    else:
        # The word of a state begins where the text does, and so does the fill of a button.
        inward = 0 if card.state in BUTTON_STATES else px(_BUTTON_PADDING)
        state = QRect(left - inward, _below(told, px(6)), state_width(card, theme), px(_BUTTON))
        state.setRight(min(state.right(), right))
        waits = _block(waiting, theme.font("meta"), left, _below(state, 0), words)
    height = max(_below(told, 0), _below(waits if waiting else state, 0)) + px(10)
    icon_top = name.top() + (theme.line_height("title") - px(ICON)) // 2
    return Placed(
        height,
        QRect(side - px(INSET), 0, width - 2 * (side - px(INSET)), height),
        QRect(side, icon_top, px(ICON), px(ICON)),
        name,
        purpose,
        QRect(),
        QRect(),
        QRect(),
        QRect(),
        told,
        state,
        waits if waiting else QRect(),
        aside,
    )


def _width(text: str, font: QFont) -> int:
    return QFontMetrics(font).horizontalAdvance(text) + 1 if text else 0


def _block(text: str, font: QFont, left: int, top: int, width: int) -> QRect:
    """Room for a text on as many lines as it needs."""
    if not text:
        return QRect(left, top, width, 0)
    return QRect(left, top, width, wrapped_height(text, font, width))


def _below(above: QRect, gap: int) -> int:
    """The top of what comes under ``above``; nothing comes as high as nothing."""
    return above.top() + above.height() + (gap if above.height() else 0)
