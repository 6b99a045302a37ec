"""The kind of a topic follows from what somebody chose, and failing that from what the title suggests."""

from __future__ import annotations

import pytest

from sync.connectors.kinds import Signs, guessed, told
from sync.model import Kind


@pytest.mark.parametrize(
    ("signs", "kind"),
    [
        (Signs("Wie helpt?", tags=("ervaring",)), "experience"),
        (Signs("Kijk", tags=("b1", "Leestip")), "link"),
        (Signs("Trots op Aylin", tags=("in-het-zonnetje",)), "spotlight"),
        (Signs("Borrel", event=True), "event"),
        (Signs("Borrel", tags=("mededeling",), event=True), "announcement"),
        (Signs("Formulier", solvable=True), "question"),
        (Signs("Nieuwe opzet", slug="tips-en-bronnen"), "link"),
        (Signs("Vraagtekens in titels", slug="taal"), None),
        (Signs("Kijk eens", featured_link=True), "link"),
        (Signs("Wie weet dit?"), None),
    ],
)
def test_what_was_chosen_decides(signs: Signs, kind: Kind | None) -> None:
    assert told(signs) == kind


@pytest.mark.parametrize(
    ("signs", "kind"),
    [
        (Signs("Wie weet dit? "), "question"),
        (Signs("Kijk eens", text=" https://example.nl/artikel \n"), "link"),
        (Signs("Kijk eens", text="Dit las ik: https://example.nl"), None),
        (Signs("Wie weet dit?", tags=("spotlight",)), "spotlight"),
    ],
)
def test_a_guess_is_only_the_last_resort(signs: Signs, kind: Kind | None) -> None:
    assert guessed(signs) == kind
