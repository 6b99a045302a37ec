"""The bridge, faces and a theme for the tests of this folder."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication

from widgets.background import Background
from widgets.faces import Faces
from widgets.theme import Theme, light_theme


@pytest.fixture
def theme(qapp: QApplication) -> Theme:  # noqa: ARG001 - fonts need an application
    return light_theme("Inter", "DejaVu Sans Mono")


@pytest.fixture
def faces(qapp: QApplication) -> Iterator[Faces]:
    bridge = Background(qapp)
    yield Faces(lambda _key: None, bridge)
    bridge.close()
