"""What a community takes and what links are called: from the demo community, and from broken answers."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sync.connectors import discourse
from sync.connectors.base import PostLimits
from sync.connectors.discourse import Discourse
from sync.connectors.discourse_limits import limits, link_title
from sync.demo.server import DemoServer
from sync.errors import AccessDenied, UnreadableAnswer
from sync.http import Http
from tests.sync.raw_server import raw_server, saying


@pytest.fixture
def connector(demo: DemoServer) -> Iterator[Discourse]:
    with discourse.connect(demo.url, demo.key, "tests") as found:
        yield found


def test_the_limits_are_the_communitys_own(connector: Discourse, demo: DemoServer) -> None:
    demo.settings.min_topic_title_length, demo.settings.max_post_length = 8, 9_000
    told = connector.limits()
    assert (told.title_least, told.title_most, told.post_least, told.post_most) == (8, 255, 20, 9_000)
    assert told.image_bytes == told.file_bytes == 4 * 1024 * 1024
    assert {"png", "jpg", "webp", "pdf", "docx", "xlsx"} <= set(told.extensions)
    assert "exe" not in told.extensions


def test_a_topic_of_the_community_has_its_title_for_who_may_see_it(
    connector: Discourse, demo: DemoServer
) -> None:
    open_topic = demo.add_topic(title="Wie maakt er korte filmpjes?")
    assert connector.link_title(f"{demo.url}/t/-/{open_topic}") == "Wie maakt er korte filmpjes?"
    closed = demo.add_topic(title="Alleen voor de groep bedoeld", group="participatie")
    assert connector.link_title(f"{demo.url}/t/{closed}/1") == "Alleen voor de groep bedoeld"
    with discourse.connect(demo.url, demo.new_member("nieuw_lid"), "x") as newcomer:
        assert newcomer.link_title(f"{demo.url}/t/{closed}") is None


def test_the_community_names_pages_elsewhere_and_not_every_one(
    connector: Discourse, demo: DemoServer
) -> None:
    assert connector.link_title("https://www.a.example/gids/korte-brieven.html") == "Korte brieven"
    assert connector.link_title("https://a.example/?x=1&y=é#z") is None
    assert connector.link_title("geen adres") is None
    assert demo.requests[-1].path == "/inline-onebox.json"


def test_a_stranger_is_told_nothing(demo: DemoServer) -> None:
    with discourse.connect(demo.url, "0" * 32, "tests") as stranger:
        with pytest.raises(AccessDenied):
            stranger.limits()
        with pytest.raises(AccessDenied):
            stranger.link_title("https://a.example/x-y-z")


def asked(payload: Any) -> tuple[PostLimits | None, str | None]:
    body = json.dumps({"min_post_length": 20, **payload}).encode()
    with raw_server(saying("200 OK", body, "Content-Type: application/json")) as (url, _):
        http = Http(url)
        try:
            return limits(http), link_title(http, "https://a.nl")
        except UnreadableAnswer:
            return None, None
        finally:
            http.close()


def test_settings_that_make_no_sense_are_the_usual_ones() -> None:
    told, _ = asked(
        {
            "min_topic_title_length": "10",
            "max_topic_title_length": 0,
            "min_post_length": -5,
            "max_post_length": 10**12,
            "max_image_size_kb": None,
            "max_attachment_size_kb": "veel",
            "authorized_extensions": ".PDF|png| |png|<b>|*x",
        }
    )
    assert told == PostLimits(title_least=10, extensions=("pdf", "png"))
    assert asked({"authorized_extensions": ""})[0] == PostLimits(extensions=())
    assert asked({"authorized_extensions": "*"})[0] == PostLimits(extensions=("*",))


@pytest.mark.parametrize("payload", [{}, {"error": "log in"}, {"status": "ok", "title": "Portaal"}])
def test_an_answer_without_settings_is_not_the_usual_settings(payload: dict[str, Any]) -> None:
    said: Any = _Said(payload)
    with pytest.raises(UnreadableAnswer):
        limits(said)


@pytest.mark.parametrize(
    "found",
    [[], None, [{"title": None}], [{}], [7], [{"title": {"a": 1}}], [{"url": "https://a.nl", "title": " "}]],
)
def test_no_title_is_none(found: Any) -> None:
    assert asked({"inline-oneboxes": found})[1] is None


def test_a_title_is_one_short_line_without_tricks() -> None:
    title = asked({"inline-oneboxes": [{"title": None}, {"title": "Een\u202e titel\n" + "x" * 900}]})[1]
    assert title is not None
    assert title.startswith("Een titel x")
    assert len(title) == 300


anything = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=9),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=5,
)
NAMES = ("min_topic_title_length", "max_post_length", "max_image_size_kb", "authorized_extensions")


@given(st.fixed_dictionaries({}, optional=dict.fromkeys((*NAMES, "inline-oneboxes"), anything)))
def test_any_settings_are_read(payload: dict[str, Any]) -> None:
    told, title = told_by(payload)
    assert told.title_least > 0 < told.post_most
    assert all(one == one.lower() for one in told.extensions)
    assert title is None or title.strip() == title


class _Said:
    """An ``Http`` that has its answer already: many examples, and nothing of the network in the question."""

    def __init__(self, payload: dict[str, Any]) -> None:
        self.json = payload

    def get(self, *_: object) -> _Said:
        return self


def told_by(payload: dict[str, Any]) -> tuple[PostLimits, str | None]:
    said: Any = _Said(payload)
    try:
        title = link_title(said, "https://a.nl")
    except UnreadableAnswer:
        title = None
    said.json = {"min_post_length": 20, **payload}
    return limits(said), title
