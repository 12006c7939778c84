"""The desk's three panes: which one has the keys, how they share the width, what their titles say."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from recruiter_tui.tui import footers
from recruiter_tui.tui.screens.desk_doors import Doors
from recruiter_tui.tui.widgets.pane_bar import PaneBar, PaneTitle

if TYPE_CHECKING:
    from textual.events import DescendantFocus, Resize
    from textual.geometry import Size
    from textual.widget import Widget

    from recruiter_tui.services.views import VacancyRow
    from recruiter_tui.tui.widgets.source import Key
    from recruiter_tui.tui.widgets.vacancy_list import VacancyList

PANES: Final = ("vacancies", "candidates", "dossier")
_TITLES: Final = {"vacancies": "Vacancies", "candidates": "Candidates", "dossier": "Dossier"}
_NARROW: Final = 100
_BROAD: Final = 150
_SNUG: Final = 120
_LOW: Final = 30
_SIDES: Final = ("left", "right")
_LEAST: Final = 16
"""Cells of the narrowest pane."""
_MIDDLE: Final = 40
"""Cells that the candidates keep."""


class Panes(Doors, is_part=True):
    """Three panes in a wide terminal, one at a time in a narrow one."""

    list: VacancyList
    bar: PaneBar
    _vacancies: dict[Key, VacancyRow]
    _person = ""
    """The name of whose dossier is open."""

    def say(self) -> None:
        """Bring titles, status line and keys up to date."""
        raise NotImplementedError

    @property
    def panes(self) -> dict[str, Widget]:
        """Return the panes by name, from left to right."""
        return {"vacancies": self.list, "candidates": self.table, "dossier": self.pane}

    @property
    def here(self) -> str:
        """Return the pane that has the focus, or had it before somebody typed a filter."""
        return next((name for name in PANES if self.has_class(f"-at-{name}")), "vacancies")

    def go_to_pane(self, name: str) -> None:
        """Show a pane and give it the keys."""
        self._be_at(name)
        self.panes[name].focus()

    @property
    def remembered_pane(self) -> str:
        """Return the pane that had the keys when this store was left."""
        pane = self.app.memory.word("pane")
        return pane if pane in PANES else PANES[0]

    def remember_vacancy(self, row: VacancyRow | None) -> None:
        """Note which vacancy is looked at, and order its candidates as they were."""
        if row is not None:
            self.app.memory.note(vacancy=row.id)
            self.table.sort = self.app.memory.sort(row.id) or self.table.sort

    def guide(self, row: VacancyRow | None, query: str = "", shown: int = 0) -> None:
        """Let empty tables lead on, and the end of the list say what a filter hides."""
        from recruiter_tui.tui.drawing.steps import standing

        frozen = self.held_detail is not None and self.held_detail.frozen_at is not None
        self.table.guide(standing(row, frozen=frozen), query, shown)
        if self.list.guides != self.has_class("-narrow"):
            self.list.guides = self.has_class("-narrow")
            self.list.refresh()

    def copied_here(self) -> tuple[str, str] | None:
        """Return what is copied: the vacancy's reference, the applications' numbers, part of the dossier."""
        if self.here == "dossier":
            return self.copied_of_dossier()
        if self.here == "vacancies":
            return None if self.vacancy is None else ("reference", self.vacancy.reference or self.vacancy.id)
        numbers = [row.application for row in self.targets()]
        what = "application" if len(numbers) == 1 else f"{len(numbers)} applications"
        return (what, "\n".join(numbers)) if numbers else None

    def wanted_keys(self) -> tuple[str, ...]:
        """Return what matters in the pane that has the keys."""
        return footers.desk(
            self.here,
            vacancies=self.vacancy is not None,
            people=self.vacancy is not None and self.vacancy.total > 0,
            marks=bool(self.table.marks),
        )

    def _be_at(self, name: str) -> None:
        self.app.memory.note(pane=name)
        self.update_classes({f"-at-{other}": other == name for other in PANES})
        self.say()

    def action_pane(self, name: str) -> None:
        """Go to a pane by its name, or to the next or previous one."""
        place = PANES.index(self.here)
        if name in ("next", "previous"):
            name = PANES[(place + (1 if name == "next" else -1)) % len(PANES)]
        self.go_to_pane(name)

    def action_open(self) -> None:
        """Go one pane deeper."""
        self.go_to_pane(PANES[min(PANES.index(self.here) + 1, len(PANES) - 1)])

    def on_descendant_focus(self, event: DescendantFocus) -> None:
        """Follow the focus when the mouse moved it."""
        for name, pane in self.panes.items():
            if event.widget is pane and self.here != name:
                self._be_at(name)

    def fit(self, size: Size) -> None:
        """Share the width among the panes; known before the first picture, so that nothing jumps."""
        self.update_classes(
            {
                "-narrow": size.width < _NARROW,
                "-broad": size.width >= _BROAD,
                "-snug": size.width < _SNUG,
                "-low": size.height < _LOW,
            }
        )

    def on_resize(self, event: Resize) -> None:
        """Give broad terminals a broader list, and low ones no card."""
        self.fit(event.size)
        self.share_out(event.size.width)
        self.say()

    def share_out(self, cells: int) -> None:
        """Give the outer panes the widths that somebody chose, as far as there is room for the candidates."""
        narrow = self.has_class("-narrow")
        for side in _SIDES:
            wanted = self.app.memory.number(side)
            pane = self.query_one(f"#{side}")
            if wanted is None or narrow:
                pane.styles.clear_rule("width")
            else:
                pane.styles.width = max(_LEAST, min(wanted, (cells - _MIDDLE) // 2))

    def action_widen(self, cells: int) -> None:
        """Make the pane that has the keys wider, or narrower; the candidates take from the dossier."""
        if self.has_class("-narrow"):
            self.flash("one pane at a time has all the room there is")
            return
        side, way = (
            ("left", 1) if self.here == "vacancies" else ("right", 1 if self.here == "dossier" else -1)
        )
        width = self.query_one(f"#{side}").size.width + way * cells
        most = (self.app.size.width - _MIDDLE) // 2
        self.app.memory.note(**{side: max(_LEAST, min(width, most))})
        self.share_out(self.app.size.width)
        self.call_after_refresh(self.say)

    def on_record_table_opened(self) -> None:
        """Go one pane deeper after a double click."""
        self.action_open()

    def say_titles(self) -> None:
        """Bring the titles of the panes up to date; in a narrow terminal the trail."""
        vacancy = self.vacancy.title if self.vacancy else ""
        if self.has_class("-narrow"):
            crumbs = ("Vacancies", vacancy or "Candidates", self._person or "Dossier")
            self.bar.show(*crumbs[: PANES.index(self.here) + 1])
            self.bar.show_panes(())
            return
        about = {"vacancies": str(len(self._vacancies) or ""), "candidates": vacancy, "dossier": ""}
        self.bar.show_panes(
            [
                PaneTitle(str(n + 1), _TITLES[name], about[name], self.panes[name], self.here == name)
                for n, name in enumerate(PANES)
            ]
        )
