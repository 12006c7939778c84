"""Facets: what occurs in every field under the filter, and how many; choosing a value narrows at once."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Final

from textual import work
from textual.binding import Binding, BindingType
from textual.widgets import Static

from recruiter_tui.domain.errors import RecruiterError
from recruiter_tui.tui.dialogs.base import Dialog
from recruiter_tui.tui.signs import Ink, disposition_sign, outcome_sign
from recruiter_tui.tui.text import content, joined, safe
from recruiter_tui.tui.widgets.facet_grid import FacetGrid, Value

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.app import ComposeResult


_BROAD: Final = 150
"""Cells of a terminal from which the candidates stay in sight beside the facets."""


class FacetsDialog(Dialog[str]):
    """Reads the counts itself; the filter that it makes is the desk's at once, and stays when it closes."""

    title_text = "Facets"
    hint = "enter and · o or · n not · again: off · ← → columns · u back · esc closes"
    AUTO_FOCUS = "FacetGrid"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q,f", "close", show=False),
        Binding("u,backspace", "back", show=False),
    ]

    def __init__(self, vacancy: str, total: int, query: str, apply: Callable[[str], None]) -> None:
        """Take the vacancy, how many applied, the filter that holds, and what sets another."""
        super().__init__(classes="facets-dialog")
        self._vacancy = vacancy
        self._total = total
        self._query = query
        self._before: list[str] = []
        self._apply = apply

    def body(self) -> ComposeResult:
        """Give the filter with its count, and the grid."""
        yield Static(content(""), classes="facets-filter", markup=False)
        yield FacetGrid()

    def on_mount(self) -> None:
        """Read the counts; where there is room, stand beside the list that narrows."""
        self.set_class(self.app.size.width >= _BROAD, "-beside")
        self.read()

    @work(group="facets", exclusive=True)
    async def read(self) -> None:
        """Count under the present filter; the values of a field that it asks for, under the rest of it.

        So the values beside a chosen one still say how many they would add.
        """
        from recruiter_tui.domain.query_editing import pieces, standing, without
        from recruiter_tui.services.filters import meaning

        query, filters = self._query, self.app.services.filters
        try:
            counted = await filters.facets(self._vacancy, query)
            for field in {piece.field for piece in pieces(query) if piece.field in counted}:
                if field is not None:
                    counted |= await filters.facets(self._vacancy, without(query, field), (field,))
            count = await filters.count(self._vacancy, query)
        except RecruiterError as refusal:
            self.complain(str(refusal))
            return
        if query != self._query:
            return
        shown = {
            field: [
                Value(
                    condition := f"{field}{value}" if value.startswith(">") else f"{field}:{value}",
                    meaning(field, value) or _word(field, value),
                    number,
                    standing(query, condition),
                )
                for value, number in values
            ]
            for field, values in counted.items()
        }
        self.query_one(FacetGrid).show(shown)
        self.query_one(".facets-filter", Static).update(
            joined(
                ("/ ", Ink.ACCENT),
                (safe(query) or "everybody", Ink.STRONG if query else Ink.DIM),
                (f"   {count:,} of {self._total:,}", Ink.DIM),
            )
        )

    def on_facet_grid_chosen(self, message: FacetGrid.Chosen) -> None:
        """Narrow or widen by a value."""
        from recruiter_tui.domain.query_editing import chosen

        message.stop()
        self._before.append(self._query)
        self._show(chosen(self._query, message.condition, message.how))

    def action_back(self) -> None:
        """Take the last choice back."""
        if self._before:
            self._show(self._before.pop())

    def action_close(self) -> None:
        """Close; the filter stays."""
        self.dismiss(self._query)

    def _show(self, query: str) -> None:
        self._query = query
        self._apply(query)
        self.read()


def _word(field: str, value: str) -> str:
    """Return a value as the lists show it: outcomes and dispositions by sign and word."""
    from recruiter_tui.domain.application import Disposition
    from recruiter_tui.domain.finding import Outcome

    if field == "disposition":
        return next((str(disposition_sign(one)) for one in Disposition if one.value == value), value)
    spoken = value.replace("-", " ")
    return next((str(outcome_sign(one)) for one in Outcome if one.value == spoken), value.strip('"'))
