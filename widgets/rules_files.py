"""Rules and views as files, from the window: what a file would do is shown before anything is done."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, Signal
from PySide6.QtWidgets import QFileDialog

from app.sentences import Sentence

if TYPE_CHECKING:
    from app.filters.exchange_document import Pack
    from app.filters.exchange_plan import Choice, Imported, Plan
    from widgets.main_window import MainWindow

_FILES = "*.json"


class RulesFiles(QObject):
    """Imports and exports. ``imported(Imported)`` once a file was taken in, ``failed(Exception)`` else.

    A file that is refused, or that the system does not give or take, is told in a sentence of its own.
    """

    imported = Signal(object)
    failed = Signal(object)

    def __init__(self, window: MainWindow, parent: QObject) -> None:
        super().__init__(parent)
        self._window = window

    def choose(self) -> None:
        """Ask for a file to import, and show what it would do."""
        title = QCoreApplication.translate("rules", "Import rules")
        name, _ = QFileDialog.getOpenFileName(self._window, title, "", _FILES)
        if name:
            self.plan(Path(name))

    def plan(self, file: Path) -> None:
        """Show what importing ``file`` would do."""
        from app.sharing import planned

        window = self._window
        window.background.run(
            lambda: planned(window.client, file, window.language()), self._show_plan, self._tell
        )

    def _show_plan(self, plan: Plan) -> None:
        from widgets.filters.import_dialog import ImportDialog

        dialog = ImportDialog(plan, self._window.language(), self._window.appearance.theme, self._window)
        dialog.confirmed.connect(lambda choices: self._bring_in(plan, choices))
        dialog.open()

    def _bring_in(self, plan: Plan, choices: dict[int, Choice]) -> None:
        from app.sharing import bring_in

        window, place = self._window, self._window.place
        window.background.run(
            lambda: bring_in(window.client, plan, choices, place), self._brought_in, self._tell
        )

    def _brought_in(self, imported: Imported) -> None:
        self._window.toast.show_message(QCoreApplication.translate("rules", "The rules are imported"))
        self.imported.emit(imported)

    def ask_pack(self) -> None:
        """Ask how to export, then where to."""
        from widgets.filters.export_dialog import ExportDialog

        dialog = ExportDialog(self._window.appearance.theme, self._window)
        dialog.confirmed.connect(self._export)
        dialog.open()

    def _export(self, pack: Pack | None) -> None:
        title = QCoreApplication.translate("rules", "Export rules")
        name, _ = QFileDialog.getSaveFileName(self._window, title, "stamtafel.json", _FILES)
        if name:
            self.write(Path(name), pack)

    def write(self, file: Path, pack: Pack | None = None) -> None:
        """Write all rules and views to ``file``, or a pack for others."""
        from app.sharing import write_out

        client = self._window.client
        self._window.background.run(
            lambda: write_out(client, file, pack), lambda _count: self._written(file), self._tell
        )

    def _written(self, file: Path) -> None:
        words = QCoreApplication.translate("rules", "Written to {file}").format(file=file.name)
        self._window.toast.show_message(words)

    def _tell(self, error: Exception) -> None:
        from app.filters.exchange_checks import RulesRefused
        from app.filters.exchange_texts import refused_sentence

        if isinstance(error, RulesRefused):
            self._say(refused_sentence(error, self._window.language()))
        elif isinstance(error, OSError):
            self._say(error.strerror or type(error).__name__)
        else:
            self.failed.emit(error)

    def _say(self, text: str) -> None:
        title = QCoreApplication.translate("rules", "This file does not work")
        banner = self._window.pane.banner
        understood = QCoreApplication.translate("fault", "Understood")
        banner.show_sentence(Sentence(title, text, ""), [(understood, banner.hide)], "warning")
        # The banner stands above the timeline, which the page of rules covers.
        self._window.toast.show_message(text)
