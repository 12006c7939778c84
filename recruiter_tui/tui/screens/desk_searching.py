"""The desk's filter, facets, saved views and search everywhere: ways to the people who are wanted."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from textual import work

from recruiter_tui.domain.errors import RecruiterError
from recruiter_tui.tui.screens.desk_panes import Panes

if TYPE_CHECKING:
    from textual.timer import Timer
    from textual.worker import Worker

    from recruiter_tui.services.saved_views import View
    from recruiter_tui.services.search import Hit
    from recruiter_tui.tui.widgets.filter_bar import FilterBar
    from recruiter_tui.tui.widgets.source import Key

_PREPARE_AFTER: Final = 0.3
"""Seconds for which a vacancy stays open before its filters are prepared."""
_SHORT: Final = 3
"""Characters of a last word, its blank among them, that is taken for the beginning of a field's name."""
_MANY: Final = 20_000
"""Candidates beyond which filters are prepared only once somebody begins to filter."""


Asked = tuple[str, str, str]
"""Vacancy, filter and order."""


class Searching(Panes, is_part=True):
    """What finds people: in the vacancy, and in all of them."""

    _filter: FilterBar | None = None
    _rolled: Asked | None = None
    """The question whose rows are shown in full."""
    _preparing: Timer | None = None
    _prepared: tuple[str, int] = ("", 0)
    """The vacancy whose filters were prepared, and how many had applied: an import begins anew."""

    def read_candidates(self, vacancy: str, query: str, sort: str) -> Worker[None]:
        """Read who is in a vacancy under a filter."""
        raise NotImplementedError

    def _choose_vacancy(self, key: Key | None) -> None:
        """Show the candidates of a vacancy."""
        raise NotImplementedError

    def ends_typing(self) -> None:
        """Gather all whom the filter leaves now."""
        raise NotImplementedError

    def _still_asked(self, asked: Asked) -> bool:
        """Tell whether vacancy, filter and order are those of a question."""
        return self.vacancy is not None and asked == (self.vacancy.id, self.query_text, self.table.sort)

    def is_opening(self) -> bool:
        """Tell it also of people who are looked for: a verdict is not for those who stood here before."""
        if super().is_opening():
            return True
        rolled, vacancy = self._rolled, self.vacancy
        if rolled is None or vacancy is None or self._filter is not None or self.here == "vacancies":
            return False
        are_others = rolled[0] == vacancy.id or self.table.cursor_key is None
        return are_others and not self._still_asked(rolled) and self.works_on("roll")

    # -- filter --------------------------------------------------------------------------------------

    async def action_filter(self) -> None:
        """Open the line on which a filter is typed, in place of status and keys."""
        from recruiter_tui.tui.widgets.filter_bar import FilterBar

        if self._filter is None and self.vacancy is not None:
            vacancy, filters = self.vacancy.id, self.services.filters
            self.go_to_pane("candidates")
            self._filter = FilterBar(
                self.query_text,
                lambda text, cursor: filters.complete(vacancy, text, cursor),
                filters.recent(),
            )
            self.status.display = self.keys.display = False
            await self.mount(self._filter, before=self.status)
            self._filter.say_count(f"{self.table.source.total:,} of {self.vacancy.total:,}")
            self.prepare_filters()

    def set_filter(self, text: str) -> None:
        """Filter the candidates."""
        if text != self.query_text and self.vacancy is not None:
            self.query_text = text
            self.read_candidates(self.vacancy.id, text, self.table.sort)

    def on_filter_bar_typed(self, message: FilterBar.Typed) -> None:
        """Filter while the typing goes on; a word that may become a field empties no list on the way."""
        before = message.before
        if before is None:
            self.workers.cancel_group(self, "filter")
            self.set_filter(message.text)
        elif len(message.text) - len(before) <= _SHORT:
            self.set_filter(before)
        else:
            self._filter_where_anybody(message.text, before)

    @work(group="filter", exclusive=True)
    async def _filter_where_anybody(self, text: str, before: str) -> None:
        try:
            found = self.vacancy is not None and await self.services.filters.count(self.vacancy.id, text)
        except RecruiterError as refusal:
            self.failed(refusal)
            return
        self.set_filter(text if found else before)

    async def on_filter_bar_closed(self, message: FilterBar.Closed) -> None:
        """Put status and keys back; the filter stays visible there."""
        self.workers.cancel_group(self, "filter")
        self.set_filter(message.text)
        self.ends_typing()
        self.services.filters.remember(message.text)
        if self._filter is not None:
            await self._filter.close()
            self._filter = None
        self.status.display = self.keys.display = True
        self.go_to_pane("candidates")

    def on_filter_bar_stepped(self, message: FilterBar.Stepped) -> None:
        """Move in the table while the typing goes on."""
        self.table.move(message.how)

    def on_filter_bar_help_wanted(self) -> None:
        """Explain the language; the line stays open below."""
        from recruiter_tui.tui.dialogs.filter_help import FilterHelp

        self.app.push_screen(FilterHelp())

    def on_filter_bar_save_wanted(self, message: FilterBar.SaveWanted) -> None:
        """Keep the filter as a view."""
        self.save_view(message.text)

    def failed(self, refusal: RecruiterError) -> None:
        """Mark a fault of the filter on its line, also one that only the store could find."""
        from recruiter_tui.domain.query import QueryError

        if self._filter is not None and isinstance(refusal, QueryError):
            self._filter.complain(refusal)
        else:
            super().failed(refusal)

    # -- ahead of the first filter -------------------------------------------------------------------

    def prepare_filters_soon(self) -> None:
        """Prepare the vacancy's filters once it has been open for a moment."""
        if self._preparing is not None:
            self._preparing.stop()
        if self.vacancy is not None and self.vacancy.total <= _MANY:
            self._preparing = self.set_timer(_PREPARE_AFTER, self.prepare_filters)

    @work(group="prepare", exclusive=True)
    async def prepare_filters(self) -> None:
        """Read what filters look at, a column at a time, so that the first filter is as fast as the next."""
        if self.vacancy is None or self._prepared == (self.vacancy.id, self.vacancy.total):
            return
        self._prepared = (self.vacancy.id, self.vacancy.total)
        try:
            await self.services.filters.warm(self.vacancy.id, self.table.sort)
        except RecruiterError:
            self._prepared = ("", 0)  # the first filter will read it, and say what is wrong

    # -- facets and views ----------------------------------------------------------------------------

    def action_facets(self) -> None:
        """Show the values of all fields with their counts; choosing one narrows."""
        from recruiter_tui.tui.dialogs.facets import FacetsDialog

        if self.vacancy is not None:
            self.go_to_pane("candidates")
            facets = FacetsDialog(self.vacancy.id, self.vacancy.total, self.query_text, self.set_filter)
            self.app.push_screen(facets, lambda query: self.services.filters.remember(query or ""))

    @work(group="ask", exclusive=True)
    async def action_views(self) -> None:
        """Choose a saved view, or rename, drop or add one."""
        from recruiter_tui.tui.dialogs.views import ViewAct, ViewsDialog

        while self.vacancy is not None:
            views = await self.services.filters.views(self.vacancy.id)
            answer = await self.app.push_screen_wait(ViewsDialog(views, self.query_text, self.table.sort))
            if answer is None:
                return
            if answer.act is ViewAct.SAVE or answer.view is None:
                await self._save_view(self.query_text)
            elif answer.act is ViewAct.APPLY:
                self.apply_view(answer.view)
                return
            elif answer.act is ViewAct.DROP:
                await self.carry_out(
                    self.services.filters.drop_view(answer.view.name, vacancy=answer.view.vacancy)
                )
            else:
                await self._rename_view(answer.view)

    def apply_view(self, view: View) -> None:
        """Show a saved view: its filter in its order."""
        if self.vacancy is not None:
            self.query_text, self.table.sort = view.query, view.sort
            self.go_to_pane("candidates")
            self.read_candidates(self.vacancy.id, view.query, view.sort)

    @work(group="ask", exclusive=True)
    async def save_view(self, query: str) -> None:
        """Ask for a name and keep a filter under it."""
        await self._save_view(query)

    async def _save_view(self, query: str) -> None:
        from recruiter_tui.tui.dialogs.views import ViewNameDialog

        if self.vacancy is None:
            return
        taken = await self.services.filters.views(self.vacancy.id)
        named = await self.app.push_screen_wait(ViewNameDialog(query, self.table.sort, taken))
        if named is not None and self.vacancy is not None:
            place = None if named.everywhere else self.vacancy.id
            await self.carry_out(
                self.services.filters.save_view(named.name, query, self.table.sort, vacancy=place)
            )

    async def _rename_view(self, view: View) -> None:
        from recruiter_tui.tui.dialogs.views import ViewNameDialog

        named = await self.app.push_screen_wait(ViewNameDialog(view.query, view.sort, (), view.name))
        if named is not None and named.name != view.name:
            await self.carry_out(
                self.services.filters.rename_view(view.name, named.name, vacancy=view.vacancy)
            )

    # -- search everywhere ---------------------------------------------------------------------------

    def action_find(self) -> None:
        """Search all people and notices."""
        from recruiter_tui.tui.screens.find import FindScreen

        screen = FindScreen()
        self.app.push_screen(screen, lambda _none: self._go_to_hit(screen.answer))

    def _go_to_hit(self, hit: Hit | None) -> None:
        shown = hit is not None and self.go_to_application(hit.vacancy, hit.application)
        if shown and hit is not None and hit.application is None:
            self.action_notice()

    def go_to_application(self, vacancy: str, key: int | None) -> bool:
        """Show a vacancy, and one of its candidates there; a filter that hides that person goes.

        Tells whether the vacancy is on the desk.
        """
        place = self.list.source.index_of(vacancy)
        if place is None:
            self.flash("this vacancy is not on the desk; r reads everything again")
            return False
        if vacancy == self.vacancy_id() and key is not None and self.table.source.index_of(key) is None:
            self.query_text = ""
        self.list.go(place)
        self._choose_vacancy(vacancy)
        if key is not None:
            self.table.cursor_key = key
        self.go_to_pane("candidates" if key is not None else "vacancies")
        return True
