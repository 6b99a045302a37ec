"""Views: lists by a query, with an order, a grouping and counts that agree with what they show."""

from __future__ import annotations

import random
from collections.abc import Iterator
from pathlib import Path

import pytest

from app import views
from app.filters import match, rules
from app.filters.parse import QueryError, parse
from app.filters.rules import Rule
from app.filters.verdicts import Judge, Known
from app.timeline import PAGE, Timeline
from app.views import View
from sync.model import KINDS, Batch
from sync.store import counts, marks, topics
from sync.store.database import Store
from sync.store.rows import Key, Order, Place, TopicRow
from tests.sync.store.samples import DAY, START, index_all, people, places, post, read, topic, write

COUNT = 300
NOW = START + 40 * DAY
TEXTS = (
    "beleid",
    "tag:intranet",
    "kind:question is:unanswered",
    "-group:algemeen",
    "is:unread",
    "is:saved",
    "",
)


class Community:
    """300 topics, some of the same moment, with a rule that hides a fifth of them."""

    def __init__(self, folder: Path) -> None:
        self.store, self.judge = Store(folder), Judge(lambda: NOW)
        self.store.judge = self.judge.judge
        chance = random.Random(8)
        told, posts = [], []
        for number in range(1, COUNT + 1):
            told.append(
                topic(
                    number,
                    title=chance.choice(("Beleid", "Vraag", "Nieuws")),
                    group_id=1 + number % 2,
                    kind=KINDS[number % 7],
                    tags=("intranet",) if number % 5 == 0 else (),
                )
            )
            created = START + chance.randrange(60) * DAY // 2
            posts.append(post(number, number, author=1 + number % 3, created=created))
            for reply in range(chance.randrange(3)):
                posts.append(post(1000 * (reply + 1) + number, number, 2 + reply, created=created + DAY))
        write(self.store, Batch(groups=places(), members=people(), topics=tuple(told), posts=tuple(posts)))
        index_all(self.store)
        for number in range(1, COUNT, 7):
            self.store.write(lambda conn, number=number: marks.save(conn, number))  # type: ignore[misc]
        self.store.write(lambda conn: marks.mark_read(conn, range(1, COUNT, 2)))
        rule = Rule(0, "Agenda", "kind:event OR kind:link tag:intranet", "hide")
        self.store.write(lambda conn: rules.add(conn, self.judge, rule))
        self.store.write(self.judge.settle)

    @property
    def known(self) -> Known:
        return read(self.store, self.judge.known)

    def matching(self, text: str, *, follow: bool = True) -> list[TopicRow]:
        """What a view of ``text`` should hold, topic by topic."""
        holds = match.matcher(parse(text), now=NOW)
        rows = read(self.store, lambda conn: topics.rows(conn, range(1, COUNT + 1), "newest"))
        facts = read(self.store, lambda conn: match.facts(conn, range(1, COUNT + 1), 0))
        return [row for row in rows if holds(facts[row.topic_id]) and not (follow and row.verdict == "hide")]

    def place(self, view: View) -> Place:
        return read(self.store, lambda conn: views.place_of(conn, view, self.known))


@pytest.fixture(scope="module")
def community(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Community]:
    made = Community(Path(tmp_path_factory.mktemp("views")))
    yield made
    made.store.close()


def expected(rows: list[TopicRow], order: str) -> list[int]:
    moments = {
        "newest": lambda row: (-row.created, -row.topic_id),
        "activity": lambda row: (-row.last_posted, -row.topic_id),
        "replied": lambda row: (-row.replies, -row.topic_id),
        "longest": lambda row: (row.created, row.topic_id),
    }
    return [row.topic_id for row in sorted(rows, key=moments[order])]


@pytest.mark.parametrize("follows", [True, False])
@pytest.mark.parametrize("order", views.ORDERS)
@pytest.mark.parametrize("text", TEXTS)
def test_a_view_holds_what_its_query_means_in_its_order(
    community: Community, text: str, order: Order, follows: bool
) -> None:
    place = community.place(View(1, "", "", text, follows_rules=follows))
    wanted = expected(community.matching(text, follow=follows), order)
    with community.store.reading() as conn:
        found: list[int] = []
        key: Key | None = None
        while page := topics.page(conn, place, order, before=key, limit=37):
            found += [row.topic_id for row in page]
            key = page[-1].key
            assert topics.count(conn, place, order, key) == len(wanted) - len(found) + 1
            assert topics.since(conn, place, order, key) == len(found) - 1
        assert found == wanted
        anchors = topics.anchors(conn, place, order, every=16)
        assert [anchor.topic_id for anchor in anchors] == wanted[::16]
    timeline = Timeline(community.store, place, order)
    timeline.first_page()
    assert timeline.survey().total == len(wanted)
    assert [row.topic_id for row in timeline.rows(PAGE, PAGE)] == wanted[PAGE : 2 * PAGE]


def test_a_view_that_ignores_the_rules_shows_no_trace_of_them(community: Community) -> None:
    place = community.place(View(1, "", "", "kind:event", follows_rules=False))
    with community.store.reading() as conn:
        assert {(row.verdict, row.rule) for row in topics.page(conn, place, "newest")} == {("", 0)}
        assert topics.page(conn, place._replace(sight="follow"), "newest") == []
        revealed = topics.page(conn, place._replace(sight="reveal"), "newest")
        assert {row.verdict for row in revealed} == {"hide"}


def test_unread_counts_are_those_of_the_lists(community: Community) -> None:
    asked = [
        View(number, "", "", text, follows_rules=follows)
        for number, (text, follows) in enumerate(((t, f) for t in TEXTS for f in (True, False)), 1)
    ]
    asked += views.built_in()
    with community.store.reading() as conn:
        found = views.unread(conn, asked, community.known)
        told = counts.counts(conn)
    for view in asked:
        rows = community.matching(view.text, follow=view.follows_rules)
        assert found[view.id] == sum(row.unread > 0 for row in rows)
    assert (found[-1], found[-3]) == (told.timeline, told.saved)


@pytest.mark.parametrize("grouping", ["group", "organisation", "kind"])
def test_the_parts_of_a_grouped_view_are_the_whole(community: Community, grouping: views.Grouping) -> None:
    view = View(1, "", "", "-tag:intranet", grouping=grouping)
    place = community.place(view)
    with community.store.reading() as conn:
        parts = views.sections(conn, view, place)
        assert sum(part.topics for part in parts) == topics.count(conn, place, "newest")
        for part in parts:
            rows = topics.page(conn, part.place, "newest", limit=COUNT)
            assert len(rows) == part.topics
            assert {getattr(row, grouping) for row in rows} == {part.name}
        assert views.sections(conn, view._replace(grouping="day"), place) == []


def test_views_are_kept_ordered_copied_and_brought_back(tmp_path: Path) -> None:
    store = Store(tmp_path)
    questions = views.built_in("nl")[1]
    assert (questions.name, questions.text) == ("Vragen", "kind:question")
    copy = store.write(lambda conn: views.add(conn, questions._replace(name="Mijn vragen")))
    other = store.write(
        lambda conn: views.add(conn, View(0, "Beleid", "tag", "groep:algemeen beleid", "longest"))
    )
    assert (copy.id, other.id, other.text, other.order) == (1, 2, "group:algemeen beleid", "longest")
    before = store.write(lambda conn: views.move(conn, other.id, 0))
    assert [view.name for view in read(store, views.own)] == ["Beleid", "Mijn vragen"]
    store.write(lambda conn: views.save(conn, before))
    assert [view.name for view in read(store, views.own)] == ["Mijn vragen", "Beleid"]
    gone = store.write(lambda conn: views.remove(conn, copy.id))
    assert read(store, views.own) == [other._replace(position=0)]
    store.write(lambda conn: views.change(conn, other._replace(name="Anders", follows_rules=False)))
    assert read(store, lambda conn: views.named(conn, "anders")) is not None
    assert read(store, lambda conn: views.named(conn, "bewaard")) == views.built_in("nl")[2]
    with pytest.raises(QueryError):
        store.write(lambda conn: views.add(conn, View(0, "", "", "tag:")))
    with pytest.raises(KeyError):
        store.write(lambda conn: views.change(conn, copy))
    store.write(lambda conn: views.save(conn, gone))
    assert len(read(store, views.own)) == 2
    store.close()


def test_a_view_that_cannot_be_read_any_more_is_empty(community: Community) -> None:
    with community.store.reading() as conn:
        assert topics.page(conn, community.place(View(1, "", "", "nonsense:x")), "newest") == []
        assert views.unread(conn, [View(1, "", "", "nonsense:x")], community.known) == {1: 0}
