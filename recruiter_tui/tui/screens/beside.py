"""What one does beside a verdict: days on which something is due, tags, notes, rulings; reveals, exports."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, ClassVar

from textual import work

from recruiter_tui.domain.errors import RecruiterError
from recruiter_tui.tui.commands_base import Need, Place
from recruiter_tui.tui.screens.exporting import export_in_background
from recruiter_tui.tui.screens.gating import Gating

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Mapping, Sequence

    from recruiter_tui.services.views import ApplicationRow, Dossier


class Beside(Gating, is_part=True):
    """Acts on the marked applications, or on the one under the cursor, of one vacancy."""

    PLACE: ClassVar[Place] = Place.DESK

    def targets(self) -> list[ApplicationRow]:
        """Return whom a key acts on."""
        raise NotImplementedError

    def today(self) -> dt.date:
        """Return the day of today where the person sits."""
        return self.services.clock().astimezone().date()

    def has(self, need: Need) -> bool:
        """Tell whether the vacancy is read blind."""
        if need is Need.BLIND:
            return self.app.is_open and self.services.blind.is_on_now(self.vacancy_id())
        return super().has(need)

    # -- later, under which words, and what a person says --------------------------------------------

    @work(group="ask", exclusive=True)
    async def action_snooze(self) -> None:
        """Ask for a day, and put those that are meant off until then."""
        from recruiter_tui.tui.dialogs.snooze import SnoozeDialog

        rows = self.targets()
        if not rows:
            return
        snooze = await self.app.push_screen_wait(SnoozeDialog(named(rows), self.today()))
        if snooze is not None:
            keys = [row.key for row in rows]
            await self.carry_out(self.services.queue.snooze(keys, snooze.until, snooze.note))

    @work(group="ask", exclusive=True)
    async def action_tags(self) -> None:
        """Ask for a tag, and add it to those that are meant or take it away."""
        from recruiter_tui.tui.dialogs.tags import TagsDialog

        rows = self.targets()
        if not rows:
            return
        used = await self._tags_in_use(rows)
        wish = await self.app.push_screen_wait(TagsDialog(named(rows), [row.tags for row in rows], used))
        if wish is not None:
            keys, change = [row.key for row in rows], (wish.tag,)
            add, remove = (change, ()) if wish.add else ((), change)
            await self.carry_out(self.services.candidates.tag(keys, add=add, remove=remove))

    async def _tags_in_use(self, rows: Sequence[ApplicationRow]) -> dict[str, int]:
        """Return the tags of the vacancy, with how many others have each."""
        try:
            found = await self.services.filters.facets(self.vacancy_id(), fields=("tag",))
        except RecruiterError as refusal:
            self.failed(refusal)
            return {}
        from recruiter_tui.domain.query_fields import UNKNOWN

        used = Counter({tag.strip('"'): count for tag, count in found["tag"] if tag != UNKNOWN})
        return dict(used - Counter(tag for row in rows for tag in row.tags))

    @work(group="ask", exclusive=True)
    async def action_note(self) -> None:
        """Ask for a note, and keep it with those that are meant."""
        from recruiter_tui.tui.dialogs.note import NoteDialog

        rows = self.targets()
        if not rows:
            return
        text = await self.app.push_screen_wait(NoteDialog(named(rows)))
        if text:
            await self.carry_out(self.services.candidates.note([row.key for row in rows], text))

    async def rule(
        self, dossier: Dossier, criterion: str | None, asked: Mapping[str, str] | None = None
    ) -> None:
        """Ask for a ruling on one of somebody's findings, and write it; `asked` is the notice's wording."""
        from recruiter_tui.tui.dialogs.overrule import OverruleDialog

        dialog = OverruleDialog(dossier, criterion, asked, self.unsaid)
        ruling = await self.app.push_screen_wait(dialog)
        if ruling is not None:
            row = dossier.row
            await self.carry_out(
                self.services.screening.overrule(
                    row.key, ruling.criterion, ruling.outcome, ruling.reason, expected_version=row.version
                ),
                draft=ruling.reason,
            )

    # -- other rooms ---------------------------------------------------------------------------------

    def action_career(self) -> None:
        """Show the career month by month."""
        from recruiter_tui.tui.screens.career import CareerScreen

        rows = self.here_alone()
        if rows:
            self.app.push_screen(CareerScreen(rows[0].key))

    def action_timeline(self) -> None:
        """Show what happened to the application."""
        from recruiter_tui.tui.screens.timeline import TimelineScreen

        rows = self.here_alone()
        if rows:
            self.app.push_screen(TimelineScreen(rows[0].key, self.vacancy_id()))

    def here_alone(self) -> list[ApplicationRow]:
        """Return the one under the cursor, whatever is marked."""
        return self.targets()

    # -- who it is -----------------------------------------------------------------------------------

    @work(group="ask", exclusive=True)
    async def action_reveal(self) -> None:
        """Ask why somebody has to be known, and show him or her to this session."""
        from recruiter_tui.tui.dialogs.reveal import RevealDialog

        rows = self.here_alone()
        if not rows:
            return
        if self.services.blind.is_revealed(rows[0].key):
            self.flash("you have revealed this person already")
            return
        consequence = "You see the name until you leave the program; the journal keeps your reason."
        dialog = RevealDialog(f"Reveal {rows[0].name}?", consequence)
        why = await self.app.push_screen_wait(dialog)
        if why is not None:
            await self.carry_out(self.services.blind.reveal(rows[0].key, why))

    def needs_names(self, key: int) -> bool:
        """Say that something takes a reveal first, and tell whether it does; signs must not get on file."""
        hidden = self.services.blind.hides_now(key, self.vacancy_id())
        if hidden:
            self.flash("facts are corrected where all of them are seen: reveal the person first (!)")
        return hidden

    # -- out of the program --------------------------------------------------------------------------

    @work(group="ask", exclusive=True)
    async def action_export(self) -> None:
        """Ask for a file, and in a blind vacancy for names or none, and write the short list to it."""
        from recruiter_tui.tui.dialogs.export import ExportDialog, suggested

        vacancy = self.vacancy_id()
        if not vacancy:
            return
        detail = await self.detail()
        reference = (detail.row.reference if detail is not None else None) or vacancy
        wish = await self.app.push_screen_wait(ExportDialog(suggested(reference, self.today())))
        if wish is None:
            return
        why: str | None = ""
        if self.services.blind.is_on_now(vacancy):
            why = await self._names_for(vacancy)
        if why is None:
            return
        export_in_background(self, vacancy, wish, why or None)

    async def _names_for(self, vacancy: str) -> str | None:
        """Return why an export bears names; nothing for one without them, None for no export at all."""
        from recruiter_tui.tui.dialogs.menu import MenuDialog
        from recruiter_tui.tui.dialogs.reveal import RevealDialog

        offers = [
            ("n", "no names: candidates by number, without contacts and nationalities", "blind"),
            ("w", "with names: everybody in the file is revealed, and the journal keeps why", "names"),
        ]
        chosen = await self.app.push_screen_wait(
            MenuDialog(f"{vacancy} is read blind. Export", offers, "blind")
        )
        if chosen != "names":
            return None if chosen is None else ""
        consequence = "The file bears names and contacts; the journal keeps your reason."
        return await self.app.push_screen_wait(RevealDialog("Export with names?", consequence))


def named(rows: Sequence[ApplicationRow]) -> str:
    """Return whom a dialog is about."""
    return rows[0].name if len(rows) == 1 else f"{len(rows)} candidates"
