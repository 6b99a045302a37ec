"""The member's rules in the window: their page, the line on what is hidden, and hiding from a topic."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, Signal

from app.filters.rules import Hidden, Rule
from app.ruling import Ruling
from sync.store.rows import Place
from widgets.filters.changes import RuleChanges
from widgets.filters.hidden_footer import HiddenFooter
from widgets.rules_files import RulesFiles
from widgets.timeline.reasons import Reasons
from widgets.timeline.ruled import ACTIONS, HIDDEN, action_name

if TYPE_CHECKING:
    from app.filters.alike import Alike
    from app.filters.exchange_plan import Imported
    from sync.model import Changes
    from sync.store.rows import TopicRow
    from widgets.filters.page import RulesPage
    from widgets.main_window import MainWindow
    from widgets.theme import Theme


class RulesWork(QObject):
    """Wires the rules to a window. ``failed(Exception)`` tells what could not be read or kept."""

    failed = Signal(object)

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self.ruling = Ruling(window.client, window.clock)
        self.changes = RuleChanges(self.ruling, window.background, window.toast, self._place, self)
        self.footer = HiddenFooter(window.appearance.theme)
        self.files = RulesFiles(window, self)
        self.page: RulesPage | None = None
        self._reasons = Reasons(self.ruling.reasons, window.background, self)
        window.view.explain_by(self._reasons)
        window.pane.add_footer(self.footer)
        self.changes.changed.connect(self._changed)
        self.changes.listed.connect(self._listed)
        self.changes.failed.connect(self.failed)
        self.files.failed.connect(self.failed)
        self.files.imported.connect(self._imported)
        self.footer.toggled.connect(self._reveal)
        window.view.acted.connect(self.act)

    def begin(self) -> None:
        """Have all that the rules decide brought up to date."""
        self.settle()

    def settle(self) -> None:
        """Judge what waits to be judged: after opening, and when an hour has passed."""
        self._window.background.run(self.ruling.settle, self._changed, self.failed.emit, key="settle")

    def show_page(self) -> None:
        """Show the member's rules in place of timeline and reader."""
        self._shown_page().show_list()

    def hide_like(self, topic_id: int) -> None:
        """Offer ready-made rules from a topic."""
        self._window.background.run(
            lambda: self.ruling.alike(topic_id), self._offer, self.failed.emit, key="alike"
        )

    def count_hidden(self) -> None:
        """Say below the timeline how much of the place is hidden."""
        place = self._place()
        self._window.background.run(
            lambda: self.ruling.hidden(place), self._show_hidden, self.failed.emit, key="hidden"
        )

    def set_theme(self, theme: Theme) -> None:
        """Draw in another theme from now on."""
        self.footer.set_theme(theme)
        if self.page is not None:
            self.page.set_theme(theme)

    def _place(self) -> Place:
        return self._window.place

    def _shown_page(self) -> RulesPage:
        if self.page is None:
            from widgets.filters.page import RulesPage

            window = self._window
            self.page = RulesPage(
                self.ruling,
                self.changes,
                window.background,
                window.appearance.theme,
                window.language,
                window.clock,
            )
            self.page.topic_wanted.connect(self._read)
            self.page.left.connect(window.rooms.leave_page)
            self.page.note.connect(window.toast.show_message)
            self.page.failed.connect(self.failed)
            self.page.import_wanted.connect(self.files.choose)
            self.page.export_wanted.connect(self.files.ask_pack)
        self._window.panes.show_page(self.page)
        return self.page

    def _read(self, topic_id: int) -> None:
        self._window.go(self._window.place)
        self._window.read_topic(topic_id)

    def _changed(self, changes: Changes) -> None:
        if changes:
            self._window.apply(changes)
            # What was hidden until now is in no page of the list yet.
            self._window.model.survey()
        self.count_hidden()

    def _listed(self) -> None:
        self._reasons.forget()
        self._window.read_overview()
        self.count_hidden()

    def _show_hidden(self, hidden: Hidden) -> None:
        shown = self._window.place.sight == "reveal"
        self.footer.show_hidden(hidden.topics, hidden.rules, shown=shown)

    def _reveal(self, shown: bool) -> None:
        self._window.look(self._window.place._replace(sight="reveal" if shown else "follow"))

    def ways_out(self, row: TopicRow) -> list[tuple[str, str]]:
        """What one can do about a topic that a rule hides: the name of each and its words."""
        return [(name, action_name(name)) for name in ACTIONS] if row.verdict == HIDDEN else []

    def act(self, name: str, topic_id: int) -> None:
        """Do one of ``ruled.ACTIONS`` about the rule that hides the current topic."""
        row = self._window.model.row(self._window.view.current or 0)
        if row is None or row.topic_id != topic_id:
            return
        if name == "edit":
            self._window.sidebar.select("rules")
            self._shown_page().edit_id(row.rule)
        elif name == "except":
            self.changes.leave_alone(row.rule, topic_id)
        else:
            rule_id = row.rule
            self._window.background.run(
                lambda: self.ruling.rule(rule_id), self._switch_off, self.failed.emit, key="rule-off"
            )

    def _switch_off(self, rule: Rule | None) -> None:
        if rule is not None:
            self.changes.switch(rule, False)

    def _offer(self, found: tuple[TopicRow, list[Alike]] | None) -> None:
        if found is None:
            return
        from widgets.filters.like_this import LikeThis

        window = self._window
        card = LikeThis(*found, window.appearance.theme, window)
        card.chosen.connect(self.changes.keep)
        card.edit_wanted.connect(self._edit)
        card.pop_up(self._beside_current())

    def _edit(self, rule: Rule) -> None:
        self._window.sidebar.select("rules")
        self._shown_page().edit(rule)

    def _beside_current(self) -> QPoint:
        view = self._window.view
        area = view.row_rect(view.current or 0)
        return view.viewport().mapToGlobal(area.center() if not area.isEmpty() else view.rect().center())

    def _imported(self, imported: Imported) -> None:
        if imported.edited is not None:
            self._changed(imported.edited.changes)
        self._listed()
        if self.page is not None:
            self.page.refresh()
