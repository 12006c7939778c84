# ruff: noqa: RUF001 - the en dash between two dates is what is drawn
from __future__ import annotations

import datetime as dt
from dataclasses import replace
from fractions import Fraction
from typing import TYPE_CHECKING

import pytest
from rich.cells import cell_len

from recruiter_tui.domain.dates import PartialDate
from recruiter_tui.domain.person import PRESENT, Employment
from recruiter_tui.tui.drawing.career import Sum, Timeline, career_lines
from recruiter_tui.tui.drawing.timeline import timeline
from tests.tui.people import DOSSIER

if TYPE_CHECKING:
    from recruiter_tui.services.views import Dossier


def day(text: str) -> PartialDate:
    return PartialDate.parse(text)


def with_jobs(*jobs: Employment, policy: str = "once-fte", cut_off: str = "2026-01-31") -> Dossier:
    findings = tuple(
        replace(one, inputs={"policy": policy, "cut_off": cut_off}) if one.criterion == "education" else one
        for one in DOSSIER.findings
    )
    candidate = replace(DOSSIER.candidate, employment=jobs, degrees=())
    return replace(DOSSIER, candidate=candidate, findings=findings)


def drawn(dossier: Dossier, width: int = 40) -> list[str]:
    return [line.text.rstrip() for line in career_lines(timeline(dossier), width)]


FULL = Employment("B", "Officer", day("2022-01-01"), PRESENT, Fraction(1), paid=True)
HALF = Employment("A", "Assistant", day("2020-01-01"), day("2022-12-31"), Fraction(1, 2), paid=True)
VAGUE = Employment("C", "Trainer", day("2018"), day("2020"), Fraction(1), paid=True)


def test_bars_show_length_share_and_what_dates_leave_open() -> None:
    assert drawn(with_jobs(FULL, HALF, VAGUE))[:15] == [
        "2018     2020      2022      2024",
        "▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇",
        "Officer · B             1 Jan 2022 – now",
        "▁▁▁▁▁▁▁▁▁▁▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁",
        "Assistant · A",
        "  1 Jan 2020 – 31 Dec 2022 · 50 %",
        "░░░░░▇▇▇▇▇░░░░░▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁",
        "Trainer · C                  2018 – 2020",
        "░░░░░▇▇▇▇▇▄▄▄▄▄▄▄▄▄▄▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇",
        "counted",
        "                                       ╎",
        "╎ cut-off 31 Jan 2026",
        "░ dates not exact",
        "",
        "73 to 91 months  6 to 7.5 years",
    ]


def test_overlaps_are_capped_at_full_time_in_what_counted() -> None:
    twice = Employment("D", "Adviser", day("2022-01-01"), PRESENT, Fraction(1), paid=True)
    counted = drawn(with_jobs(FULL, twice))
    assert counted[5] == "▇" * 40
    assert "49 months  4 years" in counted


def test_the_months_stand_under_every_policy_and_the_exact_fraction_beneath() -> None:
    lines = drawn(with_jobs(FULL, HALF), 76)
    start = next(place for place, text in enumerate(lines) if text.startswith("61 months"))
    assert lines[start:] == [
        "61 months  5 years",
        "overlaps once, part-time pro rata, capped at full time",
        "",
        "counted otherwise",
        "85       every job in full, overlaps counted twice",
        "73       overlaps once, part-time as full time",
        "0 to 61  overlaps once, part-time pro rata, only after the degree",
    ]


def test_a_narrow_page_lists_the_policies_under_each_other() -> None:
    assert drawn(with_jobs(FULL, HALF), 36)[-7:] == [
        "85       every job in full, overlaps",
        "         counted twice",
        "73       overlaps once, part-time as",
        "         full time",
        "0 to 61  overlaps once, part-time",
        "         pro rata, only after the",
        "         degree",
    ]


def test_a_wide_page_sets_name_bar_and_dates_side_by_side() -> None:
    lines = drawn(with_jobs(FULL, HALF), 100)
    assert lines[1].startswith("Officer · B                      ▁")
    assert lines[1].endswith("▇  1 Jan 2022 – now")
    assert lines[2].endswith("  1 Jan 2020 – 31 Dec 2022 · 50 %")
    assert lines[3].startswith("counted                          ▄")


@pytest.mark.parametrize(
    ("job", "said"),
    [
        (Employment("A", "Intern", day("2020-01-01"), day("2020-02-29"), paid=False), "unpaid"),
        (Employment("A", "Clerk", None, day("2020-02-29"), paid=True), "start not stated"),
        (Employment("A", "Clerk", day("2020-01-01"), None, paid=True), "end not stated"),
        (Employment("A", "Clerk", day("2021-01-01"), day("2020-01-01"), paid=True), "start after end"),
    ],
)
def test_what_is_odd_about_a_job_is_said_beside_it(job: Employment, said: str) -> None:
    assert any(said in text for text in drawn(with_jobs(FULL, job), 60))


def test_a_job_without_any_date_is_listed_and_nothing_is_drawn_of_it() -> None:
    assert drawn(with_jobs(Employment("A", "Clerk")), 60)[:2] == [
        "Clerk · A          ? – ? · start not stated · end not stated",
        "",
    ]


def test_months_are_never_rounded_up_to_a_requirement() -> None:
    career = Timeline(policy="once", sums=(Sum("once", Fraction(59_996, 1000), Fraction(59_996, 1000)),))
    assert [line.text.rstrip() for line in career_lines(career, 60)][1] == "59.99 months  4.9 years"


def test_a_job_whose_start_nobody_stated_leaves_the_sum_open_above() -> None:
    career = timeline(with_jobs(Employment("A", "Clerk", None, day("2020-02-29"), paid=True)))
    assert career.sums[0].high is None
    assert any("0 or more" in line.text for line in career_lines(career, 60))


def test_without_cut_off_the_jobs_are_listed_only() -> None:
    dossier = replace(
        with_jobs(FULL),
        findings=(),
        application=replace(DOSSIER.application, received=None),
    )
    assert drawn(dossier) == ["Officer · B             1 Jan 2022 – now"]


@pytest.mark.parametrize("width", range(10, 121))
def test_every_width_is_kept_exactly(width: int) -> None:
    lines = list(career_lines(timeline(with_jobs(FULL, HALF, VAGUE)), width))
    assert {cell_len(line.text) for line in lines} == {width}


def test_the_degree_is_marked_where_the_branch_asks_for_it() -> None:
    career = timeline(DOSSIER)
    assert career.degree == dt.date(2013, 12, 31)
    assert any("◆ degree 31 Dec 2013" in line.text for line in career_lines(career, 60))
