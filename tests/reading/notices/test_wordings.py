"""Tables of wordings and what they mean: closing, education with experience, languages, tiers, terms."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest

from recruiter_tui.domain.requirement import (
    Channel,
    DegreeLevel,
    EducationExperience,
    LanguageRequirement,
    Nationality,
    NationalityRule,
    Necessity,
    Tier,
)
from recruiter_tui.domain.stated import State

if TYPE_CHECKING:
    from collections.abc import Callable

    from recruiter_tui.domain.notice import Notice

    Reader = Callable[[str], Notice]

MASTER, BACHELOR, DIPLOMA = DegreeLevel.MASTER, DegreeLevel.BACHELOR, DegreeLevel.DIPLOMA
SECONDARY, DOCTORATE = DegreeLevel.SECONDARY, DegreeLevel.DOCTORATE


@pytest.mark.parametrize(
    ("line", "day", "time", "zone"),
    [
        ("Closing date: 5 February 2026", "2026-02-05", None, None),
        ("Deadline for applications: March 15th, 2026", "2026-03-15", None, None),
        ("Apply by: 2026-04-09", "2026-04-09", None, None),
        (
            "Closing Date: Tuesday, March 31, 2026 11:59 p.m. (2359 Manila Time, 0800 GMT)",
            "2026-03-31",
            "23:59",
            "Asia/Manila",
        ),
        (
            "Deadline: 16 March 2026-23:59-GMT+06:00 Bangladesh Standard Time",
            "2026-03-16",
            "23:59",
            "Etc/GMT-6",
        ),
        ("Deadline on: 30-Mar-2026 16:00 (GMT -4.00)", "2026-03-30", "16:00", "Etc/GMT+4"),
        ("Close Date : (Midnight, Rome Time) 28 April 2026", "2026-04-28", "23:59", "Europe/Rome"),
        ("Application deadline: 23 March 2026, 5 PM", "2026-03-23", "17:00", None),
        ("Date limite : 14 mars 2026 \u00e0 17h30", "2026-03-14", "17:30", None),
        (
            (
                "Fecha l\u00edmite: 30 de marzo de 2026 hasta las 1:00 p.m. (hora oficial de la "
                "Rep\u00fablica de Honduras)"
            ),
            "2026-03-30",
            "13:00",
            "America/Tegucigalpa",
        ),
        ("Prazo: 1 de junho de 2026", "2026-06-01", None, None),
        ("Deadline\n12 May 2026", "2026-05-12", None, None),
        (
            "Applications must be received no later than 7 August 2026, midnight New York time.",
            "2026-08-07",
            "23:59",
            "America/New_York",
        ),
        ("Les candidatures sont re\u00e7ues au plus tard le 3 septembre 2026.", "2026-09-03", None, None),
        ("Closing date: 25/03/2026", "2026-03-25", None, None),
        ("Closing date: 03/25/2026", "2026-03-25", None, None),
        ("Posted: 01/28/2026\nClosing date: 02/03/2026", "2026-02-03", None, None),
        ("Posted: 28/01/2026\nClosing date: 02/03/2026", "2026-03-02", None, None),
        ("Posted: 2 March 2026\nClosing date: 04/03/2026", None, None, None),
        ("Posting Period: 3 February 2026 - 24 February 2026", "2026-02-24", None, None),
        ("Closing date: 12 May 2026 (extended to 19 May 2026)", "2026-05-19", None, None),
        ("Closure Date: 05/Feb/2026, 10:59:00 PM", "2026-02-05", "22:59", None),
        (
            "Application deadline (midnight Geneva time): 10 February 2026",
            "2026-02-10",
            "23:59",
            "Europe/Zurich",
        ),
        ("Please send your CV to us not later than 22 February 2026.", "2026-02-22", None, None),
        ("Posted: 28/03/2026\nContract Length: Posting End Date\n08/04/2026", "2026-04-08", None, None),
    ],
)
def test_closings(read_text: Reader, line: str, day: str | None, time: str | None, zone: str | None) -> None:
    closing = read_text(line).closing
    if day is None:
        assert closing.value is None or closing.state is State.INFERRED
        return
    assert closing.value is not None
    assert closing.value.date == dt.date.fromisoformat(day)
    assert (closing.value.time and closing.value.time.strftime("%H:%M"), closing.value.zone) == (time, zone)


@pytest.mark.parametrize(
    "line",
    [
        "Starting date: 1 June 2026",
        "Expected start date: 04/13/2026",
        "An information meeting is held on 19 March 2026.",
        "The trust was founded on 3 May 1951.",
        "Applicants may apply if selected with a start date before 31 December 2026.",
    ],
)
def test_dates_that_close_nothing(read_text: Reader, line: str) -> None:
    assert read_text(line).closing.value is None


def test_an_open_order_offers_both_readings(read_text: Reader) -> None:
    closing = read_text("Closing date: 04/05/2026").closing
    assert closing.value is None
    assert {each.date for each in closing.readings} == {dt.date(2026, 4, 5), dt.date(2026, 5, 4)}
    assert closing.why


@pytest.mark.parametrize(
    ("section", "wanted"),
    [
        (
            (
                "Master's degree in law with five years of relevant experience; or, University "
                "degree with seven years of experience."
            ),
            [(MASTER, 60), (BACHELOR, 84)],
        ),
        (
            "Advanced university degree (Master's degree or PhD) and a minimum of 5 years of experience.",
            [(MASTER, 60)],
        ),
        (
            (
                "Advanced university degree with 5 years of experience. A first-level university "
                "degree with two additional years "
                "of experience may be accepted in lieu of the advanced university degree."
            ),
            [(MASTER, 60), (BACHELOR, 84)],
        ),
        (
            (
                "Secondary education with six years of work experience, or a university degree with "
                "3 years of work experience."
            ),
            [(BACHELOR, 36), (SECONDARY, 72)],
        ),
        (
            (
                "2 years relevant experience with High School Diploma; or 1 year relevant work "
                "experience with Bachelor or "
                "equivalent or higher."
            ),
            [(BACHELOR, 12), (SECONDARY, 24)],
        ),
        ("Secondary or higher education. At least 4 years experience as a driver.", [(SECONDARY, 48)]),
        ("University degree in biology. At least 3-4 years of work experience.", [(BACHELOR, 36)]),
        ("Bachelor's degree. Master's degree preferred. Five (5) years of experience.", [(BACHELOR, 60)]),
        (
            "PhD in economics. Eight years of professional experience, including two years abroad.",
            [(DOCTORATE, 96)],
        ),
        ("Dipl\u00f4me universitaire en droit avec au moins quatre ans d'exp\u00e9rience.", [(BACHELOR, 48)]),
        ("Maestr\u00eda en econom\u00eda y seis (6) a\u00f1os de experiencia profesional.", [(MASTER, 72)]),
        (
            (
                "M\u00ednimo de 7 anos (para Ensino M\u00e9dio) ou 4 anos (para Ensino Superior) de "
                "experi\u00eancia."
            ),
            [(BACHELOR, 48), (SECONDARY, 84)],
        ),
        ("Technical diploma with 2 years of experience.", [(DIPLOMA, 24)]),
        (
            (
                "Master's degree with seven years of experience. A first-level degree in combination with "
                "two years of qualifying experience may be accepted in lieu of the advanced degree."
            ),
            [(MASTER, 84), (BACHELOR, 108)],
        ),
        (
            (
                "Master's degree and two years of experience. A bachelor's degree with four years of "
                "experience may compensate for the lack of a master's degree."
            ),
            [(MASTER, 24), (BACHELOR, 48)],
        ),
        ("University degree and thirteen years of experience.", [(BACHELOR, 156)]),
        ("University degree and twenty-one years of experience.", [(BACHELOR, 252)]),
        ("Dipl\u00f4me universitaire (Bac+5) en droit et dix-sept ans d'exp\u00e9rience.", [(MASTER, 204)]),
        ("Enrolled in a bachelor's programme in economics.", []),
        ("Valid driving licence.", []),
        ("A university degree is desirable.", []),
    ],
)
def test_education_with_experience(
    read_text: Reader, section: str, wanted: list[tuple[DegreeLevel, int]]
) -> None:
    notice = read_text(f"Qualifications\n\n{section}\n\nHow to apply\n\nWrite to us.")
    found = [
        (branch.degree, branch.months)
        for each in notice.criteria
        if isinstance(each, EducationExperience)
        for branch in each.alternatives
    ]
    assert found == wanted


@pytest.mark.parametrize(
    ("section", "essential", "advantage"),
    [
        ("Fluency in English is required. Knowledge of French is an asset.", ["en"], ["fr"]),
        ("Fluency in Armenian, good knowledge of Russian, English is an asset.", ["hy", "ru"], ["en"]),
        ("Fluency in English or French.", ["en/fr"], []),
        ("English and French are the working languages of the organization.", [], []),
        (
            (
                "English and French are the working languages of the organization. For this post "
                "English is required."
            ),
            ["en"],
            [],
        ),
        (
            (
                "Ma\u00eetrise de l'arabe et bonnes connaissances du fran\u00e7ais. Connaissance de "
                "l'anglais est un atout."
            ),
            ["ar", "fr"],
            ["en"],
        ),
        ("Required: English (mother tongue)\nDesirable: French, Spanish or Arabic", ["en"], ["fr/es/ar"]),
        ("French, Level: Fluent, Required\nEnglish, Level: Basic, Desirable", ["fr"], ["en"]),
        (
            (
                "Profici\u00eancia em portugu\u00eas e em um dos outros idiomas do banco "
                "(ingl\u00eas, espanhol ou franc\u00eas) \u00e9 requerida."
            ),
            ["pt", "en/es/fr"],
            [],
        ),
        ("Dominio del espa\u00f1ol; ingl\u00e9s deseable.", ["es"], ["en"]),
        ("Good knowledge of local languages.", [], []),
        ("Fluent in a variety of programming languages.", [], []),
        ("The official languages of the trust are English, French and Spanish.", [], []),
        ("Georgian or Russian is a plus.", [], ["ka/ru"]),
        (
            "In addition to fluency in spoken English, knowledge of a second official language is a plus.",
            ["en"],
            [],
        ),
        ("Skills in English, and French is essential, and preference for Portuguese.", ["en", "fr"], ["pt"]),
        ("Connaissance de la langue fran\u00e7aise et de la langue anglaise.", ["fr", "en"], []),
        ("English, Level: Working knowledge, Desirable", [], ["en"]),
    ],
)
def test_languages(read_text: Reader, section: str, essential: list[str], advantage: list[str]) -> None:
    notice = read_text(f"Languages\n\n{section}\n\nHow to apply\n\nWrite to us.")
    found: dict[Necessity, list[str]] = {Necessity.ESSENTIAL: [], Necessity.ADVANTAGE: []}
    for each in notice.criteria:
        if isinstance(each, LanguageRequirement):
            found[each.necessity].append("/".join(need.language for need in each.any_of))
    assert (found[Necessity.ESSENTIAL], found[Necessity.ADVANTAGE]) == (essential, advantage)


@pytest.mark.parametrize(
    ("sentence", "rule"),
    [
        (
            "Candidates who are nationals of the duty station's country cannot be considered eligible.",
            NationalityRule.EXCLUDES_DUTY_STATION,
        ),
        ("Candidates must be Kenyan nationals.", NationalityRule.ONLY_DUTY_STATION),
        (
            "This post is open to nationals of the country of the duty station only.",
            NationalityRule.ONLY_DUTY_STATION,
        ),
        ("The trust only hires nationals of its 69 members.", None),
        ("Applications are open to nationals of Kenya only.", NationalityRule.ONLY_DUTY_STATION),
        ("Les ressortissants du Kenya ne peuvent pas postuler.", NationalityRule.EXCLUDES_DUTY_STATION),
        ("Nationals of Chad and Mali are not eligible.", NationalityRule.EXCLUDES_LISTED),
        ("Open to nationals of these member states only: Chad, Mali, Niger.", NationalityRule.ONLY_LISTED),
        ("Open only to nationals and permanent residents of Kenya.", None),
        ("Knowledge of the national authorities of Kenya is a must.", None),
        ("Nationals from developing countries are strongly encouraged to apply.", None),
    ],
)
def test_nationality_rules(read_text: Reader, sentence: str, rule: NationalityRule | None) -> None:
    found = [
        each.rule
        for each in read_text(f"Duty station: Nairobi, Kenya\n{sentence}").criteria
        if isinstance(each, Nationality)
    ]
    assert found == ([rule] if rule else [])


def test_the_channel_and_the_roster(read_text: Reader) -> None:
    notice = read_text(
        "We only accept applications submitted through our e-Recruitment system.\nThe roster is "
        "valid for two years."
    )
    assert [each.channel for each in notice.criteria if isinstance(each, Channel)] == ["e-recruitment"]
    assert notice.roster_months.value == 24


@pytest.mark.parametrize(
    ("line", "city", "country"),
    [
        ("Location: Luanda, Angola", "Luanda", "AO"),
        ("Duty Station: Bissau, Guinea-Bissau", "Bissau", "GW"),
        ("Lieu d'affectation : Abidjan, C\u00f4te d'Ivoire", "Abidjan", "CI"),
        ("Location: Yerevan, Armenia, with travel to regions", "Yerevan", "AM"),
        ("Location: Home-based", None, None),
        ("Country: Congo (the)", None, "CG"),
        ("The post is based in Garoua, Cameroon.", "Garoua", "CM"),
        ("The hives stand in many countries.", None, None),
    ],
)
def test_places(read_text: Reader, line: str, city: str | None, country: str | None) -> None:
    notice = read_text(line)
    assert (notice.duty_station_city.value, notice.duty_station_country.value) == (city, country)


@pytest.mark.parametrize(
    ("line", "duration", "contract"),
    [
        ("Contract Type: Fixed-Term (12 Months)", "12 Months", "Fixed-Term"),
        ("Duration: 6 months", "6 months", None),
        ("The initial appointment is for a period of one year.", "one year", None),
        ("Recommended candidates stay on the roster for 24 months.", None, None),
        ("For 79 years the trust has kept bees.", None, None),
        ("At least 36 months of experience with bees.", None, None),
    ],
)
def test_terms(read_text: Reader, line: str, duration: str | None, contract: str | None) -> None:
    notice = read_text(line)
    assert (notice.duration.value, notice.contract_type.value) == (duration, contract)


@pytest.mark.parametrize(
    ("sentence", "fields"),
    [
        (
            "Master's degree in Business or Public Administration, Finance or a related field.",
            ["Business Administration", "Public Administration", "Finance"],
        ),
        (
            "University degree in civil, highway or transportation engineering, or economics.",
            ["civil engineering", "highway engineering", "transportation engineering", "economics"],
        ),
        (
            "Licence en sciences politiques ou \u00e9conomiques avec quatre ans d'exp\u00e9rience.",
            ["sciences politiques", "sciences \u00e9conomiques"],
        ),
        (
            "T\u00edtulo universitario en estad\u00edstica o campos afines con un a\u00f1o.",
            ["estad\u00edstica"],
        ),
        ("University degree in the above fields.", []),
        ("University degree in one of these fields along with experience.", []),
        ("University degree in relevant fields such as Law, Economics.", ["Law", "Economics"]),
        ("University degree in a relevant discipline (e.g. law, statistics).", ["law", "statistics"]),
        ("Secondary education with a course in accounting.", []),
    ],
)
def test_fields_of_study_are_named_in_full(read_text: Reader, sentence: str, fields: list[str]) -> None:
    notice = read_text(f"Education\n\n{sentence}\n\nHow to apply\n\nWrite to us.")
    (schooling,) = (each for each in notice.criteria if isinstance(each, EducationExperience))
    assert list(schooling.fields_of_study) == fields


def test_the_words_on_accreditation_end_with_a_word(read_text: Reader) -> None:
    notice = read_text(
        "Education\n\nUniversity degree in law from an accredited academic institution, listed in a world "
        "database, with five years of experience."
    )
    (schooling,) = (each for each in notice.criteria if isinstance(each, EducationExperience))
    assert schooling.accreditation == "accredited academic institution, listed in a world database"


@pytest.mark.parametrize(
    ("line", "reference"),
    [
        ("Vacancy Number: VN 24501", "VN 24501"),
        ("Vacancy no.: DC/P/2026/04", "DC/P/2026/04"),
        ("VACANCY ANNOUNCEMENT No. 2026/017", "2026/017"),
        ("Reference: none", None),
        ("Appel à candidatures n° HY-77/2024", "HY-77/2024"),
    ],
)
def test_references(read_text: Reader, line: str, reference: str | None) -> None:
    assert read_text(line).reference.value == reference


def test_tiers_by_contract_leave_an_internal_applicant_to_a_person(read_text: Reader) -> None:
    notice = read_text(
        "Tier 1: Staff holding permanent and fixed-term appointments\n"
        "Tier 2: Staff holding temporary appointments\n"
        "Tier 3: All other contract types and other external candidates"
    )
    found = [each for each in notice.criteria if isinstance(each, Tier)]
    assert [(each.tier, each.some_internal, each.rest) for each in found] == [
        (1, True, False),
        (2, True, False),
        (3, False, True),
    ]


@pytest.mark.parametrize(
    ("asked", "rules", "own"),
    [
        ("Master's degree in Law with 5 years; or university degree in the above fields with 7 years",
         ["listed", "listed"], [(), ()]),
        ("Master's degree in Law or Economics with 5 years, or Bachelor's degree with 7 years",
         ["listed", "open"], [(), ()]),
        ("Bachelor's or Master's degree in Law with 5 years", ["listed", "listed"], [(), ()]),
        ("PhD in Economics with 2 years, or Master's degree in Law or Economics with 6 years",
         ["listed", "listed"], [("Economics",), ()]),
    ],
    ids=["points back", "says nothing", "one list for both", "lists of their own"],
)  # fmt: skip
def test_each_branch_says_which_fields_hold_for_it(
    read_text: Reader, asked: str, rules: list[str], own: list[tuple[str, ...]]
) -> None:
    (criterion,) = (
        each
        for each in read_text(f"Education\n\n{asked} of experience.").criteria
        if isinstance(each, EducationExperience)
    )
    assert [each.field_rule.value for each in criterion.alternatives] == rules
    assert [each.fields_of_study for each in criterion.alternatives] == own


def test_numbered_tiers_have_lists_and_clauses_of_their_own(read_text: Reader) -> None:
    notice = read_text(
        "Tier 1: Internal candidates and external female candidates at P-4 and above\n"
        "Tier 2: Nationals of Namibia and Tonga\n"
        "Tier 3: Candidates from the following member states: Samoa, Palau, Congo (the)\n"
        "Tier 4: All other candidates"
    )
    first, second, third, last = (each for each in notice.criteria if isinstance(each, Tier))
    assert (first.internal, first.some_internal, first.gender, first.grade_from) == (
        True,
        False,
        "female",
        "P-4",
    )
    assert (second.nationalities, second.internal, second.rest) == (("NA", "TO"), False, False)
    assert third.nationalities == ("WS", "PW", "CG")
    assert (last.rest, last.some_internal) == (True, False)


@pytest.mark.parametrize(
    ("clause", "grade_from"),
    [
        ("External female candidates (for position at P-4 and above grades)", "P-4"),
        ("external female applicants for posts at P4 and above", "P-4"),
        ("External women candidates", None),
    ],
)
def test_a_first_tier_for_women_from_outside(read_text: Reader, clause: str, grade_from: str | None) -> None:
    notice = read_text(
        "Tiers\n\nThe following are considered first-tier candidates:\n\nInternal candidates\n"
        f"{clause}\nCandidates from the following non-represented member states:\n\nNamibia, Palau, Tonga\n"
    )
    (first,) = (each for each in notice.criteria if isinstance(each, Tier))
    assert (first.internal, first.nationalities) == (True, ("NA", "PW", "TO"))
    assert (first.gender, first.grade_from) == ("female", grade_from)


def test_the_documents_to_submit(read_text: Reader) -> None:
    notice = read_text("How to apply\n\nPlease submit a cover letter, a CV and copies of diplomas.")
    assert [each.text for each in notice.documents] == ["cover letter", "CV", "copies of diplomas"]


@pytest.mark.parametrize(
    ("sentence", "is_condition"),
    [
        ("Any offer made to the candidate is subject to funding confirmation.", True),
        ("Appointment will be subject to certification that the candidate is medically fit.", True),
        ("Close relatives of staff members cannot be employed.", True),
        ("La nomination est faite sous réserve d'une visite médicale.", True),
        ("El nombramiento está sujeto a la obtención del visado.", True),
        ("Candidates are between 21 and 62 years of age.", True),
        ("The appointment is subject to a probation of six months.", False),
        ("The fund pays for medical equipment.", False),
    ],
)
def test_what_an_appointment_depends_on_is_no_criterion(
    read_text: Reader, sentence: str, *, is_condition: bool
) -> None:
    notice = read_text(f"Notes\n\n{sentence}\n")
    assert [one.text for one in notice.conditions] == ([sentence] if is_condition else [])
    assert notice.criteria == ()


def test_sections_that_speak_of_other_things_do_not_contradict_each_other(read_text: Reader) -> None:
    notice = read_text(
        "Education\n\nUniversity degree in law or a related field.\n\nExperience\n\n"
        "Five years of experience with a university degree."
    )
    assert notice.contradictions == ()
