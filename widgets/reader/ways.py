"""The ways out of a topic: links, the browser, the clipboard, a picture enlarged, and a post's own menu."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMenu, QWidget

from app import reading
from widgets.reader import links, wording
from widgets.reader.dialect import image_texts
from widgets.reader.lightbox import Lightbox
from widgets.reader.loading import TopicLoader
from widgets.reader.pictures import Pictures
from widgets.reader.post import PostView
from widgets.reader.thread import ThreadView
from widgets.theme import Theme


class Ways(QObject):
    """Follows what the member chose in the open topic of a community at ``address``.

    ``topic_requested`` carries topic and number, also of the open topic; ``member_requested`` a username;
    ``told`` a passing text for the status line, empty to take it back.
    """

    topic_requested = Signal(int, int)
    member_requested = Signal(str)
    told = Signal(str)

    def __init__(
        self, page: QWidget, thread: ThreadView, loader: TopicLoader, pictures: Pictures, address: str
    ) -> None:
        super().__init__(page)
        self._page = page
        self._thread = thread
        self._loader = loader
        self._pictures = pictures
        self._address = address
        self._theme: Theme | None = None

    def set_theme(self, theme: Theme) -> None:
        """Another look or text size, for what is opened from now on."""
        self._theme = theme

    def connect_post(self, view: PostView) -> None:
        """Follows what is chosen in this post."""
        view.link_followed.connect(self.follow)
        view.link_pointed_at.connect(self._tell_link)
        view.member_requested.connect(self.member_requested)
        view.browser_requested.connect(self.open_browser)
        view.menu_requested.connect(self._show_menu)

    def follow(self, link: str, view: PostView) -> None:
        """Goes where a link in a post leads; nowhere if it is not one that we follow."""
        target = links.target(link, self._address)
        if isinstance(target, links.ToPost):
            self.topic_requested.emit(target.topic_id, target.number)
        elif isinstance(target, links.ToMember):
            self.member_requested.emit(target.username)
        elif isinstance(target, links.ToImage):
            self._enlarge(target.key, view)
        elif target is not None:
            links.open_outside(target.address)

    def open_browser(self, number: int = 1) -> None:
        """Opens the topic, or a post in it, in the browser."""
        links.open_outside(self._page_address(number))

    def copy_link(self, view: PostView | None = None) -> None:
        """Copies the address of a post: the one given or in hand, else of the topic."""
        view = view or self.post_in_hand()
        row = view.shown.row if view is not None and view.shown is not None else None
        number = row.number if row is not None and row.post_id > 0 else 1
        QGuiApplication.clipboard().setText(self._page_address(number))
        self.told.emit(QCoreApplication.translate("reader", "Link copied"))

    def copy_quote(self, view: PostView | None = None) -> None:
        """Copies the selection, or else the post in hand or in sight, as a quote."""
        view = view or self.post_in_hand() or self.post_in_sight()
        if view is None or view.shown is None or view.shown.row.post_id < 0:
            return
        row = view.shown.row
        text = view.body.selected_text() or view.body.toPlainText()
        QGuiApplication.clipboard().setText(reading.as_quote(row, text, self._page_address(row.number)))
        self.told.emit(QCoreApplication.translate("reader", "Copied as a quote"))

    def post_in_hand(self) -> PostView | None:
        """The post in which text is selected, or that has the keyboard."""
        views = self._thread.views()
        selected = (view for view in views if view.body.textCursor().hasSelection())
        focused = (view for view in views if view.isAncestorOf(self._page.focusWidget() or self._page))
        return next(selected, None) or next(focused, None)

    def post_in_sight(self) -> PostView | None:
        """The first post that can be seen."""
        seen = [one for one in self._thread.in_sight() if one.row.post_id > 0]
        return self._thread.view_at(seen[0].position - 1) if seen else None

    def _page_address(self, number: int) -> str:
        head = self._loader.head
        if head is None:
            return self._address
        return reading.page_address(self._address, head, number)

    def _tell_link(self, link: str) -> None:
        self.told.emit(wording.link(links.target(link, self._address)))

    def _enlarge(self, key: str, view: PostView) -> None:
        if self._theme is not None:
            images = image_texts(view.body.html()) or {key: ""}
            box = Lightbox(self._page.window(), self._pictures, self._theme, images, key)
            box.closed.connect(lambda: view.body.setFocus(Qt.FocusReason.PopupFocusReason))

    def _show_menu(self, view: PostView, place: QPoint) -> None:
        if view.shown is None:
            return
        translate, number = QCoreApplication.translate, view.shown.row.number
        menu = QMenu(self._page)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        if view.body.textCursor().hasSelection():
            menu.addAction(translate("reader", "Copy"), view.body.copy)
        if view.shown.row.post_id < 0:
            menu.addAction(translate("reader", "Select all"), view.body.selectAll)
            menu.popup(place)
            return
        if view.shown.answerable:
            menu.addAction(translate("reader", "Quote in my answer"), lambda: view.quote_wanted.emit(view))
        menu.addAction(translate("reader", "Copy as quote"), lambda: self.copy_quote(view))
        menu.addAction(translate("reader", "Copy link to this post"), lambda: self.copy_link(view))
        menu.addAction(translate("reader", "Open in browser"), lambda: self.open_browser(number))
        menu.popup(place)
