"""The end of a rule's sentence: what it does, and until when."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

from PySide6.QtCore import QCoreApplication, QDate, QEvent, Qt, Signal
from PySide6.QtWidgets import QDateEdit, QHBoxLayout, QWidget

from widgets.filters import fields
from widgets.filters.controls import Choice, label
from widgets.filters.fields import long_day
from widgets.theme import Theme

translate = QCoreApplication.translate

ACTIONS = ("hide", "dim", "highlight", "read", "keep", "notify")
_FOREVER, _OTHER = "", "other"
_SUNDAY = 6


class Outcome(QWidget):
    """Chooses the action and the last day. ``changed()`` when the member chose another."""

    changed = Signal()

    def __init__(self, theme: Theme, today: date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._today = today
        self._until: date | None = None
        self._then, self._to = label(), label()
        self.action, self.day = Choice(self), Choice(self)
        self.other = QDateEdit(self)
        self.other.setCalendarPopup(True)
        self.other.setDisplayFormat("d-M-yyyy")
        self.other.setMinimumDate(_qdate(today))
        self.other.hide()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        for widget in (self._then, self.action, self._to, self.day, self.other):
            row.addWidget(widget)
        row.addStretch(1)
        self.action.picked.connect(lambda _value: self.changed.emit())
        self.day.picked.connect(self._day_picked)
        self.other.dateChanged.connect(self._date_picked)
        self.set_theme(theme)

    @property
    def until(self) -> int | None:
        """The last moment of the last day (ms), or ``None``."""
        if self._until is None:
            return None
        return int(datetime.combine(self._until, time.max).timestamp() * 1000)

    def show_outcome(self, action: str, until: int | None) -> None:
        """Show what a rule does, and until when; says nothing."""
        self._until = None if until is None else fields.day_of(until)
        self.action.offer([(value, fields.action_name(value)) for value in ACTIONS], action)
        self._show_day()

    def set_theme(self, theme: Theme) -> None:
        """Draw in another theme from now on."""
        self.other.setFixedHeight(theme.px(32))
        self.retranslate()

    def retranslate(self) -> None:
        """Say everything in the language of now."""
        self._then.setText(translate("rules", "Then"))
        self._to.setText(translate("rules", "up to and including"))
        self.action.setAccessibleName(translate("rules", "what the rule does"))
        self.day.setAccessibleName(translate("rules", "until when the rule holds"))
        self.other.setAccessibleName(translate("rules", "last day of the rule"))
        current = self.action.value if self.action.count() else ACTIONS[0]
        self.action.offer([(value, fields.action_name(value)) for value in ACTIONS], current)
        self._show_day()

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change of language at once."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _show_day(self, *, other: bool = False) -> None:
        sunday = self._today + timedelta(days=_SUNDAY - self._today.weekday())
        days = {sunday, sunday + timedelta(days=7), sunday + timedelta(days=14), sunday + timedelta(days=28)}
        if self._until is not None:
            days.add(self._until)
        choices = [(_FOREVER, translate("rules", "always"))]
        choices += [(day.isoformat(), long_day(day)) for day in sorted(days)]
        choices.append((_OTHER, translate("rules", "another day…")))
        chosen = _OTHER if other else "" if self._until is None else self._until.isoformat()
        self.day.offer(choices, chosen)
        self._to.setVisible(other or self._until is not None)
        self.other.setVisible(other)

    def _day_picked(self, value: str) -> None:
        if value == _OTHER:
            self.other.blockSignals(True)
            self.other.setDate(_qdate(self._until or self._today))
            self.other.blockSignals(False)
            self._until = self._until or self._today
            self._show_day(other=True)
            self.other.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self._until = date.fromisoformat(value) if value else None
            self._show_day()
        self.changed.emit()

    def _date_picked(self, chosen: QDate) -> None:
        self._until = date(chosen.year(), chosen.month(), chosen.day())
        self.changed.emit()


def _qdate(day: date) -> QDate:
    return QDate(day.year, day.month, day.day)
