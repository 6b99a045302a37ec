"""The program by its own front door: prints what it cost until rows of the cached timeline were painted.

Arguments: the profile, and the moment of the start in ns of the monotonic clock.
"""

import sys

from app.main import profile_first, screen


def opened(profile: str, begun: int) -> str:
    """Open the window as ``app.main`` does, and measure where that would wait for the member."""
    from app.display import has_display

    assert has_display()
    front = screen()
    application = front.make_application(["stamtafel"])
    session = front.Session(application, profile_first(["--profile", profile])[0])
    assert session.claim("")
    session.open()
    window = session.window
    assert (window.width(), window.height()) == (1440, 900), "the two windows are compared at one size"

    from tests.benchmarks.painted import Watch, told

    # What the network costs comes after the first paint and is another row.
    window.ready.disconnect()
    watch = Watch(window.view.viewport(), lambda: window.model.row(0) is not None)
    application.exec()
    figures = told(application, watch.wall_ns - begun, watch.cpu, watch.memory)
    window.end_work()
    session.close()
    return figures


print(opened(sys.argv[1], int(sys.argv[2])))
