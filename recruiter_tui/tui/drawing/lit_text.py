"""A notice's text with what was understood of it: what is lit where, and the way from place to place."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from recruiter_tui.tui.drawing.source import foldable, stretches
from recruiter_tui.tui.signs import Ink

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from recruiter_tui.domain.stated import Span
    from recruiter_tui.tui.drawing.notice_items import Item
    from recruiter_tui.tui.drawing.source import SourceRow

    Place = tuple[Span, Item]
    """A span of the text, and what was understood there."""

_PAINT: Final = (Ink.DUTY, Ink.CRITERION, Ink.FIELD)
"""What lies on what: a field within a criterion stays to be seen."""
_PLAIN, _BOILERPLATE, _FIRST_PAINT = 0, 1, 2
CHOSEN, CURRENT = 8, 9
"""Looks of the passage that is being chosen, and of the item under the cursor."""
_INKS: Final = {_PLAIN: Ink.DIM, _BOILERPLATE: Ink.FAINT, CHOSEN: Ink.ACCENT, CURRENT: Ink.STRONG}
_GROUNDS: Final = ("ground", "ground", "duty-lit", "criterion-lit", "field-lit")


class LitText:
    """Every character belongs to a field, a criterion, a duty, to what every notice says, or to nothing."""

    def __init__(self, text: str, boilerplate: tuple[Span, ...] = (), items: Sequence[Item] = ()) -> None:
        """Light the items in a notice's text; `boilerplate` is what every notice says."""
        self.text = text
        self._boilerplate = boilerplate
        self._marks = _painted(text, boilerplate, items)
        lit = [(span, item) for item in items if item.family is not None for span in item.spans]
        self.places: list[Place] = sorted(((s, i) for s, i in lit if s.end > s.start), key=lambda at: at[0])
        self._signs: dict[int, Ink] = {}
        for span, item in sorted(self.places, key=lambda at: _PAINT.index(at[1].family or Ink.DUTY)):
            self._signs[span.start] = item.family or Ink.DUTY

    def folds(self) -> list[tuple[int, int]]:
        """Return what can be folded away: what every notice says, and nothing was understood of."""
        understood = self._marks.translate(bytes([0, 0, *range(2, 256)]))
        return foldable(self.text, self._boilerplate, understood)

    def family_in(self, row: SourceRow) -> Ink | None:
        """Return the family of what begins in a row, the one that matters most."""
        begins = [self._signs[place] for place in range(row.start, row.end) if place in self._signs]
        return max(begins, key=_PAINT.index) if begins else None

    def looks(self, row: SourceRow, apart: Sequence[Span], mark: int) -> Iterator[tuple[str, Ink, str]]:
        """Yield the runs of a row that look alike, with ink and ground; `apart` is set apart by `mark`."""
        end = row.start + len(self.text[row.start : row.end].rstrip())
        look = self._marks[row.start : end]
        for span in apart:
            first, last = max(span.start, row.start) - row.start, min(span.end, end) - row.start
            if last > first:
                look[first:last] = bytes([mark]) * (last - first)
        for first, last, one in stretches(look):
            ink = _INKS.get(one, Ink.TEXT) if one or self.places else Ink.TEXT
            ground = "cursor" if one in (CURRENT, CHOSEN) else _GROUNDS[one]
            yield self.text[row.start + first : row.start + last], ink, ground

    def next_place(self, here: tuple[Span, str] | None, top: int, way: int) -> Place | None:
        """Return the place behind or before `here`, a span and its item's key, or the first from `top` on."""
        if not self.places:
            return None
        if here is None:
            later = [n for n, (span, _item) in enumerate(self.places) if span.start >= top]
            number = (later[0] if later else 0) if way > 0 else (later[0] - 1 if later else -1)
        else:
            held = next((n for n, (span, item) in enumerate(self.places) if (span, item.key) == here), None)
            if held is None:
                held = sum(span < here[0] for span, _item in self.places) - (1 if way > 0 else 0)
            number = (held + way) % len(self.places)
        return self.places[number]

    def place_at(self, offset: int) -> Place | None:
        """Return the shortest place that a character lies in."""
        here = [(s, i) for s, i in self.places if s.start <= offset < s.end]
        return min(here, key=lambda at: at[0].end - at[0].start) if here else None


def _painted(text: str, boilerplate: tuple[Span, ...], items: Sequence[Item]) -> bytearray:
    """Return for every character of the text what it belongs to."""
    marks = bytearray(len(text))
    layers = [(_BOILERPLATE, boilerplate)]
    for number, family in enumerate(_PAINT, _FIRST_PAINT):
        layers.append((number, tuple(span for item in items if item.family is family for span in item.spans)))
    for mark, spans in layers:
        for start, end in spans:
            first, last = max(0, start), min(end, len(marks))
            if last > first:
                marks[first:last] = bytes([mark]) * (last - first)
    return marks
