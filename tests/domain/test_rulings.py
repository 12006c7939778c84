"""What persons rule: shares of jobs, fields of study, institutions; and by what each is known again."""

from __future__ import annotations

from fractions import Fraction

import pytest

from recruiter_tui.domain.dates import PartialDate
from recruiter_tui.domain.errors import Refused
from recruiter_tui.domain.person import Employment
from recruiter_tui.domain.rulings import (
    Accreditation,
    FieldRuling,
    Relevance,
    Standing,
    by_job,
    field_key,
    job_keys,
    share_of,
)


@pytest.mark.parametrize(
    ("wording", "share", "shown"),
    [
        ("yes", Fraction(1), "yes"),
        (" No ", Fraction(0), "no"),
        ("100 %", Fraction(1), "yes"),
        ("0%", Fraction(0), "no"),
        ("1", Fraction(1), "yes"),
        ("75 %", Fraction(3, 4), "75 %"),
        ("3/4", Fraction(3, 4), "75 %"),
        ("0.125", Fraction(1, 8), "12.5 %"),
        ("12.5%", Fraction(1, 8), "12.5 %"),
        ("1/2 %", Fraction(1, 200), "0.5 %"),
        ("75", Fraction(3, 4), "75 %"),
        ("100", Fraction(1), "yes"),
        ("2", Fraction(1, 50), "2 %"),
    ],
)
def test_a_share_of_a_job_is_read_and_shown(wording: str, share: Fraction, shown: str) -> None:
    assert share_of(wording) == share
    assert Relevance(share).in_words == shown


@pytest.mark.parametrize(
    "wording", ["much", "", "%", "-1", "-0.01 %", "1.01", "101 %", "101", "²", "1/0", "75 % of it"]
)
def test_what_is_no_share_is_refused(wording: str) -> None:
    with pytest.raises(Refused) as refusal:
        share_of(f" {wording} ")
    assert refusal.value.problem == f"{wording!r} is no share of a job"
    assert refusal.value.remedy == "say yes, no, or a percentage such as 75 %"


def test_a_field_is_the_same_whatever_its_case_accents_and_blanks() -> None:
    ruling = FieldRuling("  Économie   POLITIQUE ", related=True, reason="Of use.")
    assert ruling.key == field_key("economie politique") == "economie politique"
    assert field_key("economie, politique") != ruling.key


def job(title: str, employer: str, year: int = 2020) -> Employment:
    return Employment(employer, title, PartialDate(year))


def test_a_job_is_known_by_title_and_employer_and_by_its_number_among_its_like() -> None:
    jobs = (
        job("Officer", "Port Trust"),
        job("Clerk", "Port Trust"),
        job(" OFFICER", "Pört trust", 2022),
        job("Officer", ""),
        job("officer", "port  trust", 2024),
    )
    assert job_keys(jobs) == (
        "officer | port trust",
        "clerk | port trust",
        "officer | port trust #2",
        "officer | ",
        "officer | port trust #3",
    )
    half = Relevance(Fraction(1, 2))
    ruled = {"officer | port trust #2": half, "clerk | port trust": half, "gone | port trust": half}
    assert by_job(jobs, ruled) == {1: half, 2: half}
    assert by_job(jobs, {}) == {}
    assert job_keys(()) == ()


@pytest.mark.parametrize(
    ("standing", "flag"),
    [
        (Standing.RECOGNISED, "accreditation checked on 2026-01-02 by Ana Ruiz"),
        (Standing.NOT_RECOGNISED, "accreditation checked on 2026-01-02 by Ana Ruiz: not recognised"),
        (Standing.UNCLEAR, "accreditation checked on 2026-01-02 by Ana Ruiz: unclear"),
    ],
)
def test_the_record_of_a_check_says_when_by_whom_and_what_came_of_it(standing: Standing, flag: str) -> None:
    record = Accreditation("Oran", standing, "2026-01-02", " Ana\n Ruiz ", "IAU-1", "by mail")
    assert record.flag == flag
    assert record.as_json() == {
        "institution": "Oran",
        "id": "IAU-1",
        "on": "2026-01-02",
        "by": " Ana\n Ruiz ",
        "outcome": standing.value,
    }
