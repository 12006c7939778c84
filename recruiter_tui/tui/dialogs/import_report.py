"""The report of an import, wherever a person is when it ends."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.widgets import Static

from recruiter_tui.tui.dialogs.base import Dialog
from recruiter_tui.tui.drawing.import_report import report_lines
from recruiter_tui.tui.text import content
from recruiter_tui.tui.widgets.facts_pane import FactsPane

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from recruiter_tui.services.views import ImportReport


class ImportReportDialog(Dialog[bool]):
    """Says what came; closes with True where a person wants to go to the intake."""

    DEFAULT_CSS = "ImportReportDialog FactsPane { height: 1fr; background: $ground; }"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "dismiss(True)", show=False),
        Binding("q", "dismiss(None)", show=False),
    ]
    hint = "enter goes to the intake · j k scroll · esc closes"
    AUTO_FOCUS = "FactsPane"

    def __init__(self, title: str, report: ImportReport) -> None:
        """Take what the import was, and what it brought."""
        super().__init__()
        self.add_class("wide-dialog")
        self.title_text = title
        self._report = report

    def compose(self) -> ComposeResult:
        """Set the report between title and foot; it scrolls by itself."""
        with Vertical(classes="dialog"):
            yield Static(content(self.title_text), classes="dialog-title", markup=False)
            yield FactsPane()
            yield Static("", classes="dialog-complaint", markup=False)
            yield Static(content(self.hint), classes="dialog-hint", markup=False)

    def on_mount(self) -> None:
        """Show the report."""
        self.query_one(FactsPane).show(partial(report_lines, self._report))
