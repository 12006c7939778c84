from __future__ import annotations

import pytest

from recruiter_tui.domain.merging import FIELDS, Which, differing, merged, suggested
from recruiter_tui.domain.person import Candidate, Correction, Document, Employment
from recruiter_tui.domain.stated import Span, Stated

KEEP = Candidate(
    name=Stated.known("Amina Haddad"),
    emails=(Stated.known("amina@example.org"),),
    nationalities=(Stated.known("DZ"),),
    employment=(Employment("Harbour Office", "Officer"), Employment("Relief", "Assistant")),
    documents=(Document("a.pdf", "a" * 64),),
    corrections=(Correction("employment/0/title", "Clerk", "Officer", "awa", "2026-11-01T00:00:00+00:00"),),
)
OTHER = Candidate(
    name=Stated.known("A. Haddad"),
    emails=(Stated.known("Amina@Example.org", Span(3, 20)), Stated.known("ah@example.net")),
    phones=(Stated.known("+213555123456"),),
    nationalities=(Stated.known("DZ"),),
    employment=(Employment("Border Trust", "Analyst"),),
    documents=(Document("b.pdf", "b" * 64), Document("a.pdf", "a" * 64)),
    corrections=(Correction("employment/0/title", "Trainee", "Analyst", "bo", "2026-11-02T00:00:00+00:00"),),
)


def test_only_what_differs_needs_a_choice() -> None:
    assert [one.id for one in differing(KEEP, OTHER)] == ["name", "emails", "phones", "employment"]
    assert differing(KEEP, KEEP) == ()


def test_a_suggestion_takes_what_only_one_record_says_and_contacts_of_both() -> None:
    found = suggested(KEEP, OTHER)
    assert set(found) == {one.id for one in FIELDS}
    assert {name for name, which in found.items() if which is not Which.KEEP} == {"emails", "phones"}


def test_without_a_choice_the_kept_record_stays_and_papers_are_of_both() -> None:
    found = merged(KEEP, OTHER, {})
    assert found.name == KEEP.name
    assert found.employment == KEEP.employment
    assert [paper.name for paper in found.documents] == ["a.pdf", "b.pdf"]


def test_both_means_each_once() -> None:
    found = merged(KEEP, OTHER, {"emails": Which.BOTH})
    assert [mail.value for mail in found.emails] == ["amina@example.org", "ah@example.net"]


def test_corrections_go_with_the_jobs_that_they_are_about() -> None:
    of_other = merged(KEEP, OTHER, {"employment": Which.OTHER})
    assert [(one.fact, one.by) for one in of_other.corrections] == [("employment/0/title", "bo")]
    of_both = merged(KEEP, OTHER, {"employment": Which.BOTH})
    assert [(one.fact, one.by) for one in of_both.corrections] == [
        ("employment/0/title", "awa"),
        ("employment/2/title", "bo"),
    ]


def test_a_fact_of_one_value_cannot_have_two() -> None:
    with pytest.raises(ValueError, match="one value"):
        merged(KEEP, OTHER, {"name": Which.BOTH})
    with pytest.raises(KeyError):
        merged(KEEP, OTHER, {"shoes": Which.OTHER})


def test_of_jobs_that_both_list_each_stays_once_without_corrections_that_lost_their_place() -> None:
    shared = Employment("Harbour Office", "Officer")
    other = Candidate(
        employment=(shared, Employment("Border Trust", "Analyst")),
        corrections=(
            Correction("employment/1/title", "Trainee", "Analyst", "bo", "2026-11-02T00:00:00+00:00"),
        ),
    )
    found = merged(KEEP, other, {"employment": Which.BOTH})
    assert [job.employer for job in found.employment] == ["Harbour Office", "Relief", "Border Trust"]
    assert [one.by for one in found.corrections] == ["awa"]


def test_what_is_kept_is_not_touched() -> None:
    assert merged(KEEP, OTHER, {"name": Which.KEEP, "employment": Which.KEEP}).corrections == KEEP.corrections
