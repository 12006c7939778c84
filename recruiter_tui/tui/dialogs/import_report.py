"""The report of an import, wherever a person is when it ends."""

from __future__ import annotations

from functools import partial
from itertools import islice
from typing import TYPE_CHECKING, ClassVar, Final

from textual.binding import Binding, BindingType

from recruiter_tui.tui.dialogs.base import Dialog
from recruiter_tui.tui.drawing.import_report import report_lines
from recruiter_tui.tui.widgets.facts_pane import FactsPane

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from recruiter_tui.services.views import ImportReport


_WIDEST: Final = 92
"""Cells of the dialog; `styles/dialogs.tcss` says the same."""
_MARGINS: Final = 8
_AROUND: Final = 8
_FEWEST: Final = 3


class ImportReportDialog(Dialog[bool]):
    """Says what came; closes with True where a person wants to go to the intake."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "dismiss(True)", show=False),
        Binding("q", "dismiss(None)", show=False),
    ]
    hint = "enter goes to the intake · j k scroll · esc closes"
    AUTO_FOCUS = "FactsPane"

    def __init__(self, title: str, report: ImportReport) -> None:
        """Take what the import was, and what it brought."""
        super().__init__()
        self.title_text = title
        self._report = report

    def middle(self) -> ComposeResult:
        """Give the report."""
        yield FactsPane()

    def on_mount(self) -> None:
        """Show the report; a short one takes few lines."""
        pane = self.query_one(FactsPane)
        cells = min(_WIDEST, self.app.size.width) - _MARGINS
        room = max(_FEWEST, self.app.size.height - _AROUND)
        pane.styles.height = sum(1 for _ in islice(report_lines(self._report, cells), room - 1)) + 1
        pane.show(partial(report_lines, self._report))
