"""The doctor's findings as lines for a person."""

from __future__ import annotations

from typing import Any

from app.cli_texts import NO_ACCOUNT
from app.doctor_texts import DOCTOR
from app.language import Language
from app.sentences import error_sentence
from sync import errors

Facts = dict[str, Any]

_MEGABYTE = 1_000_000


def lines(document: Facts, language: Language) -> list[str]:
    """What ``app.doctor.examine`` found, in ``language``."""
    found = _profile_lines(document, language)
    for account in document["accounts"]:
        found += ["", *_account_lines(account, language)]
    if not document["accounts"]:
        found += ["", NO_ACCOUNT.say(language)]
    return found


def _profile_lines(document: Facts, language: Language) -> list[str]:
    profile, keyring = document["profile"], document["keyring"]
    found = [" · ".join(f"{name} {value}" for name, value in document["versions"].items() if value)]
    found += [_line(name, profile[key], language) for name, key in _PROFILE]
    if profile["on_network"]:
        found.append(DOCTOR["on_network"].say(language))
    if profile["settings_ignored"]:
        found.append(_line("ignored", ", ".join(profile["settings_ignored"]), language))
    if profile["accounts_problem"]:
        found.append(DOCTOR["accounts_damaged"].say(language))
    answers = DOCTOR["answers"].say(language, name=keyring["name"])
    found.append(_line("keyring", _problem(keyring, language) or answers, language))
    return found


_PROFILE = (("profile", "folder"), ("settings", "settings"), ("log", "log"))


def _account_lines(account: Facts, language: Language) -> list[str]:
    community = account["community"]
    reached = DOCTOR["reached"].say(language, title=community["title"])
    return [
        DOCTOR["account"].say(language, **{name: account[name] for name in ("name", "username", "url")}),
        _line("community", _problem(community, language) or reached, language, 1),
        _line("proxy", _proxy(community["proxy"], language), language, 1),
        _line("certificate", _certificate(community, account["url"], language), language, 1),
        _line("key", _key(account["key"], language), language, 1),
        _line("budget", account["requests_per_minute"], language, 1),
        *_cache_lines(account["cache"], language),
    ]


def _cache_lines(cache: Facts, language: Language) -> list[str]:
    where = cache["file"] if cache["exists"] else f"{cache['file']} ({DOCTOR['cache_none'].say(language)})"
    found = [_line("cache", where, language, 1)]
    if cache["schema"] is not None:
        found.append(_line("schema", DOCTOR["schema_value"].say(language, **cache), language, 1))
    check = f"check_{cache['check']}"
    if cache["problem"]:
        found.append(_line(check, _problem(cache, language), language, 1))
        found += [f"    {finding}" for finding in cache["findings"]]
    if (sizes := cache["sizes"]) is None:
        return found
    found.append(_line(check, DOCTOR["sound"].say(language), language, 1))
    holds = DOCTOR["holds"].say(language, **sizes, megabytes=_megabytes(sizes["file_bytes"]))
    images = DOCTOR["images_value"].say(
        language, **sizes, images_failed=cache["images_failed"], megabytes=_megabytes(sizes["image_bytes"])
    )
    found += [
        _line("contents", holds, language, 1),
        _line("images", images, language, 1),
        _line("to_index", sizes["to_index"], language, 1),
        _line("last_sync", cache["last_sync"] or DOCTOR["never"].say(language), language, 1),
    ]
    return found + [
        _line("gap", DOCTOR["gap_value"].say(language, **gap), language, 1) for gap in cache["gaps"]
    ]


def _proxy(proxy: Facts, language: Language) -> str:
    return DOCTOR[f"proxy_{proxy['source']}"].say(language, address=proxy["address"])


def _certificate(community: Facts, url: str, language: Language) -> str:
    found = community["certificate"]
    if found is None:
        return DOCTOR["certificate_unknown" if url.startswith("https:") else "certificate_none"].say(language)
    shown = DOCTOR["certificate_shown"].say(language, **found)
    return f"{shown} · {found['tls']}" if found["tls"] else shown


def _key(key: Facts, language: Language) -> str:
    source = DOCTOR[f"key_{key['source'] or 'none'}"].say(language)
    state = DOCTOR["key_accepted"].say(language) if key["accepted"] else _problem(key, language)
    return f"{source}; {state}" if state else source


def _problem(facts: Facts, language: Language) -> str:
    """The sentence for the error that ``facts`` name, with its reason; empty where there is none."""
    if not facts["problem"]:
        return ""
    kind = getattr(errors, facts["problem"])
    error = kind(retry_after=0.0) if issubclass(kind, errors.TooManyRequests) else kind()
    reason = f" ({facts['reason']})" if facts.get("reason") else ""
    return f"{error_sentence(error, language).title}{reason}"


def _megabytes(size: int) -> str:
    return f"{size / _MEGABYTE:.1f}"


def _line(name: str, value: object, language: Language, depth: int = 0) -> str:
    return f"{'  ' * depth}{DOCTOR[name].say(language)}: {value}"
