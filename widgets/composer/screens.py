"""The composer as ``stamtafel pictures`` draws it: of each kind, and with what stands in the way."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from app import drafts
from app.audience import snapshot_of
from app.composer import checking
from app.drafts import Keeper
from sync import outbox
from widgets.picture_screens import read_first, settle, until

if TYPE_CHECKING:
    from widgets.composer.composition import Composition
    from widgets.composer.work import ComposerWork
    from widgets.picture_screens import Screen

_TEXT = {
    "nl": (
        "In maart staan we vier middagen op straat in Almere Haven voor de omgevingsvisie. We willen geen"
        " enquête aan de hand, maar een echt gesprek van tien minuten.\n\nIk zoek vooral:\n"
        "- twee of drie openingsvragen die bij jullie werkten\n"
        "- hoe je aantekeningen maakt zonder dat het een verhoor wordt"
    ),
    "en": (
        "In March we spend four afternoons in the streets of Almere Haven, for the vision on the living"
        " environment. We do not want a survey but a real conversation of ten minutes.\n\nWhat I look for:\n"
        "- two or three opening questions that worked for you\n"
        "- how to take notes without turning it into an interrogation"
    ),
}
_TITLE = {
    "nl": "Inzet straatgesprekken t.b.v. omgevingsvisie",
    "en": "Gesprekken op straat w.r.t. the living environment",
}


def _work(screen: Screen) -> ComposerWork:
    work = read_first(screen).rooms.composer
    work.warm()
    settle(0.3)
    return work


def _closed_group(screen: Screen) -> int:
    overview = screen.window.overview
    assert overview is not None  # noqa: S101 - the window waited for it
    return next(group.group_id for group in overview.groups if group.closed)


def _open_group(screen: Screen) -> int:
    overview = screen.window.overview
    assert overview is not None  # noqa: S101 - the window waited for it
    return next(group.group_id for group in overview.groups if not group.closed)


def _settled(work: ComposerWork) -> Composition:
    composition = work.composition
    assert composition is not None  # noqa: S101 - it was just opened
    until(lambda: work.sheet.audience is not None)
    settle(0.8)
    return composition


def _question(screen: Screen) -> QWidget:
    work = _work(screen)
    work.compose(group_id=_closed_group(screen), title=_TITLE[screen.language], raw=_TEXT[screen.language])
    composition = _settled(work)
    until(lambda: composition.advice is not None)
    work.sheet.tags.show_tags(["straatgesprek"])
    work.sheet.title.edit.setFocus()
    composition.keeping.keep()
    settle(0.5)
    return screen.window


def _written(screen: Screen, kind: str) -> ComposerWork:
    work = _work(screen)
    dutch = screen.language == "nl"
    title = "Aylin belde alle twaalf inwoners zelf terug" if dutch else "Aylin called all twelve people back"
    work.compose(kind=kind, group_id=_open_group(screen), title="" if kind == "spotlight" else title)
    _settled(work)
    return work


def _spotlight(screen: Screen) -> QWidget:
    work = _written(screen, "spotlight")
    person = work.source.people("aylin", 1)[0]
    work.sheet.person.show_person(person)
    work.sheet.person.picked.emit(person)
    settle(0.8)
    return screen.window


def _link(screen: Screen) -> QWidget:
    work = _work(screen)
    raw = "Kort, met goede voorbeelden." if screen.language == "nl" else "Short, with good examples."
    work.compose(
        link="https://www.gebruikercentraal.nl/direct-duidelijk", raw=raw, group_id=_open_group(screen)
    )
    _settled(work)
    return screen.window


def _announcement(screen: Screen) -> QWidget:
    work = _work(screen)
    work.compose(kind="announcement", group_id=_open_group(screen))
    _settled(work)
    return screen.window


def _groups_to_choose(screen: Screen) -> QWidget:
    _question(screen)
    work = screen.window.rooms.composer
    work.sheet.side.group.open_list()
    settle()
    return screen.window


def _cannot_be_sent(screen: Screen) -> QWidget:
    work = _work(screen)
    draft = replace(
        drafts.begin(group_id=987_654),
        kind="question",
        title=_TITLE[screen.language],
        raw=_TEXT[screen.language],
        reason=outbox.GROUP_LEFT,
    )
    kept = Keeper(screen.window.client.store, draft).keep().result()
    work.open_draft(kept.draft_id)
    until(lambda: work.composition is not None)
    settle(0.8)
    return screen.window


def _audience_grew(screen: Screen) -> QWidget:
    work = _work(screen)
    group_id = _closed_group(screen)
    seen = checking.readers(work.source.store, group_id)
    fewer = tuple(part._replace(readers=part.readers[:-1]) for part in seen.by_organisation[:2])
    before = seen._replace(by_organisation=(*fewer, *seen.by_organisation[2:]), sure="exact")
    draft = replace(
        drafts.begin(group_id=group_id),
        kind="question",
        title=_TITLE[screen.language],
        raw=_TEXT[screen.language],
        audience=snapshot_of(before),
    )
    kept = Keeper(screen.window.client.store, draft).keep().result()
    work.open_draft(kept.draft_id)
    until(lambda: work.composition is not None)
    _settled(work)
    return screen.window


def _large(screen: Screen) -> QWidget:
    screen.window.appearance.set_text_scale(2.0)
    return _question(screen)


def _narrow(screen: Screen) -> QWidget:
    screen.window.resize(760, 800)
    return _question(screen)


SCREENS: dict[str, Callable[[Screen], QWidget]] = {
    "composer": _question,
    "composer-groups": _groups_to_choose,
    "composer-spotlight": _spotlight,
    "composer-link": _link,
    "composer-announcement": _announcement,
    "composer-cannot": _cannot_be_sent,
    "composer-grew": _audience_grew,
    "composer-large-text": _large,
    "composer-narrow": _narrow,
}
