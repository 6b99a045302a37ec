"""Rules and views as a file: written for keeping and sharing, and read back without trusting it.

A file is JSON, version 1: ``{"stamtafel": "rules", "version": 1, "rules": [...], "views": [...]}``, with a
``pack`` (name, by, about) when a team shares it and a ``community`` when topics are named as exceptions.
Files of other programs are taken in too: see ``exchange_mastodon`` and ``exchange_discourse``. What a file
does to what the member has is ``exchange_plan``.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from typing import Any

from app.filters import exchange_discourse, exchange_mastodon
from app.filters.exchange_checks import (
    LONGEST_NAME,
    LONGEST_NOTE,
    LONGEST_WHEN,
    MOST_RULES,
    MOST_VIEWS,
    RulesRefused,
    a_line,
    a_list,
    a_moment,
    a_number,
    a_text,
    a_truth,
    an_object,
    below,
    loaded,
)
from app.filters.exchange_document import Document, Pack, SharedRule, SharedView
from app.language import Language
from sync.markup_text import without_unseen

VERSION = 1
_KIND = "rules"
_MOST_EXCEPTIONS = 10_000
_TOP = ("stamtafel", "version", "pack", "community", "rules", "views")
_PACK = ("name", "by", "about")
_RULE = ("name", "when", "action", "on", "until", "note", "except")
_VIEW = ("name", "when", "icon", "order", "grouping", "follows_rules")


def read(
    data: bytes, *, now: int, groups: Mapping[int, tuple[str, str]], language: Language = "en"
) -> Document:
    """What a file says. Raises ``RulesRefused`` with the reason and the place.

    ``now`` (ms), ``groups`` (id to name and slug) and ``language`` serve the files of other programs: what
    expired, what their numbers mean, and how their rules are called.
    """
    value = loaded(data)
    if isinstance(value, dict) and "stamtafel" in value:
        return _document(value)
    if exchange_mastodon.is_mastodon(value):
        return exchange_mastodon.document(value, now)
    if exchange_discourse.is_discourse(value):
        return exchange_discourse.document(value, groups, language)
    raise RulesRefused("not-rules")


def written(document: Document) -> str:
    """The text of a file that says ``document``: the same document always gives the same text.

    In a pack nothing is about one member: it has no exceptions and no community.
    """
    value: dict[str, Any] = {"stamtafel": _KIND, "version": VERSION}
    if document.pack is not None:
        value["pack"] = {name: text for name, text in document.pack._asdict().items() if text}
    elif document.community and any(rule.exceptions for rule in document.rules):
        value["community"] = document.community
    value["rules"] = [_written_rule(rule, shared=document.pack is not None) for rule in document.rules]
    value["views"] = [_written_view(view) for view in document.views]
    return json.dumps(value, ensure_ascii=False, indent=2) + "\n"


def _document(value: dict[str, Any]) -> Document:
    if value["stamtafel"] != _KIND:
        raise RulesRefused("not-rules", "stamtafel")
    if "version" not in value:
        raise RulesRefused("missing", "version")
    version = a_number(value["version"], "version")
    if version > VERSION:
        raise RulesRefused("newer-version", "version", version)
    if version < VERSION:
        raise RulesRefused("not-rules", "version")
    an_object(value, "", _TOP)
    rules = a_list(value.get("rules", []), "rules", MOST_RULES)
    views = a_list(value.get("views", []), "views", MOST_VIEWS)
    return Document(
        tuple(_rule(rule, f"rules[{index}]") for index, rule in enumerate(rules)),
        tuple(_view(view, f"views[{index}]") for index, view in enumerate(views)),
        _pack(value["pack"]) if "pack" in value else None,
        a_text(value.get("community", ""), "community", most=LONGEST_NOTE),
    )


def _pack(value: object) -> Pack:
    pack = an_object(value, "pack", _PACK)
    return Pack(
        a_line(pack, "name", "pack"),
        a_text(pack.get("by", ""), "pack.by", most=LONGEST_NAME),
        a_text(pack.get("about", ""), "pack.about", most=LONGEST_NOTE),
    )


def _rule(value: object, place: str) -> SharedRule:
    rule = an_object(value, place, _RULE)
    excepted = a_list(rule.get("except", []), below(place, "except"), _MOST_EXCEPTIONS)
    return SharedRule(
        a_line(rule, "name", place),
        _when(rule, place),
        a_line(rule, "action", place),
        a_truth(rule.get("on", True), below(place, "on")),
        a_moment(rule.get("until"), below(place, "until")),
        a_text(rule.get("note", ""), below(place, "note"), most=LONGEST_NOTE),
        frozenset(a_number(topic_id, below(place, "except")) for topic_id in excepted),
    )


def _view(value: object, place: str) -> SharedView:
    view = an_object(value, place, _VIEW)
    usual = SharedView("", "")
    return SharedView(
        a_line(view, "name", place),
        _when(view, place),
        a_text(view.get("icon", usual.icon), below(place, "icon"), most=LONGEST_NAME),
        a_text(view.get("order", usual.order), below(place, "order"), most=LONGEST_NAME),
        a_text(view.get("grouping", usual.grouping), below(place, "grouping"), most=LONGEST_NAME),
        a_truth(view.get("follows_rules", usual.follows_rules), below(place, "follows_rules")),
    )


def _when(holder: Mapping[str, Any], place: str) -> str:
    if "when" not in holder:
        raise RulesRefused("missing", below(place, "when"))
    return a_text(holder["when"], below(place, "when"), most=LONGEST_WHEN)


def _written_rule(rule: SharedRule, *, shared: bool) -> dict[str, Any]:
    value: dict[str, Any] = {
        "name": _line(rule.name),
        "when": _seen(rule.when),
        "action": rule.action,
    }
    if not rule.on:
        value["on"] = False
    if rule.until is not None:
        value["until"] = _moment(rule.until)
    if rule.note:
        value["note"] = _text(rule.note)
    if rule.exceptions and not shared:
        value["except"] = sorted(rule.exceptions)
    return value


def _written_view(view: SharedView) -> dict[str, Any]:
    value: dict[str, Any] = {"name": _line(view.name), "when": _seen(view.when)}
    usual = SharedView("", "")
    names: Sequence[str] = ("icon", "order", "grouping", "follows_rules")
    value |= {name: found for name in names if (found := getattr(view, name)) != getattr(usual, name)}
    return value


def _moment(moment: int) -> str:
    told = datetime.fromtimestamp(moment / 1000, UTC).isoformat(timespec="milliseconds")
    return told.replace("+00:00", "Z")


def _line(text: str) -> str:
    """A name that is read back: whatever was typed or came along once."""
    return " ".join(_text(text).split())[:LONGEST_NAME].strip() or "?"


def _text(text: str) -> str:
    return _seen(text)[:LONGEST_NOTE].strip()


def _seen(text: str) -> str:
    return without_unseen(text).replace("\r", "").strip()
