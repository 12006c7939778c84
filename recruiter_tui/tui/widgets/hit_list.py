"""What a search over everything found: names, papers, notices, each with the passage that bears the words."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Final, NamedTuple

from textual.message import Message

from recruiter_tui.domain.application import Disposition
from recruiter_tui.domain.searching import passage
from recruiter_tui.tui.signs import Ink, disposition_sign
from recruiter_tui.tui.text import cut, fit, safe, width
from recruiter_tui.tui.widgets.lines import Lines, Run, spread, strip

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from textual.events import Click, MouseScrollDown, MouseScrollUp
    from textual.strip import Strip

    from recruiter_tui.domain.stated import Span
    from recruiter_tui.services.search import Hit

_INDENT: Final = "    "
_TITLE: Final = 34
_BROADEST: Final = 130
_DOUBLE: Final = 2


class Kind(StrEnum):
    """The groups of hits, in their order."""

    NAMES = "Names"
    PAPERS = "Papers"
    NOTICES = "Notices"


class _Row(NamedTuple):
    """One line of the list: of a hit, or of a group's head where there is no hit."""

    hit: int | None
    line: int
    kind: Kind


def kind_of(hit: Hit) -> Kind:
    """Return the group of a hit."""
    if hit.kind == "notice":
        return Kind.NOTICES
    return Kind.NAMES if hit.in_name else Kind.PAPERS


def lit(text: str, spans: Iterable[Span], ink: Ink) -> list[Run]:
    """Return a text with its spans lit."""
    runs: list[Run] = []
    at = 0
    for span in spans:
        runs += [
            (safe_part(text[at : span.start]), ink),
            (safe_part(text[span.start : span.end]), Ink.ACCENT),
        ]
        at = span.end
    return [*runs, (safe_part(text[at:]), ink)]


def safe_part(text: str) -> str:
    """Return a part of a line, clean, with the blanks at its ends."""
    shown = safe(text).strip()
    head, tail = " " * text[:1].isspace(), " " * (text[-1:].isspace() and len(text) > 1)
    return f"{head}{shown}{tail}" if shown else head


class HitList(Lines):
    """Hits in groups with a cursor; the line above keeps the focus."""

    class Opened(Message):
        """A hit was clicked twice."""

    def __init__(self) -> None:
        """Start empty."""
        super().__init__()
        self.hits: tuple[Hit, ...] = ()
        self.cursor = 0
        self.moved = False
        """Whether the cursor was moved since the words changed: then nothing is put in another order."""
        self._wanted: tuple[str, ...] = ()
        self._rows: list[_Row] = []
        self._top = 0
        self._empty = ""

    def show(self, hits: Sequence[Hit], words: str, *, empty: str) -> None:
        """Show what was found for some words; `empty` is said where that is nothing."""
        kinds = list(Kind)
        self.hits = tuple(sorted(hits, key=lambda hit: kinds.index(kind_of(hit))))
        self.cursor = self._top = 0
        self.moved = False
        self._wanted = tuple(words.split())
        self._empty = empty
        self._rows = list(self._laid_out())
        self.refresh()

    def _laid_out(self) -> Iterator[_Row]:
        before: Kind | None = None
        for place, hit in enumerate(self.hits):
            kind = kind_of(hit)
            if kind is not before:
                if before is not None:
                    yield _Row(None, 1, kind)
                yield _Row(None, 0, kind)
                before = kind
            yield _Row(place, 0, kind)
            if hit.passage and hit.passage != hit.title:
                yield _Row(place, 1, kind)

    @property
    def hit(self) -> Hit | None:
        """Return the hit under the cursor."""
        return self.hits[self.cursor] if self.hits else None

    def step(self, way: int) -> None:
        """Move the cursor."""
        self.go(self.cursor + way)

    def next_group(self, way: int) -> None:
        """Move to the first hit of the next group, round and round."""
        kinds = [kind for kind in Kind if any(kind_of(hit) is kind for hit in self.hits)]
        if kinds and self.hit is not None:
            wanted = kinds[(kinds.index(kind_of(self.hit)) + way) % len(kinds)]
            self.go(next(place for place, hit in enumerate(self.hits) if kind_of(hit) is wanted))

    def go(self, place: int) -> None:
        """Put the cursor on a hit, and the whole hit into view."""
        if not self.hits:
            return
        self.cursor = max(0, min(place, len(self.hits) - 1))
        self.moved = True
        lines = [number for number, row in enumerate(self._rows) if row.hit == self.cursor]
        first = lines[0] - (1 if self._rows[lines[0] - 1].hit is None else 0)
        self._top = min(self._top, max(0, first))
        self._top = max(self._top, lines[-1] - self.size.height + 1)
        self.refresh()

    # -- drawing -------------------------------------------------------------------------------------

    def paint(self, y: int, width: int) -> Strip:
        """Draw one line; both lines of the hit under the cursor stand on its ground."""
        if not self.hits:
            said = [("  " + self._empty, Ink.FAINT)] if y == 0 else []
            return strip(self.app, said, width)
        place = self._top + y
        if place >= len(self._rows):
            return strip(self.app, (), width)
        row = self._rows[place]
        ground = "cursor" if row.hit == self.cursor else "ground"
        return strip(self.app, self._runs(row, width), width, ground)

    def _runs(self, row: _Row, wide: int) -> Sequence[Run]:
        if row.hit is None:
            if row.line:
                return ()
            count = sum(kind_of(hit) is row.kind for hit in self.hits)
            return [(f"  {row.kind}", Ink.DIM), (f"  {count}", Ink.FAINT)]
        hit = self.hits[row.hit]
        if row.line:
            return [(_INDENT, Ink.DIM), *lit(hit.passage, hit.spans, Ink.DIM)]
        return self._title(hit, wide, here=row.hit == self.cursor)

    def _title(self, hit: Hit, wide: int, *, here: bool) -> Sequence[Run]:
        """Return name, vacancy and how the application stands, no further apart than the eye follows."""
        wide = min(wide, _BROADEST)
        sign = "▸ " if here else "  "
        room = max(12, min(_TITLE, wide // 2))
        title = cut(safe(hit.title), room)
        found = passage(title, self._wanted, reach=200) if self._wanted else None
        named = (
            lit(title, found.spans, Ink.STRONG) if found and found.text == title else [(title, Ink.STRONG)]
        )
        blank = " " * max(1, room - width(title) + 1)
        left: list[Run] = [("  ", Ink.DIM), (sign, Ink.ACCENT), *named, (blank, Ink.DIM)]
        right: list[Run] = []
        if hit.disposition is not None:
            stands = disposition_sign(Disposition(hit.disposition))
            right = [(fit(str(stands), 15), stands.ink)]
        place = f"{hit.place} · {hit.vacancy}" if hit.place else hit.vacancy
        return spread([*left, (safe(place), Ink.TEXT)], right, wide - 1)

    # -- mouse ---------------------------------------------------------------------------------------

    def on_click(self, event: Click) -> None:
        """Put the cursor on what was clicked; a double click goes there."""
        event.stop()
        place = self._top + event.y
        if place < len(self._rows) and (hit := self._rows[place].hit) is not None:
            self.go(hit)
            if event.chain >= _DOUBLE:
                self.post_message(self.Opened())

    def on_mouse_scroll_down(self, event: MouseScrollDown) -> None:
        """Move down."""
        event.stop()
        self.step(1)

    def on_mouse_scroll_up(self, event: MouseScrollUp) -> None:
        """Move up."""
        event.stop()
        self.step(-1)
