"""The rules of the house, held over everything in it; each check is also shown what it must catch."""

from __future__ import annotations

import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from tests import house
from tests.house import ROOT

FOLDERS = {".ci", "app", "packaging", "resources", "sync", "tests", "widgets"}
SOURCES = [
    str(path.relative_to(ROOT).as_posix())
    for folder in ("app", "resources", "sync", "widgets")
    for path in sorted((ROOT / folder).rglob("*.py"))
]
DOCUMENTS = [
    *("README.md", "ARCHITECTURE.md", "CONTRIBUTING.md", "CHANGELOG.md"),
    *(str(path.relative_to(ROOT).as_posix()) for path in sorted((ROOT / "resources").rglob("*.md"))),
]
LOCKS = ["requirements.lock", "requirements-dev.lock", "requirements-setup.lock"]


def read(path: str) -> str:
    return (ROOT / path).read_text(encoding="utf-8")


def test_imports_follow_the_direction() -> None:
    assert [offence for path in SOURCES for offence in house.import_offences(path, read(path))] == []


@pytest.mark.parametrize(
    ("path", "source"),
    [
        ("sync/engine.py", "import app.settings"),
        ("sync/engine.py", "def late():\n    from PySide6.QtCore import QTimer"),
        ("sync/demo/server.py", "from sync.store import database"),
        ("sync/demo/server.py", "from ..connectors import discourse_json"),
        ("sync/demo/server.py", "from sync import connectors"),
        ("sync/store/posts.py", "from sync.demo.story import TOPICS"),
        ("app/timeline.py", "from widgets.wording import age"),
        ("app/timeline.py", "import PySide6"),
        ("app/main.py", "import widgets.main_window"),
        ("app/main.py", "def open_window():\n    import widgets\ndef other():\n    import widgets"),
        ("app/main.py", "def open_window():\n    import PySide6"),
        ("widgets/timeline/model.py", "import sqlite3"),
        ("resources/__init__.py", "import sync"),
    ],
)
def test_an_import_against_the_direction_is_named(path: str, source: str) -> None:
    offences = house.import_offences(path, source)
    assert len(offences) == 1
    assert offences[0].startswith(f"{path}:")


@pytest.mark.parametrize(
    ("path", "source"),
    [
        (
            "widgets/main_window.py",
            "import app.timeline\nfrom sync import errors\nfrom PySide6 import QtCore",
        ),
        ("app/main.py", "def open_window():\n    from widgets.main_window import MainWindow"),
        ("sync/application.py", "import appdirs\nfrom . import errors"),
    ],
)
def test_an_import_along_the_direction_passes(path: str, source: str) -> None:
    assert house.import_offences(path, source) == []


def test_nothing_but_the_window_loads_qt() -> None:
    modules = [
        path.removesuffix(".py").replace("/", ".").removesuffix(".__init__")
        for path in SOURCES
        if path.startswith(("app/", "sync/")) and not path.endswith("__main__.py")
    ]
    assert {"app.cli", "app.main"} <= set(modules)
    code = (
        "import importlib, sys\n"
        f"for name in {modules!r}:\n"
        "    importlib.import_module(name)\n"
        "    loaded = [other for other in sys.modules if other.split('.')[0] == 'PySide6']\n"
        "    assert not loaded, f'{name} loads {loaded}'\n"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.stderr == ""
    assert done.returncode == 0


def test_the_top_level_holds_the_fixed_folders() -> None:
    made = {"build", "dist", "out", "__pycache__"}
    present = {path.name for path in ROOT.iterdir() if path.is_dir() and not path.name.startswith(".")} - made
    assert present | {".ci"} == FOLDERS


def test_documents_name_only_paths_that_are_there() -> None:
    offences = [
        offence for path in DOCUMENTS for offence in house.path_offences(path, read(path), ROOT, FOLDERS)
    ]
    assert offences == []


def test_a_path_that_is_not_there_is_named(tmp_path: Path) -> None:
    (tmp_path / "sync").mkdir()
    (tmp_path / "sync" / "http.py").touch()
    text = (
        "Run `sh packaging/setup`, see `sync/http.py`, `http.py`, `sync/*.py`, `sync/`, not `sync/gone.py`,\n"
        "`lost.md`, [this](resources/help/start.md) or [that](https://example.org/sync/elsewhere.py).\n"
        "```\nsh packaging/test tests/sync\n```\n"
    )
    assert house.path_offences("README.md", text, tmp_path, FOLDERS) == [
        "README.md names lost.md",
        "README.md names packaging/setup",
        "README.md names packaging/test",
        "README.md names resources/help/start.md",
        "README.md names sync/gone.py",
        "README.md names tests/sync",
    ]


def test_lock_files_pin_by_hash_and_name_no_address() -> None:
    assert [
        offence for name in LOCKS for offence in house.lock_offences(name, read(f"packaging/{name}"))
    ] == []
    assert not (ROOT / "uv.lock").exists()


@pytest.mark.parametrize(
    "text",
    [
        "--index-url https://example.org/simple\na==1 \\\n    --hash=sha256:0\n",
        "a @ https://example.org/a.whl \\\n    --hash=sha256:0\n",
        "a==1\n",
        "a>=1 \\\n    --hash=sha256:0\n",
    ],
)
def test_a_bad_lock_file_is_named(text: str) -> None:
    assert house.lock_offences("bad.lock", text)


def test_lock_files_agree_and_hold_every_dependency() -> None:
    run, dev, setup = (house.pinned(read(f"packaging/{name}")) for name in LOCKS)
    assert run.items() <= dev.items()
    assert {name: dev.get(name, version) for name, version in setup.items()} == setup
    project = tomllib.loads(read("pyproject.toml"))
    wanted = {re.split("[<; ]", name)[0] for name in project["project"]["dependencies"]}
    assert wanted <= run.keys()
    assert set(project["project"]["optional-dependencies"]["dev"]) <= dev.keys()
    assert set(project["dependency-groups"]["setup"]) <= setup.keys()


def test_colours_come_from_the_theme() -> None:
    widgets = [path for path in SOURCES if path.startswith("widgets/") and path != "widgets/theme.py"]
    assert [offence for path in widgets for offence in house.colour_offences(path, read(path))] == []


@pytest.mark.parametrize(
    "source",
    [
        'label.setStyleSheet("color: #0B6570")',
        'line = f"border: 1px solid #ccc; width: {width}"',
        "pen = QColor(11, 101, 112)",
        "pen = QtGui.QColor(11, 101, 112, 128)",
        "brush = Qt.GlobalColor.red",
    ],
)
def test_a_colour_outside_the_theme_is_named(source: str) -> None:
    assert len(house.colour_offences("widgets/reader/reader.py", source)) == 1


def test_what_only_looks_like_a_colour_passes() -> None:
    source = (
        '"""Was #0B6570."""\nclear = Qt.GlobalColor.transparent\nanchor = "#post_12"\npen = QColor(r, g, b)'
    )
    assert house.colour_offences("widgets/reader/reader.py", source) == []


def test_sql_is_beside_its_table() -> None:
    assert [offence for path in SOURCES for offence in house.sql_offences(path, read(path))] == []


@pytest.mark.parametrize(
    "source",
    [
        'conn.execute("SELECT name FROM groups")',
        '_TITLES = """\n    SELECT title\n    FROM topics\n"""',
        'conn.execute(f"UPDATE {table} SET seen = 1")',
        'query = "INSERT OR IGNORE INTO words (word) VALUES (?)"',
        'query = "DELETE FROM words"',
        'conn.execute("PRAGMA data_version")',
        'conn.execute("BEGIN IMMEDIATE")',
    ],
)
def test_sql_elsewhere_is_named(source: str) -> None:
    for path in ("app/filters/names.py", "sync/engine.py", "widgets/main_window.py"):
        assert house.sql_offences(path, source)[0].startswith(f"{path}:")
    for path in ("sync/store/words.py", "sync/demo/database.py", "app/filters/sql.py"):
        assert house.sql_offences(path, source) == []


def test_what_only_looks_like_sql_passes() -> None:
    source = '"""SELECT is explained."""\nmethod = "DELETE"\nsay("Select a group")\nname = "WITHOUT"'
    assert house.sql_offences("app/groups.py", source) == []


def test_secrets_are_not_said() -> None:
    assert [offence for path in SOURCES for offence in house.secret_offences(path, read(path))] == []


@pytest.mark.parametrize(
    "source",
    ["print(token)", 'log.debug(f"with {account.api_key}")', "sys.stderr.write(str(the_secret))"],
)
def test_a_secret_that_is_said_is_named(source: str) -> None:
    assert len(house.secret_offences("sync/http.py", source)) == 1


def test_every_text_of_the_window_is_translated() -> None:
    known = house.translated(read("resources/translations/stamtafel_nl.ts"))
    widgets = [path for path in SOURCES if path.startswith("widgets/")]
    assert [
        offence for path in widgets for offence in house.translation_offences(path, read(path), known)
    ] == []


@pytest.mark.parametrize(
    "source",
    [
        'translate("reader", "Save")',
        'QCoreApplication.translate("reader", "Close")',
        'translate("sidebar", "Open")',
        'translate("reader", word)',
    ],
)
def test_a_text_without_a_translation_is_named(source: str) -> None:
    known = house.translated(
        "<TS><context><name>reader</name>"
        "<message><source>Open</source><translation>Openen</translation></message>"
        '<message><source>Save</source><translation type="unfinished">Bewaren</translation></message>'
        "<message><source>Close</source><translation></translation></message>"
        "</context></TS>"
    )
    assert house.translation_offences("widgets/reader/page.py", 'translate("reader", "Open")', known) == []
    assert len(house.translation_offences("widgets/reader/page.py", source, known)) == 1
