"""Applications side by side: one line per fact or criterion, differences first (R44)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from recruiter_tui.domain.errors import Refused
from recruiter_tui.domain.finding import Finding, Outcome

FEWEST: Final = 2
MOST: Final = 6
_NOTHING = "not stated"
_FOR_A_PERSON = "for a person to judge"
_NO_FINDING = "not screened"


@dataclass(frozen=True, slots=True)
class Compared:
    """One application to compare: its facts as shown, by label in their order, and its findings."""

    name: str
    facts: Mapping[str, str]
    findings: tuple[Finding, ...] = ()


@dataclass(frozen=True, slots=True)
class Line:
    """One fact or criterion across the compared applications, one cell each."""

    label: str
    cells: tuple[str, ...]
    outcomes: tuple[Outcome | None, ...]
    """What stands for each where the line is a criterion, else None."""
    differs: bool
    criterion: str | None = None


def compare(applications: Sequence[Compared], labels: Mapping[str, str] | None = None) -> tuple[Line, ...]:
    """Return the lines, those that differ first, each group in the order of facts and criteria.

    `labels` names criteria by id; one without a label is shown by its id. Refused for fewer than two or more
    than six applications. Criteria differ by what stands, not by how their sentences are worded.
    """
    if not FEWEST <= len(applications) <= MOST:
        message = f"{len(applications)} applications cannot be compared side by side"
        raise Refused(message, f"mark {FEWEST} to {MOST}")
    facts = dict.fromkeys(label for compared in applications for label in compared.facts)
    criteria = dict.fromkeys(finding.criterion for compared in applications for finding in compared.findings)
    lines = [_fact_line(label, applications) for label in facts]
    lines += [_criterion_line(known, (labels or {}).get(known, known), applications) for known in criteria]
    return tuple(sorted(lines, key=lambda line: not line.differs))


def _fact_line(label: str, applications: Sequence[Compared]) -> Line:
    cells = tuple(compared.facts.get(label) or _NOTHING for compared in applications)
    return Line(label, cells, (None,) * len(cells), len(set(cells)) > 1)


def _criterion_line(criterion: str, label: str, applications: Sequence[Compared]) -> Line:
    findings = [
        next((known for known in compared.findings if known.criterion == criterion), None)
        for compared in applications
    ]
    outcomes = tuple(None if finding is None else finding.standing for finding in findings)
    screened = {finding is None for finding in findings}
    differs = len(set(outcomes)) > 1 or len(screened) > 1
    return Line(label, tuple(_cell(finding) for finding in findings), outcomes, differs, criterion)


def _cell(finding: Finding | None) -> str:
    """Return what stands and why; a person's ruling speaks in place of the machine."""
    if finding is None:
        return _NO_FINDING
    word = _FOR_A_PERSON if finding.standing is None else finding.standing.value
    why = finding.override.reason if finding.override else finding.reason
    return f"{word}: {why}"
