from __future__ import annotations

import time
from dataclasses import replace

import pytest
from rich.cells import cell_len

from recruiter_tui.domain.comparison import Compared, compare
from recruiter_tui.domain.finding import Outcome
from recruiter_tui.services.views import Comparison, ComparisonLine, Dossier
from recruiter_tui.tui.drawing.comparison import Columns, Mode, head_lines, in_words, row_line, rows_of
from tests.tui.people import DOSSIER, named


def late(dossier: Dossier) -> Dossier:
    findings = tuple(
        replace(one, outcome=Outcome.NOT_MET) if one.criterion == "deadline" else one
        for one in dossier.findings
    )
    return replace(dossier, findings=findings)


DOSSIERS = (DOSSIER, late(named("王小明")), named("Jean Dupont", 3))


def comparison(*dossiers: Dossier) -> Comparison:
    lines = compare([Compared(one.row.name, {"residence": one.row.name}, one.findings) for one in dossiers])
    return Comparison(
        "V1",
        tuple(one.row for one in dossiers),
        tuple(
            ComparisonLine(one.label, one.cells, one.outcomes, one.differs, one.criterion) for one in lines
        ),
    )


def drawn(mode: Mode, width: int = 80) -> list[str]:
    rows = rows_of(comparison(*DOSSIERS), DOSSIERS, mode)
    columns = Columns.fitting(width, len(DOSSIERS), 0)
    return [row_line(row, columns, width).text.rstrip() for row in rows]


def test_differences_come_first_and_the_rest_below() -> None:
    assert drawn(Mode.FIRST)[:6] == [
        "  Differences ──────────────────────────────────────────────────────────────────",
        "  Closing                  ✓ met             ✗ not met         ✓ met",
        "  residence                Amina Belkacem-…  王小明            Jean Dupont",
        "",
        "  The same for all ─────────────────────────────────────────────────────────────",
        "  Nationality              ? cannot tell     ? cannot tell     ? cannot tell",
    ]


def test_differences_only_leave_the_rest_out() -> None:
    assert [text.split()[0] for text in drawn(Mode.ONLY)] == ["Differences", "Closing", "residence"]


def test_everything_stands_by_family_with_the_facts_last() -> None:
    lines = drawn(Mode.ALL)
    assert [text.split(" ─")[0].strip() for text in lines if "─" in text] == [
        "Criteria",
        "For you to judge",
        "Facts",
    ]


def test_a_persons_ruling_carries_its_sign() -> None:
    assert any("✓ met ✎" in text for text in drawn(Mode.ALL))


def test_the_head_names_the_applications_and_marks_the_chosen_one() -> None:
    columns = Columns.fitting(80, 3, 1)
    names, stands, _held = head_lines(comparison(*DOSSIERS), columns, 80, 1)
    assert names.text.rstrip() == "                           Amina Belkacem-… ▌王小明            Jean Dupont"
    assert stands.text.count("~ maybe") == 3


@pytest.mark.parametrize(
    ("width", "count", "chosen"), [(80, 6, 0), (80, 6, 5), (30, 2, 1), (200, 6, 3), (12, 2, 0)]
)
def test_the_chosen_application_is_always_in_view(width: int, count: int, chosen: int) -> None:
    columns = Columns.fitting(width, count, chosen)
    assert chosen in columns.shown
    assert len(columns.shown) >= 1


def test_labels_get_what_columns_of_a_good_width_leave() -> None:
    assert Columns.fitting(200, 2, 0, longest=90).label == 56
    assert Columns.fitting(200, 2, 0, longest=30).label == 30
    assert Columns.fitting(120, 6, 0, longest=90).label == 24
    assert Columns.fitting(40, 2, 0, longest=90).label == 14


def test_columns_out_of_view_are_counted() -> None:
    columns = Columns.fitting(40, 3, 1)
    names, *_rest = head_lines(comparison(*DOSSIERS), columns, 40, 1)
    assert names.text.startswith("  2 of 3 ")


def test_facts_are_said_in_words_and_not_twice(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TZ", "UTC")
    time.tzset()
    outcomes = (None, None)
    held = replace(
        comparison(*DOSSIERS[:2]),
        lines=tuple(
            ComparisonLine(label, cells, outcomes, differs=True, criterion=None)
            for label, cells in (
                ("disposition", ("new", "not-suitable")),
                ("tier", ("cannot tell", "cannot tell")),
                ("outcome", ("met", "not met")),
                ("received", ("2026-11-05T05:57:37-05:00", "not stated")),
                ("years of experience", ("1", "8.6 to 8.8")),
                ("degrees", ("master, Law, 2010-07; bachelor, Law", "bachelor, 2008-06-30")),
                ("last post", ("Clerk", "Officer")),
            )
        ),
    )
    told = in_words(held, [replace(one, findings=()) for one in DOSSIERS[:2]])
    assert [(one.label, one.cells) for one in told.lines] == [
        ("As a whole", ("✓ met", "✗ not met")),
        ("Received, time here", ("5 Nov 2026 10:57", "not stated")),
        ("Experience", ("1 year", "8.6 to 8.8 years")),
        ("Degrees", ("master, Law, Jul 2010; bachelor, Law", "bachelor, 30 Jun 2008")),
        ("Last post", ("Clerk", "Officer")),
    ]


@pytest.mark.parametrize("width", [12, 20, 40, 80, 133])
def test_every_row_is_exactly_as_wide_as_asked(width: int) -> None:
    held = comparison(*DOSSIERS)
    columns = Columns.fitting(width, 3, 0)
    lines = [row_line(row, columns, width) for row in rows_of(held, DOSSIERS, Mode.FIRST)]
    lines += head_lines(held, columns, width, 0)
    assert {cell_len(line.text) for line in lines} == {width}


def test_the_modes_follow_each_other_in_a_circle() -> None:
    assert Mode.FIRST.next is Mode.ONLY
    assert Mode.ONLY.next is Mode.ALL
    assert Mode.ALL.next is Mode.FIRST
