"""A post's text: what it shows, what it refuses to read, and how it makes room for pictures."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtGui import QImage, QTextDocument
from pytestqt.qtbot import QtBot

from sync.images import ImageFolder
from sync.markup import clean
from tests.widgets.reader.topics import ADDRESS, PICTURE, PICTURE_KEY, png
from widgets.reader.body import Body
from widgets.reader.pictures import Pictures
from widgets.theme import Theme, dark_theme

WIDTH = 500
RED = 0xFFFF0000
IMAGE = QTextDocument.ResourceType.ImageResource.value


@pytest.fixture
def body(qtbot: QtBot, pictures: Pictures, theme: Theme) -> Body:
    made = Body(pictures, theme)
    qtbot.addWidget(made)
    return made


def colours(body: Body, height: int) -> set[int]:
    """Every colour that is seen when the body is drawn."""
    body.resize(WIDTH, max(height, 1))
    seen = body.grab().toImage()
    return {seen.pixel(x, y) for x in range(0, seen.width(), 3) for y in range(0, seen.height(), 3)}


@pytest.mark.parametrize(
    "hostile",
    [
        '<img src="{path}">',
        '<img src="file://{path}">',
        '<table background="{path}"><tr><td>x<br><br><br></td></tr></table>',
        '<table style="background-image: url({path})"><tr><td>x<br><br><br></td></tr></table>',
        "<style>@import url({path}); p {{ background-image: url({path}) }}</style><p>x<br><br></p>",
    ],
)
def test_no_local_file_is_read_even_for_html_that_was_not_cleaned(
    body: Body, tmp_path: Path, hostile: str
) -> None:
    secret = tmp_path / "secret.png"
    secret.write_bytes(png(200, 200))
    height = body.show_html(hostile.format(path=secret), WIDTH)
    assert RED not in colours(body, height)


@pytest.mark.parametrize(
    "name",
    [
        "/etc/passwd",
        "file:///etc/passwd",
        "data:image/png;base64,aGk=",
        "//host/share/x",
        "https://x.nl/a.png",
    ],
)
@pytest.mark.parametrize("kind", [1, 2, 3, 4, 100])
def test_any_resource_but_a_picture_by_key_is_a_blank_image(body: Body, name: str, kind: int) -> None:
    served = body.loadResource(kind, QUrl(name))
    assert isinstance(served, QImage)
    assert not served.isNull()
    assert served.size().toTuple() == (1, 1)


def test_a_key_that_the_post_does_not_show_is_not_served(body: Body, folder: ImageFolder) -> None:
    folder.store(PICTURE_KEY, png(60, 40))
    body.show_html("<p>geen beeld</p>", WIDTH)
    assert body.loadResource(IMAGE, QUrl(f"image:{PICTURE_KEY}")).size().toTuple() == (1, 1)


def test_a_picture_keeps_its_told_size_while_it_is_decoded(
    qtbot: QtBot, body: Body, folder: ImageFolder, pictures: Pictures
) -> None:
    folder.store(PICTURE_KEY, png(400, 300))
    html = clean(f'<p><img src="{PICTURE}" width="400" height="300"></p>', base_url=ADDRESS).html
    with qtbot.waitSignal(pictures.ready):
        before = body.show_html(html, WIDTH)
        assert RED not in colours(body, before)
    assert body.height_at(WIDTH) == before >= 300
    assert RED in colours(body, before)


def test_a_wide_picture_is_made_to_fit_the_column(body: Body) -> None:
    html = clean(f'<p><img src="{PICTURE}" width="600" height="300"></p>', base_url=ADDRESS).html
    assert 150 <= body.show_html(html, 300) < 200


def test_a_picture_that_arrives_with_an_unknown_size_tells_how_much_it_grew(
    qtbot: QtBot, body: Body, folder: ImageFolder, pictures: Pictures
) -> None:
    before = body.show_html(clean(f'<p>a</p><p><img src="{PICTURE}"></p>', base_url=ADDRESS).html, WIDTH)
    folder.store(PICTURE_KEY, png(200, 400))
    pictures.forget(frozenset({PICTURE_KEY}))
    with qtbot.waitSignal(body.grew) as grew:
        body.reload_images(frozenset({PICTURE_KEY}))
    assert body.height_at(WIDTH) - before == grew.args[1] > 0
    assert 0 < grew.args[0] < before


def test_a_picture_of_too_many_pixels_is_not_decoded(body: Body, folder: ImageFolder) -> None:
    (folder.path / f"{PICTURE_KEY}.png").write_bytes(png(8000, 8000))
    html = clean(f'<p><img src="{PICTURE}"></p>', base_url=ADDRESS).html
    height = body.show_html(html, WIDTH)
    assert RED not in colours(body, height)
    assert height < 200


def test_every_picture_is_a_link_to_itself(body: Body) -> None:
    body.show_html(
        clean(f'<p><img src="{PICTURE}" width="40" height="30"></p>', base_url=ADDRESS).html, WIDTH
    )
    assert f"image:{PICTURE_KEY}" in body.toHtml()
    cursor = body.textCursor()
    cursor.movePosition(cursor.MoveOperation.NextCharacter)
    assert cursor.charFormat().anchorHref() == f"image:{PICTURE_KEY}"


def test_links_are_reported_and_not_followed(qtbot: QtBot, body: Body) -> None:
    body.show_html('<p><a href="https://www.rijksoverheid.nl/">x</a></p>', WIDTH)
    with qtbot.waitSignal(body.followed) as followed:
        body.anchorClicked.emit(QUrl("https://www.rijksoverheid.nl/"))
    assert followed.args == ["https://www.rijksoverheid.nl/"]
    assert body.toPlainText() == "x"


def test_colours_follow_the_theme(body: Body) -> None:
    dark = dark_theme("Inter", "DejaVu Sans Mono")
    html = "<pre>code</pre>"
    body.show_html(html, WIDTH)
    light_seen = colours(body, 60)
    body.set_theme(dark)
    body.show_html(html, WIDTH)
    assert dark.sunken.rgb() in colours(body, 60)
    assert dark.sunken.rgb() not in light_seen


def test_a_quote_has_its_rule_and_nested_quotes_have_two(body: Body, theme: Theme) -> None:
    def rules(html: str) -> int:
        body.resize(WIDTH, body.show_html(html, WIDTH))
        seen = body.grab().toImage()
        row = [seen.pixel(x, seen.height() - 8) == theme.quiet.rgb() for x in range(40)]
        return row[0] + sum(here and not before for before, here in pairwise(row))

    assert rules("<p>a</p>") == 0
    assert rules("<blockquote><p>a</p></blockquote>") == 1
    assert rules("<blockquote><p>a</p><blockquote><p>b</p></blockquote></blockquote>") == 2
