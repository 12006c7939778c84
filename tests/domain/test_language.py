"""Languages asked for against languages declared, per skill and across scales."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from recruiter_tui.domain.language import LanguageDemand
from recruiter_tui.domain.language_levels import rungs
from recruiter_tui.domain.person import Candidate, LanguageSkill
from recruiter_tui.domain.requirement import LanguageNeed, LanguageRequirement, Necessity
from recruiter_tui.domain.wording import Names

if TYPE_CHECKING:
    from recruiter_tui.domain.finding import Finding

NAMES = Names(language=lambda code: {"en": "English", "fr": "French", "ar": "Arabic"}.get(code, code))


def judged(
    need: LanguageNeed | tuple[LanguageNeed, ...],
    *declared: LanguageSkill,
    necessity: Necessity = Necessity.ESSENTIAL,
) -> Finding:
    any_of = need if isinstance(need, tuple) else (need,)
    criterion = LanguageRequirement(id="language", any_of=any_of, necessity=necessity)
    return LanguageDemand(criterion, NAMES).judge(Candidate(languages=declared))


@pytest.mark.parametrize(
    ("asked", "declared", "outcome"),
    [
        ("fluent", "fluent", "met"),
        ("fluent", "Native", "met"),
        ("fluent", "mother tongue", "met"),
        ("fluent", "C1", "met"),
        ("fluent", "UN level 3", "met"),
        ("fluent", "UN level 2", "not met"),
        ("fluent", "niveau iv", "met"),
        ("fluent", "C2", "met"),
        ("fluent", "fließend", "met"),
        ("fluent", "Grundkenntnisse", "not met"),
        ("fluent", "sehr gut", "cannot tell"),
        ("fluent", "свободно", "met"),
        ("fluent", "اللغة الأم", "met"),
        ("fluent", "Advanced", "met"),
        ("fluent", "Proficient", "met"),
        ("fluent", "courant", "met"),
        ("fluent", "langue maternelle", "met"),
        ("fluent", "Nativo", "met"),
        ("fluent", "fluente", "met"),
        ("fluent", "Fluent (C1)", "met"),
        ("fluent", "full professional proficiency", "met"),
        ("fluent", "working knowledge", "not met"),
        ("fluent", "B2", "not met"),
        ("fluent", "intermediate", "not met"),
        ("fluent", "basic", "not met"),
        ("fluent", "Basic knowledge", "not met"),
        ("fluent", "A1", "not met"),
        ("fluent", "limited", "not met"),
        ("fluent", "notions", "not met"),
        ("fluent", "intermédiaire", "not met"),
        ("fluent", "básico", "not met"),
        ("fluent", "limited working proficiency", "not met"),
        ("fluent", "very good", "cannot tell"),
        ("fluent", "professional working proficiency", "cannot tell"),
        ("fluent", "fluent oral, basic written", "cannot tell"),
        ("fluent", "not fluent", "cannot tell"),
        ("fluent", "so so", "cannot tell"),
        ("fluent", None, "cannot tell"),
        ("fluent", "none", "not met"),
        ("working knowledge", "fluent", "met"),
        ("working knowledge", "working knowledge", "met"),
        ("working knowledge", "Good working knowledge", "met"),
        ("working knowledge", "B2", "met"),
        ("working knowledge", "connaissance pratique", "met"),
        ("working knowledge", "conocimiento práctico", "met"),
        ("working knowledge", "intermediate", "not met"),
        ("working knowledge", "good", "cannot tell"),
        ("working knowledge", "very good", "met"),
        ("proficiency", "fluent", "met"),
        ("advanced", "level III", "met"),
        ("advanced", "Level 2", "not met"),
        ("intermediate", "B1", "met"),
        ("basic", "none", "not met"),
        ("basic", "A2", "met"),
        ("good", "B1", "cannot tell"),
        ("good", "A2", "not met"),
        ("perfect pitch", "fluent", "cannot tell"),
        (None, "basic", "met"),
        (None, None, "met"),
        (None, "none", "not met"),
        (None, "so so", "met"),
    ],
)
def test_levels_of_several_scales_compare(asked: str | None, declared: str | None, outcome: str) -> None:
    assert judged(LanguageNeed("en", asked), LanguageSkill("en", declared)).outcome == outcome


FOUR = ("reading", "writing", "speaking", "understanding")


@pytest.mark.parametrize(
    ("need", "scale", "level", "outcome"),
    [
        (("fluent", ()), dict.fromkeys(FOUR, "fluent"), None, "met"),
        (("fluent", ()), {**dict.fromkeys(FOUR, "fluent"), "writing": "confident"}, None, "not met"),
        (("fluent", ()), {"reading": "fluent"}, None, "cannot tell"),
        (("fluent", ()), {"reading": "fluent"}, "fluent", "met"),
        (("fluent", ("oral",)), {"speaking": "C1", "listening": "C2", "writing": "A1"}, None, "met"),
        (
            ("fluent", ("oral", "written")),
            {"speaking": "C1", "listening": "C2", "writing": "A1"},
            None,
            "not met",
        ),
        (("fluent", ("written",)), {"speaking": "C1", "reading": "C1"}, None, "cannot tell"),
        (("fluent", ("reading",)), {"Read": "fluent"}, None, "met"),
        (("working knowledge", ()), {"reading": "fluent", "speaking": "B2"}, None, "met"),
        (("working knowledge", ()), {"reading": "fluent"}, None, "cannot tell"),
        (("working knowledge", ()), dict.fromkeys(FOUR[:3], "basic"), None, "not met"),
        (("working knowledge", ()), dict.fromkeys(FOUR[:2], "basic"), None, "cannot tell"),
    ],
)
def test_skills_with_levels_of_their_own_are_compared_one_by_one(
    need: tuple[str, tuple[str, ...]], scale: dict[str, str], level: str | None, outcome: str
) -> None:
    finding = judged(LanguageNeed("en", *need), LanguageSkill("en", level, scale))
    assert finding.outcome == outcome


def test_a_language_that_a_list_does_not_hold_is_missing_and_no_list_at_all_is_silence() -> None:
    need = LanguageNeed("fr", "fluent")
    missing = judged(need, LanguageSkill("en", "fluent"))
    assert (missing.outcome, missing.reason) == ("not met", "French is not among the languages on file.")
    silent = judged(need)
    assert silent.outcome == "cannot tell"
    assert silent.reason == "The file lists no languages, so French is open."
    assert judged(()).outcome == "cannot tell"


def test_any_one_of_several_languages_will_do() -> None:
    needs = (LanguageNeed("fr", "fluent"), LanguageNeed("ar", "fluent"))
    assert judged(needs, LanguageSkill("ar", "native")).outcome == "met"
    assert judged(needs, LanguageSkill("ar"), LanguageSkill("fr", "basic")).outcome == "cannot tell"
    both = judged(needs, LanguageSkill("en", "native"))
    assert both.outcome == "not met"
    assert both.reason == (
        "French is not among the languages on file and Arabic is not among the languages on file."
    )


def test_a_language_listed_twice_counts_at_its_better_level_and_regions_do_not_matter() -> None:
    need = LanguageNeed("fr", "fluent")
    assert judged(need, LanguageSkill("fr", "basic"), LanguageSkill("fr-CA", "fluent")).outcome == "met"


@pytest.mark.parametrize(
    ("need", "skill", "reason"),
    [
        (
            LanguageNeed("en", "fluent", ("oral", "written")),
            LanguageSkill("en", "Native"),
            "English (Native) reaches the level asked, fluent (oral and written).",
        ),
        (
            LanguageNeed("en", "fluent"),
            LanguageSkill("en", "B2"),
            "English (B2) is below the level asked, fluent.",
        ),
        (
            LanguageNeed("en", "fluent"),
            LanguageSkill("en", "very good"),
            "English (very good) can mean more or less than the level asked, fluent.",
        ),
        (
            LanguageNeed("en", "fluent"),
            LanguageSkill("en"),
            "The file states no level of English, where fluent is asked.",
        ),
        (
            LanguageNeed("en"),
            LanguageSkill("en", None, {"reading": "C1"}),
            "English is declared (reading C1), and the notice asks for no level.",
        ),
        (
            LanguageNeed("en", "perfect pitch"),
            LanguageSkill("en", "C1"),
            "The notice asks for English at 'perfect pitch', a level of no known scale.",
        ),
    ],
)
def test_the_sentence_shows_what_is_declared_and_asked(
    need: LanguageNeed, skill: LanguageSkill, reason: str
) -> None:
    assert judged(need, skill).reason == reason


def test_the_declared_language_is_quoted_and_an_advantage_stays_one() -> None:
    finding = judged(LanguageNeed("en", "fluent"), LanguageSkill("en", "C1"), necessity=Necessity.ADVANTAGE)
    assert [known.quote for known in finding.evidence] == ["English | C1"]
    assert finding.necessity is Necessity.ADVANTAGE


@pytest.mark.parametrize("word", ["", "???", "purple", "not basic", "x" * 10_000])
def test_words_of_no_scale_have_no_rung(word: str) -> None:
    assert rungs(word) is None


@pytest.mark.parametrize(
    ("declared", "tested", "outcome", "words"),
    [
        ("fluent", "C1", "met", "English, tested C1, reaches the level asked, fluent"),
        ("basic", "A2", "not met", "English, tested A2, is below the level asked, fluent"),
        (None, "C1", "met", "English, tested C1, reaches the level asked, fluent"),
        ("so so", "B1", "not met", "English, tested B1, is below the level asked, fluent"),
        (None, "95 points", "cannot tell", "can mean more or less than the level asked"),
        (
            "fluent",
            "95 points",
            "met",
            "reaches the level asked, fluent, as declared (fluent)",
        ),
        ("basic", "95 points", "not met", "is below the level asked, fluent, as declared (basic)"),
        (
            "fluent",
            "B1",
            "cannot tell",
            (
                "English, tested B1, is below the level asked, fluent, while the level declared (fluent) "
                "reaches it, so a person rules."
            ),
        ),
        (
            "basic",
            "C1",
            "cannot tell",
            (
                "English, tested C1, reaches the level asked, fluent, while the level declared (basic) "
                "is below it, so a person rules."
            ),
        ),
    ],
)
def test_a_tested_level_settles_a_doubt_and_against_a_declaration_a_person_rules(
    declared: str | None, tested: str, outcome: str, words: str
) -> None:
    finding = judged(LanguageNeed("en", "fluent"), LanguageSkill("en", declared, tested=tested))
    assert finding.outcome == outcome
    assert words in finding.reason
    assert finding.inputs["declared"] == [
        {"language": "en", "level": declared, "scale": {}, "tested": tested}
    ]
    assert finding.evidence[0].quote.endswith(f"tested {tested}")


def test_what_is_only_declared_is_judged_apart_from_what_was_tested() -> None:
    demand = LanguageDemand(LanguageRequirement(id="language", any_of=(LanguageNeed("en", "fluent"),)), NAMES)
    people = [Candidate(languages=(LanguageSkill("en", "fluent", tested=one),)) for one in (None, "B1", None)]
    assert [demand.judge(one).outcome for one in people] == ["met", "cannot tell", "met"]


@pytest.mark.parametrize(
    ("scale", "skills", "outcome"),
    [
        ({"spoken interaction": "C1", "spoken production": "B1"}, ("speaking",), "not met"),
        ({"spoken interaction": "C1", "spoken production": "C2"}, ("speaking",), "met"),
        ({"speaking": "C1", "spoken production": "B1"}, ("speaking",), "not met"),
        ({"oral": "fluent", "written": "fluent"}, ("oral", "written"), "met"),
        ({"Oral": "fluent", "Written": "fluent"}, (), "met"),
        ({"oral": "fluent", "written": "fluent", "reading": "basic"}, (), "not met"),
        ({"oral": "fluent"}, (), "cannot tell"),
        ({"Listening": "C1", "speak": "C1"}, ("oral",), "met"),
    ],
)
def test_declared_skills_speak_of_all_that_they_hold(
    scale: dict[str, str], skills: tuple[str, ...], outcome: str
) -> None:
    assert judged(LanguageNeed("en", "fluent", skills), LanguageSkill("en", scale=scale)).outcome == outcome
