"""Tiers of candidates: a gate and an order, never points (R14-R17)."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from recruiter_tui.domain.finding import Finding, Outcome, Override
from recruiter_tui.domain.person import STATELESS
from recruiter_tui.domain.requirement import Tier
from recruiter_tui.domain.text import fold
from recruiter_tui.domain.truth import Truth, every, outcome_of, some
from recruiter_tui.domain.wording import Names, listed, quotation

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from recruiter_tui.domain.application import Application
    from recruiter_tui.domain.person import Candidate

_RULE = "R14-R17/1"
_GRADE = re.compile(r"\b(?:([PD])\s?-?\s?([1-7])|(ASG|USG))\b")
_ABOVE_P = {"P": 0, "D": 10}
_HIGHEST = 20
_WOMEN = frozenset({"female", "woman", "women", "f", "femme", "femenino", "feminino", "mujer", "mulher"})
_MEN = frozenset({"male", "man", "men", "m", "homme", "masculin", "masculino", "hombre", "homem"})
_NO_NAMES = Names()
EARLIER = "does not matter, because an earlier tier takes the applicant."
"""Ends what is said of a tier to whom an earlier one takes."""


@dataclass(frozen=True, slots=True)
class Membership:
    """Whether an applicant belongs to one tier by its own clauses, and the clause that says so."""

    criterion: Tier
    truth: Truth
    why: str
    """The deciding clause, to follow 'because'."""


@dataclass(frozen=True, slots=True)
class Placement:
    """The tier of an applicant, None where it cannot be told, with one finding for each tier criterion."""

    tier: int | None
    findings: tuple[Finding, ...]


def judge_tiers(
    tiers: Sequence[Tier],
    application: Application,
    candidate: Candidate,
    *,
    grade: str | None = None,
    overrides: Mapping[str, Override] | None = None,
    names: Names = _NO_NAMES,
) -> Placement:
    """Place an applicant in the first tier that takes him or her; a ruling on a tier's criterion decides it.

    An earlier tier that may take the applicant leaves the tier open. Whom no tier takes comes after the last,
    unless the notice has a tier for the rest. `grade` is the post's, for clauses from a grade up.
    """
    ruled = overrides or {}
    inputs = _inputs(application, candidate, grade)
    still_free: Truth = True
    tier: int | None = None
    findings = []
    for criterion in sorted(tiers, key=lambda known: known.tier):
        member = _membership(criterion, application, candidate, grade, names)
        finding = _finding(member, still_free, candidate, inputs)
        if criterion.id in ruled:
            finding = replace(finding, override=ruled[criterion.id])
        findings.append(finding)
        if finding.standing is Outcome.MET:
            tier = criterion.tier if tier is None else tier
            still_free = False
        elif finding.standing is Outcome.CANNOT_TELL and still_free:
            still_free = None
    if still_free and tiers and not any(criterion.rest for criterion in tiers):
        tier = max(criterion.tier for criterion in tiers) + 1
    return Placement(tier, tuple(findings))


def _inputs(application: Application, candidate: Candidate, grade: str | None) -> dict[str, object]:
    """Return what every tier looks at."""
    return {
        "internal": application.internal,
        "nationalities": [stated.value for stated in candidate.nationalities],
        "gender": candidate.gender.value,
        "grade": grade,
    }


def _membership(
    criterion: Tier, application: Application, candidate: Candidate, grade: str | None, names: Names
) -> Membership:
    """Return whether one of the tier's clauses takes the applicant, and why."""
    if criterion.rest:
        return Membership(criterion, truth=True, why="it takes everybody whom no earlier tier takes")
    clauses: list[tuple[Truth, str]] = []
    if criterion.internal:
        clauses.append((application.internal, _INTERNAL[application.internal]))
    if criterion.some_internal:
        known = None if application.internal else application.internal
        why = "the file does not tell the applicant's contract" if application.internal else ""
        clauses.append((known, why or _INTERNAL[application.internal]))
    if criterion.nationalities:
        clauses.append(_national_of(criterion.nationalities, candidate, names))
    if criterion.gender:
        clauses.append(_of_gender(criterion, candidate, grade))
    truth = some(known for known, _ in clauses)
    reasons = [why for known, why in clauses if known is truth]
    if truth is True:
        reasons = reasons[:1]
    return Membership(criterion, truth, listed(reasons) or "its clauses take nobody by rule")


_INTERNAL: Mapping[bool | None, str] = {
    True: "the applicant is internal",
    False: "the applicant is external",
    None: "the file does not say whether the applicant is internal",
}


def _national_of(countries: tuple[str, ...], candidate: Candidate, names: Names) -> tuple[Truth, str]:
    """Return whether any nationality on file is on the tier's list."""
    held = [stated.value for stated in candidate.nationalities]
    for code in held:
        if code in countries:
            return True, f"the list holds {names.country(str(code))}"
    if not held or None in held:
        return None, "the file states no nationality" if not held else "a nationality on file is unclear"
    known = ["the stateless" if code == STATELESS else names.country(str(code)) for code in held]
    return False, f"the list does not hold {listed(known, 'or')}"


def _of_gender(criterion: Tier, candidate: Candidate, grade: str | None) -> tuple[Truth, str]:
    """Return whether the clause for one gender applies to the post's grade and to the applicant."""
    high_enough = True if criterion.grade_from is None else _reaches(grade, criterion.grade_from)
    wanted = _gender(criterion.gender or "")
    stated = candidate.gender.value
    same = None if stated is None else _gender(stated) == wanted
    truth = every((high_enough, same))
    clause = f"the clause for {wanted} candidates"
    if high_enough is False:
        return truth, f"{clause} begins at {criterion.grade_from}"
    if truth is None:
        what = "the notice states no grade" if high_enough is None else "the file states no gender"
        return truth, f"{what} for {clause}"
    return truth, f"{clause} {'applies' if truth else 'does not apply'}"


def _gender(text: str) -> str:
    """Return a gender in one spelling."""
    folded = fold(text)
    if folded in _WOMEN:
        return "female"
    return "male" if folded in _MEN else folded


def _reaches(grade: str | None, limit: str) -> Truth:
    """Tell whether a post's grade is at or above another; grades of other ladders are not."""
    if grade is None:
        return None
    here, there = _height(grade), _height(limit)
    if there is None:
        return None
    return here is not None and here >= there


def _height(grade: str) -> int | None:
    """Return how high a grade of the international ladder stands, P-1 to under-secretary-general."""
    found = _GRADE.search(grade.upper())
    if not found:
        return None
    return _HIGHEST if found[3] else _ABOVE_P[found[1]] + int(found[2])


def _finding(
    member: Membership,
    still_free: Truth,
    candidate: Candidate,
    inputs: Mapping[str, object],
) -> Finding:
    """Return the finding on one tier, `still_free` telling whether no earlier tier takes the applicant."""
    criterion = member.criterion
    truth = every((still_free, member.truth))
    if still_free is False:
        reason = f"Tier {criterion.tier} {EARLIER}"
    elif truth is None and member.truth:
        reason = f"Whether tier {criterion.tier} takes the applicant depends on an earlier tier."
    else:
        reason = f"Tier {criterion.tier} {_VERBS[truth]} the applicant, because {member.why}."
    evidence = tuple(
        quotation(candidate, stated.spans, stated.text or stated.value or "")
        for stated in candidate.nationalities
        if criterion.nationalities and (stated.value or stated.text)
    )
    return Finding.on(
        criterion,
        outcome_of(truth),
        reason,
        {**inputs, "tier": criterion.tier},
        evidence,
        rule=_RULE,
    )


_VERBS: Mapping[bool | None, str] = {True: "takes", False: "does not take", None: "may take"}
