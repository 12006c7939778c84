"""A finding on languages as a whole, for one person and for many asked about the same demand."""

from __future__ import annotations

import pytest

from recruiter_tui.domain.finding import Evidence, Finding, Outcome
from recruiter_tui.domain.language import Declared, LanguageDemand
from recruiter_tui.domain.person import Candidate, Document, LanguageSkill
from recruiter_tui.domain.requirement import (
    Kind,
    LanguageNeed,
    LanguageRequirement,
    Necessity,
)
from recruiter_tui.domain.stated import Span
from recruiter_tui.domain.wording import Names

MET, NOT_MET, CANNOT_TELL = Outcome.MET, Outcome.NOT_MET, Outcome.CANNOT_TELL
NAMES = Names(language=lambda code: {"en": "English", "fr": "French"}[code])
RECORD = "application record"
FILED = Candidate(
    languages=(
        LanguageSkill("en", "fluent", spans=(Span(11, 25),)),
        LanguageSkill("fr", "native", spans=(Span(27, 40),)),
    ),
    documents=(Document("cv.txt", "0" * 64, "Languages: English fluent, French native"),),
)
ENGLISH = Evidence("English fluent", "cv.txt", Span(11, 25))


def asks(*needs: LanguageNeed, necessity: Necessity = Necessity.ADVANTAGE) -> LanguageRequirement:
    return LanguageRequirement(id="language", any_of=needs, necessity=necessity)


DECLARED = [
    {"language": "en", "level": "fluent", "scale": {}},
    {"language": "fr", "level": "native", "scale": {}},
]


def test_a_language_finding_quotes_each_language_that_decides() -> None:
    both = asks(LanguageNeed("fr", "fluent"), LanguageNeed("en", "fluent"))
    french = Evidence("French native", "cv.txt", Span(27, 40))
    assert LanguageDemand(both, NAMES).judge(FILED) == Finding(
        "language",
        Kind.LANGUAGE,
        Necessity.ADVANTAGE,
        MET,
        "French (native) reaches the level asked, fluent.",
        {
            "asked": [
                {"language": "fr", "level": "fluent", "skills": []},
                {"language": "en", "level": "fluent", "skills": []},
            ],
            "declared": DECLARED,
        },
        (french, ENGLISH),
        rule="R36-R40/1",
    )


@pytest.mark.parametrize(
    ("need", "outcome", "reason", "quoted"),
    [
        (LanguageNeed("en", "native"), NOT_MET, "English (fluent) is below the level asked, native.", True),
        (LanguageNeed("en"), MET, "English is declared (fluent), and the notice asks for no level.", True),
        (
            LanguageNeed("en", "perfect pitch"),
            CANNOT_TELL,
            "The notice asks for English at 'perfect pitch', a level of no known scale.",
            True,
        ),
        (LanguageNeed("na", "fluent"), NOT_MET, "NA is not among the languages on file.", False),
    ],
)
def test_a_language_is_quoted_whatever_comes_of_it(
    need: LanguageNeed, outcome: Outcome, reason: str, *, quoted: bool
) -> None:
    names = Names(language=lambda code: {"en": "English"}.get(code, code.upper()))
    found = LanguageDemand(asks(need), names).judge(FILED)
    assert (found.outcome, found.reason) == (outcome, reason)
    assert found.evidence == ((ENGLISH,) if quoted else ())


def test_a_language_without_a_level_is_quoted_too() -> None:
    bare = Candidate(languages=(LanguageSkill("en"),))
    found = LanguageDemand(asks(LanguageNeed("en", "fluent")), NAMES).judge(bare)
    assert (found.outcome, found.evidence) == (CANNOT_TELL, (Evidence("English", RECORD),))


@pytest.mark.parametrize(
    ("levels", "reason"),
    [
        (("native", "native"), "English (native) reaches the level asked, native."),
        (
            ("so so", "so so"),
            "English (so so) can mean more or less than the level asked, native.",
        ),
        (("basic", "so so"), "French (so so) can mean more or less than the level asked, native."),
        (
            ("basic", "basic"),
            (
                "English (basic) is below the level asked, native and French (basic) is below the level "
                "asked, native."
            ),
        ),
    ],
)
def test_one_language_that_does_or_may_do_is_named_and_all_where_none_does(
    levels: tuple[str, str], reason: str
) -> None:
    needs = asks(LanguageNeed("en", "native"), LanguageNeed("fr", "native"))
    skills = tuple(LanguageSkill(code, level) for code, level in zip(("en", "fr"), levels, strict=True))
    assert LanguageDemand(needs, NAMES).judge(Candidate(languages=skills)).reason == reason


def test_one_demand_answers_for_many_people_and_never_mixes_them_up() -> None:
    needs = (LanguageNeed("en", "fluent"), LanguageNeed("en", "fluent", ("oral",)), LanguageNeed("fr"))
    people = [
        Candidate(languages=skills, documents=(Document("cv.txt", "0", "first other"),))
        for skills in (
            (),
            (LanguageSkill("en", "fluent"),),
            (LanguageSkill("en", "basic"),),
            (LanguageSkill("en", "basic", {"oral": "fluent"}),),
            (LanguageSkill("en", "basic", {"oral": "basic", "written": "fluent"}),),
            (LanguageSkill("en", "basic", spans=(Span(0, 5),)),),
            (LanguageSkill("en", "basic", spans=(Span(6, 11),)),),
            (LanguageSkill("en-GB", "fluent"),),
            (LanguageSkill("en", "fluent", tested="A2"),),
            (LanguageSkill("fr", "none"), LanguageSkill("en", "basic")),
            (LanguageSkill("fr"), LanguageSkill("en", "fluent"), LanguageSkill("en", "basic")),
        )
    ]
    names = Names(language=str.upper)
    declared = Declared()
    demands = [LanguageDemand(asks(need), names, declared=declared) for need in needs]
    for person in people * 2:
        for need, demand in zip(needs, demands, strict=True):
            alone = LanguageDemand(asks(need), names).judge(person)
            assert demand.judge(person) == alone
            assert (
                demand.truth(person)
                is {"met": True, "not met": False, "cannot tell": None}[str(alone.outcome)]
            )
