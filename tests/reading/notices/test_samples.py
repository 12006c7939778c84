"""Whole notices in our own wording: the layouts of the field, four languages, pages, data and tables."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import TYPE_CHECKING

from recruiter_tui.domain.notice import Category
from recruiter_tui.domain.requirement import (
    Competency,
    CompetencyGroup,
    DegreeLevel,
    EducationExperience,
    LanguageRequirement,
    Nationality,
    NationalityRule,
    Necessity,
    Tier,
)
from recruiter_tui.domain.stated import State
from recruiter_tui.reading.notices import read_notice

if TYPE_CHECKING:
    from collections.abc import Callable

    from recruiter_tui.domain.notice import Notice

    Reader = Callable[[str], Notice]

SAMPLES = Path(__file__).with_name("samples")


def routes(notice: Notice) -> list[tuple[DegreeLevel, int | None]]:
    return [
        (branch.degree, branch.months)
        for each in notice.criteria
        if isinstance(each, EducationExperience)
        for branch in each.alternatives
    ]


def spoken(notice: Notice, necessity: Necessity) -> list[list[str]]:
    return [
        [need.language for need in each.any_of]
        for each in notice.criteria
        if isinstance(each, LanguageRequirement) and each.necessity is necessity
    ]


def test_a_labelled_notice_with_glued_lists(sample: Reader) -> None:
    notice = sample("harbour-glued.txt")
    assert (notice.title.value, notice.reference.value) == ("Harbour Safety Officer (HSO)", "40217")
    assert (notice.grade.value, notice.category.value) == ("P-3", Category.PROFESSIONAL)
    assert (notice.contract_type.value, notice.duration.value) == (
        "Fixed-Term",
        "12 Months with Possibility of Extension",
    )
    assert notice.closing.value is not None
    assert notice.closing.value.instant == dt.datetime(2026, 7, 12, 21, 59, tzinfo=dt.UTC)  # summer in Geneva
    assert [duty.text.split()[0] for duty in notice.duties] == ["Inspect", "Keep", "Train", "Perform"]
    assert routes(notice) == [(DegreeLevel.MASTER, 60), (DegreeLevel.BACHELOR, 84)]
    assert spoken(notice, Necessity.ESSENTIAL) == [["en"]]
    assert spoken(notice, Necessity.ADVANTAGE) == [["ar"], ["fr"], ["zh", "ru", "es"]]


def test_its_items_tiers_and_competencies(sample: Reader) -> None:
    notice = sample("harbour-glued.txt")
    ids = [each.id for each in notice.criteria]
    assert [each for each in ids if each.startswith(("experience", "skill"))] == [
        *(f"experience-{number}" for number in range(1, 5)),
        *(f"skill-{number}" for number in range(1, 4)),
    ]
    first, second = (each for each in notice.criteria if isinstance(each, Tier))
    assert (first.internal, first.nationalities) == (True, ("CG", "CK", "FM", "GW", "VA", "NA", "ST", "VU"))
    assert second.rest
    levels = [(each.group, each.level) for each in notice.criteria if isinstance(each, Competency)]
    assert levels == [(CompetencyGroup.VALUES, None)] * 3 + [(CompetencyGroup.CORE, 2)] * 2
    (rule,) = (each for each in notice.criteria if isinstance(each, Nationality))
    assert (rule.rule, rule.country) == (NationalityRule.EXCLUDES_DUTY_STATION, "TN")
    assert notice.roster_months.value == 24


def test_a_header_without_labels_is_an_inference(sample: Reader) -> None:
    notice = sample("orchard-board.txt")
    assert notice.posted_on.value == dt.date(2026, 2, 3)
    assert notice.closing.value is not None
    assert notice.closing.value.date == dt.date(2026, 4, 21)
    assert {notice.posted_on.state, notice.closing.state, notice.duty_station_city.state} == {State.INFERRED}
    assert notice.closing.why
    assert (notice.duty_station_city.value, notice.duty_station_country.value) == ("Ka\u00e9di", "MR")
    assert notice.organisation.value == "Green Valley Development Fund (GVDF)"
    assert notice.grade.value is None
    assert routes(notice) == [(DegreeLevel.MASTER, None), (DegreeLevel.BACHELOR, 24)]
    assert "only one allows a related field" in notice.contradictions[0].what
    assert not any("style=" in str(each) for each in notice.criteria)


def test_a_french_notice(sample: Reader) -> None:
    notice = sample("infirmier.txt")
    assert (notice.duty_station_city.value, notice.duty_station_country.value) == ("Niamey", "NE")
    assert notice.closing.value is not None
    assert (notice.closing.value.date, notice.closing.value.time) == (dt.date(2026, 3, 14), dt.time(17))
    assert notice.reference.value == "FVS/2026/017"
    assert routes(notice) == [(DegreeLevel.BACHELOR, 36)]
    assert (spoken(notice, Necessity.ESSENTIAL), spoken(notice, Necessity.ADVANTAGE)) == ([["fr"]], [["ha"]])


def test_a_spanish_notice_writes_the_day_first(sample: Reader) -> None:
    notice = sample("contadora.txt")
    assert notice.posted_on.value == dt.date(2026, 4, 13)
    assert notice.closing.value is not None
    assert notice.closing.value.date == dt.date(2026, 5, 4)
    assert notice.duration.value == "doce (12) meses"
    assert routes(notice) == [(DegreeLevel.BACHELOR, 48)]
    assert spoken(notice, Necessity.ESSENTIAL) == [["es"]]


def test_a_portuguese_notice_pairs_years_with_schools(sample: Reader) -> None:
    notice = sample("analista.txt")
    assert routes(notice) == [(DegreeLevel.BACHELOR, 36), (DegreeLevel.SECONDARY, 72)]
    assert (spoken(notice, Necessity.ESSENTIAL), spoken(notice, Necessity.ADVANTAGE)) == ([["pt"]], [["en"]])


def test_a_saved_page_is_read_without_its_furniture(sample: Reader) -> None:
    notice = sample("page.html")
    assert (notice.title.value, notice.reference.value) == ("Bridge Engineer", "SRB-1182")
    assert (notice.organisation.value, notice.grade.value) == ("Southern Roads Bank", "P-4")
    assert notice.posted_on.value == dt.date(2026, 3, 2)
    assert notice.closing.value is not None
    assert (notice.closing.value.date, notice.closing.value.zone) == (dt.date(2026, 3, 25), "Africa/Maseru")
    assert routes(notice) == [(DegreeLevel.MASTER, 72), (DegreeLevel.BACHELOR, 96)]
    assert (spoken(notice, Necessity.ESSENTIAL), spoken(notice, Necessity.ADVANTAGE)) == ([["en"]], [["st"]])
    assert len(notice.duties) == 2
    assert "2030" not in notice.text


def test_front_matter_gives_fields_but_not_a_records_own_id(sample: Reader) -> None:
    notice = sample("gardener.md")
    assert notice.title.value == "Senior Gardener for a walled garden (part-time or full-time)"
    assert notice.reference.value is None
    assert notice.closing.value is not None
    assert notice.closing.value.instant == dt.datetime(2026, 3, 30, 12, tzinfo=dt.UTC)
    assert spoken(notice, Necessity.ESSENTIAL) == []


def test_linked_data_in_a_page_is_the_notice(sample: Reader) -> None:
    notice = sample("linked.html")
    assert (notice.source.layout, notice.title.value, notice.reference.value) == (
        "schema.org",
        "Archivist",
        "AR-77",
    )
    assert (notice.duty_station_city.value, notice.duty_station_country.value) == ("Valletta", "MT")
    assert notice.closing.value is not None
    assert notice.closing.value.instant == dt.datetime(2026, 6, 15, 21, 59, tzinfo=dt.UTC)
    assert routes(notice) == [(DegreeLevel.BACHELOR, 36)]


def test_an_answer_of_reliefweb_is_read(sample: Reader) -> None:
    notice = sample("relief.json")
    assert (notice.title.value, notice.organisation.value) == ("Water Engineer", "Wells Without Borders")
    assert (notice.duty_station_city.value, notice.duty_station_country.value) == ("Ab\u00e9ch\u00e9", "TD")
    assert spoken(notice, Necessity.ESSENTIAL) == [["fr"]]


def test_a_boards_table_holds_a_notice_a_row() -> None:
    notices = read_notice(SAMPLES / "board.csv")
    assert [(each.title.value, each.duty_station_city.value) for each in notices] == [
        ("Baker", "Kigali"),
        ("Miller", "Huye"),
    ]


def test_working_languages_of_a_secretariat_are_no_demand(sample: Reader) -> None:
    notice = sample("secretariat.txt")
    assert spoken(notice, Necessity.ESSENTIAL) == [["en"], ["th"]]
    assert routes(notice) == [(DegreeLevel.MASTER, 24), (DegreeLevel.BACHELOR, 48)]
    assert notice.category.value is Category.NATIONAL_OFFICER
    assert notice.closing.value is not None
    assert notice.closing.value.zone == "America/New_York"
    (rule,) = (each for each in notice.criteria if isinstance(each, Nationality))
    assert (rule.rule, rule.country) == (NationalityRule.ONLY_DUTY_STATION, "TH")


def test_every_span_shows_where_its_value_stands() -> None:
    for path in sorted(SAMPLES.iterdir()):
        for notice in read_notice(path):
            for field in (
                notice.title,
                notice.reference,
                notice.organisation,
                notice.duty_station_city,
                notice.grade,
            ):
                if field.value is not None:
                    quoted = " ".join(notice.text[span.start : span.end] for span in field.spans)
                    assert set(field.value.split()) <= set(quoted.split()) | set(
                        quoted.replace(",", " ").split()
                    )
