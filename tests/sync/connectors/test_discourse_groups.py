"""Who can read a category of the demo community, its register of groups, and answers that are not whole."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sync.connectors import discourse_groups
from sync.connectors.base import GroupReaders
from sync.connectors.discourse import Discourse, connect
from sync.connectors.discourse_people import Site, noted_site
from sync.demo.server import DemoServer
from sync.errors import AccessDenied, InterceptedAnswer, NotFound, UnreadableAnswer
from sync.http import Http, Reply

Row = dict[str, Any]


@pytest.fixture
def connector(demo: DemoServer) -> Iterator[Discourse]:
    with connect(demo.url, demo.key, "tests") as found:
        found.access()
        yield found


@pytest.fixture
def closed(demo: DemoServer) -> tuple[int, str]:
    """A closed group that the member is in: its category and its slug."""
    row = demo.community.database.row(
        "SELECT c.id, c.slug FROM categories c JOIN group_users gu ON gu.group_id = c.group_id"
        " JOIN users u ON u.id = gu.user_id WHERE c.read_restricted AND u.username = ? ORDER BY c.id",
        demo.username,
    )
    assert row is not None
    return int(row["id"]), str(row["slug"])


def members(demo: DemoServer, slug: str) -> set[int]:
    rows = demo.community.database.rows(
        "SELECT user_id FROM group_users gu JOIN groups g ON g.id = gu.group_id WHERE g.name = ?", slug
    )
    return {row[0] for row in rows}


def admins(demo: DemoServer) -> set[int]:
    return {row[0] for row in demo.community.database.rows("SELECT id FROM users WHERE admin")}


def test_a_category_is_read_by_its_group_and_by_administrators(
    connector: Discourse, demo: DemoServer, closed: tuple[int, str]
) -> None:
    category, slug = closed
    for admin in admins(demo):
        username = demo.community.database.value("SELECT username FROM users WHERE id = ?", admin)
        demo.remove_from_group(username, slug)
    found = connector.readers(category)
    inside, staff = members(demo, slug), admins(demo)
    assert staff
    assert inside
    assert found.by == dict.fromkeys(inside, "member") | dict.fromkeys(staff, "staff")
    assert (found.complete, found.remote_name, found.total) == (True, slug, len(inside))
    by_id = {one.id: one for one in found.members}
    assert by_id.keys() == found.by.keys()
    assert all(one.name and one.avatar_url and one.organisation is None for one in found.members)
    assert all(by_id[one].team for one in staff)


def test_an_administrator_in_the_group_reads_as_a_member(
    connector: Discourse, demo: DemoServer, closed: tuple[int, str]
) -> None:
    [admin] = admins(demo)
    username = demo.community.database.value("SELECT username FROM users WHERE id = ?", admin)
    demo.add_to_group(username, closed[1])
    assert connector.readers(closed[0]).by[admin] == "member"


def test_where_permissions_are_for_editors_only_the_visible_groups_tell(
    connector: Discourse, demo: DemoServer, closed: tuple[int, str]
) -> None:
    demo.settings.group_permissions_for_editors_only = True
    found = connector.readers(closed[0])
    assert {key for key, right in found.by.items() if right == "member"} == members(demo, closed[1])
    assert (found.complete, found.remote_name) == (False, closed[1])
    assert any(one.path.endswith("/visible_groups.json") for one in demo.requests)


def test_where_nothing_tells_the_groups_the_name_does_and_that_is_not_sure(
    connector: Discourse, demo: DemoServer, closed: tuple[int, str]
) -> None:
    demo.settings.group_permissions_for_editors_only = True
    demo.faults.add(
        "*/visible_groups.json", status=404, body='{"errors": ["weg"]}', content_type="application/json"
    )
    found = connector.readers(closed[0])
    assert members(demo, closed[1]) <= found.by.keys()
    assert not found.complete


def test_hidden_members_leave_the_list_incomplete(
    connector: Discourse, demo: DemoServer, closed: tuple[int, str]
) -> None:
    demo.faults.add(
        f"/groups/{closed[1]}/members.json",
        status=403,
        body='{"errors": ["nee"]}',
        content_type="application/json",
    )
    found = connector.readers(closed[0])
    assert (set(found.by.values()), found.complete, found.total) == ({"staff"}, False, None)


@pytest.mark.parametrize("status", [200, 403])
def test_a_page_of_something_in_between_is_no_list(
    status: int, connector: Discourse, demo: DemoServer, closed: tuple[int, str]
) -> None:
    demo.faults.add(f"/groups/{closed[1]}/members.json", login_page=True, status=status)
    with pytest.raises(InterceptedAnswer):
        connector.readers(closed[0])


def test_a_category_of_others_is_refused(
    connector: Discourse, demo: DemoServer, closed: tuple[int, str]
) -> None:
    demo.remove_from_group(demo.username, closed[1])
    with pytest.raises((AccessDenied, NotFound)):
        connector.readers(closed[0])


def test_an_open_category_has_no_list(connector: Discourse, demo: DemoServer) -> None:
    category = demo.community.database.value("SELECT id FROM categories WHERE NOT read_restricted")
    assert connector.readers(category) == GroupReaders((), {}, False, everyone=True)


def test_the_members_of_a_group_are_told_by_its_name(
    connector: Discourse, demo: DemoServer, closed: tuple[int, str]
) -> None:
    found = connector.members(closed[1])
    assert {one.id for one in found.members} == members(demo, closed[1])
    assert (found.complete, found.total) == (True, len(found.members))
    demo.faults.add("*/members.json", status=403, body='{"errors": ["nee"]}', content_type="application/json")
    with pytest.raises(AccessDenied):
        connector.members(closed[1])
    with pytest.raises(NotFound):
        connector.readers(10**6)


def test_the_register_tells_what_one_is_in_may_join_and_may_ask_for(
    connector: Discourse, demo: DemoServer, closed: tuple[int, str]
) -> None:
    found = {one.remote_name: one for one in connector.register()}
    mine = found[closed[1]]
    assert (mine.group_id, mine.closed, mine.state) == (closed[0], True, "member")
    assert mine.members == len(members(demo, closed[1]))
    assert mine.name
    assert mine.purpose
    assert "open" in {one.state for one in found.values()}
    # An employer's group is not one to join, nor is one that the platform keeps by itself.
    others = demo.community.database.rows("SELECT name FROM groups WHERE kind <> 'group'")
    assert not found.keys() & {row[0] for row in others}
    pages = [one for one in demo.requests if one.path == "/groups.json"]
    assert len(pages) == 2


class Answers:
    """Stands in for the network: paths to payloads; a path that is not there is not found."""

    def __init__(self, **payloads: Any) -> None:
        self.payloads = payloads

    def get(self, path: str, params: Row | None = None) -> Reply:
        for name, payload in self.payloads.items():
            if path == name:
                return Reply(payload(params) if callable(payload) else payload, None, False)
        raise NotFound


def as_http(answers: Answers) -> Http:
    return answers  # type: ignore[return-value]


def user(number: int) -> Row:
    return {
        "id": number,
        "username": f"lid{number}",
        "name": f"Lid {number}",
        "avatar_template": "/a/{size}.png",
    }


def listed(*numbers: int, total: int | None = None) -> Row:
    return {
        "members": [user(one) for one in numbers],
        "meta": {"total": len(numbers) if total is None else total},
    }


def category(*names: str, parent: int | None = None) -> Row:
    permissions = [{"permission_type": 1, "group_name": name} for name in names]
    return {
        "category": {"read_restricted": True, "group_permissions": permissions, "parent_category_id": parent}
    }


SITE = Site("https://c.test", {7: "kern"}, {}, staff={1: "beheerders", 3: "medewerkers"})


def test_groups_of_the_category_above_read_by_that_right() -> None:
    answers = Answers(
        **{
            "/c/7/show.json": category("kern", "kring", "medewerkers", parent=6),
            "/c/6/show.json": category("kring", "medewerkers"),
            "/groups/kern/members.json": listed(1, 2),
            "/groups/kring/members.json": listed(2, 3),
            "/groups/medewerkers/members.json": listed(3, 4),
            "/groups/beheerders/members.json": listed(1, 5),
        }
    )
    found = discourse_groups.readers(as_http(answers), SITE, 7)
    assert found.by == {1: "member", 2: "member", 3: "parent", 4: "staff", 5: "staff"}
    assert (found.complete, found.total, found.remote_name) == (True, 2, "kern")


def test_a_category_for_just_those_above_has_them_as_members() -> None:
    answers = Answers(
        **{
            "/c/7/show.json": category("kring", "kern", parent=6),
            "/c/6/show.json": category("kring", "kern"),
            "/groups/kern/members.json": listed(1),
            "/groups/kring/members.json": listed(2),
            "/groups/beheerders/members.json": listed(),
        }
    )
    found = discourse_groups.readers(as_http(answers), SITE, 7)
    assert (found.by, found.total, found.remote_name) == ({1: "member", 2: "member"}, None, "")


def test_a_long_list_comes_in_pages_and_one_without_end_is_not_complete() -> None:
    def page(most: int) -> Callable[[Row], Row]:
        def answer(params: Row) -> Row:
            numbers = range(1 + params["offset"], 1 + min(params["offset"] + 3, most))
            return listed(*numbers, total=most)

        return answer

    answers = Answers(
        **{
            "/c/7/show.json": category("kern"),
            "/groups/kern/members.json": page(8),
            "/groups/beheerders/members.json": listed(),
        }
    )
    found = discourse_groups.readers(as_http(answers), SITE, 7)
    assert (sorted(found.by), found.complete) == (list(range(1, 9)), True)
    answers.payloads["/groups/kern/members.json"] = page(9_000)
    found = discourse_groups.readers(as_http(answers), SITE, 7)
    assert (len(found.by), found.total, found.complete) == (12, 9_000, False)


def test_a_broken_member_and_a_broken_permission_leave_it_incomplete() -> None:
    answers = Answers(
        **{
            "/c/7/show.json": category("kern"),
            "/groups/kern/members.json": {"members": [user(1), {"id": "x"}], "meta": {"total": 2}},
            "/groups/beheerders/members.json": listed(),
        }
    )
    found = discourse_groups.readers(as_http(answers), SITE, 7)
    assert (found.by, found.complete) == ({1: "member"}, False)
    answers.payloads["/groups/kern/members.json"] = listed(1)
    assert discourse_groups.readers(as_http(answers), SITE, 7).complete
    answers.payloads["/c/7/show.json"]["category"]["group_permissions"].append({"permission_type": 1})
    assert not discourse_groups.readers(as_http(answers), SITE, 7).complete


def test_notes_of_an_earlier_version_are_read_too() -> None:
    notes = '[[[7, "kern"]], {"kern": "De kern"}, [["1"], []]]'
    found = noted_site("https://c.test", notes)
    assert found is not None
    assert (found.slugs, found.staff) == ({7: "kern"}, {})


anything = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=9) | st.just("\ud800"),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=5,
)
FIELDS = ("id", "name", "full_name", "public_admission", "is_group_user", "bio_excerpt", "user_count")
groups = st.fixed_dictionaries({}, optional=dict.fromkeys(FIELDS, anything))


@given(show=anything, page=anything, listed_groups=st.lists(groups, max_size=3))
@settings(max_examples=150, deadline=None)
def test_whatever_stands_in_an_answer_stops_nothing(show: Any, page: Any, listed_groups: list[Row]) -> None:
    answers = Answers(
        **{
            "/c/7/show.json": {"category": show},
            "/c/7/visible_groups.json": page,
            "/groups/kern/members.json": page,
            "/groups.json": {"groups": listed_groups, "total_rows_groups": page},
        }
    )
    for ask in (
        lambda: discourse_groups.readers(as_http(answers), SITE, 7),
        lambda: discourse_groups.register(as_http(answers), SITE),
    ):
        try:
            ask()
        except UnreadableAnswer:
            continue
