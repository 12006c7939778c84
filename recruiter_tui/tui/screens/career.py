"""The career of an applicant month by month, and rulings on how much of a job is relevant."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, ClassVar

from textual import work

from recruiter_tui.domain.errors import RecruiterError, Refused
from recruiter_tui.domain.rulings import Relevance, share_of
from recruiter_tui.tui.commands_base import Need, Place
from recruiter_tui.tui.drawing.career import career_lines
from recruiter_tui.tui.drawing.month import month_lines, month_name
from recruiter_tui.tui.drawing.timeline import Months, months_of, timeline
from recruiter_tui.tui.screens.room import Room
from recruiter_tui.tui.signs import Ink
from recruiter_tui.tui.text import safe
from recruiter_tui.tui.widgets.bars import Rule
from recruiter_tui.tui.widgets.page_pane import PagePane

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from recruiter_tui.services.rulings import JobRuling
    from recruiter_tui.services.views import Changed, Dossier
    from recruiter_tui.tui.widgets.understood import Understood


class CareerScreen(Room):
    """Bars above, the chosen month beneath; the cursor rests on a job."""

    PLACE: ClassVar[Place] = Place.CAREER
    AUTO_FOCUS = ""
    CSS = """
    CareerScreen #bars { height: 3fr; }
    CareerScreen #month { height: 2fr; }
    """

    def __init__(self, key: int) -> None:
        """Take the application."""
        super().__init__()
        self.bars, self.month = PagePane(), PagePane()
        self.bars.id, self.month.id = "bars", "month"
        self.month.can_focus = False
        self._key = key
        self._dossier: Dossier | None = None
        self._months: Months | None = None
        self._rulings: tuple[JobRuling, ...] = ()
        self._at: int | None = None

    def compose(self) -> ComposeResult:
        """Set the month under the bars."""
        yield from self.frame(self.bars, Rule(), self.month)

    def on_mount(self) -> None:
        """Read the career."""
        self.bars.focus()
        self.read()

    def on_changed(self, changed: Changed) -> None:
        """Read the career again."""
        if changed.everything or self._key in changed.applications:
            self.read()

    def people_of(self) -> str:
        """Return the vacancy that the person applied to."""
        return self._dossier.vacancy if self._dossier is not None else ""

    @work(exclusive=True, group="career")
    async def read(self) -> None:
        """Read the career with the rulings on its jobs."""
        try:
            dossier = await self.services.candidates.dossier(self._key)
            self._rulings = await self.services.rulings.jobs(self._key)
        except RecruiterError as refusal:
            self.failed(refusal)
            return
        self._dossier, self._months = dossier, months_of(dossier)
        if self._at is None and self._months is not None:
            cut_off = self._months.laid_out.cut_off
            last = self._months.laid_out.months[-1:]
            self._at = cut_off.year * 12 + cut_off.month - 1
            if last:
                self._at = min(self._at, last[0].year * 12 + last[0].month - 1)
        self.crumbs("Desk", dossier.row.name, "Career")
        self._show()

    def _show(self) -> None:
        dossier, months, at = self._dossier, self._months, self._at
        if dossier is None:
            return
        drawn = replace(timeline(dossier), month=at)
        self.bars.put(lambda cells: career_lines(drawn, cells))
        if months is not None and at is not None:
            self.month.put(lambda cells: month_lines(months, dossier.candidate, at, cells))
            self.status.show([(month_name(at), Ink.TEXT), *self._ruled()])
        else:
            self.status.show([("neither a closing nor a receipt says up to when anything counts", Ink.OPEN)])
        self.refresh_commands()

    def _ruled(self) -> list[tuple[str, Ink]]:
        """Return what was ruled on the job under the cursor."""
        job = self.job()
        ruling = job.ruling if job is not None else None
        if ruling is None:
            return []
        return [
            ("  ·  relevant: ", Ink.DIM),
            (ruling.in_words, Ink.ACCENT),
            (f"  “{safe(ruling.note)}” {safe(ruling.by)}", Ink.DIM),
        ]

    def job(self) -> JobRuling | None:
        """Return the job under the cursor."""
        name, _, place = (self.bars.key or "").partition("/")
        return next((one for one in self._rulings if name == "employment" and str(one.job) == place), None)

    def has(self, need: Need) -> bool:
        """Tell whether a job is under the cursor."""
        return self.job() is not None if need is Need.JOB else super().has(need)

    def on_understood_pointed(self, message: Understood.Pointed) -> None:
        """Follow the cursor."""
        message.stop()
        self._show()

    def action_month(self, way: int) -> None:
        """Go some months on or back, as far as the career reaches."""
        months = self._months
        if months is None or self._at is None:
            return
        shown = months.laid_out.months
        cut_off = months.laid_out.cut_off
        last = cut_off.year * 12 + cut_off.month - 1
        first = shown[0].year * 12 + shown[0].month - 1 if shown else last
        self._at = max(min(first, last), min(self._at + way, last))
        self._show()

    @work(group="ask", exclusive=True)
    async def action_rule(self, answer: str) -> None:
        """Ask for the share where it is a part, then for a note, and rule on the job."""
        from recruiter_tui.tui.dialogs.field import FieldDialog

        job = self.job()
        if job is None:
            return
        called = " · ".join(part for part in (job.title, job.employer) if part)
        told = [("job", called)]
        if job.ruling is not None:
            told.append(("ruled", f"{job.ruling.in_words}: {job.ruling.note}"))
        share: str | None = answer
        if not answer:
            if job.ruling is None:
                self.flash(Need.ANSWERED.value)
                return
            await self._rule(job.job, None, "")
            return
        if answer == "part":
            share = await self.app.push_screen_wait(
                FieldDialog(
                    "How much of the job is relevant?", told, "50 %", _part, "a percentage such as 75 %"
                )
            )
        if share is None:
            return
        words = {"yes": "Relevant: why?", "no": "Not relevant: why?"}.get(
            answer, f"Relevant to {Relevance(share_of(share)).in_words}: why?"
        )
        note = await self.app.push_screen_wait(
            FieldDialog(words, told, "", _note, "kept with the ruling, for this vacancy")
        )
        if note is not None:
            await self._rule(job.job, share, note)

    async def _rule(self, job: int, share: str | None, note: str) -> None:
        act = self.carry_out(self.services.rulings.relevance(self._key, job, share, note))
        await self.run_worker(act, group="write").wait()


def _part(words: str) -> str:
    """Return how a share is understood; raises Refused."""
    share = share_of(words)
    return f"{float(share * 100):g} % of the job counts"


def _note(words: str) -> str:
    """Refuse an empty note."""
    if not words.strip():
        problem = "nothing is written yet"
        raise Refused(problem, "say why, in your own words")
    return ""
