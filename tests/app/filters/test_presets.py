"""Presets are readable rules that work as they are."""

from __future__ import annotations

from app.filters.parse import parse
from app.filters.presets import QUIET_DAYS, presets
from app.filters.text import to_text
from sync.store.rows import GroupRow
from tests.sync.store.samples import DAY, START


def group(number: int, name: str, joined: int) -> GroupRow:
    return GroupRow(number, name.lower(), name, "", 0, joined, "", 0, None, 0, 0)


GROUPS = [group(1, "Algemeen", 0), group(2, "Samen Leren", 1), group(3, "Participatie", 1)]


def test_every_preset_is_in_canonical_form_and_named_in_both_languages() -> None:
    dutch = presets("nl", groups=GROUPS, organisation="RWS", now=START)
    english = presets("en", groups=GROUPS, organisation="RWS", now=START)
    assert [rule.text for rule in dutch] == [rule.text for rule in english]
    assert len({rule.name for rule in (*dutch, *english)}) == 2 * len(dutch) == 12
    for rule in english:
        assert to_text(parse(rule.text), "en") == rule.text
        assert rule.id == 0


def test_presets_fit_the_member() -> None:
    made = presets("en", groups=GROUPS, organisation="Rijks Museum", now=START)
    texts = {rule.name: rule.text for rule in made}
    assert texts["Only my groups"] == '-group:"Samen Leren",Participatie'
    assert texts["My organisation first"] == 'org:"Rijks Museum"'
    (quiet,) = [rule for rule in made if rule.until is not None]
    assert quiet.until == START + QUIET_DAYS * DAY


def test_what_is_not_known_of_the_member_is_left_out() -> None:
    names = {rule.name for rule in presets("en", groups=GROUPS[:1], organisation="", now=START)}
    assert not names & {"Only my groups", "My organisation first"}
