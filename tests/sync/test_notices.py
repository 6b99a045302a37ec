"""What concerns the member in person: asked of the community, and kept."""

from __future__ import annotations

import json
from typing import Any

import pytest

from sync import notices
from sync.demo.moments import iso
from sync.demo.server import DemoServer
from sync.store import notices as rows
from sync.store.notices import NoticeRow
from tests.sync.engine_kit import Kit

ME = "noor_wijnands"
REFUSED = {"status": 403, "body": '{"errors": ["nee"]}', "content_type": "application/json"}


def listed(kit: Kit) -> list[NoticeRow]:
    with kit.store.reading() as conn:
        return rows.rows(conn)


def to_show(kit: Kit) -> list[NoticeRow]:
    with kit.store.reading() as conn:
        return rows.to_show(conn)


def asked(kit: Kit) -> list[str]:
    return [one.path for one in kit.requests if one.path.startswith("/notifications")]


def ask_again(kit: Kit) -> None:
    """A round in which it is time to ask."""
    kit.forget_moment(notices.AT)
    kit.synced()


def add_notification(demo: DemoServer, kind: int, **data: object) -> None:
    demo.community.database.run(
        "INSERT INTO notifications (user_id, notification_type, created_at, data)"
        " SELECT id, ?, ?, ? FROM users WHERE username = ?",
        kind,
        iso(demo.community.now()),
        json.dumps(data),
        ME,
    )


def unread_there(demo: DemoServer) -> set[int]:
    """The kinds of which the community still has something unread for the member."""
    rows_ = demo.community.database.rows(
        "SELECT DISTINCT notification_type FROM notifications n JOIN users u ON u.id = n.user_id"
        " WHERE NOT n.read AND u.username = ?",
        ME,
    )
    return {row[0] for row in rows_}


def own_topic(demo: DemoServer) -> int:
    return demo.add_topic(title="Wie wil er meelezen met onze folder?", author=ME)


def test_what_was_there_at_the_first_time_is_history(synced: Kit) -> None:
    assert len(listed(synced)) > 3
    assert to_show(synced) == []


def test_an_answer_is_to_be_told_with_who_and_where(synced: Kit, demo: DemoServer) -> None:
    topic_id = own_topic(demo)
    demo.add_reply(topic_id, author="fatima_elamrani")
    synced.forget_moment(notices.AT)
    synced.forget_moment("chores_rested")
    synced.synced()
    (told,) = to_show(synced)
    assert (told.kind, told.topic_id, told.number) == ("reply", topic_id, 2)
    assert told.author == "Fatima El Amrani"
    assert told.title == "Wie wil er meelezen met onze folder?"


def test_mentions_likes_and_accepted_answers_have_their_own_kind(synced: Kit, demo: DemoServer) -> None:
    topic_id = demo.add_topic(title="Hoe maak je een kaart van de wijk?", author="fatima_elamrani")
    answer = demo.add_reply(topic_id, author=ME, text="Met potlood en een middag tijd, echt waar.")
    demo.add_reply(topic_id, author="joost_vandijk", text=f"Dank je @{ME}, dat proberen we morgen.")
    demo.accept_answer(answer)
    synced.forget_moment(notices.AT)
    synced.forget_moment("chores_rested")
    synced.synced()
    assert {row.kind for row in to_show(synced)} == {"mention", "answer"}


def test_what_was_read_elsewhere_is_read_here(synced: Kit, demo: DemoServer) -> None:
    demo.add_reply(own_topic(demo), author="fatima_elamrani")
    synced.forget_moment(notices.AT)
    synced.forget_moment("chores_rested")
    synced.synced()
    demo.community.database.run("UPDATE notifications SET read = 1")
    synced.forget_moment(notices.AT)
    synced.forget_moment("chores_rested")
    synced.synced()
    assert all(row.read for row in listed(synced))
    assert to_show(synced) == []


def test_reading_the_post_reads_its_notification(synced: Kit, demo: DemoServer) -> None:
    demo.add_reply(own_topic(demo), author="fatima_elamrani")
    synced.forget_moment(notices.AT)
    synced.forget_moment("chores_rested")
    synced.synced()
    synced.store.write(lambda conn: conn.execute("DELETE FROM unread"))
    assert synced.store.write(rows.read_with_topics) > 0
    assert to_show(synced) == []


def read_everything(kit: Kit) -> None:
    kit.store.write(rows.read)
    kit.store.write(notices.want_read)


def test_that_all_was_seen_is_told_to_the_community(synced: Kit, demo: DemoServer) -> None:
    demo.add_reply(own_topic(demo), author="fatima_elamrani")
    ask_again(synced)
    assert unread_there(demo)
    read_everything(synced)
    ask_again(synced)
    assert asked(synced) == ["/notifications.json", "/notifications/mark-read.json"]
    assert unread_there(demo) == set()
    ask_again(synced)
    assert asked(synced) == ["/notifications.json"]


def test_what_came_in_since_is_not_told_to_be_read(synced: Kit, demo: DemoServer) -> None:
    topic_id = own_topic(demo)
    for _ in range(7):
        demo.add_reply(topic_id, author="fatima_elamrani")
    ask_again(synced)
    read_everything(synced)
    answer = demo.add_topic(title="Hoe maak je een kaart van de wijk?", author="fatima_elamrani")
    demo.add_reply(answer, author="fatima_elamrani", text=f"Weet jij dit misschien, @{ME}, of iemand anders?")
    ask_again(synced)
    assert [row.kind for row in to_show(synced)] == ["mention"]
    ask_again(synced)
    assert [row.kind for row in to_show(synced)] == ["mention"]
    assert unread_there(demo) == {1}


def test_what_is_not_in_the_list_stays_unread_there(synced: Kit, demo: DemoServer) -> None:
    private_message = 6
    add_notification(demo, private_message, topic_title="Onder ons")
    read_everything(synced)
    ask_again(synced)
    assert unread_there(demo) == {private_message}


def test_who_was_let_in_is_told_where_and_sees_it_at_once(synced: Kit, demo: DemoServer) -> None:
    known = {row[0] for row in synced.rows("SELECT group_id FROM groups")}
    group_id, name, facts_id = next(
        row
        for row in synced.rows("SELECT remote_id, remote_name, group_id FROM group_facts WHERE group_id < 0")
    )
    demo.add_to_group(ME, name)
    add_notification(demo, 22, group_id=group_id, group_name=name)
    assert facts_id == -group_id
    ask_again(synced)
    (told,) = to_show(synced)
    assert told.kind == "welcome"
    assert told.group
    assert told.closed
    new = {row[0] for row in synced.rows("SELECT group_id FROM groups")} - known
    assert told.group_id in new
    synced.store.write(lambda conn: rows.without_group(conn, told.group_id or 0))
    assert to_show(synced) == []


def test_a_group_without_a_place_has_a_name_and_nowhere_to_go(synced: Kit, demo: DemoServer) -> None:
    group_id, name = next(
        iter(synced.rows("SELECT remote_id, name FROM group_facts WHERE group_id < 0 ORDER BY group_id"))
    )
    add_notification(demo, 22, group_id=group_id, group_name="x")
    ask_again(synced)
    assert [(row.group, row.group_id) for row in to_show(synced)] == [(name, None)]


def test_history_does_not_come_back_with_a_clock_that_jumped(synced: Kit) -> None:
    before = listed(synced)
    synced.clock.now += 3_000 * 86_400
    ask_again(synced)
    assert listed(synced) == before
    assert to_show(synced) == []


@pytest.mark.parametrize(
    "fault", [{"status": 500}, {"status": 200, "body": "[]", "content_type": "application/json"}], ids=str
)
def test_a_list_over_which_the_community_fails_does_not_end_every_round(
    fault: dict[str, Any], synced: Kit, demo: DemoServer
) -> None:
    demo.faults.add("/notifications*", **fault)
    synced.forget_moment(notices.AT)
    assert synced.round().error is not None
    synced.synced()
    assert asked(synced) == []


def test_a_refusal_counts_only_from_a_community_that_knows_the_member(synced: Kit, demo: DemoServer) -> None:
    demo.faults.add("/notifications*", **REFUSED)
    demo.faults.add("/session/current.json", **REFUSED)
    synced.forget_moment(notices.AT)
    assert synced.round().error is not None
    demo.faults.clear()
    ask_again(synced)
    assert asked(synced) == ["/notifications.json"]


def test_it_is_asked_now_and_then(synced: Kit) -> None:
    synced.synced()
    assert asked(synced) == []
    for name in (notices.AT, "chores_rested"):
        synced.forget_moment(name)
    synced.synced()
    assert asked(synced) == ["/notifications.json"]


def test_a_key_that_may_not_ask_is_left_in_peace(synced: Kit, demo: DemoServer) -> None:
    demo.faults.add("^/notifications", status=403)
    for name in (notices.AT, "chores_rested"):
        synced.forget_moment(name)
    assert synced.round().error is None
    assert asked(synced) == ["/notifications.json"]
    for name in (notices.AT, "chores_rested"):
        synced.forget_moment(name)
    synced.synced()
    assert asked(synced) == []


def test_a_topic_is_told_of_once_by_the_client_itself(synced: Kit) -> None:
    with synced.store.reading() as conn:
        topic_id = int(conn.execute("SELECT max(topic_id) FROM topics").fetchone()[0])
    first = synced.store.write(lambda conn: rows.add(conn, "group", [topic_id, topic_id], 5))
    again = synced.store.write(lambda conn: rows.add(conn, "group", [topic_id], 6))
    other = synced.store.write(lambda conn: rows.add(conn, "rule", [topic_id], 6))
    assert (len(first), again, len(other)) == (1, [], 1)


def test_a_lost_group_leaves_no_notification(synced: Kit) -> None:
    with synced.store.reading() as conn:
        group_id, topic_id = conn.execute(
            "SELECT g.group_id, max(t.topic_id) FROM topics t JOIN groups g USING (group_id) WHERE g.closed"
        ).fetchone()
    synced.store.write(lambda conn: rows.add(conn, "group", [topic_id], 5))
    synced.store.write(lambda conn: rows.without_group(conn, group_id))
    assert all(row.group_id != group_id for row in listed(synced))
