"""Names of files with tricks in them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.composer.filenames import MOST_BYTES, parted, safe_name


@pytest.mark.parametrize(
    ("name", "safe"),
    [
        ("Gesprekskaart Haven.pdf", "Gesprekskaart Haven.pdf"),
        ("../../etc/passwd", "passwd"),
        ("C:\\Users\\fatima\\Foto's\\kaart.png", "kaart.png"),
        ("/home/fatima/kaart.png", "kaart.png"),
        ("kaart\u2215geheim\uff0fx.png", "x.png"),
        ("foto\u202egnp.exe", "fotognp.exe"),
        ("fo\u200bto\ufeff.png", "foto.png"),
        ("regel\r\neen\x00\x07.txt", "regel een.txt"),
        ("rapport.pdf. . .", "rapport.pdf"),
        ("  .verborgen", "verborgen"),
        ("CON.txt", "_CON.txt"),
        ("nul", "_nul"),
        ("com1.tar.gz", "_com1.tar.gz"),
        ("LPT\u00b2.png", "_LPT2.png"),
        ("prn .txt", "_prn.txt"),
        ("console.txt", "console.txt"),
        ("nota.txt:verborgen.exe", "nota.txt_verborgen.exe"),
        ('a<b>c"d|e?f*g.png', "a_b_c_d_e_f_g.png"),
        ("", "file"),
        ("...", "file"),
        ("/", "file"),
        (".png", "png"),
        ("cafe\u0301.png", "caf\u00e9.png"),
    ],
)
def test_a_name_is_made_safe(name: str, safe: str) -> None:
    found = safe_name(name)
    # Superscript digits are told apart by some systems and not by others: either form is harmless.
    assert found.replace("\u00b2", "2") == safe


def test_a_long_name_keeps_its_extension_and_whole_characters() -> None:
    found = safe_name("é" * 400 + ".jpeg")
    assert found.endswith("é.jpeg")
    assert MOST_BYTES - 2 <= len(found.encode()) <= MOST_BYTES


@given(st.text(max_size=300) | st.text(alphabet="./\\: \u202e\x00CONnul1²", max_size=30))
def test_any_text_becomes_a_name_that_every_system_takes(name: str) -> None:
    found = safe_name(name)
    assert 1 <= len(found.encode()) <= MOST_BYTES
    assert not set(found) & set('/\\<>:"|?*\x00\n\r\t\u202e\u2066')
    assert found == found.strip(" .")
    assert parted(found)[0].partition(".")[0].rstrip(" ").lower() not in {"con", "nul", "prn", "aux", "com1"}
    assert safe_name(found) == found
