"""Rounds against the demo community: what they cost, in which order things come, and what they bring."""

from __future__ import annotations

from collections.abc import Callable

import httpx
import pytest

from sync.demo.server import DemoServer
from sync.engine import Progress
from sync.errors import SignInNeeded, Stopped
from sync.store import cursors, known, marks
from tests.sync.engine_kit import Kit, visible_post_ids

Kits = Callable[..., Kit]


def test_a_first_round_brings_everything_the_member_may_see(kit: Kit, demo: DemoServer) -> None:
    report = kit.synced()
    assert kit.post_ids() == visible_post_ids(demo)
    assert report.posts_new == len(kit.post_ids()) > 300
    assert report.requests == len(kit.requests)
    assert report.gaps == ()
    assert report.account == "demo"


def test_the_first_useful_page_is_there_after_two_requests(kit: Kit) -> None:
    seen: list[tuple[int, int]] = []

    def tell(progress: Progress) -> None:
        if progress.stage == "newest":
            shown = kit.rows(
                "SELECT count(*) FROM posts JOIN groups g ON g.name <> '' JOIN topics t USING (topic_id) "
                "WHERE t.group_id = g.group_id AND t.title <> ''"
            )
            seen.append((len(kit.requests), shown[0][0]))

    kit.round(progress=tell)
    assert seen[0] == (2, 50)


def test_newest_comes_first(kit: Kit) -> None:
    oldest: list[int] = []
    kit.round(progress=lambda told: oldest.append(told.oldest) if told.oldest else None)
    assert oldest == sorted(oldest, reverse=True)
    assert len(set(oldest)) > 3


def test_an_idle_round_costs_one_request(synced: Kit) -> None:
    for _ in range(3):
        report = synced.synced()
        assert report.requests == 1
        assert [one.path for one in synced.requests] == ["/posts.json"]
        assert not report.changes


def test_a_thousand_new_posts_cost_at_most_22_requests(synced: Kit, demo: DemoServer) -> None:
    before = synced.post_ids()
    with demo.community.database.transaction():
        for _ in range(100):
            topic = demo.add_topic()
            for _ in range(9):
                demo.add_reply(topic)
    report = synced.synced()
    assert report.posts_new == 1_000
    assert report.requests <= 22
    assert synced.post_ids() == visible_post_ids(demo)
    assert len(synced.post_ids() - before) == 1_000
    # What it left for later does not make the next idle round dearer.
    assert synced.synced().requests == 1


def test_a_new_reply_costs_three_requests_and_brings_the_topics_facts(synced: Kit, demo: DemoServer) -> None:
    topic = demo.add_topic(title="Welke kleur heeft jullie nieuwsbrief?", tags=["huisstijl"])
    demo.add_reply(topic)
    report = synced.synced()
    # The last is whether it concerns the member in person.
    assert [one.path for one in synced.requests] == ["/posts.json", "/latest.json", "/notifications.json"]
    assert report.posts_new == 2
    assert synced.rows("SELECT title, replies FROM topics WHERE topic_id = ?", topic) == [
        ("Welke kleur heeft jullie nieuwsbrief?", 1)
    ]


def test_facts_people_and_organisations_arrive(synced: Kit, demo: DemoServer) -> None:
    name, organisation, find = synced.rows(
        "SELECT name, organisation, find FROM members WHERE username = ?", demo.username
    )[0]
    assert (name, organisation) == ("Noor Wijnands", "Ministerie van BZK")
    assert "Den Haag" in find
    assert synced.rows("SELECT count(*) FROM topics WHERE tags <> ''")[0][0] > 40
    assert synced.rows("SELECT count(*) FROM topics WHERE kind = 'question' AND answered")[0][0] > 3
    assert synced.rows("SELECT count(*) FROM topics WHERE event_starts IS NOT NULL")[0][0] > 0
    closed = synced.rows("SELECT count(*) FROM groups WHERE closed")[0][0]
    assert 0 < closed < 8


def test_an_organisation_of_a_profile_is_not_lost_to_a_guess(synced: Kit, demo: DemoServer) -> None:
    before = synced.rows("SELECT username, organisation FROM members ORDER BY username")
    demo.add_reply(demo.add_topic())
    synced.synced()
    assert synced.rows("SELECT username, organisation FROM members ORDER BY username") == before


def test_another_process_goes_on_with_what_this_one_learnt(make: Kits) -> None:
    first = make("shared")
    first.synced()
    before = first.content()
    first.close()
    second = make("shared")
    assert second.synced().requests == 1
    second.forget_moment("people_at")
    assert second.synced().requests > 1
    assert [one.path for one in second.requests].count("/site.json") == 0
    assert second.content() == before


def test_an_edit_on_the_newest_page_arrives(synced: Kit, demo: DemoServer) -> None:
    newest = max(synced.post_ids())
    demo.edit_post(newest, "Bij nader inzien schrijf ik het liever zo op.")
    report = synced.synced()
    assert (report.posts_new, report.posts_changed) == (0, 1)
    assert "Bij nader inzien" in synced.rows("SELECT html FROM posts WHERE post_id = ?", newest)[0][0]


def test_an_old_edit_arrives_when_the_topic_is_opened(synced: Kit, demo: DemoServer) -> None:
    post, topic = synced.rows(
        "SELECT post_id, topic_id FROM posts WHERE number = 1 ORDER BY post_id LIMIT 1"
    )[0]
    demo.edit_post(post, "Deze oude tekst is vandaag verbeterd en aangevuld.")
    assert synced.synced().posts_changed == 0
    changes = synced.engine.refresh_topic(topic)
    assert changes.posts_changed == {post}
    assert "vandaag verbeterd" in synced.rows("SELECT html FROM posts WHERE post_id = ?", post)[0][0]


def test_an_edit_further_down_arrives_with_the_sweep(synced: Kit, demo: DemoServer) -> None:
    post = sorted(synced.post_ids(), reverse=True)[70]
    demo.edit_post(post, "Een verbetering die op de tweede bladzijde staat.")
    assert synced.synced().posts_changed == 0
    synced.forget_moment("sweep_at")
    report = synced.synced()
    assert report.posts_changed == 1
    assert report.requests == 2


def test_a_long_topic_is_completed_when_it_is_opened(make: Kits, demo: DemoServer) -> None:
    topic = demo.add_topic()
    posts = {demo.add_reply(topic) for _ in range(64)}
    kit = make()
    kit.store.write(lambda conn: cursors.put(conn, "kept_days", "all"))
    kit.engine.refresh_topic(topic)
    assert posts <= kit.post_ids()


def test_reads_and_saves_reach_the_community(synced: Kit, demo: DemoServer) -> None:
    topic = synced.rows("SELECT topic_id FROM unread ORDER BY post_id DESC LIMIT 1")[0][0]
    synced.store.write(lambda conn: (marks.mark_topic_read(conn, topic), marks.save(conn, topic)))
    report = synced.synced()
    assert report.outbox_sent == 2
    assert report.requests == 3
    read = demo.community.database.value(
        "SELECT last_read_post_number FROM topic_users WHERE topic_id = ? AND user_id = 1", topic
    ) or demo.community.database.value(
        "SELECT max(last_read_post_number) FROM topic_users WHERE topic_id = ?", topic
    )
    assert read == synced.rows("SELECT max(number) FROM posts WHERE topic_id = ?", topic)[0][0]
    saved = "SELECT count(*) FROM bookmarks WHERE bookmarkable_type = 'Topic' AND bookmarkable_id = ?"
    assert demo.community.database.value(saved, topic) == 1
    synced.store.write(lambda conn: marks.unsave(conn, topic))
    assert synced.synced().outbox_sent == 1
    assert demo.community.database.value(saved, topic) == 0
    assert synced.synced().requests == 1


def test_what_could_not_be_sent_stays_waiting(synced: Kit, demo: DemoServer) -> None:
    topic = synced.rows("SELECT topic_id FROM unread LIMIT 1")[0][0]
    synced.store.write(lambda conn: marks.mark_topic_read(conn, topic))
    demo.faults.add("/topics/timings*", status=503)
    report = synced.synced()
    assert report.outbox_sent == 0
    assert synced.rows("SELECT count(*) FROM reads_pending WHERE topic_id = ?", topic)[0][0] > 0
    demo.faults.clear()
    assert synced.synced().outbox_sent == 1
    assert synced.rows("SELECT count(*) FROM reads_pending")[0][0] == 0


def test_a_key_no_longer_taken_loses_no_mark(synced: Kit, demo: DemoServer) -> None:
    topic, post = synced.rows("SELECT topic_id, post_id FROM unread LIMIT 1")[0]
    synced.store.write(lambda conn: marks.mark_read(conn, [post]))
    synced.store.write(lambda conn: marks.save(conn, topic))
    demo.revoke_key(demo.key)
    assert isinstance(synced.round().error, SignInNeeded)
    with synced.store.reading() as conn:
        assert [one[0] for one in marks.pending_reads(conn, 5)] == [topic]
        assert marks.pending_saves(conn) == [(topic, True)]


def test_what_the_community_refuses_for_good_is_not_sent_again(synced: Kit, demo: DemoServer) -> None:
    post = synced.rows("SELECT post_id FROM unread LIMIT 1")[0][0]
    synced.store.write(lambda conn: marks.mark_read(conn, [post]))
    demo.faults.add(
        "/topics/timings*", status=403, body='{"errors": ["nee"], "error_type": "invalid_access"}'
    )
    assert synced.synced().outbox_sent == 0
    assert synced.synced().requests == 1


@pytest.mark.parametrize("wanted", [True, False])
def test_a_change_of_mind_while_a_save_is_on_its_way_is_kept(
    kit: Kit, demo: DemoServer, wanted: bool
) -> None:
    kit.synced()
    topic = kit.rows("SELECT topic_id FROM topics LIMIT 1")[0][0]
    connector = kit.engine.connector
    first, second = (marks.save, marks.unsave) if wanted else (marks.unsave, marks.save)
    if not wanted:
        kit.store.write(lambda conn: marks.save(conn, topic))
        kit.synced()
    kit.store.write(lambda conn: first(conn, topic))
    name = "send_save" if wanted else "send_unsave"
    send = getattr(connector, name)

    def send_slowly(*arguments: int) -> object:
        told = send(*arguments)
        kit.store.write(lambda conn: second(conn, topic))
        delattr(connector, name)
        return told

    setattr(connector, name, send_slowly)
    kit.synced()
    kit.synced()
    saved = httpx.get(f"{demo.url}/t/{topic}.json", headers={"User-Api-Key": demo.key}).json()["bookmarked"]
    with kit.store.reading() as conn:
        assert marks.pending_saves(conn) == []
        assert known.saved(conn, topic) is saved is not wanted


def test_progress_tells_stages_and_counts(kit: Kit) -> None:
    report = kit.synced()
    stages = [told.stage for told in kit.told]
    assert stages[:3] == ["access", "newest", "topics"]
    assert "backfill" in stages
    assert kit.told[-1].posts == report.posts_new
    assert all(told.total is None or told.done <= told.total for told in kit.told)
    told_posts = set().union(*(told.changes.posts_new for told in kit.told))
    assert told_posts == report.changes.posts_new


def test_stopping_keeps_what_was_fetched_and_the_next_round_goes_on(kit: Kit, demo: DemoServer) -> None:
    report = kit.round(stop=lambda: len(kit.requests) >= 4)
    assert isinstance(report.error, Stopped)
    assert 0 < len(kit.post_ids()) < 300
    kit.synced()
    assert kit.post_ids() == visible_post_ids(demo)


def test_the_budget_is_kept(make: Kits) -> None:
    kit = make(per_minute=3)
    moments: list[float] = []
    take = kit.budget.take

    def noted() -> None:
        take()
        moments.append(kit.clock.now)

    kit.budget.take = noted  # type: ignore[method-assign]
    kit.synced()
    assert len(moments) > 9
    for moment in moments:
        assert sum(moment <= other < moment + 60 for other in moments) <= 3


def test_a_long_backfill_looks_up_for_news_and_does_chores(make: Kits, demo: DemoServer) -> None:
    kit = make(per_minute=1)
    late: list[int] = []

    def tell(progress: Progress) -> None:
        if progress.stage == "backfill" and not late:
            late.append(demo.add_topic(title="Dit kwam er tussendoor bij", tags=["b1"]))

    assert kit.round(progress=tell).error is None
    paths = [one.path for one in kit.requests]
    assert paths.count("/latest.json") == 2
    assert paths.index("/directory_items.json") < len(paths) - 3
    assert kit.rows("SELECT count(*) FROM posts WHERE topic_id = ?", late[0]) == [(1,)]
    assert kit.post_ids() == visible_post_ids(demo)


def test_retention_bounds_the_backfill_and_can_grow(make: Kits, demo: DemoServer) -> None:
    everything = visible_post_ids(demo)
    kit = make("one", retention_days=60)
    kit.synced()
    some = kit.post_ids()
    oldest = kit.rows("SELECT min(created) FROM posts")[0][0]
    horizon = (kit.engine.connector.server_time or 0) - 60 * 86_400_000
    assert oldest >= horizon
    assert 50 < len(some) < len(everything)
    kit.engine.retention_days = None
    kit.synced()
    assert kit.post_ids() == everything


def test_what_grew_too_old_comes_back_when_more_is_kept(synced: Kit, demo: DemoServer) -> None:
    synced.engine.retention_days = 200
    assert synced.synced().posts_removed > 50
    synced.engine.retention_days = None
    synced.synced()
    assert synced.post_ids() == visible_post_ids(demo)


def test_one_post_with_an_old_date_does_not_end_the_backfill(make: Kits, demo: DemoServer) -> None:
    """Staff may date a topic back."""
    ids = sorted(visible_post_ids(demo), reverse=True)
    demo.community.database.run(
        "UPDATE posts SET created_at = '2001-01-01T00:00:00.000Z' WHERE id IN (?, ?)", ids[30], ids[49]
    )
    kit = make(retention_days=4_000)
    kit.synced()
    assert kit.post_ids() == set(ids) - {ids[30], ids[49]}


def test_a_group_joined_brings_more_than_a_page_of_topics(make: Kits, demo: DemoServer) -> None:
    helper = make()
    helper.synced()
    slug = helper.rows("SELECT slug FROM groups WHERE closed ORDER BY group_id")[0][0]
    with demo.community.database.transaction():
        for number in range(120):
            demo.add_topic(group=slug, title=f"Een onderwerp van langer geleden, nummer {number}")
    demo.remove_from_group(demo.username, slug)
    kit = make()
    kit.synced()
    demo.add_to_group(demo.username, slug)
    kit.forget_moment("access_at")
    for _ in range(20):
        kit.forget_moment("chores_rested")
        kit.synced()
    assert kit.post_ids() == visible_post_ids(demo)


def test_windows_of_ids_are_walked_too(demo: DemoServer, make: Kits) -> None:
    demo.settings.window_paging = True
    kit = make()
    kit.synced()
    assert kit.post_ids() == visible_post_ids(demo)
    assert kit.synced().requests == 1
    for _ in range(60):
        demo.add_reply(demo.add_topic())
    kit.synced()
    assert kit.post_ids() == visible_post_ids(demo)
