"""Who may apply: nationality rules that turn round, dual nationals, silence, and the channel."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from recruiter_tui.domain.application import Application
from recruiter_tui.domain.eligibility import judge_channel, judge_nationality
from recruiter_tui.domain.person import STATELESS, Candidate, Document
from recruiter_tui.domain.policy import NationalityReading, Policy
from recruiter_tui.domain.requirement import Channel, Nationality, NationalityRule
from recruiter_tui.domain.stated import Span, Stated
from recruiter_tui.domain.wording import Names

if TYPE_CHECKING:
    from recruiter_tui.domain.finding import Finding

OUT = NationalityRule.EXCLUDES_DUTY_STATION
ONLY = NationalityRule.ONLY_DUTY_STATION
COUNTRIES = {"DZ": "Algeria", "FR": "France", "NA": "Namibia"}
NAMES = Names(country=lambda code: COUNTRIES.get(code, code))


def of(*codes: str | None) -> Candidate:
    return Candidate(
        nationalities=tuple(Stated.known(code) if code else Stated.missing("unclear") for code in codes)
    )


def judged(
    rule: NationalityRule,
    *codes: str | None,
    country: str | None = "DZ",
    listed: tuple[str, ...] = (),
    policy: Policy | None = None,
) -> Finding:
    criterion = Nationality(id="nationality", rule=rule, country=country, listed=listed)
    return judge_nationality(criterion, Application("A1"), of(*codes), policy or Policy(), names=NAMES)


@pytest.mark.parametrize(
    ("codes", "excluded", "required"),
    [
        (("DZ",), "not met", "met"),
        (("FR",), "met", "not met"),
        (("DZ", "FR"), "cannot tell", "cannot tell"),
        (("FR", "DZ"), "cannot tell", "cannot tell"),
        (("FR", "NA"), "met", "not met"),
        (("DZ", "DZ"), "not met", "met"),
        ((), "cannot tell", "cannot tell"),
        ((None,), "cannot tell", "cannot tell"),
        (("DZ", None), "cannot tell", "cannot tell"),
        (("FR", None), "cannot tell", "cannot tell"),
    ],
)
def test_the_rule_turns_round_for_national_posts(
    codes: tuple[str | None, ...], excluded: str, required: str
) -> None:
    assert judged(OUT, *codes).outcome == excluded
    assert judged(ONLY, *codes).outcome == required


def test_rules_with_lists_read_the_list() -> None:
    listed = ("FR", "NA")
    assert judged(NationalityRule.ONLY_LISTED, "FR", listed=listed).outcome == "met"
    assert judged(NationalityRule.ONLY_LISTED, "DZ", listed=listed).outcome == "not met"
    assert judged(NationalityRule.EXCLUDES_LISTED, "FR", listed=listed).outcome == "not met"
    assert judged(NationalityRule.EXCLUDES_LISTED, "DZ", listed=listed).outcome == "met"


def test_the_first_nationality_counts_where_the_policy_recognises_one() -> None:
    one = Policy(nationality_rule=NationalityReading.RECOGNISED_ONE)
    assert judged(OUT, "DZ", "FR", policy=one).outcome == "not met"
    finding = judged(OUT, "FR", "DZ", policy=one)
    assert finding.outcome == "met"
    assert finding.flags == ("several nationalities", "the first on file counts")
    assert judged(OUT, "FR", policy=one).flags == ()


def test_the_stateless_are_nationals_of_no_country() -> None:
    shut_out, only = judged(OUT, STATELESS), judged(ONLY, STATELESS)
    assert (shut_out.outcome, only.outcome) == ("met", "not met")
    assert shut_out.reason == "The applicant is stateless, and the notice excludes nationals of Algeria."
    assert shut_out.flags == ()


def test_whoever_has_a_nationality_is_not_stateless() -> None:
    finding = judged(OUT, STATELESS, "DZ")
    assert finding.outcome == "not met"
    assert finding.flags == ("called stateless too",)
    both = judged(OUT, "DZ", "FR", STATELESS)
    assert both.outcome == "cannot tell"
    assert both.flags == ("several nationalities", "called stateless too")
    assert judged(OUT, STATELESS, None).outcome == "cannot tell"
    one = Policy(nationality_rule=NationalityReading.RECOGNISED_ONE)
    assert judged(OUT, STATELESS, "FR", "DZ", policy=one).outcome == "met"


def test_the_duty_station_comes_from_the_notice_where_the_rule_does_not_name_it() -> None:
    criterion = Nationality(id="nationality")
    application = Application("A1", internal=True)
    finding = judge_nationality(criterion, application, of("DZ"), duty_station="DZ")
    assert finding.outcome == "not met", "internal candidates are not exempt"
    silent = judge_nationality(criterion, application, of("DZ"))
    assert silent.outcome == "cannot tell"
    assert silent.reason == "The notice does not name the country that its rule on nationality speaks of."


@pytest.mark.parametrize(
    ("finding", "reason"),
    [
        (
            judged(OUT, "DZ"),
            "The applicant is a national of Algeria, and the notice excludes nationals of Algeria.",
        ),
        (
            judged(OUT, "DZ", "FR"),
            (
                "The applicant is a national of Algeria and France; the notice excludes nationals of "
                "Algeria, so a person must rule."
            ),
        ),
        (judged(OUT), "The file states no nationality, and the notice excludes nationals of Algeria."),
        (
            judged(ONLY, "FR"),
            "The applicant is a national of France, and the notice is only for nationals of Algeria.",
        ),
        (
            judged(NationalityRule.EXCLUDES_LISTED, "FR", listed=("DZ", "NA", "ML", "NE")),
            (
                "The applicant is a national of France, and the notice excludes nationals of the listed "
                "countries."
            ),
        ),
    ],
)
def test_the_sentence_names_both_sides(finding: Finding, reason: str) -> None:
    assert finding.reason == reason


def test_the_nationality_is_quoted_where_the_papers_state_it() -> None:
    text = "Nationality: Algerian"
    cv = Document("cv.txt", "0" * 64, text)
    stated = Stated.known("DZ", Span(13, 21), text="Algerian")
    finding = judge_nationality(
        Nationality(id="n", country="DZ"),
        Application("A1"),
        Candidate(nationalities=(stated,), documents=(cv,)),
    )
    assert [(known.quote, known.source, known.span) for known in finding.evidence] == [
        ("Algerian", "cv.txt", (13, 21))
    ]
    (row,) = judge_nationality(Nationality(id="n", country="DZ"), Application("A1"), of("DZ")).evidence
    assert (row.quote, row.source, row.span) == ("DZ", "application record", None)


@pytest.mark.parametrize(
    ("asked", "came", "outcome"),
    [
        ("e-recruitment", "e-recruitment", "met"),
        ("e-recruitment", "Online portal", "met"),
        ("IOM e-Recruitment system (PRISM)", "oracle", "met"),
        ("e-recruitment", "E-mail", "not met"),
        ("e-recruitment", "someone@example.org", "not met"),
        ("e-recruitment", "by post", "not met"),
        ("e-recruitment", "application_form", "met"),
        ("e-recruitment", "in_person", "not met"),
        ("e-recruitment", "LinkedIn", "not met"),
        ("e-mail", "email", "met"),
        ("e-mail", "portal", "not met"),
        ("e-recruitment", "pigeon", "cannot tell"),
        ("Smoke signals", "smoke signals", "met"),
        ("e-recruitment", None, None),
        ("e-recruitment", "  ", None),
    ],
)
def test_only_the_channel_of_the_notice_counts(asked: str, came: str | None, outcome: str | None) -> None:
    finding = judge_channel(Channel(id="channel", channel=asked), Application("A1", channel=came))
    assert finding.outcome == outcome
    assert finding.reason.endswith(".")
    assert bool(finding.evidence) is bool(came and came.strip())
