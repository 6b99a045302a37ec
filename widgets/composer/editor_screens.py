"""The editor as ``stamtafel pictures`` draws it: with files, with names offered, and the preview."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QLabel, QWidget

from widgets.composer.screens import SCREENS as COMPOSER
from widgets.picture_screens import settle, until

if TYPE_CHECKING:
    from widgets.composer.editor import Editor
    from widgets.picture_screens import Screen

_MARKED = {
    "nl": (
        "\n\nUit [het draaiboek](https://community.test/t/2):\n\n> Eerst **luisteren**, dan *pas* vertellen."
        "\n\nEn `lege regels` mogen."
    ),
    "en": (
        "\n\nFrom [the script](https://community.test/t/2):\n\n> **Listen** first, *then* tell.\n"
        "\nAnd `empty lines` are fine."
    ),
}


def _written(screen: Screen) -> Editor:
    COMPOSER["composer"](screen)
    editor = screen.window.rooms.composer.sheet.editor
    editor.setFocus()
    editor.insert(_MARKED[screen.language])
    return editor


def _preview(screen: Screen) -> QWidget:
    editor = _written(screen)
    editor.show_preview(True)
    until(lambda: "<blockquote" in editor.preview.html)
    return screen.window


def _files(screen: Screen) -> QWidget:
    editor = _written(screen)
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        (folder / "gesprekskaart-haven.pdf").write_bytes(b"%PDF-1.4\n" + bytes(240_000))
        (folder / "straat.png").touch()
        picture = QImage(600, 400, QImage.Format.Format_RGB32)
        picture.fill(screen.window.appearance.theme.selection)
        picture.save(str(folder / "kaart.png"))
        names = ("gesprekskaart-haven.pdf", "kaart.png", "straat.png")
        editor.add_files([str(folder / name) for name in names])
        until(lambda: not editor.adding)
    return screen.window


def _names(screen: Screen) -> QWidget:
    editor = _written(screen)
    editor.insert(" @e")
    until(lambda: editor.names.shown)
    settle(0.5)
    return _with_popup(screen.window, editor.names.popup)


def _with_popup(window: QWidget, popup: QWidget) -> QWidget:
    """What one sees: the list is a window of its own."""
    seen = window.grab()
    painter = QPainter(seen)
    painter.drawPixmap(window.mapFromGlobal(popup.mapToGlobal(QPoint(0, 0))), popup.grab())
    painter.end()
    shown = QLabel()
    shown.setPixmap(seen)
    shown.resize(window.size())
    return shown


SCREENS: dict[str, Callable[[Screen], QWidget]] = {
    "editor-preview": _preview,
    "editor-files": _files,
    "editor-names": _names,
}
