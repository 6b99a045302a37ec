"""Search, as far as the community itself offers it."""

from __future__ import annotations

import httpx

from sync.demo.server import DemoServer


def hits(client: httpx.Client, query: str) -> list[int]:
    """The topics found."""
    return [p["topic_id"] for p in client.get("/search.json", params={"q": query}).json()["posts"]]


def test_words_names_groups_and_tags(demo: DemoServer, member: httpx.Client) -> None:
    """One post per topic; filters narrow; newest first when asked."""
    author = demo.users()[5]
    first = demo.add_topic(title="Wie kent een goede zandkasteelbouwer?", author=author, tags=["brieven"])
    demo.add_reply(first, text="Zelf bouw ik ook graag een zandkasteel.")
    second = demo.add_topic(
        title="Zandkastelen in het jaarverslag", text="Over een zandkasteel en zijn slotgracht."
    )
    assert sorted(hits(member, "zandkasteel")) == [first, second]
    assert hits(member, "zandkasteel order:latest") == [second, first]
    assert hits(member, f"zandkasteel @{author}") == [first]
    assert hits(member, "zandkasteel tags:brieven") == [first]
    assert hits(member, "zandkastelen in:title") == [second]
    assert hits(member, '"zijn slotgracht"') == [second]
    assert hits(member, "zandkasteel before:2001-01-01") == []


def test_members_are_found_by_name(demo: DemoServer, member: httpx.Client) -> None:
    """By part of the name."""
    name = demo.users()[4]
    found = member.get("/search.json", params={"q": name[:6]}).json()["users"]
    assert name in [u["username"] for u in found]


def test_a_short_term_is_refused_in_words(member: httpx.Client) -> None:
    """With the reason in the result."""
    result = member.get("/search.json", params={"q": "ab"}).json()
    assert result["posts"] == []
    assert "te kort" in result["grouped_search_result"]["error"]
