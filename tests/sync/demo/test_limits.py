"""The request limits of user API keys."""

from __future__ import annotations

import pytest

from sync.demo.limits import RateLimiter
from sync.demo.refusals import Refusal
from sync.demo.server import DemoServer
from tests.sync.demo.conftest import signed_in


def test_twenty_requests_a_minute_and_then_429() -> None:
    """The 21st request is refused with Retry-After and wait_seconds; another key is not affected."""
    with DemoServer() as server, signed_in(server) as client:
        statuses = [client.get("/session/current.json").status_code for _ in range(20)]
        assert statuses == [200] * 20
        refused = client.get("/posts.json")
        assert refused.status_code == 429
        assert refused.json()["error_type"] == "rate_limit"
        assert 50 <= refused.json()["extras"]["wait_seconds"] == int(refused.headers["retry-after"]) <= 60
        assert refused.headers["discourse-rate-limit-error-code"] == "user_api_key_limiter_60_secs"
        with signed_in(server, server.new_key(server.username)) as other:
            assert other.get("/posts.json").status_code == 200
        server.set_requests_per_minute(0)
        assert client.get("/posts.json").status_code == 200
        assert [r.status for r in server.requests].count(429) == 1


def test_a_day_has_its_own_limit() -> None:
    """Refused with the day's code."""
    with DemoServer(requests_per_minute=0) as server, signed_in(server) as client:
        server.settings.requests_per_day = 2
        assert [client.get("/site.json").status_code for _ in range(3)] == [200, 200, 429]
        assert (
            client.get("/site.json").headers["discourse-rate-limit-error-code"]
            == "user_api_key_limiter_1_day"
        )


def test_images_do_not_count() -> None:
    """Avatars are files."""
    with DemoServer(requests_per_minute=1) as server, signed_in(server) as client:
        avatar = client.get("/session/current.json").json()["current_user"]["avatar_template"]
        for size in ("24", "48", "96"):
            assert client.get(avatar.replace("{size}", size)).status_code == 200
        assert client.get("/site.json").status_code == 429


def test_the_window_slides_and_refused_attempts_do_not_count() -> None:
    """By a clock of the test's own."""
    now = 100.0
    limiter = RateLimiter(lambda: now)
    limiter.perform("a", 2, 60)
    now = 130.0
    limiter.perform("a", 2, 60)
    now = 150.0
    for _ in range(3):
        with pytest.raises(Refusal) as refused:
            limiter.perform("a", 2, 60)
        assert refused.value.headers["Retry-After"] == "10"
    now = 160.0
    limiter.perform("a", 2, 60)
    with pytest.raises(Refusal) as refused:
        limiter.perform("a", 2, 60)
    assert refused.value.headers["Retry-After"] == "30"
