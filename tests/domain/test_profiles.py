"""Policies as text: what a specification sets, where each setting comes from, and what is refused."""

from __future__ import annotations

from dataclasses import replace
from itertools import product

import pytest

from recruiter_tui.domain.errors import Refused
from recruiter_tui.domain.policy import (
    ClosingMinute,
    CountFrom,
    ExperiencePolicy,
    KindRule,
    NationalityReading,
    Policy,
    RosterStart,
    TieBreak,
)
from recruiter_tui.domain.profiles import (
    PROFILES,
    SWITCHES,
    choices,
    policy_of,
    profile,
    source_of,
    specification,
    with_switch,
)

SWITCH_NAMES = [switch.name for switch in SWITCHES]
ALL_SWITCHES = ", ".join(SWITCH_NAMES)
BODIES = "iom-default, un-secretariat, epso, opm"
WAYS = "sum, once, once-fte, once-fte-after-degree"


@pytest.mark.parametrize(
    ("name", "value", "policy"),
    [
        ("experience", "sum", Policy(experience=ExperiencePolicy.SUM)),
        ("closing_minute", "Exclusive", Policy(closing_minute=ClosingMinute.EXCLUSIVE)),
        ("nationality_rule", "recognised_one", Policy(nationality_rule=NationalityReading.RECOGNISED_ONE)),
        ("count_from", "required_degree", Policy(count_from=CountFrom.REQUIRED_DEGREE)),
        ("count_unpaid", "no", Policy(count_unpaid=False)),
        ("count_unpaid", " YES ", Policy()),
        ("volunteering", KindRule.NEVER.value, Policy(volunteering=KindRule.NEVER)),
        ("traineeships", KindRule.IF_PAID.value, Policy(traineeships=KindRule.IF_PAID)),
        ("doctorate_months", " 36 ", Policy(doctorate_months=36)),
        ("doctorate_months", "0", Policy(doctorate_months=0)),
        ("military_months", "1200", Policy(military_months=1200)),
        ("military_months", "None", Policy()),
        ("professional_only", "yes", Policy(professional_only=True)),
        ("in_lieu_months", "24", Policy(in_lieu_months=24)),
        ("certificates", "yes", Policy(certificates=True)),
        ("tier_gate", "no", Policy(tier_gate=False)),
        ("roster_from", RosterStart.CLOSING.value, Policy(roster_from=RosterStart.CLOSING)),
        ("tie_break", TieBreak.WOMEN.value, Policy(tie_break=TieBreak.WOMEN)),
    ],
)
def test_a_switch_is_set_by_its_wording(name: str, value: str, policy: Policy) -> None:
    assert with_switch(Policy(), name, value) == policy
    assert policy_of(f"once-fte; {name} = {value}") == policy
    assert policy_of(specification(policy)) == policy


@pytest.mark.parametrize(
    ("name", "value", "problem", "remedy"),
    [
        ("height", "3", "there is no switch 'height'", f"the switches are {ALL_SWITCHES}"),
        ("tier_gate", " perhaps ", "tier_gate cannot be 'perhaps'", "it is yes or no"),
        ("tier_gate", "1", "tier_gate cannot be '1'", "it is yes or no"),
        ("military_months", "1201", "military_months cannot be '1201'", "it is none or a number"),
        ("military_months", "-1", "military_months cannot be '-1'", "it is none or a number"),
        ("military_months", "", "military_months cannot be ''", "it is none or a number"),
        (
            *("closing_minute", "late"),
            "closing_minute cannot be 'late'",
            "it is inclusive or exclusive",
        ),
    ],
)
def test_a_setting_that_means_nothing_is_refused_with_what_there_is(
    name: str, value: str, problem: str, remedy: str
) -> None:
    with pytest.raises(Refused) as refusal:
        with_switch(Policy(), name, value)
    assert (refusal.value.problem, refusal.value.remedy) == (problem, remedy)


@pytest.mark.parametrize(
    ("spec", "problem", "remedy"),
    [
        ("guess", "there is no policy 'guess'", f"choose one of {WAYS}, {BODIES}"),
        ("", "there is no policy ''", f"choose one of {WAYS}, {BODIES}"),
        ("epso/9; tier_gate=no", "there is no policy 'epso/9'", f"choose one of {WAYS}, {BODIES}"),
        ("sum; tier_gate", "'tier_gate' sets no switch of a policy", f"the switches are {ALL_SWITCHES}"),
        ("sum; height=3", "'height=3' sets no switch of a policy", f"the switches are {ALL_SWITCHES}"),
        ("sum;; military_months=x", "military_months cannot be 'x'", "it is none or a number"),
    ],
)
def test_a_specification_that_means_nothing_is_refused(spec: str, problem: str, remedy: str) -> None:
    with pytest.raises(Refused) as refusal:
        policy_of(spec)
    assert (refusal.value.problem, refusal.value.remedy) == (problem, remedy)


def test_a_body_that_nobody_knows_is_refused_with_those_there_are() -> None:
    with pytest.raises(Refused) as refusal:
        profile(" Nobody ")
    assert (refusal.value.problem, refusal.value.remedy) == (
        "there is no profile 'Nobody'",
        f"choose one of {BODIES}",
    )


def test_the_newest_version_of_a_profile_is_meant_unless_one_is_named() -> None:
    for known in PROFILES:
        newest = max(one.version for one in PROFILES if one.name == known.name)
        assert profile(f" {known.name.upper()} ").version == newest
        assert profile(known.id) is known
        assert (known.policy.profile, known.id) == (known.id, f"{known.name}/{known.version}")


def test_every_setting_of_a_profile_that_differs_from_the_default_has_a_source() -> None:
    for known, switch in product(PROFILES, SWITCHES):
        source = source_of(known.policy, switch.name)
        assert source == known.sources.get(switch.name, switch.default_source)
        if getattr(known.policy, switch.name) != getattr(Policy(), switch.name):
            assert switch.name in known.sources


def test_a_setting_that_a_person_changed_says_so_and_back_again_does_not() -> None:
    epso = policy_of("epso/1")
    changed = with_switch(epso, "military_months", "9")
    assert source_of(changed, "military_months") == "set for this vacancy"
    assert source_of(changed, "doctorate_months") == source_of(epso, "doctorate_months")
    assert with_switch(changed, "military_months", "12") == epso
    assert source_of(replace(Policy(), tier_gate=False), "tier_gate") == "set for this vacancy"


def test_the_choices_of_a_switch_are_its_words_and_numbers_stand_for_themselves() -> None:
    assert choices("tier_gate") == ((True, "yes"), (False, "no"))
    assert choices("military_months") == ((None, "none"),)
    assert choices("closing_minute") == (
        (ClosingMinute.INCLUSIVE, "inclusive"),
        (ClosingMinute.EXCLUSIVE, "exclusive"),
    )
    assert [len(choices(name)) for name in SWITCH_NAMES if name.endswith("months")] == [1, 1, 1]


@pytest.mark.parametrize(
    ("policy", "spec"),
    [
        (Policy(), "once-fte"),
        (Policy(experience=ExperiencePolicy.SUM), "sum"),
        (Policy(tier_gate=False, certificates=True), "once-fte; certificates=yes; tier_gate=no"),
        (Policy(doctorate_months=0), "once-fte; doctorate_months=0"),
        (replace(policy_of("epso/1"), military_months=None), "epso/1; military_months=none"),
        (replace(policy_of("epso/1"), experience=ExperiencePolicy.SUM), "epso/1; experience=sum"),
        (Policy(tie_break=TieBreak.WOMEN), "once-fte; tie_break=women"),
    ],
)
def test_a_specification_says_what_differs_and_no_more(policy: Policy, spec: str) -> None:
    assert specification(policy) == spec
    assert policy_of(spec) == policy
