"""The rules of the field as data: each with a source, and what a vacancy says on it."""

from __future__ import annotations

import dataclasses
import datetime as dt

import pytest

from recruiter_tui.domain.notice import Category, Closing, Contradiction, Duty, Notice, Source
from recruiter_tui.domain.policy import Policy, TieBreak
from recruiter_tui.domain.profiles import SWITCHES, with_switch
from recruiter_tui.domain.requirement import Kind, LanguageNeed, LanguageRequirement, Tier
from recruiter_tui.domain.rulebook import RULES
from recruiter_tui.domain.stated import Span, Stated
from recruiter_tui.domain.wording import Names

SILENT = Notice(Source("a.txt", "0", "test"), "")
NOTICE = dataclasses.replace(
    SILENT,
    closing=Stated.known(Closing(dt.date(2026, 2, 5), dt.time(23, 59), "Europe/Zurich")),
    category=Stated.known(Category.PROFESSIONAL),
    duty_station_country=Stated.known("DZ"),
    roster_months=Stated.known(24),
    conditions=(Duty("Subject to funding.", Span(0, 1)),),
    contradictions=(Contradiction(("a", "b"), "two closings"),),
    criteria=(
        LanguageRequirement(id="language-en", any_of=(LanguageNeed("en", "fluent"),)),
        Tier(id="tier-1", internal=True),
    ),
)
NAMES = Names(country={"DZ": "Algeria"}.__getitem__, language={"en": "English"}.__getitem__)


def test_every_rule_from_the_closing_to_the_roster_is_there_once() -> None:
    assert [rule.number for rule in RULES] == [*range(1, 48), 53, 54, 60]
    assert all(rule.asks and rule.source for rule in RULES)
    assert all(rule.kinds or rule.fields or rule.switches or rule.always for rule in RULES)


def test_every_switch_and_every_kind_of_criterion_belongs_to_a_rule() -> None:
    assert {name for rule in RULES for name in rule.switches} == {one.name for one in SWITCHES}
    carried = {kind for rule in RULES for kind in rule.kinds}
    assert carried == set(Kind) - {Kind.DEADLINE}


@pytest.mark.parametrize(
    ("number", "said"),
    [
        (1, ("5 Feb 2026, 23:59, Europe/Zurich",)),
        (3, ("two closings",)),
        (8, ("professional", "Algeria")),
        (12, ("Subject to funding.",)),
        (14, ("tier 1: internal candidates",)),
        (36, ("English fluent",)),
        (44, ()),
        (60, ("2 years",)),
    ],
)
def test_a_rule_tells_what_the_notice_says_on_it(number: int, said: tuple[str, ...]) -> None:
    rule = next(one for one in RULES if one.number == number)
    assert rule.name == f"R{number}"
    assert rule.stated(NOTICE, NAMES) == said
    assert rule.stated(SILENT) == ()


def test_what_decides_between_the_equally_qualified_is_a_switch_with_plain_words() -> None:
    policy = with_switch(Policy(), "tie_break", "under_represented")
    assert policy.tie_break is TieBreak.UNDER_REPRESENTED
    assert policy.tie_break.explanation.startswith("under-represented states first")
    assert Policy.named(policy.spec) == policy
    assert Policy().tie_break.explanation == "a person decides"
