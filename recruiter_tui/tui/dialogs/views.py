"""Saved views: choosing one, and naming one."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto
from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType
from textual.widgets import Input, Static

from recruiter_tui.services.saved_views import View
from recruiter_tui.tui.dialogs.base import Dialog
from recruiter_tui.tui.dialogs.choices import Choice, Choices
from recruiter_tui.tui.signs import Ink
from recruiter_tui.tui.text import content, cut, fit, joined, safe, stacked

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.app import ComposeResult

LONGEST_NAME = 60
_NAME = 22
_PLACE = 16
_DIGITS = "123456789"


class ViewAct(Enum):
    """What should be done with a view."""

    APPLY = auto()
    RENAME = auto()
    DROP = auto()
    SAVE = auto()


@dataclass(frozen=True, slots=True)
class ViewAnswer:
    """A view and what should be done with it; no view where the present filter should become one."""

    act: ViewAct
    view: View | None


@dataclass(frozen=True, slots=True)
class ViewName:
    """What a view is called, and whether it is for every vacancy."""

    name: str
    everywhere: bool


class ViewsDialog(Dialog[ViewAnswer]):
    """Lists the views: the vacancy's own and those for every vacancy."""

    title_text = "Views"
    AUTO_FOCUS = "Choices"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("s", "save", show=False),
        Binding("r", "act('RENAME')", show=False),
        Binding("d,delete", "act('DROP')", show=False),
        Binding("q,V", "dismiss(None)", show=False),
    ]

    def __init__(self, views: Sequence[View], query: str, sort: str) -> None:
        """Take the views, and the filter and order that hold now."""
        super().__init__(classes="views-dialog")
        self._views = tuple(views)
        self._query = query
        self._now = next(
            (n for n, view in enumerate(views) if (view.query, view.sort) == (query, sort)), None
        )
        keeps = "s saves the filter · " if query else ""
        self.hint = (
            f"enter applies · {keeps}r renames · d drops · esc closes" if views else f"{keeps}esc closes"
        )

    def body(self) -> ComposeResult:
        """Give a line for each view."""
        if self._views:
            yield Choices(
                [
                    Choice(_DIGITS[place] if place < len(_DIGITS) else " ", _runs(view), view)
                    for place, view in enumerate(self._views)
                ],
                cursor=self._now or 0,
                marked=self._now,
            )
        else:
            yield Static(
                stacked(
                    [
                        joined(("No view is saved yet.", Ink.TEXT)),
                        joined(("A view is a filter and an order under a name.", Ink.DIM)),
                        joined(
                            (
                                "s keeps the present filter as one." if self._query else "Filter first: /",
                                Ink.DIM,
                            )
                        ),
                    ]
                ),
                markup=False,
            )

    def on_choices_chosen(self, message: Choices.Chosen[View]) -> None:
        """Answer with the view."""
        self.dismiss(ViewAnswer(ViewAct.APPLY, message.value))

    def action_act(self, name: str) -> None:
        """Answer with what should be done with the view under the cursor."""
        if self._views:
            view = self._views[self.query_one(Choices).cursor]
            self.dismiss(ViewAnswer(ViewAct[name], view))

    def action_save(self) -> None:
        """Answer that the present filter should be kept."""
        if self._query:
            self.dismiss(ViewAnswer(ViewAct.SAVE, None))
        else:
            self.complain("There is no filter to keep: press / and write one.")


def _runs(view: View) -> tuple[tuple[str, Ink], ...]:
    place = "every vacancy" if view.vacancy is None else "this vacancy"
    order = "" if view.sort == "tier" else f"by {view.sort.removeprefix('-')}"
    reverse = " reversed" if view.sort.startswith("-") else ""
    return (
        (fit(safe(view.name), _NAME) + " ", Ink.STRONG),
        (fit(place, _PLACE), Ink.DIM),
        (safe(view.query) or "everybody", Ink.TEXT),
        (f"  {order}{reverse}" if order or reverse else "", Ink.DIM),
    )


class ViewNameDialog(Dialog[ViewName]):
    """Asks for a view's name, and whether it is for every vacancy."""

    AUTO_FOCUS = "Input"
    BINDINGS: ClassVar[list[BindingType]] = [Binding("tab", "place", show=False, priority=True)]

    def __init__(self, query: str, sort: str, taken: Sequence[View], name: str | None = None) -> None:
        """Take filter and order, the views that there are, and the name that a view is to lose."""
        super().__init__()
        self._renames = name is not None
        self._name = name or ""
        self._about = f"{query or 'everybody'}   by {sort}"
        self._taken = {(view.name, view.vacancy is None) for view in taken}
        self._everywhere = False
        self.title_text = f"Another name for {name}" if self._renames else "Keep this filter as a view"
        self.hint = (
            "enter renames · esc cancels"
            if self._renames
            else "enter keeps · tab this vacancy or every one · esc cancels"
        )

    def body(self) -> ComposeResult:
        """Give the filter, the line for the name and the place."""
        yield Static(joined((cut(safe(self._about), 200), Ink.DIM)), markup=False)
        yield Input(safe(self._name), placeholder="a name", max_length=LONGEST_NAME)
        yield Static(content(""), classes="view-place", markup=False)

    def on_mount(self) -> None:
        """Say for whom it is."""
        self._say()

    def on_input_changed(self) -> None:
        """Say whether another view of this name gives way."""
        self._say()

    def action_place(self) -> None:
        """Change between this vacancy and every one."""
        if not self._renames:
            self._everywhere = not self._everywhere
            self._say()

    def _say(self) -> None:
        if self._renames:
            return
        mark, other = ("● ", "  ")
        here, everywhere = (other, mark) if self._everywhere else (mark, other)
        name = self.query_one(Input).value.strip()
        replaces = (name, self._everywhere) in self._taken
        self.query_one(".view-place", Static).update(
            joined(
                (here, Ink.ACCENT),
                ("for this vacancy   ", Ink.DIM if self._everywhere else Ink.STRONG),
                (everywhere, Ink.ACCENT),
                ("for every vacancy   ", Ink.STRONG if self._everywhere else Ink.DIM),
                ("replaces the one there is" if replaces else "", Ink.OPEN),
            )
        )

    def on_input_submitted(self, message: Input.Submitted) -> None:
        """Answer with the name."""
        name = message.value.strip()
        if not name:
            self.complain("A view needs a name.")
        elif "/" in name:
            self.complain("A name cannot hold a slash.")
        else:
            self.dismiss(ViewName(name, self._everywhere))
