"""``stamtafel demo`` where there is no screen: the same work, as text and as a picture."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from PIL import Image

from tests.house import ROOT


def test_the_demo_without_a_screen_prints_the_timeline_and_draws_the_window(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "app.main", "--profile", str(tmp_path), "demo", "--no-window"],
        cwd=ROOT,
        env={**os.environ, "LC_ALL": "C.UTF-8"},
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert "Traceback" not in done.stderr
    lines = done.stdout.splitlines()
    titles = [line for line in lines if line.endswith("]")]
    assert len(titles) == 20
    picture = Path(lines[-1].rpartition(": ")[2])
    assert picture.is_relative_to(tmp_path)
    with Image.open(picture) as image:
        assert image.width >= 900
        assert len(image.convert("RGB").getcolors(1 << 24) or []) > 100
