"""The banner above the timeline."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from app.sentences import Sentence
from widgets.banner import Banner
from widgets.theme import light_theme

THEME = light_theme("Inter", "DejaVu Sans Mono")
FAULT = Sentence("It broke", "What you had is kept.", "GET · /x.json · 500")


@pytest.fixture
def banner(qtbot: QtBot) -> Banner:
    made = Banner(THEME)
    qtbot.addWidget(made)
    made.resize(500, 200)
    return made


def words(banner: Banner) -> list[str]:
    return [label.text() for label in banner.findChildren(QLabel) if label.isVisible()]


def buttons(banner: Banner) -> list[str]:
    return [one.text() for one in banner.findChildren(QPushButton) if one.isVisible()]


def test_details_come_on_demand(qtbot: QtBot, banner: Banner) -> None:
    banner.show_sentence(FAULT, [("Try now", lambda: None)])
    qtbot.waitUntil(lambda: sorted(buttons(banner)) == ["Details", "Try now"])
    assert words(banner) == ["It broke", "What you had is kept."]
    banner.show_details()
    assert "GET · /x.json · 500" in words(banner)
    assert "Less" in buttons(banner)


def test_without_details_there_is_nothing_to_unfold(qtbot: QtBot, banner: Banner) -> None:
    banner.show_sentence(Sentence("Offline", "", ""), [("Try now", lambda: None)], "quiet")
    qtbot.waitUntil(lambda: buttons(banner) == ["Try now"])
    assert words(banner) == ["Offline"]


def test_a_new_sentence_replaces_the_old_buttons(qtbot: QtBot, banner: Banner) -> None:
    banner.show_sentence(FAULT, [("Try now", lambda: None)])
    banner.show_sentence(Sentence("Other", "", ""), [("Sign in", lambda: None)])
    qtbot.waitUntil(lambda: buttons(banner) == ["Sign in"])


def test_what_a_server_says_is_plain_text(banner: Banner) -> None:
    banner.show_sentence(Sentence("<img src='file:///etc/passwd'>", "<b>x</b>", ""), [])
    assert words(banner) == ["<img src='file:///etc/passwd'>", "<b>x</b>"]


def test_a_screen_reader_can_read_it_whole(banner: Banner) -> None:
    banner.show_sentence(FAULT, [])
    assert banner.accessibleName() == "It broke. What you had is kept."
    banner.hide()
    assert banner.title == ""
