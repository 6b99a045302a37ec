"""Files of rules: what is written is read back the same, and nothing hostile comes in."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.filters.exchange import read, written
from app.filters.exchange_checks import MOST_BYTES, MOST_RULES, RulesRefused
from app.filters.exchange_document import Document, Pack, SharedRule, SharedView
from app.filters.exchange_texts import refused_sentence
from sync.markup_text import without_unseen

NOW = 1_790_000_000_000
RULE: dict[str, Any] = {"name": "Geen vacatures", "when": "tag:vacature", "action": "hide"}
VIEW: dict[str, Any] = {"name": "Vragen", "when": "kind:question"}

_LINES = (
    st.text(st.characters(categories=["L", "N", "P", "S"]), min_size=1, max_size=30)
    .map(lambda text: " ".join(text.split()))
    .filter(lambda text: bool(text) and without_unseen(text) == text)
)
_RULES = st.builds(
    SharedRule,
    name=_LINES,
    when=_LINES,
    action=st.sampled_from(["hide", "dim", "keep", "something newer"]),
    on=st.booleans(),
    until=st.none() | st.integers(0, 4_000_000_000_000),
    note=_LINES | st.just(""),
    exceptions=st.frozensets(st.integers(0, 10_000), max_size=3),
)
_VIEWS = st.builds(
    SharedView,
    name=_LINES,
    when=_LINES,
    icon=_LINES | st.just(""),
    order=st.sampled_from(["newest", "longest"]),
    grouping=st.sampled_from(["day", "none"]),
    follows_rules=st.booleans(),
)


def understood(value: object) -> Document:
    """What is read from a JSON document."""
    data = value if isinstance(value, bytes) else json.dumps(value).encode()
    return read(data, now=NOW, groups={})


def refusal(value: object) -> RulesRefused:
    """Why a JSON document is refused."""
    with pytest.raises(RulesRefused) as refused:
        understood(value)
    assert refused_sentence(refused.value, "nl") != refused_sentence(refused.value, "en")
    return refused.value


def file(rule: dict[str, Any] | None = None, **more: Any) -> dict[str, Any]:
    """A file with one rule, in which something may be different."""
    return {"stamtafel": "rules", "version": 1, "rules": [{**RULE, **(rule or {})}], **more}


@given(st.lists(_RULES, max_size=4), st.lists(_VIEWS, max_size=3))
def test_what_is_written_is_read_back_the_same(rules: list[SharedRule], views: list[SharedView]) -> None:
    document = Document(tuple(rules), tuple(views), None, "https://community.example.nl")
    text = written(document)
    found = read(text.encode(), now=NOW, groups={})
    assert (found.rules, found.views, found.left) == (document.rules, document.views, ())
    assert written(document) == text
    if any(rule.exceptions for rule in rules):
        assert found.community == document.community


@given(st.text(max_size=300), st.text(max_size=50), st.text(max_size=2_500))
def test_whatever_a_rule_is_called_its_file_can_be_read(name: str, when: str, note: str) -> None:
    document = Document((SharedRule(name, when, "hide", note=note),), (SharedView(name, when),))
    found = read(written(document).encode(), now=NOW, groups={})
    assert (len(found.rules), len(found.views)) == (1, 1)


def test_a_file_reads_well_and_leaves_out_what_is_usual() -> None:
    text = written(Document((SharedRule("Geen vacatures", "tag:vacature", "hide"),), ()))
    assert json.loads(text) == {"stamtafel": "rules", "version": 1, "rules": [RULE], "views": []}
    assert text.splitlines()[1] == '  "stamtafel": "rules",'
    assert "é" in written(Document((SharedRule("Één", "café", "hide"),), ()))


def test_a_pack_tells_who_made_it_and_nothing_about_one_member() -> None:
    pack = Pack("Redactie", "Team Web", "Voor wie de site maakt")
    rule = SharedRule("Geen vacatures", "tag:vacature", "hide", exceptions=frozenset({7}))
    found = understood(written(Document((rule,), (), pack, "https://community.example.nl")).encode())
    assert found.pack == pack
    assert found.community == ""
    assert found.rules[0].exceptions == frozenset()


def test_a_day_alone_lasts_until_its_end() -> None:
    day = understood(file({"until": "2026-12-01"})).rules[0].until
    same = understood(file({"until": "2026-12-01T23:59:59.999"})).rules[0].until
    assert day == same


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "not-json"),
        (b"{", "not-json"),
        (b"\xff\xfe\x00", "not-json"),
        (b"[" * 100_000, "too-deep"),
        (
            b'{"stamtafel": "rules", "version": 1, "rules": ' + b"[" * 50_000 + b"]" * 50_000 + b"}",
            "too-deep",
        ),
        (b" " * (MOST_BYTES + 1), "too-large"),
        (b'{"stamtafel": "rules", "version": 1, "version": 1}', "twice"),
        (b'{"stamtafel": "rules", "version": NaN}', "not-json"),
        (b'{"stamtafel": "rules", "version": ' + b"9" * 6000 + b"}", "not-json"),
        (b"[]", "nothing"),
        (b"[1]", "not-rules"),
        (b"null", "not-rules"),
        (b'"rules"', "not-rules"),
        (b'{"rules": []}', "not-rules"),
    ],
    ids=range(14),
)
def test_what_is_no_file_of_rules_is_refused(data: bytes, code: str) -> None:
    if code == "nothing":
        assert understood(data).rules == (), "a member without filters"
        return
    assert refusal(data).code == code


@pytest.mark.parametrize(
    ("value", "code", "place"),
    [
        ({"stamtafel": "views", "version": 1}, "not-rules", "stamtafel"),
        ({"stamtafel": "rules"}, "missing", "version"),
        ({"stamtafel": "rules", "version": 2, "rules": "something newer"}, "newer-version", "version"),
        ({"stamtafel": "rules", "version": 0}, "not-rules", "version"),
        ({"stamtafel": "rules", "version": True}, "wrong-type", "version"),
        ({"stamtafel": "rules", "version": 1.0}, "wrong-type", "version"),
        ({"stamtafel": "rules", "version": "1"}, "wrong-type", "version"),
        ({"stamtafel": "rules", "version": 1, "rules": {}}, "wrong-type", "rules"),
        ({"stamtafel": "rules", "version": 1, "rules": [3]}, "wrong-type", "rules[0]"),
        (file(hidden=True), "unknown-key", "hidden"),
        (file({"delete": True}), "unknown-key", "rules[0].delete"),
        (file({"name": 3}), "wrong-type", "rules[0].name"),
        (file({"name": " \n "}), "empty", "rules[0].name"),
        (file({"name": "a\nb"}), "unseen", "rules[0].name"),
        (file({"name": "x" * 201}), "too-long", "rules[0].name"),
        (file({"name": "abc\u202egnp.exe"}), "unseen", "rules[0].name"),
        (file({"name": "a\u0000b"}), "unseen", "rules[0].name"),
        (file({"name": "a\ud800b"}), "unseen", "rules[0].name"),
        (file({"name": "a\u001b[2Jb"}), "unseen", "rules[0].name"),
        (file({"when": None}), "wrong-type", "rules[0].when"),
        (file({"when": "x" * 30_000}), "too-long", "rules[0].when"),
        (file({"when": "beleid\u2066"}), "unseen", "rules[0].when"),
        (file({"action": ["hide"]}), "wrong-type", "rules[0].action"),
        (file({"on": 1}), "wrong-type", "rules[0].on"),
        (file({"until": 5}), "wrong-type", "rules[0].until"),
        (file({"until": "soon"}), "not-a-date", "rules[0].until"),
        (file({"until": "9999-99-99"}), "not-a-date", "rules[0].until"),
        (file({"until": "0001-01-01"}), "not-a-date", "rules[0].until"),
        (file({"note": "n" * 2001}), "too-long", "rules[0].note"),
        (file({"note": {"a": [[[[]]]]}}), "wrong-type", "rules[0].note"),
        (file({"except": [1.5]}), "wrong-type", "rules[0].except"),
        (file({"except": [-1]}), "wrong-type", "rules[0].except"),
        (file({"except": [10**30]}), "wrong-type", "rules[0].except"),
        (file(pack={"by": "me"}), "missing", "pack.name"),
        (file(pack=[]), "wrong-type", "pack"),
        (file(community=3), "wrong-type", "community"),
        (file(views=[{**VIEW, "follows_rules": "yes"}]), "wrong-type", "views[0].follows_rules"),
        (file(views=[{**VIEW, "order": 1}]), "wrong-type", "views[0].order"),
        (file(views=[{"name": "Vragen"}]), "missing", "views[0].when"),
        (file(views=[VIEW] * 201), "too-many", "views"),
        ({"stamtafel": "rules", "version": 1, "rules": [{}] * (MOST_RULES + 1)}, "too-many", "rules"),
    ],
    ids=range(41),
)
def test_a_broken_or_hostile_file_is_refused_with_the_reason_and_the_place(
    value: object, code: str, place: str
) -> None:
    refused = refusal(value)
    assert (refused.code, refused.place) == (code, place)
    assert place in refused_sentence(refused, "nl")


def told(data: bytes) -> str:
    """What a member is told about a file; nothing when it is read."""
    try:
        read(data, now=NOW, groups={})
    except RulesRefused as refused:
        return refused_sentence(refused, "en")
    return ""


@given(st.binary(max_size=200) | st.text(max_size=100).map(str.encode))
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    assert data.strip().startswith((b"{", b"[", b"\xef\xbb\xbf")) or told(data).endswith(
        "Nothing was imported."
    )


_KEYS = (
    *("stamtafel", "version", "rules", "views", "name", "when", "action", "context", "title"),
    *("keywords", "keyword", "user", "muted_tags", "muted_category_ids", "expires_at"),
)
_JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=10),
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(
            st.sampled_from(_KEYS),
            inner,
            max_size=5,
        )
    ),
    max_leaves=30,
)


@given(_JSON)
def test_any_json_is_read_or_refused(value: object) -> None:
    for wrapped in (value, {"user": value}, [{"context": [], "title": "x", "keywords": value}]):
        sentence = told(json.dumps(wrapped).encode())
        assert sentence == "" or sentence.endswith("Nothing was imported.")
