"""What becomes of edits to a notice: on a draft at once, on a stored one as an act; undone, and stored."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, ClassVar, Protocol

from textual import work

from recruiter_tui.domain.errors import RecruiterError
from recruiter_tui.domain.notice_edit import touches_criteria
from recruiter_tui.tui.commands_base import Place
from recruiter_tui.tui.screens.notice_edits import NoticeEdits
from recruiter_tui.tui.screens.rescreening import change_beside
from recruiter_tui.tui.screens.room import Room

if TYPE_CHECKING:
    from recruiter_tui.domain.notice_edit import Edit
    from recruiter_tui.services.notices import Arrival, NoticeView
    from recruiter_tui.services.views import Changed


class Done(Protocol):
    """Is told a notice as it was left, and whether it was stored."""

    def __call__(self, arrival: Arrival, *, stored: bool) -> None:
        """Take note."""


class NoticeActs(NoticeEdits, is_part=True):
    """A notice that is stored, or a draft that is not yet."""

    PLACE: ClassVar[Place] = Place.NOTICE

    draft: Arrival | None
    _vacancy: str | None
    _view: NoticeView | None
    _done: Done | None
    _drafts: list[Arrival]
    _undone: list[Arrival]

    def _show(self) -> None:
        """Show the notice as it is now."""
        raise NotImplementedError

    async def make(self, *edits: Edit) -> bool:
        """Make edits: on a draft at once, on a stored notice as one act with a reason where one is needed."""
        if self.draft is not None:
            return await self._make_draft(*edits)
        view = self._view
        if view is None or self._vacancy is None:
            return False
        if not any(map(touches_criteria, edits)):
            return await self.carry_out(self.services.notices.edit(self._vacancy, edits)) is not None
        reason = None
        if view.detail.frozen_at is not None:
            reason = await self.ask_reason(view.detail.frozen_at)
            if reason is None:
                return False
        change = partial(self.services.criteria.change, self._vacancy, edits, reason=reason)
        place = (self._vacancy, view.detail.row.title)
        return await change_beside(self, place, lambda s: change(steps=s)) is not False

    async def _make_draft(self, *edits: Edit) -> bool:
        if self.draft is None:
            return False
        before, notice = self.draft, self.draft.notice
        try:
            for edit in edits:
                notice = self.services.notices.draft(notice, edit)
            self.draft = await self.services.notices.reread(before, notice)
        except RecruiterError as refusal:
            self.failed(refusal)
            return False
        self._drafts.append(before)
        self._undone.clear()
        self._show()
        return True

    @work(group="write")
    async def action_undo(self) -> None:
        """Take the last edit back."""
        if self.draft is None:
            await self.carry_out(self.services.history.undo())
        elif self._drafts:
            self._undone.append(self.draft)
            self.draft = self._drafts.pop()
            self._show()
            self.flash("taken back")
        else:
            self.flash("nothing was changed here yet")

    @work(group="write")
    async def action_redo(self) -> None:
        """Make the edit again that was taken back."""
        if self.draft is None:
            await self.carry_out(self.services.history.redo())
        elif self._undone:
            self._drafts.append(self.draft)
            self.draft = self._undone.pop()
            self._show()
        else:
            self.flash("nothing was taken back")

    @work(group="write")
    async def action_store(self) -> None:
        """Store the notice and go back."""
        if self.draft is None:
            return

        async def add() -> Changed:
            return (await self.services.vacancies.add([self.draft.notice])).changed if self.draft else None  # type: ignore[return-value]  # a draft stands here

        changed = await self.carry_out(add())
        if changed is None:
            return
        if self._done is not None:
            self._done(self.draft, stored=True)
        for below in self.app.screen_stack[:-1]:
            if isinstance(below, Room):
                below.status.last(changed.summary, can_undo=bool(changed.sequence))
        self.dismiss()
