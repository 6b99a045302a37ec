"""Posts and pictures made to harm: they arrive, and cost neither time nor the posts around them."""

from __future__ import annotations

import sqlite3

import pytest

from tests.end2end.commands.journey import Member
from tests.end2end.commands.uploads import picture, upload

NESTED = "<table><tr><td>" * 50 + "het midden" + "</td></tr></table>" * 50
LONG_WORD = "o" * 200_000


def post_with(member: Member, cooked: str) -> int:
    """A topic whose opening post is ``cooked`` HTML as the community sends it."""
    topic = member.server.add_topic(title="Een bericht met een nare verrassing erin")
    member.server.community.database.run("UPDATE posts SET cooked = ? WHERE topic_id = ?", cooked, topic)
    return topic


@pytest.mark.parametrize(
    ("cooked", "left"),
    [
        (NESTED, "het midden"),
        (f"<p>Begin {LONG_WORD} einde</p>", "Begin"),
        ("<blockquote>" * 10_000 + "diep" + "</blockquote>" * 10_000, "diep"),
        ("<p>" + "woord " * 100_000 + "</p>", "woord"),
    ],
    ids=["50 nested tables", "a word of 200,000 characters", "10,000 nested quotes", "600 kB of text"],
)
def test_a_post_beyond_all_bounds_is_kept_as_plain_text(cooked: str, left: str, member: Member) -> None:
    topic = post_with(member, cooked)
    done = member.run("sync", "--json")
    assert done.status == 0
    assert done.document["seconds"] < 15
    shown = member.run("show", str(topic), "--json")
    assert left in shown.document["posts"][0]["text"]
    with sqlite3.connect(member.cache) as conn:
        html, oversize = conn.execute(
            "SELECT html, oversize FROM posts WHERE topic_id = ?", (topic,)
        ).fetchone()
    assert oversize == 1
    assert html.count("<table") <= 3
    assert html.count("<blockquote") <= 50


def test_hostile_posts_do_not_hold_up_the_others(member: Member) -> None:
    topics = [post_with(member, NESTED), post_with(member, f"<p>{LONG_WORD}</p>")]
    after = member.server.add_topic(title="Een gewoon bericht, kort na de nare")
    assert member.run("sync").status == 0
    titles = member.topic_titles()
    assert "Een gewoon bericht, kort na de nare" in titles
    assert len(titles) > 80
    assert member.run("show", str(after)).status == 0
    assert all(member.run("show", str(topic)).status == 0 for topic in topics)


def test_nothing_in_a_post_makes_the_client_ask_another_host_or_read_a_file(member: Member) -> None:
    post_with(
        member,
        '<p><img src="file:///etc/passwd"><img src="//elders.example/a.png"><img src="/etc/hosts">'
        '<img src="https://elders.example/b.png"><img src="data:image/png;base64,AAAA">'
        '<a href="javascript:alert(1)">klik</a></p>',
    )
    member.settle()
    wanted = [row[1] for row in member.dump()["images"]]
    assert wanted
    assert all(url.startswith(f"{member.server.url}/") for url in wanted)


def test_a_picture_of_8000_by_8000_is_not_let_in_and_is_tried_again(member: Member) -> None:
    huge, good = picture(8000, 8000), picture(80, 80)
    assert len(huge) < 20_000
    addresses = [upload(member, content) for content in (huge, good)]
    cooked = "".join(f'<p><img src="{address}" width="690" height="690"></p>' for address in addresses)
    topic = post_with(member, cooked)
    member.run("settings", "set", "sync.images", "true")
    assert member.run("sync").status == 0
    assert member.run("show", str(topic)).status == 0
    kept = [path.stat().st_size for path in (member.folder / "images").iterdir()]
    assert len(huge) not in kept
    assert len(good) in kept
    with sqlite3.connect(member.cache) as conn:
        row = conn.execute(
            "SELECT fetched, attempts, next_try FROM images WHERE url LIKE ?", (f"%{addresses[0]}",)
        ).fetchone()
    assert row[0] == 0
    assert row[1] == 1
    assert row[2] > 0
    doctor = member.run("doctor", "--json").document["accounts"][0]["cache"]
    assert doctor["images_failed"] == 1
