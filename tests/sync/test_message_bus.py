"""News arrives without asking again and again, where the community allows it."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable

import pytest

from sync.demo.server import DemoServer
from sync.errors import ServerFailed, Stopped
from sync.message_bus import MessageBus
from sync.work import working
from tests.sync.engine_kit import Kit

Kits = Callable[..., Kit]


def test_a_new_topic_ends_the_wait(make: Kits, demo: DemoServer) -> None:
    bus = MessageBus(make().engine.connector)
    assert bus.wait(20.0) == frozenset()
    threading.Timer(0.2, demo.add_topic).start()
    began = time.monotonic()
    assert bus.wait(20.0)
    assert time.monotonic() - began < 5.0


def test_without_the_scope_it_is_off_and_waiting_is_only_waiting(make: Kits, demo: DemoServer) -> None:
    kit = make(key=demo.new_key(demo.username, "read"))
    bus = MessageBus(kit.engine.connector)
    assert bus.wait(60.0) == frozenset()
    assert not bus.allowed
    asked = len(demo.requests)
    assert bus.wait(60.0) == frozenset()
    assert kit.clock.slept == pytest.approx(60.0)
    assert len(demo.requests) == asked


def test_rounds_go_before_listening(make: Kits, demo: DemoServer) -> None:
    kit = make(per_minute=3)
    bus = MessageBus(kit.engine.connector)
    assert bus.wait(10.0) == frozenset()
    assert bus.allowed
    assert demo.requests == []


def test_a_server_that_holds_on_too_long_has_no_news(make: Kits, demo: DemoServer) -> None:
    bus = MessageBus(make().engine.connector)
    bus.wait(1.0)
    demo.faults.add("/message-bus/*", delay=30.0)
    began = time.monotonic()
    assert bus.wait(-4.0) == frozenset()
    assert time.monotonic() - began < 3.0
    assert bus.allowed


def test_a_failing_server_is_said_so_and_can_recover(make: Kits, demo: DemoServer) -> None:
    bus = MessageBus(make().engine.connector)
    demo.faults.add("/message-bus/*", status=502, times=1)
    with pytest.raises(ServerFailed):
        bus.wait(5.0)
    assert bus.wait(5.0) == frozenset()
    assert bus.allowed


def test_a_wait_can_be_stopped(make: Kits) -> None:
    bus = MessageBus(make().engine.connector)
    bus.wait(1.0)
    stopping = threading.Event()
    threading.Timer(0.2, stopping.set).start()
    began = time.monotonic()
    with pytest.raises(Stopped), working(stopping.is_set):
        bus.wait(20.0)
    assert time.monotonic() - began < 1.5
