"""Findings that many people share: one object for equal facts, and never for facts that differ."""

from __future__ import annotations

from typing import TYPE_CHECKING

from recruiter_tui.domain import remembered
from recruiter_tui.domain.application import Application
from recruiter_tui.domain.dates import Moment
from recruiter_tui.domain.finding import Outcome, Override
from recruiter_tui.domain.notice import Notice, Source
from recruiter_tui.domain.person import Candidate, Document, LanguageSkill
from recruiter_tui.domain.remembered import Remembered
from recruiter_tui.domain.requirement import (
    Channel,
    LanguageNeed,
    LanguageRequirement,
    Nationality,
    Tier,
)
from recruiter_tui.domain.screening import Applicant, prepare
from recruiter_tui.domain.stated import Span, Stated

if TYPE_CHECKING:
    import pytest

NOTICE = Notice(
    source=Source("n.txt", "0" * 64, "labelled"),
    text="",
    criteria=(
        Nationality(id="nationality", country="DZ"),
        Channel(id="channel", channel="e-recruitment"),
        Tier(id="tier-1", tier=1, nationalities=("AG",), gender="female"),
        LanguageRequirement(id="language-en", any_of=(LanguageNeed("en", "fluent"),)),
    ),
)


def applicant(nationality: Stated[str], gender: str = "female", **more: object) -> Applicant:
    candidate = Candidate(
        nationalities=(nationality,),
        gender=Stated.known(gender),
        languages=(LanguageSkill("en", "C1", **more),),  # type: ignore[arg-type]  # a test's own facts
        documents=(Document("cv.txt", "0" * 64, "A national of Antigua, fluent in English."),),
    )
    return Applicant(Application("A1", Moment.parse("2026-02-01"), "web"), candidate)


def test_people_alike_share_findings_and_others_never_do() -> None:
    screener = prepare(NOTICE)
    first, again = (screener.screen(applicant(Stated.known("AG"))).findings for _ in range(2))
    shared = [one.criterion for one, other in zip(first, again, strict=True) if one is other]
    assert shared == ["deadline", "nationality", "channel", "tier-1"]
    assert first == again
    for other in (
        applicant(Stated.known("FR"), gender="male"),
        applicant(Stated.known("AG", text="Antiguan")),
        applicant(Stated.known("AG", Span(2, 21))),
    ):
        assert screener.screen(other).findings == prepare(NOTICE).screen(other).findings != first


def test_a_place_in_the_papers_is_quoted_of_each_person_alone() -> None:
    screener = prepare(NOTICE)
    screener.screen(applicant(Stated.known("AG")))
    found = screener.screen(applicant(Stated.known("AG", Span(2, 21)), spans=(Span(33, 40),)))
    quotes = {one.criterion: [each.quote for each in one.evidence] for one in found.findings}
    assert quotes["nationality"] == quotes["tier-1"] == ["national of Antigua"]
    assert quotes["language-en"] == ["English"]


def test_a_ruling_on_a_tier_stays_with_the_one_it_is_about() -> None:
    screener = prepare(NOTICE)
    one = applicant(Stated.known("AG"))
    ruling = Override(Outcome.NOT_MET, "The list was amended.", "Ines", "2026-02-01T00:00:00Z")
    assert [screener.screen(one, {"tier-1": ruling}).tier, screener.screen(one).tier] == [2, 1]


def test_what_hardly_anybody_shares_is_let_go(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(remembered, "_MOST", 2)
    known: Remembered[str] = Remembered()
    worked_out = []

    def answer(facts: int) -> str:
        def work_out() -> str:
            worked_out.append(facts)
            return str(facts)

        return known.get(facts, work_out)

    assert [answer(facts) for facts in (1, 2, 1, 3, 1)] == ["1", "2", "1", "3", "1"]
    assert worked_out == [1, 2, 3, 1]
