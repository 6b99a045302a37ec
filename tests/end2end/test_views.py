"""A member's own views, from a search to a list that is always there."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from app.viewing import Viewing
from app.views import View
from sync.store.rows import Place
from tests.end2end.conftest import Desk
from tests.end2end.hands import press, row_at, said
from widgets.views.editor import ViewEditor

WAITING = View(0, "Waiting longest", "clock", "kind:question is:unanswered", "longest", "group")
POPULAR = View(0, "Popular", "heart", "replies:>2", "replied", "kind")


@pytest.fixture
def with_views(desk: Desk) -> Desk:
    """The desk of a member with two views."""
    desk.start_and_fetch()
    for view in (WAITING, POPULAR):
        Viewing(desk.window.client).keep(view)
    desk.window.read_overview()
    desk.until(lambda: len(names(desk)) == 2)
    return desk


def names(desk: Desk) -> list[str]:
    overview = desk.window.overview
    return [] if overview is None else [view.name for view in overview.views]


def editor(desk: Desk) -> ViewEditor:
    desk.until(lambda: any(one.isVisible() for one in desk.window.findChildren(ViewEditor)))
    made = next(one for one in desk.window.findChildren(ViewEditor) if one.isVisible())
    made.activateWindow()
    desk.until(made.isActiveWindow)
    return made


def at_view(desk: Desk, number: int) -> None:
    """The keyboard on the row of a view in the sidebar."""
    overview = desk.window.overview
    assert overview is not None
    sidebar = desk.window.sidebar
    desk.window.activateWindow()
    desk.until(desk.window.isActiveWindow)
    sidebar.setFocus(Qt.FocusReason.TabFocusReason)
    place = Place("view", overview.views[number].id)
    sidebar.setCurrentIndex(sidebar.places.index(sidebar.places.row_of(place)))


def in_view(desk: Desk, name: str) -> bool:
    view = desk.window.views_work().view
    return view is not None and view.name == name and desk.window.place.where is not None


def test_a_search_is_kept_as_a_view(desk: Desk) -> None:
    desk.start_and_fetch()
    window = desk.window
    press(desk, "/")
    QTest.keyClicks(window.pane.field, "kind:question")
    hint = desk.work.search.hint
    desk.until(lambda: window.pane.shown == "results" and hint.isVisible())
    desk.work.search.completion.close()
    window.activateWindow()
    hint.save.setFocus()
    QTest.keyClick(hint.save, Qt.Key.Key_Space)
    made = editor(desk)
    assert made.text.toPlainText() == "kind:question"
    QTest.keyClicks(made.name, "All questions")
    QTest.keyClick(made.name, Qt.Key.Key_Return)
    desk.until(lambda: in_view(desk, "All questions") and window.pane.shown == "list")
    assert window.pane.field.text() == ""
    assert not hint.isVisible()
    desk.until(lambda: names(desk) == ["All questions"])
    assert said(window.pane).startswith("All questions")
    assert row_at(desk, 0).kind == "question"


def test_a_wrong_query_is_explained_below_the_field_while_the_results_stay(desk: Desk) -> None:
    desk.start_and_fetch()
    pane, hint = desk.window.pane, desk.work.search.hint
    pane.field.setText("kind:question")
    desk.until(lambda: pane.shown == "results")
    found = pane.results.hits.rowCount()
    pane.field.setText("kind:question is:")
    desk.until(lambda: hint.text.startswith("After is: comes a state"))
    assert not hint.save.isVisible()
    assert pane.shown == "results"
    assert pane.results.hits.rowCount() == found
    pane.field.clear()
    assert not hint.isVisible()


def test_words_are_offered_under_the_search_field(desk: Desk) -> None:
    desk.start_and_fetch()
    field, completion = desk.window.pane.field, desk.work.search.completion
    press(desk, "/")
    QTest.keyClicks(field, "kind:que")
    desk.until(lambda: completion.offered == ["question"])
    popup = QApplication.activePopupWidget()
    assert popup is not None
    QTest.keyClick(popup, Qt.Key.Key_Down)
    QTest.keyClick(popup, Qt.Key.Key_Return)
    assert field.text() == "kind:question"
    desk.until(lambda: desk.window.pane.shown == "results")


def test_views_are_reached_by_number_each_in_its_own_order(with_views: Desk) -> None:
    desk = with_views
    window = desk.window
    press(desk, "G", "1")
    desk.until(lambda: in_view(desk, "Waiting longest"))
    assert window.order() == "longest"
    first, second = row_at(desk, 0), row_at(desk, 1)
    assert first.created <= second.created
    chips = desk.window.views_work().chips
    assert chips is not None
    assert chips.isVisible()
    press(desk, "G", "2")
    desk.until(lambda: in_view(desk, "Popular"))
    assert row_at(desk, 0).replies >= row_at(desk, 1).replies > 2
    assert window.view.cards.heading(0) == ""
    press(desk, "G", "T")
    assert window.place == Place("timeline")
    assert not chips.isVisible()
    press(desk, "G", "9")
    assert window.place == Place("timeline")


def test_a_part_of_a_view_narrows_its_list(with_views: Desk) -> None:
    desk = with_views
    press(desk, "G", "2")
    desk.until(lambda: in_view(desk, "Popular"))
    chips = desk.window.views_work().chips
    desk.until(lambda: chips is not None and chips.isVisible())
    assert chips is not None
    whole = desk.window.model.total
    QTest.mouseClick(chips.chips[1], Qt.MouseButton.LeftButton)
    desk.until(lambda: 0 < desk.window.model.total < whole)
    kinds = {row_at(desk, number).kind for number in range(desk.window.model.total)}
    assert len(kinds) == 1
    QTest.mouseClick(chips.chips[0], Qt.MouseButton.LeftButton)
    desk.until(lambda: desk.window.model.total == whole)


def test_another_order_is_kept_with_the_view(with_views: Desk) -> None:
    desk = with_views
    press(desk, "G", "1")
    desk.until(lambda: in_view(desk, "Waiting longest"))
    desk.window.pane.order_chosen.emit("newest")
    desk.until(lambda: in_view(desk, "Waiting longest") and desk.window.order() == "newest")
    desk.until(lambda: row_at(desk, 0).created >= row_at(desk, 1).created)
    press(desk, "G", "T")
    assert desk.window.order() == "newest"
    view = Viewing(desk.window.client).view(desk.window.overview.views[0].id, "en")  # type: ignore[union-attr]
    assert view is not None
    assert view.order == "newest"


def test_views_are_edited_moved_and_removed_by_keys(with_views: Desk) -> None:
    desk = with_views
    sidebar, toast = desk.window.sidebar, desk.window.toast
    at_view(desk, 0)
    press(desk, "Alt+Down")
    desk.until(lambda: names(desk) == ["Popular", "Waiting longest"])
    assert "2 of 2" in toast.text
    assert sidebar.hasFocus()
    press(desk, "Alt+Up")
    desk.until(lambda: names(desk) == ["Waiting longest", "Popular"])
    press(desk, "F2")
    made = editor(desk)
    QTest.keyClicks(made.name, "Open questions")
    QTest.keyClick(made.name, Qt.Key.Key_Return)
    desk.until(lambda: in_view(desk, "Open questions"))
    desk.until(lambda: names(desk) == ["Open questions", "Popular"])
    at_view(desk, 0)
    press(desk, "Delete")
    desk.until(lambda: names(desk) == ["Popular"])
    assert desk.window.place == Place("timeline")
    assert "Open questions" in toast.text
    toast.act()
    desk.until(lambda: names(desk) == ["Open questions", "Popular"])


def test_a_place_that_is_always_there_is_copied(with_views: Desk) -> None:
    desk = with_views
    desk.window.activateWindow()
    sidebar = desk.window.sidebar
    sidebar.setFocus(Qt.FocusReason.TabFocusReason)
    sidebar.setCurrentIndex(sidebar.places.index(sidebar.places.row_of(Place("questions"))))
    press(desk, "F2")
    looked = editor(desk)
    assert looked.text.toPlainText() == "kind:question"
    looked.save.click()
    desk.until(lambda: not looked.isVisible())
    copy = editor(desk)
    assert copy.name.text() == "Questions (copy)"
    QTest.keyClick(copy.name, Qt.Key.Key_Return)
    desk.until(lambda: names(desk)[-1] == "Questions (copy)")


def test_the_window_opens_again_at_the_view_one_left(with_views: Desk) -> None:
    desk = with_views
    press(desk, "G", "2")
    desk.until(lambda: in_view(desk, "Popular"))
    desk.stop()
    desk.start()
    desk.until(lambda: in_view(desk, "Popular"))
    assert row_at(desk, 0).replies > 2
    assert said(desk.window.pane).startswith("Popular")


def test_a_view_that_is_gone_leads_to_the_timeline(desk: Desk) -> None:
    desk.start()
    desk.window.go(Place("view", 77))
    desk.until(lambda: desk.window.place == Place("timeline"))
    desk.until(lambda: desk.window.model.total > 0)
