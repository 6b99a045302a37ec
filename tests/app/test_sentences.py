"""Every error has a sentence of its own, in both languages, and shows server text as it came."""

from __future__ import annotations

import pytest

from app.language import chosen
from app.sentences import error_sentence
from sync import errors


def leaves() -> list[type[errors.StamtafelError]]:
    """Every error that is raised: the classes without children."""
    found: list[type[errors.StamtafelError]] = []
    waiting: list[type[errors.StamtafelError]] = [errors.StamtafelError]
    while waiting:
        kind = waiting.pop()
        children = kind.__subclasses__()
        waiting += children
        if not children and kind.__module__ == "sync.errors":
            found.append(kind)
    return found


def example(kind: type[errors.StamtafelError]) -> errors.StamtafelError:
    return errors.TooManyRequests(retry_after=12) if kind is errors.TooManyRequests else kind()


@pytest.mark.parametrize("kind", leaves())
def test_each_error_has_its_own_sentence_in_both_languages(kind: type[errors.StamtafelError]) -> None:
    dutch, english = error_sentence(example(kind), "nl"), error_sentence(example(kind), "en")
    assert dutch.title != english.title
    assert dutch.text != english.text
    assert "{" not in dutch.text + english.text
    assert english.title != error_sentence(ValueError(), "en").title


def test_details_name_the_facts_in_a_fixed_order() -> None:
    error = errors.InterceptedAnswer(type="text/html", path="/latest.json", status=200, method="GET")
    assert error_sentence(error, "nl").details == "GET · /latest.json · 200 · text/html"


def test_the_reasons_of_the_community_are_shown_as_plain_text() -> None:
    error = errors.Rejected(reasons=("Titel is <b>te kort</b>",))
    assert "Titel is <b>te kort</b>" in error_sentence(error, "nl").text


def test_waiting_says_how_long() -> None:
    assert "42" in error_sentence(errors.TooManyRequests(retry_after=41.6), "en").text


@pytest.mark.parametrize(("setting", "system", "expected"), [("nl", "en_GB", "nl"), ("en", "nl_NL", "en")])
def test_the_setting_wins_over_the_system(
    setting: str, system: str, expected: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LC_ALL", system)
    assert chosen(setting) == expected


@pytest.mark.parametrize(("system", "expected"), [("nl_NL.UTF-8", "nl"), ("de_DE.UTF-8", "en"), ("C", "en")])
def test_the_system_decides_otherwise(system: str, expected: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LC_ALL", system)
    assert chosen("system") == expected
