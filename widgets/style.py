"""The theme as Qt knows it: a palette for Fusion and one style sheet for the controls.

Controls say what they are with ``mark(widget, "primary")`` and the like; the sheet does the rest.
"""

from __future__ import annotations

from pathlib import Path
from typing import Literal

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QWidget

import resources
from widgets.theme import Theme

# A style sheet can only show a drawing from a file, in the colour it was drawn in.
_FOLDER = Path(resources.__file__).parent / "theme"

Role = Literal[
    "primary",  # the one filled button of a view
    "secondary",  # a button on a sunken fill
    "quiet",  # a button that is accent text only
    "tool",  # a square button with an icon
    "chip",  # a choice that can be on
    "pill",  # the floating button above a list
    "title-field",  # the tall field of a title
    "card",  # a raised panel with a hairline
    "window",  # a pane in the window colour: the sidebar, the status line
    "muted",  # a label in the muted colour
    "danger",  # a label that reports a fault
    "page-title",
    "pane-title",
    "section-title",
    "dense",
    "meta",
    "list-heading",
]


def mark(widget: QWidget, role: Role) -> QWidget:
    """Give a control its role in the style sheet. Buttons take the focus by keyboard only."""
    widget.setProperty("role", role)
    if role in ("primary", "secondary", "quiet", "tool", "chip", "pill"):
        widget.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    return widget


def palette(theme: Theme) -> QPalette:
    """The palette for everything the style sheet does not reach."""
    role, group = QPalette.ColorRole, QPalette.ColorGroup
    made = QPalette()
    colours = {
        role.Window: theme.surface,
        role.Base: theme.surface,
        role.AlternateBase: theme.hover,
        role.Button: theme.sunken,
        role.ToolTipBase: theme.raised,
        role.WindowText: theme.text,
        role.Text: theme.text,
        role.ButtonText: theme.text,
        role.ToolTipText: theme.text,
        role.BrightText: theme.danger,
        role.PlaceholderText: theme.muted,
        role.Link: theme.accent,
        role.LinkVisited: theme.accent,
        role.Highlight: theme.accent,
        role.HighlightedText: theme.accent_text,
        role.Accent: theme.accent,
        role.Mid: theme.line,
        role.Midlight: theme.line,
        role.Dark: theme.control,
        role.Light: theme.raised,
        role.Shadow: theme.line,
    }
    for name, colour in colours.items():
        made.setColor(name, colour)
    for name in (role.WindowText, role.Text, role.ButtonText):
        made.setColor(group.Disabled, name, _faded(theme.muted))
    return made


def style_sheet(theme: Theme) -> str:
    """The style sheet of the application's controls in this theme."""
    return "\n".join((_type(theme), _buttons(theme), _fields(theme), _panels(theme), _scroll_bars(theme)))


def _type(theme: Theme) -> str:
    def face(style: str, weight: int | None = None) -> str:
        font = theme.font(style, weight)  # type: ignore[arg-type]
        tracking = f"letter-spacing: {font.letterSpacing():.2f}px;" if font.letterSpacing() else ""
        return f"font-size: {font.pixelSize()}px; font-weight: {int(font.weight())}; {tracking}"

    return f"""
QLabel[role="muted"] {{ color: {_css(theme.muted)}; }}
QLabel[role="danger"] {{ color: {_css(theme.danger)}; }}
QLabel[role="page-title"] {{ {face("page")} }}
QLabel[role="pane-title"] {{ {face("pane")} }}
QLabel[role="section-title"] {{ {face("title")} }}
QLabel[role="dense"] {{ {face("dense")} }}
QLabel[role="meta"] {{ {face("meta")} color: {_css(theme.muted)}; }}
QLabel[role="list-heading"] {{ {face("meta", 600)} color: {_css(theme.muted)}; }}
"""


def _buttons(theme: Theme) -> str:
    edge = f"1px solid {_css(theme.text)}" if theme.outlined else "none"
    height, radius = theme.px(32), theme.px(8)
    body = theme.font("body").pixelSize()
    accent, on_accent = _css(theme.accent), _css(theme.accent_text)
    pressed = _css(_mixed(theme.accent, theme.text, 0.15))
    lit = _css(_mixed(theme.accent, theme.accent_text, 0.10))
    deeper = _css(_mixed(theme.sunken, theme.text, 0.06))
    return f"""
QPushButton, QToolButton {{ border: {edge}; outline: none; font-size: {body}px; }}
QPushButton {{ min-height: {height}px; padding: 0 {theme.px(12)}px; border-radius: {radius}px;
    font-weight: 500; background: {_css(theme.sunken)}; color: {_css(theme.text)}; }}
QPushButton:hover {{ background: {deeper}; }}
QPushButton[small="true"] {{ min-height: {theme.px(28)}px; padding: 0 {theme.px(10)}px;
    font-size: {theme.font("dense").pixelSize()}px; }}
QPushButton[inline="true"] {{ min-height: {theme.px(24)}px; padding: 0; }}
QPushButton[inline="true"]:hover {{ background: transparent; text-decoration: underline; }}
QPushButton[role="primary"] {{ background: {accent}; color: {on_accent}; font-weight: 600; }}
QPushButton[role="primary"]:hover {{ background: {lit}; }}
QPushButton[role="primary"]:pressed {{ background: {pressed}; }}
QPushButton[role="pill"] {{ min-height: {theme.px(28)}px; padding: 0 {theme.px(14)}px; background: {accent};
    color: {on_accent}; border-radius: {theme.px(14)}px; font-weight: 600;
    font-size: {theme.font("dense").pixelSize()}px; }}
QPushButton[role="pill"]:hover {{ background: {lit}; }}
QPushButton[role="quiet"] {{ background: transparent; color: {accent}; }}
QPushButton[role="quiet"]:hover {{ background: {_css(theme.sunken)}; }}
QPushButton:disabled {{ color: {_css(_faded(theme.muted))}; }}
QPushButton[role="primary"]:disabled {{ background: {_css(theme.sunken)}; }}
QPushButton[role="chip"] {{ min-height: {theme.px(28)}px; border-radius: {theme.px(14)}px; font-weight: 400;
    font-size: {theme.font("dense").pixelSize()}px; }}
QPushButton[role="chip"]:checked {{ background: {_css(theme.selection)}; color: {accent}; font-weight: 500; }}
QToolButton, QToolButton[role="tool"] {{ background: transparent; color: {_css(theme.text)};
    min-width: {height}px; min-height: {height}px; border-radius: {radius}px; padding: 0; }}
QToolButton:hover, QToolButton:checked {{ background: {_css(theme.sunken)}; }}
QToolButton::menu-indicator, QPushButton::menu-indicator {{ image: none; width: 0; }}
"""


def _fields(theme: Theme) -> str:
    body = theme.font("body").pixelSize()
    control, accent = _css(theme.control), _css(theme.accent)
    box = theme.px(16)
    return f"""
QLineEdit, QPlainTextEdit, QTextEdit, QSpinBox {{ background: {_css(theme.surface)};
    color: {_css(theme.text)}; border: 1px solid {control}; border-radius: {theme.px(8)}px;
    padding: 1px {theme.px(9)}px; font-size: {body}px;
    selection-background-color: {accent}; selection-color: {_css(theme.accent_text)}; }}
QLineEdit, QSpinBox {{ min-height: {theme.px(28)}px; }}
QLineEdit[role="title-field"] {{ min-height: {theme.px(44)}px;
    font-size: {theme.font("title").pixelSize()}px; }}
QLineEdit:focus, QPlainTextEdit:focus, QTextEdit:focus, QSpinBox:focus {{ border: 2px solid {accent};
    padding: 0 {theme.px(9) - 1}px; }}
QComboBox {{ background: {_css(theme.sunken)}; color: {_css(theme.text)}; border-radius: {theme.px(8)}px;
    border: 1px solid {_css(theme.text if theme.outlined else theme.sunken)};
    min-height: {theme.px(30)}px; padding: 0 {theme.px(10)}px; font-size: {body}px; }}
QComboBox::drop-down {{ border: none; width: {theme.px(24)}px; }}
QComboBox::down-arrow {{ image: url({_drawing("arrow", theme)}); width: {box}px; height: {box}px; }}
QComboBox:focus {{ border: 2px solid {accent}; }}
QComboBox QAbstractItemView {{ background: {_css(theme.raised)}; border: 1px solid {_css(theme.line)};
    outline: none;
    selection-background-color: {_css(theme.selection)}; selection-color: {_css(theme.text)}; }}
QCheckBox, QRadioButton {{ spacing: {theme.px(8)}px; color: {_css(theme.text)}; }}
QCheckBox::indicator, QRadioButton::indicator {{ width: {box}px; height: {box}px; border: 1px solid {control};
    border-radius: {theme.px(4)}px; background: {_css(theme.surface)}; }}
QRadioButton::indicator {{ border-radius: {box // 2 + 1}px; }}
QCheckBox::indicator:checked, QRadioButton::indicator:checked {{ background: {accent}; border-color: {accent};
    image: url({_drawing("tick", theme)}); }}
QCheckBox::indicator:focus, QRadioButton::indicator:focus {{ border: 2px solid {accent}; }}
"""


def _panels(theme: Theme) -> str:
    radius = theme.px(8)
    hairline = f"1px solid {_css(theme.line)}"
    return f"""
QWidget[role="window"] {{ background: {_css(theme.window)}; }}
QFrame[role="card"] {{ background: {_css(theme.raised)}; border: {hairline}; border-radius: {radius}px; }}
QMenu {{ background: {_css(theme.raised)}; border: {hairline}; border-radius: {radius}px; padding: 4px; }}
QMenu::item {{ padding: {theme.px(6)}px {theme.px(24)}px {theme.px(6)}px {theme.px(12)}px;
    border-radius: {theme.px(6)}px; color: {_css(theme.text)}; background: transparent; }}
QMenu::item:selected {{ background: {_css(theme.selection)}; color: {_css(theme.text)};
    {f"border: 2px solid {_css(theme.accent)};" if theme.outlined else ""} }}
QMenu::item:disabled {{ color: {_css(_faded(theme.muted))}; }}
QMenu::separator {{ height: 1px; background: {_css(theme.line)}; margin: 4px 8px; }}
QToolTip {{ background: {_css(theme.raised)}; color: {_css(theme.text)}; border: {hairline};
    padding: {theme.px(4)}px {theme.px(8)}px; font-size: {theme.font("dense").pixelSize()}px; }}
QSplitter::handle {{ background: {_css(theme.line)}; }}
QProgressBar {{ background: {_css(theme.quiet)}; border: none; border-radius: 2px; max-height: 4px; }}
QProgressBar::chunk {{ background: {_css(theme.accent)}; border-radius: 2px; }}
"""


def _scroll_bars(theme: Theme) -> str:
    handle = _css(theme.text if theme.outlined else theme.quiet)
    return f"""
QScrollBar {{ background: transparent; border: none; margin: 0; }}
QScrollBar:vertical {{ width: 8px; }}
QScrollBar:horizontal {{ height: 8px; }}
QScrollBar::handle {{ background: {handle}; border-radius: 2px; margin: 2px; }}
QScrollBar::handle:vertical {{ min-height: 32px; }}
QScrollBar::handle:horizontal {{ min-width: 32px; }}
QScrollBar::handle:hover, QScrollBar::handle:pressed {{ background: {_css(theme.control)}; }}
QScrollBar::add-line, QScrollBar::sub-line {{ width: 0; height: 0; }}
QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}
"""


def _drawing(name: str, theme: Theme) -> str:
    return (_FOLDER / f"{name}-{'dark' if theme.dark else 'light'}.svg").as_posix()


def _css(colour: QColor) -> str:
    if colour.alpha() == 255:
        return colour.name()
    return f"rgba({colour.red()}, {colour.green()}, {colour.blue()}, {colour.alpha()})"


def _faded(colour: QColor) -> QColor:
    pale = QColor(colour)
    pale.setAlpha(128)
    return pale


def _mixed(colour: QColor, other: QColor, share: float) -> QColor:
    def between(one: int, two: int) -> int:
        return round(one + (two - one) * share)

    return QColor(
        between(colour.red(), other.red()),
        between(colour.green(), other.green()),
        between(colour.blue(), other.blue()),
    )
