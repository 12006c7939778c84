"""The way from nothing to a shortlist in five steps, with the keys, and where one stands now."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, NamedTuple

from recruiter_tui.domain.application import Disposition
from recruiter_tui.domain.finding import Outcome
from recruiter_tui.tui.commands import by_id
from recruiter_tui.tui.signs import Ink, outcome_sign
from recruiter_tui.tui.text import cut, safe, width, wrapped

if TYPE_CHECKING:
    from recruiter_tui.services.views import VacancyRow
    from recruiter_tui.tui.widgets.lines import Run

_HERE: Final = "▸"
_TITLE: Final = 24
_NARROW: Final = 34
"""Cells below which titles stand alone."""
_LOW: Final = 24
"""Lines below which the explanations go."""


@dataclass(frozen=True, slots=True)
class Standing:
    """How far a vacancy has come."""

    vacancy: str = ""
    """Its title; empty where there is none yet."""
    people: int = 0
    judged: int = 0
    shortlisted: int = 0
    frozen: bool = False

    @property
    def step(self) -> int:
        """Return the number of the step that one stands at, 1 to 5."""
        if not self.vacancy:
            return 1
        if not self.people:
            return 2
        if not self.judged and not self.frozen:
            return 3
        return 4 if self.judged < self.people or not self.shortlisted else 5


class _Step(NamedTuple):
    title: str
    commands: tuple[str, ...]
    about: str


_STEPS: Final = (
    _Step(
        "Add a notice",
        ("notice.take",),
        "A file, a folder or a pattern. You see what was understood before it is stored.",
    ),
    _Step(
        "Take applications in",
        ("look.intake",),
        "CSV, XLSX, JSON, CVs, mails, whole folders; first as a preview.",
    ),
    _Step(
        "Look at the criteria",
        ("criteria.open", "notice.open"),
        "The rules judge everybody by themselves. The first verdict freezes the criteria.",
    ),
    _Step(
        "Judge",
        ("decide.shortlisted", "decide.longlisted", "decide.maybe", "decide.not-suitable", "pass.open"),
        "One key a verdict; the last one leads through them person by person.",
    ),
    _Step(
        "Hand the short list on",
        ("look.shortlist", "look.export"),
        "Rank it, look once more, export CSV, XLSX or JSON.",
    ),
)
_FOOT: Final = (
    "Nothing at hand? `recruiter-tui demo` opens a filled store of invented people. ? explains every screen."
)


def standing(row: VacancyRow | None, *, frozen: bool = False) -> Standing:
    """Return where a vacancy stands."""
    if row is None:
        return Standing()
    new = row.counts.get(Disposition.NEW, 0)
    return Standing(
        row.title or row.id,
        row.total,
        row.total - new,
        row.counts.get(Disposition.SHORTLISTED, 0),
        frozen,
    )


def steps_lines(here: Standing, cells: int, lines: int = 100, *, titled: bool = True) -> list[list[Run]]:
    """Return the steps as lines of at most `cells` cells; explanations only where there are enough lines.

    `titled` names the vacancy, where no heading does.
    """
    which = f": {safe(here.vacancy)}" if titled and here.vacancy else ""
    head = cut(f"From a notice to a short list{which}", cells - 2)
    drawn: list[list[Run]] = [[], [(f" {head}", Ink.STRONG)], []]
    roomy = lines >= _LOW and cells >= _NARROW
    for number, step in enumerate(_STEPS, 1):
        drawn.append(_title(step, number, here, cells))
        if roomy:
            drawn += [[("      " + line, Ink.DIM)] for line in wrapped(step.about, cells - 8)]
            drawn.append([])
    if roomy:
        drawn += [[(" " + line, Ink.FAINT)] for line in wrapped(_FOOT, cells - 2)]
    return drawn


def _title(step: _Step, number: int, here: Standing, cells: int) -> list[Run]:
    """Return sign, number, title, keys and count of a step; what is done is ticked, what is next is lit."""
    done, current = number < here.step, number == here.step
    met = outcome_sign(Outcome.MET)
    sign = (met.sign, met.ink) if done else (_HERE if current else " ", Ink.ACCENT)
    ink = Ink.STRONG if current else Ink.DIM if done else Ink.TEXT
    runs: list[Run] = [(" ", Ink.DIM), sign, (f" {number}  ", Ink.DIM), (step.title, ink)]
    taken = sum(width(text) for text, _ink in runs)
    keys = [by_id(name).spelled[0] for name in step.commands if by_id(name).keys]
    said = "  ".join(keys)
    if _TITLE + 5 + width(said) > cells:
        return runs
    runs.append((" " * max(1, _TITLE + 5 - taken), Ink.DIM))
    runs += [(f"{key}  ", Ink.ACCENT if current or done else Ink.FAINT) for key in keys]
    count = _count(number, here)
    room = cells - _TITLE - 5 - width(said) - 4
    return [*runs, (count, Ink.DIM)] if count and width(count) <= room else runs


def _count(number: int, here: Standing) -> str:
    """Return what there is of a step already."""
    if number == 2 and here.people:  # noqa: PLR2004 - the step of the people
        return f"{here.people:,} came in"
    if number == 4 and here.judged:  # noqa: PLR2004 - the step of the verdicts
        return f"{here.judged:,} of {here.people:,}"
    if number == 5 and here.shortlisted:  # noqa: PLR2004 - the step of the list
        return f"{here.shortlisted:,} on it"
    return ""
