"""What counts of all findings of one application, as one short text beside its row.

A mark stands for a finding: a letter for the outcome (`!` after it where a person overruled it), then each
branch of an education criterion as `/degree.low.high`, then each flag after a semicolon; blanks part the
marks. Whoever was met by everything is `m m m/1.84.84/1.84.84;fte-not-stated o o`.
"""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING, Final

from recruiter_tui.domain.finding import Outcome
from recruiter_tui.domain.standing import Counted, Standing, standing_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from recruiter_tui.domain.finding import Finding
    from recruiter_tui.domain.truth import Truth

LETTERS: Final = {None: "o", Outcome.MET: "m", Outcome.CANNOT_TELL: "c", Outcome.NOT_MET: "n"}
OUTCOMES: Final = {letter: outcome for outcome, letter in LETTERS.items()}
OPEN: Final = LETTERS[None]
_OVERRULED, _BRANCH, _FLAG = "!", "/", ";"
_UNLISTED: Final = "u"
_TRUTHS: Final[dict[Truth, str]] = {True: "1", None: "2", False: "0"}
_TRUTH_OF: Final = {letter: truth for truth, letter in _TRUTHS.items()}


def marks_of(findings: Iterable[Finding]) -> str:
    """Return the marks of all findings, in their order."""
    return " ".join(map(mark_of, findings))


def mark_of(finding: Finding) -> str:
    """Return the mark of one finding."""
    if not (finding.flags or finding.override or "branches" in finding.inputs):
        return _letter(finding.outcome)
    return mark_of_standing(standing_of(finding))


def mark_of_standing(standing: Standing) -> str:
    """Return the mark of what counts of a finding."""
    told = _letter(standing.outcome)
    if standing.overruled:
        told += _OVERRULED
    if not standing.listed:
        told += _UNLISTED
    for one in standing.branches:
        told += f"{_BRANCH}{_TRUTHS[one.degree]}.{one.low}.{'' if one.high is None else one.high}"
    return told + "".join([_FLAG + plain(flag) for flag in standing.flags])


def _letter(outcome: Outcome | None) -> str:
    """Return the letter of an outcome; looking one up by hash takes several times as long."""
    if outcome is None:
        return OPEN
    if outcome is Outcome.MET:
        return "m"
    return "n" if outcome is Outcome.NOT_MET else "c"


@functools.lru_cache(maxsize=1_024)
def plain(flag: str) -> str:
    """Return a flag as lists and filters know it: without blanks, and without what parts marks."""
    return "-".join(flag.split()).replace(_FLAG, ",")


def standing(mark: str) -> Standing:
    """Return what a mark stands for, its flags as lists know them."""
    rest, *flags = mark.split(_FLAG)
    head, *branches = rest.split(_BRANCH)
    return Standing(
        OUTCOMES[head[0]],
        _OVERRULED in head,
        tuple(map(_counted, branches)),
        _UNLISTED not in head,
        tuple(flags),
        counted=bool(branches),
    )


@functools.lru_cache(maxsize=65_536)
def _counted(branch: str) -> Counted:
    """Return what stands for a branch; thousands of careers have some hundreds of them."""
    degree, low, high = branch.split(".")
    return Counted(_TRUTH_OF[degree], int(low), int(high) if high else None)


def outcome(mark: str) -> Outcome | None:
    """Return the outcome of a mark."""
    return OUTCOMES[mark[0]]


def flags(marks: Iterable[str]) -> tuple[str, ...]:
    """Return the flags of some marks, each once and in their order."""
    return tuple(sorted({flag for mark in marks if _FLAG in mark for flag in mark.split(_FLAG)[1:]}))
