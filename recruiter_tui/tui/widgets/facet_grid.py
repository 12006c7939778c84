"""Fields on the left, the values of the field under the cursor on the right, with counts and bars."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar, Final

from textual.binding import Binding, BindingType
from textual.message import Message

from recruiter_tui.domain.query_editing import How
from recruiter_tui.tui.signs import Ink
from recruiter_tui.tui.text import cut, fit, safe
from recruiter_tui.tui.widgets.lines import Lines, Run, strip

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from textual.events import Click, MouseScrollDown, MouseScrollUp
    from textual.strip import Strip

_FIELD: Final = 21
_COUNT: Final = 8
_NARROWEST: Final = 18
_WIDEST: Final = 30
_BAR: Final = "━"
_SIGNS: Final = {How.AND: "● ", How.NOT: "- ", None: "  "}


@dataclass(frozen=True, slots=True)
class Value:
    """One value of a field: what the filter calls it, what it means, how many have it."""

    condition: str
    """As it stands in a filter: `tier:1`."""
    word: str
    count: int
    standing: How | None
    """Whether the filter asks for it, for its opposite, or for neither."""


class FacetGrid(Lines, can_focus=True):
    """Two columns with a cursor each; choosing a value posts how."""

    GROUND = "bar"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("j,down", "move(1)", show=False),
        Binding("k,up", "move(-1)", show=False),
        Binding("pagedown", "move(10)", show=False),
        Binding("pageup", "move(-10)", show=False),
        Binding("home,g", "move(-10000)", show=False),
        Binding("end,G", "move(10000)", show=False),
        Binding("right,l,tab", "side(True)", show=False),
        Binding("left,h,shift+tab", "side(False)", show=False),
        Binding("enter,space,a", "choose('and')", show=False),
        Binding("o", "choose('or')", show=False),
        Binding("n,minus", "choose('not')", show=False),
    ]

    class Chosen(Message):
        """A value was chosen."""

        def __init__(self, condition: str, how: How) -> None:
            """Carry the condition and how it joins the filter."""
            super().__init__()
            self.condition = condition
            self.how = how

    def __init__(self) -> None:
        """Start empty."""
        super().__init__()
        self._facets: Mapping[str, Sequence[Value]] = {}
        self._fields: list[str] = []
        self.field = ""
        self._at: dict[str, int] = {}
        self.in_values = False
        self.was_read = False

    def show(self, facets: Mapping[str, Sequence[Value]]) -> None:
        """Show other counts; cursors stay where they are."""
        self.was_read = True
        self._facets = facets
        self._fields = [name for name, values in facets.items() if values]
        if self.field not in self._fields:
            self.field = self._fields[0] if self._fields else ""
        self.in_values = self.in_values and bool(self._fields)
        self.refresh()

    @property
    def values(self) -> Sequence[Value]:
        """Return the values of the field under the cursor."""
        return self._facets.get(self.field, ())

    @property
    def _place(self) -> int:
        return min(self._at.get(self.field, 0), max(0, len(self.values) - 1))

    # -- keys ----------------------------------------------------------------------------------------

    def action_move(self, way: int) -> None:
        """Move the cursor of the column that has it."""
        if self.in_values:
            self._at[self.field] = max(0, min(self._place + way, len(self.values) - 1))
        elif self._fields:
            place = self._fields.index(self.field) + way
            self.field = self._fields[max(0, min(place, len(self._fields) - 1))]
        self.refresh()

    def action_side(self, in_values: bool) -> None:  # noqa: FBT001 - an action's parameter
        """Go to the values, or back to the fields."""
        self.in_values = in_values and bool(self.values)
        self.refresh()

    def action_choose(self, how: str) -> None:
        """Go from a field to its values, or choose the value."""
        if not self.in_values:
            self.action_side(in_values=True)
        elif self.values:
            self.post_message(self.Chosen(self.values[self._place].condition, How(how)))

    def on_click(self, event: Click) -> None:
        """Put the cursor where the click was; a second click chooses."""
        event.stop()
        if event.x < _FIELD:
            place = self._first(self._fields.index(self.field), len(self._fields)) + event.y
            if place < len(self._fields):
                self.field, self.in_values = self._fields[place], False
        elif event.y:
            place = self._first_value() + event.y - 1
            if place < len(self.values):
                again = self.in_values and place == self._place
                self._at[self.field], self.in_values = place, True
                if again:
                    self.action_choose(How.AND)
        self.refresh()

    def on_mouse_scroll_down(self, event: MouseScrollDown) -> None:
        """Move down."""
        event.stop()
        self.action_move(1)

    def on_mouse_scroll_up(self, event: MouseScrollUp) -> None:
        """Move up."""
        event.stop()
        self.action_move(-1)

    # -- drawing -------------------------------------------------------------------------------------

    def _first(self, place: int, count: int, lines: int | None = None) -> int:
        """Return the first entry of a column that keeps `place` in view."""
        room = self.size.height if lines is None else lines
        return max(0, min(place - room // 2, count - room))

    def _first_value(self) -> int:
        return self._first(self._place, len(self.values), self.size.height - 1)

    def paint(self, y: int, width: int) -> Strip:
        """Draw a field, the rule and a value, each column's cursor on its own ground."""
        left, left_ground = self._field_line(y)
        right, right_ground = self._value_line(y, width - _FIELD - 3)
        rule = strip(self.app, [(" │ ", Ink.RULE)], 3, self.GROUND)
        return type(rule).join(
            [
                strip(self.app, left, _FIELD, left_ground),
                rule,
                strip(self.app, right, max(0, width - _FIELD - 3), right_ground),
            ]
        )

    def _field_line(self, y: int) -> tuple[list[Run], str]:
        if not self._fields:
            return [("  nobody is inside" if y == 0 and self.was_read else "", Ink.FAINT)], self.GROUND
        place = self._first(self._fields.index(self.field), len(self._fields)) + y
        if place >= len(self._fields):
            return [], self.GROUND
        name = self._fields[place]
        here = name == self.field
        values = self._facets[name]
        asked = any(value.standing is not None for value in values)
        runs: list[Run] = [
            ("▸ " if here and not self.in_values else "  ", Ink.ACCENT),
            (fit(name, _FIELD - 8), Ink.STRONG if here else Ink.TEXT),
            ("● " if asked else "  ", Ink.ACCENT),
            (fit(str(len(values)), 4, "right"), Ink.DIM),
        ]
        return runs, ("cursor-idle" if self.in_values else "cursor") if here else self.GROUND

    def _value_line(self, y: int, cells: int) -> tuple[list[Run], str]:
        if not self._fields:
            said = "u takes the last choice back" if y == 0 and self.was_read else ""
            return [(said, Ink.FAINT)], self.GROUND
        if y == 0:
            return [(cut(f"  {self._about()}", cells), Ink.DIM)], self.GROUND
        place = self._first_value() + y - 1
        if place >= len(self.values):
            return [], self.GROUND
        value = self.values[place]
        here = self.in_values and place == self._place
        most = max((one.count for one in self.values), default=1) or 1
        word = max(_NARROWEST, min(_WIDEST, cells - _COUNT - 14))
        bar = max(0, cells - word - _COUNT - 8)
        length = -(-bar * value.count // most) if value.count else 0
        ink = Ink.FAINT if value.standing is How.NOT else Ink.STRONG if value.standing else Ink.TEXT
        runs: list[Run] = [
            ("▸ " if here else "  ", Ink.ACCENT),
            (_SIGNS[value.standing], Ink.ACCENT),
            (fit(safe(value.word), word), ink),
            (fit(f"{value.count:,}", _COUNT, "right") + "  ", Ink.DIM),
            (_BAR * length, _bar_ink(value, here=here)),
        ]
        return runs, "cursor" if here else self.GROUND

    def _about(self) -> str:
        from recruiter_tui.domain.query import describe_fields

        return dict(describe_fields()).get(self.field, "")


def _bar_ink(value: Value, *, here: bool) -> Ink:
    """Return the ink of a bar; on the cursor's ground a rule's would not be seen."""
    if value.standing is How.AND:
        return Ink.ACCENT
    return Ink.FAINT if here else Ink.RULE
