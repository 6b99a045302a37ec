"""What is in the outbox goes to the demo community over HTTP: once, in order, or back with its reason."""

from __future__ import annotations

import io
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from itertools import pairwise
from typing import Any

import pytest
from PIL import Image

from sync import attachments, outbox
from sync.demo.server import DemoServer
from sync.errors import ProxyFailed, TimedOut
from sync.outbox import Item
from sync.store import outbox as rows
from sync.store import uploads
from tests.sync.engine_kit import Kit

TITLE = "Wie maakte zijn brieven korter, en hoe?"
RAW = "Wij willen onze brieven korter maken. Wie heeft daar ervaring mee?"
GROUP = 8


@pytest.fixture(autouse=True)
def _at_ease(demo: DemoServer) -> None:
    # The clock of the tests jumps ahead, that of the community does not.
    demo.settings.create_post_interval = demo.settings.create_topic_interval = 0


def put(kit: Kit, **fields: Any) -> Item:
    new = Item(**{"action": "topic", "group_id": GROUP, "title": TITLE, "raw": RAW, **fields})
    if new.topic_id is not None:
        new = Item(**{**fields, "action": fields.get("action", "reply"), "raw": fields.get("raw", RAW)})
    item = kit.store.write(lambda conn: outbox.put(conn, new))
    assert item is not None
    return item


def get(kit: Kit, item: Item) -> Item:
    with kit.store.reading() as conn:
        found = rows.get(conn, item.item_id)
    assert found is not None
    return found


def stored(demo: DemoServer, raw: str = RAW) -> list[tuple[Any, ...]]:
    query = (
        "SELECT topic_id, post_number, reply_to_post_number FROM posts WHERE raw = ? AND deleted_at IS NULL"
    )
    return [tuple(row) for row in demo.community.database.rows(query, raw)]


def own_post(demo: DemoServer, text: str = "Hier schreef ik eerder iets over.") -> tuple[int, int]:
    """A topic of someone else's with a reply of the member's: (topic, post)."""
    topic = demo.add_topic(group="webredactie")
    return topic, demo.add_reply(topic, text=text, author=demo.username)


def let_pass(kit: Kit, *seconds: float) -> None:
    for some in seconds:
        kit.clock.sleep(some)
        kit.round()


def test_a_topic_and_its_tags_arrive(synced: Kit, demo: DemoServer) -> None:
    item = put(synced, tags='["brieven"]')
    report = synced.synced()
    assert (report.outbox_sent, report.outbox_due) == (1, None)
    sent = get(synced, item)
    assert (sent.state, sent.attempts) == ("sent", 1)
    assert stored(demo) == [(sent.remote_topic, 1, None)]
    assert synced.rows("SELECT title, tags FROM topics WHERE topic_id = ?", sent.remote_topic) == [
        (TITLE, "brieven")
    ]


def test_replies_arrive_in_their_order(synced: Kit, demo: DemoServer) -> None:
    topic = demo.add_topic()
    synced.synced()
    texts = [f"Antwoord nummer {number}, met wat erbij." for number in range(5)]
    for text in texts:
        put(synced, topic_id=topic, raw=text)
    assert synced.synced().outbox_sent == 5
    query = "SELECT raw FROM posts WHERE topic_id = ? AND post_number > 1 ORDER BY post_number"
    assert [row[0] for row in demo.community.database.rows(query, topic)] == texts


@pytest.mark.parametrize(
    "fault",
    [
        {"after_commit": True, "drop": True},
        {"after_commit": True, "status": 504},
        {"after_commit": True, "truncate": 40},
        {"after_commit": True, "bad_json": True},
        {"after_commit": True, "login_page": True},
        {"after_commit": True, "status": 422},
        {"after_commit": True, "status": 403},
    ],
    ids=str,
)
def test_what_arrived_without_an_answer_is_found(
    synced: Kit, demo: DemoServer, fault: dict[str, Any]
) -> None:
    item = put(synced)
    demo.faults.add("/posts.json", method="POST", times=1, **fault)
    synced.round()
    let_pass(synced, 5)
    assert len(stored(demo)) == 1
    assert (get(synced, item).state, get(synced, item).attempts) == ("sent", 1)


@pytest.mark.parametrize("fault", [{"drop": True}, {"status": 504}, {"login_page": True}], ids=str)
def test_what_never_arrived_is_sent_once_more(synced: Kit, demo: DemoServer, fault: dict[str, Any]) -> None:
    item = put(synced)
    demo.faults.add("/posts.json", method="POST", times=1, **fault)
    synced.round()
    let_pass(synced, 5, 30)
    assert (get(synced, item).state, stored(demo)) == ("unknown", [])
    let_pass(synced, 90)
    assert (get(synced, item).state, get(synced, item).attempts) == ("sent", 2)
    assert len(stored(demo)) == 1


def test_a_reply_is_found_by_its_target(synced: Kit, demo: DemoServer) -> None:
    topic, _ = own_post(demo, RAW)
    synced.synced()
    demo.settings.unique_posts_mins = 0
    item = put(synced, topic_id=topic, reply_to=2, raw=RAW)
    demo.faults.add("/posts.json", method="POST", times=1, drop=True)
    synced.round()
    let_pass(synced, 5)
    assert get(synced, item).state == "unknown", "an older post with the same text is not this one"
    let_pass(synced, 30, 90)
    assert stored(demo) == [(topic, 2, None), (topic, 3, 2)]


def test_what_may_be_it_or_not_is_held(synced: Kit, demo: DemoServer) -> None:
    item = put(synced)
    demo.faults.add("/posts.json", method="POST", times=1, after_commit=True, drop=True)
    demo.faults.add("/user_actions.json", status=503)
    synced.round()
    demo.faults.clear()
    demo.add_topic(title=TITLE, text=RAW, author=demo.username, group="webredactie")
    let_pass(synced, 60)
    assert (get(synced, item).state, get(synced, item).held) == ("unknown", 1)
    assert get(synced, item).reason == outbox.AMBIGUOUS
    let_pass(synced, 1000)
    assert len(stored(demo)) == 2


def test_one_that_is_stuck_does_not_stop_the_others(synced: Kit, demo: DemoServer) -> None:
    topic = demo.add_topic()
    synced.synced()
    stuck = put(synced, topic_id=topic, raw="Dit antwoord blijft hangen, helaas.")
    behind = put(synced, topic_id=topic, raw="Dit antwoord komt daarna, netjes.")
    other = put(synced)
    demo.faults.add("/posts.json", method="POST", times=1, status=502)
    synced.synced()
    assert [get(synced, one).state for one in (stuck, behind, other)] == ["unknown", "queued", "sent"]
    let_pass(synced, 30, 120, 30)
    assert [get(synced, one).state for one in (stuck, behind)] == ["sent", "sent"]
    assert get(synced, stuck).remote_number == 2


def test_the_community_asks_to_wait(synced: Kit, demo: DemoServer) -> None:
    item = put(synced)
    demo.faults.add("/posts.json", method="POST", times=1, status=429, retry_after=40)
    report = synced.synced()
    waiting = get(synced, item)
    assert (report.outbox_sent, waiting.state, waiting.attempts) == (0, "queued", 0)
    assert report.outbox_due is not None
    assert 30_000 < report.outbox_due - synced.wall() <= 40_000
    let_pass(synced, 41)
    assert get(synced, item).state == "sent"


def test_offline_everything_waits(synced: Kit, demo: DemoServer) -> None:
    item = put(synced)
    demo.stop()
    assert synced.round().error is not None
    assert (get(synced, item).state, get(synced, item).attempts) == ("queued", 0)
    demo.start()
    let_pass(synced, 60)
    assert get(synced, item).state == "sent"


def test_what_is_withdrawn_while_a_round_waits_for_its_moment_never_leaves(
    synced: Kit, demo: DemoServer
) -> None:
    item = put(synced, not_before=synced.wall() + outbox.UNDO_MS)
    other = put(synced, title="Wie schrijft er mee?", raw="Een andere vraag, die wel mag.")
    sleep, begun = synced.budget.sleep, synced.wall()

    def think_better(seconds: float) -> None:
        sleep(seconds)
        if synced.wall() - begun > 8_000:
            synced.store.write(lambda conn: outbox.withdraw(conn, item.item_id, synced.wall()))

    synced.budget.sleep = think_better
    assert synced.synced().outbox_sent == 1
    let_pass(synced, 20, 60)
    assert get(synced, other).state == "sent"
    assert stored(demo) == []
    assert synced.rows("SELECT raw FROM drafts") == [(RAW,)]


def test_a_day_offline_goes_out_in_order_within_the_limits(synced: Kit, demo: DemoServer) -> None:
    topic = demo.add_topic()
    synced.synced()
    demo.stop()
    texts = [f"Antwoord {number:03d} van onderweg, in de trein." for number in range(200)]
    for text in texts:
        put(synced, topic_id=topic, raw=text)
    for _ in range(3):
        let_pass(synced, 8 * 3600)
    demo.start()
    demo.faults.add("/posts.json", method="POST", status=503, skip=20, times=3)
    demo.faults.add("/t/*", drop=True, skip=60, times=2)
    for _ in range(60):
        if synced.round().outbox_due is None:
            break
        synced.clock.sleep(30)
    query = "SELECT raw FROM posts WHERE topic_id = ? AND post_number > 1 ORDER BY post_number"
    assert [row[0] for row in demo.community.database.rows(query, topic)] == texts
    with synced.store.reading() as conn:
        left = sorted(item.tried_at for item in rows.items(conn))
    assert min(after - before for before, after in pairwise(left)) >= 5_000


def test_a_post_that_waits_for_a_moderator_has_arrived(synced: Kit, demo: DemoServer) -> None:
    demo.moderate("webredactie")
    plain, lost = put(synced), put(synced, title="Wie maakte zijn brieven langer?", raw=RAW + " Graag!")
    demo.faults.add("/posts.json", method="POST", times=1, skip=1, after_commit=True, drop=True)
    synced.synced()
    let_pass(synced, 30)
    for item in (plain, lost):
        assert (get(synced, item).state, get(synced, item).reason) == ("sent", outbox.WAITING_FOR_MODERATION)
    assert demo.community.database.value("SELECT count(*) FROM reviewables") == 2


def closed(demo: DemoServer, topic: int, _: int) -> None:
    demo.close_topic(topic)


def topic_gone(demo: DemoServer, topic: int, _: int) -> None:
    demo.delete_topic(topic)


def parent_gone(demo: DemoServer, _: int, post: int) -> None:
    demo.delete_post(post)


def moved(demo: DemoServer, topic: int, _: int) -> None:
    demo.community.database.run("UPDATE topics SET category_id = 5 WHERE id = ?", topic)


@pytest.mark.parametrize("change", [closed, topic_gone, parent_gone, moved])
def test_a_reply_comes_back_when_its_place_changed(
    synced: Kit, demo: DemoServer, change: Callable[[DemoServer, int, int], None]
) -> None:
    topic = demo.add_topic(group="webredactie")
    post = demo.add_reply(topic)
    synced.synced()
    item = put(synced, topic_id=topic, reply_to=2, group_id=GROUP)
    change(demo, topic, post)
    assert synced.round().outbox_sent == 0
    back = get(synced, item)
    assert (back.state, back.reason, back.raw) == ("rejected", change.__name__, RAW)
    assert stored(demo) == []


def test_a_group_that_was_left_gives_everything_back(synced: Kit, demo: DemoServer) -> None:
    topic = demo.add_topic(group="participatie")
    synced.synced()
    items = [put(synced, group_id=5), put(synced, topic_id=topic, group_id=5)]
    demo.remove_from_group(demo.username, "participatie")
    synced.round()
    assert [(get(synced, one).state, get(synced, one).reason) for one in items] == [
        ("rejected", outbox.GROUP_LEFT)
    ] * 2


def test_a_refusal_of_a_proxy_is_not_the_communitys(synced: Kit, demo: DemoServer) -> None:
    item = put(synced)
    demo.faults.add("/posts.json", method="POST", times=1, status=407)
    report = synced.round()
    assert isinstance(report.error, ProxyFailed)
    assert get(synced, item).state == "unknown"


def test_a_key_that_is_refused_loses_nothing(synced: Kit, demo: DemoServer) -> None:
    item = put(synced)
    demo.revoke_key(demo.key)
    assert synced.round().error is not None
    assert (get(synced, item).state, get(synced, item).attempts) == ("queued", 0)


def test_a_true_typing_time_keeps_a_newcomer_out_of_moderation(
    make: Callable[..., Kit], demo: DemoServer
) -> None:
    kit = make(key=demo.new_member("nieuw_hier"))
    kit.synced()
    item = put(kit, typing_ms=4_000, open_ms=9_000)
    kit.synced()
    assert (get(kit, item).state, get(kit, item).reason) == ("sent", "")


def test_likes_edits_and_deletions_arrive_and_show(synced: Kit, demo: DemoServer) -> None:
    topic, mine = own_post(demo)
    theirs = demo.add_reply(topic)
    last = demo.add_reply(topic, text="Dit haal ik straks weer weg, denk ik.", author=demo.username)
    synced.synced()
    put(synced, action="like", topic_id=topic, post_id=theirs)
    put(
        synced,
        action="edit",
        topic_id=topic,
        post_id=mine,
        raw=RAW,
        original="Hier schreef ik eerder iets over.",
    )
    put(synced, action="delete", topic_id=topic, post_id=last)
    assert synced.synced().outbox_sent == 3
    assert synced.rows("SELECT liked, likes FROM posts WHERE post_id = ?", theirs) == [(1, 1)]
    assert "brieven korter" in synced.rows("SELECT html FROM posts WHERE post_id = ?", mine)[0][0]
    assert synced.rows("SELECT 1 FROM posts WHERE post_id = ?", last) == []
    put(synced, action="unlike", topic_id=topic, post_id=theirs)
    synced.synced()
    assert synced.rows("SELECT liked, likes FROM posts WHERE post_id = ?", theirs) == [(0, 0)]


@pytest.mark.parametrize("action", ["like", "edit", "delete"])
def test_a_deed_without_an_answer_is_looked_up(synced: Kit, demo: DemoServer, action: str) -> None:
    topic, mine = own_post(demo)
    post = demo.add_reply(topic) if action == "like" else mine
    synced.synced()
    item = put(synced, action=action, topic_id=topic, post_id=post, raw=RAW if action == "edit" else "")
    demo.faults.add("^/post(s|_actions).*", after_commit=True, drop=True, times=1)
    demo.faults.add("/session/current.json", times=0)
    synced.round()
    let_pass(synced, 5)
    assert (get(synced, item).state, get(synced, item).reason) == ("sent", "")


def test_an_edit_of_what_someone_else_changed_comes_back(synced: Kit, demo: DemoServer) -> None:
    topic, mine = own_post(demo)
    synced.synced()
    item = put(
        synced, action="edit", topic_id=topic, post_id=mine, original="Hier schreef ik eerder iets over."
    )
    demo.edit_post(mine, "Een moderator veranderde deze tekst.")
    synced.synced()
    assert (get(synced, item).state, get(synced, item).reason) == ("rejected", outbox.EDITED_ELSEWHERE)


def test_joining_leaving_and_asking(synced: Kit, demo: DemoServer) -> None:
    query = (
        "SELECT count(*) FROM group_users gu JOIN groups g ON g.id = gu.group_id"
        " WHERE g.name = ? AND user_id = (SELECT id FROM users WHERE username = ?)"
    )
    put(synced, action="join", group_id=14, title="loopbaan", raw="")
    put(synced, action="leave", group_id=8, title="webredactie", raw="")
    put(synced, action="ask", group_id=24, title="veilig-online", raw="Ik doe dit werk sinds kort.")
    demo.faults.add("^/groups/.*/join", after_commit=True, drop=True, times=1)
    synced.synced()
    let_pass(synced, 5)
    assert demo.community.database.value(query, "loopbaan", demo.username) == 1
    assert demo.community.database.value(query, "webredactie", demo.username) == 0
    assert (
        demo.community.database.value("SELECT reason FROM membership_requests")
        == "Ik doe dit werk sinds kort."
    )
    with synced.store.reading() as conn:
        assert {item.state for item in rows.items(conn)} == {"sent"}


def picture() -> bytes:
    out = io.BytesIO()
    Image.new("RGB", (40, 30), "teal").save(out, "PNG")
    return out.getvalue()


def with_picture(kit: Kit, content: bytes, name: str = "foto.png") -> Item:
    upload = attachments.keep(kit.store.folder, name, "image/png", content)
    item = put(kit, raw=f"{RAW}\n\n![foto]({outbox.placeholder(upload.file)})")
    kit.store.write(lambda conn: uploads.add(conn, upload._replace(item_id=item.item_id)))
    return item


def test_a_picture_goes_before_its_post(synced: Kit, demo: DemoServer) -> None:
    item = with_picture(synced, picture())
    demo.faults.add("/uploads.json", method="POST", after_commit=True, drop=True, times=1)
    demo.faults.add("/posts.json", method="POST", after_commit=True, drop=True, times=1)
    synced.round()
    let_pass(synced, 30, 30)
    assert get(synced, item).state == "sent"
    raw = demo.community.database.value("SELECT raw FROM posts WHERE id = ?", get(synced, item).remote_post)
    assert "upload://" in raw
    assert "waiting" not in raw


def test_a_file_the_community_refuses_sends_the_post_back(synced: Kit, demo: DemoServer) -> None:
    refused, lost = with_picture(synced, b"geen plaatje"), with_picture(synced, picture())
    with synced.store.reading() as conn:
        [upload] = uploads.of(conn, item_id=lost.item_id)
    (synced.store.folder / uploads.FOLDER / upload.file).unlink()
    synced.synced()
    assert (get(synced, refused).reason, get(synced, lost).reason) == (outbox.FILE_REFUSED, outbox.FILE_LOST)
    assert stored(demo) == []


def test_an_item_without_consent_is_held(make: Callable[..., Kit], demo: DemoServer) -> None:
    kit = make(consent=lambda _: outbox.AUDIENCE_GREW)
    kit.synced()
    item = put(kit)
    kit.synced()
    assert (get(kit, item).state, get(kit, item).held, get(kit, item).reason) == ("queued", 1, "audience")
    assert stored(demo) == []


def test_a_request_that_hangs_is_unknown_and_ends_the_round(
    make: Callable[..., Kit], demo: DemoServer
) -> None:
    kit = make()
    kit.synced()
    item = put(kit)
    kit.engine.connector.http._deadline_seconds = 1.0  # type: ignore[attr-defined]
    demo.faults.add("/posts.json", method="POST", times=1, delay=2.0)
    assert isinstance(kit.round().error, TimedOut)
    assert get(kit, item).state == "unknown"
    kit.engine.connector.http._deadline_seconds = 30.0  # type: ignore[attr-defined]
    let_pass(kit, 5, 30, 90)
    assert get(kit, item).state == "sent"
    assert len(stored(demo)) == 1


def test_two_processes_with_one_cache_send_everything_once(
    synced: Kit, make: Callable[..., Kit], demo: DemoServer
) -> None:
    beside = make(synced.store.folder.name)
    texts = [f"Bijdrage {number} die van twee kanten gaat." for number in range(12)]
    for number, text in enumerate(texts):
        put(synced, title=f"Gesprek {number} over twee kanten", raw=text)

    def rounds(kit: Kit) -> None:
        for _ in range(8):
            kit.round()
            kit.clock.sleep(50)

    with ThreadPoolExecutor(2) as pool:
        list(pool.map(rounds, (synced, beside)))
    assert [len(stored(demo, text)) for text in texts] == [1] * len(texts)
    with synced.store.reading() as conn:
        assert {item.state for item in rows.items(conn)} == {"sent"}
