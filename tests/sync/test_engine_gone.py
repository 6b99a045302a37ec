"""What goes in the community goes from the cache, and only what really went."""

from __future__ import annotations

import json
from collections.abc import Callable

import httpx
import pytest

from sync.checks import look_at_topic
from sync.connectors.base import Access, TopicPosts
from sync.connectors.discourse import Discourse
from sync.demo.server import DemoServer
from sync.errors import InterceptedAnswer, SignInNeeded
from sync.http import Http
from sync.work import Work
from tests.sync.engine_kit import Kit, visible_post_ids

Kits = Callable[..., Kit]


@pytest.fixture
def kit(synced: Kit) -> Kit:
    return synced


def closed_group(kit: Kit) -> tuple[int, str]:
    found = kit.rows(
        "SELECT g.group_id, g.slug FROM groups g JOIN topics t USING (group_id) WHERE g.closed"
        " GROUP BY g.group_id ORDER BY count(*) DESC"
    )
    return int(found[0][0]), str(found[0][1])


def test_a_deleted_reply_leaves_the_cache(kit: Kit, demo: DemoServer) -> None:
    gone = kit.rows("SELECT post_id FROM posts WHERE number > 1 ORDER BY post_id DESC LIMIT 1")[0][0]
    demo.delete_post(gone)
    report = kit.synced()
    assert report.posts_removed == 1
    assert gone not in kit.post_ids()
    assert kit.synced().requests == 1


def test_a_deleted_topic_leaves_the_cache(kit: Kit, demo: DemoServer) -> None:
    topic = kit.rows("SELECT topic_id FROM posts ORDER BY post_id DESC LIMIT 1")[0][0]
    demo.delete_topic(topic)
    kit.synced()
    assert kit.rows("SELECT * FROM topics WHERE topic_id = ?", topic) == []
    assert kit.post_ids() == visible_post_ids(demo)
    assert kit.synced().requests == 1


def test_a_deletion_deep_down_is_found_when_the_topic_is_opened(kit: Kit, demo: DemoServer) -> None:
    gone, topic = kit.rows("SELECT post_id, topic_id FROM posts WHERE number > 1 ORDER BY post_id LIMIT 1")[0]
    demo.delete_post(gone)
    kit.synced()
    assert gone in kit.post_ids()
    assert gone in kit.engine.refresh_topic(topic).posts_removed


def test_a_deletion_deep_down_is_found_by_the_topics_facts(kit: Kit, demo: DemoServer) -> None:
    gone = kit.rows("SELECT post_id FROM posts WHERE number > 1 ORDER BY post_id LIMIT 1")[0][0]
    demo.delete_post(gone)
    kit.forget_moment("topics_at")
    kit.synced()
    assert gone not in kit.post_ids()


def test_a_post_that_is_only_unlisted_stays(kit: Kit, demo: DemoServer) -> None:
    post = kit.rows("SELECT post_id FROM posts WHERE number > 1 ORDER BY post_id DESC LIMIT 1")[0][0]
    # A small action is in its topic's stream but in no list of posts.
    demo.community.database.run("UPDATE posts SET post_type = 2 WHERE id = ?", post)
    kit.synced()
    assert post in kit.post_ids()
    assert kit.synced().requests == 1


def test_a_group_left_is_forgotten_with_everything_in_it(kit: Kit, demo: DemoServer) -> None:
    group_id, slug = closed_group(kit)
    lost = {
        row[0]
        for row in kit.rows(
            "SELECT post_id FROM posts JOIN topics USING (topic_id) WHERE group_id = ?", group_id
        )
    }
    assert lost
    demo.remove_from_group(demo.username, slug)
    kit.forget_moment("access_at")
    report = kit.synced()
    assert group_id in report.changes.groups
    assert not lost & kit.post_ids()
    assert kit.rows("SELECT * FROM groups WHERE group_id = ?", group_id) == []
    assert kit.post_ids() == visible_post_ids(demo)
    assert kit.synced().requests == 1


def test_what_comes_in_after_its_group_was_forgotten_goes_too(
    kit: Kit, demo: DemoServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    group, slug = closed_group(kit)
    [(topic,)] = kit.rows("SELECT min(topic_id) FROM topics WHERE group_id = ?", group)
    ask = kit.engine.connector.topic

    def slowly(topic_id: int) -> TopicPosts:
        found = ask(topic_id)
        demo.remove_from_group("noor_wijnands", slug)
        kit.forget_moment("access_at")
        kit.synced()
        assert kit.rows("SELECT * FROM topics WHERE group_id = ?", group) == []
        return found

    monkeypatch.setattr(kit.engine.connector, "topic", slowly)
    kit.engine.refresh_topic(topic)
    assert kit.rows("SELECT * FROM topics WHERE group_id = ?", group) != []
    kit.forget_moment("access_at")
    kit.synced()
    assert kit.rows("SELECT * FROM topics WHERE group_id = ?", group) == []
    assert kit.post_ids() == visible_post_ids(demo)


def test_a_group_that_is_only_not_listed_is_asked_for_once(kit: Kit) -> None:
    [(group,)] = kit.rows("SELECT min(group_id) FROM groups WHERE NOT closed")
    listed = kit.engine.connector.access

    def without_it() -> Access:
        found = listed()
        return found._replace(groups=tuple(one for one in found.groups if one.id != group))

    kit.store.write(lambda conn: conn.execute("DELETE FROM groups WHERE group_id = ?", (group,)))
    kit.engine.connector.access = without_it  # type: ignore[method-assign]
    asked = []
    for _ in range(2):
        kit.forget_moment("access_at")
        kit.synced()
        asked.append([one.path for one in kit.requests].count(f"/c/{group}/show.json"))
    assert asked == [1, 0]
    assert kit.rows("SELECT * FROM topics WHERE group_id = ?", group) != []


def test_a_group_left_is_noticed_by_what_the_newest_page_lacks(kit: Kit, demo: DemoServer) -> None:
    group_id, slug = closed_group(kit)
    recent = kit.rows(
        "SELECT group_id FROM (SELECT topic_id FROM posts ORDER BY post_id DESC LIMIT 50)"
        " JOIN topics USING (topic_id)"
    )
    assert (group_id,) in recent
    demo.remove_from_group(demo.username, slug)
    kit.synced()
    assert kit.post_ids() == visible_post_ids(demo)
    assert kit.rows("SELECT * FROM groups WHERE group_id = ?", group_id) == []


def test_a_group_joined_brings_its_older_topics(make: Kits, demo: DemoServer) -> None:
    helper = make()
    helper.synced()
    _, slug = closed_group(helper)
    demo.remove_from_group(demo.username, slug)
    kit = make()
    kit.synced()
    without = kit.post_ids()
    demo.add_to_group(demo.username, slug)
    for name in ("access_at", "chores_rested"):
        kit.forget_moment(name)
    for _ in range(6):
        kit.synced()
        kit.forget_moment("chores_rested")
    assert kit.post_ids() == visible_post_ids(demo) > without


def test_a_deletion_in_a_topic_without_its_ids_is_found_by_asking_for_the_post(
    kit: Kit, demo: DemoServer
) -> None:
    gone, topic = kit.rows("SELECT post_id, topic_id FROM posts WHERE number > 1 ORDER BY post_id DESC")[0]
    others = {row[0] for row in kit.rows("SELECT post_id FROM posts WHERE topic_id = ?", topic)} - {gone}
    demo.delete_post(gone)
    reply = httpx.get(f"{demo.url}/t/{topic}.json", headers={"User-Api-Key": demo.key}).json()
    del reply["post_stream"]["stream"]
    demo.faults.add(f"/t/{topic}.json", status=200, body=json.dumps(reply), content_type="application/json")
    assert kit.synced().changes.posts_removed == {gone}
    assert others <= kit.post_ids()
    assert kit.synced().requests == 1


@pytest.mark.parametrize("stream", [{"stream": []}, {"stream": [1, 2]}, {}])
def test_a_topic_without_its_ids_wipes_nothing(
    kit: Kit, demo: DemoServer, stream: dict[str, list[int]]
) -> None:
    topic = kit.rows("SELECT topic_id FROM posts GROUP BY topic_id HAVING count(*) > 2 LIMIT 1")[0][0]
    before = kit.rows("SELECT post_id FROM posts WHERE topic_id = ?", topic)
    headers = {"User-Api-Key": demo.key}
    reply = httpx.get(f"{demo.url}/t/{topic}.json", headers=headers).json()
    del reply["post_stream"]["stream"]
    reply["post_stream"].update(stream)
    demo.faults.add(f"/t/{topic}.json", status=200, body=json.dumps(reply), content_type="application/json")
    kit.engine.refresh_topic(topic)
    assert kit.rows("SELECT post_id FROM posts WHERE topic_id = ?", topic) == before


@pytest.mark.parametrize("path", ["*", "/site.json", "/posts.json", "/t/*", "/session/*", "/c/*"])
def test_a_login_page_wipes_nothing(kit: Kit, demo: DemoServer, path: str) -> None:
    before = kit.content()
    group_id, slug = closed_group(kit)
    demo.remove_from_group(demo.username, slug)
    demo.faults.add(path, login_page=True)
    kit.forget_moment("access_at")
    report = kit.round()
    assert isinstance(report.error, InterceptedAnswer)
    if path in ("*", "/posts.json", "/t/*", "/session/*"):
        assert kit.content()["posts"] == before["posts"]
    assert visible_post_ids(demo) <= kit.post_ids()
    assert kit.rows("SELECT * FROM groups WHERE group_id = ?", group_id)
    demo.faults.clear()
    kit.forget_moment("access_at")
    kit.synced()
    assert kit.post_ids() == visible_post_ids(demo)


def test_a_proxy_that_drops_the_key_wipes_nothing(kit: Kit, demo: DemoServer) -> None:
    """Without the key the public posts still come: closed content only looks gone."""
    before = kit.post_ids()
    connector = kit.engine.connector
    with Discourse(Http(demo.url, budget=kit.budget)) as without_key:
        kit.engine.connector = without_key
        kit.forget_moment("access_at")
        assert kit.round().error is not None
    assert kit.post_ids() == before
    kit.engine.connector = connector
    kit.synced()
    assert kit.post_ids() == before


def test_another_members_key_wipes_nothing(kit: Kit, demo: DemoServer) -> None:
    before = kit.rows("SELECT group_id FROM groups ORDER BY group_id")
    kit.engine.refresh_topic(kit.rows("SELECT topic_id FROM topics LIMIT 1")[0][0])
    kit.store.write(lambda conn: conn.execute("INSERT OR REPLACE INTO cursors VALUES ('identity', '987654')"))
    demo.remove_from_group(demo.username, closed_group(kit)[1])
    kit.forget_moment("access_at")
    kit.synced()
    assert kit.rows("SELECT group_id FROM groups ORDER BY group_id") == before


def test_a_member_with_a_new_name_still_loses_what_is_lost(kit: Kit, demo: DemoServer) -> None:
    group_id, slug = closed_group(kit)
    demo.remove_from_group(demo.username, slug)
    assert kit.engine._round(Work(), None).trust()
    demo.community.database.run("UPDATE users SET username = 'herdoopt' WHERE username = ?", demo.username)
    kit.forget_moment("access_at")
    kit.synced()
    assert kit.rows("SELECT * FROM groups WHERE group_id = ?", group_id) == []
    assert kit.post_ids() == visible_post_ids(demo, "herdoopt")


def test_a_key_that_gets_lost_during_a_long_round_wipes_nothing(kit: Kit, demo: DemoServer) -> None:
    """Who was known an hour ago is asked again before anything is taken away."""
    topic = kit.rows("SELECT topic_id FROM topics LIMIT 1")[0][0]
    round_ = kit.engine._round(Work(), None)
    assert round_.trust()
    demo.revoke_key(demo.key)
    kit.clock.sleep(3_600)
    with pytest.raises(SignInNeeded):
        look_at_topic(round_, topic)
    assert kit.rows("SELECT topic_id FROM topics WHERE topic_id = ?", topic)


def test_a_revoked_key_asks_to_sign_in_and_keeps_the_cache(kit: Kit, demo: DemoServer) -> None:
    before = kit.content()
    demo.revoke_key(demo.key)
    report = kit.round()
    assert isinstance(report.error, SignInNeeded)
    assert kit.content() == before
