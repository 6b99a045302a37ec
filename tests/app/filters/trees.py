"""Random trees in the normal form that the parser gives, over the words of the test village."""

from __future__ import annotations

import re
from typing import Any

from hypothesis import strategies as st

from app.filters import keywords, tree
from tests.app.filters.village import GROUPS, MEMBERS, TAGS, WORDS

_PARTS = ("bel", "beleid", "leid", "brief", "rie", "ord", "str", "ss", "sbrief", "niets", "202", "mail")
_NAMES: dict[tree.NameField, tuple[str, ...]] = {
    "group": tuple({name for group in GROUPS for name in (group.name, group.slug) if name}),
    "from": tuple({name for one in MEMBERS for name in (one.name, one.username) if name}),
    "org": tuple({one.organisation for one in MEMBERS if one.organisation}),
    "tag": TAGS,
}


# As the parser makes them: what is one word is no phrase unless in quotes, and operators are small.
_SINGLE = [word for word in (*WORDS, *_PARTS) if len(re.findall(r"[^\W_]+", word)) == 1 and word.isalnum()]
_WORDS = [
    tree.Term(word.lower() if word in ("NOT", "OR") else word, form)
    for word in _SINGLE
    for form in ("word", "phrase", "prefix")
]
_PHRASES = st.lists(st.sampled_from(_SINGLE), min_size=2, max_size=3).map(
    lambda words: tree.Term(" ".join(words), "phrase")
)
_TERMS = st.one_of(st.sampled_from(_WORDS), _PHRASES)


def _varied(name: str) -> st.SearchStrategy[str]:
    return st.sampled_from([" ".join(form.split()) for form in (name, name.upper(), name.lower())])


def _names(field: tree.NameField) -> st.SearchStrategy[tree.Node]:
    names = st.sampled_from((*_NAMES[field], "niemand", "Ook Niemand")).flatmap(_varied)
    found = st.lists(names, min_size=1, max_size=3, unique=True)
    return found.map(lambda some: tree.Names(field, tuple(some)))


def _words() -> st.SearchStrategy[tree.Node]:
    anywhere = _TERMS.map(lambda term: tree.Words((term,)))
    somewhere = st.builds(
        lambda terms, where: tree.Words(tuple(terms), where),
        st.lists(_TERMS, min_size=1, max_size=3, unique=True),
        st.sampled_from(("title", "text")),
    )
    return st.one_of(anywhere, anywhere, somewhere)


def _moments() -> st.SearchStrategy[tree.Moment]:
    days = st.dates().map(lambda day: tree.Day(day.isoformat()))
    near = st.integers(1, 28).map(lambda day: tree.Day(f"2026-08-{day:02}"))
    ago = st.builds(tree.Ago, st.integers(0, 150), st.sampled_from(("d", "w", "m", "y")))
    far = st.builds(tree.Ago, st.integers(0, 99_999), st.sampled_from(("d", "y")))
    return st.one_of(days, near, ago, ago, far, st.just(tree.LastVisit()))


def _several(values: Any) -> st.SearchStrategy[tuple[Any, ...]]:
    return st.lists(st.sampled_from(list(values)), min_size=1, max_size=3, unique=True).map(tuple)


conditions: st.SearchStrategy[tree.Node] = st.one_of(
    _words(),
    _words(),
    *(_names(field) for field in _NAMES),
    _several(keywords.KINDS).map(tree.Kinds),
    _several(keywords.STATES).map(tree.Is),
    st.builds(
        tree.Number,
        st.sampled_from(("replies", "likes")),
        st.sampled_from(("<", "<=", "=", ">=", ">")),
        st.integers(0, 12),
    ),
    st.one_of(_moments().map(tree.Since), _moments().map(tree.Before)),
)
trees: st.SearchStrategy[tree.Node] = st.recursive(
    conditions,
    lambda inner: st.one_of(
        st.lists(inner, min_size=2, max_size=4).map(tree.all_of),
        st.lists(inner, min_size=2, max_size=4).map(tree.any_of),
        inner.map(tree.negated),
    ),
    max_leaves=8,
)
