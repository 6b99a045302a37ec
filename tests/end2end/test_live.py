"""What the community does while the window is open, and being out of reach."""

from __future__ import annotations

import pytest

from tests.end2end.conftest import Desk
from tests.end2end.hands import choose, click, row_at


def test_new_activity_waits_behind_the_pill(desk: Desk) -> None:
    desk.start_and_fetch()
    window = desk.window
    top = row_at(desk, 0).topic_id
    title = "Wie heeft een draaiboek voor een open dag?"
    desk.server.add_topic(title=title)
    desk.until_quiet()
    desk.until(lambda: window.model.waiting == 1)
    assert row_at(desk, 0).topic_id == top
    assert window.view.pill.isVisible()
    click(window.view.pill)
    desk.until(lambda: window.model.waiting == 0)
    assert row_at(desk, 0).topic_id != top
    assert row_at(desk, 0).title == title


def test_news_of_the_message_bus_starts_a_round(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("app.schedule.NEWS_APART_SECONDS", 0.0)
    monkeypatch.setattr("app.schedule.NEWS_SPREAD_SECONDS", 0.0)
    desk.start_and_fetch()
    # The first question of the bus tells where it stands; the next one waits.
    desk.until(lambda: any("/message-bus/" in one.path for one in desk.server.requests))
    desk.settle(500)
    waiting = desk.window.model.waiting
    desk.server.add_topic()
    desk.until(lambda: desk.window.model.waiting == waiting + 1)


def test_out_of_reach_is_a_quiet_line_and_reading_goes_on(desk: Desk) -> None:
    desk.start_and_fetch()
    window = desk.window
    desk.server.stop()
    desk.work.rounds.start()
    desk.until(lambda: window.status.status.phase == "offline")
    assert window.pane.banner.title.startswith("Offline. Everything up to today ")
    assert window.status.words().startswith("Offline · updated ")
    window.view.select(1)
    desk.until(lambda: window.topic_pane().reader.loaded)
    desk.server.start()
    choose(desk, window.pane.banner, "Try now")
    desk.until(lambda: window.status.status.phase == "idle")
    assert window.pane.banner.title == ""


def test_offline_by_choice_asks_nothing(desk: Desk) -> None:
    desk.start_and_fetch()
    desk.window.actions_["offline"].setChecked(True)
    desk.until(lambda: desk.window.status.status.phase == "offline")
    desk.settle(400)
    asked = len(desk.server.requests)
    desk.window.view.select(2)
    desk.work.rounds.start()
    desk.settle(1200)
    assert len(desk.server.requests) == asked
    desk.window.actions_["offline"].setChecked(False)
    desk.until(lambda: desk.window.status.status.phase == "idle")
    assert len(desk.server.requests) > asked


def test_the_last_update_is_known_before_the_first_round(desk: Desk) -> None:
    desk.server.stop()
    desk.start()
    desk.until(lambda: desk.window.status.status.phase == "offline")
    assert "updated " in desk.window.status.words()
    assert desk.window.pane.banner.title.startswith("Offline. Everything up to ")
    desk.server.start()
