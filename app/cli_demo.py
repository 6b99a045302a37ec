"""The commands around the demo community: its window, its server, and pictures of every screen."""

from __future__ import annotations

import sys
from argparse import Namespace

from app import cli_texts as texts
from app.cli_context import Context
from app.cli_reading import topic_lines
from app.client import Client
from app.demo import REQUESTS_PER_MINUTE, Demo, running_demo
from app.display import has_display
from app.main import screen
from app.paths import Profile, default_profile, demo_profile

FIRST_PAGE = 20


def demo(context: Context, options: Namespace) -> int:
    """``stamtafel demo``: the window on the demo community, or the same work without a screen."""
    profile = _demo_profile(context)
    context.say(texts.DEMO_STARTING)
    with running_demo(profile, seed=options.seed, topics=options.topics) as running:
        if options.no_window or not has_display():
            return _without_window(context, profile, running)
        status: int = screen().open_window(profile, account=running.account, key=running.key)
        return status


def _without_window(context: Context, profile: Profile, running: Demo) -> int:
    from app.cli_reading import report_round
    from app.timeline import Timeline

    # Our own community, and someone who waits: its limit is the only one that counts.
    context.settings.take("sync.requests_per_minute", REQUESTS_PER_MINUTE)
    client = Client(profile, running.account, context.settings, running.key)
    try:
        status = report_round(context, running.account.name, client.round())
        rows = Timeline(client.store).first_page(FIRST_PAGE).rows
        for line in topic_lines(rows, context.language):
            print(line)
    finally:
        client.close()
    path = screen().draw_window(profile, running.account, profile.root / "stamtafel.png")
    print(texts.DEMO_PICTURE.say(context.language, path=path))
    return status


def demo_server(_context: Context, options: Namespace) -> int:
    """``stamtafel demo-server``: serve until interrupted."""
    from sync.demo.serve import serve_forever

    serve_forever(
        port=options.port,
        seed=options.seed,
        topics=options.topics,
        requests_per_minute=options.requests_per_minute,
        faults_file=options.faults,
        live=options.live,
        out=sys.stdout,
    )
    return 0


def pictures(_context: Context, options: Namespace) -> int:
    """``stamtafel pictures``: every screen as PNG."""
    themes = (options.theme,) if options.theme else ("light", "dark")
    languages = (options.language,) if options.language else ("nl", "en")
    for path in screen().draw_all(options.folder, themes=themes, languages=languages):
        print(path)
    return 0


def _demo_profile(context: Context) -> Profile:
    return demo_profile() if context.profile == default_profile() else Profile(context.profile.root / "demo")
