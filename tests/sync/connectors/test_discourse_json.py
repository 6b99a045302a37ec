"""Discourse's JSON is read with tolerance: what is missing survives, what is broken is counted."""

from __future__ import annotations

from typing import Any

import pytest

from sync.connectors import discourse_fields as fields
from sync.connectors import discourse_json as shapes
from sync.connectors import discourse_people as people
from sync.errors import UnreadableAnswer

SITE = people.Site(
    "https://gemeenschap.example.nl",
    slugs={3: "vragen"},
    group_names={"bzk": "Ministerie van BZK"},
    fields=people.Fields(organisation=("7",), find=("9",)),
)

POST: dict[str, Any] = {
    "id": 12,
    "topic_id": 5,
    "post_number": 1,
    "user_id": 4,
    "username": "noor",
    "created_at": "2026-11-20T09:00:00.000Z",
    "cooked": "<p>Hoi <b>allemaal</b></p>",
    "topic_title": "Wie weet dit?",
    "topic_slug": "wie-weet-dit",
    "category_id": 3,
}


def post(**changes: Any) -> dict[str, Any]:
    return {**POST, **changes}


def test_the_least_there_can_be_is_a_post() -> None:
    found = shapes.read_post(SITE, POST)
    assert found is not None
    read, _ = found
    assert (read.id, read.number, read.created, read.text) == (12, 1, 1795165200000, "Hoi allemaal")
    assert (read.version, read.likes, read.liked, read.reply_to) == (1, 0, False, None)


def test_everything_there_is_is_read() -> None:
    found = shapes.read_post(
        SITE,
        post(
            version=3,
            updated_at="2026-11-20T10:00:00+01:00",
            reply_to_post_number="2",
            accepted_answer=True,
            actions_summary=[{"id": 2, "count": 8, "acted": True}, {"id": 3, "count": 1}, "?"],
            something_new={"deep": [1, 2]},
        ),
    )
    assert found is not None
    read = found[0]
    assert (read.version, read.updated, read.reply_to) == (3, 1795165200000, 2)
    assert (read.likes, read.liked, read.accepted) == (8, True, True)


@pytest.mark.parametrize(
    "broken",
    [
        post(id=None),
        post(id=True),
        post(id=0),
        post(id=1 << 70),
        post(topic_id=None),
        post(created_at="gisteren"),
        post(cooked=None),
        post(post_number={}),
        post(user_id=[]),
        {key: value for key, value in POST.items() if key != "cooked"},
        None,
        "post",
        [],
    ],
)
def test_a_broken_post_is_counted_and_the_rest_is_kept(broken: Any) -> None:
    found, skipped = fields.each([POST, broken, post(id=13)], lambda item: shapes.read_post(SITE, item))
    assert [read.id for read, _ in found] == [12, 13]
    assert skipped == 1


@pytest.mark.parametrize(
    "absent",
    [
        post(post_type=3),
        post(post_type=4),
        post(deleted_at="2026-11-20T10:00:00Z"),
        post(user_deleted=True),
    ],
)
def test_what_nobody_wrote_or_what_was_taken_away_is_no_post(absent: dict[str, Any]) -> None:
    assert fields.each([absent], lambda item: shapes.read_post(SITE, item)) == ([], 0)


def test_a_withdrawn_post_is_named() -> None:
    items = [POST, post(id=13, user_deleted=True), post(id=14, deleted_at="2026-11-20T10:00:00Z"), "?"]
    assert shapes.withdrawn(items) == (13, 14)
    assert shapes.listed_ids(items) == (14, 13, 12)


@pytest.mark.parametrize("items", [None, {}, "posts", 3])
def test_what_is_no_list_is_unreadable(items: object) -> None:
    with pytest.raises(UnreadableAnswer):
        fields.each(items, lambda item: item)


@pytest.mark.parametrize(
    ("template", "address"),
    [
        (
            "/user_avatar/x/noor/{size}/1_2.png",
            "https://gemeenschap.example.nl/user_avatar/x/noor/96/1_2.png",
        ),
        ("//gemeenschap.example.nl/a/{size}.png", "https://gemeenschap.example.nl/a/96.png"),
        ("https://elders.example.com/a/{size}.png", None),
        ("//elders.example.com/{size}.png", None),
        ("http://gemeenschap.example.nl/a/{size}.png", "https://gemeenschap.example.nl/a/96.png"),
        ("https://gemeenschap.example.nl:443/a/{size}.png", "https://gemeenschap.example.nl/a/96.png"),
        ("/letter/{size}.svg", None),
        ("https://[kapot/{size}.png", None),
        ("", None),
        (None, None),
    ],
)
def test_avatars_are_of_the_communitys_own_host(template: object, address: str | None) -> None:
    assert people.avatar(SITE, template) == address


def test_the_organisation_comes_from_the_field_then_the_group_then_the_title() -> None:
    def organisation(**user: Any) -> str | None:
        item = {"user": {"id": 4, "username": "noor", **user}}
        return people.read_directory_item(SITE, item).organisation

    field = {"7": {"value": ["UWV"], "searchable": True}, "9": "Amsterdam"}
    assert organisation(user_fields=field, primary_group_name="bzk", title="Adviseur") == "UWV"
    assert (
        organisation(user_fields={"7": ""}, primary_group_name="bzk", title="Adviseur")
        == "Ministerie van BZK"
    )
    assert organisation(primary_group_name="rws") == "rws"
    assert organisation(title="Rijkswaterstaat") == "Rijkswaterstaat"
    assert organisation() is None


def test_the_sites_own_fields_are_found_by_their_names() -> None:
    payload = {
        "categories": [],
        "user_fields": [
            {"id": 1, "name": "Voornaamwoorden"},
            {"id": 2, "name": "Afdeling"},
            {"id": 3, "name": "Jouw organisatie"},
            {"id": 4, "name": "Waar ben je te vinden?"},
            {"id": "x"},
        ],
    }
    assert people.read_site("https://x.nl", payload).fields == people.Fields(("3", "2"), ("4",))


@pytest.mark.parametrize(
    ("tags", "names"),
    [
        (["b1", "zorg"], ("b1", "zorg")),
        ([{"id": 1, "name": "b1", "slug": "b1"}, {"id": 2}], ("b1",)),
        ([], ()),
        (None, None),
    ],
)
def test_tags_are_names_or_objects(tags: object, names: tuple[str, ...] | None) -> None:
    assert shapes.read_tags(tags) == names


def test_a_topic_of_a_list_is_read() -> None:
    topic = shapes.read_topic(
        SITE,
        {
            "id": 5,
            "title": "Wie weet dit?",
            "category_id": 3,
            "posts_count": 4,
            "highest_post_number": 6,
            "tags": ["b1"],
            "has_accepted_answer": False,
            "bookmarked": None,
            "posters": [{"user_id": 4}],
            "pinned": False,
            "last_posted_at": None,
        },
    )
    assert topic is not None
    assert (topic.replies, topic.highest_number, topic.author_id) == (3, 6, 4)
    assert (topic.kind, topic.answered, topic.saved, topic.closed) == ("question", False, None, None)


@pytest.mark.parametrize("change", [{"archetype": "private_message"}, {"visible": False}])
def test_private_messages_and_unlisted_topics_are_left_out(change: dict[str, Any]) -> None:
    item = {"id": 5, "title": "Hoi", "category_id": 3, **change}
    assert fields.each([item], lambda one: shapes.read_topic(SITE, one)) == ([], 0)


def test_an_event_is_read_from_its_post() -> None:
    event = {
        "starts_at": "2026-12-01T13:00:00Z",
        "ends_at": None,
        "name": "Borrel",
        "location": "Den Haag",
        "stats": {"going": 4},
    }
    found = shapes.read_event(event)
    assert found is not None
    assert (found.starts, found.ends, found.name, found.going) == (1796130000000, None, "Borrel", 4)
    assert shapes.read_event({"starts_at": "straks"}) is None
    assert shapes.read_event(None) is None


def test_a_category_is_a_group() -> None:
    group = people.read_group(
        {
            "id": 8,
            "name": "Crisis &amp; zo",
            "slug": "crisis",
            "read_restricted": True,
            "description_text": "Alleen <b>voor</b> ons",
            "color": "AF261D",
            "permission": 3,
        }
    )
    assert (group.closed, group.can_post, group.purpose) == (True, False, "Alleen voor ons")
