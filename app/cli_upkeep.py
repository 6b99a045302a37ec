"""The commands for upkeep: accounts and settings."""

from __future__ import annotations

import sys
from argparse import Namespace

from app import accounts as account_book
from app import cli_texts as texts
from app.cli_context import Context, Failure
from app.settings import DECLARED, InvalidValue, Setting, UnknownSetting, Value, declared

ACCOUNT_KINDS = ("discourse",)


def account_add(context: Context, options: Namespace) -> int:
    """``stamtafel account add``: check the key with the community and keep it."""
    from app.signin import add_account, key_from_person

    added, kept = add_account(
        context.profile,
        context.settings,
        kind=options.kind,
        url=options.url,
        ask=lambda: key_from_person(texts.ASK_KEY.say(context.language)),
    )
    if not kept:
        context.say(texts.KEY_NOT_KEPT)
    facts = {"name": added.name, "kind": added.kind, "url": added.url, "username": added.username}
    context.show(facts, [texts.ADDED.say(context.language, **facts)])
    return 0


def account_list(context: Context, _options: Namespace) -> int:
    """``stamtafel account list``."""
    rows = account_book.accounts(context.profile)
    document = [
        {"name": row.name, "kind": row.kind, "url": row.url, "username": row.username} for row in rows
    ]
    lines = [f"{row.name} · {row.username} · {row.url}" for row in rows]
    context.show(document, lines or [texts.NO_ACCOUNT.say(context.language)])
    return 0


def account_remove(context: Context, options: Namespace) -> int:
    """``stamtafel account remove``: the account, its key and its cache leave this computer.

    Where something that was written and never arrived would go with it, that is asked first.
    """
    from app.signin import remove_account

    count = account_book.unsent(context.profile, options.name)
    if count and not _agreed(context, options.name, count):
        raise Failure(texts.NOT_REMOVED)
    gone = remove_account(context.profile, options.name)
    if gone is None:
        raise Failure(texts.NO_SUCH_ACCOUNT)
    left = context.profile.account_folder(gone.name)
    if left.exists():
        raise Failure(texts.CACHE_STAYED, folder=left)
    context.show({"removed": gone.name}, [texts.REMOVED.say(context.language, name=gone.name)])
    return 0


def _agreed(context: Context, name: str, count: int) -> bool:
    """Ask, at the terminal or of whatever answers for it, for the account's name as the word that agrees."""
    context.say(texts.UNSENT_GOES, count=count, name=name)
    return sys.stdin.readline().strip() == name


def settings_list(context: Context, _options: Namespace) -> int:
    """``stamtafel settings list``."""
    document = [
        {
            "key": setting.key,
            "value": context.settings.get(setting.key),
            "default": setting.default,
            "possible": possible(setting),
            "about": setting.dutch if context.language == "nl" else setting.english,
            "lockable": setting.lockable,
        }
        for setting in DECLARED
    ]
    lines = [
        f"{row['key']} = {_word(row['value'])}  ({row['possible']})\n    {row['about']}" for row in document
    ]
    context.show(document, lines)
    return 0


def settings_get(context: Context, options: Namespace) -> int:
    """``stamtafel settings get``."""
    try:
        value = context.settings.get(options.key)
    except UnknownSetting:
        raise Failure(texts.NO_SUCH_SETTING, 2) from None
    context.show({"key": options.key, "value": value}, [_word(value)])
    return 0


def settings_set(context: Context, options: Namespace) -> int:
    """``stamtafel settings set``."""
    try:
        value = context.settings.set(options.key, options.value)
    except UnknownSetting:
        raise Failure(texts.NO_SUCH_SETTING, 2) from None
    except InvalidValue:
        raise Failure(texts.INVALID_VALUE, 2, possible=possible(declared(options.key))) from None
    context.show({"key": options.key, "value": value}, [f"{options.key} = {_word(value)}"])
    return 0


def possible(setting: Setting) -> str:
    """What fits ``setting``, for a person: words, a range, or nothing for free text."""
    if setting.choices:
        return " | ".join(setting.choices)
    if setting.example:
        return setting.example
    if setting.type_name == "switch":
        return "true | false"
    return f"{setting.least} - {setting.most}" if setting.type_name == "number" else "..."


def _word(value: Value) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value)
