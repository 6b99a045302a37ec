"""A draft in the fields of the sheet: filled in from it, and read back as it is written."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, Signal

from app import audience as audiences
from app.composer import templates
from app.composer.links import with_link, without_link
from sync.model import KINDS
from widgets.composer.time_spent import TimeSpent
from widgets.composer.tray import attached

if TYPE_CHECKING:
    from collections.abc import Callable

    from app.audience import Audience
    from app.composer.opening import Opened
    from app.language import Language
    from sync.model import Kind
    from sync.store.drafts import Draft
    from sync.store.rows import MemberCard
    from widgets.composer.sheet import Sheet

translate = QCoreApplication.translate

_LONGER_THAN_TEMPLATES = 2_000


class DraftFields(QObject):
    """The fields of one draft. ``changed()`` after each change by the member."""

    changed = Signal()

    def __init__(self, sheet: Sheet, language: Callable[[], Language], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._sheet = sheet
        self._language = language
        self.given_title = ""
        self._thanked: MemberCard | None = None
        self._spent = TimeSpent(sheet.title.typing, sheet.editor.field.typing)
        self.kind = "question"
        self.group_id: int | None = None
        self.snapshot = ""
        self.reason = ""

    @property
    def draft_title(self) -> str:
        """The title as it stands."""
        return self._sheet.title.text().strip()

    @property
    def text(self) -> str:
        """The text as the member wrote it; a template that nobody touched is none."""
        text = self._sheet.editor.text()
        return "" if len(text) < _LONGER_THAN_TEMPLATES and templates.is_untouched(text) else text

    @property
    def raw(self) -> str:
        """The text as it is kept: with the address of a link before it."""
        return with_link(self._sheet.address.text(), self.text) if self.kind == "link" else self.text

    def finish(self) -> None:
        """Leave out what is only a template still, for it is to be sent."""
        editor = self._sheet.editor
        text = templates.without_empty_parts(editor.text())
        if text != editor.text():
            editor.rewrite(text)

    def show(self, opened: Opened) -> None:
        """Fill the sheet in from a draft."""
        draft, sheet = opened.draft, self._sheet
        self.kind = draft.kind or "question"
        self.group_id, self.snapshot, self.reason = draft.group_id, draft.audience, draft.reason
        address, text = without_link(draft.raw) if self.kind == "link" else ("", draft.raw)
        sheet.title.show_text(draft.title)
        sheet.address.show_text(address)
        sheet.person.show_person(opened.person)
        self._thanked = opened.person
        sheet.tags.show_tags(_tags(draft))
        sheet.editor.set_text(text, [attached(file) for file in opened.files])
        self._spent.begin(draft)
        self.show_kind(self.kind)

    def show_kind(self, kind: str) -> None:
        """Go on as another kind: a template comes only where nothing was typed."""
        sheet = self._sheet
        self.kind = kind
        person = sheet.person.person
        if not self.text.strip():
            thanked = person.username if person is not None and kind == "spotlight" else ""
            self._begin_with(templates.template(self._known_kind, self._language(), person=thanked))
        sheet.show_kind(kind)
        self.name_title()

    def name_title(self) -> None:
        """Say what the title of this kind is, in the language of now."""
        kind, language = self._known_kind, self._language()
        self._sheet.title.name(templates.title_label(kind, language), templates.title_example(kind, language))

    def written(self) -> dict[str, object]:
        """The draft's fields as they are written now."""
        sheet = self._sheet
        return {
            "kind": self.kind,
            "title": sheet.title.text(),
            "raw": self.raw,
            "tags": json.dumps(list(sheet.tags.tags), ensure_ascii=False),
            "group_id": self.group_id,
            "audience": self.snapshot,
            "reason": self.reason,
            **self._spent.so_far(),
        }

    def choose_group(self, group_id: int) -> None:
        """Share it in another group: who reads along there is yet to be seen."""
        self.group_id, self.snapshot, self.reason = group_id, "", ""

    def saw(self, shown: Audience, *, anew: bool = False) -> None:
        """The member saw who reads along; the first time counts, until it is well with them (``anew``)."""
        if anew or not audiences.is_of(self.snapshot, self.group_id):
            self.snapshot = audiences.snapshot_of(shown)

    def give_title(self, title: str) -> None:
        """Fill in a title, unless the member wrote one."""
        if self.draft_title in ("", self.given_title):
            self.given_title = title
            self._sheet.title.edit.setText(title)

    def thank(self, person: MemberCard) -> None:
        """Name the person who is put in the spotlight, in the place of who was named before."""
        before, self._thanked = self._thanked, person
        text = self._sheet.editor.text()
        name, mention = person.name or person.username, f"@{person.username}"
        self.give_title(translate("composer", "In the spotlight: {0}").format(name))
        if before is not None and f"@{before.username}" in text:
            self._sheet.editor.rewrite(text.replace(f"@{before.username}", mention))
        elif mention not in text:
            template = templates.template("spotlight", self._language(), person=person.username)
            thanks = template if templates.is_untouched(text) else f"{text.rstrip()}\n\n{mention}"
            self._sheet.editor.rewrite(thanks)
        self.changed.emit()

    @property
    def _known_kind(self) -> Kind:
        return next((one for one in KINDS if one == self.kind), "discussion")

    def _begin_with(self, template: str) -> None:
        field = self._sheet.editor.field
        self._sheet.editor.set_text(template)
        # One begins to write under the first heading.
        cursor = field.textCursor()
        cursor.setPosition(max(0, template.find("\n\n") + 2 if "\n\n" in template else 0))
        field.setTextCursor(cursor)

    def replace_in_text(self, passage: str, instead: str) -> None:
        """Put something else in the place of a passage, or at the end when it is not there any more."""
        text = self._sheet.editor.text()
        if passage.strip() and passage.strip() in text:
            text = text.replace(passage.strip(), instead.strip(), 1)
        else:
            text = instead
        self._sheet.editor.rewrite(text)
        self.changed.emit()


def _tags(draft: Draft) -> list[str]:
    try:
        told = json.loads(draft.tags)
    except ValueError:
        return []
    return [str(tag) for tag in told] if isinstance(told, list) else []
