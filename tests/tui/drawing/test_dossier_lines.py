from __future__ import annotations

import datetime as dt
import re
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from rich.cells import cell_len

from recruiter_tui.domain.application import Disposition
from recruiter_tui.domain.roster import RosterTerm
from recruiter_tui.domain.stated import Stated
from recruiter_tui.tui.drawing.dossier import dossier_lines
from recruiter_tui.tui.drawing.findings import standing_piece
from recruiter_tui.tui.drawing.line import About, Stop
from recruiter_tui.tui.drawing.setting import Setting
from recruiter_tui.tui.signs import Ink
from recruiter_tui.tui.text import counted
from tests.tui.drawing.dossiers import HOSTILE, dossiers
from tests.tui.people import DOSSIER

if TYPE_CHECKING:
    from recruiter_tui.services.views import Dossier

SETTING = Setting(terms={"experience-1": frozenset({"bord", "manag"})})
UNSAFE = re.compile("[\x00-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\u200e\u200f]")


def drawn(dossier: Dossier, width: int) -> list[str]:
    return [line.text.rstrip() for line in dossier_lines(dossier, width, SETTING)]


def section(dossier: Dossier, width: int, title: str) -> list[str]:
    """Return the lines of one section, without its heading."""
    lines = drawn(dossier, width)
    start = next(place for place, text in enumerate(lines) if text.startswith(f"{title} ─"))
    rest = lines[start + 1 :]
    return rest[: rest.index("")] if "" in rest else rest


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(dossiers, st.integers(min_value=10, max_value=200))
def test_any_dossier_at_any_width_gives_harmless_lines_of_exactly_that_width(
    dossier: Dossier, width: int
) -> None:
    for line in dossier_lines(dossier, width, SETTING):
        assert cell_len(line.text) == width
        assert not UNSAFE.search(line.text)
        assert line.content.plain == line.text


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_name_is_one_line_of_text(name: str) -> None:
    dossier = replace(DOSSIER, candidate=replace(DOSSIER.candidate, name=Stated.known(name)))
    first = next(iter(dossier_lines(dossier, 40, SETTING)))
    assert cell_len(first.text) == 40
    assert not UNSAFE.search(first.text)


def test_the_head_says_who_it_is_how_it_stands_and_how_it_lies_to_the_closing() -> None:
    assert drawn(DOSSIER, 64)[:5] == [
        "Amina Belkacem-Lévêque                                    A-0042",
        "~ maybe   tier 1   ? cannot tell",
        "decided by ana, 10 Feb 2026 09:12 UTC",
        "Algeria, France · lives in Tunisia · internal",
        "received 3 Feb 2026 19:59 UTC · 2 days 3 hours before closing",
    ]


def test_a_finding_reads_sign_word_family_sentence_and_the_quotation_below() -> None:
    assert section(DOSSIER, 76, "Findings")[:7] == [
        "✓ met          Closing",
        "               Received 2 d 3 h before the closing.",
        "               “2026-02-03T19:59:12Z”  applications.csv, row 42",
        "? cannot tell  Nationality",
        "               Two nationalities are on file, and the notice excludes",
        "               nationals of Algeria: a person has to rule.",
        "               “Algerian and French”  applications.csv, row 42",
    ]


def test_a_ruling_stands_before_what_the_machine_had_found() -> None:
    lines = section(DOSSIER, 60, "Findings")
    start = next(place for place, text in enumerate(lines) if "Education" in text)
    assert lines[start : start + 7] == [
        "✓ met          Education and experience                ✎ ana",
        "  ✎ “The master's certificate came by mail on 9 February;",
        "  the degree is from 2016.”",
        "  ruled by ana, 10 Feb 2026 09:12 UTC",
        "  in place of ✗ not met: A bachelor's degree needs 84 months",
        "  of experience, and 73.3 to 97.3 are on file.",
        "  look at: share of full time not stated for one job",
    ]


def test_a_narrow_page_sets_sign_and_title_as_they_fit() -> None:
    lines = section(DOSSIER, 30, "Findings")
    assert lines[:3] == [
        "✓ met  Closing",
        "  Received 2 d 3 h before the",
        "  closing.",
    ]
    start = next(place for place, text in enumerate(lines) if "✎ ana" in text)
    assert lines[start : start + 2] == ["✓ met                    ✎ ana", "  Education and experience"]


def test_a_narrow_page_sets_values_beside_their_labels_as_they_fit() -> None:
    assert section(DOSSIER, 34, "Languages") == [
        "French  mother tongue",
        "Arabic",
        "  fluent · reading fluent ·",
        "  writing working knowledge",
        "English  fluent",
    ]


def test_what_a_person_judges_comes_with_the_candidates_own_words_lit() -> None:
    assert section(DOSSIER, 90, "For you to judge")[0] == (
        "“ Experience in integrated border management with government counterparts"
    )
    assert "For you to judge" in next(
        x.text for x in dossier_lines(DOSSIER, 90, SETTING) if "with passages" in x.text
    )
    lines = [line for line in dossier_lines(DOSSIER, 90, SETTING) if "Led the integrated" in line.text]
    lit = [text for text, ink in lines[0].pieces if "bold" in ink]
    assert lit == ["border", "management"]


def test_facts_name_their_path_so_that_a_correction_knows_what_is_meant() -> None:
    stops = [line.stop for line in dossier_lines(DOSSIER, 60, SETTING) if line.stop]
    for path in (
        "name",
        "nationalities",
        "employment/1",
        "degrees/0",
        "languages/2",
        "emails/0",
        "residence",
    ):
        assert Stop(About.FACT, path) in stops


def test_a_corrected_fact_shows_the_imported_value_beside_it() -> None:
    assert section(DOSSIER, 60, "Corrected") == [
        "residence     TN ✎",
        "              imported: FR",
        "              ana, 9 Feb 2026 14:03 UTC",
    ]


def test_a_dossier_is_drawn_no_further_than_somebody_looks() -> None:
    papers = tuple(replace(one, text="word " * 40_000) for one in DOSSIER.candidate.documents)
    dossier = replace(DOSSIER, candidate=replace(DOSSIER.candidate, documents=papers))
    lines = dossier_lines(dossier, 60, SETTING)
    assert "Amina" in next(lines).text


def test_who_is_short_listed_sees_how_long_a_place_on_the_roster_would_last() -> None:
    term = RosterTerm.of(24, dt.date(2026, 2, 5))
    listed = replace(DOSSIER, row=replace(DOSSIER.row, disposition=Disposition.SHORTLISTED))
    words = "a place on the roster would last until 10 Feb 2028"
    lines = [line.text.rstrip() for line in dossier_lines(listed, 64, replace(SETTING, roster=term))]
    assert words in lines
    assert words not in drawn(listed, 64)
    maybe = [line.text.rstrip() for line in dossier_lines(DOSSIER, 64, replace(SETTING, roster=term))]
    assert words not in maybe


def test_what_nobody_judged_says_how_many_passages_speak_of_it() -> None:
    topic = next(one for one in DOSSIER.findings if one.evidence and one.standing is None)
    assert standing_piece(topic) == (f"“ {counted(len(topic.evidence), 'passage')}", Ink.ACCENT)
    assert standing_piece(replace(topic, evidence=())) == ("· not judged", Ink.FAINT)
