"""What a member muted or ignored in Discourse, as rules.

From the member's own ``GET /u/NAME.json`` (``user``) or ``GET /session/current.json`` (``current_user``):
numbers of muted categories, names of muted tags (newer versions: objects with a name), and usernames.
Discourse leaves the topics of muted categories and tags out of its lists, shows nothing of ignored members,
and sends no notifications about muted ones.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from app.filters.exchange_checks import LONGEST_NAME, MOST_RULES, a_line, a_list, a_number, a_text
from app.filters.exchange_document import Document, Left, SharedRule, can_be_said, named, rules_of
from app.filters.tree import NameField, Names
from app.language import Language, Text

_GROUPS = "muted_category_ids"
_BELOW = "indirectly_muted_category_ids"
_TAGS = "muted_tags"
_MUTED = "muted_usernames"
_IGNORED = "ignored_usernames"
_WRAPPERS = ("user", "current_user")

NAMES = {
    _GROUPS: Text("Groups I muted in the community", "Groepen die ik in de community dempte"),
    _TAGS: Text("Tags I muted in the community", "Labels die ik in de community dempte"),
    _IGNORED: Text("Members I ignored in the community", "Leden die ik in de community negeerde"),
    _MUTED: Text("Members I muted in the community", "Leden die ik in de community dempte"),
}


def is_discourse(value: object) -> bool:
    """Whether a JSON document looks like a member's preferences."""
    inner = _inner(value)
    return inner is not None and any(name in inner for name in NAMES)


def document(value: object, groups: Mapping[int, tuple[str, str]], language: Language) -> Document:
    """The rules that the preferences mean. ``groups``: the name and slug of each group in the cache.

    ``language`` is that of the rules' names. Raises ``RulesRefused``.
    """
    user = _inner(value) or {}
    left: list[Left] = []
    rules: list[SharedRule] = []
    for key, field, action, names in (
        (_GROUPS, "group", "hide", _group_names(user, groups, left)),
        (_TAGS, "tag", "hide", _tags(user)),
        (_IGNORED, "from", "hide", _usernames(user, _IGNORED)),
        (_MUTED, "from", "dim", _usernames(user, _MUTED)),
    ):
        title = NAMES[key].say(language)
        rules += _rules(title, field, action, names, left)  # type: ignore[arg-type] # these are name fields
    if any(rule.action == "dim" for rule in rules):
        left.append(Left(NAMES[_MUTED].say(language), "muted-member"))
    return Document(tuple(rules), left=tuple(left))


def _inner(value: object) -> dict[str, Any] | None:
    if not isinstance(value, dict):
        return None
    for name in _WRAPPERS:
        if isinstance(value.get(name), dict):
            return dict(value[name])
    return value


def _rules(title: str, field: NameField, action: str, names: list[str], left: list[Left]) -> list[SharedRule]:
    said = [name for name in names if can_be_said(Names(field, (name,)))]
    left += [Left(title, "unreadable", name) for name in names if name not in said]
    return rules_of(title, named(field, list(dict.fromkeys(said))), SharedRule(title, "", action))


def _group_names(
    user: Mapping[str, Any], groups: Mapping[int, tuple[str, str]], left: list[Left]
) -> list[str]:
    names = []
    for key in (_GROUPS, _BELOW):
        for index, number in enumerate(a_list(user.get(key) or [], key, MOST_RULES)):
            group_id = a_number(number, f"{key}[{index}]")
            if group_id not in groups:
                left.append(Left("", "unknown-group", str(group_id)))
                continue
            name, slug = groups[group_id]
            names.append(slug if '"' in name else name)
    return names


def _tags(user: Mapping[str, Any]) -> list[str]:
    names = []
    for index, tag in enumerate(a_list(user.get(_TAGS) or [], _TAGS, MOST_RULES)):
        place = f"{_TAGS}[{index}]"
        if isinstance(tag, dict):
            names.append(a_line(tag, "name", place))
        else:
            names.append(a_text(tag, place, most=LONGEST_NAME))
    return names


def _usernames(user: Mapping[str, Any], key: str) -> list[str]:
    listed = a_list(user.get(key) or [], key, MOST_RULES)
    return [a_text(name, f"{key}[{index}]", most=LONGEST_NAME) for index, name in enumerate(listed)]
