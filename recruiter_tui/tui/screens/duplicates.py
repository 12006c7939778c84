"""Who may be the same person: pairs with reasons, two records side by side; a person merges or parts them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from textual import work
from textual.containers import Vertical

from recruiter_tui.domain.duplicates import Pair
from recruiter_tui.domain.errors import RecruiterError
from recruiter_tui.tui.commands_base import Need, Place
from recruiter_tui.tui.drawing.duplicates import pair_lines
from recruiter_tui.tui.drawing.jobs import share_words
from recruiter_tui.tui.screens.duplicate_job import Scope, search
from recruiter_tui.tui.screens.room import Room
from recruiter_tui.tui.signs import Ink
from recruiter_tui.tui.text import fit, safe
from recruiter_tui.tui.widgets.facts_pane import FactsPane
from recruiter_tui.tui.widgets.record_table import RecordTable
from recruiter_tui.tui.widgets.source import Roll

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.app import ComposeResult

    from recruiter_tui.services.person_views import DuplicateGroup, Merge
    from recruiter_tui.services.views import Changed
    from recruiter_tui.tui.jobs import Job, Jobs
    from recruiter_tui.tui.widgets.lines import Run

_SCORE = 5
_GROUP = 10


@dataclass(frozen=True, slots=True)
class PairRow:
    """One pair as a line, with the group that it hangs together in."""

    key: str
    pair: Pair
    names: tuple[str, str]
    members: int
    """How many candidates the group has."""


def rows_of(groups: Sequence[DuplicateGroup]) -> dict[str, PairRow]:
    """Return the pairs of all groups, each group together, the strongest first."""
    return {
        row.key: row
        for group in groups
        for pair in group.pairs
        for row in (
            PairRow(
                f"{pair.one}+{pair.other}",
                pair,
                (group.names[pair.one], group.names[pair.other]),
                len(group.members),
            ),
        )
    }


class PairTable(RecordTable[PairRow]):
    """The pairs that somebody should look at."""

    empty_text = "nobody here looks like somebody else"
    head_lines = 1

    def head_runs(self, y: int, width: int) -> Sequence[Run]:  # noqa: ARG002 - the head is one line
        """Draw the columns' names."""
        each = self._each(width)
        head = (
            fit("Score", _SCORE, "right"),
            fit("Candidate", each),
            fit("maybe the same as", each),
            "Group",
        )
        return [("  " + "  ".join(head), Ink.DIM)]

    def row_runs(
        self,
        row: PairRow,
        line: int,  # noqa: ARG002 - a pair takes one line
        width: int,
        *,
        marked: bool,  # noqa: ARG002 - nothing is marked here
        current: bool,
    ) -> Sequence[Run]:
        """Draw one pair."""
        each = self._each(width)
        ink = Ink.STRONG if current else Ink.TEXT
        group = f"{row.members} persons" if row.members > 2 else ""  # noqa: PLR2004 - a pair is no group
        return [
            ("  " + fit(str(row.pair.score), _SCORE, "right") + "  ", Ink.DIM),
            (fit(safe(row.names[0]), each) + "  ", ink),
            (fit(safe(row.names[1]), each) + "  ", ink),
            (fit(group, _GROUP), Ink.OPEN),
        ]

    def _each(self, width: int) -> int:
        """Return the cells of a name."""
        return max(8, (width - _SCORE - _GROUP - 8) // 2)


class DuplicatesScreen(Room):
    """The pairs above, the two records of one pair below."""

    PLACE = Place.DUPLICATES
    AUTO_FOCUS = ""
    CSS = """
    #duplicates { height: 1fr; }
    #duplicates PairTable { height: 1fr; max-height: 12; }
    #duplicates FactsPane { height: 2fr; }
    """

    def __init__(self, vacancy: str, title: str, *, everybody: bool = False) -> None:
        """Take the vacancy whose applicants are looked at first, or `everybody` on file."""
        super().__init__()
        self._scope = Scope(vacancy, title, everybody)
        self.table = PairTable()
        self.facts = FactsPane()
        self._rows: dict[str, PairRow] = {}
        self._search: Job | None = None

    def compose(self) -> ComposeResult:
        """Show pairs above facts."""
        yield from self.frame(Vertical(self.table, self.facts, id="duplicates"))

    def on_mount(self) -> None:
        """Search."""
        self.table.focus()
        self.app.jobs.moved.subscribe(self, self._follow)
        self.read()

    def on_changed(self, changed: Changed) -> None:
        """Search again where persons came, went or changed; what names nothing was said of two of them."""
        if changed.everything or changed.applications or not changed.vacancies:
            self.read()

    def read(self) -> None:
        """Have it searched; what is found is shown here, or told wherever one is by then."""
        self.crumbs("Desk", self._scope.named, "Duplicates")
        self._search = search(self.app, self._scope)

    def _follow(self, _jobs: Jobs) -> None:
        """Say how far the search is, and show what it found."""
        job = self._search
        if job is None:
            return
        if job.is_active:
            share = f" {share_words(job)}".rstrip()
            self.status.show([(f"searching …{share}", Ink.DIM)])
            return
        self._search = None
        self.app.jobs.see(job)
        if job.ended is None or not isinstance(job.ended.found, list):
            if job.error is not None:
                self.failed(job.error)
            return
        self._rows = rows_of(job.ended.found)
        self.table.show(Roll(tuple(self._rows), lambda keys: [self._rows[str(key)] for key in keys]))
        self.status.show([(job.outcome, Ink.DIM)])
        self.refresh_commands()
        self.read_pair()

    @work(exclusive=True, group="pair")
    async def read_pair(self) -> None:
        """Read the two records of the pair under the cursor."""
        row = self.table.row()
        if row is None:
            self.facts.show(None)
            return
        try:
            one, other = await self.services.persons.people([row.pair.one, row.pair.other])
        except RecruiterError as refusal:
            self.failed(refusal)
            return
        self.facts.show(partial(pair_lines, row.pair, one, other))

    def on_record_table_cursor_moved(self, message: RecordTable.CursorMoved) -> None:
        """Show the pair under the cursor."""
        message.stop()
        self.read_pair()
        self.refresh_commands()

    def on_record_table_opened(self, message: RecordTable.Opened) -> None:
        """Go to the records of a pair that was clicked twice."""
        message.stop()
        self.facts.focus()

    def has(self, need: Need) -> bool:
        """Tell whether what a command needs is there."""
        return self.table.row() is not None if need is Need.PAIR else True

    # -- acts ----------------------------------------------------------------------------------------

    def action_pane(self) -> None:
        """Go to the records, and back."""
        (self.table if self.facts.has_focus else self.facts).focus()

    def action_next(self) -> None:
        """Leave the question open."""
        self.table.move("down")

    def action_everybody(self) -> None:
        """Search among everybody on file, or among the applicants of the vacancy."""
        self._scope = self._scope._replace(everybody=not self._scope.everybody)
        self.read()

    @work(group="ask", exclusive=True)
    async def action_merge(self) -> None:
        """Ask whose values stand, and merge."""
        from recruiter_tui.tui.dialogs.merge import MergeDialog

        row = self.table.row()
        if row is None:
            return
        try:
            one, other = await self.services.persons.people([row.pair.one, row.pair.other])
        except RecruiterError as refusal:
            self.failed(refusal)
            return
        wish = await self.app.push_screen_wait(MergeDialog(one, other))
        if wish is not None:
            seen = {one.id: one.version, other.id: other.version}
            await self.carry_out(
                self.services.persons.merge(wish.keep, wish.other, wish.choices, expected=seen)
            )

    @work(group="write")
    async def action_apart(self) -> None:
        """Remember that the two are not the same person."""
        row = self.table.row()
        if row is not None:
            await self.carry_out(self.services.persons.keep_apart([(row.pair.one, row.pair.other)]))

    @work(group="ask", exclusive=True)
    async def action_part(self) -> None:
        """Ask which merge is to be taken back, and part the two records."""
        from recruiter_tui.tui.dialogs.merges import MergesDialog

        merges: list[Merge] = await self.services.persons.merges()
        if not merges:
            self.flash("nobody was merged here")
            return
        chosen = await self.app.push_screen_wait(MergesDialog(merges))
        if chosen is not None:
            await self.carry_out(self.services.persons.unmerge(chosen.other))

    def action_close(self) -> None:
        """Go from the records to the pairs, else back; the search goes on."""
        if self.facts.has_focus:
            self.table.focus()
        else:
            super().action_close()
