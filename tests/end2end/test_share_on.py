"""A topic is handed on: in one click, and not by accident out of a closed group."""

from __future__ import annotations

from functools import partial
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog

from app.share_on import Choice
from tests.end2end.conftest import Desk
from tests.end2end.hands import click, press
from tests.end2end.pen import composer
from widgets.leaving_group import LeavingGroup


def opened(desk: Desk, *, closed: bool) -> int:
    """A topic in the reader."""
    group = "participatie" if closed else "webredactie"
    topic_id = desk.server.add_topic(title="Wat doen jullie met oude pagina's?", group=group)
    desk.start_and_fetch()
    desk.window.read_topic(topic_id)
    desk.until(lambda: desk.window.topic_pane().reader.loaded)
    return topic_id


def _chosen(path: Path, *_asked: object) -> tuple[str, str]:
    return str(path), ""


def _told(desk: Desk, name: str) -> bool:
    return name in desk.window.toast.text


def copied() -> str:
    return QGuiApplication.clipboard().text()


def test_the_button_of_a_topic_opens_the_composer_before_another_choice_is_made(desk: Desk) -> None:
    topic_id = opened(desk, closed=False)
    click(desk.window.rooms.share_on.button)
    sheet = composer(desk)
    assert f"/{topic_id}" in sheet.editor.field.toPlainText()


def test_one_key_copies_the_link_and_remembers_another_choice(desk: Desk) -> None:
    topic_id = opened(desk, closed=False)
    sharing = desk.window.rooms.share_on
    sharing.by_choice["link"].trigger()
    desk.until(lambda: f"/{topic_id}" in copied())
    QGuiApplication.clipboard().clear()
    press(desk, "D")
    desk.until(lambda: f"/{topic_id}" in copied())
    sharing.by_choice["quote"].trigger()
    desk.until(lambda: copied().startswith("> **"))
    assert desk.window.client.settings.text("sharing.first_choice") == "quote"
    QGuiApplication.clipboard().clear()
    press(desk, "D")
    desk.until(lambda: copied().startswith("> **"))
    assert "Copy as a quote" in sharing.button.accessibleName()


def test_text_of_a_closed_group_asks_first_and_offers_the_link_alone(desk: Desk) -> None:
    topic_id = opened(desk, closed=True)
    QGuiApplication.clipboard().clear()
    desk.window.rooms.share_on.do("quote")
    desk.until(lambda: desk.window.findChild(LeavingGroup) is not None)
    box = desk.window.findChild(LeavingGroup)
    assert box is not None
    assert "Participatie" in box.windowTitle()
    assert copied() == ""
    click(box.only_link)
    desk.until(lambda: copied().endswith(f"/{topic_id}"))


def test_a_topic_becomes_a_file(desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    opened(desk, closed=False)
    choices: tuple[Choice, ...] = ("markdown", "pdf")
    for choice in choices:
        path = tmp_path / f"uit.{choice}"
        monkeypatch.setattr(QFileDialog, "getSaveFileName", partial(_chosen, path))
        desk.window.rooms.share_on.do(choice)
        desk.until(path.exists)
        desk.until(partial(_told, desk, path.name))
    assert "Wat doen jullie met oude pagina's?" in (tmp_path / "uit.markdown").read_text()


def test_a_file_that_cannot_be_written_is_said(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened(desk, closed=False)
    path = tmp_path / "nowhere" / "uit.md"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_a: (str(path), ""))
    desk.window.rooms.share_on.do("markdown")
    desk.until(lambda: "could not be written" in desk.window.toast.text)


def test_another_group_begins_with_the_quote_and_its_title(desk: Desk) -> None:
    opened(desk, closed=False)
    desk.window.rooms.share_on.do("group")
    composer = desk.window.rooms.composer
    desk.until(lambda: composer.sheet is not None and composer.sheet.isVisible())
    sheet = composer.sheet
    assert sheet is not None
    assert "Wat doen jullie met oude pagina's?" in sheet.title.text()
    assert "> **" in sheet.editor.text()
