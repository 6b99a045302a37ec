"""A day without a network, 200 things written meanwhile, and then a network that is slow and fails.

Everything must arrive once and in order within the platform's own limits, or come back with its reason. The
clocks of the member's computer and of the community are one, which goes on as fast as nobody waits for it.
"""

from __future__ import annotations

import io
import random
import time
from collections import Counter, defaultdict
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import Any, NamedTuple

from PIL import Image

from app import drafts, share
from app.schedule import Schedule, seconds_until_sending
from sync import outbox
from sync.budget import Budget
from sync.connectors.discourse import connect
from sync.demo.faults import Fault, Faults
from sync.demo.limits import RateLimiter
from sync.demo.server import DemoServer
from sync.engine import Engine
from sync.outbox import Item
from sync.progress import RoundReport
from sync.store import outbox as rows
from sync.store.database import Store
from tests.sync.engine_kit import WALL, FakeClock

DAY = 86_400.0
OPEN, CLOSED = "webredactie", "participatie"
TOPICS = 6
# What one does in a day: mostly answers, some of them with a picture.
_DEEDS = ("reply",) * 12 + ("topic", "topic", "picture", "like", "like", "edit", "delete")
# The longest that everything may take once there is a network again (seconds).
MOST_SECONDS = DAY
_REPLY_STATUS = (502, 503, 504)


class Figures(NamedTuple):
    """What became of everything, how long it took by the clock of the test, and what the network did."""

    items: int
    lost: list[str]
    doubled: list[str]
    disordered: list[str]
    returned: int
    held: int
    undone: list[str]
    refused_for_speed: int
    faults: dict[str, int]
    hours: float
    seconds: float


class OneClock(FakeClock):
    """A clock of which the community's is a part: both go on when somebody waits."""

    def __init__(self, server: DemoServer) -> None:
        super().__init__()
        self._server = server
        self.running = False

    def attach(self) -> None:
        """The community was started: it lives by this clock from now on."""
        self._server.community.offset += timedelta(seconds=self.slept)
        self._server.community.limiter = RateLimiter(self)
        self.running = True

    def sleep(self, seconds: float) -> None:
        """Wait."""
        super().sleep(seconds)
        if self.running:
            self._server.community.offset += timedelta(seconds=seconds)


class Weather(Faults):
    """A network that takes up to four seconds for each request, and lets a share of them fail."""

    def __init__(self, clock: OneClock, chance: random.Random, share_of_failures: float) -> None:
        super().__init__()
        self._clock = clock
        self._chance = chance
        self._share = share_of_failures
        self.met: Counter[str] = Counter()

    def take(self, _method: str, _path: str) -> Fault | None:
        """What happens to this request."""
        self._clock.sleep(self._chance.uniform(0.05, 4.0))
        if self._chance.random() >= self._share:
            return None
        late = self._chance.random() < 0.5
        name = self._chance.choice(("dropped", "gateway", "login page", "cut off"))
        self.met[f"{name}{' after it worked' if late else ''}"] += 1
        kinds: dict[str, dict[str, Any]] = {
            "dropped": {"drop": True},
            "gateway": {"status": self._chance.choice(_REPLY_STATUS)},
            "login page": {"login_page": True},
            "cut off": {"truncate": 20},
        }
        return Fault("*", after_commit=late, **kinds[name])


class Traveller:
    """A member whose computer goes along: it writes, and does its rounds when they are due."""

    def __init__(self, folder: Path, server: DemoServer, seed: int) -> None:
        self.server = server
        self.clock = OneClock(server)
        self.clock.attach()
        self.chance = random.Random(seed)
        self.store = Store(folder)
        budget = Budget(clock=self.clock, sleep=self.clock.sleep)
        connector = connect(server.url, server.key, "torture", budget=budget)
        self.engine = Engine(self.store, connector, wall=self.wall, consent=self._held_back)
        self._schedule = Schedule()

    def wall(self) -> int:
        """This computer's clock (ms)."""
        return WALL + int(self.clock.now * 1000)

    def round(self) -> RoundReport:
        """One round."""
        return self.engine.round()

    def round_when_due(self) -> None:
        """One round, and the time until the next, as the window plans it."""
        report = self.round()
        failed = report.error is not None
        news = bool(report.posts_new or report.posts_changed or report.outbox_sent)
        self._schedule = self._schedule.after(failed=failed, brought_news=news)
        wait = self._schedule.seconds(self.chance, asked_to_wait=report.wait or 0.0)
        if not failed:
            wait = seconds_until_sending(wait, report.outbox_due, self.wall())
        self.clock.sleep(wait)

    def items(self) -> list[Item]:
        """Everything in the outbox."""
        with self.store.reading() as conn:
            return rows.items(conn)

    def waits(self) -> bool:
        """Whether something still moves by itself."""
        with self.store.reading() as conn:
            return rows.moving(conn) > 0

    def close(self) -> None:
        """The end."""
        self.engine.close()
        self.store.close()

    def _held_back(self, item: Item) -> str | None:
        with self.store.reading() as conn:
            return share.held_back(conn, item)


class Places(NamedTuple):
    """Topics to answer in, one of which is closed meanwhile, and own posts to edit and delete."""

    topics: list[int]
    shut: int
    own: list[tuple[int, int, str]]
    likeable: list[int]


def torture(
    folder: Path,
    server: DemoServer,
    *,
    items: int = 200,
    seed: int = 1,
    failing: float = 0.2,
    tell: Callable[[str], None] | None = None,
) -> Figures:
    """Write ``items`` things in a day offline, and send them over a network of which ``failing`` fails."""
    began = time.monotonic()
    server.set_requests_per_minute(20)
    member = Traveller(folder, server, seed)
    places = _prepare(server, items)
    member.round_when_due()
    assert not member.waits()
    server.stop()
    member.clock.running = False
    written = _write_all(member, places, items)
    server.start()
    member.clock.attach()
    server.close_topic(places.shut)
    weather = server.faults = Weather(member.clock, random.Random(seed + 1), failing)
    asked, back_at = len(server.requests), member.clock.now
    while member.waits():
        assert member.clock.now - back_at < MOST_SECONDS, f"never arrived: {_left(member)}"
        member.round_when_due()
        if tell is not None:
            tell(f"{len(_left(member))} of {items} left, {(member.clock.now - back_at) / 3600:.1f} h")
    hours = (member.clock.now - back_at) / 3600
    server.faults = Faults()
    own_429 = sum(one.status == 429 for one in server.requests[asked:])
    figures = _figures(member, places, written, weather, own_429, hours, time.monotonic() - began)
    member.close()
    return figures


def check(figures: Figures) -> None:
    """Raises AssertionError when something did not arrive as it should, or too fast for the platform."""
    assert not figures.lost, f"lost: {figures.lost[:5]}"
    assert not figures.doubled, f"doubled: {figures.doubled[:5]}"
    assert not figures.disordered, f"not in order: {figures.disordered[:5]}"
    assert not figures.undone, f"not done: {figures.undone[:5]}"
    assert not figures.refused_for_speed, f"too fast {figures.refused_for_speed} times"


def _prepare(server: DemoServer, items: int) -> Places:
    topics = [
        server.add_topic(title=f"Gesprek {number} van deze week", group=CLOSED if number == 0 else OPEN)
        for number in range(TOPICS)
    ]
    own = []
    for number in range(max(items // 4, 4)):
        topic, text = topics[number % TOPICS], f"Dit schreef ik eerder, nummer {number:03d}."
        own.append((topic, server.add_reply(topic, text=text, author=server.username), text))
    likeable = [server.add_reply(topics[number % TOPICS]) for number in range(max(items // 4, 4))]
    return Places(topics, topics[-1], own, likeable)


def _write_all(member: Traveller, places: Places, items: int) -> dict[int, str]:
    """Write something every few minutes of a day, with a round in vain now and then. The texts by id."""
    own, likeable = list(places.own), list(places.likeable)
    with member.store.reading() as conn:
        group = share.group_named(conn, OPEN)
    assert group is not None
    written: dict[int, str] = {}
    for number in range(items):
        item = _write(member, member.chance.choice(_DEEDS), number, places, own, likeable, group.group_id)
        written[item.item_id] = item.raw
        member.clock.sleep(DAY / items)
        if number % max(items // 12, 1) == 0:
            assert member.round().error is not None
    return written


def _write(
    member: Traveller,
    deed: str,
    number: int,
    places: Places,
    own: list[tuple[int, int, str]],
    likeable: list[int],
    group_id: int,
) -> Item:
    store, chance = member.store, member.chance
    raw = f"Bijdrage {number:03d}, geschreven in de trein van gisteren."
    if deed == "topic":
        return share.share(store, group_id, f"Gedachte {number:03d} van onderweg", raw, wait_ms=0)
    if deed == "like" and likeable:
        liked = share.like(store, likeable.pop())
        assert liked is not None
        return liked
    if deed == "edit" and own:
        _, post_id, text = own.pop()
        return share.edit(store, post_id, f"{text} Nu met aanvulling {number:03d}.", original=text, wait_ms=0)
    if deed == "delete" and own:
        topic_id, post_id, _ = own.pop()
        return share.delete(store, topic_id, post_id, wait_ms=0)
    topic_id = chance.choice(places.topics)
    if deed == "picture":
        keeper = drafts.Keeper(store, drafts.begin("reply", topic_id=topic_id))
        address = keeper.attach("foto.png", "image/png", _picture(number))
        keeper.keep(raw=f"{raw}\n\n![foto]({address})").result()
        return keeper.send(wait_ms=0)
    return share.reply(store, topic_id, raw, wait_ms=0)


def _picture(number: int) -> bytes:
    out = io.BytesIO()
    Image.new("RGB", (24, 16), (number % 256, 90, 120)).save(out, "PNG")
    return out.getvalue()


def _left(member: Traveller) -> list[tuple[int, str, str]]:
    return [
        (item.item_id, item.action, item.state)
        for item in member.items()
        if item.state in ("queued", "sending", "unknown") and not item.held
    ]


def _figures(
    member: Traveller,
    places: Places,
    written: dict[int, str],
    weather: Weather,
    own_429: int,
    hours: float,
    seconds: float,
) -> Figures:
    found = {item.item_id: item for item in member.items()}
    database = member.server.community.database
    stored: Counter[str] = Counter()
    numbers: dict[str, tuple[int, int]] = {}
    for raw, topic_id, number in database.rows(
        "SELECT raw, topic_id, post_number FROM posts WHERE deleted_at IS NULL"
    ):
        stored[_key(raw)] += 1
        numbers[_key(raw)] = (topic_id, number)
    posts = [item for item in found.values() if item.action in outbox.POSTING]
    arrived = [item for item in posts if item.state == "sent"]
    kept = {item.item_id for item in posts if item.held or item.state == "rejected"}
    return Figures(
        items=len(written),
        lost=[item.raw for item in posts if not stored[_key(item.raw)] and item.item_id not in kept]
        + [raw for item_id, raw in written.items() if item_id not in found],
        doubled=[item.raw for item in posts if stored[_key(item.raw)] > 1],
        disordered=_disordered(arrived, numbers),
        returned=sum(item.state == "rejected" for item in found.values()),
        held=sum(bool(item.held) for item in found.values()),
        undone=_undone(found.values(), places, member.server),
        refused_for_speed=own_429,
        faults=dict(weather.met),
        hours=hours,
        seconds=seconds,
    )


def _key(raw: str) -> str:
    """What a post is known by: its first line, as a file gets its address on the way."""
    return raw.split("\n", 1)[0]


def _disordered(arrived: list[Item], numbers: dict[str, tuple[int, int]]) -> list[str]:
    """What stands in its topic before something that was written earlier."""
    by_topic: dict[int, list[tuple[int, str]]] = defaultdict(list)
    for item in sorted(arrived, key=lambda one: one.item_id):
        topic_id, number = numbers.get(_key(item.raw), (0, 0))
        by_topic[topic_id].append((number, item.raw))
    wrong = []
    for posts in by_topic.values():
        ordered = sorted(posts)
        wrong += [raw for (_, raw), right in zip(posts, ordered, strict=True) if raw != right[1]]
    return wrong


def _undone(items: Any, places: Places, server: DemoServer) -> list[str]:
    """Edits, deletions and likes that are said to have arrived and are not there."""
    value = server.community.database.value
    wrong = []
    for item in items:
        if item.state != "sent" or item.action in outbox.POSTING:
            continue
        if item.action == "edit":
            done = value("SELECT raw FROM posts WHERE id = ?", item.post_id) == item.raw
        elif item.action == "delete":
            done = value("SELECT deleted_at FROM posts WHERE id = ?", item.post_id) is not None
        else:
            assert item.post_id in places.likeable
            done = bool(value("SELECT count(*) FROM likes WHERE post_id = ?", item.post_id))
        if not done:
            wrong.append(f"{item.action} {item.post_id}")
    return wrong
