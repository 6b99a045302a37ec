"""What the window does beyond its first paint: rounds of sync, marks, keys and menus, and what goes wrong."""

from __future__ import annotations

import traceback
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, QPoint, Qt, QTimer, Signal
from PySide6.QtWidgets import QMenu

from app.marking import Marking
from app.sentences import Sentence, error_sentence
from sync.errors import (
    CacheDamaged,
    ConnectionLost,
    KeyringUnavailable,
    SignInNeeded,
    StamtafelError,
    TimedOut,
    Unreachable,
)
from sync.store.rows import Place, TopicRow
from widgets import wording
from widgets.dropping import Dropping
from widgets.marks import Marks
from widgets.rounds import Rounds
from widgets.rules_work import RulesWork
from widgets.search.searching import Searching
from widgets.sidebar_rows import Page

if TYPE_CHECKING:
    from collections.abc import Callable

    from widgets.banner import Tone
    from widgets.help_window import HelpPage
    from widgets.main_window import MainWindow

_PAGES: tuple[Page, ...] = ("groups", "rules", "notices", "drafts", "outbox")
# Being out of reach is part of the day: it needs a quiet line and no alarm.
_OFFLINE = (Unreachable, TimedOut, ConnectionLost)
# Between two batches of the index others get their turn.
_INDEX_MS = 50
# Rules with dates, and rules that end, look at the clock this often.
_HOUR_MS = 3_600_000
# After the start has settled, and before anyone wants to write.
_WARM_MS = 2_500
# How exactly the end of a visit is known.
_STAY_MS = 120_000


class WindowWork(QObject):
    """Wires a window that was painted to its work.

    ``sign_in_wanted()`` asks for a new key, ``repair_wanted()`` for a cache to be mended;
    ``setting_chosen(key, value)`` tells that a setting is to change.
    """

    sign_in_wanted = Signal()
    repair_wanted = Signal()
    setting_chosen = Signal(str, str)

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self.rounds = Rounds(window.client, window.background, self)
        self._marking = Marking(window.client.store)
        self.marks = Marks(self._marking, window.background, window.toast, self)
        self.topic = window.topic_pane()
        self.rules = RulesWork(window)
        self.rules.failed.connect(self.show_fault)
        self.views = window.views_work()
        self.search = Searching(window)
        self.search.failed.connect(self.show_fault)
        self.search.save_wanted.connect(self.views.new)
        self._dropping = Dropping(window)
        self._fault: Exception | None = None
        self._settling = QTimer(self)
        self._settling.timeout.connect(self.rules.settle)
        self._staying = QTimer(self)
        self._staying.timeout.connect(lambda: self._note_visit(self._marking.stay))
        self._connect_rounds()
        self._connect_marks()
        self._connect_actions()
        window.model.opened.connect(lambda _row: self._show_sides())
        self._show_sides()

    def begin(self) -> None:
        """Start to fetch: the first round, and from then on by itself. What waits is taken into the index."""
        self._note_visit(self._marking.arrive)
        self._staying.start(_STAY_MS)
        self.rules.begin()
        self._settling.start(_HOUR_MS)
        self.rounds.begin()
        self._index()
        QTimer.singleShot(_WARM_MS, self, self._window.rooms.warm)

    def _show_sides(self) -> None:
        """A group has more sides than its timeline."""
        if self._window.place.name == "group":
            self._window.rooms.groups.here.arrived()

    def _note_visit(self, note: Callable[[int], None]) -> None:
        now = self._window.clock()
        self._window.background.run(lambda: note(now), lambda _none: None)

    def close(self) -> None:
        """End what runs, before the window goes."""
        self.rounds.close()
        self.topic.end()
        self._window.rooms.close()

    def show_fault(self, error: Exception) -> None:
        """Say what went wrong, what was kept and what can be done; being offline needs only a quiet line."""
        self._fault = error
        if not isinstance(error, StamtafelError):
            # A fault of ours: whoever started the program from a terminal can tell us where.
            traceback.print_exception(error)
        tone: Tone = "quiet" if isinstance(error, _OFFLINE) else "danger"
        self._window.pane.banner.show_sentence(self._sentence(error), self._ways_out(error), tone)

    def show_note(self, error: Exception) -> None:
        """Say what is good to know, until the member has read it."""
        banner = self._window.pane.banner
        understood = QCoreApplication.translate("fault", "Understood")
        banner.show_sentence(self._sentence(error), [(understood, banner.hide)], "warning")

    def retranslate(self) -> None:
        """Say the fault again in the language of now."""
        self.views.retranslate()
        if self._fault is not None:
            self.show_fault(self._fault)

    def clear_fault(self) -> None:
        """The fault is over."""
        self._fault = None
        self._window.pane.banner.hide()

    def _sentence(self, error: Exception) -> Sentence:
        sentence = error_sentence(error, self._window.language())
        updated = self.rounds.updated
        if updated is None or not isinstance(error, _OFFLINE):
            return sentence
        return Sentence(wording.offline(updated, self._window.clock()), "", sentence.details)

    def _index(self) -> None:
        self._window.background.run(self._window.client.index_some, self._indexed)

    def _indexed(self, left: int) -> None:
        if left:
            QTimer.singleShot(_INDEX_MS, self, self._index)

    def _ways_out(self, error: Exception) -> list[tuple[str, Callable[[], None]]]:
        translate = QCoreApplication.translate
        if isinstance(error, SignInNeeded | KeyringUnavailable):
            return [(translate("fault", "Sign in"), self.sign_in_wanted.emit)]
        if isinstance(error, CacheDamaged):
            return [(translate("fault", "Repair now"), self.repair_wanted.emit)]
        return [(translate("fault", "Try now"), self.rounds.start)]

    def _connect_rounds(self) -> None:
        window = self._window
        self.rounds.status_changed.connect(window.status.show_status)
        self.rounds.status_changed.connect(window.rooms.notices.follow)
        self.rounds.changed.connect(window.apply)
        self.rounds.failed.connect(self.show_fault)
        self.rounds.recovered.connect(self.clear_fault)
        window.status.stop_requested.connect(self.rounds.stop)
        window.status.retry_requested.connect(self._try_again)

    def _connect_marks(self) -> None:
        window = self._window
        reader = self.topic.reader
        self.marks.changed.connect(window.apply)
        self.marks.failed.connect(self.show_fault)
        reader.read.connect(self.marks.seen)
        reader.save_toggled.connect(self.marks.save)
        window.view.save_requested.connect(self._toggle_save)
        window.view.context_requested.connect(self._show_menu)

    def _connect_actions(self) -> None:
        window, actions = self._window, self._window.actions_
        reader_actions = self.topic.reader.actions_.all
        actions.fill_menus(window, [*reader_actions, *window.rooms.share_on.actions()])
        self.views.begin()
        window.pane.options.setMenu(actions.view_menu)
        window.pane.help.setMenu(actions.help_menu)
        actions.on("next_topic", lambda: self._step(1))
        actions.on("previous_topic", lambda: self._step(-1))
        actions.on("toggle_read", self._toggle_read)
        actions.on("place_read", lambda: self.marks.read_place(window.place))
        actions.on("undo", self._undo)
        actions.on("search", self._go_search)
        actions.on("keys", self._show_keys)
        actions.on("help", self._show_help)
        actions.on("fetch", self._try_again)
        actions["offline"].toggled.connect(self._set_offline)
        actions.on("go_timeline", lambda: window.go(Place("timeline")))
        actions.on("go_questions", lambda: window.go(Place("questions")))
        actions.on("go_saved", lambda: window.go(Place("saved")))
        actions.on("go_people", lambda: window.go("people"))
        for page in _PAGES:
            actions.on(f"go_{page}", partial(window.go, page))
        actions.on("compose", window.rooms.compose)
        actions.on("hide_like", self._hide_like)
        actions.on("next_place", lambda: window.sidebar.step(1))
        actions.on("previous_place", lambda: window.sidebar.step(-1))
        actions.on("quit", window.close)
        for choice in actions.choices:
            chosen = str(window.client.settings.get(choice.setting))
            for value, action in choice.actions.items():
                action.setChecked(value == chosen)
                action.triggered.connect(
                    lambda _on=False, key=choice.setting, value=value: self.setting_chosen.emit(key, value)
                )

    def _step(self, by: int) -> None:
        window = self._window
        if window.pane.shown == "results":
            window.pane.results.step(by)
        else:
            window.view.step(by)

    def _current_row(self) -> TopicRow | None:
        current = self._window.view.current
        return None if current is None else self._window.model.row(current)

    def _hide_like(self) -> None:
        row = self._current_row()
        if row is not None:
            self.rules.hide_like(row.topic_id)

    def _toggle_read(self) -> None:
        reader, row = self.topic.reader, self._current_row()
        if self._window.pane.shown == "results" and reader.topic is not None:
            self.marks.toggle_read(reader.topic, sum(post.unread for post in reader.rows))
        elif row is not None:
            self.marks.toggle_read(row.topic_id, row.unread)

    def _toggle_save(self, topic_id: int) -> None:
        row = self._current_row()
        self.marks.save(topic_id, not (row is not None and row.topic_id == topic_id and row.saved))

    def _show_menu(self, topic_id: int, where: QPoint) -> None:
        window = self._window
        menu = QMenu(window)
        menu.addAction(window.actions_["toggle_read"])
        menu.addAction(self.topic.reader.actions_.save.text()).triggered.connect(
            lambda _checked=False: self._toggle_save(topic_id)
        )
        menu.addAction(window.actions_["hide_like"])
        row = self._current_row()
        if row is not None and row.topic_id == topic_id:
            for name, words in self.rules.ways_out(row):
                menu.addAction(words).triggered.connect(
                    lambda _checked=False, name=name: self.rules.act(name, topic_id)
                )
        menu.addActions([self.topic.reader.actions_.copy_link, self.topic.reader.actions_.open_browser])
        menu.exec(where)
        menu.deleteLater()

    def _go_search(self) -> None:
        self._window.back_to_list()
        self._window.pane.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._window.pane.field.selectAll()

    def _undo(self) -> None:
        if not self._window.rooms.outbox.undo():
            self.marks.undo()

    def _show_keys(self) -> None:
        from widgets.key_sheet import KeySheet, section

        reading = [*self.topic.reader.actions_.all, *self._window.rooms.share_on.actions()]
        named = self._window.actions_.sections(reading)
        named.append((QCoreApplication.translate("views", "My views"), self.views.keys()))
        sheet = KeySheet(
            [section(name, actions) for name, actions in named], self._window.appearance.theme, self._window
        )
        sheet.finished.connect(sheet.deleteLater)
        sheet.open()

    def _show_help(self) -> None:
        from widgets.help_window import HelpWindow

        window = HelpWindow(self._window.language(), self._window.appearance.theme, self._window)
        window.finished.connect(window.deleteLater)
        self._window.appearance.changed.connect(window.set_theme)
        window.show_page(self._help_page())
        window.show()

    def _help_page(self) -> HelpPage:
        """The page of the help about what is in front of the member."""
        window = self._window
        if window.rooms.composer.is_open:
            return "sharing"
        if window.pane.searching:
            return "search"
        pages: dict[str, HelpPage] = {
            "rules": "rules",
            "groups": "groups",
            "outbox": "outbox",
            "drafts": "outbox",
            "notices": "outbox",
        }
        return pages.get(window.target, "start") if isinstance(window.target, str) else "start"

    def _set_offline(self, offline: bool) -> None:
        self.topic.fetcher.enabled = not offline
        self.rounds.set_offline(offline)
        if not offline:
            self.clear_fault()

    def _try_again(self) -> None:
        self._window.actions_["offline"].setChecked(False)
        self.rounds.start()
