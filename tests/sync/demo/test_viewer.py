"""Closed means closed: what a member may not see is absent everywhere."""

from __future__ import annotations

import json

import httpx
import pytest

from sync.demo.server import DemoServer
from tests.sync.demo.conftest import signed_in

SECRET = "Geheimwoordje voor de besloten kring"


@pytest.fixture
def closed(demo: DemoServer) -> str:
    """A closed group that the default member is not in, nor knows of."""
    slug = demo.community.database.value(
        "SELECT c.slug FROM categories c JOIN groups g ON g.id = c.group_id"
        " WHERE c.read_restricted AND NOT g.listed AND c.group_id NOT IN"
        " (SELECT group_id FROM group_users gu JOIN users u ON u.id = gu.user_id WHERE u.username = ?)",
        demo.username,
    )
    assert slug
    return str(slug)


@pytest.fixture
def secret_topic(demo: DemoServer, closed: str) -> int:
    """A topic in that group, with the default member named in it."""
    topic = demo.add_topic(group=closed, title=f"{SECRET}: wat nu?", text=f"{SECRET} voor @{demo.username}.")
    demo.add_reply(topic, text=f"{SECRET}, een antwoord aan @{demo.username}.")
    return topic


def everywhere(demo: DemoServer, closed: str, topic: int) -> list[str]:
    """All addresses where the content could leak."""
    category = demo.community.database.value("SELECT id FROM categories WHERE slug = ?", closed)
    author = demo.community.database.value(
        "SELECT username FROM users JOIN topics t ON t.user_id = users.id WHERE t.id = ?", topic
    )
    return [
        "/posts.json",
        "/latest.json",
        "/top.json?period=all",
        f"/search.json?q={SECRET.split(maxsplit=1)[0]}",
        "/site.json",
        "/categories.json",
        "/groups.json",
        f"/groups/{closed}.json",
        f"/groups/{closed}/members.json",
        f"/c/{closed}/{category}.json",
        f"/c/{category}/show.json",
        f"/t/{topic}.json",
        f"/t/{topic}/posts.json",
        "/notifications.json",
        f"/user_actions.json?username={author}",
        f"/u/{demo.username}.json",
        "/session/current.json",
        "/discourse-post-event/events.json",
    ]


def test_a_closed_group_is_absent_for_others(
    demo: DemoServer, member: httpx.Client, closed: str, secret_topic: int
) -> None:
    """Neither the text nor the group's address shows anywhere."""
    for path in everywhere(demo, closed, secret_topic):
        reply = member.get(path)
        assert SECRET not in reply.text.replace("\\", ""), path
        if reply.status_code == 200:
            assert f'"{closed}"' not in reply.text, path
    for path in (f"/t/{secret_topic}.json", f"/t/{secret_topic}/posts.json"):
        assert member.get(path).status_code == 403
        assert member.get(path).json()["error_type"] == "invalid_access"


def test_of_a_listed_group_others_know_that_it_is_there_and_no_more(
    demo: DemoServer, member: httpx.Client, closed: str, secret_topic: int
) -> None:
    """One can ask to be let in, without seeing who or what is inside."""
    demo.community.database.run("UPDATE groups SET listed = 1 WHERE name = ?", closed)
    shown = member.get("/groups.json", params={"filter": closed}).json()["groups"]
    [group] = [one for one in shown if one["name"] == closed]
    assert (group["visibility_level"], group["members_visibility_level"]) == (1, 2)
    assert (group["can_see_members"], group["allow_membership_requests"]) == (False, True)
    assert group["user_count"] > 0
    assert member.get(f"/groups/{closed}/members.json").status_code == 403
    inside = demo.community.database.value(
        "SELECT u.username FROM users u JOIN group_users gu ON gu.user_id = u.id JOIN groups g"
        " ON g.id = gu.group_id WHERE g.name = ?",
        closed,
    )
    assert closed not in [one["name"] for one in member.get(f"/u/{inside}.json").json()["user"]["groups"]]
    assert closed not in [one["slug"] for one in member.get("/site.json").json()["categories"]]
    assert member.get(f"/t/{secret_topic}.json").status_code == 403


def test_it_is_there_for_its_members(demo: DemoServer, closed: str, secret_topic: int) -> None:
    """A member of the group sees it in all the usual places."""
    inside = demo.community.database.value(
        "SELECT u.username FROM users u JOIN group_users gu ON gu.user_id = u.id JOIN groups g"
        " ON g.id = gu.group_id"
        " WHERE g.name = ? AND NOT u.admin",
        closed,
    )
    with signed_in(demo, demo.new_key(inside)) as client:
        for path in (
            "/posts.json",
            "/latest.json",
            f"/search.json?q={SECRET.split(maxsplit=1)[0]}",
            f"/t/{secret_topic}.json",
        ):
            assert SECRET in client.get(path).text, path
        shown = client.get("/site.json").json()["categories"]
        category = next(c for c in shown if c["slug"] == closed)
        assert category["read_restricted"] is True
        allowed = client.get(f"/c/{category['id']}/show.json").json()["category"]["group_permissions"]
        assert [p["group_name"] for p in allowed] == [closed]


def test_losing_a_group_takes_its_content_away_at_once(
    demo: DemoServer, member: httpx.Client, closed: str
) -> None:
    """Joined, everything is there; removed, it is gone."""
    demo.add_to_group(demo.username, closed)
    topic = demo.add_topic(group=closed, title=f"{SECRET} van deze week?")
    assert member.get(f"/t/{topic}.json").status_code == 200
    demo.remove_from_group(demo.username, closed)
    assert member.get(f"/t/{topic}.json").status_code == 403
    assert SECRET not in member.get("/posts.json").text
    assert closed not in [c["slug"] for c in member.get("/site.json").json()["categories"]]


def test_writing_into_a_closed_group_is_refused(
    demo: DemoServer, member: httpx.Client, closed: str, secret_topic: int
) -> None:
    """Neither a topic, a reply, a like nor a bookmark."""
    category = demo.community.database.value("SELECT id FROM categories WHERE slug = ?", closed)
    new = {
        "title": "Mag ik hier iets vragen aan jullie?",
        "raw": "Ik hoor graag wat jullie doen.",
        "category": category,
    }
    assert member.post("/posts.json", json=new).status_code == 403
    reply = {"raw": "Ik praat ongevraagd een eindje mee.", "topic_id": secret_topic}
    assert member.post("/posts.json", json=reply).status_code == 422
    post = demo.community.database.value("SELECT id FROM posts WHERE topic_id = ?", secret_topic)
    assert member.post("/post_actions.json", json={"id": post, "post_action_type_id": 2}).status_code == 403
    mark = {"bookmarkable_id": post, "bookmarkable_type": "Post"}
    assert member.post("/bookmarks.json", json=mark).status_code == 403


def test_administrators_see_everything_and_moderators_do_not(demo: DemoServer, secret_topic: int) -> None:
    """As in Discourse: a moderator needs to be in the group."""
    rows = demo.community.database.rows(
        "SELECT u.username, u.admin FROM users u WHERE u.moderator AND (u.admin OR u.id NOT IN"
        " (SELECT user_id"
        " FROM group_users WHERE group_id = (SELECT group_id FROM categories c JOIN topics t ON"
        " t.category_id = c.id"
        " WHERE t.id = ?)))",
        secret_topic,
    )
    assert {bool(r["admin"]) for r in rows} == {True, False}
    for row in rows:
        with signed_in(demo, demo.new_key(row["username"])) as client:
            assert client.get(f"/t/{secret_topic}.json").status_code == (200 if row["admin"] else 403)


def test_open_groups_can_be_joined_and_left(demo: DemoServer, member: httpx.Client, closed: str) -> None:
    """Joining an open group shows in /groups.json; a closed one can only be asked for."""
    groups = member.get("/groups.json?filter=").json()["groups"]
    mine = next(g for g in groups if g["public_admission"] and not g.get("is_group_user"))
    assert member.put(f"/groups/{mine['id']}/join.json").status_code == 200
    assert member.get(f"/groups/{mine['name']}.json").json()["group"]["is_group_user"]
    assert member.delete(f"/groups/{mine['id']}/leave.json").status_code == 200
    assert not member.get(f"/groups/{mine['name']}.json").json()["group"]["is_group_user"]
    number = demo.community.database.value("SELECT id FROM groups WHERE name = ?", closed)
    assert member.put(f"/groups/{number}/join.json").status_code == 403
    asked = member.post(f"/groups/{closed}/request_membership.json", json={"reason": "Ik werk hieraan mee."})
    assert asked.status_code == 200


def test_members_of_a_group_are_listed_with_paging(story: DemoServer, reader: httpx.Client) -> None:
    """limit and offset, and the total."""
    slug = story.community.database.value(
        "SELECT g.name FROM groups g JOIN group_users gu ON gu.group_id = g.id WHERE g.closed"
        " AND gu.user_id ="
        " (SELECT id FROM users WHERE username = ?)",
        story.username,
    )
    whole = reader.get(f"/groups/{slug}/members.json?limit=500").json()
    names = [m["username"] for m in whole["members"]]
    assert story.username in names
    assert len(names) == whole["meta"]["total"]
    part = reader.get(f"/groups/{slug}/members.json", params={"limit": 2, "offset": 1}).json()
    assert [m["username"] for m in part["members"]] == names[1:3]


def test_profiles_tell_organisation_and_place(story: DemoServer, reader: httpx.Client) -> None:
    """User fields, primary group and title."""
    user = reader.get(f"/u/{story.username}.json").json()["user"]
    fields = {f["id"]: f["name"] for f in reader.get("/site.json").json()["user_fields"]}
    assert fields[1] == "Organisatie"
    assert user["user_fields"]["1"]
    assert user["primary_group_name"]
    assert user["title"]
    items = reader.get("/directory_items.json?user_field_ids=1|2").json()["directory_items"]
    assert all(i["user"]["user_fields"]["1"]["value"][0] for i in items)


def test_group_permissions_may_be_for_editors_only(demo: DemoServer, member: httpx.Client) -> None:
    """Some versions of Discourse leave them out for ordinary members."""
    demo.settings.group_permissions_for_editors_only = True
    category = demo.community.database.value("SELECT id FROM categories")
    assert "group_permissions" not in member.get(f"/c/{category}/show.json").json()["category"]
    assert json.dumps(member.get("/site.json").json()["categories"])
