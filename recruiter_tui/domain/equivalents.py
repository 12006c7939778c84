"""What a policy accepts in place of the degree asked for: more years, or a certificate (R21, R25)."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from recruiter_tui.domain.requirement import Branch, DegreeLevel, FieldRule
from recruiter_tui.domain.text import fold

if TYPE_CHECKING:
    from recruiter_tui.domain.person import Candidate, Degree
    from recruiter_tui.domain.policy import Policy
    from recruiter_tui.domain.requirement import EducationExperience

IN_LIEU: Final = "a first degree with more years is accepted by the policy"
CERTIFICATE: Final = "a professional certificate counts as an advanced degree by the policy"
_CERTIFICATES = re.compile(
    r"\b(?:cpa|acca|fcca|cima|cipfa|cfa|certified public accountant|chartered accountant"
    r"|chartered financial analyst|expert[- ]comptable|comptable agree|contadora? public[oa]"
    r"|censor jurado de cuentas|revisor oficial de contas)\b"
)


def criterion_under(criterion: EducationExperience, policy: Policy) -> EducationExperience:
    """Return the criterion with the branch that the policy adds: a first degree with more months (R21).

    Only where the notice asks for an advanced degree and names no first degree itself; the branch comes last.
    """
    if policy.in_lieu_months is None:
        return criterion
    advanced = [branch for branch in criterion.alternatives if branch.degree is DegreeLevel.MASTER]
    if not advanced or any(branch.degree is DegreeLevel.BACHELOR for branch in criterion.alternatives):
        return criterion
    least = min(branch.months or 0 for branch in advanced)
    more = Branch(DegreeLevel.BACHELOR, least + policy.in_lieu_months, FieldRule.OPEN)
    return replace(criterion, alternatives=(*criterion.alternatives, more))


def candidate_under(candidate: Candidate, policy: Policy) -> Candidate:
    """Return the candidate with certificates read as advanced degrees, where the policy does so (R25)."""
    if not policy.certificates or not any(map(_is_certificate, candidate.degrees)):
        return candidate
    degrees = tuple(
        replace(one, level=DegreeLevel.MASTER) if _is_certificate(one) else one for one in candidate.degrees
    )
    return replace(candidate, degrees=degrees)


def _is_certificate(degree: Degree) -> bool:
    """Tell whether a degree below an advanced one is a professional certificate by its wording."""
    if degree.level is not None and degree.level >= DegreeLevel.MASTER:
        return False
    wording = " ".join(part for part in (degree.title, degree.field) if part)
    return _CERTIFICATES.search(fold(wording)) is not None
