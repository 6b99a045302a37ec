"""The rows for rounds of sync with the demo community: their CPU, and how many requests they need."""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from app.timeline import Timeline
from sync.budget import Budget
from sync.connectors.discourse import Discourse
from sync.demo.server import DemoServer
from sync.engine import Engine
from sync.http import Http, Reply
from sync.markup import clean
from sync.store.database import Store
from tests.benchmarks.figures import Row
from tests.benchmarks.timing import cpu_seconds
from tests.benchmarks.writing import Rows, insert, read_rows

NEW_POSTS = 1_000
_TURNS = 3
_NO_LIMIT = 1_000_000


class _Recorder(Http):
    """The client's own way to the network, that keeps what was answered."""

    def __init__(self, url: str, key: str) -> None:
        super().__init__(url, headers={"User-Api-Key": key}, budget=Budget(_NO_LIMIT, _NO_LIMIT))
        self.replies: list[Any] = []

    def get(self, *arguments: Any, **options: Any) -> Reply:
        reply = super().get(*arguments, **options)
        self.replies.append(reply.json)
        return reply


def whole_round(topics: int, seed: int) -> list[Row]:
    """A first sync up to the rows of the painted page, against parsing what came and inserting its rows.

    Parsing is what any client has to do before it has something to keep: read the JSON, and clean the HTML of
    every post. Beside it stands the stricter figure, in which the bare way leaves the HTML as it came.
    """
    with _server(topics, seed) as (url, key), tempfile.TemporaryDirectory() as folder:
        owns, bares, cleanings = [], [], []
        for number in range(_TURNS):
            store, empty = Store(Path(folder) / f"own{number}"), Store(Path(folder) / f"bare{number}")
            for made in (store, empty):
                made.write(lambda _conn: None)
            http = _Recorder(url, key)
            engine = Engine(store, Discourse(http))
            owns.append(cpu_seconds(lambda: _round(engine, store)))  # noqa: B023
            bodies = [json.dumps(reply, ensure_ascii=False).encode() for reply in http.replies]
            pages = _pages(read_rows(store), len(bodies))
            bares.append(cpu_seconds(lambda: _parse_and_insert(bodies, empty, pages)))  # noqa: B023
            posts = sum(len(page.get("posts", ())) for page in pages)
            cleanings.append(cpu_seconds(lambda: _clean(http.replies, url)))  # noqa: B023
            engine.close()
            store.close()
            empty.close()
    own, unclean, cleaning = min(owns), min(bares), min(cleanings)
    details = {
        "posts": posts,
        "requests": len(bodies),
        "own ms": own * 1000,
        "json.loads and executemany ms": unclean * 1000,
        "markup.clean ms": cleaning * 1000,
        "stricter, without cleaning in the base": own / unclean,
    }
    how = f"CPU of the client alone, against parsing (JSON and HTML) and executemany; least of {_TURNS} turns"
    ratio = own / (unclean + cleaning)
    return [Row("round", "whole round to visible posts", ratio, 2.0, "times", how, details)]


def requests(seed: int) -> list[Row]:
    """What the community counts: a round that brings a thousand new posts, and one that brings nothing."""
    with DemoServer(seed=seed, requests_per_minute=0) as demo, tempfile.TemporaryDirectory() as folder:
        store = Store(Path(folder))
        http = Http(demo.url, headers={"User-Api-Key": demo.key}, budget=Budget(_NO_LIMIT, _NO_LIMIT))
        engine = Engine(store, Discourse(http))
        first = engine.round()
        assert first.error is None, repr(first.error)
        _write_posts(demo, NEW_POSTS)
        busy, brought = _counted(demo, engine)
        idle, _ = _counted(demo, engine)
        engine.close()
        store.close()
    assert brought == NEW_POSTS
    how = "requests that the demo community answered"
    return [
        Row("requests", f"requests to bring {NEW_POSTS:,} new posts", busy, 22, "requests", how, {}),
        Row("requests", "requests of an idle round", idle, 1, "requests", how, {}),
    ]


def _counted(demo: DemoServer, engine: Engine) -> tuple[int, int]:
    before = len(demo.requests)
    report = engine.round()
    assert report.error is None, repr(report.error)
    return len(demo.requests) - before, report.posts_new


def _write_posts(demo: DemoServer, count: int) -> None:
    """A few new topics with many replies, as on a busy week."""
    for number in range(count // 100):
        topic = demo.add_topic(
            title=f"Een drukke week, deel {number + 1}", text="Wat is er gebeurd? Vertel het hier."
        )
        for reply in range(99):
            demo.add_reply(topic, text=f"Antwoord {reply + 1}: bij ons in de buurt is het rustig gebleven.")


def _round(engine: Engine, store: Store) -> None:
    report = engine.round()
    assert report.error is None, repr(report.error)
    assert Timeline(store).first_page().rows


def _parse_and_insert(bodies: list[bytes], store: Store, pages: list[Rows]) -> None:
    for body in bodies:
        json.loads(body)
    insert(store, pages)


def _clean(reply: Any, url: str) -> None:
    """Clean the HTML of every post in a reply, as a connector must."""
    if isinstance(reply, list):
        for part in reply:
            _clean(part, url)
    elif isinstance(reply, dict):
        if "cooked" in reply:
            clean(reply["cooked"], base_url=url)
        for part in reply.values():
            _clean(part, url)


def _pages(rows: Rows, count: int) -> list[Rows]:
    """The same rows in ``count`` parts, for as many transactions as there were replies."""
    return [{table: found[part::count] for table, found in rows.items()} for part in range(count)]


@contextmanager
def _server(topics: int, seed: int) -> Iterator[tuple[str, str]]:
    """A demo community in a process of its own, so that its CPU does not count. Gives its address and key."""
    serve = f"serve_forever(0, {seed}, {topics}, 0, None, sys.stdout)"
    command = [sys.executable, "-c", f"import sys; from sync.demo.serve import serve_forever; {serve}"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        try:
            assert process.stdout is not None
            told = json.loads(process.stdout.readline())
            yield told["url"], told["key"]
        finally:
            process.terminate()
