"""What waits for a person's ruling: each question with whom it is about and whom each answer changes."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Final

from textual import work
from textual.containers import Horizontal, Vertical

from recruiter_tui.domain.errors import RecruiterError
from recruiter_tui.tui.commands_base import Need, Place
from recruiter_tui.tui.drawing.notice_items import shown_criterion
from recruiter_tui.tui.drawing.questions import (
    CHECKED,
    CRITERION,
    FIELD,
    INSTITUTION,
    RULED,
    Asked,
    listed_keys,
    question_lines,
)
from recruiter_tui.tui.screens.answering import Answering
from recruiter_tui.tui.screens.room import Room
from recruiter_tui.tui.signs import Ink
from recruiter_tui.tui.widgets.bars import Rule
from recruiter_tui.tui.widgets.page_pane import PagePane
from recruiter_tui.tui.widgets.pane_bar import Divider, PaneBar, PaneTitle
from recruiter_tui.tui.widgets.people_table import PeopleTable
from recruiter_tui.tui.widgets.question_table import QuestionTable
from recruiter_tui.tui.widgets.source import Roll

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.app import ComposeResult
    from textual.events import DescendantFocus, Resize
    from textual.timer import Timer
    from textual.widget import Widget

    from recruiter_tui.domain.flips import Flip
    from recruiter_tui.services.views import ApplicationRow, Changed, VacancyDetail
    from recruiter_tui.tui.widgets.record_table import RecordTable

_ROOMY: Final = 100
_REST: Final = 0.06
"""Seconds that the cursor rests on a question before its answers are tried."""


class RulingsScreen(Room):
    """The queue to the left; the question in full, and the people it is about, to the right."""

    PLACE: ClassVar[Place] = Place.RULINGS
    AUTO_FOCUS = ""
    CSS = """
    #rulings { height: 1fr; }
    #rulings QuestionTable { width: 1fr; }
    #rulings #answers { width: 1fr; }
    #rulings #question { height: 1fr; }
    #rulings #concerned { height: 1fr; }
    """

    def __init__(self, vacancy: str) -> None:
        """Take the vacancy."""
        super().__init__()
        self.heading = self.bar = PaneBar()
        self.table = QuestionTable()
        self.table.empty_text = "looking for questions …"
        self.divider = Divider()
        self.question = PagePane()
        self.question.id = "question"
        self.question.can_focus = False
        self.people = PeopleTable("concerned")
        self._vacancy = vacancy
        self._detail: VacancyDetail | None = None
        self._answering: Answering | None = None
        self._tried: tuple[str, Sequence[Flip] | None, Sequence[Flip] | None] = ("", None, None)
        self._rest: Timer | None = None

    def compose(self) -> ComposeResult:
        """Set the queue beside the question."""
        yield from self.frame(
            Horizontal(
                self.table,
                self.divider,
                Vertical(self.question, Rule(), self.people, id="answers"),
                id="rulings",
            )
        )

    def on_mount(self) -> None:
        """Read the queue."""
        self.table.focus()
        self._arrange()
        self.read()

    def on_resize(self, event: Resize) -> None:
        """Show both sides, or the one that has the keys."""
        self._arrange(event.size.width)
        self.call_after_refresh(self._say)

    def on_descendant_focus(self, event: DescendantFocus) -> None:  # noqa: ARG002 - either side will do
        """Follow the focus when the mouse moved it."""
        self._say()

    def on_changed(self, changed: Changed) -> None:
        """Read the queue again."""
        if changed.everything or not changed.vacancies or self._vacancy in changed.vacancies:
            self.read()

    @work(exclusive=True, group="rulings")
    async def read(self) -> None:
        """Read what waits, and what was ruled."""
        try:
            self._detail = await self.services.vacancies.get(self._vacancy)
            self._answering = Answering(self.services, self._vacancy, self._detail)
            found = {one.key: one for one in await self._answering.questions()}
        except RecruiterError as refusal:
            self.failed(refusal)
            return
        self.table.empty_text = QuestionTable.empty_text
        self._tried = ("", None, None)
        self.table.show(Roll(tuple(found), lambda keys: [found[str(key)] for key in keys]))
        self._follow()

    def asked(self) -> Asked | None:
        """Return the question under the cursor."""
        return self.table.row()

    # -- following the cursor ------------------------------------------------------------------------

    def on_record_table_cursor_moved(self, message: RecordTable.CursorMoved) -> None:
        """Show the question under the cursor."""
        message.stop()
        if message.control is self.table:
            self.status.flash()
            self._follow()
        else:
            self.refresh_commands()

    def _follow(self) -> None:
        asked = self.asked()
        if self._rest is not None:
            self._rest.stop()
        if asked is not None and asked.kind in (FIELD, CRITERION) and self._tried[0] != asked.key:
            self._rest = self.set_timer(_REST, self.try_answers)
        self.people.put(asked.applications if asked is not None else (), self._people)
        self.people.empty_text = "" if asked is None or asked.is_answered else "nobody"
        self._show()

    @work(exclusive=True, group="answers")
    async def try_answers(self) -> None:
        """Work out whom each answer would change."""
        asked = self.asked()
        answering = self._answering
        if asked is None or answering is None:
            return
        try:
            yes, no = await answering.whom(asked, yes=True), await answering.whom(asked, yes=False)
        except RecruiterError as refusal:
            self.failed(refusal)
            return
        if self.asked() == asked:
            self._tried = (asked.key, yes, no)
            self._show()

    def _show(self) -> None:
        asked = self.asked()
        if asked is None:
            self.question.put(lambda _cells: ())
        else:
            key, yes, no = self._tried
            tried = (yes, no) if key == asked.key else (None, None)
            listed = self._answering.listed(asked) if self._answering is not None else ""
            names = self._answering.names() if self._answering is not None else {}
            people = self._named(yes if key == asked.key else None, no if key == asked.key else None)
            self.question.put(lambda cells: question_lines(asked, listed, *tried, cells, names, people))
        self._say()

    def _named(self, *answers: Sequence[Flip] | None) -> dict[int, str]:
        """Return what those are called who flip, as far as they are listed."""
        keys = [key for flips in answers for key in listed_keys(flips or ())]
        return {row.key: row.name for row in self._people(list(dict.fromkeys(keys)))}

    def _people(self, keys: Sequence[int]) -> Sequence[ApplicationRow]:
        return self.services.candidates.rows_now(keys)

    # -- answers -------------------------------------------------------------------------------------

    @work(group="ask", exclusive=True)
    async def action_answer(self, answer: str) -> None:
        """List whom the answer changes, ask for the reason, and rule."""
        from recruiter_tui.tui.dialogs.flips import FlipsDialog, flip_count

        asked, answering = self.asked(), self._answering
        if asked is None or answering is None or asked.is_answered:
            self.flash(Need.QUESTION.value)
            return
        yes = answer == "yes"
        try:
            flips = await answering.whom(asked, yes=yes)
        except RecruiterError as refusal:
            self.failed(refusal)
            return
        said = "outcomes stay" if asked.kind == INSTITUTION else flip_count(flips)
        told = [(f"{asked.count}; {said}", Ink.OPEN if flips else Ink.DIM)]
        if listed := answering.listed(asked):
            told.append((f"asked for: {listed}", Ink.DIM))
        title = (
            f"{asked.subject}{':' if asked.kind == CRITERION else ''} {answering.answer(asked.kind, yes=yes)}"
        )
        reason = await self.app.push_screen_wait(
            FlipsDialog(title, told, flips, self._names(), self._people, reason=True)
        )
        if reason is not None:
            act = answering.rule(asked, reason, yes=yes)
            await self.run_worker(self.carry_out(act), group="write").wait()

    @work(group="write", exclusive=False)
    async def action_take_back(self) -> None:
        """Take a ruling back; the question is open again."""
        asked, answering = self.asked(), self._answering
        if asked is None or answering is None or not asked.is_answered:
            self.flash(Need.ANSWERED.value)
        else:
            await self.carry_out(answering.take_back(asked))

    def _names(self) -> dict[str, str]:
        detail = self._detail
        return {one.id: shown_criterion(one) for one in detail.notice.criteria} if detail is not None else {}

    # -- panes ---------------------------------------------------------------------------------------

    def action_pane(self) -> None:
        """Go to the other side."""
        wanted: Widget = self.table if self.people.has_focus else self.people
        self._arrange(focus=wanted)
        wanted.focus()
        self._say()

    def action_open(self) -> None:
        """Go to the people of a question, and from there to a dossier."""
        from recruiter_tui.tui.screens.dossier import DossierScreen

        key = self.people.key()
        if not self.people.has_focus:
            self.action_pane()
        elif key is not None:
            self.app.push_screen(DossierScreen(key))

    def action_close(self) -> None:
        """Go back: from the people to the queue, from the queue to the desk."""
        if self.people.has_focus:
            self.action_pane()
        else:
            super().action_close()

    def on_record_table_opened(self, message: RecordTable.Opened) -> None:
        """Open what was clicked twice."""
        message.stop()
        self.action_open()

    def action_criteria(self) -> None:
        """Show the criteria."""
        from recruiter_tui.tui.screens.criteria import CriteriaScreen

        self.app.push_screen(CriteriaScreen(self._vacancy))

    def has(self, need: Need) -> bool:
        """Tell whether what a command needs is under the cursor."""
        asked = self.asked()
        return {
            Need.STORE: self.app.is_open,
            Need.QUESTION: asked is not None and not asked.is_answered,
            Need.ANSWERED: asked is not None and asked.is_answered,
        }.get(need, super().has(need))

    def _say(self) -> None:
        detail = self._detail
        if detail is None or not self.is_mounted:
            return
        keys = [str(key) for key in self.table.source.keys]
        waiting = sum(not key.startswith((f"{RULED}/", f"{CHECKED}/")) for key in keys)
        if self.divider.display:
            cells = self.question.size.width
            here = self.people.has_focus
            self.bar.show_panes(
                [
                    PaneTitle("", "Rulings", detail.row.title, self.table, self.table.has_focus),
                    PaneTitle("", "Question", "", cells, here),
                ]
            )
        else:
            self.bar.show_panes(())
            self.bar.show("Desk", detail.row.title, "Rulings")
        self.status.show([(f"{waiting} waiting", Ink.TEXT), (f"  ·  {len(keys) - waiting} ruled", Ink.DIM)])
        self.refresh_commands()

    def _arrange(self, width: int | None = None, focus: Widget | None = None) -> None:
        """Show both sides, or the one that has the keys."""
        roomy = (self.app.size.width if width is None else width) >= _ROOMY
        wanted = focus or self.focused or self.table
        self.divider.display = roomy
        self.table.display = roomy or wanted is self.table
        self.query_one("#answers").display = roomy or wanted is self.people
