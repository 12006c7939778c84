"""Two records become one: every field that differs is chosen, none is guessed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar, Final

from textual.binding import Binding, BindingType

from recruiter_tui.domain.merging import Which, differing, suggested
from recruiter_tui.tui.commands import MOVES
from recruiter_tui.tui.dialogs.base import Dialog
from recruiter_tui.tui.drawing.duplicates import values
from recruiter_tui.tui.signs import Ink
from recruiter_tui.tui.text import fit, safe
from recruiter_tui.tui.widgets.lines import Lines, Run

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.app import ComposeResult
    from textual.events import Click, Key

    from recruiter_tui.domain.merging import MergeField
    from recruiter_tui.services.person_views import Person

_LABEL: Final = 13
_HEAD: Final = 2


@dataclass(frozen=True, slots=True)
class MergeWish:
    """Which record stays, which goes into it, and whose values stand."""

    keep: int
    other: int
    choices: Mapping[str, Which]


class MergeTable(Lines, can_focus=True):
    """The fields that differ, the chosen side lit."""

    GROUND = "bar"
    DEFAULT_CSS = "MergeTable { height: auto; width: 1fr; }"

    def __init__(self, one: Person, other: Person) -> None:
        """Take the two records; the first one stays."""
        super().__init__()
        self.one, self.other = one, other
        self.fields: tuple[MergeField, ...] = differing(one.candidate, other.candidate)
        self.choices = suggested(one.candidate, other.candidate)
        self.cursor = 0

    def get_content_height(self, *_args: object) -> int:
        """Return a line for each field below the names."""
        return _HEAD + max(1, len(self.fields))

    def runs(self, y: int, width: int) -> Sequence[Run]:
        """Draw the names, or one field with both values."""
        each = max(8, (width - _LABEL - 6) // 2)
        if y == 0:
            names = (fit(safe(person.name), each) for person in (self.one, self.other))
            return [(" " * (_LABEL + 2), Ink.DIM), (next(names), Ink.STRONG), ("    ", Ink.DIM),
                    (next(names), Ink.STRONG)]  # fmt: skip
        place = y - _HEAD
        if place < 0:
            return ()
        if not self.fields:
            return [("  the two records say the same; papers and applications come together", Ink.DIM)]
        if place >= len(self.fields):
            return ()
        field = self.fields[place]
        chosen = self.choices[field.id]
        here = place == self.cursor and self.has_focus
        runs: list[Run] = [("▸ " if here else "  ", Ink.ACCENT), (fit(field.label, _LABEL), Ink.DIM)]
        for which, person in ((Which.KEEP, self.one), (Which.OTHER, self.other)):
            lit = chosen in (which, Which.BOTH)
            words = ", ".join(values(person.candidate, field)) or "not stated"
            runs += [
                ("● " if lit else "  ", Ink.ACCENT),
                (fit(words, each), Ink.STRONG if lit else Ink.FAINT),
            ]
        return runs

    def on_key(self, event: Key) -> None:
        """Move between fields, and choose a side."""
        how = MOVES.get(event.key) or MOVES.get(event.character or "")
        side = {"left": Which.KEEP, "right": Which.OTHER, "b": Which.BOTH}.get(event.key)
        if event.key == "space" and self.fields:
            side = Which.OTHER if self.choices[self.fields[self.cursor].id] is Which.KEEP else Which.KEEP
        if how in ("down", "up") and self.fields:
            self.cursor = (self.cursor + (1 if how == "down" else -1)) % len(self.fields)
        elif side is not None and self.fields:
            self.choose(side)
        else:
            return
        event.stop()
        event.prevent_default()
        self.refresh()

    def choose(self, side: Which) -> None:
        """Choose a side for the field under the cursor; both only where a fact can have several values."""
        field = self.fields[self.cursor]
        if side is not Which.BOTH or field.is_list:
            self.choices[field.id] = side

    def on_click(self, event: Click) -> None:
        """Choose the side that was clicked."""
        place = event.y - _HEAD
        if 0 <= place < len(self.fields):
            self.cursor = place
            middle = _LABEL + 2 + (self.size.width - _LABEL - 2) // 2
            self.choose(Which.KEEP if event.x < middle else Which.OTHER)
            self.refresh()

    def on_focus(self) -> None:
        """Show the cursor."""
        self.refresh()


class MergeDialog(Dialog[MergeWish]):
    """Asks whose values stand, field by field."""

    hint = "↑ ↓ field · ← → or space side · b both · enter merges · esc cancels"
    AUTO_FOCUS = "MergeTable"
    BINDINGS: ClassVar[list[BindingType]] = [Binding("enter", "merge", show=False)]
    CSS = "MergeDialog .dialog { width: 110; }"

    def __init__(self, one: Person, other: Person) -> None:
        """Take the two records; the first one stays."""
        super().__init__()
        self.title_text = "Merge into one person; papers of both and all applications stay"
        self.table = MergeTable(one, other)

    def body(self) -> ComposeResult:
        """Give the fields."""
        yield self.table

    def action_merge(self) -> None:
        """Take the choices."""
        chosen = {field.id: self.table.choices[field.id] for field in self.table.fields}
        self.dismiss(MergeWish(self.table.one.id, self.table.other.id, chosen))
