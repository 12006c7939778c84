from __future__ import annotations

from dataclasses import replace

from recruiter_tui.domain.finding import Finding
from recruiter_tui.domain.requirement import (
    Competency,
    EducationExperience,
    ExperienceTopic,
    Kind,
    LanguageNeed,
    LanguageRequirement,
    Necessity,
    Stage,
    Tier,
)
from recruiter_tui.tui.drawing.dossier import dossier_lines
from recruiter_tui.tui.drawing.setting import Setting, setting_of
from tests.tui.bench import VACANCY
from tests.tui.people import DOSSIER

DETAIL = replace(
    VACANCY,
    notice=replace(
        VACANCY.notice,
        criteria=(
            EducationExperience(id="education", text="A master's degree"),
            LanguageRequirement(
                id="language-un", text="Arabic or French", any_of=(LanguageNeed("ar"), LanguageNeed("fr"))
            ),
            Tier(id="tier", tier=1, text="Internal candidates"),
            ExperienceTopic(id="experience-1", text="Border management with government counterparts"),
        ),
    ),
)


def test_criteria_are_called_by_what_they_ask() -> None:
    assert setting_of(DETAIL).asked == {
        "language-un": "Language: Arabic or French",
        "tier": "Tier 1",
        "experience-1": "Border management with government counterparts",
    }


def test_the_passages_of_the_papers_are_found_when_the_findings_bring_none() -> None:
    bare = tuple(replace(one, evidence=()) for one in DOSSIER.findings)
    lines = [line.text for line in dossier_lines(replace(DOSSIER, findings=bare), 100, setting_of(DETAIL))]
    start = next(place for place, text in enumerate(lines) if text.startswith("For you to judge"))
    assert lines[start + 1].startswith("“ Border management with government counterparts")
    assert "border" in lines[start + 2]


def test_nothing_is_known_of_a_vacancy_that_was_not_read() -> None:
    assert Setting().passages(DOSSIER.candidate) == {}


def test_what_is_judged_at_the_assessment_is_only_named() -> None:
    team = Competency(id="competency-1", text="Teamwork", stage=Stage.ASSESSMENT)
    detail = replace(DETAIL, notice=replace(DETAIL.notice, criteria=(*DETAIL.notice.criteria, team)))
    found = Finding("competency-1", Kind.COMPETENCY, Necessity.ESSENTIAL, None, "A person judges this.")
    dossier = replace(DOSSIER, findings=(*DOSSIER.findings, found))
    lines = [line.text.rstrip() for line in dossier_lines(dossier, 100, setting_of(detail))]
    start = next(place for place, text in enumerate(lines) if text.startswith("Judged later, not on paper"))
    assert lines[start + 1] == "Teamwork"
