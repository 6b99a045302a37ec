"""The command line: a promise that scripts may rely on. Everything works here without loading Qt.

Results go to standard output (one JSON document with ``--json``), messages and progress to standard error.
Exit status: 0 done, 2 wrong usage, 3 the community could not be reached, 4 sign-in needed, 5 the cache or
outbox needs attention, 1 anything else.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Callable, Sequence
from importlib.metadata import version
from pathlib import Path
from typing import NoReturn

from app import cli_demo, cli_exchange, cli_groups, cli_reading, cli_rules, cli_share, cli_upkeep, doctor
from app import cli_help_texts as help_texts
from app import cli_texts as texts
from app.cli_context import Context, Failure, Repaired
from app.language import Language, chosen
from app.paths import Profile, default_profile
from app.sentences import error_sentence
from app.settings import Settings
from sync import errors

Command = Callable[[Context, argparse.Namespace], int]

WRONG_USAGE = 2
NOT_REACHED = 3
SIGN_IN_NEEDED = 4
NEEDS_ATTENTION = 5

_STATUS: tuple[tuple[type[errors.StamtafelError], int], ...] = (
    (errors.SignInNeeded, SIGN_IN_NEEDED),
    (errors.KeyringLocked, SIGN_IN_NEEDED),
    (errors.KeyringUnavailable, SIGN_IN_NEEDED),
    (errors.NetworkError, NOT_REACHED),
    (errors.CommunityError, NOT_REACHED),
    (errors.NotACommunity, NOT_REACHED),
    (errors.PlainHttpRefused, WRONG_USAGE),
    (errors.Stopped, 1),
    (errors.OwnError, NEEDS_ATTENTION),
)


def run(arguments: Sequence[str]) -> int:
    """Do one command. Returns the exit status."""
    profile = _profile(arguments)
    settings = Settings(profile)
    language = chosen(settings.text("appearance.language"))
    options = build_parser(language).parse_args([_no_option(word) for word in arguments])
    context = Context(profile, settings, language, bool(getattr(options, "json", False)))
    try:
        status = _done(context, options)
        sys.stdout.flush()
        return status
    except Failure as failure:
        print(failure.text.say(language, **failure.values), file=sys.stderr)
        return failure.status
    except errors.StamtafelError as error:
        report(error, language)
        return exit_status(error)
    except KeyboardInterrupt:
        print(texts.INTERRUPTED.say(language), file=sys.stderr)
        return 1
    except BrokenPipeError:
        # Whoever read along (``head``, a pager) has enough. Python must not try to write the rest at its end.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1


def _no_option(word: str) -> str:
    """A word of a query such as ``-tag:nieuws`` in a form that argparse does not take for an option."""
    return f" {word}" if len(word) > len("-h") and word[0] == "-" and word[1] != "-" else word


def _done(context: Context, options: argparse.Namespace) -> int:
    command: Command = options.run
    try:
        return command(context, options)
    except Repaired:
        return command(context, options)


def say_no_display(profile: Profile) -> int:
    """Tell that no window can open here. Returns the exit status."""
    print(texts.NO_DISPLAY.say(chosen(Settings(profile).text("appearance.language"))), file=sys.stderr)
    return 1


def report(error: BaseException, language: Language) -> None:
    """Tell a person about ``error`` on standard error."""
    sentence = error_sentence(error, language)
    print(f"{sentence.title}. {sentence.text}", file=sys.stderr)
    if sentence.details:
        print(sentence.details, file=sys.stderr)


def exit_status(error: BaseException) -> int:
    """The exit status that the command line promises for ``error``."""
    return next((status for kind, status in _STATUS if isinstance(error, kind)), 1)


def _profile(arguments: Sequence[str]) -> Profile:
    early = argparse.ArgumentParser(add_help=False, allow_abbrev=False, exit_on_error=False)
    early.add_argument("--profile", type=Path)
    try:
        folder: Path | None = early.parse_known_args(arguments)[0].profile
    except argparse.ArgumentError:
        folder = None
    return default_profile() if folder is None else Profile(folder.expanduser().absolute())


class _Parser(argparse.ArgumentParser):
    """Reports wrong usage in the member's language."""

    language: Language = "en"

    def error(self, message: str) -> NoReturn:
        self.print_usage(sys.stderr)
        print(texts.WRONG_USAGE.say(self.language, message=message), file=sys.stderr)
        print(texts.SEE_HELP.say(self.language, program=self.prog), file=sys.stderr)
        raise SystemExit(WRONG_USAGE)


def build_parser(language: Language) -> argparse.ArgumentParser:
    """The parser of every command, with help in ``language``."""
    _translate_argparse(language)
    _Parser.language = language
    parser = _Parser(
        prog="stamtafel",
        description=help_texts.ABOUT.say(language),
        epilog=help_texts.EXIT_STATUS.say(language),
        add_help=False,
        allow_abbrev=False,
    )
    _option(parser, language, "--help", "-h", action="help")
    _option(parser, language, "--version", action="version", version=f"stamtafel {version('stamtafel')}")
    _option(parser, language, "--profile", type=Path, metavar="DIR")
    adder = parser.add_subparsers(metavar="...", required=True, dest="command", parser_class=_Parser)
    _add_demo(adder, language)
    _add_account(adder, language)
    _add_reading(adder, language)
    _add_groups(adder, language)
    _add_rules(adder, language)
    _add_sharing(adder, language)
    _add_upkeep(adder, language)
    return parser


def _add_demo(adder: argparse._SubParsersAction[_Parser], language: Language) -> None:
    demo = _command(adder, language, "demo", cli_demo.demo)
    _option(demo, language, "--no-window", action="store_true")
    _option(demo, language, "--seed", type=int, default=1, metavar="N")
    _option(demo, language, "--topics", type=int, default=0, metavar="N")
    server = _command(adder, language, "demo-server", cli_demo.demo_server)
    _option(server, language, "--port", type=int, default=0, metavar="N")
    _option(server, language, "--seed", type=int, default=1, metavar="N")
    _option(server, language, "--topics", type=int, default=0, metavar="N")
    _option(server, language, "--requests-per-minute", type=int, default=20, metavar="N")
    _option(server, language, "--faults", type=Path, metavar="FILE")
    server.add_argument("--live", action="store_true", help=argparse.SUPPRESS)
    pictures = _command(adder, language, "pictures", cli_demo.pictures)
    _argument(pictures, language, "folder", type=Path, metavar="DIR")
    _option(pictures, language, "--theme", choices=("light", "dark"))
    _option(pictures, language, "--language", choices=("nl", "en"))


def _add_account(adder: argparse._SubParsersAction[_Parser], language: Language) -> None:
    account = _group(adder, language, "account")
    add = _command(account, language, "account add", cli_upkeep.account_add)
    _argument(add, language, "kind", metavar="KIND", choices=cli_upkeep.ACCOUNT_KINDS)
    _argument(add, language, "url", metavar="URL")
    _with_json(_command(account, language, "account list", cli_upkeep.account_list), language)
    remove = _command(account, language, "account remove", cli_upkeep.account_remove)
    _argument(remove, language, "name", metavar="NAME")
    _with_json(add, language)
    _with_json(remove, language)


def _add_reading(adder: argparse._SubParsersAction[_Parser], language: Language) -> None:
    _for_account(_command(adder, language, "sync", cli_reading.sync), language)
    timeline = _command(adder, language, "timeline", cli_reading.timeline)
    _option(timeline, language, "--view", default="timeline", metavar="V")
    _option(timeline, language, "--limit", type=_count, default=20, metavar="N")
    _option(timeline, language, "--all", action="store_true")
    _for_account(timeline, language)
    show = _command(adder, language, "show", cli_reading.show)
    _argument(show, language, "topic", type=int, metavar="TOPIC")
    _for_account(show, language)
    search = _command(adder, language, "search", cli_reading.search)
    _argument(search, language, "query", metavar="QUERY", nargs="+")
    _option(search, language, "--limit", type=_count, default=20, metavar="N")
    _for_account(search, language)


def _add_groups(adder: argparse._SubParsersAction[_Parser], language: Language) -> None:
    _for_account(_command(adder, language, "groups", cli_groups.groups), language)
    audience = _command(adder, language, "audience", cli_groups.audience)
    _argument(audience, language, "group", metavar="GROUP")
    _for_account(audience, language)


def _add_rules(adder: argparse._SubParsersAction[_Parser], language: Language) -> None:
    rules = _group(adder, language, "rules")
    _for_account(_command(rules, language, "rules list", cli_rules.rules_list), language)
    check = _command(rules, language, "rules check", cli_rules.check)
    _argument(check, language, "text", metavar="TEXT")
    _with_json(check, language)
    preview = _command(rules, language, "rules preview", cli_rules.preview)
    _argument(preview, language, "text", metavar="TEXT")
    _option(preview, language, "--action", choices=cli_rules.ACTIONS, default="hide")
    _option(preview, language, "--limit", type=_count, default=10, metavar="N")
    _for_account(preview, language)
    add = _command(rules, language, "rules add", cli_rules.add)
    _option(add, language, "--name", required=True, metavar="N")
    _option(add, language, "--when", required=True, metavar="TEXT")
    _option(add, language, "--action", required=True, choices=cli_rules.ACTIONS)
    _option(add, language, "--until", metavar="DATE")
    _option(add, language, "--note", default="", metavar="T")
    _for_account(add, language)
    remove = _command(rules, language, "rules remove", cli_rules.remove)
    _argument(remove, language, "name", metavar="NAME")
    _for_account(remove, language)
    taking = _command(rules, language, "rules import", cli_exchange.take_in)
    _argument(taking, language, "file", metavar="FILE")
    _option(taking, language, "--take", choices=cli_exchange.CHOICES, default="mine")
    _option(taking, language, "--dry-run", action="store_true")
    _for_account(taking, language)
    giving = _command(rules, language, "rules export", cli_exchange.write_out)
    _argument(giving, language, "file", metavar="FILE")
    for name in ("pack", "by", "about"):
        _option(giving, language, f"--{name}", default="", metavar="TEXT")
    _for_account(giving, language)


def _add_sharing(adder: argparse._SubParsersAction[_Parser], language: Language) -> None:
    share = _command(adder, language, "share", cli_share.share)
    _option(share, language, "--title", required=True, metavar="T")
    _option(share, language, "--text", about="share_text", metavar="FILE")
    _option(share, language, "--group", required=True, metavar="G")
    _option(share, language, "--kind", about="share_kind", choices=cli_share.KINDS)
    _option(share, language, "--tag", action="append", metavar="T")
    _for_account(share, language)
    outbox = _command(adder, language, "outbox", cli_share.outbox_list)
    _for_account(outbox, language)
    deeds = outbox.add_subparsers(metavar="...", dest="action", parser_class=_Parser)
    _for_account(_command(deeds, language, "outbox list", cli_share.outbox_list), language)
    for name, deed in (("retry", cli_share.outbox_retry), ("discard", cli_share.outbox_discard)):
        one = _command(deeds, language, f"outbox {name}", deed)
        _argument(one, language, "item", type=int, metavar="ID")
        _for_account(one, language)


def _add_upkeep(adder: argparse._SubParsersAction[_Parser], language: Language) -> None:
    examine = _command(adder, language, "doctor", doctor.run)
    _option(examine, language, "--full", action="store_true")
    _for_account(examine, language)
    settings = _group(adder, language, "settings")
    _with_json(_command(settings, language, "settings list", cli_upkeep.settings_list), language)
    get = _command(settings, language, "settings get", cli_upkeep.settings_get)
    _argument(get, language, "key", metavar="KEY")
    _with_json(get, language)
    change = _command(settings, language, "settings set", cli_upkeep.settings_set)
    _argument(change, language, "key", metavar="KEY")
    _argument(change, language, "value", metavar="VALUE")
    _with_json(change, language)


def _count(text: str) -> int:
    number = int(text)
    if number < 1:
        raise ValueError(text)
    return number


_count.__name__ = "number"


def _group(
    adder: argparse._SubParsersAction[_Parser], language: Language, name: str
) -> argparse._SubParsersAction[_Parser]:
    parser = _subparser(adder, language, name)
    return parser.add_subparsers(metavar="...", required=True, dest="action", parser_class=_Parser)


def _command(
    adder: argparse._SubParsersAction[_Parser], language: Language, name: str, run_command: Command
) -> _Parser:
    parser = _subparser(adder, language, name)
    parser.set_defaults(run=run_command)
    return parser


def _subparser(adder: argparse._SubParsersAction[_Parser], language: Language, name: str) -> _Parser:
    about = help_texts.COMMANDS[name].say(language)
    parser = adder.add_parser(
        name.rsplit(maxsplit=1)[-1], help=about, description=about, add_help=False, allow_abbrev=False
    )
    _option(parser, language, "--help", "-h", action="help")
    return parser


def _for_account(parser: _Parser, language: Language) -> None:
    _option(parser, language, "--account", metavar="NAME")
    _with_json(parser, language)


def _with_json(parser: _Parser, language: Language) -> None:
    _option(parser, language, "--json", action="store_true")


def _option(
    parser: argparse.ArgumentParser, language: Language, *flags: str, about: str = "", **how: object
) -> None:
    told = help_texts.OPTIONS[about or flags[0].lstrip("-").replace("-", "_")].say(language)
    parser.add_argument(*flags, help=told, **how)  # type: ignore[arg-type]


def _argument(parser: argparse.ArgumentParser, language: Language, name: str, **how: object) -> None:
    parser.add_argument(name, help=help_texts.OPTIONS[name].say(language), **how)  # type: ignore[arg-type]


def _translate_argparse(language: Language) -> None:
    # argparse looks its own few sentences up through this name; it has no other way to another language.
    table = help_texts.ARGPARSE_DUTCH if language == "nl" else {}
    argparse._ = lambda sentence: table.get(sentence, sentence)  # type: ignore[attr-defined]
