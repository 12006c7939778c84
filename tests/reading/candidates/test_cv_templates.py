"""CVs of many templates in five languages, labelled by hand: a figure that sinks says which rule broke."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from recruiter_tui.domain.text import fold
from recruiter_tui.reading.candidates.cv import candidate_of
from recruiter_tui.reading.text import decode

if TYPE_CHECKING:
    from recruiter_tui.domain.person import Candidate

HERE = Path(__file__).parent
LABELS: list[dict[str, Any]] = json.loads((HERE / "cv_truth.json").read_text(encoding="utf-8"))["cvs"]
READ: dict[str, Candidate] = {
    each["file"]: candidate_of(decode((HERE / "cvs" / each["file"]).read_bytes())) for each in LABELS
}


def digits(phone: str) -> str:
    return "".join(sign for sign in phone if sign.isdigit())


@pytest.mark.parametrize("label", LABELS, ids=lambda label: str(label["file"]))
def test_who_the_person_is_and_how_to_reach_them(label: dict[str, Any]) -> None:
    found = READ[label["file"]]
    assert fold(found.name.value or "") == fold(label["name"])
    assert [mail.value for mail in found.emails][:1] == [label["email"]]
    assert digits(found.phones[0].value or "").endswith(digits(label["phone"]).lstrip("0"))


@pytest.mark.parametrize("label", LABELS, ids=lambda label: str(label["file"]))
def test_every_job_with_its_employer_title_and_dates(label: dict[str, Any]) -> None:
    jobs = READ[label["file"]].employment
    found = [
        (fold(job.employer), str(job.start)[: len(want[2])], str(job.end)[: len(want[3])])
        for job, want in zip(jobs, label["employment"], strict=True)
    ]
    assert [dates for _, *dates in found] == [want[2:] for want in label["employment"]]
    employers = [employer.partition(", ")[0] for employer, *_ in found]  # a town may stand behind it
    assert employers == [fold(want[0]) for want in label["employment"]]
    assert [
        fold(want[1]) in fold(job.title) for job, want in zip(jobs, label["employment"], strict=True)
    ].count(False) == 0


@pytest.mark.parametrize("label", LABELS, ids=lambda label: str(label["file"]))
def test_every_degree_with_its_level_and_school(label: dict[str, Any]) -> None:
    degrees = READ[label["file"]].degrees
    found = [(each.level.word if each.level else None, fold(each.institution or "")) for each in degrees]
    assert [level for level, _ in found] == [want[0] for want in label["degrees"]]
    assert [fold(want[2]) in school for (_, school), want in zip(found, label["degrees"], strict=True)].count(
        False
    ) == 0


@pytest.mark.parametrize("label", LABELS, ids=lambda label: str(label["file"]))
def test_every_language_and_no_other(label: dict[str, Any]) -> None:
    assert [each.language for each in READ[label["file"]].languages] == label["languages"]
