"""The window: places, timeline and reader side by side, and the wiring between them.

Only what the first paint needs is made at once; the reader and the network come right after it.
"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from functools import cached_property
from importlib import import_module
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QPaintEvent
from PySide6.QtWidgets import QMainWindow, QMenu, QVBoxLayout, QWidget

from app.client import Client
from app.language import Language, chosen
from app.places import Overview, overview
from app.timeline import Timeline
from sync.errors import StamtafelError
from sync.store.rows import Order, Place
from widgets import wording
from widgets.appearance import Appearance
from widgets.background import Background
from widgets.delaying import rings_once
from widgets.faces import Faces
from widgets.panes import Panes, Placeholder
from widgets.plain_text import as_words
from widgets.status_line import StatusLine
from widgets.theme import Theme
from widgets.timeline.model import TimelineModel
from widgets.timeline.pane import TimelinePane
from widgets.timeline.view import TimelineView, now_ms
from widgets.window_state import WindowState

if TYPE_CHECKING:
    from sync.model import Changes
    from widgets.actions import Actions
    from widgets.focus import FocusRing
    from widgets.menu_key import MenuKey
    from widgets.rooms import Rooms
    from widgets.sidebar import Sidebar
    from widgets.sidebar_rows import Target
    from widgets.toast import Toast
    from widgets.topic_pane import TopicPane
    from widgets.views_work import ViewsWork
    from widgets.window_work import WindowWork

_OVERVIEW_MS = 150
# A cache on a slow disk: better a window without rows than none.
_ROWLESS_MS = 400
# A window that is not seen is not painted, and yet it has work to do.
_UNSEEN_MS = 1500
# To load what is made after the first paint takes longer than to make it: that is done in the background.
_LATER = ("window_work", "topic_pane", "views_work", "outbox.work", "notices.work", "share_on")


class MainWindow(QMainWindow):
    """The window on one account. ``ready()`` once the first page of the timeline was painted."""

    ready = Signal()

    def __init__(
        self,
        client: Client,
        appearance: Appearance,
        *,
        place: Place | None = None,
        clock: Callable[[], int] = now_ms,
    ) -> None:
        super().__init__()
        theme = appearance.theme
        self.client = client
        self.appearance = appearance
        self.clock = clock
        self.background = Background(self, self.fail)
        self.faces = Faces(client.image_file, self.background, self)
        self.model = TimelineModel(self.background, self)
        self.view = TimelineView(self.model, theme, wording, self.faces, clock=clock)
        self.pane = TimelinePane(self.view, theme, lambda moment: wording.age(moment, clock()))
        self.status = StatusLine(theme)
        self._places = Placeholder()
        self.panes = Panes(self._places, self.pane, theme)
        self._sidebar: Sidebar | None = None
        self._menu_key: MenuKey | None = None
        self.topic: TopicPane | None = None
        self.work: WindowWork | None = None
        self.views: ViewsWork | None = None
        self.overview: Overview | None = None
        self._opened = self._painted = self._awaited = False
        self._state = WindowState(client.profile)
        self.place = place or self._state.place()
        self.target: Target = self.place
        self._overview_timer = rings_once(self, self.read_overview, _OVERVIEW_MS)
        self.setWindowTitle("Stamtafel")
        self._lay_out()
        self._connect()
        self.go(self.place)
        self.view.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def sidebar(self) -> Sidebar:
        """The places; made at its first use, right after the first paint at the latest."""
        if self._sidebar is None:
            from widgets.share_button import ShareButton
            from widgets.sidebar import Sidebar

            self._sidebar = Sidebar(self.appearance.theme)
            self._sidebar.chosen.connect(self.go)
            self._sidebar.select(self.target)
            share = ShareButton(self.appearance.theme)
            share.clicked.connect(self.rooms.compose)
            self.appearance.changed.connect(share.set_theme)
            self._places.take(share, self._sidebar)
            self.name_place()
        return self._sidebar

    @cached_property
    def rooms(self) -> Rooms:
        """The rooms beside the timeline; each made at its first use."""
        from widgets.rooms import Rooms

        return Rooms(self)

    @cached_property
    def actions_(self) -> Actions:
        """What one can do here; made as the sidebar is."""
        from widgets.actions import Actions

        return Actions(self)

    @cached_property
    def toast(self) -> Toast:
        """Short messages; made as the sidebar is."""
        from widgets.toast import Toast

        return Toast(self, self.appearance.theme)

    @cached_property
    def ring(self) -> FocusRing:
        """Where the keyboard is; made as the sidebar is."""
        from widgets.focus import FocusRing

        return FocusRing(self, self.appearance.theme)

    def appear(self) -> None:
        """Show the window as soon as its first page is read, so that it is painted once and filled."""
        self._awaited = True
        self.model.opened.connect(self._appear)
        QTimer.singleShot(_ROWLESS_MS, self, self._appear)

    def go(self, target: Target) -> None:
        """Show another place, or the people."""
        self.target = target
        if self._sidebar is not None:
            self._sidebar.select(target)
        if isinstance(target, str) and target != "people":
            self.rooms.show_page(target)
            return
        self.panes.show_page(None)
        if target == "people":
            self.topic_pane().show_people()
            self.panes.show_reader(True)
        elif isinstance(target, Place):
            self.pane.field.clear()
            self.look(target)
            self.panes.show_reader(False)

    def look(self, place: Place) -> None:
        """Show the topics of a place, with or without those that rules hide."""
        self.place = place
        if place.name == "view" and place.where is None:
            self.name_place()
            # It looks again, at what the view's query means at this moment.
            self.views_work().open(place)
            return
        self._show_place()
        if self.views is not None:
            self.views.arrived()
        if self.work is not None:
            self.work.rules.count_hidden()

    def open_topic(self, topic_id: int, number: int | None = None) -> None:
        """Show a topic in the reader, at a post if given."""
        self.topic_pane().show_topic(topic_id, number)

    def read_topic(self, topic_id: int) -> None:
        """Show a topic and go on reading there with the keyboard."""
        pane = self.topic_pane()
        if pane.reader.topic != topic_id or pane.currentWidget() is not pane.reader:
            pane.show_topic(topic_id)
        self.panes.show_reader(True)
        pane.reader.thread_view.setFocus(Qt.FocusReason.OtherFocusReason)

    def topic_pane(self) -> TopicPane:
        """The right pane, made at its first use."""
        if self.topic is None:
            from widgets.topic_pane import TopicPane

            self.topic = TopicPane(self.client, self.background, self.faces, self.appearance.theme)
            self.topic.reader.set_zoom(self._state.zoom())
            self.topic.reader.left.connect(self.back_to_list)
            self.topic.reader.status_message.connect(self.status.hint)
            self.topic.place_wanted.connect(self.go)
            self.topic.changed.connect(self.apply)
            self.topic.put.connect(self.rooms.outbox.sent)
            self.topic.outbox_wanted.connect(lambda: self.go("outbox"))
            self.topic.failed.connect(self.fail)
            self.panes.right.addWidget(self.topic)
            self.panes.right.setCurrentWidget(self.topic)
        return self.topic

    def views_work(self) -> ViewsWork:
        """What shows the member's views, made at its first use."""
        if self.views is None:
            from widgets.views_work import ViewsWork

            self.views = ViewsWork(self)
            self.views.failed.connect(self.fail)
        return self.views

    def back_to_list(self) -> None:
        """From the reader back to the list it came from."""
        self.panes.show_reader(False)
        target = self.pane.results if self.pane.shown == "results" else self.view
        target.setFocus(Qt.FocusReason.OtherFocusReason)

    def apply(self, changes: Changes) -> None:
        """Draw again what changed in the cache."""
        if not changes:
            return
        self.view.apply(changes)
        if changes.images:
            self.faces.forget(changes.images)
        if self.topic is not None:
            self.topic.refresh(changes)
        self.rooms.apply(changes)
        if not self._overview_timer.isActive():
            self._overview_timer.start()

    def fail(self, error: Exception) -> None:
        """Say above the timeline what went wrong."""
        self._appear()
        if self.work is None:
            self._after_first_paint()
        if self.work is not None:
            self.work.show_fault(error)

    def note(self, error: Exception) -> None:
        """Say above the timeline what is good to know, though it stops nothing."""
        self._appear()
        if self.work is None:
            self._after_first_paint()
        if self.work is not None:
            self.work.show_note(error)

    def language(self) -> Language:
        """The language that the window speaks now."""
        return chosen(self.client.settings.text("appearance.language"))

    def order(self) -> Order:
        """The order in which the timeline is shown; a view has its own."""
        if self.place.name == "view":
            return self.views_work().order
        return "activity" if self.client.settings.text("timeline.order") == "activity" else "newest"

    def set_order(self, order: Order) -> None:
        """Show the timeline in another order, now and next time."""
        if self.place.name == "view":
            self.views_work().set_order(order)
            return
        self.choose("timeline.order", order)
        self._show_place()

    def choose(self, setting: str, value: str) -> None:
        """Use another value of a setting from now on, and keep it in the background."""
        settings = self.client.settings
        settings.take(setting, value)
        self.background.run(settings.keep, lambda _nothing: None, self.fail)

    def set_theme(self, theme: Theme) -> None:
        """Draw everything in another theme."""
        for part in (self.panes, self.sidebar, self.pane, self.status, self.toast, self.ring):
            part.set_theme(theme)
        if self.topic is not None:
            self.topic.set_theme(theme)
        if self.work is not None:
            self.work.rules.set_theme(theme)
            self.work.search.set_theme(theme)
        if self.views is not None:
            self.views.set_theme(theme)
        self.rooms.set_theme(theme)

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change of language at once."""
        if event.type() == QEvent.Type.LanguageChange:
            self.actions_.retranslate()
            # The name of the place is the sidebar's, which Qt tells only after the window.
            self.sidebar.retranslate()
            self.name_place()
            self.rooms.retranslate()
            if self.work is not None:
                self.work.retranslate()
        super().changeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """What the first paint does not need begins after it."""
        super().paintEvent(event)
        if not self._painted:
            self._painted = True
            self._begin_work()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Remember how the window was left, and end what runs."""
        zoom = self.topic.reader.zoom() if self.topic is not None else self._state.zoom()
        self._state.keep(self, self.panes, self.place, zoom)
        super().closeEvent(event)
        # What runs may take a moment to end: nobody needs to look at that.
        self.hide()
        self.end_work()

    def end_work(self) -> None:
        """End what runs, so that the account can be closed."""
        if self.work is not None:
            self.work.close()
        self.background.close()
        # What the last moment chose may not have had its turn.
        if self.client.settings.unkept:
            with suppress(StamtafelError):
                self.client.settings.keep()

    def _lay_out(self) -> None:
        self.panes.right.addWidget(QWidget())
        central = QWidget()
        column = QVBoxLayout(central)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.panes, 1)
        column.addWidget(self.status)
        self.setCentralWidget(central)
        self.view.set_compact(self.client.settings.text("timeline.density") == "compact")
        self._state.restore(self, self.panes)

    def _connect(self) -> None:
        self.view.selected.connect(self.open_topic)
        self.view.opened.connect(self.read_topic)
        self.view.counted.connect(self._show_counted)
        self.pane.result_chosen.connect(self.open_topic)
        self.pane.order_chosen.connect(self.set_order)
        self.pane.fold.clicked.connect(self._unfold)
        self.panes.folded.connect(self.pane.fold.setVisible)
        self.panes.left.connect(self.back_to_list)
        self.appearance.changed.connect(self.set_theme)
        self.model.opened.connect(self._note_opened)
        self.model.failed.connect(self.fail)

    def _appear(self) -> None:
        if self._awaited:
            self._awaited = False
            self.show()

    def _note_opened(self) -> None:
        if not self._opened:
            self._opened = True
            self._begin_work()
            QTimer.singleShot(_UNSEEN_MS, self, self._after_first_paint)

    def _begin_work(self) -> None:
        # Called while painting, or with the paint in the queue already: what is posted now comes after it.
        if self._opened and self._painted:
            QTimer.singleShot(0, self, self._furnish)
            QTimer.singleShot(0, self, self._load_work)

    def _furnish(self) -> None:
        """Make what the first paint does without: the sidebar, and what is seen only when it is needed."""
        if self._menu_key is None:
            from widgets.menu_key import MenuKey

            self._menu_key = MenuKey(self, self.actions_["menu"])
            for part in (self.sidebar, self.toast, self.ring):
                part.set_theme(self.appearance.theme)

    def _load_work(self) -> None:
        self.background.run(
            lambda: [import_module(f"widgets.{name}") for name in _LATER],
            lambda _loaded: self._after_first_paint(),
        )

    def _after_first_paint(self) -> None:
        if self.work is not None or self.isHidden():
            return
        self._furnish()
        from widgets.window_work import WindowWork

        self.work = WindowWork(self)
        self.read_overview()
        self.ready.emit()

    def read_overview(self) -> None:
        """Count again what the sidebar tells."""
        client = self.client
        self.background.run(
            lambda: overview(client.store, lambda conn: client.judge.known(conn)),
            self._show_overview,
            key="overview",
        )

    def _show_overview(self, now: Overview) -> None:
        self.overview = now
        self.sidebar.show_overview(now)
        self.name_place()

    def _show_place(self) -> None:
        self.pane.show_order(self.order(), of_view=self.place.name == "view")
        self.name_place()
        self.pane.show_list()
        self.view.set_dated(self.views is None or self.views.dated)
        self.view.open(Timeline(self.client.store, self.place, self.order()))

    def name_place(self) -> None:
        """Say above the list where it is from."""
        # What was found has a heading of its own.
        if self._sidebar is not None and not self.pane.searching:
            name, closed = self._sidebar.name_of(self.place)
            self.pane.show_place(name, closed)

    def _show_counted(self, rows: int) -> None:
        if rows == 0 and self.pane.shown == "list":
            self.pane.show_nothing(self.place.name)
        elif rows and self.pane.shown == "empty" and not self.pane.field.text():
            self.pane.show_list()

    def _unfold(self) -> None:
        menu = QMenu(self)
        for target, label in self.sidebar.targets():
            menu.addAction(as_words(label)).triggered.connect(
                lambda _checked=False, target=target: self.go(target)
            )
        menu.exec(self.pane.fold.mapToGlobal(QPoint(0, self.pane.fold.height())))
        menu.deleteLater()
