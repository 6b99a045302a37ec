"""The front door: opens the window, or hands over to the command line.

Nothing that the first paint does not need is imported here.
"""

from __future__ import annotations

import gc
import sys
from collections.abc import Sequence
from types import ModuleType

from app.paths import Profile, default_profile

_ADDRESSES = ("stamtafel:", "https:", "http:")


def main(arguments: Sequence[str] | None = None) -> int:
    """Run Stamtafel with ``arguments`` (without the program's name). Returns the exit status."""
    words = list(sys.argv[1:] if arguments is None else arguments)
    profile, rest = profile_first(words)
    if not rest or (len(rest) == 1 and rest[0].startswith(_ADDRESSES)):
        return _open_window(profile, rest[0] if rest else None)
    from app.cli import run

    return run(words)


def profile_first(words: list[str]) -> tuple[Profile, list[str]]:
    """The profile named by a leading ``--profile DIR``, and the words after it."""
    from pathlib import Path

    if len(words) >= 2 and words[0] == "--profile":
        return Profile(Path(words[1]).expanduser().absolute()), words[2:]
    if words and words[0].startswith("--profile="):
        return Profile(Path(words[0].partition("=")[2]).expanduser().absolute()), words[1:]
    return default_profile(), words


def screen() -> ModuleType:
    """The part of the program that has a screen: ``widgets.application``. Loads Qt."""
    # Nearly all that is made here stays: looking for rubbish in it costs a fifth of a blank window's start.
    gc.disable()
    try:
        from widgets.plain_imports import load_qt

        load_qt()
        from widgets import application
    finally:
        gc.freeze()
        gc.enable()
    return application


def _open_window(profile: Profile, url: str | None) -> int:
    from app.display import has_display

    if not has_display():
        from app.cli import say_no_display

        return say_no_display(profile)
    status: int = screen().open_window(profile, url=url)
    return status


if __name__ == "__main__":
    sys.exit(main())
