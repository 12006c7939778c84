"""What kind of work a job was and at which grade, as far as its title tells (R30, R32)."""

from __future__ import annotations

import functools
import re
from enum import StrEnum
from typing import TYPE_CHECKING

from recruiter_tui.domain.policy import KindRule, Policy
from recruiter_tui.domain.text import fold

if TYPE_CHECKING:
    from recruiter_tui.domain.person import Employment
    from recruiter_tui.domain.truth import Truth


class JobKind(StrEnum):
    """The kinds of work that bodies treat apart from employment."""

    EMPLOYMENT = "employment"
    VOLUNTEERING = "volunteering"
    TRAINEESHIP = "traineeship"
    DOCTORATE = "doctoral research"
    MILITARY = "military service"


_WORDS: dict[JobKind, str] = {
    JobKind.DOCTORATE: r"(?:ph\.? ?d\.?|doctoral|doctorate) (?:candidate|student|researcher|research|fellow)|"
    r"doctorante?|doctoranda|doctorando|doutorando|doutoranda|doktorand(?:in)?",
    JobKind.MILITARY: r"military service|national service|compulsory service|conscript|service militaire|"
    r"servicio militar|servico militar|appele du contingent|(?:grund)?wehrdienst(?:leistender)?|zivildienst",
    JobKind.TRAINEESHIP: r"intern|interns|internship|trainee|traineeship|apprentice|apprenticeship|stage|"
    r"stagiaire|pasante|pasantia|becario|becaria|practicas|estagiario|estagiaria|estagio|alternant|alternante|"
    r"praktikant(?:in)?|praktikum|auszubildende[rn]?",
    JobKind.VOLUNTEERING: r"volunteer|volunteering|voluntary work|benevole|benevolat|volontaire|volontariat|"
    r"voluntario|voluntaria|voluntariado|ehrenamt|ehrenamtliche[rs]?|ehrenamtlich|freiwillige[rs]?",
}
_KINDS = {kind: re.compile(rf"\b(?:{words})(?!\w)") for kind, words in _WORDS.items()}
_PAID_VOLUNTEERS = re.compile(
    r"\b(?:un|united nations) volunteers?\b|\bunv\b|\bvnu\b"
    r"|\b(?:volontaire|voluntari[oa]) (?:des|de las|das) (?:nations unies|naciones unidas|nacoes unidas)\b"
    r"|(?:co-?ordinator|manager|officer|head) of volunteers"
    r"|\bvolunteers? (?:co-?ordinat|manage|program|services|recruit|engage)"
    r"|\b(?:coord\w+|responsab\w+|gest\w+|chargee?|encargad[oa]|jef[ea]|cheff?e?)"
    r" (?:des?|del?|dos?) (?:l[oa]s )?(?:volunt|volont|benevol)"
)
"""United Nations Volunteers are compensated; those who lead volunteers are not volunteers."""
_NOT_A_TRAINEE = re.compile(r"\bstage (?:manager|director|designer|technician)\b|\bback ?stage\b")
_OTHERWISE = {JobKind.VOLUNTEERING: _PAID_VOLUNTEERS, JobKind.TRAINEESHIP: _NOT_A_TRAINEE}
_GRADE = re.compile(
    r"\b(?:(?P<p>p|d)-?[1-7]|(?P<no>no-?[a-e]|npo|nob|noc)|(?:gs|g)-?(?P<gs>[1-7])|fs-?(?P<fs>[1-7])"
    r"|s-?(?P<s>[1-7])|tc-?(?P<tc>[1-8]))\b"
)
_PROFESSIONAL_FROM = {"gs": 6, "fs": 4, "s": 5, "tc": 6}
"""The lowest professional rung of each ladder below the professional one (R30)."""


@functools.lru_cache(maxsize=8192)
def kind_of(title: str) -> JobKind:
    """Return what kind of work a job's title names; employment unless a word tells otherwise."""
    return next((kind for kind in _KINDS if is_kind(title, kind)), JobKind.EMPLOYMENT)


def is_kind(title: str, kind: JobKind) -> bool:
    """Tell whether a job's title names a kind of work, perhaps beside another one: `Volunteer intern`."""
    folded = fold(title[:300])
    other = _OTHERWISE.get(kind)
    return _KINDS[kind].search(folded) is not None and (other is None or other.search(folded) is None)


@functools.lru_cache(maxsize=8192)
def is_professional(title: str) -> Truth:
    """Return whether the grade in a job's title is at the professional level; None without a grade."""
    found = _GRADE.search(fold(title[:300]))
    if found is None:
        return None
    if found["p"] or found["no"]:
        return True
    return any(found[name] and int(found[name]) >= least for name, least in _PROFESSIONAL_FROM.items())


def judged_kind(job: Employment, policy: Policy, doctorate: Truth) -> tuple[Truth, list[str]]:
    """Return whether a job's kind lets it count under the policy, with what a person should look at.

    `doctorate` tells whether the candidate completed one; where nobody can tell, doctoral research may count.
    """
    kind = kind_of(job.title)
    flags = [] if kind is JobKind.EMPLOYMENT else [f"read as {kind.value}"]
    counts: Truth = True
    if kind is JobKind.DOCTORATE and policy.doctorate_months is not None:
        counts = doctorate if policy.doctorate_months else False
    rule = {JobKind.VOLUNTEERING: policy.volunteering, JobKind.TRAINEESHIP: policy.traineeships}.get(kind)
    if rule is KindRule.NEVER or (rule is KindRule.IF_PAID and job.paid is False):
        counts = False
    if policy.professional_only:
        level = is_professional(job.title)
        if level is None:
            flags.append("grade not stated")
        elif not level:
            flags.append("below the professional level")
            counts = False
    return counts, flags


def cap_of(kind: JobKind, policy: Policy) -> int | None:
    """Return how many months of one kind of work count at most; None without a limit."""
    if kind is JobKind.DOCTORATE:
        return policy.doctorate_months
    return policy.military_months if kind is JobKind.MILITARY else None
