"""A community whose names, titles, tags and answers are markup: what they look like is what they are.

Qt takes a text for rich text by itself in labels and tool tips, and then reads the files that it names.
"""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Callable, Iterator
from html import escape
from pathlib import Path
from sqlite3 import Connection

import pytest
from PySide6.QtCore import QModelIndex
from PySide6.QtGui import QAction, QIcon, QImage, Qt, QTextFormat
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QLabel,
    QSystemTrayIcon,
    QWidget,
)
from pytestqt.qtbot import QtBot

from app.accounts import Account
from app.audience import Change, Reader
from app.client import Client
from app.paths import Profile
from app.settings import Settings
from sync import outbox
from sync.connectors.base import GroupFact, GroupReaders, Notice
from sync.images import ImageFolder
from sync.model import Batch, Group, Member, Post, Topic
from sync.outbox import Item
from sync.store import audience, cursors, drafts, notices
from sync.store import outbox as outbox_rows
from sync.store.apply import apply
from sync.store.drafts import Draft
from sync.store.rows import Place
from tests.widgets.test_markup_in_qt import shown
from widgets.appearance import Appearance
from widgets.audience.warnings import grew
from widgets.composer.file_chip import FileChip
from widgets.composer.preview import Preview
from widgets.composer.warning import WarningBlock as Told
from widgets.groups.reason import AskAccess
from widgets.leaving_group import LeavingGroup
from widgets.main_window import MainWindow
from widgets.notices.tray import TrayMessages
from widgets.reader.body import Body
from widgets.reader.pictures import Pictures
from widgets.theme import light_theme

NOW = 1_790_000_000_000
ME, EVIL = 1, 2
CLOSED, OPEN = 10, 11
TOPIC = 5


class Community:
    """The cache of a member of it. ``hostile`` is what everything is called."""

    def __init__(self, folder: Path) -> None:
        self.picture = folder / "secret.png"
        folder.mkdir()
        image = QImage(8, 8, QImage.Format.Format_RGB32)
        image.fill(0)
        image.save(str(self.picture))
        self.hostile = f'<img src="{self.picture.as_uri()}"> &Sluw <b>vet</b> <a href="javascript:1">x</a>'
        profile = Profile(folder / "profile")
        profile.create()
        self.client = Client(
            profile, Account("desk", "discourse", "https://community.test", "noor", "id"), Settings(profile)
        )
        self.client.store.write(lambda conn: apply(conn, self._batch()))
        self.client.store.write(lambda conn: cursors.put(conn, cursors.ME, str(ME)))
        readers = GroupReaders(
            (self._member(ME), self._member(EVIL)), {ME: "member", EVIL: "member"}, True, 2
        )
        self.client.store.write(lambda conn: audience.put_readers(conn, CLOSED, readers, NOW))
        facts = [
            GroupFact(CLOSED, 1, "sluw", self._named("dicht"), self.hostile, True, "member", 2),
            GroupFact(None, 3, "vraag", self._named("vraag"), self.hostile, True, "asks", 2),
        ]
        self.client.store.write(lambda conn: audience.put_register(conn, facts))
        self._fill_outbox()
        told = [Notice(number, "reply", NOW, TOPIC, 1, 50, f"u{EVIL}", None, read=False) for number in (1, 2)]
        self.client.store.write(lambda conn: notices.put(conn, told, NOW))
        self.client.index_all()

    def _named(self, what: str) -> str:
        return f"{self.hostile} {what}"

    def _member(self, number: int) -> Member:
        return Member(number, f"u{number}", self._named(str(number)), self.hostile)

    def _batch(self) -> Batch:
        text = f"{self.hostile} straatgesprekken met inwoners"
        ids = range(TOPIC, TOPIC + 9)
        return Batch(
            groups=(
                Group(CLOSED, "dicht", self._named("dicht"), True, joined=True, position=1),
                Group(OPEN, "open", self._named("open"), False, joined=True, position=2),
            ),
            members=(self._member(ME), self._member(EVIL)),
            topics=tuple(
                Topic(
                    one,
                    f"{self.hostile} straatgesprekken met inwoners?",
                    CLOSED if one % 2 else OPEN,
                    kind="question",
                    tags=(self.hostile[:60],),
                    author_id=EVIL,
                    created=NOW - one,
                    last_posted=NOW - one,
                )
                for one in ids
            ),
            posts=tuple(
                Post(one * 10, one, 1, EVIL, NOW - one, f"<p>{escape(text)}</p>", text, text) for one in ids
            ),
        )

    def _fill_outbox(self) -> None:
        said = json.dumps([self.hostile])
        items = (
            Item(action="topic", group_id=CLOSED, title=self.hostile, raw=self.hostile, created=NOW),
            Item(action="reply", group_id=CLOSED, topic_id=TOPIC, raw=self.hostile, created=NOW),
        )

        def write(conn: Connection) -> None:
            for new in items:
                kept = outbox.put(conn, new)
                assert kept is not None
                outbox_rows.update(conn, kept.item_id, state="rejected", reason="refused", told=said)
            drafts.put(conn, Draft(group_id=CLOSED, title=self.hostile, raw=self.hostile, created=NOW))

        self.client.store.write(write)


@pytest.fixture
def community(tmp_path: Path) -> Iterator[Community]:
    made = Community(tmp_path / "home")
    yield made
    made.client.close()


@pytest.fixture
def window(qtbot: QtBot, qapp: QApplication, community: Community) -> Iterator[MainWindow]:
    appearance = Appearance(qapp, "light")
    made = MainWindow(community.client, appearance, clock=lambda: NOW)
    qtbot.addWidget(made)
    made.resize(1280, 800)
    made.show()
    qtbot.waitUntil(lambda: made.work is not None and made.overview is not None)
    yield made
    made.close()
    qapp.setStyleSheet("")


def faults(root: QWidget, hostile: str) -> list[str]:
    """What in ``root`` and under it Qt would take for markup, or for a key, without being told so by us."""
    found: list[str] = []
    for one in [root, *root.findChildren(QWidget)]:
        name = f"{type(one).__name__} {one.objectName()}"
        found += [f"{name}: tool tip {one.toolTip()!r}"] * _is_read(one.toolTip(), hostile)
        found += [f"{name}: name"] * (not _speakable(one.accessibleName()))
        found += [f"{name}: window title"] * (not _speakable(one.windowTitle()))
        if isinstance(one, QLabel):
            found += [f"{name}: text {one.text()!r}"] * _label_reads(one, hostile)
        if isinstance(one, QAbstractButton) and "Sluw" in one.text():
            found += [f"{name}: key {one.shortcut().toString()}"] * (not one.shortcut().isEmpty())
        if isinstance(one, QAbstractItemView) and one.model() is not None:
            found += [f"{name}: tool tip of a row"] * any(_is_read(tip, hostile) for tip in _row_tips(one))
    for action in root.findChildren(QAction):
        found += [f"QAction: {action.text()!r}"] * _is_key(action.text())
    return found


def _label_reads(label: QLabel, hostile: str) -> bool:
    if label.textFormat() == Qt.TextFormat.PlainText:
        return False
    if label.textFormat() == Qt.TextFormat.AutoText:
        return _is_read(label.text(), hostile)
    return _reads(label.text(), hostile)


def _is_read(text: str, hostile: str) -> bool:
    return bool(Qt.mightBeRichText(text)) and _reads(text, hostile)


def _reads(html: str, hostile: str) -> bool:
    """Whether something is asked for, or made a link, or what is in the names does not read as it is."""
    document = shown(html)
    # As far as it is shown: some texts are cut.
    beginning = hostile[:12]
    lost = "secret.png" in html and beginning not in document.toPlainText().replace("\xa0", " ")
    links = any(one.boolProperty(QTextFormat.Property.IsAnchor) for one in document.allFormats())
    return bool(document.asked) or links or lost


def _is_key(text: str) -> bool:
    at = text.find("&Sluw")
    return at == 0 or (at > 0 and text[at - 1] != "&")


def _speakable(name: str) -> bool:
    return not any(unicodedata.category(sign) in ("Cc", "Cs") for sign in name)


def _row_tips(view: QAbstractItemView) -> list[str]:
    model = view.model()
    rows = range(min(model.rowCount(QModelIndex()), 200))
    return [str(model.index(row, 0).data(Qt.ItemDataRole.ToolTipRole) or "") for row in rows]


def test_the_probe_notices_a_tool_tip_that_is_markup(qtbot: QtBot, community: Community) -> None:
    label, tipped = QLabel(community.hostile), QWidget()
    qtbot.addWidget(label)
    qtbot.addWidget(tipped)
    tipped.setToolTip(community.hostile)
    assert len(faults(label, community.hostile)) == 1
    assert len(faults(tipped, community.hostile)) == 1


def _groups(window: MainWindow, until: Callable[..., None]) -> None:
    window.go("groups")
    groups = window.rooms.groups
    until(lambda: groups.page is not None and groups.page.panel.opened is not None)


def _group(window: MainWindow, until: Callable[..., None]) -> None:
    window.go(Place("group", CLOSED))
    until(lambda: window.pane.view.isVisible())


def _reader(window: MainWindow, until: Callable[..., None]) -> None:
    window.open_topic(TOPIC)
    until(lambda: window.topic is not None and window.topic.reader.topic == TOPIC)


def _outbox(window: MainWindow, until: Callable[..., None]) -> None:
    window.go("outbox")
    until(lambda: window.rooms.outbox.page is not None)


def _drafts(window: MainWindow, until: Callable[..., None]) -> None:
    window.go("drafts")
    until(lambda: window.rooms.outbox.page is not None)


def _notices(window: MainWindow, until: Callable[..., None]) -> None:
    window.go("notices")
    until(lambda: window.rooms.notices.page is not None)


def _people(window: MainWindow, until: Callable[..., None]) -> None:
    del until
    window.go("people")


def _composer(window: MainWindow, until: Callable[..., None]) -> None:
    window.rooms.composer.warm()
    until(lambda: window.rooms.composer.ready)
    window.rooms.composer.compose(
        group_id=CLOSED,
        title="Hoe doe je straatgesprekken met inwoners?",
        raw="straatgesprekken met inwoners",
    )
    sheet = window.rooms.composer.sheet
    until(lambda: sheet.audience is not None)
    until(lambda: sheet.side.similar.rows[0].found is not None)


SCREENS = [_groups, _group, _reader, _outbox, _drafts, _notices, _people, _composer]


@pytest.mark.parametrize("width", [1280, 700])
@pytest.mark.parametrize("go", SCREENS, ids=lambda go: go.__name__.strip("_"))
def test_names_are_text_on_every_screen(
    window: MainWindow,
    qtbot: QtBot,
    community: Community,
    go: Callable[[MainWindow, Callable[..., None]], None],
    width: int,
) -> None:
    window.resize(width, 800)
    go(window, lambda reached: qtbot.waitUntil(reached))
    qtbot.wait(300)
    assert faults(window, community.hostile) == []


def test_a_warning_names_people_as_text(qtbot: QtBot, community: Community) -> None:
    warning = Told(light_theme("Inter", "DejaVu Sans Mono"))
    qtbot.addWidget(warning)
    one = Reader(EVIL, "u2", community.hostile, community.hostile, "", "member")
    words = grew(Change(joined=(one, one, one, one)))
    warning.tell("grew", words.strong, words.rest, [])
    assert community.hostile in warning.accessibleName()
    assert faults(warning, community.hostile) == []


def test_dialogs_name_a_group_as_text(qtbot: QtBot, community: Community) -> None:
    theme = light_theme("Inter", "DejaVu Sans Mono")
    for made in (LeavingGroup(community.hostile, 3, theme), AskAccess(community.hostile, theme)):
        qtbot.addWidget(made)
        assert faults(made, community.hostile) == []


def test_a_file_is_named_as_text(qtbot: QtBot, community: Community) -> None:
    chip = FileChip(f"{community.hostile}.png", light_theme("Inter", "DejaVu Sans Mono"))
    qtbot.addWidget(chip)
    assert faults(chip, community.hostile) == []


def test_where_a_link_in_the_preview_leads_is_text(window: MainWindow, qtbot: QtBot) -> None:
    pictures = Pictures(window.background, ImageFolder(window.client.store.images))
    preview = Preview(window.background, pictures, window.appearance.theme, lambda raw: raw)
    qtbot.addWidget(preview)
    address = 'https://x.example/<img src="file:///secret.png">'
    preview.show_text(f'<p><a href="{escape(address)}">x</a></p>', now=True)
    qtbot.waitUntil(lambda: preview.html != "")
    body = preview.findChildren(Body)[0]
    body.pointed_at.emit(address)
    assert not shown(body.toolTip()).asked


@pytest.mark.usefixtures("qapp")
@pytest.mark.qt_log_ignore("QSystemTrayIcon", "systemTrayWindowChanged")
def test_the_tray_is_called_after_the_program_only(community: Community) -> None:
    tray = TrayMessages(QIcon())
    tray.tell(1, community.hostile, "")
    assert [one.toolTip() for one in tray.findChildren(QSystemTrayIcon)] == ["Stamtafel"]
    tray.close()
