"""What it costs to open a post and a long topic in the reader, in CPU time of the main thread."""

from __future__ import annotations

import random
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication, QEventLoop
from PySide6.QtWidgets import QApplication, QWidget

from app.reading import Reading, Shown
from sync.images import ImageFolder
from sync.markup import clean
from sync.model import Batch, Group, Member, Post, Topic
from sync.store.apply import apply
from sync.store.database import Store
from widgets.appearance import Appearance
from widgets.background import Background
from widgets.faces import Faces
from widgets.reader.page import ReaderPage
from widgets.reader.pictures import Pictures
from widgets.reader.post import PostView

ADDRESS = "https://community.example.nl"
POST_BYTES = 5_000
LONG = 2_000
SHORT = 20
WIDTH, HEIGHT = 716, 900
MOST_MS = 8.0
_ROUNDS = 60
# Rounds that fill the glyph caches, as they are long before a member opens a post.
_WARMING = 5
_WORDS = "wij vragen inwoners gesprek kaart wijk dijk bijeenkomst altijd nooit graag samen met de het een van"


class Figures(NamedTuple):
    """Milliseconds of CPU: a 5 KB post from HTML to pixels (median, 95th percentile); topics from click."""

    post_ms: float
    post_p95_ms: float
    short_topic_ms: float
    long_topic_ms: float


def measure_reader(seed: int = 1, rounds: int = _ROUNDS) -> Figures:
    """Opens ``rounds`` posts of 5 KB, then topics of 20 and 2,000 posts. Makes an application if need be."""
    application = QApplication.instance() or QApplication([])
    assert isinstance(application, QApplication)
    appearance = Appearance(application, "light")
    chance = random.Random(seed)
    bridge = Background()
    with tempfile.TemporaryDirectory() as folder:
        store = Store(Path(folder))
        try:
            _fill(store, chance)
            faces = Faces(ImageFolder(store.images).find, bridge)
            posts = _post_times(store, bridge, appearance, faces, chance, rounds)
            page = ReaderPage(bridge, appearance.theme, faces, Reading(store, ADDRESS))
            page.resize(WIDTH, HEIGHT)
            page.show()
            topics = {size: _topic_time(page, topic) for topic, size in ((1, SHORT), (2, LONG))}
            page.close()
        finally:
            bridge.close()
            store.close()
    p95 = sorted(posts)[int(len(posts) * 0.95)]
    return Figures(median(posts), p95, topics[SHORT], topics[LONG])


def _post_times(
    store: Store,
    bridge: Background,
    appearance: Appearance,
    faces: Faces,
    chance: random.Random,
    rounds: int,
) -> list[float]:
    """A post's view is used again for the next post, in a window of the reader's size, as while scrolling."""
    rows = Reading(store, ADDRESS).portion(1, 1, 1)
    window = QWidget()
    window.resize(WIDTH, HEIGHT)
    view = PostView(Pictures(bridge, ImageFolder(store.images)), faces, appearance.theme, window)
    window.show()
    times = []
    for number in range(1, rounds + 1):
        row = rows[0]._replace(post_id=number, number=number, html=rich_post(chance))
        shown = Shown(row, number, rounds, False, 0, 0, False)
        times.append(_cpu_ms(lambda shown=shown: _open(view, shown)))  # type: ignore[misc]
    window.close()
    return times[_WARMING:]


def _open(view: PostView, shown: Shown) -> None:
    view.resize(WIDTH, view.show_post(shown, WIDTH))
    view.repaint()
    QCoreApplication.sendPostedEvents()
    QCoreApplication.processEvents()


def _topic_time(page: ReaderPage, topic: int) -> float:
    """From the click until the first posts are painted; median of several, another topic in between."""
    times = []
    for _ in range(7):
        page.clear()
        _until(lambda: page.empty.isVisible())
        times.append(_cpu_ms(lambda: _show(page, topic)))
        _until(lambda: page.loaded)
    return median(times)


def _show(page: ReaderPage, topic: int) -> None:
    page.show_topic(topic)
    _until(lambda: bool(page.thread_view.views()) and page.thread_view.isVisible())
    page.thread_view.repaint()


def _until(met: Callable[[], bool]) -> None:
    while not met():
        QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents, 20)


def _cpu_ms(work: Callable[[], None]) -> float:
    began = time.thread_time()
    work()
    return (time.thread_time() - began) * 1000


def rich_post(chance: random.Random, size: int = POST_BYTES) -> str:
    """A post of about ``size`` bytes with paragraphs, a quote, a list, code, a table and links, cleaned."""
    words = _WORDS.split()

    def text(count: int) -> str:
        return " ".join(chance.choices(words, k=count)).capitalize()

    parts = [
        f"<blockquote><p>{text(20)}.</p></blockquote>",
        f"<ul><li>{text(8)}</li><li>{text(9)} <code>{text(1)}</code></li><li>{text(6)}</li></ul>",
        f"<pre><code>{text(6)}\n{text(6)}</code></pre>",
        f"<table><tr><th>{text(1)}</th><th>{text(1)}</th></tr><tr><td>{text(2)}</td><td>{text(3)}</td></tr></table>",
    ]
    html = ""
    while len(html) < size:
        html += (
            f'<p>{text(40)}, <a href="https://example.nl/{len(html)}">{text(2)}</a>, <b>{text(3)}</b>.</p>'
        )
        html += parts.pop() if parts else ""
    return clean(html, base_url=ADDRESS).html


def _fill(store: Store, chance: random.Random) -> None:
    for topic, size in ((1, SHORT), (2, LONG)):
        posts = tuple(_post(topic, number, chance) for number in range(1, size + 1))
        batch = Batch(
            groups=(Group(1, "groep", "Groep", closed=False),),
            members=tuple(Member(n, f"lid{n}", f"Lid {n}", "Kadaster") for n in range(1, 9)),
            topics=(
                Topic(topic, "Een onderwerp", 1, slug="onderwerp", author_id=1, created=1, replies=size - 1),
            ),
            posts=posts,
        )
        store.write(lambda conn, batch=batch: apply(conn, batch))  # type: ignore[misc]


def _post(topic: int, number: int, chance: random.Random) -> Post:
    html = "".join(f"<p>{' '.join(chance.choices(_WORDS.split(), k=30))}.</p>" for _ in range(1 + number % 3))
    cleaned = clean(html, base_url=ADDRESS)
    moment = 1_790_000_000_000 + number * 60_000
    return Post(
        topic * 100_000 + number,
        topic,
        number,
        1 + number % 8,
        moment,
        cleaned.html,
        cleaned.text,
        cleaned.excerpt,
        updated=moment,
    )
