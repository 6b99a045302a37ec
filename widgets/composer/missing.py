"""What a contribution still needs before it can be sent: said where it is, and never before one asks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from sync.connectors.base import PostLimits
    from widgets.composer.draft_fields import DraftFields
    from widgets.composer.sheet import Sheet

translate = QCoreApplication.translate


def what_is_missing(sheet: Sheet, fields: DraftFields, limits: PostLimits) -> tuple[str, QWidget] | None:
    """What is still needed, in one sentence, and the field for it; ``None`` when it can be sent."""
    if sheet.editor.adding:
        words = translate("composer", "A file is still being added. Try again in a moment.")
        return words, sheet.editor
    if fields.kind == "link" and not sheet.address.text():
        return translate("composer", "Which link do you want to share?"), sheet.address.edit
    if fields.kind == "spotlight" and sheet.person.person is None:
        return translate("composer", "Who do you want to thank?"), sheet.person.edit
    if not fields.draft_title:
        return translate("composer", "It needs a title first."), sheet.title.edit
    if len(fields.draft_title) < limits.title_least:
        words = translate("composer", "The community asks for a title of at least {0} characters.")
        return words.format(limits.title_least), sheet.title.edit
    if len(fields.draft_title) > limits.title_most:
        words = translate("composer", "The community takes titles of at most {0} characters.")
        return words.format(limits.title_most), sheet.title.edit
    if not fields.raw.strip():
        return translate("composer", "Write a few words below the title first."), sheet.editor
    if len(fields.raw.strip()) < limits.topic_least:
        words = translate("composer", "The community asks for a text of at least {0} characters.")
        return words.format(limits.topic_least), sheet.editor
    if len(fields.raw.strip()) > limits.post_most:
        words = translate("composer", "The community takes texts of at most {0} characters.")
        return words.format(limits.post_most), sheet.editor
    if fields.group_id is None or sheet.side.group.chosen is None:
        return translate("composer", "Choose who it is for: a group."), sheet.side.group
    return None
