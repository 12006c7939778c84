"""CVs in prose: text of any origin to a candidate whose every fact shows where it stands."""

from __future__ import annotations

from typing import TYPE_CHECKING

from recruiter_tui.domain.person import Candidate
from recruiter_tui.domain.text import hidden_characters
from recruiter_tui.reading.candidates.cv import contacts
from recruiter_tui.reading.candidates.cv.jobs import jobs
from recruiter_tui.reading.candidates.cv.lines import lines_of, sections
from recruiter_tui.reading.candidates.cv.studies import studies
from recruiter_tui.reading.candidates.cv.tongues import tongues

if TYPE_CHECKING:
    from recruiter_tui.domain.person import Document


def candidate_of(text: str, *documents: Document) -> Candidate:
    """Return the candidate whom a CV's text describes; what it does not say stays unknown.

    Spans count the characters of `text`. Linear in its length.
    """
    lines = sections(lines_of(text))
    addresses = contacts.emails(lines)
    given, family = contacts.given_and_family(lines)
    hidden = hidden_characters(text)
    return Candidate(
        name=contacts.name(lines, addresses),
        given_name=given,
        family_name=family,
        emails=addresses,
        phones=contacts.phones(lines),
        nationalities=contacts.nationalities(lines),
        residence=contacts.residence(lines),
        employment=jobs(lines),
        degrees=studies(lines),
        languages=tongues(lines),
        documents=documents,
        warnings=(f"the text holds {hidden} hidden characters",) if hidden else (),
    )
