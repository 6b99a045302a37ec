"""The demo community's story holds together: names exist, moments are in order, nothing real leaks in."""

from __future__ import annotations

import re
import tomllib
from collections import Counter
from collections.abc import Iterator
from datetime import datetime, timedelta

import pytest

from sync.demo import pictures
from sync.demo.avatars import draw_avatar
from sync.demo.moments import AMSTERDAM, relative
from sync.demo.story import STORY_FOLDER, Group, Reply, Story, Topic, load_story

KINDS = {"question", "experience", "link", "spotlight", "event", "announcement", "discussion"}
TOPIC_KEYS = {
    "title", "group", "kind", "tags", "author", "at", "likes", "views",
    "text", "pinned", "closed", "event", "reply",
}  # fmt: skip
REPLY_KEYS = {"author", "at", "text", "likes", "accepted", "reply_to"}
PERSON_KEYS = {
    "username", "name", "organisation", "title", "bio", "find", "location",
    "team", "me", "joined", "groups", "avatar",
}  # fmt: skip
PUBLIC_HOSTS = {"www.communicatierijk.nl", "www.rijksoverheid.nl", "www.digitoegankelijk.nl"}
DISCOURSE_TITLE = range(15, 256)
DISCOURSE_MINIMUM_POST = 20


@pytest.fixture(scope="module")
def story() -> Story:
    return load_story()


def _tables(name: str, kind: str) -> list[dict[str, object]]:
    tables: list[dict[str, object]] = tomllib.loads((STORY_FOLDER / name).read_text("utf-8"))[kind]
    return tables


def _posts(topic: Topic) -> list[Topic | Reply]:
    return [topic, *topic.replies]


def _texts(story: Story) -> Iterator[tuple[Topic, str]]:
    for topic in story.topics:
        for post in _posts(topic):
            yield topic, post.text


def _readers(story: Story) -> dict[str, set[str]]:
    everyone = {person.username for person in story.people}
    return {group.slug: set(group.members) if group.closed else everyone for group in story.groups}


def test_the_community_is_as_large_as_promised(story: Story) -> None:
    assert len(story.topics) >= 66
    assert sum(len(_posts(topic)) for topic in story.topics) >= 320
    assert len(story.groups) == 24
    assert sum(group.closed for group in story.groups) == 8
    assert len(story.people) >= 45
    assert len(story.organisations) >= 16
    assert {topic.kind for topic in story.topics} == KINDS
    assert max(len(topic.replies) for topic in story.topics) >= 40
    assert max(len(text.encode()) for _, text in _texts(story)) >= 5000


def test_no_key_is_misspelt() -> None:
    for person in _tables("people.toml", "person"):
        assert set(person) <= PERSON_KEYS, person["username"]
    for file in sorted((STORY_FOLDER / "topics").glob("*.toml")):
        for topic in tomllib.loads(file.read_text("utf-8"))["topic"]:
            assert set(topic) <= TOPIC_KEYS, topic["title"]
            for reply in topic.get("reply", []):
                assert set(reply) <= REPLY_KEYS, topic["title"]


def test_names_are_unique(story: Story) -> None:
    for names in (
        [person.username for person in story.people],
        [person.name for person in story.people],
        [group.slug for group in story.groups],
        [tag.name for tag in story.tags],
        [topic.title for topic in story.topics],
    ):
        assert [name for name, count in Counter(names).items() if count > 1] == []


def test_people_belong_to_organisations_and_groups_that_exist(story: Story) -> None:
    organisations = {organisation.name for organisation in story.organisations}
    slugs = {group.slug for group in story.groups}
    for person in story.people:
        assert person.organisation in organisations, person.username
        assert set(person.groups) <= slugs, person.username
        assert person.title, person.username
        assert person.bio, person.username
        assert person.find, person.username
    assert organisations == {person.organisation for person in story.people}


def test_member_lists_of_closed_groups_agree_with_the_people(story: Story) -> None:
    for group in story.groups:
        members = [person.username for person in story.people if group.slug in person.groups]
        assert list(group.members) == (members if group.closed else []), group.slug
        assert re.fullmatch(r"[0-9A-F]{6}", group.colour), group.slug


def test_one_member_signs_in_and_three_lead_the_community(story: Story) -> None:
    closed = {group.slug for group in story.groups if group.closed}
    (me,) = [person for person in story.people if person.me]
    assert me.organisation == "Ministerie van BZK"
    assert len(closed & set(me.groups)) == 3
    assert {"participatie", "crisiscommunicatie"} <= set(me.groups)
    assert len([person for person in story.people if person.team]) == 3


def test_participation_is_read_by_fourteen_others_from_six_organisations(story: Story) -> None:
    me = next(person.username for person in story.people if person.me)
    others = [p for p in story.people if "participatie" in p.groups and p.username != me]
    assert len(others) == 14
    assert len({person.organisation for person in others}) == 6


def test_every_author_may_read_what_they_answer(story: Story) -> None:
    readers = _readers(story)
    for topic in story.topics:
        for post in _posts(topic):
            assert post.author in readers[topic.group], f"{post.author} in {topic.title}"
        if topic.event:
            assert set(topic.event.going) <= readers[topic.group], topic.title


def test_topics_have_known_kinds_tags_and_lengths(story: Story) -> None:
    tags = {tag.name for tag in story.tags}
    for topic in story.topics:
        assert topic.kind in KINDS, topic.title
        assert set(topic.tags) <= tags, topic.title
        assert len(topic.title) in DISCOURSE_TITLE, topic.title
        assert (topic.event is not None) == (topic.kind == "event"), topic.title
        for post in _posts(topic):
            assert len(post.text.strip()) >= DISCOURSE_MINIMUM_POST, post.text
        assert topic.views is not None
        assert topic.views >= len(topic.replies), topic.title
    assert tags == {tag for topic in story.topics for tag in topic.tags}


def test_groups_are_all_alive(story: Story) -> None:
    used = {topic.group for topic in story.topics}
    assert used == {group.slug for group in story.groups}


def test_answers_are_accepted_once_and_only_under_questions(story: Story) -> None:
    for topic in story.topics:
        accepted = [reply for reply in topic.replies if reply.accepted]
        assert len(accepted) <= (1 if topic.kind == "question" else 0), topic.title
        for number, reply in enumerate(topic.replies, start=2):
            assert reply.reply_to is None or 1 <= reply.reply_to < number, topic.title
    questions = [topic for topic in story.topics if topic.kind == "question"]
    assert len([q for q in questions if any(reply.accepted for reply in q.replies)]) >= 10
    assert len([q for q in questions if not q.replies]) >= 5


@pytest.mark.parametrize("clock", ["00:05", "09:12", "23:55"])
@pytest.mark.parametrize("day", ["2026-11-25", "2027-03-01", "2028-02-29"])
def test_replies_follow_in_order_at_any_moment(story: Story, clock: str, day: str) -> None:
    now = datetime.fromisoformat(f"{day}T{clock}").replace(tzinfo=AMSTERDAM)
    joined = {p.username: relative(p.joined, now, short_m_is_minutes=False) for p in story.people}
    for topic in story.topics:
        moments = [relative(post.at, now) for post in _posts(topic)]
        assert moments == sorted(moments), topic.title
        assert moments[-1] < now, topic.title
        for post in _posts(topic):
            assert joined[post.author] <= relative(post.at, now), f"{post.author} in {topic.title}"
        if topic.event and topic.event.ends:
            assert relative(topic.event.starts, now) < relative(topic.event.ends, now), topic.title


def test_the_story_spans_three_years_and_is_fullest_lately(story: Story) -> None:
    now = datetime(2026, 11, 25, 9, 12, tzinfo=AMSTERDAM)
    ages = [now - relative(topic.at, now) for topic in story.topics]
    assert max(ages) > timedelta(days=900)
    assert len([age for age in ages if age < timedelta(days=45)]) > len(ages) / 2
    recent = [age for age in ages if age < timedelta(days=1, hours=10)]
    assert 6 <= len(recent) <= 12


def test_quotes_mentions_and_pictures_exist(story: Story) -> None:
    usernames = {person.username for person in story.people}
    for topic, text in _texts(story):
        prose = re.sub(r"```.*?```", "", text, flags=re.DOTALL)
        assert set(re.findall(r"(?<![\w/])@(\w+)", prose)) <= usernames, topic.title
        assert set(re.findall(r"\(demo-image:([\w-]+)\)", text)) <= set(pictures.NAMES), topic.title
        for author, number, quoted in re.findall(
            r'\[quote="(\w+), post:(\d+), topic:SELF"\]\n(.*?)\n\[/quote\]', text, flags=re.DOTALL
        ):
            post = _posts(topic)[int(number) - 1]
            assert post.author == author, topic.title
            assert quoted in post.text, topic.title
        assert text.count("[quote=") == text.count("[/quote]") == text.count("topic:SELF"), topic.title
        assert text.count("[details=") == text.count("[/details]"), topic.title
    assert set(pictures.NAMES) == {
        name for _, text in _texts(story) for name in re.findall(r"\(demo-image:([\w-]+)\)", text)
    }


def test_nothing_points_at_real_people_or_foreign_hosts(story: Story) -> None:
    for topic, text in _texts(story):
        for host in re.findall(r"https?://([^/\s)]+)", text):
            assert host.endswith(".example") or host in PUBLIC_HOSTS, f"{host} in {topic.title}"
        assert not re.search(r"[\w.]+@[\w-]+\.\w", text), topic.title
        assert not re.search(r"(\+31|\b0[1-9]\d?)[\s-]?\d{6,}", text), topic.title


def test_every_kind_of_markup_occurs(story: Story) -> None:
    everything = "\n".join(text for _, text in _texts(story))
    for pattern in (
        r"^\[quote=", r"^\[details=", r"^\|.*\|$", r"^```", r"^> ", r"^1\. ", r"^- ", r"\*\*\w", r"`[^`\n]+`",
        r"^https://\S+$", r"\]\(https://", r"^## ", r"@\w+_\w+",
    ):  # fmt: skip
        assert re.search(pattern, everything, flags=re.MULTILINE), pattern


def test_every_member_has_a_portrait_that_can_be_drawn(story: Story) -> None:
    drawn = [draw_avatar(person.avatar, 24) for person in story.people]
    assert len(set(drawn)) == len(drawn)


def test_closed_groups_say_what_stays_inside(story: Story) -> None:
    closed: list[Group] = [group for group in story.groups if group.closed]
    assert all(group.purpose and group.about for group in closed)
