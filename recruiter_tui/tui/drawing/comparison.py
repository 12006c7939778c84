"""Applications side by side: a heading row of names, then a row for every fact and criterion, by family."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import Enum
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from recruiter_tui.domain.finding import Finding, Outcome
from recruiter_tui.domain.requirement import Kind
from recruiter_tui.services.views import ComparisonLine
from recruiter_tui.tui.drawing.cells import plain
from recruiter_tui.tui.drawing.findings import standing_piece, title_of
from recruiter_tui.tui.drawing.line import Line, Piece, line
from recruiter_tui.tui.drawing.names import JUDGED_BY_PEOPLE, day, in_order, minute, when
from recruiter_tui.tui.signs import Ink, disposition_sign, mark_sign, outcome_sign, person_sign
from recruiter_tui.tui.text import counted, cut, fit

if TYPE_CHECKING:
    from recruiter_tui.services.views import Comparison, Dossier

FACTS: Final = "Facts"
DIFFERENT: Final = "Differences"
EQUAL: Final = "The same for all"
_NONE: Final[Mapping[str, str]] = MappingProxyType({})
_LEAST: Final = 15
"""Cells that a column takes at least: sign and word of every outcome fit."""
_LABEL: Final = (14, 24, 56)
"""Cells of the labels: at least, as soon as a terminal is not narrow, and at most."""
_NARROW: Final = 80
_WISHED: Final = 36
"""Cells of a column that are granted before labels get more than they need."""
_SAME: Final = "="
"""Stands before what is the same as with the reference."""


class Mode(Enum):
    """Which rows are shown, and in which order; the value is its name."""

    FIRST = "differences first"
    ONLY = "differences only"
    ALL = "everything, by family"

    @property
    def next(self) -> Mode:
        """Return the mode that the key changes to."""
        modes = list(Mode)
        return modes[(modes.index(self) + 1) % len(modes)]


@dataclass(frozen=True, slots=True)
class Row:
    """One row: a heading, or a line with one cell for every application."""

    heading: str = ""
    line: ComparisonLine | None = None
    label: str = ""
    findings: tuple[Finding | None, ...] = ()
    """The finding behind each cell, where the line is a criterion."""


@dataclass(frozen=True, slots=True)
class Columns:
    """How the cells of a row are laid out, and which applications are in view."""

    label: int
    each: int
    shown: Sequence[int]
    pin: int | None = None
    """The reference that the others are held against; it is always in view, as the first."""

    @classmethod
    def fitting(
        cls, width: int, count: int, chosen: int, pin: int | None = None, longest: int = _LABEL[1]
    ) -> Columns:
        """Return the columns for a width: as many applications as fit, the chosen one among them.

        Labels get what columns of a good width leave, up to the `longest` of them.
        """
        least = min(_LABEL[1], max(_LABEL[0], width // 4)) if width < _NARROW else _LABEL[1]
        label = max(least, min(longest, _LABEL[2], width - 2 - count * _WISHED))
        room = max(0, width - label - 2)
        fits = max(1, min(count, room // (_LEAST + 1)))
        others = [place for place in range(count) if place != pin]
        beside = fits if pin is None else max(0, fits - 1)
        at = others.index(chosen) if chosen in others else 0
        first = max(0, min(at - beside // 2, len(others) - beside))
        shown = others[first : first + beside]
        if pin is not None:
            shown = [pin, *shown] if shown or chosen == pin else [chosen]
        return cls(label, max(1, room // fits - 1), shown, pin)


def in_words(comparison: Comparison, dossiers: Sequence[Dossier]) -> Comparison:
    """Return the comparison with its facts as people say them, without what the heading says already."""
    tiered = any(one.kind is Kind.TIER for dossier in dossiers for one in dossier.findings)
    hidden = {"disposition"} if tiered else {"disposition", "tier"}
    lines = tuple(
        one if one.criterion is not None else _told(one)
        for one in comparison.lines
        if one.criterion is not None or one.label not in hidden
    )
    return replace(comparison, lines=lines)


def _told(one: ComparisonLine) -> ComparisonLine:
    """Return a fact's line with its label and values in words."""
    label, say = _WORDS.get(one.label, (one.label.capitalize(), None))
    cells = tuple(say(cell) if say and cell != _SILENT else cell for cell in one.cells)
    return replace(one, label=label, cells=cells)


def _years(cell: str) -> str:
    return f"{cell} year" if cell == "1" else f"{cell} years"


def _here(cell: str) -> str:
    """Return an instant in the zone of this machine, so that two of them compare; without a zone as it is."""
    try:
        moment = dt.datetime.fromisoformat(cell)
    except ValueError:
        return cell
    return when(cell) if moment.tzinfo is None else minute(moment).strip()


def _dated(cell: str) -> str:
    return _DATE.sub(lambda found: day(found[0]), cell)


def _outcome(cell: str) -> str:
    return next((str(sign) for sign in map(outcome_sign, Outcome) if sign.word == cell), cell)


_SILENT: Final = "not stated"
_DATE: Final = re.compile(r"\b\d{4}-\d{2}(?:-\d{2})?\b")
_WORDS: Final[Mapping[str, tuple[str, Callable[[str], str] | None]]] = MappingProxyType(
    {
        "outcome": ("As a whole", _outcome),
        "internal": ("Internal candidate", None),
        "received": ("Received, time here", _here),
        "nationalities": ("National of", None),
        "residence": ("Lives in", None),
        "years of experience": ("Experience", _years),
        "degrees": ("Degrees", _dated),
    }
)
"""How a fact's line is called, and how its values are said."""


def rows_of(
    comparison: Comparison, dossiers: Sequence[Dossier], mode: Mode, asked: Mapping[str, str] = _NONE
) -> list[Row]:
    """Return the rows of a comparison.

    Args:
        comparison: The lines, differences first within them.
        dossiers: The compared applications in the same order, for the findings behind the cells.
        mode: Which rows are wanted, and in which order.
        asked: What each criterion asks, by its id.
    """
    ordered = _by_family(comparison, dossiers, asked)
    if mode is Mode.ALL:
        return _headed(ordered)
    different = [(DIFFERENT, row) for _, row in ordered if row.line and row.line.differs]
    equal = [(EQUAL, row) for _, row in ordered if row.line and not row.line.differs]
    return _headed(different if mode is Mode.ONLY else [*different, *equal])


def head_lines(comparison: Comparison, columns: Columns, width: int, chosen: int) -> list[Line]:
    """Return the three lines above the rows: names, how each stands, and how it lies to the reference."""
    names: list[Piece] = [(fit(_out_of(comparison, columns), columns.label + 2), Ink.FAINT)]
    stands: list[Piece] = [(" " * (columns.label + 2), Ink.TEXT)]
    held: list[Piece] = [(" " * (columns.label + 2), Ink.TEXT)]
    for place in columns.shown:
        row = comparison.applications[place]
        sign = disposition_sign(row.disposition)
        here = place == chosen
        mark = mark_sign() if here else " "
        name = fit(plain(row.name), columns.each - 1)
        names += [(mark, Ink.ACCENT), (name + " ", Ink.STRONG if here else Ink.TEXT)]
        stands += [(mark, Ink.ACCENT), (fit(str(sign), columns.each - 1) + " ", sign.ink)]
        held += [(mark, Ink.ACCENT), *_held(comparison, columns, place)]
    return [line(width, *names), line(width, *stands), line(width, *held)]


def _out_of(comparison: Comparison, columns: Columns) -> str:
    """Return which of the applications are in view, where not all of them are."""
    many = len(comparison.applications)
    if len(columns.shown) == many:
        return ""
    shown = sorted(place + 1 for place in columns.shown if place != columns.pin)
    first, last = (shown[0], shown[-1]) if shown else (columns.pin or 0, columns.pin or 0)
    return cut(f"  {first} to {last} of {many}" if first != last else f"  {first} of {many}", columns.label)


def differs_from(line: ComparisonLine, place: int, other: int) -> bool:
    """Tell whether two applications differ in a line: by outcome in a criterion, else by what is on file."""
    if line.criterion is not None:
        return line.outcomes[place] is not line.outcomes[other]
    return line.cells[place] != line.cells[other]


def _held(comparison: Comparison, columns: Columns, place: int) -> list[Piece]:
    """Return what stands under a name: that it is the reference, or in how many lines it differs from it."""
    if columns.pin is None:
        return [(" " * columns.each, Ink.TEXT)]
    if place == columns.pin:
        return [(fit("reference", columns.each - 1) + " ", Ink.ACCENT)]
    count = sum(differs_from(one, place, columns.pin) for one in comparison.lines)
    said = counted(count, "difference") if count else "no difference"
    return [(fit(said, columns.each - 1) + " ", Ink.DIM)]


def row_line(row: Row, columns: Columns, width: int) -> Line:
    """Return one row of the table."""
    if row.line is None and not row.heading:
        return line(width)
    if row.line is None:
        rule = "─" * max(0, width - len(row.heading) - 3)
        return line(width, ("  " + row.heading, Ink.DIM), (" " + rule, Ink.RULE))
    label = fit(row.label, columns.label)
    pieces: list[Piece] = [("  " + label, Ink.TEXT if row.line.differs else Ink.DIM)]
    for place in columns.shown:
        text, ink = _cell(row, place)
        if columns.pin not in (None, place) and not differs_from(row.line, place, columns.pin):
            text, ink = f"{_SAME} {text}", Ink.FAINT
        pieces += [(" ", Ink.TEXT), (fit(text, columns.each - 1) + " ", ink)]
    return line(width, *pieces)


def _cell(row: Row, place: int) -> Piece:
    """Return what stands in one cell: sign and word of an outcome, or a fact."""
    finding = row.findings[place] if row.findings else None
    if finding is not None:
        shown, ink = standing_piece(finding)
        return (f"{shown} {person_sign()}" if finding.override else shown), ink
    cell = plain(row.line.cells[place]) if row.line else ""
    sign = next((one for one in map(outcome_sign, Outcome) if str(one) == cell), None)
    return cell, sign.ink if sign else Ink.FAINT if cell == _SILENT else Ink.TEXT


def _by_family(
    comparison: Comparison, dossiers: Sequence[Dossier], asked: Mapping[str, str]
) -> list[tuple[str, Row]]:
    """Return the rows with the heading of their family, in the order of the families; facts come last."""
    held = [{finding.criterion: finding for finding in dossier.findings} for dossier in dossiers]
    order = in_order({one.criterion: one for each in held for one in each.values()}.values())
    families = {one.criterion: _family(one) for one in order}
    lines = {one.criterion: one for one in comparison.lines if one.criterion is not None}
    rows: list[tuple[str, Row]] = []
    for finding in order:
        found = lines.get(finding.criterion)
        if found is not None:
            known = finding.criterion in asked or _named_by_kind(finding, order)
            label = title_of(finding, asked) if known else plain(found.label)
            findings = tuple(each.get(finding.criterion) for each in held)
            rows.append((families[finding.criterion], Row(line=found, label=label, findings=findings)))
    facts = [one for one in comparison.lines if one.criterion is None]
    return [*rows, *((FACTS, Row(line=one, label=plain(one.label))) for one in facts)]


def _named_by_kind(finding: Finding, order: Sequence[Finding]) -> bool:
    """Tell whether the family's name says which criterion it is, because the family has only one."""
    several = sum(1 for one in order if one.kind is finding.kind) > 1
    return finding.kind not in JUDGED_BY_PEOPLE and not several


def _family(finding: Finding) -> str:
    """Return the heading under which a finding stands."""
    return "For you to judge" if finding.kind in JUDGED_BY_PEOPLE else "Criteria"


def _headed(rows: Sequence[tuple[str, Row]]) -> list[Row]:
    """Return the rows with a heading before each group."""
    shown: list[Row] = []
    last = ""
    for heading, row in rows:
        if heading != last:
            shown += [Row(), Row(heading)] if shown else [Row(heading)]
            last = heading
        shown.append(row)
    return shown
