"""What a screen reader meets: every part that can have the keyboard says what it is, nothing is noise."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QAbstractScrollArea, QWidget

from tests.end2end.conftest import Desk

# Roles that say nothing about what a part is for.
_VAGUE = {QAccessible.Role.NoRole, QAccessible.Role.Client, QAccessible.Role.Pane}
_DEEPEST = 30


def tree(top: QAccessibleInterface, depth: int = 0) -> Iterator[QAccessibleInterface]:
    """Everything visible in and below ``top``."""
    yield top
    if depth > _DEEPEST:
        return
    for number in range(top.childCount()):
        child = top.child(number)
        if child is not None and child.isValid() and not child.state().invisible:
            yield from tree(child, depth + 1)


def everything(window: QWidget) -> list[QAccessibleInterface]:
    return list(tree(QAccessible.queryAccessibleInterface(window)))


def name(part: QAccessibleInterface) -> str:
    return part.text(QAccessible.Text.Name)


def about(part: QAccessibleInterface) -> str:
    made = part.object()
    return f"{part.role()} {type(made).__name__} {made.objectName() if made else ''} {name(part)!r}"


def nameless(window: QWidget) -> list[str]:
    """Parts that can have the keyboard but do not say what they are."""
    found = []
    for part in everything(window):
        made = part.object()
        focusable = isinstance(made, QWidget) and made.focusPolicy() != Qt.FocusPolicy.NoFocus
        if isinstance(made, QWidget) and made.isWindow():
            continue
        # Qt has no better role for what only scrolls.
        vague = part.role() in _VAGUE and not isinstance(made, QAbstractScrollArea)
        if focusable and (not name(part) or vague):
            found.append(about(part))
    return found


def silent_labels(window: QWidget) -> list[str]:
    """Texts and pictures that say nothing."""
    roles = (QAccessible.Role.StaticText, QAccessible.Role.Graphic)
    return [about(part) for part in everything(window) if part.role() in roles and not name(part)]


@pytest.fixture
def reading(desk: Desk) -> Desk:
    """A window with a topic open."""
    desk.start_and_fetch()
    desk.window.resize(1440, 900)
    desk.window.view.select(0)
    desk.until(lambda: desk.window.topic is not None and desk.window.topic.reader.loaded)
    desk.settle(50)
    return desk


def test_everything_with_the_keyboard_has_a_name_and_a_role(reading: Desk) -> None:
    assert nameless(reading.window) == []


def test_nothing_in_the_window_is_noise(reading: Desk) -> None:
    assert silent_labels(reading.window) == []


def test_banner_and_people_say_what_they_are(reading: Desk) -> None:
    reading.server.faults.add("/posts.json", login_page=True)
    reading.work.rounds.start()
    reading.until(lambda: bool(reading.window.pane.banner.title))
    reading.window.go("people")
    reading.settle(100)
    assert nameless(reading.window) == []
    assert silent_labels(reading.window) == []


def test_the_first_run_says_what_it_is(desk: Desk) -> None:
    desk.profile.accounts_file.unlink()
    desk.start(account=False)
    assert nameless(desk.any_window) == []
    assert silent_labels(desk.any_window) == []


def test_the_key_sheet_says_what_it_is(reading: Desk) -> None:
    reading.window.actions_["keys"].trigger()
    sheet = reading.window.findChild(QWidget, "key-sheet")
    assert sheet is not None
    assert nameless(sheet) == []


def rows_of(part: QWidget) -> list[str]:
    return [
        name(row)
        for row in tree(QAccessible.queryAccessibleInterface(part))
        if row.role() == QAccessible.Role.ListItem
    ]


def test_places_are_read_as_one_sentence(reading: Desk) -> None:
    rows = rows_of(reading.window.sidebar)
    assert any(row.startswith("My timeline, ") and row.endswith(" unread") for row in rows)
    assert any(", closed group" in row for row in rows)
    assert not any("unread" in row for row in rows if row.startswith("All groups"))


def test_results_are_read_as_one_sentence(reading: Desk) -> None:
    reading.window.pane.field.setText("participatie")
    reading.until(lambda: reading.window.pane.shown == "results")
    rows = rows_of(reading.window.pane.results)
    model = reading.window.pane.results.hits
    hit = model.hit(model.index(0))
    assert rows[0].startswith(f"{hit.title}, {hit.author}, ")
    assert hit.snippet in rows[0]


def test_topics_are_read_as_one_sentence(reading: Desk) -> None:
    rows = rows_of(reading.window.view)
    row = reading.window.model.row(0)
    assert row is not None
    assert row.title in rows[0]
    assert row.author in rows[0]
