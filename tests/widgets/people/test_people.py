"""People: the list to search and the profile card."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from app.reading import Reading
from sync.images import ImageFolder
from sync.model import Batch, Member
from sync.store.apply import apply
from sync.store.database import Store
from tests.widgets.reader.topics import ADDRESS, conversation, put
from widgets.background import Background
from widgets.faces import Faces
from widgets.people.card import ProfileCard
from widgets.people.page import PeoplePage
from widgets.theme import Theme, light_theme


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    opened = Store(tmp_path / "account")
    put(opened, conversation())
    yield opened
    opened.close()


@pytest.fixture
def background(qtbot: QtBot) -> Iterator[Background]:  # noqa: ARG001 - an application is needed
    bridge = Background()
    yield bridge
    bridge.close()


@pytest.fixture
def theme() -> Theme:
    return light_theme("Inter", "DejaVu Sans Mono")


@pytest.fixture
def faces(background: Background, store: Store) -> Faces:
    return Faces(ImageFolder(store.images).find, background)


@pytest.fixture
def page(qtbot: QtBot, background: Background, theme: Theme, faces: Faces, store: Store) -> PeoplePage:
    made = PeoplePage(background, theme, faces, Reading(store, ADDRESS))
    qtbot.addWidget(made)
    made.resize(520, 500)
    made.show()
    made.activateWindow()
    made.read()
    qtbot.waitUntil(lambda: len(names(made)) == 4)
    return made


def names(page: PeoplePage) -> list[str]:
    model = page.list.model()
    return [model.index(row, 0).data() for row in range(model.rowCount())]


def spoken(page: PeoplePage) -> list[str]:
    model = page.list.model()
    role = Qt.ItemDataRole.AccessibleTextRole
    return [model.index(row, 0).data(role) for row in range(model.rowCount())]


def test_people_stand_by_name_and_are_read_out_in_one_sentence(page: PeoplePage) -> None:
    assert names(page) == ["Aylin Demir", "Esther Molenaar", "Fatima El Amrani", "Joost van Dijk"]
    assert spoken(page)[3] == "Joost van Dijk, Adviseur · Ministerie van BZK, 1 contribution"
    assert "community team" in spoken(page)[1]


def test_typing_finds_by_name_and_organisation(qtbot: QtBot, page: PeoplePage) -> None:
    QTest.keyClicks(page.field, "uwv")
    qtbot.waitUntil(lambda: names(page) == ["Aylin Demir"])
    QTest.keyClick(page.field, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: len(names(page)) == 4)
    QTest.keyClicks(page.field, "niemand heet zo")
    qtbot.waitUntil(lambda: names(page) == [])
    assert "Nobody found by that name" in [label.text() for label in page.findChildren(QLabel)]


def test_a_row_opens_the_profile_by_keyboard_and_mouse(qtbot: QtBot, page: PeoplePage) -> None:
    page.field.setFocus()
    QTest.keyClick(page.field, Qt.Key.Key_Down)
    with qtbot.waitSignal(page.member_requested) as asked:
        QTest.keyClick(page.list, Qt.Key.Key_Return)
    assert asked.args == ["aylin"]
    place = page.list.visualRect(page.list.model().index(3, 0)).center()
    with qtbot.waitSignal(page.member_requested) as asked:
        QTest.mouseClick(
            page.list.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place
        )
    assert asked.args == ["joost"]


def test_escape_in_an_empty_field_leaves(qtbot: QtBot, page: PeoplePage) -> None:
    with qtbot.waitSignal(page.left):
        QTest.keyClick(page.field, Qt.Key.Key_Escape)


def test_someone_new_appears(qtbot: QtBot, page: PeoplePage, store: Store) -> None:
    someone = Member(9, "guus", "Guus Veldman", "Ministerie van IenW")
    page.refresh(store.write(lambda conn: apply(conn, Batch(members=(someone,)))))
    qtbot.waitUntil(lambda: "Guus Veldman" in names(page))


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    made = QWidget()
    column = QVBoxLayout(made)
    column.addWidget(QLineEdit(made))
    column.addStretch()
    qtbot.addWidget(made)
    made.resize(700, 600)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    return made


@pytest.fixture
def card(window: QWidget, store: Store, faces: Faces, theme: Theme) -> ProfileCard:
    found = Reading(store, ADDRESS).card("joost")
    assert found is not None
    made = ProfileCard(found, faces, theme, window)
    window.findChildren(QLineEdit)[0].setFocus()
    made.pop_up(window.mapToGlobal(QPoint(690, 590)))
    return made


def test_a_card_tells_who_someone_is_and_stays_within_the_window(window: QWidget, card: ProfileCard) -> None:
    texts = [label.text() for label in card.findChildren(QLabel)]
    assert {"Joost van Dijk", "Adviseur", "Ministerie van BZK", "Belt graag.", "1 contribution"} <= set(texts)
    assert window.rect().contains(card.geometry())
    assert card.accessibleName() == "Profile of Joost van Dijk"


def test_their_contributions_are_one_click_away(qtbot: QtBot, card: ProfileCard) -> None:
    with qtbot.waitSignal(card.posts_requested) as asked:
        QTest.keyClick(card.posts, Qt.Key.Key_Space)
    assert asked.args == [2]


def test_escape_closes_the_card_and_gives_the_keyboard_back(
    qtbot: QtBot, window: QWidget, card: ProfileCard
) -> None:
    QTest.keyClick(card.posts, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: window.findChild(ProfileCard) is None)
    qtbot.waitUntil(window.findChildren(QLineEdit)[0].hasFocus)


def test_a_click_elsewhere_closes_the_card(qtbot: QtBot, window: QWidget, card: ProfileCard) -> None:
    assert card.isVisible()
    QTest.mouseClick(window, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, QPoint(5, 300))
    qtbot.waitUntil(lambda: window.findChild(ProfileCard) is None)
