"""Where links lead, and that nothing but the web and mail is handed to the system."""

from __future__ import annotations

import pytest

from tests.widgets.reader.topics import ADDRESS
from widgets.reader.links import Outside, Target, ToImage, ToMember, ToPost, open_outside, target


@pytest.mark.parametrize(
    ("link", "expected"),
    [
        ("post:31/4", ToPost(31, 4)),
        ("member:joost", ToMember("joost")),
        ("image:0123456789abcdef0123", ToImage("0123456789abcdef0123")),
        (f"{ADDRESS}/t/een-naam/31/4", ToPost(31, 4)),
        (f"{ADDRESS}/t/een-naam/31", ToPost(31, 1)),
        (f"{ADDRESS}/t/31", ToPost(31, 1)),
        (f"{ADDRESS}/faq", Outside(f"{ADDRESS}/faq")),
        ("https://elders.nl/t/een-naam/31", Outside("https://elders.nl/t/een-naam/31")),
        ("mailto:team@example.nl", Outside("mailto:team@example.nl")),
        ("post:31", None),
        ("post:x/y", None),
        ("member:", None),
        ("file:///etc/passwd", None),
        ("javascript:alert(1)", None),
        ("stamtafel:x", None),
        ("", None),
    ],
)
def test_target(link: str, expected: Target | None) -> None:
    assert target(link, ADDRESS) == expected


@pytest.mark.parametrize(
    "address", ["file:///etc/passwd", "ftp://x.nl/", "javascript:alert(1)", "", "https://[bad"]
)
def test_nothing_but_web_and_mail_is_handed_out(address: str) -> None:
    assert not open_outside(address)
