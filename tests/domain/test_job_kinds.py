"""What the kind of a job does to it under a policy: whether it counts, up to what limit, what is flagged."""

from __future__ import annotations

import pytest

from recruiter_tui.domain.job_kinds import JobKind, cap_of, judged_kind
from recruiter_tui.domain.person import Employment
from recruiter_tui.domain.policy import KindRule, Policy

GRADED = Policy(professional_only=True)


@pytest.mark.parametrize(
    ("title", "policy", "doctorate", "counts", "flags"),
    [
        ("Officer", Policy(), None, True, []),
        ("Volunteer", Policy(), None, True, ["read as volunteering"]),
        ("Volunteer", Policy(volunteering=KindRule.NEVER), None, False, ["read as volunteering"]),
        ("Volunteer", Policy(traineeships=KindRule.NEVER), None, True, ["read as volunteering"]),
        # doctoral research: never where it is worth nothing, else as far as it was completed
        ("PhD candidate", Policy(), False, True, ["read as doctoral research"]),
        ("PhD candidate", Policy(doctorate_months=0), True, False, ["read as doctoral research"]),
        ("PhD candidate", Policy(doctorate_months=36), True, True, ["read as doctoral research"]),
        ("PhD candidate", Policy(doctorate_months=36), None, None, ["read as doctoral research"]),
        ("PhD candidate", Policy(doctorate_months=36), False, False, ["read as doctoral research"]),
        ("Officer", Policy(doctorate_months=0), False, True, []),
        # the professional level is told by the grade alone
        ("Officer P-2", GRADED, None, True, []),
        ("Clerk GS-3", GRADED, None, False, ["below the professional level"]),
        ("Officer", GRADED, None, True, ["grade not stated"]),
        ("Clerk GS-3", Policy(), None, True, []),
    ],
)
def test_a_kind_counts_as_the_policy_says_and_tells_what_to_look_at(
    title: str,
    policy: Policy,
    doctorate: bool | None,  # noqa: FBT001 - a column of the table
    counts: bool | None,  # noqa: FBT001 - as above
    flags: list[str],
) -> None:
    assert judged_kind(Employment(title=title), policy, doctorate) == (counts, flags)


@pytest.mark.parametrize(
    ("paid", "counts"), [(True, True), (False, False), (None, True)], ids=["paid", "unpaid", "silent"]
)
def test_if_paid_leaves_out_what_the_papers_call_unpaid(*, paid: bool | None, counts: bool) -> None:
    policy = Policy(volunteering=KindRule.IF_PAID, traineeships=KindRule.IF_PAID)
    for title in ("Volunteer", "Intern"):
        assert judged_kind(Employment(title=title, paid=paid), policy, None)[0] is counts
    assert judged_kind(Employment(title="Officer", paid=paid), policy, None)[0] is True


@pytest.mark.parametrize("kind", JobKind)
def test_a_limit_of_months_binds_its_own_kind_alone(kind: JobKind) -> None:
    policy = Policy(doctorate_months=36, military_months=12)
    limits = {JobKind.DOCTORATE: 36, JobKind.MILITARY: 12}
    assert cap_of(kind, policy) == limits.get(kind)
    assert cap_of(kind, Policy()) is None
