"""What people read of somebody whom blind reading hides: every fact, and where quotations lie."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recruiter_tui.domain.blind import HIDDEN, Crowd, Mask, Masked, Places, pseudonym
from recruiter_tui.domain.dates import PartialDate
from recruiter_tui.domain.finding import Evidence, Finding, Outcome, Override
from recruiter_tui.domain.person import (
    PRESENT,
    Candidate,
    Correction,
    Degree,
    DegreeStatus,
    Document,
    Employment,
    LanguageSkill,
)
from recruiter_tui.domain.requirement import DegreeLevel, Kind, Necessity
from recruiter_tui.domain.stated import Span, State, Stated

PLACES = Places(frozenset({"algeria", "algerian"}))
CV = "Amina Haddad\nOfficer at Haddad House, Algeria\nLaw in Oran"
COVER = "I, Amina, apply."
AMINA = Candidate(
    name=Stated.known("Amina Haddad"),
    given_name=Stated.known("Amina"),
    family_name=Stated.known("Haddad"),
    emails=(Stated.known("office@example.org"),),
    phones=(Stated.known("+213555123456"),),
    nationalities=(Stated.known("DZ"), Stated.known("FR")),
    residence=Stated.known("DZ"),
    gender=Stated.known("female"),
    birth_date=Stated.known("1984-12-03"),
    employment=(
        Employment(
            "Haddad House",
            "Officer to Haddad",
            PartialDate(2020),
            PRESENT,
            text="Led by Amina",
            spans=(Span(24, 36),),
        ),
    ),
    degrees=(
        Degree(
            DegreeLevel.MASTER,
            "Law of Algeria",
            "Haddad College",
            PartialDate(2010),
            DegreeStatus.COMPLETED,
            "Master by Amina",
            (Span(46, 49),),
        ),
        Degree(DegreeLevel.BACHELOR),
    ),
    languages=(LanguageSkill("fr", "so Amina", {"reading": "Haddad"}, (Span(0, 5),), tested="B2 by Amina"),),
    documents=(Document("amina.txt", "1" * 64, CV), Document("cover.txt", "2" * 64, COVER)),
    warnings=("Haddad twice",),
    corrections=(
        Correction("employment/0", "Haddad House", "Amina House", "ana", "2026"),
        Correction("nationalities", "DZ", "FR", "ana", "2026"),
        Correction("given_name", "Ami", "Amina", "ana", "2026"),
    ),
)
MASK = Mask(AMINA, pseudonym(7), PLACES)


def test_a_candidate_as_people_may_read_her() -> None:
    shown = MASK.candidate(AMINA)
    gone: Stated[str] = Stated.missing(HIDDEN)
    assert shown == Candidate(
        name=Stated.known("Candidate 7"),
        given_name=gone,
        family_name=gone,
        nationalities=(gone,),
        residence=gone,
        gender=gone,
        birth_date=gone,
        employment=(
            Employment(
                "[name] House",
                "Officer to [name]",
                PartialDate(2020),
                PRESENT,
                text="Led by [name]",
                spans=(Span(25, 37),),
            ),
        ),
        degrees=(
            Degree(
                DegreeLevel.MASTER,
                "Law of [nationality]",
                "[name] College",
                PartialDate(2010),
                DegreeStatus.COMPLETED,
                "Master by [name]",
                (Span(53, 56),),
            ),
            Degree(DegreeLevel.BACHELOR),
        ),
        languages=(
            LanguageSkill("fr", "so [name]", {"reading": "[name]"}, (Span(0, 6),), tested="B2 by [name]"),
        ),
        documents=(
            Document(
                "paper 1", "1" * 64, "[name] [name]\nOfficer at [name] House, [nationality]\nLaw in Oran"
            ),
            Document("paper 2", "2" * 64, "I, [name], apply."),
        ),
        warnings=("[name] twice",),
        corrections=(Correction("employment/0", "[name] House", "[name] House", "ana", "2026"),),
    )
    text = shown.documents[0].text
    assert text[25:37] == "[name] House"
    assert text[53:56] == "Law"


def test_without_papers_nothing_is_quoted_and_who_states_no_nationality_hides_none() -> None:
    bare = Candidate(employment=(Employment("House", spans=(Span(0, 5),)),))
    shown = Mask(bare, "Candidate 1", PLACES).candidate(bare)
    assert shown.employment == (Employment("House"),)
    assert shown.nationalities == ()


def test_findings_quote_papers_by_number_and_keep_their_places() -> None:
    ruling = Override(Outcome.MET, "Amina is known.", "ana", "2026")
    evidence = (
        Evidence("Haddad House", "amina.txt", Span(24, 36)),
        Evidence("I, Amina", "cover.txt", Span(0, 8)),
        Evidence("Amina", "Haddad's record"),
        Evidence("Amina", "elsewhere", Span(0, 5)),
    )
    finding = Finding(
        "skill",
        Kind.SKILL,
        Necessity.ESSENTIAL,
        None,
        "Amina says so",
        {"terms": ("Haddad",), "low": 1.5},
        evidence,
        ruling,
        "R1/1",
        ("boundary",),
    )
    hidden = Override(Outcome.MET, "[name] is known.", "ana", "2026")
    [shown] = MASK.findings([finding], AMINA)
    assert shown == Finding(
        "skill",
        Kind.SKILL,
        Necessity.ESSENTIAL,
        None,
        "[name] says so",
        {"terms": ["[name]"], "low": 1.5},
        (
            Evidence("[name] House", "paper 1", Span(25, 37)),
            Evidence("I, [name]", "paper 2", Span(0, 9)),
            Evidence("[name]", "[name]'s record"),
            Evidence("[name]", "elsewhere"),
        ),
        hidden,
        "R1/1",
        ("boundary",),
    )


@pytest.mark.parametrize("kind", [Kind.NATIONALITY, Kind.TIER])
def test_what_rests_on_a_nationality_keeps_its_outcome_and_its_ruling_alone(kind: Kind) -> None:
    ruling = Override(Outcome.MET, "Amina is known.", "ana", "2026")
    told = Finding(
        "n", kind, Necessity.ESSENTIAL, Outcome.NOT_MET, "of Algeria", {"a": 1}, (Evidence("a", "b"),), ruling
    )
    [shown] = MASK.findings([told], AMINA)
    assert shown == Finding(
        "n",
        kind,
        Necessity.ESSENTIAL,
        Outcome.NOT_MET,
        f"the reason rests on what is {HIDDEN}",
        override=Override(Outcome.MET, "[name] is known.", "ana", "2026"),
    )


def test_every_wording_of_a_fact_is_hidden_also_the_one_before_a_correction() -> None:
    person = Candidate(
        name=Stated("Amina Haddad", State.CORRECTED, imported="Yasmin Haddad", text="Mina Haddad")
    )
    mask = Mask(person, "Candidate 1", PLACES)
    assert mask.text("Yasmin, Mina and Amina; Office@Example.org") == ("[name], [name] and [name]; [contact]")


def test_an_address_without_an_at_sign_is_known_from_the_file_alone() -> None:
    person = Candidate(emails=(Stated.known("amina.h at example"),))
    assert Mask(person, "Candidate 1", PLACES).text("AMINA.H at Example; amina-h") == "[contact]; amina-h"


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        # two kinds that overlap become one, under the sign of the first; one within another is the outer one
        ("Nationality: Algerian Haddad", "Nationality: [nationality]"),
        ("aged 45 Haddad", "[birth] [name]"),
        ("aged 45 years old, keen", "[birth], keen"),
        ("aged 45 managed ports", "[birth] managed ports"),
        ("âgée de 45 ans, edad: 45 años", "[birth], [birth]"),
        ("haddad@example.org", "[contact]"),
        ("Amina  Haddad", "[name]  [name]"),
        ("", ""),
    ],
)
def test_what_overlaps_is_hidden_once(text: str, shown: str) -> None:
    assert MASK.text(text) == shown


def test_what_follows_two_kinds_that_overlap_is_quoted_as_it_was() -> None:
    text = "Amina, aged 45 years old, keen. Haddad led."
    masked = MASK.masked(text)
    assert masked.text == "[name], [birth], keen. [name] led."
    for quoted, shown in (("keen", "keen"), ("led", "led"), ("aged 45", "[birth]"), ("Haddad", "[name]")):
        start = text.index(quoted)
        span = masked.span(Span(start, start + len(quoted)))
        assert masked.text[span.start : span.end] == shown


def test_a_place_in_the_whole_text_is_found_in_the_masked_one() -> None:
    masked = Masked("ab[name]cd[contact]e", ((2, 4, 6), (6, 7, 9)))  # of `abXXcdYe`
    spans = {
        (0, 2): "ab",
        (4, 6): "cd",
        (7, 8): "e",
        (2, 4): "[name]",
        (3, 4): "[name]",
        (2, 3): "[name]",
        (1, 5): "b[name]c",
        (6, 7): "[contact]",
        (5, 8): "d[contact]e",
        (3, 7): "[name]cd[contact]",
        (0, 8): masked.text,
        (2, 2): "",
    }
    for (start, end), quoted in spans.items():
        span = masked.span(Span(start, end))
        assert masked.text[span.start : span.end] == quoted, (start, end)


WORDS = st.lists(
    st.sampled_from(["Amina", "Haddad", "led", "x", "She", "Algerian", "\n", "a@b.org"]), max_size=9
)


@given(WORDS, st.integers(0, 40), st.integers(0, 40))
def test_what_stays_readable_is_quoted_as_it_was(words: list[str], one: int, other: int) -> None:
    text = " ".join(words)
    start, end = sorted((min(one, len(text)), min(other, len(text))))
    masked = MASK.masked(text)
    span = masked.span(Span(start, end))
    shown, quoted = masked.text[span.start : span.end], text[start:end]
    assert 0 <= span.start <= span.end <= len(masked.text)
    if MASK.text(quoted) == quoted and "[" not in shown:
        assert shown == quoted


@pytest.mark.parametrize(
    ("word", "told"),
    [("haddad", True), ("amina-h", True), ("HADDAD", True), ("reserve", False), ("grant", True), ("", False)],
)
def test_a_tag_tells_whom_it_names_however_it_is_written(word: str, *, told: bool) -> None:
    assert Crowd(["Amina Haddad", "Ann Grant"], PLACES).told_by(word) is told


def test_a_pseudonym_counts_from_the_application() -> None:
    assert {pseudonym(number) for number in (1, 2)} == {"Candidate 1", "Candidate 2"}
