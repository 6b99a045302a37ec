"""Files and pictures: added by hand, dropped or pasted, kept with the draft, refused in words, taken away."""

from __future__ import annotations

import threading
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel
from pytestqt.qtbot import QtBot

from app.drafts import Keeper
from sync.connectors.base import PostLimits
from sync.store import uploads
from sync.store.database import Store
from sync.store.uploads import Upload
from tests.widgets.composer.editing import LIMITS
from widgets.composer.adding import MOST_AT_ONCE
from widgets.composer.editor import Editor
from widgets.composer.tray import Attached
from widgets.theme import dark_theme

WAITING = "upload://waiting-"


@pytest.fixture
def files(tmp_path: Path) -> Path:
    """A folder with files of the member's own."""
    folder = tmp_path / "files"
    folder.mkdir()
    picture = Image.new("RGB", (60, 40), "red")
    picture.save(folder / "kaart.png")
    told = Image.Exif()
    told[0x010F] = "Camera of Eva"
    picture.save(folder / "straat.jpg", exif=told)
    (folder / "verslag.pdf").write_bytes(b"%PDF-1.4\n" + b"a" * 2_000)
    (folder / "notitie.txt").write_text("Drie vragen op een kaart.", encoding="utf-8")
    (folder / "leeg.txt").touch()
    (folder / "groot.txt").write_bytes(b"a" * 2_000_000)
    (folder / "bijna.txt").write_bytes(b"a" * 50_000)
    (folder / "film.mov").write_bytes(b"\x00\x00\x00\x14ftypqt  " + b"a" * 100)
    (folder / "knop.exe").write_bytes(b"MZ" + b"a" * 100)
    (folder / "nep.pdf").write_bytes(b"geen pdf")
    (folder / "half.png").write_bytes((folder / "kaart.png").read_bytes()[:40])
    (folder / "map").mkdir()
    return folder


def kept(store: Store, keeper: Keeper) -> list[Upload]:
    """The files that go with the draft."""
    with store.reading() as conn:
        return uploads.of(conn, draft_id=keeper.draft.draft_id or 1)


def add(editor: Editor, qtbot: QtBot, *paths: Path) -> None:
    """Add files, and wait until each was kept or refused."""
    editor.add_files([str(path) for path in paths])
    qtbot.waitUntil(lambda: not editor.adding)


def notes(editor: Editor) -> list[str]:
    return [note.words for note in editor.tray.notes]


def names(editor: Editor) -> list[str]:
    return [chip.accessibleName() for chip in editor.tray.chips]


def test_a_picture_stands_where_the_cursor_was_and_a_file_below(
    editor: Editor, qtbot: QtBot, files: Path, store: Store, keeper: Keeper
) -> None:
    editor.set_text("voor\n\nna")
    cursor = editor.field.textCursor()
    cursor.setPosition(5)
    editor.field.setTextCursor(cursor)
    add(editor, qtbot, files / "kaart.png", files / "verslag.pdf")
    picture, report = kept(store, keeper)
    assert editor.text() == (
        f"voor\n![kaart]({WAITING}{picture.file})\n\nna\n\n[verslag.pdf|attachment]({WAITING}{report.file})"
    )
    assert [("kaart.png" in name, "verslag.pdf 2 kB" in name) for name in names(editor)] == [
        (True, False),
        (False, True),
    ]
    assert (store.folder / uploads.FOLDER / report.file).read_bytes() == (files / "verslag.pdf").read_bytes()


def test_what_is_typed_meanwhile_is_not_parted(editor: Editor, qtbot: QtBot, files: Path) -> None:
    may_keep = threading.Event()
    keep = editor.desk.attach

    def slow(name: str, kind: str, content: bytes) -> str:
        may_keep.wait(10)
        return keep(name, kind, content)

    editor.desk = replace(editor.desk, attach=slow)
    editor.set_text("zie ")
    editor.add_files([str(files / "kaart.png")])
    assert editor.adding
    assert [chip.address for chip in editor.tray.chips] == [""]
    QTest.keyClicks(editor.field, "hier verder")
    may_keep.set()
    qtbot.waitUntil(lambda: not editor.adding)
    assert editor.text().startswith("zie ![kaart](upload://waiting-")
    assert editor.text().endswith(") hier verder")


@pytest.mark.parametrize(
    ("file", "words"),
    [
        ("leeg.txt", "leeg.txt is empty."),
        ("groot.txt", "groot.txt is too large. It may be 40 kB at most."),
        ("bijna.txt", "bijna.txt is too large. It may be 40 kB at most."),
        ("film.mov", "film.mov cannot go along. What can: jpg, jpeg, png, pdf, txt."),
        ("knop.exe", "knop.exe is a program. Programs cannot go along."),
        ("nep.pdf", "nep.pdf is not the kind of file that its name says."),
        ("half.png", "half.png is damaged. Try to save the picture again."),
        ("map", "map is a folder. Add the files in it instead."),
        ("weg.txt", "weg.txt cannot be read."),
    ],
)
def test_what_cannot_go_along_is_said_in_words(
    editor: Editor, qtbot: QtBot, files: Path, file: str, words: str
) -> None:
    add(editor, qtbot, files / file)
    assert notes(editor) == [words]
    assert editor.tray.chips == []
    assert editor.text() == ""
    note = editor.tray.notes[0]
    assert words in [label.text() for label in note.findChildren(QLabel)]


def test_a_file_too_large_is_not_even_read(
    editor: Editor, qtbot: QtBot, files: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[Path] = []
    really = Path.open

    def watched(path: Path, *rest: object, **more: object) -> object:
        opened.append(path)
        return really(path, *rest, **more)  # type: ignore[call-overload]

    monkeypatch.setattr(Path, "open", watched)
    add(editor, qtbot, files / "groot.txt")
    assert "too large" in notes(editor)[0]
    assert files / "groot.txt" not in opened


def test_a_full_disk_is_said_and_the_text_stays(editor: Editor, qtbot: QtBot, files: Path) -> None:
    def full(_name: str, _kind: str, _content: bytes) -> str:
        raise OSError(28, "No space left on device")

    editor.desk = replace(editor.desk, attach=full)
    editor.set_text("mijn tekst")
    add(editor, qtbot, files / "notitie.txt")
    assert notes(editor) == ["There is no room on this computer to keep notitie.txt."]
    assert editor.text() == "mijn tekst"


def test_one_refusal_does_not_stop_the_others_and_the_same_words_stand_once(
    editor: Editor, qtbot: QtBot, files: Path
) -> None:
    add(editor, qtbot, files / "leeg.txt", files / "notitie.txt", files / "leeg.txt")
    assert notes(editor) == ["leeg.txt is empty."]
    assert len(editor.tray.chips) == 1
    editor.tray.notes[0].closed.emit()
    assert notes(editor) == []


def test_more_files_than_one_means_are_refused(editor: Editor, qtbot: QtBot, files: Path) -> None:
    add(editor, qtbot, *[files / "notitie.txt"] * (MOST_AT_ONCE + 1))
    assert editor.tray.chips == []
    assert str(MOST_AT_ONCE) in notes(editor)[0]


def test_the_camera_s_data_goes_and_that_is_said(
    editor: Editor, qtbot: QtBot, files: Path, store: Store, keeper: Keeper
) -> None:
    assert b"Camera of Eva" in (files / "straat.jpg").read_bytes()
    add(editor, qtbot, files / "straat.jpg")
    assert notes(editor) == ["Place and camera data removed."]
    upload = kept(store, keeper)[0]
    assert b"Camera of Eva" not in (store.folder / uploads.FOLDER / upload.file).read_bytes()


def test_a_picture_is_pasted_as_a_file(editor: Editor, qtbot: QtBot, store: Store, keeper: Keeper) -> None:
    image = QImage(30, 20, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.blue)
    QGuiApplication.clipboard().setImage(image)
    editor.field.paste()
    qtbot.waitUntil(lambda: not editor.adding)
    assert editor.text().startswith("![picture ")
    upload = kept(store, keeper)[0]
    assert upload.type == "image/png"
    with Image.open(BytesIO((store.folder / uploads.FOLDER / upload.file).read_bytes())) as shown:
        assert shown.size == (30, 20)


def test_a_pasted_picture_that_would_be_too_large_becomes_a_jpeg(
    editor: Editor, qtbot: QtBot, store: Store, keeper: Keeper
) -> None:
    noise = Image.effect_noise((200, 200), 60).convert("RGB").tobytes()
    image = QImage(noise, 200, 200, 600, QImage.Format.Format_RGB888).copy()
    QGuiApplication.clipboard().setImage(image)
    editor.field.paste()
    qtbot.waitUntil(lambda: not editor.adding)
    upload = kept(store, keeper)[0]
    assert upload.type == "image/jpeg"
    assert upload.bytes <= LIMITS.image_bytes


def test_a_pasted_picture_of_too_many_pixels_is_refused(editor: Editor, qtbot: QtBot) -> None:
    editor.desk = replace(editor.desk, limits=PostLimits(image_pixels=2_000_000))
    image = QImage(2_000, 1_001, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.blue)
    QGuiApplication.clipboard().setImage(image)
    editor.field.paste()
    qtbot.waitUntil(lambda: not editor.adding)
    assert "too many pixels. It may have 2 million." in notes(editor)[0]


def test_files_on_the_clipboard_are_added(editor: Editor, qtbot: QtBot, files: Path) -> None:
    copied = QMimeData()
    copied.setUrls([QUrl.fromLocalFile(str(files / "notitie.txt"))])
    QGuiApplication.clipboard().setMimeData(copied)
    editor.field.paste()
    qtbot.waitUntil(lambda: len(editor.tray.chips) == 1 and not editor.adding)
    assert "notitie.txt" in names(editor)[0]


@pytest.mark.parametrize(("tool", "filtered"), [("image", True), ("file", False)])
def test_files_are_chosen_by_hand(
    editor: Editor, qtbot: QtBot, files: Path, monkeypatch: pytest.MonkeyPatch, tool: str, filtered: bool
) -> None:
    asked: list[str] = []

    def chosen(_parent: object, _title: str, _folder: str, kinds: str) -> tuple[list[str], str]:
        asked.append(kinds)
        return [str(files / "kaart.png")], ""

    monkeypatch.setattr(QFileDialog, "getOpenFileNames", chosen)
    editor.actions_[tool].trigger()
    qtbot.waitUntil(lambda: len(editor.tray.chips) == 1 and not editor.adding)
    assert ("*.png" in asked[0]) is filtered


def test_a_picture_is_taken_away_and_undo_brings_it_back(editor: Editor, qtbot: QtBot, files: Path) -> None:
    editor.set_text("voor ")
    add(editor, qtbot, files / "kaart.png")
    text = editor.text()
    QTest.mouseClick(editor.tray.chips[0], Qt.MouseButton.LeftButton)
    assert editor.text().strip() == "voor"
    assert editor.tray.chips == []
    editor.field.undo()
    assert editor.text() == text
    assert len(editor.tray.chips) == 1


def test_a_picture_that_is_cut_from_the_text_is_no_longer_on_the_tray(
    editor: Editor, qtbot: QtBot, files: Path
) -> None:
    add(editor, qtbot, files / "kaart.png")
    editor.field.selectAll()
    QTest.keyClick(editor.field, Qt.Key.Key_Backspace)
    assert editor.tray.chips == []
    assert editor.tray.isHidden()


@pytest.mark.parametrize("key", [Qt.Key.Key_Delete, Qt.Key.Key_Backspace, Qt.Key.Key_Return])
def test_a_file_is_taken_away_by_keyboard(editor: Editor, qtbot: QtBot, files: Path, key: Qt.Key) -> None:
    add(editor, qtbot, files / "notitie.txt")
    editor.setFocus()
    QTest.keyClick(editor.field, Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is editor.tray.chips[0]
    with qtbot.waitSignal(editor.changed, timeout=0):
        QTest.keyClick(editor.tray.chips[0], key)
    assert editor.text() == ""


def test_a_file_on_its_way_can_be_stopped(editor: Editor, qtbot: QtBot, files: Path) -> None:
    may_keep = threading.Event()

    def slow(_name: str, _kind: str, _content: bytes) -> str:
        may_keep.wait(10)
        return f"{WAITING}{'a' * 32}"

    editor.desk = replace(editor.desk, attach=slow)
    editor.add_files([str(files / "notitie.txt"), str(files / "kaart.png")])
    QTest.mouseClick(editor.tray.chips[0], Qt.MouseButton.LeftButton)
    may_keep.set()
    qtbot.waitUntil(lambda: not editor.adding)
    assert editor.text().strip() == f"![kaart]({WAITING}{'a' * 32})"
    assert len(editor.tray.chips) == 1


def test_a_draft_that_is_opened_again_shows_its_files(editor: Editor, qtbot: QtBot, files: Path) -> None:
    editor.set_text("mijn tekst ")
    add(editor, qtbot, files / "kaart.png", files / "verslag.pdf")
    raw = editor.text()
    address = raw.partition("|attachment](")[2].removesuffix(")")
    editor.set_text("een ander")
    assert editor.tray.chips == []
    editor.set_text(raw, [Attached("verslag.pdf", 2_009, address)])
    assert editor.text() == raw
    assert "attachment" not in editor.field.toPlainText()
    assert [chip.address in raw for chip in editor.tray.chips] == [True, True]
    assert any("verslag.pdf 2 kB" in name for name in names(editor))


def test_another_text_in_its_place_keeps_the_files(editor: Editor, qtbot: QtBot, files: Path) -> None:
    editor.set_text("mijn tekst")
    add(editor, qtbot, files / "verslag.pdf")
    editor.rewrite(editor.text().replace("mijn", "onze"))
    assert editor.field.toPlainText().strip() == "onze tekst"
    assert editor.text().startswith("onze tekst\n\n[verslag.pdf|attachment](")
    assert editor.text().count("attachment") == 1


def test_another_draft_does_not_get_the_file_of_the_last(editor: Editor, qtbot: QtBot, files: Path) -> None:
    begun, may_keep, done = threading.Event(), threading.Event(), threading.Event()

    def slow(_name: str, _kind: str, _content: bytes) -> str:
        begun.set()
        may_keep.wait(10)
        done.set()
        return f"{WAITING}{'a' * 32}"

    editor.desk = replace(editor.desk, attach=slow)
    editor.add_files([str(files / "kaart.png")])
    qtbot.waitUntil(begun.is_set)
    editor.set_text("een ander")
    may_keep.set()
    qtbot.waitUntil(done.is_set)
    add(editor, qtbot, files / "leeg.txt")
    assert editor.text() == "een ander"
    assert editor.tray.chips == []


def test_chips_are_drawn_in_every_size(editor: Editor, qtbot: QtBot, files: Path) -> None:
    add(editor, qtbot, files / "notitie.txt", files / "leeg.txt")
    small = editor.tray.chips[0].sizeHint()
    editor.set_theme(dark_theme("Inter", "DejaVu Sans Mono", 2.0))
    large = editor.tray.chips[0].sizeHint()
    assert large.height() == 2 * small.height() == 56
    shown = editor.tray.grab().toImage()
    sunken = dark_theme("Inter", "DejaVu Sans Mono").sunken.name()
    assert sunken in {shown.pixelColor(x, 6).name() for x in range(0, shown.width(), 4)}
