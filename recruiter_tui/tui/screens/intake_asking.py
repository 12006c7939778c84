"""What the intake asks a person: columns of unknown tables, right values, and whether an import goes back."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, ClassVar

from textual import work

from recruiter_tui.domain.errors import RecruiterError, WorkedOn
from recruiter_tui.tui.commands_base import Place
from recruiter_tui.tui.screens.intake_words import Arrived
from recruiter_tui.tui.screens.room import Room
from recruiter_tui.tui.screens.taking_in import take_back

if TYPE_CHECKING:
    from collections.abc import Sequence

    from recruiter_tui.services.column_maps import Table
    from recruiter_tui.services.preview import Preview
    from recruiter_tui.tui.screens.taking_in import Files
    from recruiter_tui.tui.widgets.intake_tables import BatchTable, PreviewTable


class Asking(Room):
    """The questions of the intake screen; each is a worker, so that no key waits."""

    PLACE: ClassVar[Place] = Place.INTAKE

    table: PreviewTable
    batches: BatchTable
    files: Files
    preview: Preview | None
    tables: Sequence[Table]

    def look(self) -> object:
        """Show what the chosen files would bring."""
        raise NotImplementedError

    def show_preview(self) -> None:
        """Show the rows that an import would bring, or the imports that stand."""
        raise NotImplementedError

    @work(group="ask", exclusive=True)
    async def action_columns(self) -> None:
        """Say what the columns of the chosen tables mean, and look again."""
        self.tables = await self.services.columns.tables(self.files.paths)
        if await self.ask_columns(self.tables):
            self.look()

    async def ask_columns(self, tables: Sequence[Table]) -> bool:
        """Ask for the columns of one table after the other until the person leaves one open."""
        from recruiter_tui.tui.screens.columns import ColumnsScreen

        said = False
        for number, table in enumerate(tables, 1):
            screen = ColumnsScreen(table, number, len(tables))
            await self.app.push_screen_wait(screen)
            if not screen.remembered:
                break
            said = True
        return said

    @work(group="ask", exclusive=True)
    async def action_correct(self) -> None:
        """Ask for a fact's right value; it is stored with the row, beside what was read."""
        from recruiter_tui.tui.dialogs.correct_beside import correction_of

        row = self.table.row()
        if row is None or row.candidate is None or row.came is None or self.preview is None:
            return
        dialog = correction_of(Arrived(row.candidate, row.came), None, self.app.size.width, row.name)
        wish = await self.app.push_screen_wait(dialog)
        if wish is None:
            return
        try:
            better = self.services.intake.corrected(row, wish.fact, wish.value)
        except RecruiterError as refusal:
            self.failed(refusal)
            return
        rows = tuple(better if one.key == row.key else one for one in self.preview.rows)
        self.preview = replace(self.preview, rows=rows)
        self.show_preview()

    @work(group="ask", exclusive=True)
    async def action_revert(self) -> None:
        """Take the import under the cursor back, after a question."""
        from recruiter_tui.tui.dialogs.confirm import ConfirmDialog

        batch = self.batches.row()
        if batch is None:
            return
        question = f"Take import {batch.name} back?"
        told = (
            f"{batch.applications} applications from {batch.source} leave the store; undo brings them again."
        )
        if not await self.app.push_screen_wait(ConfirmDialog(question, told, yes="takes it back")):
            return
        force = False
        try:
            await self.services.intake.check_untouched(batch.name)
        except WorkedOn as worked:
            told = f"{worked.problem}. All of that goes too; undo brings it again exactly."
            force = True
            if not await self.app.push_screen_wait(
                ConfirmDialog("Take that back too?", told, yes="takes it back")
            ):
                return
        except RecruiterError as refusal:
            self.failed(refusal)
            return
        take_back(self.app, batch, force=force)
