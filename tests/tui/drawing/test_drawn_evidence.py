"""Where papers bear a finding: by its span, or by the words of the record, never by accident."""

from __future__ import annotations

import pytest

from recruiter_tui.domain.finding import Evidence, Finding, Outcome
from recruiter_tui.domain.person import Candidate, Document, Employment
from recruiter_tui.domain.requirement import Kind, Necessity
from recruiter_tui.domain.stated import Span
from recruiter_tui.tui.drawing.evidence import places
from recruiter_tui.tui.drawing.papers import Papers, papers_of

CV = """Amina Haddad
Nationality: Kenya

Work experience
Visa Clerk, Consulate of France, Kenya
2012 - 2014
Visa Officer, Ministry of Foreign Affairs
2014 - 2020

Education
2010  Master of Arts, Law, University of Dakar

Languages
English: fluent
French: mother tongue
"""


def lit(
    kind: Kind, quote: str, papers: Papers, span: Span | None = None, source: str = "record"
) -> list[str]:
    evidence = (Evidence(quote, source, span),)
    finding = Finding("one", kind, Necessity.ESSENTIAL, Outcome.MET, "so", evidence=evidence)
    return [
        papers.text[found.span.start : found.span.end]
        for found in places(finding, papers)
        if found is not None
    ]


@pytest.fixture
def papers() -> Papers:
    return Papers([("letter.txt", "I apply. English is fine."), ("cv.txt", CV)])


def test_a_span_is_found_in_its_own_paper(papers: Papers) -> None:
    at = CV.index("Visa Clerk")
    assert lit(Kind.EXPERIENCE, "Visa Clerk", papers, Span(at, at + 10), "cv.txt") == ["Visa Clerk"]
    assert lit(Kind.EXPERIENCE, "I apply", papers, Span(0, 7), "letter.txt") == ["I apply"]


def test_a_span_beyond_its_paper_or_of_another_one_lights_nothing(papers: Papers) -> None:
    assert lit(Kind.EXPERIENCE, "x", papers, Span(900_000, 900_010), "cv.txt") == []
    assert lit(Kind.EXPERIENCE, "Visa Clerk", papers, Span(0, 9), "gone.txt") == []


@pytest.mark.parametrize(
    ("kind", "quote", "expected"),
    [
        (
            Kind.EDUCATION_EXPERIENCE,
            "Visa Clerk | Consulate of France, Kenya | 2012-01 | 2014-12 | 100%",
            "Visa Clerk, Consulate of France, Kenya",
        ),
        (
            Kind.EDUCATION_EXPERIENCE,
            "Visa Officer | Ministry of Foreign Affairs | 2014 | 2020",
            "Visa Officer, Ministry of Foreign Affairs",
        ),
        (
            Kind.EDUCATION_EXPERIENCE,
            "master | Law | University of Dakar | 2010-07",
            "Law, University of Dakar",
        ),
        (Kind.LANGUAGE, "French | mother tongue", "French: mother tongue"),
        (Kind.NATIONALITY, "KE", "Nationality: Kenya"),
    ],
)
def test_the_words_of_the_record_are_found_in_the_papers(
    papers: Papers, kind: Kind, quote: str, expected: str
) -> None:
    assert lit(kind, quote, papers) == [expected]


@pytest.mark.parametrize(
    ("kind", "quote"),
    [
        (Kind.DEADLINE, "2014"),
        (Kind.LANGUAGE, "Swahili | fluent enough to teach"),
        (Kind.EDUCATION_EXPERIENCE, "Clerk | Elsewhere | 2001 | 2002"),
        (Kind.EDUCATION_EXPERIENCE, "master | Lawn | Nowhere | 2010"),
        (Kind.LANGUAGE, ""),
    ],
)
def test_what_the_papers_do_not_say_lights_nothing(papers: Papers, kind: Kind, quote: str) -> None:
    assert lit(kind, quote, papers) == []


def test_without_papers_the_record_is_what_there_is_to_read() -> None:
    job = Employment(employer="An Agency", title="Officer", text="Trained guards.")
    papers = papers_of(Candidate(employment=(job,), documents=(Document("empty.pdf", "0" * 64),)))
    assert not papers.are_papers
    assert "Officer, An Agency" in papers.text
    assert "Trained guards." in papers.text
    assert "no degree on file" in papers.text
