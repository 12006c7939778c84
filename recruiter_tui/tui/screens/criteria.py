"""The criteria panel of a vacancy: what is asked and under which policy, and every change with its flips."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual import work

from recruiter_tui.domain.crosswalk import RUNG_NAMES
from recruiter_tui.domain.errors import RecruiterError, Refused
from recruiter_tui.domain.notice_edit import Drop, PutBack, Turn, touches_criteria
from recruiter_tui.domain.policy import DEFAULT_POLICY, Policy
from recruiter_tui.domain.profiles import PROFILES, SWITCHES, choices, with_switch
from recruiter_tui.tui.commands_base import Need, Place
from recruiter_tui.tui.dialogs.flips import FlipsDialog, flip_count
from recruiter_tui.tui.drawing.criteria import Panel, panel_lines, rung_words, worded
from recruiter_tui.tui.drawing.notice import Item, shown_criterion
from recruiter_tui.tui.screens.gating import frozen_words
from recruiter_tui.tui.screens.notice_edits import NoticeEdits
from recruiter_tui.tui.screens.rescreening import change_beside, screen_again
from recruiter_tui.tui.signs import Ink
from recruiter_tui.tui.widgets.page_pane import PagePane

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.app import ComposeResult

    from recruiter_tui.domain.crosswalk import Crosswalk
    from recruiter_tui.domain.notice import Notice
    from recruiter_tui.domain.notice_edit import Edit
    from recruiter_tui.services.criteria import CriteriaChanged, Version
    from recruiter_tui.services.views import ApplicationRow, Changed
    from recruiter_tui.tui.widgets.understood import Understood

_LETTERS = "abcdefghijklmnopqrstuvwxyz"


class CriteriaScreen(NoticeEdits):
    """The panel; its cursor stands on a criterion, a switch, a level or a version."""

    PLACE: ClassVar[Place] = Place.CRITERIA
    AUTO_FOCUS = ""

    def __init__(self, vacancy: str) -> None:
        """Take the vacancy."""
        super().__init__()
        self.page = PagePane()
        self._vacancy = vacancy
        self._panel: Panel | None = None

    def compose(self) -> ComposeResult:
        """Show the page."""
        yield from self.frame(self.page)

    def on_mount(self) -> None:
        """Read the criteria."""
        self.page.focus()
        self.read()

    def on_changed(self, changed: Changed) -> None:
        """Read the criteria again."""
        if changed.everything or not changed.vacancies or self._vacancy in changed.vacancies:
            self.read()

    @work(exclusive=True, group="criteria")
    async def read(self) -> None:
        """Read criteria, versions and what was decided about them."""
        try:
            detail = await self.services.vacancies.get(self._vacancy)
            panel = Panel(
                detail,
                await self.services.criteria.versions(self._vacancy),
                await self.services.whatif.invoked(self._vacancy),
                {one.tier: one.note for one in await self.services.screening.tier_outcomes(self._vacancy)},
            )
        except RecruiterError as refusal:
            self.failed(refusal)
            return
        self._panel = panel
        self.crumbs("Desk", detail.row.title, "Criteria")
        self.pane.put(lambda cells: panel_lines(panel, cells))
        self._say()

    @property
    def pane(self) -> PagePane:
        """Return the page."""
        assert isinstance(self.page, PagePane)  # noqa: S101 - made so above
        return self.page

    @property
    def notice(self) -> Notice | None:
        """Return the notice whose criteria are shown."""
        return self._panel.detail.notice if self._panel is not None else None

    def item(self) -> Item | None:
        """Return what is under the cursor."""
        return Item(self.page.key, None, ()) if self.page.key else None

    def on_understood_pointed(self, message: Understood.Pointed) -> None:
        """Follow the cursor."""
        message.stop()
        self.status.flash()
        self._say()

    def on_understood_opened(self, message: Understood.Opened) -> None:
        """Change what was clicked twice."""
        message.stop()
        self.action_change()

    def _say(self) -> None:
        panel = self._panel
        if panel is not None:
            detail = panel.detail
            frozen = frozen_words(detail.frozen_at, year=True)
            needs = "changes need a reason" if detail.frozen_at else "changes are made at once"
            self.status.show(
                [
                    (f"criteria v{detail.criteria_version}", Ink.TEXT),
                    (f" · {frozen} · {needs}", Ink.DIM),
                ]
            )
        self.refresh_commands()

    def has(self, need: Need) -> bool:
        """Tell whether what a command needs is under the cursor."""
        item = self.item()
        kind = item.kind if item is not None else ""
        return {
            Need.STORE: self.app.is_open,
            Need.CANDIDATES: self._panel is not None and self._panel.detail.row.total > 0,
            Need.LINE: kind in {"criterion", "policy", "level", "version"},
            Need.CRITERION: kind == "criterion",
            Need.DROPPABLE: kind in {"criterion", "dropped"},
        }.get(need, True)

    # -- changes -------------------------------------------------------------------------------------

    async def make(self, *edits: Edit) -> bool:
        """Change criteria; tells whether it was done."""
        return await self._change(edits)

    async def _change(
        self, edits: Sequence[Edit] = (), *, policy: str | None = None, crosswalk: Crosswalk | None = None
    ) -> bool:
        """Make a change at once, or after the freeze with a reason and a look at who flips."""
        panel = self._panel
        if panel is None:
            return False
        reason = None
        anew = policy is not None or crosswalk is not None or any(map(touches_criteria, edits))
        if panel.detail.frozen_at is not None and anew:
            reason = await self._reason(edits, policy, crosswalk)
            if reason is None:
                return False
        change = partial(
            self.services.criteria.change,
            self._vacancy,
            edits,
            policy=policy,
            crosswalk=crosswalk,
            reason=reason,
        )
        title = panel.detail.row.title
        return bool(await change_beside(self, (self._vacancy, title), lambda s: change(steps=s), self._tell))

    async def _reason(
        self, edits: Sequence[Edit], policy: str | None, crosswalk: Crosswalk | None
    ) -> str | None:
        """Show who would flip, and ask why the criteria change."""
        self.flash("looking who would flip …", Ink.DIM)
        try:
            flips = await self.services.criteria.preview(
                self._vacancy, edits, policy=policy, crosswalk=crosswalk
            )
        except RecruiterError as refusal:
            self.failed(refusal)
            return None
        self.flash("")
        told = [
            (
                f"{flip_count(flips)}; everybody is screened again under a new version",
                Ink.OPEN if flips else Ink.DIM,
            ),
            ("The findings of the version in force are kept and stay computable.", Ink.DIM),
        ]
        return await self.app.push_screen_wait(
            FlipsDialog("Before the change", told, flips, self._asked(), self._people, reason=True)
        )

    def _tell(self, done: CriteriaChanged) -> None:
        """Show who flipped."""
        if not done.flips:
            return
        told = [
            (done.changed.summary, Ink.TEXT),
            (f"{flip_count(done.flips)}; version {done.version} holds now, u takes it back", Ink.DIM),
        ]
        self.app.push_screen(FlipsDialog("Done", told, done.flips, self._asked(), self._people))

    def _asked(self) -> dict[str, str]:
        notice = self.notice
        return {one.id: shown_criterion(one) for one in notice.criteria} if notice is not None else {}

    def _people(self, keys: Sequence[int]) -> Sequence[ApplicationRow]:
        return self.services.candidates.rows_now(keys)

    # -- what is under the cursor --------------------------------------------------------------------

    def action_change(self) -> None:
        """Change what is under the cursor, or open the version."""
        item = self.item()
        if item is None:
            return
        if item.kind == "criterion":
            self.action_correct()
        elif item.kind == "dropped":
            self.action_drop()
        elif item.kind == "level":
            self.change_level(item.name)
        elif item.kind == "version":
            self.open_version(int(item.name))
        elif item.name == "profile":
            self.change_profile()
        elif item.kind == "policy":
            self.change_switch(item.name)

    @work(group="ask", exclusive=True)
    async def action_turn(self) -> None:
        """Turn essential into an advantage, or back."""
        one = self.criterion()
        if one is not None:
            await self.make(Turn(one.id))

    @work(group="ask", exclusive=True)
    async def action_drop(self) -> None:
        """Take the criterion out, or put a dropped one back."""
        item = self.item()
        if item is not None:
            await self.make(PutBack(item.name) if item.kind == "dropped" else Drop(item.name))

    @work(group="ask", exclusive=True)
    async def action_profile(self) -> None:
        """Ask for another profile, wherever the cursor stands."""
        await self._profile()

    @work(group="ask", exclusive=True)
    async def change_profile(self) -> None:
        """Ask for another profile."""
        await self._profile()

    async def _profile(self) -> None:
        from recruiter_tui.tui.dialogs.menu import MenuDialog

        if self._panel is None:
            return
        offers = [(_LETTERS[n], f"{one.title}  {one.id}", one.id) for n, one in enumerate(PROFILES)]
        offers.append(("0", "none: the program's defaults", DEFAULT_POLICY.spec))
        held = self._panel.policy.profile or None
        chosen = await self.app.push_screen_wait(MenuDialog("Screen under which profile?", offers, held))
        if chosen is not None:
            await self._change(policy=chosen)

    @work(group="ask", exclusive=True)
    async def change_switch(self, name: str) -> None:
        """Ask how one switch of the policy shall stand."""
        from recruiter_tui.tui.dialogs.menu import MenuDialog

        panel = self._panel
        if panel is None:
            return
        question = next(one.question for one in SWITCHES if one.name == name)
        if name.endswith("_months"):
            held = getattr(panel.policy, name)
            value = await self._ask(
                question,
                [("now", worded(panel.policy, name))],
                "none" if held is None else str(held),
                lambda words: worded(with_switch(panel.policy, name, words or "none"), name),
                "a number of months, or none for no limit",
            )
            value = None if value is None else value or "none"
        else:
            offers = [
                (_LETTERS[n], worded(with_switch(panel.policy, name, word), name), word)
                for n, (_value, word) in enumerate(choices(name))
            ]
            now = next(word for value, word in choices(name) if value == getattr(panel.policy, name))
            value = await self.app.push_screen_wait(MenuDialog(question, offers, now))
        if value is not None:
            wanted = with_switch(panel.policy, name, value)
            if wanted == panel.policy:
                self.flash("this is how it stands already")
            else:
                await self._change(policy=wanted.spec)

    @work(group="ask", exclusive=True)
    async def change_level(self, level: str) -> None:
        """Ask on which rungs a level stands here."""
        panel = self._panel
        if panel is None:
            return
        low, high = panel.crosswalk.table()[level]
        names = {name: rung for rung, name in RUNG_NAMES.items()}

        def read(words: str) -> tuple[int, int]:
            parts = [part.strip().lower() for part in words.split(" to ")]
            if not parts or any(part not in names for part in parts) or len(parts) > 2:  # noqa: PLR2004 - low to high
                problem = f"{words.strip()!r} names no rung"
                raise Refused(problem, f"write one of {', '.join(names)}, or two as low to high")
            return names[parts[0]], names[parts[-1]]

        line = await self._ask(
            f"Where does {level} stand? Not official",
            [("now", rung_words(low, high))],
            rung_words(low, high),
            lambda words: rung_words(*_placed(panel.crosswalk, level, read(words))),
            ", ".join(names),
        )
        if line is not None:
            wanted = panel.crosswalk.moved(level, *read(line))
            if wanted != panel.crosswalk:
                await self._change(crosswalk=wanted)

    @work(group="ask", exclusive=True)
    async def open_version(self, number: int) -> None:
        """Show a version: what it asked, why it came, who flipped, and whether it still computes the same."""
        panel = self._panel
        one = next((one for one in panel.versions if one.number == number), None) if panel else None
        if one is None:
            return
        self.flash("computing the version again …", Ink.DIM)
        try:
            flips = await self.services.criteria.flips(self._vacancy, number)
            computed = await self._computed(number)
        except RecruiterError as refusal:
            self.failed(refusal)
            return
        self.flash("")
        told = [*_version_words(one), *computed]
        told.append((flip_count(flips) if number > 1 else "the first version: nobody flipped", Ink.TEXT))
        await self.app.push_screen_wait(
            FlipsDialog(f"Criteria, version {number}", told, flips, self._asked(), self._people)
        )

    async def _computed(self, number: int) -> list[tuple[str, Ink]]:
        """Return whether computing a version again gives what was stored."""
        try:
            found = await self.services.criteria.as_of(self._vacancy, number)
        except RecruiterError as refusal:
            return [(str(refusal), Ink.DIM)]
        outcomes = [one.outcome for one in found.applications]
        counts = {word: sum(one == word for one in outcomes) for word in dict.fromkeys(outcomes) if word}
        tally = ", ".join(f"{count} {word.value}" for word, count in counts.items())
        lines = [(f"{len(outcomes)} applications: {tally or 'nobody judged'}", Ink.TEXT)]
        if found.differences:
            return [*lines, (f"computed again: {len(found.differences)} findings differ", Ink.NOT_MET)]
        return [*lines, ("computed again from the stored inputs: no difference", Ink.MET)]

    def action_screen_again(self) -> None:
        """Judge everybody anew, in the background."""
        if self._panel is not None:
            screen_again(self, self._vacancy, self._panel.detail.row.title)

    def action_what_if(self) -> None:
        """Try other rules."""
        from recruiter_tui.tui.screens.whatif import WhatIfScreen

        self.app.push_screen(WhatIfScreen(self._vacancy))

    @work(group="write")
    async def action_undo(self) -> None:
        """Take the last change back."""
        await self.carry_out(self.services.history.undo())

    @work(group="write")
    async def action_redo(self) -> None:
        """Make the change again that was taken back."""
        await self.carry_out(self.services.history.redo())


def _placed(crosswalk: Crosswalk, level: str, rungs: tuple[int, int]) -> tuple[int, int]:
    """Return where a level would stand; raises Refused for rungs that it cannot stand on."""
    return crosswalk.moved(level, *rungs).table()[level]


def _version_words(one: Version) -> list[tuple[str, Ink]]:
    """Return a version in lines: who made it, under which policy, why, and what it asks."""
    policy = Policy.named(one.policy).spec if one.policy else "as the vacancy had it"
    lines = [
        (f"made by {one.made_by} · {frozen_words(one.frozen_at, year=True)} · policy {policy}", Ink.DIM),
        (f"SHA-256 {one.digest}", Ink.FAINT),
    ]
    if one.reason:
        lines.append((f"“{one.reason}”", Ink.TEXT))
    lines += [(change, Ink.DIM) for change in one.changes]
    asked = "; ".join(shown_criterion(criterion) for criterion in one.criteria)
    return [*lines, (f"asks: {asked}", Ink.TEXT)] if asked else lines
